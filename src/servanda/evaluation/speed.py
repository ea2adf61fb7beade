"""How fast reports are read on one core, beside a plain pass of the same spaCy pipeline over the same texts.

Invariant: both passes see the same texts with the same model, warmed up, and are timed in processor time, so that
other work on the machine does not count; the least of several rounds is taken.
"""

from __future__ import annotations

import gzip
import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from spacy.language import Language

from servanda.agreement.model import Agreement
from servanda.evaluation.gold import load_gold
from servanda.evaluation.row import Row
from servanda.reading.grammar import read
from servanda.reading.names import Names
from servanda.reading.parser import load
from servanda.reports.building import Content, build
from servanda.reports.metadata import Metadata
from servanda.reports.model import Report

ROUNDS = 3
EVERY = 10
"""In the mixed feed one report in so many is about the conflict that the names are of."""
FEED = (
    ("ud-english-gum-free", "en_gum-free-dev.conllu.gz"),
    ("ud-english-gum-free", "en_gum-free-test.conllu.gz"),
    ("ud-english-ewt", "en_ewt-ud-dev.conllu.gz"),
)
Batch = Sequence[tuple[Report, Agreement, Names]]


def speed_rows(shared: Path | None, model: str | None = None) -> list[Row]:
    """A row for text full of claims (our own gold) and one for a mixed feed (treebank texts, one report in ten ours)."""
    nlp = load(model)
    dense = dense_texts()
    name = model or "own small pipeline"
    rows = [_row(f"own gold, {name}", dense, nlp, {"times the cost of a plain parse": -1.5})]
    files = [shared / folder / file for folder, file in FEED] if shared else []
    there = [f for f in files if f.is_file()]
    if not there:
        data = f"mixed feed, {name}"
        return [*rows, Row("speed", data, "all", skipped="no ud-english-gum-free or ud-english-ewt")]
    feed = mixed(dense, [text for f in there for text in documents(f)])
    return [*rows, _row(f"mixed feed, {name}", feed, nlp, {"times as fast as a plain parse": 5.0})]


def dense_texts() -> list[tuple[Report, Agreement, Names]]:
    """Our annotated reports, each with the names of its conflict."""
    out = []
    for conflict in load_gold():
        agreement = conflict.agreement()
        names = Names.of(agreement)
        out += [(conflict.report(gold), agreement, names) for gold in conflict.reports]
    return out


def mixed(dense: Batch, texts: Sequence[str]) -> list[tuple[Report, Agreement, Names]]:
    """The texts as reports, each EVERYth one followed by a report of the first conflict, all read with its names."""
    agreement, names = dense[0][1], dense[0][2]
    own = [report for report, of, _ in dense if of is agreement]
    out: list[tuple[Report, Agreement, Names]] = []
    for number, text in enumerate(texts):
        digest = hashlib.sha256(text.encode()).hexdigest()
        report = build(f"{number}.txt", digest, "txt", Content(text, Metadata(language="en")))
        out.append((report, agreement, names))
        if number % EVERY == EVERY - 1:
            out.append((own[number // EVERY % len(own)], agreement, names))
    return out


def documents(path: Path) -> Iterator[str]:
    """The running texts of the documents of a treebank, paragraphs divided by an empty line."""
    parts: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc") and parts:
                yield "".join(parts).strip()
                parts = []
            elif line.startswith("# newpar"):
                parts.append("\n\n")
            elif line.startswith("# text = "):
                parts.append(line.removeprefix("# text = ").rstrip("\n") + " ")
    if parts:
        yield "".join(parts).strip()


def _row(data: str, batch: Batch, nlp: Language, aims: dict[str, float]) -> Row:
    texts = [report.text for report, _, _ in batch]
    words = sum(len(text.split()) for text in texts)
    readings = [read(report, agreement, names=names, nlp=nlp) for report, agreement, names in batch]
    reading = _least(lambda: [read(report, agreement, names=names, nlp=nlp) for report, agreement, names in batch])
    parsing = _least(lambda: list(nlp.pipe(texts)))
    sentences = sum(len(r.sentences) for r in readings)
    scores = {
        "times the cost of a plain parse": round(reading / parsing, 2),
        "times as fast as a plain parse": round(parsing / reading, 2),
        "words/s": round(words / reading),
        "reports/s": round(len(batch) / reading),
        "plain parse words/s": round(words / parsing),
        "sentences parsed": round(sum(r.parsed for r in readings) / max(1, sentences), 3),
    }
    told = {k: v for k, v in scores.items() if not k.startswith("times ") or k in aims}
    return Row("speed", data, "all", len(batch), told, aims)


def _least(work: Callable[[], object]) -> float:
    """Least processor time of the rounds, in seconds."""
    times = []
    for _ in range(ROUNDS):
        since = time.process_time()
        work()
        times.append(time.process_time() - since)
    return max(min(times), 1e-9)
