"""How far two careful annotators agree: what a reader can reach at most.

Invariant: an annotator is scored as any reader is, by the same rules (`claims.py`). No direction is left out: an open
bound is compared only where the one who is taken for gold gives it, so each is once the gold and once the reader.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from servanda.agreement.model import Agreement
from servanda.evaluation.claims import Reader, score_on
from servanda.evaluation.gold import ANNOTATORS, GoldClaim, GoldConflict, load_annotator, load_gold
from servanda.evaluation.gold_score import figures
from servanda.evaluation.row import Row
from servanda.reading.claim import Claim, Modality, Party, Speaker, SpeakerKind, When
from servanda.reports.model import Report

GOLD = "adjudicated"
HALVES = ("test", "dev")
"""The halves of which something was annotated twice: all of `test`, six conflicts of `dev`."""


def agreement_rows() -> list[Row]:
    """For each half: a row for each annotator read by the other, and for each by what was decided between them."""
    return [row for half in HALVES for row in _rows(half)]


def _rows(half: str) -> Iterator[Row]:
    annotated = {name: load_annotator(name, half) for name in ANNOTATORS}
    twice = {c.id for conflicts in annotated.values() for c in conflicts}
    annotated[GOLD] = tuple(c for c in load_gold(half) if c.id in twice)
    first, second = ANNOTATORS
    for gold, other in ((first, second), (second, first), (GOLD, first), (GOLD, second)):
        scores, _ = score_on(annotated[gold], as_annotated(annotated[other]))
        yield Row(f"{other} by {gold}", "own gold, annotated twice", half, scores.gold, figures(scores))


def as_annotated(conflicts: Iterable[GoldConflict]) -> Reader:
    """A reader that gives, for the reports of these conflicts, the claims that are annotated."""
    known = {c.id: c for c in conflicts}

    def annotated(report: Report, agreement: Agreement) -> Sequence[Claim]:
        conflict = known[agreement.id]
        gold = next(g for g in conflict.reports if f"{g.id}.txt" == report.path)
        return [_claim(n, claim, conflict, report) for n, claim in enumerate(gold.claims)]

    return annotated


def _claim(number: int, gold: GoldClaim, conflict: GoldConflict, report: Report) -> Claim:
    return Claim(
        id=f"c-{number}",
        report=report.path,
        report_sha256=report.sha256,
        segment="body",
        quote=gold.quote,
        start=gold.start,
        end=gold.end,
        speaker=Speaker(gold.speaker.name, gold.speaker.actor, cast("SpeakerKind", gold.speaker.kind)),
        via=(),
        act=gold.act,
        words=gold.quote,
        actors=tuple(_party(a, conflict) for a in gold.actors),
        target=_party(gold.target, conflict) if gold.target else None,
        zone=gold.zone,
        when=When(*gold.when, "explicit"),
        said=When(None, None, "publication"),
        extent="unknown",
        polarity=gold.polarity,
        modality=cast("Modality", gold.modality),
        new_due=gold.new_due,
    )


def _party(name: str, conflict: GoldConflict) -> Party:
    return Party(name, name if name in conflict.actors else None)
