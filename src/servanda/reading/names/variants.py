"""Variants: other spellings of the case's names, found without listing them.

Invariant: a variant is written with a capital, is no word that the same text also writes small, and each of its
words is `alike` the word of the alias in the same place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from servanda.reading.names.aliases import Alias
from servanda.reading.names.casing import UPPER
from servanda.reading.names.folding import alike, deep, folded_word, skeleton
from servanda.vocabulary import vocabulary

TOKEN = re.compile(rf"[{UPPER}](?<![\w'’].)\w*(?:['’ʼʻ`]\w+)*")
_NEXT = re.compile(r"[ \n\u00a0-]([\w]+(?:['’ʼʻ`][\w]+)*)")
_ARTICLE = re.compile(r"(?:^|[^\w])((?:[aAeE]l|[aA][sdrnz]|Ash|ash)[- ])$")
_ARTICLES = frozenset(["al", "el", "ul", "as", "ad", "ar", "ash", "an", "az", "at"])
_APOSTROPHE = re.compile(r"['’ʼʻ`]")
_POSSESSIVE = re.compile(r"['’]s$")


Entry = tuple[tuple[str, ...], Alias]


class Variants:
    """An index of aliases by the deep-folded first word, and by its skeleton where that is long enough to tell."""

    def __init__(self, aliases: Collection[Alias], known: Collection[str]) -> None:
        self._known = known
        data = vocabulary("folding.yaml")
        self._never = frozenset([*data["never_variant"], *data["days_and_months"], *data["function_words"]])
        self._by_deep: dict[str, list[Entry]] = {}
        self._by_skeleton: dict[str, list[Entry]] = {}
        self._seen: dict[str, tuple[Entry, ...]] = {}
        for alias in aliases:
            words = tuple(_words(alias.written)) if alias.case == "capital" else ()
            if not words or len(words[0]) < 4 or words[0] in self._never:
                continue
            self._by_deep.setdefault(deep(words[0]), []).append((words, alias))
            if len(bones := skeleton(words[0])) >= 3:
                self._by_skeleton.setdefault(bones, []).append((words, alias))

    def find(self, text: str) -> Iterator[tuple[int, int, Alias]]:
        """(start, end, alias) of each variant, places in the text as it is."""
        wanted = {token for token in set(TOKEN.findall(text)) if self._entries(token)}
        if not wanted:
            return
        wanted = {token for token in wanted if not _also_small(text, token.lower())}
        for match in TOKEN.finditer(text):
            if match.group() in wanted:
                hit = self._match(text, match)
                if hit is not None:
                    yield hit

    def _entries(self, token: str) -> tuple[Entry, ...]:
        """The aliases whose first word the token may be a spelling of."""
        known = self._seen.get(token)
        if known is None:
            known = self._look_up(_bare(token))
            if len(self._seen) < 200_000:
                self._seen[token] = known
        return known

    def _look_up(self, word: str) -> tuple[Entry, ...]:
        if len(word) < 4 or word in self._never or word in self._known:
            return ()
        same = self._by_deep.get(deep(word), [])
        near = [e for e in self._by_skeleton.get(skeleton(word), ()) if e not in same and alike(word, e[0][0])]
        return (*same, *near)

    def _match(self, text: str, match: re.Match[str]) -> tuple[int, int, Alias] | None:
        stem_end = match.end() - (2 if _POSSESSIVE.search(match.group()) else 0)
        best: tuple[int, int, Alias] | None = None
        for words, alias in self._entries(match.group()):
            end: int | None = stem_end
            for other in words[1:]:
                end = _next_alike(text, end or 0, other)
                if end is None:
                    break
            if end is not None and (best is None or end > best[1]):
                best = (_article_before(text, match.start()), end, alias)
        return best


def _also_small(text: str, word: str) -> bool:
    """Whether the text writes the word with a small letter too, so that it is a common word."""
    at = text.find(word)
    while at >= 0:
        before, after = text[at - 1 : at] if at else " ", text[at + len(word) : at + len(word) + 1]
        if not before.isalnum() and not after.isalnum():
            return True
        at = text.find(word, at + 1)
    return False


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
    if not token.isalnum():
        token = _APOSTROPHE.sub("", _POSSESSIVE.sub("", token))
    return folded_word(token)


def _words(written: str) -> list[str]:
    """The folded words of an alias, without an Arabic article in front."""
    words = [_bare(w) for w in re.findall(r"[\w'’ʼʻ`]+", written)]
    while len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return [w for w in words if w]
