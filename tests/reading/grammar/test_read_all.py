"""Many reports read together are read as each of them alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from servanda.evaluation.gold import load_gold
from servanda.reading import grammar
from servanda.reading.grammar import Item, read, read_all
from servanda.reading.names import Names
from servanda.reports.model import Report


def items() -> list[Item]:
    out: list[Item] = []
    for conflict in load_gold("dev")[:3]:
        agreement = conflict.agreement()
        names = Names.of(agreement)
        out += [Item(conflict.report(gold), agreement, names) for gold in conflict.reports]
    foreign = Report("f.txt", "f" * 64, "Die Armee zog ab.", (), "txt", language="de")
    dull = Report("d.txt", "d" * 64, "The soup was good. Nobody left.", (), "txt")
    return [*out[:4], Item(foreign), Item(dull, out[0].agreement, out[0].names), *out[4:]]


@pytest.mark.parametrize("wide", [False, True])
def test_together_as_alone(monkeypatch: pytest.MonkeyPatch, wide: bool) -> None:
    given = items()
    alone = [read(i.report, i.agreement, names=i.names, wide=wide) for i in given]
    for size in (1, 7, 10_000):
        monkeypatch.setattr(grammar, "TOGETHER", size)
        assert list(read_all(given, wide=wide)) == alone
    assert sum(len(r.claims) for r in alone) > 20


def test_no_more_is_held_than_is_parsed_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grammar, "TOGETHER", 3)
    taken = 0

    def counted() -> Iterator[Item]:
        nonlocal taken
        for item in items():
            taken += 1
            yield item

    next(read_all(counted()))
    assert taken <= 3


def test_a_report_of_nothing_gives_its_sentences_alone() -> None:
    given = items()[0]
    reading = read(Report("d.txt", "d" * 64, "The soup was good. It was Monday.", (), "txt"), given.agreement)
    assert len(reading.sentences) == 2
    assert (reading.parsed, reading.claims, reading.times) == (0, (), ())


def test_what_a_side_itself_writes_need_not_name_it() -> None:
    given = items()[0]
    assert given.agreement is not None
    side = next(a for a in given.agreement.actors.values() if "signatory" in a.roles)
    words = "We have left the town as agreed."
    assert not read(Report("s.txt", "5" * 64, words, (), "txt"), given.agreement).claims
    assert read(Report("s.txt", "5" * 64, words, (), "txt", source=side.name), given.agreement).parsed == 1
