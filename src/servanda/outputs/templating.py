"""The template engine as both the report page and the web app use it.

Invariant: everything is escaped unless it was made here (style sheets of the package, pictures drawn by it).
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

from jinja2 import BaseLoader, ChoiceLoader, Environment, PackageLoader, StrictUndefined

from servanda.outputs.wording import (
    CREDIBILITY,
    EPISTEMIC,
    LEVELS,
    RELIABILITY,
    UNREVIEWED,
    flag_words,
    in_words,
    is_noted,
    known_only_later,
    long_day,
    plural,
    shown,
    span,
    to_read_again,
)


def engine(more: Sequence[BaseLoader] = ()) -> Environment:
    """A Jinja environment with the shared pieces, the words and, first, the templates of `more`."""
    loaders = [*more, PackageLoader("servanda.outputs", "templates")]
    env = Environment(
        loader=ChoiceLoader(loaders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals.update(
        shown=shown,
        long_day=long_day,
        span=span,
        unreviewed=UNREVIEWED,
        epistemic=EPISTEMIC,
        levels=LEVELS,
        reliability=RELIABILITY,
        credibility=CREDIBILITY,
        flag_words=flag_words,
        in_words=in_words,
        item_days=item_days,
        plural=plural,
        to_read_again=to_read_again,
        known_only_later=known_only_later,
    )
    env.tests["noted"] = is_noted
    return env


def item_days(days: int) -> str:
    """How far off a day is, in words."""
    if days == 0:
        return "today"
    return f"in {plural(days, 'day')}" if days > 0 else f"{plural(-days, 'day')} ago"


def style(name: str) -> str:
    """A style sheet of the package."""
    return files("servanda.outputs").joinpath("templates", name).read_text(encoding="utf-8")
