"""Drafts of made agreements in many styles against what a person reads in them, and words that must become no term.

`texts/NAME.txt` is the agreement, `good/NAME.expected` its promises, one a line: words of the text, bearers, act, norm,
zone, due, and what else (condition, limit, powers). `bad/no_duty.txt` holds sentences that promise nothing;
`bad/doubtful.txt` holds sentences of which something has to be marked, each with the mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from servanda.agreement import loads
from servanda.agreement.model import Due, Event, Term
from servanda.drafting import draft

HERE = Path(__file__).parent
GOOD = sorted((HERE / "good").glob("*.expected"))
FRAME = """\
AGREEMENT BETWEEN THE GOVERNMENT OF NORLAND AND THE SOUTHERN FRONT

The Government of Norland and the Southern Front, in the presence of the River Union, have agreed as follows:

1. The parties shall cease all attacks.
2. {}

Done at Port Vale on 3 March 2031

For the Government of Norland
For the Southern Front
"""


@pytest.mark.parametrize("path", GOOD, ids=lambda p: p.stem)
def test_what_a_person_reads_in_an_agreement(path: Path) -> None:
    got = loads(draft((HERE / "texts" / f"{path.stem}.txt").read_text()))
    wanted = [line.split(" | ") for line in path.read_text().splitlines() if line and not line.startswith("#")]
    shown = [(t.says or "", shown_of(t)) for t in got.terms.values()]
    missing = [row for row in wanted if not any(row[0] in says and row[1:] == fields for says, fields in shown)]
    assert not missing, f"{missing}\namong {shown}"


def shown_of(t: Term) -> list[str]:
    """A term as a line of an expectation has it, from its bearers on."""
    return [", ".join(t.bearer), ", ".join(t.act), t.norm, t.zone or "-", due_of(t), "; ".join(more_of(t)) or "-"]


def due_of(t: Term) -> str:
    if t.from_:
        return f"from {t.from_}"
    return due_words(t.due) if t.due else "-"


def due_words(due: Due) -> str:
    if due.day is not None:
        return f"{due.bound} {due.day}"
    assert due.within is not None and due.of is not None
    return f"within {due.within.written} of {event_words(due.of)}"


def event_words(event: Event) -> str:
    if event.kind == "term":
        return f"{event.term}.{event.state}"
    return f"act {event.act}" if event.kind == "act" else event.kind


def more_of(t: Term) -> Iterator[str]:
    if t.when:
        yield f"when {event_words(t.when)}"
    for limit in t.limits:
        step = limit.steps[0]
        yield f"{limit.quantity} <= {step.at_most:g}" if step.at_most is not None else f"{limit.quantity} >= {step.at_least:g}"
    for word, power in (("extend", t.may_extend), ("terminate", t.may_terminate)):
        if power:
            yield f"{word} {power.mode} {' '.join(power.holders)}"


@pytest.mark.parametrize("sentence", (HERE / "bad" / "no_duty.txt").read_text().splitlines())
def test_words_that_promise_nothing_become_no_term(sentence: str) -> None:
    got = loads(draft(FRAME.format(sentence)))
    assert [t.article for t in got.terms.values()] == ["1"]
    assert sentence in [u.says for u in got.unmodelled]


@pytest.mark.parametrize("line", (HERE / "bad" / "doubtful.txt").read_text().splitlines())
def test_what_is_doubtful_is_marked(line: str) -> None:
    sentence, mark = line.split(" => ")
    text = draft(FRAME.format(sentence))
    assert loads(text).terms
    term = text[text.index('article: "2"') :]
    assert re.search(rf"# check: .*{re.escape(mark)}", term), term


def test_a_party_is_no_party_twice_and_the_third_actor_signs_nothing() -> None:
    got = loads(draft(FRAME.format("The Front shall open the road to Tala.")))
    assert {k: a.roles for k, a in got.actors.items()} == {
        "government-of-norland": ("signatory",),
        "southern-front": ("signatory",),
        "river-union": ("third-party",),
    }


def test_lines_in_another_language_are_counted_and_named() -> None:
    text = draft((HERE / "texts" / "two_languages_three_actors.txt").read_text())
    assert "of its lines are not in English and were not read" in text.splitlines()[0]
    assert "Parties cessent" not in text
