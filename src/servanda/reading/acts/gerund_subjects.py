"""What governs a participle that has a subject of its own: 'has not seen any fighters leaving', 'talk of the army leaving'.

Invariant: only the words before that subject are asked; what stands behind the participle tells nothing.
"""

from __future__ import annotations

from servanda.reading.acts.before_verb import verb_left
from servanda.reading.acts.classes import is_a, is_actorlike
from servanda.reading.acts.clause import Governor, Group, Sentence
from servanda.reading.acts.cues_at import before_phrases, cue_here
from servanda.reading.acts.idioms import idiom_before
from servanda.reading.acts.lexicon import lexicon
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.slots import is_time
from servanda.reading.frozen import replace
from servanda.reading.modality.lexicon import Cue
from servanda.reading.parser.parsed import Token

HAVING = frozenset({"with", "on", "without"})
"""'With X withdrawing', 'conditional on X leaving'."""
_SEES = frozenset({"see", "watch", "hear", "observe", "witness", "spot", "notice", "document", "mind"})
_HAS = frozenset({"has", "have", "had", "sees", "see", "foresees", "envisages", "shows"})


def over_subject(sentence: Sentence, subject: Phrase) -> Governor | None:
    """What governs a participle right behind this subject."""
    if subject.prep is not None:
        return idiom_before(sentence, subject.start - 1, "ing")  # 'in exchange for the army leaving'
    verb = before_phrases(sentence, subject)
    if verb < 1:
        return None
    plan = sentence.phrase_of(verb - 1)
    if sentence.doc[verb].lower_ in _HAS and plan is not None and is_a(sentence, plan, ("@pact", "plan", "draft", "timetable")):
        return Governor(Cue("envisage", "verbs", "required"), verb, "ing")  # 'the plan has the army leaving in May'
    seen = cue_here(sentence, verb, "ing")
    return seen if seen is not None and seen.cue.lemma in _SEES and seen.token in sentence.verbs else None


def told_about(sentence: Sentence, near: Phrase, group: Group) -> bool:
    """'Spoke of tanks shelling the town', 'because of the army having left', 'X left, tanks shelling the road': the tanks,
    the army, the tanks."""
    if _set_apart(sentence, near, group):
        return True
    near = _with_its_amount(sentence, near)
    if near.prep not in {"of", "about"} or near.start < 2 or near.end != group.start:
        return False
    before = sentence.doc[near.start - 2]
    if before.lemma_.lower() in _SIGNS and group.gerund and not is_time(sentence, near):
        return True  # 'no sign of the brigade leaving', whoever that is
    if not is_actorlike(sentence, near):
        return False
    whom = sentence.phrase_of(before.i)
    if whom is not None and whom.prep is None and whom.start and sentence.doc[whom.start - 1].lemma_.lower() in _INFORMS:
        return True  # 'informed the mission of troops having fired'
    if group.words[:1] != ("having",):
        return before.i in sentence.verbs and before.lemma_.lower() in _SPEAKS
    return before.i in sentence.verbs or before.lemma_.lower() in _WORDS_OF


def _set_apart(sentence: Sentence, near: Phrase, group: Group) -> bool:
    """', forces retaliating': behind the comma of a told clause, with no list before it."""
    doc = sentence.doc
    if not group.gerund or near.prep is not None or near.joined is not None or near.end != group.start or near.start < 2:
        return False
    told = any(k in sentence.verbs and doc[k].pos_ == "VERB" for k in range(near.start - 1))
    return (
        told and doc[near.start - 1].text == "," and is_actorlike(sentence, near) and doc[near.start].lower_ not in {"a", "an"}
    )


def who_is(sentence: Sentence, named: Token, group: Group) -> Phrase | None:
    """The X of 'X was the aggressor, repeatedly breaking the truce'; None where nothing is said to be what is `named`."""
    if not any(c.dep_ == "cop" for c in named.children) or "," not in {t.text for t in sentence.doc[named.i : group.start]}:
        return None
    subject = next((c for c in named.children if c.dep_ == "nsubj" and c.i < named.i), None)
    return sentence.phrase_of(subject.i) if subject is not None else None


def harm_before(sentence: Sentence, gerund: int) -> int | None:
    """The verb that ', killing two' goes on from: behind a comma the nearest over it that tells of an attack, not what stands
    between ('fired on people trying to go home, killing two'), and never one beyond what somebody tells; else the nearest
    before."""
    if gerund and sentence.doc[gerund - 1].text == ",":
        over = sentence.doc[gerund]
        while over.head.i < over.i and over.dep_ != "ccomp":
            over = over.head
            if over.i in sentence.verbs and any(p.act == "attack" for p in lexicon().verbs.get(over.lemma_.lower(), ())):
                return over.i
    return verb_left(sentence, gerund)


def decreed_by(sentence: Sentence, decree: Token) -> Phrase | None:
    """Who signed 'a decree calling up reservists': they call them up."""
    if decree.lower_ not in _DECREES or decree.head.i not in sentence.verbs:
        return None
    signer = next((c for c in decree.head.children if c.dep_ == "nsubj" and c.i < decree.head.i), None)
    return sentence.phrase_of(signer.i) if signer is not None else None


_DECREES = frozenset({"decree", "order", "edict", "ordinance", "law", "resolution", "directive", "act"})
_OF_AMOUNTS = frozenset({"NUM", "ADV", "ADJ"})


def _with_its_amount(sentence: Sentence, near: Phrase) -> Phrase:
    """'Spoke of 2,000 heavily-armed troops': with the amount, where it is parted from those it counts."""
    k = near.start - 1
    while k > 1 and (sentence.doc[k].pos_ in _OF_AMOUNTS or sentence.doc[k].text == "-" or sentence.doc[k].dep_ == "amod"):
        k -= 1
    apart = near.prep is None and k < near.start - 1 and sentence.doc[k].lower_ in {"of", "about"}
    return replace(near, start=k + 1, prep=sentence.doc[k].lower_) if apart else near


_SPEAKS = frozenset({"speak", "complain", "tell", "talk", "hear", "learn", "warn", "write"})
_INFORMS = frozenset({"inform", "notify", "warn", "tell", "remind"})
_SIGNS = frozenset({"sign", "signs", "indication"})
_WORDS_OF = frozenset(
    ["report", "word", "news", "evidence", "talk", "rumour", "rumor", "claim", "because", "spite", "case", "event"]
)
