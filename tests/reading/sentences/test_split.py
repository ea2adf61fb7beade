# ruff: noqa: RUF005  (tables of sentences read best unbroken)
"""Sentences and quotations: exact places, abbreviations, quotations, wrapped lines. All wording is ours."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servanda.reading.quotes import find_quotes
from servanda.reading.sentences import paragraphs, split
from servanda.reports.model import Segment


def texts(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops left. Nobody stayed.", ["Troops left.", "Nobody stayed."]),
        ("Gen. A. B. Okello met Mr. Deng. They agreed.", ["Gen. A. B. Okello met Mr. Deng.", "They agreed."]),
        ("The U.N. mission and the U.S. Department agreed.", ["The U.N. mission and the U.S. Department agreed."]),
        ("It began at 5 p.m. on Nov. 3. It ended.", ["It began at 5 p.m. on Nov. 3.", "It ended."]),
        ("About 2.5 km. were cleared, i.e. half.", ["About 2.5 km. were cleared, i.e. half."]),
        ("See Art. 6 and para. 3. They differ.", ["See Art. 6 and para. 3.", "They differ."]),
        ('"We left. They stayed," he said. Why?', ['"We left.', 'They stayed," he said.', "Why?"]),
        ('"Why did they go?" he asked.', ['"Why did they go?" he asked.']),
        ("“Stop!” President Kiir said. Nobody did.", ["“Stop!” President Kiir said.", "Nobody did."]),
        ('He said: "We are here." The road is open.', ['He said: "We are here."', "The road is open."]),
        ("- first point\n- second point", ["- first point", "- second point"]),
        ("1. Cease fire.\n2. Withdraw.", ["1. Cease fire.", "2. Withdraw."]),
        ("(a) prisoners;\n(b) bodies.", ["(a) prisoners;", "(b) bodies."]),
        ("Is it over? Yes! Truly...", ["Is it over?", "Yes!", "Truly..."]),
        ("The truce held [1]. Then it broke.[2] They fled.", ["The truce held [1].", "Then it broke.[2]", "They fled."]),
        ("they fled. nobody knows where.", ["they fled.", "nobody knows where."]),
        ("Visit www.example.org today. Thanks.", ["Visit www.example.org today.", "Thanks."]),
        ("Они ушли. Мы остались.", ["Они ушли.", "Мы остались."]),
        ('It holds", - the expert says. Fine.', ['It holds", - the expert says.', "Fine."]),
    ],
)
def test_splits(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_dateline_is_apart() -> None:
    assert texts("GOMA, Jan 5 (Reuters) - Rebels left the town. All is calm.") == [
        "GOMA, Jan 5 (Reuters) -",
        "Rebels left the town.",
        "All is calm.",
    ]


def test_wrapped_lines_are_one_paragraph_and_blank_lines_part() -> None:
    text = (
        "The mission reported that all heavy weapons had been moved behind\n"
        "the line agreed in March. Observers counted forty guns at the\n"
        "depot near the river.\n\nA second patrol saw nothing."
    )
    got = split(text)
    assert [s.paragraph for s in got] == [0, 0, 1]
    assert text[got[0].start : got[0].end].endswith("March.")


def test_lines_that_are_paragraphs() -> None:
    text = "The first paragraph stands on one line and says that troops left the valley in the night, all of them.\nThe second is short."
    assert [s.paragraph for s in split(text)] == [0, 1]


def test_segments_keep_their_kind_and_never_join() -> None:
    text = "Truce broken Rebels fired. I do not believe it"
    got = split(text, [Segment("headline", 0, 12), Segment("body", 13, 26), Segment("comment", 27, len(text))])
    assert [(s.segment, text[s.start : s.end]) for s in got] == [
        ("headline", "Truce broken"),
        ("body", "Rebels fired."),
        ("comment", "I do not believe it"),
    ]


def test_text_outside_segments_is_body() -> None:
    got = split("One. Two. Three.", [Segment("headline", 5, 9)])
    assert [s.segment for s in got] == ["body", "headline", "body"]


PIECES = st.lists(
    st.one_of(
        st.text(max_size=12),
        st.sampled_from(
            ["Mr. ", '"', "“", "”", "«", "»", "'", "’", "‘", ". ", "! ", "\n", "\n\n", "\r\n", " - ", "said ", "X said. "]
            + ["U.N. ", "… ", ":", "(", ")", "\u0301", "\u200b", "1. ", "• ", "Nov. 3. ", "\u2028", "\x0c", "\u3000"]
        ),
    ),
    max_size=25,
).map("".join)


def test_headlines_under_headlines_are_one_each() -> None:
    """Lines that are whole are not joined; a paragraph wrapped at a width is."""
    text = "Army and Front sign truce in Doha\nGuard: Brigade blocks roads in Kest\nUN to verify truce"
    assert [text[s.start : s.end] for s in split(text)] == text.split("\n")
    wrapped = (
        "The Guard left the valley on Monday and the\nUnion entered it on Tuesday, but nobody saw\nBrigade soldiers there."
    )
    assert len(split(wrapped)) == 1


@settings(max_examples=300, deadline=None)
@given(
    PIECES,
    st.lists(st.tuples(st.sampled_from(["headline", "body", "comment"]), st.integers(0, 80), st.integers(0, 80)), max_size=4),
)
def test_sentences_cover_all_text_without_overlap(text: str, raw: list[tuple[str, int, int]]) -> None:
    segments = [Segment(k, min(a, b), max(a, b)) for k, a, b in raw]  # type: ignore[arg-type]
    got = split(text, segments)
    assert got == split(text, segments)
    assert [s.index for s in got] == list(range(len(got)))
    covered = [False] * len(text)
    last = 0
    for s in got:
        assert last <= s.start < s.end <= len(text)
        assert not text[s.start].isspace() and not text[s.end - 1].isspace()
        covered[s.start : s.end] = [True] * (s.end - s.start)
        last = s.end
    missed = [(i, text[i]) for i, c in enumerate(covered) if not c and not text[i].isspace() and text[i] != "\u200b"]
    assert missed == [], (ascii(text), raw, got)


@settings(max_examples=300, deadline=None)
@given(PIECES)
def test_quotes_stay_in_their_paragraph(text: str) -> None:
    spans = paragraphs(split(text))
    got = find_quotes(text, spans)
    assert got == sorted(got, key=lambda q: (q.start, q.end)) == find_quotes(text, spans)
    for q in got:
        assert q.start <= q.end
        assert any(a <= q.start and q.end <= b for a, b in spans)
    for one, other in pairwise(got):
        assert one.end <= other.start


def quoted(text: str) -> list[tuple[str, bool]]:
    return [(text[q.start : q.end], q.closed) for q in find_quotes(text, paragraphs(split(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "we left" and went.', [("we left", True)]),
        ("He said “we left” and «we stay».", [("we left", True), ("we stay", True)]),
        ("„Wir gehen“, he said.", [("Wir gehen", True)]),
        ("He said 'we left' and went.", [("we left", True)]),
        ("The rebels' leader didn't say 'yes, today'.", [("yes, today", True)]),
        ("The rebels' leader and the army's men.", []),
        ('“We left here ", - he said.', [("We left here ", True)]),
        ('We left here", he said.', [("We left here", True)]),
        ('He said "we left and went.', [("we left and went.", False)]),
        ('A gun of 39°45\'12" was "new".', [("new", True)]),
        ("“They said ‘no’ to us,” he said.", [("They said ‘no’ to us,", True)]),
        ("``We left,'' he said.", [("We left,", True)]),
    ],
)
def test_pairs_marks(text: str, expected: list[tuple[str, bool]]) -> None:
    assert quoted(text) == expected


def test_a_quotation_over_paragraphs() -> None:
    text = "“We left at dawn.\n\n“Nobody saw us,” he said."
    first, second = find_quotes(text, paragraphs(split(text)))
    assert (first.closed, first.continues) == (False, False)
    assert (second.closed, second.continues) == (True, True)


def test_headlines_of_one_block_are_each_a_sentence() -> None:
    text = "Government and rebels sign truce in the capital\nTruce to start on August 3, mediators say\nArmy: clan blocks roads despite talks\nMission to verify truce"
    assert [text[s.start : s.end] for s in split(text)] == text.split("\n")
    wrapped = "The Northern Guard left the harbour on Sunday and the Republic's\nSouthern Army took it over without a shot being fired, according to\nMinister Wick."
    assert len(split(wrapped)) == 1
