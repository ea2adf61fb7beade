"""Laws of the batch room: bulk equals the reference, both equal `findings` at any (D, K), and what follows from that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hand import HAJIYEV, Case, says
from hypothesis import given
from hypothesis import strategies as st
from laws import law
from strategies import CASES
from streams import DAYS, START, cases, raw, with_claims

from servanda.batch.bulk import statuses
from servanda.batch.columns import NEVER, number
from servanda.batch.reference import Rectangle
from servanda.evidence.weigh import arrange
from servanda.findings.inquiry import Inquiry

pytestmark = pytest.mark.law
POINTS = st.lists(st.tuples(DAYS, DAYS, st.integers(-80, 80)), min_size=5, max_size=5)
Bulk = dict[str, list[Rectangle]]


def point(rows: Iterable[Rectangle], bearer: str, day: date, known: date) -> Rectangle:
    """The only rectangle that holds a point."""
    d, k = number(day), number(known)
    (found,) = (
        r for r in rows if r.bearer == bearer and r.valid_from <= d <= r.valid_to and r.known_from <= k <= r.known_to
    )
    return found


def check(one: Case, bulk: Bulk, day: date, known: date, *, exact: bool) -> None:
    """The rectangles say at (D, K) what findings says; `exact`: of a prohibition too all deciding claims are named."""
    inquiry = Inquiry(one.agreement, one.evidence(known), day)
    for key, term in one.agreement.terms.items():
        wanted, ended_by = inquiry.finding(key), inquiry.standing(term, day).claims
        for bearer in wanted.bearers:
            got = point(bulk[key], bearer.actor, day, known)
            assert (got.force, got.compliance, got.epistemic, got.due) == (
                wanted.force, bearer.compliance, bearer.epistemic, number(wanted.due),
            )  # fmt: skip
            because = tuple(dict.fromkeys([*ended_by, *bearer.because]))
            if term.norm == "obligation" or exact:
                assert got.because == because
            else:
                assert set(got.because) <= set(because)
                assert bool(got.because) == bool(because)


@law(40)
@given(cases(), POINTS)
def test_bulk_equals_findings(one: Case, points: list[tuple[date, date, int]]) -> None:
    bulk = statuses(one.agreement, raw(one))
    for day, known, shift in points:
        check(one, bulk, day, known, exact=False)
        check(one, bulk, day + timedelta(days=shift), known, exact=False)


@law(25)
@given(cases(plain=False), POINTS)
def test_any_claims_bulk_equals_findings(one: Case, points: list[tuple[date, date, int]]) -> None:
    bulk = statuses(one.agreement, raw(one))
    for day, known, _ in points:
        check(one, bulk, day, known, exact=False)


@law(12)
@given(cases(plain=False), POINTS)
def test_reference_equals_findings(one: Case, points: list[tuple[date, date, int]]) -> None:
    slow = statuses(one.agreement, raw(one), fast=False)
    for day, known, shift in points[:3]:
        check(one, slow, day + timedelta(days=shift), known, exact=True)


@law(12)
@given(cases())
def test_bulk_equals_reference_everywhere(one: Case) -> None:
    """On every corner of every rectangle of either."""
    bulk, slow = statuses(one.agreement, raw(one)), statuses(one.agreement, raw(one), fast=False)
    for key, rows in bulk.items():
        for r in (*rows, *slow[key]):
            day, known = _inside(r.valid_from, r.valid_to), _inside(r.known_from, r.known_to)
            one_, two = point(rows, r.bearer, day, known), point(slow[key], r.bearer, day, known)
            assert _words(one_) == _words(two)


def _inside(since: int, until: int) -> date:
    day = since if since > -NEVER else until if until < NEVER else 0
    return date(1970, 1, 1) + timedelta(days=day)


def _words(r: Rectangle) -> tuple[object, ...]:
    return r.force, r.compliance, r.epistemic, r.due


@law(8, dear=10)
@given(CASES, POINTS)
def test_the_whole_calculus_in_rectangles(one: Case, points: list[tuple[date, date, int]]) -> None:
    """Recurring, sequenced, triggered, suspended, renewed, limited, excepted and shared duties, with the fast paths on."""
    bulk = statuses(one.agreement, raw(one))
    for day, known, shift in points[:3]:
        check(one, bulk, day + timedelta(days=shift), known, exact=False)


@law(14)
@given(cases(plain=False), st.randoms())
def test_arrival_order_changes_nothing(one: Case, rng: object) -> None:
    mixed = list(raw(one))
    rng.shuffle(mixed)  # type: ignore[attr-defined]
    assert statuses(one.agreement, mixed) == statuses(one.agreement, raw(one))


@law(14)
@given(cases(plain=False))
def test_copies_change_nothing(one: Case) -> None:
    assert statuses(one.agreement, [*raw(one), *raw(one)]) == statuses(one.agreement, raw(one))


@law(12)
@given(cases(plain=False), DAYS, DAYS)
def test_only_what_is_known_at_k_is_used(one: Case, day: date, known: date) -> None:
    everything = raw(one)
    some = [t for t in everything if t.known <= known]
    bulk, cut = statuses(one.agreement, everything), statuses(one.agreement, some)
    for key, rows in bulk.items():
        for bearer in one.agreement.terms[key].bearer:
            assert _words(point(rows, bearer, day, known)) == _words(point(cut[key], bearer, day, known))


@law(14)
@given(cases(plain=False), cases(plain=False))
def test_a_claim_changes_only_terms_it_touches(one: Case, other: Case) -> None:
    """The two terms share no act, so a claim on one changes nothing of the other."""
    extra = [replace(c, id=f"{c.id}-extra", report=f"{c.report}-extra") for c in other.claims if c.act != "retract"][:1]
    more = with_claims(one, extra, START)
    items = arrange(more.agreement, raw(more), date.max).testimonies
    touched = {b.term for t in items if t.id.endswith("-extra") for b in t.bearings}
    before, after = statuses(one.agreement, raw(one)), statuses(one.agreement, raw(more))
    for key in one.agreement.terms:
        if key not in touched:
            assert before[key] == after[key]


@law(14)
@given(cases(plain=False), DAYS, DAYS, DAYS)
def test_an_amendment_changes_nothing_before_it_was_made(one: Case, made: date, new_due: date, known: date) -> None:
    act = says(
        "extend-deadline", "azerbaijan", on=made, by=HAJIYEV, zone="kalbajar", report="act/1.txt", new_due=new_due, start=77
    )
    before, after = (statuses(x.agreement, raw(x)) for x in (one, with_claims(one, [act], made)))
    for n in (1, 2, 30):
        day = made - timedelta(days=n)
        assert _words(point(before["duty"], "armenia", day, known)) == _words(point(after["duty"], "armenia", day, known))


@law(14)
@given(cases(), POINTS)
def test_cited_claims_replay_alone_to_the_same_status(one: Case, points: list[tuple[date, date, int]]) -> None:
    everything = raw(one)
    for key, rows in statuses(one.agreement, everything).items():
        for day, known, _ in points[:2]:
            for bearer in one.agreement.terms[key].bearer:
                got = point(rows, bearer, day, known)
                cited = [t for t in everything if t.known <= known and t.id in got.because]
                found = Inquiry(one.agreement, arrange(one.agreement, cited, known), day).finding(key)
                again = next(b for b in found.bearers if b.actor == bearer)
                assert (found.force, again.compliance, again.epistemic, number(found.due)) == _words(got)


@law(14)
@given(cases())
def test_rectangles_cover_all_days_once_and_no_neighbours_are_alike(one: Case) -> None:
    for rows in statuses(one.agreement, raw(one)).values():
        for bearer in {r.bearer for r in rows}:
            for day in (START - timedelta(days=9), START + timedelta(days=31), START + timedelta(days=200)):
                point(rows, bearer, day, day)
            for r in rows:
                for s in rows:
                    beside = r.bearer == s.bearer == bearer and r.known_from == s.known_from and r.known_to == s.known_to
                    if beside and s.valid_from == r.valid_to + 1:
                        assert (_words(r), r.because) != (_words(s), s.because)
