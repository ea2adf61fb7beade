"""Drafts of a local truce in prose, letters, a statement without articles, annexes, a scan and two languages side by side."""

from __future__ import annotations

from datetime import date

from tests.drafting.test_styles import TEXTS, at, drafted

from servanda.agreement import loads
from servanda.drafting import draft
from servanda.drafting.unbroken import unbroken


def test_a_local_truce_in_prose_loses_no_sentence_of_duty() -> None:
    got = drafted("local_truce")
    assert (got.signed, got.start) == (date(2021, 3, 8), date(2021, 3, 8)), "'until 31 May' is no beginning"
    told = " ".join([t.says or "" for t in got.terms.values()] + [u.says for u in got.unmodelled])
    for words in (
        "carry a rifle",
        "forty-two cattle",
        "two herders",
        "count the animals",
        "stays open",
        "hand over the killer",
    ):
        assert words in told
    [release] = [t for t in got.terms.values() if t.act == ("release",)]
    assert release.due is not None and release.due.within is not None and release.due.within.days == 7


def test_an_exchange_of_letters() -> None:
    got = drafted("exchange_of_letters")
    norland, southmark = got.actors
    assert [(t.act, t.bearer, t.due and t.due.day) for t in got.terms.values()][:2] == [
        (("withdraw",), (norland,), date(2017, 6, 30)),
        (("open-route",), (southmark,), date(2017, 7, 1)),
    ]
    assert got.signed == date(2017, 6, 16), "the day of the reply"


def test_a_statement_in_bullets() -> None:
    got = drafted("un_style")
    assert got.signed == date(2018, 12, 13)
    assert {("reinforce",), ("allow-passage",), ("verify",), ("release",)} <= {t.act for t in got.terms.values()}
    assert any("maps of all minefields" in u.says for u in got.unmodelled)


def test_a_joint_statement_with_two_districts_in_one_article() -> None:
    got = drafted("joint_statement")
    assert [(t.zone, t.due and t.due.day) for t in at(got, "5")] == [
        ("miral-district", date(2022, 11, 15)),
        ("sona-district", date(2022, 12, 1)),
    ]
    assert got.start == date(2022, 11, 11)


def test_annexes_keep_their_numbers() -> None:
    got = drafted("annexes")
    assert [t.due.within.days for t in got.terms.values() if t.due and t.due.within] == [30, 90, 120]
    assert {"A.1", "A.2"} <= {u.article for u in got.unmodelled}


def test_a_scan_with_broken_words_reads_as_the_text_it_was() -> None:
    got = drafted("ocr")
    assert got.signed == date(2002, 2, 22)
    [withdraw] = at(got, "2")
    assert withdraw.due is not None and withdraw.due.day == date(2002, 3, 15)
    assert withdraw.says == "The LAE shall withdraw its units from the Tirra peninsula by 15 March 2002."
    assert at(got, "1")[0].norm == "prohibition", "'Article l' is Article 1"
    [opened] = at(got, "3")
    assert opened.due is not None and opened.due.within is not None and opened.due.within.days == 30


def test_a_text_that_is_not_broken_comes_back_as_it_is() -> None:
    whole = (TEXTS / "joint_statement.txt").read_text()
    assert unbroken(whole) == whole
    assert unbroken("a cease-\nfire and\nno more") == "a cease-\nfire and\nno more"


def test_a_hyphen_of_the_word_itself_is_kept() -> None:
    text = "The cease-fire holds. The cease-\nfire is ob-\nserved by the par-\nties.\n\n- 2 -\n\nThey agree.\n"
    assert unbroken(text) == "The cease-fire holds. The cease-fire is observed by the parties.\n\nThey agree.\n"


def test_two_languages_side_by_side_share_no_name() -> None:
    got = drafted("bilingual")
    names = [n for a in got.actors.values() for n in (a.name, *a.aliases)]
    assert len(names) == len({n.casefold() for n in names})
    [withdraw] = [t for t in got.terms.values() if t.act == ("withdraw",)]
    assert (withdraw.bearer, withdraw.due and withdraw.due.day) == (("national-government",), date(2023, 9, 15))


def test_a_deal_in_numbered_paragraphs() -> None:
    got = drafted("numbered_deal")
    assert got.signed == date(2005, 8, 15)
    [done] = at(got, "3.3")
    assert done.due is not None and done.due.day == date(2005, 12, 31)
    assert any("grant amnesty" in u.says for u in got.unmodelled)


def test_two_articles_over_one_text_and_a_witness() -> None:
    text = (
        "CEASEFIRE AGREEMENT BETWEEN THE GOVERNMENT OF NORLAND AND THE SOUTHERN FRONT\n\n"
        "Article 1. The Southern Front shall withdraw its forces from Kest by 10 March 2024.\n\n"
        "Articles 2 and 3. The Parties shall release all prisoners by 20 March 2024.\n\n"
        "Articles 2 and 3 shall not lapse with the truce.\n\n"
        "Done at Dolan on 20 February 2024.\n\n"
        "For the Government of Norland: Oto Marl\nFor the Southern Front: Aran Dusk\n\n"
        "Witnesses:\nLena Achter, East Coast Alliance\n"
    )
    got = loads(draft(text))
    [release] = [t for t in got.terms.values() if t.act == ("release",)]
    assert release.article == "2"
    assert {a.name for a in got.actors.values()} == {"Government of Norland", "Southern Front", "East Coast Alliance"}
