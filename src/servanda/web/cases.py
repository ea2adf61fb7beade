"""The first page where several cases are served: each with its answer at a glance, on one pair of days.

Invariant: cases stand in the order in which they were named and are never ranked; one that cannot be answered says
why and does not hide the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi import Request
from jinja2 import Environment

from servanda.errors import AgreementErrors, LedgerError, ServandaError
from servanda.outputs.overview import grouped
from servanda.web.asked import asked, day
from servanda.web.shelf import Shelf


def cases_page(request: Request, env: Environment, shelves: Sequence[tuple[str, Shelf]]) -> str:
    """The page. Raises WebError W104 for a day that is none."""
    params = request.query_params
    as_of, known_at = day(params.get("as_of"), "as_of"), day(params.get("known_at"), "known_at")
    listed = [_entry(request, name, shelf) for name, shelf in shelves]
    today = shelves[0][1].case.today()
    return env.get_template("cases.html").render(
        cases=listed, as_of=as_of or today, known_at=known_at or today, asked=bool(as_of or known_at)
    )


def _entry(request: Request, name: str, shelf: Shelf) -> dict[str, Any]:
    q = asked(request, shelf, f"/{name}", texts=False)
    entry: dict[str, Any] = {"name": name, "to": q.links.to("/"), "agreement": shelf.case.agreement, "waiting": 0}
    try:
        seen = q.glance
    except LedgerError:
        return {**entry, "problem": f"Not read yet. Write: servanda run {shelf.root.name}"}
    except ServandaError as error:
        return {**entry, "problem": str(error) if isinstance(error, AgreementErrors) else error.message}
    mark = any(v.mark for v in seen.lines)
    return {
        **entry, "problem": None, "groups": grouped(seen.lines), "summary": seen.summary, "mark": mark,
        "waiting": seen.waiting,
    }  # fmt: skip
