"""Guesses: proper names that neither the case nor the tables know, so that nobody named is lost.

Invariant: a guess has no id; nothing is guessed in a line set in title case or capitals, where capitals say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from servanda.reading.names.casing import UPPER, opens, stops, title_case
from servanda.reading.names.folding import folded_word
from servanda.reading.names.lexicon import collectives, country_of, heads, word_set
from servanda.reading.names.mention import Kind, Mention

_JOINED = r"(?:of(?:\sthe)?|al|el|bin|ibn|von|van|(?:van|von)\sde[rn]?|de|de\sl[ao]s?|da|del|la|and)"
_RUN = re.compile(
    rf"[{UPPER}](?<![\w'’/-].)[\w'’\-]*\w"
    rf"(?:(?:[ \n]{_JOINED}(?=[ \n-][{UPPER}]))?[ \n-][{UPPER}][\w'’\-]*\w|/[{UPPER}][\w\-]*)*"
)
_PART = re.compile(r"[ \n-]")
_BEHIND = re.compile(r"\s([^\W_]+)")
_NOUN = re.compile(r"[ \n]([a-z]+)(?!\w)")
_HYPHENED = re.compile(r"-[a-z]{3,}")
_BEFORE_PLACE = re.compile(r"\b(?:[Ii]n|[Nn]ear|at|from|outside|around|towards?|into|through|via|of|inside)\s+(?:the\s+)?$")

_BEFORE_LEADER = re.compile(r"\b(?:forces|troops|men|fighters|rebels|soldiers|militia|supporters|loyalists|followers) of\s+$")


_PARTICLES = frozenset(["al", "el", "bin", "ibn", "von", "van", "de", "der", "den", "da", "del", "la"])


def guesses(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Mention]:
    """Unknown names outside the stretches `taken` (sorted)."""
    n = 0
    for start, end in _runs(text):
        while n < len(taken) and taken[n][1] <= start:
            n += 1
        if n < len(taken) and taken[n][0] < end:
            continue
        words = text[start:end]
        if words.endswith(("'s", "’s")):
            end, words = end - 2, words[:-2]
        shift = _leading_stop(text, start, words)
        if shift is None:
            continue
        start += shift
        words = words[shift:]
        form = folded_word(words)
        if (
            not words
            or form in collectives()
            or form in heads()
            or folded_word(_PART.split(words)[-1]) in word_set("document_word")
            or _HYPHENED.search(words)
            or title_case(text, start)
        ):
            continue
        sort = _sort(text, start, end, words)
        behind = _NOUN.match(text, end)
        if behind and ((body := _body_behind(text, end)) or (sort == "zone" and behind.group(1) in word_set("place_noun"))):
            if folded_word(text[start : behind.end()]) in collectives():
                continue
            end, sort = behind.end(), "actor" if body else sort
        yield Mention(start, end, text[start:end], sort, None, "guessed")


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words; none goes on from a line so short that it was not broken ('10.40 GMT')."""
    for match in _RUN.finditer(text):
        start, end = match.span()
        while (line := text.find("\n", start, end)) >= 0 and line - text.rfind("\n", 0, line) <= _SHORT_LINE:
            yield start, line
            start = line + 1
        yield start, end


_SHORT_LINE = 30  # below this a line is a whole, as for sentences


def _leading_stop(text: str, start: int, words: str) -> int | None:
    """How many letters of an opening common word to leave out; None where nothing is left to guess."""
    shift = 0
    common = stops()
    while words:
        first = _PART.split(words, maxsplit=1)[0]
        single = first == words
        acronym = first.isupper() and len(first) >= 2
        bare = single and not acronym and opens(text, start + shift) and not _body_behind(text, start + len(first))
        if folded_word(first) in common or bare or (len(first) < 2 and single):
            rest = words[len(first) :]
            cut = len(first) + len(rest) - len(rest.lstrip(" \n-"))
            if not rest.strip(" \n-") or not rest.lstrip(" \n-")[:1].isupper():
                return None
            shift, words = shift + cut, words[cut:]
            continue
        return shift
    return None


def _body_behind(text: str, at: int) -> bool:
    """Whether a common noun for fighters or a body follows ('Hezbollah fighters')."""
    behind = _NOUN.match(text, at)
    return behind is not None and heads().get(behind.group(1)) == "armed_body" and behind.group(1) not in word_set("verb_heads")


def _sort(text: str, start: int, end: int, words: str) -> Kind:
    parts = [folded_word(w) for w in words.split()]
    if not word_set("organisation_word").isdisjoint(parts):
        return "actor"
    if any(p in heads() for p in parts) or any(p in country_of() for p in parts[:-1]):
        return "actor"
    after = _BEHIND.match(text, end)
    if after and after.group(1) in word_set("place_noun"):
        return "zone"
    led = _BEFORE_LEADER.search(text[max(0, start - 24) : start]) is not None
    if not led and _BEFORE_PLACE.search(text[max(0, start - 14) : start]) and not words.isupper():
        return "zone"
    parts = [p for p in parts if p not in _PARTICLES]
    plain = 2 <= len(parts) <= 3 and " of " not in words and not any(w.isupper() and len(w) > 2 for w in words.split())
    return "person" if plain else "actor"
