"""Days told by an event of the agreement: dated by the agreement or the text, never by another paper's event."""

from __future__ import annotations

from datetime import date

import pytest

from servanda.reading.times import Anchor, Events, TimeExpression, find_times, joined, known_events, with_events

FRIDAY = date(2013, 3, 22)
EVENTS = Events(signed=date(2013, 3, 1), start=date(2013, 3, 4))
Told = tuple[str, date, date, str | None]


def told(text: str, events: Events = EVENTS) -> list[Told]:
    times: list[TimeExpression] = joined(text, find_times(text, Anchor(FRIDAY, narrative=False)), events.by_words())
    found = with_events(text, times, 0, len(text), events)
    return [(t.text, t.earliest, t.latest, t.bound) for t in found if t.earliest is not None and t.latest is not None]


def march(*days: int) -> tuple[date, ...]:
    return tuple(date(2013, 3, d) for d in days)


@pytest.mark.parametrize(
    ("text", "words", "days", "bound"),
    [
        ("They fired on the day the accord was signed.", "the day the accord was signed", march(1, 1), "on"),
        ("They fired on the day of the signing.", "the day of the signing", march(1, 1), "on"),
        ("They left the day after the agreement was signed.", "the day after the agreement was signed", march(2, 2), "on"),
        ("They have held since the truce took effect.", "since the truce took effect", march(4, 4), "since"),
        ("They have held since the signing of the accord.", "since the signing of the accord", march(1, 1), "since"),
        ("They fired on the first day of the ceasefire.", "the first day of the ceasefire", march(4, 4), None),
        ("They fired on day three of the truce.", "day three of the truce", march(6, 6), None),
        ("They fired in the first week of the ceasefire.", "the first week of the ceasefire", march(4, 10), None),
        ("They fired three days after the truce had begun.", "three days after the truce had begun", march(7, 7), "on"),
        ("They fired minutes into the truce.", "minutes into the truce", march(4, 5), None),
        ("They fired twenty minutes into the truce.", "twenty minutes into the truce", march(4, 4), None),
        ("They fired two days into the truce.", "two days into the truce", march(5, 6), None),
        ("They fired a week into the truce.", "a week into the truce", march(4, 4), "since"),
        ("They fired within hours of the signing.", "within hours of the signing", march(1, 2), "within"),
        ("They left before the ceasefire came into force.", "before the ceasefire came into force", march(4, 4), "before"),
    ],
)  # fmt: skip
def test_a_day_told_by_an_event(text: str, words: str, days: tuple[date, date], bound: str | None) -> None:
    assert told(text) == [(words, *days, bound)]


@pytest.mark.parametrize(
    "text",
    [
        "They fired on the day a local truce was signed.",
        "They have held since the local accord was signed.",
        "They have held since the signing of another pact.",
        "They fired on the first day of the ceasefire with the Front.",
        "They left three days after the deadline.",  # no text says when that was
        "They left since the truce was extended.",
    ],
)
def test_what_names_another_event_gives_no_day(text: str) -> None:
    assert told(text) == []


def test_an_event_without_a_known_day_gives_none() -> None:
    assert told("They fired on the day the accord was signed.", Events()) == []


def test_a_day_behind_the_event_is_its_own() -> None:
    (time,) = told("They have held since the truce took effect on 9 March.")
    assert (time[0], time[1]) == ("9 March", date(2013, 3, 9))


def known(text: str, signed: date | None = None, start: date | None = None) -> Events:
    return known_events(text, find_times(text, Anchor(FRIDAY, narrative=False)), signed, start)


def test_the_text_tells_the_days_of_events() -> None:
    text = "A truce that took effect on 9 March holds. The deadline of 12 March passed. The accord was signed on 8 March."
    assert known(text) == Events(date(2013, 3, 8), date(2013, 3, 9), date(2013, 3, 12))


def test_a_deadline_that_the_text_gives_is_counted_from() -> None:
    text = "The 12 March deadline came. Three days after the deadline they left."
    assert told(text, known(text))[-1][:3] == ("Three days after the deadline", date(2013, 3, 15), date(2013, 3, 15))


def test_where_text_and_agreement_differ_no_day_is_certain() -> None:
    assert known("The truce took effect on 9 March.", start=date(2013, 3, 4)).start is None
    assert known("The truce took effect on 4 March.", start=date(2013, 3, 4)).start == date(2013, 3, 4)
