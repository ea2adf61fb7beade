"""An act whose own words do not say who did it, told of just before: 'the withdrawal', 'twelve were freed on Monday',
'two people were killed'.

Invariant: only what the act's own words leave open is filled, from the nearest claim of such an act that names who
does it; never where two actors were told to do it, nor where those hurt are the doer's own; the confidence falls.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.reading.acts.blame import by_nobody
from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.from_whom import RESCUED
from servanda.reading.acts.lexicon import lexicon
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.triggers import Trigger
from servanda.reading.claim import Claim, Party, identified
from servanda.reading.frozen import replace
from servanda.reading.modality.outcome import REAL

_OWN = frozenset({"by", "of", "between"})
_NEW = frozenset({"a", "an", "another", "no", "any", "every", "each", "further", "new", "some", "several"})
_LESS = 0.12
_FAMILIES = (
    frozenset({"release", "exchange-prisoners"}),
    frozenset({"hand-over-weapons", "disarm", "disband"}),
    frozenset({"withdraw", "hand-over"}),
    frozenset({"withdraw", "remain"}),
    frozenset({"detain", "release"}),
)
_UNREAL = frozenset({"possible", "alleged", "denied", "refused", "announced", "requested", "required"})
_HURT = frozenset({"kill", "wound", "injure", "hurt", "die", "damage", "destroy", "burn", "murder", "maim"})
_FIGHTERS = frozenset({"soldier", "troop", "serviceman", "servicemen", "fighter", "gunman", "policeman", "policemen", "rebel"})


def with_taken_up(view: View, trigger: Trigger, claim: Claim, earlier: Sequence[Claim]) -> Claim:
    """The claim with the actors (and the zone, where it has none) of the act that it goes on from."""
    claim = _where_they_were(_what_was_handed(view, trigger, claim, earlier), earlier)
    claim = _no_more(view, trigger, claim, earlier)
    if not claim.actors and _unclaimed(view, trigger):
        return claim
    if claim.actors:
        claim = _as_much(view, trigger, claim, earlier)
        return _placed(view, trigger, _of_the_same(view, trigger, claim, earlier), earlier)
    if claim.modality == "unknown" and (claim.about or "").startswith(_WHO):
        return claim
    if claim.act == "extend-deadline" and (once := _told_once(view, trigger, claim, earlier)) is not None:
        told: Claim | None = once
    elif "@told_force" in trigger.pattern.written:
        told = _who_was_there(view, claim, earlier)
    elif trigger.frame.group is None:
        told = None if is_new(view, trigger) else next((c for c in reversed(earlier) if _same_act(c, claim)), None)
    elif claim.act == "attack":
        told = _cause(view, trigger, claim, earlier)
    else:
        told = _carried_on(view, trigger, claim, earlier)
    if told is None:
        return claim
    zone = claim.zone or (told.zone if claim.zone_words is None else None)
    less = round(max(0.05, claim.confidence - _LESS), 2)
    return identified(replace(claim, actors=told.actors, zone=zone, confidence=less))


_WHO = ("who ", "whose ", "which ")
"""'It is not known who was behind the ambush': not whoever was told of before."""

_OLD_PLACES = re.compile(
    r"(?:their |its )?(?:old|former|previous|original|usual|same) (?:[\w-]+ )?"
    r"(?:positions?|posts?|trenches|places?|lines?|quarters|barracks)",
    re.IGNORECASE,
)


def _where_they_were(claim: Claim, earlier: Sequence[Claim]) -> Claim:
    """'X left the hill. But tanks of X were found in their old positions': on the hill."""
    if claim.act != "remain" or claim.zone is not None or _OLD_PLACES.fullmatch(claim.zone_words or "") is None:
        return claim
    who = {p.id for p in claim.actors} - {None}
    near = (c for c in reversed(earlier) if 0 <= claim.paragraph - c.paragraph <= 1 and c.segment == claim.segment)
    told = next((c for c in near if c.act in {"withdraw", "remain", "hand-over"} and who & {p.id for p in c.actors}), None)
    if told is None or told.zone is None:
        return claim
    return identified(replace(claim, zone=told.zone, confidence=round(max(0.05, claim.confidence - _LESS), 2)))


_HANDED = frozenset({"hand-over", "hand-over-weapons", "exchange-prisoners", "release", "return-bodies"})
_BARE = frozenset({"handover", "hand-over", "transfer", "return", "surrender"})


def _what_was_handed(view: View, trigger: Trigger, claim: Claim, earlier: Sequence[Claim]) -> Claim:
    """'They gave up their tanks. The handover took place …': of the tanks, and of no place."""
    bare = claim.act == "hand-over" and claim.zone is None and "of" not in trigger.frame.slots
    if not bare or view.doc[trigger.at].lower_ not in _BARE or is_new(view, trigger):
        return claim
    near = (c for c in reversed(earlier) if 0 <= claim.paragraph - c.paragraph <= 1 and c.segment == claim.segment)
    told = next((c for c in near if c.act in _HANDED or (c.act == "extend-deadline" and c.zone)), None)
    if told is not None and told.act == "extend-deadline":
        return identified(replace(claim, zone=told.zone))  # 'put off the transfer of the bridge … had expected the handover'
    return claim if told is None or told.act == claim.act else identified(replace(claim, act=told.act, kind=told.kind))


def _placed(view: View, trigger: Trigger, claim: Claim, earlier: Sequence[Claim]) -> Claim:
    """'Blamed the rebels for the shelling': where the shelling was told to be."""
    if claim.zone is not None or claim.zone_words is not None or not _is_noun(view, trigger) or is_new(view, trigger):
        return claim
    told = next((c for c in reversed(earlier) if c.act == claim.act and 0 <= claim.paragraph - c.paragraph <= 1), None)
    if told is None or told.zone is None or told.modality not in {*REAL, "alleged"}:
        return claim
    return identified(replace(claim, zone=told.zone, confidence=round(max(0.05, claim.confidence - _LESS), 2)))


def _is_noun(view: View, trigger: Trigger) -> bool:
    return trigger.frame.group is None or view.doc[trigger.at].pos_ == "NOUN"


def _of_the_same(view: View, trigger: Trigger, claim: Claim, earlier: Sequence[Claim]) -> Claim:
    """'Rebels left the town, but others stayed', 'thirty of the men …; twelve have gone': more of those told of before."""
    who = trigger.frame.first("subj") or trigger.frame.first("obj")
    unnamed = len(claim.actors) == 1 and claim.actors[0].id is None and who is not None
    last = who is not None and _is_the_last(view, who, claim)
    unnamed = unnamed and who is not None and (last or who.end - who.start <= 2)
    if not unnamed or who is None or claim.act not in _MOVES or not earlier:
        return claim
    head = view.doc[who.head]
    told = earlier[-1]
    some = last or head.lower_ in _MORE or (head.pos_ == "NUM" and who.end - who.start == 1)
    close = told.paragraph == claim.paragraph or (last and told.act == claim.act)
    near = close and told.act in _MOVES and _next_to(view, told, claim) and _known(told)
    if not some or not near or len(told.actors) != 1 or (who.end < len(view.doc) and view.doc[who.end].lower_ == "of"):
        return claim
    less = round(max(0.05, claim.confidence - _LESS), 2)
    return identified(replace(claim, actors=(Party(claim.actors[0].words, told.actors[0].id),), confidence=less))


def _is_the_last(view: View, who: Phrase, claim: Claim) -> bool:
    """'X has completed its withdrawal. The last units left on Monday': the last of those told to have left."""
    words = {view.doc[k].lower_ for k in range(who.start, who.head)}
    return claim.act == "withdraw" and view.doc[who.start].lower_ == "the" and bool(words & {"last", "final"})


def _as_much(view: View, trigger: Trigger, claim: Claim, earlier: Sequence[Claim]) -> Claim:
    """'The last platoon left Kest. The rebels confirmed that the soldiers had left': all of them, where all were told to."""
    who = trigger.frame.first("subj")
    bare = claim.act == "withdraw" and claim.extent == "unknown" and claim.quantity is None and claim.zone_words is None
    if not bare or who is None or claim.modality != "completed" or not earlier:
        return claim
    first = view.doc[who.start].lower_
    told = earlier[-1]
    same = told.act == claim.act and [p.id for p in told.actors] == [p.id for p in claim.actors] and _known(told)
    if not same or told.extent != "all" or told.modality != "completed" or told.polarity != claim.polarity:
        return claim
    if first not in {"the", "they"} or not _next_to(view, told, claim) or claim.zone not in {None, told.zone}:
        return claim
    return identified(replace(claim, extent="all", zone=told.zone))


def _no_more(view: View, trigger: Trigger, claim: Claim, earlier: Sequence[Claim]) -> Claim:
    """'A first group handed over rifles. The weapons were locked into containers': those rifles, and no more than them."""
    if claim.act not in _ARMS or claim.extent != "all" or claim.polarity != "affirmed" or not earlier:
        return claim
    things = [p for slot in ("obj", "subj") for p in trigger.frame.slots.get(slot, []) if view.doc[p.start].lower_ in _THESE]
    told = next((c for c in reversed(earlier) if c.act in _ARMS and _next_to(view, c, claim)), None)
    if told is None or told.extent == "all" or told.modality not in REAL or told.polarity != "affirmed" or not things:
        return claim
    plain = all(p.end - p.start <= 2 and _unbounded(view, p) for p in things)
    return identified(replace(claim, extent=told.extent)) if plain else claim


def _unbounded(view: View, phrase: Phrase) -> bool:
    """'The weapons', and not 'all the weapons', 'some of the weapons'."""
    return not phrase.start or view.doc[phrase.start - 1].lower_ not in {"all", "of"}


_ARMS = frozenset({"hand-over-weapons", "disarm"})
_THESE = frozenset({"the", "these", "those", "they"})
_MOVES = frozenset({"withdraw", "remain", "enter", "advance", "deploy", "disarm"})
_MORE = frozenset(["others", "rest", "some", "many", "most", "few", "several", "dozens", "hundreds", "remainder", "all"])


def gone_again(view: View, trigger: Trigger, earlier: Sequence[Claim]) -> bool:
    """'The last soldiers left. They are gone': the withdrawal just told once more, and none beside it."""
    last = earlier[-1] if "@told_force" in trigger.pattern.written and earlier else None
    return last is not None and last.act == "withdraw" and last.sentence is not None and view.offset - last.sentence[1] <= _NEXT


_NEXT = 3
"""So few characters stand between two sentences, marks of a quotation included."""


def _who_was_there(view: View, claim: Claim, earlier: Sequence[Claim]) -> Claim | None:
    """'X had fighters on the hill. They are gone': X, the one force told right before to be there."""
    last = earlier[-1] if earlier else None
    near = last is not None and last.paragraph == claim.paragraph and last.segment == claim.segment
    if last is None or not near or not _next_to(view, last, claim) or last.act not in _MOVES or last.polarity == "negated":
        return None
    return last if _known(last) and len(last.actors) == 1 and last.modality in REAL else None


def _told_once(view: View, trigger: Trigger, claim: Claim, earlier: Sequence[Claim]) -> Claim | None:
    """'The ten additional days are given …': the one extension that the report tells of, by whom and where it was told."""
    phrases = [p for slot in ("obj", "subj") for p in trigger.frame.slots.get(slot, [])]
    definite = any(view.doc[p.start].lower_ in {"the", "this", "these", "those"} for p in phrases)
    if not definite or claim.zone_words or claim.new_due:
        return None
    told = [c for c in earlier if c.act == "extend-deadline" and c.zone and c.modality in REAL and _known(c)]
    one = {(c.zone, tuple(p.id for p in c.actors)) for c in told}
    return told[-1] if len(one) == 1 else None


def _same_act(told: Claim, claim: Claim) -> bool:
    near = 0 <= claim.paragraph - told.paragraph <= 1 and told.segment == claim.segment
    return near and _alike(told.act, claim.act) and _known(told) and not _only_said(told, claim)


def _unclaimed(view: View, trigger: Trigger) -> bool:
    """'No group claimed the attack', 'nobody has claimed responsibility for it': whoever was told of before is not meant."""
    verb = view.doc[trigger.at].head
    while verb.i not in view.verbs and verb.head.i != verb.i:
        verb = verb.head
    return verb.i in view.verbs and verb.lower_ in _CLAIMS and by_nobody(view, verb.i)


_CLAIMS = frozenset({"claim", "claims", "claimed", "claiming"})


def _only_said(told: Claim, claim: Claim) -> bool:
    """'X denied the shelling. Nobody claimed the attack', 'accused X of it. The attack …': X is not told to have done it."""
    return lexicon().acts[told.act].norm == "forbidden" and told.modality in _UNREAL and claim.modality in REAL


def _known(claim: Claim) -> bool:
    return bool(claim.actors) and all(p.id for p in claim.actors)


def _alike(one: str, other: str) -> bool:
    return one == other or any(one in f and other in f for f in _FAMILIES)


def _carried_on(view: View, trigger: Trigger, claim: Claim, earlier: Sequence[Claim]) -> Claim | None:
    """'X agreed to free twenty. Twelve were let go on Monday': a passive without an agent, in the same paragraph, of an
    act that one actor alone was told to do there."""
    group, undergone = trigger.frame.group, trigger.frame.first("obj")
    shared = undergone is not None and "subj" not in trigger.frame.slots and undergone.end <= trigger.frame.at
    if group is None or not (group.passive or shared) or lexicon().acts[trigger.pattern.act].norm != "do":
        return None
    if claim.act == "release" and (RESCUED & view.words or _taken_by(view, undergone)):
        return None
    same = [c for c in earlier if c.paragraph == claim.paragraph and c.segment == claim.segment and _alike(c.act, claim.act)]
    if claim.act == "release":  # 'were detained by X and freed the next day': told in one breath
        same = [c for c in same if c.act != "detain" or c.sentence == claim.sentence]
    doers = {p.id for c in same for p in c.actors}
    return same[-1] if len(doers) == 1 and None not in doers and _known(same[-1]) else None


def _taken_by(view: View, captives: Phrase | None) -> bool:
    """'The men seized by X were freed': not by whoever was told before to free others."""
    k = captives.end if captives is not None else len(view.doc)
    return k + 1 < len(view.doc) and view.doc[k].lower_.endswith("ed") and view.doc[k + 1].lower_ == "by"


def _cause(view: View, trigger: Trigger, claim: Claim, earlier: Sequence[Claim]) -> Claim | None:
    """'The rebels shelled the town. Two people were killed': by the one attack of the sentence before, or of this one."""
    group = trigger.frame.group
    harmed = trigger.pattern.lemma in _HURT and ((group is not None and group.passive) or trigger.pattern.lemma == "die")
    if not harmed or claim.polarity == "negated" or claim.modality not in {*REAL, "alleged"} or not earlier:
        return None
    last = earlier[-1]
    near = last.paragraph == claim.paragraph and last.segment == claim.segment and _next_to(view, last, claim)
    attacks = [c for c in earlier if c.sentence == last.sentence and c.act in {"attack", "capture"}]
    if not near or len(attacks) != 1 or attacks[0].modality not in {*REAL, "alleged"} or attacks[0].polarity == "negated":
        return None
    one = attacks[0]
    return one if _known(one) and len(one.actors) == 1 and _others(view, trigger, claim, one) else None


def _next_to(view: View, told: Claim, claim: Claim) -> bool:
    """In this sentence or in the one that ends where it begins."""
    if told.sentence is None or claim.sentence is None:
        return False
    return told.sentence == claim.sentence or 0 <= claim.sentence[0] - told.sentence[1] <= 2


def _others(view: View, trigger: Trigger, claim: Claim, attack: Claim) -> bool:
    """Whether those hurt are plainly not the attacker's own."""
    doer = attack.actors[0].id
    if claim.target is not None and claim.target.id is not None:
        return claim.target.id != doer
    heads = [p.head for slot in ("obj", "subj") for p in trigger.frame.slots.get(slot, [])]
    return not any(noun_lemmas(view.doc[h].text) & _FIGHTERS for h in heads)


def is_new(view: View, trigger: Trigger) -> bool:
    """'An attack', 'sniper fire', 'a further exchange', 'withdrawal of X': an act of its own."""
    phrase = view.phrase_of(trigger.at)
    if phrase is None or any(view.doc[k].lower_ in _NEW for k in range(phrase.start, phrase.head)):
        return True
    forbidden = lexicon().acts[trigger.pattern.act].norm == "forbidden"
    if forbidden and view.doc[phrase.start].lower_ not in {"the", "this", "that", "these", "those"}:
        return True
    return any(p.mentions for slot in _OWN for p in trigger.frame.slots.get(slot, []))
