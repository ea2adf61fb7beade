"""To whom captives, bodies or arms came that nobody is named to have given: 'were welcomed by the Front', 'have come home'.

Invariant: a receiver is named by the same sentence, or is the side that says that it received them; who gave is not guessed
here. Nothing is filled in where an author or another receiver is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from servanda.reading.claim import Claim, Party, identified
from servanda.reading.frozen import replace
from servanda.reading.modality.outcome import REAL

if TYPE_CHECKING:
    from servanda.reading.acts.claims import Context

_GIVEN = frozenset({"release", "return-bodies", "hand-over-weapons"})
_BY = re.compile(r"\b(?:welcomed|greeted|received|embraced|cheered|met)\s+(?:\w+\s+){0,2}?by\s+(?:the\s+)?$", re.IGNORECASE)
_BY_SOMEBODY = re.compile(
    r"\W*(?:\w+\s+){0,4}?by\s+(?!(?:mon|tues|wednes|thurs|fri|satur|sun)day|noon|midnight|\d)", re.IGNORECASE
)
_PEOPLE = re.compile(
    r"\s(?:[\w-]+\s){0,2}?(?:prisoners?(?:\sof\swar)?|captives?|pows?|soldiers?|sailors?|servicem[ae]n|fishermen|detainees?|hostages?"
    r"|airmen|pilots?|crew|policem[ae]n|officers?|civilians?|citizens?|nationals?|m[ae]n|women)\b",
    re.IGNORECASE,
)
_HOME = re.compile(r"\b(?:home|homeland)\b", re.IGNORECASE)


def with_receivers(claims: Sequence[Claim], context: Context) -> list[Claim]:
    """The claims with whoever received what nobody is named to have given."""
    return [_received(c, context) for c in claims]


def _received(claim: Claim, context: Context) -> Claim:
    done = claim.act in _GIVEN and claim.modality in REAL and claim.polarity == "affirmed"
    if not done or claim.actors or claim.target is not None or claim.sentence is None or context.agreement is None:
        return claim
    who = _welcomed_by(claim, context) or _own_word(claim, context) or _whose_home(claim, context)
    return identified(replace(claim, target=who)) if who is not None else claim


def _welcomed_by(claim: Claim, context: Context) -> Party | None:
    """'Walked out of prison and were welcomed by the Front'."""
    text = context.report.text
    start, end = claim.sentence or (0, 0)
    for m in context.mentions:
        if start <= m.start < end and m.kind == "actor" and m.id and _BY.search(text, start, m.start):
            return Party(m.text, m.id)
    return None


def _own_word(claim: Claim, context: Context) -> Party | None:
    """'The ministry of X confirmed that twenty had been received': by X, where no other is told."""
    text, agreement = context.report.text, context.agreement
    actor = claim.speaker.actor
    if claim.words.lower().split()[-1:] != ["received"] or actor is None or agreement is None or actor not in agreement.actors:
        return None
    at = text.find(claim.words, claim.start, claim.end)
    if at < 0 or _BY_SOMEBODY.match(text, at + len(claim.words), (claim.sentence or (0, 0))[1]) is not None:
        return None
    party = {"signatory", "bound"} & set(agreement.actors[actor].roles)
    return Party(claim.speaker.name or actor, actor) if party else None


def _whose_home(claim: Claim, context: Context) -> Party | None:
    """'Eighty X prisoners arrived home': to X."""
    text = context.report.text
    home = _HOME.search(text, claim.start, claim.end) if _HOME.search(claim.words) is not None else None
    if home is None:
        return None
    start, at = (claim.sentence or (0, 0))[0], home.start()
    named = {m.text: m for m in context.mentions if start <= m.start and m.end <= at and m.kind in {"actor", "group"}}
    whose = [m for m in named.values() if _PEOPLE.match(text, m.end, at)]
    ident = _called(whose[0].text, context) if len(named) == 1 and whose else None
    return Party(whose[0].text, ident) if ident is not None else None


def _called(word: str, context: Context) -> str | None:
    """Whose people 'X prisoners' are: the one actor that the word names, here or elsewhere in the text."""
    actors = context.agreement.actors.values() if context.agreement is not None else ()
    known = {m.id for m in context.mentions if m.text == word and m.kind == "actor" and m.id}
    known |= {a.id for a in actors if word in (a.name, *a.aliases)}
    return known.pop() if len(known) == 1 else None


__all__ = ["with_receivers"]
