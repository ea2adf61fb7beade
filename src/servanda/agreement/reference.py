"""docs/agreement.md: the file format, every field with an example, from the same schema that checks the files.

Invariant: a field that the format knows stands in the reference, and nothing else does.
"""

from __future__ import annotations

from pydantic import BaseModel

from servanda.agreement.shape import (
    ActorShape,
    AgreementShape,
    CoverageEntry,
    PointShape,
    TextShape,
    UnderShape,
    UnmodelledShape,
    ZoneShape,
)
from servanda.agreement.term_checks import acts
from servanda.agreement.term_shape import (
    DueShape,
    EventShape,
    ExceptShape,
    JointShape,
    LimitShape,
    PowerShape,
    TermFields,
    TermShape,
)
from servanda.agreement.yamltext import flow
from servanda.vocabulary import vocabulary

_SECTIONS: tuple[tuple[str, str, type[BaseModel]], ...] = (
    ("The file", "", AgreementShape),
    ("actors.ID", "", ActorShape),
    ("actors.ID.under", "Written short, `under: armenia`, or as a mapping, or as a list of either.", UnderShape),
    ("zones.ID", "", ZoneShape),
    ("zones.ID.geometry", "A point with a radius; or `file.geojson#id`; or a GeoJSON geometry.", PointShape),
    ("terms.ID", "A term needs `norm`, `bearer` and `act`. A prohibition has neither `due` nor `limit`.", TermShape),
    ("terms.ID.due", "A bare day is refused: it would not tell whether the day itself is in time.", DueShape),
    ("Events", "In `due.of` and `when`: `signed`, `in-force`, `TERM.fulfilled`, `TERM.breached`, `TERM.started`, or:",
     EventShape),
    ("terms.ID.bearer, jointly", "Short: an id, or a list of ids, each alone.", JointShape),
    ("terms.ID.may_extend and the other powers", "Short: an id or a list, any of them. Or:", PowerShape),
    ("terms.ID.limit.QUANTITY", "One mapping, or a list of steps.", LimitShape),
    ("terms.ID.except", "", ExceptShape),
    ("texts.ID", "", TextShape),
    ("unmodelled", "", UnmodelledShape),
    ("coverage.yaml", "A file beside agreement.yaml: a list, alone or under `coverage:`.", CoverageEntry),
)  # fmt: skip

_HEAD = """\
# The agreement file

`agreement.yaml` says what was promised: by whom, to whom, what, where, until when, and who may change it. It is
YAML 1.2, in block or flow style, with keys in any order and comments where you like; anchors, aliases, tags and
duplicate keys are refused. Days are written `YYYY-MM-DD`, periods as in ISO 8601 (`P60D`, `P2W`, `P6M`, `P5Y`). An id
is small letters, digits, `-`, `_` and `.`. Anything wrong is told with its line and column, all at once; the codes
stand in [errors.md](errors.md). What may be written and is probably not meant (a non-signatory bound without a basis, a
date before the agreement is in force, a field that has no effect on its norm) is told with its line wherever a status is
shown. `servanda schema agreement` prints a JSON Schema with which editors complete and check the file while it is written.

This page is made from the code that checks the files (`python -m servanda.agreement.reference`).
"""

_ACTS = """\
## Acts

`act`, `except.acts` and events take these words:

"""

_FIELDS = """\
## Read, not evaluated yet

These fields are checked and kept, and every output names them where a file uses them: """


def reference() -> str:
    """The whole page, Markdown."""
    parts = [_HEAD]
    for title, note, shape in _SECTIONS:
        parts.append(f"## {title}\n\n{(shape.__doc__ or '').strip()}{f' {note}' if note else ''}\n\n{table(shape)}\n")
    parts.append(_ACTS + ", ".join(f"`{a}`" for a in sorted(acts())) + ".\n")
    waiting = [n for n, entry in vocabulary("fields.yaml")["fields"].items() if not entry["evaluated"]]
    waiting += [f"due.{n}" for n, entry in vocabulary("fields.yaml")["due"].items() if not entry["evaluated"]]
    parts.append(_FIELDS + (", ".join(f"`{n}`" for n in waiting) or "none") + ".\n")
    return "\n".join(parts)


def table(shape: type[BaseModel]) -> str:
    """The fields of a mapping: key, meaning, example; needed ones are marked."""
    lines = ["| key | what it says | example |", "|---|---|---|"]
    for name, field in shape.model_fields.items():
        key = field.alias or name
        needed = field.is_required() or (issubclass(shape, TermFields) and name in ("norm", "bearer", "act"))
        shown = flow((field.examples or [None])[0]).replace("|", "\\|")
        meaning = (field.description or "").replace("|", "\\|")
        lines.append(f"| `{key}`{' (needed)' if needed else ''} | {meaning} | `{key}: {shown}` |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(reference(), end="")
