"""A testimony: a claim with what carries it (who published, who speaks, from when it was known, from which origin).

Invariant: weighing changes no word of a claim. A grade has two axes that are shown and never merged.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from servanda.reading.claim import Claim, Speaker

BearsAs = Literal["performs", "progress", "fails", "violates", "denies", "amends", "requests", "warns", "counts", "none"]
Interest = Literal["self-serving", "against-interest", "disinterested", "side-untold"]


@dataclass(frozen=True, slots=True)
class Carrier:
    """Who publishes the report: its source, reliability A to F, the actor it speaks for, whether it monitors.

    `side` is the actor it belongs to without speaking for it (an outlet close to a party).
    """

    source: str
    name: str
    kind: str
    reliability: str
    actor: str | None = None
    monitor: bool = False
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Bearing:
    """How a claim bears on one term for one bearer (None: all of them), how much it can carry, why not if not.

    `level` is 0 to 2 (DESIGN section 3, the calculus); `aside` is the reason for which the claim was set aside,
    the rule's number first. `exempt`: an act of the bearer that the text itself exempts, and so set aside; `contested`: it
    concerns the bearer only over a link of `under` that is contested (R8); `anew`: an act that undoes what the term
    asks for, and so says nothing against an earlier performance (R2).
    """

    term: str
    bearer: str | None
    as_: BearsAs
    interest: Interest
    level: int
    aside: str | None = None
    extent: str | None = None
    exempt: bool = False
    contested: bool = False
    anew: bool = False


@dataclass(frozen=True, slots=True)
class Testimony:
    """A claim and its weight. `voice` is who is heard: two testimonies are independent only if voices differ.

    `rests_on`: the voice of the source on which a row of a table rests.
    `retracted`: its own source has taken it back; then all its bearings are set aside.
    """

    claim: Claim
    carrier: Carrier
    known: date
    origin: str
    voice: str
    named: bool
    chain: tuple[Speaker, ...]
    bearings: tuple[Bearing, ...] = ()
    credibility: int = 6
    retracted: bool = False
    rests_on: str | None = None

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def source(self) -> str:
        """Whose word it is in the end: of a row of a table that names its one source, that source's (R6)."""
        return self.rests_on or self.voice

    @property
    def grade(self) -> str:
        """Reliability of the carrier and credibility of this claim, as two signs: 'B2'."""
        return f"{self.carrier.reliability}{self.credibility}"

    def on(self, term: str) -> tuple[Bearing, ...]:
        """The bearings on one term."""
        for other in self.bearings:
            if other.term != term:
                return tuple([b for b in self.bearings if b.term == term])
        return self.bearings

    @property
    def anchors(self) -> bool:
        """Whether its origin may establish at level 1 (R6): a named speaker, or a carrier graded A to D in its own
        words; an unnamed speaker stays unnamed whoever quotes him."""
        return self.named or (self.chain[0].kind == "outlet" and self.carrier.reliability in "ABCD")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything known at one day K, weighed: testimonies in the order of their claims' ids."""

    known_at: date
    testimonies: tuple[Testimony, ...]
    by_term: Mapping[str, tuple[Testimony, ...]] = field(default_factory=dict)
    _by_id: dict[str, Testimony] = field(init=False, default_factory=dict, compare=False, repr=False)

    def of(self, claim: str) -> Testimony | None:
        """The testimony of a claim, or None."""
        if not self._by_id:
            self._by_id.update({t.id: t for t in self.testimonies})  # at once: others may be asking
        return self._by_id.get(claim)
