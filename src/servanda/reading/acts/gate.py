"""The gate: which sentences are worth parsing, told by their words alone.

Invariant: a sentence that the gate leaves out holds no words that could meet a pattern of the acts file, or stands in
a passage that names nobody and nothing of a conflict. It is a pattern's words that count, not how they stand: what
passes may still carry no act.

Words decide in two steps. *Could be met*: the head of a pattern is there in some form, with its particles, and for
each of its tests a word that would pass it ('abandon o:@place' needs a place or a name). *About*: the sentence, one of
its neighbours, or the head of its report names somebody or something of the case or holds a word of conflict ('army',
'truce', 'prisoner'); an order of pizza is no order, and a strike without anybody near is no attack.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from servanda.reading.acts import charges, pro_acts
from servanda.reading.acts.forms import forms_of, noun_forms
from servanda.reading.acts.lexicon import Pattern, lexicon
from servanda.reading.acts.watching_teams import THEIRS
from servanda.reading.frozen import dataclass
from servanda.reading.names import Mention
from servanda.reading.sentences import Sentence

NEAR = 2
"""How many sentences before and after a word of conflict it tells what they are about."""
LEAD = 2
"""So many sentences at the head of a report tell what all of it is about: by a name of the case, or by ENOUGH words of
conflict (one alone may be any war of the past)."""
ENOUGH = 2
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_CUT_SHORT = {"s": ("'s", "’s"), "re": ("'re",), "ve": ("'ve", "’ve")}
_NAMED = frozenset({"name", "zone", "actor", "place", "forces", "monitor"})
"""Classes that a name belongs to as well as their words."""
_OPEN = frozenset({"any", "count", "date", "captive", "mined", "told_force"})
"""Classes that more belongs to than can be listed."""


@dataclass(frozen=True, slots=True)
class _Need:
    """One of the words must be there; a name does too where `named`."""

    words: frozenset[str]
    named: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """The words of each sentence in lower case, hyphened ones also in parts."""

    words: tuple[frozenset[str], ...]

    @classmethod
    def of(cls, text: str, sentences: Sequence[Sentence]) -> Heard:
        """The words of a text's sentences."""
        return cls(tuple(_words(text[s.start : s.end]) for s in sentences))

    def conflict(self) -> list[bool]:
        """Which sentences hold a word of conflict."""
        told = _conflict()
        return [not told.isdisjoint(words) for words in self.words]

    def of_conflict(self) -> bool:
        """Whether the head of the text tells of a conflict in several words."""
        return len(_conflict() & frozenset().union(*self.words[:LEAD])) >= ENOUGH


def worth_parsing(
    heard: Heard,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    *,
    wide: bool = False,
    of_it: bool = False,
) -> list[bool]:
    """One answer per sentence. `wide` lets every sentence through that names anybody or could carry an act: for texts
    read without a case. `of_it`: the report is known to be about the case, whatever its sentences name."""
    named = _holding(sentences, (m for m in mentions if m.kind != "pronoun"))
    if wide:
        anybody = _holding(sentences, mentions)
        beside = _beside()
        return [
            n or not beside.isdisjoint(words) or _could_carry(words, named=False)
            for words, n in zip(heard.words, anybody, strict=True)
        ]
    known = _holding(sentences, (m for m in mentions if m.id is not None or m.members))
    if of_it or any(known[:LEAD]) or heard.of_conflict():
        return [_could_carry(words, named=n) for words, n in zip(heard.words, named, strict=True)]
    about = _spread([a or b for a, b in zip(heard.conflict(), known, strict=True)])
    return [a and _could_carry(words, named=n) for a, words, n in zip(about, heard.words, named, strict=True)]


def worth_looking(heard: Heard) -> bool:
    """Whether any sentence could carry an act, whoever it may name."""
    return any(_could_carry(words, named=True) for words in heard.words)


def _words(sentence: str) -> frozenset[str]:
    """The words of a sentence in lower case, with the parts of hyphened ones."""
    low = sentence.lower()
    found = set(_WORD.findall(low))
    for word in _CUT_SHORT.keys() & found:
        found.update(_CUT_SHORT[word])
    if "-" in low:
        for word in [w for w in found if "-" in w]:
            found.update(word.split("-"))
    return frozenset(found)


def _holding(sentences: Sequence[Sentence], mentions: Iterable[Mention]) -> list[bool]:
    """Which sentences hold one of the mentions, which are in order."""
    holds = [False] * len(sentences)
    s = 0
    for mention in mentions:
        while s < len(sentences) and sentences[s].end <= mention.start:
            s += 1
        if s == len(sentences):
            break
        holds[s] = True
    return holds


def _spread(told: Sequence[bool]) -> list[bool]:
    """Sentences near one that tells what the passage is about."""
    return [any(told[max(0, i - NEAR) : i + NEAR + 1]) for i in range(len(told))]


_TELL_ON = (*pro_acts.TELL_ON, *charges.TELL_ON)
_SHORTEST = 4
"""'It did.', 'They have now.'"""
_PLACED = frozenset({"still", "back", "out", "gone", "hands", "control"})
"""Words of a headline without a verb: 'Army out of TOWN'."""
_DENIES = frozenset({"not", "didn't", "didn’t", "hasn't", "hasn’t", "haven't", "haven’t", "won't", "won’t"})


def _could_carry(words: frozenset[str], *, named: bool) -> bool:
    """Whether the words could meet a pattern of some act, or tell on one told before."""
    wanted = _wanted()
    for one, other in _TELL_ON:
        if not one.isdisjoint(words) and not other.isdisjoint(words):
            return True
    answers = len(words) <= pro_acts.SHORT and not pro_acts.LEFT_OUT.isdisjoint(words)
    if answers and (len(words) < _SHORTEST or not _DENIES.isdisjoint(words)):
        return True
    if named and len(words) <= pro_acts.SHORT and not _PLACED.isdisjoint(words):
        return True
    for head in wanted.keys() & words:
        for needs in wanted[head]:
            for need in needs:
                if need.words.isdisjoint(words) and not (named and need.named):
                    break
            else:
                return True
    return False


@cache
def _wanted() -> Mapping[str, tuple[tuple[_Need, ...], ...]]:
    """Written heads of patterns, with what each pattern of theirs needs beside."""
    lex = lexicon()
    found: dict[str, set[tuple[_Need, ...]]] = {}
    for patterns, forms in (
        *((patterns, {form for form, _ in forms_of(verb)}) for verb, patterns in lex.verbs.items()),
        *((patterns, noun_forms(noun)) for noun, patterns in lex.nouns.items()),
    ):
        needs = {_needs(p) for p in patterns if not p.skip}
        for form in forms:
            found.setdefault(form, set()).update(needs)
    return {form: tuple(sorted(needs, key=len)) for form, needs in found.items() if needs}


def _needs(pattern: Pattern) -> tuple[_Need, ...]:
    needs = [_Need(frozenset([particle])) for particle in pattern.particles]
    needs += [_Need(noun_forms(word)) for word in pattern.before]
    for slot, names in pattern.tests:
        if names == ("none",):
            continue
        listed = {part for name in names for part in _members(name)}
        if listed.isdisjoint(f"@{name}" for name in _OPEN):
            words = frozenset(form for word in listed for form in _written(word, verb=slot == "x"))
            words |= THEIRS if "@monitor" in listed else frozenset()
            needs.append(_Need(words, not listed.isdisjoint(f"@{name}" for name in _NAMED)))
    return tuple(needs)


def _members(name: str) -> Iterator[str]:
    """A class with its words and those of the classes in it; a word as it is."""
    yield name
    if name.startswith("@"):
        for member in lexicon().classes.get(name[1:], ()):
            yield from _members(member)


def _written(word: str, *, verb: bool) -> frozenset[str]:
    if word.startswith("@"):
        return lexicon().classes["truce"] if word == "@pact" else frozenset()
    return frozenset(form for form, _ in forms_of(word)) if verb else noun_forms(word)


@cache
def _conflict() -> frozenset[str]:
    return frozenset(form for word in lexicon().classes["conflict"] for form in noun_forms(word))


@cache
def _beside() -> frozenset[str]:
    classes = lexicon().classes
    return frozenset(form for name in _BESIDE for word in classes[name] for form in noun_forms(word))


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
"""Classes whose words make a sentence worth parsing in a text read without a case."""
