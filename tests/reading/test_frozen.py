"""Records that are made by the thousand behave as the frozen dataclasses for which the type checker takes them."""

from __future__ import annotations

import dataclasses

from servanda.reading.acts.phrases import Phrase
from servanda.reading.frozen import dataclass, replace


@dataclasses.dataclass(frozen=True, slots=True)
class Real:
    """Frozen by Python itself."""

    start: int
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quick:
    """The same, made quickly."""

    start: int
    words: tuple[str, ...] = ()


def test_they_compare_hash_and_print_as_frozen_ones_do() -> None:
    assert Quick(1, ("a",)) == Quick(1, ("a",)) != Quick(2)
    assert hash(Quick(1, ("a",))) == hash(Real(1, ("a",)))
    assert len({Quick(1), Quick(1), Quick(2)}) == 2
    assert repr(Quick(1)) == repr(Real(1)).replace("Real", "Quick")
    assert not hasattr(Quick(1), "__dict__")


def test_a_changed_copy_leaves_the_first_alone() -> None:
    first = Phrase(0, 2, 1, "in", None)
    assert replace(first, joined=3, prep=None) == dataclasses.replace(first, joined=3, prep=None)
    assert first == Phrase(0, 2, 1, "in", None)
