"""Load an agreement file: its shape, then what the shape cannot say; all errors of the file at once.

Invariant: either a whole `Agreement` comes back or `AgreementErrors` with every error found, in file order.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from pydantic import TypeAdapter, ValidationError

from servanda.agreement import build
from servanda.agreement.checks import check
from servanda.agreement.decisions import decisions
from servanda.agreement.fields import not_evaluated
from servanda.agreement.geometry import resolve
from servanda.agreement.model import Agreement, Coverage, RivalText, Term, Zone
from servanda.agreement.places import Path as KeyPath
from servanda.agreement.places import Placed, parse
from servanda.agreement.shape import AgreementShape, CoverageEntry
from servanda.agreement.term_shape import TermFields
from servanda.errors import AgreementError, AgreementErrors, Place

_COVERAGE: TypeAdapter[list[CoverageEntry]] = TypeAdapter(list[CoverageEntry])


def load(path: Path) -> Agreement:
    """The agreement in a file, with `coverage.yaml` beside it if there is one. Raises AgreementErrors."""
    if not path.is_file():
        raise AgreementErrors(
            [AgreementError("A100", "there is no such file. Write one, or: servanda init DIR", Place(str(path)))]
        )
    coverage = path.parent / "coverage.yaml"
    extra = (_text(coverage), coverage.name) if coverage.is_file() else None
    return loads(_text(path), path.name, path.parent, coverage=extra)


def loads(
    text: str, file: str = "agreement.yaml", base: Path | None = None, coverage: tuple[str, str] | None = None
) -> Agreement:
    """The agreement in a text; `base` is where files that it names are looked up. Raises AgreementErrors."""
    placed, errors = parse(text, file)
    shape = None if errors and placed.value is None else _shape(placed, file, errors)
    if shape is None:
        raise AgreementErrors(errors)
    zones = _zones(shape, placed, file, base, errors)
    if shape.timezone not in available_timezones():
        near = _nearest(shape.timezone, available_timezones())
        errors.append(
            AgreementError(
                "A112",
                f"{shape.timezone!r} is no time zone.{near} Allowed: names such as Asia/Baku, UTC",
                placed.place(("timezone",), file),
            )
        )
    errors += check(shape, placed, file)
    covered = _coverage(coverage, shape, errors) if coverage else ()
    if errors:
        raise AgreementErrors(sorted(errors, key=_order))
    return _agreement(shape, placed, zones, covered)


def _agreement(
    shape: AgreementShape, placed: Placed, zones: Mapping[str, Zone], covered: tuple[Coverage, ...]
) -> Agreement:
    terms = {k: build.term(k, f, _line(placed, ("terms", k))) for k, f in shape.terms.items()}
    texts = {
        k: RivalText(k, t.title, {i: _overridden(shape.terms[i], f, i, terms[i]) for i, f in t.terms.items()})
        for k, t in shape.texts.items()
    }
    start = build.moment(shape.in_force)
    if start is not None and start.tzinfo is None:
        start = start.replace(tzinfo=ZoneInfo(shape.timezone))
    agreement = Agreement(
        id=shape.id,
        title=shape.title,
        signed=build.day(shape.signed),
        in_force=start,
        timezone=shape.timezone,
        actors={k: build.actor(k, a) for k, a in shape.actors.items()},
        zones=zones,
        terms=terms,
        texts=texts,
        unmodelled=tuple(build.unmodelled(u) for u in shape.unmodelled),
        coverage=covered,
        expires=build.day(shape.expires),
        not_evaluated=not_evaluated(shape),
    )
    from dataclasses import replace

    return replace(agreement, decisions=decisions(agreement, placed))


def _overridden(first: TermFields, other: TermFields, key: str, term: Term) -> Term:
    values = {n: getattr(other if n in other.model_fields_set else first, n) for n in TermFields.model_fields}
    return build.term(key, TermFields.model_construct(**values), term.line)


def _shape(placed: Placed, file: str, errors: list[AgreementError]) -> AgreementShape | None:
    if not isinstance(placed.value, dict):
        errors.append(
            AgreementError(
                "A104", "the file must hold keys and values at its top. Write servanda: 1, id: …", Place(file, 1, 1)
            )
        )
        return None
    if "servanda" in placed.value and placed.value["servanda"] != 1:
        message = (
            f"version {placed.value['servanda']!r} of the format; this servanda reads version 1. Write servanda: 1"
        )
        errors.append(AgreementError("A107", message, placed.place(("servanda",), file)))
        return None
    try:
        return AgreementShape.model_validate(placed.value)
    except ValidationError as error:
        errors += _shape_errors(error, placed, file)
        errors.sort(key=_order)
        return None


def _shape_errors(error: ValidationError, placed: Placed, file: str) -> list[AgreementError]:
    """Pydantic's errors in our words; of several branches of a union the one that got furthest."""
    found: dict[tuple[KeyPath, str], AgreementError] = {}
    for item in error.errors():
        path = tuple(p for p in item["loc"] if _in_value(p, item["loc"], placed))
        path = _real(path, placed)
        key, code, message = _worded(item, path, placed)
        found.setdefault((path, key), AgreementError(code, message, placed.place(path, file)))
    paths = {p for p, _ in found}
    keep = [
        e
        for (p, _), e in found.items()
        if not any(len(q) > len(p) and q[: len(p)] == p for q in paths) or e.code == "A108"
    ]
    return keep or list(found.values())


def _in_value(part: Any, _loc: Any, _placed: Placed) -> bool:
    return isinstance(part, str | int)


def _real(path: KeyPath, placed: Placed) -> KeyPath:
    """The longest run of keys that stand in the file, with a final missing or unknown key kept."""
    at: Any = placed.value
    real: list[str | int] = []
    for number, part in enumerate(path):
        if isinstance(at, dict) and part in at or isinstance(at, list) and isinstance(part, int) and part < len(at):
            real.append(part)
            at = at[part]
        elif (
            number == len(path) - 1
            and isinstance(at, dict)
            and isinstance(part, str)
            and part.isidentifier()
            and part[0].islower()
        ):
            real.append(part)
    return tuple(real)


def _worded(item: Any, path: KeyPath, placed: Placed) -> tuple[str, str, str]:
    kind, given = item["type"], item.get("input")
    name = ".".join(str(p) for p in path)
    if kind == "extra_forbidden":
        allowed = _allowed(path)
        near = _nearest(str(path[-1]), allowed)
        return kind, "A108", f"unknown key {path[-1]!r} in {name}.{near} Allowed: {', '.join(allowed)}"
    if kind == "missing":
        return kind, "A109", f"{name} is missing. Write {path[-1]}: …"
    reason = item["msg"].removeprefix("Value error, ")
    if kind in {"literal_error", "enum"}:
        return "form", "A110", f"{name}: found {given!r}; allowed: {item['ctx']['expected']}"
    hint = _date_hint(given)
    return "form", "A111", f"{name}: found {_short(given)}; {reason[0].lower() + reason[1:]}{hint}"


def _allowed(path: KeyPath) -> list[str]:
    from servanda.agreement import shape as s
    from servanda.agreement import term_shape as t

    head = path[0] if len(path) > 1 else None
    deep = {
        "actors": {3: s.ActorShape, 4: s.UnderShape, 5: s.UnderShape},
        "zones": {3: s.ZoneShape, 4: s.PointShape},
        "terms": {3: t.TermFields, 4: _inside(path, 2), 5: t.LimitShape, 6: t.LimitShape},
        "texts": {3: s.TextShape, 5: t.TermFields, 6: _inside(path, 4)},
        "unmodelled": {3: s.UnmodelledShape},
    }
    model = deep.get(str(head), {}).get(len(path), s.AgreementShape)
    return [f.alias or n for n, f in model.model_fields.items()]


def _inside(path: KeyPath, at: int) -> type[Any]:
    from servanda.agreement import term_shape as s

    inside = {"due": s.DueShape, "except": s.ExceptShape, "bearer": s.JointShape, "when": s.EventShape}
    return inside.get(str(path[at]) if len(path) > at else "", s.PowerShape)


def _zones(
    shape: AgreementShape, placed: Placed, file: str, base: Path | None, errors: list[AgreementError]
) -> dict[str, Zone]:
    out: dict[str, Zone] = {}
    for key, z in shape.zones.items():
        geometry = None
        if z.geometry is not None:
            try:
                geometry = resolve(z.geometry, base)
            except ValueError as error:
                errors.append(
                    AgreementError(
                        "A113", f"zones.{key}.geometry: {error}", placed.place(("zones", key, "geometry"), file)
                    )
                )
        out[key] = build.zone(key, z, geometry)
    return out


def _coverage(given: tuple[str, str], shape: AgreementShape, errors: list[AgreementError]) -> tuple[Coverage, ...]:
    text, file = given
    placed, found = parse(text, file)
    errors += found
    if found and placed.value is None:
        return ()
    value = placed.value.get("coverage", placed.value) if isinstance(placed.value, dict) else placed.value
    try:
        entries = _COVERAGE.validate_python(value)
    except ValidationError as error:
        errors += _shape_errors(error, Placed(value, placed.keys, placed.values), file)
        return ()
    for number, e in enumerate(entries):
        if e.zone is not None and e.zone not in shape.zones:
            near = _nearest(e.zone, shape.zones)
            errors.append(
                AgreementError("A114", f"there is no zone {e.zone!r}.{near}", placed.place((number, "zone"), file))
            )
    return tuple(Coverage(e.observer, e.zone, *(_days(e))) for e in entries)


def _days(entry: CoverageEntry) -> tuple[Any, Any]:
    return build.day(entry.from_), build.day(entry.until)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"byte {error.start} is not UTF-8. Save the file as UTF-8"
        raise AgreementErrors([AgreementError("A103", message, Place(path.name))]) from error


def _line(placed: Placed, path: KeyPath) -> int | None:
    at = placed.keys.get(path)
    return at.line if at else None


def _nearest(word: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f" Did you mean {near[0]!r}?" if near else ""


def _date_hint(given: Any) -> str:
    import re

    if isinstance(given, str) and (m := re.fullmatch(r"(\d{1,2})[./](\d{1,2})[./](\d{4})", given)):
        return f". Write {m[3]}-{int(m[2]):02d}-{int(m[1]):02d}"
    return ""


def _short(given: Any) -> str:
    text = repr(given)
    return text if len(text) < 60 else text[:57] + "…"


def _order(error: AgreementError) -> tuple[str, int, int, str]:
    place = error.place
    return (place.file, place.line or 0, place.column or 0, error.code) if place else ("", 0, 0, error.code)
