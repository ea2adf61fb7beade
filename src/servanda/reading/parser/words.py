"""What the parser sees of a word by itself: its place among the known words, and the pieces of its spelling.

Invariant: the keys of a word depend on its letters alone, in any process and on any machine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from zlib import crc32

PIECES = ("form", "form again", "prefix 2", "prefix 3", "suffix 1", "suffix 2", "suffix 3", "suffix 4", "shape")
"""What of a word has a table of its own, in the order of `keys`."""
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-"})
_DIGITS = str.maketrans("123456789", "000000000")
_RUN = 4
"""Longer runs of one kind of letter in a shape are cut to this."""


def plain(form: str) -> str:
    """A word in small letters with straight marks."""
    return form.translate(_STRAIGHT).lower()


def shape(form: str) -> str:
    """How a word is written: 'Xxxxx', 'XXX', 'dd.dd'."""
    out: list[str] = []
    last, run = "", 0
    for letter in form.translate(_STRAIGHT):
        kind = "X" if letter.isupper() else "x" if letter.isalpha() else "d" if letter.isdigit() else letter
        run = run + 1 if kind == last else 1
        last = kind
        if run <= _RUN:
            out.append(kind)
    return "".join(out)


def pieces(form: str) -> tuple[str, ...]:
    """The pieces of a word, in the order of PIECES."""
    low = plain(form)
    open_digits = low.translate(_DIGITS)
    return (
        open_digits,
        open_digits,
        low[:2],
        low[:3],
        open_digits[-1:],
        open_digits[-2:],
        open_digits[-3:],
        open_digits[-4:],
        shape(form),
    )


def keys(form: str, known: Mapping[str, int], rows: Sequence[int]) -> list[int]:
    """Rows of a word: that of the word itself (0 if it is not known), then one in the table of each piece.

    known: words in small letters by their row, from 1 on. rows: the number of rows of each piece's table.
    """
    hashed = [crc32(f"{name}\t{piece}".encode()) % size for name, piece, size in zip(PIECES, pieces(form), rows, strict=True)]
    return [known.get(plain(form), 0), *hashed]
