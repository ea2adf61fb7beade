"""Who says what in passages of many styles over eleven conflicts: `passages.txt`, all wording ours.

A line is `CASE || text` or `CASE@SOURCE || text`; `[[clause]]{actor/kind}` marks a clause with its innermost speaker, in
whose place other right answers may stand after `|`. Kinds: o official, m monitor, w witness, e expert, t outlet,
u unknown; `R` is the report's own word. `\\n` is a line break, `H:` opens a text whose first paragraph is a headline.
"""

from __future__ import annotations

import importlib.util
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from servanda.reading.attribution import speakers_at
from servanda.reading.grammar import Item, Reading, read_all
from servanda.reading.names import Names
from servanda.reports.model import Report, Segment

_HERE = Path(__file__).parent
_spec = importlib.util.spec_from_file_location("agreements_for_passages", _HERE.parent / "names" / "agreements.py")
assert _spec is not None and _spec.loader is not None
agreements = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(agreements)

_KINDS = {
    "named-official": "o",
    "unnamed-official": "o",
    "monitor": "m",
    "witness": "w",
    "expert": "e",
    "outlet": "t",
    "unknown": "u",
}
_MARKED = re.compile(r"\[\[(.*?)\]\]\{(.*?)\}", re.DOTALL)
LINES = [
    line
    for line in (_HERE / "passages.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


def _item(line: str) -> tuple[Item, list[tuple[int, int, str]]]:
    head, _, given = line.partition(" || ")
    case, _, source = head.partition("@")
    given = given.replace("\\n", "\n")
    headed, given = given.startswith("H:"), given.removeprefix("H:")
    text, marks, at = "", [], 0
    for match in _MARKED.finditer(given):
        text += given[at : match.start()]
        marks.append((len(text), len(text) + len(match[1]), match[2]))
        text, at = text + match[1], match.end()
    text += given[at:]
    end = text.index("\n\n") if headed else 0
    segments = ((Segment("headline", 0, end),) if headed else ()) + (Segment("body", end + 2 * headed, len(text)),)
    report = Report("x.txt", "0" * 64, text, segments, "txt", source=source or None, published=date(2024, 3, 1))
    agreement = getattr(agreements, case)
    return Item(report, agreement, Names.of(agreement)), marks


@cache
def _readings() -> dict[str, Reading]:
    items = [_item(line)[0] for line in LINES]
    return dict(zip(LINES, read_all(items, all_sentences=True), strict=True))


@pytest.mark.parametrize("line", LINES)
def test_speakers_of_a_passage(line: str) -> None:
    reading = _readings()[line]
    for start, end, right in _item(line)[1]:
        words = list(re.finditer(r"\w+", reading.text[start:end]))
        middle = words[len(words) // 2]
        chain = speakers_at(reading.attributions, start + middle.start(), start + middle.end())
        nobody = not chain or (chain[0].kind == "unknown" and not chain[0].text)
        got = "R" if nobody else f"{chain[0].actor or '-'}/{_KINDS[chain[0].kind]}"
        assert got in right.split("|"), reading.text[start:end]
