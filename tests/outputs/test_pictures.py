"""Pictures: well-formed, accessible, with both clocks and words; nothing from outside; the same bytes."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date
from itertools import combinations, pairwise

import altair
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servanda.case import Case, ask
from servanda.case.dossiers import dossier_of
from servanda.findings.inquiry import Inquiry
from servanda.outputs import bands
from servanda.outputs.dossier import Dossier
from servanda.outputs.pictures import incidents, map_, png, svg, term_timeline, terminal, timeline
from servanda.outputs.pictures.gallery import pictures
from servanda.outputs.pictures.labels import LETTER, LINE, Label, labels

SVG = "{http://www.w3.org/2000/svg}"


def _texts(root: ET.Element) -> str:
    return " ".join(t for t in root.itertext() if t)


def test_every_picture_is_valid_vega_lite(later: Dossier) -> None:
    for drawn in pictures(later).values():
        altair.Chart.from_dict(drawn.spec)


def test_pictures_say_both_clocks_and_have_title_and_description(later: Dossier) -> None:
    seen: list[str] = []
    for drawn in pictures(later).values():
        root = ET.fromstring(svg(drawn))
        words = _texts(root)
        assert "As of 24 April 2021, as known at 24 April 2021." in words
        assert root.find(f"{SVG}title") is not None and root.find(f"{SVG}desc") is not None
        assert root.get("role") == "img"
        seen += [e.get("id", "") for e in root.iter() if e.get("id")]
        assert not [e for e in root.iter() if e.tag in {f"{SVG}script", f"{SVG}image", f"{SVG}foreignObject"}]
        assert not [k for e in root.iter() for k in e.attrib if k == "style" or k.startswith("on")]
    assert len(seen) == len(set(seen))


def test_the_timeline_names_terms_and_words(later: Dossier) -> None:
    words = _texts(ET.fromstring(svg(timeline(later))))
    for key in later.agreement.terms:
        assert key in words
    assert "fulfilled" in words


def test_a_terms_timeline_shows_first_date_and_date_due(dossier: Dossier) -> None:
    drawn = term_timeline(dossier, "6-kalbajar")
    assert "due 25 November 2020" in drawn.description and "first 15 November 2020" in drawn.description
    assert "first date" in svg(drawn)


def test_an_axis_ends_where_nothing_more_happens_and_says_so(case: Case) -> None:
    long_after = date(2035, 6, 1)
    words = _texts(ET.fromstring(svg(timeline(dossier_of(ask(case, long_after, long_after))))))
    assert "no change up to 1 June 2035" in words and "2034" not in words


def test_incidents_without_author_stand_apart_and_are_not_ranked(later: Dossier) -> None:
    drawn = incidents(later)
    assert drawn is not None
    assert "author not established" in drawn.description
    assert incidents(later).spec == drawn.spec  # type: ignore[union-attr]


def test_the_map_prints_its_convention_and_takes_base_layers(later: Dossier) -> None:
    base = {
        "type": "FeatureCollection",
        "convention": "coast of test land, 2020",
        "features": [
            {"type": "Feature", "geometry": {"type": "LineString", "coordinates": [[45, 39], [47, 40]]}, "properties": {}}
        ],
    }
    drawn = map_(later, [base])
    assert drawn is not None
    words = _texts(ET.fromstring(svg(drawn)))
    assert "take no position on any border" in words and "coast of test land" in words


def test_the_same_picture_has_the_same_bytes(later: Dossier) -> None:
    assert svg(timeline(later)) == svg(timeline(later))
    assert png(timeline(later), 1) == png(timeline(later), 1)
    assert png(timeline(later), 1).startswith(b"\x89PNG")


def test_the_terminal_form_fits_its_width(later: Dossier) -> None:
    lines = terminal(later, 50)
    assert len(lines) == len(later.agreement.terms) + 2
    assert any("fulfilled" in line for line in lines)
    assert {line.count("|") for line in lines[:-2]} == {2}


@pytest.mark.parametrize("key", ["6-kalbajar", "1-ceasefire", "8-prisoners"])
def test_bands_follow_without_gap_and_end_in_the_finding(later: Dossier, key: str) -> None:
    bands = later.course(key).bands
    assert bands[-1].last == later.findings.as_of
    assert all((b.first - a.last).days == 1 for a, b in pairwise(bands))
    assert bands[-1].finding.status == later.found(key).status


def test_where_only_some_days_are_asked_a_change_still_stands_on_its_day(
    later: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    inquiry = Inquiry(later.agreement, later.evidence, later.findings.as_of)
    whole = bands.course(inquiry, "6-kalbajar")
    monkeypatch.setattr(bands, "WORK", 1)
    some = bands.course(inquiry, "6-kalbajar")
    assert (whole.sampled, some.sampled) == (False, True)
    assert [(b.first, b.finding.status) for b in some.bands] == [(b.first, b.finding.status) for b in whole.bands]


def _rooms(found: list[Label]) -> list[tuple[float, float, float, float]]:
    return [
        (q.x - (w := max(map(len, q.lines)) * LETTER / 2), q.y - (h := len(q.lines) * LINE / 2), q.x + w, q.y + h)
        for q in found
    ]


def _square(x: float, y: float, side: float) -> dict[str, object]:
    ring = [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]
    return {"type": "Polygon", "coordinates": [ring]}


def test_names_stand_in_their_areas_where_there_is_room_and_beside_them_with_a_line_where_not() -> None:
    zones = [("Wide Land", _square(0, 0, 400)), ("Small Harbour Town", _square(180, 180, 8))]
    wide, small = sorted(labels(zones, 1.0), key=lambda q: len(" ".join(q.lines)))
    assert wide.lines == ("Wide Land",) and not wide.to
    (left, low, right, high) = _rooms([wide])[0]
    assert 0 < left < right < 400 and 0 < low < high < 400
    assert small.to and 180 <= small.to[1][0] <= 188


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 500), st.integers(0, 300), st.sampled_from([4, 30, 120, 300])), min_size=1, max_size=14)
)
def test_names_never_overlap(places: list[tuple[int, int, int]]) -> None:
    zones = [(f"Zone number {n} of the plain", _square(x, y, side)) for n, (x, y, side) in enumerate(places)]
    found = labels(zones, 1.0)
    assert found == labels(zones, 1.0)
    for (a, b, c, d), (e, f, g, h) in combinations(_rooms(found), 2):
        assert c <= e or g <= a or d <= f or h <= b
