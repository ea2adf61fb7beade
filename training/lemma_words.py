"""Inflected forms of listed verbs, spelt by rule: each form once for every class in which the tagger may put it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from clauses import FIN
from phrases import lexicon
from ruamel.yaml import YAML
from treebank import Sentence, Word

_VOWELS = "aeiou"
_PAST = tuple(FIN.format(number, "Past") for number in ("Sing", "Plur"))
_PRESENT = FIN.format("Sing", "Pres")
_PARTICIPLES = ("Tense=Past|VerbForm=Part", "Tense=Past|VerbForm=Part|Voice=Pass")
_ING = ("Tense=Pres|VerbForm=Part", "VerbForm=Ger")


def spell(base: str, ending: str, *, doubled: bool = False) -> str:
    """`base` with "s", "ed" or "ing" by the rules of English spelling."""
    consonant_y = base.endswith("y") and base[-2:-1] not in _VOWELS
    if ending == "s":
        if consonant_y:
            return base[:-1] + "ies"
        return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    if doubled and not base.endswith("e"):
        return base + base[-1] + ending
    if base.endswith("e") and ending == "ed":
        return base + "d"
    if consonant_y and ending == "ed":
        return base[:-1] + "ied"
    if ending == "ing" and base.endswith("ie"):
        return base[:-2] + "ying"
    if ending == "ing" and base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        return base[:-1] + "ing"
    return base + ending


def verbs() -> Iterator[tuple[str, str, str, str, str]]:
    """Base, third person, past, participle, -ing of every listed verb."""
    listed = YAML(typ="safe").load(Path(__file__).parent / "verbs.yaml")
    doubled, regular = set(listed["doubled"].split()), set(listed["regular"].split())
    for entry in listed["irregular"].replace("\n", " ").split(";"):
        base, past, participle = entry.split()
        ends_short = base in {
            "begin",
            "bet",
            "bid",
            "cut",
            "dig",
            "get",
            "hit",
            "let",
            "put",
            "quit",
            "run",
            "set",
            "shed",
            "shut",
            "sit",
            "spin",
            "split",
            "stun",
            "swim",
            "win",
            "forbid",
            "forget",
            "overrun",
            "upset",
        }
        yield base, spell(base, "s"), past, participle, spell(base, "ing", doubled=ends_short)
    for base in sorted(doubled | regular):
        past = spell(base, "ed", doubled=base in doubled)
        yield base, spell(base, "s"), past, past, spell(base, "ing", doubled=base in doubled)
    for value in lexicon().values():
        for entry in value:
            forms = str(entry[0] if isinstance(entry, list) else entry).split()
            if len(forms) == 5:
                yield forms[0], forms[1], forms[2], forms[3], forms[4]


@lru_cache(maxsize=1)
def listed_forms() -> Sentence:
    """All forms of all listed verbs, as one row of words that serves to learn lemmas and nothing else."""
    seen: set[tuple[str, str, str]] = set()
    for base, third, past, participle, ing in verbs():
        seen |= {(base, base, "VerbForm=Inf"), (third, base, _PRESENT)}
        seen |= {(past, base, feats) for feats in _PAST}
        seen |= {(participle, base, feats) for feats in _PARTICIPLES}
        seen |= {(ing, base, feats) for feats in _ING}
    return Sentence(tuple(Word(f, b, "VERB", feats, i, "ROOT") for i, (f, b, feats) in enumerate(sorted(seen))))
