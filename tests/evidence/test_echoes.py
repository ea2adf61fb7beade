"""R6: headlines and leads that only announce what their report quotes, by the plain definition and at scale."""

from __future__ import annotations

from hand import READER, day, says
from hypothesis import given, settings
from hypothesis import strategies as st

from servanda.evidence import origins
from servanda.evidence.acts import entailed
from servanda.reading.claim import Claim

OWN = "carrier:wire"
Heard = list[tuple[Claim, str]]


def plainly(heard: Heard) -> dict[str, str]:
    """Every claim compared with every other."""

    def way(c: Claim) -> bool:
        return c.polarity == "negated" or c.modality == "denied"

    def same(a: Claim, b: Claim) -> bool:
        places = {a.zone or a.zone_words, b.zone or b.zone_words} - {None, ""}
        dates = {a.new_due, b.new_due} - {None}
        acts = a.act in entailed(b.act) or b.act in entailed(a.act)
        return acts and len(places) < 2 and len(dates) < 2 and way(a) == way(b)

    found = {}
    for claim, voice in heard:
        if voice == OWN and (
            claim.segment == "headline" or claim.paragraph <= 1 or claim.generic or claim.act == "extend-deadline"
        ):
            others = {v for c, v in heard if v != OWN and c.segment != "comment" and same(claim, c)}
            if others:
                found[claim.id] = min(others)
    return found


@st.composite
def told(draw: st.DrawFn) -> tuple[Claim, str]:
    """A claim of a report with the voice heard in it."""
    segment = draw(st.sampled_from(["headline", "body", "comment"]))
    claim = says(
        draw(st.sampled_from(["withdraw", "hand-over", "attack", "breach-ceasefire", "extend-deadline"])),
        "armenia",
        on="11-15",
        zone=draw(st.sampled_from([None, "kalbajar", "hadrut"])),
        zone_words=draw(st.sampled_from([None, "", "Lesser Hill", "kalbajar"])),
        new_due=day(draw(st.sampled_from([None, "11-25", "12-01"]))),
        polarity=draw(st.sampled_from(["affirmed", "negated"])),
        modality=draw(st.sampled_from(["completed", "denied"])),
        paragraph=draw(st.integers(0, 3)),
        generic=draw(st.booleans()),
        segment=segment,
        start=draw(st.integers(0, 10_000)),
        **({"by": READER} if segment == "comment" else {}),
    )
    return claim, draw(st.sampled_from([OWN, OWN, "name:one", "side:azerbaijan"]))


@settings(max_examples=150)
@given(st.lists(told(), max_size=12))
def test_echoes_are_those_of_the_plain_definition(heard: Heard) -> None:
    distinct = list({c.id: (c, v) for c, v in heard}.values())
    assert origins.echoes(distinct, OWN) == plainly(distinct)


def test_a_report_with_thousands_of_claims_is_compared_by_what_they_tell_not_one_by_one(monkeypatch) -> None:
    places = [f"Place {n}" for n in range(300)]
    heard = [
        (says("attack", on="11-15", zone_words=place, start=20 * n, paragraph=n), voice)
        for n, (place, voice) in enumerate((p, v) for p in places for v in (OWN, "name:one"))
    ]
    compared = 0
    plain = origins._same_matter

    def counted(*pair):
        nonlocal compared
        compared += 1
        return plain(*pair)

    monkeypatch.setattr(origins, "_same_matter", counted)
    generic = [(says("attack", on="11-15", zone_words=p, start=20 * n, generic=True), OWN) for n, p in enumerate(places * 5)]
    found = origins.echoes([*heard, *generic], OWN)
    assert {found[c.id] for c, _ in generic} == {"name:one"}
    assert compared <= 2 * len(places)


def test_ten_more_days_are_the_date_that_the_same_voice_names() -> None:
    lead = says("extend-deadline", "azerbaijan", on="11-15", zone="kalbajar", start=1)
    named = says("extend-deadline", "azerbaijan", on="11-15", zone="kalbajar", new_due=day("11-25"), start=50)
    found = origins.origins([(lead, OWN), (named, OWN)])
    assert found[lead.id] == found[named.id]


def test_ten_more_days_stay_apart_where_two_dates_are_named() -> None:
    lead = says("extend-deadline", "azerbaijan", on="11-15", zone="kalbajar", start=1)
    one = says("extend-deadline", "azerbaijan", on="11-15", zone="kalbajar", new_due=day("11-25"), start=50)
    two = says("extend-deadline", "azerbaijan", on="11-15", zone="kalbajar", new_due=day("12-01"), start=90)
    found = origins.origins([(lead, OWN), (one, OWN), (two, OWN)])
    assert len(set(found.values())) == 3
