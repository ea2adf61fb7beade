"""What a thing is called, numbered articles that are broken, and roads named by the towns at their ends."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of
from tests.reading.claims import claims_in

ROADS = """
servanda: 1
id: x
title: x
actors:
  boran: {name: Boran, role: signatory}
  front: {name: Kest Front, aliases: [Front], role: signatory}
zones:
  kest: {name: Kest}
  road: {name: Kest-Dolan road, aliases: [road between Kest and Dolan, Kest to Dolan road]}
terms:
  2-road: {article: "2", norm: obligation, bearer: [boran], act: open-route, zone: road}
"""


@pytest.mark.parametrize(
    "text",
    [
        'The Front called the delay "an open violation of the truce".',
        "The Front denounced the suspension as a breach of the agreement.",
        "The Front called the refusal a violation of the truce.",
    ],
)
def test_the_name_of_a_thing_is_not_turned_over_by_it(text: str) -> None:
    (named,) = claims_of(text, "breach-ceasefire")
    assert (named.polarity, named.modality, named.speaker.actor) == ("affirmed", "alleged", "front")


def test_what_is_refused_a_name_is_not_so_named() -> None:
    (named,) = claims_of("Boran refused to call the delay a violation of the truce.", "breach-ceasefire")
    assert named.modality == "possible"


def test_who_was_rung_up_an_hour_after_a_deed_was_told_nothing_by_the_caller() -> None:
    (fired,) = claims_of("The Front's leader called the general an hour after Boran shelled Kest.")
    assert fired.speaker.actor is None


@pytest.mark.parametrize(
    ("text", "article"),
    [
        ("Boran has broken Article 2, the Front said.", "2"),
        ("Boran violated paragraph 2 of the truce.", "2"),
        ("Boran is dishonouring the accord. It has breached Article 7, the Front said.", "7"),
    ],
)
def test_an_article_is_broken(text: str, article: str) -> None:
    found = [c for c in claims_in(text, ROADS, date(2024, 3, 15)) if c.act == "breach-ceasefire"]
    assert [(c.article, [p.id for p in c.actors]) for c in found if c.article] == [(article, ["boran"])]


@pytest.mark.parametrize(
    "text",
    [
        "Boran violated Article 2 of the constitution.",
        "Boran broke paragraph 3 of the penal code.",
        "Boran violated Article 370.",
    ],
)
def test_an_article_of_another_paper_is_not(text: str) -> None:
    assert not [c for c in claims_in(text, ROADS, date(2024, 3, 15)) if c.act == "breach-ceasefire"]


@pytest.mark.parametrize(
    "text",
    [
        "Boran has opened the road between Kest and Dolan.",
        "Boran opened the Kest to Dolan road on Tuesday.",
        "The road between Kest and Dolan was reopened by Boran on Tuesday.",
    ],
)
def test_a_road_is_opened_by_whatever_name(text: str) -> None:
    (opened,) = [c for c in claims_in(text, ROADS, date(2024, 3, 15)) if c.act == "open-route"]
    assert (opened.zone, [p.id for p in opened.actors]) == ("road", ["boran"])


def test_the_road_is_not_the_town_told_of_before() -> None:
    text = "Lorries waited in Kest for days. Boran opened the road on Tuesday, the Front said."
    (opened,) = [c for c in claims_in(text, ROADS, date(2024, 3, 15)) if c.act == "open-route"]
    assert opened.zone is None


def test_a_road_told_of_before_is_meant() -> None:
    text = "Lorries waited on the Kest-Dolan road for days. Boran opened the road on Tuesday, the Front said."
    (opened,) = [c for c in claims_in(text, ROADS, date(2024, 3, 15)) if c.act == "open-route"]
    assert opened.zone == "road"
