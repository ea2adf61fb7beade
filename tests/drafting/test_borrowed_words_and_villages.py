"""Drafts of texts in borrowed words, of a village truce, of timetables with a general part, and of a communiqué."""

from __future__ import annotations

from datetime import date

import pytest

from servanda.agreement import loads
from servanda.agreement.model import Agreement
from servanda.drafting import draft

HEAD = "AGREEMENT between the Republic of Norland and the Southmark Front\nSigned at Port Vell on 3 May 2031\n"


def of(*articles: str, head: str = HEAD) -> Agreement:
    return loads(draft(head + "\n".join(f"{n}. {words}" for n, words in enumerate(articles, 1)) + "\n"))


def test_the_duties_of_a_translation_bind_by_their_borrowed_words() -> None:
    got = of(
        "Norland engages itself to liberate the combatants of the Front, at the latest on 30 May 2031.",
        "The Front leaves Vell at the latest fifteen days after the signature of the present protocol.",
        "The Front shall leave Harr in the delay of ten (10) days to count from the signature.",
        "The free circulation of persons and goods is guaranteed by the two parties.",
    )
    release, first, second, passage = got.terms.values()
    assert (release.act, release.bearer, release.due and release.due.day) == (
        ("release",),
        ("republic-of-norland",),
        date(2031, 5, 30),
    )
    for term, days_ in ((first, 15), (second, 10)):
        assert term.due is not None and term.due.within is not None
        assert term.due.within.days == days_ and term.due.of is not None
    assert (passage.act, len(passage.bearer)) == (("allow-passage",), 2)


def test_what_happens_if_the_truce_is_broken_is_no_truce() -> None:
    got = of(
        "The Front shall leave Vell by 1 June 2031.", "If a party breaks the truce, the Commission shall decide who did wrong."
    )
    assert [t.act for t in got.terms.values()] == [("withdraw",)]


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("Neither party shall introduce new weapons into the Zone of Separation.", "reinforce"),
        ("The parties shall not take hostages.", "detain"),
    ],
)
def test_new_weapons_and_hostages_are_forbidden(words: str, act: str) -> None:
    (term,) = of(words).terms.values()
    assert (term.norm, term.act) == ("prohibition", (act,))


def test_troops_are_reduced_to_a_number() -> None:
    (term,) = of("Norland shall reduce its troops in Vell to no more than 3,000 by 1 September 2031.").terms.values()
    assert [(limit.quantity, limit.steps[0].at_most) for limit in term.limits] == [("personnel", 3000)]
    (whole,) = of("Norland shall reduce its troops in Vell to 30 per cent by 1 September 2031.").terms.values()
    assert not whole.limits


def test_who_may_move_a_phase_is_the_body_that_is_named_and_the_general_part_is_of_no_phase() -> None:
    got = loads(
        draft(
            "TIMETABLE annexed to the Accord of Varn between Norland and the Southmark Front\n\nSigned on 3 May 2031\n\n"
            "Phase I\n1.1 D+3: reopening of the Kavala crossing by Norland\n\n"
            "Phase II\n2.1 D+45: the Front hands over its heavy weapons to the monitors of the Maritime Mission\n\n"
            "General\n3.1 No side shall deploy forces in Kavala.\n3.2 The Maritime Mission may extend either phase once.\n"
        )
    )
    assert [t.phase for t in got.terms.values()] == ["1", "2", None]
    held = [t.may_extend.holders for t in got.terms.values() if t.may_extend]
    assert all(h == ("maritime-mission",) for h in held)


def test_who_may_suspend_is_who_does_and_not_who_confirms() -> None:
    got = of(
        "The Front shall release its prisoners by 1 June 2031.",
        "Either party may suspend article 1 if the other commits a breach confirmed by ECOMIX.",
    )
    (release,) = got.terms.values()
    assert release.may_suspend is not None and len(release.may_suspend.holders) == 2


def test_a_body_a_month_and_letters_are_no_places() -> None:
    got = of(
        "The parties shall not hinder the movement of the monitors of ECOMIX.",
        "The parties shall not obstruct the observers of the Arab League.",
        "The Front shall surrender its arms to ECOMIX by 1 June 2031.",
        "Norland shall reopen the coastal road in the first week of February 2032.",
    )
    assert not {"ecomix", "arab-league", "february"} & got.zones.keys()


def test_a_village_truce_loses_no_sentence_in_the_present() -> None:
    got = loads(
        draft(
            "Truce between the people of Upper Kiro and the Beni herders\n\n"
            "On this Sunday, the 5th of June 2022, under the big tree, we have said:\n\n"
            "We stop the killing from today.\n\n"
            "The Beni will give back the eleven goats within three days.\n\n"
            "The people of Kiro free the two boys today.\n\n"
            "No one comes to the market with a gun.\n\n"
            "We thank the imam.\n"
        )
    )
    assert (got.signed, list(got.actors)) == (date(2022, 6, 5), ["upper-kiro", "beni-herders"])
    told = " ".join([t.says or "" for t in got.terms.values()] + [u.says for u in got.unmodelled])
    for words in ("stop the killing", "eleven goats", "free the two boys", "with a gun"):
        assert words in told
    assert "thank the imam" not in told


def test_delegations_that_met_are_named_without_their_meeting() -> None:
    got = loads(
        draft(
            "JOINT COMMUNIQUÉ\n\nDelegations of the Transitional Council and the Government of National Accord met in Doha on "
            "19 January 2030 and issued the following communiqué:\n\nThe two sides agreed to halt all military operations.\n\n"
            "The Government will release 17 pilots by 24 January 2030.\n"
        )
    )
    assert {a.name for a in got.actors.values()} == {"Transitional Council", "Government of National Accord"}


def test_the_month_of_may_gives_no_leave() -> None:
    got = of("Norland engages itself to free the prisoners by 30 May 2031.", "Norland may keep a post at Vell.")
    assert [(t.act, t.due and t.due.day) for t in got.terms.values()] == [(("release",), date(2031, 5, 30))]


def test_a_place_of_what_goes_before_is_no_place_of_the_duty() -> None:
    got = of(
        "Norland shall withdraw its 3rd Brigade from the town of Vell by 20 May 2031.",
        "Within fifteen days of the withdrawal from Vell, the Front shall hand over its mortars to the observers.",
        "The Front shall hand over its rifles in Vell by 30 May 2031.",
    )
    assert [t.zone for t in got.terms.values()] == ["vell", None, "vell"]
