"""Triggers: the words of a sentence that carry an act, each with the pattern that fits it best.

Invariant: a token carries at most one act, and words that only look like one ('enter into force') carry none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cache, lru_cache
from itertools import chain

from servanda.reading.acts.clause import Sentence, group_of
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.frames import verb_frame
from servanda.reading.acts.governors import governor_of
from servanda.reading.acts.headline_places import placed
from servanda.reading.acts.lexicon import Pattern, lexicon
from servanda.reading.acts.nominal import noun_frame
from servanda.reading.acts.out_of_a_place import crossing_out, left_since
from servanda.reading.acts.pattern_tests import fits
from servanda.reading.acts.phrases import Phrase, hyphened
from servanda.reading.acts.slots import Frame, is_time
from servanda.reading.acts.told_nouns import is_a_text
from servanda.reading.frozen import dataclass
from servanda.reading.modality.of_anybody import of_one


@dataclass(frozen=True, slots=True)
class Trigger:
    """An act at token `at`; `words` are the tokens that carry it."""

    pattern: Pattern
    frame: Frame
    words: tuple[int, ...]

    @property
    def at(self) -> int:
        """The token that carries the act."""
        return self.frame.at


def find_triggers(sentence: Sentence) -> list[Trigger]:
    """All triggers of a sentence, in order."""
    found: list[Trigger] = []
    taken: set[int] = set()
    for i, token in enumerate(sentence.doc):
        trigger = _verb_trigger(sentence, i) if i in sentence.verbs else None
        if trigger is None and (_may_be_noun(token.lower_) or (i > 1 and sentence.doc[i - 1].text == "-")):
            trigger = _noun_trigger(sentence, i)
        if trigger is not None and not trigger.pattern.skip and not (i in sentence.verbs and of_one(sentence, i)):
            found.append(trigger)
            taken.update(trigger.words)
    if (head := placed(sentence)) is not None and taken.isdisjoint(head[2]):
        found.insert(0, Trigger(*head))
    return [t for t in found if not _inside_another(sentence, t, found)]


def _inside_another(sentence: Sentence, trigger: Trigger, found: list[Trigger]) -> bool:
    """The 'fire' of 'opened fire', the 'withdrawal' of 'extended the withdrawal' are words of another act; so are the
    'offensive' of 'suspended offensive operations', the 'cessation' of 'honoured the cessation of hostilities' and the
    reinforcements that were withdrawn."""
    others = [o for o in found if o is not trigger]
    gone = [o.frame for o in others if o.pattern.act == "withdraw"]
    if trigger.pattern.act == "remain" and any(left_since(sentence, trigger.at, frame) for frame in gone):
        return True
    if any(trigger.at in o.words[1:] for o in others):
        return True
    if sentence.doc[trigger.at].lower_ in _THERE and any(o.pattern.act == "remain" and o.at == trigger.at - 1 for o in others):
        return True  # 'remain stationed'
    phrase = sentence.phrase_of(trigger.at) if trigger.frame.group is None else None
    if phrase is None:
        return False
    if trigger.at != phrase.head and any(phrase.head in o.words[1:] for o in others):
        return True
    over = _OVER.get(trigger.pattern.act, frozenset())
    return any(
        o.pattern.act in over and any(p.head == trigger.at for slot in o.frame.slots.values() for p in slot) for o in others
    )


_OVER = {"cease-fire": frozenset({"comply", "breach-ceasefire", "sign"}), "reinforce": frozenset({"withdraw"})}
"""Acts that a noun tells of, by those that are done to the thing: 'the reinforcements left', 'honoured the truce'."""
_THERE = frozenset(
    {
        "present",
        "stationed",
        "deployed",
        "entrenched",
        "encamped",
        "camped",
        "garrisoned",
        "posted",
        "positioned",
        "active",
        "based",
        "put",
        "dug",
        "quartered",
        "billeted",
        "ensconced",
        "holed",
        "installed",
        "embedded",
        "behind",
    }
)
"""After 'remain', these still tell of being there; other words tell of a quality ('remain missing')."""


def _of_quality(sentence: Sentence, i: int) -> bool:
    """'Badme will remain Ethiopian', 'twelve men remain missing': a word after 'remain' that tells of no place."""
    doc = sentence.doc
    after = next((k for k in range(i + 1, len(doc)) if doc[k].pos_ not in {"ADV", "PART"}), None)
    if after is None or doc[after].lower_ in _THERE or doc[after].head.i != i:
        return False
    return doc[after].dep_ in {"xcomp", "advcl", "ccomp"} and doc[after].pos_ in {"ADJ", "VERB"}


_TIMES = frozenset(
    [
        "weekend",
        "week",
        "day",
        "days",
        "night",
        "month",
        "months",
        "year",
        "years",
        "weeks",
        "hours",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "past",
        "summer",
        "winter",
    ]
)


def _is_something(sentence: Sentence, i: int) -> bool:
    """'Was no party to the deal in Oslo', 'are responsible for the deaths in Kest': what it is, and not where."""
    doc = sentence.doc
    if any(c.dep_ == "expl" for c in doc[i].children):
        return False
    after = next((k for k in range(i + 1, len(doc)) if doc[k].pos_ not in {"ADV", "PART", "PUNCT"}), None)
    if after is not None and doc[after].lower_ in {"behind", "about", "for", "against"}:
        return True  # 'was behind the blast in Kest'
    if after is None or doc[after].pos_ not in {"DET", "ADJ", "NOUN", "PROPN", "VERB", "NUM"} or doc[after].lower_ in _THERE:
        return False
    phrase = sentence.phrase_of(after)
    return phrase is None or phrase.prep is None


def _verb_trigger(sentence: Sentence, i: int) -> Trigger | None:
    best: tuple[float, Pattern, Frame, tuple[int, ...]] | None = None
    frames: dict[tuple[str, ...], tuple[tuple[int, ...], Frame] | None] = {}
    for lemma in _verbs_of(sentence.doc[i].lower_):
        quality = lemma in {"remain", "stay"} and _of_quality(sentence, i)
        for pattern in _candidates(sentence, lemma):
            if best is not None and pattern.weight < best[0]:
                break
            stays = pattern.act == "remain" and not pattern.particles and not pattern.nouns  # no 'remain under:control'
            if quality and stays:
                continue
            if lemma == "be" and stays and _is_something(sentence, i):
                continue
            particles = pattern.particles
            if particles and not sentence.words.issuperset(particles):
                continue
            if particles not in frames:
                particle_at = _particles(sentence, i, particles) if particles else ()
                frames[particles] = None if particle_at is None else (particle_at, _framed(sentence, i, particles, particle_at))
            framed = frames[particles]
            if framed is None or not pattern.slots <= framed[1].slots.keys():
                continue
            particle_at, frame = framed
            if pattern.sort == "predicate" and _is_passive(sentence, particle_at):
                continue
            words = fits(sentence, pattern, frame)
            if words is not None and (best is None or pattern.weight > best[0]):
                best = (pattern.weight, pattern, frame, (i, *particle_at, *words))
    if best is None:
        return None
    out = crossing_out(sentence, best[1], best[2])
    return Trigger(*(out or best[1:3]), best[3])


def _framed(sentence: Sentence, i: int, particles: tuple[str, ...], at: tuple[int, ...]) -> Frame:
    """The frame of a verb; of 'are still stationed in Z' the place is that of the participle."""
    frame = verb_frame(sentence, i, particles)
    for k in at:
        if k in sentence.verbs and k != i:
            for slot, phrases in verb_frame(sentence, k).slots.items():
                if slot not in {"subj", "obj", "iobj", "by"}:
                    frame.slots.setdefault(slot, phrases)
    return frame


@lru_cache(maxsize=16_384)
def _verbs_of(word: str) -> tuple[str, ...]:
    """The verbs of the lexicon that a written word may be."""
    return tuple(dict.fromkeys(lemma for lemma, _ in lexicon().forms.get(word, ())))


def _candidates(sentence: Sentence, lemma: str) -> list[Pattern]:
    """The patterns of a verb, in their order, whose words the sentence has: their first particle, their prepositions before
    a phrase, and a noun for each test that asks for one by its word."""
    shelves = _shelves(lemma)
    nouns, prepositions = sentence.nouns, sentence.prepositions
    there: dict[int, Pattern] = {}
    for particle in ("", *(shelves.keys() & sentence.words)):
        shelf = shelves.get(particle)
        if shelf is None:
            continue
        for number, pattern in chain(shelf.free, *[shelf.by_noun[noun] for noun in shelf.by_noun.keys() & nouns]):
            if pattern.prepositions <= prepositions:
                for asked in pattern.nouns:
                    if nouns.isdisjoint(asked):
                        break
                else:
                    there[number] = pattern
    return [there[number] for number in sorted(there)]


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Patterns of a verb with their numbers in its list: those that ask for no noun by its word, and the others by each
    noun of which they ask for one."""

    free: list[tuple[int, Pattern]] = field(default_factory=list)
    by_noun: dict[str, list[tuple[int, Pattern]]] = field(default_factory=dict)


@cache
def _shelves(lemma: str) -> Mapping[str, _Shelf]:
    """The patterns of a verb by their first particle, '' where they have none."""
    found: dict[str, _Shelf] = {}
    for numbered in enumerate(lexicon().verbs[lemma]):
        particles, nouns = numbered[1].particles, numbered[1].nouns
        shelf = found.setdefault(particles[0] if particles else "", _Shelf())
        if not nouns:
            shelf.free.append(numbered)
        for noun in min(nouns, key=len, default=()):
            shelf.by_noun.setdefault(noun, []).append(numbered)
    return found


def _is_passive(sentence: Sentence, at: tuple[int, ...]) -> bool:
    """'was closed by the Guard', 'was closed to traffic by the Guard' is the verb's own passive, 'is closed' a state."""
    return any(k in sentence.verbs and _by_somebody(sentence, k + 1) for k in at)


def _by_somebody(sentence: Sentence, k: int) -> bool:
    doc = sentence.doc
    for _ in range(3):
        phrase = sentence.phrase_of(k + 1) if k + 1 < len(doc) else None
        if phrase is None or phrase.prep is None or doc[k].lower_ != phrase.prep:
            return False
        if phrase.prep == "by" and not is_time(sentence, phrase):
            return True
        k = phrase.end
    return False


def _particles(sentence: Sentence, i: int, particles: tuple[str, ...]) -> tuple[int, ...] | None:
    """Where the particles of a verb stand: right after it, or after its object; None where one is missing."""
    found: list[int] = []
    doc = sentence.doc
    k = i + 1
    for particle in particles:
        here = _said_to_be(sentence, k, particle)
        if [t.lower_ for t in doc[k : k + 2]] == ["no", "longer"]:
            k += 2  # 'is no longer valid'
        for j in () if here is not None else range(k, min(k + 7, len(doc))):
            if doc[j].lower_ == particle:
                here = j
                break
            in_object = j in sentence.at
            if doc[j].lower_ in {"and", "or", "of"} and j - 1 in sentence.at and j + 1 in sentence.at:
                continue  # 'kept tents and caravans out', 'handed two of the men back'
            if (
                doc[j].text in ",;:."
                or (j in sentence.verbs)
                or (j - k >= 1 and not in_object)
                or (not in_object and doc[j].pos_ not in {"ADV", "PART"})
                or doc[j].lower_ == "to"
            ):
                break
        if here is None or _is_preposition(sentence, i, here):
            return None
        found.append(here)
        k = here + 1
    return tuple(found)


def _is_preposition(sentence: Sentence, i: int, at: int) -> bool:
    """'took both villages over the weekend': an object stands before, a time after."""
    nxt = sentence.phrase_of(at + 1) if at + 1 < len(sentence.doc) else None
    return (
        at > i + 1 and nxt is not None and nxt.prep == sentence.doc[at].lower_ and sentence.doc[nxt.head].lower_ in _TIMES
    ) or (nxt is not None and sentence.doc[at].lower_ == "on" and nxt.prep == "on" and is_time(sentence, nxt))


def _noun_trigger(sentence: Sentence, i: int) -> Trigger | None:
    token = sentence.doc[i]
    lex = lexicon()
    lemmas = _nouns_of(token.lower_)
    if i > 1 and sentence.doc[i - 1].text == "-" and (whole := hyphened(sentence.doc, i)) is not None:
        lemmas = tuple(sorted({*(() if whole.startswith("cease-") else lemmas), *_nouns_of(whole)}))
    options = [p for lemma in lemmas for p in lex.nouns[lemma]]
    options += _gerunds(sentence, i)
    if not options:
        return None
    if token.i in sentence.verbs and not (
        token.lower_.endswith("ing") and token.i and sentence.doc[i - 1].pos_ in {"DET", "ADJ"}
    ):
        return None
    if token.pos_ not in {"NOUN", "PROPN", "VERB", "ADJ", "X"} and not token.is_alpha:
        return None
    phrase = sentence.phrase_of(i)
    if phrase is None or _names_a_body(sentence, phrase) or _of_line(sentence, phrase) or is_a_text(sentence, i):
        return None
    if any(m.start <= sentence.offset + token.idx < m.end and m.kind in {"actor", "zone", "person"} for m in phrase.mentions):
        return None
    frame = noun_frame(sentence, i, phrase, governor_of(sentence, i, None))
    best: tuple[int, Pattern, tuple[int, ...]] | None = None
    for pattern in options:
        before = pattern.before
        if pattern.sort != "noun" and _particles_after(sentence, i, pattern.particles) is None:
            continue
        if before and not _before(sentence, i, before):
            continue
        if not pattern.slots <= frame.slots.keys():
            continue
        words = fits(sentence, pattern, frame)
        if words is not None and (best is None or pattern.weight > best[0]):
            best = (pattern.weight, pattern, (i, *range(i - len(before), i), *words))
    if best is None or (phrase.head != i and not best[1].before and not _modifies_event(sentence, i, phrase.head)):
        return None
    return Trigger(best[1], frame, best[2])


_BODIES = frozenset(
    ["team", "teams", "mechanism", "mission", "committee", "commission", "body", "group", "unit", "centre", "center"]
)


def _names_a_body(sentence: Sentence, phrase: Phrase) -> bool:
    """The 'monitoring' of 'a monitoring and verification team': only what the team is for."""
    for other in sentence.all_of(phrase)[1:]:
        bare = (
            other.prep is None
            and other.end - other.start > 1
            and sentence.doc[other.start].pos_ in {"NOUN", "VERB", "PROPN", "ADJ"}
        )
        if other.start > phrase.start and bare and sentence.doc[other.head].lower_ in _BODIES:
            return True
    return False


def _of_line(sentence: Sentence, phrase: Phrase) -> bool:
    """'The line of separation of the forces' is a line."""
    return phrase.prep == "of" and phrase.start > 1 and sentence.doc[phrase.start - 2].lower_ in {"line", "lines"}


@lru_cache(maxsize=16_384)
def _nouns_of(word: str) -> tuple[str, ...]:
    """The nouns of the lexicon that a written word may be."""
    return tuple(sorted(noun_lemmas(word) & lexicon().nouns.keys()))


@lru_cache(maxsize=16_384)
def _may_be_noun(word: str) -> bool:
    """Whether a written word may carry an act as a noun; so most words are told at once."""
    return word.endswith("ing") or bool(_nouns_of(word))


def _gerunds(sentence: Sentence, i: int) -> list[Pattern]:
    """'The handing over of weapons': the verb's own patterns, with what follows 'of' as its object."""
    doc, lex = sentence.doc, lexicon()
    if not doc[i].lower_.endswith("ing") or not i or doc[i - 1].pos_ not in {"DET", "ADJ", "PRON", "PART"}:
        return []
    found = [lemma for lemma, tag in lex.forms.get(doc[i].lower_, ()) if tag == "ing"]
    return [p for lemma in found for p in lex.verbs[lemma] if any(slot == "o" for slot, _ in p.tests)]


def _said_to_be(sentence: Sentence, k: int, particle: str) -> int | None:
    """'Declared the truce with X to be over': what it is said to be, behind a copula."""
    for j in range(k, min(k + 8, len(sentence.doc) - 2)):
        if sentence.doc[j].text in ",;:." or (j in sentence.verbs and sentence.doc[j].lower_ != "be"):
            return None
        if [t.lower_ for t in sentence.doc[j : j + 3]] == ["to", "be", particle]:
            return j + 2
    return None


def _particles_after(sentence: Sentence, i: int, particles: tuple[str, ...]) -> tuple[int, ...] | None:
    words = [t.lower_ for t in sentence.doc[i + 1 : i + 1 + len(particles)]]
    return tuple(range(i + 1, i + 1 + len(particles))) if words == list(particles) else None


def _before(sentence: Sentence, i: int, before: tuple[str, ...]) -> bool:
    return i >= len(before) and all(b in noun_lemmas(sentence.doc[i - len(before) + n].text) for n, b in enumerate(before))


def _modifies_event(sentence: Sentence, i: int, head: int) -> bool:
    """'withdrawal deadline' is no withdrawal; 'withdrawal process' and 'shelling incident' are."""
    return sentence.doc[head].lower_ in {"process", "incident", "incidents", "operation", "operations", "campaign"} and head > i


__all__ = ["Trigger", "find_triggers", "group_of"]
