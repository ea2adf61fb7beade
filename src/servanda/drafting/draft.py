"""A draft of an agreement file from the agreement's own words, for a person to complete.

Invariant: a draft loads without errors; every guess carries a comment `# check:`; every promise that no field holds
stands under `unmodelled`, quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from servanda.drafting.promises import Left, Powers, Promise, promises, signing_day
from servanda.reading.times import TimeExpression
from servanda.reports.sources import folded
from servanda.vocabulary import vocabulary

_SHARED = re.compile(r"\b(part(?:y|ies)|sides?|signator(?:y|ies)|both|each|neither|all)\b", re.IGNORECASE)
_KINDS_OF_PLACE = "district|region|province|valley|corridor|zone|city|port|line|strip|area|governorate"
_PLACES = re.compile(rf"\b((?:[A-Z][\w'’-]+ )+(?:{_KINDS_OF_PLACE}))\b")
_PARTY = r"[A-Z][\w' -]+?"
_JOINED = re.compile(
    rf"\b(?:between|of|by)\s+(?:the )?(?P<a>{_PARTY})\s+and\s+(?:the )?(?P<b>{_PARTY})"
    r"(?=[,.;]|\s+(?:on|signed|of|in|at)\b|$)"
)


_CEASEFIRE = re.compile(r"\b(cease-?fires?|truces?|armistice|cessation of hostilities)\b", re.IGNORECASE)


def draft(text: str, *, title: str | None = None) -> str:
    """The YAML of a draft. `title` is used where given, else the text's first line."""
    signed = signing_day(text)
    found = promises(text, signed)
    kept = [p for p in found if isinstance(p, Promise)]
    actors = _actors(kept, text)
    zones = _zones(kept)
    head = title or next((line.strip(" #") for line in text.splitlines() if line.strip()), "An agreement")
    lines = [
        "# A draft made from the agreement's own words. Every line marked '# check:' is a guess; read all of it.",
        "servanda: 1",
        f"id: {_slug(head)[:40].strip('-') or 'agreement'}",
        f"title: {_quoted(head)}",
        f"signed: {signed}" if signed else f"signed: {date(2000, 1, 1)}  # check: the text tells no day of signing; write it",
        f"in_force: {signed}  # check: does it enter into force on the day of signing?" if signed else "# in_force: YYYY-MM-DD",
        "timezone: UTC  # check: the time zone in which a day ends, such as Asia/Baku",
        "actors:",
        *(f"  {key}: {{name: {_quoted(name)}, role: signatory}}  # check: name, role, aliases" for key, name in actors.items()),
    ]
    if zones:
        lines += ["zones:", *(f"  {key}: {{name: {_quoted(name)}}}  # check: aliases, geometry" for key, name in zones.items())]
    lines.append("terms:")
    used: set[str] = set()
    for p in found:
        if isinstance(p, Promise):
            lines += _term(p, actors, zones, used)
        elif isinstance(p, Powers):
            lines += _power(p, actors)
    if not kept:
        lines += _placeholder(actors)
    left = [p for p in found if isinstance(p, Left)]
    if left:
        lines += ["unmodelled:", *(_left(p) for p in left)]
    return "\n".join(lines) + "\n"


def _term(p: Promise, actors: dict[str, str], zones: dict[str, str], used: set[str]) -> list[str]:
    norm, act = _norm(p)
    bearer = _ids(p.bearer, actors)
    shared = not bearer
    bearer = bearer or list(actors)
    others = [a for a in actors if a not in bearer]
    key = _unused(f"{_slug(p.article or 'x')}-{act}", used)
    zone = next((k for k, name in zones.items() if p.zone and folded(name) == folded(p.zone)), None)
    lines = [
        f"  {key}:",
        *([f'    article: "{p.article}"'] if p.article else []),
        f"    says: {_quoted(p.says)}",
        f"    norm: {norm}  # check: obligation, prohibition or maintenance",
        f"    bearer: [{', '.join(bearer)}]" + ("  # check: the text does not name who owes this" if shared else ""),
        *([f"    toward: [{', '.join(others)}]  # check: to whom it is owed"] if others else []),
        f"    act: {act}  # check",
        *([f"    zone: {zone}"] if zone else []),
    ]
    if norm == "obligation":
        lines += _due(p.deadline)
    elif p.deadline is not None and p.deadline.bound == "from" and p.deadline.earliest:
        lines.append(f"    from: {p.deadline.earliest}")
    return lines


def _power(p: Powers, actors: dict[str, str]) -> list[str]:
    """Lines of the term just written: who may extend it."""
    holders = _ids(p.holders, actors) or list(actors)
    value = f"{{all: [{', '.join(holders)}]}}" if p.every else f"[{', '.join(holders)}]"
    return [f"    may_extend: {value}  # check: the text says {_quoted(p.says)}"]


def _norm(p: Promise) -> tuple[str, str]:
    """A duty to abstain or to keep a ceasefire is a prohibition of the act; a negated act is prohibited."""
    acts = vocabulary("acts.yaml")["acts"]
    if p.act == "cease-fire" or (p.act == "comply" and _CEASEFIRE.search(p.says)):
        return "prohibition", "attack"
    forbidden = acts[p.act].get("norm") == "forbidden"
    refrains = re.search(r"\b(refrain|cease|abstain|prohibited|neither|no|not)\b", p.says, re.IGNORECASE)
    return ("prohibition" if p.negated or (forbidden and refrains) else "obligation"), p.act


def _due(t: TimeExpression | None) -> list[str]:
    if t is None:
        return []
    if t.duration is not None and t.value.startswith("P") and "T" not in t.value and "X" not in t.value:
        base = "signed" if t.relative_to and "sign" in t.relative_to else "in-force"
        doubt = "" if t.relative_to and re.search("sign|force", t.relative_to) else "  # check: counted from what?"
        return [f"    due: {{within: {t.value}, of: {base}}}{doubt}"]
    if t.latest is None:
        return [f"    # check: the text gives the time as {_quoted(t.text)}"]
    if t.bound == "before":
        return [f"    due: {{before: {t.earliest}}}"]
    if t.bound in {"by", "no-later-than"}:
        return [f"    due: {{by: {t.latest}}}"]
    return [f"    due: {{by: {t.latest}}}  # check: the text says {_quoted(t.text)}"]


def _placeholder(actors: dict[str, str]) -> list[str]:
    first = next(iter(actors))
    return [
        "  1-check:  # check: no promise could be read; write the terms by hand (docs/agreement.md)",
        "    norm: obligation",
        f"    bearer: [{first}]",
        "    act: withdraw",
    ]


def _left(p: Left) -> str:
    article = f'article: "{p.article}", ' if p.article else ""
    return f"  - {{{article}says: {_quoted(p.says)}}}"


def _actors(kept: Iterable[Promise], text: str) -> dict[str, str]:
    """The parties: names that owe something or are owed it, and names joined in the title; two placeholders at least."""
    names = [n for p in kept for n in (*p.bearer, *p.target) if not _SHARED.search(n) and n[:1].isupper()]
    head = " ".join(text.splitlines()[:2])
    joined = _JOINED.search(head)
    if joined:
        names = [joined["a"], joined["b"], *names]
    out: dict[str, str] = {}
    for name in names:
        plain = _whole(re.sub(r"^(?:the |The )|['’]s$", "", name).strip(), text)
        if _slug(plain) and not any(folded(plain) in folded(n) or folded(n) in folded(plain) for n in out.values()):
            out[_slug(plain)] = plain
    for key in ("party-a", "party-b"):
        if len(out) < 2:
            out[key] = key.replace("-", " ").title()
    return out


def _whole(name: str, text: str) -> str:
    """'Government' as the text has it in full: 'Government of Norland'."""
    longer = re.search(rf"\b{re.escape(name)} of (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)*", text) if name else None
    return longer.group(0) if longer else name


def _ids(words: Iterable[str], actors: dict[str, str]) -> list[str]:
    found = []
    for w in words:
        if _SHARED.search(w):
            return list(actors)
        found += [k for k, n in actors.items() if folded(n) in folded(w) or folded(w) in folded(n)]
    return list(dict.fromkeys(found))


def _zones(kept: Iterable[Promise]) -> dict[str, str]:
    out: dict[str, str] = {}
    for p in kept:
        named = [p.zone] if p.zone and any(w[:1].isupper() for w in p.zone.split()) else []
        for name in [*named, *(m.group(1) for m in _PLACES.finditer(p.says))]:
            if _slug(name) and not any(folded(name) in folded(n) for n in out.values()):
                out[_slug(name)] = name
    return out


def _unused(key: str, used: set[str]) -> str:
    number = 1
    unique = key
    while unique in used:
        number += 1
        unique = f"{key}-{number}"
    used.add(unique)
    return unique


def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", folded(words)).strip("-")


def _quoted(words: str) -> str:
    """A YAML string in double quotes: one line, marks and control signs escaped."""
    import json

    return json.dumps(words, ensure_ascii=False)
