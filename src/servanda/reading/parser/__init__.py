"""The small English pipeline: text in, Universal Dependencies out, with offsets that fit the text exactly.

A parse is a candidate, never a fact: `doubt(doc)` says how far to trust it.
"""

from __future__ import annotations

from servanda.reading.parser.doubt import doubt
from servanda.reading.parser.running import load, parse, parse_all, prepared

__all__ = ["doubt", "load", "parse", "parse_all", "prepared"]
