"""Acts told without a word of their own: 'did so on Monday', 'neither has begun', 'followed suit', 'passed without it'.

Invariant: which act it is, is never guessed: it is that of the nearest claim before it, in the same sentence or
paragraph or the paragraph before; without one nothing is read.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.clause import group_of
from servanda.reading.acts.drafts import Draft, draft_of
from servanda.reading.acts.frames import verb_frame
from servanda.reading.acts.lexicon import Pattern, Roles, Sort, lexicon
from servanda.reading.acts.triggers import Trigger
from servanda.reading.claim import Claim, identified
from servanda.reading.frozen import dataclass, replace

_DO = frozenset({"do", "does", "did", "done", "doing"})
_SAME = frozenset({"so", "likewise"})
_FOLLOW = frozenset({"follow", "follows", "followed", "following"})
_HAPPEN = frozenset({"happen", "happens", "happened", "happening", "materialise", "materialised", "materialized"})
_GO_ON = frozenset({"begin", "begun", "began", "start", "started", "finish", "finished", "completed"})
_STARTED = frozenset({"begin", "begun", "began", "start", "started"})
_STANDS_FOR = frozenset({"it", "this", "that", "neither", "nothing", "none", "both"})
_THE_ACT = frozenset({"process", "procedure", "operation", "work", "exercise"})
_PASS = frozenset({"passed", "expired", "elapsed", "lapsed", "came"})
_DAYS = frozenset({"deadline", "date", "day", "term", "period", "time"})
_WITHOUT = frozenset({"it", "this", "that", "movement", "result", "progress", "action", "compliance", "change"})
_GIVE = frozenset({"return", "returned", "deliver", "delivered", "give", "gave", "given", "bring", "brought", "send", "sent"})
_FREE = frozenset({"release", "released", "free", "freed", "surrender", "surrendered", "withdraw", "withdrawn", "withdrew"})
_AWAY = frozenset({"left", "gone", "departed"})
_ARE = frozenset({"are", "were", "'re", "’re"})
_THEY = frozenset({"they"})
_OPEN = frozenset({"required", "promised", "announced", "requested", "possible", "refused"})
_NEGATIVE = frozenset({"neither", "none", "nothing", "nobody"})
_LESS = 0.15


LEFT_OUT = frozenset({"did", "does", "do", "has", "have", "had", "will", "would"})
_NOT = frozenset({"not", "n't", "n’t"})
SHORT = 7
"""So many different words at most has a sentence that is let through for its auxiliary alone ('They did not.')."""


TELL_ON = (
    (_AWAY, _THEY),
    (_DO, _SAME | {"same", "it"}),
    (_FOLLOW, frozenset({"suit"})),
    (_HAPPEN | _GO_ON, _STANDS_FOR | _THE_ACT),
    (_PASS, frozenset({"without"})),
    (_GO_ON, frozenset({"theirs", "ours", "own"})),
    (_GIVE, frozenset({"none", "nobody"})),
    (_GIVE | _FREE, frozenset({"one", "any"})),
)
"""Pairs of words of which a sentence holds one each where one of its verbs stands for an act."""


@dataclass(frozen=True, slots=True)
class ProAct:
    """A verb at token `at` that stands for an act told before. `own`: its subject does the act; `negated`: that it
    did not happen is said by more than the verb; `owed`: only for what the same sentence tells as owed or promised;
    `here`: only for what the same sentence tells."""

    at: int
    words: tuple[int, ...]
    own: bool
    negated: bool = False
    owed: bool = False
    here: bool = False


def pro_acts(view: View, taken: set[int]) -> list[ProAct]:
    """The verbs of a sentence that stand for an act; `taken` are the words that carry one themselves."""
    doc = view.doc
    found = [_pro_act(view, k, taken) for k in sorted(view.verbs) if k not in taken and doc[k].lower_ in _STAND_IN]
    return [p for p in found if p is not None and not _of_what_goes_before(view, p.at, taken)]


def _of_what_goes_before(view: View, k: int, taken: set[int]) -> bool:
    """'Has shown restraint and will continue to do so': 'so' is what the same sentence tells, which is no act."""
    doc = view.doc
    if doc[k].lower_ not in _DO or k + 1 >= len(doc) or doc[k + 1].lower_ not in _SAME or any(t < k for t in taken):
        return False
    joint = next((j for j in range(k - 1, 0, -1) if doc[j].lower_ in {"and", "but"}), None)
    return joint is not None and any(v < joint and doc[v].pos_ == "VERB" for v in view.verbs)


def _pro_act(view: View, k: int, taken: set[int]) -> ProAct | None:
    doc = view.doc
    low = doc[k].lower_
    after = [t.lower_ for t in doc[k + 1 : k + 4]]
    if low in _DO and _repeats(view, k):
        return None
    if low in _DO and after and (after[0] in _SAME or after[:2] == ["the", "same"]):
        return ProAct(k, (k, k + 1), own=True)
    if low in _DO and after[:1] == ["it"] and (len(after) < 2 or after[1] in _CLOSES | {"again", "first", "too"}):
        return ProAct(k, (k, k + 1), own=True)
    if low in _FOLLOW and after[:1] == ["suit"]:
        return ProAct(k, (k, k + 1), own=True)
    if low in _GIVE | _FREE and after in (["a", "single", "one"], ["one", "of", "them"], ["any", "of", "them"]):
        return ProAct(k, (k, k + 1, k + 2, k + 3), own=True)
    to_us = after[:1] in (["us"], ["them"], ["it"])
    if low in _GIVE and (after[1:2] if to_us else after[:1]) in (["none"], ["nobody"]):
        return ProAct(k, (k, k + 1), own=True, negated=True)
    if _left_out(view, k) and not _of_a_verb_here(view, k, taken):
        return ProAct(k, (k, k + 1), own=True, negated=True)
    if _the_others(view, k):
        return ProAct(k, (k, k + 1), own=False, negated=True, here=True)
    if (owed := _as_owed(view, k)) is not None:
        return owed
    if low in _PASS and (without := _without(view, k)) is not None and _subject_is(view, k, _DAYS):
        return ProAct(k, (k, *without), own=False, negated=True)
    if low in _GO_ON | _ACHIEVE and (theirs := _theirs(view, k)) is not None:
        return ProAct(k, (k, theirs), own=True)
    if low in _AWAY and _subject_is(view, k, _THEY) and _nowhere(view, k):
        return ProAct(k, (k,), own=True)
    if low in _ARE and k and doc[k - 1].lower_ in _THEY and "gone" in after[:2] and "not" not in after:
        return ProAct(k, (k, k + 1 + after.index("gone")), own=True)
    stands = _subject_is(view, k, _STANDS_FOR)
    goes_on = low in _GO_ON and not _has_object(view, k) and (stands or _subject_is(view, k, _THE_ACT))
    if goes_on or (low in _HAPPEN and stands):
        start = group_of(view, k).start
        return ProAct(k, (k,), own=False, negated=start > 0 and doc[start - 1].lower_ in _NEGATIVE)
    return None


def _repeats(view: View, k: int) -> bool:
    """'Its lorries got in, the first to do so in months': no more than what was told right before the comma."""
    before = [t.lower_ for t in view.doc[max(0, k - 4) : k]]
    return len(before) == 4 and before[0] == "," and before[1] == "the" and before[2] in _RANKS and before[3] == "to"


_RANKS = frozenset({"first", "second", "third", "last", "latest", "only"})


def _the_others(view: View, k: int) -> bool:
    """'Ten were released; three, all from Kest, were not.': a number of those of whom the passive before it is not true."""
    doc = view.doc
    if doc[k].lower_ not in _WERE or k + 1 >= len(doc) or doc[k + 1].lower_ not in _NOT:
        return False
    closed = k + 2 >= len(doc) or doc[k + 2].text in {".", ";", "!", "”", '"'}
    who = next((c for c in doc[k].children if c.dep_.startswith("nsubj") and c.i < k), None)
    return closed and who is not None and (who.pos_ == "NUM" or who.lower_ in {"others", "rest", "remainder", "some"})


_WERE = frozenset({"were", "was"})


def _theirs(view: View, k: int) -> int | None:
    """The 'theirs' of 'the army finished theirs', 'has yet to start its own'."""
    following = [t.lower_ for t in view.doc[k + 1 : k + 4]]
    if following[:1] and following[0] in _ELIDED:
        return k + 1
    own = following[:2] in (["its", "own"], ["their", "own"]) and (
        len(following) < 3 or not following[2].isalpha() or following[2] in _AFTER_OWN
    )
    return k + 2 if own else None


_ELIDED = frozenset({"theirs", "ours", "hers", "his", "mine"})
_AFTER_OWN = frozenset(
    {"on", "in", "by", "at", "after", "before", "last", "yesterday", "today", "and", "but", "yet", "only", "as"}
)
_ACHIEVE = frozenset({"complete", "completes", "begins", "starts", "finishes"})


def _nowhere(view: View, k: int) -> bool:
    """Whether nothing says where from, where to or what was left: 'They left on Monday with their guns', 'They are gone'."""
    frame = verb_frame(view, k)
    things = [p for p in frame.slots.get("obj", []) if view.doc[p.head].lower_ not in _TIMES]
    return not things and not ({"from", "to", "for", "into", "through"} & frame.slots.keys()) and frame.complement is None


_OF_DATES = frozenset({"extend-deadline", "request-extension"})
_TIMES = frozenset({"morning", "afternoon", "evening", "night", "week", "weekend", "day"})


_STAND_IN = _WERE | _AWAY | _ARE | _GIVE | _FREE | _DO | _FOLLOW | LEFT_OUT | _PASS | _GO_ON | _ACHIEVE | _HAPPEN
"""All verbs that may stand for an act."""


def _left_out(view: View, k: int) -> bool:
    """'They did not.', 'but Kest has not': an auxiliary with its 'not' and nothing after it stands for what was told."""
    doc = view.doc
    if doc[k].lower_ not in LEFT_OUT or k + 1 >= len(doc) or doc[k + 1].lower_ not in _NOT:
        return False
    j = k + 2 + (k + 2 < len(doc) and doc[k + 2].lower_ == "yet")
    closed = j >= len(doc) or doc[j].text in {".", ";", ",", "!", "”", '"'}
    subject = view.phrase_of(k - 1) if k else None
    return closed and subject is not None and subject.prep is None and view.doc[subject.head].lower_ not in {"this", "that"}


def _of_a_verb_here(view: View, k: int, taken: set[int]) -> bool:
    """'We will keep to the calendar even if the government does not': keep to it, which is no act told before."""
    clause = view.doc[k]
    if clause.dep_ not in {"advcl", "conj"} or any(t < k for t in taken):
        return False
    return clause.head.i < k and clause.head.pos_ == "VERB" and clause.head.i in view.verbs


_CLOSES = frozenset(
    {".", ";", ",", "!", "”", '"', "on", "by", "at", "in", "last", "yesterday", "today", "within", "two", "three"}
)
_JOINS = frozenset({"and", "but", ",", "yet"})


def _as_owed(view: View, k: int) -> ProAct | None:
    """'Was obliged to leave, which it did', 'promised to leave, and has', '… but never did', '… but still has not'."""
    doc = view.doc
    if doc[k].lower_ not in _DID or not k:
        return None
    negated = k + 1 < len(doc) and doc[k + 1].lower_ in _NOT
    after = k + 1 + negated
    if after < len(doc) and doc[after].lower_ not in _CLOSES:
        return None
    j = k - 1
    never = negated
    while j > 0 and doc[j].lower_ in {"never", "still", "now", "already", "since", "finally", "duly", "indeed", "also"}:
        never |= doc[j].lower_ == "never"
        j -= 1
    if doc[j].lower_ in {"it", "they", "he", "she", "we", "i"}:
        joint = doc[j - 1].lower_ if j else ""
        if not joint and after < len(doc) and doc[after].text in {".", "!"}:
            return ProAct(k, (k,), own=True, negated=never, owed=True)  # 'promised to stop. It did.'
        j -= 1
        if joint == "which" or joint in {"and", "but"}:
            return ProAct(k, (k,), own=True, negated=never, owed=True)
        return None
    return ProAct(k, (k,), own=True, negated=never, owed=True) if doc[j].lower_ in _JOINS - {","} else None


_DID = frozenset({"did", "has", "have", "had"})


def _subject_is(view: View, k: int, words: frozenset[str]) -> bool:
    """The word right before the verb group, over 'of the kind' and adverbs, or the head of the phrase that ends there."""
    j = group_of(view, k).start - 1
    while j > 0 and (view.doc[j].pos_ in {"ADV", "AUX"} or view.doc[j].lower_ == "yet") and view.doc[j].lower_ not in words:
        j -= 1
    if j < 0:
        return False
    if view.doc[j].lower_ == "that" and view.doc[k].dep_ == "acl:relcl":
        return False  # 'decades of war that began in 1947'
    told = (c for c in view.doc[k].children if c.dep_ == "nsubj" and c.i < k)
    if view.doc[j].lower_ in words or (words is _DAYS and any(c.lower_ in words for c in told)):
        return True  # the last: 'the deadline for the rebels to leave passed'
    phrase = view.phrase_of(j)
    if phrase is not None and phrase.prep == "of" and phrase.start >= 2:
        phrase = view.phrase_of(phrase.start - 2)
    while phrase is not None and phrase.prep is not None and phrase.start >= 2:
        phrase = view.phrase_of(phrase.start - 2)  # 'the deadline for the disarmament passed'
    return phrase is not None and view.doc[phrase.head].lower_ in words and phrase.prep is None


def _has_object(view: View, k: int) -> bool:
    following = view.phrase_of(k + 1) if k + 1 < len(view.doc) else None
    opens = k + 2 < len(view.doc) and view.doc[k + 1].lower_ == "to" and k + 2 in view.verbs
    return opens or (following is not None and following.prep is None and not group_of(view, k).passive)


def _without(view: View, k: int) -> tuple[int, ...] | None:
    for j in range(k + 1, min(k + 8, len(view.doc) - 1)):
        with_no = view.doc[j].lower_ == "no" and view.doc[j - 1].lower_ == "with"
        if view.doc[j].lower_ == "without" or with_no:
            phrase = view.phrase_of(j + 1)
            head = view.doc[phrase.head].lower_ if phrase is not None else view.doc[j + 1].lower_
            return (j, phrase.head if phrase is not None else j + 1) if head in _WITHOUT else None
    return None


def told_before(view: View, pro: ProAct, claims: Sequence[Claim], paragraph: int) -> Claim | None:
    """The nearest claim above whose act the verb can stand for."""
    at = view.offset + view.doc[pro.at].idx
    if pro.owed:
        begin = view.offset if pro.at > 1 else view.offset - 3  # a sentence of its own answers the one before
        here = [c for c in claims if c.sentence is not None and c.sentence[0] <= at and begin < c.sentence[1] and c.start < at]
        owed = [c for c in here if c.modality in _OPEN and lexicon().acts[c.act].aspect != "speech"]
        return owed[-1] if owed else None
    for claim in reversed(claims):
        if claim.start >= at or not 0 <= paragraph - claim.paragraph <= 1 or claim.segment == "comment":
            continue
        if _told_after(view, claim, at):
            continue
        if not pro.here and view.doc[pro.at].lower_ in _AWAY | _ARE:
            if claim.sentence is None or not 0 <= view.offset - claim.sentence[1] <= 3:
                return None
            if claim.act == "withdraw":
                return claim
            continue
        if _in_relative_clause(view, pro, claim):
            continue
        if view.doc[pro.at].lower_ in _PASS and claim.act in _OF_DATES:
            continue  # 'gave them until May, after a first date passed without compliance': more time was given
        act = lexicon().acts[claim.act]
        if pro.here and (claim.sentence is None or not claim.sentence[0] <= at < claim.sentence[1] or act.norm != "do"):
            return None
        kept = claim.act == "comply" and pro.own and claim.sentence is not None and claim.sentence[0] <= at < claim.sentence[1]
        if act.aspect == "speech" or (act.generic and not kept):
            continue
        if view.doc[pro.at].lower_ in _GIVE | _FREE and act.norm != "do":
            continue
        if pro.own or claim.modality in _OPEN:
            return claim
        if act.norm == "do":
            return claim
        return None
    return None


def _in_relative_clause(view: View, pro: ProAct, claim: Claim) -> bool:
    """'Was to clear the mines it had laid, and to do so by May': the clearing, not the laying."""
    if view.doc[pro.at].lower_ not in _DO or claim.sentence is None or claim.sentence[0] < view.offset:
        return False
    word = claim.words.split(" ")[0]
    tokens = [t for t in view.doc[: pro.at] if t.text == word and claim.start <= view.offset + t.idx < claim.end]
    return any(t.dep_ == "acl:relcl" for t in tokens)


def _told_after(view: View, claim: Claim, at: int) -> bool:
    """'The first to do so since fighting resumed': the fighting stands behind the verb that would stand for it."""
    if claim.sentence is None or not claim.sentence[0] <= at < claim.sentence[1] or not claim.words:
        return False
    return view.doc.text.find(claim.words.split()[0], claim.start - view.offset) > at - view.offset


def pro_draft(view: View, pro: ProAct, told: Claim) -> Draft:
    """The draft of a verb that stands for the act of `told`."""
    roles = Roles(("subj",) if pro.own else (), (), ("from", "in", "at"))
    sort: Sort = "predicate" if view.doc[pro.at].lower_ in _ARE else "verb"
    pattern = Pattern(told.act, sort, view.doc[pro.at].lower_, roles, written="pro-act")
    draft = draft_of(view, Trigger(pattern, verb_frame(view, pro.at), pro.words))
    if pro.negated and view.doc[pro.at].lower_ in {"will", "would"}:
        return replace(draft, force=replace(draft.force, modality="refused", polarity="affirmed", future=True))
    started = view.doc[pro.at].lower_ in _STARTED and draft.force.modality == "completed"
    if started and draft.force.polarity == "affirmed" and not pro.negated:
        return replace(draft, force=replace(draft.force, modality="under-way"))
    if pro.negated and draft.force.polarity == "affirmed":
        return replace(draft, force=replace(draft.force, polarity="negated"))
    return draft


_WHO = frozenset({"it", "they", "he", "she"})
"""'X says it has left, Y says it has not': X has not, whoever speaks."""


def _same_event(claim: Claim, told: Claim) -> bool:
    """'The last soldiers left on Monday. “They are gone,” residents said': on Monday."""
    real = claim.modality == told.modality == "completed" and claim.polarity == told.polarity
    return real and claim.when.earliest is None and told.when.earliest is not None


_AS_ANOTHER = frozenset({"the", "same", "suit", "likewise"})
"""'Will cease fire and asked the rebels to do the same': they are others than who was told of."""


def completed_by(claim: Claim, told: Claim, pro: ProAct) -> Claim:
    """What the verb leaves open is that of the act it stands for; what is told of some is told of a part."""
    left_open = not claim.actors or all(p.id is None or p.words.lower() in _WHO for p in claim.actors)
    left_open = left_open and claim.words.split()[-1].lower() not in _AS_ANOTHER
    like_it = told.act == "withdraw" and claim.extent == "unknown" and not claim.quantity
    return identified(
        replace(
            claim,
            actors=told.actors if left_open and told.actors else claim.actors,
            target=claim.target or told.target,
            zone=claim.zone if claim.zone_words or told.zone is None else told.zone,
            kind=told.kind,
            when=told.when if claim.act == "withdraw" and _same_event(claim, told) else claim.when,
            extent="part" if pro.here else told.extent if like_it else claim.extent,
            confidence=round(max(0.05, claim.confidence - _LESS), 2),
        )
    )
