"""sources.yaml, and whom a report comes from."""

from __future__ import annotations

import pytest

from servanda.errors import ReportError
from servanda.reports import Report, Segment, load_sources, match_source, source_of, speaks_for
from servanda.reports.model import SOURCE_KINDS
from servanda.reports.sources import default_reliability, parse_sources

FILE = """
coast-news:
  name: The Coast News
  aliases: [Coast News Agency, Küstenpost]
  domains: [coast.example, https://www.coast-news.example/]
  kind: agency
mission: {name: Joint Mission, monitor: true, reliability: a}
ministry:
  name: Ministry of Defence of Varn
  kind: party
  side: varn
state-tv: {name: Varn TV, kind: outlet, side: varn, domains: [tv.gov.example], reliability: D}
blog: {name: Blog, kind: aggregator, domains: [blogs.coast.example]}
"""


def report(source: str | None = None, url: str | None = None) -> Report:
    return Report("reports/a.txt", "0", "Text.", (Segment("body", 0, 5),), "txt", source=source, url=url)


@pytest.fixture
def sources():
    return parse_sources(FILE, actors=["varn", "ordal"])


def test_kinds_give_the_reliability_that_is_not_stated(sources):
    assert [(s.id, s.kind, s.reliability, s.side, s.monitor) for s in sources.values()] == [
        ("coast-news", "agency", "B", None, False),
        ("mission", "monitor", "A", None, True),
        ("ministry", "party", "C", "varn", False),
        ("state-tv", "outlet", "D", "varn", False),
        ("blog", "aggregator", "E", None, False),
    ]
    assert {kind: default_reliability(kind) for kind in SOURCE_KINDS}["unknown"] == "F"
    assert default_reliability("no such kind") == "F"


def test_a_list_without_ids_is_fine_too():
    sources = parse_sources("- name: The Coast News\n- {name: Joint Mission, monitor: mission}\n", actors=["mission"])
    assert list(sources) == ["coast-news", "joint-mission"]
    assert (sources["joint-mission"].side, sources["joint-mission"].monitor) == ("mission", True)
    assert sources["coast-news"].reliability == "F"


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "sources:\n", "[]"])
def test_an_empty_file_holds_no_sources(text):
    assert parse_sources(text) == {}


@pytest.mark.parametrize(
    ("source", "url", "found"),
    [
        ("Coast News", None, "coast-news"),
        ("the coast  NEWS", None, "coast-news"),
        ("Kustenpost", None, "coast-news"),
        (None, "https://www.coast.example/a/b?c", "coast-news"),
        (None, "http://archive.coast.example/a", "coast-news"),
        (None, "https://blogs.coast.example/x", "blog"),
        ("coast-news.example", None, "coast-news"),
        (None, "https://notcoast.example/", None),
        (None, "https://coast.example.evil.example/", None),
        ("Joint Mission", "https://coast.example/", "mission"),
        ("Valley Post", None, None),
        (None, None, None),
    ],
)
def test_a_report_is_matched_by_name_then_by_domain(sources, source, url, found):
    match = match_source(report(source, url), sources)
    assert (match.id if match else None) == found


def test_an_unlisted_source_cannot_be_judged(sources):
    one = source_of(report("Valley Post"), sources)
    assert (one.name, one.kind, one.reliability, one.monitor) == ("Valley Post", "unknown", "F", False)
    assert source_of(report(None, "https://valley.example/1"), sources).name == "valley.example"
    assert source_of(report(), sources).name == "unknown"


def test_who_speaks_in_a_report_as_a_whole(sources):
    names = {"Ordal": "ordal", "Republic of Ordal": "ordal", "Varn": "varn"}
    assert speaks_for(report("republic of ORDAL"), sources, names) == "ordal"
    assert speaks_for(report("Ministry of Defence of Varn"), sources, names) == "varn"
    assert speaks_for(report("Varn TV"), sources, names) is None
    assert speaks_for(report("Coast News"), sources, names) is None


def test_all_errors_of_the_file_are_told_with_their_places(tmp_path):
    path = tmp_path / "sources.yaml"
    path.write_text(
        "- nme: X\n- name: Post\n  kind: newspaper\n  reliability: Z\n  side: nobody\n  domains: [not a domain]\n"
        "- name: Other\n  aliases: [the post]\n  monitor: nobody\n- 3\n- {name: [a]}\n"
    )
    with pytest.raises(ReportError) as caught:
        load_sources(path, actors=["varn"])
    told = str(caught.value)
    for expected in (
        "[R402] sources.yaml:1:3: unknown key 'nme'. Did you mean 'name'?",
        "[R407] sources.yaml:1:3: a source without a name",
        "[R403] sources.yaml:3:9: kind 'newspaper' is not known. Allowed: party, monitor",
        "[R404] sources.yaml:4:16: reliability 'Z' is no grade",
        "[R405] sources.yaml:5:9: side 'nobody' is no actor of the agreement. Actors: varn",
        "[R407] sources.yaml:6:12: domain 'not a domain'",
        "[R406] sources.yaml:7:3: name 'post' belongs to two sources, 'post' and 'other'",
        "[R405] sources.yaml:9:12: monitor 'nobody'",
        "[R401] sources.yaml:10:3: '3' where a source is expected",
    ):
        assert expected in told
    lines = [int(line.split(":")[1]) for line in told.splitlines()]
    assert lines == sorted(lines)


@pytest.mark.parametrize(
    "text", ["a: &x {name: A}\nb: *x", "- [[[[[[[[1]]]]]]]]", "\t- name: x", "words", "a: b: c", "--- {}\n--- {}"]
)
def test_what_is_no_list_of_sources(text):
    with pytest.raises(ReportError) as caught:
        parse_sources(text)
    assert caught.value.code == "R401"


def test_a_missing_file(tmp_path):
    with pytest.raises(ReportError) as caught:
        load_sources(tmp_path / "sources.yaml")
    assert caught.value.code == "R105"
