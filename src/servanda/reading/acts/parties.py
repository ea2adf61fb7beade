"""From phrases to the case's actors and zones.

Invariant: an id comes from a name found in the text or from one that it safely refers to; else the words stand alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from servanda.reading.acts.classes import is_place_noun
from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.lexicon import lexicon
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.triggers import Trigger
from servanda.reading.claim import Party
from servanda.reading.names import Mention
from servanda.reading.sentences import Sentence

if TYPE_CHECKING:
    from servanda.reading.acts.claims import Context

_ARTICLES = frozenset(
    {
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "its",
        "their",
        "his",
        "her",
        "our",
        "my",
        "neither",
        "no",
        "some",
        "any",
        "both",
        "all",
        "each",
        "every",
        "not",
        "single",
        "many",
        "several",
        "most",
    }
)


def parties_of(
    view: View, phrases: Sequence[Phrase], mentions: Sequence[Mention], speaker: str | None = None
) -> tuple[Party, ...]:
    """The parties that phrases name; an unresolved pronoun names nobody. 'We' and 'our' are the speaker's actor."""
    out: list[Party] = []
    for phrase in phrases:
        out += _spoken(view, phrase, speaker) or _parties(view, phrase, mentions)
    return tuple(dict.fromkeys(out))


def target_of(
    view: View, phrase: Phrase | None, mentions: Sequence[Mention], speaker: str | None = None
) -> Party | None:
    """The target, None where there is none or only a pronoun."""
    found = (_spoken(view, phrase, speaker) or _parties(view, phrase, mentions)) if phrase is not None else []
    return found[0] if found else None


def _spoken(view: View, phrase: Phrase, speaker: str | None) -> list[Party]:
    """'We', 'our forces': those of whoever speaks."""
    first = view.doc[phrase.start].lower_
    if speaker is None or first not in {"we", "us", "our", "ours", "i", "my"}:
        return []
    return [Party(_words(view, phrase), speaker)]


def _parties(view: View, phrase: Phrase, mentions: Sequence[Mention]) -> list[Party]:
    start, end = view.span(phrase.start, phrase.end)
    if view.doc[phrase.head].pos_ == "PRON" or (
        view.doc[phrase.start].lower_ in {"its", "their", "his", "her"} and phrase.end - phrase.start == 1
    ):
        hit = next((m for m in mentions if m.start < end and start < m.end), None)
        if hit is None or (hit.id is None and not hit.members):
            return []
        return [Party(hit.text, i) for i in (hit.members or (hit.id,))]
    owner = _owner(view, phrase, mentions)
    if owner:
        return owner
    actors = [m for m in _reach(view, phrase, mentions) if m.kind in {"actor", "group", "person"}]
    known = [m for m in actors if m.id or m.members]
    words = _words(view, phrase)
    if known and not _is_of_them(view, phrase, known):
        return [Party(words)]
    if known:
        mention = known[-1] if known[-1].start >= start else known[0]
        return [Party(mention.text, i) for i in (mention.members or (mention.id,))]
    head = view.span(phrase.head, phrase.head + 1)
    over = next((m for m in actors if m.start <= head[0] and head[1] <= m.end), None)
    named = any(
        view.doc[k].pos_ == "PROPN" and (over is None or view.offset + view.doc[k].idx < over.start)
        for k in range(phrase.start, phrase.head)
    )
    return [Party(over.text if over is not None and not named else words)]


def _is_of_them(view: View, phrase: Phrase, known: Sequence[Mention]) -> bool:
    """Whether a phrase that names an actor is that actor: 'Thai border troops' is, 'Armenian residents' is not.

    It is where the name reaches the head of the phrase or follows it with 'of', or where the head is an organ of a
    state or a force that is nobody's unless said, or its position.
    """
    head = view.span(phrase.head, phrase.head + 1)
    if any(m.end >= head[1] for m in known):
        return True
    lemmas = noun_lemmas(view.doc[phrase.head].text)
    return bool(lemmas & (lexicon().classes["organ"] | lexicon().classes["position"]))


def _owner(view: View, phrase: Phrase, mentions: Sequence[Mention]) -> list[Party]:
    """'its forces': the forces of whomever the pronoun safely stands for."""
    first = view.doc[phrase.start]
    if first.lower_ not in {"its", "their", "his", "her"} or phrase.end - phrase.start < 2:
        return []
    start, end = view.span(phrase.start, phrase.start + 1)
    hit = next((m for m in mentions if m.start < end and start < m.end and (m.id or m.members)), None)
    if hit is None:
        return []
    return [Party(_words(view, phrase), i) for i in (hit.members or (hit.id,))]


def _reach(view: View, phrase: Phrase, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions in the phrase, and those in its 'of' tail ('units of the army of X')."""
    start, end = view.span(phrase.start, phrase.end)
    inside = [m for m in mentions if m.start < end and start < m.end and m.kind != "pronoun"]
    if any(m.kind in {"actor", "group", "person"} and (m.id or m.members) for m in inside):
        return inside
    k = phrase.end
    if k < len(view.doc) and view.doc[k].lower_ in {"of", "from"} and (tail := view.phrase_of(k + 1)) is not None:
        return [*inside, *_reach(view, tail, mentions)]
    return inside


def _words(view: View, phrase: Phrase) -> str:
    """The words without determiners; a common noun loses the capital that only the start of a sentence gave it."""
    start = phrase.start
    while start < phrase.end - 1 and view.doc[start].lower_ in _ARTICLES:
        start += 1
    first = view.doc[start]
    words = view.doc.words(start, phrase.end)
    if (
        start == 0
        and first.pos_ in {"NOUN", "ADJ", "NUM"}
        and first.text.istitle()
        and not phrase.mentions
        and view.doc[phrase.head].pos_ == "NOUN"
    ):
        return words[:1].lower() + words[1:]
    return words


def zone_of(
    view: View, sentence: Sentence, phrase: Phrase | None, trigger: Trigger, context: Context
) -> tuple[str | None, str | None, int]:
    """Zone id, its words, and how far it had to be fetched: 0 the act's own phrase, 1 the sentence, 2 further."""
    words: str | None = None
    if phrase is not None:
        start, end = view.span(phrase.start, phrase.end)
        hit = next((m for m in context.mentions if m.kind == "zone" and m.start < end and start < m.end), None)
        words = hit.text if hit is not None else _words(view, phrase)
        if hit is not None and hit.id is not None:
            return hit.id, words, 0
        named = view.doc[phrase.head].pos_ == "PROPN" or hit is not None
        if named or (not is_place_noun(view, phrase) and view.doc[phrase.head].pos_ != "PRON"):
            tail = _zones(context, *_tail(view, phrase))
            return (tail[0], words, 0) if tail else (None, words, 0)
        tail = _zones(context, *_tail(view, phrase))
        if tail:
            return tail[0], words, 0
    if phrase is not None and words is not None and _is_vague(view, phrase, trigger):
        words = None
    if phrase is not None and words is not None and _are_several(view, phrase):
        return None, words, 0
    here = _zones(context, sentence.start, sentence.end)
    if len(set(here)) == 1:
        return here[0], words, 1
    if here:
        nearest = _nearest(view, trigger, context, sentence)
        return nearest, words, 2
    back = _before(context, sentence)
    return (back, words, 2) if back is not None else (None, words, 0)


_REGIONS = frozenset(
    [
        "area",
        "region",
        "district",
        "territory",
        "zone",
        "province",
        "land",
        "valley",
        "there",
        "here",
        "country",
        "enclave",
        "corridor",
        "ground",
        "sector",
        "place",
        "front",
    ]
)


def _is_vague(view: View, phrase: Phrase, trigger: Trigger) -> bool:
    """A place without a name: 'the region' is wherever the text speaks of; so is any unnamed scene of an attack."""
    if any(view.doc[k].pos_ == "PROPN" for k in range(phrase.start, phrase.end)):
        return False
    scene = lexicon().acts[trigger.pattern.act].norm == "forbidden" and trigger.pattern.act != "remain"
    return scene or bool(noun_lemmas(view.doc[phrase.head].text) & _REGIONS)


def _are_several(view: View, phrase: Phrase) -> bool:
    """'The two villages' are places of their own, not the district of the sentence before."""
    return view.doc[phrase.head].lower_.endswith("s") and any(
        view.doc[k].pos_ == "NUM" or view.doc[k].lower_ in {"several", "both", "some", "few"}
        for k in range(phrase.start, phrase.head)
    )


def _tail(view: View, phrase: Phrase) -> tuple[int, int]:
    start, end = view.span(phrase.start, phrase.end)
    k = phrase.end
    if k < len(view.doc) and view.doc[k].lower_ in {"of", "in"} and (tail := view.phrase_of(k + 1)) is not None:
        end = view.span(tail.start, tail.end)[1]
    return start, end


def _zones(context: Context, start: int, end: int) -> list[str]:
    return [m.id for m in context.mentions if m.kind == "zone" and m.id and start <= m.start and m.end <= end]


def _nearest(view: View, trigger: Trigger, context: Context, sentence: Sentence) -> str | None:
    """Of several zones, the one that follows the act without another act between; none where that is not clear."""
    at = view.offset + view.doc[trigger.at].idx
    end = view.span(trigger.frame.end - 1, trigger.frame.end)[1]
    inside = [m for m in context.mentions if m.kind == "zone" and m.id and at <= m.start and m.end <= end]
    return inside[0].id if len(inside) == 1 else None


def _before(context: Context, sentence: Sentence) -> str | None:
    """The one zone of the sentence before in the same paragraph, else of the headline."""
    if sentence.index and context.sentences[sentence.index - 1].paragraph == sentence.paragraph:
        previous = context.sentences[sentence.index - 1]
        zones = set(_zones(context, previous.start, previous.end))
        if len(zones) == 1:
            return zones.pop()
        if zones:
            return None
    headline = [s for s in context.sentences if s.segment == "headline"]
    found = {z for s in headline for z in _zones(context, s.start, s.end)}
    return found.pop() if len(found) == 1 and sentence.segment == "body" else None
