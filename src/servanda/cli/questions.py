"""Commands that answer: status, explain, check, changes, due.

Invariant: exit code 0 whatever the answer; nothing here changes a case.
"""

from __future__ import annotations

import sys
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from servanda.cli.options import AsOf, CaseArgument, Json, KnownAt, Published, Since, TermArgument, TextId
from servanda.errors import CaseError, Place

if TYPE_CHECKING:
    from servanda.reports.model import Report


def register(app: typer.Typer) -> None:
    """Add these commands to the application."""
    for command in (status, explain, check, changes, due):
        app.command()(command)


def status(
    case: CaseArgument,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    text: TextId = None,
    timeline: Annotated[bool, typer.Option("--timeline", help="Draw each term's status over the days, too.")] = False,
    json: Json = False,
) -> None:
    """The status of every term on a day, as known on a day, from what the last run read.

    Example: servanda status karabakh-2020 --as-of 2020-11-20 --known-at 2020-11-14
    """
    from servanda.case import standing
    from servanda.cli import show

    if json:
        show.dump(standing.document(case, as_of, known_at, text))
        return
    table = standing.table(case, as_of, known_at, text)
    show.status_table(table)
    if timeline:
        from servanda.case import ask, open_case

        show.timeline(ask(open_case(case), as_of, known_at, text=text))
    if table.waiting:
        print(f"{table.waiting} file(s) are new or changed since the last run. Write: servanda run {case}")


def explain(
    case: CaseArgument,
    term: TermArgument,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    text: TextId = None,
    json: Json = False,
) -> None:
    """Why a term has its status: the rule, the claims used, those set aside, what would change it.

    Example: servanda explain karabakh-2020 6-kalbajar --as-of 2020-11-24 --known-at 2020-11-24
    """
    from servanda.case import explain as ask
    from servanda.case import open_case
    from servanda.cli.show import dump, explanation

    answer, reasons = ask(open_case(case), term, as_of, known_at, text=text)
    if json:
        dump(reasons.plain())
    else:
        explanation(answer, reasons)


def check(
    case: CaseArgument,
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="The text to judge; - reads standard input.")],
    published: Published = None,
    known_at: KnownAt = None,
    json: Json = False,
) -> None:
    """Judge the breach claims of a text: is what it says so, for the day it was said, by what the case knows?

    Example: servanda check karabakh-2020 article.txt
    """
    from servanda.case import check_report, open_case
    from servanda.cli.show import checks, dump

    opened = open_case(case)
    checked = check_report(opened, pasted(file, published), known_at)
    if json:
        dump(checked.plain())
    elif not checked.unread:
        checks(checked)
    if checked.unread:
        print(checked.unread, file=sys.stderr)
        raise typer.Exit(2)


def changes(case: CaseArgument, since: Since, known_at: KnownAt = None, json: Json = False) -> None:
    """What is different from how things stood, as then known, on an earlier day, and why.

    Example: servanda changes karabakh-2020 --since 2020-11-14 --known-at 2020-11-25
    """
    from servanda.case import changes_since, open_case
    from servanda.cli.show import change_list, dump

    opened = open_case(case)
    if since > (until := known_at or opened.today()):
        raise typer.BadParameter(f"{since} lies after {until}. Write an earlier day", param_hint="--since")
    result = changes_since(opened, since, known_at)
    if json:
        dump(result.plain())
    else:
        change_list(result)


def due(
    case: CaseArgument,
    within: Annotated[str, typer.Option("--within", help="How far ahead to look: 30d, 2w, 3m.")] = "30d",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    json: Json = False,
) -> None:
    """What falls due soon, and what is past its date without a known outcome.

    Example: servanda due karabakh-2020 --within 30d --as-of 2020-11-14
    """
    from servanda.case import due_within, open_case
    from servanda.cli.show import due_list, dump

    result = due_within(open_case(case), _days(within), as_of, known_at)
    if json:
        dump(result.plain())
    else:
        due_list(result)


def pasted(file: str, published: date | None = None) -> Report:
    """The report in a file, or on standard input for '-'; `published` overrides what the file says."""
    from dataclasses import replace

    from servanda.reports import open_report, open_text

    if file == "-":
        return open_text(_typed(), path="-", published=published)
    path = Path(file)
    if not path.is_file():
        found = "this is a folder" if path.is_dir() else "there is no such file"
        raise CaseError("C106", f"{found}. Write the path of a text, or - for standard input", Place(file))
    report, *others = open_report(path.resolve(), path.resolve().parent)
    if others:
        message = f"the file holds {len(others) + 1} reports. Put it into a case's reports/, or write servanda read --jsonl"
        raise CaseError("C112", message, Place(file))
    return replace(report, published=published) if published else report


def _typed() -> str:
    """Standard input as text, in whatever encoding it came."""
    from servanda.reports.decoding import decode

    raw = getattr(sys.stdin, "buffer", None)
    return sys.stdin.read() if raw is None else decode(raw.read(), Place("-")).text


def _days(text: str) -> timedelta:
    units = {"d": 1, "w": 7, "m": 30}
    number, unit = text[:-1], text[-1:]
    if not (number.isdigit() and unit in units):
        raise typer.BadParameter(f"{text!r} is not a stretch of time. Write 30d, 2w or 3m")
    return timedelta(days=int(number) * units[unit])
