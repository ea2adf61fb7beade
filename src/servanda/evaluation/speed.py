"""How fast reports are read on one core, beside a plain pass of the same spaCy pipeline over the same texts.

The plain pass is `nlp.pipe` over the sentences of the texts. They are split beforehand, which is not timed, since our own
pipeline takes each text for one sentence.

Invariant: both passes see the same texts in the same batches, in one process, warmed up, one after the other, and are
timed in processor time; of each batch the least of several rounds is taken, so that other work counts for little.
"""

from __future__ import annotations

import gzip
import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from spacy.language import Language

from servanda.evaluation.gold import load_gold
from servanda.evaluation.row import Row
from servanda.reading.grammar import Item, read_all
from servanda.reading.names import Names
from servanda.reading.parser import load
from servanda.reading.sentences import split
from servanda.reports.building import Content, build
from servanda.reports.metadata import Metadata

ROUNDS = 4
TOGETHER = 64
"""Reports in a batch."""
EVERY = 20
"""In the mixed feed one report in so many is about the conflict that the names are of. A feed that is followed for one
conflict, whether of an agency, a country or a region, tells of much else: five reports in a hundred are many for it.
Reports about it are read in full, so that the feed is read the faster the fewer they are."""
SAMPLE = 2
"""Of the documents of the treebanks each so-manyth is taken: enough texts of all sorts, in half a minute."""
FEED = (
    ("ud-english-gum-free", "en_gum-free-dev.conllu.gz"),
    ("ud-english-gum-free", "en_gum-free-test.conllu.gz"),
    ("ud-english-ewt", "en_ewt-ud-dev.conllu.gz"),
)
Batch = Sequence[Item]


def speed_rows(shared: Path | None, model: str | None = None) -> list[Row]:
    """A row for text full of claims (our own gold) and one for a mixed feed (treebank texts, one report in EVERY ours)."""
    nlp = load(model)
    dense = dense_texts()
    name = model or "own small pipeline"
    rows = [_row(f"own gold, {name}", dense, nlp, {"times the cost of a plain parse": -1.5})]
    files = [shared / folder / file for folder, file in FEED] if shared else []
    there = [f for f in files if f.is_file()]
    if not there:
        data = f"mixed feed, {name}"
        return [*rows, Row("speed", data, "all", skipped="no ud-english-gum-free or ud-english-ewt")]
    feed = mixed(dense, [text for f in there for text in documents(f)][::SAMPLE])
    return [*rows, _row(f"mixed feed, {name}", feed, nlp, {"times as fast as a plain parse": 5.0})]


def dense_texts() -> list[Item]:
    """Our annotated reports, each with the names of its conflict."""
    out = []
    for conflict in load_gold():
        agreement = conflict.agreement()
        names = Names.of(agreement)
        out += [Item(conflict.report(gold), agreement, names) for gold in conflict.reports]
    return out


def mixed(dense: Batch, texts: Sequence[str]) -> list[Item]:
    """The texts as reports, each EVERYth in the feed one of the first conflict, all read with its names."""
    agreement, names = dense[0].agreement, dense[0].names
    own = [item for item in dense if item.agreement is agreement]
    out: list[Item] = []
    for number, text in enumerate(texts):
        digest = hashlib.sha256(text.encode()).hexdigest()
        report = build(f"{number}.txt", digest, "txt", Content(text, Metadata(language="en")))
        out.append(Item(report, agreement, names))
        if len(out) % EVERY == EVERY - 1:
            out.append(own[len(out) // EVERY % len(own)])
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


def _row(data: str, items: Batch, nlp: Language, aims: dict[str, float]) -> Row:
    readings = list(read_all(items, nlp=nlp))
    reading = parsing = 0.0
    for at in range(0, len(items), TOGETHER):
        batch = items[at : at + TOGETHER]
        both = [_measured(batch, nlp) for _ in range(ROUNDS)]
        reading += min(r for r, _ in both)
        parsing += min(p for _, p in both)
    words = sum(len(item.report.text.split()) for item in items)
    sentences = sum(len(r.sentences) for r in readings)
    scores = {
        "times the cost of a plain parse": round(reading / parsing, 2),
        "times as fast as a plain parse": round(parsing / reading, 2),
        "words/s": round(words / reading),
        "reports/s": round(len(items) / reading),
        "plain parse words/s": round(words / parsing),
        "sentences parsed": round(sum(r.parsed for r in readings) / max(1, sentences), 3),
    }
    told = {k: v for k, v in scores.items() if not k.startswith("times ") or k in aims}
    return Row("speed", data, "all", len(items), told, aims)


def _measured(batch: Batch, nlp: Language) -> tuple[float, float]:
    """Seconds of the processor for reading a batch, and for parsing the same texts."""
    texts = [item.report.text for item in batch]
    sentences = [text[s.start : s.end] for text in texts for s in split(text)]
    return _timed(lambda: list(read_all(batch, nlp=nlp))), _timed(lambda: list(nlp.pipe(sentences)))


def _timed(work: Callable[[], object]) -> float:
    since = time.process_time()
    work()
    return max(time.process_time() - since, 1e-9)
