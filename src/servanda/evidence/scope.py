"""Scope: may this claim count for this term at all, and if not, why.

Invariant: a claim out of scope is never lost; its reason begins with the number of the rule.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from servanda.agreement.model import Agreement, Term
from servanda.evidence.acts import shared_acts
from servanda.evidence.bystanders import is_bystander
from servanda.reading.claim import Claim, Speaker
from servanda.reading.readers import HAND_READER
from servanda.vocabulary import vocabulary

EXEMPT = "R8: the text "  # how the reasons begin for which the text itself exempts what is told
_NO_EVIDENCE = {
    "possible": "R10: only possible, by its own words",
    "requested": "R10: a demand, not an act",
    "required": "R10: says what is owed, not what was done",
    "unknown": "R10: says that it is not known",
}


@dataclass(frozen=True, slots=True)
class Reach:
    """Which bearers a claim concerns and how its place lies to the term's zone; `aside` where it may not count."""

    bearers: tuple[str, ...] = ()
    place: str = "unnamed"
    aside: str | None = None
    contested: bool = False


def words_bar(claim: Claim) -> str | None:
    """R10: why the words of a claim carry no evidence, whatever the term; None where they may."""
    if claim.segment == "comment" or claim.speaker.kind == "commenter":
        return "R10: a reader's comment"
    if claim.opinion:
        return "R10: opinion, prediction or general condemnation"
    return _NO_EVIDENCE.get(claim.modality)


def place_of(agreement: Agreement, term: Term, claim: Claim) -> str:
    """How the claim's place lies to the term's: equal, within, unnamed, wider, other, unplaced."""
    if term.zone is None:
        return "unnamed"
    if claim.zone is None or claim.zone not in agreement.zones:
        return "unplaced" if claim.zone_words else "unnamed"
    if claim.zone == term.zone:
        return "equal"
    if term.zone in agreement.zone_chain(claim.zone):
        return "within"
    return "wider" if claim.zone in agreement.zone_chain(term.zone) else "other"


def bearers_of(
    agreement: Agreement, term: Term, claim: Claim, chain: Sequence[Speaker] = ()
) -> tuple[tuple[str, ...], str | None, bool]:
    """R8: the bearers whose conduct the claim is about; else why not; and whether the link is contested.

    A denial that names nobody speaks for the one who denies.
    """
    if nobody_named(claim):
        own = _own_denial(agreement, term, claim, chain)
        if own:
            return own, None, False
        if term.norm == "prohibition":
            return (), _outsiders(agreement, term, claim), False
        if any(p.words.lower().endswith(" of them") for p in claim.actors):
            return (), "R8: who 'they' are, some of whom did it, is not told", False
        may = tuple(b for b in term.bearer if may_have_given(agreement, b, claim))
        if not may:
            return (), f"R8: given to {claim.target.label if claim.target else ''}, so that it was not its own act", False
        if len(may) > 1 and not term.jointly and not _serves_all(claim):
            return (), "R8: whose act it was is not said, and several owe it", False
        return term.bearer if term.jointly else may, None, False
    found: list[str] = []
    contested = False
    why = "R8: not an act of anyone who is bound by this term"
    for party in claim.actors:
        if party.id is None or party.id not in agreement.actors:
            continue
        day = claim.when.latest or claim.said.latest
        over = agreement.actors[party.id].under
        for bearer in term.bearer if over else (party.id,) if party.id in term.bearer else ():
            link = _link(agreement, party.id, bearer, term, day)
            if link == "evidence-only":
                why = f"R8: {party.id} is not commanded by {bearer}, who must only prevent its acts"
            elif link:
                found.append(bearer)
                contested = contested or link == "contested"
    return tuple(dict.fromkeys(found)), None if found else why, contested


def nobody_named(claim: Claim) -> bool:
    """R8: whether it names nobody as the author, or only 'troops' and the like."""
    return not claim.actors or all(is_unnamed(p.words, p.id) for p in claim.actors)


def may_have_given(agreement: Agreement, actor: str, claim: Claim) -> bool:
    """R8: whether a deed that names no author may be this actor's: whoever got what was given did not give it."""
    got = claim.target.id if claim.target is not None and claim.act in _GIVEN else None
    return got is None or got not in agreement.actors or agreement.side(got) != agreement.side(actor)


_GIVEN = frozenset({"release", "exchange-prisoners", "return-bodies", "hand-over-weapons", "hand-over"})
"""Acts by which one side gives what another gets."""


def _serves_all(claim: Claim) -> bool:
    """R8: one deed that serves all who owe it, whoever did it: a road that is open is open."""
    return claim.act in shared_acts() and claim.polarity == "affirmed" and claim.modality == "completed"


def target_bar(agreement: Agreement, term: Term, claim: Claim) -> str | None:
    """Why the target of the claimed act is none that the term speaks of; None where it may be."""
    allowed = term.target or (term.toward if term.norm == "prohibition" else ())
    if claim.target is None and allowed and (foes := _fought_each_other(agreement, allowed, claim)) is not None:
        return f"R8: {foes} fought each other, and neither is one whom the term protects"
    if claim.target is None or not allowed:
        return None
    if claim.target.id is None:
        # a row of an event table, and a person, name actors; what prose names may be a place or a thing
        outsider = (bool(claim.between) or claim.reader == HAND_READER) and not is_unnamed(claim.target.words, None)
        outsider = outsider or is_bystander(agreement, allowed, claim)
        outsider = outsider or _is_a_name(agreement, term, allowed, claim.target.words)
        return f"R8: its target, {claim.target.words}, is none that the term protects" if outsider else None
    chain = (claim.target.id, *agreement.commanders(claim.target.id))
    return None if set(chain) & set(allowed) else f"R8: its target, {claim.target.id}, is none that the term protects"


def _fought_each_other(agreement: Agreement, allowed: Sequence[str], claim: Claim) -> str | None:
    """'Rebels clashed with the army': each is the other's target, and nobody else's."""
    ids = [p.id for p in claim.actors if p.id in agreement.actors and p.id]
    if claim.kind != "clash" or len(set(ids)) < 2 or len(ids) < len(claim.actors):
        return None
    hit = any({i, *agreement.commanders(i)} & set(allowed) for i in ids)
    return None if hit else " and ".join(ids)


def _is_a_name(agreement: Agreement, term: Term, allowed: Sequence[str], words: str) -> bool:
    """'Arrested NAME SURNAME', where the term protects none but outsiders to the conflict: nothing says that NAME is one."""
    parties = {*term.bearer, *agreement.having("signatory", "bound")}
    return not parties & set(allowed) and _NAME.fullmatch(words) is not None


_NAME = re.compile(r"[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+){1,3}")


def excepted(term: Term, claim: Claim, agreement: Agreement) -> str | None:
    """Why the text itself exempts what is told (its act, actor, target or zone); None where it does not."""
    e = term.except_
    named = (*claim.actors, *claim.between)
    actors = {i for p in named if p.id for i in (p.id, *agreement.commanders(p.id))}
    target = claim.target.id if claim.target else None
    zone = set(agreement.zone_chain(claim.zone)) if claim.zone in agreement.zones and claim.zone else set()
    for what, met in (
        ("the act", {claim.act} & set(e.acts)),
        ("the actor", actors & set(e.actors)),
        ("the target", {target} & set(e.actors)),
        ("the place", zone & set(e.zones)),
    ):
        if met:
            return f"{EXEMPT}itself exempts {what}: {min(str(m) for m in met)}"
    if target in agreement.actors and target and agreement.actors[target].excluded:
        return f"{EXEMPT}excludes {target} from what it protects"
    return None


def reach(agreement: Agreement, term: Term, claim: Claim, chain: Sequence[Speaker] = ()) -> Reach:
    """All of the above in the order in which a person would ask it."""
    place = place_of(agreement, term, claim)
    bearers, not_bound, contested = bearers_of(agreement, term, claim, chain)
    bar = words_bar(claim) or not_bound or target_bar(agreement, term, claim)
    if bar is None and place == "unplaced":
        bar = f"R8: {claim.zone_words!r} is no zone of this case; whether it lies in {term.zone} is not known"
    if bar is None and place == "wider":
        bar = f"R11: speaks of {claim.zone}, which is wider than {term.zone}"
    return Reach(bearers, place, bar, contested)


def is_unnamed(words: str, key: str | None) -> bool:
    """R8: words such as 'troops' or 'the military' name nobody; a proper name that the case does not know does, and so do
    'protesters' and others who are nobody's forces."""
    if key is not None or not _civil().isdisjoint(words.lower().split()):
        return False
    common = _common()
    return not any(w[:1].isupper() and w.strip(".,'’").lower() not in common for w in words.split())


@cache
def _civil() -> frozenset[str]:
    return frozenset(vocabulary("unnamed.yaml")["civil"])


def _outsiders(agreement: Agreement, term: Term, claim: Claim) -> str | None:
    """R8: an event of no told author concerns a term only if all its known parties may be bound or protected by it."""
    allowed = {*term.bearer, *term.toward, *term.target, *term.protects}
    for party in claim.between:
        chain = {party.id, *agreement.commanders(party.id)} if party.id in agreement.actors and party.id else set()
        if not chain & allowed:
            return f"R8: an event with {party.label}, whom this term neither binds nor protects"
    return None


def _own_denial(agreement: Agreement, term: Term, claim: Claim, chain: Sequence[Speaker]) -> tuple[str, ...]:
    if claim.modality != "denied" or not chain or chain[0].actor not in agreement.actors or not chain[0].actor:
        return ()
    above = {chain[0].actor, *agreement.commanders(chain[0].actor)}
    return tuple(b for b in term.bearer if b in above)


@cache
def _common() -> frozenset[str]:
    return frozenset(vocabulary("unnamed.yaml")["words"])


def _link(agreement: Agreement, actor: str, bearer: str, term: Term, day: date | None) -> str | None:
    if actor == bearer:
        return "own"
    contested, current, seen = False, actor, {actor}
    while True:
        links = [u for u in agreement.actors[current].under if u.actor not in seen]
        links = [u for u in links if (not u.since or not day or u.since <= day) and (not u.until or not day or day <= u.until)]
        if not links:
            return None
        up = links[0]
        if up.how == "must-prevent":
            return "evidence-only" if up.actor == bearer else None
        contested = contested or bool(up.contested_by)
        if up.actor == bearer:
            return "contested" if contested else "commands"
        seen.add(up.actor)
        current = up.actor
