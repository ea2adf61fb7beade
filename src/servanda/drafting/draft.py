"""A draft of an agreement file from the agreement's own words, for a person to complete.

Invariant: a draft loads without errors; every guess carries a comment `# check:`; every promise that no field holds
stands under `unmodelled`, quoted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from servanda.agreement import loads
from servanda.agreement.build import period
from servanda.agreement.calendar import add
from servanda.agreement.model import Agreement
from servanda.drafting.bodies import is_demonym
from servanda.drafting.days import Days, days, moment, zones_of_parties
from servanda.drafting.parties import Named, is_actor, meant, parties, slug
from servanda.drafting.powers import Powers
from servanda.drafting.promises import KINDS_OF_PLACE, PLACES, PLACES_OF, Left, Promise, promises
from servanda.drafting.provisions import DUTY, Layout, layout
from servanda.drafting.quoting import quoted
from servanda.drafting.short_names import definitions
from servanda.drafting.signers import WATCHES
from servanda.drafting.terms import Term, term_lines, terms
from servanda.drafting.tongue import english
from servanda.drafting.unbroken import unbroken
from servanda.reports.sources import folded

_DUTY = re.compile(rf"\b(?:{DUTY}|may|stays?|remains?|lasts?|is to|are to)\b", re.IGNORECASE)

_PLAINLY = re.compile(
    r"(?:We|Nobody|No one|No (?:man|woman|side|fighter|herder|person)|The (?:people|men|young men|women|elders|herders|"
    r"fighters|families|villagers|farmers)(?: \w+){0,6}?)\s+(?:immediately |all )?"
    r"(?:stop|end|free|go|come|carry|leave|open|give|keep|let|bring|pay|hand|lay|return|put|move|stay|take|guard|cease|"
    r"release|withdraw)(?:s|es)?\b"
)
"""What a village truce lays down in the present: 'We stop the killing', 'No one comes to the market with a gun'."""
_PLACE_NAME = re.compile(
    rf"(?!(?:In|At|On|From|Of|For|All|Any|Both|Each|No|Ports?|Cities|Towns|Areas?)\b(?! [A-Z]))"
    rf"(?:(?:southern|northern|eastern|western|central|north|south|east|west) )?[A-Z][\w'’-]*"
    rf"(?: (?:[A-Z0-9][\w'’-]*|of|the|al|el|de|{KINDS_OF_PLACE}))*$"
)
_FOREIGN = (
    "# The text stands in two languages; {} of its lines are not in English and were not read."
    " Compare them, and write what they word otherwise under 'texts'."
)


@dataclass(frozen=True, slots=True)
class _Draft:
    """What the lines are made from."""

    title: str
    days: Days
    actors: tuple[Named, ...]
    zones: dict[str, str]
    terms: tuple[Term, ...]
    left: tuple[Left, ...]
    within: dict[str, str]


def draft(text: str, *, title: str | None = None) -> str:
    """The YAML of a draft. `title` is used where given, else the text's own.

    It is read twice: the second time with the names that the first reading found.
    """
    text, foreign = english(unbroken(text))
    taken = layout(text)
    first = _drafted(taken, text, title, None)
    made = _drafted(taken, text, title, loads(first))
    return f"{_FOREIGN.format(foreign)}\n{made}" if foreign else made


def _drafted(taken: Layout, text: str, title: str | None, names: Agreement | None) -> str:
    when = days(taken, text)
    found = promises(taken.provisions, when.signed or when.force, names)
    kept = [p for p in found if isinstance(p, Promise)]
    spoken = [n for p in kept for n in (*p.bearer, *p.doer, *p.target, *([p.prevents] if p.prevents else []))]
    spoken += [h for p in found if isinstance(p, Powers) for h in p.holders]
    actors = _distinct(_prevented(parties(taken, spoken), kept))
    zones = _zones(kept, actors, {k: z.name for k, z in names.zones.items()} if names else {}, _meanings(taken))
    made = terms(found, actors, zones, when)
    left = tuple(p for p in (*found, *_unheard(taken, found, made)) if isinstance(p, Left) and p.says != when.force_why)
    return (
        "\n".join(_lines(_Draft(title or taken.title or "An agreement", when, actors, zones, made, left, _within(zones, kept))))
        + "\n"
    )


def _lines(d: _Draft) -> list[str]:
    zone, why = _zone(d)
    lines = [
        "# A draft made from the agreement's own words. Every line marked '# check:' is a guess; read all of it.",
        "servanda: 1",
        f"id: {slug(d.title)[:40].strip('-') or 'agreement'}",
        f"title: {quoted(d.title)}",
        *_own_days(d.days, zone),
        f"timezone: {zone}  # check: {why}",
        "actors:",
        *(_actor(a) for a in d.actors),
    ]
    if d.zones:
        lines += [
            "zones:",
            *(_zone_line(key, name, d.within.get(key)) for key, name in d.zones.items()),
        ]
    lines.append("terms:")
    for term in d.terms:
        lines += term_lines(term)
    if not d.terms:
        lines += _placeholder(d.actors)
    if d.left:
        lines += ["unmodelled:", *(_left(p, d.terms) for p in d.left)]
    return lines


def _zone(d: _Draft) -> tuple[str, str]:
    if d.days.timezone:
        return d.days.timezone, f"{d.days.timezone_why}; in which zone does a day of the agreement end?"
    theirs = zones_of_parties(d.actors)
    if theirs:
        said = ", ".join(f"{zone} is {city}'s" for zone, city in theirs)
        return theirs[0][0], f"{said}; in which zone does a day of the agreement end?"
    return "UTC", "the time zone in which a day ends, such as Asia/Baku"


def _own_days(own: Days, zone: str) -> list[str]:
    signed = own.signed or own.force
    lines = [
        f"signed: {own.signed}"
        if own.signed
        else f"signed: {signed or date(2000, 1, 1)}  # check: the text tells no day of signing; write it"
    ]
    if own.force:
        lines.append(f"in_force: {moment(own.force, own.force_at, zone)}  # check: the text says {quoted(own.force_why)}")
    elif own.signed:
        lines.append(f"in_force: {own.signed}  # check: does it enter into force on the day of signing?")
    else:
        lines.append("# in_force: YYYY-MM-DD")
    if own.lasts:
        begins, length = own.force or own.signed, period(own.lasts)
        last = add(begins, length) - timedelta(days=1) if begins and length else None
        lines.append(
            f"expires: {last}  # check: the text lets it last {own.lasts}"
            if last
            else f"# check: it lasts {own.lasts}; write expires"
        )
    return lines


def _actor(a: Named) -> str:
    fields = [f"name: {quoted(a.name)}", f"role: {a.role}"]
    if a.under:
        link = a.under if a.how == "commands" else f"{{actor: {a.under}, as: {a.how}}}"
        fields += [f"under: {link}"]
    if a.role == "bound":
        fields += ['basis: "named in the text"']
    if a.aliases:
        fields += [f"aliases: [{', '.join(quoted(x) for x in a.aliases)}]"]
    return f"  {a.key}: {{{', '.join(fields)}}}  # check: name, role, aliases{', under' if a.under else ''}"


def _distinct(actors: Sequence[Named]) -> tuple[Named, ...]:
    """Each name with one actor: an alias that another actor has already stays with that one."""
    taken = {folded(a.name): a.key for a in reversed(actors)}
    out = []
    for a in actors:
        name = a.name if taken[folded(a.name)] == a.key else f"{a.name} ({a.key})"
        kept = tuple(x for x in a.aliases if taken.setdefault(folded(x), a.key) == a.key)
        out.append(replace(a, name=name, aliases=kept))
    return tuple(out)


def _unheard(taken: Layout, found: Sequence[object], made: Sequence[Term]) -> list[Left]:
    """In a text of which nothing is numbered, the sentences of duty that became no term: not one may be lost."""
    if any(p.listed for p in taken.provisions):
        return []
    told = {t.promise.says for t in made} | {p.says for p in found if isinstance(p, Left)}
    kept = (p for p in taken.provisions if _DUTY.search(p.says) or _PLAINLY.match(p.says))
    return [Left(p.article, p.says) for p in kept if p.says not in told]


def _prevented(actors: tuple[Named, ...], kept: Sequence[Promise]) -> tuple[Named, ...]:
    """'X will prevent Y from' puts Y under X: what Y does is evidence of how X keeps it."""
    over: dict[str, str] = {}
    for p in kept:
        if p.prevents:
            above, below = meant(p.bearer, actors), meant([p.prevents], actors)
            if len(above) == 1 and len(below) == 1 and above != below:
                over[below[0]] = above[0]
    return tuple(replace(a, under=over[a.key], how="must-prevent", role="bound") if a.key in over else a for a in actors)


def _zones(kept: Sequence[Promise], actors: Sequence[Named], known: dict[str, str], told: Sequence[str]) -> dict[str, str]:
    """Places named in the promises and in `told`, besides those `known`; a name of an actor is none."""
    out = dict(known)
    whole = [re.sub(r"\s*\([^()]*\)", "", words) for words in (*(p.says for p in kept), *told)]
    kinds = [m.group(1) for words in whole for m in PLACES.finditer(words)]
    lists = [m["names"] for words in whole for m in PLACES_OF.finditer(words)]
    named = [p.zone for p in kept if p.zone and _is_place(p.zone) and not is_actor(p.zone, actors) and not _is_body(p)]
    named = [next((k for k in kinds if re.match(rf"{re.escape(n)}\b", k)), n) for n in named]
    for name in (*kinds, *lists, *named):
        plain = re.sub(r"^(?:the|towns?|city|cities|villages?|districts?) (?:of )?", "", name, flags=re.IGNORECASE)
        for one in re.split(r"(?:,\s+|\s+and\s+|\s+or\s+)(?:the\s+)?", plain):
            if (
                slug(one)
                and _PLACE_NAME.match(one)
                and not is_demonym(one)
                and not is_actor(one, actors)
                and not any(a.name.startswith(f"{one} of ") or _is_of_land(a.name, one) for a in actors)
                and not any(_overlap(one, n) for n in out.values())
            ):
                out[slug(one)] = one
    return out


def _within(zones: dict[str, str], kept: Sequence[Promise]) -> dict[str, str]:
    """'The town of X in the Y district': X lies within Y, where both are zones of the draft."""
    whole = " ".join(dict.fromkeys(p.says for p in kept))
    found: dict[str, str] = {}
    for key, name in zones.items():
        beside = [o for o, n in zones.items() if o != key and _lies_in(name, n, whole)]
        if len(beside) == 1 and found.get(beside[0]) != key:
            found[key] = beside[0]
    return found


def _is_of_land(name: str, place: str) -> bool:
    """Whether an actor is the land itself: the 'Province of Ruvo' is Ruvo."""
    land = "Province|District|Region|Canton|County|Municipality|Republic|State|Kingdom|Emirate|Sultanate|Federation"
    return re.search(rf"\b(?:{land}) of (?:the )?{re.escape(place)}$", name) is not None


def _lies_in(one: str, other: str, words: str) -> bool:
    wide = re.escape(re.sub(rf" (?:{KINDS_OF_PLACE})$", "", other))
    return re.search(rf"\b{re.escape(one)},? in (?:the )?(?:[a-z]+ of )?{wide}\b", words) is not None


def _zone_line(key: str, name: str, within: str | None) -> str:
    lies = f", within: {within}" if within else ""
    return f"  {key}: {{name: {quoted(name)}{lies}}}  # check: aliases, geometry{', within' if within else ''}"


def _meanings(taken: Layout) -> list[str]:
    """What the text says that its words for places mean, with the words."""
    return [
        f"{short} of {meaning}" for short, meaning in definitions(taken) if PLACES.search(short) or PLACES_OF.search(meaning)
    ]


def _overlap(one: str, other: str) -> bool:
    """Whether two names are of one place; the town of Merin is not the Merin-Halia road."""
    return any(
        folded(a) in folded(b) and not re.search(rf"(?:{re.escape(a)}[-–]|[-–]{re.escape(a)}\b)", b)
        for a, b in ((one, other), (other, one))
    )


def _is_place(words: str) -> bool:
    """A name that stands for a place: no time, no number, no body."""
    return bool(
        any(w[:1].isupper() for w in words.split())
        and not re.search(
            r"\d|\b(?:day|(?:article|paragraph|point|clause|section|chapter|provision)s?|annex(?:es)?|commission|office|committee|mission|time|act|agreement|accord|protocol|"
            r"memorandum|treaty|truce|part(?:y|ies)|sides?|league|organi[sz]ation|nations|congress|"
            r"january|february|march|april|june|july|august|september|october|november|december)\b",
            words,
            re.IGNORECASE,
        )
        and not WATCHES.search(words)
    )


def _is_body(p: Promise) -> bool:
    """'The monitors of X', 'surrender their arms to X': letters that stand for no place."""
    name = re.escape(p.zone or "")
    there = rf"\b(?:in|at|near|around|inside|outside|from|into) (?:the )?(?:[a-z]+ of )?{name}\b"
    return bool(p.zone) and str(p.zone).isupper() and len(str(p.zone)) > 2 and re.search(there, p.says) is None


def _placeholder(actors: Sequence[Named]) -> list[str]:
    return [
        "  1-check:  # check: no promise could be read; write the terms by hand (docs/agreement.md)",
        "    norm: obligation",
        f"    bearer: [{actors[0].key}]",
        "    act: withdraw",
    ]


def _left(p: Left, made: Sequence[Term]) -> str:
    fields = [f'article: "{p.article}"'] if p.article else []
    fields.append(f"says: {quoted(p.says)}")
    concerned = [t.key for t in made if t.norm == "prohibition"] if p.exempts else []
    if concerned:
        fields.append(f"concerns: [{', '.join(concerned)}]")
    return f"  - {{{', '.join(fields)}}}"
