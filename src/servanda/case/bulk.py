"""Bulk work: hundreds of thousands of values are made that all stay.

Invariant: what is done within gives the same as without; only the search for circles among values waits until the end.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()
_within = 0
_was_enabled = False


@contextmanager
def bulk() -> Iterator[None]:
    """No garbage collection within: over values that all stay it finds nothing and takes a third of the time."""
    global _within, _was_enabled  # noqa: PLW0603 - it is one switch of the whole process
    with _lock:
        if _within == 0:
            _was_enabled = gc.isenabled()
            gc.disable()
        _within += 1
    try:
        yield
    finally:
        with _lock:
            _within -= 1
            if _within == 0 and _was_enabled:
                gc.enable()
