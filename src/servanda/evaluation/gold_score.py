"""Rows for our own annotated reports, for any reader, and the sentences that are read worst.

Invariant: every reader is scored by the same rules (`claims.py`); sentences are listed from the half that may be
looked at, `dev`, alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from servanda.evaluation.claims import FIELDS, ClaimScores, Miss, Reader, grammar, score_claims, score_on
from servanda.evaluation.gold import SPLITS, load_annotator, load_gold
from servanda.evaluation.row import Row
from servanda.reading.sentences import split as sentences_of

AIMS = {"act+modality F1": 0.80, "full claim F1": 0.60, "verbatim spans": 1.0}


@dataclass(frozen=True, slots=True)
class BadSentence:
    """A sentence with what is read wrongly in it; `badness` counts wrong fields, a claim missed or made up as all."""

    report: str
    text: str
    badness: int
    wrong: tuple[str, ...]


def gold_rows(reader: Reader = grammar, name: str = "grammar", annotator: str | None = None) -> list[Row]:
    """A row for each split; or that of `test` by one annotator's claims."""
    if annotator is not None:
        scores, _ = score_on(load_annotator(annotator, "test"), reader)
        return [Row(f"claims ({name})", f"own gold, {annotator} annotator", "test", scores.gold, figures(scores), AIMS)]
    rows = []
    for half in SPLITS:
        scores, _ = score_claims(half, reader)
        aims = AIMS if half == "test" else {"verbatim spans": 1.0}
        rows.append(Row(f"claims ({name})", "own gold", half, scores.gold, figures(scores), aims))
    return rows


def figures(scores: ClaimScores) -> dict[str, float]:
    """F1 of the act, of act with modality and polarity, of the full claim; of the pairs, the share right in a field."""
    read = scores.agree["claims"]
    paired = max(1, scores.act)
    return {
        "act+modality F1": round(scores.f1(scores.modality), 3),
        "full claim F1": round(scores.f1(scores.full), 3),
        "verbatim spans": round(scores.verbatim / read, 3) if read else 1.0,
        "act F1": round(scores.f1(scores.act), 3),
        **{f"{f} right": round(scores.agree[f] / paired, 3) for f in (*FIELDS, "target") if f != "modality"},
    }


def worst(count: int, reader: Reader = grammar) -> list[BadSentence]:
    """The sentences of the half `dev` in which most is read wrongly, the worst first; ties in the order of the texts."""
    _, misses = score_claims("dev", reader)
    texts = {g.id: g.text for c in load_gold("dev") for g in c.reports}
    spans = {name: [(s.start, s.end) for s in sentences_of(text)] for name, text in texts.items()}
    found: dict[tuple[str, int], list[Miss]] = {}
    for miss in misses:
        found.setdefault((miss.report, _sentence(miss, spans[miss.report])), []).append(miss)
    listed = []
    for (name, index), missed in found.items():
        start, end = spans[name][index]
        badness = sum(len(m.wrong) if m.gold and m.read else len(FIELDS) for m in missed)
        listed.append(BadSentence(name, texts[name][start:end], badness, tuple(_told(m) for m in missed)))
    return sorted(listed, key=lambda s: -s.badness)[:count]


def _sentence(miss: Miss, spans: list[tuple[int, int]]) -> int:
    at = miss.gold.start if miss.gold else miss.read.start if miss.read else 0
    return next((i for i, (start, end) in enumerate(spans) if start <= at < end), len(spans) - 1)


def _told(miss: Miss) -> str:
    if miss.gold is None and miss.read is not None:
        return f"read and not there: {miss.read.act}, {miss.read.modality} ({miss.read.words!r})"
    if miss.gold is not None and miss.read is None:
        return f"not read: {miss.gold.act}, {miss.gold.modality} ({miss.gold.quote!r})"
    assert miss.gold is not None and miss.read is not None
    return f"{miss.gold.act} ({miss.gold.quote!r}): " + ", ".join(_pair(miss, f) for f in miss.wrong)


def _pair(miss: Miss, name: str) -> str:
    gold, read = miss.gold, miss.read
    assert gold is not None and read is not None
    values = {
        "modality": (gold.modality, read.modality),
        "polarity": (gold.polarity, read.polarity),
        "actors": (list(gold.actors), [p.label for p in read.actors]),
        "zone": (gold.zone, read.zone),
        "when": ([str(d) for d in gold.when], [str(read.when.earliest), str(read.when.latest)]),
        "speaker": (gold.speaker.actor or gold.speaker.kind, read.speaker.actor or read.speaker.kind),
    }
    want, have = values[name]
    return f"{name} {have} for {want}"
