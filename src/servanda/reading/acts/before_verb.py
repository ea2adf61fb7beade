"""What stands before a verb: the phrase that may be its subject, the verb before it, the clause that comes between.

Invariant: only words to the left are looked at, and what is found is a phrase or a verb of the sentence.
"""

from __future__ import annotations

from servanda.reading.acts.classes import is_actorlike
from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.lexicon import lexicon
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.verbs import BE, tags_of
from servanda.reading.attribution.cues import words
from servanda.reading.frozen import replace
from servanda.reading.parser.parsed import Token


def antecedent(sentence: Sentence, pronoun: int, verb: object) -> Phrase | None:
    """What a relative pronoun stands for; 'who' is never the place behind a preposition."""
    k = pronoun - 1
    while k >= 0 and sentence.doc[k].text in {",", "–", "-"}:
        k -= 1
    phrase = sentence.phrase_of(k) if k >= 0 else None
    if phrase is not None and phrase.start > 2 and sentence.doc[phrase.start - 1].lower_ == "not":
        j = phrase.start - 2
        while j > 0 and sentence.doc[j].lower_ in {",", "and"}:
            j -= 1
        phrase = sentence.phrase_of(j) or phrase  # 'it was X, not Y, that did it'
    if phrase is not None and phrase.prep in _AT and phrase.start >= 2 and sentence.doc[pronoun].lower_ in {"that", "which"}:
        over = sentence.phrase_of(phrase.start - 2)
        if over is not None and noun_lemmas(sentence.doc[over.head].text) & (lexicon().classes["assault"] | _BLASTS):
            return over  # 'the ambush in PLACE that injured two'
    while (
        phrase is not None
        and phrase.prep in {"of", "from", "in"}
        and phrase.start >= 2
        and sentence.doc[pronoun].lower_ == "who"
    ):
        nxt = sentence.phrase_of(phrase.start - 2)
        if nxt is None:
            break
        phrase = nxt
    if phrase is not None and phrase.joined is not None and _is_of_one(sentence, pronoun):
        phrase = replace(phrase, joined=None)  # 'X and Y, which has left': Y
    if phrase is not None and _is_a_place(phrase) and getattr(verb, "lower_", "") in _TOLL:
        over = _event_before(sentence, phrase, pronoun, verb)
        return over if over is not phrase else None  # 'a meeting in X, which injured six': no place injures
    return _event_before(sentence, phrase, pronoun, verb) or phrase


def _is_a_place(phrase: Phrase) -> bool:
    """'In Kest', 'near Kest'."""
    return phrase.prep in _AT - {"on", "against"} and any(m.kind == "zone" or m.how == "guessed" for m in phrase.mentions)


def _is_of_one(sentence: Sentence, pronoun: int) -> bool:
    """Whether the verb behind a relative pronoun is in the singular."""
    k = pronoun + 1
    while k < len(sentence.doc) and sentence.doc[k].pos_ == "ADV":
        k += 1
    verb = sentence.doc[k] if k < len(sentence.doc) and sentence.doc[pronoun].lower_ == "which" else None
    if verb is None:
        return False
    return verb.lower_ in {"has", "is", "was", "does"} or (
        k in sentence.verbs and ("s" in {tag for _, tag in tags_of(verb.lower_)})
    )


EVENTS = frozenset(
    [
        *["conflict", "war", "fighting", "violence", "clash", "clashes", "attack", "attacks", "ambush", "raid", "shelling"],
        *["strike", "strikes", "bombing", "blast", "explosion", "battle", "battles", "offensive", "insurgency", "uprising"],
        *["unrest", "operation", "campaign", "siege", "airstrike", "airstrikes", "rebellion", "bombardment", "assault"],
    ]
)
_TOLL = frozenset(
    [
        *["killed", "wounded", "injured", "left", "displaced", "claimed", "cost", "began", "ended", "erupted"],
        *["broke", "started", "lasted", "destroyed", "damaged", "kills", "wounds", "leaves", "caused", "forced", "uprooted"],
    ]
)


def _event_before(sentence: Sentence, nearest: Phrase | None, pronoun: int, verb: object) -> Phrase | None:
    """'The war in X that has killed thousands', 'an attack on a base which wounded two': the war, the attack."""
    if sentence.doc[pronoun].lower_ not in {"that", "which"} or getattr(verb, "lower_", "") not in _TOLL:
        return None
    phrase = nearest
    for _ in range(4):
        if phrase is None or sentence.doc[phrase.head].lower_ in EVENTS:
            break
        k = phrase.start - (2 if phrase.prep is not None else 1)
        if phrase.prep is None and sentence.doc[k].lower_ != "and":
            return None
        phrase = sentence.phrase_of(k - (phrase.prep is None)) if k > 0 else None
    return phrase


_BLASTS = frozenset(["blast", "gunfight", "gunbattle", "shootout", "bombings"]) | frozenset(
    ["explosion", "incident", "clash", "firefight", "skirmish", "violence"]
)
_AT = frozenset(["in", "at", "near", "outside", "on", "against"])
BROKEN = frozenset(["breach", "breaches", "violation", "violations", "infringement", "infringements", "contravention"])


def broken(sentence: Sentence, phrase: Phrase) -> Phrase:
    """'A violation of the truce committed by X': what was committed is the violation; any other phrase is itself."""
    if phrase.prep != "of" or phrase.start < 2:
        return phrase
    over = sentence.phrase_of(phrase.start - 2)
    return over if over is not None and sentence.doc[over.head].lower_ in BROKEN else phrase


def left_phrase(sentence: Sentence, before: int) -> Phrase | None:
    """The bare phrase nearest to the left of a verb group, over its own tails, relative clauses and insertions."""
    k = before - 1
    while k >= 0:
        token = sentence.doc[k]
        phrase = sentence.phrase_of(k)
        if phrase is not None:
            if phrase.prep is None and phrase.start and _is_bare_day(sentence, phrase):
                k = phrase.start - 1  # 'the army Sunday took two towns'
                continue
            doing = _held_by_participle(sentence, phrase)
            if doing is not None:
                return doing
            if (opener := _object_in_relative(sentence, phrase)) is not None:
                if (opened := _opened_before(sentence, opener)) is not None:
                    return opened
                k = opener - 1
                continue
            if phrase.prep is None or (phrase.prep == "of" and phrase.start < 2):
                firsts = sentence.all_of(phrase)
                if (named := apposed_to(sentence, before)) is not None:
                    return named
                return firsts[0] if firsts[0].prep is None else left_phrase(sentence, firsts[0].start)
            k = phrase.start - 1
            continue
        if k in sentence.verbs and token.lower_ not in BE:
            opener = _relative_before(sentence, k)
            if opener is None:
                return None
            k = opener - 1
            continue
        if token.text in {";", ":", "—"} or token.lower_ in {
            "that",
            "if",
            "because",
            "while",
            "when",
            "whether",
            "but",
            "although",
        }:
            return None
        if token.lower_ in {"and", "or", "nor"} and k + 1 < len(sentence.doc) and sentence.phrase_of(k + 1) is None:
            return None
        k -= 1
    return None


def apposed_to(sentence: Sentence, verb: int) -> Phrase | None:
    """The X of 'saw X, an ally of Y, attack the town': two commas before the verb enclose what X is."""
    doc = sentence.doc
    if verb < 4 or doc[verb - 1].text != ",":
        return None
    opening = next((k for k in range(verb - 2, 0, -1) if doc[k].text in {",", ";", ":", '"'}), 0)
    head = sentence.phrase_of(opening + 1)
    whose = sentence.phrase_of(opening - 1) if opening else None
    if doc[opening].text != "," or head is None or whose is None or whose.prep is not None:
        return None
    return whose if doc[head.head].dep_ == "appos" and doc[head.head].head.i == whose.head else None


def object_before(sentence: Sentence, phrase: Phrase, verb: Token) -> bool:
    """The quarter of 'soldiers entered the quarter of X, dragged men out and burned two houses': the object of the verb
    that the next one is joined to does not do it."""
    over = verb.head
    joined = verb.dep_ == "conj" and over.i in sentence.verbs and over.i < phrase.start and phrase.end <= verb.i
    head = sentence.doc[phrase.head]
    first = min([verb.i, *(c.i for c in verb.children if c.dep_.startswith("aux") and c.i < verb.i)])
    return (
        joined and over.pos_ == "VERB" and head.dep_ == "obj" and head.head.i == over.i and sentence.doc[first - 1].text == ","
    )


def behind_apposition(sentence: Sentence, subject: Phrase, near: Phrase, verb: int) -> Phrase | None:
    """'According to its spokesman, Colonel X, a group of rebels fired': the parser took X, who stands in commas, for the
    subject; the group is it."""
    doc = sentence.doc
    if near is subject or near.end != verb:
        return None
    over = sentence.phrase_of(near.start - 2) if near.prep == "of" and near.start > 1 else None
    first = near if over is None else over
    if first.prep is not None or first.start < 2 or doc[first.start - 1].text != ",":
        return None
    if subject.end != first.start - 1 or subject.start < 2 or doc[subject.start - 1].text != "," or subject.prep is not None:
        return None
    fronted = sentence.phrase_of(subject.start - 2)
    opens = fronted is not None and fronted.prep is not None and not any(k in sentence.verbs for k in range(1, fronted.start))
    return first if opens and doc[first.head].dep_ in {"appos", "conj", "nsubj"} else None


def _held_by_participle(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """The 'troops' of 'troops holding the bridge fired': a participle with its object tells which."""
    verb = phrase.start - 1
    if phrase.prep is not None or verb < 1 or verb not in sentence.verbs or not sentence.doc[verb].lower_.endswith("ing"):
        return None
    who = sentence.phrase_of(verb - 1)
    first = sentence.all_of(who)[0] if who is not None else None
    opens = first is not None and (first.start == 0 or sentence.doc[first.start - 1].lower_ in {"that", "said", ",", "and"})
    return first if first is not None and first.prep is None and opens else None


def _object_in_relative(sentence: Sentence, phrase: Phrase) -> int | None:
    """The 'most' of 'groups that hold most of the town attacked': the relative pronoun of the clause whose object it is."""
    verb = phrase.start - 1
    head = sentence.doc[phrase.head]
    if phrase.prep is not None or verb < 2 or verb not in sentence.verbs or head.dep_ != "obj" or head.head.i != verb:
        return None
    opener = _relative_before(sentence, verb)
    return opener if opener is not None and sentence.doc[opener].pos_ != "SCONJ" else None


def _opened_before(sentence: Sentence, relative: int) -> Phrase | None:
    """The 'groups' of 'fled after groups that hold the town attacked': the preposition opens a clause."""
    k = relative - 1 - (sentence.doc[relative - 1].text == ",")
    phrase = sentence.phrase_of(k) if k >= 0 else None
    while phrase is not None and phrase.prep == "of" and phrase.start >= 2:
        phrase = sentence.phrase_of(phrase.start - 2)
    return phrase if phrase is not None and phrase.prep in {"after", "before", "since", "until"} else None


_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today"})


def _is_bare_day(sentence: Sentence, phrase: Phrase) -> bool:
    words = [t.lower_ for t in sentence.doc[phrase.start : phrase.end]]
    return words[-1] in _DAYS or (words[0] in {"last", "this"} and len(words) == 2 and words[1] in {"week", "month", "year"})


def _relative_before(sentence: Sentence, k: int) -> int | None:
    """The relative pronoun that opens the clause of the verb at k, if one does."""
    for j in range(k - 1, max(-1, k - 6), -1):
        if (sentence.doc[j].lower_ in {"who", "which", "that"} and j and sentence.phrase_of(j - 1) is not None) or (
            j and sentence.doc[j].lower_ in {"who", "which"} and sentence.doc[j - 1].text == ","
        ):
            return j
        if j in sentence.verbs and sentence.doc[j].pos_ != "AUX":
            return None
    return None


def verb_between(sentence: Sentence, start: int, end: int) -> bool:
    """A finite verb stands between, outside a relative clause."""
    for k in range(start, end):
        if (
            k in sentence.verbs
            and sentence.doc[k].pos_ == "VERB"
            and sentence.doc[k].dep_ not in {"acl", "acl:relcl", "amod"}
            and not _within_relative(sentence, k, start)
            and _relative_before(sentence, k) is None
            and not _inserted(sentence, k, end)
        ):
            return True
    return False


def _inserted(sentence: Sentence, k: int, end: int) -> bool:
    """The 'citing' of 'the army, citing threats, closed the road': two commas enclose what it tells."""
    doc = sentence.doc
    return k > 0 and doc[k].lower_.endswith("ing") and doc[k - 1].text == "," and doc[end - 1].text == ","


def told_between(sentence: Sentence, start: int, end: int) -> bool:
    """A 'that' which opens what somebody tells, with a phrase of its own behind, stands between; or what ends at `start` is
    who tells it ('X, said the minister, shelled the town')."""
    teller = sentence.phrase_of(start - 1)
    if teller is not None and _is_teller_behind(sentence, teller):
        return True
    return any(
        sentence.doc[k].lower_ == "that"
        and sentence.doc[k].pos_ == "SCONJ"
        and not _within_relative(sentence, k, start)  # 'a report confirming that X left has been sent'
        and any(k < p.start and p.end <= end and p.prep is None for p in sentence.phrases)
        for k in range(start, end)
    )


def _is_teller_behind(sentence: Sentence, teller: Phrase) -> bool:
    """The minister of 'X, said the minister, shelled the town': a verb of telling between a comma and him, a comma behind."""
    doc, verb = sentence.doc, teller.start - 1
    if verb < 2 or teller.end >= len(doc) or doc[teller.end].text != "," or doc[verb - 1].text != ",":
        return False
    return doc[verb].lower_ in _TELLS and left_phrase(sentence, verb - 1) is not None


def _within_relative(sentence: Sentence, k: int, start: int) -> bool:
    """The verb at k hangs on the verb of a relative clause that begins after `start`."""
    token = sentence.doc[k]
    while token.head.i != token.i and token.head.i >= start:
        token = token.head
        if token.dep_ == "acl" and token.lower_ in _TELLS and sentence.doc[token.i + 1].lower_ == "that":
            return False  # 'the minister alleged that …': no participle, whatever the parser says
        if token.dep_ in {"acl", "acl:relcl"}:
            return True
    return False


def speech_inverted(sentence: Sentence, i: int, subject: int) -> bool:
    """'…, said the minister': the subject behind a verb of speech."""
    return i > 0 and sentence.doc[i - 1].text in {",", "”", '"', "’", "'", "-"} and subject - i < 8


def verb_left(sentence: Sentence, i: int) -> int | None:
    """The nearest verb to the left that is no auxiliary."""
    for k in range(i - 1, -1, -1):
        if k in sentence.verbs and sentence.doc[k].pos_ != "AUX" and sentence.doc[k].lower_ not in BE:
            return k
    return None


def coordinated(sentence: Sentence, verb: int, start: int) -> bool:
    """Whether 'and', 'then' or a comma joins a verb group to the verb before it."""
    return any(sentence.doc[k].lower_ in {"and", "then", ","} for k in range(max(verb, start - 3), start))


def over_commas(sentence: Sentence, comma: int) -> Phrase | None:
    """The subject before what two commas enclose; the second of them stands at `comma`."""
    enclosed = (_over_speech, _over_insertion, _over_participle, _over_aside)
    return next((found for over in enclosed if (found := over(sentence, comma)) is not None), None)


def _over_speech(sentence: Sentence, comma: int) -> Phrase | None:
    """'Soldiers of X, the monitors found, left', 'X, said the monitors, left', 'X, they said on Monday, left': two commas
    enclose who says so; the subject stands before them."""
    doc = sentence.doc
    first = next((k for k in range(comma - 1, max(0, comma - 12), -1) if doc[k].text == ","), None)
    verb = verb_left(sentence, comma)
    if first is None or verb is None or verb < first or not any(t.lower_ in _TELLS for t in doc[verb:comma]):
        return None
    if verb == first + 1:  # 'said the monitors'
        teller = sentence.phrase_of(verb + 1)
        whole = teller is not None and teller.prep is None and doc[verb].lower_ not in {"told", "found", "thought"}
        return left_phrase(sentence, first) if whole else None
    teller = sentence.phrase_of(first + 1)
    whole = teller is not None and teller.prep is None and teller.end <= verb and _ends_with_day(sentence, verb + 1, comma)
    return left_phrase(sentence, first) if whole else None


def _ends_with_day(sentence: Sentence, k: int, comma: int) -> bool:
    """Whether nothing but a day or a place stands before the comma: 'on Monday', 'in a statement'."""
    while k < comma:
        tail = sentence.phrase_of(k) or (sentence.phrase_of(k + 1) if k + 1 < comma else None)
        if tail is None or tail.start > k + 1 or tail.prep not in {None, "on", "in", "at", "from"} or tail.end <= k:
            return False
        if tail.prep is None and not _is_bare_day(sentence, tail):
            return False
        k = tail.end
    return k == comma


def beyond_teller(sentence: Sentence, verb: int) -> int:
    """'They stayed, residents said, and had built posts': what was built goes on from 'stayed', not from 'said'."""
    doc = sentence.doc
    teller = sentence.phrase_of(verb - 1) if verb else None
    apart = teller is not None and teller.start > 1 and doc[teller.start - 1].text == "," and doc[verb].lower_ in _TELLS
    if not apart or teller is None or doc[verb + 1].text != ",":
        return verb
    return max((k for k in sentence.verbs if k < teller.start), default=verb)


def deed_before(sentence: Sentence, verb: int, gerund: int) -> int:
    """'Y shelled it, X said, killing two': what a gerund behind the teller goes on from, unless it is of speech as well
    ('vowing revenge')."""
    word = sentence.doc[gerund].lower_
    return verb if word in words("participles") or word in words("speaking") else beyond_teller(sentence, verb)


_TELLS = frozenset(
    [
        *["say", "says", "said", "find", "finds", "found", "reported", "reports", "noted", "notes", "added", "adds", "claims"],
        *["claimed", "insists", "insisted", "confirmed", "confirms", "complains", "complained", "believes", "believed"],
        *["observed", "admitted", "admits", "maintains", "maintained", "stressed", "stresses", "concluded", "recalled"],
        *["alleges", "alleged", "charges", "thinks", "thought", "assessed", "explained", "told", "announced", "announces"],
        *["conceded", "concedes", "acknowledged", "acknowledges", "asserted", "asserts", "argued", "argues", "declared"],
    ]
)


def _over_insertion(sentence: Sentence, comma: int) -> Phrase | None:
    """'X, who had threatened to come, left': the comma closes a clause that tells more of X."""
    for k in range(comma - 1, 0, -1):
        low = sentence.doc[k].lower_
        if low in {"who", "which", "whose"} and sentence.doc[k - 1].text == ",":
            found = antecedent(sentence, k, None)
            while found is not None and found.prep is not None and found.start >= 2:
                found = sentence.phrase_of(found.start - 2)
            return found
        if low in {";", ":", "“", "”", '"'} or (low == "," and k < comma - 1 and sentence.doc[k + 1].lower_ in {"and", "but"}):
            return None
    return None


_ASIDE = frozenset(
    {"contrary", "like", "unlike", "despite", "although", "though", "as", "according", "after", "before", "while"}
)


def _over_aside(sentence: Sentence, comma: int) -> Phrase | None:
    """'The army, contrary to what it announced, is still there': two commas enclose what is said beside."""
    doc = sentence.doc
    opening = next((k for k in range(comma - 1, 0, -1) if doc[k].text in {",", ";", ":", '"', "“", "”"}), None)
    if opening is None or doc[opening].text != "," or doc[opening + 1].lower_ not in _ASIDE:
        return None
    whose = sentence.phrase_of(opening - 1)
    first = sentence.all_of(whose)[0] if whose is not None and whose.prep is None else None
    begins = first is not None and (first.start == 0 or doc[first.start - 1].lower_ in {"that", "and", "but", ":", '"', "“"})
    return first if begins else None


def _over_participle(sentence: Sentence, comma: int) -> Phrase | None:
    """'X, numbering about sixty, remained', 'X, armed with rifles, left': two commas enclose what tells more of X."""
    doc = sentence.doc
    opening = next((k for k in range(comma - 1, 0, -1) if doc[k].text in {",", ";", ":", '"', "“", "”"}), None)
    if opening is None or doc[opening].text != ",":
        return None
    first = doc[opening + 1]
    whose = sentence.phrase_of(opening - 1)
    told_of = first.dep_ == "acl" and first.i in sentence.verbs and first.lower_.endswith(("ing", "ed"))
    if not told_of or whose is None or whose.prep is not None or first.head.i != whose.head:
        return None
    return whose


def over_relative(sentence: Sentence, token: Token, start: int) -> Phrase | None:
    """'The captives whom rebels had held are free': the captives, where all that stands between is the clause about them."""
    told = token.head if token.dep_ in {"cop", "aux:pass"} else token
    for child in told.children:
        phrase = sentence.phrase_of(child.i) if child.dep_ in {"nsubj", "nsubj:pass"} and child.i < start else None
        if phrase is None or phrase.prep is not None:
            continue
        between = [k for k in sentence.verbs if phrase.end <= k < start]
        if between and all(_hangs_on(sentence, k, child.i) for k in between):
            return phrase
    return None


def _hangs_on(sentence: Sentence, k: int, noun: int) -> bool:
    """Whether a verb stands in a relative clause of a noun."""
    token = sentence.doc[k]
    for _ in range(8):
        if token.head.i == noun:
            return token.dep_ == "acl:relcl"
        if token.head.i == token.i:
            return False
        token = token.head
    return False


def opens_with_as(sentence: Sentence, near: Phrase, verb: int) -> bool:
    """'As the army shelled the town'; 'jailed as rebels' opens nothing."""
    head = sentence.doc[near.head]
    if near.prep != "as" or (head.dep_, head.head.i) != ("nsubj", verb) or near.start < 2:
        return False
    jailed = any(c.dep_ == "aux:pass" for c in sentence.doc[near.start - 2].children)
    return not jailed and is_actorlike(sentence, near)
