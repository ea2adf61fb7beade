"""Scores of the time reader on texts annotated by others and by us: a prediction counts for one gold time at most.

Strict: the same span. Relaxed: spans that overlap. Value: spans that overlap and the same value,
compared at the level of days (a clock time or part of the day is left off); a gold time without a
value can be found, but never matched by value, and counts against the reader.
"""

from __future__ import annotations

import html
import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ruamel.yaml import YAML

from servanda.reading.times import Anchor, find_times

DEV_HALF = ("01", "03", "05", "09", "15", "19")
"""Numbers of the WikiWars documents that rules may be tuned on; the others are held out."""

_DOCUMENT = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
_PUBLISHED = re.compile(r"<DATETIME>.*?(\d{4}-\d\d-\d\d)", re.DOTALL)
_TAG = re.compile(r"<(/?)TIMEX2([^>]*)>")


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated time: code points in the text, and its value ('' where none is given)."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its gold times; `published` None where none is known."""

    name: str
    text: str
    published: date | None
    gold: tuple[Gold, ...]


@dataclass(slots=True)
class Counts:
    """Matches, predictions and gold times; the F1 scores follow from them."""

    strict: int = 0
    relaxed: int = 0
    value: int = 0
    predicted: int = 0
    gold: int = 0
    chars: int = 0
    seconds: float = 0.0

    def f1(self, matched: int) -> float:
        """F1 in per cent, one decimal."""
        total = self.predicted + self.gold
        return round(200 * matched / total, 1) if total else 0.0


def read_timex2(path: Path) -> Document:
    """One WikiWars file with inline TIMEX2. Raises ValueError where it holds no TEXT element."""
    raw = path.read_text(encoding="utf-8")
    body = _DOCUMENT.search(raw)
    if body is None:
        raise ValueError(f"{path.name}: no TEXT element")
    published = _PUBLISHED.search(raw)
    parts: list[str] = []
    length, at = 0, 0
    opened: list[tuple[int, str]] = []
    gold: list[Gold] = []
    for tag in _TAG.finditer(body.group(1)):
        plain = html.unescape(body.group(1)[at : tag.start()])
        parts.append(plain)
        length += len(plain)
        at = tag.end()
        if not tag.group(1):
            value = re.search(r'\bval="([^"]*)"', tag.group(2))
            opened.append((length, value.group(1) if value else ""))
        elif opened:
            start, val = opened.pop()
            gold.append(Gold(start, length, val))
    parts.append(html.unescape(body.group(1)[at:]))
    return Document(
        path.stem.split(".")[0],
        "".join(parts),
        date.fromisoformat(published.group(1)) if published else None,
        tuple(sorted(gold, key=lambda g: (g.start, g.end))),
    )


def same_value(predicted: str, gold: str) -> bool:
    """Whether two values agree at the level of days."""
    return bool(gold) and _days_only(predicted) == _days_only(gold)


def _days_only(value: str) -> str:
    return value if value.startswith("P") else re.sub(r"T.*$", "", value)


def score(document: Document, counts: Counts, anchor: Anchor) -> list[tuple[Gold | None, str, str]]:
    """Add one document to the counts; returns what was missed, wrong or spurious, for people."""
    began = time.process_time()
    found = find_times(document.text, anchor)
    counts.seconds += time.process_time() - began
    counts.chars += len(document.text)
    counts.predicted += len(found)
    counts.gold += len(document.gold)
    free = list(found)
    wrong: list[tuple[Gold | None, str, str]] = []
    pairs = _paired(document.gold, [(t.start, t.end) for t in found])
    for index, gold in enumerate(document.gold):
        match = pairs.get(index)
        if match is None:
            wrong.append((gold, "", ""))
            continue
        time_ = found[match]
        free[match] = None  # type: ignore[call-overload]
        counts.relaxed += 1
        counts.strict += (time_.start, time_.end) == (gold.start, gold.end)
        if same_value(time_.value, gold.value):
            counts.value += 1
        else:
            wrong.append((gold, time_.text, time_.value))
    wrong.extend((None, t.text, t.value) for t in free if t is not None)
    return wrong


def _paired(gold: Sequence[Gold], found: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Gold to prediction: exact spans first, then overlaps, each used once."""
    exact = {span: index for index, span in enumerate(found)}
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for index, item in enumerate(gold):
        match = exact.get((item.start, item.end))
        if match is not None and match not in used:
            pairs[index] = match
            used.add(match)
    for index, item in enumerate(gold):
        if index in pairs:
            continue
        for number, (start, end) in enumerate(found):
            if number not in used and start < item.end and item.start < end:
                pairs[index] = number
                used.add(number)
                break
    return pairs


def news_documents(path: Path) -> Iterable[tuple[str, Document]]:
    """The news sentences of our own gold: (half, document). Each time is given by its words."""
    loaded = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    for number, entry in enumerate(loaded["sentences"]):
        text, at, gold = str(entry["text"]), 0, []
        for words, value in entry["times"]:
            start = text.index(words, at)
            at = start + len(words)
            gold.append(Gold(start, at, str(value)))
        published = entry.get("published")
        yield entry["half"], Document(f"news {number}", text, published, tuple(gold))


def _row(name: str, counts: Counts) -> dict[str, object]:
    return {
        "what": "times",
        "set": name,
        "gold": counts.gold,
        "strict F1": counts.f1(counts.strict),
        "relaxed F1": counts.f1(counts.relaxed),
        "value F1": counts.f1(counts.value),
        "KB/s": round(counts.chars / 1000 / counts.seconds) if counts.seconds else 0,
    }


def table(shared: Path) -> list[dict[str, object]]:
    """Rows of the evaluation table; a set that is not there gives no row."""
    rows: list[dict[str, object]] = []
    halves = {"tuned on": Counts(), "held out": Counts()}
    whole, undated = Counts(), Counts()
    for path in sorted((shared / "wikiwars-dev" / "keyinline").glob("*.xml")):
        document = read_timex2(path)
        half = "tuned on" if document.name[:2] in DEV_HALF else "held out"
        score(document, halves[half], Anchor(document.published))
        score(document, whole, Anchor(document.published))
        score(document, undated, Anchor())
    if whole.gold:
        rows.extend(_row(f"WikiWars, documents {half}", counts) for half, counts in halves.items())
        rows.append(_row("WikiWars, all 11, mode chosen by the text", whole))
        rows.append(_row("WikiWars, all 11, as undated", undated))
    own = Path(__file__).resolve().parents[3] / "tests" / "reading" / "times" / "news_gold.yaml"
    if own.is_file():
        news: dict[str, Counts] = {}
        for half, document in news_documents(own):
            score(document, news.setdefault(half, Counts()), Anchor(document.published))
        rows.extend(_row(f"own news sentences, {half}", counts) for half, counts in sorted(news.items()))
    return rows
