"""Which words cannot be a speaker: a year, 'nobody', 'the agreement', a clause of its own.

Invariant: only the words and what stands right before them decide.
"""

from __future__ import annotations

import re
from functools import cache

from servanda.reading.attribution.context import Context
from servanda.reading.attribution.cues import any_of, verb_in_small_letters, verbs, words

_NO_SPEAKER = re.compile(
    r"(?:which|who|that|there|this|what|as|than|nobody|no\s+one|none|few|neither|let|no|nothing|having)(?:\s|$)|.*\baccording\s+to\b"
    r"|(?:[a-z]+ly\s+)?(?:for|because|due|amid|amidst|despite|following|given)(?:\s|$)"
)


def can_speak(context: Context, span: tuple[int, int]) -> bool:
    """Things that report nothing themselves: a year, a number, a bare 'which'."""
    written = context.text[slice(*span)].strip()
    words_ = written.lower()
    small = (m for m in verb_in_small_letters().finditer(words_) if not m.start() or not written[m.start()].isupper())
    if any(verbs()[re.sub(r"\s+", " ", m.group())].form == "past" for m in small):
        return False  # but 'spokesman Saw Tun' is a name
    if _paper_pattern().fullmatch(words_) or _NEITHER.search(context.text[max(0, span[0] - 14) : span[1]]):
        return False
    return bool(re.search(r"[^\W\d_]", words_)) and not _NO_SPEAKER.match(words_)


_NEITHER = re.compile(r"\bneither\s[^,;:]*\snor\s", re.IGNORECASE)


@cache
def _paper_pattern() -> re.Pattern[str]:
    """'the ceasefire agreement', 'Article 6': they lay down, they do not say."""
    things = any_of(words("not_speakers"))
    return re.compile(rf"(?:the\s+|this\s+)?(?:[\w-]+\s+){{0,3}}?(?:{things})(?:\s+(?:of|no\.?|\d)[^,]*)?")
