"""A charge or a claim taken up by a word behind it: who turns it down, and that it does not turn the first voice round."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.acts.test_not_his_deed import AGREEMENT, one, who
from tests.reading.claims import claims_in

DAY = date(2024, 6, 10)


@pytest.mark.parametrize(
    ("text", "act", "doer", "first"),
    [
        ("Norland blames the Guard for the attack, a charge the Guard denies.", "attack", "guard", "alleged"),
        ("Norland accused the Guard of shelling Oma, a charge that the Guard denied.", "attack", "guard", "alleged"),
        ("Norland accused the Guard of shelling Oma, an accusation rejected by the Guard.", "attack", "guard", "alleged"),
        (
            "Norland accused the Guard of shelling Oma, allegations the group has repeatedly rejected.",
            "attack",
            "guard",
            "alleged",
        ),
        ("Norland accused the Guard of shelling Oma, which was denied by the Guard.", "attack", "guard", "alleged"),
        ("Norland said the Guard had shelled Oma. The charge was rejected by the Guard.", "attack", "guard", "completed"),
        # what a side says that it did itself, and the other says it did not
        ("Norland announced on 3 June that it had left Oma, a claim the Guard denied.", "withdraw", "norland", "completed"),
        (
            "Norland said it had pulled out of Oma. The Guard rejected the statement as false.",
            "withdraw",
            "norland",
            "completed",
        ),
    ],
)
def test_both_voices_are_heard(text: str, act: str, doer: str, first: str) -> None:
    told, answer = (c for c in claims_in(text, AGREEMENT, DAY) if c.act == act)
    assert (told.modality, who(told), told.speaker.actor) == (first, [doer], "norland")
    assert (answer.modality, who(answer), answer.speaker.actor) == ("denied", [doer], "guard")


@pytest.mark.parametrize(
    "text",
    [
        "Norland said it had left Oma, a claim the Joint Watch could not confirm.",
        "Norland said it would leave Oma, a claim the Guard denied.",
        "Norland said it had left Oma, a move the Guard rejected.",
    ],
)
def test_what_was_not_denied(text: str) -> None:
    assert {c.modality for c in claims_in(text, AGREEMENT, DAY) if c.act == "withdraw"} <= {"completed", "announced"}


@pytest.mark.parametrize(
    ("text", "act", "modality"),
    [
        ("There is no doubt that Norland has shelled Oma.", "attack", "completed"),
        ("There is doubt that Norland has left Oma.", "withdraw", "possible"),
        ("The pictures make it clear that Norland has left Oma.", "withdraw", "completed"),
        ("The court cleared Norland of shelling Oma.", "attack", "denied"),
        ("The Joint Watch can now confirm that Norland has left Oma.", "withdraw", "completed"),
        ("Only the Joint Watch can confirm that Norland has left Oma.", "withdraw", "possible"),
    ],
)
def test_how_sure_it_is(text: str, act: str, modality: str) -> None:
    assert one(text, act).modality == modality


@pytest.mark.parametrize(
    "text",
    [
        "The release also said that Norland had shelled Oma.",
        "The Guard said in a release that Norland had shelled Oma.",
        "It is safe to say that its involvement in the attack cannot be ruled out, the Guard said.",
        "The Guard rejected the announcement as false.",
    ],
)
def test_texts_and_suspicions_are_no_acts(text: str) -> None:
    assert {c.act for c in claims_in(text, AGREEMENT, DAY)} <= {"attack", "deny"}


@pytest.mark.parametrize(
    "text",
    [
        "The air strikes that were conducted by Norland on 3 June are a violation of the truce.",
        "The raids Norland conducted on 3 June killed ten people.",
    ],
)
def test_whose_strikes_they_were(text: str) -> None:
    assert who(one(text, "attack")) == ["norland"]


@pytest.mark.parametrize(
    ("text", "act", "modality", "doers"),
    [
        # what a charge goes on to say is in the charge, and not the accuser's own breach
        ("Norland accused the Guard of firing on its camp, violating the truce.", "breach-ceasefire", "alleged", ["guard"]),
        ("The Guard accused Norland of shelling Oma, breaching the truce.", "breach-ceasefire", "alleged", ["norland"]),
        # still to come
        ("A Norland attack on Oma remains possible in the near term.", "attack", "possible", ["norland"]),
        ("The pact aims to stave off a Norland assault on Oma.", "attack", "announced", ["norland"]),
        ("Norland said it had met the mediators to complete the handover of Oma.", "hand-over", "possible", None),
        ("Norland managed to complete the withdrawal from Oma.", "withdraw", "completed", ["norland"]),
        ("Norland announced the withdrawal of its men from Oma, effective at 7 a.m. the next day.", "withdraw", "announced", ["norland"]),
        ("Norland announced a pullout from Oma to begin on 12 June.", "withdraw", "announced", ["norland"]),
        ("Norland announced the handover of Oma.", "hand-over", "announced", ["norland"]),  # no more than that
        ("Norland announced that it had handed over Oma.", "hand-over", "completed", ["norland"]),
        # an own deed reported
        ("Norland reported shelling Guard positions in Oma.", "attack", "completed", ["norland"]),
        ("The Guard reported shelling in Oma on Monday.", "attack", "completed", []),
    ],
)  # fmt: skip
def test_charges_plans_and_own_deeds(text: str, act: str, modality: str, doers: list[str] | None) -> None:
    claim = one(text, act)
    assert claim.modality == modality
    assert doers is None or who(claim) == doers


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The deal set June 15 as the deadline for Norland to complete the withdrawal from Oma.", date(2024, 6, 15)),
        ("Norland missed the June 1 deadline for leaving Oma.", date(2024, 6, 1)),
    ],
)
def test_a_limit_may_lie_ahead(text: str, day: date) -> None:
    assert one(text, "withdraw").when.latest == day


def test_an_attack_is_not_of_those_who_might_go_to_war() -> None:
    text = "If Norland and the Guard do not act they risk going back to war, it said. The Joint Watch condemned the attack."
    assert not any(c.actors for c in claims_in(text, AGREEMENT, DAY) if c.act == "attack" and c.modality == "completed")


def test_what_a_breakdown_leads_to_is_nobody_s_deed() -> None:
    text = (
        "The deal comes after talks to integrate the Guard into the Norland army collapsed, leading to deadly clashes in Oma."
    )
    assert who(one(text, "attack")) == []


def test_every_further_of_is_in_the_charge() -> None:
    text = "The Guard accused Norland of failing to leave Oma as agreed and of shelling the town."
    claims = {c.act: c for c in claims_in(text, AGREEMENT, DAY)}
    assert (claims["attack"].modality, who(claims["attack"])) == ("alleged", ["norland"])


def test_he_is_no_government() -> None:
    text = "The Norland government accuses the Guard of delay. He said Norland had shelled Oma."
    assert one(text, "attack").speaker.actor is None


@pytest.mark.parametrize(
    "text",
    [
        "Norland left Oma after the seizure of the town by the Guard.",
        "Norland troops pulled out following raids by the Guard.",
    ],
)
def test_by_whom_the_event_was_is_not_who_left(text: str) -> None:
    assert who(one(text, "withdraw")) == ["norland"]


def test_a_war_of_years_is_no_attack() -> None:
    assert not [c for c in claims_in("The conflict has killed thousands in Oma.", AGREEMENT, DAY) if c.act == "attack"]
