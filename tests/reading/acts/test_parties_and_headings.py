"""Sides called 'the X party', countries that head a headline, and what shares one 'not'."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import AGREEMENT, claims_of
from tests.reading.claims import claims_in

NORLAND = AGREEMENT.replace("boran: {name: Boran, aliases: [Borana, Borani]", "boran: {name: Norland, aliases: []")


@pytest.mark.parametrize(
    ("text", "act", "who"),
    [
        ("The Borani party withdrew its posts from Dolan.", "withdraw", "boran"),
        ("The Boran party blocked the road to Dolan.", "block-route", "boran"),
        ("The Kest party blocked the road to Dolan.", "block-route", "front"),
        ("The Boran side said that the Kest side had blocked the road to Dolan.", "block-route", "front"),
        (
            "Boran's observers left. The Kest side blocked the road. They hinder the Joint Watch observers.",
            "obstruct-monitor",
            "front",
        ),
        ("The Borani party blocked the road. They hinder the Joint Watch observers.", "obstruct-monitor", "boran"),
        ("A Boran party blocked the road to Dolan.", "block-route", None),
        ("The Boran party leader blocked the road to Dolan.", "block-route", None),
    ],
)
def test_a_side_called_a_party(text: str, act: str, who: str | None) -> None:
    """As protocols call it; a political party is no side."""
    assert [p.id for c in claims_of(text, act) for p in c.actors] == [who]


def test_a_party_with_a_capital_is_another_name() -> None:
    """'The Kest Party' is not the Kest Front."""
    assert {p.id for c in claims_of("The Kest Party blocked the road to Dolan.", "block-route") for p in c.actors} <= {None}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The leader of the Front said they had captured Dolan.", "front"),
        ("Kest Front spokesman Omar Adil said they had captured Dolan on Monday.", "front"),
        ("Boran soldiers fled. The leader of the Front said they had captured Dolan.", "boran"),
        ("The leader of Boran said they had captured Dolan.", None),
    ],
)
def test_those_whom_a_leader_speaks_for(text: str, who: str | None) -> None:
    """'They' in the words of a movement's leader are the movement where nobody else can be meant."""
    assert [p.id for c in claims_of(text, "capture") for p in c.actors] == ([who] if who else [])


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("NORLAND: Rebels capture Dolan", None),
        ("Norland: rebels again capture Dolan", None),
        ("Norland: Armed groups seize town of Dolan", None),
        ("Norland: Front captured Dolan", "boran"),
        ("Norland: Front captures Dolan", "boran"),
        ("Norland: rebels captured Dolan", "boran"),
        ("Norland: rebels have captured Dolan", "boran"),
        ("Norland army: rebels capture Dolan", "boran"),
        ("Kest Front: government troops capture Dolan", "front"),
    ],
)
def test_a_country_that_heads_a_headline(headline: str, speaker: str | None) -> None:
    """Before somebody without a name who acts in the present it tells where, and not who says so."""
    claims = claims_in(f"{headline}\n\nIt was quiet elsewhere.", NORLAND, date(2024, 3, 15), headline)
    (claim,) = [c for c in claims if c.act == "capture"]
    assert (claim.speaker.actor if claim.speaker else None) == speaker


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Boran has not shelled Dolan or blocked the road.", "block-route"),
        ("Boran has never shelled Dolan, mined the road or attacked the observers.", "lay-mines"),
        ("Dolan was not shelled or captured.", "capture"),
        ("Boran has not yet accepted or rejected the accord.", "refuse-terms"),
        ("Boran neither accepted nor rejected the accord.", "refuse-terms"),
    ],
)
def test_one_not_for_a_row(text: str, act: str) -> None:
    """'Has not shelled the town or mined the road': it did neither."""
    assert {c.polarity for c in claims_of(text, act)} == {"negated"}


def test_and_ends_what_a_not_reaches() -> None:
    """'Has not left the town and shelled it': the shelling is told."""
    (attack,) = claims_of("Boran has not left Dolan and shelled the town on Monday.", "attack")
    assert attack.polarity == "affirmed"


def test_what_was_not_rejected_is_not_signed_by_that() -> None:
    """A parliament that neither accepted nor rejected a plan signed nothing."""
    text = "The parliament of Boran neither accepted nor rejected the plan, but instead endorsed the immediate cessation of hostilities."
    assert "completed" not in {c.modality for c in claims_of(text, "sign") if c.polarity == "affirmed"}
    assert "completed" not in {c.modality for c in claims_of(text, "refuse-terms") if c.polarity == "affirmed"}


def test_calm_restored_is_no_cease_fire() -> None:
    """An army may restore it by force."""
    text = "The army restored calm in Dolan on Monday."
    assert not claims_of(text, "cease-fire")
    assert not claims_of(text, "resume")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('The group "Return and Revenge", or Front, attacked two villages near Dolan on Monday.', "front"),
        ("The Return and Revenge movement, also known as the Front, attacked two villages near Dolan.", "front"),
    ],
)
def test_a_group_by_its_other_name(text: str, who: str) -> None:
    """'NAME, or ABBREVIATION,' is whom the case knows by it."""
    assert [p.id for c in claims_of(text) for p in c.actors] == [who]


@pytest.mark.parametrize(
    ("text", "act", "who"),
    [
        ("Rebels of the Front in Norland said they had left Dolan.", "withdraw", "front"),
        ("The authorities in Norland said they had left Dolan.", "withdraw", "boran"),
        (
            "The main armed rebel force in Norland declared a truce and said it would pull its troops out of Kest.",
            "withdraw",
            None,
        ),
    ],
)
def test_rebels_in_a_country_are_not_the_country(text: str, act: str, who: str | None) -> None:
    """Nor is its word theirs."""
    (claim,) = [c for c in claims_in(text, NORLAND, date(2024, 3, 15)) if c.act == act]
    assert {p.id for p in claim.actors} <= {who}
    assert claim.speaker.actor == who


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The Front said that the Borani army was shelling Dolan and blocking the road.", "block-route"),
        ("The Front said the Borani army had been shelling Dolan and blocking the road.", "block-route"),
        ("The Front said Borani troops were reinforcing their posts and shelling Dolan.", "attack"),
    ],
)
def test_what_goes_on_beside_what_goes_on(text: str, act: str) -> None:
    """'X said Y was shelling the town and burning houses': Y did both."""
    (claim,) = claims_of(text, act)
    assert ([p.id for p in claim.actors], claim.speaker.actor) == (["boran"], "front")


@pytest.mark.parametrize("lead", ["In the case of", "In the event of", "In case of"])
def test_in_the_event_of_a_breach(lead: str) -> None:
    """What may come to pass has not."""
    (breach,) = claims_of(f"{lead} a violation of the truce by Front fighters, the Joint Watch will react.", "breach-ceasefire")
    assert breach.modality == "possible"


def test_a_truce_called_for_is_not_called() -> None:
    """'Has been called for by the rebels' is their demand."""
    (truce,) = claims_of("An immediate ceasefire has been called for by the Front.", "cease-fire")
    assert (truce.modality, truce.actors) == ("requested", ())
    (called,) = claims_of("The Front called a ceasefire on Monday.", "cease-fire")
    assert called.modality == "completed"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Borani military shared messages on social media asserting that it had attacked the Front in Dolan.", "boran"),
        ("The Front posted a video claiming that the Borani army had attacked Dolan.", "front"),
    ],
)
def test_messages_shared_are_the_word_of_whoever_shares_them(text: str, speaker: str) -> None:
    """As of a statement issued."""
    (attack,) = claims_of(text)
    assert (attack.speaker.actor, [p.id for p in attack.actors]) == (speaker, ["boran"])
