"""Made-up noun phrases, places and times, labelled as the treebanks label theirs."""

from __future__ import annotations

import random
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from trees import Tree, punct

Lexicon = Mapping[str, Any]
_ONSETS = [
    "b",
    "d",
    "f",
    "g",
    "h",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "v",
    "z",
    "br",
    "dr",
    "gr",
    "kr",
    "st",
    "sh",
    "kh",
    "ch",
    "j",
    "y",
    "w",
    "tr",
    "al",
    "el",
    "ar",
    "or",
    "is",
    "as",
    "an",
]
_NUCLEI = ["a", "e", "i", "o", "u", "a", "e", "i", "o", "ai", "ia", "ou"]
_CODAS = ["", "", "", "n", "r", "l", "s", "k", "sh", "m", "nd", "rt", "t", "v"]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The words of lexicon.yaml."""
    loaded: Lexicon = YAML(typ="safe").load(Path(__file__).parent / "lexicon.yaml")
    return loaded


def noun(form: str, lemma: str, dep: str, *, plural: bool = False, pos: str = "NOUN") -> Tree:
    return Tree(form, lemma, pos, "Number=Plur" if plural else "Number=Sing", dep)


def name(form: str, dep: str) -> Tree:
    return Tree(form, form, "PROPN", "Number=Sing", dep)


def det(form: str) -> Tree:
    feats = "Definite=Def|PronType=Art" if form == "the" else "Definite=Ind|PronType=Art"
    if form in ("some", "several", "many"):
        feats = "PronType=Ind" if form == "some" else ""
    if form == "several":
        return Tree(form, form, "ADJ", "", "amod")
    return Tree(form, "a" if form == "an" else form, "DET", feats, "det")


def adp(form: str, dep: str = "case") -> Tree:
    return Tree(form, form, "ADP", "", dep)


def adjective(form: str) -> Tree:
    return Tree(form, form, "ADJ", "", "amod")


def singular(form: str) -> str:
    if form in ("forces", "sources", "houses", "roads", "bases", "officials") or not form.endswith("s"):
        return form[:-1] if form.endswith("s") else form
    if form.endswith("ies"):
        return form[:-3] + "y"
    if form.endswith("witnesses"):
        return "witness"
    return {"servicemen": "serviceman", "gunmen": "gunman"}.get(form, form[:-1])


def article(form: str) -> str:
    return "an" if form[:1].lower() in "aeiou" else "a"


class Phrases:
    """Noun phrases drawn with one source of chance; `bare` leaves articles out, as headlines do."""

    def __init__(self, rng: random.Random, *, bare: bool = False) -> None:
        self.rng = rng
        self.bare = bare
        self.words = lexicon()

    def pick(self, key: str) -> Any:
        return self.rng.choice(self.words[key])

    def made_up(self) -> str:
        draw = self.rng.random
        parts = [self.rng.choice(_ONSETS) + self.rng.choice(_NUCLEI) for _ in range(1 if draw() < 0.3 else 2)]
        word = "".join(parts) + self.rng.choice(_CODAS)
        if draw() < 0.12:
            return word.capitalize() + "i"
        return word.capitalize()

    def _the(self, tree: Tree, form: str = "the") -> Tree:
        if not self.bare or self.rng.random() < 0.1:
            tree.left.insert(0, det(form))
        return tree

    def person(self, dep: str) -> Tree:
        first = name(self.made_up(), dep)
        if self.rng.random() < 0.7:
            first.right.append(name(self.made_up(), "flat"))
        if self.rng.random() < 0.4:
            first.left.append(name(self.pick("titles"), "nmod:desc"))
        return first

    def country(self, dep: str) -> Tree:
        draw = self.rng.random()
        if draw < 0.35:
            return name(self.pick("countries"), dep)
        if draw < 0.5:
            return name(self.pick("capitals"), dep)
        return name(self.made_up(), dep)

    def possessive(self, owner: Tree, head: Tree) -> Tree:
        owner.dep = "nmod:poss"
        owner.right.append(Tree(self.rng.choice(["'s", "’s"]), "'s", "PART", "", "case"))
        head.left.insert(0, owner)
        return head

    def unit(self, dep: str, *, plural: bool | None = None) -> Tree:
        """Those who act: forces, an army, a side."""
        plural = self.rng.random() < 0.6 if plural is None else plural
        form = self.pick("plural_units" if plural else "singular_units")
        head = noun(form, singular(form) if plural and form != "police" else form, dep, plural=plural)
        if self.rng.random() < 0.3:
            head.left.append(adjective(self.pick("unit_adjectives")))
        draw = self.rng.random()
        if draw < 0.3:
            head.left.insert(0, adjective(self.pick("demonyms")))
        elif draw < 0.42:
            return self.possessive(self.country(""), head)
        elif draw < 0.5:
            head.left.append(name(self.made_up(), "compound"))
        elif draw < 0.6:
            of = self.country("nmod")
            of.left.append(adp("of"))
            head.right.append(of)
        if plural and self.rng.random() < 0.2:
            return self.counted(head)
        if not plural or self.rng.random() < 0.4:
            self._the(head)
        return head

    def counted(self, head: Tree) -> Tree:
        number = self.rng.choice(["two", "three", "five", "12", "40", "200", "1,500", "dozens", "hundreds"])
        if number in ("dozens", "hundreds"):
            top = noun(number, number[:-1], head.dep, plural=True)
            head.dep = "nmod"
            head.left.insert(0, adp("of"))
            top.right.append(head)
            return top
        num = Tree(number, number, "NUM", "", "nummod")
        draw = self.rng.random()
        if draw < 0.2:
            least = Tree("least", "least", "ADJ", "Degree=Sup", "nmod", [adp("at")])
            num.left.append(least)
        elif draw < 0.35:
            num.left.append(Tree("about", "about", "ADV", "", "advmod"))
        elif draw < 0.5:
            more = Tree("more", "more", "ADV", "Degree=Cmp", "advmod")
            more.right.append(adp("than", "fixed"))
            num.left.append(more)
        head.left.insert(0, num)
        return head

    def body(self, dep: str) -> Tree:
        """A ministry or the like, with whose it is."""
        head = noun(form := self.pick("bodies"), form, dep)
        if form in ("ministry", "council", "committee", "mission") or self.rng.random() < 0.3:
            head.left.append(noun(compound := self.pick("body_compounds"), compound, "compound"))
            if compound in ("foreign", "joint"):
                head.left[-1] = adjective(compound)
        draw = self.rng.random()
        if draw < 0.3:
            return self.possessive(self.country(""), head)
        if draw < 0.5:
            head.left.insert(0, adjective(self.pick("demonyms")))
        elif draw < 0.7:
            of = self.country("nmod")
            of.left.append(adp("of"))
            head.right.append(of)
        return self._the(head)

    def speaker(self, dep: str) -> tuple[Tree, bool]:
        """Somebody who says something, and whether it is several."""
        draw = self.rng.random()
        if draw < 0.18:
            return self.person(dep), False
        if draw < 0.28:
            return self.with_apposition(dep), False
        if draw < 0.4:
            return self.body(dep), False
        if draw < 0.6:
            plural = self.rng.random() < 0.5
            form = self.pick("speakers_plural" if plural else "speakers")
            head = noun(form, singular(form) if plural and form != "media" else form, dep, plural=plural)
            kind = self.rng.random()
            if kind < 0.3:
                of = self.body("nmod")
                of.left.insert(0, adp(self.rng.choice(["for", "of", "from", "to"])))
                head.right.append(of)
            elif kind < 0.6:
                head.left.insert(0, adjective(self.pick("demonyms")))
            if not plural or kind > 0.85:
                first = head.left[0].form if head.left else form
                self._the(head, self.rng.choice(["the", article(first)]))
            return head, plural
        if draw < 0.75:
            titled = name(self.made_up(), dep)
            titled.right.append(name(self.made_up(), "flat"))
            office = noun(form := self.pick("speakers"), form, "nmod:desc")
            office.left.append(
                self.rng.choice([noun("ministry", "ministry", "compound"), adjective(self.pick("demonyms"))])
            )
            titled.left.append(office)
            return titled, False
        if draw < 0.87:
            return self.country(dep), False
        return Tree(
            *self.rng.choice([("he", "he"), ("she", "she"), ("it", "it")]),
            "PRON",
            "Case=Nom|Number=Sing|Person=3|PronType=Prs",
            dep,
        ), False

    def actor(self, dep: str) -> tuple[Tree, bool]:
        """Somebody who does something, and whether it takes a plural verb."""
        draw = self.rng.random()
        if draw < 0.45:
            unit = self.unit(dep)
            return unit, unit.feats == "Number=Plur"
        if draw < 0.65:
            return self.country(dep), False
        if draw < 0.72:
            return self.joined(dep), True
        if draw < 0.8:
            return self.with_apposition(dep), False
        if draw < 0.86:
            return self.body(dep), False
        if draw < 0.91:
            nominative = dep.startswith("nsubj")
            feats = f"Case={'Nom' if nominative else 'Acc'}|Number=Plur|Person=3|PronType=Prs"
            return Tree("they" if nominative else "them", "they", "PRON", feats, dep), True
        if draw < 0.96:
            sides = noun("sides", "side", dep, plural=True)
            if self.rng.random() < 0.5:
                sides.left = [Tree("both", "both", "DET", "PronType=Tot", "det")]
            else:
                sides.left = [det("the"), Tree("two", "two", "NUM", "", "nummod")]
            return sides, True
        acronym = "".join(self.rng.choice("ABCDEFGHKLMNPRSTU") for _ in range(self.rng.choice((3, 4))))
        return self._the(name(acronym, dep)), False

    def joined(self, dep: str) -> Tree:
        first, last = self.country(dep), self.country("conj")
        last.left.append(Tree("and", "and", "CCONJ", "", "cc"))
        if self.rng.random() < 0.3:
            middle = self.country("conj")
            middle.left.append(punct(","))
            first.right.append(middle)
        first.right.append(last)
        return first

    def with_apposition(self, dep: str) -> Tree:
        head = self.person(dep) if self.rng.random() < 0.6 else self._the(name(self.made_up(), dep))
        if self.rng.random() < 0.5:
            said = noun(form := self.pick("speakers"), form, "appos")
            of = self.body("nmod")
            of.left.insert(0, adp(self.rng.choice(["of", "for"])))
            said.right.append(of)
            if self.rng.random() < 0.6:
                said.left.append(det(self.rng.choice(["the", article(form)])))
            if self.rng.random() < 0.4:  # "aide to President X"
                said.right = [self.person("nmod")]
                said.right[0].left.insert(0, adp(self.rng.choice(["to", "of"])))
        else:
            said = noun(form := self.pick("singular_units"), form, "appos")
            said.left += [det(article(kind := self.pick("unit_adjectives"))), adjective(kind)]
        said.left.insert(0, punct(","))
        said.right.append(punct(","))
        head.right.append(said)
        return head

    def place(self, dep: str) -> Tree:
        draw = self.rng.random()
        if draw < 0.4:
            return name(self.made_up(), dep)
        if draw < 0.65:
            proper = self.rng.random() < 0.3
            form = self.pick("place_heads")
            head = name(form.capitalize(), dep) if proper else noun(form, form, dep)
            head.left.append(name(self.made_up(), "compound"))
            return self._the(head)
        if draw < 0.8:
            head = noun(form := self.pick("settlements"), form, dep)
            of = name(self.made_up(), "nmod")
            of.left.append(adp("of"))
            head.right.append(of)
            return self._the(head)
        if draw < 0.9:
            return self.country(dep)
        head = noun(form := self.pick("place_heads"), form, dep)
        return self._the(head)

    def in_place(self, preposition: str, dep: str = "obl") -> Tree:
        place = self.place(dep)
        place.left.insert(0, adp(preposition))
        return place

    def thing(self, dep: str) -> Tree:
        head = noun(form := self.pick("things"), singular(form), dep, plural=True)
        if self.rng.random() < 0.3:
            head = self.counted(head)
        elif self.rng.random() < 0.4:
            head.left.insert(0, adjective(self.pick("demonyms")))
        if self.rng.random() < 0.3:
            head.right.append(self.in_place(self.rng.choice(["in", "near", "around"]), "nmod"))
        return head

    def deal(self, dep: str) -> Tree:
        words = str(self.pick("deals")).split()
        head = noun(words[-1], words[-1], dep)
        head.left += [noun(w, w, "compound") for w in words[:-1]]
        return self._the(head)

    def people(self, dep: str) -> Tree:
        head = noun(form := self.pick("prisoners"), singular(form), dep, plural=True)
        return self.counted(head) if self.rng.random() < 0.6 else head

    def date(self, dep: str) -> Tree:
        """A calendar day without its preposition."""
        month, day = self.pick("months"), str(self.rng.randint(1, 30))
        head = Tree(day, day, "NUM", "", dep)
        of = name(month, "nmod:unmarked")
        (head.right if self.rng.random() < 0.7 else head.left).append(of)
        if self.rng.random() < 0.3:
            year = Tree(y := str(self.rng.randint(1975, 2026)), y, "NUM", "", "nmod:unmarked")
            if of in head.left:
                head.right.append(punct(","))
            head.right.append(year)
        return head

    def time(self) -> Tree:
        """When: an oblique with or without a preposition, or an adverb."""
        draw = self.rng.random()
        if draw < 0.3:
            return self._prefixed(
                self.date("obl"), self.rng.choice(["on", "on", "by", "before", "until", "since", "after"])
            )
        if draw < 0.42:
            return self._prefixed(name(self.pick("days"), "obl"), self.rng.choice(["on", "on", "by", "since"]))
        if draw < 0.5:
            return name(self.pick("days"), "obl:unmarked")
        if draw < 0.58:
            unit = noun(self.rng.choice(["week", "month", "year", "night"]), "", "obl:unmarked")
            unit.lemma = unit.form
            unit.left.append(
                self.rng.choice([adjective("last"), Tree("this", "this", "DET", "Number=Sing|PronType=Dem", "det")])
            )
            return unit
        if draw < 0.66:
            unit = noun("days", "day", "obl:unmarked", plural=True)
            unit.left.append(Tree("two", "two", "NUM", "", "nummod"))
            return Tree("ago", "ago", "ADV", "", "advmod", [unit])
        if draw < 0.78:
            later = Tree("later", "late", "ADV", "Degree=Cmp", "advmod", [Tree("no", "no", "ADV", "", "advmod")])
            later.right.append(self._prefixed(self.date("obl"), "than"))
            return later
        if draw < 0.86:
            unit = noun("days", "day", "obl", plural=True)
            unit.left += [adp("within"), Tree(n := self.rng.choice(["ten", "30", "60"]), n, "NUM", "", "nummod")]
            return unit
        if draw < 0.93:
            part = noun(form := self.rng.choice(["midnight", "noon", "dawn", "nightfall"]), form, "obl")
            return self._prefixed(part, self.rng.choice(["by", "before", "after", "at", "until"]))
        form = self.pick("nations_adverbs")
        if form in ("yesterday", "today"):
            return noun(form, form, "obl:unmarked")
        return Tree(
            form,
            {"earlier": "early", "later": "late"}.get(form, form),
            "ADV",
            "Degree=Cmp" if form in ("earlier", "later") else "",
            "advmod",
        )

    def _prefixed(self, tree: Tree, preposition: str) -> Tree:
        tree.left.insert(0, adp(preposition))
        return tree
