"""The promises of a text: which provisions promise something, what is read in them, and what is left over.

Invariant: every provision with a word of promise, and every one that stands under a number, comes out: as a promise,
as a power over promises, as an exception, or as words that no field holds; every quotation is word for word.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from servanda.agreement.model import Agreement
from servanda.drafting.powers import Powers, power
from servanda.drafting.provisions import DUTY, Provision
from servanda.reading.readout import readout
from servanda.reading.times import Anchor, TimeExpression, find_times
from servanda.reports.model import Report, Segment
from servanda.vocabulary import vocabulary

CUE = re.compile(
    r"\b(shall|will|must|undertakes?|undertook|agrees? to|agreed to|commits? (?:itself |themselves )?to|pledges? to|"
    r"is to|are to|be obliged|is obliged|are obliged|refrains? from|ceases?|is prohibited|are prohibited|may not|"
    r"declares?|guarantees?|ensures?)\b",
    re.IGNORECASE,
)
_SPEECH = frozenset({"sign", "agree", "demand", "accuse", "deny", "retract", "threaten", "request-extension", "refuse-terms",
                     "extend-deadline", "waive", "terminate", "suspend", "resume", "concede", "breach-ceasefire"})  # fmt: skip
_OWED = frozenset({"required", "promised", "announced", "refused"})
_NOT = frozenset({"denied", "unknown"})
_BESIDE = re.compile(
    r"\b(?:after|before|following|upon|with|under|during|until|of|for|about|pending|"
    r"without|from|despite|than|where|if|in parallel with)"
    r"\s+(?:the |a |an |any |its |their |full |complete |such )*$",
    re.IGNORECASE,
)
_ABSTAINS = re.compile(r"\b(refrain|cease|abstain|prohibited|forbidden|neither|no|not|halt|stop)\b", re.IGNORECASE)
_PREVENTS = re.compile(
    r"(?P<who>[A-Z][^,;.]*?)\s+(?:shall|will|must|undertakes? to|agrees? to)\s+(?:prevent|ensure that|make sure that)\s+"
    r"(?P<whom>[A-Z][\w'’ -]*?)(?=\s+(?:and all|and any|and other|from|does|do|and its|,))"
)
_CEASEFIRE = re.compile(
    r"\b(cease-?fires?|truces?|armistice|cessation of (?:all )?(?:hostilities|military \w+)|"
    r"end to all (?:military \w+|hostilities))\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?P<bound>no more than|not more than|not exceeding|up to|at most|a maximum of|no "
    r"fewer than|no less than|at least|a minimum of|not less than)?"
    r"\s*(?P<number>\d{1,3}(?:[, ]\d{3})+|\d+)\s+(?:\w+ing |unarmed |armed |"
    r"additional |of its )?(?P<what>[a-z]+(?: [a-z]+){0,3})",
    re.IGNORECASE,
)
_KINDS_OF_PLACE = (
    "district|region|province|valley|corridor|zone|city|port|line|strip|area|"
    "governorate|town|village|road|airport|peninsula|island"
)
PLACES = re.compile(rf"\b((?:[A-Z][\w'’-]+ )+(?:{_KINDS_OF_PLACE})s?|(?:[A-Z][\w'’-]+ )+(?:{_KINDS_OF_PLACE.title()}))\b")
_NEVER_OWED = frozenset(
    {"attack", "detain", "lay-mines", "breach-ceasefire", "capture", "deny-passage", "block-route", "obstruct-monitor"}
)
_BY_WHOM = re.compile(r"\bby (?:the )?(?P<who>[A-Z][\w'’]*(?: (?:of |for |the )*[A-Z][\w'’]*)*)(?! (?:19|20)\d\d)")
_OWES = re.compile(
    r"^(?:[^,]{2,60}, )?(?P<who>(?:[A-Z]|the |each |both |neither )[^,;:]{1,100}?)\s+"
    rf"(?:{DUTY}|guarantees?)\b"
)
_PASSIVE = re.compile(r"\s+(?:not\s+)?be\b")
_DAY_N = re.compile(
    r"\b(?P<bound>no later than|not later than|by|on|until)?\s*(?:the )?day (?P<number>\d{1,3})\b", re.IGNORECASE
)
_LIMITED = frozenset(
    {
        "deploy",
        "withdraw",
        "release",
        "hand-over-weapons",
        "allow-passage",
        "remain",
        "exchange-prisoners",
    }
)


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise as far as it is read: what is not sure is None or empty. `norm` is as in the file format.

    `bearer` is who does it by the reader, `doer` who stands where a bearer would, for where the reader is silent.

    `day` is the number of a day counted from the beginning ('no later than day 16'); `counted` is what is counted, with
    its bound ('at_most', 'at_least') and number; `plain` says that the text has no word of duty for it.
    """

    article: str | None
    says: str
    norm: str
    act: str
    bearer: tuple[str, ...]
    doer: tuple[str, ...]
    target: tuple[str, ...]
    zone: str | None
    deadline: TimeExpression | None
    phase: str | None = None
    day: int | None = None
    counted: tuple[str, str, int] | None = None
    prevents: str | None = None
    until: date | None = None
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Left:
    """Words of the agreement that no field holds, quoted."""

    article: str | None
    says: str
    exempts: bool = False


def promises(
    provisions: Sequence[Provision], signed: date | None, names: Agreement | None = None
) -> list[Promise | Powers | Left]:
    """Every promise of a text in its order, the powers over them, and what is left. `names` helps to read who and where."""
    out: list[Promise | Powers | Left] = []
    for p, acts in zip(provisions, _acts(provisions, names), strict=True):
        held = power(p)
        if held is not None:
            out.append(held)
            continue
        cue = bool(CUE.search(p.sentence))
        found = list(_of(p, acts, signed, cue)) if cue or p.listed else []
        if found or cue or (p.listed and re.search(r"\w{2}", p.says)):
            out += found or [
                Left(p.article, p.says, exempts=bool(re.search(r"self-?\s?defen[cs]e|right to defend", p.says, re.I)))
            ]
    return out


def _acts(provisions: Sequence[Provision], names: Agreement | None) -> list[list[dict[str, Any]]]:
    """What the reader finds in each provision; all are read as one text, each a paragraph of its own."""
    known = vocabulary("acts.yaml")["acts"]
    text, starts = "", []
    for p in provisions:
        starts.append(len(text))
        text += p.sentence + "\n\n"
    segments = tuple(Segment("body", a, a + len(p.sentence)) for a, p in zip(starts, provisions, strict=True))
    report = Report("-", hashlib.sha256(text.encode()).hexdigest(), text, segments, "txt", language="en")
    found = [a for a in readout(report, all=True, agreement=names)["acts"] if a["act"] in known] if provisions else []
    places = names.zones if names else {}
    found = [{**a, "zone": places[a["zone"]].name if a["zone"] in places else a["zone"]} for a in found]
    return [
        [{**a, "start": a["start"] - at, "end": a["end"] - at} for a in found if at <= a["start"] < at + len(p.sentence)]
        for at, p in zip(starts, provisions, strict=True)
    ]


def _of(p: Provision, acts: list[dict[str, Any]], signed: date | None, cue: bool) -> Iterator[Promise]:
    times = find_times(p.sentence, Anchor(published=None, around=signed))
    prevented = _PREVENTS.search(p.sentence)
    seen: set[tuple[Any, ...]] = set()
    for a in _owed(p, acts, cue):
        norm, act = _norm(p, a)
        bearer, prevents = tuple(_full(s, p.sentence) for s in a["source"]), None
        if (
            prevented
            and prevented.start() <= a["start"]
            and any(prevented["whom"] in s or s in prevented["whom"] for s in bearer)
        ):
            bearer, prevents = (prevented["who"],), prevented["whom"]
        day = _day_n(p.sentence, a["start"])
        key = (act, norm, day, bearer, a["zone"])
        if key in seen or (not bearer and any(k[:3] == key[:3] for k in seen)):
            continue
        seen.add(key)
        one = Promise(
            p.article, p.says, norm, act, bearer, _doer(p.sentence, a), tuple(a["target"]),
            str(a["zone"]) if a["zone"] else None, _deadline(times, a["end"], norm), p.phase, day,
            _counted(p.sentence, act, norm), prevents, _until(times) if norm == "prohibition" else None, plain=not cue,
        )  # fmt: skip
        yield from _each_place(one, p.sentence, times)
    if not acts and _CEASEFIRE.search(p.sentence):
        yield Promise(
            p.article,
            p.says,
            "prohibition",
            "attack",
            (),
            (),
            (),
            None,
            _deadline(times, 0, "prohibition"),
            p.phase,
            until=_until(times),
            plain=not cue,
        )


def _owed(p: Provision, acts: list[dict[str, Any]], cue: bool) -> list[dict[str, Any]]:
    """The acts that are promised: those of the words of duty; where there are none, those that nothing is hung on."""
    told = [a for a in acts if a["act"] not in _SPEECH and a["modality"] not in _NOT]
    told = [a for a in told if a["act"] not in _NEVER_OWED or a["polarity"] == "negated" or _abstains(p)]
    owed = [a for a in told if a["modality"] in _OWED] if cue else []
    verified = next((n for n, a in enumerate(owed or told) if a["act"] == "verify"), None)
    if verified is not None:
        return (owed or told)[: verified + 1]  # what is verified is no second duty of the verifier
    free = [a for a in told if not _BESIDE.search(p.sentence[: a["start"]])]
    return owed or (free if p.listed or cue else [])


def _abstains(p: Provision) -> bool:
    return bool(_ABSTAINS.search(p.sentence) or _CEASEFIRE.search(p.sentence))


def _doer(sentence: str, a: dict[str, Any]) -> tuple[str, ...]:
    """Who does it where the reader leaves that open: 'by the Mission' behind the act, or who stands before the duty."""
    behind = _BY_WHOM.search(sentence, a["end"])
    if behind:
        return (behind["who"],)
    owes = _OWES.match(sentence)
    return (
        (owes["who"],)
        if owes and owes.end() <= a["start"] + len(a["text"]) and not _PASSIVE.match(sentence, owes.end())
        else ()
    )


def _full(name: str, sentence: str) -> str:
    """'Republic' as the sentence has it in full: 'Republic of Harn'."""
    longer = re.search(rf"\b{re.escape(name)} of (?:the )?[A-Z][\w'’-]*(?: (?:of (?:the )?)?[A-Z][\w'’-]*)*", sentence)
    return longer.group() if longer and " of " not in name else name


def _day_n(sentence: str, at: int) -> int | None:
    """'on day 7' of the clause that the act stands in."""
    start = sentence.rfind(";", 0, at) + 1
    end = sentence.find(";", at)
    found = _DAY_N.search(sentence, start, end if end >= 0 else len(sentence))
    return int(found["number"]) if found else None


def _norm(p: Provision, a: dict[str, Any]) -> tuple[str, str]:
    """A duty to abstain or to keep a ceasefire is a prohibition of the act; a negated act is prohibited."""
    acts = vocabulary("acts.yaml")["acts"]
    act = str(a["act"])
    if act == "cease-fire" or (act == "comply" and _CEASEFIRE.search(p.sentence)):
        return "prohibition", "attack"
    forbidden = acts[act].get("norm") == "forbidden"
    negated = a["polarity"] == "negated" or a["modality"] == "refused"
    if negated or (forbidden and _abstains(p)):
        return "prohibition", act
    return "obligation", act


def _deadline(times: Sequence[TimeExpression], after: int, norm: str) -> TimeExpression | None:
    """The time that bounds an act: the first behind it that has a bound, else before it, else a bare day."""
    wanted = {"from", "since"} if norm == "prohibition" else {"by", "before", "until", "no-later-than", "within"}
    bounded = [t for t in times if t.bound in wanted]
    bounded.sort(key=lambda t: (t.start < after, t.start))
    dated = [t for t in times if t.earliest and t.granularity in {"time", "day", "month"}]
    return next(iter(bounded or dated), None)


def _until(times: Sequence[TimeExpression]) -> date | None:
    """The last day of a span that the text gives from one day until another."""
    ends = [t.latest for t in times if t.bound == "until" and t.latest and t.granularity in {"time", "day"}]
    return ends[-1] if ends else None


def _each_place(one: Promise, sentence: str, times: Sequence[TimeExpression]) -> Iterator[Promise]:
    """'the A district by 15 May, and the B district by 1 June' promises two things."""
    due = [t for t in times if t.bound in {"by", "before", "no-later-than"}]
    if one.norm != "obligation" or len(due) < 2:
        yield one
        return
    at = 0
    parts = []
    for t in due:
        places = [m.group(1) for m in PLACES.finditer(sentence[at : t.start])]
        parts.append((places[-1] if places else None, t))
        at = t.end
    if all(place for place, _ in parts):
        yield from (replace(one, zone=place, deadline=t) for place, t in parts)
    else:
        yield one


def _counted(sentence: str, act: str, norm: str) -> tuple[str, str, int] | None:
    """A number that bounds what is done: 'no more than 350 observers', 'deploy 10,000 soldiers'."""
    if act not in _LIMITED or norm != "obligation":
        return None
    rows = vocabulary("counted.yaml")["counted"]
    for m in _COUNTED.finditer(sentence):
        words = m["what"].lower()
        for key, names in rows.items():
            for name in names:
                if re.match(rf"(?:\w+ ){{0,2}}{re.escape(name)}s?\b", words):
                    most = re.match(r"no more|not more|not exceeding|up to|at most|a maximum", m["bound"] or "", re.I)
                    return key, "at_most" if most else "at_least", int(re.sub(r"\D", "", m["number"]))
    return None
