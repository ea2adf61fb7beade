"""The vocabulary of acts, compiled: lemma patterns and the roles that go with them.

Invariant: every act that a pattern, an entailment or an exclusion names is one of the vocabulary.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from servanda.reading.acts.forms import Tag, forms_of
from servanda.vocabulary import vocabulary

Sort = Literal["verb", "noun", "predicate"]


@dataclass(frozen=True, slots=True)
class Roles:
    """Slots of actor, target and zone, each tried in order ('subj', 'obj', 'iobj' or a preposition)."""

    actor: tuple[str, ...]
    target: tuple[str, ...]
    zone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to word an act. `lemma` is the head, `before` the words before it (a compound noun), `particles`
    follow it; `tests` are (slot, allowed words or classes); `skip` marks what looks like the act and is not, `state` a
    wording of something that goes on, `modality` that of a wording that only promises, asks or refuses, `plover` the
    class of events so worded where it is not that of the act, `negated` a wording that says it is not done, `only_negated`
    one that speaks of the act in the negative alone ('is not bound by the truce' ends it, 'is bound by it' tells nothing)."""

    act: str
    sort: Sort
    lemma: str
    roles: Roles
    before: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    tests: tuple[tuple[str, tuple[str, ...]], ...] = ()
    skip: bool = False
    state: bool = False
    modality: str | None = None
    written: str = ""
    plover: str | None = None
    negated: bool = False
    only_negated: bool = False
    weight: int = field(init=False)
    """How much the pattern asks for: the greater wins."""
    slots: frozenset[str] = field(init=False)
    """Slots of a frame without which a test fails, whatever stands in them."""
    prepositions: frozenset[str] = field(init=False)
    """Those of the slots that only a phrase with this preposition fills."""
    nouns: tuple[frozenset[str], ...] = field(init=False)
    """For each test by words alone, and by no class, the nouns of which the sentence must have one."""

    def __post_init__(self) -> None:
        literal = sum(names == ("@new_date",) or not any(n.startswith("@") for n in names) for _, names in self.tests)
        # an object tells more than a subject, 'monitor' more than 'somebody'
        telling = sum(slot == "o" for slot, _ in self.tests) + any(_NARROW & {*names} for _, names in self.tests)
        asked = 4 * len(self.tests) + 2 * literal + telling + 5 * len(self.particles) + 5 * len(self.before)
        object.__setattr__(self, "weight", asked + 10 * self.skip)
        asks = {slot for slot, names in self.tests if names != ("none",)} - {"x"}
        if "out" in self.particles:
            asks.discard("of")  # 'out of' will do
        object.__setattr__(self, "slots", frozenset("out of" if s == "out" else SLOT.get(s, s) for s in asks))
        object.__setattr__(self, "prepositions", self.slots - {*SLOT.values()})
        by_words = (names for slot, names in self.tests if slot != "x" and names != ("none",))
        object.__setattr__(self, "nouns", tuple(frozenset(n) for n in by_words if not any(name[0] == "@" for name in n)))


SLOT = {"s": "subj", "o": "obj", "i": "iobj"}
"""Slots of a frame that the acts file writes short."""
_NARROW = frozenset({"@monitor", "@body", "@mine", "@truce", "@aid"})


@dataclass(frozen=True, slots=True)
class Act:
    """An act of the vocabulary (fields as in the head of `data/acts.yaml`)."""

    id: str
    plover: str
    cameo: str
    norm: str
    aspect: str
    generic: bool
    entails: frozenset[str]
    excludes: frozenset[str]
    part_of: frozenset[str]
    kinds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Acts by id, patterns by lemma, verb forms by written word, words of each class."""

    acts: Mapping[str, Act]
    verbs: Mapping[str, tuple[Pattern, ...]]
    nouns: Mapping[str, tuple[Pattern, ...]]
    forms: Mapping[str, tuple[tuple[str, Tag], ...]]
    classes: Mapping[str, frozenset[str]]


@cache
def lexicon() -> Lexicon:
    """The compiled `data/acts.yaml`, made once in a process."""
    data = vocabulary("acts.yaml")
    acts = {name: _act(name, raw) for name, raw in data["acts"].items()}
    verbs: dict[str, list[Pattern]] = {}
    nouns: dict[str, list[Pattern]] = {}
    for name, raw in data["acts"].items():
        for key, sort, into in (
            ("verbs", "verb", verbs),
            ("predicates", "predicate", verbs),
            ("nouns", "noun", nouns),
        ):
            for entry in raw.get(key, ()):
                pattern = _pattern(name, sort, entry, raw["roles"])  # type: ignore[arg-type]
                into.setdefault(pattern.lemma, []).append(pattern)
    forms: dict[str, list[tuple[str, Tag]]] = {}
    for verb in verbs:
        for form, tag in forms_of(verb):
            forms.setdefault(form, []).append((verb, tag))
    return Lexicon(
        acts=acts,
        verbs={k: _heaviest_first(v) for k, v in verbs.items()},
        nouns={k: _heaviest_first(v) for k, v in nouns.items()},
        forms={k: tuple(v) for k, v in forms.items()},
        classes=_classes(data["classes"]),
    )


@cache
def of_classes(*names: str) -> frozenset[str]:
    """The words of several classes."""
    classes = lexicon().classes
    return frozenset().union(*(classes[name] for name in names))


def entailed(act: str) -> frozenset[str]:
    """The act and everything that whoever did it did too."""
    acts = lexicon().acts
    found: set[str] = set()
    open_ = [act]
    while open_:
        one = open_.pop()
        if one not in found and one in acts:
            found.add(one)
            open_.extend(acts[one].entails)
    return frozenset(found)


def _heaviest_first(patterns: list[Pattern]) -> tuple[Pattern, ...]:
    return tuple(sorted(patterns, key=lambda p: -p.weight))


def _act(name: str, raw: Mapping[str, Any]) -> Act:
    return Act(
        id=name,
        plover=raw["plover"],
        cameo=raw["cameo"],
        norm=raw["norm"],
        aspect=raw["aspect"],
        generic=bool(raw.get("generic", False)),
        entails=frozenset(raw.get("entails", ())),
        excludes=frozenset(raw.get("excludes", ())),
        part_of=frozenset(raw.get("part_of", ())),
        kinds={k: tuple(v) for k, v in raw.get("kinds", {}).items()},
    )


def _pattern(act: str, sort: Sort, entry: str | Mapping[str, Any], default: Mapping[str, list[str]]) -> Pattern:
    given: Mapping[str, Any] = {"w": entry} if isinstance(entry, str) else entry
    roles = Roles(*(tuple(given.get(k, default[k])) for k in ("actor", "target", "zone")))
    words = given["w"].split(" ")
    tests = tuple((slot, tuple(names.split("|"))) for slot, _, names in (w.partition(":") for w in words) if names)
    plain = [w for w in words if ":" not in w]
    if "s" in given:
        tests += (("s", tuple(given["s"].split("|"))),)
    before: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    if sort == "noun" and len(plain) > 1 and plain[-1] not in _PREPOSITIONS:
        before, plain = tuple(plain[:-1]), plain[-1:]
    elif sort == "noun" and len(plain) > 1:
        tests += ((plain[-1], ("@any",)),)
        plain = plain[:1]
    else:
        particles = tuple(plain[1:])
    return Pattern(
        act,
        sort,
        plain[0],
        roles,
        before,
        particles,
        tests,
        bool(given.get("skip", False)),
        bool(given.get("state", False)),
        given.get("modality"),
        given["w"],
        given.get("plover"),
        bool(given.get("negated", False)),
        given.get("negated") == "only",
    )


_PREPOSITIONS = frozenset(["of", "on", "from", "to", "for", "by", "in", "at", "into", "with", "against", "over", "between"])


def _classes(raw: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    out = {}
    for name, words in raw.items():
        listed = words.split("|") if isinstance(words, str) else [str(w) for w in words]
        out[name] = frozenset(listed)
    return out
