"""Promises as terms of the file: whose, to whom, what, where, until when, and the powers over them.

Invariant: every id that a term names is one of the draft's actors, zones or terms; a field is written only where
the text gives something for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from servanda.drafting.days import Days
from servanda.drafting.parties import Named, meant, slug
from servanda.drafting.powers import Powers
from servanda.drafting.promises import Left, Promise
from servanda.drafting.quoting import quoted
from servanda.reading.times import TimeExpression
from servanda.reports.sources import folded
from servanda.vocabulary import vocabulary

_EVENT_WORDS = re.compile(r"\b(sign\w*|force|effect|cease-?fire|truce)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Term:
    """One term of the draft; `powers` are lines of their own, `shared` that the text names no bearer."""

    key: str
    promise: Promise
    norm: str
    bearer: tuple[str, ...]
    shared: bool
    toward: tuple[str, ...]
    zone: str | None
    due: tuple[str, ...] = ()
    powers: tuple[str, ...] = ()
    verifier: str | None = None
    renewal: str | None = None


def terms(
    found: Sequence[Promise | Powers | Left], actors: Sequence[Named], zones: dict[str, str], when: Days
) -> tuple[Term, ...]:
    """The terms of a draft in the order of the text, with what later provisions say of them."""
    out: list[Term] = []
    used: set[str] = set()
    for p in found:
        if isinstance(p, Promise):
            term = _term(p, actors, zones, used, out)
            if any(_says_again(term, t) for t in out):
                used.discard(term.key)
            else:
                out.append(term)
        elif isinstance(p, Powers):
            out = _with_power(out, p, actors)
    out = [_verified(t, out) for t in out]
    return tuple(replace(t, renewal=when.renewal) for t in out)


def term_lines(t: Term) -> list[str]:
    """The YAML lines of a term."""
    p = t.promise
    doubt = "; the text has no word of duty here" if p.plain else ""
    return [
        f"  {t.key}:",
        *([f'    article: "{p.article}"'] if p.article else []),
        f"    says: {quoted(p.says)}",
        f"    norm: {t.norm}  # check: obligation, prohibition or maintenance{doubt}",
        f"    bearer: [{', '.join(t.bearer)}]" + ("  # check: the text does not name who owes this" if t.shared else ""),
        *([f"    toward: [{', '.join(t.toward)}]  # check: to whom it is owed"] if t.toward else []),
        f"    act: {_acts(p.act)}",
        *([f"    zone: {t.zone}"] if t.zone else []),
        *t.due,
        *([f'    phase: "{p.phase}"'] if p.phase else []),
        *(
            [f"    limit: {{{p.counted[0]}: {{{p.counted[1]}: {p.counted[2]}}}}}  # check: what is counted"]
            if p.counted
            else []
        ),
        *([f"    verifier: {t.verifier}  # check"] if t.verifier else []),
        *([f"    renewal: {t.renewal}  # check: renewed by this unless notice is given?"] if t.renewal else []),
        *t.powers,
    ]


def _acts(act: str) -> str:
    """What performs the promise; a place is handed over by leaving it too, unless a person decides otherwise."""
    if act == "hand-over":
        return "[hand-over, withdraw]  # check: is it performed by leaving the place too?"
    return f"{act}  # check"


def _term(p: Promise, actors: Sequence[Named], zones: dict[str, str], used: set[str], before: Sequence[Term]) -> Term:
    signed = [a.key for a in actors if a.role == "signatory"] or [a.key for a in actors]
    named = meant(p.bearer, actors) or meant(p.doer, actors)
    bearer = tuple(named or signed)
    own = {*bearer, *(a.under for a in actors if a.key in bearer and a.under)}
    owed = [k for k in signed if k not in own]
    zone, several = _zone(p, zones)
    stem = f"{slug(p.article) if p.article else _phase_stem(p)}-{p.act}"
    key = _unused(stem, used)
    due = _own_period(p) if p.norm == "prohibition" else _due(p, before)
    return Term(key, p, p.norm, bearer, not named, tuple(owed), zone, tuple(several + due))


def _says_again(term: Term, earlier: Term) -> bool:
    """Whether one sentence was read twice: the same promise of the same place by no more bearers."""
    one, other = term.promise, earlier.promise
    same = (one.says, one.article, term.norm, one.act, term.due) == (
        other.says,
        other.article,
        earlier.norm,
        other.act,
        earlier.due,
    )
    return same and term.zone in {None, earlier.zone} and set(term.bearer) <= set(earlier.bearer)


def _phase_stem(p: Promise) -> str:
    return f"phase-{p.phase}" if p.phase else "x"


def _zone(p: Promise, zones: dict[str, str]) -> tuple[str | None, list[str]]:
    """The one zone that the promise names; of several, a line that says so."""
    for words in (p.zone, p.says if p.zone is None else None):
        found = [
            k for k, name in zones.items()
            if words and re.search(rf"\b{re.escape(folded(name))}\b", folded(words)) and not _only_beside(name, p.says)
        ]  # fmt: skip
        found = list(dict.fromkeys([*found, *(o for k in found for o in zones if _joined(zones[k], zones[o], p.says))]))
        if len(found) == 1:
            return found[0], []
        if found:
            return None, [f"    # check: it names several places: {', '.join(found)}; write one term for each"]
    return None, []


def _only_beside(name: str, says: str) -> bool:
    """'south of the Blue Line', 'behind the Blue Line': a place that only says where another lies."""
    beside = r"(?:north|south|east|west)\w* of|beyond|behind|outside(?: of)?|away from|\bkm from|kilomet\w+ from"
    return bool(re.search(rf"\b(?:{beside}) (?:the )?{re.escape(folded(name))}\b", folded(says)))


def _joined(one: str, other: str, says: str) -> bool:
    """'Vell and Harr': two places under one preposition."""
    a, b = re.escape(folded(one)), re.escape(folded(other))
    return bool(one != other and re.search(rf"\b(?:{a},? and (?:the )?{b}|{b},? and (?:the )?{a})\b", folded(says)))


def _own_period(p: Promise) -> list[str]:
    begins = p.deadline.earliest if p.deadline else None
    return [*([f"    from: {begins}"] if begins else []), *([f"    until: {p.until}"] if p.until and p.until != begins else [])]


def _due(p: Promise, before: Sequence[Term]) -> list[str]:
    if p.day is not None:
        return [
            f"    due: {{within: P{p.day}D, of: in-force, base_day: included}}  # check: the text counts days from a beginning"
        ]
    t = p.deadline
    if t is None:
        return []
    if t.duration is not None and t.value.startswith("P") and "T" not in t.value and "X" not in t.value:
        base, sure = _base(t, before)
        return [f"    due: {{within: {t.value}, of: {base}}}" + ("" if sure else "  # check: counted from what?")]
    if t.latest is None:
        return [f"    # check: the text gives the time as {quoted(t.text)}"]
    if t.bound == "before":
        return [f"    due: {{before: {t.earliest}}}"]
    if t.bound in {"by", "no-later-than"}:
        return [f"    due: {{by: {t.latest}}}"]
    return [f"    due: {{by: {t.latest}}}  # check: the text says {quoted(t.text)}"]


def _base(t: TimeExpression, before: Sequence[Term]) -> tuple[str, bool]:
    """The event a period is counted from: the signing, the entry into force, or the fulfilment of an earlier term."""
    words = t.relative_to or ""
    if not words:
        return "in-force", False
    if re.search(r"\bsign", words, re.IGNORECASE):
        return "signed", True
    acts = vocabulary("acts.yaml")["acts"]
    for term in reversed(before):
        nouns = [str(n).split()[0] for n in acts[term.promise.act].get("nouns", ()) if isinstance(n, str)]
        if any(re.search(rf"\b{re.escape(n)}\b", words, re.IGNORECASE) for n in nouns):
            return (f"{term.key}.fulfilled", False) if term.norm == "obligation" else ("in-force", False)
    return "in-force", bool(_EVENT_WORDS.search(words))


def _with_power(made: list[Term], p: Powers, actors: Sequence[Named]) -> list[Term]:
    holders = meant(p.holders, actors) or [a.key for a in actors if a.role == "signatory"] or [a.key for a in actors]
    value = f"{{all: [{', '.join(holders)}]}}" if p.every else f"[{', '.join(holders)}]"
    line = f"    {p.field}: {value}  # check: the text says {quoted(p.says)}"
    return [
        replace(t, powers=(*t.powers, line))
        if _reached(t, p, made) and not any(x.split(":")[0].strip() == p.field for x in t.powers)
        else t
        for t in made
    ]


def _reached(t: Term, p: Powers, made: Sequence[Term]) -> bool:
    dated = t.norm == "obligation" if p.field == "may_extend" else True
    if p.reach == "whole":
        return True
    if p.reach == "article" and p.article:
        chapter = p.article.split(".")[0]
        return dated and (t.promise.article or "").split(".")[0].split("(")[0] == chapter
    return bool(made) and t is made[-1]


def _verified(t: Term, made: Sequence[Term]) -> Term:
    """The body that another term lets verify this one's act."""
    nouns = [str(n).split()[0] for n in vocabulary("acts.yaml")["acts"][t.promise.act].get("nouns", ()) if isinstance(n, str)]
    for other in made:
        names_it = any(re.search(rf"\b{re.escape(n)}\b", other.promise.says, re.IGNORECASE) for n in nouns)
        if names_it and other.promise.act == "verify" and len(other.bearer) == 1 and not other.shared and other.key != t.key:
            return replace(t, verifier=other.bearer[0])
    return t


def _unused(key: str, used: set[str]) -> str:
    number, unique = 1, key
    while unique in used:
        number += 1
        unique = f"{key}-{number}"
    used.add(unique)
    return unique
