"""Modality and polarity of a word: its own verb group, then every governor above it, from within outwards.

Invariant: the answer is one modality and one polarity; what no rule covers is `completed` where the words assert it.
"""

from __future__ import annotations

from servanda.reading.acts.carried_over import verb_before
from servanda.reading.acts.clause import Governor, Group, Sentence, group_of
from servanda.reading.acts.cues_at import cue_at
from servanda.reading.acts.governors import governor_of
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.set_phrases import asked_which, if_any
from servanda.reading.acts.verbs import BE
from servanda.reading.claim import Modality, Polarity
from servanda.reading.frozen import replace
from servanda.reading.modality.demands import demanded_by_heading, is_topic
from servanda.reading.modality.effects import REPELS, SHOWS, apply
from servanda.reading.modality.lasting import stays_shut
from servanda.reading.modality.lexicon import Cue, modality_lexicon
from servanda.reading.modality.not_called import is_named_so, is_only_named
from servanda.reading.modality.once_told import told_of_what_is_to_come
from servanda.reading.modality.outcome import REAL, Force, with_its_not
from servanda.reading.modality.surroundings import beside_a_plan, by_habit, conditional, surroundings
from servanda.reading.modality.verbgroup import negative_object, negative_subject, no_before, own_force, shares_auxiliary
from servanda.reading.modality.waited_for import once_done

__all__ = ["Force", "force_of"]


def force_of(
    sentence: Sentence,
    at: int,
    *,
    state: bool = False,
    telic: bool = True,
    verbal: bool = True,
    performative: bool = False,
    subject: Phrase | None = None,
    governor: Governor | None = None,
) -> Force:
    """The force of the act at token `at`. `state`: an act that lasts (remain); `telic`: one that ends in a result
    (withdraw), so that to be doing it is not to have done it; `performative`: one done by saying so (extend)."""
    group = group_of(sentence, at) if verbal else None
    if group is not None and (first := shares_auxiliary(sentence, at, group)) is not None:
        shared = force_of(sentence, first, state=state, telic=telic, performative=performative, subject=subject)
        return with_its_not(shared, telic) if group.words == ("not",) else shared
    own = own_force(sentence, at, group, state, telic, subject)
    above = governor if governor is not None else governor_of(sentence, at, group)
    result = _through(sentence, own, above, group, telic, performative, 0, at)
    if group is None and result.polarity == "negated" and is_only_named(sentence.doc.text, sentence.doc[at].idx):
        result = replace(result, polarity="affirmed")
    if group is None and result.modality == "possible" and is_named_so(sentence.doc.text, sentence.doc[at].idx):
        result = replace(result, modality="completed")
    result = surroundings(sentence, at, result, group)
    if result.modality in REAL and demanded_by_heading(sentence, at):
        result = replace(result, modality="requested", future=True)
    if result.modality in REAL and told_of_what_is_to_come(sentence, at, above, group):
        result = replace(result, modality="possible", conditional=True)
    if group is not None and result.modality == "completed" and beside_a_plan(sentence, at, group):
        result = replace(result, modality="announced", future=True)
    if group is not None and telic and not state and result.modality == "completed" and _laid_down(sentence, at, group):
        result = replace(result, modality="required", past=False)
    plainly = result.modality == "completed" and result.polarity == "affirmed" and telic and not state and group is not None
    if plainly and group is not None and by_habit(sentence, at, group):
        result = replace(result, modality="possible", conditional=True)
    if result.modality in REAL and _of_a_rule(sentence, at):
        result = replace(result, modality="possible")
    asked = asked_which(sentence, sentence.phrase_of(at) if group is None else _subject_phrase(sentence, at, group))
    if result.modality in REAL and (if_any(sentence, at) or asked):
        result = replace(result, modality="unknown", polarity="affirmed")
    if group is None and result.polarity == "affirmed" and result.modality in _OF_ANY and _of_any(sentence, at):
        result = replace(result, modality="possible")
    if telic and not state and result.modality in REAL and result.polarity == "affirmed" and once_done(sentence, at, group):
        result = replace(result, modality="possible", conditional=True)
    if group is None and result.modality in REAL and (host := _breach_by(sentence, at)) is not None:
        done = force_of(sentence, host, verbal=True).modality  # 'accused X of firing on it, in breach of the truce'
        result = replace(result, modality=done) if done in {"alleged", "possible"} else result
    if group is not None and result.modality == "completed" and stays_shut(sentence, at, group):
        result = replace(result, modality="under-way", past=False, present=True)
    ended = group is not None and group.perfect and "had" in group.words
    lasts = group is not None and group.perfect and not ended and not {"has", "have"}.isdisjoint(group.words)
    ended = ended or (result.past and not lasts and _for_a_while(sentence, at))  # 'has held for three weeks' holds
    if state and result.modality == "completed" and not ended:
        result = replace(result, modality="under-way")
    return result


def _breach_by(sentence: Sentence, noun: int) -> int | None:
    """The verb whose act is called a breach: 'fired on the town, in violation of the truce'."""
    phrase = sentence.phrase_of(noun)
    named = phrase is not None and phrase.prep == "in" and sentence.doc[noun].lower_ in _BREACHES
    return verb_before(sentence, phrase.start - 1) if phrase is not None and named and phrase.start else None


_BREACHES = frozenset({"breach", "violation", "contravention", "defiance", "infringement"})


def _laid_down(sentence: Sentence, at: int, group: Group) -> bool:
    """'Under the plan the rebels leave', 'in the first phase the rebels leave': the plain present of what is laid down."""
    if group.words or group.tag not in {"s", "base"} or group.infinitive or sentence.segment == "headline":
        return False
    before = [t.lower_ for t in sentence.doc[:at]]
    ruled = not _LAYS_DOWN.isdisjoint(before) and not _SAYS_IT.isdisjoint(before)
    return ruled or any(w in _PARTS and before[n - 1] in _WHICH for n, w in enumerate(before) if n)


_LAYS_DOWN = frozenset({"agreement", "deal", "accord", "pact", "treaty", "protocol", "plan", "draft", "roadmap", "timetable"})
_SAYS_IT = frozenset({"under", "says", "states", "provides", "requires", "reads", "stipulates", "according"})
_PARTS = frozenset({"phase", "stage", "step"})
_WHICH = frozenset({"first", "second", "third", "fourth", "next", "final", "last"})


def _of_a_rule(sentence: Sentence, at: int) -> bool:
    """'Any recruitment violates the pact', 'carrying arms there is a breach': what would be, whoever did it."""
    for host in (sentence.doc[at], sentence.doc[at].head):
        told = {c.lower_ for c in host.children if c.dep_ in {"cop", "aux"}}
        plain = host.i in sentence.verbs and group_of(sentence, host.i).tag in {"s", "base"} and not told
        if not plain and not told & {"is", "are"}:
            continue
        for child in host.children:
            if child.dep_ == "csubj" and child.lower_.endswith("ing") and child.i < at:
                return True
            phrase = sentence.phrase_of(child.i) if child.dep_ == "nsubj" and child.i < at else None
            if phrase is not None and sentence.doc[phrase.start].lower_ == "any":
                return True
    return False


_OF_ANY = frozenset({"completed", "under-way", "announced", "required"})


def _of_any(sentence: Sentence, noun: int) -> bool:
    """'Any violation', 'any resumption of the fighting': none has been told of."""
    phrase = sentence.phrase_of(noun)
    if phrase is not None and sentence.doc[phrase.start].lower_ in {"every", "each"}:
        over = sentence.doc[phrase.start - 1] if phrase.start else None
        return over is not None and over.i in sentence.verbs and group_of(sentence, over.i).tag == "base"
    while phrase is not None and sentence.doc[phrase.start].lower_ != "any":
        phrase = sentence.phrase_of(phrase.start - 2) if phrase.prep == "of" and phrase.start >= 2 else None
    return phrase is not None


def _for_a_while(sentence: Sentence, at: int) -> bool:
    """'Were briefly held', 'were held for five hours': over when it is told."""
    doc = sentence.doc
    if any(doc[k].lower_ in {"briefly", "temporarily"} for k in range(max(0, at - 3), min(len(doc), at + 3))):
        return True
    lasting = (p for p in sentence.phrases if p.prep == "for" and at < p.start <= at + 6)
    return any(doc[p.head].lower_ in _LENGTHS for p in lasting)


_LENGTHS = frozenset({"minutes", "hour", "hours", "days", "weeks", "months", "night", "while"})


def _through(
    sentence: Sentence,
    own: Force,
    governor: Governor | None,
    group: Group | None,
    telic: bool,
    performative: bool,
    depth: int,
    at: int,
) -> Force:
    """Carry a force through its governors."""
    if governor is None or depth > 6:
        if own.bare and group is not None and group.infinitive and depth and group.start:
            cue = cue_at(sentence, at, "noun")
            if cue is not None and (cue.effect in {"negate", "stopped"} or cue.lemma in REPELS):
                return replace(own, modality="possible", bare=False)  # 'met to prevent clashes'
            return replace(own, bare=False)  # 'went to the Council to demand …': the demand is made
        if own.bare and group is not None and group.infinitive:
            return _loose_infinitive(sentence, own, group, at)
        if own.bare and group is not None and group.tag == "ing":
            return _participial(sentence, own, at, group, telic)
        if own.bare and group is None:
            return _bare_noun(sentence, own, at, telic)
        return own
    governor = _kept_word(sentence, governor) or governor
    g_group = group_of(sentence, governor.token) if governor.token in sentence.verbs else None
    g_own = _governor_own(sentence, governor, g_group)
    upper = governor_of(sentence, governor.token, g_group) if governor.cue.lemma != "without" else None
    if upper is None and governor.cue.sort == "adjectives":
        upper = _of_being(sentence, governor.token - 1)
    if upper is not None and (upper.token == at or (upper.cue.lemma == "provide" and governor.cue.lemma in SHOWS)):
        upper = None  # 'provides proof of the shelling' shows it, and lays nothing down
    first = shares_auxiliary(sentence, governor.token, g_group) if g_group is not None else None
    if first is not None and upper is None:  # 'sent to protect people, prevent attacks': as open as the first infinitive
        g_own, g_group = own_force(sentence, first, group_of(sentence, first), False, True, None), group_of(sentence, first)
        upper = governor_of(sentence, first, g_group)
    above = _through(sentence, g_own, upper, g_group, True, False, depth + 1, governor.token)
    titled = upper is None and governor.relation == "subj" and g_group is not None and g_group.infinitive and g_group.start
    if titled and g_group is not None and sentence.phrase_of(g_group.start - 1) is not None and above.modality in REAL:
        above = replace(above, modality="announced", future=True)  # a headline's 'Handover of guns to begin in May'
    if above.modality in REAL and _may_come(sentence, governor, upper):
        above = replace(above, modality="possible")
    furthered = governor.cue.effect == "finished" or (governor.cue.effect == "pass" and governor.cue.lemma in _FURTHERED)
    if upper is None and furthered and g_group is not None and _only_meant(sentence, g_group):
        above = replace(above, modality="possible")
    if governor.cue.effect == "rejected":  # a word for a claim ('dismissed the charge that …'), or the claim itself
        meets = "denied" if depth or governor.relation == "that" else "pass"
        governor = replace(governor, cue=replace(governor.cue, effect=meets))
    result = apply(sentence, governor, above, own, telic, performative)
    if governor.cue.lemma == "without" and governor.relation == "ing" and result.modality in REAL:
        result = replace(result, modality=_of_the_host(sentence, governor.token) or result.modality)
    if (
        governor.cue.lemma in _POLITE
        and governor.relation == "to"
        and (_asks(sentence, at) or _informs(sentence, at))
        and not above.conditional
    ):
        result = replace(own, bare=False, past=above.past)  # 'would like to urge both sides': it urges them
    if result.begun and result.modality == "under-way" and g_group is not None and set(g_group.words) & {"has", "have"}:
        return replace(result, past=False)  # 'has begun to leave' holds on the day of telling; 'began to' may be over
    return result


def _of_the_host(sentence: Sentence, without: int) -> Modality | None:
    """'Could leave without breaking the truce': what is not done beside something open is as open; None beside what is real."""
    host = verb_before(sentence, without)
    if host is None:
        return None
    found = own_force(sentence, host, group_of(sentence, host), False, True, None).modality
    return found if found not in REAL else None


def _may_come(sentence: Sentence, governor: Governor, upper: Governor | None) -> bool:
    """'It could lead to delays in the handover', 'there may be a halt to it': what undoes an act is not yet true itself."""
    if governor.cue.sort != "nouns" or governor.cue.effect not in {"stopped", "negate"}:
        return False
    verb = upper.token if upper is not None else sentence.doc[governor.token].head.i
    if verb not in sentence.verbs:
        return False
    return own_force(sentence, verb, group_of(sentence, verb), False, True, None).modality in {"possible", "announced"}


def _only_meant(sentence: Sentence, group: Group) -> bool:
    """'Met the mission to complete the withdrawal': what it was for; who 'took ten days to complete it' did so."""
    if not group.infinitive or not group.start or sentence.doc[group.start - 1].lower_ in _TO_COME:
        return False
    host = next((k for k in range(group.start - 1, -1, -1) if k in sentence.verbs), None)
    return host is not None and sentence.doc[host].lemma_.lower() not in {"take", "need", "require", "last", "go"}


_FURTHERED = frozenset(
    [
        *["help", "enable", "facilitate", "assist", "force", "compel", "oversee", "supervise", "observe", "monitor", "watch"],
        *["witness", "verify", "implement", "achieve", "accomplish"],
    ]
)
"""'Sent buses to help X leave', 'a team was formed to oversee the handover': what it was sent or formed for."""


_TO_COME = frozenset({"yet", "has", "have", "had", "is", "are", "was", "were", "be", "due", "set"})
"""Behind these 'to complete' is no purpose."""


def _of_being(sentence: Sentence, be: int) -> Governor | None:
    """'Accused of being responsible for', 'denied being guilty of': what governs the 'being'."""
    if be not in sentence.verbs or sentence.doc[be].lower_ not in {"being", "be", "been"}:
        return None
    return governor_of(sentence, be, group_of(sentence, be))


_POLITE = frozenset({"like", "wish", "want"})


def _informs(sentence: Sentence, at: int) -> bool:
    """'Wishes to inform the public that it has left': it does inform it."""
    return sentence.doc[at].lemma_.lower() in _INFORM


_INFORM = frozenset(
    {"inform", "state", "say", "announce", "confirm", "stress", "report", "clarify", "assure", "note", "advise"}
)


def _asks(sentence: Sentence, at: int) -> bool:
    cue = cue_at(sentence, at, "to")
    return cue is not None and cue.sort == "verbs" and cue.effect == "requested"


_WITH = frozenset({"comply", "abide"})
_KEEP = _WITH | {"keep", "fulfil", "fulfill", "honour", "honor", "make", "deliver", "meet", "redeem", "live"}
_BREAK = frozenset({"break", "renege", "betray", "violate", "abandon", "breach", "go"})
_WORD = frozenset({"promise", "pledge", "commitment", "undertaking", "obligation", "vow", "word", "agreement", "duty"})


def _kept_word(sentence: Sentence, governor: Governor) -> Governor | None:
    """'Kept its promise to leave' has left, 'broke its pledge to leave' has not: the verb over the promise governs."""
    phrase = sentence.phrase_of(governor.token)
    if governor.relation != "to" or phrase is None or sentence.doc[governor.token].lemma_.lower() not in _WORD:
        return None
    verb = phrase.start - 1 if phrase.prep is None else phrase.start - 2
    while verb > 0 and verb not in sentence.verbs and sentence.doc[verb].lower_ in {"good", "back", "up"}:
        verb -= 1
    if verb < 0 or verb not in sentence.verbs:
        return None
    lemma, after = sentence.doc[verb].lemma_.lower(), sentence.doc[verb + 1].lower_
    if (
        (lemma == "make" and after != "good")
        or (lemma == "live" and after != "up")
        or (lemma == "go" and after != "back")
        or (lemma in _HELD and phrase.prep)
        or (lemma in _WITH and phrase.prep not in {"with", "by"})
    ):
        return None
    effect = "pass" if lemma in _KEEP else "negate" if lemma in _BREAK else None
    return Governor(Cue(lemma, "verbs", effect), verb, "to") if effect else None


_HELD = frozenset({"keep", "fulfil", "fulfill", "honour", "honor", "meet", "break", "violate", "breach", "betray"})


def _governor_own(sentence: Sentence, governor: Governor, group: Group | None) -> Force:
    if group is not None:
        found = own_force(sentence, governor.token, group, False, True, None)
        subject = _subject_phrase(sentence, governor.token, group)
        if governor.relation != "subj" and negative_subject(sentence, governor.token, subject):
            found = replace(found, polarity="negated")
        if found.modality == "possible" and governor.relation in {"that", "noun"} and _can_say(sentence, governor, subject):
            found = replace(found, modality="completed")  # 'we can report that they have left'
        if governor.relation == "that" and negative_object(sentence, governor.token):
            turned: Polarity = "affirmed" if found.polarity == "negated" else "negated"
            found = replace(found, polarity=turned)  # 'said none of them had fired': it is not the saying that is denied
        if found.modality in REAL and conditional(sentence, governor.token, group.start):
            found = replace(found, modality="possible", conditional=True)
        return found
    if governor.cue.sort == "nouns":
        none = no_before(sentence, governor.token) or (governor.cue.lemma in SHOWS and _not_found(sentence, governor.token))
        return Force(polarity="negated" if none else "affirmed", bare=False)
    k = governor.token - 1
    k -= k > 0 and sentence.doc[k].lower_ in {"a", "the"}  # 'would be a first'
    words = []
    while k >= 0 and (sentence.doc[k].pos_ in {"AUX", "ADV", "PART"} or sentence.doc[k].lower_ in BE):
        words.append(sentence.doc[k].lower_)
        k -= 1
    negative = any(w in {"not", "n't", "n’t", "never", "no"} for w in words) and "longer" not in words
    modal = next((modality_lexicon().auxiliaries[w] for w in words if w in modality_lexicon().auxiliaries), None)
    base = Force(polarity="negated" if negative else "affirmed", past=bool({"was", "were"} & set(words)))
    return replace(base, modality=modal) if modal in {"possible", "required"} else base  # type: ignore[arg-type]


def _can_say(sentence: Sentence, governor: Governor, subject: Phrase | None) -> bool:
    """'We can confirm that', 'I may add that': who says so says it."""
    first = subject is not None and sentence.doc[subject.start].lower_ in {"we", "i"}
    able = subject is not None and sentence.doc[subject.end].lower_ in {"can", "may"}
    return first and able and governor.cue.effect == "pass" and governor.cue.lemma in _SAYS


_SAYS = frozenset(["say", "confirm", "report", "announce", "state", "tell", "add", "reveal", "disclose", "inform", "declare"])


def _not_found(sentence: Sentence, noun: int) -> bool:
    """'did not find any proof that …', 'has yet to see evidence that …': the proof is not there."""
    verb = sentence.doc[noun].head.i
    if verb == noun or verb not in sentence.verbs or verb > noun:
        return False
    return (
        group_of(sentence, verb).negated
        or own_force(sentence, verb, group_of(sentence, verb), False, True, None).polarity == "negated"
    )


def _subject_phrase(sentence: Sentence, at: int, group: Group) -> Phrase | None:
    k = group.start - 1
    phrase = sentence.phrase_of(k) if k >= 0 else None
    while phrase is not None and phrase.prep == "of" and phrase.start >= 2:
        whole = sentence.phrase_of(phrase.start - 2)  # 'not one fighter of the Front'
        if whole is None:
            break
        phrase = whole
    return phrase


def _loose_infinitive(sentence: Sentence, own: Force, group: Group, at: int) -> Force:
    """An infinitive under no cue: a headline's 'Troops to leave' is an announcement, a purpose is only possible."""
    k = group.start - 1
    verb_before = any(j in sentence.verbs for j in range(max(group.start, 0)))
    if k >= 0 and sentence.phrase_of(k) is not None and not verb_before:
        return replace(own, modality="announced", bare=False, future=True)
    return replace(own, modality="possible", bare=False)


_HANGING = frozenset({"advcl", "conj", "acl", "xcomp", "ccomp", "csubj", "csubj:pass"})
_OPEN = frozenset({"for", "on", "about", "of", "at", "to", "into", "towards", "toward", "against", "over"})
"""'Set terms for opening the road', 'insists on the rebels disarming': behind these nothing is told as done."""


def _behind_open(sentence: Sentence, group: Group) -> bool:
    before = group.start - 1
    owner = sentence.phrase_of(before) if before >= 0 else None
    if owner is not None and owner.end == group.start:
        return owner.prep in _OPEN - {"of"}
    return before >= 0 and sentence.doc[before].lower_ in _OPEN


def _participial(sentence: Sentence, own: Force, at: int, group: Group, telic: bool) -> Force:
    """A participle under no cue takes after the clause it hangs on where that clause is not real."""
    if telic and not group.words and _behind_open(sentence, group):
        return replace(own, modality="possible", bare=False)
    head = sentence.doc[at].head
    alone = head.i == at or (sentence.doc[at].dep_ == "acl" and head.dep_ == "ROOT" and head.i not in sentence.verbs)
    if telic and alone and not group.words and sentence.segment == "headline":
        return replace(own, modality="under-way", bare=False, begun=True)  # 'Troops leaving the town'
    if head.i != at and head.i in sentence.verbs and sentence.doc[at].dep_ in _HANGING:
        g = group_of(sentence, head.i)
        if g.tag != "ing" or g.progressive:
            host = own_force(sentence, head.i, g, False, True, None)
            if (over := _over_infinitive(sentence, head.i, group)) is not None:
                host = _through(sentence, host, over, g, telic, False, 1, head.i)
            if host.modality not in REAL and host.modality != "refused":
                return replace(own, modality=host.modality, bare=False)
    return replace(own, bare=False, begun=True)


def _over_infinitive(sentence: Sentence, host: int, group: Group) -> Governor | None:
    """What governs the infinitive that a participle belongs to: 'urged X to stay and help in restoring the truce'."""
    first = sentence.doc[host]
    while first.dep_ == "conj" and first.head.i < first.i and first.head.i in sentence.verbs:
        first = first.head
    over = group_of(sentence, first.i)
    if not over.infinitive or sentence.doc[group.start - 1].text == ",":
        return None
    bare = first.i == host or group_of(sentence, host).infinitive or group_of(sentence, host).tag == "base"
    return governor_of(sentence, first.i, over) if bare else None


_BEFORE_NOUN = {
    "after": "completed",
    "following": "completed",
    "since": "completed",
    "despite": "completed",
    "during": "completed",
    "amid": "completed",
    "in": "completed",
    "before": "possible",
    "until": "possible",
    "till": "possible",
    "pending": "possible",
    "for": "possible",
    "about": "possible",
    "on": "possible",
    "to": "possible",
    "with": "possible",
    "without": "possible",
    "under": "possible",
    "through": "possible",
    "via": "possible",
    "as": "possible",
}


_CAUSED = frozenset(["due", "owing", "thanks", "response", "reaction", "reply", "retaliation", "addition", "reference"])
_GOES_ON = frozenset({"continuing", "continued", "ongoing", "on-going", "incessant", "unending"})


_BROKEN = frozenset(["break", "breach", "violate", "shatter"])


def _broken_with(sentence: Sentence, prep: int) -> bool:
    """'The truce was broken with shelling': the shelling took place, where the breach did."""
    verb = verb_before(sentence, prep)
    if verb is None or sentence.doc[verb].lemma_.lower() not in _BROKEN:
        return False
    return _of_the_host(sentence, prep) is None


def _answers(sentence: Sentence, after: int) -> bool:
    """'Retaliating strongly to the raid': the word before the 'to', manner left aside, answers what stands behind it."""
    doc, before = sentence.doc, after - 2
    while before > 0 and doc[before].lower_.endswith("ly"):
        before -= 1
    if doc[before].lemma_.lower() not in {"respond", "react", "retaliate", "reply"} or before not in sentence.verbs:
        return doc[before].lower_ in _CAUSED
    known = doc[after].lower_ in {"the", "this", "that", "these", "those"}  # 'will respond to a raid' tells of none
    return known or own_force(sentence, before, group_of(sentence, before), False, True, None).modality in REAL


def _bare_noun(sentence: Sentence, own: Force, at: int, telic: bool) -> Force:
    phrase = sentence.phrase_of(at)
    if phrase is None:
        return replace(own, bare=False)
    first = sentence.all_of(phrase)[0]
    if telic and first.prep is None:
        alone = sentence.segment == "headline" or not any(t.pos_ in {"VERB", "AUX"} for t in sentence.doc)
        return replace(own, modality="completed" if alone and not is_topic(sentence, at) else "possible", bare=False)
    if not telic and any(sentence.doc[k].lower_ in _GOES_ON for k in range(phrase.start, at)):
        return replace(own, modality="under-way", bare=False)
    modality = _BEFORE_NOUN.get(first.prep or "", "possible" if telic else "completed")
    if first.prep == "to" and first.start >= 2 and _answers(sentence, first.start):
        modality = "completed"  # 'closed due to shelling', 'fired in response to an attack'
    if first.prep == "with" and not telic and _broken_with(sentence, first.start - 1):
        modality = "completed"
    if first.prep == "in" and sentence.doc[at].lower_ == "compliance" and modality in REAL:
        modality = _of_the_host(sentence, first.start - 1) or modality  # 'would put X in compliance'
    return replace(own, modality=modality, bare=False)  # type: ignore[arg-type]
