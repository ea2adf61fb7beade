"""The command `servanda`: thin doors to `servanda.case`, one file per group of commands.

Exit code 0: the question was answered, whatever the answer. 2: wrong use or wrong input. 3: some reports could not
be read and `--strict` was asked. With `--json`, standard output is one JSON document and nothing else.
"""

from __future__ import annotations

import errno
import sys
from typing import Annotated

import typer

import servanda
from servanda.cli import batch, cases, making, questions, texts
from servanda.errors import CaseError, Place, ServandaError

app = typer.Typer(
    name="servanda",
    help="For every promise in a ceasefire or peace agreement: what was owed, what happened, who says so, "
    "what is unknown. Start with: servanda demo",
    epilog="Exit codes: 0 answered, 2 wrong use or input, 3 unread reports with --strict. "
    "A case is a folder with agreement.yaml and reports/.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for group in (cases, questions, texts, making, batch):
    group.register(app)


def _version(asked: bool) -> None:
    if asked:
        print(f"servanda {servanda.__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """What stands before a command."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; never shows a traceback for an error that a user can mend."""
    try:
        app(args=arguments)
    except ServandaError as error:
        _complain(str(error))
        sys.exit(2)
    except KeyboardInterrupt:
        _complain("stopped; what was already recorded is kept, run again to go on")
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        _complain(str(refused(error)))
        sys.exit(2)


_ADVICE = {
    errno.ENOSPC: "Make room and run again; what was recorded is kept",
    errno.EACCES: "Change its permissions, or name a place where you may read and write",
    errno.EPERM: "Change its permissions, or name a place where you may read and write",
    errno.EROFS: "This disk can only be read. Copy the case to another",
    errno.ENOTDIR: "A file stands where a folder is wanted. Name another, or move it away",
    errno.EEXIST: "A file stands where a folder is wanted. Name another, or move it away",
    errno.EISDIR: "A folder stands where a file is wanted. Name another, or move it away",
    errno.ENAMETOOLONG: "The name is too long. Write a shorter one",
}


def refused(error: OSError) -> CaseError:
    """What the system did not let us do, with what to do about it."""
    advice = _ADVICE.get(error.errno or 0, "Check that it is there and may be read and written")
    place = Place(str(error.filename2 or error.filename)) if error.filename else None
    return CaseError("C111", f"{error.strerror or error}. {advice}", place)


def _complain(message: str) -> None:
    print(message, file=sys.stderr)
