"""Two annotators of one text: both files are whole, each is scored as a reader is, and the table tells how far they agree."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date
from itertools import product

import pytest

from servanda.agreement.model import Agreement
from servanda.evaluation.__main__ import main
from servanda.evaluation.annotators import HALVES, agreement_rows, as_annotated
from servanda.evaluation.claims import score_on
from servanda.evaluation.gold import (
    ANNOTATORS,
    GoldConflict,
    GoldError,
    annotated_by,
    load_annotator,
    load_gold,
    parse_conflict,
)
from servanda.evaluation.gold_score import gold_rows
from servanda.reading.claim import Claim
from servanda.reports.model import Report

GOLD = """
conflict: x
split: dev
actors: {north: [Northern Guard], south: [Southern army]}
monitors: []
third_parties: []
zones: {kest: [Kest]}
reports:
  - id: x-1
    style: wire
    published: 2031-02-12
    source: Gazette
    speaker: {name: null, actor: null, kind: outlet}
    text: |-
      The Northern Guard shelled Kest on Tuesday. The Southern army left.
    claims:
      - {quote: "The Northern Guard shelled Kest on Tuesday", act: attack, actors: [north], target: south, zone: kest,
         when: [2031-02-11, 2031-02-11], modality: completed}
"""
OTHER = """
conflict: x
reports:
  x-1:
    - {quote: "The Northern Guard shelled Kest on Tuesday", act: attack, actors: [north], zone: kest,
       when: [null, 2031-02-11], modality: completed}
    - {quote: "The Southern army left", act: withdraw, actors: [south], when: [null, 2031-02-12], modality: completed}
"""


def both() -> tuple[GoldConflict, GoldConflict]:
    gold = parse_conflict(GOLD)
    return gold, annotated_by(OTHER, {"x": gold})


def test_one_annotators_claims_stand_in_place_of_the_golds() -> None:
    """The text, its day and the names stay those of the conflict."""
    gold, other = both()
    assert [c.act for c in other.reports[0].claims] == ["attack", "withdraw"]
    assert other.reports[0].text == gold.reports[0].text
    assert other.reports[0].claims[1].when == (None, date(2031, 2, 12))


def test_a_bound_is_compared_where_the_one_taken_for_gold_gives_it() -> None:
    """So the two directions differ, in time alone; the claim that one left out is missed in both."""
    gold, other = both()
    forth, _ = score_on([gold], as_annotated([other]))
    back, _ = score_on([other], as_annotated([gold]))
    assert (forth.gold, forth.read, forth.act, forth.agree["when"], forth.full) == (1, 2, 1, 0, 0)
    assert (back.gold, back.read, back.act, back.agree["when"], back.full) == (2, 1, 1, 1, 1)
    assert forth.agree["target"] == back.agree["target"] == 0
    assert forth.f1(forth.act) == back.f1(back.act) == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("conflict: x", "conflict: y", "conflict 'y' is not of its list"),
        ("  x-1:", "  x-2:", "holds each report of its conflict, and no other"),
        ('"The Southern army left"', '"The Southern army went"', "stands 0 times"),
        ("zone: kest", "zone: mora", "zone 'mora'"),
    ],
)
def test_an_annotators_file_is_checked_as_the_gold_is(old: str, new: str, told: str) -> None:
    assert old in OTHER
    with pytest.raises(GoldError, match=re.escape(told)):
        annotated_by(OTHER.replace(old, new), {"x": parse_conflict(GOLD)})


def test_an_annotator_who_is_not_there_is_refused() -> None:
    with pytest.raises(GoldError, match="allowed: first, second"):
        load_annotator("third", "test")


def test_the_whole_test_half_was_annotated_twice() -> None:
    """The same texts by both; the one annotation is not a copy of the other, nor the gold of either."""
    test = load_gold("test")
    first, second = (load_annotator(name, "test") for name in ANNOTATORS)
    assert [c.id for c in first] == [c.id for c in second] == [c.id for c in test]
    claims = [{r.id: r.claims for c in each for r in c.reports} for each in (first, second, test)]
    assert claims[0].keys() == claims[1].keys() == claims[2].keys()
    assert claims[0] != claims[1] != claims[2] != claims[0]
    assert all(sum(len(found) for found in each.values()) >= 150 for each in claims)


def test_a_sample_of_the_dev_half_was_annotated_twice() -> None:
    """Six conflicts, about a hundred claims by the first annotator."""
    first, second = (load_annotator(name, "dev") for name in ANNOTATORS)
    assert [c.id for c in first] == [c.id for c in second]
    assert {c.id for c in first} < {c.id for c in load_gold("dev")}
    assert sum(len(r.claims) for c in first for r in c.reports) >= 90


def test_an_annotator_agrees_with_himself() -> None:
    for name, half in product(ANNOTATORS, HALVES):
        annotated = load_annotator(name, half)
        scores, misses = score_on(annotated, as_annotated(annotated))
        assert scores.full == scores.gold == scores.read
        assert scores.agree["target"] == scores.gold
        assert not misses


def test_what_was_decided_lies_between_the_two() -> None:
    """Neither annotation is as far from the gold as from the other; a decision between two can be no third thing throughout."""
    rows = agreement_rows()
    for half in HALVES:
        by_first, by_second, first, second = (r.scores for r in rows if r.half == half)
        for name in ("act F1", "act+modality F1"):
            assert by_first[name] == by_second[name] < min(first[name], second[name])


def test_the_command_prints_the_agreement(capsys: pytest.CaptureFixture[str]) -> None:
    """Without any reader, and without data that others made."""
    assert main(["--only", "agreement", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert [r["measure"] for r in rows] == [
        "second by first",
        "first by second",
        "first by adjudicated",
        "second by adjudicated",
    ] * len(HALVES)
    assert [r["half"] for r in rows] == ["test"] * 4 + ["dev"] * 4
    assert all(0 < r["scores"]["full claim F1"] < r["scores"]["act F1"] < 1 for r in rows)


def test_a_reader_is_scored_by_one_annotator_alone() -> None:
    def silent(report: Report, agreement: Agreement) -> Sequence[Claim]:
        return ()

    second = load_annotator("second", "test")
    (row,) = gold_rows(silent, "silent", "second")
    assert (row.half, row.items) == ("test", sum(len(r.claims) for c in second for r in c.reports))
    assert row.scores["act F1"] == 0
    (known,) = gold_rows(as_annotated(second), "by heart", "second")
    assert known.scores["full claim F1"] == 1.0
