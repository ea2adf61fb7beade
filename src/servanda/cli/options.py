"""The options that many commands share, each with one wording.

Invariant: a day is written YYYY-MM-DD; anything else is refused with what to write instead.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is not a day. Write YYYY-MM-DD, for example 2020-11-24") from error


CaseArgument = Annotated[Path, typer.Argument(metavar="CASE", help="The case folder, the one with agreement.yaml.")]
TermArgument = Annotated[str, typer.Argument(metavar="TERM", help="The id of a term, for example 6-kalbajar.")]
AsOf = Annotated[
    date | None,
    typer.Option("--as-of", metavar="DAY", parser=_day, help="The day asked about, YYYY-MM-DD. Default: today."),
]
KnownAt = Annotated[
    date | None,
    typer.Option(
        "--known-at", metavar="DAY", parser=_day, help="Use only what was known by the end of this day. Default: now."
    ),
]
Since = Annotated[date, typer.Option("--since", metavar="DAY", parser=_day, help="The earlier day, YYYY-MM-DD.")]
Published = Annotated[
    date | None,
    typer.Option("--published", metavar="DAY", parser=_day, help="The day the text was published, if you know it."),
]
TextId = Annotated[
    str | None, typer.Option("--text", metavar="ID", help="Judge by this rival text of the agreement (see `texts:`).")
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
