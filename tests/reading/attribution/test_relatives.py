"""Who speaks in a relative clause, after 'as X noted', and under a charge."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    ("text", "actor", "kind"),
    [
        ("The Front met Boran's president, who said the Front had shelled Kest.", "boran", "named-official"),
        ("Kest is held by the Front, which says Boran shelled it on Tuesday.", "front", "named-official"),
        ("The Front, which says Boran shelled Kest on Tuesday, left the talks.", "front", "named-official"),
        ("The report cites residents who said Boran shelled Kest.", None, "witness"),
        ("A doctor spoke to two residents of Kest who told him that Boran had shelled their houses.", None, "witness"),
        ("The Joint Watch, which confirmed that Boran had shelled Kest, called for calm.", "watch", "monitor"),
        ("The talks were attended by Adel Kam, the Borani defence minister, who said that the Front had shelled Kest.", "boran",
         "named-official"),
        ("There are many who say Boran shelled Kest.", None, "unknown"),
        ("It is the Front who say that Boran shelled Kest.", "front", "named-official"),
        ("However, as the Front noted, Boran shelled Kest on Tuesday.", "front", "named-official"),
        ("But as the Front noted, Boran shelled Kest on Tuesday.", "front", "named-official"),
        ("Boran shelled Kest on Tuesday, as the Front noted.", "front", "named-official"),
    ],
)  # fmt: skip
def test_who_says_it(text: str, actor: str | None, kind: str) -> None:
    (attack,) = claims_of(text)
    assert (attack.speaker.actor, attack.speaker.kind) == (actor, kind)


@pytest.mark.parametrize(
    "text",
    [
        "However, as the Front advanced, Boran shelled Kest.",
        "The Front shelled Kest, which shows that the truce is dead.",
        "Despite reported violations, Boran shelled Kest.",
        "Amid reported violations by the Front, Boran shelled Kest.",
    ],
)
def test_the_narrators_own_words(text: str) -> None:
    (attack,) = claims_of(text)
    assert (attack.speaker.actor, attack.speaker.kind) == (None, "outlet")


def test_the_main_clause_is_not_the_speakers() -> None:
    (left,) = claims_of("The Front, which says Boran shelled Kest on Tuesday, left the talks.", "suspend")
    assert (left.speaker.actor, left.speaker.kind) == (None, "outlet")


@pytest.mark.parametrize(
    ("text", "doers", "speaker"),
    [
        ("The Front walked out of talks with Boran, accusing it of shelling Kest.", ["boran"], "front"),
        ("The Front walked out of talks with Boran, accusing its army of shelling Kest.", ["boran"], "front"),
        ("The ambassador of Boran to the UN lashed out at the Front, accusing its fighters of shelling Kest.", [], "boran"),
        ("Boran condemned the Front, blaming its fighters for the shelling of Kest.", ["front"], "boran"),
        ("Boran accused its own soldiers of shelling Kest.", ["boran"], "boran"),
        ("Boran summoned the ambassador and accused his country of shelling Kest.", [], "boran"),
        ("The Front rejected the charge by Boran, which accuses it of shelling Kest.", ["front"], "boran"),
    ],
)
def test_whoever_accuses_is_not_the_accused(text: str, doers: list[str], speaker: str) -> None:
    attack = next(c for c in claims_of(text) if c.modality == "alleged")
    assert ([p.id for p in attack.actors], attack.speaker.actor) == (doers, speaker)


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        ("The Front agreed to a moratorium on attacking Kest.", "negated", "promised"),
        ("An assault on Kest by Boran remains a threat.", "affirmed", "possible"),
        ("Boran attacks on Kest remain a threat to the truce.", "affirmed", "completed"),
    ],
)
def test_what_is_put_off_or_feared(text: str, polarity: str, modality: str) -> None:
    (attack,) = claims_of(text)
    assert (attack.polarity, attack.modality) == (polarity, modality)
    assert not claims_of(text, "remain")
