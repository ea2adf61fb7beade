"""Short forms of actors' names that nobody lists: 'the Guard', 'the movement', 'UN mission', 'Kachin rebels'.

Invariant: a short form is given only where it can stand for one actor of the case alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from servanda.reading.names.folding import folded_word
from servanda.reading.names.lexicon import Form, country_of, heads, word_set

_FIGHTING = (
    *("rebels", "rebel", "fighters", "guerrillas", "insurgents", "separatists", "militants", "militia", "gunmen"),
    *("militiamen", "militias", "combatants", "cadres", "guards", "gunman", "fighter"),
    *(
        "gunners",
        "forces",
        "troops",
        "soldiers",
        "units",
        "snipers",
        "commander",
        "commanders",
        "leadership",
        "side",
        "delegation",
    ),
    "party",
)
_PEOPLE = re.compile(r"[A-Z][a-z]{2,}s")


@dataclass(frozen=True, slots=True)
class Named:
    """A name of an actor as the case gives it; `sort` where it is no name but made of one ('Serb', 'Sarvians')."""

    written: str
    id: str
    sort: Form | None = None

    @property
    def words(self) -> list[str]:
        """The words, punctuation left out."""
        return re.findall(r"[\w'’-]+", self.written)


def last_words(names: Iterable[Named]) -> dict[str, Named]:
    """'Guard' of 'Northern Guard', 'movement' of 'the Houthi movement', 'Alliance' of 'Alliance for …'."""
    found: dict[str, dict[str, str]] = {}
    for name in names:
        words = name.words
        end = next((n for n, w in enumerate(words) if n and folded_word(w) in ("in", "to", "for", "of")), len(words))
        last = words[end - 1] if len(words) > 1 else ""
        if folded_word(last) in word_set("short"):
            found.setdefault(folded_word(last), {})[name.id] = last
    return {form: Named(*next((w, i) for i, w in ids.items())) for form, ids in found.items() if len(ids) == 1}


def fronts(names: Iterable[Named]) -> Iterator[Named]:
    """'UN Mission' of 'UN Mission to support the Hudaydah Agreement'."""
    found: dict[str, dict[str, str]] = {}
    for name in names:
        words = name.words
        at = next((n for n, w in enumerate(words) if n and folded_word(w) in word_set("short")), None)
        if at is not None and at + 1 < len(words) and folded_word(words[at + 1]) in ("in", "to", "for", "of"):
            front = " ".join(words[: at + 1])
            found.setdefault(folded_word(front), {})[name.id] = front
    for ids in found.values():
        if len(ids) == 1:
            yield next(Named(w, i) for i, w in ids.items())


def leaders(names: Iterable[Named]) -> Iterator[Named]:
    """'Haftar' of 'Khalifa Haftar' or 'General Khalifa Haftar', an alias that is a person's name."""
    common: Set[str] = heads().keys() | word_set("modifier") | word_set("organisation_word") | word_set("generic_name")
    for given in names:
        name = _untitled(given)
        words = [folded_word(w) for w in name.words]
        plain = len(words) == 2 and name.written == " ".join(name.words) and name.written.istitle()
        own = plain and len(words[1]) > 2 and not any(w in common or w in country_of() for w in words)
        if own and name.written.lower() not in country_of() and words[1] not in word_set("no_surname"):
            yield Named(name.words[1], name.id)
            if name is not given:
                yield name


def _untitled(name: Named) -> Named:
    """'Khalifa Haftar' of 'General Khalifa Haftar'."""
    words = name.words
    return Named(" ".join(words[1:]), name.id) if len(words) == 3 and folded_word(words[0]) in word_set("titles") else name


def called_after(names: Iterable[Named], states: Mapping[int, str]) -> Iterator[Named]:
    """'Kachin rebels' of 'Kachin Independence Army', 'Serb forces', 'the Serbs' and 'Serb' of 'Bosnian Serbs'.

    The word must belong to one actor alone, and be no country's unless none of that country is in the case.
    """
    names = list(names)
    owners: dict[str, set[str]] = {}
    for name in names:
        for word in name.words:
            owners.setdefault(_stem(word), set()).add(name.id)
    given: set[str] = set()
    for name in names:
        for n, word in enumerate(name.words):
            stem = _stem(word)
            if not _is_own(word, stem, states) or len(owners[stem]) > 1 or len(name.words) < 2:
                continue
            base = word[:-1] if word.endswith("s") and n + 1 == len(name.words) else word
            if stem not in given:
                yield from (Named(f"{base} {head}", name.id) for head in _FIGHTING)
            given.add(stem)
            if n + 1 == len(name.words) and _PEOPLE.fullmatch(word):
                yield Named(word, name.id)
                yield Named(base, name.id, "adjective")


_WATCHERS = (
    *("monitors", "observers", "military observers", "peacekeepers", "patrol", "patrols", "mission", "force"),
    *("inspectors", "team", "teams"),
)
_SENT_TO = frozenset(
    ["special", "regional", "monitoring", "observer", "observation", "verification", "mission", "force", "joint"]
)
_UN_NAME = re.compile(r"UN(?:[A-Z]{2,})?|United Nations\b.*")


def watchers(names: Iterable[Named]) -> Iterator[Named]:
    """'UN observers' of UNPROFOR, 'EU monitors' of the 'EU Monitoring Mission': of the monitors of a case, where no
    other of them is of the same body."""
    found: dict[str, set[str]] = {}
    for name in names:
        words = name.words
        bodies = {"UN", "United Nations"} if _UN_NAME.fullmatch(name.written) else set[str]()
        at = next((n for n, w in enumerate(words) if n and folded_word(w) in _SENT_TO), 0)
        front = " ".join(words[:at])
        if front.isupper() or front.endswith((" Union", " Nations")):
            bodies.add(front)
        for body in bodies:
            found.setdefault(body, set()).add(name.id)
    for body, ids in found.items():
        if len(ids) == 1:
            yield from (Named(f"{body} {head}", next(iter(ids))) for head in _WATCHERS)


def creeds(names: Iterable[Named]) -> Iterator[Named]:
    """'loyalists' of 'Combined Loyalist Military Command', where nobody else of the case is called so."""
    found: dict[str, set[str]] = {}
    for name in names:
        for word in name.words:
            if _stem(word) in word_set("creed"):
                found.setdefault(_stem(word), set()).add(name.id)
    for stem, ids in found.items():
        if len(ids) == 1:
            yield Named(f"{stem}s", next(iter(ids)))


_STATE = re.compile(
    r"(?:(?:the )?(?:Federal |Transitional |Provisional )?Government of (?:the )?)?"
    r"(?:(?:[A-Z][\w’']+ ){0,3}(?:Republic|Kingdom|State|Federation|Sultanate|Emirate|Commonwealth) of (?:the )?)?"
    r"(?P<own>[A-Z][a-z]{3,})"
)
_COUNTRY_LIKE = re.compile(r"[A-Z][a-z]+(?:ia|land|stan)")
_ADJECTIVES = {"ia": ("ian",), "land": ("landic", "lander", "landian"), "stan": ("stani",), "a": ("an", "ian", "ese")}
_OTHER_ADJECTIVES = ("ian", "an", "i", "ese")


def unlisted_states(names: Iterable[Named]) -> Iterator[Named]:
    """'Sarvia', 'Sarvian' and 'Sarvians' of a 'Republic of Sarvia' that no table of countries has.

    A bare name counts as a state's where it ends like a country's ('Norland'); made forms that two have are nobody's.
    """
    found: dict[str, dict[str, Named]] = {}
    for name in names:
        match = _STATE.fullmatch(name.written)
        own = match["own"] if match is not None else ""
        if not own or folded_word(own) in country_of() or (own == name.written and not _COUNTRY_LIKE.fullmatch(own)):
            continue
        for made in (Named(own, name.id), *_called(own, name.id)):
            found.setdefault(folded_word(made.written), {})[name.id] = made
    for form, ids in found.items():
        if len(ids) == 1 and form not in country_of() and form not in heads():
            yield next(iter(ids.values()))


_OF_THE_STATE = re.compile(
    r"(?:the )?(?P<own>[A-Z][a-z]{3,}(?:n|ese|ish|i|ic|er|ite))(?: armed)?"
    r" (?:army|navy|air force|military|government|authorities|forces|troops|soldiers|police|ministry|parliament|presidency)"
)


def adjectives(names: Iterable[Named]) -> Iterator[Named]:
    """'Halinese' of an actor Halin that the case also calls 'Halinese navy': where no other actor is called so."""
    names = list(names)
    found: dict[str, dict[str, Named]] = {}
    for name in names:
        match = _OF_THE_STATE.fullmatch(name.written)
        own = folded_word(match["own"]) if match is not None else ""
        firsts = {folded_word(n.words[0]) for n in names if own and n.id == name.id and n.words} - {own}
        if match is not None and any(w[:3] == own[:3] for w in firsts) and own not in country_of() and own not in heads():
            found.setdefault(own, {})[name.id] = Named(match["own"], name.id, "adjective")
    yield from (next(iter(ids.values())) for ids in found.values() if len(ids) == 1)


def _called(own: str, ident: str) -> Iterator[Named]:
    """The adjectives and peoples that a state's name gives."""
    ending = next((e for e in _ADJECTIVES if own.endswith(e)), "")
    stem = own.removesuffix(ending) if ending else own.rstrip("eoiuy")
    for suffix in _ADJECTIVES.get(ending, _OTHER_ADJECTIVES):
        yield Named(stem + suffix, ident, "adjective")
        if suffix.endswith(("n", "i", "er")):
            yield Named(f"{stem}{suffix}s", ident, "people")


def _stem(word: str) -> str:
    return folded_word(word).removesuffix("s")


def _is_own(word: str, stem: str, states: Mapping[int, str]) -> bool:
    form = folded_word(word)
    common: Set[str] = heads().keys() | word_set("modifier") | word_set("organisation_word") | word_set("generic_name")
    if len(form) < 4 or not word[:1].isupper() or word.isupper() or not form.isalpha() or {form, stem} & common:
        return False
    rows = {country_of()[w][0] for w in (form, stem) if w in country_of()}
    return not rows & states.keys() and all(country_of()[w][1] == "people" for w in (form,) if w in country_of())
