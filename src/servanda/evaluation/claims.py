"""How well claims are read: the reader against our own annotated reports.

Invariant: a claim that was read counts for one annotated claim at most. They are paired where the act is the same and
the quotes overlap; among several pairs the one that agrees in most fields is taken first, then the earlier one. Acts
that the guidelines leave out are not counted against the reader, nor are comments and opinions.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from servanda.agreement.model import Agreement
from servanda.evaluation.gold import NOT_ANNOTATED, GoldClaim, GoldConflict, GoldReport, load_gold
from servanda.reading import read
from servanda.reading.claim import Claim
from servanda.reports.model import Report

Reader = Callable[[Report, Agreement], Sequence[Claim]]
"""Any reader, measured alike: a report and the names of a conflict in, claims out."""
FIELDS = ("modality", "polarity", "actors", "zone", "when", "speaker")
_GROUPS = {"named-official": "official", "unnamed-official": "official"}


@dataclass(slots=True)
class ClaimScores:
    """Counts over a split; `agree` counts, among the pairs, those that agree in a field."""

    gold: int = 0
    read: int = 0
    act: int = 0
    modality: int = 0
    full: int = 0
    verbatim: int = 0
    agree: Counter[str] = field(default_factory=Counter)
    words: int = 0
    seconds: float = 0.0

    def f1(self, matched: int) -> float:
        """F1 of a count of matches; 0.0 where nothing was read or annotated."""
        return 2 * matched / (self.gold + self.read) if self.gold + self.read else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """One annotated claim that was not read, or was read otherwise; or one read that is not there (`gold` None)."""

    report: str
    gold: GoldClaim | None
    read: Claim | None
    wrong: tuple[str, ...]


def grammar(report: Report, agreement: Agreement) -> Sequence[Claim]:
    """The reader `grammar`."""
    return read(report, agreement).claims


def score_claims(split: str, reader: Reader = grammar) -> tuple[ClaimScores, tuple[Miss, ...]]:
    """The scores of a reader on a split, with all that is not read as annotated, in the order of the texts."""
    return score_on(load_gold(split), reader)


def score_on(conflicts: Iterable[GoldConflict], reader: Reader = grammar) -> tuple[ClaimScores, tuple[Miss, ...]]:
    """The scores of a reader on annotated conflicts, with all that is not read as annotated, in the order of the texts."""
    scores = ClaimScores()
    misses: list[Miss] = []
    for conflict in conflicts:
        agreement = conflict.agreement()
        for gold in conflict.reports:
            report = conflict.report(gold)
            since = time.perf_counter()
            found = reader(report, agreement)
            scores.seconds += time.perf_counter() - since
            scores.words += len(gold.text.split())
            scores.verbatim += sum(report.text[c.start : c.end] == c.quote for c in found)
            scores.agree["claims"] += len(found)
            misses += _compare(conflict, gold, _once([c for c in found if counted(c)]), scores)
    return scores, tuple(misses)


def counted(claim: Claim) -> bool:
    """Whether a claim that was read is compared with the annotations."""
    return (
        claim.act not in NOT_ANNOTATED and claim.segment != "comment" and not (claim.opinion and claim.modality != "possible")
    )


def _once(found: Sequence[Claim]) -> list[Claim]:
    """An act told of a list of places is read as a claim for each, and annotated once, with the first."""
    return list({(c.start, c.end, c.act, c.words, c.speaker, c.actors): c for c in reversed(found)}.values())[::-1]


def _compare(conflict: GoldConflict, gold: GoldReport, found: Sequence[Claim], scores: ClaimScores) -> Iterable[Miss]:
    scores.gold += len(gold.claims)
    scores.read += len(found)
    paired = pairs(conflict, gold, gold.claims, found)
    for g, c in paired:
        right = agreeing(conflict, gold, gold.claims[g], found[c])
        scores.act += 1
        scores.modality += "modality" in right and "polarity" in right
        scores.full += len(right) == len(FIELDS)
        scores.agree.update(right)
        scores.agree["target"] += _same_target(conflict, gold.claims[g], found[c])
        if wrong := tuple(f for f in FIELDS if f not in right):
            yield Miss(gold.id, gold.claims[g], found[c], wrong)
    left, taken = {g for g, _ in paired}, {c for _, c in paired}
    yield from (Miss(gold.id, x, None, ("act",)) for i, x in enumerate(gold.claims) if i not in left)
    yield from (Miss(gold.id, None, x, ("act",)) for i, x in enumerate(found) if i not in taken)


def pairs(
    conflict: GoldConflict, report: GoldReport, gold: Sequence[GoldClaim], found: Sequence[Claim]
) -> list[tuple[int, int]]:
    """Indices of annotated and read claims that belong together, one to one."""
    candidates = [
        (-len(agreeing(conflict, report, g, c)), i, j)
        for i, g in enumerate(gold)
        for j, c in enumerate(found)
        if g.act == c.act and g.start < c.end and c.start < g.end
    ]
    chosen: list[tuple[int, int]] = []
    for _, i, j in sorted(candidates):
        if all(i != a and j != b for a, b in chosen):
            chosen.append((i, j))
    return chosen


def agreeing(conflict: GoldConflict, report: GoldReport, gold: GoldClaim, claim: Claim) -> frozenset[str]:
    """The fields in which a claim that was read agrees with the annotation.

    What is read as the words of the outlet that publishes is the report's own: its speaker's.
    """
    named = {p.id for p in claim.actors if p.id} | {p.words for p in claim.actors if not p.id}
    judged = {
        "modality": gold.modality == claim.modality,
        "polarity": gold.polarity == claim.polarity,
        "actors": _same_actors(conflict, gold.actors, named),
        "zone": gold.zone == claim.zone,
        # a bound that the annotation leaves open is not compared
        "when": all(
            want is None or want == have for want, have in zip(gold.when, (claim.when.earliest, claim.when.latest), strict=True)
        ),
        "speaker": _same_speaker(report, gold, claim),
    }
    return frozenset(name for name, right in judged.items() if right)


def _same_actors(conflict: GoldConflict, gold: Sequence[str], read_: set[str]) -> bool:
    known = {a for a in gold if a in conflict.actors}
    if known != {a for a in read_ if a in conflict.actors}:
        return False
    # where the annotation has words, words must be read that share one with them; where it has no actor at all,
    # words that name nobody of the conflict ('Shells', 'the gunmen') do no harm
    words = {w for a in gold if a not in conflict.actors for w in _words(a)}
    return not words or bool(words & {w for a in read_ if a not in conflict.actors for w in _words(a)})


def _same_target(conflict: GoldConflict, gold: GoldClaim, claim: Claim) -> bool:
    """Of the actors of the conflict alone: none where neither names one. It is no part of the full claim."""
    want = gold.target if gold.target in conflict.actors else None
    return want == (claim.target.id if claim.target is not None else None)


def _words(text: str) -> set[str]:
    return {w for w in re.findall(r"\w+", text.casefold()) if len(w) > 2}


def _same_speaker(report: GoldReport, gold: GoldClaim, claim: Claim) -> bool:
    read_, own = claim.speaker, report.speaker
    other = read_.kind == "outlet" and read_.name not in (None, report.source)
    if other or (gold.speaker.kind == "outlet" and gold.speaker != own):
        # another outlet than the one that publishes: which one is not compared, names never are
        return other and gold.speaker.kind == "outlet" and gold.speaker != own
    # hearsay of nobody named ('allegedly', 'it is reported') is the report's own assertion, by the guidelines
    its_own = read_.kind == "outlet" or (read_.kind == "unknown" and read_.name is None)
    actor, kind = (own.actor, own.kind) if its_own else (read_.actor, read_.kind)
    return gold.speaker.actor == actor and _GROUPS.get(gold.speaker.kind, gold.speaker.kind) == _GROUPS.get(kind, kind)
