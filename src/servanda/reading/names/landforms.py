"""Zones told by their kind alone: 'the valley' in a text that has named the Marrow Valley.

Invariant: only where one zone of the case is called so, the text has named it before, and names no other of that kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from servanda.reading.names.folding import folded_word
from servanda.reading.names.mention import Mention

KINDS = frozenset(
    [
        *["valley", "river", "pass", "bridge", "camp", "island", "islands", "hills", "heights", "district", "province"],
        *["airport", "airbase", "base", "corridor", "road", "dam", "port", "harbour", "harbor", "strip", "plain", "forest"],
        *["gorge", "peninsula", "enclave", "triangle", "canal", "lake", "mountain", "ridge", "plateau", "delta", "highway"],
        *["crossing", "tunnel", "strait", "border", "checkpoint", "refinery", "barracks", "prison", "oilfield", "reservoir"],
    ]
)


def kinds_of(zones: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """The word for its kind that one zone alone has in a name of two or more words. `zones`: pairs of name and id."""
    found: dict[str, set[str]] = {}
    for written, ident in zones:
        words = written.split()
        if len(words) < 2:
            continue
        for word in {folded_word(words[0]), folded_word(words[-1])} & KINDS:
            found.setdefault(word, set()).add(ident)
    return {word: next(iter(ids)) for word, ids in found.items() if len(ids) == 1}


def with_landforms(text: str, mentions: Sequence[Mention], kinds: Mapping[str, str]) -> list[Mention]:
    """The mentions with those of 'the valley' among them, in order."""
    there = {m.id: m.start for m in reversed(mentions) if m.kind == "zone"}
    told = {word: ident for word, ident in kinds.items() if ident in there and not _of_others(text, word, ident, mentions)}
    if not told:
        return list(mentions)
    words = "|".join(sorted(told))
    pattern = re.compile(rf"\b[Tt]he (?P<kind>{words})\b(?!['’]|\s+(?:of|to|from|between|near|in|at|that|which)\b|\s[A-Z])")
    taken = [(m.start, m.end) for m in mentions]
    made = []
    for match in pattern.finditer(text):
        start, end = match.span("kind")
        ident = told[match["kind"]]
        if there[ident] < start and not any(a < end and start < b for a, b in taken):
            made.append(Mention(start, end, match["kind"], "zone", ident, "collective"))
    return sorted([*mentions, *made], key=lambda m: m.start) if made else list(mentions)


def _of_others(text: str, word: str, ident: str, mentions: Sequence[Mention]) -> bool:
    """Whether the text names another place of that kind: 'the Sona Valley'."""
    own = [(m.start, m.end) for m in mentions if m.id == ident]
    kind = rf"(?:{word}|{word.capitalize()})"
    others = re.compile(rf"\b(?!The\b)[A-Z][\w'’-]+ {kind}\b|\b{kind} (?:of )?[A-Z][\w'’-]+|\b{word}s\b")
    return any(not any(a < m.end() and m.start() < b for a, b in own) for m in others.finditer(text))
