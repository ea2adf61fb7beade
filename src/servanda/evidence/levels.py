"""R5, interest: what a claim can carry for a term, from who says it and who is helped by it.

Invariant: a level is 0, 1 or 2 and depends only on the speakers in the chain, the term, and the claim's words;
never on how often something was repeated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from servanda.agreement.model import Agreement, Power, Term
from servanda.evidence.carriers import is_named, mandated, side_of
from servanda.evidence.testimony import Carrier, Interest
from servanda.reading.claim import Claim, Speaker

_PASSES_ON = frozenset({"outlet"})


@dataclass(frozen=True, slots=True)
class Sides:
    """The sides that matter for one bearing: whose conduct it is about, to whom it is owed, who else is bound."""

    bearer: frozenset[str]
    owed: frozenset[str]
    others: frozenset[str]


def sides(agreement: Agreement, term: Term, bearers: Iterable[str]) -> Sides:
    """The sides of a term as seen from some of its bearers."""
    own = frozenset(map(agreement.side, bearers))
    owed = frozenset(map(agreement.side, term.toward)) - own
    bound = frozenset(map(agreement.side, agreement.having("signatory", "bound")))
    guarantors = frozenset(agreement.having("guarantor"))
    return Sides(own, owed, bound - own - (guarantors - own - frozenset(term.bearer)))


def level_pro(agreement: Agreement, term: Term, who: Sides, chain: Sequence[Speaker], claim: Claim, carrier: Carrier) -> int:
    """R5, for performance: bearer's side 0; monitor 2; those it is owed to 2 (1 if others are protected); others 1.

    A monitor that belongs to the bearer's own side is no monitor of the bearer's performance.
    """
    owed = 1 if set(term.protects) - set(term.toward) else 2

    def of(side: str | None, mandated: bool) -> int:
        return 0 if side in who.bearer else 2 if mandated else owed if side in who.owed else 1

    return _least(agreement, chain, claim, carrier, of)


def level_con(agreement: Agreement, who: Sides, chain: Sequence[Speaker], claim: Claim, carrier: Carrier) -> int:
    """R5, against performance: the accused's own side 2; monitor 2; other parties 0; others 1 (unnamed: 1)."""

    def of(side: str | None, mandated: bool) -> int:
        if side in who.bearer or mandated:
            return 2
        return 0 if side in who.others or side in who.owed else 1

    return _least(agreement, chain, claim, carrier, of)


def level_amend(
    agreement: Agreement, power: Power, who: Sides, chain: Sequence[Speaker], claim: Claim, carrier: Carrier
) -> int:
    """R4, R5, for a change of the duty: holder 2, monitor 2, bearer 0, others 1 (unnamed: 1 at most)."""
    holders = {agreement.side(h) for h in power.holders} | set(power.holders)

    def of(side: str | None, mandated: bool) -> int:
        if side in holders or mandated:
            return 2
        return 0 if side in who.bearer else 1

    return _least(agreement, chain, claim, carrier, of)


def interest(*, pro: bool, side: str | None, who: Sides, untold: bool = False) -> Interest:
    """Whom the claim serves: its own speaker, his adversary, or neither; open where an official may be any side's."""
    if side is None and untold:
        return "side-untold"
    if side in who.bearer:
        return "self-serving" if pro else "against-interest"
    if side in who.owed or side in who.others:
        return "against-interest" if pro else "self-serving"
    return "disinterested"


def _least(
    agreement: Agreement,
    chain: Sequence[Speaker],
    claim: Claim,
    carrier: Carrier,
    of: Callable[[str | None, bool], int],
) -> int:
    """The minimum over the chain of speakers and, where it speaks for an actor, the carrier.

    Outlets that pass on another's words are transparent (R6). One who is not named carries 1 at most. An outlet's
    own words have the interest of the side it belongs to. An official of whom no text says whose may be any side's,
    so that his word carries the least that it may.
    """
    if claim.modality == "alleged" or carrier.reliability == "E":
        return 0
    found: list[int] = []
    for number, speaker in enumerate(chain):
        if number and speaker.kind in _PASSES_ON and speaker.actor is None:
            continue
        side = side_of(agreement, speaker, carrier)
        level = 0 if side is None and speaker.untold else of(side, mandated(agreement, speaker, carrier))
        found.append(level if is_named(speaker) else min(level, 1))
    if carrier.actor in agreement.actors and carrier.actor:
        found.append(of(agreement.side(carrier.actor), carrier.monitor))
    return min(found, default=1)
