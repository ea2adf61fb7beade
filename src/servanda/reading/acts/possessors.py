"""Whose a thing is: the possessor inside a noun phrase.

Invariant: a possessor lies wholly before the head of the phrase that it stands in.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.phrases import Phrase
from servanda.reading.names import Mention


def possessor(sentence: View, phrase: Phrase) -> Phrase | None:
    """'The army' of 'the army's failure'."""
    clitic = next((k for k in range(phrase.start + 1, phrase.head) if sentence.doc[k].lower_ in {"'s", "’s"}), None)
    if clitic is None:
        return None
    end = sentence.span(phrase.start, clitic)[1]
    return Phrase(phrase.start, clitic, clitic - 1, None, None, tuple(m for m in phrase.mentions if m.start < end))


def is_a_man_of(view: View, phrase: Phrase, known: Sequence[Mention]) -> bool:
    """'The Front's NAME'."""
    clitic = next((k for k in range(phrase.start, phrase.head) if view.doc[k].lower_ in {"'s", "’s"}), None)
    if clitic is None or not any(m.kind == "actor" and m.end == view.span(clitic, clitic + 1)[0] for m in known):
        return False
    return all(t.pos_ == "PROPN" and t.text.istitle() for t in view.doc[clitic + 1 : phrase.end])
