"""The gate: which sentences are worth parsing. A word automaton reads the text once.

Invariant: a sentence that the gate leaves out holds no word of the acts file that could carry an act on its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import ahocorasick_rs

from servanda.reading.acts.forms import forms_of
from servanda.reading.acts.lexicon import lexicon
from servanda.reading.names import Mention
from servanda.reading.sentences import Sentence

# Verbs that carry an act only beside a name: too common to parse a sentence for their sake alone.
_LIGHT = frozenset(
    [
        "be",
        "take",
        "give",
        "go",
        "come",
        "keep",
        "hold",
        "let",
        "set",
        "put",
        "make",
        "move",
        "open",
        "close",
        "cut",
        "call",
        "bring",
        "send",
        "get",
        "meet",
        "pass",
        "use",
        "start",
        "begin",
        "place",
        "lay",
        "stop",
        "end",
        "stay",
        "leave",
        "hit",
        "carry",
        "store",
        "stick",
        "tell",
        "ask",
        "offer",
        "accept",
        "approve",
        "return",
        "free",
        "build",
        "strike",
        "fall",
        "pull",
        "push",
        "reach",
        "receive",
        "enter",
        "sign",
        "arrive",
        "complete",
        "cross",
        "draw",
        "exit",
        "grow",
        "land",
        "observe",
        "order",
        "press",
        "record",
        "remove",
        "restore",
        "resume",
        "shift",
        "trade",
        "turn",
        "change",
        "add",
        "declare",
        "deliver",
        "deny",
        "conduct",
        "collect",
        "base",
        "rebuild",
        "post",
        "kill",
        "target",
        "clear",
        "cancel",
        "end",
        "ease",
        "engage",
        "exchange",
        "face",
        "gather",
        "grant",
        "happen",
        "honor",
        "honour",
        "insist",
        "launch",
        "lift",
        "lower",
        "monitor",
        "mount",
        "open",
        "permit",
        "plant",
        "position",
        "prevent",
        "promise",
        "quit",
        "raise",
        "recognise",
        "recognize",
        "reject",
        "release",
        "relax",
        "renew",
        "request",
        "require",
        "reveal",
        "shut",
        "stage",
        "store",
        "suspend",
        "train",
        "urge",
        "warn",
        "yield",
        "agree",
        "allow",
        "appeal",
        "announce",
        "assume",
        "arm",
        "burn",
        "capture",
        "condemn",
        "criticise",
        "criticize",
        "demand",
        "exit",
        "oppose",
        "probe",
        "protest",
        "refuse",
        "resign",
        "respect",
        "comply",
        "correct",
        "volunteer",
        "vow",
        "dismiss",
        "decline",
        "dissolve",
        "dig",
        "depart",
    ]
)


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, list[tuple[str, int]]]:
    lex = lexicon()
    words: dict[str, bool] = {}
    spoken: set[str] = set()
    for verb, patterns in lex.verbs.items():
        said = verb in _LIGHT and any(lex.acts[p.act].aspect == "speech" and p.sort == "verb" for p in patterns)
        for form, _ in forms_of(verb):
            words[form] = words.get(form, False) or verb not in _LIGHT
            if said:
                spoken.add(form)
    for noun in lex.nouns:
        for form in (noun, noun + "s", noun[:-1] + "ies" if noun.endswith("y") else noun):
            words[form] = True
    kinds: dict[str, int] = {w: 2 if strong else 3 if w in spoken else 1 for w, strong in words.items()}
    for name in _BESIDE:
        for noun in lex.classes[name]:
            if not noun.startswith("@"):
                for form in (noun, noun + "s"):
                    kinds.setdefault(form, 0)
    listed = sorted(kinds)
    return ahocorasick_rs.AhoCorasick(listed, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), [
        (w, kinds[w]) for w in listed
    ]


_BESIDE = (
    "forces",
    "pact",
    "prisoner",
    "deadline",
    "position",
    "body",
    "displaced",
    "aid",
    "weapon",
    "mine",
    "monitor",
    "restriction",
    "terms",
    "route",
)


def worth_parsing(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], *, wide: bool = False
) -> list[bool]:
    """One answer per sentence. Offsets are code points. `wide` lets every sentence through that names somebody
    or in which something is demanded, refused, promised or threatened."""
    automaton, words = _automaton()
    low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    strong = [False] * len(sentences)
    light = [False] * len(sentences)
    named = [False] * len(sentences)
    s = 0
    for index, start, end in automaton.find_matches_as_indexes(low):
        while s < len(sentences) and sentences[s].end <= start:
            s += 1
        if s == len(sentences):
            break
        if start < sentences[s].start or strong[s]:
            continue
        if (start and low[start - 1].isalnum()) or (end < len(low) and low[end].isalnum()):
            continue
        kind = words[index][1]
        if kind == 2 or (kind == 3 and wide):
            strong[s] = True
        elif kind in {1, 3}:
            light[s] = True
        else:
            named[s] = True
    s = 0
    for mention in mentions:
        while s < len(sentences) and sentences[s].end <= mention.start:
            s += 1
        if s == len(sentences):
            break
        named[s] = True
    if wide:
        return [a or c for a, c in zip(strong, named, strict=True)]
    return [a or (b and c) for a, b, c in zip(strong, light, named, strict=True)]
