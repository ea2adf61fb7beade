"""A regular expression for any of many words, which parts them by their letters: so it fails at the first wrong letter.

Invariant: it matches what the plain list of the words, longest first, matches, and tries them in that order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

_Tree: TypeAlias = "dict[str, _Tree]"
_END = ""
"""Under this key a tree says that a word may end here."""


def any_word(words: Iterable[str], piece: Callable[[str], str] = re.escape) -> str:
    """The expression, to be put into brackets where it is a part. `piece` writes one letter of a word."""
    parted = [tuple(piece(letter) for letter in word) for word in set(words)]
    tree: _Tree = {}
    for pieces in parted:
        node = tree
        for one in pieces:
            node = node.setdefault(one, {})
        node[_END] = {}
    if _in_two_cases(tree):  # without regard to case the order of the branches would not be that of the lengths
        return "|".join("".join(pieces) for pieces in sorted(parted, key=lambda p: (-len(p), p)))
    return "|".join(_branches(tree))


def _in_two_cases(tree: _Tree) -> bool:
    return len({one.lower() for one in tree}) < len(tree) or any(_in_two_cases(under) for under in tree.values())


def _branches(tree: _Tree) -> Sequence[str]:
    """What may follow, the longer first: to end is the last choice."""
    return [*(_chain(one, under) for one, under in sorted(tree.items()) if one != _END), *([""] if _END in tree else [])]


def _chain(one: str, under: _Tree) -> str:
    """One branch with all below it."""
    written = one
    while len(under) == 1 and _END not in under:
        ((one, under),) = under.items()
        written += one
    if under.keys() == {_END}:
        return written
    ends = _END in under
    below = [b for b in _branches(under) if b]
    return f"{written}(?:{'|'.join(below)}){'?' if ends else ''}"
