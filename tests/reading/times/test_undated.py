"""An undated report is bounded by its own words, and nothing in it is stamped with the day of reading (R2)."""

from __future__ import annotations

from datetime import date

from servanda.reading.times import Anchor, find_times, standing_cues, undated_bounds

SIGNED = date(2016, 6, 23)
TEXT = (
    "The fighters were supposed to hand over their arms by July 10, but the plan was delayed. "
    "The new day for the handover is July 20, the office says. It is not known how many still hold out until now."
)


def test_a_day_without_year_takes_the_year_nearest_to_the_case_and_says_guessed() -> None:
    times = [t for t in find_times(TEXT, Anchor(None, around=SIGNED)) if t.granularity == "day"]
    assert [(t.value, t.basis) for t in times] == [("2016-07-10", "guessed"), ("2016-07-20", "guessed")]


def test_without_any_hint_the_year_stays_unknown() -> None:
    times = [t for t in find_times(TEXT, Anchor(None)) if t.granularity == "day"]
    assert [t.value for t in times] == ["XXXX-07-10", "XXXX-07-20"]
    assert all(t.earliest is None and t.latest is None for t in times)


def test_its_own_words_bound_it() -> None:
    times = find_times(TEXT, Anchor(None, around=SIGNED))
    bounds = undated_bounds(TEXT, times)
    assert (bounds.not_before, bounds.not_after) == (date(2016, 7, 10), date(2016, 7, 20))
    assert bounds.told_past is not None and bounds.told_past.text == "July 10"
    assert bounds.to_come is not None and bounds.to_come.text == "July 20"


def test_contradicting_words_leave_only_what_is_told_as_past() -> None:
    text = "The army left on 20 July 2016. The rebels will leave on 10 July 2016."
    bounds = undated_bounds(text, find_times(text, Anchor(None)))
    assert (bounds.not_before, bounds.not_after) == (date(2016, 7, 20), None)


def test_a_day_denied_tells_nothing() -> None:
    text = "The date is not 10 July 2016 but 20 July 2016."
    bounds = undated_bounds(text, find_times(text, Anchor(None)))
    assert (bounds.not_before, bounds.not_after) == (None, date(2016, 7, 20))


def test_no_times_no_bounds() -> None:
    bounds = undated_bounds("Nothing is said.", [])
    assert (bounds.not_before, bounds.not_after) == (None, None)


def test_nothing_undated_is_stamped_today() -> None:
    text = "They met today, yesterday and on Monday; two days ago they left; last week it was calm; now not."
    for time in find_times(text, Anchor(None)):
        assert (time.earliest, time.latest) == (None, None), time


def test_standing_cues_are_found_word_for_word() -> None:
    assert [TEXT[a:b] for a, b in standing_cues(TEXT)] == ["still", "until now"]
