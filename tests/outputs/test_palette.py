"""The colours of statuses hold for the colour-blind, in grey and on paper, and none is ever told by colour alone.

How a colour is seen with one kind of cone missing is simulated by the matrices of Machado, Oliveira and Fernandes, 'A
physiologically-based model for simulation of color vision deficiency', IEEE Transactions on Visualization and Computer
Graphics 15(6), 2009, severity 1.0, on linear RGB; in grey by the luminance of ITU-R BT.709. The distance is CIE 1976
(CIELAB, D65), in which 2.3 is a difference that is just seen.
"""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ET
from datetime import date
from itertools import combinations

import pytest

from servanda.outputs.dossier import Dossier
from servanda.outputs.groups import GROUPS
from servanda.outputs.pictures import svg, timeline
from servanda.outputs.pictures.gallery import inlined
from servanda.outputs.pictures.marks import GLYPHS, INK
from servanda.outputs.report import page
from servanda.outputs.templating import style

html5 = pytest.importorskip("tinyhtml5.parser", reason="tinyhtml5 is not installed")

Triple = tuple[float, float, float]
_GREY = (0.2126, 0.7152, 0.0722)
SEEN: dict[str, tuple[Triple, Triple, Triple]] = {
    "by all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
    "in grey": (_GREY, _GREY, _GREY),
}
BAND, WORD = 9.0, 7.0
GREY_BAND = 5.0  # eight steps of grey, each light enough for dark words


def _linear(colour: str) -> Triple:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return r, g, b


def _lab(rgb: Triple) -> Triple:
    r, g, b = (min(1.0, max(0.0, c)) for c in rgb)
    x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047
    y = 0.2126729 * r + 0.7151522 * g + 0.0721750 * b
    z = (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def apart(one: str, two: str, seen: str) -> float:
    """How far two colours are apart as somebody sees them."""
    labs = []
    for colour in (one, two):
        rgb = _linear(colour)
        r, g, b = (sum(a * c for a, c in zip(row, rgb, strict=True)) for row in SEEN[seen])
        labs.append(_lab((r, g, b)))
    return math.dist(*labs)


def contrast(one: str, two: str) -> float:
    """The contrast ratio of WCAG 2."""
    light, dark = sorted((sum(w * c for w, c in zip(_GREY, _linear(h), strict=True)) for h in (one, two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("seen", SEEN)
def test_bands_of_any_two_statuses_are_told_apart(seen: str) -> None:
    least = GREY_BAND if seen == "in grey" else BAND
    near = {(a.id, b.id): d for a, b in combinations(GROUPS.values(), 2) if (d := apart(a.fill, b.fill, seen)) < least}
    assert near == {}


@pytest.mark.parametrize("seen", [s for s in SEEN if s != "in grey"])
def test_words_and_outlines_of_any_two_statuses_are_told_apart(seen: str) -> None:
    near = {(a.id, b.id): d for a, b in combinations(GROUPS.values(), 2) if (d := apart(a.ink, b.ink, seen)) < WORD}
    assert near == {}


def test_shapes_and_words_are_legible_on_their_bands_and_on_paper() -> None:
    for g in GROUPS.values():
        assert contrast(g.ink, g.fill) >= 3 and contrast(INK, g.fill) >= 4.5 and contrast(g.ink, "#ffffff") >= 4.5, g.id


def test_the_simulation_finds_what_a_person_would_not_see() -> None:
    """Red and green of one lightness are far apart for most, and near one another for the two common kinds."""
    assert apart("#c04040", "#6f7a1c", "by all cones") > 40
    assert apart("#c04040", "#6f7a1c", "deuteranopia") < 25
    assert apart("#808080", "#808080", "in grey") == 0


def test_no_two_statuses_share_a_shape_or_a_title() -> None:
    assert len({g.shape for g in GROUPS.values()}) == len({g.title for g in GROUPS.values()}) == len(GROUPS)
    assert len({GLYPHS[g.shape] for g in GROUPS.values()}) == len(GROUPS)


def _told(html: str) -> list[tuple[str, str, list[str]]]:
    """Each element that bears a status colour: its group, its words, its shapes."""
    found = []
    for e in html5.HTMLParser().parse(html).iter():
        for group in (c[2:] for c in (e.get("class") or "").split() if c.startswith("g-")):
            shapes = [v for part in e.iter() for k, v in part.items() if str(k).endswith("href") and v.startswith("#s-")]
            found.append((group, "".join(e.itertext()).strip(), shapes))
    return found


def test_every_status_colour_of_the_page_stands_with_its_shape_and_a_word(later: Dossier) -> None:
    found = _told(page(later, inlined(later)))
    assert {g for g, _, _ in found} >= {"kept", "unknown", "quiet", "pending"}
    for group, words, shapes in found:
        assert words and shapes == [f"#s-{GROUPS[group].shape}"], (group, words)
    assert set(re.findall(r"\.g-(\w+)\{", style("base.css"))) == set(GROUPS)


def test_every_status_colour_of_a_timeline_stands_in_its_key_with_shape_and_word(later: Dossier) -> None:
    root = ET.fromstring(svg(timeline(later)))
    strokes = {e.get("stroke", "").lower() for e in root.iter()}
    fills = {e.get("fill", "").lower() for e in root.iter()}
    words = [t for e in root.iter() if e.tag.endswith("text") and (t := "".join(e.itertext()))]
    drawn = [g for g in GROUPS.values() if g.fill in fills]
    assert len(drawn) >= 4
    for g in drawn:
        assert g.title in words and g.ink in strokes, g.id


def test_a_band_with_room_for_a_shape_has_it(later: Dossier) -> None:
    main = timeline(later).spec["vconcat"][0]
    bands, shaped = (layer["data"]["values"] for layer in main["layer"][:2])
    assert main["layer"][1]["encoding"]["shape"]["field"] == "glyph"
    first, last = (date.fromisoformat(d) for d in main["layer"][0]["encoding"]["x"]["scale"]["domain"])
    wide = [b for b in bands if _days(b) / (last - first).days * main["width"] >= 20]
    assert wide and all(b in shaped for b in wide)
    assert all(b["glyph"] == GLYPHS[GROUPS[b["group"]].shape] for b in shaped)


def _days(band: dict[str, str]) -> int:
    return (date.fromisoformat(band["to"]) - date.fromisoformat(band["from"])).days
