"""'They' beside 'we': 'they opened fire and we had to act' is said of others than those who speak.

Invariant: only a pronoun is taken from the speaker, and only where his own 'we' stands beside it; nobody is put in his
place but whoever is left of those for whom the pronoun stood.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.phrases import Phrase
from servanda.reading.claim import Party


def apart_from_us(view: View, doers: Sequence[Phrase], actors: tuple[Party, ...], speaker: str | None) -> tuple[Party, ...]:
    """Without the speaker's side where 'they' did it and 'we' stand beside them; nobody where several others are left."""
    if speaker is None or len(doers) != 1 or speaker not in {p.id for p in actors}:
        return actors
    they = doers[0]
    if view.doc[they.head].lower_ not in _THEY or not (_we_beside(view, they) or _whom_we(view, they)):
        return actors
    others = tuple(p for p in actors if p.id != speaker)
    return others if len({p.id for p in others}) == 1 else ()


def _we_beside(view: View, they: Phrase) -> bool:
    """'We' or 'us'; 'our men' may be those whom 'they' takes up."""
    return any(t.lower_ in _WE and t.i != they.head for t in view.doc)


def _whom_we(view: View, they: Phrase) -> bool:
    """'Our men ambushed them as they were looting': 'they' are 'them', and nobody ambushes himself."""
    them = [t for t in view.doc[: they.head] if t.lower_ == "them"]
    if not them:
        return False
    doer = next((c for c in them[-1].head.children if c.dep_ == "nsubj" and c.i < them[-1].i), None)
    return doer is not None and any(t.lower_ == "our" for t in view.doc[doer.left_edge.i : doer.i + 1])


_THEY = frozenset(["they", "them"])
_WE = frozenset(["we", "us"])
