"""Pronouns under a charge: 'X slammed Y, accusing it of shelling', 'accusing its fighters': Y, and never X, who accuses.

Invariant: whoever accuses is not the accused unless the words say 'its own'; the accused is named only where one other
actor alone can be meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.frames import subject_of
from servanda.reading.acts.parties import ids_of, words_of
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.triggers import Trigger
from servanda.reading.claim import Party

if TYPE_CHECKING:
    from servanda.reading.acts.claims import Context

_OBJECTS = frozenset({"it", "them", "him", "her", "its", "their", "his"})


def not_the_accuser(
    view: View,
    trigger: Trigger,
    phrases: Sequence[Phrase],
    actors: tuple[Party, ...],
    context: Context,
    speaker: str | None,
    others: Sequence[str | None],
) -> tuple[Party, ...]:
    """The doers of an act that somebody is accused of; `others` are those who quote the accuser."""
    governor = trigger.frame.governor
    if governor is None or governor.cue.effect != "alleged" or len(actors) > 1 or len(phrases) != 1:
        return actors
    first, second = (view.doc[k].lower_ if k < phrases[0].end else "" for k in (phrases[0].start, phrases[0].start + 1))
    if first not in _OBJECTS or second == "own":
        return actors
    accuser = subject_of(view, governor.token) if governor.token in view.verbs else None
    named = ids_of(view, accuser, context.mentions)
    if governor.token in view.verbs and view.doc[governor.token].lower_.endswith("ing"):
        named |= {speaker}  # 'X walked out, accusing it'
    named.discard(None)
    if actors and actors[0].id not in named:
        return actors
    meant = {i for i in others if i is not None and i not in named} or _named_before(view, phrases[0], named)
    words = actors[0].words if actors else words_of(view, phrases[0])
    return (Party(words, meant.pop()),) if len(meant) == 1 and named else ()


def not_the_judge(
    view: View,
    trigger: Trigger,
    actors: tuple[Party, ...],
    context: Context,
    others: Sequence[str | None],
) -> tuple[Party, ...]:
    """'X said the mission had confirmed its withdrawal': X's. `others` are those who say that it was confirmed."""
    governor = trigger.frame.governor
    deed = view.phrase_of(trigger.at)
    if governor is None or governor.cue.lemma not in _JUDGES or len(actors) != 1 or governor.token not in view.verbs:
        return actors
    if deed is None or view.doc[deed.start].lower_ not in {"its", "their"}:
        return actors
    judges = ids_of(view, subject_of(view, governor.token), context.mentions)
    meant = {i for i in others if i is not None and i not in judges}
    return (Party(actors[0].words, meant.pop()),) if actors[0].id in judges and len(meant) == 1 else actors


_JUDGES = frozenset({"confirm", "verify", "praise", "welcome", "hail", "condemn", "criticise", "criticize", "certify"})


def not_the_asker(view: View, phrases: Sequence[Phrase], actors: tuple[Party, ...], asker: str | None) -> tuple[Party, ...]:
    """'X asked for the troops to be withdrawn', 'X accused the soldiers of firing': rather another's than X's own, unless
    they are called so."""
    bare = {
        p.id
        for phrase in phrases
        if view.doc[phrase.start].lower_ not in {"its", "their", "his", "her", "our", "my", "own"}
        for p in actors
        if any(m.how == "collective" and m.id == p.id for m in phrase.mentions)
        and not any(m.how != "collective" and m.id == p.id for m in phrase.mentions)
    }
    return tuple(Party(p.words) if p.id is not None and p.id == asker and p.id in bare else p for p in actors)


def _named_before(view: View, phrase: Phrase, accusers: set[str | None]) -> set[str | None]:
    """The other actors that the sentence names before the pronoun."""
    at = view.span(phrase.start, phrase.start + 1)[0]
    before = [m for m in view.mentions if m.end <= at and m.kind in {"actor", "group", "person"}]
    if any(m.members or m.id is None for m in before):
        return set()
    return {m.id for m in before} - accusers
