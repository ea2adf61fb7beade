"""Dates that are written out are read in every common form, and numbers that are no dates are left alone."""

from __future__ import annotations

from datetime import date

import pytest

from servanda.reading.times import Anchor, TimeExpression, find_times

PUBLISHED = date(2020, 11, 24)


def read(text: str, published: date | None = PUBLISHED) -> list[TimeExpression]:
    return find_times(text, Anchor(published))


def pairs(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(time.text, time.value) for time in read(text, published)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("15 November 2020", "2020-11-15"),
        ("November 15, 2020", "2020-11-15"),
        ("Nov. 15, 2020", "2020-11-15"),
        ("15 Nov 2020", "2020-11-15"),
        ("15th of November 2020", "2020-11-15"),
        ("the 15th of November, 2020", "2020-11-15"),
        ("2020-11-15", "2020-11-15"),
        ("15.11.2020", "2020-11-15"),
        ("15/11/2020", "2020-11-15"),
        ("11/15/2020", "2020-11-15"),
        ("Sunday, 15 November 2020", "2020-11-15"),
        ("Sunday 15 November 2020", "2020-11-15"),
        ("the night of 15 November 2020", "2020-11-15TNI"),
        ("November 2020", "2020-11"),
        ("early November 2020", "2020-11"),
        ("mid-November 2020", "2020-11"),
        ("the end of November 2020", "2020-11"),
        ("the spring of 1862", "1862-SP"),
        ("summer 2014", "2014-SU"),
        ("the 1960s", "196"),
        ("the late 1960s", "196"),
        ("the 19th century", "18"),
        ("the nineteenth century", "18"),
        ("the 5th century BC", "BC04"),
        ("490 BC", "BC0490"),
        ("the first half of 2013", "2013-H1"),
        ("the third quarter of 2013", "2013-Q3"),
        ("Christmas Day 1914", "1914-12-25"),
        ("Easter 1916", "1916-04-23"),
        ("29 February 2020", "2020-02-29"),
    ],
)
def test_written_dates(words: str, value: str) -> None:
    assert pairs(f"It ended in {words}.") == [(words, value)]


def test_a_day_has_a_whole_day_interval_and_is_explicit() -> None:
    (time,) = read("They left on 15 November 2020.")
    assert (time.earliest, time.latest) == (date(2020, 11, 15), date(2020, 11, 15))
    assert (time.granularity, time.basis, time.bound) == ("day", "explicit", "on")


def test_late_narrows_the_interval_and_keeps_the_value() -> None:
    (time,) = read("It fell in late November 2020.")
    assert (time.value, time.mod) == ("2020-11", "END")
    assert time.earliest is not None and time.latest is not None
    assert date(2020, 11, 15) < time.earliest < time.latest == date(2020, 11, 30)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from 15 to 25 November 2020", [("15", "2020-11-15"), ("25 November 2020", "2020-11-25")]),
        ("on 15–25 November 2020", [("15", "2020-11-15"), ("25 November 2020", "2020-11-25")]),
        ("on November 15-25, 2020", [("November 15", "2020-11-15"), ("25, 2020", "2020-11-25")]),
        ("on 7, 8 and 9 May 1995", [("7", "1995-05-07"), ("8", "1995-05-08"), ("9 May 1995", "1995-05-09")]),
        ("between 3 April and 5 May 2019", [("3 April", "2019-04-03"), ("5 May 2019", "2019-05-05")]),
        ("from November to January 1995", [("November", "1994-11"), ("January 1995", "1995-01")]),
        ("the war of 1914-1918", [("1914", "1914"), ("1918", "1918")]),
        ("the war of 1914–18", [("1914", "1914"), ("18", "1918")]),
        ("the revolt of 499–493 BC", [("499", "BC0499"), ("493 BC", "BC0493")]),
    ],
)
def test_ranges_give_both_ends(text: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(f"It went on {text}.") == expected


@pytest.mark.parametrize(
    "text",
    [
        "They may leave and march 5 km to the second village.",
        "About 2,000 troops and 1,960 peacekeepers came.",
        "Resolution 1701 and article 15 say so.",
        "Some 1950 soldiers were seen on Route 1950.",
        "The 25th Division and the 3rd Army stayed.",
        "The score was 15-11 and the price $1999.",
        "There will be a fall in the number of attacks; water will spring up.",
        "Sat down, the sun rose, and the dec was closed.",
        "It has 40 per cent of 2500 km.",
        "At the same time nothing changed.",
    ],
)
def test_numbers_and_verbs_are_no_times(text: str) -> None:
    assert pairs(text) == []


def test_impossible_days_are_refused() -> None:
    assert pairs("on 31.02.2020 or 30 February 2021") in ([], [("February 2021", "2021-02")])


def test_month_words_that_are_verbs_need_a_time_word_before_them() -> None:
    assert pairs("May they march on? In May they did, and since March they have.") == [
        ("May", "2020-05"),
        ("March", "2020-03"),
    ]


def test_about_a_year_and_about_a_number() -> None:
    assert pairs("It was built about 1910; about 1950 were killed, about 1500 fled.") == [("about 1910", "1910")]


def test_listed_days_keep_their_endings() -> None:
    assert pairs("It was signed on December 9th, 10th and 11th.", date(2020, 12, 20)) == [
        ("December 9th", "2020-12-09"),
        ("10th", "2020-12-10"),
        ("11th", "2020-12-11"),
    ]


def test_the_first_week_of_a_month_is_its_first_seven_days() -> None:
    (time,) = read("Observers deploy in the first week of December 2020.")
    assert (time.value, time.earliest, time.latest) == ("2020-12", date(2020, 12, 1), date(2020, 12, 7))


def test_the_winter_holds_both_ends_of_its_year() -> None:
    (time,) = read("It fell in the winter of 1942.")
    assert (time.value, time.earliest, time.latest) == ("1942-WI", date(1941, 12, 1), date(1943, 3, 20))


def test_years_before_our_era_have_a_value_and_no_days() -> None:
    first, second = read("They landed in 490 BC and came back in 480.")
    assert (first.value, first.earliest, second.value, second.latest) == ("BC0490", None, "BC0480", None)


def test_a_zone_in_brackets_is_no_part_of_what_follows() -> None:
    times = read("It holds from midnight (2100 GMT) on 10 November 2020.")
    assert ("2100 GMT", "GMT") in [(time.text, time.tz) for time in times]


def test_clock_times_keep_their_zone() -> None:
    (time,) = read("The ceasefire holds from 00:00 Moscow time on 10 November 2020.")
    assert time.value == "2020-11-10T00:00"
    assert time.tz == "Moscow time"
    assert time.clock is not None and (time.clock.hour, time.clock.minute) == (0, 0)
    assert time.earliest == date(2020, 11, 10)


def test_a_clock_alone_is_not_stamped_with_one_day_only() -> None:
    (time,) = read("The fire began at 6:23 p.m. near the bridge.")
    assert (time.earliest, time.latest, time.basis) == (date(2020, 11, 23), PUBLISHED, "guessed")
