"""The command for many agreements and millions of events: batch.

Invariant: what is written is whole; an interrupted batch goes on when the same command is given again.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from servanda.cli.options import Json
from servanda.cli.progress import progress_bar


class Engine(StrEnum):
    """Where a batch is worked."""

    LOCAL = "local"
    SPARK = "spark"


def register(app: typer.Typer) -> None:
    """Add this command to the application."""
    app.command()(batch)


def batch(
    agreements: Annotated[
        Path,
        typer.Argument(metavar="AGREEMENTS", help="A folder of agreement files or cases, or a table of agreements."),
    ],
    events: Annotated[
        list[Path],
        typer.Argument(metavar="EVENTS...", help="Event tables (.csv, .csv.gz, .tsv, .parquet), or folders of them."),
    ],
    out: Annotated[Path, typer.Option("-o", "--out", help="The folder for the results.")],
    engine: Annotated[Engine, typer.Option("--engine", help="local, or spark (the extra `spark`).")] = Engine.LOCAL,
    master: Annotated[
        str | None, typer.Option("--master", help="Spark's master, for example local[4] or spark://host:7077.")
    ] = None,
    group: Annotated[int, typer.Option("--group", min=1, help="How many agreements are worked at a time.")] = 100,
    json: Json = False,
) -> None:
    """Statuses over both clocks, incidents and what was set aside, for many agreements and event tables, as Parquet.

    Example: servanda batch examples events.csv.gz -o results
    """
    from servanda.batch.run import run_batch
    from servanda.cli.show import dump

    with progress_bar(quiet=json, label="batch") as show:
        progress = (lambda what, done, total: show(done, total, what)) if show else None
        manifest = run_batch(agreements, events, out, engine=engine.value, master=master, group=group, progress=progress)
    if json:
        dump(manifest)
    else:
        _print(manifest, out)


def _print(manifest: dict[str, Any], out: Path) -> None:
    rows = manifest["rows"]
    events = manifest["events"]
    tables = len(manifest["tables"])
    print(f"{manifest['agreements']['count']:,} agreement(s), {events['read']:,} event(s) of {tables} table(s)")
    if not rows["incidents"]:
        print("no event bears on a term of any of these agreements: set_aside says why, where a party of one is named")
    if lost := events["without_party_and_place"]:
        print(f"{lost:,} event(s) name neither a party nor a place: left out here, counted in a case")
    for name in ("statuses", "incidents", "set_aside", "unread"):
        print(f"{rows[name]:>12,} rows  {out / f'{name}.parquet'}")
    print(f"digest {manifest['digest']}")
