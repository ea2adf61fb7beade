"""How well it is read whether things happened: UDS factuality of the predicates of the English Web Treebank.

Invariant: the halves are the treebank's own dev and test parts; a predicate that the reader does not list counts as
`uncertain`. The ratings: two annotators said of each predicate whether it happened, and how sure they were. Where they
agree, the value lies near 1 or -1, where they part or are unsure it lies near 0 (and its confidence below 1): nothing
lies between -0.9 and -0.5, and little between 0.4 and 0.8, so that any bound there gives the same three classes.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from servanda.reading.grammar import read
from servanda.reports.model import Report, Segment

CLASSES = ("fact", "not-fact", "uncertain")
THRESHOLD = 0.7
"""Values between -0.7 and 0.7 are uncertain."""
MOVED = {"train": (11463, 1), "dev": (343, -1)}
"""UDS was rated on an earlier release of the treebank: from this sentence on, its numbers are off by this much."""
CHUNK = 250


@dataclass(frozen=True, slots=True)
class Rated:
    """One rated predicate: the sentence's text, the place of its word, its value."""

    sentence: str
    text: str
    start: int
    word: str
    value: float

    @property
    def gold(self) -> str:
        """fact, not-fact or uncertain."""
        return "fact" if self.value >= THRESHOLD else "not-fact" if self.value <= -THRESHOLD else "uncertain"


def rated(shared: Path, split: str) -> list[Rated]:
    """Rated predicates of a part of the treebank (train, dev, test), in the order of its sentences.

    All of them are verbs. A sentence in which a number names no verb was changed since, and is left out.
    """
    ratings = json.loads(zipfile.ZipFile(shared / "uds-factuality" / "factuality.zip").read("factuality.json"))["data"]
    sentences = list(_sentences(shared / "ud-english-ewt" / f"en_ewt-ud-{split}.conllu.gz"))
    first, moved = MOVED.get(split, (len(sentences), 0))
    numbers = {int(name.rsplit("-", 1)[1]) - 1: predicates for name, predicates in ratings.items() if f"-{split}-" in name}
    found: list[Rated] = []
    for number, predicates in sorted(numbers.items()):
        n = number + (moved if number >= first else 0)
        if not 0 <= n < len(sentences):
            continue
        text, words = sentences[n]
        places = [(int(k.split("-")[-1]) - 1, v["factuality"]["factual"]["value"]) for k, v in predicates.items()]
        if any(i >= len(words) or words[i][2] not in {"VERB", "AUX"} for i, _ in places):
            continue
        name = f"ewt-{split}-{number + 1}"
        found += [Rated(name, text, words[i][0], words[i][1], value) for i, value in sorted(places)]
    return found


def _sentences(path: Path) -> Iterator[tuple[str, list[tuple[int, str, str]]]]:
    """Text and (place, form, tag) of the words of each sentence."""
    text = ""
    words: list[tuple[int, str, str]] = []
    at = 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# text = "):
                text, at, words = line[9:].rstrip("\n"), 0, []
            elif line == "\n":
                yield text, words
            elif line[0] != "#":
                columns = line.split("\t")
                if "-" in columns[0] or "." in columns[0]:
                    continue
                place = text.find(columns[1], at)
                words.append((place if place >= 0 else at, columns[1], columns[3]))
                at = place + len(columns[1]) if place >= 0 else at


def predicted(rows: Sequence[Rated]) -> list[str]:
    """What the reader makes of each predicate."""
    by_text: dict[str, dict[int, str]] = {}
    texts = list(dict.fromkeys(r.text for r in rows))
    for at in range(0, len(texts), CHUNK):
        part = texts[at : at + CHUNK]
        starts: list[int] = []
        joined = ""
        for text in part:
            starts.append(len(joined))
            joined += text + "\n\n"
        segments = tuple(Segment("body", s, s + len(t)) for s, t in zip(starts, part, strict=True))
        digest = hashlib.sha256(joined.encode()).hexdigest()
        reading = read(Report("-", digest, joined, segments, "txt"), None, all_sentences=True)
        for text, start in zip(part, starts, strict=True):
            by_text[text] = {p.start - start: p.factuality for p in reading.predicates if start <= p.start < start + len(text)}
    return [by_text.get(r.text, {}).get(r.start, "uncertain") for r in rows]


def macro_f1(gold: Sequence[str], read_: Sequence[str]) -> tuple[float, dict[str, float]]:
    """Mean of the F1 of the three classes, and each of them."""
    each = {}
    for name in CLASSES:
        tp = sum(g == name == p for g, p in zip(gold, read_, strict=True))
        fp = sum(g != name == p for g, p in zip(gold, read_, strict=True))
        fn = sum(g == name != p for g, p in zip(gold, read_, strict=True))
        each[name] = 2 * tp / (2 * tp + fp + fn) if tp + fp + fn else 0.0
    return sum(each.values()) / len(CLASSES), each


def table(shared: Path) -> list[dict[str, object]]:
    """Macro F1 on dev (looked at while the reader was made) and on test (held out)."""
    out: list[dict[str, object]] = []
    for half, split in (("tune", "dev"), ("held-out", "test")):
        rows = rated(shared, split)
        gold = [r.gold for r in rows]
        score, each = macro_f1(gold, predicted(rows))
        out.append(
            {"set": "UDS factuality", "half": half, "predicates": len(rows), "macro_f1": round(score, 3)}
            | {k: round(v, 3) for k, v in each.items()}
        )
    return out
