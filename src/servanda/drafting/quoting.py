"""Words as a YAML string in double quotes.

Invariant: what is written is one line, and YAML reads the same words back.
"""

from __future__ import annotations

import json


def quoted(words: str) -> str:
    """The words in double quotes, with marks and control signs escaped (a JSON string is a YAML one)."""
    return json.dumps(words, ensure_ascii=False)
