"""Names of one case: built once from its agreement, then asked for the mentions of any text.

Invariant: `find` gives mentions sorted, non-overlapping, each with `text[start:end] == mention.text`; the same text
gives the same mentions, whatever was read before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from servanda.agreement.model import Agreement
from servanda.reading.frozen import replace
from servanda.reading.names import reference
from servanda.reading.names.aliases import Table, table_of
from servanda.reading.names.anchors import Anchor, anchor_at
from servanda.reading.names.automaton import Automaton
from servanda.reading.names.expletives import is_expletive
from servanda.reading.names.folding import Folded, fold, folded_word
from servanda.reading.names.gapped import gapped_names, shared_endings
from servanda.reading.names.guess import guesses
from servanda.reading.names.lexicon import chain_at, collectives, country_of, heads, word_set
from servanda.reading.names.mention import How, Kind, Mention
from servanda.reading.names.own_state import GOVERNING
from servanda.reading.names.owned_persons import with_sides
from servanda.reading.names.persons import (
    as_known,
    by_other_names,
    introduced,
    leading,
    named_again,
    persons_titled,
    surnames,
    titled,
)
from servanda.reading.names.phrases import Phrase, out_of_office, phrase_at
from servanda.reading.names.qualified import qualified
from servanda.reading.names.quoted_before import behind_quotation
from servanda.reading.names.rough_sentences import sentence_starts
from servanda.reading.names.teams import is_the_monitors
from servanda.reading.names.tellers import teller
from servanda.reading.names.variants import Variants

Hit = tuple[int, int, str]
_BRACKETED = re.compile(r"\s?\(\s?(?:the\s)?[\"“'‘]?([A-Z][A-Za-z0-9]*(?:[/\-][A-Z0-9]+)*)[\"”'’]?\s?\)")


class Names:
    """The names of a case. Make one with `Names.of`; it is never changed afterwards."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._loose = collectives()
        self._titles = word_set("titles")
        named = {*table.aliases, *country_of()}
        self._named = named
        self._automaton = Automaton(chain(named, self._loose, self._titles, heads()))
        self._gapped = shared_endings(table.aliases.values())
        self._variants = Variants(list(table.aliases.values()), named)

    @classmethod
    def of(cls, agreement: Agreement | None, extra: Mapping[str, str] | None = None) -> Names:
        """The names of an agreement. `extra` gives further aliases (words to an id of an actor or zone)."""
        return cls(table_of(agreement, extra))

    @property
    def sides(self) -> tuple[str, ...]:
        """Ids of the signatories that are no guarantors or monitors."""
        return self.table.sides

    @property
    def monitors(self) -> frozenset[str]:
        """Ids of the actors that watch over the agreement."""
        return self.table.monitors

    @property
    def states(self) -> frozenset[str]:
        """Ids of the actors that are countries."""
        return frozenset(self.table.states.values())

    @property
    def government(self) -> str | None:
        """The only side that is a state or a government; None where there is none or several."""
        return self.table.government

    def scan(self, text: str) -> list[tuple[int, int, str, str]]:
        """(start, end, 'actor' or 'zone', id) of the case's own names and their variants only, in one fast pass.

        What a gate needs: no offices, persons or references; demonyms and capitals of the case's states are in.
        """
        folded = fold(text)
        hits = [hit for hit in self._automaton.scan(folded.text) if hit[2] in self._named]
        found = self._anchors(text, folded, hits)
        return [(folded.place(a.start), folded.place(a.end), a.kind, a.id) for a in found if a.id is not None]

    def find(self, text: str, *, guess: bool = True) -> list[Mention]:
        """All mentions in a text. With `guess` also proper names that nobody listed, without an id."""
        folded = fold(text)
        hits = list(self._automaton.scan(folded.text))
        anchors = self._anchors(text, folded, hits)
        phrases = [phrase_at(text, folded, a, self.table) for a in anchors]
        found = _Collected(text)
        for phrase in phrases:
            found.add(_mention(text, phrase))
        found.add_all(gapped_names(text, self._gapped))
        found.add_all(self._abbreviations(text, found.sorted()))
        people = [*introduced(text, phrases), *leading(text, phrases)]
        found.add_all(named_again(text, surnames([*people, *by_other_names(text, people)])))
        loose = [(folded.place(s), folded.place(e), form, e) for s, e, form in hits]
        titled_only = list(self._titled(text, loose, found.sorted()))
        people = persons_titled(titled_only)
        known = surnames([*people, *by_other_names(text, people)])
        found.add_all(as_known(m, known) for m in titled_only)
        found.add_all(named_again(text, known))
        if guess:
            found.add_all(guesses(text, found.spans()))
        return self._refer(text, folded, loose, found)

    def _anchors(self, text: str, folded: Folded, hits: Sequence[Hit]) -> list[Anchor]:
        """Anchors of exact forms, then of variants where no exact form stands."""
        anchors = [a for hit in hits if hit[2] in self._named for a in self._anchored(text, folded, hit)]
        taken = {a.start for a in anchors}
        variants = list(self._variants.find(text))
        back = {p: n for n, p in enumerate(folded.places)} if variants and folded.places is not None else None
        for first, last, alias in variants:
            start, end = (back.get(first), back.get(last)) if back is not None else (first, last)
            if start is None or end is None or start in taken:
                continue
            if not any(x.start < end and start < x.end for x in anchors):
                anchors.append(Anchor(start, end, alias.kind, alias.id, "variant"))
        return sorted(anchors, key=lambda a: (a.start, -a.end))

    def _anchored(self, text: str, folded: Folded, hit: Hit) -> list[Anchor]:
        """The anchor of a hit; where its form does not stand as it must, those of the shorter names in it."""
        whole = anchor_at(text, folded, hit, self.table)
        start, end, form = hit
        if whole is not None or " " not in form or form not in self.table.aliases:
            return [whole] if whole is not None else []
        rest = start + form.index(" ") + 1
        inner = [(rest + a, rest + b, f) for a, b, f in self._automaton.scan(folded.text[rest:end]) if f in self._named]
        return [a for shorter in inner for a in self._anchored(text, folded, shorter)]

    def _abbreviations(self, text: str, mentions: Sequence[Mention]) -> Iterable[Mention]:
        """'Rapid Support Forces (RSF)': from there on, and before, the letters stand for the actor; as do those of a name
        that the text writes out ('RSF leaves', over a text of the Rapid Support Forces)."""
        letters: dict[str, Mention] = {}
        for m in mentions:
            if m.kind != "actor" or m.id is None:
                continue
            match = _BRACKETED.match(text, m.end)
            if match and sum(c.isupper() for c in match.group(1)) >= 2 and _initials_fit(match.group(1), m.text):
                letters.setdefault(match.group(1), m)
            short = _initials(m.text)
            if short is not None and folded_word(short) not in self._named and f"({short})" not in text:
                letters.setdefault(short, m)
        for word, m in letters.items():
            for match in re.finditer(rf"(?<![\w/-]){re.escape(word)}(?![\w/]|-[A-Z])", text):
                yield Mention(match.start(), match.end(), word, "actor", m.id, "alias")

    def _titled(self, text: str, loose: Sequence[tuple[int, int, str, int]], known: Sequence[Mention]) -> Iterable[Mention]:
        """'President NAME', 'army spokesman NAME', 'NAME's spokesman': of whom, only the words beside it may say."""
        ends = {m.end: m for m in known}
        spoken_of = reference.Before([0], self.table)
        later = iter(known)
        upcoming = next(later, None)
        at_start = {b: form for _, b, form, _ in loose if form in heads()}
        for start, end, form, _ in loose:
            head = heads().get(form) if len(form) > 2 or text[start:end].isupper() else None
            if form not in self._titles and head != "person":
                continue
            while upcoming is not None and upcoming.end <= start:
                spoken_of.add(upcoming)
                upcoming = next(later, None)
            owner = ends.get(start - 3) if text[start - 3 : start] in ("'s ", "’s ") else None
            name = titled(text, start, end)
            if name is not None and text[slice(*name)].isupper() and " " not in text[slice(*name)] and name[1] - name[0] <= 6:
                name = None
            if name is None and (owner is None or owner.kind != "person" or head != "person"):
                continue
            first, ident = start, owner.id if owner else None
            if owner is not None:
                first = owner.start
            elif (body := at_start.get(start - 1)) is not None and text[start - 1] == " ":
                first = start - 1 - len(body)
                ident = spoken_of.body(body, start)
            whose = _OWNED.search(text, max(0, start - 12), start) is not None  # 'his minister NAME'
            if ident is None and owner is None and first == start and not whose and not out_of_office(text.lower(), start):
                ident = spoken_of.office(form, start)
                called = ends.get(name[1]) if ident is not None and name is not None else None
                if called is not None and name is not None and called.start >= name[0] and called.id is not None:
                    ident = called.id  # 'President NAME', where NAME is somebody of the case
            stop = name[1] if name else end
            yield Mention(first, stop, text[first:stop], "person", ident, "office", text[first:end])

    def _refer(self, text: str, folded: Folded, loose: Sequence[tuple[int, int, str, int]], found: _Collected) -> list[Mention]:
        """Adds collectives, definite bodies, pronouns and unnamed groups, each resolved from what stands before."""
        wanted = [(a, b, self._loose[form], end) for a, b, form, end in loose if form in self._loose and found.is_free(a, b)]
        rest = found.sorted()
        places = {m.start for m in rest if m.id is None and _GONE_TO.search(text[max(0, m.start - 12) : m.start])}
        before = reference.Before(sentence_starts(text), self.table, rest, places, text)
        n = 0
        for a, b, sort, end in wanted:
            while n < len(rest) and rest[n].start < a:
                before.add(_risen(rest[n], before))
                n += 1
            if before.mentions and before.mentions[-1].start < a < before.mentions[-1].end:
                continue  # the 'troops' of 'its troops'
            mention = qualified(text, (a, b, sort), before, rest[n] if n < len(rest) else None)
            mention = mention or self._reference(text, folded, (a, b, sort, end), before)
            if mention is not None:
                before.add(mention)
        for mention in rest[n:]:
            before.add(_risen(mention, before))
        return with_sides(text, before.mentions)

    def _reference(
        self, text: str, folded: Folded, place: tuple[int, int, str, int], before: reference.Before
    ) -> Mention | None:
        a, b, sort, _ = place
        words = text[a:b]
        the = _THE.search(text[max(0, a - 24) : a]) is not None
        if sort == "both-bare":
            stands = _OPENS_CLAUSE.search(text[max(0, a - 12) : a]) and _DOES_BARE.match(text, b)
            stands = stands or (_ASKED.search(text[max(0, a - 16) : a]) and _TO.match(text, b))
            members = before.both_sides(sort, words, a) if stands else ()
            return Mention(a, b, words, "group", None, "collective", None, members) if members else None
        if sort.startswith("ordinal"):
            one = before.one_of_two(a, last=sort.endswith("latter")) if the and _DOES_BARE.match(text, b) else None
            return Mention(a, b, words, "actor", one, "collective", words) if one is not None else None
        if sort == "other":
            return Mention(a, b, words, "actor", before.other_of_two(a), "collective", words) if the else None
        if sort in ("both", "parties"):
            if sort == "parties" and _TWO.search(text[max(0, a - 32) : a]) is not None:
                sort = "both"
            if sort == "parties" and not the and not words.lower().startswith(("all", "three")):
                return None
            members = before.both_sides(sort, words, a)
            if _OF_STATES.search(words) and not all(before.table.is_state(m) for m in members):
                members = ()  # 'the two countries' are no army and rebels
            return Mention(a, b, words, "group", None, "collective", None, members)
        if sort.startswith("pronoun"):
            return self._pronoun(text, folded, place, before)
        if sort.startswith("speaks"):
            own = before.rebels(a, far=the) if sort.endswith("insurgent") else before.of_the_state(f"{words.split()[0]} x", a)
            return Mention(a, b, words, "person", own, "office", words) if own is not None else None
        if sort == "whose":
            return _whose_war(text, a, words, the, before)
        unnamed, states = "unnamed" in sort, "state" in sort
        if _OF_A_REGION.search(text[max(0, a - 20) : a]) and not GOVERNING.isdisjoint(words.lower().split()):
            return None
        if (unnamed or states) and (_OF_SOMEBODY.match(text, b) or _FIRST_PERSON.search(text, max(0, a - 24), a)):
            return Mention(a, b, words, "group", None, "collective") if unnamed else None
        definite = "definite" in sort or (states and "-" not in sort)
        behind = _OF.match(text, b)
        if the and words.lower() == "state" and _BY_THE.search(text, max(0, a - 8), a):
            return Mention(a, b, words, "actor", before.table.government, "collective", words)
        if the and definite and (behind is None or ("armed" in sort and behind.group().strip() == "for")):
            ident = before.definite(words, sort, a)
            if ident is not None or not unnamed:
                kind: Kind = "person" if sort == "definite-person" else "actor"
                return Mention(a, b, words, kind, ident, "collective", words)
        owned = _OWNED.search(text, max(0, a - 16), a) is not None
        if states and not the and not owned and not _OF.match(text, b) and (ident := before.of_the_state(words, a)) is not None:
            return Mention(a, b, words, "actor", ident, "collective", words)
        if sort == "definite-group" and not the:
            return _of_group(text, folded, place, before)
        if sort == "monitors":
            sure = the or words.lower() not in _ANY_OBSERVERS
            sure = sure and _OF_ANOTHER.match(text, b) is None
            sure = sure and not any(m.end == a - 1 for m in before.mentions[-1:])
            sure = sure and (words.lower() != "team" or is_the_monitors(text, a, before.mentions, before.table.monitor))
            return Mention(a, b, words, "actor", before.table.monitor, "collective", words) if sure else None
        if sort == "guarantors":
            return _guarantors(a, b, words, before) if the else None
        ident = None
        if unnamed and (of_them := _INSURGENTS.match(words)) is not None:
            ident = before.rebels(a, far=False) or before.called(folded_word(of_them.group()))
        if words.lower() == "peacekeepers":
            ident = before.table.peacekeeper
        return Mention(a, b, words, "group", ident, "collective") if unnamed else None

    def _pronoun(self, text: str, folded: Folded, place: tuple[int, int, str, int], before: reference.Before) -> Mention | None:
        a, b, sort, end = place
        words = text[a:b]
        if sort == "pronoun-possessive":
            body = _BODY_BEHIND.match(text, b)
            had = body or _HAVING.match(text, b)
            having = had.group().split()[-1] if had is not None else ""
            ident, how, office, members = _possessed(words.lower(), a, before, having)
            if ident is not None and body is not None:  # 'his party', 'its men': from here on one who acts
                return Mention(a, body.end(), text[a : body.end()], "actor", ident, "collective", body.group().strip())
            return Mention(a, b, words, "pronoun", ident, how, office, members)
        if sort == "pronoun-person":
            return Mention(a, b, words, "pronoun", before.person(a), "pronoun")
        if sort == "pronoun-thing":
            subject = _SUBJECT_IT.search(text[max(0, a - 30) : a])
            if subject is None or is_expletive(folded.text, end):
                return None
        members = before.members(a) if sort == "pronoun-several" else ()
        ident = None if members else before.meant_by(words, a)
        return Mention(a, b, words, "pronoun", ident, "pronoun", None, members)


def _guarantors(a: int, b: int, words: str, before: reference.Before) -> Mention | None:
    """'The guarantor' where the agreement has one, 'the guarantors' where it has several."""
    those = before.table.guarantors
    if len(those) == 1:
        return Mention(a, b, words, "actor", those[0], "collective", words)
    return Mention(a, b, words, "group", None, "collective", words, those) if those and words.lower() != "guarantor" else None


def _whose_war(text: str, at: int, words: str, the: bool, before: reference.Before) -> Mention | None:
    """'Rebel shelling', 'regime air strikes', 'insurgent positions': the first word alone says whose."""
    who = words.split()[0]
    if _INSURGENTS.fullmatch(who):
        ident = before.rebels(at, far=the) or before.called(folded_word(f"{who}s"))
    else:
        ident = before.of_the_state(f"{who} forces", at)
    return Mention(at, at + len(who), text[at : at + len(who)], "group", ident, "collective") if ident is not None else None


def _of_group(text: str, folded: Folded, place: tuple[int, int, str, int], before: reference.Before) -> Mention | None:
    """'Coalition jets': the forces of the one that 'the coalition' stands for."""
    a, _, _, end = place
    chain_ = chain_at(folded.text, end)
    if chain_ is None or heads()[chain_["h"]] != "armed_body" or text[a - 1 : a] == "-":
        return None
    ident = before.table.definites.get(folded_word(text[a : place[1]]))
    b = folded.place(chain_.end())
    return Mention(a, b, text[a:b], "actor", ident, "collective", text[a:b]) if ident is not None else None


def _risen(mention: Mention, before: reference.Before) -> Mention:
    """'Burundian rebels': the armed group that 'the rebels' would stand for here."""
    if mention.id is not None:
        return mention
    if mention.how == "guessed" and _MINISTRY.fullmatch(mention.text):
        own = before.of_the_state("ministry", mention.start)
        return replace(mention, kind="actor", id=own, how="office", office=mention.text) if own is not None else mention
    words = folded_word(mention.text).split()
    guessed = mention.how == "guessed" and len(words) == 2 and _INSURGENTS.fullmatch(words[1]) is not None
    if not (mention.kind == "group" and mention.office == "rebels") and not (guessed and words[0] in before.table.words):
        return mention
    return replace(mention, id=before.rebels(mention.start, far=False), how="collective")


def _possessed(
    words: str, at: int, before: reference.Before, having: str
) -> tuple[str | None, How, str | None, tuple[str, ...]]:
    """Whom 'its', 'their', 'his' stand for, with the word of the body behind it: id, how, no office, members."""
    if words in ("his", "her"):
        return before.person(at), "pronoun", None, ()
    if (opened := behind_quotation(before.text, at)) is not None:
        return before.one(opened), "pronoun", None, ()  # '"X has left," its spokesman said': not X's
    members = before.members(at) if words == "their" else ()
    told = teller(before.text, before.between(before.nearest(at)[0][0], at), at, before.table.monitors)
    ident = None if members else told or before.meant_by("it" if words == "its" else "they", at, having)
    return ident, "pronoun", None, members


_OWNED = re.compile(r"\b(?:its|their|his|her) (?:own )?$", re.IGNORECASE)
"""'Its military police' is that of whom 'its' stands for, and else nobody's."""
_HAVING = re.compile(
    r" (?:own |heavy |remaining |last |forward )*(?:weapons|arms|guns|rifles|armaments|mortars|positions"
    r"|camps|bases|posts|trenches)\b"
)
_OPENS_CLAUSE = re.compile(r"(?:^|[.;:,!?\n\"“]\s*|\b(?:and|but|while|that|though|although|because|so|which)\s)$")
_ASKED = re.compile(r"\b(?:asked|told|urged|ordered|invited|obliged?|obliges|requires?|required|called on|calls on|allowed)\s$")
_TO = re.compile(r"\sto\s[a-z]")
_GONE_TO = re.compile(r"\b(?:in|to|into|from|through|via|at)\s(?:the\s)?$", re.IGNORECASE)
_OF_STATES = re.compile(r"\b(?:countries|nations|states|neighbou?rs|governments)\b", re.IGNORECASE)
_TWO = re.compile(r"\b(?:the two|both|two) (?:rival |opposing |warring |hostile |[A-Z][a-z]+ )?$", re.IGNORECASE)
_DOES_BARE = re.compile(
    r" (?:had|has|have|did|does|do|was|were|is|are|will|would|could|can|may|must|should|then|also|later|again|still|now"
    r"|said|says|[a-z]+ed|blames?|accuses?|denies|deny|claims?|insists?|keeps?|withdrew|withdraws?|left|began|kept|fired)\b"
)
_BODY_BEHIND = re.compile(
    r" (?:own )?(?:party|movement|men|fighters|guerrillas|militants|troops|soldiers|forces|army|side|group|organi[sz]ation"
    r"|units|jets|planes|warplanes|aircraft|helicopters|artillery|tanks|drones|gunners|navy|air force|militia|police)\b"
)
_THE = re.compile(r"\bthe (?:(?:last|remaining|former|suspected|alleged|active|armed|other|same|local) ){0,2}$", re.IGNORECASE)
_OF_A_REGION = re.compile(r"\b(?:regional|provincial|municipal|district|cantonal|tribal|prefectural)\s$", re.IGNORECASE)
"""'The regional authorities' may be the other side's, and are not the state's government."""
_MINISTRY = re.compile(r"(?:[A-Z][a-z]+ )?(?:Ministry(?: of (?:the )?[A-Z]\w+(?: Affairs)?)?|Presidency|General Staff|Cabinet)")
_ANY_OBSERVERS = frozenset(["observers", "inspectors", "verifiers", "team"])
_INSURGENTS = re.compile(r"(?:rebel|separatist|insurgent|guerrilla)s?", re.IGNORECASE)
_OF = re.compile(r"\s(?:of|for)\s(?!\w+ing\b|having\b|a\b|an\b|breach|violat|not\b)")
_OF_ANOTHER = re.compile(r"\s+(?:from|at|with|of|for)\s+(?:the\s+)?(?:[A-Z][\w-]*-based\s+)?[A-Z]")
"""'Monitors from the Tol-based Centre for Open Data': whose they are, the name behind says."""
_OF_SOMEBODY = re.compile(
    r" (?:(?:loyal|faithful|allied|answering|belonging|close) to|(?:led|commanded|headed|backed|armed|paid) by) (?:the )?[A-Z]"
)
_FIRST_PERSON = re.compile(r"\b(?:our|my|your) (?:[a-z]+ )?$", re.IGNORECASE)
"""'Our army', 'our brave soldiers': of whoever speaks, and not the state's."""
_BY_THE = re.compile(r"\bby the $")
"""What is done 'by the state' is done by a government; 'in the state' is a place."""
_SUBJECT_IT = re.compile(
    r"(?:^|[.!?,;:\n\"“]|\b(?:that|what|whatever|whether|whom|why|how|unless|though|whereas|lest|and|but|said|says|while|as|when|if|because|although|after|before|initially|then"
    r"|later|now|instead|earlier|however|meanwhile|originally|today|yesterday|since|until|where|which|once|(?:mon|tues"
    r"|wednes|thurs|fri|satur|sun)day|night|morning|evening|afternoon|dawn|dusk|noon|midnight|week|weekend|month"
    r"|year|so\s+far|to\s+date|yet|thus|therefore|consequently|subsequently|afterwards|recently|again|still|eventually|finally"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)"
    r"|\b(?:told|informed|warned|reminded)\s+(?:the\s+)?[\w-]+)\s*$",
    re.IGNORECASE,
)


def _mention(text: str, phrase: Phrase) -> Mention:
    how = "office" if phrase.office and phrase.head != "armed_body" else phrase.anchor.how
    if phrase.head == "armed_body" and phrase.anchor.form == "adjective":
        how = "demonym"
    return Mention(phrase.start, phrase.end, text[phrase.start : phrase.end], phrase.kind, phrase.id, how, phrase.office)


def _initials(name: str) -> str | None:
    """'KVA' of 'Kest Valley Army', all of whose three or more words have a capital."""
    words = name.split()
    whole = len(words) > 2 and all(w.isalpha() and w[:1].isupper() and not w.isupper() for w in words)
    return "".join(w[0] for w in words) if whole else None


def _initials_fit(letters: str, name: str) -> bool:
    """Whether abbreviation letters can come from the name: the first letter does, or none of its capitals clash."""
    initials = "".join(w[0] for w in re.findall(r"\w+", name) if w[0].isupper()).upper()
    first = letters[0].upper()
    return first in initials or letters.isupper()


class _Collected:
    """Mentions gathered so far; a later one displaces earlier ones only where it holds them whole."""

    def __init__(self, text: str) -> None:
        self._taken = bytearray(len(text) + 1)
        self._at: dict[int, Mention] = {}

    def add(self, mention: Mention) -> None:
        """Adds a mention if its place is free, or if it holds all that it overlaps and says as much."""
        a, b = mention.start, mention.end
        if a >= b:
            return
        if 1 in self._taken[a:b]:
            inside = [m for k in range(a, b) if (m := self._at.get(k)) is not None]
            if not inside or self._cut(a, inside[0].start) or inside[-1].end > b:
                return
            if (mention.id is None and any(m.id for m in inside)) or inside[0].end - inside[0].start == b - a:
                return
            for m in inside:
                del self._at[m.start]
        self._taken[a:b] = b"\x01" * (b - a)
        self._at[a] = mention

    def _cut(self, start: int, first: int) -> bool:
        """Whether a mention that begins before `start` reaches past it."""
        return 1 in self._taken[start:first]

    def add_all(self, mentions: Iterable[Mention]) -> None:
        """Adds each in order."""
        for mention in mentions:
            self.add(mention)

    def is_free(self, start: int, end: int) -> bool:
        """Whether nothing stands there yet."""
        return 1 not in self._taken[start:end]

    def spans(self) -> list[tuple[int, int]]:
        """Places taken, sorted."""
        return [(m.start, m.end) for m in self.sorted()]

    def sorted(self) -> list[Mention]:
        """What was gathered, in order of the text."""
        return [self._at[k] for k in sorted(self._at)]
