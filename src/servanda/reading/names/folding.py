"""Folding: one form for the many spellings of a name, with the way back to the text.

Invariant: `Folded.place(i)` is the code point of the original text that position `i` of the folded text came from,
for every `i` from 0 to the folded length.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from servanda.reading.frozen import dataclass
from servanda.vocabulary import vocabulary

_DROPPED = re.compile(
    r"[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff\u0591-\u05c7\u064b-\u065f]+"
    r"|[ \t\u00a0]{2,}|[ \t\u00a0]*(?:\r\n|\n|\r)[ \t\u00a0]+|\r\n"
    r"|(?<=\.[A-Z])\.(?= [a-z])"
)
_INITIALS = re.compile(r"\.[A-Z]\. [a-z]")
"""'U.N. mission': within a sentence the last full stop parts no words."""
# What an ASCII text must hold for `_DROPPED` to match: looked up first, because the expression is slow.
_RUNS = ("  ", "\t", "\r", " \n", "\n ")
_VOWELS = frozenset("aeiouy")


class _Letters(dict[int, str]):
    """A translation table that works out each character once; always one character for one."""

    def __missing__(self, point: int) -> str:
        letter = self._fold(chr(point))
        self[point] = letter
        return letter

    @staticmethod
    def _fold(char: str) -> str:
        special = vocabulary("folding.yaml")["letters"]
        if char in special:
            char = special[char]
        base = unicodedata.normalize("NFKD", char)[:1] or " "
        lowered = base.lower()
        return lowered if len(lowered) == 1 and (lowered.isalnum()) else " "


_LETTERS = _Letters()


@dataclass(frozen=True, slots=True)
class Folded:
    """`text`: lower case, marks stripped, everything that is no letter or digit a space. `places` maps back."""

    text: str
    places: tuple[int, ...] | None = None

    def place(self, index: int) -> int:
        """The position in the original text; the length maps to the length."""
        return index if self.places is None else self.places[index]


def fold(text: str) -> Folded:
    """The folded text. Lengths stay equal unless marks of their own or runs of space had to go."""
    plain = not any(run in text for run in _RUNS) and _INITIALS.search(text) is None
    if plain and (text.isascii() or _DROPPED.search(text) is None):
        return Folded(_translated(text))
    pieces: list[str] = []
    places: list[int] = []
    at = 0
    for match in _DROPPED.finditer(text):
        pieces.append(text[at : match.start()])
        places.extend(range(at, match.start()))
        if match.group()[0] in " \t\u00a0\r\n":
            pieces.append(" ")
            places.append(match.start())
        at = match.end()
    pieces.append(text[at:])
    places.extend(range(at, len(text) + 1))
    return Folded(_translated("".join(pieces)), tuple(places))


def _translated(text: str) -> str:
    """Letter by letter. The few that are no ASCII go first: a text of ASCII alone is translated many times faster."""
    if not text.isascii():
        for letter in set(text):
            if letter > "\x7f" and (plain := _LETTERS[ord(letter)]).isascii():
                text = text.replace(letter, plain)
    return text.translate(_LETTERS)


@lru_cache(maxsize=131072)
def folded_word(text: str) -> str:
    """A name or alias in the form in which `fold` leaves a text, without spaces at the ends or twice running."""
    return " ".join(fold(unicodedata.normalize("NFC", text)).text.split())


@cache
def _groups() -> tuple[re.Pattern[str], dict[str, str]]:
    table: dict[str, str] = dict(vocabulary("folding.yaml")["groups"])
    order = sorted(table, key=len, reverse=True)
    return re.compile("|".join(order)), table


@lru_cache(maxsize=65536)
def deep(word: str) -> str:
    """A folded word with its letter groups (`dj`, `kh`, `sh`) brought to one letter and doubles made single."""
    pattern, table = _groups()
    merged = pattern.sub(lambda m: table[m.group()], re.sub(r"(?<=[aeiou])h$", "", word))
    return re.sub(r"(.)\1+", r"\1", merged)


@cache
def _like() -> dict[str, str]:
    return dict(vocabulary("folding.yaml")["skeleton"])


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a deep-folded word, those that stand for each other as one."""
    same = _like()
    letters = "".join(" " if c in _VOWELS else same.get(c, c) for c in deep(word))
    return re.sub(r"([^ ])\1+", r"\1", letters).replace(" ", "")


def alike(one: str, other: str) -> bool:
    """Whether two folded words can be spellings of one name.

    The consonants are the same, the first letters stand for each other, the lengths are close, and every vowel
    stands where one of its like does. Words of under four letters are alike only if equal.
    """
    a, b = deep(one), deep(other)
    if a == b:
        return min(len(one), len(other)) >= 4 or one == other
    if min(len(a), len(b)) < 4 or abs(len(a) - len(b)) > 2 or skeleton(one) != skeleton(other):
        return False
    if len(skeleton(one)) < 3 or not _first_alike(a[0], b[0]):
        return False
    return _vowels_alike(a, b, int(a[0] != b[0]))


@cache
def _first_alike(a: str, b: str) -> bool:
    if a == b:
        return True
    return any(a in group and b in group for group in vocabulary("folding.yaml")["first"])


@lru_cache(maxsize=65536)
def _vowel_groups(word: str) -> tuple[str, ...]:
    """The vowels before, between and after the consonants (doubles of a skeleton letter taken as one)."""
    same = _like()
    groups = [""]
    last = ""
    for c in word:
        if c in _VOWELS:
            groups[-1] += c
            last = ""
        elif (cls := same.get(c, c)) != last:
            groups.append("")
            last = cls
    return tuple(groups)


def _vowels_alike(a: str, b: str, cost: int) -> bool:
    one, other = _vowel_groups(a), _vowel_groups(b)
    if len(one) != len(other):
        return False
    limit = max(2, len(one) - 3)
    for x, y in zip(one, other, strict=True):
        if x != y:
            cost += _group_cost(x, y)
            if cost > limit:
                return False
    return True


@cache
def _group_cost(a: str, b: str) -> int:
    if a == b:
        return 0
    if not a or not b:
        return 2 if len(a + b) == 1 else 9
    worth: dict[str, int] = vocabulary("folding.yaml")["vowels"]
    if len(a) != len(b):
        short, long = sorted((a, b), key=len)
        return 1 + min(_group_cost(short, c) for c in long) if len(short) == 1 else 9
    return sum(0 if x == y else worth.get(min(x, y) + max(x, y), 9) for x, y in zip(a, b, strict=True))
