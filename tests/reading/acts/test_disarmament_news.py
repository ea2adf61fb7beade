"""News of a disarmament: whose army it is, how much was laid down, what is only to be checked, when a charge was made."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.acts.test_not_his_deed import AGREEMENT, one, who
from tests.reading.claims import claims_in

from servanda.reading.claim import Claim

DAY = date(2024, 6, 10)  # a Monday


def read(text: str, act: str) -> list[Claim]:
    return [c for c in claims_in(text, AGREEMENT, DAY) if c.act == act]


@pytest.mark.parametrize(
    ("text", "act", "doers"),
    [
        ("The Guard's leader slammed Norland for repeatedly shelling Oma.", "attack", ["norland"]),
        ("The Guard chided Norland for deliberately blocking the road.", "block-route", ["norland"]),
        # a rebel army of a country is not the country's
        ("Norland's largest left-wing guerrilla army shelled Oma.", "attack", [None]),
        ("Norland's oldest rebel army is laying down its weapons.", "hand-over-weapons", [None]),
        ("Norland's regular army shelled Oma.", "attack", ["norland"]),
        # what somebody is condemned for
        ("Norland condemned the Guard for its attack on Oma.", "attack", ["guard"]),
        ("The Joint Watch criticised Norland for the continued shelling of Oma.", "attack", ["norland"]),
        ("Norland criticised the Guard for its silence over the attack on Oma.", "attack", []),
    ],
)
def test_whose_deed(text: str, act: str, doers: list[str | None]) -> None:
    assert who(one(text, act)) == doers


@pytest.mark.parametrize(
    ("text", "act", "extent"),
    [
        ("The first group to complete the disarmament process received papers in Oma.", "disarm", "part"),
        ("The first Norland troops left Oma.", "withdraw", "part"),
        (
            "With nearly all of its weapons turned over to the Joint Watch, the Guard is ready for talks.",
            "hand-over-weapons",
            "part",
        ),
        ("Almost all Guard fighters have left Oma.", "withdraw", "part"),
        ("Norland's troops have left all posts in Oma.", "withdraw", "all"),
        ("Guard rebels complete handing over of weapons.", "hand-over-weapons", "all"),
    ],
)
def test_how_much(text: str, act: str, extent: str) -> None:
    assert one(text, act).extent == extent


@pytest.mark.parametrize(
    ("text", "act", "modality"),
    [
        (
            "The watchers, tasked with verifying that all weapons were handed over, came to Oma.",
            "hand-over-weapons",
            "possible",
        ),
        ("The mission will verify that the Guard has handed over its weapons.", "hand-over-weapons", "possible"),
        ("The mission verified that the Guard has handed over its weapons.", "hand-over-weapons", "completed"),
        (
            "The mission, charged with receiving and storing the weapons of the Guard, met on Friday.",
            "hand-over-weapons",
            "required",
        ),
        # what delays may come
        ("The Guard warned that the arrests could lead to delays in the disarmament of its fighters.", "disarm", "possible"),
        ("The Guard said there could be delays in the handover of its weapons.", "hand-over-weapons", "possible"),
        ("The Guard said the rains had led to delays in the disarmament of its fighters.", "disarm", "completed"),
        # behind ', and' another clause begins
        (
            "The handover of arms has begun in Oma, and the process of reintegration of Guard fighters should start soon.",
            "disarm",
            "required",
        ),
    ],
)
def test_what_is_not_told_as_done(text: str, act: str, modality: str) -> None:
    assert {c.modality for c in read(text, act)} == {modality}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The accord ended a half century of hostilities between Norland and the Guard.", "attack"),
        ("The accord ended a half century of hostilities between Norland and the Guard.", "terminate"),
        ("The weapons used to provide security in the Guard camps stay in Oma.", "attack"),
        ("Norland's minister launched a scathing attack on the Guard for its silence.", "attack"),
        ("A third Guard fighter was found, noted the release.", "release"),
        ("The talks between Norland and the Guard hit roadblocks again.", "block-route"),
        ("The men in the Guard encampments must be fed, Norland said.", "disarm"),
    ],
)
def test_no_deed(text: str, act: str) -> None:
    assert not read(text, act)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("The Guard accused Norland on Sunday of shelling Oma.", None, date(2024, 6, 9)),
        ("Norland condemned the Guard on Friday for the shelling of Oma.", None, date(2024, 6, 7)),
        ("The Guard accused Norland on Sunday of having shelled Oma on Friday.", date(2024, 6, 7), date(2024, 6, 7)),
        ("The Guard accused Norland of shelling Oma on Sunday.", date(2024, 6, 9), date(2024, 6, 9)),
        ("Norland blamed the Guard on Sunday for the shelling of Oma.", None, date(2024, 6, 9)),
    ],
)
def test_the_day_of_a_charge_is_not_that_of_the_deed(text: str, earliest: date | None, latest: date) -> None:
    when = one(text, "attack").when
    assert (when.earliest, when.latest) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "The mission received all arms of the Guard according to the roadmap of 29 May.",
        "The Guard handed over its arms in line with last year's peace deal.",
        "The Guard handed over its arms under the timetable of 3 May.",
    ],
)
def test_the_day_of_a_paper_is_not_that_of_the_deed(text: str) -> None:
    when = one(text, "hand-over-weapons").when
    assert (when.earliest, when.latest) == (None, DAY)


@pytest.mark.parametrize(
    ("text", "act", "speaker"),
    [
        (
            "The Guard put off its disarmament, citing Norland's continued inability to build the camps.",
            "disarm",
            {None, "guard"},
        ),
        ("Neither the mission nor the Guard would say how many prisoners Norland had released.", "release", {None}),
        (
            "Guard commander Pedro Lund, also known as Timon, spoke in Oma. Timon said Norland had shelled the town.",
            "attack",
            {"guard"},
        ),
        (
            "Guard chief Pedro Lund, known by his alias Timon, met him. Timon said Norland had shelled the town.",
            "attack",
            {"guard"},
        ),
        (
            "Norland President Juan Brenn said talks were near. Mr Brenn said the Guard had shelled the town.",
            "attack",
            {"norland"},
        ),
        ("President Juan Brenn said talks were near. Mr Brenn said the Guard had shelled Oma.", "attack", {"norland"}),
        # both accept it: the word of neither alone
        (
            "Norland accused the Guard of shelling Oma. Norland and the Guard accepted responsibility.",
            "attack",
            {"norland", None},
        ),
    ],
)
def test_whose_word(text: str, act: str, speaker: set[str | None]) -> None:
    assert {c.speaker.actor for c in read(text, act)} <= speaker


def test_a_country_over_a_headline_is_where_it_was() -> None:
    agreement = AGREEMENT.replace("{name: Joint Watch, aliases: [JW]", "{name: UN Mission in Norland, aliases: [UN mission]")

    def heard(title: str, act: str) -> str | None:
        claims = claims_in(f"{title}\n\nOma was calm.", agreement, DAY, title=title)
        return next(c for c in claims if c.act == act).speaker.actor

    assert heard("Norland: UN mission collects weapons from Guard", "hand-over-weapons") is None
    assert heard("Norland: Guard hands over weapons to UN mission", "hand-over-weapons") == "norland"
    assert heard("Norland: Guard violated ceasefire", "breach-ceasefire") == "norland"


@pytest.mark.parametrize(
    ("text", "act", "modality"),
    [
        ("Handover of Guard weapons to begin on Friday", "hand-over-weapons", "announced"),
        ("Release of Guard prisoners to start in Oma", "release", "announced"),
        ("The release of Guard prisoners has yet to start in Oma.", "release", "completed"),  # and not done
        # what would be so, whoever did it
        ("Any recruitment by the Guard constitutes a breach of the truce, Norland said.", "breach-ceasefire", "possible"),
        ("Carrying arms outside the camps of the Guard is a breach of the truce.", "breach-ceasefire", "possible"),
        ("The recruitment by the Guard constitutes a breach of the truce, Norland said.", "breach-ceasefire", "completed"),
        # who stands in the way of it
        ("The Guard is obstructing the release of prisoners.", "release", "completed"),
    ],
)
def test_titles_and_rules(text: str, act: str, modality: str) -> None:
    assert one(text, act).modality == modality


def test_what_is_obstructed_is_not_done() -> None:
    assert one("The Guard is obstructing the release of prisoners.", "release").polarity == "negated"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("After three years in the Guard cantonment at Oma, the men are free.", "disarm"),
        ("The Guard retaliated immediately, announcing that it would hire more men.", "attack"),
        ("The Guard retaliated by closing its office in Oma.", "attack"),
        ("The meeting of the committee for the return of Guard combatants held here today chose a chairman.", "detain"),
    ],
)
def test_what_only_sounds_like_a_deed(text: str, act: str) -> None:
    assert not read(text, act)


@pytest.mark.parametrize(
    ("text", "act", "doers"),
    [
        (
            "Concerned at Guard fighters registered with the Joint Watch starting to leave Oma, Norland sent men.",
            "withdraw",
            ["guard"],
        ),
        ("The Guard retaliated with mortar fire on Oma.", "attack", ["guard"]),
        ("Norland soldiers left one of the posts in Oma.", "withdraw", ["norland"]),
        ("Norland soldiers left two dead in Oma after they shelled the town.", "attack", ["norland"]),
    ],
)
def test_who_left_and_who_fired(text: str, act: str, doers: list[str | None]) -> None:
    assert who(one(text, act)) == doers


def test_what_somebody_is_seen_doing_is_no_source() -> None:
    text = "The minister said the Joint Watch had not verified the withdrawal, citing twelve Guard fighters leaving their camp."
    assert {c.speaker.actor for c in claims_in(text, AGREEMENT, DAY)} <= {None, "norland"}


def test_the_day_of_an_agreement_on_something() -> None:
    text = "The shelling by the Guard is a breach of the agreement on the monitoring of arms of 3 December 2023."
    assert all(c.when.earliest != date(2023, 12, 3) for c in claims_in(text, AGREEMENT, DAY))


@pytest.mark.parametrize(
    ("text", "act", "modality"),
    [
        (
            "All Guard bases are to be dismantled, and the Guard fighters disarmed and sent home.",
            "disarm",
            {"announced", "required"},
        ),
        ("The guns will be collected and the Guard fighters disarmed.", "disarm", {"announced"}),
        ("All posts must be left, and the Norland prisoners released.", "release", {"required"}),
        ("The guns were collected and the Guard fighters disarmed.", "disarm", {"completed"}),
        ("The guns will be collected, and Norland shelled Oma again.", "attack", {"completed"}),
    ],
)
def test_an_auxiliary_left_off(text: str, act: str, modality: set[str]) -> None:
    assert one(text, act).modality in modality


@pytest.mark.parametrize(
    ("text", "act", "earliest"),
    [
        ("Norland accused the Guard of violating the truce which the two leaders signed on 5 May.", "breach-ceasefire", None),
        ("It marked the disarmament of the 52 Guard fighters who began to hand over their arms two years ago.", "disarm", None),
        ("Norland shelled Oma on 5 May.", "attack", date(2024, 5, 5)),
    ],
)
def test_days_of_relative_clauses(text: str, act: str, earliest: date | None) -> None:
    assert one(text, act).when.earliest == earliest


@pytest.mark.parametrize(
    ("text", "act", "speaker"),
    [
        ("The Ruritanian envoy in Norland said the Guard had left Oma.", "withdraw", None),
        ("Norland's main opposition party, the Guard, said the army had shelled Oma.", "attack", "guard"),
        ("Norland's envoy said the Guard had shelled Oma.", "attack", "norland"),
    ],
)
def test_envoys_and_oppositions(text: str, act: str, speaker: str | None) -> None:
    assert one(text, act).speaker.actor == speaker


def test_it_in_a_speech_cut_in_two() -> None:
    text = '"On 3 June the Guard attacked a Norland police unit", Norland\'s minister said, "and the next day it launched a second attack."'
    assert all(who(c) != ["norland"] for c in read(text, "attack"))


@pytest.mark.parametrize("text", ["Members of a Guard dissident group shelled Oma.", "A Guard splinter group shelled Oma."])
def test_a_splinter_is_not_the_whole(text: str) -> None:
    assert who(one(text, "attack")) == [None]
