"""Whose 'the government' and 'the army' of a case are, where the text does not say.

Invariant: an id is given only where the case has one state or government among its sides; the army is nobody's where
another side has a state or a national army too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from servanda.agreement.model import Actor, Agreement
from servanda.reading.names.folding import folded_word
from servanda.reading.names.lexicon import claimed, country_of

GOVERNING = frozenset(["government", "junta", "regime", "authorities", "administration"])
_ARMIES = ("army", "armed forces", "military", "defence forces", "defense forces", "defence force", "defense force", "troops")
_STATE = re.compile(r"(?:[a-z]+ ){0,2}(?:republic|kingdom|state|federation|sultanate|emirate) of (?!the people)")
_STATELY = frozenset(["republic", "kingdom", "state", "federation", "sultanate", "emirate"])
_ORDINARY = frozenset(["national", "royal", "armed", "defence", "defense", "federal", "state", "regular", "the", "of", "s"])


def government_of(
    sides: Iterable[str],
    names: Mapping[str, str],
    forms: Mapping[str, str],
    states: Mapping[int, str],
    home: Collection[str] = (),
) -> str | None:
    """The only side that is a state or a government.

    `names` are the sides' own names and `forms` all folded aliases, each to the actor's id; `states` the rows of
    countries that are actors. The only one that is named a government comes first, then a country, then one called
    by a country's army or capital. Where no side is, but one who is bound is named the government of the country that the
    agreement is about (`home`), 'the government' is never a third state that signed. Of sides that no table of countries
    has, a 'Republic of X' is the state, where no other is called a republic too.
    """
    among = set(sides)
    countries = {ident for row, ident in states.items() if row not in claimed()} & among
    if len(named := _called(names) & among) == 1 or len(named := named & countries) == 1:
        return next(iter(named))  # the second: the 'Government of X' beside a junta
    apart = {i for row, i in states.items() if row not in claimed()} & _called(names) - among
    if apart and not named and len(countries) == 1:
        return next(iter(apart)) if len(apart) == 1 and apart == set(home) else None
    if len(countries) > 1:
        return None
    if not countries and (own := {i for form, i in names.items() if _STATE.match(form)} & among):
        rivals = {i for form, i in names.items() if _STATELY & set(form.split())} & among - own
        return None if rivals or len(own) > 1 else next(iter(own))
    for found in (_called(forms) & among, countries, {i for form, i in forms.items() if _national(form)} & among):
        if found:
            return next(iter(found)) if len(found) == 1 else None
    return None


def army_of(government: str | None, sides: Iterable[str], forms: Mapping[str, str], states: Mapping[int, str]) -> str | None:
    """The government where no other side has soldiers of a state."""
    others = {i for i in sides if i != government}
    countries = {ident for row, ident in states.items() if row not in claimed()}
    rivals = (countries | {i for form, i in forms.items() if national_army(form)}) & others
    if government not in states.values():  # nor of a second country that no table has: 'Lankian army', of 'Lankia'
        rivals |= {i for form, i in forms.items() if i in others and _called_after_it(form, i, forms)}
    return None if rivals else government


def _called_after_it(form: str, ident: str, forms: Mapping[str, str]) -> bool:
    """Whether a form is an army's by the people of its actor's one-word name, or of its republic's."""
    match = _ARMY_OF_ONE.fullmatch(form)
    if match is None or len(match[1]) < _STEM:
        return False
    own = [f.split() for f, i in forms.items() if i == ident and f.startswith(match[1][:_STEM])]
    return any((len(f) == 1 and f[0] != match[1]) or _STATELY & set(f) for f in own)


_ARMY_OF_ONE = re.compile(r"(\w+)(?: s)? (?:army|armed forces|military|troops|soldiers)")
_STEM = 4


def regulars(signed: Iterable[Actor], agreement: Agreement, states: Iterable[str]) -> frozenset[str]:
    """The armies under a state that have nobody else's name: '14th Army', 'Ruritanian army', and not 'Army of the Valley'."""
    over = frozenset(states)
    under = [a for a in signed if agreement.side(a.id) != a.id and agreement.side(a.id) in over]
    return frozenset(a.id for a in under if _is_regular(folded_word(a.name)))


_NUMBERED = re.compile(
    r"(?:\d+(?:st|nd|rd|th)|first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|\w+teen)th) (?:[a-z]+ ){0,2}"
    r"(?:army|corps|division|brigade|fleet|regiment)"
)


def _is_regular(form: str) -> bool:
    return national_army(form) or _NUMBERED.fullmatch(form) is not None


def _called(forms: Mapping[str, str]) -> set[str]:
    return {ident for form, ident in forms.items() if GOVERNING & set(form.split())}


def _national(form: str) -> bool:
    known = country_of().get(form)
    return national_army(form) or (known is not None and known[1] == "capital")


def national_army(form: str) -> bool:
    """'Burundian army', 'Royal Nepalese Army', 'armed forces of Chad'; 'Bougainville Revolutionary Army' is none."""
    army = next((a for a in _ARMIES if form.endswith(f" {a}") or form.startswith(f"{a} of ")), None)
    if army is None:
        return False
    rest = form.removesuffix(army).removeprefix(army).split()
    while rest and rest[0] in _ORDINARY:
        rest.pop(0)
    while rest and rest[-1] in _ORDINARY:
        rest.pop()
    known = country_of().get(" ".join(rest))
    return known is not None and known[0] not in claimed()


GOVERNING_WORDS = ("government ", "governmental ", "regime ", "junta ", "federal ")


def governing(form: str, called: Mapping[str, str]) -> str | None:
    """The party that the case itself calls a junta or a regime, for 'junta', 'junta troops', 'junta spokesman'."""
    first = form.split()[0]
    return called.get(first) if first in GOVERNING else None


_ARMS = ("army ", "navy ", "air force ", "police ")
_ARMED = frozenset(
    [
        *["army", "military", "troops", "soldiers", "servicemen", "police", "policemen", "police officers", "navy"],
        *["air force", "armed forces", "security forces", "general staff", "high command", "marines", "border guards"],
        *["gendarmes", "gendarmerie", "garrison", "soldier", "policeman", "policewoman", "police officer", "marine"],
        *["serviceman", "sailor", "border guard", "conscript"],
    ]
)
_RULING = {"government", "authorities", "ministry", "presidency", "parliament", "junta", "regime", "cabinet", "office"}


def own_body(form: str, government: str | None, army: str | None, called: Mapping[str, str]) -> str | None:
    """The case's own government for words of government, its army for words of an army; `called` are the words by which
    the case calls somebody: a 'junta spokesman' is the junta's where one is a party beside the government."""
    if (own := governing(form, called)) is not None:
        return own
    if form.startswith(GOVERNING_WORDS):
        return government
    armed = form in _ARMED or form.startswith(_ARMS) or form.endswith(("national army", "regular army", "regular troops"))
    body = form.split(" of ")[0].split()[-1]  # the 'ministry' of 'ministry of defence'
    return army if armed else government if {form.split()[-1], body} & _RULING else None
