"""The part of a file that is right, so that all its errors can be told at once.

Invariant: salvaging only takes away what an error of shape names, or fills in what is missing; what was touched is
listed, and no later check or round speaks about it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from servanda.agreement.messages import Wrong, wrongs
from servanda.agreement.places import Path, Placed
from servanda.agreement.shape import AgreementShape

_ROUNDS = 6
_FILLED: Mapping[str, Any] = {"servanda": 1, "id": "x", "title": "x", "name": "x", "actors": {}, "terms": {}}


def salvage(placed: Placed, file: str, schema: Mapping[str, Any]) -> tuple[AgreementShape | None, list[Wrong], set[Path]]:
    """The shape of what is right, the errors of shape, and the paths that were taken away or filled in.

    The shape is None where nothing can be saved.
    """
    value, errors, touched = placed.value, dict[tuple[Path, str], Wrong](), set[Path]()
    for _ in range(_ROUNDS):
        try:
            return AgreementShape.model_validate(value), list(errors.values()), touched
        except ValidationError as error:
            found = wrongs(error, Placed(value, placed.keys, placed.values), file, schema)
        before = frozenset(touched)
        for wrong in found:
            if not any(_meet(wrong.path, t) for t in before):
                errors.setdefault((wrong.path, wrong.error.message), wrong)
            if not wrong.path:
                return None, list(errors.values()), touched
            value = _mended(value, wrong, touched)
    return None, list(errors.values()), touched


def _meet(one: Path, other: Path) -> bool:
    """Whether one path holds the other: an error there follows from what was taken away."""
    shorter = min(len(one), len(other))
    return shorter > 0 and one[:shorter] == other[:shorter]


def _mended(value: Any, wrong: Wrong, touched: set[Path]) -> Any:
    path = wrong.path
    if wrong.missing and len(path) in (1, 3) and path[-1] in _FILLED and not any(isinstance(p, int) for p in path):
        touched.add(path)
        return _with(value, path, _FILLED[str(path[-1])])
    if wrong.missing:
        path = path[:-1]
    numbers = [i for i, part in enumerate(path) if isinstance(part, int)]
    path = path[: numbers[0]] if numbers else path
    touched.add(path)
    return _without(value, path)


def _with(value: Any, path: Path, new: Any) -> Any:
    if not path:
        return new
    inner = value.get(path[0]) if isinstance(value, dict) else None
    return {**(value if isinstance(value, dict) else {}), path[0]: _with(inner, path[1:], new)}


def _without(value: Any, path: Path) -> Any:
    if not isinstance(value, dict) or not path or path[0] not in value:
        return value
    if len(path) == 1:
        return {k: v for k, v in value.items() if k != path[0]}
    return {**value, path[0]: _without(value[path[0]], path[1:])}
