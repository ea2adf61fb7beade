"""Cues at a place: the word that governs, its particle, and what may stand between it and what it governs.

Invariant: a cue is looked for at one token and its particle; nothing here looks for what governs the cue.
"""

from __future__ import annotations

from servanda.reading.acts.clause import Governor, Group, Sentence, group_of
from servanda.reading.acts.date_words import DATE_WORDS
from servanda.reading.acts.phrases import Phrase
from servanda.reading.modality.lexicon import Cue, modality_lexicon
from servanda.reading.tasked import is_tasked

HOST = "host"
_SKIP = frozenset(
    {
        "not",
        "never",
        "also",
        "again",
        "still",
        "now",
        "already",
        "only",
        '"',
        "“",
        "”",
        "'",
        "immediately",
        "even",
        "both",
        "all",
    }
)
TAILS = frozenset({"of", "by", "in", "on", "from", "for", "at", "to", "with", "against", "out of", "between", "among", "near"})


def cue_at(sentence: Sentence, i: int, relation: str) -> Cue | None:
    """The cue that token i is, for one way of governing; its particle, if it has one, must follow."""
    token = sentence.doc[i]
    options = modality_lexicon().cues.get(token.lower_, ())
    verb = i in sentence.verbs
    passive: bool | None = None
    best: tuple[int, Cue] | None = None
    for cue in options:
        near = _particle_follows(sentence, i, cue.particle) if cue.particle is not None else 0
        if cue.particle is not None and not near:
            continue
        if cue.only in {"to", "that", "whether"} and cue.only != relation:
            continue
        if cue.only == "pass":
            passive = group_of(sentence, i).passive if passive is None else passive
            if not passive:
                continue
        if cue.lemma == "force" and token.lower_ == "forces" and not verb:
            continue
        if cue.lemma == "see" and i + 1 < len(sentence.doc) and sentence.doc[i + 1].lower_ == "as":
            continue  # 'the disarmament is seen as central': nobody saw it
        if cue.sort == "nouns" and verb and token.pos_ != "NOUN":
            continue
        if (
            cue.sort == "verbs"
            and not verb
            and token.pos_ in {"NOUN", "PROPN"}
            and (any(c.sort == "nouns" for c in options) or (not token.lower_.endswith("ing") and _named_by(sentence, i)))
        ):
            continue
        if (
            cue.sort == "adjectives"
            and verb
            and token.pos_ == "VERB"
            and any(c.sort == "verbs" and c.effect == cue.effect for c in options)
        ):
            continue
        if cue.lemma == "charge" and verb and is_tasked(sentence.doc.text, token.idx):
            cue = Cue("charge", "verbs", "required")
        if cue.lemma == "time" and cue.sort == "nouns" and i and sentence.doc[i - 1].lower_ in _ORDINALS:
            cue = Cue("time", "nouns", "pass")  # 'it is not the first time that they fired'
        score = near + 2 * (cue.only is not None) + (cue.sort == "verbs") * verb
        if best is None or score > best[0]:
            best = (score, cue)
    return best[1] if best else None


_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "last", "latest", "only"})


def _named_by(sentence: Sentence, i: int) -> bool:
    """The 'state' of 'heads of state': a noun behind a preposition is no verb."""
    phrase = sentence.phrase_of(i)
    return phrase is not None and phrase.prep is not None and phrase.head == i


_OF_WHAT = frozenset({"clear", "absolve", "acquit", "exonerate"})
"""'Cleared the armed wing of having fired': whom it clears stands between."""


def _particle_follows(sentence: Sentence, i: int, particle: str) -> int:
    """How well the particle of a verb fits: its first word right behind the verb, or one word on, the others right behind
    the first. Of two the longer fits better ('came to nothing'), of two as long the nearer ('went ahead on Monday')."""
    words = particle.split(" ")
    whom = particle == "of" and sentence.doc[i].lemma_.lower() in _OF_WHAT
    apart = i + 1 < len(sentence.doc) and sentence.doc[i + 1].lower_ in _OTHER_PARTICLES - {words[0]}
    for k in range(i + 1, i + (6 if whom else 2 if apart else 3)):
        if [t.lower_ for t in sentence.doc[k : k + len(words)]] == words:
            return 4 * len(words) + (k == i + 1)
    return 0


_OTHER_PARTICLES = frozenset({"out", "off", "up", "down", "over", "through", "away"})
"""'Was carried out on Monday' has nothing of 'carry on'."""
_DAY_WORDS = frozenset(
    ["from", "on", "this", "next", "early", "late", "today", "tomorrow", "tonight", "now", "monday", "tuesday", "wednesday"]
) | {"thursday", "friday", "saturday", "sunday", "week", "month", "morning", "evening", "immediately"}


def begun_with(sentence: Sentence, phrase: Phrase) -> Governor | None:
    """'Will proceed from today with the withdrawal': the verb, where only a day stands before 'with'."""
    k = phrase.start - 2
    while k > 0 and sentence.doc[k].lower_ in _DAY_WORDS:
        k -= 1
    if k == phrase.start - 2 or k not in sentence.verbs:
        return None
    cue = next((c for c in modality_lexicon().cues.get(sentence.doc[k].lower_, ()) if c.particle == "with"), None)
    return Governor(cue, k, "noun") if cue is not None else None


def is_length(sentence: Sentence, phrase: Phrase) -> bool:
    """'ten more days to leave', 'until 25 November to leave': what follows is what the time is given for."""
    head = sentence.doc[phrase.head]
    if head.lower_ in {"day", "days", "week", "weeks", "month", "months", "hours", "time"}:
        return phrase.prep in {None, "of"}
    return phrase.prep in {"until", "till"}


def stands_beside(cue: Cue, prep: str) -> bool:
    """'Under pressure over the shelling', 'broke the agreement during a raid': what took place beside what the noun says;
    'was stopped at a roadblock', 'was halted by shelling': what stopped it has not been stopped."""
    if cue.sort == "verbs" and cue.effect in {"stopped", "negate"} and prep in {"at", "by", "near"}:
        return True
    asked = cue.effect == "requested" and prep in {"over", "about"}
    return cue.sort == "nouns" and (asked or prep in {"during", "amid", "after", "since"})


_MANNERS = frozenset({"writing", "public", "private", "principle", "person", "advance", "turn"})


def left_of(sentence: Sentence, i: int) -> int:
    """The nearest token left of i that is no adverb, mark or manner ('in writing') that may stand between."""
    k = i - 1
    while k >= 0:
        word = sentence.doc[k]
        if k and word.lower_ in _MANNERS and sentence.doc[k - 1].lower_ == "in":
            k -= 2
        elif k and word.lower_ == "than" and sentence.doc[k - 1].lower_ in {"more", "fewer", "less"}:
            k -= 2  # 'carried out more than ten violations'
        elif word.lower_ in _SKIP or (word.pos_ == "ADV" and not modality_lexicon().cues.get(word.lower_)):
            k -= 1
        else:
            break
    return k


def before_its_name(sentence: Sentence, k: int) -> int:
    """From the end of 'dismissed as "a fantasy"', said of what stands behind, to 'dismissed'; else k."""
    doc = sentence.doc
    while k > 1:
        inner = k - 1 if doc[k].text in _MARKS else k
        called = sentence.phrase_of(inner)
        before = called.start - 1 if called is not None else inner - 1
        if doc[before].text in _MARKS:
            before -= 1
        if before < 1 or doc[before].lower_ != "as":
            break
        k = before - 1
    return k


_MARKS = frozenset(('"', "“", "”", "‘", "’", "'", "«", "»"))


def cue_here(sentence: Sentence, k: int, relation: str) -> Governor | None:
    """A cue that ends at token k, its particle included."""
    if k < 0:
        return None
    if k and (cue := cue_at(sentence, k - 1, relation)) and cue.particle == sentence.doc[k].lower_:
        return Governor(cue, k - 1, relation)
    if sentence.doc[k].lower_ == "out" and k and sentence.doc[k - 1].lower_.startswith("carr"):
        k -= 1  # 'carried out its exchange'
    cue = cue_at(sentence, k, relation)
    if cue is not None and cue.lemma == "over" and sentence.doc[k].dep_ == "case":
        return None  # 'a dispute over the handover': it is not over
    return Governor(cue, k, relation) if cue else None


def before_phrases(sentence: Sentence, phrase: Phrase) -> int:
    """The token before a phrase, its coordination and its own 'of' and 'by' tails."""
    first = sentence.all_of(phrase)[0]
    while first.prep in TAILS and first.start >= 2:
        k = first.start - (2 if first.prep != "out of" else 3)
        nxt = sentence.phrase_of(k)
        if nxt is None:
            return first.start - 1
        first = sentence.all_of(nxt)[0]
    return first.start - 1


def first_so_joined(sentence: Sentence, phrase: Phrase) -> Phrase:
    """'called for A and for B': where 'and' stands before the preposition, the first phrase with the same one."""
    first, doc = phrase, sentence.doc
    while first.prep is not None and first.start > 3 and doc[first.start - 2].lower_ in {"and", "or", "nor"}:
        k = first.start - (4 if doc[first.start - 3].text == "," else 3)
        left = sentence.phrase_of(k)
        while left is not None and (left := sentence.all_of(left)[0]).prep != first.prep:
            left = sentence.phrase_of(left.start - 2) if left.prep in TAILS and left.start >= 2 else None
        if left is None:
            break
        first = left
    return first


def clause_start(sentence: Sentence, i: int, group: Group) -> int:
    """The first token of a finite clause: its subject's phrase where one stands right before the verb group."""
    k = group.start - 1
    while k >= 0 and (sentence.doc[k].pos_ == "ADV" or sentence.doc[k].text in '"“”'):
        k -= 1
    phrase = sentence.phrase_of(k) if k >= 0 else None
    if phrase is None:
        return group.start
    return before_phrases(sentence, phrase) + 1


def is_dated(sentence: Sentence, phrase: Phrase) -> bool:
    """'In May 2000', 'on Monday', 'of last week'."""
    head = sentence.doc[phrase.head]
    return phrase.prep in {"in", "on", "of"} and (head.pos_ == "NUM" or head.lower_[:3] in DATE_WORDS)
