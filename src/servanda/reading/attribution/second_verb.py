"""A second verb of saying without a subject of its own: 'X has confirmed nothing, says observers were stopped'.

Invariant: only a comma stands before the verb and a whole clause behind it, so that neither can be its subject; the
speaker is the subject of the clause before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from servanda.reading.attribution.contents import Cue
from servanda.reading.attribution.saying_words import token_at
from servanda.reading.sentences import Sentence

if TYPE_CHECKING:
    from servanda.reading.parser.parsed import Doc, Token

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "expl")


def subject_of_first(text: str, sentence: Sentence, cue: Cue, doc: Doc | None) -> tuple[int, int] | None:
    """The words for the X of 'X left the town, says Y has not'; None where the verb has a subject, or none can be told."""
    verb = token_at(doc, cue.start - sentence.start)
    if verb is None or cue.verb.form not in ("third", "past") or not text[: cue.start].rstrip().endswith(","):
        return None
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if clause is None or _subject(clause) is None or _subject(verb) is not None:
        return None
    first = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    if first is None and verb.dep_ in ("conj", "parataxis") and verb.head.i < verb.i:
        first = verb.head
    subject = _subject(first) if first is not None else None
    if subject is None or subject.i > verb.i or subject.pos_ == "PRON":
        return None
    between = text[sentence.start + subject.idx : cue.start].rstrip()
    if re.search(r"[,;:]", between[:-1]):
        return None  # 'X did not answer; its rival, Y, said': what stands between the commas may be the subject
    left, right = subject.left_edge, subject.right_edge
    if any(t.dep_ in ("acl:relcl", "acl") for t in subject.children):
        right = subject
    return sentence.start + left.idx, sentence.start + right.idx + len(right.text)


def _subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
