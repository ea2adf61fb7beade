"""The table of aliases of one case: every folded form under which an actor or a zone may stand in a text.

Invariant: a form stands for one thing only; a form that an agreement gives to two things of a kind stands for none
but the one that gives it as its name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from servanda.agreement.model import Actor, Agreement, Zone
from servanda.reading.names.folding import fold, folded_word
from servanda.reading.names.lexicon import Form, armed_pattern, claimed, country_of, heads, word_set
from servanda.reading.names.own_state import GOVERNING, army_of, government_of, regulars
from servanda.reading.names.short_forms import (
    Named,
    adjectives,
    called_after,
    creeds,
    fronts,
    last_words,
    leaders,
    unlisted_states,
    watchers,
)


@dataclass(frozen=True, slots=True)
class Alias:
    """One form: what it stands for and how it is to be written.

    `case`: 'any' (the alias is lower case), 'capital' (a word of it must begin with a capital), 'upper' (a short
    abbreviation that must stand in capitals). `word` is the number, within the form, of the word that must.
    `bare`: the last word of a longer name, which stands for it only where it is no part of another name. `sort`:
    what the form is where it is made of a name: an adjective ('Serb' of 'Bosnian Serbs'), a people.
    """

    form: str
    written: str
    kind: str
    id: str
    case: str = "capital"
    word: int = 0
    bare: bool = False
    sort: Form | None = None


@dataclass(slots=True)
class Table:
    """All of a case's forms, the country rows that are its actors, and the armed bodies called after somebody.

    `twins`: of forms that the case gives to a place and to an actor (a capital), the actor's alias; `government` and
    `army`: whose 'the government' and 'the army' are; `bystanders` are third parties, guarantors and monitors only;
    `words` are all words of its names; `bound` are those who are bound and signed nothing; `no_rebels` are alliances of
    states, a state's army and who is under the government, whom 'the rebels' never are; `foreign_troops` are states that
    are no side but have troops in the case by its own names; `unlisted` are states that no table of countries has.
    """

    aliases: dict[str, Alias] = field(default_factory=dict)
    states: dict[int, str] = field(default_factory=dict)
    armed: dict[str, str] = field(default_factory=dict)
    definites: dict[str, str] = field(default_factory=dict)
    twins: dict[str, Alias] = field(default_factory=dict)
    government: str | None = None
    army: str | None = None
    sides: tuple[str, ...] = ()
    bound: tuple[str, ...] = ()
    signatories: tuple[str, ...] = ()
    monitors: frozenset[str] = frozenset()
    guarantors: tuple[str, ...] = ()
    bystanders: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    no_rebels: frozenset[str] = frozenset()
    foreign_troops: frozenset[str] = frozenset()
    unlisted: frozenset[str] = frozenset()

    def is_state(self, ident: str | None) -> bool:
        """Whether an actor is a state, by the table of countries or by its name."""
        return ident is not None and (ident in self.unlisted or ident in self.states.values())

    @property
    def monitor(self) -> str | None:
        """The only monitor, or the only one that is named so."""
        named = {a.id for a in self.aliases.values() if a.id in self.monitors and _WATCHING.search(a.form)}
        one = self.monitors if len(self.monitors) == 1 else named
        return next(iter(one)) if len(one) == 1 else None

    @property
    def peacekeeper(self) -> str | None:
        """Whose 'peacekeepers' are: the United Nations' where they are the only monitor."""
        of_un = self.aliases.get("un peacekeepers")
        return of_un.id if of_un is not None and self.monitors == {of_un.id} else None


_WATCHING = re.compile(r"\b(?:monitor|observ|verif)")


def table_of(agreement: Agreement | None, extra: Mapping[str, str] | None) -> Table:
    """The table of an agreement with further aliases (words to the id of an actor or zone)."""
    table = Table()
    if agreement is None:
        for words, ident in (extra or {}).items():
            _put(table, words, "actor", ident, strong=True)
        return table
    for zone in agreement.zones.values():
        for n, words in enumerate((zone.name, *zone.aliases)):
            _put(table, words, "zone", zone.id, strong=n == 0)
    for actor in agreement.actors.values():
        for n, words in enumerate((actor.name, *actor.aliases)):
            _put(table, words, "actor", actor.id, strong=n == 0)
    for words, ident in (extra or {}).items():
        _put(table, words, "zone" if ident in agreement.zones else "actor", ident, strong=True)
    for zone in _widest_first(agreement):
        for words in (zone.name, *zone.aliases):
            for core in _cores(words):
                _put(table, core, "zone", zone.id, strong=False, weak=True)
    table.words = frozenset(w for form in table.aliases for w in form.split())
    _slash(table)
    _dot(table)
    _numbers(table)
    _militias(table)
    _commanders(table)
    _permute(table)
    named = [Named(a.written, a.id) for a in table.aliases.values() if a.kind == "actor"]
    _shorten(table, named)
    _lead(table)
    _link_states(table, agreement)
    _note_sides(table, agreement)
    for short in watchers(n for n in named if n.id in table.monitors):
        _put(table, short.written, "actor", short.id, strong=False, weak=True)
    states = list(unlisted_states(n for n in named if n.id not in table.monitors))
    table.unlisted = frozenset(n.id for n in states)
    for short in (*states, *adjectives(named), *called_after(named, table.states)):
        _put(table, short.written, "actor", short.id, strong=False, weak=True)
        if short.sort and (made := table.aliases.get(folded_word(short.written))) is not None and made.id == short.id:
            table.aliases[made.form] = replace(made, sort=short.sort)
    _apart(table)
    return table


def _apart(table: Table) -> None:
    """'The Workers' Army': in a folded text two spaces stand for its apostrophe."""
    for alias in [a for a in table.aliases.values() if _OF_SEVERAL.search(a.written)]:
        form = fold(unicodedata.normalize("NFC", alias.written)).text.strip()
        table.aliases.setdefault(form, replace(alias, form=form))


_OF_SEVERAL = re.compile(r"s['’] ")


def _put(table: Table, words: str, kind: str, ident: str, *, strong: bool, weak: bool = False) -> None:
    """Adds a form. `strong` replaces what is there, `weak` (derived) never does."""
    written = words.strip()
    for article in ("the ", "The "):
        written = written.removeprefix(article)
    form = folded_word(written)
    capital = written[:1].isupper() and " " not in written and written != words.strip()  # 'the Alliance'
    if kind == "actor" and (form in _TOO_COMMON or (capital and form in word_set("short"))):
        table.definites.setdefault(form, ident)
    if len(form) < 2 or form in _TOO_COMMON:
        return
    there = table.aliases.get(form)
    case, word = _case_rule(written)
    if there is not None and there.kind == "zone" and kind == "actor" and not weak:
        table.twins.setdefault(form, Alias(form, written, kind, ident, case, word))
        return
    if there is not None and (weak or there.id == ident or not strong):
        return
    table.aliases[form] = Alias(form, written, kind, ident, case, word)


# Words that stand for an actor only after 'the', and only where the text names nobody else that fits.
_TOO_COMMON = frozenset(
    [
        *["army", "troops", "forces", "government", "rebels", "military", "insurgents", "militants", "separatists"],
        *["state", "guerrillas", "city", "region", "district", "it", "regime", "junta", "authorities", "group"],
    ]
)


def is_common(alias: Alias) -> bool:
    """Whether a name is made of common nouns only, so that 'the military junta' is 'the Military Junta'."""
    words = alias.form.split()
    return len(words) > 1 and words[-1] in word_set("short") and all(w in heads() or w in word_set("modifier") for w in words)


def _case_rule(written: str) -> tuple[str, int]:
    letters = [c for c in written if c.isalpha()]
    if letters and all(c.isupper() for c in letters) and len(letters) <= 5:
        return "upper", 0
    capitals = [(n, w) for n, w in enumerate(re.findall(r"\w+", written)) if w[0].isupper()]
    common = heads().keys() | word_set("modifier")
    own = [n for n, w in capitals if folded_word(w) not in common]
    if capitals:
        return "capital", own[0] if own else capitals[0][0]
    return "any", 0


def _widest_first(agreement: Agreement) -> Iterator[Zone]:
    yield from sorted(agreement.zones.values(), key=lambda z: len(agreement.zone_chain(z.id)))


def _cores(words: str) -> Iterator[str]:
    """A place's bare name out of 'Kalbajar district', 'the city of Goma', 'Kalbajar and its surroundings' not."""
    nouns, leads = word_set("place_noun"), word_set("place_lead")
    parts = words.split()
    if len(parts) >= 2 and folded_word(parts[-1]) in nouns and parts[0][:1].isupper():
        yield " ".join(parts[:-1])
    if len(parts) >= 3 and folded_word(" ".join(parts[:2])) in leads and parts[2][:1].isupper():
        yield " ".join(parts[2:])


PANELS = frozenset({"commission", "committee", "mechanism"})
"""Bodies of which there are many: 'the commission' is the one that the case calls so, or nobody."""


def _shorten(table: Table, names: Sequence[Named]) -> None:
    """'the Guard' is the 'Northern Guard' where no other actor of the case is a guard; 'the guard' after 'the' only."""
    for form, short in last_words(names).items():
        if form not in table.aliases:
            if short.written[:1].isupper():
                table.aliases[form] = Alias(form, short.written, "actor", short.id, "capital", 0, bare=True)
            if form not in _TOO_COMMON:  # 'the Group', with a capital, is one of the case; 'the group' may be anybody
                table.definites.setdefault(form, short.id)
        elif form in PANELS and table.aliases[form].kind == "actor":
            table.definites.setdefault(form, table.aliases[form].id)
    for short in (*fronts(names), *leaders(names), *creeds(names)):
        _put(table, short.written, "actor", short.id, strong=False, weak=True)


_LOYAL = re.compile(
    r"(?:[a-z]+ )?(?:forces|troops|fighters|soldiers|supporters|those) (?:loyal|faithful) to (?:[A-Z][a-z]+\. )?(.+)"
    r"|([A-Z].+?)['’]s (?:forces|troops|fighters|men|army|faction|group|rebels|movement)"
)


def _lead(table: Table) -> None:
    """'forces loyal to Riek Machar' are called after their leader: his name stands for them."""
    for alias in list(table.aliases.values()):
        match = _LOYAL.fullmatch(alias.written) if alias.kind == "actor" else None
        leader = (match[1] or match[2]) if match is not None else ""
        if leader[:1].isupper():
            for name in {leader, leader.split()[-1]} if len(leader.split()[-1]) > 3 else {leader}:
                _put(table, name, "actor", alias.id, strong=False, weak=True)


_SLASHED = re.compile(r"([A-Z]{2,})([A-Z])/([A-Z])(-[A-Z]+)?")


def _slash(table: Table) -> None:
    """'SPLM/A-IO' is both 'SPLM-IO' and 'SPLA-IO': a movement and its army under one name."""
    for alias in [a for a in table.aliases.values() if a.kind == "actor"]:
        if (match := _SLASHED.fullmatch(alias.written)) is not None:
            for last in match.group(2, 3):
                _put(table, f"{match[1]}{last}{match[4] or ''}", "actor", alias.id, strong=False, weak=True)


_ABBREVIATED = re.compile(r"\b[A-Z]{2,4}\b")


def _dot(table: Table) -> None:
    """'UN' is also 'U.N.', 'UN force' also 'U.N. force'; with a full stop inside, 'St. Ivan' has a gap in a folded text."""
    actors = (a for a in table.aliases.values() if a.kind == "actor" and _ABBREVIATED.search(a.written))
    for alias in [*actors, *(a for a in table.aliases.values() if "." in a.written)]:
        _put_dotted(table, alias, alias.written)
    for alias in [a for a in table.aliases.values() if a.kind == "actor" and a.written.startswith("United Nations ")]:
        short = alias.written.replace("United Nations", "UN", 1)  # 'the U.N. Mission in Ruritania'
        table.aliases.setdefault(folded_word(short), replace(alias, form=folded_word(short), written=short, word=0))
        _put_dotted(table, alias, short)


def _put_dotted(table: Table, alias: Alias, written: str) -> None:
    """The form with full stops in its abbreviations."""
    dotted = _ABBREVIATED.sub(lambda m: ".".join(m.group()) + ".", written)
    for form in (folded_word(dotted), fold(dotted).text.strip()):  # 'U.N. mission', 'U.N. Mission'
        if form not in table.aliases:
            table.aliases[form] = replace(alias, form=form, written=dotted, word=0)


def _numbers(table: Table) -> None:
    """'Houthis' is also 'Houthi' and the other way round, for names of one word that are no abbreviation."""
    for alias in list(table.aliases.values()):
        if alias.kind != "actor" or alias.case != "capital" or " " in alias.form or len(alias.form) < 5:
            continue
        if alias.form in country_of() or not alias.form.isalpha():
            continue
        other = alias.written[:-1] if alias.form.endswith("s") else f"{alias.written}s"
        if not alias.form.endswith(("ss", "us")) and len(other) >= 5:
            _put(table, other, "actor", alias.id, strong=False, weak=True)


def _militias(table: Table) -> None:
    """Of the 'X militia' are 'X militiamen'."""
    for alias in [a for a in table.aliases.values() if a.kind == "actor" and a.form.endswith(" militia")]:
        for ending in ("men", "man", "s"):
            _put(table, f"{alias.written}{ending}", "actor", alias.id, strong=False, weak=True)


def _commanders(table: Table) -> None:
    """'COMKFOR' is the commander of KFOR, who speaks for it."""
    for alias in [a for a in table.aliases.values() if a.kind == "actor" and a.case == "upper" and len(a.form) > 3]:
        _put(table, f"COM{alias.written}", "actor", alias.id, strong=False, weak=True)


def _permute(table: Table) -> None:
    """'army of X' is also 'X army', and the other way round."""
    for alias in list(table.aliases.values()):
        match = armed_pattern().fullmatch(alias.form) if alias.kind == "actor" else None
        if match is None:
            continue
        owner = match["x"] or match["y"]
        body = (
            alias.form.removeprefix(owner).removeprefix(" s").strip()
            if match["x"]
            else re.split(r" of (?:the )?", alias.form, maxsplit=1)[0]
        )
        where = f"{body} of {owner}" if match["x"] else f"{owner} {body}"
        if len(owner) < 3 or where in table.aliases:
            continue
        word = len(body.split()) + 1 if match["x"] else 0
        case = "any" if alias.case == "any" else "capital"
        table.aliases[where] = Alias(where, alias.written, "actor", alias.id, case, word)
        if match["x"] and (owned := f"{owner} s {body}") not in table.aliases:  # 'Boran's army' of 'Boran army'
            table.aliases[owned] = Alias(owned, alias.written, "actor", alias.id, case, 0)


def _link_states(table: Table, agreement: Agreement) -> None:
    """Which rows of the table of countries are actors of the case, and which armed bodies answer to which name."""
    for alias in list(table.aliases.values()):
        if alias.kind != "actor":
            continue
        bare = re.sub(r"^(?:(?:federal |transitional )?government of (?:the )?|state of )", "", alias.form)
        bare = re.sub(r" (?:s )?(?:federal |transitional )?government$", "", bare)
        row = country_of().get(bare)
        if row is not None and (row[1] == "name" or (row[1] == "adjective" and bare != alias.form)):
            exact = folded_word(agreement.actors[alias.id].name) if alias.id in agreement.actors else ""
            if row[0] not in table.states or exact in (bare, alias.form):
                table.states[row[0]] = alias.id
        match = armed_pattern().fullmatch(alias.form)
        if match is not None and (match["hx"] or match["hy"]) not in word_set("irregular"):
            owner = match["x"] or match["y"]
            known = country_of().get(owner)
            table.armed.setdefault(f"#{known[0]}" if known else owner, alias.id)
            named = table.aliases.get(owner)
            if named is not None and named.kind == "actor":
                table.armed.setdefault(f"@{named.id}", alias.id)


def _note_sides(table: Table, agreement: Agreement) -> None:
    """Those between whom the agreement is, and those who watch over it."""
    signed = [a for a in agreement.actors.values() if {"signatory", "bound"} & set(a.roles)]
    table.signatories = tuple(a.id for a in signed if "signatory" in a.roles)
    table.sides = tuple(
        a.id
        for a in signed
        if "signatory" in a.roles and not {"guarantor", "monitor", "third-party"} & set(a.roles) and not _is_aside(a)
    )
    forms = {a.form: a.id for a in (*table.aliases.values(), *table.twins.values()) if a.kind == "actor"} | table.definites
    names = {folded_word(a.name): a.id for a in signed}
    if len({table.definites.get(w, "") for w in GOVERNING} - {""}) == 1:
        names |= {w: i for w, i in table.definites.items() if w in GOVERNING}
    titled = _in_title(table, agreement.title)
    ours = titled & set(table.sides)
    table.government = government_of(table.sides, names, forms, table.states, titled) or (
        next(iter(ours)) if len(ours) == 1 and titled == ours else None
    )
    table.bystanders = frozenset(agreement.actors) - {a.id for a in signed if not _is_aside(a)}
    table.no_rebels = frozenset(a.id for a in signed if _is_named(a, "no_rebels")) | table.bystanders
    table.no_rebels |= frozenset(a.id for a in signed if a.id != table.government == agreement.side(a.id))
    table.no_rebels |= regulars(signed, agreement, table.states.values())
    if table.government is None and not table.states:
        table.no_rebels |= _beside_movements(table, agreement)
    table.bound = tuple(a.id for a in signed if "signatory" not in a.roles and not _is_aside(a))
    table.army = army_of(table.government, (a.id for a in signed), forms, table.states)
    table.foreign_troops = frozenset(
        a.id for a in table.aliases.values() if a.id in table.bystanders and a.form.endswith((" troops", " soldiers", " army"))
    ) & frozenset(table.states.values())
    table.monitors = frozenset(a.id for a in agreement.actors.values() if "monitor" in a.roles)
    table.guarantors = tuple(a.id for a in agreement.actors.values() if "guarantor" in a.roles)


def _in_title(table: Table, title: str) -> set[str]:
    """The states of the case that the agreement's title names ('… in Syria')."""
    words = folded_word(title).split()
    spans = (" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, min(i + 4, len(words)) + 1))
    rows = {country_of()[w][0] for w in spans if w in country_of()} - claimed()
    return {table.states[row] for row in rows if row in table.states}


def _is_aside(actor: Actor) -> bool:
    """The United Nations, the Red Cross: no side, whatever they signed."""
    return _is_named(actor, "no_side")


def _beside_movements(table: Table, agreement: Agreement) -> frozenset[str]:
    """The sides that no name calls a movement, where another is called one: one of these may be a state."""
    movements = {i for i in table.sides if any(_MOVEMENTS & set(folded_word(w).split()) for w in _names(agreement.actors[i]))}
    return frozenset(table.sides) - movements if movements else frozenset()


def _names(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *actor.aliases)


_MOVEMENTS = frozenset(
    [
        *["front", "movement", "militia", "militias", "guerrillas", "guerillas", "rebels", "rebel", "insurgents", "resistance"],
        *["separatists", "liberation", "revolutionary", "faction", "paramilitaries", "alliance", "brigades"],
    ]
)


def _is_named(actor: Actor, words: str) -> bool:
    return any(folded_word(w.removeprefix("the ")) in word_set(words) for w in _names(actor))
