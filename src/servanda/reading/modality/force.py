"""Modality and polarity of a word: its own verb group, then every governor above it, from within outwards.

Invariant: the answer is one modality and one polarity; what no rule covers is `completed` where the words assert it.
The effects of governors follow the implicative and factive signatures described by Karttunen (1971) and by Nairn,
Condoravdi and Karttunen (2006): 'failed to' turns the truth over, 'managed to' keeps it, 'promised to' leaves it open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from servanda.reading.acts.clause import BE, HAVE, Governor, Group, Sentence, group_of
from servanda.reading.acts.governors import HOST, governor_of
from servanda.reading.acts.phrases import Phrase
from servanda.reading.claim import Modality, Polarity
from servanda.reading.modality.lexicon import modality_lexicon

_REAL = frozenset({"completed", "under-way"})


@dataclass(frozen=True, slots=True)
class Force:
    """What the text says of an act. `bare`: the form itself asserts nothing ('to leave', 'withdrawal').

    `speech` is the lemma of the governor that gave the modality; `whole` that it was said to be complete; `begun`
    that it was said to have begun or to go on; `past` that the verb is in a past tense; `reaches_back` that the
    words reach back from the day of speaking ('still', 'has not', 'to this day').
    """

    modality: Modality = "completed"
    polarity: Polarity = "affirmed"
    bare: bool = False
    speech: str | None = None
    speech_at: int | None = None
    whole: bool = False
    begun: bool = False
    past: bool = False
    present: bool = False
    future: bool = False
    reaches_back: bool = False
    conditional: bool = False


def force_of(sentence: Sentence, at: int, *, state: bool = False, telic: bool = True, verbal: bool = True, performative: bool = False,
             subject: Phrase | None = None, governor: Governor | None = None) -> Force:  # fmt: skip
    """The force of the act at token `at`. `state`: an act that lasts (remain); `telic`: one that ends in a result
    (withdraw), so that to be doing it is not to have done it; `performative`: one done by saying so (extend)."""
    group = group_of(sentence, at) if verbal else None
    if group is not None and (first := _shares_auxiliary(sentence, at, group)) is not None:
        shared = force_of(sentence, first, state=state, telic=telic, performative=performative, subject=subject)
        return shared
    own = _own(sentence, at, group, state, telic, subject)
    above = governor if governor is not None else governor_of(sentence, at, group)
    result = _through(sentence, own, above, group, telic, performative, 0, at)
    result = _surroundings(sentence, at, result, group)
    if state and result.modality == "completed":
        result = replace(result, modality="under-way")
    return result


def _shares_auxiliary(sentence: Sentence, at: int, group: Group) -> int | None:
    """'to leave and hand over', 'will leave and hand over': the verb whose auxiliary or 'to' the bare one shares."""
    token = sentence.doc[at]
    head = token.head
    if (
        token.dep_ != "conj"
        or group.words
        or group.infinitive
        or group.tag != "base"
        or head.i >= at
        or head.i not in sentence.verbs
    ):
        return None
    if any(c.dep_ in {"nsubj", "nsubj:pass"} for c in token.children):
        return None
    other = group_of(sentence, head.i)
    return head.i if other.infinitive or other.words else None


def _imperative(sentence: Sentence, at: int, group: Group) -> bool:
    """A bare verb that opens its sentence and has no subject: an order or a plea."""
    token = sentence.doc[at]
    if (
        group.tag != "base"
        or group.infinitive
        or set(group.words) - {"do", "not", "n't", "n’t", "never", "please", "just", "also", "then", "so"}
    ):
        return False
    if any(c.dep_ in {"nsubj", "nsubj:pass", "csubj", "expl"} and c.i < at for c in token.children):
        return False
    k = group.start - 1
    while k >= 0 and (
        sentence.doc[k].is_punct
        or sentence.doc[k].lower_
        in {"please", "and", "but", "so", "then", "just", "now", "do", "not", "n't", "never", "either", "or"}
    ):
        k -= 1
    return k < 0 and sentence.segment != "headline"


def _own(sentence: Sentence, at: int, group: Group | None, state: bool, telic: bool, subject: Phrase | None) -> Force:
    if group is None:
        negated = _no_before(sentence, at)
        return Force(bare=True, polarity="negated" if negated else "affirmed")
    negative = group.negated or _negative_subject(sentence, at, subject)
    if _negative_object(sentence, at):
        negative = not negative
    polarity: Polarity = "negated" if negative else "affirmed"
    words = group.words
    lexicon = modality_lexicon()
    base = Force(polarity=polarity)
    if group.infinitive:
        k = group.start - 1
        while k >= 0 and sentence.doc[k].lower_ in {"not", "also", "now", "still", "already", "both", "n't", "all"}:
            k -= 1
        low = sentence.doc[k].lower_ if k >= 0 else ""
        if low == "yet":
            return replace(base, polarity="negated", reaches_back=True)
        if low in BE and low not in {"being"}:
            past = low in {"was", "were"}
            if sentence.doc[k + 1].lower_ in {"not", "n't"}:
                base = replace(base, polarity="negated")
            return replace(base, modality="required" if past else "announced", past=past, future=not past)
        if low in HAVE:
            return replace(base, modality="required")
        return replace(base, bare=True)
    modal = next((lexicon.auxiliaries[w] for w in words if w in lexicon.auxiliaries), None)
    if modal == "announced":
        return replace(
            base,
            modality="refused" if negative else "announced",
            polarity="affirmed" if negative else polarity,
            future=True,
        )
    if modal == "required":
        if group.perfect and any(w in {"should", "ought"} for w in words):
            return replace(base, modality="required")
        return replace(base, modality="required")
    if modal == "possible":
        would = any(w in {"would", "'d", "’d"} for w in words)
        if would and not group.perfect and _reported(sentence, at, group):
            return replace(
                base,
                modality="refused" if negative else "announced",
                polarity="affirmed" if negative else polarity,
                future=True,
            )
        if any(w in {"could", "can", "ca", "cannot"} for w in words) and negative:
            return replace(base, modality="completed" if "could" in words else "possible", polarity="negated")
        return replace(base, modality="possible")
    if _imperative(sentence, at, group):
        return replace(base, modality="requested", future=True)
    still = any(w == "still" for w in words)
    if group.progressive:
        past = any(w in {"was", "were"} for w in words) or "had" in words
        going = (
            sentence.doc[at].lower_ == "going" and at + 1 < len(sentence.doc) and sentence.doc[at + 1].lower_ == "to"
        )
        if going:
            return replace(base, modality="announced", future=True)
        perfect = any(w in HAVE for w in words)
        modality: Modality = "under-way" if telic or not (past or perfect) else "completed"
        if not telic:
            modality = "completed" if past or perfect else "under-way"
        return replace(
            base, modality=modality, past=past, present=not past, begun=True, reaches_back=perfect or still
        )
    if group.tag == "ing":
        return replace(base, bare=True)
    if group.perfect:
        present = any(w in {"has", "have", "'ve", "’ve", "'s", "’s"} for w in words)
        return replace(base, past=True, reaches_back=present and negative)
    if group.tag in {"past", "pp"}:
        does_now = bool({"is", "are", "'s", "’s"} & set(words)) and group.passive
        if does_now:
            return replace(base, present=True, modality="completed")
        return replace(base, past=True)
    if {"did"} & set(words):
        return replace(base, past=True)
    if state:
        return replace(base, modality="under-way", present=True, reaches_back=True)
    if negative and {"do", "does"} & set(words):
        return replace(base, present=True)
    return replace(base, present=True)


def _reported(sentence: Sentence, at: int, group: Group) -> bool:
    """'would' that reports 'will': its clause hangs on a word of saying, agreeing or promising."""
    governor = governor_of(sentence, at, group)
    return (
        governor is not None
        and governor.cue.sort in {"verbs", "nouns"}
        and governor.cue.effect in {"pass", "promised", "announced", "performed", "refused", "required"}
    )


def _no_before(sentence: Sentence, at: int) -> bool:
    phrase = sentence.phrase_of(at)
    return phrase is not None and sentence.doc[phrase.start].lower_ in {"no", "neither", "zero"}


def _negative_subject(sentence: Sentence, at: int, subject: Phrase | None) -> bool:
    if subject is None:
        return False
    doc = sentence.doc
    first = doc[subject.start].lower_
    before = doc[subject.start - 1].lower_ if subject.start else ""
    if first in {"no", "neither", "nobody", "none", "nothing", "nor"} or before in {"no", "neither", "nor"}:
        return True
    if before == "not" or first == "not":
        nxt = doc[subject.start].lower_ if before == "not" else doc[subject.start + 1].lower_
        return nxt in {"a", "one", "any", "single", "all", "every"}
    if before == "of" and subject.start >= 2 and doc[subject.start - 2].lower_ in {"none", "neither"}:
        return True
    return False


def _negative_object(sentence: Sentence, at: int) -> bool:
    doc = sentence.doc
    for k in range(at + 1, min(at + 3, len(doc))):
        if doc[k].lower_ in {"no", "neither", "nothing", "none", "nobody"}:
            nxt = doc[k + 1].lower_ if k + 1 < len(doc) else ""
            return nxt not in {"longer", "later", "less", "fewer", "more", "sooner", "matter", "doubt"}
        if doc[k].pos_ not in {"ADP", "ADV", "PART"}:
            return False
    return False


def _through(
    sentence: Sentence,
    own: Force,
    governor: Governor | None,
    group: Group | None,
    telic: bool,
    performative: bool,
    depth: int,
    at: int,
) -> Force:
    """Carry a force through its governors."""
    if governor is None or depth > 6:
        if own.bare and group is not None and group.infinitive:
            return _loose_infinitive(sentence, own, group, at)
        if own.bare and group is not None and group.tag == "ing":
            return _participial(sentence, own, at)
        if own.bare and group is None:
            return _bare_noun(sentence, own, at, telic)
        return own
    g_group = group_of(sentence, governor.token) if governor.token in sentence.verbs else None
    g_own = _governor_own(sentence, governor, g_group)
    upper = governor_of(sentence, governor.token, g_group) if governor.cue.lemma != "without" else None
    if upper is not None and upper.token == at:
        upper = None
    above = _through(sentence, g_own, upper, g_group, True, False, depth + 1, governor.token)
    return _apply(sentence, governor, above, own, telic, performative)


def _governor_own(sentence: Sentence, governor: Governor, group: Group | None) -> Force:
    if group is not None:
        found = _own(sentence, governor.token, group, False, True, None)
        subject = _subject_phrase(sentence, governor.token, group)
        if governor.relation != "subj" and _negative_subject(sentence, governor.token, subject):
            found = replace(found, polarity="negated")
        if found.modality in _REAL and _conditional(sentence, governor.token, group.start):
            found = replace(found, modality="possible", conditional=True)
        return found
    if governor.cue.sort == "nouns":
        return Force(polarity="negated" if _no_before(sentence, governor.token) else "affirmed", bare=False)
    k = governor.token - 1
    words = []
    while k >= 0 and (sentence.doc[k].pos_ in {"AUX", "ADV", "PART"} or sentence.doc[k].lower_ in BE):
        words.append(sentence.doc[k].lower_)
        k -= 1
    negative = any(w in {"not", "n't", "n’t", "never", "no"} for w in words) and "longer" not in words
    modal = next((modality_lexicon().auxiliaries[w] for w in words if w in modality_lexicon().auxiliaries), None)
    base = Force(polarity="negated" if negative else "affirmed", past=bool({"was", "were"} & set(words)))
    return replace(base, modality=modal) if modal in {"possible", "required"} else base  # type: ignore[arg-type]


def _subject_phrase(sentence: Sentence, at: int, group: Group) -> Phrase | None:
    k = group.start - 1
    return sentence.phrase_of(k) if k >= 0 else None


def _loose_infinitive(sentence: Sentence, own: Force, group: Group, at: int) -> Force:
    """An infinitive under no cue: a headline's 'Troops to leave' is an announcement, a purpose is only possible."""
    k = group.start - 1
    verb_before = any(j in sentence.verbs for j in range(max(group.start, 0)))
    if k >= 0 and sentence.phrase_of(k) is not None and not verb_before:
        return replace(own, modality="announced", bare=False, future=True)
    return replace(own, modality="possible", bare=False)


def _participial(sentence: Sentence, own: Force, at: int) -> Force:
    """A participle under no cue takes after the clause it hangs on where that clause is not real."""
    head = sentence.doc[at].head
    if (
        head.i != at
        and head.i in sentence.verbs
        and sentence.doc[at].dep_ in {"advcl", "conj", "acl", "xcomp", "ccomp"}
    ):
        g = group_of(sentence, head.i)
        if g.tag != "ing" or g.progressive:
            host = _own(sentence, head.i, g, False, True, None)
            if host.modality not in _REAL and host.modality != "refused":
                return replace(own, modality=host.modality, bare=False)
    return replace(own, bare=False, begun=True)


_BEFORE_NOUN = {"after": "completed", "following": "completed", "since": "completed", "despite": "completed", "during": "completed", "amid": "completed", "in": "completed",
                "before": "possible", "until": "possible", "till": "possible", "pending": "possible", "for": "possible", "about": "possible", "on": "possible", "to": "possible", "with": "possible", "without": "possible", "under": "possible"}  # fmt: skip


def _bare_noun(sentence: Sentence, own: Force, at: int, telic: bool) -> Force:
    phrase = sentence.phrase_of(at)
    if phrase is None:
        return replace(own, bare=False)
    first = sentence.all_of(phrase)[0]
    if telic and first.prep is None:
        alone = sentence.segment == "headline" or not any(t.pos_ in {"VERB", "AUX"} for t in sentence.doc)
        return replace(own, modality="completed" if alone else "possible", bare=False)
    modality = _BEFORE_NOUN.get(first.prep or "", "possible" if telic else "completed")
    return replace(own, modality=modality, bare=False)  # type: ignore[arg-type]


def _apply(
    sentence: Sentence, governor: Governor, above: Force, own: Force, telic: bool, performative: bool
) -> Force:
    effect = governor.cue.effect
    lemma = governor.cue.lemma
    negative = above.polarity == "negated"
    open_above = above.modality not in _REAL
    flipped: Polarity = "affirmed" if own.polarity == "negated" else "negated"
    carried = replace(own, bare=False, past=own.past or above.past, present=own.present or (own.bare and above.present),
                      future=own.future or above.future, reaches_back=own.reaches_back or above.reaches_back)  # fmt: skip

    def held(**changes: object) -> Force:
        return replace(carried, **{"speech": own.speech or lemma, "speech_at": governor.token, **changes})  # type: ignore[arg-type]

    if above.modality == "denied":
        return held(modality="denied")
    if effect in {"pass", HOST}:
        if effect == HOST and lemma in BE and governor.relation == "subj":
            return replace(carried, modality=above.modality, polarity=_xor(own.polarity, above.polarity))
        if own.bare and effect == HOST and governor.relation in {"noun", "subj"} and telic and lemma not in BE:
            return held(modality="possible" if not open_above else above.modality, speech=None)
        if own.bare:
            twice = (
                governor.relation in {"noun", "subj"} and own.polarity == "negated"
            )  # 'there was no fighting' is negated once
            polarity = "negated" if twice else _xor(own.polarity, above.polarity)
            return replace(
                carried,
                modality=above.modality,
                polarity=polarity,
                speech=above.speech,
                speech_at=above.speech_at,
                begun=above.begun,
            )
        if (
            governor.relation == "that"
            and open_above
            and own.present
            and above.modality in {"requested", "required", "promised"}
        ):
            return held(modality=above.modality)
        if governor.relation == "that" and negative and not open_above:
            return (
                held(modality="possible")
                if lemma in {"say", "confirm", "prove", "show", "know", "report"}
                else carried
            )
        if (
            governor.relation == "that"
            and above.modality in {"possible"}
            and lemma not in {"say", "tell", "add", "note", "know"}
        ):
            return held(modality="possible")
        if above.modality == "alleged":
            return held(modality="alleged")
        return carried
    if effect == "negate":
        modality: Modality = above.modality if open_above else "completed"
        return held(modality=modality, polarity=own.polarity if negative else flipped)
    if effect == "begun":
        if open_above:
            return held(modality=above.modality, polarity=_xor(own.polarity, above.polarity), speech=above.speech)
        if negative:
            return held(modality="completed", polarity="negated")
        return held(modality="under-way" if telic else "completed", begun=True, speech=None)
    if effect == "finished":
        if open_above:
            return held(modality=above.modality, polarity=_xor(own.polarity, above.polarity), speech=above.speech)
        return held(
            modality="completed" if above.modality == "completed" else "under-way",
            polarity=_xor(own.polarity, above.polarity),
            whole=True,
            speech=None,
        )
    if effect == "stopped":
        if open_above:
            return held(modality=above.modality, polarity=_xor(flipped, above.polarity), speech=above.speech)
        return held(modality="completed", polarity=own.polarity if negative else flipped)
    if effect == "performed":
        if open_above:
            return held(modality=above.modality, polarity=_xor(own.polarity, above.polarity), speech=above.speech)
        if performative:
            return held(modality="completed", polarity=_xor(own.polarity, above.polarity), speech=None)
        allowed = lemma in {"allow", "permit", "let"}
        if negative:
            return held(
                modality="refused" if not allowed else "completed", polarity="affirmed" if not allowed else "negated"
            )
        if own.polarity == "negated":
            return held(modality="refused", polarity="affirmed") if not allowed else held(modality="possible")
        return held(modality="possible" if allowed else "announced")
    if effect in {"promised", "announced"}:
        if effect == "promised" and performative and not open_above and not negative:
            return held(modality="completed", speech=None)
        if negative and not open_above:
            return held(modality="refused", polarity="affirmed")
        if above.modality in {"possible", "alleged", "requested", "required", "refused"}:
            return held(modality=above.modality, speech=above.speech or lemma)
        if own.polarity == "negated" and effect == "announced":
            return held(modality="refused", polarity="affirmed")
        return held(modality=effect)
    if effect == "refused":
        if negative or above.modality in {"possible", "required"}:
            return held(modality="possible")
        if above.modality == "alleged":
            return held(modality="refused")
        return held(modality="refused", polarity=own.polarity)
    if effect == "requested" and above.modality == "refused":
        return held(modality="refused", speech=above.speech, speech_at=above.speech_at)
    if effect == "requested":
        return held(modality="possible" if negative or above.modality == "possible" else "requested")
    if effect == "required":
        if own.modality == "completed" and not own.bare and governor.relation == "that":
            return held(modality="required")
        return held(modality="required", polarity=_xor(own.polarity, above.polarity) if negative and lemma in {"suppose"} else own.polarity) if not negative or lemma == "suppose" \
            else held(modality="possible")  # fmt: skip
    if effect == "denied":
        return held(modality="possible" if negative else "denied")
    if effect == "alleged":
        if not own.bare and own.modality not in _REAL:
            return replace(carried, speech=lemma)
        return held(modality="possible" if negative and lemma != "accuse" else "alleged")
    if effect == "unknown":
        return held(modality="unknown") if not negative else held(modality="possible")
    if effect == "stated":
        return held(modality="possible" if telic else above.modality, speech=None)
    wanting = lemma in {"want", "wish", "like"}
    if negative and wanting and governor.relation == "to":
        return held(modality="refused", polarity="affirmed")
    return held(modality="possible")


def _xor(a: Polarity, b: Polarity) -> Polarity:
    return "negated" if (a == "negated") != (b == "negated") else "affirmed"


def _surroundings(sentence: Sentence, at: int, force: Force, group: Group | None) -> Force:
    """Adverbs, conditions, questions and 'it is not known' around the clause."""
    lexicon = modality_lexicon()
    doc = sentence.doc
    text = doc.text
    unknown = lexicon.unknown.search(text)
    here = doc[at].idx
    if (
        unknown
        and here < unknown.start()
        and re.match(r"\W*(?:how (?:many|much)|whether|who|when|where|what|which|why|how)\b", text, re.IGNORECASE)
        and force.modality in _REAL
    ):
        return replace(force, modality="unknown", polarity="affirmed")
    if (
        unknown
        and unknown.end() <= here
        and force.modality not in {"required"}
        and _reaches(text[unknown.end() : here])
    ):
        return replace(force, modality="unknown", polarity="affirmed")
    start = group.start if group is not None else at
    window = [doc[k].lower_ for k in range(max(0, start - 4), min(len(doc), at + 2))]
    adverb = next((lexicon.adverbs[w] for w in window if w in lexicon.adverbs), None)
    if adverb == "alleged" and force.modality in _REAL:
        force = replace(force, modality="alleged")
    if adverb == "possible" and force.modality in _REAL | {"announced"}:
        force = replace(force, modality="possible")
    if force.modality in _REAL | {"announced", "refused"} and _conditional(sentence, at, start):
        return replace(force, modality="possible", conditional=True)
    if text.rstrip("\"”’' ").endswith("?") and force.modality in _REAL | {"announced", "refused"}:
        return replace(force, modality="possible", conditional=True)
    if any(w in {"still", "yet"} for w in window):
        force = replace(force, reaches_back=True)
    return force


def _reaches(between: str) -> bool:
    """The unknown reaches an act where only its own question stands between ('how many of the units …')."""
    low = between.lower()
    return (
        len(between) < 90
        and not any(mark in between for mark in ";:")
        and any(
            w in f" {low} "
            for w in (
                " whether ",
                " if ",
                " how ",
                " when ",
                " who ",
                " where ",
                " which ",
                " what ",
                " that ",
                " why ",
            )
        )
    )


def _conditional(sentence: Sentence, at: int, start: int) -> bool:
    """The act stands in a clause opened by 'if', 'unless', 'until', 'before' that no comma has closed."""
    doc = sentence.doc
    for k in range(start - 1, max(-1, start - 14), -1):
        low = doc[k].lower_
        if low in {"if", "unless", "provided", "lest", "once"} and (doc[k].pos_ in {"SCONJ", "ADP", "VERB", "ADV"}):
            return True
        if (
            low in {"until", "before", "till"}
            and k + 1 < len(doc)
            and doc[k + 1].lower_ not in {"now", "today", "then", "recently"}
        ):
            nxt = sentence.phrase_of(k + 1)
            return (
                nxt is not None and nxt.end >= start - 3 and nxt.prep in {None, low} and not _time_word(sentence, nxt)
            )
        if doc[k].text in {",", ";", ":", ".", "“", '"'} or (
            k in sentence.verbs
            and doc[k].pos_ != "AUX"
            and low not in {"provided"}
            and doc[k].dep_ not in {"acl", "amod", "acl:relcl"}
        ):
            return False
    return False


def _time_word(sentence: Sentence, phrase: Phrase) -> bool:
    word = sentence.doc[phrase.head]
    return word.pos_ == "NUM" or word.lower_[:3] in {
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
    }
