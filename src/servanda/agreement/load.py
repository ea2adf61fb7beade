"""Load an agreement file: its shape, then what the shape cannot say; all errors of the file at once.

Invariant: either a whole `Agreement` comes back or `AgreementErrors` with every error found, in file order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from servanda.agreement import build
from servanda.agreement.checks import check, worded
from servanda.agreement.coverage import covered
from servanda.agreement.decisions import decisions
from servanda.agreement.doubts import doubts
from servanda.agreement.fields import not_evaluated
from servanda.agreement.geometry import GeometryFiles, resolve
from servanda.agreement.model import Agreement, Coverage, RivalText, Zone
from servanda.agreement.places import Path as KeyPath
from servanda.agreement.places import Placed, parse
from servanda.agreement.salvage import salvage
from servanda.agreement.shape import AgreementShape, agreement_schema
from servanda.agreement.shaped import text_of
from servanda.errors import AgreementError, AgreementErrors, Place


def load(path: Path) -> Agreement:
    """The agreement in a file, with `coverage.yaml` beside it if there is one. Raises AgreementErrors."""
    if path.is_dir():
        raise _single("A100", "this is a folder. Name the file agreement.yaml in it", str(path))
    if not path.is_file():
        raise _single("A100", "there is no such file. Write one, or make one with: servanda init DIR", str(path))
    coverage = path.parent / "coverage.yaml"
    extra = (_text(coverage), coverage.name) if coverage.is_file() else None
    return loads(_text(path), path.name, path.parent, coverage=extra)


def loads(
    text: str, file: str = "agreement.yaml", base: Path | None = None, coverage: tuple[str, str] | None = None
) -> Agreement:
    """The agreement in a text; `base` is the folder of the files that it names, `coverage` the text and name of a
    coverage file. Raises AgreementErrors.
    """
    placed, errors = parse(text, file)
    if placed.value is None:
        raise AgreementErrors(errors)
    _version(placed, file, errors)
    shape, wrong, touched = salvage(placed, file, _schema())
    errors += [w.error for w in wrong]
    zones: dict[str, Zone] = {}
    found: tuple[Coverage, ...] = ()
    if shape is not None:
        zones = _zones(shape, placed, file, base, errors)
        errors += check(shape, placed, file, frozenset(touched))
    if coverage is not None:
        found, more = covered(*coverage, placed.value)
        errors += more
    if errors or shape is None:
        raise AgreementErrors(_in_order(errors))
    return _agreement(shape, placed, file, zones, found)


@cache
def _schema() -> Mapping[str, Any]:
    return agreement_schema()


def _version(placed: Placed, file: str, errors: list[AgreementError]) -> None:
    """Another version of the format is told alone: what else is wrong by version 1 may be right by that one."""
    given = placed.value.get("servanda", 1) if isinstance(placed.value, dict) else 1
    if given != 1 or isinstance(given, bool):
        message = f"found version {given!r} of the format; allowed: 1. Write servanda: 1"
        raise AgreementErrors([AgreementError("A107", message, placed.place(("servanda",), file, at_value=True))])


def _agreement(
    shape: AgreementShape, placed: Placed, file: str, zones: Mapping[str, Zone], coverage: tuple[Coverage, ...]
) -> Agreement:
    terms = {k: build.term(k, f, _line(placed, ("terms", k))) for k, f in shape.terms.items()}
    texts = {
        key: RivalText(
            key,
            text.title,
            {
                i: build.term(i, worded(shape.terms[i], f), _line(placed, ("texts", key, "terms", i)))
                for i, f in text.terms.items()
            },
        )
        for key, text in shape.texts.items()
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
        coverage=coverage,
        expires=build.day(shape.expires),
    )
    return replace(
        agreement,
        decisions=decisions(agreement, placed),
        not_evaluated=not_evaluated(agreement),
        doubts=doubts(agreement, placed, file),
    )


def _zones(
    shape: AgreementShape, placed: Placed, file: str, base: Path | None, errors: list[AgreementError]
) -> dict[str, Zone]:
    out: dict[str, Zone] = {}
    files = GeometryFiles(base)
    for key, zone in shape.zones.items():
        geometry = None
        path: KeyPath = ("zones", key, "geometry")
        if zone.geometry is not None:
            try:
                geometry = resolve(zone.geometry, files)
            except ValueError as error:
                message = f"zones.{key}.geometry: {error}"
                errors.append(AgreementError("A113", message, placed.place(path, file, at_value=True)))
        out[key] = build.zone(key, zone, geometry)
    return out


def _text(path: Path) -> str:
    try:
        return text_of(path, path.name)
    except AgreementError as error:
        raise AgreementErrors([error]) from None


def _single(code: str, message: str, file: str) -> AgreementErrors:
    return AgreementErrors([AgreementError(code, message, Place(file))])


def _line(placed: Placed, path: KeyPath) -> int | None:
    at = placed.keys.get(path)
    return at.line if at else None


def _in_order(errors: list[AgreementError]) -> list[AgreementError]:
    def key(error: AgreementError) -> tuple[str, int, int, str]:
        place = error.place
        return (place.file, place.line or 0, place.column or 0, error.code) if place else ("", 0, 0, error.code)

    return sorted(errors, key=key)
