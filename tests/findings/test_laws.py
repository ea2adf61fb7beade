"""The laws of DESIGN section 3, over generated agreements and claims."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest
from hand import HAJIYEV, PASHINYAN, Case, says
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from strategies import CASES, DAYS, ONE_CLAIM, START, made_agreement

from servanda.agreement.model import Event, Term
from servanda.evidence.acts import entailed
from servanda.findings import TermFinding, find
from servanda.findings.changes import changes
from servanda.findings.explain import depends_on, replay
from servanda.findings.find import find_term, history
from servanda.findings.inquiry import Inquiry
from servanda.reading.claim import Claim, Speaker

pytestmark = pytest.mark.law
LONG = int(os.environ.get("SERVANDA_LONG", "0"))
law = settings(
    max_examples=LONG or 120, deadline=None, suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate, *([] if LONG else [Phase.shrink])],
)  # fmt: skip


def coordinates(f: TermFinding) -> tuple[object, ...]:
    """What the laws speak of: the three coordinates, the date and each bearer's word."""
    return f.status, f.force, f.compliance, f.epistemic, f.due, tuple((b.actor, b.compliance, b.epistemic) for b in f.bearers)


@law
@given(CASES, DAYS, DAYS, st.randoms())
def test_arrival_order_changes_nothing(made: Case, d: date, k: date, rng: object) -> None:
    mixed = list(made.claims)
    rng.shuffle(mixed)  # type: ignore[attr-defined]
    assert made.findings(d, k) == replace_claims(made, mixed).findings(d, k)


@law
@given(CASES, DAYS, DAYS)
def test_the_same_report_twice_changes_nothing(made: Case, d: date, k: date) -> None:
    assert made.findings(d, k) == replace_claims(made, [*made.claims, *made.claims]).findings(d, k)


@law
@given(CASES, st.lists(ONE_CLAIM, max_size=4), DAYS, DAYS)
def test_only_what_is_known_at_k_is_used(made: Case, later: list[object], d: date, k: date) -> None:
    told = [replace(c, report=f"later/{n}.txt", id=f"c-later{n}") for n, c in enumerate(later)]  # type: ignore[type-var]
    more = replace_claims(made, [*made.claims, *told])
    more.known = {**{c.report: made.known_on(c) for c in made.claims}, **{c.report: k + timedelta(days=1) for c in told}}
    assert more.findings(d, k) == made.findings(d, k)


@law
@given(CASES, DAYS)
def test_history_is_pointwise(made: Case, last: date) -> None:
    evidence = cache(made.evidence)
    for term in made.agreement.terms:
        spans = history(made.agreement, evidence, term, START, last)
        assert spans[0][0] == START and spans[-1][1] == last
        for first, to, found in spans:
            for n in {0, (to - first).days // 2, (to - first).days}:
                day = first + timedelta(days=n)
                assert coordinates(find_term(made.agreement, evidence(day), term, day)) == coordinates(found)


@law
@given(CASES, ONE_CLAIM, DAYS)
def test_a_report_changes_only_terms_it_bears_on_and_their_dependants(made: Case, extra: object, d: date) -> None:
    more = with_report(made, replace(extra, report="extra/1.txt", id="c-extra"), START)  # type: ignore[type-var]
    before, after = made.evidence("2099-01-01"), more.evidence("2099-01-01")
    item = after.of("c-extra")
    assert item is not None
    # the new voice may confirm others' words: their terms are touched as well
    touched = {b.term for b in item.bearings}
    terms = made.agreement.terms
    touched |= {t for t in terms if any(e.act in entailed(extra.act) for e in acts_awaited(terms[t]))}  # type: ignore[attr-defined]
    while grown := {t for t in terms if t not in touched and set(depends_on(terms[t])) & touched}:
        touched |= grown
    one, two = Inquiry(made.agreement, before, d), Inquiry(made.agreement, after, d)
    for term in terms:
        if term not in touched:
            assert coordinates(one.finding(term)) == coordinates(two.finding(term))


@law
@given(CASES, DAYS)
def test_without_conflict_there_is_no_contest(made: Case, d: date) -> None:
    pro = [c for c in made.claims if c.polarity == "affirmed" and c.modality in {"completed", "announced"}]
    kept = [c for c in pro if c.act in {"withdraw", "hand-over", "release", "enter"}]
    assume(all(t.due is None or t.due.bound != "unclear" for t in made.agreement.terms.values()))
    for found in replace_claims(made, kept).findings(d, "2099-01-01").terms:
        assert found.epistemic != "contested"


@law
@given(CASES, DAYS)
def test_the_cited_claims_replay_alone_to_the_same_status(made: Case, d: date) -> None:
    evidence = made.evidence("2099-01-01")
    for term in made.agreement.terms:
        found = Inquiry(made.agreement, evidence, d).finding(term)
        again = replay(made.agreement, evidence, term, d)
        assert (again.status, again.compliance, again.epistemic, again.due) == (
            found.status, found.compliance, found.epistemic, found.due,
        )  # fmt: skip


def acts_awaited(term: Term) -> list[Event]:
    """The acts by somebody that a term's force or date hangs on."""
    events = [term.when, term.ends_with, term.due.of if term.due else None]
    return [e for e in events if e is not None and e.kind == "act"]


AMENDING = st.sampled_from(["extend-deadline", "waive", "suspend", "resume", "terminate", "notify-termination"])


@law
@given(CASES, AMENDING, st.sampled_from([(HAJIYEV, "kalbajar"), (HAJIYEV, None), (PASHINYAN, None)]), DAYS, DAYS)
def test_an_amendment_changes_nothing_before_it_was_made(
    made: Case, act: str, who: tuple[Speaker, str | None], made_on: date, new_due: date
) -> None:
    said, zone = who
    more: dict[str, object] = {} if act in {"waive", "resume", "terminate"} else {"new_due": new_due}
    added = says(act, said.actor or (), said=made_on, by=said, zone=zone, report="act/1.txt", **more)
    one, two = made.evidence("2099-01-01"), with_report(made, added, made_on).evidence("2099-01-01")
    for n in (1, 2, 9):
        day = made_on - timedelta(days=n)
        before, after = Inquiry(made.agreement, one, day), Inquiry(made.agreement, two, day)
        for term in made.agreement.terms:
            assert coordinates(after.finding(term)) == coordinates(before.finding(term)), term


@law
@given(CASES, DAYS)
def test_nothing_changes_between_a_finding_and_itself(made: Case, d: date) -> None:
    found = made.findings(d)
    assert changes(found, found) == ()


@law
@given(CASES, DAYS)
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


def replace_claims(made: Case, claims: list[object]) -> Case:
    """The same case with other claims, each report known on the same day as before."""
    known = {c.report: made.known_on(c) for c in made.claims}
    return Case(made.agreement, tuple(claims), known, made.sources, made.texts)  # type: ignore[arg-type]


def with_report(made: Case, claim: Claim, known: date) -> Case:
    """The same case with a further report of one claim, known on a day."""
    more = replace_claims(made, [*made.claims, claim])
    more.known = {**{c.report: made.known_on(c) for c in made.claims}, claim.report: known}
    return more


def test_find_covers_every_term() -> None:
    made = made_agreement(0)
    assert [t.id for t in find(made, Case(made).evidence(), date(2020, 11, 20)).terms] == list(made.terms)
