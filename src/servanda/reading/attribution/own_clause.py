"""Clauses beside a phrase of saying: in 'Last troops leave X, rebels say some remain' what stands before the comma is the
narrator's; in 'X shelled the town, he said, killing two' both are said.

Invariant: only a content that stands bare before its speaker, in no quotation, is moved, and only to a finite clause
that follows the verb of saying at once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from servanda.reading.attribution.contents import Cue, trim_end
from servanda.reading.attribution.cues import setting_pattern, words
from servanda.reading.attribution.model import Attribution, Words
from servanda.reading.frozen import replace
from servanda.reading.sentences import Sentence

if TYPE_CHECKING:
    from servanda.reading.parser.parsed import Doc

_OPENS = re.compile(
    r"\s+(?!(?:on|in|at|to|from|by|for|of|with|as|while|when|after|before|following|during|late|early|earlier|yesterday|today"
    r"|(?:it|he|she|they)\s+(?:was|were|had\s+been)\s+(?:told|informed)|last|this\s+(?:week|morning|afternoon|evening|month)|if|unless|because|so|and|but|or|via|through|about|over|against|here|there"
    r"|\w+day|\w+ing)\b)(?=[\w'’])",
    re.IGNORECASE,
)
"""What follows begins with a subject, not with where, when or to whom it was said."""
_SUBJECTS = ("nsubj", "nsubj:pass", "expl")


def with_own_clause(text: str, sentence: Sentence, cue: Cue, doc: Doc | None, made: Sequence[Attribution]) -> list[Attribution]:
    """The attributions of one cue, one whose words stand before it given the clause behind it."""
    if doc is None or len(made) != 1 or made[0].quoted or made[0].content.end > made[0].source.start:
        return list(made)
    if made[0].source.start > cue.start or not text[made[0].content.end : made[0].source.start].strip().startswith(","):
        return list(made)
    setting = setting_pattern().match(text, cue.end, sentence.end)
    at = setting.end() if setting else cue.end
    opens = _OPENS.match(text, at, sentence.end)
    if opens is None or not _is_clause(doc, opens.end() - sentence.start):
        return list(made)
    start, end = opens.end(), trim_end(text, opens.end(), sentence.end)
    return [replace(made[0], content=Words(start, end, text[start:end]))]


def with_clause_ahead(
    text: str, sentence: Sentence, cue: Cue, doc: Doc | None, made: Sequence[Attribution]
) -> list[Attribution]:
    """'The four are still held, the ministry admits: their papers had not been signed': both clauses are the ministry's."""
    if doc is None or len(made) != 1 or made[0].content.start < cue.end or _COLON.match(text, cue.end) is None:
        return list(made)
    begin = min(made[0].source.start, cue.start)
    ahead = text[sentence.start : begin].rstrip()
    if not ahead.endswith(",") or _APART.search(ahead) is not None or not _is_clause(doc, 0):
        return list(made)
    end = trim_end(text, sentence.start, begin)
    return [replace(made[0], content=Words(sentence.start, end, text[sentence.start : end])), *made]


_COLON = re.compile(r"\s*:\s")
_APART = re.compile(
    r"[\"“”;:]|^(?:when|while|as|if|after|before|since|although|though|once|until|because|where|asked|speaking|whereas|despite"
    r"|in|on|at|during|following|and|but)\s",
    re.IGNORECASE,
)


def _is_clause(doc: Doc, offset: int) -> bool:
    """Whether a finite verb with a subject before it stands from a place on, before any comma."""
    subject = False
    for token in doc:
        if token.idx < offset:
            continue
        if token.pos_ == "PUNCT" and token.text in (",", ";", ":", "."):
            return False
        subject = subject or token.dep_ in _SUBJECTS or token.pos_ in ("PRON", "NOUN", "PROPN", "NUM")
        if subject and token.pos_ in ("VERB", "AUX") and "Part" not in token.morph.get("VerbForm"):
            return not (token.i and token.nbor(-1).lower_ == "to")
    return False


_FINITE_ON = re.compile(
    r"\s*,\s+(?:(?:has|have|had|is|are|was|were|will|would|did|does|do|could|can|may|must|should|[a-z]+ed|left|withdrew|fell|went|came|took"
    r"|began|fired|shot|broke|held|kept|gave|sent|met|(?P<gerund>[a-z]+ing))\s)"
)


def goes_on(text: str, resume: int, sentence: Sentence) -> bool:
    """'The troops, he said, had left', 'shelled the town, he said, killing two': the phrase of saying parts a subject from its
    verb, or a deed from what came of it, and both are said."""
    on = _FINITE_ON.match(text, resume, sentence.end)
    return on is not None and on["gerund"] not in (*words("participles"), *words("speaking"))
