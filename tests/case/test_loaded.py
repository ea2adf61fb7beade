"""A case loaded once answers for any days as one that is loaded for them alone, and finds no more than it is asked for."""

from __future__ import annotations

import sys
import threading
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from servanda.case import Case, Loaded, ask
from servanda.case.dossiers import dossier_of
from servanda.case.once import Once
from servanda.case.reviewing import decide
from servanda.findings.inquiry import Inquiry
from servanda.outputs.glance import glance, glance_to
from servanda.outputs.term_view import term_view

DAYS = st.dates(date(2020, 11, 8), date(2021, 1, 20))
ASKED = st.tuples(DAYS, DAYS, st.sampled_from([None, "mfa-az"]))
law = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


@law
@given(st.lists(ASKED, min_size=1, max_size=4), ASKED)
def test_what_was_asked_before_changes_no_answer(
    ran: Case, before: list[tuple[date, date, str | None]], asked: tuple[date, date, str | None]
) -> None:
    loaded = Loaded(ran)
    for d, k, text in before:
        assert loaded.ask(d, k, text=text).findings.terms
    d, k, text = asked
    one, other = loaded.ask(d, k, text=text), ask(ran, d, k, text=text)
    assert one.evidence == other.evidence
    assert one.findings == other.findings
    assert one.knowledge == other.knowledge
    assert glance_to(glance(dossier_of(one), one.waiting)) == glance_to(glance(dossier_of(other), other.waiting))


def test_a_term_is_found_alone(ran: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[str] = []
    real = Inquiry._find
    monkeypatch.setattr(Inquiry, "_find", lambda self, term, day: (found.append(term.id), real(self, term, day))[1])
    dossier = dossier_of(ask(ran, date(2020, 11, 24), date(2020, 11, 24)))
    view = term_view(dossier, "6-kalbajar")
    assert view.status.status == "pending"
    assert dossier.course("6-kalbajar").bands
    assert set(found) == {"6-kalbajar"}


def test_the_claims_of_another_day_are_not_weighed_again(ran: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    weighed: list[str] = []
    module = sys.modules["servanda.evidence.weigh"]  # the room gives the function of this name
    real = module._bearings
    monkeypatch.setattr(module, "_bearings", lambda touching, t: (weighed.append(t.id), real(touching, t))[1])
    loaded = Loaded(ran)
    late = loaded.ask(date(2021, 1, 20), date(2021, 1, 20))
    assert sorted(weighed) == sorted(t.id for t in late.evidence.testimonies)
    weighed.clear()
    early = loaded.ask(date(2020, 11, 24), date(2020, 11, 24))
    assert early.evidence.testimonies
    assert not weighed


def test_a_file_that_comes_later_is_counted_as_waiting(own: Case) -> None:
    loaded = Loaded(own)
    day = date(2020, 11, 24)
    assert loaded.ask(day, day).waiting == 0
    (own.root / "reports" / "late.txt").write_text("Nothing was said on the first day.", encoding="utf-8")
    assert loaded.ask(day, day).waiting == 1


def test_a_decision_is_seen_by_who_loads_anew(own: Case) -> None:
    day = date(2020, 11, 26)
    before = Loaded(own).ask(day, day)
    claim = before.findings.term("6-kalbajar").because[0]
    decide(own, (claim,), "rejected", "a reader")
    after = Loaded(own).ask(day, day)
    assert before.evidence.of(claim) is not None
    assert after.evidence.of(claim) is None


def test_who_waits_for_one_value_keeps_nobody_else_waiting() -> None:
    once, go, made = Once(4), threading.Event(), []

    def slow() -> str:
        made.append("slow")
        assert go.wait(30)
        return "slow"

    got: list[str] = []
    waiting = [threading.Thread(target=lambda: got.append(once.get("a", slow))) for _ in range(3)]
    for thread in waiting:
        thread.start()
    assert once.get("b", lambda: "quick") == "quick"
    assert not got
    go.set()
    for thread in waiting:
        thread.join(30)
    assert got == ["slow"] * 3
    assert made == ["slow"], "it is made once, whoever waits for it"


def test_the_least_used_go_first_and_what_failed_is_tried_again() -> None:
    once = Once(2)
    for key in ("a", "b", "a", "c"):
        once.get(key, lambda key=key: key.upper())  # type: ignore[misc]
    assert once.get("a", lambda: "made anew") == "A"
    assert once.get("b", lambda: "made anew") == "made anew"
    with pytest.raises(ZeroDivisionError):
        once.get("d", lambda: 1 // 0)
    assert once.get("d", lambda: 4) == 4


def test_a_day_between_two_news_stands_as_the_day_before_it(ran: Case) -> None:
    loaded = Loaded(ran)
    known = sorted(set(loaded.knowledge(date(2021, 6, 1)).known.values()))
    for day in known:
        at, later = loaded.knowledge(day), loaded.knowledge(day + timedelta(days=1))
        assert (at == later) == (day + timedelta(days=1) not in known)
