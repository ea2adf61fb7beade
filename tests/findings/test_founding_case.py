"""The founding case as claims by hand: what the right answer is on each day (DESIGN section 1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hand import HAJIYEV, OUTLET, UNNAMED, case, says

from servanda.findings.find import find_term
from servanda.reading.claim import Claim

OUTLETS = ("wire", "press", "paper", "site", "elsewhere", "another", "third")
ARTICLE = "unknown/article.txt"


def briefing() -> list[Claim]:
    """The aide's briefing of 15 November, passed on by seven outlets."""
    return [
        says("extend-deadline", "azerbaijan", said="11-15", by=HAJIYEV, zone="kalbajar", report=f"{o}/briefing.txt",
             new_due=date(2020, 11, 25),
             old_due=date(2020, 11, 15), extent="unknown")
        for o in OUTLETS
    ]  # fmt: skip


def article() -> list[Claim]:
    """The aggregator's article: by its own words not before 15 and not after 25 November."""
    told = ("11-15", "11-24")
    headline = says(
        "breach-ceasefire",
        "artsakh-army",
        said=told,
        report=ARTICLE,
        segment="headline",
        start=0,
        generic=True,
        zone="conflict-zone",
        paragraph=0,
    )
    again = says(
        "breach-ceasefire",
        ("artsakh-army", "artsakh-volunteers"),
        said=told,
        report=ARTICLE,
        start=200,
        generic=True,
        paragraph=2,
        sentence=(100, 400),
    )
    refuse = says(
        "withdraw",
        ("artsakh-army", "artsakh-volunteers"),
        said=told,
        report=ARTICLE,
        start=150,
        modality="refused",
        zone="kalbajar",
        paragraph=2,
        sentence=(100, 400),
    )
    required = says(
        "withdraw",
        ("artsakh-army", "armenia"),
        said=told,
        on="11-15",
        report=ARTICLE,
        start=420,
        modality="required",
        zone="kalbajar",
        paragraph=2,
    )
    remains = says("remain", (), said=told, report=ARTICLE, start=500, modality="under-way", zone="kalbajar", paragraph=2)
    unknown = says(
        "remain",
        ("artsakh-army", "armenia"),
        said=told,
        report=ARTICLE,
        start=700,
        modality="unknown",
        zone="kalbajar",
        about="number of units",
    )
    comment = says("breach-ceasefire", "artsakh-army", said=told, report=ARTICLE, start=900, segment="comment")
    return [headline, again, refuse, required, remains, unknown, comment]  # fmt: skip


def handover() -> list[Claim]:
    """25 November: the beneficiary's ministry reports that the district was handed over."""
    return [
        says("hand-over", "armenia", on="11-25", report="az-mod/25.txt", zone="kalbajar"),
        says("enter", "azerbaijan", on="11-25", report="az-mod/25.txt", zone="kalbajar", start=90),
    ]


ALL = [*briefing(), *article(), *handover()]


KNOWN = {ARTICLE: date(2020, 11, 24)}


def test_before_the_date_it_is_pending() -> None:
    found = case(*ALL, known=KNOWN).term("6-kalbajar", "11-14")
    assert (found.status, str(found.due), found.epistemic) == ("pending", "2020-11-15", "settled")
    assert found.flags == ()


def test_a_passed_date_without_knowledge_is_overdue() -> None:
    found = case(*ALL, known=KNOWN).term("6-kalbajar", "11-20", "11-14")
    assert (found.status, found.epistemic, found.rule) == ("overdue", "no-information", "R1")


def test_the_day_before_the_new_date() -> None:
    c = case(*ALL, known=KNOWN)
    found = c.term("6-kalbajar", "11-24")
    assert (found.status, found.force, found.epistemic) == ("pending", "in-force", "settled")
    assert (str(found.due), str(found.original_due)) == ("2020-11-25", "2020-11-15")
    assert found.flags == ("extended-informally", "refusal-alleged")
    assert found.rule == "R4"
    assert set(found.because) <= {b.id for b in briefing()}


def test_seven_outlets_are_one_origin() -> None:
    evidence = case(*ALL, known=KNOWN).evidence("2020-11-24")
    assert len({evidence.of(b.id).origin for b in briefing()}) == 1  # type: ignore[union-attr]


def test_the_headline_is_premature_because_of_the_extension() -> None:
    found = case(*ALL, known=KNOWN).findings("11-24")
    judged = {c.claim: c for c in found.checks}
    for claim in article()[:2]:
        check = judged[claim.id]
        assert (check.verdict, check.term) == ("premature", "6-kalbajar")
        assert "extended" in check.why and "2020-11-25" in check.why
        assert set(check.because) & {b.id for b in briefing()}
    assert article()[-1].id not in judged, "a comment is no charge"


def test_ten_more_days_are_the_date_to_which_they_lead() -> None:
    again = says(
        "extend-deadline", (), said="11-16", report="elsewhere/again.txt", zone="kalbajar", adds_days=10, extent="unknown"
    )
    found = case(*ALL, again, known=KNOWN).term("6-kalbajar", "11-24")
    assert found.flags == ("extended-informally", "refusal-alleged")


@pytest.mark.parametrize(("latest", "verdict"), [(25, "premature"), (27, "open")])
def test_an_undated_charge_is_premature_if_on_no_day_of_its_range_the_date_had_passed(latest: int, verdict: str) -> None:
    told = [replace(c, said=replace(c.said, latest=date(2020, 11, latest))) for c in article()]
    found = case(*briefing(), *told, *handover()).findings("12-01")
    judged = {c.claim: c for c in found.checks}
    for claim in told[:2]:
        assert (judged[claim.id].verdict, judged[claim.id].now) == (verdict, "contradicted")
        assert "range" in judged[claim.id].why or "from 2020-11-15 to 2020-11-25" in judged[claim.id].why


def test_the_unknown_number_is_listed() -> None:
    found = case(*ALL, known=KNOWN).findings("11-24")
    assert [(u.claim, u.about) for u in found.unknowns] == [(article()[5].id, "number of units")]


def test_fulfilled_by_the_beneficiarys_word() -> None:
    found = case(*ALL, known=KNOWN).term("6-kalbajar", "11-25")
    assert (found.status, found.epistemic) == ("fulfilled", "settled")
    assert handover()[0].id in found.because


@pytest.mark.parametrize("last", range(10, 26))
def test_no_day_says_breached(last: int) -> None:
    for text in (f"2020-11-{last}",):
        for found in case(*ALL, known=KNOWN).findings(text).terms:
            assert found.status != "breached" and found.compliance != "breached"


def test_a_comment_alone_changes_nothing() -> None:
    with_comment = case(article()[-1], known=KNOWN).findings("11-24")
    without = case(known=KNOWN).findings("11-24")
    assert [t.status for t in with_comment.terms] == [t.status for t in without.terms]
    assert [t.flags for t in with_comment.terms] == [t.flags for t in without.terms]


def december() -> list[Claim]:
    """The peacekeepers record a violation and name nobody, Armenia accuses, Azerbaijan denies."""
    return [
        says("breach-ceasefire", (), on="12-11", said="12-12", report="bulletin/12.txt", zone="hadrut"),
        says("attack", "azerbaijan", on="12-11", said="12-12", report="am-mod/12.txt", zone="hadrut"),
        says("attack", "azerbaijan", on="12-11", said="12-13", report="az-mod/13.txt", zone="hadrut",
             modality="denied"),
    ]  # fmt: skip


def test_an_incident_without_author_breaches_nobody_but_is_disputed() -> None:
    found = case(*december()).term("1-ceasefire", "12-14")
    assert found.status == "disputed"
    assert "unattributed-incident" in found.flags
    (incident,) = found.incidents
    assert (incident.actor, incident.epistemic, incident.zone) == (None, "established", "hadrut")
    assert {b.actor: b.compliance for b in found.bearers} == {"armenia": "holding", "azerbaijan": "holding"}


def test_the_record_alone_is_shown_and_breaches_nobody() -> None:
    found = case(december()[0]).term("1-ceasefire", "12-14")
    assert found.status == "holding"
    assert found.flags == ("unattributed-incident",)


def test_an_admission_establishes() -> None:
    own = says("attack", "azerbaijan", on="12-12", said="12-13", report="az-mod/13.txt", zone="hadrut")
    found = case(*december()[:2], own).term("1-ceasefire", "12-14")
    assert found.status == "breached"
    assert {b.actor: b.compliance for b in found.bearers} == {"armenia": "holding", "azerbaijan": "breached"}


def test_outlet_speakers_are_known_by_their_report() -> None:
    assert OUTLET.kind == "outlet" and UNNAMED.name is None


def test_every_day_by_the_knowledge_of_every_day() -> None:
    """Issue 2: each D and each K from 9 November to 15 December 2020; never breached, and each word has its ground."""
    made = case(*ALL, known=KNOWN)
    days = [date(2020, 11, 9) + timedelta(days=n) for n in range(37)]
    for known in days:
        evidence = made.evidence(known)
        for on in days:
            found = find_term(made.agreement, evidence, "6-kalbajar", on)
            # an extension is seen from the day it was made on, and only by those who have heard of it
            moved = known >= date(2020, 11, 15) and on >= date(2020, 11, 15)
            due = date(2020, 11, 25) if moved else date(2020, 11, 15)
            if on < date(2020, 11, 10):
                word = "inchoate"
            elif known >= date(2020, 11, 25) and on >= date(2020, 11, 25):
                word = "fulfilled"
            else:
                word = "pending" if on <= due else "overdue"
            assert (found.status, found.due) == (word, due), (on, known)
            if word == "overdue":
                assert found.epistemic in {"no-information", "alleged-only"}, (on, known)
