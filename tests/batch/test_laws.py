"""Laws of the batch room: bulk equals the reference, and both equal `findings` at any (D, K)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hand import Case
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from streams import DAYS, START, cases, raw

from servanda.batch.bulk import statuses
from servanda.batch.columns import number
from servanda.batch.reference import Rectangle
from servanda.findings.inquiry import Inquiry

QUICK = settings(
    max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate]
)
POINTS = st.lists(st.tuples(DAYS, DAYS, st.integers(-80, 80)), min_size=6, max_size=6)


def point(rows: list[Rectangle], bearer: str, day: date, known: date) -> Rectangle:
    """The only rectangle that holds a point."""
    d, k = number(day), number(known)
    (found,) = (
        r
        for r in rows
        if r.bearer == bearer and r.valid_from <= d <= r.valid_to and r.known_from <= k <= r.known_to
    )
    return found


def check(one: Case, day: date, known: date, *, fast: bool) -> None:
    bulk = statuses(one.agreement, raw(one), fast=fast)
    for key, term in one.agreement.terms.items():
        inquiry = Inquiry(one.agreement, one.evidence(known), day)
        wanted, ended_by = inquiry.finding(key), inquiry.standing(term, day).claims
        for bearer in wanted.bearers:
            got = point(bulk[key], bearer.actor, day, known)
            assert (got.force, got.compliance, got.epistemic, got.due) == (
                wanted.force, bearer.compliance, bearer.epistemic, number(wanted.due),
            )  # fmt: skip
            because = tuple(dict.fromkeys([*ended_by, *bearer.because]))
            if term.norm == "obligation" or not fast:
                assert got.because == because
            else:
                assert set(got.because) <= set(because)
                assert bool(got.because) == bool(because)


@QUICK
@given(cases(), POINTS)
def test_bulk_equals_findings(one: Case, points: list[tuple[date, date, int]]) -> None:
    for day, known, shift in points:
        check(one, day, known, fast=True)
        check(one, day + timedelta(days=shift), known, fast=True)


@QUICK
@given(cases(plain=False), POINTS)
def test_any_claims_bulk_equals_findings(one: Case, points: list[tuple[date, date, int]]) -> None:
    for day, known, _ in points[:3]:
        check(one, day, known, fast=True)


@settings(QUICK, max_examples=25)
@given(cases(plain=False), POINTS)
def test_reference_equals_findings(one: Case, points: list[tuple[date, date, int]]) -> None:
    for day, known, shift in points[:3]:
        check(one, day + timedelta(days=shift), known, fast=False)


@QUICK
@given(cases())
def test_rectangles_cover_all_days_once(one: Case) -> None:
    for rows in statuses(one.agreement, raw(one)).values():
        for bearer in {r.bearer for r in rows}:
            for day in (START - timedelta(days=9), START + timedelta(days=31), START + timedelta(days=200)):
                point(rows, bearer, day, day)


@pytest.mark.long
@settings(QUICK, max_examples=2000)
@given(cases(), POINTS)
def test_bulk_equals_findings_thousands(one: Case, points: list[tuple[date, date, int]]) -> None:
    for day, known, shift in points:
        check(one, day + timedelta(days=shift), known, fast=True)
