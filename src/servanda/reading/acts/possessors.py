"""Whose a thing is: the possessor inside a noun phrase.

Invariant: a possessor lies wholly before the head of the phrase that it stands in.
"""

from __future__ import annotations

from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.phrases import Phrase


def possessor(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """'The army' of 'the army's failure'."""
    clitic = next((k for k in range(phrase.start + 1, phrase.head) if sentence.doc[k].lower_ in {"'s", "’s"}), None)
    if clitic is None:
        return None
    end = sentence.span(phrase.start, clitic)[1]
    return Phrase(phrase.start, clitic, clitic - 1, None, None, tuple(m for m in phrase.mentions if m.start < end))
