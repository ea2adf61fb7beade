"""The laws of DESIGN section 3, over generated agreements and claims."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hand import Case
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from strategies import DAYS, START, cases, one_claim

from servanda.findings import TermFinding, find
from servanda.findings.changes import changes
from servanda.findings.explain import depends_on, replay
from servanda.findings.find import history
from servanda.findings.inquiry import Inquiry

LONG = int(os.environ.get("SERVANDA_LONG", "0"))
law = settings(max_examples=LONG or 120, deadline=None, suppress_health_check=list(HealthCheck))


def coordinates(f: TermFinding) -> tuple[object, ...]:
    """What the laws speak of: the three coordinates, the date and each bearer's word."""
    return f.status, f.force, f.compliance, f.epistemic, f.due, tuple((b.actor, b.compliance, b.epistemic) for b in f.bearers)


@law
@given(cases(), DAYS, DAYS, st.randoms())
def test_arrival_order_changes_nothing(made: Case, d: date, k: date, rng: object) -> None:
    mixed = list(made.claims)
    rng.shuffle(mixed)  # type: ignore[attr-defined]
    assert made.findings(d, k) == replace_claims(made, mixed).findings(d, k)


@law
@given(cases(), DAYS, DAYS)
def test_the_same_report_twice_changes_nothing(made: Case, d: date, k: date) -> None:
    assert made.findings(d, k) == replace_claims(made, [*made.claims, *made.claims]).findings(d, k)


@law
@given(cases(), st.lists(one_claim(), max_size=4), DAYS, DAYS)
def test_only_what_is_known_at_k_is_used(made: Case, later: list[object], d: date, k: date) -> None:
    told = [replace(c, report=f"later/{n}.txt", id=f"c-later{n}") for n, c in enumerate(later)]  # type: ignore[type-var]
    more = replace_claims(made, [*made.claims, *told])
    more.known = {**{c.report: made.known_on(c) for c in made.claims}, **{c.report: k + timedelta(days=1) for c in told}}
    assert more.findings(d, k) == made.findings(d, k)


@law
@given(cases(), DAYS)
def test_history_is_pointwise(made: Case, last: date) -> None:
    for term in made.agreement.terms:
        spans = history(made.agreement, made.evidence, term, START, last)
        assert spans[0][0] == START and spans[-1][1] == last
        for first, to, found in spans:
            for n in {0, (to - first).days // 2, (to - first).days}:
                day = first + timedelta(days=n)
                assert coordinates(made.term(term, day, day)) == coordinates(found)


@law
@given(cases(), one_claim(), DAYS)
def test_a_report_changes_only_terms_it_bears_on_and_their_dependants(made: Case, extra: object, d: date) -> None:
    added = replace(extra, report="extra/1.txt", id="c-extra")  # type: ignore[type-var]
    more = replace_claims(made, [*made.claims, added])
    more.known = {**{c.report: made.known_on(c) for c in made.claims}, "extra/1.txt": START}
    before, after = made.evidence("2099-01-01"), more.evidence("2099-01-01")
    item = after.of("c-extra")
    assert item is not None
    # the new voice may confirm others' words: their terms are touched as well
    touched = {b.term for b in item.bearings}
    terms = made.agreement.terms
    while grown := {t for t in terms if t not in touched and set(depends_on(terms[t])) & touched}:
        touched |= grown
    one, two = Inquiry(made.agreement, before, d), Inquiry(made.agreement, after, d)
    for term in terms:
        if term not in touched:
            assert coordinates(one.finding(term)) == coordinates(two.finding(term))


@law
@given(cases(), DAYS)
def test_without_conflict_there_is_no_contest(made: Case, d: date) -> None:
    pro = [c for c in made.claims if c.polarity == "affirmed" and c.modality in {"completed", "announced"}]
    kept = [c for c in pro if c.act in {"withdraw", "hand-over", "release", "enter"}]
    assume(all(t.due is None or t.due.bound != "unclear" for t in made.agreement.terms.values()))
    for found in replace_claims(made, kept).findings(d, "2099-01-01").terms:
        assert found.epistemic != "contested"


@law
@given(cases(), DAYS)
def test_the_cited_claims_replay_alone_to_the_same_status(made: Case, d: date) -> None:
    evidence = made.evidence("2099-01-01")
    for term in made.agreement.terms:
        found = Inquiry(made.agreement, evidence, d).finding(term)
        again = replay(made.agreement, evidence, term, d)
        assert (again.status, again.compliance, again.epistemic, again.due) == (
            found.status, found.compliance, found.epistemic, found.due,
        )  # fmt: skip


@law
@given(cases(), DAYS, DAYS)
def test_an_amendment_changes_nothing_before_it_was_made(made: Case, made_on: date, new_due: date) -> None:
    from hand import HAJIYEV, says

    act = says(
        "extend-deadline",
        "azerbaijan",
        on=made_on,
        said=made_on,
        by=HAJIYEV,
        zone="kalbajar",
        report="act/1.txt",
        new_due=new_due,
    )
    more = replace_claims(made, [*made.claims, act])
    more.known = {**{c.report: made.known_on(c) for c in made.claims}, "act/1.txt": made_on}
    for n in (1, 2, 9):
        day = made_on - timedelta(days=n)
        assert coordinates(more.term("leave", day, "2099-01-01")) == coordinates(made.term("leave", day, "2099-01-01"))


@law
@given(cases(), DAYS)
def test_nothing_changes_between_a_finding_and_itself(made: Case, d: date) -> None:
    found = made.findings(d)
    assert changes(found, found) == ()


@law
@given(cases(), DAYS)
def test_silence_breaches_nobody_and_parties_alone_establish_nothing_for_themselves(made: Case, d: date) -> None:
    empty = replace_claims(made, [])
    for found in empty.findings(d).terms:
        closed = made.agreement.terms[found.id].absence == "breach"
        assert found.compliance != "breached" or closed
    own = [
        c
        for c in made.claims
        if c.speaker.actor == "armenia" and c.polarity == "affirmed" and not c.report.startswith("az-mod")
    ]
    own = [replace(c, report=f"am-mod/{n}.txt") for n, c in enumerate(own)]
    found = replace_claims(made, own).term("leave", d, "2099-01-01")
    assert not found.compliance.startswith("fulfilled")


@pytest.mark.long
def test_the_laws_hold_in_the_long_mode() -> None:
    """Each law again over thousands of cases."""
    import subprocess
    import sys

    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-m", "not long", __file__],
        env={**os.environ, "SERVANDA_LONG": os.environ.get("SERVANDA_LONG", "2000")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]


def replace_claims(made: Case, claims: list[object]) -> Case:
    """The same case with other claims, each report known on the same day as before."""
    known = {c.report: made.known_on(c) for c in made.claims}
    return Case(made.agreement, tuple(claims), known, made.sources, made.texts)  # type: ignore[arg-type]


def test_find_covers_every_term() -> None:
    from hand import case
    from strategies import BASE

    text = BASE.format(due="by: 2020-11-15", holders="[azerbaijan]", absence="", window="")
    made = case(agreement=text)
    assert [t.id for t in find(made.agreement, made.evidence(), date(2020, 11, 20)).terms] == list(made.agreement.terms)
