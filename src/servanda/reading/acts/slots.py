"""The slots of a frame, and what fills them to the right of a verb.

Invariant: every phrase in a slot is a phrase of the sentence; times are no objects.
"""

from __future__ import annotations

import re
from dataclasses import field

from servanda.reading.acts.amount_words import past_hedge
from servanda.reading.acts.clause import Governor, Group, Sentence
from servanda.reading.acts.date_words import DATE_WORDS, ends_clock
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.lexicon import of_classes
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.verbs import BE, tags_of
from servanda.reading.frozen import dataclass

_STOP_WORDS = frozenset(
    {
        "that",
        "if",
        "whether",
        "because",
        "while",
        "when",
        "although",
        "though",
        "which",
        "who",
        "whose",
        "where",
        "whereas",
        "but",
        "so",
        "unless",
        "as",
        "what",
    }
)
_STOP_MARKS = frozenset({";", ":", "—", "–", "--", "”", '"', "(", ")", "-"})


@dataclass(slots=True)
class Frame:
    """Slots of a trigger at token `at`: 'subj', 'obj', 'iobj' or a preposition; `end` is the token after its last."""

    at: int
    group: Group | None
    governor: Governor | None
    slots: dict[str, list[Phrase]] = field(default_factory=dict)
    end: int = 0
    complement: int | None = None

    def first(self, slot: str) -> Phrase | None:
        """The first phrase of a slot."""
        found = self.slots.get(slot)
        return found[0] if found else None

    def add(self, slot: str, phrase: Phrase) -> None:
        """Put a phrase in a slot unless it is there."""
        here = self.slots.setdefault(slot, [])
        if phrase not in here:
            here.append(phrase)


def is_time(sentence: Sentence, phrase: Phrase) -> bool:
    word = sentence.doc[phrase.head].lower_
    if word in _PARTS_OF_DAY and sentence.doc[phrase.start].lower_.endswith("day"):
        return True  # 'Monday evening'
    if phrase.prep == "of" and word in _PARTS_OF_DAY and sentence.doc[phrase.start].lower_ in {"last", "this"}:
        return True  # 'as of last night'
    if phrase.prep == "by" and (word in _PARTS_OF_DAY or word == "dawn"):
        return True  # 'by the morning all had been taken out'
    return (
        (word[:3] in DATE_WORDS and word[:3] != "may" and not phrase.mentions)
        or (sentence.doc[phrase.head].pos_ == "NUM" and not _counts(sentence, phrase))
        or word in {"may", "day", "week", "month", "year", "deadline", "noon", "midnight", "dawn", "tomorrow", "today", "end"}
        or word in {"yesterday", "tonight", "overnight"}
        or ends_clock(sentence.doc, phrase.start, phrase.end)
        or (word[:1].isdigit() and word[-2:] in {"st", "nd", "rd", "th"})  # 'by the 20th'
    )


def is_account(sentence: Sentence, by: Phrase) -> bool:
    """'By the report of X the road was opened': no report opens roads."""
    return sentence.doc[by.head].lower_ in {"report", "reports", "account", "accounts", "word", "data", "information"}


_WAYS = frozenset(
    [
        *["land", "air", "sea", "water", "river", "road", "rail", "boat", "bus", "train", "truck", "plane", "foot", "force"],
        *["hand", "night", "day", "mistake", "accident", "surprise", "law", "decree", "phone", "consensus"],
    ]
)


def is_way(sentence: Sentence, by: int) -> bool:
    """'Attacked by land and by air', 'left by boat', 'shot by mistake': how it is done, and nobody who does it; `by` is the
    preposition."""
    doc = sentence.doc
    if by + 1 >= len(doc) or doc[by].lower_ != "by" or doc[by + 1].lower_ not in _WAYS:
        return False
    return by + 2 >= len(doc) or doc[by + 2].pos_ not in {"NOUN", "PROPN", "ADJ"}


def no_agent(sentence: Sentence, by: Phrase) -> bool:
    """'By Monday', 'by five days', 'by the report of X', 'by land': nobody who does it."""
    told = is_time(sentence, by) or is_length_of_time(sentence, by) or is_account(sentence, by)
    return told or (by.start > 0 and is_way(sentence, by.start - 1))


LENGTHS = frozenset(f"{w}{n}" for w in ("minute", "hour", "day", "week", "fortnight", "month", "year") for n in ("", "s"))


def is_length_of_time(sentence: Sentence, phrase: Phrase) -> bool:
    """'Extended by five days': the days extend nothing."""
    return sentence.doc[phrase.head].lower_ in LENGTHS


_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})


_YEAR = re.compile(r"(?:19|20)\d\d")


def _counts(sentence: Sentence, phrase: Phrase) -> bool:
    """'40 of its 300 rifles', 'twelve went home and fourteen remained', '120 were freed and 80 are held'."""
    word = sentence.doc[phrase.head]
    if phrase.prep is None and word.dep_[:5] == "nsubj" and (word.text.isalpha() or not _YEAR.fullmatch(word.text)):
        return True
    return phrase.end < len(sentence.doc) and sentence.doc[phrase.end].lower_ == "of"


def complements(sentence: Sentence, frame: Frame, i: int, particles: tuple[str, ...]) -> list[Phrase]:
    """Fill the prepositional slots from the words right of the verb; return the phrases without preposition."""
    doc = sentence.doc
    direct: list[Phrase] = []
    k = i + 1
    seen_prep = False
    while k < len(doc):
        token = doc[k]
        phrase = sentence.phrase_of(k)
        if phrase is not None:
            prep = phrase.prep
            if prep is None and (direct or frame.slots.get("of")) and opens_relative(sentence, phrase):
                break
            if (
                prep in particles
                and any(doc[j].lower_ == prep for j in range(i + 1, phrase.start))
                and not direct
                and prep not in {"from", "to", "of", "for", "on", "at", "into"}
            ):
                prep = None
            if prep is None and phrase.joined is not None and (direct or frame.slots):
                pass
            elif prep is None and seen_prep and not direct and _given(sentence, i, phrase):
                direct.append(phrase)
            elif prep is None and not seen_prep:
                bare = phrase.end - phrase.start == 1 and doc[phrase.head].dep_ == "obl:unmarked"  # 'shelled Kest hours later'
                measure = bool(direct) and (bare or doc[phrase.head].lower_ in _MEASURED)
                measure |= [t.lower_ for t in doc[phrase.end : phrase.end + 2]] == ["of", "times"]
                clock = doc[phrase.head].lower_ in {"hours", "hrs"} and doc[phrase.start - 1].text[:1].isdigit()
                measure |= clock  # 'at 12:00 hours'
                measure |= doc[phrase.head].lower_ in {"times", "twice"}  # 'was violated 12 times by X'
                that = any(t.lower_ in _THAT for t in doc[phrase.start : phrase.head])
                measure |= that and doc[phrase.head].lower_ in _PARTS_OF_DAY  # 'was shot that night'
                later = phrase.end < len(doc) and doc[phrase.end].lower_ in _LATER
                measure |= later and (is_time(sentence, phrase) or is_length_of_time(sentence, phrase))
                measure |= is_time(sentence, phrase) and any(t.lower_ in _WHICH_DAY for t in doc[phrase.start : phrase.head])
                further = any(t.lower_ in _FURTHER for t in doc[phrase.start : phrase.head])  # 'gave X another week'
                lasts = doc[phrase.head].lower_ in {"day", "month", "week", "year", "fortnight"} and (not direct or further)
                if (
                    not measure
                    and (not is_time(sentence, phrase) or lasts)
                    and not (phrase.end - phrase.start == 1 and doc[phrase.head].lower_ in _OUTCOMES)
                    and not (phrase.end - phrase.start == 1 and doc[phrase.head].lower_ in particles)
                    and not (doc[i].lower_ in BE and doc[phrase.head].lower_ == "present")
                ):
                    direct.append(phrase)
            elif prep is not None:
                if not (prep == "by" and _of_the_noun_before(sentence, phrase)) and not _where_it_was(sentence, phrase):
                    frame.add(prep, phrase)
                seen_prep = seen_prep or (prep not in {"of"} and not is_time(sentence, phrase))
            k = phrase.end
            frame.end = k
            continue
        low = token.lower_
        if k == i + 1 and doc[i].lower_ in _REMAINS and k + 1 < len(doc) and doc[k + 1].lower_ == "by":
            k += 1  # 'remains occupied by X'
            continue
        if k == i + 1 and low in particles:
            k += 1  # 'let go all the soldiers'
            continue
        if k in sentence.verbs and low not in BE:
            if k > 0 and (doc[k - 1].lower_ == "to" or low.endswith("ing")) and frame.complement is None:
                frame.complement = k
            break
        if low == "be" and doc[k - 1].lower_ == "to" and k + 1 in sentence.verbs and frame.complement is None:
            frame.complement = k + 1  # 'asked for the deadline to be put off'
        if low in BE or low in _STOP_WORDS or token.text in _STOP_MARKS:
            break
        if low == "whom" and direct:
            break  # 'holds 18 men whom it suspects'
        if token.dep_ == "mark" and low in {"after", "before", "since", "until", "till", "once"}:
            break
        if token.text == "," and not _continues(sentence, k):
            break
        if low in {"and", "or"} and not _continues(sentence, k):
            break
        k += 1
    for child in doc[i].children:
        phrase = sentence.phrase_of(child.i)
        if phrase is None or abs(child.i - i) > 25 or _names_a_source(sentence, phrase):
            continue
        if child.dep_ in {"obl", "obl:agent", "nmod"} and phrase.prep and not any(phrase in v for v in frame.slots.values()):
            frame.add(phrase.prep, phrase)
            if child.i > i:
                frame.end = max(frame.end, phrase.end)
        elif child.dep_ == "obj" and child.i > i and not direct and phrase.prep is None:
            direct.append(phrase)
            frame.end = max(frame.end, phrase.end)
    return direct


def _given(sentence: Sentence, verb: int, what: Phrase) -> bool:
    """The arms of 'hand over to the mission all arms': what is given stands behind who is given it."""
    to = sentence.phrase_of(what.start - 1)
    gives = sentence.doc[verb].lemma_.lower() in {"hand", "give", "deliver", "return", "transfer", "submit", "surrender"}
    first = sentence.doc[what.start]
    determined = first.pos_ in {"DET", "NUM", "PRON"} or first.lower_ in {"all", "its", "their"}
    return gives and determined and to is not None and to.prep == "to" and not is_time(sentence, what)


def _names_a_source(sentence: Sentence, phrase: Phrase) -> bool:
    """'According to a statement, all have left': they left nothing to a statement."""
    return phrase.prep == "to" and phrase.start > 1 and sentence.doc[phrase.start - 2].lower_ == "according"


_FURTHER = frozenset({"another", "more", "further", "extra", "additional"})


_REMAINS = frozenset({"remain", "remains", "remained", "stay", "stays", "stayed"})


def _of_the_noun_before(sentence: Sentence, by: Phrase) -> bool:
    """'Were freed after mediation by elders': the elders mediated, and freed nobody; nor did the army leave 'after the
    seizure of the town by the rebels' by their hand."""
    before = sentence.phrase_of(by.start - 2) if by.start >= 2 else None
    nouns = []
    while before is not None and not is_time(sentence, before):
        nouns.append(sentence.doc[before.head])
        if before.prep != "of" or before.start < 2:
            break
        before = sentence.phrase_of(before.start - 2)
    if before is None or before.prep not in _AFTER or not nouns:
        return False
    if nouns[0].pos_ == "NOUN" and nouns[0].lower_ in _DEALINGS:
        return True
    return before.prep in _BESIDE_IN_TIME and any(
        n.pos_ == "NOUN" and (not of_classes("assault", "process").isdisjoint(noun_lemmas(n.lower_)) or n.lower_ in _DEEDS)
        for n in nouns
    )


def _where_it_was(sentence: Sentence, place: Phrase) -> bool:
    """The 'at X' of 'sent men home after the fighting at X': where the fighting was, and not where the men were sent."""
    before = sentence.phrase_of(place.start - 2) if place.start >= 2 and place.prep in _PLACES else None
    if before is None or before.prep not in _BESIDE_IN_TIME or sentence.doc[before.head].pos_ != "NOUN":
        return False
    named = any(m.kind == "zone" for m in place.mentions)
    return named and before.end == place.start - 1 and not is_time(sentence, before)


_PLACES = frozenset({"in", "at", "near", "around", "outside", "on"})
_BESIDE_IN_TIME = frozenset({"after", "following", "before", "during", "despite", "amid", "upon"})
_DEEDS = frozenset(
    {"capture", "seizure", "takeover", "occupation", "siege", "completion", "surrender", "arrest", "closure", "raids"}
)


_AFTER = frozenset({"after", "following", "before", "during", "despite", "under", "amid", "with", "through", "for", "in", "on"})
_DEALINGS = frozenset(
    [
        *["mediation", "talks", "negotiations", "negotiation", "intervention", "pressure", "efforts", "effort", "appeals"],
        *["appeal", "visit", "request", "requests", "demand", "demands", "warning", "warnings", "criticism", "protests"],
        *["protest", "condemnation", "inspection", "inspections", "investigation", "calls", "call", "report", "reports"],
        *["supervision", "escort", "persuasion", "arbitration", "assurances", "guarantees", "statement", "visits"],
    ]
)
"""What one does about an act, not the act itself."""


_OUTCOMES = frozenset({"dead", "alive", "free", "unharmed", "wounded"})
_WHICH_DAY = frozenset({"next", "following", "same", "previous", "last"})
"""'Were detained on Sunday and freed the next day'."""
_THAT = frozenset({"that", "this", "last", "same", "next"})
_LATER = frozenset({"after", "before", "later", "earlier", "ago"})
_MEASURED = frozenset(
    [
        "times",
        "time",
        "morning",
        "evening",
        "afternoon",
        "night",
        "weekend",
        "kilometres",
        "kilometers",
        "km",
        "miles",
        "metres",
    ]
)


def _continues(sentence: Sentence, k: int) -> bool:
    """After a comma or 'and' at k the list of phrases goes on, or a further 'from …' of the same verb follows."""
    if k + 1 >= len(sentence.doc):
        return False
    nxt = past_hedge(sentence.doc, k + 1)
    if [t.lower_ for t in sentence.doc[nxt + 1 : nxt + 3]] in (["of", "them"], ["of", "whom"], ["of", "which"]):
        return False  # 'freed 90 prisoners, most of them women': what they are
    phrase = sentence.phrase_of(nxt)
    if phrase is not None and phrase.joined is not None and phrase.prep is None:
        end = sentence.all_of(phrase)[-1].end
        return not ((end < len(sentence.doc) and end in sentence.verbs) or _aux_at(sentence, end))
    if sentence.doc[nxt].lower_ in {"from", "in", "to", "near", "including", "and", "between"}:
        after = sentence.phrase_of(nxt + 1)
        return after is not None
    return False


def _aux_at(sentence: Sentence, k: int) -> bool:
    return k < len(sentence.doc) and sentence.doc[k].pos_ == "AUX"


_SUBJECTS = frozenset({"it", "he", "she", "they", "we", "i"})


def opens_relative(sentence: Sentence, phrase: Phrase) -> bool:
    """'freed 35 of the prisoners it holds', 'the post the rebels had taken': no object, but whose verb follows."""
    at = phrase.end
    if at >= len(sentence.doc) or not (at in sentence.verbs or sentence.doc[at].pos_ == "AUX"):
        return False
    if not phrase.start or sentence.phrase_of(phrase.start - 1) is None:
        return False
    verb = next(
        (k for k in range(at, min(at + 4, len(sentence.doc))) if k in sentence.verbs and sentence.doc[k].pos_ != "AUX"), at
    )
    if sentence.doc[phrase.head].lower_ in _SUBJECTS or sentence.doc[verb].dep_ == "acl:relcl":
        return True
    by = sentence.doc[verb + 1].lower_ if verb + 1 < len(sentence.doc) else ""
    past = any(tag == "past" for _, tag in tags_of(sentence.doc[verb].lower_))
    return sentence.doc[verb].dep_ == "acl" and past and by != "by" and sentence.doc[phrase.start].lower_ == "the"
