"""A phrase of saying between an opening word of when or how and the clause: 'On Monday, the army said, the Front fired'.

Invariant: the sentence, quotation or clause begins with such words, and behind the phrase and its comma something more
begins that is no aside about the speaker.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.reading.attribution.contents import Cue, limit_of, trim_end
from servanda.reading.attribution.context import Context
from servanda.reading.attribution.cues import TIME_RE
from servanda.reading.attribution.model import Source
from servanda.reading.quotes import Quoted
from servanda.reading.sentences import Sentence

_LEAD = re.compile(
    r"(?:(?:in|on|at|after|before|by|during|following|despite|since|for|from|amid|as|when|while|with|within|until|under|over"
    r"|because\s+of|if|although|though|unlike|meanwhile|however|moreover|furthermore|instead|also|then|later|earlier|yesterday"
    r"|today|now|nevertheless|nonetheless|still|besides|likewise|similarly|finally|first|firstly|secondly|second|third|consequently"
    r"|therefore|thus|hence|indeed|in\s+fact|even|worse|once|twice|soon|overnight|so\s+far|to\s+date|that\s+is|here|there)\b"
    r"|(?:some|the|one|two|three|several|a\s+few|\d+)\s+(?:hours?|minutes?|days?|weeks?|months?|night|evening|morning)\b)",
    re.IGNORECASE,
)
_ON = re.compile(
    r"\s*,\s+(?!(?:and|but|or|nor|yet|so|who|which|whose|whom|where|that|as|when|while|after|before|citing|quoting|according"
    r"|referring|including|speaking|adding|[a-z]+ing)\b|[\"“«‘(])(?=\w)"
)
_LEAST = 3


def parenthetic(
    context: Context,
    sentence: Sentence,
    cue: Cue,
    phrase: tuple[int, int],
    ahead: Sequence[Cue],
    quotes: Sequence[Quoted],
) -> tuple[int, int] | None:
    """From the opening words to the end of what is said, around a phrase of saying; None where it is no such aside."""
    text = context.text
    begin, resume = phrase
    start = max([sentence.start, *(q.start for q in quotes if q.start <= begin < q.end)])
    on = _ON.match(text, resume, sentence.end)
    lead = text[start:begin]
    if on is None or not lead.rstrip().endswith(",") or any(q.end <= begin < q.end + 4 for q in quotes):
        return None
    if _LEAD.match(lead) is None and TIME_RE.match(lead) is None:
        return None
    end = trim_end(text, on.end(), limit_of(context, sentence, cue, on.end(), ahead, quotes))
    return (start, end) if len(text[on.end() : end].split()) >= _LEAST else None


def one_person(context: Context, source: Source) -> bool:
    """Whether a source is one man or woman, so that 'went on' may be said of his words ('the fighting went on' is not)."""
    alone = source.text.lower() in ("he", "she")
    return alone or any(m.kind == "person" for m in context.within(source.start, source.end))


__all__ = ["one_person", "parenthetic"]
