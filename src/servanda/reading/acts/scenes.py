"""The day that an account is telling of, for acts that are told without a day of their own.

Invariant: only what is told as past and done takes a day from around it, never one after the day of telling; what is
told in the perfect, or with a word such as 'earlier', stays open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from servanda.reading.acts.clause import HAVE
from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.drafts import Draft
from servanda.reading.acts.moments import dated
from servanda.reading.acts.owned_times import names_pact, told_by
from servanda.reading.acts.taken_up import is_new
from servanda.reading.claim import Claim, When, identified
from servanda.reading.frozen import dataclass, replace
from servanda.reading.modality.outcome import REAL
from servanda.reading.sentences import Sentence
from servanda.reading.times import TimeExpression, joined, section_at

if TYPE_CHECKING:
    from servanda.reading.acts.claims import Context

_FRONT = re.compile(
    r"\W*(?:(?:and|but|then|also|only|early|late|later)\s+)?(?:(?:on|in|at|over|during|by|overnight)\s+)?(?:the\s+)?(?:course\s+of\s+)?",
    re.IGNORECASE,
)
_REACH = 3  # sentences over which a day told is carried
_FINE = frozenset({"time", "day"})
_ASIDE = re.compile(
    r"\b(?:earlier|previously|already|recently|since|before|ever|so\s+far|once|long|often|repeatedly|always|years?\s+ago|"
    r"in\s+the\s+past|until|on\s+(?:\w+\s+){1,2}occasions|(?<!\bthe\s)(?<!\bits\s)(?<!\btheir\s)last|the\s+last\s+(?:time|few|days?|weeks?|months?|years?)|formerly|originally|historically|traditionally|weeks|months|years)\b",
    re.IGNORECASE,
)
_AFTER_EVENT = re.compile(r"\w+\s+(?:after|before|since)\s+(?:the|its|their)\s+[a-z]", re.IGNORECASE)
"""'Were laid after the signing': on a day of their own, which the heading only bounds."""
_TURNS = re.compile(r"\b(?:after|before|since|until|following|because|although|once|unless|if)\b", re.IGNORECASE)
_HAD = re.compile(r"\bhad\b(?!\s+(?:to|until)\b)", re.IGNORECASE)
_NOW = re.compile(r"\b(?:has|have|is|are|remains?|continues?|will)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """The days that a sentence tells of, and the acts that it dates by them."""

    earliest: date
    latest: date
    acts: frozenset[str]
    fronted: bool = False

    def when(self) -> When:
        """As a claim holds it: it rests on the text around."""
        return When(self.earliest, self.latest, "text")


def scene_of(
    view: View,
    sentence: Sentence,
    context: Context,
    draft: Draft,
    drafts: Sequence[Draft],
    owned: Sequence[Sequence[TimeExpression]],
    earlier: Sequence[Claim],
) -> When | None:
    """The days of an act that has none of its own: from its own sentence or from those before it."""
    if (day := taken_up_day(view, draft, sentence.paragraph, earlier)) is not None:
        return day
    headed = _headed(view, sentence, context, draft)
    if not _may_take(view, draft):
        return headed
    beside = _beside(view, context, draft, drafts, owned)
    if beside is not None:
        return beside.when()
    if headed is not None and headed.earliest == headed.latest:
        return headed
    if headed is None and any(t.relative_to for mine, d in zip(owned, drafts, strict=True) if d is draft for t in mine):
        return None  # 'a week after the signing': a day of its own, though not known
    told = told_before(sentence, context, earlier)
    if told is not None and _goes_on(view, context, draft, told):
        return told.when()
    return headed


def _headed(view: View, sentence: Sentence, context: Context, draft: Draft) -> When | None:
    """The day at the head of a diary's section, for what the section tells as done: it may be told in the present
    ('Troops enter the town') or by a noun ('Shelling of the town'), but not as
    done earlier. What had or has been done by then is open towards the past."""
    section = section_at(context.sections, sentence.start + view.doc[draft.trigger.at].idx)
    if section is None or section.earliest is None or (draft.act.generic and draft.force.present):
        return None
    force = draft.force
    if force.modality not in REAL or force.future or force.conditional:
        return None
    if force.reaches_back and force.modality != "under-way":
        return None
    if _perfect(draft) or _AFTER_EVENT.match(view.doc.text, view.doc[draft.trigger.at].idx):
        return When(None, section.latest, "text")
    if _ASIDE.search(view.doc.text, *_clause(view, draft)) is not None:
        return None
    return When(section.earliest, section.latest, "text")


def taken_up_day(view: View, draft: Draft, paragraph: int, earlier: Sequence[Claim]) -> When | None:
    """'The shelling', 'this handover': the days of the act told above that the noun takes up."""
    noun = view.doc[draft.trigger.at].pos_ == "NOUN"  # 'the withdrawal was carried out under …' has a verb beside it
    if (draft.trigger.frame.group is not None and not noun) or is_new(view, draft.trigger):
        return None
    if draft.force.modality not in REAL | {"alleged", "denied"}:
        return None
    for claim in reversed(earlier):
        if claim.act == draft.act.id and 0 <= paragraph - claim.paragraph <= 1 and claim.modality in REAL:
            known = claim.when.earliest is not None and claim.when.latest is not None
            return When(claim.when.earliest, claim.when.latest, "text") if known else None
    return None


def _may_take(view: View, draft: Draft) -> bool:
    """Told as past and done, in the simple past or as a participle, with no word that leads elsewhere."""
    group, force = draft.trigger.frame.group, draft.force
    if draft.act.generic or group is None or force.modality not in REAL:
        return False
    if set(group.words) & {"has", "have", "'ve", "’ve"} or not (force.past or group.tag == "ing"):
        return False
    if force.present or force.future or force.reaches_back or force.conditional:
        return False
    low, high = _clause(view, draft)
    return _ASIDE.search(view.doc.text, low, high) is None


def _clause(view: View, draft: Draft) -> tuple[int, int]:
    """A rough clause around an act, in characters of the sentence."""
    text, at = view.doc.text, view.doc[draft.trigger.at].idx
    low = max((m.end() for m in _CLAUSE_EDGE.finditer(text, 0, at)), default=0)
    high = next((m.start() for m in _CLAUSE_EDGE.finditer(text, at)), len(text))
    return low, high


_CLAUSE_EDGE = re.compile(r"[,;:]\s|\b(?:but|while|whereas|although|that)\s")


def _beside(
    view: View, context: Context, draft: Draft, drafts: Sequence[Draft], owned: Sequence[Sequence[TimeExpression]]
) -> Told | None:
    """'On Monday they took the post and burned it': the day of another act of the same sentence told in the same breath."""
    at = view.doc[draft.trigger.at].idx
    speech = told_by(view, draft.trigger, context)
    for other, times in zip(drafts, owned, strict=True):
        if other is draft or told_by(view, other.trigger, context) != speech:
            continue
        if other.force.modality not in REAL or other.trigger.frame.group is None or _perfect(other) != _perfect(draft):
            continue
        there = view.doc[other.trigger.at].idx
        if _TURNS.search(view.doc.text, *sorted((at, there))) or _apart(view.doc.text, at, there):
            continue
        one, two = draft.trigger.at, other.trigger.at
        if other.act.id != draft.act.id and (_tells_of_a_thing(view, one, two) or _tells_of_a_thing(view, two, one)):
            continue
        if _of_the_doers(view, two, one, drafts):
            continue
        for time in times:
            told = _told(context, time, frozenset({other.act.id})) or _long_ago(view, time, at, there, other.act.id)
            if told is not None:
                return told
    return None


def _long_ago(view: View, time: TimeExpression, at: int, there: int, act: str) -> Told | None:
    """'In 2014 a deal collapsed when soldiers opened fire': in 2014."""
    whole = time.granularity in {"month", "year"} and time.bound in (None, "on") and time.basis == "explicit"
    if not whole or time.earliest is None or time.latest is None or _WHEN.search(view.doc.text, there, at) is None:
        return None
    return Told(time.earliest, time.latest, frozenset({act}))


_WHEN = re.compile(r"\b(?:when|as)\b")


def _tells_of_a_thing(view: View, inner: int, outer: int) -> bool:
    """'Halted the attack that it started on Monday', 'freed on Monday the men seized in Z': the inner clause tells of a thing
    of the outer one, and each has a day of its own."""
    token, hung = view.doc[inner], False
    for _ in range(12):
        if token.i == outer or token.head is token:
            return hung and token.i == outer
        hung = hung or token.dep_ in {"acl", "acl:relcl"}
        token = token.head
    return False


def _of_the_doers(view: View, inner: int, outer: int, drafts: Sequence[Draft]) -> bool:
    """'The forces that took X on Monday took Y': when the doers took X is no day of what they did next."""
    token = view.doc[inner]
    who = token.head
    if token.dep_ != "acl:relcl" or any(d.trigger.at == who.i for d in drafts) or _EVENTS.search(who.lower_):
        return False
    return who.dep_ == "nsubj" and who.head.i == outer


_EVENTS = re.compile(
    r"^(?:clash|battle|fighting|attack|raid|shelling|bomb|blast|explosion|offensive|operation|fire|assault|strike)"
)


def _apart(text: str, one: int, other: int) -> bool:
    """'X, which had fought a war, left on Tuesday', 'left under the accord, which was signed on the 2nd': a clause about a
    thing tells of days of its own."""
    if _RELATIVE.search(text, *sorted((one, other))):
        return True
    asides = [m.span() for m in _BETWEEN_COMMAS.finditer(text)]
    return any((a < one < b) != (a < other < b) for a, b in asides)


_RELATIVE = re.compile(r"\b(?:which|who|whose|whom)\b", re.IGNORECASE)
_BETWEEN_COMMAS = re.compile(r",\s(?:which|who|whose)\s[^,;]*,")


def _perfect(draft: Draft) -> bool:
    group = draft.trigger.frame.group
    return group is not None and bool(set(group.words) & (HAVE | {"had"})) and group.perfect


def _told(context: Context, time: TimeExpression, acts: frozenset[str]) -> Told | None:
    """The days of a time that can set a scene: known, past, no mere bound."""
    if not dated(time) or time.bound not in (None, "on", "between") or time.earliest is None or time.latest is None:
        return None
    if time.granularity not in _FINE and time.granularity not in {"week", "duration"}:
        return None
    last = context.said.latest
    if last is not None and time.earliest > last:
        return None
    fronted = any(
        s.start <= time.start < s.end and _FRONT.fullmatch(context.report.text, s.start, time.start) for s in context.sentences
    )
    return Told(time.earliest, min(time.latest, last) if last is not None else time.latest, acts, fronted)


def told_before(sentence: Sentence, context: Context, earlier: Sequence[Claim]) -> Told | None:
    """The days that the sentences just before one tell of, in its paragraph."""
    for back in range(1, _REACH + 1):
        n = sentence.index - back
        if n < 0:
            return None
        above = context.sentences[n]
        if above.paragraph != sentence.paragraph or above.segment != sentence.segment:
            return None
        text = context.report.text
        here = [t for t in context.times if above.start <= t.start and t.end <= above.end]
        times = [t for t in joined(text, here, context.events.by_words()) if dated(t) and not names_pact(text, t)]
        if not times:
            if _NOW.search(text, above.start, above.end):
                return None  # a sentence that tells how things stand ends the account
            continue
        if _HAD.search(text, above.start, times[-1].start) and not _in_speech(context, above):
            continue  # what had happened before
        return _scene(context, times, _told_in(above, earlier))
    return None


def _told_in(sentence: Sentence, earlier: Sequence[Claim]) -> list[Claim]:
    """The claims of a sentence just above, of all claims so far in their order."""
    found: list[Claim] = []
    for claim in reversed(earlier):
        if claim.sentence is not None and claim.sentence[0] < sentence.start:
            break
        if claim.sentence == (sentence.start, sentence.end):
            found.append(claim)
    return found[::-1]


def _in_speech(context: Context, sentence: Sentence) -> bool:
    return any(a.sentence == sentence.index and a.cue.end > a.cue.start for a in context.attributions)


def _scene(context: Context, times: Sequence[TimeExpression], claims: Sequence[Claim]) -> Told | None:
    """Of the times of a sentence, the last that dates an act of it as done; without any act, its only one."""
    for time in reversed(times):
        acts = frozenset(
            c.act for c in claims if c.modality in REAL and c.when.earliest == time.earliest and c.when.earliest is not None
        )
        if acts and (told := _told(context, time, acts)) is not None:
            return told
    speaking = [a.said for a in context.attributions if a.said is not None]
    free = [t for t in times if not any(w.start < t.end and t.start < w.end for w in speaking)]
    if claims or len(free) != 1 or len(times) != 1:
        return None
    return _told(context, free[0], frozenset())


def _goes_on(view: View, context: Context, draft: Draft, told: Told) -> bool:
    """Whether an act is of the account just told: the same act, heard of anew, or in the narrator's own simple past where
    the account is visibly one: its day stood at the head of its sentence, or the act is tied to what was told."""
    if told_by(view, draft.trigger, context) is not None:
        return draft.act.id in told.acts
    if _perfect(draft) or _ELSEWHERE.search(view.doc.text):
        return False
    return told.fronted or draft.act.id in told.acts or _tied(view, draft)


def _tied(view: View, draft: Draft) -> bool:
    """'Then', 'hours later', 'their driver', 'on the same occasion'; and who was hurt, told without a doer."""
    if _LINK.search(view.doc.text) or _OPENING.match(view.doc.text):
        return True
    return draft.trigger.pattern.lemma in _HURT and not draft.roles.actors


_ELSEWHERE = re.compile(r"\b(?:meanwhile|elsewhere|separately|in\s+(?:another|a\s+separate)\b)", re.IGNORECASE)
_LINK = re.compile(
    r"\b(?:then|(?:hours?|minutes?|moments|shortly|soon)\s+(?:later|after(?:wards?)?)|afterwards|(?:in|as)\s+(?:response|return|retaliation|reply|turn"
    r"|exchange)|on\s+the\s+same\s+(?:occasion|day)|at\s+the\s+same\s+time|at\s+once|immediately|thereupon|returned\s+fire)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\W*(?:he|she|they|it|their|his|her|its|both|the\s+(?:attackers|gunmen|raid|attack|shelling|two))\b", re.IGNORECASE
)
_HURT = frozenset(["kill", "wound", "injure", "hurt", "die", "burn", "destroy", "damage", "set"])


def with_days_told_after(claims: Sequence[Claim], context: Context) -> list[Claim]:
    """'… shelled the town. It happened on Tuesday.': the day that the next sentence gives to the act before it."""
    done = list(claims)
    for n, sentence in enumerate(context.sentences[1:], start=1):
        text = context.report.text
        opening = _HAPPENED.match(text, sentence.start, sentence.end)
        above = context.sentences[n - 1]
        if opening is None or above.paragraph != sentence.paragraph:
            continue
        here = [t for t in context.times if opening.end() <= t.start and t.end <= sentence.end]
        dates = joined(text, here, context.events.by_words())
        told = next((x for t in dates if (x := _told(context, t, frozenset())) is not None), None)
        if told is None or told.earliest != told.latest:
            continue
        for k, claim in enumerate(done):
            if claim.sentence == (above.start, above.end) and claim.modality == "completed" and claim.when.earliest is None:
                done[k] = identified(replace(claim, when=told.when()))
    return done


_HAPPENED = re.compile(
    r"(?:it|this|that|all\s+this|the\s+(?:\w+\s+)?(?:incident|attack|raid|shelling|clash|clashes|fighting|shooting|firing|ambush|strike|"
    r"strikes|handover|withdrawal|pullback|pullout|exchange|swap|release|event|events|violation|breach|skirmish|shootout|blast|explosion))\s+"
    r"(?:had\s+)?(?:happened|occurred|took\s+place|taken\s+place|unfolded|broke\s+out|erupted|was\s+carried\s+out|came|dates?\s+from)\b",
    re.IGNORECASE,
)
