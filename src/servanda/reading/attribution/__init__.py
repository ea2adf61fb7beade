"""Attribution: who says what, who speaks for whom, and in which words."""

from __future__ import annotations

from servanda.reading.attribution.finder import find_attributions, speakers_at, what_was_seen
from servanda.reading.attribution.manner import tells_how
from servanda.reading.attribution.model import Attribution, Source, Words

__all__ = ["Attribution", "Source", "Words", "find_attributions", "speakers_at", "tells_how", "what_was_seen"]
