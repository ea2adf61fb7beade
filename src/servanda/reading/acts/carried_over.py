"""What is as real as what it hangs on: 'followed by a pull-out', 'including freeing men', 'an agreement reached to leave'.

Invariant: nothing here is asserted by itself; what the verb or noun beside it asserts, promises or asks for is carried over.
"""

from __future__ import annotations

from servanda.reading.acts.clause import Governor, Sentence, group_of
from servanda.reading.acts.cues_at import cue_at
from servanda.reading.acts.phrases import Phrase
from servanda.reading.modality.lexicon import Cue
from servanda.reading.parser.parsed import Token


def verb_before(sentence: Sentence, k: int) -> int | None:
    """The nearest verb left of token k that is no auxiliary."""
    return next((j for j in range(k - 1, -1, -1) if j in sentence.verbs and sentence.doc[j].pos_ != "AUX"), None)


def followed(sentence: Sentence, phrase: Phrase) -> Governor | None:
    """'Agreed to leave the ports, followed by a pull-out from the town': the pull-out is as real as the leaving."""
    k = phrase.start - 2
    if phrase.prep not in {"by", "with"} or k < 1 or sentence.doc[k].lower_ not in _WENT_WITH:
        return None
    verb = verb_before(sentence, k)
    return Governor(Cue("follow", "verbs", "pass"), verb, "noun") if verb is not None else None


_WENT_WITH = frozenset({"followed", "preceded", "accompanied", "coupled"})


_MADE = frozenset({"reached", "struck", "signed", "concluded", "made", "given", "taken", "announced", "issued", "agreed"})


def made_to(sentence: Sentence, verb: int) -> Governor | None:
    """'An agreement has been reached to clear the mines': it is agreed, and not done."""
    if sentence.doc[verb].lower_ not in _MADE or verb not in sentence.verbs or not group_of(sentence, verb).passive:
        return None
    named = next((c for c in sentence.doc[verb].children if c.dep_ == "nsubj:pass" and c.i < verb), None)
    cue = cue_at(sentence, named.i, "to") if named is not None else None
    return Governor(cue, named.i, "to") if named is not None and cue is not None and cue.sort == "nouns" else None


def included(sentence: Sentence, i: int) -> Governor | None:
    """'Would begin work, including removing mines and withdrawing fighters': as real as the work."""
    for k in range(i - 1, max(-1, i - 14), -1):
        if sentence.doc[k].text in {";", ":"}:
            return None
        if sentence.doc[k].lower_ == "including":
            verb = verb_before(sentence, k)
            return Governor(Cue("include", "verbs", "pass"), verb, "ing") if verb is not None else None
    return None


def over_relative(token: Token) -> Token:
    """The head of an infinitive behind a comma: 'called on the Front, which says it is holding him, to free him'."""
    at = token.head
    while at.head is not at and at.dep_ != "acl:relcl":
        at = at.head
    edge = at.left_edge
    apart = at.dep_ == "acl:relcl" and "," in {edge.text, at.doc[edge.i - 1].text}
    return at.head.head if apart else token.head


def before_aside(infinitive: Token, comma: int) -> int:
    """'Agreed, at X's request, to put it off': the verb before the aside that ends at `comma`; -1 without one."""
    head = infinitive.head.i
    behind = infinitive.doc[head + 1].text if head + 1 < comma else ""
    return head if infinitive.dep_ in {"xcomp", "ccomp"} and behind == "," else -1
