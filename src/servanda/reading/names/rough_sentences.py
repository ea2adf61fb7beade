"""Where sentences roughly begin: known before there are any parses."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(]?[^\W\d_a-z])|\n\s*\n")


def sentence_starts(text: str) -> list[int]:
    """Rough starts of sentences, enough to tell 'this one' and 'the one before'."""
    return [0, *(m.end() for m in _END.finditer(text) if not _NAMED_ON.match(text, max(0, m.start() - 3)))]


_NAMED_ON = re.compile(
    r"[A-Z]\.[A-Z]\. (?!(?:The|He|She|It|They|We|I|In|On|At|An?|But|And|Th(?:is|at|ese|ose)|After|Before|Its|Their|His)\b)"
)
"""'The U.N. Security Council': the stops of an abbreviation end no sentence."""
