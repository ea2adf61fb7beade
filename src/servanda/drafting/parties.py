"""The actors that an agreement's text names: parties, those under them, and those who watch, with their other names.

Invariant: every name stands in the text; a name is one actor, whatever else the text calls it; nobody is a signatory
only because somebody owes or does something to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from servanda.drafting.provisions import Layout
from servanda.reading.names.folding import folded_word
from servanda.reading.names.lexicon import countries, country_of
from servanda.reports.sources import folded

SHARED = re.compile(r"\b(part(?:y|ies)|sides?|signator(?:y|ies)|both|each|neither|either|all|they|we)\b", re.IGNORECASE)
_QUANTIFIED = re.compile(
    r"(?:both|each|neither|either|all|no|every|nothing|any|such|it|they|we|these|this|those)\b", re.IGNORECASE
)
_JOINT = re.compile(r"\b(part(?:y|ies)|sides?|signator(?:y|ies))\b", re.IGNORECASE)
_CAP = r"[^\W\d_a-z][\w'’.-]*"
_NAME = rf"{_CAP}(?:[ -](?:(?:of|for|the)[ ])*{_CAP})*"
_BETWEEN = re.compile(
    r"\b(?:between|of|by|among)\s+(?P<list>(?:the |The )?[^\W\d_a-z][^.;:()\n]*?\s+and\s+(?:the |The )?[^.;:()\n]*)"
)
_BETWEEN_ONLY = re.compile(
    r"\b(?:between|among)\s+(?P<list>(?:the |The )?[^\W\d_a-z][^.;:()\n]*?\s+and\s+(?:the |The )?[^.;:()\n]*)"
)
_ENDS = re.compile(
    r"\s*(?:,?\s+(?:on|signed|in|at|for|from|under|with|dated|done|to|have|has|was|is|regarding|concerning)\b.*|,\s*\d.*)$",
    re.IGNORECASE | re.DOTALL,
)
_OFFICE = re.compile(
    rf"\b(?:President|Prime Minister|King|Queen|Emir|Chairman|Chairperson|Chancellor|Commander(?:-in-Chief)?|Leader) of "
    rf"(?:the )?(?P<name>{_NAME})"
)
_CALLED = re.compile(
    r"\s*,?\s*\(?\s*(?:hereinafter|hereafter|henceforth|also|jointly|collectively|"
    r"together)?[,\s]*(?:referred to as|called|known as|named|"
    r"jointly|collectively)?\s*[,\s]*(?:the\s+)?[\"“”'‘’](?P<short>[^\"“”'‘’]{2,40})[\"“”'’]\s*\)?"
)
_ACRONYM = re.compile(r"\s*\(\s*(?:the\s+)?[\"“]?(?P<short>[A-Z][A-Za-z/-]{1,11})[\"”]?\s*\)")
_FOR = re.compile(
    rf"(?:^|[,\s])(?:[Ff]or|FOR|[Oo]n behalf of)(?: and on behalf of)? (?:the |The )?(?P<name>{_NAME})", re.MULTILINE
)
_ROLE_LINE = re.compile(
    r"^(?P<role>guarantors?|witness(?:es|ed by)?|mediators?|in the presence of)\b[\s:]*(?P<list>.+)$",
    re.IGNORECASE | re.MULTILINE,
)
_WATCHES = re.compile(
    r"\b(missions?|observers?|monitor\w*|commissions?|committees?|mechanism|"
    r"united nations|un|union|osce|red cross|red crescent|"
    r"icrc|unhcr|high commissioner|verification|contingent|peacekeep\w+)\b",
    re.IGNORECASE,
)
_ORGAN = re.compile(
    r"\b(government|army|armed forces|forces|troops|military|side|movement|front|"
    r"council|party|militia|police|guards?|authorit\w+|"
    r"republic|federation|kingdom|state|group|organi[sz]ation|alliance|coalition|command|party|brigades?|resistance|"
    r"administration|faction|congress|union|league|ministry|leadership|commission|mission|committee)\b",
    re.IGNORECASE,
)
_THING = re.compile(
    r"\b(targets?|civilians?|persons?|prisoners?|hostages?|weapons?|articles?|agreement|statement|protocol|annex|memorandum|"
    r"day|phase|combatants?|districts?|regions?|province|valley|corridor|zone|city|port|line|strip|area|governorate|road|"
    r"contact|time|convention|law|charter|resolution|election|war|east|west|north|south)s?$",
    re.IGNORECASE,
)
_MONTHS = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b", re.IGNORECASE
)


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
    whole = " ".join((text.title, text.head, *(p.says for p in text.provisions), text.close))
    found: dict[str, Named] = {}
    for name in _signatories(text):
        _add(found, name, "signatory")
    for role, name in _attending(text.close):
        _add(found, name, role)
    signed = sum(a.role == "signatory" for a in found.values())
    alone = bool(re.match(rf"(?:The )?{_NAME} (?:hereby )?(?:unilaterally )?declares?\b", _first(text)))
    for words in spoken:
        name = _sender(words)
        if _acts_alone(name, found.values()):
            _add(found, _whole(_plain(name), whole), _standing(name, signed, alone))
    named = [replace(a, aliases=tuple(_aliases(a, whole))) for a in found.values()]
    named = [_placed(a, named) for a in _merged(named)]
    for key in ("party-a", "party-b"):
        if sum(a.role == "signatory" for a in named) + sum(a.key.startswith("party") for a in named) == 0 or len(named) < 2:
            named.append(Named(key, key.replace("-", " ").title(), "signatory"))
    return tuple(named)


def meant(words: Iterable[str], actors: Iterable[Named]) -> list[str]:
    """The keys of the actors that words name; 'the parties' are the signatories."""
    actors = tuple(actors)
    out: list[str] = []
    for w in words:
        plain = folded(_plain(w))
        exact = [a.key for a in actors if plain in {folded(n) for n in (a.name, *a.aliases)}]
        if exact:
            out += exact[:1]
        elif (SHARED.search(w) and not w[:1].isupper()) or _JOINT.search(w):
            out += [a.key for a in actors if a.role == "signatory"]
        else:
            plain = folded(_plain(_sender(w)))
            out += ([a.key for a in actors if _same(plain, a)] or [a.key for a in actors if _of(plain, a)])[:1]
    return list(dict.fromkeys(out))


def _signatories(text: Layout) -> Iterator[str]:
    opening = f"{text.title}\n{text.head[len(text.title) :]}"
    for pattern, where in ((_BETWEEN_ONLY, text.title), (_OFFICE, text.title), (_BETWEEN, text.title), (_OFFICE, opening)):
        names = [n for m in pattern.finditer(where) for n in (_listed(m["list"]) if "list" in m.groupdict() else [m["name"]])]
        good = [n for n in names if _is_name(n)]
        yield from good
        if len(good) >= 2:
            break
    for m in re.finditer(rf"(?P<name>{_NAME})", text.head):
        called = _CALLED.match(text.head, m.end()) or _ACRONYM.match(text.head, m.end())
        if called and not _JOINT.search(called["short"]) and _is_name(m["name"]):
            yield m["name"]
    yield from (m["name"] for m in _FOR.finditer(text.close) if _is_name(m["name"]) and not _WATCHES.search(m["name"]))
    yield from (
        m["name"]
        for m in re.finditer(rf"^(?:The )?(?P<name>{_NAME}) (?:hereby )?(?:unilaterally )?declares?\b", _first(text))
        if _is_name(m["name"])
    )


def _first(text: Layout) -> str:
    return next((p.says for p in text.provisions if p.article is None), "")


def _attending(close: str) -> Iterator[tuple[str, str]]:
    for m in _ROLE_LINE.finditer(close):
        role = "guarantor" if m["role"].lower().startswith("guarant") else "third-party"
        yield from ((role, n) for n in _listed(m["list"].rstrip(".")) if _is_name(n))
    yield from (("monitor", m["name"]) for m in _FOR.finditer(close) if _WATCHES.search(m["name"]) and _is_name(m["name"]))


def _listed(words: str) -> list[str]:
    """'the A, the B and the C' as three names; 'and' within a name of one body stays."""
    parts = re.split(r",\s+(?:and\s+)?|\s+and\s+(?=(?:the\s+)?[^\W\d_a-z])", _ENDS.sub("", words))
    return [_plain(re.sub(r"^by\s+", "", p)) for p in parts]


def _sender(words: str) -> str:
    """'a mission of the Regional Union' as the body that sends it."""
    found = re.fullmatch(rf"(?:[Aa]n? |[Tt]he )?(?P<what>[a-z][\w -]*?) (?:of|from) (?:the )?(?P<who>{_NAME})", words.strip())
    return found["who"] if found and _WATCHES.search(found["what"]) else words


def _plain(name: str) -> str:
    name = re.sub(r"^(?:the|both|by|its|a|an)\s+", "", name.strip(' ,.;:"“”'), flags=re.IGNORECASE)
    office = _OFFICE.fullmatch(name)
    return re.sub(r"['’]s$", "", office["name"] if office else name).strip()


def _is_name(name: str) -> bool:
    return bool(name) and name[0].isupper() and len(name) < 90 and not _THING.search(name) and not _MONTHS.search(name)


def _acts_alone(name: str, parties_: Iterable[Named]) -> bool:
    """Whether a doer read in a provision is a body of its own: a country, or a name with a body's word in it.

    'Norlandic forces' and "Norland's army" are Norland; 'Lebanese Armed Forces' is a body with a name.
    """
    plain = _plain(name)
    if not _is_name(plain) or _QUANTIFIED.match(plain) or _JOINT.fullmatch(plain):
        return False
    if plain.split()[-1].islower() and any(_of(folded(plain), a) for a in parties_):
        return False
    return " " not in plain or bool(_ORGAN.search(plain)) or bool(_WATCHES.search(plain)) or _country(plain) is not None


def _standing(name: str, signed: int, alone: bool) -> str:
    """The role of somebody named in the provisions; a declaration made alone binds nobody else."""
    if _WATCHES.search(name):
        return "monitor"
    if alone:
        return "third-party"
    return "bound" if signed >= 2 else "signatory"


def _whole(name: str, text: str) -> str:
    """'Government' as the text has it in full: 'Government of Norland'."""
    longer = re.search(rf"\b{re.escape(name)} of (?:the )?{_NAME}", text) if name and " of " not in name else None
    return longer.group(0) if longer and _is_name(longer.group(0)) else name


def _add(found: dict[str, Named], name: str, role: str) -> None:
    plain = _plain(name)
    key = slug(plain)
    if not key or any(_same(folded(plain), a) for a in found.values()):
        return
    found[key] = Named(key, plain, role)


def _aliases(actor: Named, text: str) -> Iterator[str]:
    """Other names: in brackets or quotation marks behind the name, and the name without what kind of state it is."""
    seen = {folded(actor.name)}
    others = [actor.name]
    bare = re.sub(r"^(?:Government|Republic|Kingdom|State|Federal Republic) of (?:the )?", "", actor.name)
    bare = re.sub(r"^(?:Republic|Kingdom|State|Federal Republic) of (?:the )?", "", bare)
    others.append(bare if len(bare) > 3 else actor.name)
    others += [
        m[0]
        for m in re.finditer(
            rf"\b(?:Government of (?:the )?)?(?:(?:{_CAP} )?(?:Republic|Kingdom|State|Union) of (?:the )?)?{re.escape(bare)}\b",
            text,
        )
    ]
    for name in dict.fromkeys((actor.name, bare)):
        for m in re.finditer(re.escape(name), text):
            for pattern in (_CALLED, _ACRONYM):
                short = pattern.match(text, m.end())
                if short and not _JOINT.search(short["short"]):
                    others.append(short["short"].strip())
    country = _country(bare)
    if country is not None and folded(actor.name) != folded(bare):
        others.append(bare)
    for name in others:
        if folded(name) not in seen:
            seen.add(folded(name))
            yield name


def _country(name: str) -> int | None:
    found = country_of().get(folded_word(name))
    return found[0] if found and found[1] == "name" else None


def _same(plain: str, actor: Named) -> bool:
    """Whether words name an actor: its name, one within the other at word borders, or a name made of its stem."""
    for name in (actor.name, *actor.aliases):
        known = folded(name)
        if plain == known or (re.search(rf"\b{re.escape(known)}\b", plain) and not _belongs(plain, known)):
            return True
        if plain and re.search(rf"\b{re.escape(plain)}\b", known):
            return True
    return False


def _belongs(longer: str, known: str) -> bool:
    """'armed forces of norland', 'norland armed forces': a body of the actor, not the actor."""
    return bool(_ORGAN.search(longer)) and not _ORGAN.search(known) and "government" not in longer and "republic" not in longer


def _merged(actors: list[Named]) -> list[Named]:
    out: list[Named] = []
    for a in actors:
        if not any(_same(folded(a.name), b) for b in out):
            out.append(a)
    return out


def _placed(actor: Named, actors: list[Named]) -> Named:
    """A body of a party stands under it: 'Armed Forces of Norland', 'Norlandic forces', 'Lebanese Armed Forces'."""
    if actor.role != "bound":
        return actor
    for other in actors:
        if other.key != actor.key and other.role == "signatory" and _of(folded(actor.name), other):
            return replace(actor, under=other.key)
    return actor


def _of(plain: str, other: Named) -> bool:
    for name in (other.name, *other.aliases):
        known = folded(name)
        number = _country(name)
        forms = countries()[number].forms if number is not None else ()
        adjectives = {folded(word) for form, word in forms if form in {"adjective", "people"}}
        if any(re.search(rf"\b{re.escape(x)}\b", plain) for x in {known, *adjectives}):
            return True
        if " " not in known and len(known) > 4 and re.search(rf"\b{re.escape(known[:-1])}\w{{1,5}}\b", plain):
            return True
    return False
