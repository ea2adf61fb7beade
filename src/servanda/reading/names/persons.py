"""Persons: those whom a text introduces with an office keep the actor they speak for when named again.

Invariant: a surname stands for one person only; one that the text gives to persons of different actors stands
for none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from servanda.reading.frozen import dataclass, replace
from servanda.reading.names.casing import stops
from servanda.reading.names.folding import folded_word
from servanda.reading.names.lexicon import heads, titles_pattern
from servanda.reading.names.mention import Mention
from servanda.reading.names.phrases import NAME, Phrase, name_follows


@dataclass(frozen=True, slots=True)
class Person:
    """A person as introduced: the name, the actor spoken for and the office."""

    name: str
    actor: str | None
    office: str | None


def introduced(text: str, phrases: Sequence[Phrase]) -> list[Person]:
    """All persons that the phrases introduce, in order of the text."""
    found: list[Person] = []
    for phrase in phrases:
        if phrase.person is not None:
            found.append(Person(_flat(text[slice(*phrase.person)]), phrase.id, phrase.office))
        if phrase.inner is not None:
            found.append(Person(_flat(text[slice(*phrase.inner[0])]), phrase.id, phrase.inner[1]))
    return found


_LEADS = re.compile(
    rf"({NAME}),? who (?:(?:now|still|also) )?(?:leads|led|heads|headed|commands|commanded|speaks for|represents|represented)"
    r" (?:the )?$"
)


def leading(text: str, phrases: Sequence[Phrase]) -> Iterator[Person]:
    """'NAME, who leads the Front': the text itself says whose he is."""
    for phrase in phrases:
        if phrase.kind != "actor" or phrase.id is None:
            continue
        if text.find(" who ", max(0, phrase.start - 110), phrase.start) < 0:
            continue  # so nearly all are told at once
        match = _LEADS.search(text, max(0, phrase.start - 110), phrase.start)
        if match is not None and " " in match.group(1):
            yield Person(_flat(match.group(1)), phrase.id, "leader")


_OTHER = rf"[\"“'‘]?(?P<first>{NAME})[\"”'’]?(?: or [\"“'‘]?(?P<second>{NAME}))?"
_CALLED = (
    r",?[\"”]? (?:(?:(?:who is|who was|better|also|widely|commonly|formerly) )*"
    r"(?:known )?(?:as|by (?:his|her|the) (?:alias|nom de guerre|nickname))"
    r"|(?:whose )?(?:nom de guerre|alias)(?: (?:is|was|of))?|a\.k\.a\.|aka|nicknamed),? "
)


def by_other_names(text: str, persons: Sequence[Person]) -> Iterator[Person]:
    """'Commander NAME, also known as OTHER': the other names of those who speak for somebody."""
    for person in persons:
        if person.actor is None or " " not in person.name:
            continue
        for match in re.finditer(re.escape(person.name) + _CALLED + _OTHER, text):
            for other in (match["first"], match["second"]):
                if other:
                    yield Person(_flat(other), person.actor, person.office)


def persons_titled(mentions: Iterable[Mention]) -> list[Person]:
    """The persons in mentions of the form 'title NAME'."""
    found = []
    for m in mentions:
        name = m.text[len(m.office or "") :].strip(" .\n")
        if name:
            found.append(Person(_flat(name), m.id, m.office))
    return found


def _flat(name: str) -> str:
    return re.sub(r"\s+", " ", name)


def surnames(persons: Sequence[Person]) -> dict[str, Person]:
    """Surname (last word), given name and full name to the person; those that clash are left out."""
    found: dict[str, Person | None] = {}
    whole = {p.name.split()[-1] for p in persons if p.actor is not None and " " in p.name}
    for person in persons:
        if person.actor is None and person.name in whole:
            continue  # the 'Mr Smith' of 'President John Smith' says nothing of whose he is
        first, last = person.name.split()[0], person.name.split()[-1]
        for key in {person.name, last, first}:
            there = found.get(key, person)
            same = there is not None and there.actor == person.actor
            found[key] = there if same else None
    least = {k: 3 if p is not None and k == p.name.split()[-1] else 4 for k, p in found.items()}
    return {
        k: p
        for k, p in found.items()
        if p is not None and len(k.strip(".")) >= least[k] and not ((form := folded_word(k)) in stops() or form in heads())
    }


def as_known(mention: Mention, known: dict[str, Person]) -> Mention:
    """'Mr NAME' is whoever is known by that name."""
    name = _flat(mention.text[len(mention.office or "") :].strip(" .\n"))
    person = known.get(name) if mention.id is None else None
    return mention if person is None or person.actor is None else replace(mention, id=person.actor)


def named_again(text: str, known: dict[str, Person]) -> Iterator[Mention]:
    """Every place where a known person is named, with title or given name where it stands before the surname."""
    for key in sorted(known, key=lambda k: (-len(k), k)):
        person = known[key]
        at = text.find(key)
        while at >= 0:
            end = at + len(key)
            if not (_WORDISH.match(text, end) or (at and _WORDISH.match(text, at - 1)) or _of_another(text, end, key, person)):
                title = titles_pattern().search(text, max(0, at - 24), at)
                start = _given_name(text, at, person, title.start() if title else at)
                yield Mention(start, end, text[start:end], "person", person.actor, "office", person.office)
            at = text.find(key, end)


_GOES_ON = re.compile(r"\s((?:(?:bin|ibn|al|el|de|van|von|ould|abu)[\s-])?[A-Z][\w’'-]+)")


def _of_another(text: str, end: int, key: str, person: Person) -> bool:
    """The 'Khalid' of 'Prince Khalid bin Salman' where 'Khalid Yamani' is known: another man of that given name."""
    names = person.name.split()
    if key != names[0] or len(names) < 2:
        return False
    more = _GOES_ON.match(text, end)
    return more is not None and not any(part in person.name for part in re.split(r"[\s-]", more[1]) if part[:1].isupper())


_WORDISH = re.compile(r"[\w-]")


def _given_name(text: str, at: int, person: Person, start: int) -> int:
    """Takes in a given name before a surname if it is the person's own."""
    given = person.name.split()[0]
    before = text[max(0, at - len(given) - 1) : at]
    return at - len(before) if before == f"{given} " else start


def titled(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name behind a title that stands at text[start:end] ('President NAME', 'Gen. NAME'), or None; a dot behind a title
    in small letters ends the sentence ('shot the mayor. Residents fled')."""
    at = end + 1 if text[end : end + 1] == "." and text[start].isupper() else end
    return name_follows(text, at)
