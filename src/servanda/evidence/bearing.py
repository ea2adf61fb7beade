"""How a claim bears on a term: performs, progress, fails, violates, denies, amends, requests, warns, counts, none.

Invariant: a pure function of agreement, term, claim and who says it; other claims play no part.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.agreement.model import Agreement, Power, Term
from servanda.evidence.acts import entailed, excluded, wholes
from servanda.evidence.levels import interest, level_amend, level_con, level_pro, sides
from servanda.evidence.scope import Reach, excepted, reach, words_bar
from servanda.evidence.testimony import Bearing, BearsAs, Carrier
from servanda.reading.claim import Claim, Speaker

POWERS = {
    "extend-deadline": "may_extend",
    "waive": "may_waive",
    "suspend": "may_suspend",
    "terminate": "may_terminate",
    "notify-termination": "may_terminate",
}
_DONE_WORDS = frozenset({"completed", "alleged"})
_PRO = frozenset({"performs", "progress"})


def bear(
    agreement: Agreement, term: Term, claim: Claim, chain: Sequence[Speaker], carrier: Carrier
) -> tuple[Bearing, ...]:
    """The bearings of a claim on a term, one for each bearer; empty where it does not touch the term."""
    if claim.act in POWERS or claim.act == "request-extension":
        return _change(agreement, term, claim, chain, carrier)
    relation = _relation(agreement, term, claim)
    if relation is None:
        return ()
    got = reach(agreement, term, claim, chain)
    if got.place == "other" or (
        got.aside and got.aside.startswith("R8: not an act") and not _near(agreement, term, claim, got)
    ):
        return ()
    as_ = _as(term, claim, relation)
    if got.aside is not None:
        return (Bearing(term.id, None, as_ if as_ == "warns" else "none", "disinterested", 0, got.aside),)
    extent = _extent(claim, relation, got)
    if as_ == "performs" and extent != "all":
        as_ = "progress"
    bearers: Sequence[str | None] = got.bearers or (None,)
    return tuple(_weighed(agreement, term, claim, chain, carrier, b, as_, relation, extent) for b in bearers)


def _relation(agreement: Agreement, term: Term, claim: Claim) -> str | None:
    """same, part, contrary, generic, count or None where the act has nothing to do with the term."""
    acts = set(term.act)
    if term.limits and entailed(claim.act) & acts and claim.quantity and claim.quantity.share is None:
        return "count"
    if entailed(claim.act) & acts:
        return "same"
    if wholes(claim.act) & acts and term.norm == "obligation":
        return "part"
    if any(claim.act in excluded(a) for a in acts):
        return "contrary"
    if claim.act == "breach-ceasefire" and any("breach-ceasefire" in entailed(a) for a in acts):
        return "generic"
    return None


def _as(term: Term, claim: Claim, relation: str) -> BearsAs:
    affirmed = claim.polarity == "affirmed"
    done = claim.modality in _DONE_WORDS
    if relation == "count":
        return "counts" if done or claim.modality == "under-way" else "none"
    if claim.modality in {"refused", "announced", "promised"}:
        return _early(term, claim, relation)
    if term.norm == "prohibition" or (term.norm == "maintenance" and relation in {"contrary", "generic"}):
        if claim.modality == "denied" or not affirmed:
            return "denies"
        return "violates" if done or claim.modality == "under-way" else "none"
    if claim.modality == "denied":
        return "denies"
    if relation == "contrary":
        return "fails" if affirmed and (done or claim.modality == "under-way") else "none"
    if done:
        return "performs" if affirmed else "fails"
    return (
        "progress"
        if affirmed and claim.modality == "under-way"
        else "fails"
        if claim.modality == "under-way"
        else "none"
    )


def _early(term: Term, claim: Claim, relation: str) -> BearsAs:
    """Words about later: a refusal to perform or an announcement of the contrary warns; nothing else counts."""
    contrary = relation == "contrary" or (term.norm == "prohibition" and relation in {"same", "generic"})
    if claim.modality == "refused":
        return "none" if contrary else "warns"
    return "warns" if contrary == (claim.polarity == "affirmed") else "none"


def _extent(claim: Claim, relation: str, got: Reach) -> str:
    """R11: a part of the place, of the whole, or of the act is a part."""
    if relation == "part" or got.place == "within":
        return "part"
    return claim.extent


def _weighed(
    agreement: Agreement,
    term: Term,
    claim: Claim,
    chain: Sequence[Speaker],
    carrier: Carrier,
    bearer: str | None,
    as_: BearsAs,
    relation: str,
    extent: str,
) -> Bearing:
    who = sides(agreement, term, (bearer,) if bearer else term.bearer)
    if relation == "part" and not _by_beneficiary(agreement, term, claim):
        return Bearing(
            term.id, bearer, "none", "disinterested", 0, "R11: only the beneficiary's entry is part of a withdrawal"
        )
    if excepted(term, claim, agreement):
        return Bearing(
            term.id, bearer, as_, "disinterested", 0, "R8: the text itself exempts this act, actor or place", extent
        )
    pro = (as_ in _PRO and claim.modality != "under-way") or (as_ == "denies" and term.norm != "obligation")
    level = (
        level_pro(agreement, term, who, chain, claim, carrier)
        if pro
        else level_con(agreement, who, chain, claim, carrier)
    )
    if bearer is None and not pro and chain and chain[0].actor in agreement.actors and chain[0].actor:
        # nobody is named as the author: a party's word about it serves that party
        level = (
            0 if agreement.side(chain[0].actor) in who.bearer | who.others and chain[0].kind != "monitor" else level
        )
    side = agreement.side(chain[0].actor) if chain and chain[0].actor in agreement.actors and chain[0].actor else None
    return Bearing(term.id, bearer, as_, interest(level, pro=pro, side=side, who=who), level, None, extent)


def _change(
    agreement: Agreement, term: Term, claim: Claim, chain: Sequence[Speaker], carrier: Carrier
) -> tuple[Bearing, ...]:
    """R4: bearings of acts that change the duty itself."""
    if not names(agreement, term, claim):
        return ()
    who = sides(agreement, term, term.bearer)
    if claim.act == "request-extension" or claim.modality == "requested":
        if words_bar(claim) and claim.modality != "requested":
            return (Bearing(term.id, None, "none", "disinterested", 0, words_bar(claim)),)
        return (Bearing(term.id, None, "requests", "disinterested", 0),)
    power: Power | None = getattr(term, POWERS[claim.act])
    bar = words_bar(claim)
    if power is None:
        bar = bar or f"R4: nobody holds a power to {claim.act} here"
    if bar is not None or power is None:
        return (Bearing(term.id, None, "none", "disinterested", 0, bar),)
    level = level_amend(agreement, power, who, chain, claim, carrier)
    side = agreement.side(chain[0].actor) if chain and chain[0].actor in agreement.actors and chain[0].actor else None
    return (Bearing(term.id, None, "amends", interest(level, pro=True, side=side, who=who), level),)


def names(agreement: Agreement, term: Term, claim: Claim) -> bool:
    """R4: whether a change names this term by article, place, bearer or date; one that names none moves none."""
    if claim.article and term.article:
        return claim.article == term.article
    if claim.zone in agreement.zones and claim.zone:
        return term.zone is not None and claim.zone in agreement.zone_chain(term.zone)
    if claim.zone_words:
        return False
    first = term.due.day if term.due else None
    if claim.old_due and first:
        return claim.old_due == first
    if claim.new_due and first and claim.new_due < first:
        return False
    target = claim.target.id if claim.target else None
    return bool(target and {target, *agreement.commanders(target)} & set(term.bearer)) and first is not None


def _by_beneficiary(agreement: Agreement, term: Term, claim: Claim) -> bool:
    owed = {agreement.side(a) for a in term.toward}
    return any(p.id in agreement.actors and p.id and agreement.side(p.id) in owed for p in claim.actors)


def _near(agreement: Agreement, term: Term, claim: Claim, got: Reach) -> bool:
    """An act of somebody who is not bound is shown where it happened in the term's own place."""
    return got.place in {"equal", "within"} and claim.modality in _DONE_WORDS | {"under-way", "refused"}
