"""Variants: other spellings of the case's names, found without listing them.

Invariant: a variant is written with a capital, is no word that the same text also writes small, and each of its
words is `alike` the word of the alias in the same place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from servanda.reading.names.aliases import Alias
from servanda.reading.names.casing import UPPER
from servanda.reading.names.folding import alike, folded_word, skeleton
from servanda.vocabulary import vocabulary

TOKEN = re.compile(rf"(?<![\w'’])[{UPPER}][\w]*(?:['’ʼʻ`][\w]+)*")
_NEXT = re.compile(r"[ \n\u00a0-]([\w]+(?:['’ʼʻ`][\w]+)*)")
_ARTICLE = re.compile(r"(?:^|[^\w])((?:[aAeE]l|[aA][sdrnz]|Ash|ash)[- ])$")
_ARTICLES = frozenset(["al", "el", "ul", "as", "ad", "ar", "ash", "an", "az", "at"])
_POSSESSIVE = re.compile(r"['’]s$")


class Variants:
    """An index of aliases by the skeleton of their first word that carries the name."""

    def __init__(self, aliases: Collection[Alias], known: Collection[str]) -> None:
        self._known = known
        data = vocabulary("folding.yaml")
        self._never = frozenset([*data["never_variant"], *data["days_and_months"], *data["function_words"]])
        self._by_skeleton: dict[str, list[tuple[tuple[str, ...], Alias]]] = {}
        self._seen: dict[str, bool] = {}
        for alias in aliases:
            if alias.case != "capital":
                continue
            words = tuple(_words(alias.written))
            if words and len(words[0]) >= 4 and words[0] not in self._never:
                self._by_skeleton.setdefault(skeleton(words[0]), []).append((words, alias))

    def find(self, text: str) -> Iterator[tuple[int, int, Alias]]:
        """(start, end, alias) of each variant, places in the text as it is."""
        wanted = {token for token in set(TOKEN.findall(text)) if self._promising(token)}
        if not wanted:
            return
        for match in TOKEN.finditer(text):
            if match.group() in wanted:
                hit = self._match(text, match)
                if hit is not None:
                    yield hit

    def _promising(self, token: str) -> bool:
        known = self._seen.get(token)
        if known is None:
            word = _bare(token)
            known = (
                len(word) >= 4
                and word not in self._never
                and word not in self._known
                and any(alike(word, words[0]) for words, _ in self._by_skeleton.get(skeleton(word), ()))
            )
            if len(self._seen) < 200_000:
                self._seen[token] = known
        return known

    def _match(self, text: str, match: re.Match[str]) -> tuple[int, int, Alias] | None:
        word = _bare(match.group())
        stem_end = match.end() - (2 if _POSSESSIVE.search(match.group()) else 0)
        if re.search(rf"(?<!\w){re.escape(match.group().lower())}(?!\w)", text):
            return None
        best: tuple[int, int, Alias] | None = None
        for words, alias in self._by_skeleton.get(skeleton(word), ()):
            if not alike(word, words[0]):
                continue
            end: int | None = stem_end
            for other in words[1:]:
                end = _next_alike(text, end or 0, other)
                if end is None:
                    break
            if end is not None and (best is None or end > best[1]):
                best = (_article_before(text, match.start()), end, alias)
        return best


def _article_before(text: str, at: int) -> int:
    """Where an Arabic article before the name begins ('el-Fashir'), else `at`."""
    article = _ARTICLE.search(text[max(0, at - 5) : at])
    return at - len(article.group(1)) if article else at


def _next_alike(text: str, at: int, other: str) -> int | None:
    nxt = _NEXT.match(text, at)
    if nxt is None:
        return None
    word = _bare(nxt.group(1))
    return nxt.end(1) if word == other or (len(other) >= 4 and alike(word, other)) else None


def _bare(token: str) -> str:
    """A token folded, without a possessive and without the apostrophes inside it."""
    return folded_word(re.sub(r"['’ʼʻ`]", "", _POSSESSIVE.sub("", token)))


def _words(written: str) -> list[str]:
    """The folded words of an alias, without an Arabic article in front."""
    words = [_bare(w) for w in re.findall(r"[\w'’ʼʻ`]+", written)]
    while len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return [w for w in words if w]
