"""One pass over a text for all forms at once.

Invariant: a hit begins and ends at a word boundary of the folded text, hits do not overlap, and of the forms that
begin at one place the longest is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import ahocorasick_rs


class Automaton:
    """An Aho-Corasick automaton over folded forms."""

    def __init__(self, forms: Iterable[str]) -> None:
        self.forms: tuple[str, ...] = tuple(sorted(set(forms)))
        # The leading space makes the left boundary part of the pattern, so that no hit begins inside a word.
        self._machine = ahocorasick_rs.AhoCorasick(
            [f" {form}" for form in self.forms], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )

    def scan(self, folded: str) -> Iterator[tuple[int, int, str]]:
        """(start, end, form) of each hit in a folded text."""
        forms = self.forms
        padded = f" {folded} "
        for number, start, end in self._machine.find_matches_as_indexes(padded):
            if padded[end] == " ":
                yield start, end - 1, forms[number]
