"""A small YAML file of a given shape: its value, and all that is wrong in it, each with its place.

Invariant: nothing wrong goes unsaid: a list gives each item that is right, and an error for each that is wrong.
For the files beside agreement.yaml (coverage, claims by hand, mappings of tables); they share its words.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path as FilePath
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from servanda.agreement.messages import wrongs
from servanda.agreement.places import LIMIT, Path, Placed, parse
from servanda.errors import AgreementError, Place

M = TypeVar("M", bound=BaseModel)


def text_of(path: FilePath, file: str) -> str:
    """The text of a file of YAML. Raises AgreementError A100, A101, A103 for one that is none."""
    try:
        size = path.stat().st_size
        if size > 4 * LIMIT:
            raise AgreementError("A101", f"the file has {size:,} bytes; at most {4 * LIMIT:,} are read. Split it", Place(file))
        raw = path.read_bytes()
    except OSError as error:
        raise AgreementError(
            "A100", f"the file cannot be opened: {error.strerror or error}. Check that it may be read", Place(file)
        ) from None
    return decoded(raw, file)


def decoded(raw: bytes, file: str) -> str:
    """UTF-8 bytes as text, a byte order mark aside. Raises AgreementError A103 with the place of the first byte that is not."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise AgreementError("A103", "the file is UTF-16. Save it as UTF-8", Place(file, 1, 1))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        before = raw[raw.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8", "replace")
        where = Place(file, line, len(before.removeprefix("\ufeff")) + 1)
        raise AgreementError("A103", "the bytes here are not UTF-8. Save the file as UTF-8", where) from None


def placed_under(key: str, placed: Placed) -> Placed:
    """A bare list counts as the list under `key`."""
    if not isinstance(placed.value, list):
        return placed
    values = {(key, *path): place for path, place in placed.values.items()}
    keys = {(key, *path): place for path, place in placed.keys.items()}
    return Placed({key: placed.value}, keys, values)


def shaped(
    text: str, file: str, model: type[M], schema: Mapping[str, Any], *, empty: str, under: str | None = None
) -> tuple[Placed, M | None, list[AgreementError]]:
    """The places, the value where its shape is right, and all errors of form and shape.

    `empty` says what to write into an empty file; with `under`, a bare list counts as the list under that key.
    """
    placed, errors = parse(text, file, empty)
    if placed.value is None:
        return placed, None, errors
    placed = placed_under(under, placed) if under else placed
    try:
        return placed, model.model_validate(placed.value), errors
    except ValidationError as error:
        return placed, None, errors + [w.error for w in wrongs(error, placed, file, schema)]


def right_items(placed: Placed, key: str, model: type[M]) -> list[tuple[Path, M]]:
    """Of the list under `key`, the items of the right shape, each with its path."""
    held = placed.value.get(key) if isinstance(placed.value, dict) else None
    found: list[tuple[Path, M]] = []
    for number, item in enumerate(held if isinstance(held, list) else ()):
        try:
            found.append(((key, number), model.model_validate(item)))
        except ValidationError:
            continue
    return found


def salvaged_items(placed: Placed, key: str, model: type[M]) -> list[tuple[Path, M, frozenset[str | int]]]:
    """Of the list under `key`, the items, each with its path: of one whose shape is wrong, what is left without the keys that
    are wrong or missing, and those keys; what cannot be had even so is left out."""
    held = placed.value.get(key) if isinstance(placed.value, dict) else None
    found: list[tuple[Path, M, frozenset[str | int]]] = []
    for number, item in enumerate(held if isinstance(held, list) else ()):
        try:
            found.append(((key, number), model.model_validate(item), frozenset()))
        except ValidationError as error:
            touched = frozenset(e["loc"][0] for e in error.errors() if e["loc"])
            try:
                missing = {str(e["loc"][0]): "…" for e in error.errors() if e["type"] == "missing"}
                left = {**{k: v for k, v in item.items() if k not in touched}, **missing}
                found.append(((key, number), model.model_validate(left), touched))
            except (ValidationError, AttributeError):
                continue
    return found
