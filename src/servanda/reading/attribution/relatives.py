"""Speakers of a relative clause: 'X, who said that …', 'residents who told reporters that …'.

Invariant: the speaker is the noun phrase on which the clause hangs, which must be able to speak; what it says ends with
the clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from servanda.reading.attribution.contents import Cue, cut_at
from servanda.reading.attribution.context import Context
from servanda.reading.attribution.cues import bare_source_pattern, kind_pattern, official_pattern
from servanda.reading.attribution.model import Attribution
from servanda.reading.attribution.saying_words import token_at
from servanda.reading.sentences import Sentence

if TYPE_CHECKING:
    from servanda.reading.parser.parsed import Doc, Token

_RELATIVE = re.compile(r"(?:,\s*|\s)(?P<who>who|which)$", re.IGNORECASE)
_BEFORE_IT = frozenset(["case", "fixed", "cc", "punct", "mark"])
_INSIDE = frozenset(["det", "amod", "compound", "nmod", "nmod:poss", "nmod:desc", "nummod", "flat"])


def relative_speaker(
    context: Context, sentence: Sentence, cue: Cue, doc: Doc | None, floor: int, at: int
) -> tuple[int, int] | None:
    """The words for the speaker of a clause whose 'who' or 'which' ends at `at`; None where there is no such clause."""
    relative = _RELATIVE.search(context.text[floor:at].rstrip())
    noun = _antecedent(token_at(doc, cue.start - sentence.start)) if relative is not None else None
    if relative is None or noun is None:
        return None
    start, end = _noun_phrase(noun)
    span = (sentence.start + start, sentence.start + end)
    if span[0] < floor or span[1] > floor + relative.start() or not _speaks(context, span, relative["who"].lower()):
        return None
    return span


def over_relative(sentence: Sentence, cue: Cue, doc: Doc | None) -> tuple[int, int] | None:
    """'A group that is fighting X said': the group, and not X. None where the subject has no such clause of its own."""
    verb = token_at(doc, cue.start - sentence.start)
    noun = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None) if verb is not None else None
    clause = next((c for c in noun.children if c.dep_ == "acl:relcl"), None) if noun is not None else None
    if verb is None or noun is None or clause is None or not noun.i < clause.i < verb.i:
        return None
    start, end = _noun_phrase(noun)
    opens = clause.left_edge
    between = verb.doc.text[end : opens.idx]
    if opens.lower_ not in ("that", "which") or between.strip() or "," in verb.doc.text[opens.idx : verb.idx]:
        return None
    return sentence.start + start, sentence.start + end


def _antecedent(verb: Token | None) -> Token | None:
    """The noun on which the relative clause of a verb hangs."""
    while verb is not None and verb.dep_ in ("conj", "cop", "aux"):
        verb = verb.head
    noun = verb.head if verb is not None and verb.dep_ == "acl:relcl" and verb.head.i < verb.i else None
    while noun is not None and noun.dep_ in ("appos", "flat") and noun.head.i < noun.i:
        noun = noun.head
    return _named_before(noun) if noun is not None else None


def _named_before(noun: Token) -> Token:
    """The NAME of 'NAME, for the Front, who said': of whom the words between the commas tell for whom he speaks."""
    edge = noun.left_edge
    comma = edge if edge.text == "," or not edge.i else edge.nbor(-1)
    if not comma.i or comma.text != "," or comma.nbor(1).lower_ != "for":
        return noun
    name = comma.nbor(-1)
    while name.dep_ in ("flat", "appos") and name.head.i < name.i:
        name = name.head
    return name if name.pos_ == "PROPN" else noun


def _noun_phrase(noun: Token) -> tuple[int, int]:
    """From the first word of the phrase, prepositions left off, to the last before the relative clause."""
    own = next((c.left_edge for c in noun.children if c.i < noun.i and c.dep_ in _INSIDE), noun)
    first = next((t for t in noun.doc[own.i : noun.i + 1] if t.dep_ not in _BEFORE_IT), noun)
    last = noun
    for child in noun.children:
        if child.i > last.i and child.dep_ in ("flat", "appos", "nmod", "compound"):
            last = _last(child)
    return first.idx, last.idx + len(last.text)


def _last(tail: Token) -> Token:
    """The last word of what follows a noun, up to its own relative clause."""
    clause = next((c for c in tail.children if c.dep_ == "acl:relcl"), None)
    edge = tail.right_edge if clause is None else tail.doc[max(tail.i, clause.left_edge.i - 1)]
    return edge if edge.pos_ != "PUNCT" else tail.doc[max(tail.i, edge.i - 1)]


def _speaks(context: Context, span: tuple[int, int], who: str) -> bool:
    """Whether the noun may say something: with 'which' a body that is named or known as one."""
    if who == "who":
        return True
    if any(m.kind in ("actor", "person", "group") for m in context.within(*span)):
        return True
    words = context.text[slice(*span)]
    return any(p.search(words) for p in (official_pattern(), kind_pattern(), bare_source_pattern()))


def ended_with_the_clause(
    text: str, sentence: Sentence, cue: Cue, doc: Doc | None, made: Sequence[Attribution]
) -> list[Attribution]:
    """What a relative clause in the middle of its sentence says ends where the main clause goes on."""
    verb = token_at(doc, cue.start - sentence.start)
    noun = _antecedent(verb)
    if verb is None or noun is None or noun.head.i < verb.i or noun.head is noun:
        return list(made)
    main = sentence.start + noun.head.idx
    comma = text.rfind(",", cue.end, main)
    at = comma if comma >= 0 else sentence.start + verb.right_edge.idx + len(verb.right_edge.text)
    return [cut_at(text, a, at) if a.content.start < at < a.content.end else a for a in made]
