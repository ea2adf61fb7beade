"""Things and clauses said without 'that': 'X announced a truce, but Y shelled Z' attributes the truce alone,
'X maintains Y shelled Z' the clause.

Invariant: a content is only shortened, at the comma or semicolon before a clause that has its own subject and stands
beside the verb of saying; what is introduced by 'that', quoted, or said in a clause is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from servanda.reading.attribution.contents import THAT, Cue, cut_at
from servanda.reading.attribution.model import Attribution
from servanda.reading.attribution.saying_words import token_at
from servanda.reading.frozen import replace
from servanda.reading.quotes import Quoted
from servanda.reading.sentences import Sentence

if TYPE_CHECKING:
    from servanda.reading.parser.parsed import Doc, Token

_BESIDE = frozenset(["while", "whereas", "although", "though"])
_CLAUSES = frozenset(["ccomp", "xcomp"])
_SUBJECTS = frozenset(["nsubj", "nsubj:pass", "expl"])


def ended_with_its_thing(
    text: str, sentence: Sentence, cue: Cue, doc: Doc | None, quotes: Sequence[Quoted], made: Sequence[Attribution]
) -> list[Attribution]:
    """The attributions of one cue, those of a plain object ended with it."""
    token = token_at(doc, cue.start - sentence.start)
    if token is None or not any(a.content.start >= cue.end for a in made):
        return list(made)
    edge = _edge(token)
    at = sentence.start + edge if edge is not None else None
    if at is None or THAT.match(text, cue.end, sentence.end) or any(q.start < at < q.end for q in quotes):
        return list(made)
    return [cut_at(text, a, at) if cue.end <= a.content.start < at < a.content.end else a for a in made]


def _edge(verb: Token) -> int | None:
    """Where in the sentence the clause beside the verb begins, of a verb that has a plain object."""
    kinds = {child.dep_: child for child in verb.children if child.i > verb.i}
    thing = kinds.get("obj")
    if thing is None or thing.pos_ not in ("NOUN", "PROPN") or _CLAUSES & kinds.keys():
        return None
    return min((edge for clause in _beside(verb) if clause.i > thing.i and (edge := _begins(clause)) is not None), default=None)


def _beside(verb: Token) -> Iterator[Token]:
    """The clauses joined to the verb, or to the one that it is itself joined to."""
    yield from verb.children
    if verb.dep_ == "conj":
        yield from verb.head.children


def _begins(clause: Token) -> int | None:
    """The place of the comma or semicolon that parts a clause with its own subject from what stands before."""
    children = list(clause.children)
    if clause.pos_ not in ("VERB", "AUX") or not any(c.dep_ in _SUBJECTS for c in children):
        return None
    first = clause.left_edge
    if clause.dep_ == "advcl" and not any(c.dep_ == "mark" and c.lower_ in _BESIDE for c in children):
        return None
    if clause.dep_ not in ("advcl", "conj", "parataxis"):
        return None
    stop = first if first.pos_ == "PUNCT" else (first.nbor(-1) if first.i else None)
    if stop is None or stop.text not in (",", ";") or (clause.dep_ == "parataxis" and stop.text != ";"):
        return None
    return stop.idx


def takes_clause(sentence: Sentence, cue: Cue, doc: Doc | None) -> Cue:
    """A verb that mostly wants 'that' ('maintain', 'find', 'hope'), taken with the whole clause that follows it bare."""
    token = token_at(doc, cue.start - sentence.start) if cue.verb.takes == "that" else None
    if token is None or token.pos_ != "VERB":
        return cue
    clause = next((c for c in token.children if c.dep_ == "ccomp" and c.i > token.i), None)
    if clause is None or clause.left_edge.i != token.i + 1:
        return cue
    subject = any(c.dep_ in _SUBJECTS for c in clause.children)
    finite = "Fin" in clause.morph.get("VerbForm") or any("Fin" in c.morph.get("VerbForm") for c in clause.children)
    return Cue(cue.start, cue.end, replace(cue.verb, takes="clause")) if subject and finite else cue
