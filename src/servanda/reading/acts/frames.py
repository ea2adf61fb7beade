"""The frame of a word: its deep subject, object and prepositional phrases, voice undone.

Invariant: every phrase of a frame is a phrase of the sentence; a slot that has no filler is absent, never guessed.
"""

from __future__ import annotations

from servanda.reading.acts.before_verb import (
    antecedent,
    apposed_to,
    behind_apposition,
    beyond_teller,
    coordinated,
    deed_before,
    left_phrase,
    object_before,
    opens_with_as,
    over_commas,
    over_relative,
    speech_inverted,
    told_between,
    verb_between,
    verb_left,
)
from servanda.reading.acts.blame import EACH_OTHER, charged_for, faulted_under, next_blamed
from servanda.reading.acts.classes import is_a, is_actorlike
from servanda.reading.acts.clause import Governor, Group, Sentence, group_of
from servanda.reading.acts.cues_at import is_length
from servanda.reading.acts.gerund_subjects import HAVING, decreed_by, harm_before, told_about, who_is
from servanda.reading.acts.governors import governor_of, shared_order
from servanda.reading.acts.passives import agents_behind, done_to_nearest, is_done_to, reduced_passive, without_states
from servanda.reading.acts.phrases import RELATIVE, Phrase
from servanda.reading.acts.possessors import possessor
from servanda.reading.acts.relative_objects import object_antecedent
from servanda.reading.acts.set_phrases import OUT_OF_QUESTION, lets_time_pass
from servanda.reading.acts.slots import (
    LENGTHS,
    Frame,
    complements,
    is_length_of_time,
    is_time,
    no_agent,
)
from servanda.reading.acts.verb_before import listed_infinitive
from servanda.reading.acts.verbs import BE
from servanda.reading.acts.wholes import not_said_of, stands_alone, who_goes, whole_of
from servanda.reading.frozen import replace
from servanda.reading.modality.lexicon import modality_lexicon
from servanda.reading.parser.parsed import Token


def verb_frame(sentence: Sentence, i: int, particles: tuple[str, ...] = ()) -> Frame:
    """The frame of the verb at token i."""
    group = group_of(sentence, i)
    governor = governor_of(sentence, i, group)
    frame = Frame(i, group, governor, end=i + 1)
    subject = who_goes(sentence, i, _subject(sentence, i, group, governor))
    direct = without_states(sentence, i, complements(sentence, frame, i, particles))
    # a bare participle with an object of its own is an active verb: 'Police arrested twelve men'
    passive = group.passive or is_done_to(sentence, i, group) or (not direct and reduced_passive(sentence, i, group, subject))
    if direct and subject is None and _is_there(sentence, i):
        frame.add("subj", direct.pop(0))  # 'there are still soldiers in the town'
    if passive:
        given = frame.slots.pop("by", [])
        agent = [p for p in given if not no_agent(sentence, p)]
        if agent or (agent := agents_behind(sentence, i)):
            frame.slots["subj"] = agent
        elif given:
            frame.slots["by"] = given
        if subject is not None:
            frame.add("obj", subject)
            if direct:
                frame.slots["iobj"] = [subject]
                frame.slots["obj"] = [direct[0]]
        elif direct:
            frame.add("obj", direct[0])
    else:
        if subject is not None:
            frame.add("subj", subject)
        if len(direct) > 1 and direct[0].joined is None and direct[1].joined is None:
            frame.add("iobj", direct[0])
            frame.add("obj", direct[1])
        elif direct:
            frame.add("obj", direct[0])
        antecedent = object_antecedent(sentence, i, group, subject)
        if antecedent is not None and "obj" not in frame.slots:
            frame.add("obj", antecedent)
    return frame


def _is_there(sentence: Sentence, i: int) -> bool:
    """'There were', 'there remain': what is there stands behind."""
    return any(c.dep_ == "expl" and c.lower_ == "there" and c.i < i for c in sentence.doc[i].children)


def subject_of(sentence: Sentence, i: int) -> Phrase | None:
    """The surface subject of the verb at token i."""
    group = group_of(sentence, i)
    return _subject(sentence, i, group, governor_of(sentence, i, group))


def _subject(sentence: Sentence, i: int, group: Group, governor: Governor | None, depth: int = 0) -> Phrase | None:
    if depth > 5:
        return None
    token = sentence.doc[i]
    if (perceived := _perceived(sentence, group)) is not None:
        return perceived
    if (patient := done_to_nearest(sentence, i, group)) is not None:
        return patient
    if group.gerund and (first := _going_on_with(sentence, token)) is not None:
        return _subject(sentence, first, group_of(sentence, first), None, depth + 1)
    if group.infinitive or group.gerund:
        near = sentence.phrase_of(group.start - 1) if group.start else None
        if near is not None and told_about(sentence, near, group):
            return near
        beside = near is not None and near.start >= 2 and sentence.doc[near.start - 2].dep_ != "acl"
        if not group.infinitive and beside and near is not None and near.prep in HAVING and not is_time(sentence, near):
            return near  # 'with X withdrawing', 'conditional on X deploying'
        if (charged := charged_for(sentence, group)) is not None:
            return charged
        if not group.infinitive and (under := faulted_under(sentence, group.start)) is not None:
            return subject_of(sentence, under)
        if governor is not None and governor.cue.lemma == OUT_OF_QUESTION and near is not None and near.prep == "of":
            return near
        told_of = governor is not None and governor.cue.lemma in {"cite", "note", "mention"} and not group.infinitive
        if told_of and near is not None and near.prep is None and is_actorlike(sentence, near):
            return near  # 'citing rebels leaving their camp'
        if governor is not None and near is not None and shared_order(sentence, group) is not None:
            return replace(near, joined=None)  # and not with what was named before 'and'
        if governor is not None:
            return _controlled(sentence, i, group, governor, depth)
        behind = token.dep_ in {"ccomp", "xcomp", "advcl"} and token.head.i > i
        if not group.infinitive and behind and near is not None and near.prep is None and is_actorlike(sentence, near):
            return sentence.all_of(near)[0]  # 'rebels besieging the town turned in arms'
        if not group.infinitive and near is not None and _fought(sentence, near, token):
            return sentence.all_of(near)[0]  # 'neutralising militants staging attacks'
        if not group.infinitive and token.lower_ in MEANS and (whose := harm_before(sentence, i)) is not None:
            return doer_of(sentence, deed_before(sentence, whose, i), depth)
        k = group.start - 1
        if group.infinitive and k >= 0 and sentence.doc[k].lower_ in BE:
            return left_phrase(sentence, k) or _by_the_tree(sentence, token, k)
        phrase = not_said_of(sentence, sentence.phrase_of(k)) if group.infinitive and k >= 0 else None
        if phrase is not None and phrase.prep in {None, "for"} and not _gone_through(sentence, phrase):
            return sentence.all_of(phrase)[0] if phrase.joined is None else phrase
        if group.infinitive and k >= 0 and phrase is not None and phrase.prep == "by" and is_actorlike(sentence, phrase):
            return phrase  # 'the decision taken by X to leave'
        head = token.head
        if token.dep_ == "acl" and head.lower_ in LENGTHS and head.head.i in sentence.verbs and head.head.i > i:
            return subject_of(sentence, head.head.i)  # 'a day after receiving the captives, X announced'
        if token.dep_ in {"acl"} and head.i < i and head.lower_ not in {"time", "way", "day", "order"}:
            return decreed_by(sentence, head) or who_is(sentence, head, group) or sentence.phrase_of(head.i)
        if token.dep_ in {"advcl", "conj", "xcomp", "ccomp"} and head.i in sentence.verbs and not _hung_on_teller(sentence, i):
            deed = deed_before(sentence, head.i, i) if group.gerund else head.i
            above = group_of(sentence, deed)
            governs = governor_of(sentence, deed, above) if token.dep_ == "conj" else None
            return _subject(sentence, deed, above, governs, depth + 1)
        verb = verb_left(sentence, i)
        if verb is None and token.dep_[:5] == "csubj":
            return None  # 'setting up a camp caused trouble'
        if verb is None:
            opens = next((p for p in sentence.phrases if p.prep is None), None)
            headed = opens is not None and any(t.text == ":" for t in sentence.doc[opens.end : group.start])
            return None if headed else opens  # 'NORLAND: fighting flares'
        verb = deed_before(sentence, verb, i)
        group = group_of(sentence, verb)
        return _subject(sentence, verb, group, governor_of(sentence, verb, group), depth + 1)
    if (first := listed_infinitive(sentence, i, group)) is not None:
        group = group_of(sentence, first)
        return _subject(sentence, first, group, governor_of(sentence, first, group), depth + 1)
    near = sentence.phrase_of(group.start - 1) if group.start else None
    if near is not None and near.prep in _OPENING and is_actorlike(sentence, near) and not is_time(sentence, near):
        return near  # 'after the group closed the road'
    if near is not None and opens_with_as(sentence, near, i):
        return near
    for child in sorted(token.children, key=lambda c: (c.dep_ == "nsubj:outer", c.i > i, abs(c.i - i))):
        if child.dep_ in {"nsubj", "nsubj:pass", "nsubj:outer"}:
            if child.lower_ in RELATIVE:
                return antecedent(sentence, child.i, token)
            phrase = sentence.phrase_of(child.i)
            if phrase is not None and near is not None:
                doer = behind_apposition(sentence, phrase, near, group.start)
                if doer is not None:
                    return doer
            if phrase is not None and phrase.start and phrase.prep is None and is_time(sentence, phrase):
                phrase = sentence.phrase_of(phrase.start - 1)  # 'rebels Monday evening shelled the town'
            if (
                phrase is not None
                and child.i < group.start
                and not verb_between(sentence, phrase.end, group.start)
                and not told_between(sentence, phrase.end, group.start)
                and phrase.prep is None
            ):
                whole = whole_of(sentence, sentence.all_of(phrase)[0])
                return replace(phrase, joined=None) if stands_alone(sentence, whole, phrase) else whole
            if phrase is not None and child.i > i and speech_inverted(sentence, i, child.i):
                return phrase
    if (told := over_relative(sentence, token, group.start)) is not None:
        return told
    if token.dep_ == "conj" and token.head.dep_ == "acl:relcl" and token.head.i < i and token.head.i not in sentence.verbs:
        return sentence.phrase_of(token.head.head.i)  # 'the truce that stopped the war and freed …', cut wrongly
    if (main := _over_infinitives(sentence, token, group)) is not None:
        return _subject(sentence, main, group_of(sentence, main), None, depth + 1)
    k = group.start - 1
    while k >= 0 and sentence.doc[k].pos_ == "ADV":
        k -= 1
    if k >= 0 and sentence.doc[k].lower_ in {"who", "which", "that"}:
        return antecedent(sentence, k, token)
    if k >= 0 and sentence.doc[k].text == ",":
        over = over_commas(sentence, k)
        if over is not None:
            return over
    if token.dep_ == "acl" and token.head.i < i and not group.words:
        return sentence.phrase_of(token.head.i)
    if token.lower_ in _SUSPECT and near is not None and not group.words and sentence.words & {"of"}:
        return near  # 'handed over five men suspected of killing a guard'
    found = not_said_of(sentence, left_phrase(sentence, group.start))
    later = found is not None and found.start > 1 and (is_time(sentence, found) or is_length_of_time(sentence, found))
    joint = sentence.doc[found.start - 1].lower_ if found is not None and later else ""
    if found is not None and joint in {"and", "but", "then"} and (before := verb_left(sentence, found.start)) is not None:
        before = beyond_teller(sentence, before)  # 'agreed to leave, but a day later took the town'
        group = group_of(sentence, before)
        return _subject(sentence, before, group, governor_of(sentence, before, group), depth + 1)
    if found is not None and found.start and is_time(sentence, found):
        found = left_phrase(sentence, found.start) or found  # 'rebels Monday shelled the town'
    if found is not None and not object_before(sentence, found, token):
        return found
    last = verb_left(sentence, i)
    if last is not None and token.dep_ == "conj" and token.head.i < last and _told_by(sentence, token.head.i, last):
        return _subject(sentence, last, group_of(sentence, last), None, depth + 1)
    if token.dep_ == "conj" and _took_effect(sentence, token.head.i) and token.head.head.i in sentence.verbs:
        main = token.head.head.i  # 'broke the truce after it took effect and captured a soldier'
        return _subject(sentence, main, group_of(sentence, main), None, depth + 1)
    joined = token.head if token.dep_ == "cop" else token  # 'was to leave but is still there'
    if joined.dep_ == "conj" and joined.head.i in sentence.verbs and joined.head.i < i:
        main = beyond_teller(sentence, joined.head.i)
        return _subject(sentence, main, group_of(sentence, main), None, depth + 1)
    verb = verb_left(sentence, i)
    if verb is not None and coordinated(sentence, verb, group.start):
        verb = beyond_teller(sentence, verb)
        return _subject(sentence, verb, group_of(sentence, verb), None, depth + 1)
    return None


def _by_the_tree(sentence: Sentence, token: Token, k: int) -> Phrase | None:
    """'Captives held by rebels were to be released': the captives, over what is told of them."""
    subject = next((c for c in token.children if c.dep_[:5] == "nsubj" and c.i < k), None)
    phrase = sentence.phrase_of(subject.i) if subject is not None else None
    return phrase if phrase is not None and phrase.prep is None else None


def _gone_through(sentence: Sentence, phrase: Phrase) -> bool:
    """The river of 'crossed the river to attack': a thing or place that is an object does not do what it is done for."""
    over = phrase.start - 1
    doer = is_a(sentence, phrase, ("@forces", "@person", "@actor"))
    return phrase.prep is None and not doer and over in sentence.verbs and sentence.doc[over].pos_ == "VERB"


def _over_infinitives(sentence: Sentence, token: Token, group: Group) -> int | None:
    """'Failed to meet the date to withdraw and killed two': a past form hangs on the finite verb, not on 'to withdraw'."""
    if token.dep_ != "conj" or group.tag != "past" or group.words:
        return None
    over = token.head
    while over.i in sentence.verbs and group_of(sentence, over.i).infinitive and over.head.i < over.i:
        over = over.head
    return over.i if over.i != token.head.i and over.i in sentence.verbs else None


def _took_effect(sentence: Sentence, verb: int) -> bool:
    """'after it came into effect': what a truce does, and nobody who does anything else."""
    mark = any(c.dep_ == "mark" and c.lower_ in _OPENING for c in sentence.doc[verb].children)
    return mark and any(t.lower_ in {"effect", "force"} for t in sentence.doc[verb + 1 : verb + 3])


PERCEIVE = frozenset(
    {"see", "watch", "hear", "observe", "spot", "film", "photograph", "notice", "witness", "find", "catch", "detect", "show"}
)


_FOUGHT = frozenset(
    [
        *["target", "neutralise", "neutralize", "eliminate", "fight", "hunt", "pursue", "arrest", "detain", "combat"],
        *["confront", "kill", "stop", "hit", "strike", "track", "chase", "intercept", "accuse", "suspect", "urge", "warn"],
    ]
)


def _fought(sentence: Sentence, near: Phrase, gerund: Token) -> bool:
    """Whether those right before a gerund, against whom something is done, are who does what it tells."""
    over = near.start - 1
    while over > 0 and sentence.doc[over].pos_ in {"ADV", "DET"}:
        over -= 1
    against = over in sentence.verbs and sentence.doc[over].lemma_.lower() in _FOUGHT
    return against and near.prep is None and gerund.lower_ not in MEANS and is_actorlike(sentence, near)


MEANS = frozenset({"using", "employing", "killing", "wounding", "injuring", "damaging", "destroying"})
"""What these tell was done by whoever did the deed before: 'the post was attacked using mortars'."""


def doer_of(sentence: Sentence, verb: int, depth: int = 0) -> Phrase | None:
    """Who did what the verb tells, over a place that is told of by a participle ('at a post located near X using …')."""
    while sentence.doc[verb].lower_ in _LIES and (before := verb_left(sentence, verb)) is not None:
        verb = before
    group = group_of(sentence, verb)
    if group.passive:
        return verb_frame(sentence, verb).first("subj") if depth < 3 else None
    return _subject(sentence, verb, group, governor_of(sentence, verb, group), depth + 1)


_LIES = frozenset({"located", "situated", "stationed", "based", "deployed", "positioned", "held", "occupied"})


def _perceived(sentence: Sentence, group: Group) -> Phrase | None:
    """'residents saw soldiers shelling the village', '… army trucks leave it': the soldiers, the trucks."""
    if group.infinitive or not group.start or group.tag not in {"ing", "base", "fin"}:
        return None
    near = apposed_to(sentence, group.start) or sentence.phrase_of(group.start - 1)
    while near is not None and near.prep == "of" and near.start >= 2:
        near = sentence.phrase_of(near.start - 2)
    if near is None or near.prep is not None:
        return None
    first = sentence.all_of(near)[0]
    over = first.start - 1
    if over not in sentence.verbs or group_of(sentence, over).passive:
        return None
    lemma = sentence.doc[over].lemma_.lower()
    return first if lemma in PERCEIVE or (lemma in _LABELS and is_actorlike(sentence, first)) else None


_LABELS = frozenset(["describe", "call", "portray", "characterise", "characterize", "brand", "label", "depict", "denounce"])
"""'Described the men shelling the town as bandits': the men shell it."""


def _hung_on_teller(sentence: Sentence, i: int) -> bool:
    """'Rebels fired at the town, wounding a child, the army said': the parser hung 'wounding' on 'said'."""
    head = sentence.doc[i].head.i
    return head > i and _says(sentence, head) and verb_left(sentence, i) is not None


def _says(sentence: Sentence, verb: int) -> bool:
    cue = modality_lexicon().cues.get(sentence.doc[verb].lower_, ())
    return any(c.effect in {"pass", "alleged", "denied"} and c.only != "pass" for c in cue)


def _told_by(sentence: Sentence, speech: int, verb: int) -> bool:
    """'The army says the rebels came and burned it': what was done last hangs on 'came', not on 'says'."""
    return (
        _says(sentence, speech)
        and group_of(sentence, verb).finite
        and sentence.doc[verb].dep_ in {"ccomp", "conj", "parataxis"}
    )


def _controlled(sentence: Sentence, i: int, group: Group, governor: Governor, depth: int) -> Phrase | None:
    at = governor.token
    if governor.cue.sort == "nouns" or sentence.doc[at].dep_ == "obj":  # 'made progress in leaving'
        return _of_governing_noun(sentence, at, group.start, depth)
    if governor.cue.lemma == "by":
        return _agent(sentence, at)
    if governor.cue.lemma in {"without", "before"}:
        verb = verb_left(sentence, at)
        if verb is not None and (lets := lets_time_pass(sentence, verb)) is not None:
            return subject_of(sentence, lets)
        return subject_of(sentence, verb) if verb is not None else None
    gov_group = group_of(sentence, at)
    blamed = any(p.start > at and p.end <= group.start for p in sentence.phrases)
    if group.tag == "ing" and governor.cue.lemma in _TELLS_OF and not gov_group.passive and not blamed:
        own = governor.cue.lemma == "report" and _has_bare_object(sentence, i)
        return subject_of(sentence, at) if own else None  # 'cited shooting', 'recorded shelling': somebody's
    refused = governor.cue.lemma == "refuse" and group.infinitive  # 'refusing the monitors to enter'
    if (_controls_object(governor) or refused) and not gov_group.passive:
        between = [p for p in sentence.phrases if p.start > at and p.end <= group.start]
        if refused and (not between or between[0].prep is not None or not is_actorlike(sentence, between[0])):
            return subject_of(sentence, at)
        if between and between[0].prep == "by" and between[0].start == at + 2:
            return left_phrase(sentence, gov_group.start)  # 'X accused by Y of shelling the town'
        if tuple(t.lower_ for t in sentence.doc[at + 1 : at + 3]) in EACH_OTHER:
            return subject_of(sentence, at)  # 'blamed one another for shelling'
        if between and sentence.doc[between[0].head].lower_ not in {"other", "another"}:
            return next_blamed(sentence, between) or between[0]
        if not between and at + 1 < group.start and sentence.doc[at + 1].lower_ in _EACH:
            return None  # whom it asks is said in a word that stands for nobody here: not the one who asks
        asks = subject_of(sentence, at) if not between else None
        if asks is not None and asks.start > 1 and sentence.doc[asks.start - 1].lower_ in _WHOM:
            return antecedent(sentence, asks.start - 1, None)  # 'three men whom the army accuses of bombing a market'
    if governor.cue.lemma in {"accuse", "allow", "order"} and gov_group.passive:
        pass
    if governor.cue.sort == "adjectives" or at not in sentence.verbs:
        k = at
        while k > 0 and (sentence.doc[k - 1].pos_ in {"AUX", "ADV"} or sentence.doc[k - 1].lower_ in BE | {"not", "to"}):
            k -= 1
        return left_phrase(sentence, k)
    upper = governor_of(sentence, at, gov_group)
    return _subject(sentence, at, gov_group, upper, depth + 1)


def _going_on_with(sentence: Sentence, token: Token) -> int | None:
    """'X said the army was shelling the town and burning houses': the verb with the auxiliary that both share."""
    head = token.head
    if token.dep_ != "conj" or head.i >= token.i or head.i not in sentence.verbs or not group_of(sentence, head.i).progressive:
        return None
    return head.i if sentence.doc[token.i - 1].lower_ in {"and", "or", ","} else None


def _has_bare_object(sentence: Sentence, i: int) -> bool:
    """'The army reported shelling rebel positions': a gerund with an object is what whoever reports has done."""
    after = sentence.phrase_of(i + 1) if i + 1 < len(sentence.doc) else None
    return after is not None and after.prep is None and not is_time(sentence, after)


_CHARGES = frozenset(f"{w}{n}" for w in ("accusation", "allegation", "charge") for n in ("", "s"))
_DENIES = frozenset({"deny", "reject", "dismiss", "refute", "rebut", "face", "dispute", "trade", "exchange", "swap"})
_SUSPECT = frozenset({"suspected", "accused", "convicted"})
_OPENING = frozenset({"after", "before", "since", "until", "till", "than"})
_TELLS_OF = frozenset(
    [
        *["cite", "report", "record", "register", "document", "mention", "note", "witness", "describe", "condemn", "log"],
        *["allege", "hear", "observe", "see", "detect", "count", "film", "condone", "tolerate"],
    ]
)
_WHOM = frozenset({"whom", "who", "which"})
_EACH = frozenset(["each", "both", "all", "either", "neither", "everyone", "everybody", "those"])


def _controls_object(governor: Governor) -> bool:
    listed = modality_lexicon().object_control
    return governor.cue.lemma in listed or f"{governor.cue.lemma} {governor.cue.particle}" in listed


def _agent(sentence: Sentence, at: int) -> Phrase | None:
    """Who does the act by which another is done: the deep subject of that other act."""
    frame = verb_frame(sentence, at)
    return frame.first("subj")


_THEIRS = frozenset({"their", "its", "his", "her", "our", "my"})
_ASKED = frozenset(
    f"{w}{n}"
    for w in ("order", "request", "demand", "call", "appeal", "ultimatum", "instruction", "plea", "warning")
    for n in ("", "s")
)
_ADDRESSED = frozenset(
    {"have", "receive", "get", "obey", "follow", "defy", "ignore", "disobey", "reject", "accept", "refuse", "heed", "comply",
     "honour", "honor", "flout", "disregard", "resist", "meet", "await"}
)  # fmt: skip


def _of_governing_noun(sentence: Sentence, at: int, before: int, depth: int) -> Phrase | None:
    """'Armenia's refusal to', 'failure by the rebels to', 'X has a duty to'."""
    phrase = sentence.phrase_of(at)
    if phrase is None:
        return None
    if phrase.prep in {"until", "till"} and (had := verb_left(sentence, phrase.start)) is not None:
        if sentence.doc[had].lemma_.lower() == "have":
            return subject_of(sentence, had)  # 'X had until Friday to leave'
        given = verb_frame(sentence, had)
        return given.first("iobj") or given.first("obj")
    if is_length(sentence, phrase):
        return sentence.phrase_of(phrase.start - 1) if phrase.start else None
    if sentence.doc[at].lower_ in _CHARGES:
        accused = next((p for p in sentence.phrases if at < p.start and p.end <= before and p.prep == "against"), None)
        denies = sentence.doc[phrase.head].head
        if accused is None and denies.i in sentence.verbs and denies.lemma_.lower() in _DENIES:
            return subject_of(sentence, denies.i)  # 'denies the accusations of the army on opening fire'
        return accused
    doers = {"of", "for", "on", "to"} if sentence.doc[at].lower_ in _ASKED else {"by", "of", "for", "on"}
    after = [p for p in sentence.phrases if p.start > at and p.end <= before and p.prep in doers and not is_time(sentence, p)]
    if after:
        return after[0]
    asks = [p for p in sentence.phrases if p.prep == "from" and p.start > at and p.end <= before]
    if asks and sentence.doc[at].lower_ in _ASKED:
        return None  # 'a request from X to open a post': by whom is not said
    asked = sentence.doc[at].lower_ in _ASKED and sentence.doc[phrase.start].lower_ not in _THEIRS
    if asked and (possessor(sentence, phrase) is not None):
        verb = sentence.doc[phrase.head].head
        obeys = verb.i in sentence.verbs and verb.lemma_.lower() in _ADDRESSED and not group_of(sentence, verb.i).passive
        return subject_of(sentence, verb.i) if obeys else None  # 'met the army's demand to leave': not the army
    if any(m.kind in {"actor", "group", "person"} for m in phrase.mentions) or any(
        sentence.doc[k].lower_ in {"'s", "’s", "'", "’"} for k in range(phrase.start, at)
    ):
        return possessor(sentence, phrase) or phrase
    near = sentence.phrase_of(phrase.start - 2) if phrase.prep in {"for", "over"} and phrase.start > 1 else None
    if near is not None and near.prep is None and is_actorlike(sentence, near):
        return near  # 'blamed the army for the delay in leaving'
    copula = phrase.start - 2
    if phrase.prep == "under" and copula > 0 and sentence.doc[copula].lower_ in BE:
        return left_phrase(sentence, copula)  # 'as both sides were under pressure to leave'
    verb = sentence.doc[phrase.head].head
    other = verb.i in sentence.verbs and group_of(sentence, verb.i).start != before  # 'no need for the process to be prolonged'
    if other and depth < 4 and sentence.doc[at].lower_ == "process" and group_of(sentence, verb.i).passive:
        return verb_frame(sentence, verb.i).first("subj")
    if sentence.doc[phrase.start].lower_ in _THEIRS:
        return Phrase(phrase.start, phrase.start + 1, phrase.start, None, None, ())  # 'their unwillingness to leave'
    if sentence.doc[at].lower_ in _ASKED and verb.lemma_.lower() not in _ADDRESSED:
        return None  # 'despite an order to pull back': whose, the words do not say
    if verb.i in sentence.verbs and depth < 4:
        own = group_of(sentence, verb.i)
        return _subject(sentence, verb.i, own, governor_of(sentence, verb.i, own), depth + 1)
    before_it = verb_left(sentence, phrase.start)
    return subject_of(sentence, before_it) if before_it is not None else None
