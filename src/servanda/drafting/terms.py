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

_SEVERAL = re.compile(r"\b\d{1,2}(?:, \d{1,2})*,? and (?:on )?\d{1,2} [A-Z][a-z]+")
_EVENT_WORDS = re.compile(r"\b(sign\w*|force|effect|cease-?fire|truce)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Term:
    """One term of the draft; `powers` are lines of their own, `doubt` is what is not sure of its bearer."""

    key: str
    promise: Promise
    norm: str
    bearer: tuple[str, ...]
    toward: tuple[str, ...]
    zone: str | None
    due: tuple[str, ...] = ()
    powers: tuple[str, ...] = ()
    when: str | None = None
    doubt: str = ""
    verifier: str | None = None
    renewal: str | None = None


def terms(
    found: Sequence[Promise | Powers | Left], actors: Sequence[Named], zones: dict[str, str], when: Days
) -> tuple[Term, ...]:
    """The terms of a draft in the order of the text, with what later provisions say of them."""
    out: list[Term] = []
    used: set[str] = set()
    given: list[tuple[Powers, int]] = []
    for p in found:
        if isinstance(p, Promise):
            for promise in _by_place(p, zones):
                term = _term(promise, actors, zones, used, out)
                if any(_says_again(term, t) for t in out):
                    used.discard(term.key)
                else:
                    out.append(term)
        elif isinstance(p, Powers):
            given.append((p, len(out)))
    for one, before in given:
        out = _with_power(out, one, before, actors)
    out = [_verified(t, out) for t in out]
    return tuple(replace(t, renewal=when.renewal) for t in out)


def _by_place(p: Promise, zones: dict[str, str]) -> list[Promise]:
    """'From the towns of A, B and C' is one promise for each of them, where each can be kept alone."""
    if p.act not in _EACH_ALONE or p.counted is not None:
        return [p]
    names = set(zones.values())
    for words in _LISTED.findall(_IN_BRACKETS.sub("", p.says)):
        parts = [_LED.sub("", one) for one in re.split(r",? and |, ", words)]
        inside = [
            next((n for n in names if folded(n) in (folded(one), folded(one.removeprefix("the ")))), None) for one in parts
        ]
        if len(parts) > 1 and all(inside) and (p.zone is None or any(folded(n or "") in folded(p.zone) for n in inside)):
            return [replace(p, zone=n, alone=True) for n in inside]
    return [p]


_EACH_ALONE = frozenset(
    {"withdraw", "hand-over", "open-route", "allow-passage", "demine", "deploy", "attack", "return-displaced"}
)
_ONE = r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*(?: (?:district|province|region|valley|bridge|road|crossing|port|airport))?"
_LEAD = (
    r"(?:(?:from|in|into|to|at|near|around) )?(?:the )?"
    r"(?:(?:towns?|city|cities|villages?|districts?|ports?|areas?) of )?(?:the )?"
)
_LED = re.compile(rf"^{_LEAD}")
_LISTED = re.compile(rf"\b(?:of|from|in|into|to|at|near|around) (?:the )?({_ONE}(?:(?:, | and |, and ){_LEAD}{_ONE})+)")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")


def term_lines(t: Term) -> list[str]:
    """The YAML lines of a term."""
    p = t.promise
    doubt = "; the text has no word of duty here" if p.plain else ""
    return [
        f"  {t.key}:",
        *([f'    article: "{p.article}"'] if p.article else []),
        f"    says: {quoted(p.says)}",
        f"    norm: {t.norm}  # check: obligation, prohibition or maintenance{doubt}",
        f"    bearer: [{', '.join(t.bearer)}]" + (f"  # check: {t.doubt}" if t.doubt else ""),
        *([f"    toward: [{', '.join(t.toward)}]  # check: to whom it is owed"] if t.toward else []),
        f"    act: {_acts(p.act)}",
        *([f"    zone: {t.zone}"] if t.zone else []),
        *t.due,
        *([t.when] if t.when else []),
        *([f"    # check: more is laid down here than was read: {quoted(p.unread)}"] if p.unread else []),
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
    named, doubt = _bearer(p, actors)
    bearer = tuple(named or signed)
    own = {*bearer, *(a.under for a in actors if a.key in bearer and a.under)}
    owed = [k for k in signed if k not in own]
    zone, several = _zone(p, zones)
    stem = f"{slug(p.article) if p.article else _phase_stem(p)}-{p.act}"
    key = _unused(stem, used)
    due = _own_period(p) if p.norm == "prohibition" else _due(p, before)
    return Term(key, p, p.norm, bearer, tuple(owed), zone, tuple(several + due), when=_when(p, actors, before), doubt=doubt)


def _bearer(p: Promise, actors: Sequence[Named]) -> tuple[list[str], str]:
    """Who owes it, and what is doubtful of that."""
    named = meant(p.doer, actors)
    if named:
        return named, ""
    read = meant(p.bearer, actors)
    if read and p.implied:
        return read, "the text does not name who owes this"
    if read:
        return read, f"the words {quoted(p.doer[0])} stand where the bearer does" if p.doer else ""
    theirs = meant([p.held], actors) if p.held else []
    if theirs:
        return theirs, f"the text names nobody who does it; it is about what is {quoted(p.held)}'s"
    if p.doer:
        return [], f"the text says {quoted(p.doer[0])}; who of the parties owes this?"
    return [], "the text does not name who owes this"


def _when(p: Promise, actors: Sequence[Named], before: Sequence[Term]) -> str | None:
    """The line of the condition: the fulfilment of an earlier term, or an act by somebody; else only its words."""
    hangs = p.hangs
    if hangs is None:
        return None
    said = f"the text says {quoted(hangs.words)}"
    who = meant(hangs.doer, actors)
    if hangs.act is None or hangs.negated:
        return f"    # check: it holds only on a condition, {said}; write 'when'"
    same = [
        t for t in before if t.norm == "obligation" and t.promise.act == hangs.act and (not who or set(who) <= set(t.bearer))
    ]
    if len(same) == 1 or (same and who):
        return f"    when: {same[-1].key}.fulfilled  # check: {said}"
    actor = f", actor: {who[0]}" if len(who) == 1 else ""
    return f"    when: {{act: {hangs.act}{actor}}}  # check: {said}"


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
    if p.alone:
        return next(k for k, name in zones.items() if name == p.zone), []
    if (way := _way_between(p.says, zones)) is not None and p.act in _ON_WAYS:
        return way, []
    says = _AFTER_WHAT.sub("", p.says) if p.act in _NOWHERE else p.says
    for words in (p.zone, says if p.zone is None else None):
        found = [
            k for k, name in zones.items()
            if words and re.search(rf"\b{re.escape(folded(name))}\b", folded(words)) and not _only_beside(name, p.says)
        ]  # fmt: skip
        found = [k for k in found if not any(_part_of_name(zones[k], zones[o]) for o in found)]
        found = list(dict.fromkeys([*found, *(o for k in found for o in zones if _joined(zones[k], zones[o], p.says))]))
        if len(found) == 1:
            other = _with_another(zones[found[0]], p.says)
            if other is None:
                return found[0], []
            found.append(other)
        if found:
            return None, [f"    # check: it names several places: {', '.join(found)}; write one term for each"]
    return None, []


_ON_WAYS = frozenset({"open-route", "block-route", "demine", "lay-mines", "allow-passage", "deny-passage"})
_WAY_BETWEEN = re.compile(
    r"\b(?P<kind>road|highway|corridor|railway|route) (?:between|from|that links) "
    r"(?P<one>[A-Z][\w'’]*(?: [A-Z][\w'’]*)*) (?:and|to|with) (?P<other>[A-Z][\w'’]*(?: [A-Z][\w'’]*)*)"
)


def _way_between(says: str, zones: dict[str, str]) -> str | None:
    """'The road between Merin and Port Halia' is the 'Merin-Port Halia road' of another article."""
    found = _WAY_BETWEEN.search(says)
    if found is None:
        return None
    names = [f"{a} {b} {found['kind']}" for a, b in ((found["one"], found["other"]), (found["other"], found["one"]))]
    return next((k for k, name in zones.items() if folded(name) in {folded(n) for n in names}), None)


def _part_of_name(one: str, other: str) -> bool:
    """'Merin' beside the 'Merin-Halia road'."""
    return one != other and re.search(rf"\b{re.escape(folded(one))}\b", folded(other)) is not None


_AFTER_WHAT = re.compile(r"^(?:Within|After|Following|Upon|Once|N(?:o|ot) later than|Before)\b[^,;.]*,", re.IGNORECASE)
"""'Within ten days of the withdrawal from Z, X hands over its guns': Z is where something else happens."""
_NOWHERE = frozenset({"hand-over-weapons", "disarm", "release", "exchange-prisoners", "return-bodies"})


def _only_beside(name: str, says: str) -> bool:
    """'south of the Blue Line', 'behind the Blue Line': a place that only says where another lies."""
    beside = r"(?:north|south|east|west)\w* of|beyond|behind|outside(?: of)?|away from|\bkm from|kilomet\w+ from"
    return bool(re.search(rf"\b(?:{beside}) (?:the )?{re.escape(folded(name))}\b", folded(says)))


def _joined(one: str, other: str, says: str) -> bool:
    """'Vell and Harr': two places under one preposition."""
    a, b = re.escape(folded(one)), re.escape(folded(other))
    for words in _LISTED.findall(_IN_BRACKETS.sub("", says)):
        if one != other and all(re.search(rf"\b{x}\b", folded(words)) for x in (a, b)):
            return True
    return bool(one != other and re.search(rf"\b(?:{a},? and (?:the )?{b}|{b},? and (?:the )?{a})\b", folded(says)))


def _with_another(name: str, says: str) -> str | None:
    """'at Pelu harbour and Mataro': another place under the same preposition that the draft has no zone for."""
    place = rf"\b(?:at|in|from|near)\s+(?:the\s+)?{re.escape(name)},?\s+and\s+(?:the\s+)?(?P<other>(?-i:[A-Z][\w'’-]+))"
    beside = re.search(place, says, re.IGNORECASE)
    return beside["other"] if beside else None


def _own_period(p: Promise) -> list[str]:
    begins = p.deadline.earliest if p.deadline else None
    return [*([f"    from: {begins}"] if begins else []), *([f"    until: {p.until}"] if p.until and p.until != begins else [])]


def _due(p: Promise, before: Sequence[Term]) -> list[str]:
    if p.day is not None:
        number, included = p.day
        if number == 0:
            return ["    # check: the text counts days from a beginning, and this falls on it; write 'due'"]
        first = ", base_day: included" if included else ""
        return [f"    due: {{within: P{number}D, of: in-force{first}}}  # check: the text counts days from a beginning"]
    t = p.deadline
    if t is None:
        return []
    if t.duration is not None and t.value.startswith("P") and "X" not in t.value:
        days = _whole_days(t.value)
        if days is None:
            return [f"    # check: the text gives the time as {quoted(t.text)}"]
        base, sure = _base(t, before, p)
        doubts = [] if sure else ["counted from what?"]
        doubts += [f"the text says {quoted(t.text)}; deadlines are kept in whole days"] if "T" in t.value else []
        return [f"    due: {{within: {days}, of: {base}}}" + (f"  # check: {' '.join(doubts)}" if doubts else "")]
    if t.latest is None:
        return [f"    # check: the text gives the time as {quoted(t.text)}"]
    if t.bound == "before" and re.search(r"\bend of\b", t.text):
        return [f"    due: {{by: {t.latest}}}  # check: the text says {quoted('before ' + t.text)}"]
    if t.bound == "before":
        return [f"    due: {{before: {t.earliest}}}"]
    if _SEVERAL.search(p.says):
        return [f"    # check: the text names several days; the first is {t.latest}"]
    if t.bound in {"by", "no-later-than"}:
        return [f"    due: {{by: {t.latest}}}"]
    return [f"    due: {{by: {t.latest}}}  # check: the text says {quoted(t.text)}"]


def _whole_days(value: str) -> str | None:
    """A period in whole days: hours are rounded up to the day in which they end; less than an hour is none."""
    if "T" not in value:
        return value
    hours = re.fullmatch(r"PT(\d+)H", value)
    return f"P{-(-int(hours[1]) // 24)}D" if hours else None


def _base(t: TimeExpression, before: Sequence[Term], p: Promise) -> tuple[str, bool]:
    """The event a period is counted from: the signing, the entry into force, or the fulfilment of an earlier term."""
    words = t.relative_to or ""
    if not words:
        return "in-force", False
    if re.search(r"\bsign", words, re.IGNORECASE):
        return "signed", True
    acts = vocabulary("acts.yaml")["acts"]
    for same_word in (True, False):
        for term in reversed(before):
            nouns = {str(n).split()[0].split(":")[0] for n in acts[term.promise.act].get("nouns", ()) if isinstance(n, str)}
            told = [n for n in nouns if re.search(rf"\b{re.escape(n)}\b", words, re.IGNORECASE)]
            if told and (not same_word or any(re.search(rf"\b{re.escape(n)}\b", term.promise.says, re.I) for n in told)):
                return (f"{term.key}.fulfilled", False) if term.norm == "obligation" else ("in-force", False)
    return "in-force", bool(_EVENT_WORDS.search(words))


def _with_power(made: list[Term], p: Powers, before: int, actors: Sequence[Named]) -> list[Term]:
    """The terms with the power over those that its words reach; `before` is how many stand before it."""
    holders = meant(p.holders, actors) or [a.key for a in actors if a.role == "signatory"] or [a.key for a in actors]
    value = f"{{all: [{', '.join(holders)}]}}" if p.every and len(holders) > 1 else f"[{', '.join(holders)}]"
    line = f"    {p.field}: {value}  # check: the text says {quoted(p.says)}"
    return [
        replace(t, powers=(*t.powers, line))
        if _reached(t, p, n, before, made) and not any(x.split(":")[0].strip() == p.field for x in t.powers)
        else t
        for n, t in enumerate(made)
    ]


def _reached(t: Term, p: Powers, n: int, before: int, made: Sequence[Term]) -> bool:
    dated = any("due:" in line or "check: the text gives the time" in line for line in t.due)
    if p.field == "may_extend" and p.reach != "before" and p.times and not dated:
        return False
    if p.reach == "whole":
        return True
    if p.reach == "article" and (p.which or p.article):
        chapter = (p.which or p.article or "").upper()
        own = (t.promise.article or "").upper()
        return own == chapter or bool(re.match(rf"{re.escape(chapter if p.which else chapter.split('.')[0])}(?:[.(]|$)", own))
    if re.match(r"It\b", p.says) and (before == 0 or made[before - 1].promise.article != p.article):
        return True  # 'The truce begins on 2 May. It may be prolonged': the whole
    return n == before - 1


def _verified(t: Term, made: Sequence[Term]) -> Term:
    """The body that another term lets verify this one's act."""
    if t.promise.act == "verify":
        return t
    nouns = [str(n).split()[0] for n in vocabulary("acts.yaml")["acts"][t.promise.act].get("nouns", ()) if isinstance(n, str)]
    for other in made:
        names_it = any(re.search(rf"\b{re.escape(n)}s?\b", other.promise.says, re.IGNORECASE) for n in nouns)
        if (
            names_it
            and _chapter(t) == _chapter(other)
            and other.promise.act == "verify"
            and len(other.bearer) == 1
            and not other.doubt
            and other.key != t.key
        ):
            return replace(t, verifier=other.bearer[0])
    return t


def _chapter(t: Term) -> str:
    """The chapter of a provision whose number has one ('II.3', '2.1'); empty for plain numbers."""
    found = re.match(r"([IVXL]+|\d+)\.", t.promise.article or "")
    return found[1] if found else ""


def _unused(key: str, used: set[str]) -> str:
    number, unique = 1, key
    while unique in used:
        number += 1
        unique = f"{key}-{number}"
    used.add(unique)
    return unique
