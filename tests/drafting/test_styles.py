"""Drafts of agreements in several styles; the texts are made for these tests in the forms that such texts have."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from servanda.agreement import Agreement, loads
from servanda.agreement.model import Term
from servanda.drafting import draft
from servanda.drafting.provisions import layout
from servanda.drafting.tongue import english
from servanda.drafting.unbroken import unbroken

TEXTS = Path(__file__).parent / "texts"


def drafted(name: str) -> Agreement:
    return loads(draft((TEXTS / f"{name}.txt").read_text()))


def at(agreement: Agreement, article: str) -> list[Term]:
    return [t for t in agreement.terms.values() if t.article == article]


@pytest.mark.parametrize("name", sorted(p.stem for p in TEXTS.glob("*.txt")))
def test_every_quotation_stands_in_the_text_and_no_provision_is_lost(name: str) -> None:
    text = (TEXTS / f"{name}.txt").read_text()
    got = loads(draft(text))
    plain = " ".join(unbroken(text).split())
    quoted = [t.says for t in got.terms.values()] + [u.says for u in got.unmodelled]
    assert all(q and q in plain for q in quoted)
    told = {*quoted, *(c for line in draft(text).splitlines() if "# check: the text says" in line for c in [line])}
    for p in layout(english(unbroken(text))[0]).provisions:
        if p.listed:
            assert any(p.says in str(t).replace('\\"', '"') for t in told), p.says


def test_an_arrangement_between_states() -> None:
    got = drafted("arrangement")
    assert (got.signed, str(got.in_force)) == (date(2024, 11, 26), "2024-11-27 04:00:00+02:00")
    assert {k: a.roles for k, a in got.actors.items()} == {
        "israel": ("signatory",),
        "lebanon": ("signatory",),
        "hezbollah": ("bound",),
        "lebanese-armed-forces": ("bound",),
        "united-states": ("bound",),
        "france": ("bound",),
    }
    [link] = got.actors["hezbollah"].under
    assert (link.actor, link.how) == ("lebanon", "must-prevent")
    [ceasefire] = at(got, "1")
    assert (ceasefire.norm, ceasefire.act, ceasefire.bearer) == ("prohibition", ("attack",), ("israel", "lebanon"))
    assert [(t.norm, t.act, t.bearer) for t in at(got, "2")] == [
        ("prohibition", ("attack",), ("lebanon",)),
        ("prohibition", ("attack",), ("israel",)),
    ]
    [deploy] = at(got, "4")
    assert deploy.due is not None and deploy.due.within is not None
    assert (deploy.due.within.days, deploy.toward, deploy.limits[0].steps[0].at_least) == (60, ("israel",), 10_000)
    [withdraw] = at(got, "5")
    assert withdraw.zone is None, "south of a line is not the line"
    [defence] = [u for u in got.unmodelled if u.article == "3"]
    assert set(defence.concerns) == {t.id for t in got.terms.values() if t.norm == "prohibition"}


def test_a_formal_treaty_with_lists_and_powers() -> None:
    got = drafted("formal")
    norland, front = "government-of-the-republic-of-norland", "southern-liberation-front"
    assert (got.signed, got.expires) == (date(2031, 5, 24), date(2033, 5, 23))
    assert set(got.actors[norland].aliases) >= {"Norland", "Government"} and "SLF" in got.actors[front].aliases
    [mines], [civilians] = at(got, "1.2(a)"), at(got, "1.2(b)")
    assert (mines.norm, mines.act, set(mines.bearer)) == ("prohibition", ("lay-mines",), {norland, front})
    assert (civilians.norm, civilians.act) == ("prohibition", ("attack",))
    [withdraw] = at(got, "2.1")
    assert (withdraw.bearer, withdraw.toward) == ((norland,), (front,))
    assert withdraw.may_extend is not None and (withdraw.may_extend.mode, set(withdraw.may_extend.holders)) == (
        "all",
        {norland, front},
    )
    [assemble], [weapons] = at(got, "2.2(a)"), at(got, "2.2(b)")
    assert assemble.due is not None and assemble.due.of is not None and assemble.due.of.kind == "signed"
    assert weapons.due is not None and (weapons.due.day, weapons.due.bound) == (date(2031, 8, 1), "before")
    assert {t.may_terminate.mode for t in got.terms.values() if t.may_terminate} == {"any"}
    [observers] = at(got, "4.1")
    assert (observers.act, observers.bearer, observers.limits[0].steps[0].at_most) == (("deploy",), ("continental-union",), 350)
    assert [t.act for t in at(got, "3.2")] == [("return-displaced",)]


def test_measures_without_words_of_duty() -> None:
    got = drafted("measures")
    assert (got.signed, got.title[:19]) == (date(2031, 2, 12), "Package of Measures")
    assert {k: a.roles for k, a in got.actors.items()} == {
        "norland": ("signatory",),
        "orsk-people-s-council": ("signatory",),
        "observer-mission": ("monitor",),
    }
    assert [(t.norm, t.act) for t in at(got, "1")] == [("prohibition", ("attack",))]
    assert {t.act for t in at(got, "2")} == {("withdraw",)} and {t.verifier for t in at(got, "2")} == {"observer-mission"}
    assert [(t.act, t.bearer) for t in at(got, "3")] == [(("verify",), ("observer-mission",))]
    assert {t.act for t in at(got, "5")} == {("release",), ("exchange-prisoners",)}
    assert "the text has no word of duty here" in draft((TEXTS / "measures.txt").read_text())


def test_a_statement_in_the_present_tense() -> None:
    got = drafted("statement")
    assert (got.signed, got.timezone, got.expires) == (date(2030, 11, 10), "Europe/Moscow", None)
    assert set(got.actors) == {"aran", "harn", "rossian-federation"}
    assert [(t.act, t.bearer, t.zone, t.due.day if t.due else None) for t in at(got, "6") if "hand-over" in t.act] == [
        (("hand-over", "withdraw"), ("harn",), "kalba-district", date(2030, 11, 15)),
        (("hand-over", "withdraw"), ("harn",), "lach-district", date(2030, 12, 1)),
    ]
    assert [t.bearer for t in at(got, "3")] == [("rossian-federation",)]


def test_phases_and_days_counted_from_the_beginning() -> None:
    got = drafted("phases")
    assert {t.phase for t in got.terms.values()} == {"1", "2"}
    releases = [t for t in got.terms.values() if t.act == ("release",) and t.bearer == ("movement",) and t.due]
    assert [t.due.within.days for t in releases if t.due and t.due.within] == [1, 7]
    assert {t.due.base_day for t in releases if t.due} == {"included"}
    assert {k for k, a in got.actors.items() if "guarantor" in a.roles} == {"qatan", "egyta", "united-states"}


def test_a_declaration_made_alone_binds_nobody_else() -> None:
    got = drafted("declaration")
    assert {k: a.roles for k, a in got.actors.items()} == {
        "national-liberation-army": ("signatory",),
        "armed-forces-of-colonia": ("third-party",),
    }
    first = next(iter(got.terms.values()))
    assert (first.norm, first.bearer, first.from_, first.until) == (
        "prohibition", ("national-liberation-army",), date(2030, 12, 24), date(2031, 1, 3),
    )  # fmt: skip
