"""How a case stands: the status of its terms as a table, a document or a glance, kept or found.

Invariant: which of the two it is makes no difference to what comes back.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from servanda.case.bulk import bulk
from servanda.case.kept import Question, State, state_of
from servanda.outputs.status_table import StatusTable, status_table, table_from, table_to

if TYPE_CHECKING:
    from servanda.case.answer import Answer
    from servanda.case.folder import Case
    from servanda.outputs.glance import Glance


def table(case: Path, as_of: date | None = None, known_at: date | None = None, text: str | None = None) -> StatusTable:
    """The table of terms. D and K default to today, as `ask` has it; raises what `open_case` and `ask` raise."""
    kept, state = _kept(case, as_of, known_at, text, "table")
    if kept is not None:
        return table_from(kept)
    return keep(state, _ask(case, as_of, known_at, text), text)


def document(case: Path, as_of: date | None = None, known_at: date | None = None, text: str | None = None) -> dict[str, Any]:
    """The status document as JSON values."""
    kept, state = _kept(case, as_of, known_at, text, "document")
    if kept is not None:
        return dict(kept)
    answer = _ask(case, as_of, known_at, text)
    plain = answer.document.plain()
    keep(state, answer, text, document=plain)
    return plain


@bulk()
def keep(state: State | None, answer: Answer, text: str | None = None, **more: Any) -> StatusTable:
    """Keep the table and the glance of an answer and `more` parts of it; `state` is that of before it was found."""
    from servanda.case.dossiers import dossier_of
    from servanda.outputs.glance import glance

    made = status_table(answer.document, answer.agreement.title, answer.waiting)
    keep_glance(state, answer, glance(dossier_of(answer), answer.waiting), text, table=table_to(made), **more)
    return made


def keep_glance(state: State | None, answer: Answer, seen: Glance, text: str | None = None, **more: Any) -> None:
    """Keep the glance of an answer and `more` parts of it; `state` is that of before it was found."""
    from servanda.outputs.glance import glance_to

    found, zone = answer.findings, answer.agreement.timezone
    if state is not None:
        Question(state, found.as_of, found.known_at, text).keep(zone, glance=glance_to(seen), **more)


def kept_glance(case: Case, as_of: date, known_at: date, text: str | None = None) -> Glance | None:
    """The glance of an answer, where it is kept."""
    from servanda.case.questions import agreement_of
    from servanda.outputs.glance import glance_from

    seen, _ = _kept(case.root, as_of, known_at, text, "glance")
    return glance_from(seen, agreement_of(case, text)) if seen is not None else None


def _kept(
    case: Path, as_of: date | None, known_at: date | None, text: str | None, part: str
) -> tuple[Any, State | None]:
    state = state_of(case)
    asked = state.question(as_of, known_at, text) if state else None
    return (asked.kept(part) if asked else None), state


def _ask(case: Path, as_of: date | None, known_at: date | None, text: str | None) -> Answer:
    from servanda.case.answer import ask
    from servanda.case.folder import open_case

    return ask(open_case(case), as_of, known_at, text=text)
