"""Drafts: who is no party of a preamble or a title, what a page shows above it, places, limits and the length of the whole."""

from __future__ import annotations

import pytest

from servanda.agreement import loads
from servanda.agreement.model import Agreement
from servanda.drafting import draft

HEAD = """AGREEMENT ON THE CESSATION OF HOSTILITIES AND THE WITHDRAWAL OF FORCES IN THE VELL VALLEY

The Government of the Republic of Norland (hereinafter "the Government") and the Southmark Front (hereinafter "the Front" or "the SMF"), hereinafter referred to as "the Parties",

{recital}

Have agreed as follows:
"""


def text_of(*articles: str, recital: str = "Recalling their talks,") -> str:
    body = "\n".join(f"{n}. {words}" for n, words in enumerate(articles, 1))
    return f"{HEAD.format(recital=recital)}\n{body}\n\nDone at Port Vell on 3 May 2031\n"


def of(*articles: str, recital: str = "Recalling their talks,") -> Agreement:
    return loads(draft(text_of(*articles, recital=recital)))


QUIET = "The Parties shall cease all hostilities."


@pytest.mark.parametrize(
    "recital",
    [
        "Deeply concerned at the suffering of the people of the Vell Valley,",
        "Mindful of the Charter of the United Nations,",
        "Convinced that only talks can end the war,",
        "Alarmed by the loss of life,",
        "Desirous of Peace in the Vell Valley,",
        "Committed to the Principles of the Port Vell Declaration,",
        "Gravely concerned about the Vell Valley,",
    ],
)
def test_no_recital_is_a_party(recital: str) -> None:
    got = of(QUIET, recital=recital)
    assert [a.name for a in got.actors.values() if "signatory" in a.roles] == [
        "Government of the Republic of Norland",
        "Southmark Front",
    ]


def test_both_short_names_are_kept() -> None:
    assert {"Front", "SMF"} <= set(of(QUIET).actors["southmark-front"].aliases)


def test_a_party_in_small_words_is_still_one() -> None:
    text = "Ceasefire\nThe Assembly of the Vell Clans\nThe Council of Harr\nHave agreed as follows:\n1. Both sides shall stop all attacks.\n"
    assert {a.name for a in loads(draft(text)).actors.values()} == {"Assembly of the Vell Clans", "Council of Harr"}


def test_a_page_above_the_title_and_a_title_over_lines() -> None:
    title = "AGREEMENT ON THE CESSATION OF\nHOSTILITIES AND THE WITHDRAWAL OF\nFORCES IN THE VELL VALLEY"
    page = text_of(QUIET).replace(HEAD.split("\n", 1)[0], f"Home\nLibrary\nAbout us\nPeace Papers\n{title}")
    got = loads(draft(page))
    assert got.title == "AGREEMENT ON THE CESSATION OF HOSTILITIES AND THE WITHDRAWAL OF FORCES IN THE VELL VALLEY"
    assert len(got.actors) == 2


def test_a_short_title_above_another_stays() -> None:
    text = "Vell Two\nPackage of measures for the truce\nbetween Norland and the Southmark Front\n1. Both sides shall stop all attacks.\n"
    assert loads(draft(text)).title.startswith("Vell Two")


def test_each_place_of_two_under_prepositions_of_their_own() -> None:
    got = of("The Government shall withdraw its forces from the town of Merr and from the Kesh Pass by 15 June 2031.")
    assert [t.zone for t in got.terms.values()] == ["merr", "kesh-pass"]


def test_a_town_and_the_road_named_after_it() -> None:
    got = of(
        "The Government shall withdraw its forces from the town of Merr by 15 June 2031.",
        "The Government shall open the road between Merr and Port Halia by 15 June 2031.",
        "The Front shall clear the mines along the Merr-Port Halia road by 15 June 2031.",
    )
    assert [t.zone for t in got.terms.values()] == ["merr", "merr-port-halia-road", "merr-port-halia-road"]


def test_what_is_to_be_kept_so_is_noted() -> None:
    words = "The Government undertakes to open the Merr road by 15 June 2031, and to keep it open thereafter."
    assert '# check: more is laid down here than was read: "to keep it open thereafter"' in draft(text_of(words))
    both = "The Government undertakes to open the Merr road, and to withdraw its forces from the Kesh Pass by 15 June 2031."
    assert "more is laid down" not in draft(text_of(both))


def test_leave_with_a_limit_is_a_limit() -> None:
    (term,) = of("The Government may deploy no more than 400 police officers in the Sarno district.").terms.values()
    assert term.norm == "maintenance"
    assert [(limit.quantity, limit.steps[0].at_most) for limit in term.limits] == [("police", 400)]
    assert not of(QUIET, "The Government may deploy police officers in the Sarno district.").terms.get("2-deploy")


def test_articles_are_no_place() -> None:
    assert not of("The Front shall verify the implementation of Articles 1 to 7 by 15 June 2031.").zones


def test_the_length_of_the_whole_moves_no_deadline() -> None:
    duty = "The Front shall withdraw its fighters from the Kesh Pass by 15 June 2031."
    renewed = "This Agreement shall remain in force for two years and may be extended by mutual consent of the Parties."
    assert all(t.may_extend is None for t in of(QUIET, duty, renewed).terms.values())
    moved = "The time limits of this Agreement may be extended by mutual consent of the Parties."
    assert of(QUIET, duty, moved).terms["2-withdraw"].may_extend is not None


@pytest.mark.parametrize(
    "words",
    [
        "The Parties shall cease all hostile acts.",
        "The Parties shall refrain from hostile acts.",
        "The Parties shall end all armed actions.",
    ],
)
def test_hostile_acts_are_forbidden(words: str) -> None:
    (term,) = of(words).terms.values()
    assert (term.norm, term.act) == ("prohibition", ("attack",))


def test_what_is_not_hostile_forbids_no_attack() -> None:
    assert all("attack" not in t.act for t in of("The Parties shall refrain from hostile propaganda.").terms.values())


def test_witnesses_behind_a_semicolon_are_several() -> None:
    text = text_of(QUIET) + "Witnesses: African Union; Kingdom of Harr\n"
    names = {a.name for a in loads(draft(text)).actors.values() if "third-party" in a.roles}
    assert not any(";" in n for n in names)
