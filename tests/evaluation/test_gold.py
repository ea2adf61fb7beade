"""The annotated reports: valid, large enough, and refused where an annotation is wrong."""

from __future__ import annotations

import re
from datetime import date

import pytest

from servanda.evaluation.gold import SPLITS, GoldError, load_gold, parse_conflict

SMALL = """
conflict: x
split: dev
actors: {north: [Northern Guard], patrol: [the Patrol]}
monitors: [patrol]
third_parties: []
zones: {kest: [Kest]}
reports:
  - id: x-1
    style: wire
    published: 2031-02-12
    source: Gazette
    speaker: {name: null, actor: null, kind: outlet}
    text: |-
      The Northern Guard shelled Kest on Tuesday, the Patrol said. The Patrol left.
    claims:
      - {quote: "The Northern Guard shelled Kest on Tuesday", act: attack, actors: [north], zone: kest,
         when: [2031-02-11, 2031-02-11], modality: completed,
         speaker: {name: the Patrol, actor: patrol, kind: monitor}}
"""


def test_the_gold_is_as_large_as_promised() -> None:
    """Sixty reports, four hundred sentences, eight conflicts, both splits, all styles."""
    conflicts = load_gold()
    reports = [r for c in conflicts for r in c.reports]
    sentences = sum(len(re.findall(r"[.!?][\"”]?(?:\s|$)", r.text)) for r in reports)
    assert len(conflicts) >= 8
    assert len(reports) >= 60
    assert sentences >= 400
    assert {c.split for c in conflicts} == {"dev", "test", "held"}
    assert len({r.style for r in reports}) == 7
    assert sum(len(r.claims) for c in load_gold("test") for r in c.reports) >= 150


def test_quotes_stand_where_they_are_said_to() -> None:
    """Also in the document that a reader gets."""
    for conflict in load_gold():
        conflict.agreement()
        for gold in conflict.reports:
            report = conflict.report(gold)
            assert report.text == gold.text
            for claim in gold.claims:
                assert report.text[claim.start : claim.end] == claim.quote


def test_a_small_file_loads() -> None:
    """With its claim in full."""
    claim = parse_conflict(SMALL).reports[0].claims[0]
    assert (claim.act, claim.actors, claim.zone) == ("attack", ("north",), "kest")
    assert claim.when == (date(2031, 2, 11), date(2031, 2, 11))
    assert claim.speaker.kind == "monitor"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('shelled Kest on Tuesday"', 'bombed Kest on Tuesday"', "stands 0 times"),
        ('quote: "The Northern Guard shelled Kest on Tuesday"', 'quote: "The"', "stands 2 times"),
        ("act: attack", "act: accuse", "act 'accuse'"),
        ("act: attack", "act: bombard", "act 'bombard'"),
        ("actors: [north]", "actors: [south]", "'south' is no actor"),
        ("zone: kest", "zone: mora", "zone 'mora'"),
        ("modality: completed", "modality: done", "modality 'done'"),
        ("kind: monitor", "kind: judge", "kind 'judge'"),
        ("[2031-02-11, 2031-02-11]", "[2031-02-12, 2031-02-11]", "ends before it begins"),
        ("modality: completed", "modality: completed, mood: bad", "unknown keys"),
        ("split: dev", "split: train", "split 'train'"),
        ("monitors: [patrol]", "monitors: [east]", "actor 'east'"),
    ],
)
def test_a_wrong_annotation_is_refused(old: str, new: str, told: str) -> None:
    """Each with the place and the reason."""
    assert old in SMALL
    with pytest.raises(GoldError, match=re.escape(told)):
        parse_conflict(SMALL.replace(old, new))


def test_no_conflict_is_in_both_splits() -> None:
    """Names of actors may recur (a government), conflicts and reports may not."""
    ids = [c.id for c in load_gold()]
    assert len(ids) == len(set(ids))
    splits = [{c.id for c in load_gold(s)} for s in SPLITS]
    assert sum(len(s) for s in splits) == len(ids)
