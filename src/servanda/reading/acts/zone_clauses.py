"""Whether a place that a sentence names stands in a clause that an act has no part in.

Invariant: only a clause that the words open themselves ('after', 'since', 'whose') parts a place from an act.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.semicolons import behind_semicolon
from servanda.reading.acts.triggers import Trigger
from servanda.reading.modality.unconfirmed import complained_of
from servanda.reading.names import Mention
from servanda.reading.parser.parsed import Token
from servanda.reading.small_letters import compile_small, small

_OPENS = frozenset(
    ["after", "since", "before", "when", "while", "because", "although", "though", "until", "till", "once", "whereas", "if"]
)
_WORDS_ALONE = frozenset(["cease-fire", "extend-deadline", "request-extension", "terminate", "agree", "sign"])
"""Acts that are of a place only where they are told of it."""


def told_of_elsewhere(sentence: Sentence, trigger: Trigger, mention: Mention) -> bool:
    """'The truce was extended after shells fell on X', 'ships reached X when the truce began': X is no place of the truce."""
    token = next((t for t in sentence.doc if sentence.offset + t.idx >= mention.start), None)
    if token is None:
        return False
    if behind_semicolon(sentence, trigger.at, token.i):
        return True
    over, own = _clauses(token), _clauses(sentence.doc[trigger.at])
    if trigger.pattern.act in _WORDS_ALONE:
        return over != own
    return of_their_own(sentence, trigger, token.i)


def of_their_own(sentence: Sentence, trigger: Trigger, at: int) -> bool:
    """'Blamed the raid on the rebels, whose camps are in X': X is where the camps are, not the raid."""
    own = _clauses(sentence.doc[trigger.at])
    return any(k not in own and _is_theirs(sentence.doc[k]) for k in _clauses(sentence.doc[at]))


def _clauses(token: Token) -> list[int]:
    """The heads of the clauses over a token that a word of their own opens."""
    found: list[int] = []
    for _ in range(24):
        if _is_opened(token):
            found.append(token.i)
        if token.head is token:
            break
        token = token.head
    return found


def _is_opened(token: Token) -> bool:
    if _is_theirs(token):
        return True
    if token.dep_ == "conj":
        return token.head.pos_ in {"VERB", "AUX"} and any(c.dep_ in {"nsubj", "nsubj:pass"} for c in token.children)
    if token.dep_ != "advcl":
        return False
    subject = any(c.dep_ in {"nsubj", "nsubj:pass"} for c in token.children)
    return subject and any(c.lower_ in _OPENS and c.i < token.i for c in token.children)


def _is_theirs(token: Token) -> bool:
    """The head of a clause that 'whose' opens, whatever the parser hung it on."""
    return any(c.lower_ == "whose" for child in token.children if child.dep_[:5] == "nsubj" for c in child.children)


_SPOKEN = compile_small(
    r"\b(?:speaking|said|says|told(?: [a-z]+){1,2}|announced|stated|declared|conference|briefing|interview|speech|meeting"
    r"|talks|rally|statement|ceremony)(?: (?:on|yesterday|today) ?\w*)? (?:in|at|from) (?:the (?:[a-z]+ ){1,3}of )?$"
)


def where_one_spoke(text: str, mention: Mention) -> bool:
    """'Speaking in X, he said', 'said at a meeting in X': where it was said, and not where it happened."""
    return _SPOKEN.search(small(text)[max(0, mention.start - 64) : mention.start]) is not None


def only_reported(view: Sentence, trigger: Trigger, modality: str) -> bool:
    """'Received ten complaints of violations': they may be of anywhere, whatever was told of before."""
    return modality == "alleged" and complained_of(view.doc.text, view.doc[trigger.at].idx)


_OF_THE_WHOLE = frozenset({"suspend", "resume", "terminate", "notify-termination"})
_OF_A_BODY = frozenset({"disband", "release", "return-bodies", "exchange-prisoners"})
_CEREMONY = compile_small(
    r"\b(?:ceremony|ceremonies|parade|reception|event) (?:held |staged )?(?:on|in|at|outside|near|inside)"
    r" (?:the )?(?:[a-z]+ of )?$"
)


def of_no_zone(view: Sentence, trigger: Trigger, zone: str, mentions: Sequence[Mention]) -> bool:
    """'Suspended the truce in response to a raid near Z', 'disbanded the brigade at a ceremony in Z': Z is where something else
    was, and does not bound what was done."""
    act = trigger.pattern.act
    if act in _OF_THE_WHOLE:
        return _reason_between(view, trigger, zone, mentions)
    at = view.offset + view.doc[trigger.at].idx
    named = next((m for m in mentions if m.id == zone and m.start >= at), None) if act in _OF_A_BODY else None
    return named is not None and _CEREMONY.search(small(view.doc.text)[: max(0, named.start - view.offset)]) is not None


def _reason_between(view: Sentence, trigger: Trigger, zone: str, mentions: Sequence[Mention]) -> bool:
    """'Suspended the truce in response to a raid near Z': Z is where the raid was, and not where the truce is suspended."""
    at = view.offset + view.doc[trigger.at].idx
    named = next((m for m in mentions if m.id == zone and m.start >= at), None)
    return named is not None and _REASON.search(view.doc.text, at - view.offset, max(0, named.start - view.offset)) is not None


_REASON = re.compile(
    r"\b(?:in\s+(?:response|retaliation|answer|protest|reaction|view|light)\b|after|following|because|over|due\s+to|owing\s+to|citing"
    r"|since|amid|on\s+account\s+of)\b",
    re.IGNORECASE,
)
