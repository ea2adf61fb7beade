"""What is answered to a charge in words that do not repeat it: 'denied it', 'rejected the accusation', 'blamed the
rebels', 'claimed responsibility'.

Invariant: which act it is, is never guessed: that of the nearest claim above, if whoever answers can be its doer or, of
blame, if nobody has been named for it; without one nothing is read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from servanda.reading.acts import behind_it
from servanda.reading.acts.clause import HAVE, group_of
from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.disputed import disputed_deed
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.frames import verb_frame
from servanda.reading.acts.lexicon import lexicon
from servanda.reading.acts.parties import parties_of
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.slots import Frame
from servanda.reading.acts.verbs import BE
from servanda.reading.attribution import Attribution, Source, speakers_at
from servanda.reading.claim import Claim, Modality, Party, Speaker, identified
from servanda.reading.frozen import dataclass, replace
from servanda.reading.modality.outcome import REAL
from servanda.reading.sentences import Sentence

if TYPE_CHECKING:
    from servanda.reading.acts.claims import Context

_DENY = frozenset({"deny", "denies", "denied", "denying", "refute", "refutes", "refuted", "rebut", "rebuts", "rebutted"})
_TURN_DOWN = frozenset({"reject", "rejects", "rejected", "rejecting", "dismiss", "dismisses", "dismissed", "dismissing"})
_DISPUTE = frozenset({"dispute", "disputes", "disputed", "contest", "contests", "contested"})
_BLAME = frozenset({"blame", "blames", "blamed", "blaming", "accuse", "accuses", "accused", "suspect", "suspects"})
_PUT = frozenset({"put", "puts", "lay", "lays", "laid", "pin", "pins", "pinned", "place", "places", "placed"})
_GUILT = frozenset({"blame", "responsibility", "guilt"})
_POINT = frozenset({"point", "points", "pointed", "pointing"})
_FINGER = frozenset({"finger", "fingers"})
_DEED = frozenset(["violence", "incident", "incidents", "it", "this", "bloodshed", "killing", "killings", "deaths", "blast"])
_HOLD = frozenset({"hold", "holds", "held"})
_TAKE = frozenset({"claim", "claims", "claimed", "take", "takes", "took", "taken", "accept", "accepts", "accepted", "assumed"})
_OWN = frozenset({"admit", "admits", "admitted", "acknowledge", "acknowledges", "acknowledged"})
OWNED = _TAKE | _OWN
"""Verbs by which somebody owns to a deed."""
_CONFIRM = frozenset({"confirm", "confirms", "confirmed"})
_IT = frozenset({"it", "this", "that", "so"})
_CHARGE = frozenset(
    [
        *["accusation", "allegation", "charge", "claim", "report", "version", "account", "ruling", "finding", "verdict"],
        *["assertion", "statement"],
    ]
)
_DEMAND = frozenset({"call", "calls", "demand", "demands", "request", "appeal", "appeals", "ultimatum", "order", "plea"})
_MOVE = frozenset({"extension", "prolongation", "renewal", "postponement"})
_SAYS = frozenset({"say", "says", "said", "insist", "insists", "insisted", "replied", "added", "responded"})
_CALLS = frozenset({"call", "calls", "called", "describe", "describes", "described", "branded", "labelled", "labeled"})
_UNTRUE = frozenset(
    {"untrue", "false", "lie", "lies", "nonsense", "baseless", "fabricated", "fabrication", "wrong", "incorrect", "absurd"}
)
_PART = frozenset(["responsibility", "involvement", "role", "part", "blame", "guilt", "complicity", "authorship", "hand"])
_BACK = 3
_LESS = 0.15
TELL_ON = (
    (_DENY | _TURN_DOWN | _DISPUTE, _IT | _CHARGE | _PART | {f"{w}s" for w in _CHARGE} | {"which"}),
    (_DENY, frozenset({"involved", "participated"})),
    (_TURN_DOWN, _DEMAND),
    (_TAKE | _OWN, _PART | _IT),
    (_CONFIRM, _IT | _MOVE),
    (_HOLD, frozenset({"responsible", "answerable"})),
    (_PUT, _GUILT),
    (_POINT, _FINGER),
    (HAVE, frozenset({"nothing", "anything"})),
    (_DENY, frozenset({"behind", "responsible", "involved"})),
    (_SAYS | _CALLS, _UNTRUE | {"true", "so"}),
    behind_it.TELL_ON,
    (frozenset({"suspect", "suspects"}), frozenset({"the", "authorities", "police", "army", "officials"})),
)
"""Pairs of words of which a sentence holds one each where one of its verbs answers a charge."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The verb at token `at` that says of an act told before how it stands: by whose doing, or not."""

    at: int
    frame: Frame
    modality: Modality
    doer: Phrase
    open_too: bool
    """Whether it may answer for an act that nobody was named for."""


def answers_of(view: View) -> list[Answer]:
    """The answers of a sentence, in order."""
    asked = _ALL if view.words.isdisjoint(behind_it.TELL_ON[1]) else _ALL | BE
    verbs = (k for k in sorted(view.verbs) if view.doc[k].lower_ in asked)
    return [a for a in (_answer(view, k) for k in verbs) if a is not None]


_ALL = _SAYS | _CALLS | HAVE | _PUT | _POINT | _HOLD | _DENY | _TURN_DOWN | _DISPUTE | _BLAME | _TAKE | _OWN | _CONFIRM


def _answer(view: View, k: int) -> Answer | None:
    low, group = view.doc[k].lower_, group_of(view, k)
    if group.negated or group.infinitive:
        return None
    frame = verb_frame(view, k)
    if (behind := behind_it.whose_doing(view, k, frame)) is not None:
        return Answer(k, frame, behind[1], behind[0], True)
    who, what = frame.first("subj"), frame.first("obj")
    if group.passive or (who is not None and who.prep == "by"):
        summed = group.start > 1 and [t.lower_ for t in view.doc[group.start - 2 : group.start]] == [",", "which"]
        charge = summed or (what is not None and _is_charge(view, what, k))
        turned = low in _DENY | _TURN_DOWN | _DISPUTE and who is not None and charge
        return Answer(k, frame, "denied", who, False) if turned and who is not None else None
    if low in _BLAME and what is not None and view.doc[what.head].lower_ in _DEED and (on := frame.first("on")) is not None:
        return Answer(k, frame, "alleged", on, True) if who is not None else None
    if low in _PUT and what is not None and view.doc[what.head].lower_ in _GUILT and (on := frame.first("on")) is not None:
        for_it = frame.slots.get("for", [])
        return Answer(k, frame, "alleged", on, True) if who is not None and not for_it else None
    if low in _POINT and what is not None and view.doc[what.head].lower_ in _FINGER and (at := frame.first("at")) is not None:
        named = who is not None and not any(frame.slots.get(slot) for slot in ("for", "over"))
        return Answer(k, frame, "alleged", at, True) if named else None
    if who is not None and low in _SAYS | _CALLS:
        return Answer(k, frame, "denied", who, False) if _called_untrue(view, k, low) else None
    theirs = low in _DENY and _part_of_theirs(view, k) is not None
    if who is not None and (theirs or (low in _DENY | HAVE and _to_do_with(view, k, low))):
        return Answer(k, frame, "denied", who, True)
    if low.endswith("ing"):
        return None
    if who is None or {"of", "that"} & {view.doc[j].lower_ for j in range(frame.end, min(frame.end + 1, len(view.doc)))}:
        return None
    answerable = what is not None and any(t.lower_ == "responsible" for t in view.doc[what.end - 1 : what.end + 1])
    if low in _HOLD and not answerable:
        return None
    if low in _BLAME or answerable:
        told_for = [view.doc[p.head].lower_ for slot in ("for", "of", "over") for p in frame.slots.get(slot, [])]
        bare = all(w in _IT for w in told_for) and frame.complement is None
        return Answer(k, frame, "alleged", what, True) if what is not None and bare else None
    if low in _TURN_DOWN and what is not None and _is_demand(view, what):
        return Answer(k, frame, "refused", who, False)
    taken_up = _taken_up(view, k, frame, who)
    if low in _CONFIRM:
        return Answer(k, frame, "completed", who, False) if taken_up == "it" or _is_the_move(view, what) else None
    if taken_up is None:
        return None
    as_untrue = _AS_UNTRUE.match(view.doc.text.lower(), view.doc[frame.end - 1].idx) if frame.end else None
    turned_down = low in _TURN_DOWN and (taken_up != "it" or as_untrue is not None)
    if low in _DENY or turned_down or (low in _DISPUTE and taken_up in {"charge", "it"}):
        return Answer(k, frame, "denied", who, taken_up == "part")
    took_part = low in {"take", "takes", "took", "taken"} and what is not None and view.doc[what.head].lower_ == "part"
    if (low in _TAKE and taken_up == "part" and not took_part) or (low in _OWN and taken_up in {"it", "part"}):
        return Answer(k, frame, "completed", who, True)
    return None


def _is_the_move(view: View, what: Phrase | None) -> bool:
    """'The extension', and no more said of it."""
    short = what is not None and what.prep is None and what.end - what.start == 2
    if what is None or not short or view.doc[what.start].lower_ not in {"the", "this"}:
        return False
    after = view.doc[what.end].lower_ if what.end < len(view.doc) else ""
    return view.doc[what.head].lower_ in _MOVE and after not in {"of", "to", "by", "until", "for"}


def _is_demand(view: View, what: Phrase) -> bool:
    """'The call', 'the demand', and no more said of what it is."""
    after = view.doc[what.end].lower_ if what.end < len(view.doc) else ""
    told = after in {"of", "that", "for", "to", "by", "from", "on"}
    return (
        what.prep is None
        and view.doc[what.start].lower_ in {"the", "this", "that"}
        and (what.end - what.start == 2 and view.doc[what.head].lower_ in _DEMAND and not told)
    )


_THAT = r"(?:it|this|that|(?:the|this|that|these|those|such) (?:claims?|reports?|accusations?|allegations?|statements?))"
_NOT_SO = rf"(?:not true|not so|(?:a |an |all |pure |complete |outright )?(?:{'|'.join(sorted(_UNTRUE))}))"
_SAID_UNTRUE = re.compile(rf"(?:that )?{_THAT} (?:is|was|are|were|'s) {_NOT_SO}\b(?! (?:that|to|for)\b)")
_CALLED_UNTRUE = re.compile(rf"{_THAT} (?:as )?{_NOT_SO}\b")
_AS_UNTRUE = re.compile(rf"(?:(?:it|this|that) )?as {_NOT_SO}\b")
_QUOTED_UNTRUE = re.compile(rf"^\W*(?:no, )?{_THAT} (?:is|was|are|were|'s) {_NOT_SO}\W+$")


def _called_untrue(view: View, k: int, low: str) -> bool:
    """'Said this was not true', 'called it a lie', '"That is false," X said': a denial of what was told before."""
    text, at = view.doc.text.lower(), view.doc[k].idx
    behind = text[at + len(low) :].lstrip(' ,:"“')
    if low in _CALLS:
        return _CALLED_UNTRUE.match(behind) is not None
    if _SAID_UNTRUE.match(behind):
        return True
    quoted = re.match(r"\W*[^\"“”]+[\"”]", text)
    return quoted is not None and quoted.end() <= at and _QUOTED_UNTRUE.match(quoted.group()) is not None


_DO_WITH = re.compile(
    r"(?P<no>nothing|anything) (?:whatsoever )?to do with (?:it|this|that|(?:the|this|that|any)(?: \w+){0,2}? "
    r"(?:attacks?|killings?|blasts?|shelling|raids?|bomb|bombing|ambush|incidents?|violence|deaths?|abductions?|kidnapping))\b"
)


_BEHIND_IT = re.compile(
    r"\w+ (?:that )?(?:(?:it|they|he|she) |(?:its|their|his|her) (?:own )?(?:[\w-]+ ){1,2})(?:had been|was|were|is|are) "
    r"(?:behind|responsible for|involved in|to blame for) (?:it|them|this|that|these|those)\b"
)


def _to_do_with(view: View, k: int, low: str) -> bool:
    """'Had nothing to do with the attack', 'denied that his men had anything to do with it', 'were behind it'."""
    rest = view.doc.text[view.doc[k].idx :].lower()
    if low in _DENY and _BEHIND_IT.match(rest):
        return True
    found = _DO_WITH.search(rest, 0, 110)
    if found is None:
        return False
    return found.start() == len(low) + 1 and found["no"] == "nothing" if low in HAVE else found["no"] == "anything"


_ITS = (
    r"(?:(?:any|some|members?|units?) of )?(?:its|his|her|their|our) (?:\w+ ){0,2}?"
    r"(?:soldiers|men|troops|forces|fighters|people|units|officers|police|policemen|army|gunmen|members|side)"
)
_END = r"(?: in (?:it|this|that|them|the (?:\w+ ){0,2}?\w+))?(?=[.,;:\"”]|$| and | but )"
_PART_OF_THEIRS = re.compile(
    rf"(?:(?:that )?{_ITS} (?:had|have|has|were|was) (?:ever )?(?:been )?(?:taken (?:any )?part"
    rf"|played (?:any|a) (?:part|role)|involved|participated|had (?:any|a) (?:hand|part|role)){_END}"
    rf"|(?:any |all )?(?:involvement|participation|complicity) (?:of|by) {_ITS}{_END})"
)


def _part_of_theirs(view: View, k: int) -> int | None:
    """'Denied that any of its soldiers had taken part', 'denied any involvement of its men': the denial of what was told.
    Gives the place in the sentence where such words behind the verb at `k` end; None without them."""
    found = _PART_OF_THEIRS.match(view.doc.text.lower(), view.doc[k].idx + len(view.doc[k].text) + 1)
    return found.end() if found is not None else None


def _taken_up(view: View, k: int, frame: Frame, who: Phrase) -> str | None:
    """What is denied or owned: 'it', the 'charge', a 'part' in it; None where the words say more of what it is."""
    before = view.doc[who.start - 1].lower_ if who.start else ""
    if before == "which" and frame.first("obj") in {None, view.phrase_of(who.start - 2) if who.start > 1 else None}:
        return "it"
    what = frame.first("obj")
    if what is not None and what.end <= who.start and _sums_up(view, what) and _is_charge(view, what, who.start):
        return "charge"
    if what is None or what.prep is not None or what.end <= k:
        return None
    after = view.doc[what.end].lower_ if what.end < len(view.doc) else ""
    head = noun_lemmas(view.doc[what.head].text) | {view.doc[what.head].lower_}
    if (
        after in {"of", "that", "about", "for", "to", "by"}
        or (after == "in" and "responsibility" not in head)
        or (what.end in view.verbs)
    ):
        return None
    if what.end - what.start == 1 and head & _IT:
        return "it"
    return "charge" if head & _CHARGE else "part" if head & _PART else None


def _sums_up(view: View, what: Phrase) -> bool:
    """', a charge X denies': the noun stands behind a comma or a dash."""
    return what.start > 0 and view.doc[what.start - 1].text in {",", "-", "–", "—"}


def _is_charge(view: View, what: Phrase, until: int) -> bool:
    """A word for what was just said, of which nothing more is said: '(a charge) (that) X', 'which was', 'the claim was'."""
    between = {t.lower_ for t in view.doc[what.end : until] if t.pos_ not in {"AUX", "ADV"}}
    low = view.doc[what.head].lower_
    return (
        what.prep is None and between <= {"that", "which"} and (bool((noun_lemmas(low) | {low}) & _CHARGE) or low in _WORDLESS)
    )


_WORDLESS = frozenset({"something", "which", "it", "this"})


def answered(view: View, sentence: Sentence, context: Context, answer: Answer, earlier: Sequence[Claim]) -> Claim | None:
    """The claim that an answer makes of the act that it answers for."""
    at = view.offset + view.doc[answer.at].idx
    if view.doc[answer.at].lower_ in _CONFIRM:
        return _confirmed(view, sentence, context, answer, earlier, at)
    parties = _for_whom(parties_of(view, [answer.doer], context), answer, context, at)
    doers = {p.id for p in parties}
    if not parties or None in doers:
        return None
    before = [c for c in reversed(earlier) if c.start < at]
    if answer.modality == "refused":
        asked = next((c for c in before if _asked_of(c, sentence, context, doers)), None)
        own = Speaker(parties[0].words, parties[0].id, "unnamed-official")
        return _made(view, sentence, context, answer, asked, parties, own) if asked is not None else None
    told = next((c for c in before if _near(c, sentence, context) and not _told_in_passing(c, answer, sentence)), None)
    kept = next((c for c in before if _own_deed(c, sentence, context, doers)), None) if _turns_down(answer) else None
    who = answer.frame.first("subj")
    blamers = {p.id for p in parties_of(view, [who], context)} if who is not None else set()
    if kept is not None and (told is None or kept.start > told.start):
        told, doing = kept, kept.actors
    elif told is None or not _fits(told, answer, doers, blamers):
        above = [c for c in before if c.act not in _SPEECH]
        told = disputed_deed(above, sentence, context.sentences, doers) if _turns_down(answer) else None
        if told is None:
            return None
        doing = told.actors
    else:
        doing = parties
    speaker = _speaker(view, context, answer, parties, at)
    return None if speaker is None else _made(view, sentence, context, answer, told, doing, speaker)


def _for_whom(parties: tuple[Party, ...], answer: Answer, context: Context, at: int) -> tuple[Party, ...]:
    """'Rebel spokesman NAME denied it': the rebels, for whom he speaks."""
    if answer.modality != "denied" or len(parties) != 1 or parties[0].id is not None:
        return parties
    cue = next((a for a in context.attributions if a.cue.start <= at < a.cue.end), None)
    actor = cue.source.speaker.actor if cue is not None else None
    return (Party(parties[0].words, actor),) if actor is not None else parties


def _confirmed(
    view: View, sentence: Sentence, context: Context, answer: Answer, earlier: Sequence[Claim], at: int
) -> Claim | None:
    """'The Front said it had cleared the road. The army confirmed this': the army's word too, where one thing alone was told
    in the sentence before and somebody else told it."""
    before = [c for c in earlier if c.sentence is not None and c.sentence[1] <= sentence.start]
    told = [c for c in before if c.sentence == before[-1].sentence]
    cue = next((a for a in context.attributions if a.cue.start <= at < a.cue.end), None)
    if len(told) != 1 or cue is None or told[0].sentence is None or told[0].modality not in REAL or told[0].opinion:
        return None
    between = sum(told[0].sentence[0] < s.start <= sentence.start for s in context.sentences)
    who, first = cue.source.speaker, told[0].speaker
    named = answer.frame.first("obj")
    if named is not None and view.doc[named.head].lower_ in _MOVE and told[0].act != "extend-deadline":
        return None
    other = who.actor is not None and who.actor != first.actor
    if not other or between != 1 or lexicon().acts[told[0].act].aspect == "speech" or told[0].segment == "comment":
        return None
    same = replace(answer, modality=told[0].modality)
    return _made(view, sentence, context, same, told[0], told[0].actors, who)


def from_the_denier(chain: list[Source], attributions: Sequence[Attribution], at: int) -> list[Source]:
    """'X says it was shelled, Y denies': that it was not so is Y's word, whoever he answers."""
    over = [a.source for a in attributions if a.verb == "deny" and a.content.start <= at < a.content.end]
    denies = next((n for n, source in enumerate(chain) if source in over), 0)
    return chain[denies:]


def stands_in(claim: Claim, reply: Claim, spoken: int) -> bool:
    """Whether an answer, given at `spoken`, says what another claim of its words says with less: that somebody denied, that
    it was nobody's act."""
    if claim.act in _SPEECH and claim.start <= spoken < claim.end:
        return True
    less = claim.act == reply.act and claim.modality == reply.modality == "denied" and not claim.actors
    return less and claim.start < reply.end and reply.start < claim.end


_SPEECH = frozenset({"deny", "accuse", "refuse-terms"})


def _turns_down(answer: Answer) -> bool:
    return answer.modality == "denied" and not answer.open_too


def _own_deed(told: Claim, sentence: Sentence, context: Context, deniers: set[str | None]) -> bool:
    """What a side says that it did itself, in this sentence or the one before, which another says it did not."""
    act, named = lexicon().acts[told.act], {p.id for p in told.actors} - {None}
    between = sum(told.end < s.start <= sentence.start for s in context.sentences)
    return (
        act.norm != "forbidden"
        and act.aspect != "speech"
        and told.modality in REAL
        and told.polarity == "affirmed"
        and told.segment != "comment"
        and named == {told.speaker.actor}
        and deniers.isdisjoint(named)
        and between <= 1
    )


def _asked_of(told: Claim, sentence: Sentence, context: Context, doers: set[str | None]) -> bool:
    """What was asked of those who now turn it down, in this sentence or the one before."""
    between = sum(told.end < s.start <= sentence.start for s in context.sentences)
    plainly = told.modality == "requested" and told.polarity == "affirmed" and told.segment != "comment"
    return plainly and between <= 1 and {p.id for p in told.actors} == doers


def _told_in_passing(told: Claim, answer: Answer, sentence: Sentence) -> bool:
    """'X, whose men hold the area, denied it': not that they hold it."""
    here = answer.modality == "denied" and told.sentence == (sentence.start, sentence.end) and told.act == "remain"
    return here and (told.speaker.actor is None or told.speaker.actor in {p.id for p in told.actors})


def _near(told: Claim, sentence: Sentence, context: Context) -> bool:
    """A charge of this paragraph or the one before, at most three sentences above."""
    act = lexicon().acts[told.act]
    charge = (act.norm == "forbidden" or told.modality == "alleged") and act.aspect != "speech"
    if not charge or told.segment == "comment" or told.opinion or not 0 <= sentence.paragraph - told.paragraph <= 1:
        return False
    between = sum(told.end < s.start <= sentence.start for s in context.sentences)
    return between <= _BACK


def _fits(told: Claim, answer: Answer, doers: set[str | None], blamers: set[str | None]) -> bool:
    named = {p.id for p in told.actors} - {None}
    if told.target is not None and told.target.id in doers:
        return False
    if told.modality not in {*REAL, "alleged"} or told.polarity == "negated":
        return False
    if answer.modality == "alleged":
        suffered = {told.target.id} if told.target else set()
        return doers.isdisjoint(suffered) and (not named or named <= blamers - doers)  # the accused blames another
    return bool(named >= doers) if named else answer.open_too


def _speaker(view: View, context: Context, answer: Answer, parties: Sequence[Party], at: int) -> Speaker | None:
    cue = next((a for a in context.attributions if a.cue.start <= at < a.cue.end), None)
    if cue is not None:
        return cue.source.speaker
    if view.doc[answer.at].lower_ in BE:
        chain = speakers_at(context.attributions, at, at + 1)
        return chain[0].speaker if chain else context.carrier
    if answer.modality != "alleged":
        one = len({p.id for p in parties}) == 1  # 'both sides admitted it' is the word of neither alone
        return Speaker(parties[0].words, parties[0].id if one else None, "unnamed-official")
    who = answer.frame.first("subj")
    blaming = parties_of(view, [who], context) if who is not None else ()
    if len(blaming) != 1:
        return None
    return Speaker(blaming[0].words, blaming[0].id, "unnamed-official")


def _made(
    view: View,
    sentence: Sentence,
    context: Context,
    answer: Answer,
    told: Claim,
    parties: tuple[Party, ...],
    speaker: Speaker,
) -> Claim:
    who = answer.frame.first("subj")
    first = min(who.start, answer.at) if who is not None else answer.at
    start, end = view.span(first, max(answer.frame.end, answer.at + 1))
    if view.doc[answer.at].lower_ in _SAYS | _CALLS:
        start, end = view.span(0, len(view.doc))  # the denial stands in what is said
    elif (upto := _part_of_theirs(view, answer.at)) is not None:
        end = view.offset + upto
    return identified(
        replace(
            told,
            quote=context.report.text[start:end],
            start=start,
            end=end,
            segment=sentence.segment,
            sentence=(sentence.start, sentence.end),
            paragraph=sentence.paragraph,
            speaker=speaker,
            via=(),
            words=view.doc[answer.at].text,
            actors=parties,
            modality=answer.modality,
            said=context.said,
            quantity=None,
            confidence=round(max(0.05, told.confidence - _LESS), 2),
        )
    )
