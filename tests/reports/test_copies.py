"""Copies of reports and of sentences."""

from __future__ import annotations

import random
import sys
from importlib import import_module
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

from servanda.reports import Report, Segment, copies, sentence_key, sentence_likeness

copying = import_module("servanda.reports.copies")

WORDS = [
    f"{a}{b}{c}"
    for a in ("ba", "ro", "ti", "ne", "su", "gal")
    for b in ("lin", "mor", "vet", "das")
    for c in ("a", "en", "os", "ir", "um")
]


def report(path: str, text: str) -> Report:
    return Report(path, path, text, (Segment("body", 0, len(text)),), "txt")


def story(seed: int, words: int = 200) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=words))


def test_a_story_cut_short_under_a_new_dateline_is_a_copy():
    whole = story(1)
    cut = f"PORT ELSE, 3 May (Agency). {' '.join(whole.split()[:110])}"
    assert copies([report("a", whole), report("b", cut), report("c", story(2))]) == [("a", "b")]


def test_equal_words_are_copies_however_short_or_set():
    assert copies(
        [report("a", "The guard left."), report("b", "the  guard left"), report("c", "The guard stayed.")]
    ) == [("a", "b")]


def test_a_short_note_inside_a_long_report_is_a_copy():
    whole = story(3, 600)
    assert copies(
        [report("long", whole), report("note", " ".join(whole.split()[300:325])), report("other", story(4, 25))]
    ) == [("long", "note")]


def test_a_shared_quotation_makes_no_copy():
    quoted = " ".join(story(5, 30).split())
    assert (
        copies([report("a", f"{story(6)} {quoted} {story(7)}"), report("b", f"{story(8)} {quoted} {story(9)}")]) == []
    )


def test_the_rest_of_a_text_decides_not_its_comments():
    body = story(10, 80)
    text = f"{body}\n\n{story(11, 300)}"
    commented = Report(
        "b", "b", text, (Segment("body", 0, len(body)), Segment("comment", len(body) + 2, len(text))), "txt"
    )
    assert copies([report("a", body), commented]) == [("a", "b")]


@given(st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_order_changes_nothing(shuffle):
    reports = [report(f"{s}-{n}", " ".join(story(s, 120).split()[:n])) for s in range(4) for n in (120, 90, 60, 20)]
    expected = copies(reports)
    shuffle.shuffle(reports)
    assert copies(reports) == expected


def test_the_same_report_twice_changes_nothing_but_its_own_group():
    reports = [report("a", story(1)), report("b", story(2))]
    assert copies([*reports, report("b2", story(2))]) == [("b", "b2")]


def test_work_grows_about_linearly(monkeypatch):
    """Counted, not timed: places of the index looked at, and pairs of reports compared."""
    work = 0
    likely, apart = copying._likely, copying._Groups.apart

    def counted(documents, number, postings, least):
        nonlocal work
        work += len(postings)
        return likely(documents, number, postings, least)

    def compared(self, number, others):
        nonlocal work
        for other in apart(self, number, others):
            work += 1
            yield other

    monkeypatch.setattr(copying, "_likely", counted)
    monkeypatch.setattr(copying._Groups, "apart", compared)

    def work_of(n: int) -> int:
        nonlocal work
        work = 0
        copies([report(str(i), f"{story(i % 7, 60)} {story(1000 + i, 60)}") for i in range(n)])
        return work

    small, large = work_of(400), work_of(1600)
    assert 0 < small < large < 6 * small  # 4 for linear; quadratic would be 16


def test_near_identical_quotations_share_a_key():
    one = "“The guard will leave Kelbadjar on 25 November”, he said"
    assert sentence_key(one) == sentence_key("The Guard will leave Kalbajar, on 25 November - he said.")
    assert sentence_key(one) != sentence_key("The guard will leave Kalbajar on 26 November, he said.")
    assert sentence_key(one) != sentence_key("The guard will not leave Kalbajar on 25 November, he said.")
    assert sentence_key("of the") == "" == sentence_key("…")


def test_likeness_of_sentences():
    one = "Azerbaijan gives ten more days for the withdrawal from the district, the aide said"
    assert sentence_likeness(one, one) == 1.0
    assert sentence_likeness(one, f"In Baku: {one} at a briefing on Sunday") == 1.0
    assert sentence_likeness(one, "Nobody was hurt when the mill burned down") == 0.0
    assert sentence_likeness("", one) == 0.0


@settings(max_examples=30)
@given(st.lists(st.lists(st.integers(0, 5), min_size=1, max_size=4), min_size=2, max_size=30))
def test_many_postings_counted_together_give_the_same_groups(parts: list[list[int]]) -> None:
    told = [report(f"p{n}", " ".join(story(part, 40) for part in mixed)) for n, mixed in enumerate(parts)]
    one_by_one = copies(told)
    with mock.patch.object(sys.modules["servanda.reports.copies"], "_MANY", 0):
        assert copies(told) == one_by_one
