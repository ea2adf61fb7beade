"""Values that are made once and kept as long as there is room: who asks for one that is being made waits for that one.

Invariant: making one value keeps nobody waiting who asks for another; the least used go first.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

T = TypeVar("T")


class Once:
    """At most so many values by key; may be asked from several threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._hold = threading.Lock()
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._making: dict[Hashable, threading.Lock] = {}

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value under a key, made if there is none yet."""
        with self._hold:
            if key in self._kept:
                return cast("T", self._used(key))
            making = self._making.setdefault(key, threading.Lock())
        with making:
            with self._hold:
                if key in self._kept:  # another has made it meanwhile
                    return cast("T", self._used(key))
            try:
                value = make()
                with self._hold:
                    self._kept[key] = value
                    while len(self._kept) > self._most:
                        self._kept.popitem(last=False)
            finally:
                with self._hold:
                    self._making.pop(key, None)
        return value

    def _used(self, key: Hashable) -> Any:
        self._kept.move_to_end(key)
        return self._kept[key]
