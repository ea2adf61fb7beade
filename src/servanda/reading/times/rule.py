"""A rule of the time grammar: one pattern and the function that makes drafts of its match, or refuses it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from servanda.reading.times.draft import Draft

Build = Callable[[re.Match[str]], list[Draft] | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern tried where a word begins; `build` may refuse by returning None."""

    name: str
    pattern: re.Pattern[str]
    build: Build


def rule(name: str, pattern: str, build: Build) -> Rule:
    return Rule(name, re.compile(pattern, re.IGNORECASE), build)
