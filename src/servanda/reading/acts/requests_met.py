"""Requests for time that somebody meets or turns down: 'X agreed to a request by Y to delay the transfer to 3 December'.

Invariant: Y asked and X moves the date, or will not; who asked is only told where the words for the request tell it.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.reading.acts.classes import is_a, is_actorlike
from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.clause import group_of
from servanda.reading.acts.drafts import Draft, draft_of
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.frames import verb_frame
from servanda.reading.acts.lexicon import Pattern, lexicon
from servanda.reading.acts.nominal import noun_frame
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.slots import Frame
from servanda.reading.acts.triggers import Trigger
from servanda.reading.frozen import dataclass, replace
from servanda.reading.modality.force import Force
from servanda.reading.modality.outcome import REAL

_REQUESTS = frozenset({"request", "plea", "appeal", "petition", "application", "bid", "proposal", "suggestion"})
_MEETS = {
    **dict.fromkeys(("agree", "accede", "consent", "yield", "bow"), ("to",)),
    **dict.fromkeys(("accept", "grant", "approve", "honour", "honor", "endorse"), ("obj",)),
}
"""Verbs that meet a request, with where it stands."""
_TURNS_DOWN = dict.fromkeys(("reject", "refuse", "decline", "turn", "deny", "dismiss", "rebuff"), ("obj",))
_PUT_OFF = frozenset({"extension", "delay", "postponement", "deferral", "prolongation", "deferment", "reprieve", "respite"})
_LENGTHS = frozenset({"time", "day", "week", "month", "hour", "fortnight"})
_MORE = frozenset({"more", "another", "further", "additional", "extra"})
_MOVES = frozenset({"extend-deadline", "request-extension"})
_SAYS_SO = frozenset({"agree", "concede"})


@dataclass(frozen=True, slots=True)
class _Answer:
    """The verb at token `verb` that meets or turns down the request at token `noun` of `phrase`."""

    verb: int
    noun: int
    phrase: Phrase
    meets: bool


def with_requests_met(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with what was asked as asked and what was granted, or refused, as the word of whoever did so."""
    found = list(drafts)
    for answer in _answers(view):
        asks = noun_frame(view, answer.noun, answer.phrase, None)
        if _for_time(view, answer, asks, found):
            found = _read_apart(view, answer, asks, found)
    return sorted(found, key=lambda d: d.trigger.at)


def _answers(view: View) -> list[_Answer]:
    """The verbs of a sentence with a request that they meet or turn down."""
    if view.words.isdisjoint({*_REQUESTS, *(f"{w}s" for w in _REQUESTS)}):
        return []
    found = []
    for verb in sorted(view.verbs):
        lemmas = {lemma for lemma, _ in lexicon().forms.get(view.doc[verb].lower_, ())} | {view.doc[verb].lemma_.lower()}
        for table, meets in ((_MEETS, True), (_TURNS_DOWN, False)):
            slots = {slot for lemma in lemmas for slot in table.get(lemma, ())}
            frame = verb_frame(view, verb) if slots else None
            phrases = [p for slot in slots for p in frame.slots.get(slot, ())] if frame is not None else []
            asked = next((p for p in phrases if noun_lemmas(view.doc[p.head].text) & _REQUESTS), None)
            if asked is not None and not ("turn" in lemmas and "down" not in view.words):
                found.append(_Answer(verb, asked.head, asked, meets))
    return found


def _for_time(view: View, answer: _Answer, asks: Frame, drafts: Sequence[Draft]) -> bool:
    """'A request for ten more days', 'for an extension', 'to put off the handover'."""
    if any(d.act.id in _MOVES and answer.noun in {d.trigger.at, _over(d)} and _of_a_duty(view, d) for d in drafts):
        return True
    for what in asks.slots.get("for", ()):
        words = {t.lower_ for t in view.doc[what.start : what.end]}
        if noun_lemmas(view.doc[what.head].text) & _PUT_OFF or (
            noun_lemmas(view.doc[what.head].text) & _LENGTHS and words & _MORE
        ):
            return True
    return False


def _of_a_duty(view: View, draft: Draft) -> bool:
    """'A request to delay the handover', not 'to delay its report': only a duty or a date is moved."""
    verb = next((w for w in draft.trigger.words if w in view.verbs), None)
    if verb is None or not draft.trigger.pattern.written.startswith("request x:"):
        return True
    what = verb_frame(view, verb).first("obj")
    return what is not None and (view.doc[what.head].lower_ in _ITSELF or is_a(view, what, _DUTIES))


_ITSELF = frozenset({"it", "them", "date", "dates"})
_DUTIES = ("@process", "@deadline", "@truce", "@pact")


def _over(draft: Draft) -> int | None:
    """The token that governs the act of a draft."""
    governor = draft.trigger.frame.governor
    return governor.token if governor is not None else None


def _read_apart(view: View, answer: _Answer, asks: Frame, drafts: Sequence[Draft]) -> list[Draft]:
    asked = [d for d in drafts if d.act.id in _MOVES and answer.noun in {d.trigger.at, _over(d)}]
    inside = {w for d in asked for w in d.trigger.words}  # the handover of 'a request to put off the handover'
    kept = [
        d
        for d in drafts
        if d not in asked and _over(d) not in inside and not (d.act.id in _SAYS_SO and d.trigger.at == answer.verb)
    ]
    asker = _asker(view, asks)
    if asker is not None:
        kept.append(_request(view, answer, asks, asked, asker))
    moved = _moved(view, answer, asked, asker)
    return [*kept, moved] if moved is not None else kept


def _asker(view: View, asks: Frame) -> Phrase | None:
    """'Y's request', 'a request by Y', 'from Y'."""
    told = [*asks.slots.get("subj", ()), *asks.slots.get("by", ()), *asks.slots.get("from", ())]
    return next((p for p in told if is_actorlike(view, p)), None)


def _request(view: View, answer: _Answer, asks: Frame, asked: Sequence[Draft], asker: Phrase) -> Draft:
    """What was asked: a request that is met or turned down was made, whoever answers it."""
    trigger = asked[0].trigger if asked else Trigger(_pattern("request-extension"), asks, (answer.noun,))
    told = draft_of(view, trigger)
    force = Force(past=True)
    return Draft(trigger, lexicon().acts["request-extension"], force, replace(told.roles, actors=(asker,), target=None))


def _moved(view: View, answer: _Answer, asked: Sequence[Draft], asker: Phrase | None) -> Draft | None:
    """The date that is moved, or is not, by whoever answers."""
    trigger = Trigger(_pattern("extend-deadline"), verb_frame(view, answer.verb), (answer.verb, answer.noun))
    told = draft_of(view, trigger)
    force = told.force
    if not answer.meets:
        if force.modality not in REAL or force.polarity == "negated":
            return None
        force = replace(force, modality="refused")
    who = told.roles.actors
    if not who and group_of(view, answer.verb).passive:
        who = tuple(trigger.frame.slots.get("by", ())[:1])
    zone = next((d.roles.zone for d in asked if d.roles.zone is not None), None)
    return Draft(trigger, told.act, force, replace(told.roles, actors=who, target=asker, zone=zone))


def _pattern(act: str) -> Pattern:
    written = {
        "extend-deadline": ("grant", "grant o:extension|delay|reprieve"),
        "request-extension": ("request", "request for:"),
    }
    lemma, begins = written[act]
    known = lexicon()
    return next(p for p in (*known.verbs.get(lemma, ()), *known.nouns.get(lemma, ())) if p.written.startswith(begins))


__all__ = ["with_requests_met"]
