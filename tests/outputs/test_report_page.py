"""The report page: the answer first, everything said in text, one file without script, the same bytes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from servanda.case import Case, ask
from servanda.case.dossiers import dossier_of
from servanda.outputs.dossier import Dossier
from servanda.outputs.groups import GROUPS, group_of
from servanda.outputs.pictures.gallery import inlined
from servanda.outputs.quotations import quotation
from servanda.outputs.quotes import speaker
from servanda.outputs.report import page
from servanda.outputs.wording import UNREVIEWED
from servanda.reading.claim import Speaker
from servanda.reports import open_text

_VOID = {"meta", "link", "br", "input", "img", "hr"}


class _Outline(HTMLParser):
    """Open and close tags, ids, headings; what is wrong is kept in `faults`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.faults: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.ids += [v for k, v in attrs if k == "id" and v]
        self.faults += [k for k, _ in attrs if k.startswith("on")]
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [v for k, v in attrs if k == "id" and v]

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")


def outline(html: str) -> _Outline:
    parser = _Outline()
    parser.feed(html)
    parser.faults += [f"<{t}> left open" for t in parser.open]
    return parser


@pytest.fixture(scope="module")
def html(dossier: Dossier) -> str:
    return page(dossier, inlined(dossier))


def test_the_page_is_well_formed_with_unique_ids_and_headings_in_order(html: str) -> None:
    found = outline(html)
    assert found.faults == []
    assert len(found.ids) == len(set(found.ids))
    assert found.headings[0] == 1 and found.headings.count(1) == 1
    assert all(b <= a + 1 for a, b in zip(found.headings, found.headings[1:], strict=False))


def test_the_page_holds_no_script_and_loads_nothing(html: str) -> None:
    found = outline(html)
    assert not found.tags & {"script", "iframe", "object", "embed", "link", "img"}
    assert "default-src 'none'" in html
    assert not re.search(r'(?:src|href)="(?:https?:)?//', html)


def test_the_answer_comes_before_the_terms_and_names_every_term(html: str, dossier: Dossier) -> None:
    answer, _, rest = html.partition('id="terms"')
    assert rest
    for key in dossier.agreement.terms:
        assert f'href="#t-{key}"' in answer
        assert f'id="t-{key}"' in rest


def test_kalbajar_on_the_eve_is_pending_with_both_dates_and_no_breach(html: str) -> None:
    section = html.partition('id="t-6-kalbajar"')[2].partition('<section class="term"')[0]
    assert "pending" in section
    assert "25 November 2020" in section and "15 November 2020" in section
    assert "breached" not in section.partition("To cite")[2]
    assert "takes effect" in section


def test_both_clocks_the_head_and_the_review_mark_are_printed(html: str, dossier: Dossier) -> None:
    assert "2020-11-24" in html and dossier.head in html
    assert UNREVIEWED in html
    for t in dossier.document.terms:
        assert f"term {t.id} of" in html  # the citable sentence


def test_the_same_input_gives_the_same_bytes(case: Case, html: str) -> None:
    day = date(2020, 11, 24)
    again = dossier_of(ask(case, day, day))
    assert page(again, inlined(again)) == html


def test_every_status_has_a_word_and_a_shape_beside_its_colour(html: str) -> None:
    badges = re.findall(r'<span class="badge g-(\w+)">(.*?)</span></span>', html)
    assert badges
    for group, inner in badges:
        assert f'href="#s-{GROUPS[group].shape}"' in inner
        assert re.sub(r"<[^>]+>", "", inner).strip()
    assert len({g.shape for g in GROUPS.values()}) == len(GROUPS)


def test_alternatives_show_that_without_the_power_the_date_had_passed(html: str) -> None:
    choices = html.partition('id="choices"')[2]
    assert "without the power (may extend: azerbaijan)" in choices
    assert "date passed, outcome unknown" in choices


@pytest.mark.parametrize(
    ("force", "compliance", "epistemic", "group"),
    [
        ("in-force", "breached", "settled", "broken"),
        ("in-force", "restored", "settled", "restored"),
        ("in-force", "overdue", "no-information", "unknown"),
        ("in-force", "partly-fulfilled", "alleged-only", "unknown"),
        ("in-force", "fulfilled", "settled", "kept"),
        ("in-force", "fulfilled", "contested", "disputed"),
        ("in-force", "holding", "no-information", "quiet"),
        ("in-force", "holding", "settled", "kept"),
        ("in-force", "pending", "settled", "pending"),
        ("inchoate", "breached", "settled", "idle"),
    ],
)
def test_silence_is_never_grouped_with_keeping(force: str, compliance: str, epistemic: str, group: str) -> None:
    assert group_of(force, compliance, epistemic).id == group


def test_hostile_words_stay_text(dossier: Dossier) -> None:
    evil = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
    agreement = replace(
        dossier.agreement,
        title=evil,
        terms={k: replace(t, says=evil) for k, t in dossier.agreement.terms.items()},
        actors={k: replace(a, name=evil) for k, a in dossier.agreement.actors.items()},
        zones={k: replace(z, name=evil) for k, z in dossier.agreement.zones.items()},
    )
    reports = {p: replace(r, title=evil, source=evil) for p, r in dossier.reports.items()}
    bad = Dossier(agreement, dossier.evidence, dossier.findings, dossier.document, reports, dossier.sources)
    found = outline(page(bad, inlined(bad)))
    assert found.faults == []
    assert not found.tags & {"script", "img"}


def test_a_quotation_keeps_the_words_and_never_crosses_a_paragraph_unmarked() -> None:
    report = open_text("First paragraph ends.\n\nThe troops left the town. Nobody saw them.\n\nThird one.")
    start = report.text.index("The troops")
    found = quotation(report, start, start + 25, "The troops left the town.")
    assert found.quote == "The troops left the town."
    assert found.before == "" and found.after == " Nobody saw them."


def test_right_to_left_quotations_find_their_own_direction(html: str) -> None:
    assert '<blockquote dir="auto"' in html


@pytest.mark.parametrize(
    ("name", "actor", "told"),
    [
        ("Baku", "azerbaijan", "Baku (Azerbaijan)"),
        ("Ministry of Defence of Azerbaijan", "azerbaijan", "Ministry of Defence of Azerbaijan"),
        ("Armenia", "armenia", "Armenia"),
        ("Republic of Armenia", "armenia", "Republic of Armenia"),
        ("Hikmet Hajiyev", "azerbaijan", "Hikmet Hajiyev, for Azerbaijan"),
        ("a resident", None, "a resident"),
        (None, None, "somebody not named"),
    ],
)
def test_a_speaker_is_told_with_its_side_and_never_for_itself(
    dossier: Dossier, name: str | None, actor: str | None, told: str
) -> None:
    assert speaker(dossier, Speaker(name, actor, "unknown")) == told
