"""The evidence room: whose word a claim is, where it started, how it bears on each term, what it can carry."""

from __future__ import annotations

from servanda.evidence.testimony import Bearing, Carrier, Evidence, Testimony
from servanda.evidence.weigh import Scales, arrange, weigh

__all__ = ["Bearing", "Carrier", "Evidence", "Scales", "Testimony", "arrange", "weigh"]
