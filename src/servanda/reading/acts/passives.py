"""Passives without an auxiliary: 'troops deployed along the line', 'a mine put down by the rebels'.

Invariant: only a past form without an auxiliary of its own is one; what stands before a verb without an object does it.
"""

from __future__ import annotations

from servanda.reading.acts.before_verb import broken
from servanda.reading.acts.classes import is_actorlike
from servanda.reading.acts.clause import DO, HAVE, Group, Sentence, group_of
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.slots import is_way
from servanda.reading.acts.verbs import BE, tags_of
from servanda.reading.modality.lexicon import modality_lexicon
from servanda.reading.parser.parsed import Token


def _by_somebody(sentence: Sentence, i: int) -> bool:
    """'A man killed Monday allegedly by the rebels', 'taken ten days ago by the army': between the participle and who did it
    only a day or a hedge."""
    k, between = i + 1, _HEDGES | _DAYS
    while k < min(i + 5, len(sentence.doc)) and (sentence.doc[k].lower_ in between or sentence.doc[k].pos_ == "NUM"):
        k += 1
    who = sentence.phrase_of(k + 1) if k + 1 < len(sentence.doc) and sentence.doc[k].lower_ == "by" else None
    return k > i + 1 and who is not None and who.prep == "by" and is_actorlike(sentence, who)


def is_done_to(sentence: Sentence, i: int, group: Group) -> bool:
    """'X given two more days', 'soldiers taken prisoner': a form that is only a participle, without 'has' or 'is'."""
    word = sentence.doc[i].lower_
    bare = group.tag in {"past", "pp"} and not helped(group) and not group.infinitive
    if bare and _closes(sentence, i + 2) and sentence.doc[i + 1].lower_ in (_AT if word in {"fired", "shot"} else _LEFT_SO):
        return True  # 'soldiers shot dead in X', 'fired on near X'
    return bare and _tags(word) == {"pp"} and word not in _OF_ITSELF


_LEFT_SO = frozenset({"captive", "hostage", "prisoner"})
_AT = frozenset({"dead", "on", "upon", "at"})


def _closes(sentence: Sentence, k: int) -> bool:
    """Whether nothing that could be done something to stands at a place."""
    if k > len(sentence.doc):
        return False
    ends = k == len(sentence.doc) or sentence.doc[k].pos_ in {"ADP", "PUNCT", "SCONJ", "CCONJ"}
    return ends or sentence.doc[k].lower_ in _DAYS - {"a", "few", "several"}


def without_states(sentence: Sentence, i: int, direct: list[Phrase]) -> list[Phrase]:
    """The objects of a verb without the 'captive' of 'soldiers held captive in X', which tells how they were left."""
    left = [p for p in direct if p.start != i + 1 or p.end != i + 2 or sentence.doc[i + 1].lower_ not in _LEFT_SO | {"dead"}]
    return left if _closes(sentence, i + 2) else direct


_OF_ITSELF = frozenset({"gone", "come", "become", "been", "fallen", "arisen", "risen", "grown", "sunk", "done", "withdrawn"})
"""What is said of somebody who does it himself."""


def agents_behind(sentence: Sentence, i: int) -> list[Phrase]:
    """'Monitors were barred from entering the town by the rebels': who stands with 'by' behind what they were kept from,
    which is active and has no agent of its own."""
    doc = sentence.doc
    start = i + 1
    while start < len(doc) and doc[start].pos_ in {"ADV", "PART", "SCONJ", "ADP"}:
        start += 1
    if start == i + 1 or start not in sentence.verbs or doc[start - 1].lower_ not in {"from", "to"}:
        return []
    for phrase in sentence.phrases:
        if phrase.start <= start:
            continue
        if any(k in sentence.verbs or doc[k].pos_ == "PUNCT" for k in range(start + 1, phrase.start)):
            return []
        if phrase.prep == "by" and is_actorlike(sentence, phrase):
            return [phrase]
    return []


_HEDGES = frozenset({"allegedly", "reportedly", "apparently", "presumably", "on", "last", "early", "late"})
_DAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "week", "night"}
) | {
    *("days", "weeks", "months", "hours", "year", "years", "month", "ago", "earlier", "a", "few", "several"),
    *("january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december"),
}


def reduced_passive(sentence: Sentence, i: int, group: Group, subject: Phrase | None) -> bool:
    """A participle without auxiliary: 'troops deployed along the line', 'Village shelled'."""
    token = sentence.doc[i]
    if group.tag not in {"past", "pp"} or helped(group) or group.negated or group.infinitive:
        return False
    if token.lower_ == "called" and i + 1 < len(sentence.doc) and sentence.doc[i + 1].lower_ in {"on", "for", "upon"}:
        return False
    tags_here = _tags(token.lower_)
    if [t.lower_ for t in sentence.doc[i + 1 : i + 2]] == ["by"] and i + 2 in sentence.verbs:
        return False  # 'responded by shelling the town'
    if i + 1 < len(sentence.doc) and is_way(sentence, i + 1) and any(c.dep_ == "nsubj" and c.i < i for c in token.children):
        return False
    if done_to_nearest(sentence, i, group) is not None or _by_somebody(sentence, i):
        return True
    if group.tag == "past" and subject is not None and _only_verb(sentence, i):
        return i + 1 < len(sentence.doc) and sentence.doc[i + 1].lower_ == "by"
    nxt = sentence.doc[i + 1] if i + 1 < len(sentence.doc) else None
    if token.lower_ in {"fired", "shot"} and nxt is not None and nxt.lower_ in {"first", "back"}:
        return False  # 'X fired first in the clash'
    if token.lower_ in _NEVER_DONE_TO and not (nxt is not None and nxt.lower_ == "by"):
        return False
    at_somebody = nxt is not None and nxt.lower_ in {"on", "at", "upon", "into", "back"} and token.lower_ in {"fired", "shot"}
    if at_somebody and i and i + 2 in sentence.at and sentence.doc[i - 1].pos_ in {"NOUN", "PROPN"}:
        return any(t.lower_ == "by" for t in sentence.doc[i + 2 : i + 4])
    if token.dep_ == "acl:relcl" and any(c.dep_ == "nsubj" and token.head.i < c.i < i for c in token.children):
        return False  # 'the raids the army conducted on Monday'
    if _hurt_behind_comma(sentence, i):
        return True
    if token.dep_ == "acl":
        return not _told_by_that(token)
    if any(c.dep_ == "nsubj" and c.i < i for c in token.children) and token.dep_ == "conj" and "past" in tags_here:
        return False  # '…, and the military responded with shells'
    if "Pass" in token.morph.get("Voice", []):
        return True
    if any(c.dep_ == "nsubj:pass" and c.i < i for c in token.children) and "pp" in _tags(token.lower_):
        return True
    if token.dep_ == "conj" and token.head.i < i and token.head.i in sentence.verbs and "pp" in _tags(token.lower_):
        alone = not any(c.dep_.startswith("nsubj") and c.pos_ != "NUM" for c in token.children)
        if alone and group_of(sentence, token.head.i).passive:
            return True  # 'was held up and then allowed through'
    by = nxt is not None and nxt.lower_ == "by" and token.dep_ not in {"ROOT"}
    ended = nxt is None or (nxt.pos_ in {"PUNCT", "ADV"} and sentence.segment == "headline")
    alone = ended and subject is not None and sentence.segment == "headline"
    return by or (alone and not _charged_with_it(sentence, subject))


def _charged_with_it(sentence: Sentence, subject: Phrase | None) -> bool:
    """'X says Y attacked' in a headline: Y, whom X names, did it; 'X says base attacked' is of what was done to the base."""
    if subject is None or not subject.start or sentence.doc[subject.start - 1].lower_ not in _SAYS:
        return False
    own = any(m.id and m.kind in {"actor", "group"} for m in subject.mentions)
    told = sentence.phrase_of(subject.start - 2) if subject.start > 1 else None
    return own and told is not None and any(m.id for m in told.mentions) and subject.mentions != told.mentions


_SAYS = frozenset({"says", "say", "said", "claims", "claim", "alleges", "insists"})


def _hurt_behind_comma(sentence: Sentence, i: int) -> bool:
    """'Mourned their leader, NAME, killed in a raid': who kills, kills somebody; with nobody behind it, it was done to them."""
    doc = sentence.doc
    where = i + 1 < len(doc) and doc[i + 1].lower_ in {"in", "during", "near", "at", "on", "when"}
    return where and i > 0 and doc[i].lower_ in {"killed", "wounded", "injured", "slain", "murdered"} and doc[i - 1].text == ","


def _told_by_that(token: Token) -> bool:
    """'Reports that forces attempted to storm a camp': a clause of its own, with 'that' and who does it."""
    children = list(token.children)
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in children) and any(c.dep_ == "nsubj" for c in children)


def helped(group: Group) -> bool:
    """Whether an auxiliary stands before it; an adverb alone is none."""
    if not group.words:
        return group.negated
    quoted = any(not w[0].isalpha() for w in group.words)  # 'the army "adhered to it"'
    aided = any(w in BE or w in HAVE or w in DO or w in modality_lexicon().auxiliaries for w in group.words)
    return group.negated or quoted or aided


def done_to_nearest(sentence: Sentence, i: int, group: Group) -> Phrase | None:
    """'hit a mine put down by the rebels': the mine, whatever verb the parser took for the main one."""
    if helped(group) or group.infinitive or group.tag not in {"past", "pp"} or not group.start:
        return None
    if (found := _found_so(sentence, i, group)) is not None:
        return found
    k = i + 2 if i + 1 < len(sentence.doc) and sentence.doc[i + 1].lower_ in _PARTICLES else i + 1
    back = group.start - 1
    while back > 0 and sentence.doc[back].pos_ == "ADV" and sentence.phrase_of(back) is None:
        back -= 1  # 'the decision already taken by X'
    near, agent = sentence.phrase_of(back), sentence.phrase_of(k + 1) if k + 1 < len(sentence.doc) else None
    if near is None or agent is None or sentence.doc[k].lower_ != "by" or not is_actorlike(sentence, agent):
        return None
    near = broken(sentence, near)
    return near if any(v < near.start and sentence.doc[v].pos_ == "VERB" for v in sentence.verbs) else None


def _found_so(sentence: Sentence, i: int, group: Group) -> Phrase | None:
    """The camp of 'monitors found the camp in the town deserted', whatever verb the parser took for the main one."""
    if "pp" not in _tags(sentence.doc[i].lower_):
        return None
    what = sentence.phrase_of(group.start - 1)
    while what is not None and what.prep is not None and what.start >= 2:
        what = sentence.phrase_of(what.start - 2)
    over = what.start - 1 if what is not None and what.prep is None else 0
    found = over > 0 and over in sentence.verbs and sentence.doc[over].lower_ in {"found", "find", "finds", "finding"}
    return what if found else None


_PARTICLES = frozenset({"down", "up", "out", "in", "off", "over", "away", "back"})
_NEVER_DONE_TO = frozenset(
    [
        *["responded", "retaliated", "replied", "clashed", "retreated", "arrived", "marched", "vanished", "disappeared"],
        *["departed", "complied", "reacted", "persisted", "remained", "stayed", "advanced", "skirmished"],
    ]
)
"""Verbs without an object: what stands before them does it."""


def _tags(word: str) -> set[str]:
    return {tag for _, tag in tags_of(word)}


def _only_verb(sentence: Sentence, i: int) -> bool:
    """A sentence with a full stop has a finite verb: its only past form is one, whatever the parser thought."""
    doc = sentence.doc
    if sentence.segment == "headline" or doc[len(doc) - 1].text not in {".", '"', "”", "!"}:
        return False
    return not any(
        k != i and (doc[k].pos_ == "AUX" or not doc[k].lower_.endswith("ing")) and doc[k - 1].lower_ != "to"
        for k in sentence.verbs
    )
