"""A heading that demands: 'Tavra: release the detainees', 'Orvak: end arbitrary detention'.

Invariant: a bare verb right behind the name and the colon demands; whoever stands between the two does what is told.
"""

from __future__ import annotations

import re

from servanda.reading.acts.clause import Sentence
from servanda.reading.parser.parsed import Token

_DEMAND = re.compile(
    r"[\"“‘']?(?:[\w’'&-]+ ){0,4}[\w’'&-]+: "
    r"(?P<verb>end|stop|halt|cease|free|release|lift|open|reopen|respect|protect|withdraw|allow|let|disarm|implement|honou?r"
    r"|observe|abandon|drop|leave) (?!of\b|to\b|in\b|for\b|from\b|on\b|at\b|after\b|as\b)",
    re.IGNORECASE,
)
_ANOTHER_CLAUSE = re.compile(r"[,;:.]|\b(?:as|after|before|while|when|because|that|who|which|since|but)\b", re.IGNORECASE)


def demanded_by_heading(sentence: Sentence, at: int) -> bool:
    """'Orvak: end arbitrary detention' demands it, and 'Orvak: army ends shelling', 'Kelm: free prisoners return' do not."""
    text, here = sentence.doc.text, sentence.doc[at].idx
    found = _DEMAND.match(text)
    if found is None or here < found.start("verb") or _ANOTHER_CLAUSE.search(text, found.end("verb"), here):
        return False
    first = next((t.i for t in sentence.doc if t.idx == found.start("verb")), None)
    if first is None:
        return False
    rest = [k for k in sentence.verbs if k > first and k != at and _tells(sentence.doc[k])]
    return not any(_ANOTHER_CLAUSE.search(text, found.end("verb"), sentence.doc[k].idx) is None for k in rest)


def _tells(verb: Token) -> bool:
    """A finite verb, which would make of the first an adjective or a noun."""
    return verb.morph.get("VerbForm", []) == ["Fin"] or verb.pos_ == "AUX"


def is_topic(sentence: Sentence, at: int) -> bool:
    """The storage of a headline's 'Storage of weapons: X grants six more weeks': what it is about, and not that it was done."""
    colon = next((t.i for t in sentence.doc[at + 1 :] if t.text == ":"), None)
    if colon is None or sentence.segment != "headline" or any(v < colon for v in sentence.verbs):
        return False
    return any(v > colon for v in sentence.verbs)
