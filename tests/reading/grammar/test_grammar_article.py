"""The founding article, where its data is there: what it says, who says it, what it does not say."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from pathlib import Path

import pytest

from servanda.agreement.model import Actor, Agreement, Under, Zone
from servanda.reading import Claim, read
from servanda.reading.grammar import Reading
from servanda.reports.model import Report, Segment

CASE = Agreement(
    id="k",
    title="Statement of 9/10 November 2020",
    signed=date(2020, 11, 9),
    in_force=datetime(2020, 11, 10),
    timezone="Asia/Baku",
    actors={
        "armenia": Actor("armenia", "Armenia", ("signatory",), ("Yerevan", "the Armenian side")),
        "artsakh-army": Actor(
            "artsakh-army", "Artsakh Defence Army", ("bound",), ("army of Artsakh",), (Under("armenia"),)
        ),
        "azerbaijan": Actor("azerbaijan", "Azerbaijan", ("signatory",), ("Baku",)),
    },
    zones={"kalbajar": Zone("kalbajar", "Kalbajar district", ("Kelbajar",))},
    terms={},
)


@pytest.fixture(scope="module")
def article(shared_data: Path) -> Reading:
    files = sorted((shared_data.parent / "seed").glob("*.txt"))
    if not files:
        pytest.skip("the founding article is not there")
    text = files[0].read_text(encoding="utf-8")
    head, tail = text.index("The Artsakh army again"), text.index("Not a weapon")
    segments = (Segment("headline", 0, head), Segment("body", head, tail), Segment("comment", tail, len(text)))
    return read(Report("a.txt", hashlib.sha256(text.encode()).hexdigest(), text, segments, "txt"), CASE)


def having(article: Reading, **wanted: object) -> list[Claim]:
    return [c for c in article.claims if all(getattr(c, k) == v for k, v in wanted.items())]


def test_it_was_written_between_the_two_dates_of_its_own_words(article: Reading) -> None:
    assert (article.said.earliest, article.said.latest) == (date(2020, 11, 15), date(2020, 11, 25))


def test_the_duty_with_its_three_kinds_of_force_and_its_first_date(article: Reading) -> None:
    (duty,) = having(article, act="withdraw", modality="required")
    assert duty.zone == "kalbajar"
    assert {p.id for p in duty.actors} == {"artsakh-army", "armenia", None}
    assert duty.when.latest == date(2020, 11, 15)


def test_the_extension_by_its_author_and_in_the_words_of_the_aide(article: Reading) -> None:
    moved = having(article, act="extend-deadline", modality="completed")
    assert {p.id for c in moved for p in c.actors} == {"azerbaijan"}
    assert {c.new_due for c in moved} == {date(2020, 11, 25)}
    (aide,) = [c for c in moved if c.speaker.kind == "named-official"]
    assert aide.speaker.actor == "azerbaijan"
    assert "Hajiyev" in (aide.speaker.name or "")
    assert (aide.old_due, aide.adds_days) == (date(2020, 11, 15), 10)


def test_the_refusal_and_the_presence(article: Reading) -> None:
    (refusal,) = having(article, act="withdraw", modality="refused")
    assert "artsakh-army" in {p.id for p in refusal.actors}
    (presence,) = having(article, act="remain", modality="under-way", segment="body")
    assert presence.zone == "kalbajar"
    assert presence.when == article.said


def test_no_withdrawal_is_read_as_done_or_as_failed(article: Reading) -> None:
    done = [c for c in having(article, act="withdraw", modality="completed") if c.zone == "kalbajar"]
    assert done == []


def test_what_experts_hold_is_opinion_and_a_number_is_unknown(article: Reading) -> None:
    experts = [c for c in article.claims if c.speaker.kind == "expert" and c.generic]
    assert experts
    assert all(c.opinion for c in experts)
    assert [u.about for u in article.unknowns] == ["number of units remaining"]


def test_foreign_forces_are_read_as_deployed(article: Reading) -> None:
    assert any("Turkish" in p.words for c in having(article, act="deploy") for p in c.actors)


def test_nothing_in_the_comments_is_more_than_opinion(article: Reading) -> None:
    comments = having(article, segment="comment")
    assert all(c.opinion and c.speaker.kind == "commenter" for c in comments)
