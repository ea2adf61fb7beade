"""The vocabulary of modality, compiled.

Invariant: a governor has at most one effect for each way of governing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from servanda.reading.acts.forms import Tag, forms_of
from servanda.reading.small_letters import compile_small
from servanda.vocabulary import vocabulary

Relation = Literal["to", "ing", "that", "noun"]
Sort = Literal["verbs", "adjectives", "nouns"]


@dataclass(frozen=True, slots=True)
class Cue:
    """One governing word as written: its lemma, how it is inflected, what it does.

    `particle` must follow a verb ('call on', 'rule out'); `only` limits the effect to one way of governing or to
    passives.
    """

    lemma: str
    sort: Sort
    effect: str
    tag: Tag | None = None
    particle: str | None = None
    only: str | None = None


@dataclass(frozen=True, slots=True)
class ModalityLexicon:
    """Everything in `data/modality.yaml`, keyed by the written word."""

    cues: Mapping[str, tuple[Cue, ...]]
    object_control: frozenset[str]
    auxiliaries: Mapping[str, str]
    adverbs: Mapping[str, str]
    negative: frozenset[str]
    conditions: frozenset[str]
    unknown: re.Pattern[str]
    opinion: frozenset[str]
    hearsay: re.Pattern[str]


_ONLY = frozenset({"to", "that", "pass", "whether"})


@cache
def modality_lexicon() -> ModalityLexicon:
    """The compiled vocabulary, made once in a process."""
    data = vocabulary("modality.yaml")
    cues: dict[str, list[Cue]] = {}
    for effect, sorts in data["governors"].items():
        for sort, words in sorts.items():
            for word in words:
                for form, cue in _written(str(word), sort, effect):
                    cues.setdefault(form, []).append(cue)
    auxiliaries = {word: name for name, words in data["auxiliaries"].items() for word in words}
    adverbs = {word: name for name, words in data["adverbs"].items() for word in words if name != "negative"}
    return ModalityLexicon(
        cues={k: tuple(sorted(v, key=lambda c: (c.particle is None, c.only is None))) for k, v in cues.items()},
        object_control=frozenset(data["object_control"]),
        auxiliaries=auxiliaries,
        adverbs=adverbs,
        negative=frozenset(data["adverbs"]["negative"]) | frozenset(data["negative_determiners"]),
        conditions=frozenset(data["conditions"]),
        unknown=compile_small("|".join(data["unknown_cues"])),
        opinion=frozenset(data["opinion_cues"]),
        hearsay=compile_small("|".join(data["hearsay_cues"])),
    )


def _written(word: str, sort: Sort, effect: str) -> list[tuple[str, Cue]]:
    head, _, rest = word.partition(" ")
    only = rest if rest in _ONLY else None
    particle = rest if rest and only is None else None
    if sort == "verbs":
        return [(form, Cue(head, sort, effect, tag, particle, only)) for form, tag in forms_of(head)]
    forms = {head, head + "s"} if sort == "nouns" else {head}
    if sort == "nouns" and head.endswith("y"):
        forms.add(head[:-1] + "ies")
    return [(form, Cue(head, sort, effect, None, particle, only)) for form in sorted(forms)]
