"""Dataclasses that are made by the thousand while a report is read.

Invariant: a class declared here with `frozen=True` is frozen to the type checker, which lets nobody assign to it; at run
time it is a plain dataclass that compares and hashes alike. Python's own freezing makes each of them several times slower
to make, since every field is then set by a call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import replace as replace
else:
    import dataclasses
    from functools import cache
    from operator import attrgetter

    def dataclass(*, frozen: bool = False, **options):
        """As the decorator of the standard library, which always has arguments here."""
        return dataclasses.dataclass(unsafe_hash=frozen, **options)

    def replace(record, /, **changes):
        """As that of the standard library, for records of two fields or more, all of which are given when one is made."""
        names, values = _fields(type(record))
        given = dict(zip(names, values(record), strict=True))
        given.update(changes)
        return type(record)(**given)

    @cache
    def _fields(kind):
        names = tuple(field.name for field in dataclasses.fields(kind))
        return names, attrgetter(*names)
