"""The expression for any of many words matches what the plain list of them does."""

from __future__ import annotations

import random
import re

import pytest

from servanda.reading.any_word import any_word


@pytest.mark.parametrize(
    "words",
    [
        ["day", "days", "daily", "the day", "the", "then"],
        ["a", "an", "another", "a.m.", "(a)"],
        ["Mar", "mar", "March", "may be"],
        ["", "x"],
        ["one"],
    ],
)
@pytest.mark.parametrize("flags", [re.NOFLAG, re.IGNORECASE])
def test_as_the_plain_list(words: list[str], flags: re.RegexFlag) -> None:
    plain = "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))
    text = " The DAYS, the day; another (a) A.M. an March mar maybe may be daily one then x oned "
    for pattern in (r"(?:{})", r"\b(?:{})\b", r"(?:{})(?= |$)", r"(?:{})[a-z]"):
        found, wanted = (re.compile(pattern.format(p), flags) for p in (any_word(words), plain))
        assert [m.span() for m in found.finditer(text)] == [m.span() for m in wanted.finditer(text)]


def test_many_words_in_any_text() -> None:
    draw = random.Random(7)
    words = ["".join(draw.choice("abc ") for _ in range(draw.randint(1, 5))) for _ in range(200)]
    text = "".join(draw.choice("abc ") for _ in range(2000))
    plain = "|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w)))
    assert re.findall(f"(?:{any_word(words)})c", text) == re.findall(f"(?:{plain})c", text)


def test_a_letter_may_be_written_otherwise() -> None:
    expression = any_word(["the day", "the days"], lambda letter: r"\s+" if letter == " " else re.escape(letter))
    assert re.findall(rf"\b(?:{expression})\b", "the  day and the\ndays") == ["the  day", "the\ndays"]
