"""The actors that an agreement's text names: parties, those under them, and those who watch, with their other names.

Invariant: every name stands in the text; a name is one actor, whatever else the text calls it; nobody is a signatory
only because somebody owes or does something to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from servanda.drafting.bodies import ORGAN, acronym_of, country, is_demonym, nation
from servanda.drafting.provisions import Layout
from servanda.drafting.short_names import HEADS, bare, definitions, other_names
from servanda.drafting.signers import JOINT, NAME, WATCHES, attending, is_name, plain, signatories
from servanda.reading.names.lexicon import countries, word_set
from servanda.reports.sources import folded

_QUANTIFIED = re.compile(
    r"(?:both|each|neither|either|all|no|every|nothing|any|such|it|they|we|these|this|those|nobody|none|everyone|whoever|"
    r"everybody|anyone|persons?|fighters|combatants|prisoners|civilians|refugees|troops|forces|weapons|mines)\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"(?:(?:both|each(?: of)?|neither(?: of)?|either(?: of)?|all(?: of)?|every|no|the(?: two| three| four)?|any(?: of)?|two) "
    r"(?:the |our |their |its |these |armed |two |such )*(?:other )?"
    r"(?:part(?:y|ies)|sides?|signator(?:y|ies)|commanders?|leaders?|chiefs?|tribes?|clans?|communit(?:y|ies)|factions?|"
    r"armies|army|"
    r"governments?|ministries|forces?|troops|units?|fighters?|men|man|groups?|movements?|peoples?|villages?|elders|soldiers?|"
    r"families|one|delegations?|countries|states)\b|nobody|no one|none|both$|each$|neither$|either$|we$|they$|"
    r"both of them|each of them)",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:the )?other (?:part|side)|\bone of\b|\bsuch (?:a )?(?:party|side)\b|\b(?:offending|requesting)\b", re.IGNORECASE
)


_MADE = (
    r"\b{0}\b[^.;]{{0,60}}\b(?:shall|will|to) be (?:established|formed|set up|created|constituted)\b|"
    r"\b(?:establish|form|set up|create|constitute)s?\b[^.;]{{0,40}}\b{0}\b"
)


ARMED = re.compile(r"(?:Military Police|Police|Border Guards?|Air Force|Navy|Units?) of the ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """An actor of the text. `role` as in the file format; `under` is the key of the actor it belongs to."""

    key: str
    name: str
    role: str
    aliases: tuple[str, ...] = ()
    under: str | None = None
    how: str = "commands"


def slug(words: str) -> str:
    """An id made of a name."""
    return re.sub(r"[^a-z0-9]+", "-", folded(words)).strip("-")[:60].strip("-")


def parties(text: Layout, spoken: Iterable[str]) -> tuple[Named, ...]:
    """The actors in their order. `spoken` are names read in the provisions as doers or as those to whom things are done."""
    whole = "\n".join((text.named, text.head, *(p.says for p in text.provisions), text.close))
    found: dict[str, Named] = {}
    conclude = [_whole(name, whole) for name in signatories(text)]
    many = sum(not _serves_all(name) for name in conclude) >= 2
    for name in conclude:
        _add(found, name, "third-party" if many and _serves_all(name) else "signatory")
    for role, name in attending(text):
        _add(found, _whole(name, whole), role)
    named = _merged(_with_others(found.values(), text, whole))
    alone = bool(re.match(rf"(?:The )?{NAME} (?:hereby )?(?:unilaterally )?declares?\b", _first(text)))
    found = {a.key: a for a in named}
    for words in (w for given in spoken for w in _apart(given)):
        name = nation(words) or _named_in(_sender(words))
        if _acts_alone(name, found.values(), whole):
            full = _whole(plain(name), whole)
            signed = sum(a.role == "signatory" for a in found.values())
            _add(found, full, _standing(full, signed, alone, whole))
    named = _with_others(found.values(), text, whole)
    named = [_placed(a, named, definitions(text)) for a in _merged(named)]
    return (*named, *_unnamed(named, whole))


def _serves_all(name: str) -> bool:
    """'The United Nations' beside two sides: it helps, and is no side that a truce binds."""
    return folded(plain(name)) in word_set("no_side")


def _unnamed(named: list[Named], whole: str) -> Iterator[Named]:
    """Parties that the text does not name: two where it names none; a second where it names one and speaks of two."""
    signed = sum(a.role == "signatory" for a in named)
    several = re.search(r"\b(?:both|two|each|neither|either|the|all) (?:parties|sides|party|side)\b", whole, re.IGNORECASE)
    if signed == 0:
        yield Named("party-a", "Party A", "signatory")
    if signed == 0 or (signed == 1 and (several or len(named) < 2)):
        yield Named("party-b", "Party B", "signatory")


def meant(words: Iterable[str], actors: Iterable[Named]) -> list[str]:
    """The keys of the actors that words name; 'the parties' are the signatories. What could be two actors is none."""
    actors = tuple(actors)
    out: list[str] = []
    for w in words:
        out += _meant(w, actors)
    return list(dict.fromkeys(out))


def is_actor(name: str, actors: Iterable[Named]) -> bool:
    """Whether words are the very name of an actor."""
    return bool(_exact(name, tuple(actors)))


def _meant(words: str, actors: tuple[Named, ...]) -> list[str]:
    exact = _exact(words, actors)
    if exact or not words.strip():
        return exact
    if _OTHER.search(words):
        return []
    signed = [a.key for a in actors if a.role == "signatory"]
    parts = [p for p in re.split(r",\s+(?:and\s+)?|\s+and\s+|\s+as well as\s+", words) if p.strip()]
    if len(parts) > 1:
        found = [_exact(p, actors) for p in parts]
        if all(found):
            return [k for keys in found for k in keys]
    inside = _inside(words, actors)
    if inside:
        return inside
    theirs = [a.key for a in actors if a.role == "signatory" and (of := nation(words)) and _of(folded(of), a)]
    if not theirs and re.fullmatch(r"(?:[Tt]he )?[A-Z][\w'’-]+ (?:side|party)", words.strip()):
        theirs = [a.key for a in actors if _of(folded(words), a)] or _called_after(words, actors)  # of a state in no table
    if theirs:
        return theirs[:1]  # 'the Norlandic side'
    if _TOGETHER.match(words.strip()) or JOINT.search(words):
        return signed
    name = folded(plain(_sender(words)))
    for test in (_same, _of):
        keys = [a.key for a in actors if test(name, a)]
        if len(keys) > 1:
            keys = [k for k in keys if k in signed]
        if len(keys) == 1:
            return keys
    return _called_after(words, actors)


def _called_after(words: str, actors: tuple[Named, ...]) -> list[str]:
    """'Tessari fighters', 'the Tessari side': of the one signatory in whose name the word stands ('Free Tessari Movement')."""
    found = _ITS_MEN.fullmatch(words.strip())
    word = folded(found["whose"]) if found is not None else ""
    if len(word) < _TELLING or word in word_set("generic_name") | word_set("organisation_word") | word_set("modifier"):
        return []
    named = [a.key for a in actors if a.role == "signatory" and word in folded(a.name).split()]
    return named if len(named) == 1 else []


_TELLING = 4
_ITS_MEN = re.compile(
    r"(?:[Tt]he |[Aa]ll )?(?P<whose>[A-Z][\w'’-]+) (?:forces|troops|fighters|combatants|soldiers|units|side|party|militias?"
    r"|rebels|men|guerrillas|police|army|delegation|commanders?|representatives?)"
)


def _exact(words: str, actors: tuple[Named, ...]) -> list[str]:
    name = folded(plain(words))
    return [a.key for a in actors if name in {folded(plain(n)) for n in (a.name, *a.aliases)}][:1]


def _inside(words: str, actors: tuple[Named, ...]) -> list[str]:
    """The actors that words name in full: 'the forces of the Government', 'the Government and the Front'; the longest first."""
    text = folded(words)
    out: list[tuple[int, str]] = []
    names = sorted(((folded(plain(n)), a.key) for a in actors for n in (a.name, *a.aliases)), key=lambda x: -len(x[0]))
    for name, key in names:
        at = re.search(rf"\b{re.escape(name)}\b", text) if len(name) > 2 else None
        if at:
            text = text[: at.start()] + " " * len(name) + text[at.end() :]
            out.append((at.start(), key))
    found = list(dict.fromkeys(k for _, k in sorted(out)))
    if len(found) > 1 and not re.search(r"\band\b|,|\bas well as\b", words):
        return [k for _, k in sorted(out)][:1]  # 'the Ministry of the Government': the first is who it is
    return found


def _first(text: Layout) -> str:
    return next((p.says for p in text.provisions if p.article is None), "")


def _sender(words: str) -> str:
    """'a mission of the Regional Union' as the body that sends it."""
    found = re.fullmatch(rf"(?:[Aa]n? |[Tt]he )?(?P<what>[a-z][\w -]*?) (?:of|from) (?:the )?(?P<who>{NAME})", words.strip())
    return found["who"] if found and WATCHES.search(found["what"]) else words


def _apart(words: str) -> list[str]:
    """'the United States and France' are two; a name with 'and' in it that stands so elsewhere is one."""
    parts = re.split(r",\s+(?:and\s+)?|\s+and\s+", words)
    return (
        parts
        if all(re.fullmatch(rf"(?:the )?{NAME}", p, re.DOTALL) or re.fullmatch(rf"The {NAME}", p) for p in parts)
        else [words]
    )


def _named_in(words: str) -> str:
    """'a Coordination Committee (CC) chaired by the Union' as the name at its beginning."""
    found = re.match(rf"(?:(?:[Tt]he|[Aa]n?) )?(?P<name>{NAME})(?= [(a-z]|,)", words)
    return found["name"] if found and len(words.split()) > 4 and len(found["name"]) > 2 else words


def _acts_alone(name: str, parties_: Iterable[Named], whole: str) -> bool:
    """Whether a doer read in a provision is a body of its own: a country, or a name with a body's word in it.

    'Norlandic forces' and "Norland's army" are Norland; 'Lebanese Armed Forces' is a body with a name. One word counts
    only where it is a name in the middle of a sentence too.
    """
    name = plain(name)
    if not is_name(name) or _QUANTIFIED.match(name) or JOINT.fullmatch(name) or is_demonym(name):
        return False
    if name.split()[-1].islower() and any(_of(folded(name), a) for a in parties_):
        return False
    if _called_after(name, tuple(parties_)):
        return False
    if " " not in name:
        return (
            country(name) is not None
            or (name.isupper() and len(name) > 1)
            or bool(re.search(rf"[a-z,;] (?:the )?{re.escape(name)}\b", whole))
        )
    return bool(ORGAN.search(name)) or bool(WATCHES.search(name)) or country(name) is not None


def _standing(name: str, signed: int, alone: bool, whole: str) -> str:
    """The role of somebody named in the provisions; a declaration made alone binds nobody else.

    A body that the text itself sets up is no party to it.
    """
    if WATCHES.search(name) or WATCHES.search(acronym_of(name, whole) or ""):
        return "monitor"
    set_up = re.search(_MADE.format(re.escape(name)), whole, re.IGNORECASE)
    if set_up or re.search(r"\b(?:room|cell|centre|center|secretariat|team|panel|chair)$", name, re.IGNORECASE):
        return "bound"
    if alone:
        return "third-party"
    return "bound" if signed >= 2 else "signatory"


def _whole(name: str, text: str) -> str:
    """'Government' as the text has it in full: 'Government of Norland', 'Mission in Norland'."""
    if not name:
        return name
    if name.isupper() and " " not in name:
        full = re.search(rf"(?P<full>{NAME}) \((?:the )?[\"“]?{re.escape(name)}[\"”]?\)", text)
        return full["full"] if full and is_name(full["full"]) else name
    link = "of" if " of " not in name or ARMED.match(name) else "in" if WATCHES.search(name.split()[-1]) else None
    longer = re.search(rf"\b{re.escape(name)} {link} (?:the )?{NAME}", text) if link else None
    if longer is None and WATCHES.search(name.split()[-1]):
        longer = re.search(rf"\b{re.escape(name)} (?:in|to|for) (?:the )?{NAME}", text)
    return longer.group(0) if longer and is_name(longer.group(0)) else name


def _add(found: dict[str, Named], name: str, role: str) -> None:
    name = plain(name)
    key = slug(name)
    if not key or any(_same(folded(name), a) for a in found.values()):
        return
    found[key] = Named(key, name, role)


def _with_others(actors: Iterable[Named], text: Layout, whole: str) -> list[Named]:
    actors = list(actors)
    names = [a.name for a in actors]
    return [replace(a, aliases=tuple(other_names(a.name, names, text, whole))) for a in actors]


def _same(name: str, actor: Named) -> bool:
    """Whether words name an actor: its name, one within the other at word borders, or a name made of its stem."""
    for one in (actor.name, *actor.aliases):
        known = folded(plain(one))
        if re.fullmatch(HEADS, plain(one)):
            if name == known:
                return True
            continue
        if name == known or (re.search(rf"\b{re.escape(known)}\b", name) and not _belongs(name, known)):
            return True
        if name and re.search(rf"\b{re.escape(name)}\b", known):
            return True
    return False


def _belongs(longer: str, known: str) -> bool:
    """'armed forces of norland', 'norland armed forces': a body of the actor, not the actor."""
    return bool(ORGAN.search(longer)) and not ORGAN.search(known) and "government" not in longer and "republic" not in longer


def _merged(actors: list[Named]) -> list[Named]:
    """Each actor once; a short name that came first gives way to the full name whose short name it is."""
    out: list[Named] = []
    for a in actors:
        short = [b for b in out if folded(b.name) in {folded(plain(x)) for x in a.aliases}]
        if short:
            role = a.role if short[0].role == "bound" else short[0].role
            out = [replace(a, role=role) if b is short[0] else b for b in out if b is short[0] or b not in short]
        elif not any(_same(folded(a.name), b) for b in out):
            out.append(a)
    return out


def _placed(actor: Named, actors: list[Named], meanings: tuple[tuple[str, str], ...]) -> Named:
    """A body of a party stands under it: 'Armed Forces of Norland', 'Norlandic forces', 'Lebanese Armed Forces'."""
    if actor.role != "bound":
        return actor
    for short, meaning in meanings:
        above = _inside(meaning, tuple(a for a in actors if a.role == "signatory"))
        if folded(short) == folded(actor.name) and len(above) == 1:
            return replace(actor, under=above[0])
    for other in actors:
        if other.key != actor.key and other.role == "signatory" and _of(folded(actor.name), other):
            return replace(actor, under=other.key)
    return actor


_OF_A_STATE = re.compile(r"\b(?:Republic|Kingdom|State|Federation|Emirate|Sultanate) of (?:the )?(?P<own>[A-Z][a-z]{3,})$")


def _of(name: str, other: Named) -> bool:
    for one in (other.name, bare(other.name), *other.aliases):
        known = folded(plain(one))
        number = country(one)
        forms = countries()[number].forms if number is not None else ()
        adjectives = {folded(word) for form, word in forms if form in {"adjective", "people"}}
        if any(re.search(rf"\b{re.escape(x)}\b", name) for x in {known, *adjectives}):
            return True
        if (own := _OF_A_STATE.search(plain(one))) is not None:
            known = folded(own["own"])  # 'the Ostravan side' is that of the 'Ministry of the Republic of Ostrava'
        stem = " " not in known and len(known) > 4 and not re.fullmatch(HEADS, plain(one))  # 'forces' are not the Force's
        if stem and re.search(rf"\b{re.escape(known[:-1])}\w{{1,5}}\b", name):
            return True
    return False
