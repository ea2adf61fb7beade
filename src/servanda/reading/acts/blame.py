"""What governs a noun that somebody is blamed for: 'accused X of the attack', 'claimed responsibility for the attack'.

Invariant: a noun is under a charge only where its verb of charging stands before it in the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.reading.acts.classes import is_actorlike
from servanda.reading.acts.clause import HAVE, Governor, Group, Sentence, group_of
from servanda.reading.acts.cues_at import cue_at, left_of
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.slots import is_time
from servanda.reading.modality.lexicon import Cue, modality_lexicon

_SHARES = frozenset(
    ["responsibility", "role", "hand", "part", "involvement", "complicity", "participation", "share", "knowledge"]
)


def blamed_for(sentence: Sentence, phrase: Phrase) -> Governor | None:
    """'blamed X for the killing', 'accused X of the attack', 'claimed responsibility for the attack'."""
    if (mutual := blamed_mutually(sentence, phrase)) is not None:
        return mutual
    left = sentence.phrase_of(phrase.start - 2) if phrase.start >= 2 else None
    if left is not None and left.start >= 2 and is_time(sentence, left) and phrase.prep in {"for", "of"}:
        left = sentence.phrase_of(left.start - (1 if left.prep is None else 2))  # 'blamed X on Sunday for the attack'
    if left is not None and left.prep == "of" and phrase.prep in {"for", "in"} and sentence.doc[left.head].lower_ in _SHARES:
        whom = sentence.phrase_of(left.start - 2) if left.start >= 2 else None
        verb = left_of(sentence, sentence.all_of(whom)[0].start) if whom is not None and whom.prep is None else -1
        charge = cue_at(sentence, verb, "noun") if verb in sentence.verbs else None
        return Governor(charge, verb, "noun") if charge is not None and charge.effect == "alleged" else None
    if left is None or left.prep is not None:
        return None
    if laid_on(sentence, left.head) is not None:
        return Governor(Cue("blame", "nouns", "alleged"), left.head, "noun")
    first_in = phrase.prep == "in"
    verb = left_of(sentence, sentence.all_of(left)[0].start)
    if verb < 0 or verb not in sentence.verbs:
        return None
    share = sentence.doc[left.head].lower_
    if share in _SHARES:
        denied = any(c.effect == "denied" for c in modality_lexicon().cues.get(sentence.doc[verb].lower_, ()))
        has_none = sentence.doc[left.start].lower_ in {"no", "any"} and sentence.doc[verb].lower_ in HAVE | {"play", "played"}
        if has_none:
            return Governor(Cue("disown", "verbs", "denied"), verb, "noun")
        if share == "responsibility" and not denied and by_nobody(sentence, verb):
            return Governor(Cue("attribute", "verbs", "presupposed"), verb, "noun")
        return Governor(Cue("commit", "verbs", "denied" if denied else "pass"), verb, "noun")
    if first_in:
        return None
    cue = cue_at(sentence, verb, "noun")
    cleared = cue is not None and cue.effect == "denied" and cue.particle == "of" and phrase.prep == "of"
    if (
        cue is not None
        and phrase.prep == "for"
        and sentence.doc[verb].lemma_.lower() in FAULTS
        and is_actorlike(sentence, left)
    ):
        return Governor(Cue(sentence.doc[verb].lemma_.lower(), "verbs", "pass"), verb, "noun")
    if cue is not None and cue.lemma == "warn" and phrase.prep == "of":
        return Governor(Cue("warn", "verbs", "possible"), verb, "noun")  # 'warned the villagers of an attack'
    return Governor(cue, verb, "noun") if cue is not None and (cue.effect == "alleged" or cleared) else None


def blamed_mutually(sentence: Sentence, phrase: Phrase) -> Governor | None:
    """'Blamed each other for the shelling', 'accused one another of attacks': each is charged with it."""
    if phrase.start < 5 or phrase.prep not in {"for", "of"} or phrase.start - 4 not in sentence.verbs:
        return None
    if tuple(t.lower_ for t in sentence.doc[phrase.start - 3 : phrase.start - 1]) not in EACH_OTHER:
        return None
    cue = cue_at(sentence, phrase.start - 4, "noun")
    return Governor(cue, phrase.start - 4, "noun") if cue is not None and cue.effect == "alleged" else None


def laid_on(sentence: Sentence, guilt: int) -> int | None:
    """The verb of 'responsibility for it lies with X', 'suspicion fell on X', `guilt` being what lies there."""
    verb = sentence.doc[guilt].head
    lies = verb.i > guilt and verb.i in sentence.verbs and verb.lemma_.lower() in _LIES
    return verb.i if lies and sentence.doc[guilt].lower_ in _GUILT else None


_GUILT = frozenset({"responsibility", "blame", "suspicion", "guilt", "culpability"})
_LIES = frozenset({"lie", "rest", "fall"})

EACH_OTHER = frozenset({("each", "other"), ("one", "another")})

_NOBODY = frozenset({"no", "nobody", "none", "neither", "no-one"})


def by_nobody(sentence: Sentence, verb: int) -> bool:
    """'No one claimed responsibility for the raid', 'nobody has claimed it': there was one all the same."""
    group = group_of(sentence, verb)
    k = left_of(sentence, group.start) if group.start else -1
    before = sentence.phrase_of(k) if k >= 0 else None
    first = sentence.doc[before.start if before is not None else max(k, 0)].lower_
    no_one = k > 0 and sentence.doc[k].lower_ == "one" and sentence.doc[k - 1].lower_ == "no"
    return group.negated or no_one or (k >= 0 and first in _NOBODY)


def charged_in_a_row(sentence: Sentence, phrase: Phrase) -> Governor | None:
    """'accused X of holding people back, of shelling and of …': a further charge under the same verb."""
    return charged_again(sentence, phrase.start - 1) if phrase.prep in {"of", "for"} else None


def charged_again(sentence: Sentence, prep: int) -> Governor | None:
    """'Accused X of failing to leave as agreed and of shelling': the charge before which the second 'of' stands."""
    doc, k = sentence.doc, prep - 1
    if k < 2 or doc[prep].lower_ not in {"of", "for"} or doc[k].lower_ not in {",", "and", "or"}:
        return None
    again = False
    for j in range(k - 1, -1, -1):
        again = again or doc[j].lower_ == doc[prep].lower_
        if j not in sentence.verbs or doc[j - 1].lower_ == "as":
            continue
        cue = cue_at(sentence, j, "noun")
        if cue is not None and cue.effect == "alleged":
            return Governor(cue, j, "noun") if again else None
        if doc[j].lower_[-3:] != "ing" and not group_of(sentence, j).infinitive and doc[j].dep_ not in {"nmod", "amod", "acl"}:
            return None
    return None


def warned_off(sentence: Sentence, against: int) -> Governor | None:
    """'Warned X against shelling it', 'cautioned against a raid': it is asked that it not be done."""
    k = against - 1
    whom = sentence.phrase_of(k)
    if whom is not None and whom.prep is None:
        k = sentence.all_of(whom)[0].start - 1
    if k < 0 or k not in sentence.verbs or sentence.doc[k].lemma_.lower() not in {"warn", "caution", "counsel"}:
        return None
    return Governor(Cue("warn", "verbs", "forbidden"), k, "ing")


def charged_beyond(sentence: Sentence, prep: int) -> Governor | None:
    """'Accused the men who hold the town of shelling it', 'accused rebels holding the town of shelling it': the charge."""
    doc = sentence.doc
    if doc[prep].lower_ != "of":
        return None
    for j in range(prep - 1, max(-1, prep - 16), -1):
        charge = doc[j].lower_ == "of" and j + 1 in sentence.verbs and doc[j + 1].lower_.endswith("ing")
        if charge or doc[j].text in {";", ":", ","} or doc[j].lower_ in {"that", "and", "but"}:
            return None
        if j in sentence.verbs and doc[j].lemma_.lower() in {"accuse", "suspect", "convict"}:
            cue = cue_at(sentence, j, "ing")
            return Governor(cue, j, "ing") if cue is not None else None
    return None


def charged_for(sentence: Sentence, group: Group) -> Phrase | None:
    """'was angry with the rebels for shelling the town', 'chided the army over burning it': the rebels, the army."""
    k = group.start - 1
    while k > 2 and sentence.doc[k].pos_ == "ADV":
        k -= 1  # 'for repeatedly shelling'
    if k < 1 or group.infinitive or sentence.doc[k].lower_ not in {"for", "over"}:
        return None
    near = sentence.phrase_of(k - 1)
    if sentence.doc[k - 1].text == ")" and (short := sentence.phrase_of(k - 2)) is not None and short.start > 1:
        near = sentence.phrase_of(short.start - 2)  # 'against the Kest Front (KF) for shelling'
    if sentence.doc[k - 1].lower_ == "task" and k > 3:
        return sentence.phrase_of(k - 3)  # 'took the army to task for shelling'
    if near is None or not is_actorlike(sentence, near):
        return None
    if near.prep in {"with", "at"} or (near.prep == "against" and sentence.doc[near.start - 2].lower_ in _TAKEN_AGAINST):
        return near
    joined = near.joined is not None or (near.start > 1 and sentence.doc[near.start - 1].lower_ == "and")
    verbs = [k for k in sentence.verbs if k < near.start and sentence.doc[k].lemma_.lower() not in _HAVE_USE]
    if near.prep is not None or not verbs:
        return None
    first, last = sentence.all_of(near)[0], max(verbs)
    at_verb = all(sentence.doc[k].pos_ in {"ADP", "ADV", "PART"} for k in range(last + 1, first.start))
    faulted = any(sentence.doc[k].lemma_.lower() in _FAULT for k in verbs)
    return near if at_verb or (joined and faulted) else None


_TAKEN_AGAINST = frozenset(
    ["warning", "warnings", "sanctions", "complaint", "complaints", "charge", "charges", "protest", "action", "measures"]
)
"""'Issued a warning against X for shelling the town': X's shelling."""


def faulted_under(sentence: Sentence, start: int) -> int | None:
    """The verb of 'came under fire for shelling the town', 'is under investigation over the raid', `start` being where the
    deed begins: its subject is who is said to have done it."""
    near = sentence.phrase_of(start - 2) if 3 < start <= len(sentence.doc) else None
    if near is None or near.end != start - 1 or sentence.doc[start - 1].lower_ not in {"for", "over"}:
        return None
    if near.prep in {"from", "by"}:
        near = sentence.phrase_of(near.start - 2)  # 'under fire from X for shelling'
    if near is None or near.prep != "under" or sentence.doc[near.head].lower_ not in _UNDER:
        return None
    return near.start - 2 if near.start - 2 in sentence.verbs else None


_UNDER = frozenset({"fire", "criticism", "attack", "scrutiny", "pressure", "investigation", "suspicion", "condemnation"})

FAULTS = frozenset(
    [
        *[
            "condemn",
            "denounce",
            "criticise",
            "criticize",
            "slam",
            "lambast",
            "lambaste",
            "berate",
            "castigate",
            "rebuke",
            "decry",
        ],
        *["chide", "censure", "reprimand", "scold", "admonish", "fault"],
    ]
)
"""'Condemned X for the raid': there was one, and X's."""
_HAVE_USE = frozenset({"use", "have", "leave", "enter", "seek", "search", "need", "prepare", "be"})
"""'Used the militia for guarding the camp': whose guarding it is stays with the subject."""
_FAULT = frozenset(
    {"cite", "fault", "rebuke", "chide", "slam", "blast", "berate", "scold", "castigate", "admonish", "censure", "reprimand"}
)
"""'Cited A for refusing to leave and B for closing the road'."""


def next_blamed(sentence: Sentence, between: Sequence[Phrase]) -> Phrase | None:
    """'Blames X for the ambush, Y for staying': Y, where the verb is not said again."""
    last = between[-1]
    ahead = sentence.doc[last.start - 1].text if last.start else ""
    for_what = sentence.doc[last.end].lower_ if last.end < len(sentence.doc) else ""
    told = for_what == "for" and any(p.prep in {"for", "of"} for p in between[1:-1])
    return last if told and last.prep is None and ahead in {",", "and"} and _does(sentence, last) else None


def _does(sentence: Sentence, phrase: Phrase) -> bool:
    return is_actorlike(sentence, phrase) and not is_time(sentence, phrase)
