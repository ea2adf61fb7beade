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
from servanda.drafting.clause import (
    Condition,
    Duty,
    agent,
    conditions,
    duties,
    governing,
    is_about_itself,
    is_pronoun,
    is_right,
    purposes,
)
from servanda.drafting.counts import bounds_a_state, counted, day_n, labelled_day
from servanda.drafting.gapped import without_verb
from servanda.drafting.performing import finish, is_exception, is_performed, is_stance, oversees, receives, set_up
from servanda.drafting.powers import Powers, power
from servanda.drafting.provisions import JOINTLY, MAY_UP_TO, Provision
from servanda.drafting.unread import unread_of
from servanda.reading.readout import readout
from servanda.reading.times import Anchor, TimeExpression, find_times
from servanda.reports.model import Report, Segment
from servanda.reports.sources import folded
from servanda.vocabulary import vocabulary

_SPEECH = frozenset({"sign", "agree", "demand", "accuse", "deny", "retract", "threaten", "request-extension", "refuse-terms",
                     "extend-deadline", "waive", "terminate", "suspend", "resume", "concede", "breach-ceasefire"})  # fmt: skip
_OWED = frozenset({"required", "promised", "announced", "refused"})
_NOT = frozenset({"denied", "unknown"})
_BESIDE = re.compile(
    r"\b(?:after|before|following|upon|with|under|during|until|of|for|about|pending|"
    r"without|from|despite|than|where|if|in parallel with)"
    r"\s+(?:the |a |an |any |its |their |full |complete |such )*$|"
    r"\b(?:in parallel|together|simultaneously) with (?:the )?(?-i:(?:[A-Z][\w'’-]+ )+)$",
    re.IGNORECASE,
)
_ABSTAINS = re.compile(r"\b(refrain|cease|abstain|prohibited|forbidden|neither|no|not|halt|stop)\b", re.IGNORECASE)
_PREVENTS = re.compile(
    r"(?P<who>[A-Z][^,;.]*?)\s+(?:shall|will|must|undertakes? to|agrees? to)\s+(?:prevent|ensure that|make sure that)\s+"
    r"(?P<whom>[A-Z][\w'’ -]*?)(?=\s+(?:and all|and any|and other|from|does|do|and its|,))"
)
_CEASEFIRE = re.compile(
    r"\b(cease-?fires?(?! (?-i:[A-Z]))|truces?|armistice|cessation of (?:all )?(?:hostilities|hostile \w+|military \w+)|"
    r"(?:end|stop|halt|termination|suspension) (?:to|of) (?:all )?(?:forms of )?(?:military \w+|hostilities|"
    r"acts of violence)|"
    r"(?:ceas(?:e|ing)|stop|halt|end|(?:refrain|abstain)(?:ing)? from) (?:all |any )?(?:forms of |acts of |kinds of )?"
    r"(?:hostilit(?:y|ies)|(?:military|hostile|armed) (?:acts?|actions?|activit\w+|operations?)|violence)|"
    r"there (?:shall|will|must|is to) be no (?:fire|firing|shooting|attacks?|shelling|hostilities|fighting|violence)|"
    r"(?:hostilities|acts of violence)(?: between [\w ]+)? (?:shall|will|must|are to) (?:end|cease|stop))\b",
    re.IGNORECASE,
)
_SPOKEN_OF = re.compile(
    r"\b(?:of|to|during|under|this|with|violat\w+|breach\w*|from|before|after|until|throughout|since|following)\s+"
    r"(?:the |this |a |any |said |present )*$",
    re.IGNORECASE,
)
_COMES_INTO_FORCE = re.compile(r"\w+(?: again)? in(?:to)? (?:force|effect)\b", re.IGNORECASE)
_DEFENCE = re.compile(r"self-?\s?defen[cs]e|right to defend", re.IGNORECASE)
_HINDERED = re.compile(r"\b(?:hinder|obstruct|prevent|impede|hamper)(?:s|ing)? (?:\w+ ){0,3}$", re.IGNORECASE)
_LEAVE = re.compile(r"\b(?:(?-i:may)(?! not)|right to|entitled to)\b[^,;]*$", re.IGNORECASE)
_OCCASION = re.compile(
    r"\b(?:after|before|following|upon|with|during|until|pending|about|in parallel with|as part of|in connection with|"
    r"concerning|"
    r"regarding|on)\s+(?:the |a |an |any |its |their |full |complete |such )*$|"
    r"\b(?:in parallel|together|simultaneously) with (?:the )?(?-i:(?:[A-Z][\w'’-]+ )+)$",
    re.IGNORECASE,
)
_ENABLES = re.compile(r"\s+be (?:able|allowed|permitted|free|enabled) to\b", re.IGNORECASE)
_NEW_GROUND = re.compile(
    r"occup\w+ (?:(?:new|additional|further|more|other|any|the) )*(?:ground |military )?(?:territor|position|ground|areas?\b)",
    re.IGNORECASE,
)
_KEPT_FROM = re.compile(r"\b(?:refrains?|abstains?|prohibit\w*|forbidden|cease|not)\b", re.IGNORECASE)
_OWN = frozenset({"withdraw", "disarm", "hand-over-weapons", "deploy", "disband", "mobilise", "reinforce", "advance"})
_WITHOUT = re.compile(r"\bwithout (?:\w+ ){0,2}$|\bby (?:(?:the|their|its) )?(?:\w+ly )?$", re.IGNORECASE)
_PACT = re.compile(
    r"\s+(?:fully |strictly )?(?:with )?(?:the |this |all |their |its |these |present |terms? of )*"
    r"(?:agreement|accord|truce|cease-?fire|memorandum|protocol|commitments|obligations|provisions|terms)\b",
    re.IGNORECASE,
)
_STAYS = re.compile(r"\b(?:remain|stay|hold|held|keep|kept|maintain|continu|present|stand|occup)", re.IGNORECASE)
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|be|been|being)$", re.IGNORECASE)
_BEFORE_VERB = re.compile(
    r"(?:[^,]{2,60}, )*?(?P<who>(?:[A-Z]|the |each |both |neither |no )[^,;:]{1,100}?)\s+(?:also |immediately |then |"
    r"\w+ly |not )*$"
)
_HELD = re.compile(
    r"\b(?:held by|in the (?:hands|custody|hold) of|(?:forces?|troops|units?|men|fighters|weapons|arms|tanks?|mortars?|"
    r"guns?|artillery|"
    r"positions?|checkpoints?|posts?|combatants?|soldiers|militias?|brigades?|vehicles|aircraft)(?: (?:and|or) \w+)* of)"
    r" (?P<who>(?:both |each |either |the |all )?[^,;]{2,60})$",
    re.IGNORECASE,
)
KINDS_OF_PLACE = (
    "district|region|province|valley|corridor|zone|city|port|line|strip|area|"
    "governorate|town|village|road|airport|peninsula|island|mill|bridge|gate|crossing|camp|base|barracks|hill|heights|mountain|"
    "river|square|junction|pass|fort|checkpoint|dam|bay|harbour|market|highway|railway|sector|plateau|forest|border|"
    "county|canton"
)
_PLACED = frozenset(
    {"withdraw", "enter", "deploy", "remain", "open-route", "advance", "return-displaced", "demine", "hand-over", "block-route"}
)
_DIRECTLY = re.compile(rf"\s+(?:the )?(?P<name>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*(?: (?:{KINDS_OF_PLACE})s?)?)")
_AT = re.compile(
    rf"\b(?:from|to|in|into|at|around|near|out of|of|between|on) (?:the )?(?P<name>[A-Z][\w'’-]*(?: (?:(?:of|the|al|"
    rf"el) )*[A-Z][\w'’-]*)*"
    rf"(?: (?:{KINDS_OF_PLACE})s?)?)"
)
PLACES_OF = re.compile(
    rf"\b(?:(?:{KINDS_OF_PLACE}|citie|countie|well|spring|settlement)s?|cities|counties|valleys|surroundings|outskirts|"
    rf"territory) of (?:the )?"
    r"(?P<names>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*(?:(?:, | and | or )(?:the )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)*)"
)
"""'the districts of Vell and Harr'."""
PLACES = re.compile(
    rf"\b((?:{KINDS_OF_PLACE.title()}) (?:\d{{1,4}}|[A-Z])\b|(?:[A-Z][\w'’-]+ )+(?:{KINDS_OF_PLACE})s?|"
    rf"(?:[A-Z][\w'’-]+ )+(?:{KINDS_OF_PLACE.title()}))\b"
)
_NEVER_OWED = frozenset(
    {"attack", "detain", "lay-mines", "breach-ceasefire", "capture", "deny-passage", "block-route", "obstruct-monitor"}
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
class Hangs:
    """What a promise hangs on: the words of the condition, and the act they tell with its doers, where one is read."""

    words: str
    negated: bool
    act: str | None = None
    doer: tuple[str, ...] = ()
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise as far as it is read: what is not sure is None or empty. `norm` is as in the file format.

    `doer` stands where a bearer stands by the grammar of the sentence, `bearer` is who does it by the reader, for where
    the grammar is silent; `held` are the words of whose things they are in the passive ('the weapons of both sides').

    `day` is the number of a day counted from the beginning, with whether the first day counts ('no later than day 16');
    `counted` is what is counted, with its bound ('at_most', 'at_least') and number; `plain` says that the text has no
    word of duty for it, `unread` are words of duty beside it in which no act was read; `alone` that `zone` is one place of
    a list.
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
    day: tuple[int, bool] | None = None
    counted: tuple[str, str, int] | None = None
    prevents: str | None = None
    until: date | None = None
    plain: bool = False
    held: str = ""
    hangs: Hangs | None = None
    unread: str = ""
    implied: bool = False
    alone: bool = False


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
    at: str | None = None
    last = ""
    for p, acts in zip(provisions, _acts(provisions, names), strict=True):
        held = power(p, last if p.article == at else "")
        if held is not None:
            out.append(held)
            continue
        owing = _recalled(duties(p.sentence), last if p.article == at else "")
        at, last = p.article, owing[-1].subject if owing else last
        silent = is_about_itself(p.sentence) or is_right(p.sentence) or is_exception(p.sentence)
        silent = silent or (not owing and is_stance(p.sentence))
        found = list(_of(p, acts, signed, owing)) if (owing or p.listed) and not silent else []
        if found or owing or (p.listed and re.search(r"\w{2}", p.says)):
            if not found and any(isinstance(x, Left) and (x.article, x.says) == (p.article, p.says) for x in out[-8:]):
                continue
            out += found or [Left(p.article, p.says, exempts=bool(_DEFENCE.search(p.says)) or is_exception(p.says))]
    return out


def _recalled(owing: tuple[Duty, ...], last: str) -> tuple[Duty, ...]:
    """'It shall also …' has the subject of the sentence before it."""
    return tuple(replace(d, subject=last) if last and is_pronoun(d.subject) else d for d in owing)


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


def _of(p: Provision, acts: list[dict[str, Any]], signed: date | None, owing: tuple[Duty, ...]) -> Iterator[Promise]:
    told = find_times(p.sentence, Anchor(published=None, around=signed))
    times = [t for t in told if signed is None or t.latest is None or t.latest >= signed]
    prevented = _PREVENTS.search(p.sentence)
    hung = conditions(p.sentence)
    aside = [*((c.start, c.end) for c in hung), *purposes(p.sentence)]
    free = [
        a
        for a in acts
        if (a["start"] >= (p.led if a["act"] == "cease-fire" else p.own) or _ends_lead(p, a))
        and not any(x <= a["start"] < y for x, y in aside)
        and not _COMES_INTO_FORCE.match(p.sentence, a["start"])
    ]
    ends = finish(p.sentence)
    ended = [t for t in times if ends and t.start > ends and (t.duration is not None or t.latest is not None)]
    times = ended or times
    seen: set[tuple[Any, ...]] = set()
    owed = _owed(p, free, owing)
    unread = unread_of(p.sentence, owed, owing)
    for a in owed:
        duty = governing(owing, a["start"])
        norm, act = _norm(p, a, duty)
        bearer, prevents = tuple(_full(s, p.sentence) for s in a["source"]), None
        doer, held = _doer(p.sentence, a, duty)
        if (
            prevented
            and prevented.start() <= a["start"]
            and any(prevented["whom"] in s or s in prevented["whom"] for s in bearer)
        ):
            bearer, doer, prevents = (prevented["who"],), (), prevented["whom"]
        day = labelled_day(p.day) if p.day else day_n(p.sentence, a["start"], ends) if not ended else None
        key = (act, norm, day, doer or bearer, a["zone"])
        again = any(k[:3] == key[:3] and ((k[3] == key[3] and not a["zone"]) or (not bearer and not doer)) for k in seen)
        if key in seen or again:
            continue
        seen.add(key)
        if duty and (duty.passive or a["start"] < duty.start):
            bearer = ()  # what suffers the act, or is it, does not do it
        if duty and act == "allow-passage" and receives(p.sentence, duty):
            bearer, doer = (), ()
        made = set_up(p.sentence) if act == "verify" else None
        if made and made[1] < a["start"]:
            doer = (made[0],)
        elif act == "verify" and duty and not duty.passive and (who := agent(p.sentence, a["end"], len(p.sentence))):
            doer = (who,)  # 'ensure monitoring by the Mission'
        if p.implied and doer and folded(doer[0]) == "the parties":
            bearer, doer = doer, ()
        one = Promise(
            p.article, p.says, norm, act, bearer, doer, tuple(a["target"]), _place(p.sentence, a, duty),
            _deadline(times, a["end"], norm, aside, duty), p.phase, day,
            counted(p.sentence) if act in _LIMITED and norm != "prohibition" else None,
            prevents, _until(times) if norm == "prohibition" else None, plain=not owing, held=held,
            hangs=_hangs(hung, acts, a), unread=unread, implied=p.implied,
        )  # fmt: skip
        yield from _each_place(one, p.sentence, times)
        if (other := without_verb(p.sentence, a["start"], one)) is not None:
            yield other
    if not seen and _declares_ceasefire(_without(p.sentence, hung)[p.led :]):
        yield Promise(
            p.article, p.says, "prohibition", "attack", (), (), (), None, _deadline(times, 0, "prohibition", aside), p.phase,
            until=_until(times), plain=not owing,
        )  # fmt: skip


def _ends_lead(p: Provision, a: dict[str, Any]) -> bool:
    """The 'stop' of 'The parties shall stop:' over '(a) all attacks;': what is stopped is the item's."""
    return a["act"] == "cease-fire" and a["start"] < p.led and not p.sentence[a["end"] : p.led].strip()


def _without(sentence: str, hung: Sequence[Condition]) -> str:
    """A sentence with its conditions blanked: 'If a party breaks the truce, …' declares none."""
    for c in hung:
        sentence = sentence[: c.start] + " " * (c.end - c.start) + sentence[c.end :]
    return sentence


def _declares_ceasefire(sentence: str) -> bool:
    """Words for a ceasefire that is made, not one that is spoken of ('a party to this truce')."""
    return any(not _SPOKEN_OF.search(sentence[: m.start()]) for m in _CEASEFIRE.finditer(sentence))


def _hangs(hung: Sequence[Condition], acts: Sequence[dict[str, Any]], a: dict[str, Any]) -> Hangs | None:
    """The condition that an act hangs on: one that leads the sentence, or the first behind it."""
    for c in hung:
        if c.start < a["start"] or not any(x.start < a["start"] for x in hung):
            told = next((x for x in acts if c.start <= x["start"] < c.end and x["act"] not in _SPEECH), None)
            if told is None:
                return Hangs(c.words, c.negated)
            who = agent(c.words, 0, len(c.words), str(told["text"]).split()[-1])
            of = _OF_WHOM.match(c.words, max(0, told["end"] - c.start))
            doer = (who,) if who else tuple(told["source"]) or ((of["who"],) if of else ())
            return Hangs(c.words, c.negated, str(told["act"]), doer, told["zone"])
    return None


_OF_WHOM = re.compile(r" of (?:the )?(?P<who>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)")
"""'After the withdrawal of the Front'."""


def _owed(p: Provision, acts: list[dict[str, Any]], owing: tuple[Duty, ...]) -> list[dict[str, Any]]:
    """The acts that are promised: those of the words of duty; where there are none, those that nothing is hung on."""
    told = [a for a in acts if a["act"] not in _SPEECH and a["modality"] not in _NOT]
    told = [a for a in told if not _LEAVE.search(p.sentence[: a["start"]])]
    told = [a for a in told if not (_HINDERED.search(p.sentence[: a["start"]]) and a["act"] not in _NEVER_OWED)]
    told = [a for a in told if _is_deed(p.sentence, a, governing(owing, a["start"]))]
    told = [a for a in told if a["act"] not in _NEVER_OWED or a["polarity"] == "negated" or _abstains(p.sentence, a, owing)]
    owed = [a for a in told if _is_owed(p.sentence, a, owing)]
    free = [a for a in told if not _BESIDE.search(p.sentence[: a["start"]])]
    kept = owed or (free if p.listed or owing else [])
    verified = next((n for n, a in enumerate(kept) if a["act"] == "verify"), None)
    return kept if verified is None else kept[: verified + 1]  # what is verified is no second duty of the verifier


def _is_deed(sentence: str, a: dict[str, Any], duty: Duty | None) -> bool:
    """Whether an act is what is owed itself: not told of within the subject, not only overseen, planned or done without."""
    before = _WITHOUT.search(sentence[: a["start"]])
    if sentence[: a["start"]].lower().endswith("from being "):
        return False
    if before and (before[0].lower().startswith("without") or str(a["text"]).endswith("ing")):
        return False
    if a["act"] == "comply" and not (
        _CEASEFIRE.search(sentence[a["start"] : a["end"] + 80]) or _PACT.match(sentence, a["end"])
    ):
        return False
    if a["act"] == "remain" and (duty is None or not _STAYS.search(str(a["text"]))):
        return False
    if duty is None or bounds_a_state(sentence):
        return True
    if a["start"] < duty.start:
        return a["act"] == "cease-fire" or is_performed(sentence, duty)
    return a["act"] == "verify" or not oversees(sentence[duty.start : a["start"]])


def _is_owed(sentence: str, a: dict[str, Any], owing: tuple[Duty, ...]) -> bool:
    """Whether the words of duty reach an act: it is not only a time or an occasion of it ('with the deployment of')."""
    duty = governing(owing, a["start"])
    if duty is None or _OCCASION.search(sentence[: a["start"]]):
        return False
    enabled = a["modality"] == "possible" and _ENABLES.match(sentence, duty.start + len(duty.words))
    return a["modality"] in _OWED or bool(enabled)


def _abstains(sentence: str, a: dict[str, Any], owing: tuple[Duty, ...]) -> bool:
    """Whether the words that an act stands under keep somebody from it."""
    duty = governing(owing, a["start"])
    hung = [c for c in conditions(sentence) if not c.start <= a["start"] < c.end]
    said = "".join(" " if any(c.start <= k < c.end for c in hung) else x for k, x in enumerate(sentence))
    before = said[: duty.start] if duty and a["start"] < duty.start else duty.subject if duty else ""
    words = f"{before} {said[duty.start : duty.end]}" if duty else said
    return bool(_ABSTAINS.search(words) or _CEASEFIRE.search(words))


def _doer(sentence: str, a: dict[str, Any], duty: Duty | None) -> tuple[tuple[str, ...], str]:
    """Who does it by the grammar: the subject of the duty, in the passive its agent; and whose things suffer it."""
    if duty is None:
        who = agent(sentence, a["end"], len(sentence), str(a["text"]).split()[-1])
        before = _BEFORE_VERB.match(sentence[: a["start"]])
        suffers = before is None or _AUXILIARY.search(before["who"]) or before["who"].endswith(" to")
        return ((who,) if who else () if before is None or suffers else (before["who"],)), ""
    told = a["start"] < duty.start
    if not duty.passive and not told:
        return (duty.subject,) if duty.subject else (), ""
    if duty.agent or told:
        who = duty.agent or agent(sentence, a["end"], duty.start)
        if who:
            return (who,), ""
    owner = _HELD.search(duty.subject)
    return (), owner["who"] if owner else duty.subject if a["act"] in _OWN and not JOINTLY.search(duty.subject) else ""


def _place(sentence: str, a: dict[str, Any], duty: Duty | None) -> str | None:
    """Where it is by the reader; where it is silent, the place named behind the act."""
    if a["zone"]:
        return str(a["zone"])
    if a["act"] not in _PLACED:
        return None
    directly = _DIRECTLY.match(sentence, a["end"])
    if directly and a["act"] in {"withdraw", "enter", "hand-over", "demine"}:
        return directly["name"]
    named = _AT.search(sentence, a["end"], duty.end if duty else len(sentence))
    return named["name"] if named else None


def _full(name: str, sentence: str) -> str:
    """'Republic' as the sentence has it in full: 'Republic of Harn'."""
    longer = re.search(rf"\b{re.escape(name)} of (?:the )?[A-Z][\w'’-]*(?: (?:of (?:the )?)?[A-Z][\w'’-]*)*", sentence)
    return longer.group() if longer and " of " not in name else name


def _norm(p: Provision, a: dict[str, Any], duty: Duty | None) -> tuple[str, str]:
    """A duty to abstain or to keep a ceasefire is a prohibition of the act; a negated act is prohibited."""
    acts = vocabulary("acts.yaml")["acts"]
    act = str(a["act"])
    if act == "cease-fire" or (act == "comply" and _CEASEFIRE.search(p.sentence[a["start"] : a["end"] + 80])):
        return "prohibition", "attack"
    affirmed = a["polarity"] != "negated" and a["modality"] != "refused"
    if act == "remain" and _NEW_GROUND.match(p.sentence, a["start"]):
        act = "advance"
    kept_from = duty is not None and bool(_KEPT_FROM.search(p.sentence[duty.start : a["start"]]))
    if act in {"remain", "advance"} and kept_from:
        return "prohibition", act
    bounded = act in _LIMITED and (bounds_a_state(p.sentence) or MAY_UP_TO.search(p.says))
    if bounded or (act == "remain" and affirmed and duty is not None):
        return "maintenance", act
    forbidden = acts[act].get("norm") == "forbidden"
    if not affirmed or (forbidden and _abstains(p.sentence, a, (duty,) if duty else ())):
        return "prohibition", act
    return "obligation", act


def _deadline(
    times: Sequence[TimeExpression], after: int, norm: str, aside: Sequence[tuple[int, int]], duty: Duty | None = None
) -> TimeExpression | None:
    """The time that bounds an act: the first behind it with a bound, else before it, else a bare day; none of a condition."""
    wanted = {"from", "since"} if norm == "prohibition" else {"by", "before", "until", "no-later-than", "within"}
    own = [t for t in times if not any(x <= t.start < y for x, y in aside)]
    own = [t for t in own if duty is None or t.start > duty.start or t.text not in duty.subject]
    bounded = [t for t in own if t.bound in wanted]
    bounded.sort(key=lambda t: (t.start < after, t.start))
    dated = [t for t in own if t.earliest and t.granularity in {"time", "day", "month"}]
    if norm == "obligation":
        dated = [t for t in dated if t.bound not in {"since", "after", "from"}]
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
        stretch = sentence[at : t.start]
        places = [m.group(1) for m in PLACES.finditer(stretch)]
        of = [m["names"] for m in PLACES_OF.finditer(stretch) if " and " not in m["names"] and "," not in m["names"]]
        parts.append((of[-1] if of else places[-1] if places else None, t))  # 'the town of X in the Y district'
        at = t.end
    if all(place for place, _ in parts):
        yield from (replace(one, zone=place, deadline=t) for place, t in parts)
    else:
        yield one
