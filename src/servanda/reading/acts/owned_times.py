"""Which act of a sentence a time belongs to.

Invariant: a time belongs to one act at most; the day that names a paper and the day of speaking belong to none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from servanda.reading.acts.apart_times import kept_apart, with_shared_day
from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.clause_times import OF_ALL_SINCE
from servanda.reading.acts.completed_then import completed_then
from servanda.reading.acts.drafts import Draft
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.lexicon import lexicon
from servanda.reading.acts.moments import due_to_begin
from servanda.reading.acts.spans import core
from servanda.reading.acts.triggers import Trigger
from servanda.reading.attribution import Attribution
from servanda.reading.attribution.cues import words
from servanda.reading.frozen import replace
from servanda.reading.small_letters import compile_small, small
from servanda.reading.times import TimeExpression
from servanda.reading.times.ahead import of_what_is_ahead
from servanda.reading.times.lexicon import section

if TYPE_CHECKING:
    from servanda.reading.acts.claims import Context


def owned_times(view: View, drafts: list[Draft], times: list[TimeExpression], context: Context) -> list[list[TimeExpression]]:
    """Each time goes to one act: the one whose phrases hold it, else the nearest; times of speaking go to none."""
    owned: list[list[TimeExpression]] = [[] for _ in drafts]
    asides = [m.span() for m in _ASIDE.finditer(view.doc.text)]
    speaking = [a.said for a in context.attributions if a.said is not None and not _done_by_saying(view, drafts, a)]
    for time in times:
        if (bounded := _complained_by(view, drafts, time)) is not None:
            owned[bounded].append(replace(time, earliest=None, bound=None))
            continue
        if names_pact(context.report.text, time):
            signed = _signed_on(view, drafts, time)
            if signed is not None:
                owned[signed].append(time)
            continue
        if any(w.start < time.end and time.start < w.end for w in speaking):
            continue
        if _is_ahead(view, drafts, time) or _of_what_they_did(view, drafts, time) or _of_what_went_before(view, drafts, time):
            continue
        if _of_a_subject(view, drafts, time) or _COMPARED.search(view.doc.text, 0, time.start - view.offset) is not None:
            continue
        if _of_the_whole(view, drafts, time) or _of_its_undoing(view, drafts, time):
            continue
        if (time.bound == "since" and _of_all_since(view, time)) or _of_the_last_time(view, drafts, time):
            continue
        if _replaced(view, time) or _since_then(view, drafts, time) or _of_participle(view, drafts, time):
            continue
        if len(times) > 1 and _was_planned(view, drafts, time):
            continue
        scores = [
            (*_distance(view, draft, drafts, time), n)
            for n, draft in enumerate(drafts)
            if not speaks(context, told_by(view, draft.trigger, context), time)
            and not _of_aside(view, draft.trigger, time, asides)
            and not _of_those_who(view, draft.trigger, time)
            and not _behind_its_clause(view, draft.trigger, drafts, time)
            and not _long_since(view, draft.trigger, time)
            and not kept_apart(view, draft.trigger, time)
        ]
        if scores:
            owned[min(scores)[-1]].append(time)
    return with_shared_day(view, drafts, owned)


def _done_by_saying(view: View, drafts: list[Draft], attribution: Attribution) -> bool:
    """'X on Wednesday declared the truce over': who says it does it, and on that day."""
    said = [view.doc[i].idx + view.offset for d in drafts if d.trigger.frame.group is not None for i in d.trigger.words]
    return any(attribution.cue.start <= at < attribution.cue.end for at in said)


_COMPARED = re.compile(
    r"\b(?:(?:compared\s+(?:with|to)|versus|(?:down|up)\s+from)\s+(?:[\w.,-]+\s+){0,5}"
    r"|(?:(?:more|fewer|less|higher|lower)\s+than|against\s+[\d.,]+)\s+(?:(?:in|on|during|over)\s+)?(?:the\s+)?)$",
    re.IGNORECASE,
)
"""'14 exchanges of fire, compared with 22 in the previous week': the week is of the 22."""
_SIGNED_ON = re.compile(r"(?:\s+(?:in|at)\s+[A-Z][^,.;]*?,?)?\s+(?:(?:on|in)\s+)?(?:the\s+)?(?:last\s+)?")


def _signed_on(view: View, drafts: list[Draft], time: TimeExpression) -> int | None:
    """'The truce signed on 2 May': the day is that of the signing, and of nothing else."""
    for n, draft in enumerate(drafts):
        token = view.doc[draft.trigger.at]
        between = view.doc.text[token.idx + len(token.text) : time.start - view.offset]
        if draft.act.id in {"sign", "agree"} and _SIGNED_ON.fullmatch(between):
            return n
    return None


def _of_participle(view: View, drafts: list[Draft], time: TimeExpression) -> bool:
    """'Broke a truce brokered last week': the day is that of the brokering, where that is no act read here."""
    at = next((t.i for t in view.doc if view.offset + t.idx >= time.start), None)
    k = -1 if at is None else at - 1
    while k > 0 and view.doc[k].lower_ in _OPENS_DAY:
        k -= 1
    if k < 1 or view.doc[k].lower_ not in _MADE or any(d.trigger.at == k for d in drafts):
        return False
    return bool(noun_lemmas(view.doc[k - 1].text) & lexicon().classes["pact"])


_DECIDED = frozenset(
    [
        "ruling",
        "decision",
        "judgment",
        "judgement",
        "verdict",
        "report",
        "vote",
        "meeting",
        "visit",
        "summit",
        "conference",
        "war",
    ]
)


def _of_a_subject(view: View, drafts: list[Draft], time: TimeExpression) -> bool:
    """'A ruling in 2002 gave it the town', 'earlier accords in 1996 collapsed': the day of the ruling, of the accords."""
    token = next((t for t in view.doc if view.offset + t.idx >= time.start), None)
    for _ in range(4):
        if token is None or token.head is token or token.dep_ in {"nsubj", "nsubj:pass"}:
            break
        token = token.head
    if token is None or token.dep_ not in {"nsubj", "nsubj:pass"} or any(d.trigger.at == token.i for d in drafts):
        return False
    a, b = view.offset + token.idx, view.offset + token.head.idx
    before = view.doc.text[: time.start - view.offset].lower()
    papers = lexicon().classes["pact"] | lexicon().classes["truce"] if before.endswith((" in ", " and ")) else frozenset()
    named = noun_lemmas(token.text) & (papers | _DECIDED)  # 'the truce on Friday was broken': on Friday
    return bool(named) and a < time.start < b and "," not in view.doc.text[token.idx : time.start - view.offset]


def _of_the_whole(view: View, drafts: list[Draft], time: TimeExpression) -> bool:
    """'Of the 60 people taken in January, 41 came home': the day of the taking, where that is no act read here."""
    doc = view.doc
    comma = next((t.i for t in doc if t.text == ","), 0)
    if doc[0].lower_ != "of" or not comma or time.end > view.offset + doc[comma].idx:
        return False
    told = [k for k in range(1, comma) if doc[k].dep_ in {"acl", "acl:relcl"} and view.offset + doc[k].idx < time.start]
    return bool(told) and not any(d.trigger.at < comma for d in drafts)


def _of_its_undoing(view: View, drafts: list[Draft], time: TimeExpression) -> bool:
    """'Was reopened, only to be cut again on Friday': the day of the cutting, where that is no act read here."""
    token = next((t for t in view.doc if view.offset + t.idx >= time.start), None)
    while token is not None and token.head is not token and token.i not in view.verbs:
        token = token.head
    if token is None or token.dep_ not in {"advcl", "xcomp"} or any(d.trigger.at == token.i for d in drafts):
        return False
    return [t.lower_ for t in view.doc[max(0, token.i - 4) : token.i] if t.lower_ in {"only", "to"}] == ["only", "to"]


def _of_what_they_did(view: View, drafts: list[Draft], time: TimeExpression) -> bool:
    """'Withdrew from positions they took on 2 March': the day of the taking, where that is no act read here."""
    token = next((t for t in view.doc if view.offset + t.idx >= time.start), None)
    while token is not None and token.head is not token and token.i not in view.verbs:
        token = token.head
    if token is None or token.head.i > token.i or any(d.trigger.at == token.i for d in drafts):
        return False
    if token.dep_ != "acl:relcl":
        return False
    paper = lexicon().classes["pact"] | lexicon().classes["truce"]
    if noun_lemmas(token.head.text) & paper and token.lemma_.lower() in _ENDS:
        return True  # 'a breach of the truce that ended the war in November'
    return any(c.dep_ == "nsubj" and c.lower_ in _PERSONAL and c.i < token.i for c in token.children)


_ENDS = frozenset({"end", "halt", "stop", "conclude", "bring", "follow", "pause", "freeze", "settle"})
_PERSONAL = frozenset({"they", "it", "he", "she", "we", "i"})


def _is_ahead(view: View, drafts: list[Draft], time: TimeExpression) -> bool:
    """'Shelled the town ahead of the election on 27 March'; not 'ahead of the election they shelled the town on 2 March'."""
    here = time.start - view.offset
    begin = of_what_is_ahead(view.doc.text, here)
    return begin is not None and not any(begin < view.doc[d.trigger.at].idx < here for d in drafts)


_LONG_SINCE = re.compile(
    r"\b(?:(?:years?|months?|weeks?|days?|decades?)\b(?:[^;.]*\bsince| after)|anniversary of)\b[^,;]*$", re.IGNORECASE
)


def _long_since(view: View, trigger: Trigger, time: TimeExpression) -> bool:
    """'Today 16 years have passed since they broke the truce', 'reopened it on Monday, a week after they shut it'."""
    at = view.doc[trigger.at].idx
    here = time.end - view.offset
    return here < at and _LONG_SINCE.search(view.doc.text, here, at) is not None


_AFTER_IT = re.compile(
    r"\b(?:following|after|since|despite|because of|in response to|in retaliation for) [^,;.]*$", re.IGNORECASE
)
_EARLIER = re.compile(r"\b(?:earlier|before|previously|prior)$", re.IGNORECASE)


def _of_what_went_before(view: View, drafts: list[Draft], time: TimeExpression) -> bool:
    """'Following a coup staged five days earlier, they seized the town': that is the coup's, where it is no act read here."""
    here = time.start - view.offset
    lead = _AFTER_IT.search(view.doc.text, 0, here)
    if lead is None or _EARLIER.search(time.text) is None:
        return False
    return not any(lead.start() < view.doc[d.trigger.at].idx < here for d in drafts)


def _since_then(view: View, drafts: list[Draft], time: TimeExpression) -> bool:
    """'The worst fighting since X took power in 2021', 'talks due to begin on Friday': the day of what is no act here."""
    here = time.start - view.offset
    if due_to_begin(view.doc.text[max(0, here - 64) : here]):
        return True
    token = next((t for t in view.doc if t.idx >= here), None)
    for _ in range(8):
        if token is None or token.head is token or token.i in view.verbs:
            break
        token = token.head
    if token is None or token.i not in view.verbs or any(d.trigger.at == token.i or token.i in d.trigger.words for d in drafts):
        return False
    return any(c.dep_ == "mark" and c.lower_ == "since" and c.i < token.i for c in token.children)


def _of_all_since(view: View, time: TimeExpression) -> bool:
    """'The first such truce since 2016': what is compared has that day, and no act."""
    here = time.start - view.offset
    begin = here + 5 if time.text.lower().startswith("since") else here
    return OF_ALL_SINCE.search(view.doc.text, 0, begin) is not None


def _of_the_last_time(view: View, drafts: list[Draft], time: TimeExpression) -> bool:
    """'Has reopened for the first time since a mutiny in June': the day of the mutiny, where that is no act read here."""
    here = time.start - view.offset
    since = _TIME_SINCE.search(view.doc.text, 0, here)
    return since is not None and not any(since.start() < view.doc[d.trigger.at].idx < here for d in drafts)


_TIME_SINCE = re.compile(r"\bfor (?:only )?the (?:first|second|third|\w+th) time since [^,;:.]*$", re.IGNORECASE)


_INSTEAD = re.compile(r"\b(?:instead of|rather than|in place of|and not) (?:by |on |before |until )?(?:the )?$")


def _replaced(view: View, time: TimeExpression) -> bool:
    """'By 20 March instead of 10 March': nothing is told of the day that was replaced."""
    here = time.start - view.offset
    return _INSTEAD.search(view.doc.text[max(0, here - 32) : here].lower()) is not None


_PLANNED = re.compile(
    r"\b(?:originally|initially|first|previously|once|had been|was to have been) "
    r"(?:set|scheduled|planned|slated|fixed|due|meant|agreed)"
    r" (?:to \w+ |for |on |by )*(?:the )?$"
    r"|, (?:which (?:was|is|had been) )?(?:due|scheduled|set|planned|slated|fixed)(?: to \w+(?: \w+)?)?"
    r"(?: for| on| by| in| at)*(?: the)? $"
)


def _was_planned(view: View, drafts: list[Draft], time: TimeExpression) -> bool:
    """'Originally set for 1 October, it took place on Friday': not on the day that was planned."""
    here = time.start - view.offset
    planned = _PLANNED.search(view.doc.text[max(0, here - 60) : here].lower())
    if planned is None:
        return False
    begins = max(0, here - 60) + planned.start()
    return not any(begins <= view.doc[d.trigger.at].idx < here for d in drafts)  # 'due to expire on the 20th' is its day


_OPENS_DAY = frozenset({"in", "on", "last", "early", "late", "this"})
_MADE = frozenset(
    [
        *["agreed", "brokered", "signed", "reached", "established", "negotiated", "concluded", "mediated", "struck", "sealed"],
        *["declared", "announced", "proclaimed", "unveiled", "ordered"],
    ]
)
_ASIDE = re.compile(r",\s(?:which|who|whose)\s[^,;]*,")


def _of_aside(view: View, trigger: Trigger, time: TimeExpression, asides: list[tuple[int, int]]) -> bool:
    """'X, which had held the town since July, left': the time of an aside is not that of the act around it."""
    at, here = view.doc[trigger.at].idx, time.start - view.offset
    return any(a < here < b and not a < at < b for a, b in asides)


_WHO = re.compile(r"\b(?:who|which)\s[^,;:]*$")


def _of_those_who(view: View, trigger: Trigger, time: TimeExpression) -> bool:
    """'Completed the demobilisation of those who began to hand over arms last year': not the day of the demobilisation."""
    at, here = view.doc[trigger.at].idx, time.start - view.offset
    if trigger.frame.group is not None or here < at or completed_then(view, trigger):
        return False
    return _WHO.search(view.doc.text[at:here]) is not None


def _behind_its_clause(view: View, trigger: Trigger, drafts: list[Draft], time: TimeExpression) -> bool:
    """'Freed 60 of the men that it had promised to free, at a ceremony on Friday': the comma ends the clause about the men."""
    at, here = trigger.at, time.start - view.offset
    clause = _relative_over(view, at)
    if clause is not None and _behind_main_verb(view, clause, here):
        return True
    if clause is None or "," not in view.doc.text[view.doc[at].idx : here]:
        return False
    noun = view.doc[clause].head.i
    return any(d.trigger.at < noun and _relative_over(view, d.trigger.at) is None for d in drafts)


def _behind_main_verb(view: View, clause: int, here: int) -> bool:
    """'The boys whom rebels had held were back on the 7th': the day of what is told of the boys."""
    noun = view.doc[clause].head
    main = noun.head
    return noun.dep_.startswith("nsubj") and noun.i < clause < main.i and main.idx < here


def _relative_over(view: View, at: int) -> int | None:
    """The verb of the relative clause that holds a token."""
    token = view.doc[at]
    for _ in range(8):
        if token.dep_ == "acl:relcl":
            return token.i
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def in_aside(context: Context, time: TimeExpression) -> bool:
    """'NAME, whose men lost the town in May, said': a day of what two commas enclose."""
    text = context.report.text[max(0, time.start - 120) : time.end + 120]
    here = time.start - max(0, time.start - 120)
    return any(m.start() < here < m.end() for m in _ASIDE.finditer(text))


def told_by(view: View, trigger: Trigger, context: Context) -> Attribution | None:
    """The innermost attribution by a cue of its own whose content holds an act."""
    at = view.offset + view.doc[trigger.at].idx
    holding = [a for a in context.attributions if a.content.start <= at < a.content.end and a.cue.end > a.cue.start]
    return min(holding, key=lambda a: a.content.end - a.content.start, default=None)


def said_from_in(context: Context, attribution: Attribution) -> int:
    """Where his words begin: of '"The Front fired," he said, "and it …"' before him."""
    return min(a.content.start for a in context.attributions if a.cue == attribution.cue)


def speaks(context: Context, attribution: Attribution | None, time: TimeExpression) -> bool:
    """Whether a time stands in the clause of saying, outside what is said: 'on Monday X accused Y of …'."""
    if attribution is None or attribution.verb in words("counting"):
        return False  # what was seen or counted on a day happened on it
    sentence, content = context.sentences[attribution.sentence], attribution.content
    if _of_charging(context.report.text, attribution, time):
        return True
    if not sentence.start <= time.start < sentence.end or content.start <= time.start < content.end:
        return False
    outside = time.end <= content.start or attribution.cue.start >= content.end
    return outside and of_what_is_ahead(context.report.text, time.start) is None


_CHARGE = frozenset(
    [
        *["accuse", "blame", "condemn", "denounce", "criticise", "criticize", "charge", "slam", "lambast", "rebuke", "berate"],
        *["chide", "fault", "castigate", "thank", "praise", "warn", "commend"],
    ]
)
_CHARGED_FOR = re.compile(r"\s+(?:of|for)\s+(?:\w+ly\s+)?(?:\w+ing|the|an?|its|their)\b")


def _of_charging(text: str, attribution: Attribution, time: TimeExpression) -> bool:
    """'Accused X on Sunday of shelling', 'condemned X on Monday for the raid': the day of the charge."""
    if attribution.verb not in _CHARGE or not attribution.cue.end <= time.start:
        return False
    between = text[attribution.cue.end : time.start]
    near = len(between.split()) <= 8 and not re.search(r"[,;:]|\b(?:of|for)\s+\w+ing\b", between)
    return near and _CHARGED_FOR.match(text, time.end) is not None


def _distance(view: View, draft: Draft, drafts: list[Draft], time: TimeExpression) -> tuple[bool, bool, int]:
    """How far a time stands from an act: not in its phrases, beyond another verb, in characters."""
    a, b = view.span(*core(view, draft.trigger))
    at = view.offset + view.doc[draft.trigger.at].idx
    inside = a <= time.start and time.end <= b
    held = any(
        s[0] < time.end and time.start <= s[1] + 1  # within it, or right behind it
        for ps in draft.trigger.frame.slots.values()
        for p in ps
        for s in [view.span(p.start, p.end)]
    )
    low, high = sorted((at, time.start))
    places = [view.offset + view.doc[d.trigger.at].idx for d in drafts if d is not draft and d.trigger.frame.group is not None]
    crossed = any(low < place < high for place in places)
    between = view.doc.text[max(0, low - view.offset) : high - view.offset]
    far = high - low + _EDGE * len(_EDGES.findall(between)) + (20 if time.end <= at else 0)
    loose = (
        draft.trigger.frame.group is None
        and not held
        and far > _NEAR_NOUN
        and any(d.trigger.frame.group is not None for d in drafts)
    )
    return not held, crossed or loose, far - (_INSIDE if inside else 0)


_EDGE = 25  # a boundary of clauses counts as so many characters
_INSIDE = 15  # what stands in the act's own stretch is so much nearer
_NEAR_NOUN = 45  # a time farther from a noun than this is a verb's
_EDGES = re.compile(r"[,;:]|\b(?:and|but|while|after|before|when|because|although|which|who)\b", re.IGNORECASE)


_PACT = (
    r"(?:statement|agreement|accord|truce|ceasefire|deal|protocol|memorandum|declaration|resolution|treaty|pact|commitment|pledge"
    r"|undertaking|promise|ultimatum|understanding"
    r"|communiqu\u00e9)s?"
)
_MADE_ON = (
    r"(?:(?:which|that)\s+was\s+)?(?:signed|reached|concluded|struck|brokered|agreed|sealed|inked)"
    r"(?:\s+(?:in|at)\s+(?:the\s+)?[a-z][\w'\u2019-]*(?:,?\s+[a-z][\w'\u2019-]*){0,3},?)?(?:\s+(?:on|in))?"
)
_PAPER = _PACT + r"|hostilities|(?:road\s?map|timetable|schedule|calendar|plan|letter|report)s?"
_ON_WHAT = r"\s+(?:on|for|concerning|regarding)\s(?:[\w'\u2019-]+\s){1,9}?"
_COMPLAINT = (
    r"\b(?:complaint|protest|allegation|accusation|charge)s?"
    r"(?:\s+(?:of|by|from)\s+the\s+(?!attack|shelling|killing|ambush|bombing|raid|clash|incident|strike)(?:[\w'\u2019-]+\s?){1,3}?)?"
)
_AS_TO_COMPLAINT = compile_small(
    r"(?:^|[.;:)])\W*(?:as (?:to|for|regards)|regarding|concerning|with (?:regard|respect) to|in respect of|on) "
    rf"(?:the|its|their|this) {_COMPLAINT} (?:of|dated) (?:the )?$"
)
_PACT_BEFORE = compile_small(
    rf"(?:(?:{_PAPER}|{_COMPLAINT})[\"”’']*\s+(?:of|from|dated|{_MADE_ON})|(?:{_PACT}){_ON_WHAT}(?:of|dated|{_MADE_ON}))\s+"
    r"(?:the\s+)?(?:last\s+)?$"
)
_PACT_WHICH = compile_small(
    rf"(?:{_PACT})\b[^,;.:]{{0,50}}?\s(?:which|that)\s[^,;.:]{{1,90}}\s(?:signed|reached|concluded|struck|brokered|sealed|inked)"
    r"\s+(?:(?:in|on)\s+)?(?:the\s+)?(?:last\s+)?$"
)
_YEAR_BEFORE = re.compile(r"\b(?:an?|the|this|that|its|their|his)\s+(?:\w+\s+)?$", re.IGNORECASE)
_YEAR = re.compile(r"(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d")
_THING = (
    r"(?:list|quota|batch|tranche|round|instal?lment|schedule|timetable|target|election|meeting|summit|level|position|line"
    r"|border)s?"
)
_PACT_AFTER = re.compile(
    r"(?:['\u2019]s)?\s+(?:\w+\s+|(?-i:(?:[A-Z][\w-]+\s+){2,3}))?(?:" + _PACT + "|" + _THING + r")\b", re.IGNORECASE
)


_CLOCK = re.compile(r"(?:an?\s+)?\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?m\.?", re.IGNORECASE)
_TEXT = re.compile(rf"\b{_PACT}\b", re.IGNORECASE)


def names_text(text: str) -> bool:
    """Whether a sentence speaks of an agreement: its 'within 60 days' may be counted from there, not from the telling."""
    return _TEXT.search(text) is not None


def names_pact(text: str, time: TimeExpression) -> bool:
    """'the statement of 10 November', 'the complaint of the Front of 10 November', 'the 10 November truce', 'the May list':
    the day names the paper, it dates no act."""
    before, after = text[max(0, time.start - 80) : time.start], text[time.end : time.end + 40]
    earlier = small(text)
    if _PACT_BEFORE.search(earlier[max(0, time.start - 80) : time.start]):
        return True
    if _PACT_WHICH.search(earlier[max(0, time.start - 160) : time.start]):
        return True
    if not _PACT_AFTER.match(after):
        return False
    called_by = _YEAR.fullmatch(time.text) and _YEAR_BEFORE.search(before)  # 'a 2002 ceasefire'
    owns = after[:2] in {"'s", "\u2019s"}  # 'last year's deal'
    of_one = before.endswith((" its ", " their "))  # 'their May 2004 positions'
    kind = time.text.lower() in section("holidays") or _CLOCK.fullmatch(time.text)  # 'an Easter truce', 'a 3 a.m. ceasefire'
    return bool(called_by or owns or of_one or kind or (before[-4:] + time.text).lower().count("the "))


def _complained_by(view: View, drafts: list[Draft], time: TimeExpression) -> int | None:
    """'As to the complaint of X of 27 September, no sign of an attack was found': an attack up to that day."""
    before = small(view.doc.text)[: time.start - view.offset]
    if _AS_TO_COMPLAINT.search(before) is None:
        return None
    behind = [n for n, d in enumerate(drafts) if d.act.norm == "forbidden" and view.doc[d.trigger.at].idx > len(before)]
    return behind[0] if behind else None
