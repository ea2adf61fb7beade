"""Times counted from the day of publication or from the running time of the text, each with its basis."""

from __future__ import annotations

from datetime import date

import pytest

from servanda.reading.times import Anchor, find_times

FRIDAY = date(2013, 3, 22)


def news(text: str) -> list[tuple[str, str]]:
    return [(time.text, time.value) for time in find_times(text, Anchor(FRIDAY, narrative=False))]


def story(text: str) -> list[tuple[str, str]]:
    return [(time.text, time.value) for time in find_times(text, Anchor(None, narrative=True))]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They withdrew last Friday.", "last Friday", "2013-03-15"),
        ("They withdrew on Monday.", "Monday", "2013-03-18"),
        ("They will withdraw on Monday.", "Monday", "2013-03-25"),
        ("They withdrew on Friday.", "Friday", "2013-03-22"),
        ("They will meet next Friday.", "next Friday", "2013-03-29"),
        ("They met yesterday.", "yesterday", "2013-03-21"),
        ("They met earlier today.", "earlier today", "2013-03-22"),
        ("They will meet tomorrow.", "tomorrow", "2013-03-23"),
        ("They met last night.", "last night", "2013-03-21TNI"),
        ("They met this week.", "this week", "2013-W12"),
        ("They met last month.", "last month", "2013-02"),
        ("They will meet next year.", "next year", "2014"),
        ("They met two weeks ago.", "two weeks ago", "2013-W10"),
        ("They met three days ago.", "three days ago", "2013-03-19"),
        ("They met ten years ago.", "ten years ago", "2003"),
        ("They met in December.", "December", "2012-12"),
        ("They will meet in December.", "December", "2013-12"),
        ("They met last May.", "last May", "2012-05"),
        ("They met last summer.", "last summer", "2012-SU"),
        ("They will meet by the end of the month.", "the end of the month", "2013-03"),
        ("They met over the past three days.", "the past three days", "P3D"),
        ("They have met in recent months.", "recent months", "PXM"),
        ("They meet daily.", "daily", "P1D"),
        ("They meet every Monday.", "every Monday", "XXXX-WXX-1"),
        ("The meeting is expected on Nov. 21.", "Nov. 21", "2013-11-21"),
        ("Under the deal of 2 February, arms will be handed over.", "2 February", "2013-02-02"),
        ("They failed to leave by a Thursday deadline.", "Thursday", "2013-03-21"),
        ("In the early hours of Tuesday shells fell.", "the early hours of Tuesday", "2013-03-19TMO"),
        ("They must leave by year's end.", "year's end", "2013"),
        ("The road was quiet over the weekend.", "the weekend", "2013-W11-WE"),
        ("They met a fortnight ago.", "a fortnight ago", "2013-W10"),
        ("They now agree.", "now", "PRESENT_REF"),
        ("They recently agreed.", "recently", "PAST_REF"),
    ],
)  # fmt: skip
def test_counted_from_publication(text: str, words: str, value: str) -> None:
    assert news(text) == [(words, value)]


def test_periods_end_on_the_day_of_publication() -> None:
    (time,) = find_times("over the past three days", Anchor(FRIDAY))
    assert (time.earliest, time.latest) == (date(2013, 3, 19), FRIDAY)


def test_earlier_this_week_ends_on_the_day_of_publication() -> None:
    (time,) = find_times("They met earlier this week.", Anchor(FRIDAY))
    assert (time.earliest, time.latest) == (date(2013, 3, 18), FRIDAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 10 May 1940 they attacked. Two days later they crossed.", "1940-05-12"),
        ("On 10 May 1940 they attacked. The following day they crossed.", "1940-05-11"),
        ("On 10 May 1940 they attacked. They crossed that same day.", "1940-05-10"),
        ("In May 1940 they attacked. In June they crossed.", "1940-06"),
        ("In October 1940 they attacked. In January they crossed.", "1941-01"),
        ("In 1940 they attacked. The next year they crossed.", "1941"),
        ("In 1940 they attacked. They crossed in August of that year.", "1940-08"),
        ("In autumn 1940 they attacked. The following spring they crossed.", "1941-SP"),
        ("On 10 May 1940 they attacked. On the 25th they crossed.", "1940-05-25"),
        ("In May 1940 they attacked. They crossed at the end of the month.", "1940-05"),
        ("On 31 December 1999 they attacked. They crossed the next day.", "2000-01-01"),
    ],
)
def test_counted_from_the_running_time(text: str, expected: str) -> None:
    assert story(text)[-1][1] == expected


def test_a_history_published_later_is_read_from_its_own_time() -> None:
    text = (
        "On 1 September 1939 the war began. In April 1940 the north was invaded. In May the west was attacked. "
        "By June 1940 the capital had fallen, and in September the raids began."
    )
    values = [time.value for time in find_times(text, Anchor(date(2009, 12, 19)))]
    assert values == ["1939-09-01", "1940-04", "1940-05", "1940-06", "1940-09"]


def test_background_in_news_has_its_own_year_until_the_paragraph_returns_to_the_day() -> None:
    text = "In March 1992 fighting spread. In May mediators came. On Monday the parties met."
    assert [value for _, value in news(text)] == ["1992-03", "1992-05", "2013-03-18"]


def test_the_override_decides() -> None:
    text = "In 1992 it began. In May they met."
    as_news = find_times("They met in May.", Anchor(FRIDAY, narrative=False))[0]
    as_story = find_times(text, Anchor(FRIDAY, narrative=True))[-1]
    assert (as_news.value, as_story.value) == ("2012-05", "1992-05")


def test_a_later_day_without_a_time_told_stays_unknown() -> None:
    (time,) = find_times("Two days later they crossed.", Anchor(FRIDAY))
    assert (time.value, time.earliest, time.latest) == ("XXXX-XX-XX", None, None)


def test_tense_hints_from_a_parse_are_heard() -> None:
    text = "The handover on Monday."
    ahead = find_times(text, Anchor(FRIDAY), tenses=lambda offset: "future")[0]
    back = find_times(text, Anchor(FRIDAY), tenses=lambda offset: "past")[0]
    assert (ahead.value, back.value) == ("2013-03-25", "2013-03-18")


def test_a_weekday_without_any_tense_is_guessed() -> None:
    (time,) = find_times("Handover Monday", Anchor(FRIDAY))
    assert time.basis == "guessed"


def test_every_basis_is_told() -> None:
    text = "On 10 May 2013 it was signed. Two days later it was broken. Last week it was mended."
    bases = [time.basis for time in find_times(text, Anchor(date(2013, 5, 30)))]
    assert bases == ["explicit", "text", "publication"]


def test_a_day_to_come_is_not_read_into_the_background() -> None:
    text = "The accord was signed in November 2012. Troops will leave on 5 April."
    assert [value for _, value in news(text)] == ["2012-11", "2013-04-05"]


def test_the_rest_of_the_month_begins_on_the_day_of_publication() -> None:
    (time,) = find_times("They will stay for the rest of this month.", Anchor(FRIDAY))
    assert (time.earliest, time.latest) == (FRIDAY, date(2013, 3, 31))


def test_overnight_may_be_the_night_before() -> None:
    (time,) = find_times("Shells fell overnight.", Anchor(FRIDAY))
    assert (time.earliest, time.latest) == (date(2013, 3, 21), FRIDAY)


def test_a_year_only_mentioned_does_not_move_the_account() -> None:
    text = (
        "On 2 August 1964 a ship was attacked. A report of 2005 showed otherwise. On 4 August it was attacked again."
    )
    assert story(text)[-1] == ("4 August", "1964-08-04")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The district shall be returned by December 1st.", "2020-12-01"),
        ("The army will leave the occupied villages on 5 January.", "2021-01-05"),
        ("Troops will leave the areas taken on 15 November.", "2020-11-15"),
        ("Armed groups must be disbanded before 31 January.", "2021-01-31"),
        ("They withdrew on 5 December.", "2019-12-05"),
        ("They withdrew on 20 November.", "2020-11-20"),
        ("The deadline of 1 December was moved.", "2020-12-01"),
    ],
)
def test_participles_and_names_do_not_turn_the_year(text: str, value: str) -> None:
    (time,) = find_times(text, Anchor(date(2020, 11, 24)))
    assert time.value == value


def test_a_clock_time_belongs_to_the_day_named_after_it() -> None:
    times = find_times("They have until 6pm (1500 GMT) Sunday to leave.", Anchor(FRIDAY))
    assert {time.earliest for time in times} == {date(2013, 3, 24)}


def test_a_weekday_limit_without_a_verb_lies_ahead() -> None:
    (time,) = find_times("Out by noon on Monday", Anchor(FRIDAY))
    assert (time.value, time.bound) == ("2013-03-25T12:00", "by")
