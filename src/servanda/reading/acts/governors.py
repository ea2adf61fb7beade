"""What governs a word: 'refuse' in 'refuse to leave', 'demanded' in 'demanded the withdrawal of all troops'.

Invariant: a governor is another word of the same sentence, and following governors never comes back.
"""

from __future__ import annotations

from servanda.reading.acts.blame import blamed_for, charged_again, charged_beyond, charged_in_a_row, warned_off
from servanda.reading.acts.carried_over import before_aside, followed, included, made_to, over_relative, verb_before
from servanda.reading.acts.classes import is_actorlike
from servanda.reading.acts.clause import Governor, Group, Sentence, group_of, opens_clause
from servanda.reading.acts.cues_at import (
    HOST,
    before_its_name,
    before_phrases,
    begun_with,
    clause_start,
    cue_at,
    cue_here,
    first_so_joined,
    is_dated,
    is_length,
    left_of,
    stands_beside,
)
from servanda.reading.acts.date_words import DATE_WORDS
from servanda.reading.acts.gerund_subjects import over_subject
from servanda.reading.acts.idioms import idiom_before
from servanda.reading.acts.named_things import is_named_thing
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.set_phrases import (
    LASTING,
    bound_self,
    called_so,
    date_given,
    half_done,
    is_going_on,
    is_prospect,
    is_purpose,
    made_a_condition,
    may_be,
    on_course,
    out_of_question,
    ranked,
    set_for,
    standing,
    undone_behind,
    yet_to,
)
from servanda.reading.acts.told_nouns import goes_round, made_by, noun_over, noun_told_of, told_without_that
from servanda.reading.acts.verb_before import in_subjunctive, tells_of_subject
from servanda.reading.acts.verbs import BE
from servanda.reading.acts.wholes import PARTS, first_conjunct, is_what_is_wanted, measured
from servanda.reading.modality.lexicon import Cue, modality_lexicon


def governor_of(sentence: Sentence, i: int, group: Group | None) -> Governor | None:
    """What governs token i: `group` is its verb group, None for a noun. Triggers, frames and forces ask for the same."""
    known = sentence.governors.get(i)
    if known is None or known[0] is not group:
        known = sentence.governors[i] = (group, _governor_of(sentence, i, group))
    return known[1]


def _governor_of(sentence: Sentence, i: int, group: Group | None) -> Governor | None:
    if group is None:
        return _of_noun(sentence, i)
    if (idiom := _idiom_over(sentence, group)) is not None:
        return idiom
    if group.infinitive:
        return _of_infinitive(sentence, i, group)
    if group.gerund or group.words[:1] == ("being",):  # 'without being attacked'
        return _of_participle(sentence, i, group)
    found = _of_clause(sentence, i, group)
    set_down = found is not None and found.cue.sort == "nouns" and found.cue.effect == "required"
    return None if set_down and sentence.doc[i].dep_ == "acl:relcl" else found  # 'a timetable that they signed'


def _idiom_over(sentence: Sentence, group: Group) -> Governor | None:
    """The idiom over an infinitive, a participle or a bare verb: 'anything but leave', 'backed out of leaving'."""
    having = group.words[:1] in {("having",), ("being",)}
    if not group.infinitive and not having and (group.progressive or group.tag not in {"ing", "base"}):
        return None
    relation = "to" if group.infinitive else "ing"
    ends = (group.start, group.start - 1) if group.infinitive else (group.start - 1,)  # 'said no to leaving' with its 'to'
    for k in (*ends, left_of(sentence, group.start)):
        if (found := idiom_before(sentence, k, relation)) is not None:
            return found
    return None


def _date_not_met(sentence: Sentence, before: int) -> Governor | None:
    """'Failed to meet a deadline to withdraw': it failed to withdraw."""
    date = sentence.phrase_of(before) if before >= 0 else None
    verb = date.start - 1 if date is not None and sentence.doc[date.head].lower_ in _DATES else -1
    if verb < 0 or verb not in sentence.verbs or sentence.doc[verb].lower_ not in {"meet", "meeting", "met", "keep", "observe"}:
        return None
    over = governor_of(sentence, verb, group_of(sentence, verb))
    return over if over is not None and over.cue.effect == "negate" else None


_DATES = frozenset({"deadline", "date", "timetable", "schedule"})


def _of_infinitive(sentence: Sentence, i: int, group: Group) -> Governor | None:
    if (over := _date_not_met(sentence, group.start - 1)) is not None:
        return over
    if group.start and sentence.doc[group.start - 1].lower_ == "yet":
        return None
    if (shared := shared_order(sentence, group)) is not None:
        return shared
    k = left_of(sentence, group.start)
    if k >= 0 and sentence.doc[k].lower_ == "whether":
        return Governor(Cue("whether", "verbs", "possible"), k, "to")  # 'decide whether to extend it'
    if is_purpose(sentence, k):
        return None
    if (told := on_course(sentence, k) or bound_self(sentence, k) or ranked(sentence, k)) is not None:
        return told
    asked = sentence.phrase_of(k) if group.passive and k >= 0 else None
    if asked is not None and asked.prep == "for" and (over := cue_here(sentence, asked.start - 2, "to")) is not None:
        return over  # 'asked for the deadline to be put off': it is what is asked, and no deadline for that
    found = cue_here(sentence, k, "to")
    if found:
        return found
    body = sentence.phrase_of(k) if k >= 0 else None
    if body is not None and body.prep is None and sentence.doc[body.head].lower_ in _BODIES_FOR_IT:
        leads = before_phrases(sentence, body)
        if leads in sentence.verbs and sentence.doc[leads].lemma_.lower() == "lead":
            return None
    if k >= 0 and (phrase := sentence.phrase_of(k)) is not None:
        before = sentence.phrase_of(phrase.start - 1) if phrase.prep is None and phrase.start else None
        whole = sentence.phrase_of(phrase.start - 2) if phrase.prep == "of" and phrase.start > 1 else None
        if whole is not None and whole.prep in {"until", "till"}:
            phrase = whole  # 'until the end of the week to leave'
        if before is not None and is_length(sentence, before) and sentence.doc[phrase.head].lower_[:3] in DATE_WORDS:
            phrase = before  # '48 hours Sunday to leave'
        if is_length(sentence, phrase):
            effect = date_given(sentence, phrase)
            return Governor(Cue(sentence.doc[phrase.head].lower_, "nouns", effect), phrase.head, "to")
        phrase = first_so_joined(sentence, phrase)
        if phrase.prep in {"by", "of", "for", "from"} and phrase.start >= 2:
            found = cue_here(sentence, phrase.start - 2, "to")
            if found and (phrase.prep != "from" or found.cue.sort == "nouns"):
                return found  # 'an order from the Council to pull back'
        found = cue_here(sentence, phrase.start - 2, "to") if phrase.start >= 2 else None
        if found and found.cue.sort == "nouns" and (phrase.prep in {"to", "on"} or is_dated(sentence, phrase)):
            return found  # 'an ultimatum to X to leave', 'its commitment in May to leave'
        j = before_phrases(sentence, phrase)
        while j >= 0 and sentence.doc[j].lower_ in {"on", "upon", "for", "to"}:
            if j and (cue := cue_at(sentence, j - 1, "to")) and cue.particle == sentence.doc[j].lower_:
                return Governor(cue, j - 1, "to")
            j -= 1
        found = cue_here(sentence, j, "to")
        held = found is not None and (found.cue.lemma in modality_lexicon().object_control or found.cue.lemma == "use")
        if found and (held or found.cue.particle or found.cue.only == "to" or found.cue.sort != "verbs"):
            return found
    token = sentence.doc[i]
    aside = before_aside(token, k) if k >= 2 and sentence.doc[k].text == "," else None
    if aside in sentence.verbs and (found := cue_here(sentence, aside, "to")):
        return found
    if k >= 2 and sentence.doc[k].text == "," and (found := cue_here(sentence, k - 1, "to")):
        return found
    head = over_relative(token) if sentence.doc[group.start - 1].text == "," else token.head
    if token.dep_ in {"xcomp", "ccomp", "advcl"} and (made := made_to(sentence, head.i)) is not None:
        return made
    if token.dep_ in {"xcomp", "ccomp", "acl", "advcl"} and head.i < i:
        if token.dep_ in {"acl", "advcl"}:
            cue = cue_at(sentence, head.i, "to")
            reach = 30 if sentence.doc[group.start - 1].text == "," and cue and cue.lemma in _CALLS else 12
            return Governor(cue, head.i, "to") if cue and cue.effect != "pass" and i - head.i < reach else None
        cue = cue_at(sentence, head.i, "to")
        if cue:
            return Governor(cue, head.i, "to")
    if token.dep_ == "conj" and head.i < i and head.i in sentence.verbs:
        return governor_of(sentence, head.i, group_of(sentence, head.i))
    return None


def shared_order(sentence: Sentence, group: Group) -> Governor | None:
    """'Urged X to leave Z and Y to disarm': one word governs both, and each has a doer of its own."""
    near = sentence.phrase_of(group.start - 1) if group.infinitive and group.start else None
    if near is None or near.prep is not None or near.start < 4 or sentence.doc[near.start - 1].lower_ != "and":
        return None
    first = next((v for v in range(near.start - 2, -1, -1) if v in sentence.verbs), None)
    if first is None or not group_of(sentence, first).infinitive or not is_actorlike(sentence, near):
        return None
    over = governor_of(sentence, first, group_of(sentence, first))
    return over if over is not None and over.relation == "to" and over.cue.effect in _ASKED_OF else None


_BODIES_FOR_IT = frozenset(
    ["commission", "committee", "team", "mission", "delegation", "group", "effort", "efforts", "campaign", "drive"]
)
"""'Lead a commission to restore the truce': what it is for; who leads men to do it has them do it."""
_ASKED_OF = frozenset({"requested", "required", "promised", "announced"})


def _charged_with(sentence: Sentence, i: int) -> Governor | None:
    """'Accused X of conducting raids, targeting …', 'of raids using …': what a charge goes on to tell is in the charge."""
    verb = verb_before(sentence, i)
    told = sentence.doc[i].lower_
    if verb is None or (told not in _IN_THE_CHARGE and told not in _WHILE and modality_lexicon().cues.get(told)):
        return None
    group = group_of(sentence, verb)
    above = _of_participle(sentence, verb, group) if group.gerund else None
    if above is None and cue_at(sentence, verb, "noun") is not None and verb + 1 < len(sentence.doc):
        cue = cue_at(sentence, verb, "noun")
        of = any(p.prep == "of" and p.start > verb and p.end <= i for p in sentence.phrases)
        above = Governor(cue, verb, "ing") if cue is not None and of else None
    return above if above is not None and above.cue.effect == "alleged" and above.cue.sort == "verbs" else None


_IN_THE_CHARGE = frozenset({"using", "violating", "breaching", "breaking", "flouting", "disregarding", "ignoring"})


def _charged_over(sentence: Sentence, comma: int) -> Governor | None:
    """'Accuses X, an alliance that signed it, of hiding arms': two commas enclose who X is."""
    for j in range(comma - 1, -1, -1):
        cue = cue_at(sentence, j, "ing") if j in sentence.verbs else None
        if cue is not None and cue.effect == "alleged" and cue.lemma in modality_lexicon().object_control:
            charged = next((p for p in sentence.phrases if p.start > j), None)
            apart = charged is not None and charged.end < comma and sentence.doc[charged.end].text == ","
            return Governor(cue, j, "ing") if apart else None
    return None


_CALLS = frozenset({"call on", "call", "ask", "urge", "order", "tell", "appeal", "request"})
"""'Called on the Front, which has denied holding him, to free the man'."""


def _of_told_noun(sentence: Sentence, i: int) -> Governor | None:
    """'Denied reports saying that they had fired': what is said is only as real as the reports."""
    token = sentence.doc[i]
    if token.dep_ not in {"acl", "advcl"} or token.head.i >= i or not any(c.dep_ == "ccomp" for c in token.children):
        return None
    at = sentence.phrase_of(i - 1)  # nothing stands between, no comma either
    while at is not None:
        cue = cue_at(sentence, at.head, "that")
        if cue is not None and cue.sort == "nouns":
            return Governor(cue, at.head, "that") if cue.effect == "alleged" else None
        at = (
            sentence.phrase_of(at.start - 2) if at.prep is not None and at.start >= 2 else None
        )  # 'rumours on a website saying'
    return None


def _of_participle(sentence: Sentence, i: int, group: Group) -> Governor | None:
    if (told := _of_told_noun(sentence, i)) is not None:
        return told
    k = left_of(sentence, group.start)
    if k < 0:
        return None
    low = sentence.doc[k].lower_
    near = sentence.phrase_of(k)
    if low == "without" or (near is not None and near.prep == "without"):
        return Governor(Cue("without", "verbs", "negate"), k, "ing")
    if (told := out_of_question(sentence, k)) is not None:
        return told
    apart = near is not None and near.prep is None and near.start > 0 and sentence.doc[near.start - 1].text == ","
    if apart and sentence.doc[group.start].lower_ == "having":
        return None  # 'X left, the army having promised to'
    if (low == "," or sentence.doc[i].lower_ == "using") and (charge := _charged_with(sentence, i)) is not None:
        return charge
    if low in {"of", "than"} and k and sentence.doc[k - 1].lower_ in {"instead", "rather"}:
        return Governor(Cue("instead", "verbs", "negate"), k - 1, "ing")
    if low in {"by", "after", "before", "while", "when", "despite"}:
        host = verb_before(sentence, k)
        if low == "before" and not (k and sentence.doc[k - 1].lower_ in _JUST):
            return Governor(Cue("before", "verbs", "possible"), k, "ing")
        return Governor(Cue(low, "verbs", HOST), host, "ing") if host is not None else None
    if low in {"of", "from", "for", "in", "to", "with", "about", "at", "against", "on", "into"} and k:
        if (again := charged_again(sentence, k) or charged_beyond(sentence, k)) is not None:
            return again
        if low == "against" and (off := warned_off(sentence, k)) is not None:
            return off
        found = cue_here(sentence, k, "ing") or cue_here(sentence, left_of(sentence, k), "ing")
        if found and found.token != k:
            return found
        phrase = sentence.phrase_of(k - 1)
        if phrase is not None:
            j = before_phrases(sentence, phrase)
            found = cue_here(sentence, j, "ing")
            if found and found.cue.lemma in modality_lexicon().object_control | {"join"}:
                return found
            if (told := noun_over(sentence, phrase)) is not None:
                return told
        if (joined := _of_joined(sentence, i)) is not None:
            return joined  # 'accused X of holding people back, of shelling and of mining'
        if low == "of" and sentence.doc[k - 1].text == "," and (over := _charged_over(sentence, k - 1)) is not None:
            return over
        head = sentence.doc[i].head
        cue = cue_at(sentence, head.i, "ing") if head.i < i else None
        return Governor(cue, head.i, "ing") if cue and cue.lemma in modality_lexicon().object_control else None
    if near is not None and low != "," and (over := over_subject(sentence, near)) is not None:
        return over
    found = cue_here(sentence, k, "ing")
    if found and (found.token in sentence.verbs or found.cue.sort != "nouns") and sentence.doc[k].text != ",":
        return found
    if low in {"and", ",", "or", "including"} and (within := included(sentence, i)) is not None:
        return within
    return _of_joined(sentence, i) if low in {"and", ",", "or"} else None


def _of_joined(sentence: Sentence, i: int) -> Governor | None:
    """What governs the participle that this one is joined to: 'accused X of extorting and abducting'."""
    head = sentence.doc[i].head
    if sentence.doc[i].dep_ != "conj" or head.i >= i or not head.lower_.endswith("ing"):
        return None
    if head.i in sentence.verbs:
        return governor_of(sentence, head.i, group_of(sentence, head.i))
    return _of_participle(sentence, head.i, group_of(sentence, head.i)) or _of_noun(sentence, head.i)


_JUST = frozenset({"just", "shortly", "immediately", "right", "soon", "hours", "days", "minutes", "moments"})
"""Before 'before', these tell that what follows did happen."""


def _of_clause(sentence: Sentence, i: int, group: Group) -> Governor | None:
    token = sentence.doc[i]
    head = token.head
    if (
        token.dep_ == "ccomp"
        and head.i != i
        and (cue := cue_at(sentence, head.i, "that"))
        and (head.i < i or cue.effect in {"pass", "denied", "alleged", "promised"})
        and not (cue.effect == "negate" and sentence.doc[head.i + 1].text == ",")  # 'Truce fails, soldier captured'
    ):
        opens = {"whether"} if cue.effect == "pass" else {"whether", "if"}
        asked = next((c.i for c in token.children if c.dep_ == "mark" and c.lower_ in opens and c.i < i), None)
        may = {"could", "may", "might"} & set(group.words)  # 'asked if it could enter' asks for that
        if asked is not None and (asked == head.i + 1 if cue.effect == "pass" else cue.lemma == "ask" and not may):
            return Governor(Cue("whether", "verbs", "unknown"), asked, "that")  # 'it is hard to say whether they left'
        wanted = cue.lemma == "insist" and in_subjunctive(sentence, token, group)
        return Governor(Cue("insist", "verbs", "requested") if wanted else cue, head.i, "that")
    if (bare := told_without_that(sentence, i)) is not None:
        return bare
    start = clause_start(sentence, i, group)
    k = start - 1
    if k > 0 and sentence.doc[k].lower_ in {"that", "whether", "how", "if"}:
        j = left_of(sentence, k)
        found = cue_here(sentence, j, "that")
        told = found is not None and found.cue.effect == "pass"
        if found is None and (rumour := goes_round(sentence, j)) is not None:
            return rumour
        if sentence.doc[k].lower_ == "that" and may_be(sentence, k - 1):
            return Governor(Cue("it may be", "verbs", "possible"), k - 1, "that")
        if sentence.doc[k].lower_ == "whether" and (found is None or told):
            return Governor(Cue("whether", "verbs", "unknown"), k, "that")  # 'refuses to say whether they left'
        if found:
            return found
        tail = sentence.phrase_of(j) if j >= 0 else None
        for _ in range(3):
            if tail is None or tail.prep is None or tail.start < 2:
                break
            tail = sentence.phrase_of(made_by(sentence, tail) - 1)
            cue = cue_at(sentence, tail.head, "that") if tail is not None else None
            if tail is not None and cue is not None and cue.sort == "nouns" and cue.effect not in _OF_ACTS:
                return Governor(cue, tail.head, "that")
        if j >= 0 and (phrase := sentence.phrase_of(j)) is not None:
            found = cue_here(sentence, phrase.head, "that") or cue_here(sentence, before_phrases(sentence, phrase), "that")
            if found and found.cue.effect not in _OF_ACTS:  # 'called off the truce that they had signed'
                return found
    over = k >= 0 and k in sentence.verbs and sentence.doc[k].lower_ not in BE and not tells_of_subject(sentence, k, i)
    behind = sentence.phrase_of(head.i) if token.dep_ == "acl" else None
    beside = behind is not None and behind.prep is not None  # 'was refused entry at a post manned by X'
    if over and not beside and (cue := cue_at(sentence, k, "that")):
        return Governor(cue, k, "that") if cue.effect not in _OF_ACTS else None  # 'stopping aid is a breach'
    if token.dep_ == "conj" and head.i < i and head.dep_ == "ccomp" and (cue := cue_at(sentence, head.head.i, "that")):
        return Governor(cue, head.head.i, "that") if head.head.i < i else None
    return None


_OF_ACTS = frozenset({"stopped", "begun", "finished", "negate"})
"""Effects of words that take an act and never a clause of its own."""


def _of_noun(sentence: Sentence, i: int) -> Governor | None:
    phrase = sentence.phrase_of(i)
    if phrase is None:
        return None
    own = opens_clause(sentence, phrase)
    first = phrase if own else measured(sentence, first_so_joined(sentence, sentence.all_of(phrase)[0]))
    if phrase.prep is None and first.prep is not None and (other := first_conjunct(sentence, phrase)) is not None:
        return _of_noun(sentence, other)
    if (report := noun_told_of(sentence, first) or undone_behind(sentence, phrase)) is not None:
        return report
    told = _of_noun_outside(sentence, i, phrase, first)
    told = None if told is not None and is_named_thing(sentence, told, first) else told
    return called_so(sentence, i, phrase, told) or told


_INSISTS = frozenset({"insist", "insists", "insisted", "insisting"})
_BECAUSE = frozenset({"due", "owing", "thanks"})
_WHILE = frozenset({"breach", "violation", "contravention", "defiance"})


def _of_noun_outside(sentence: Sentence, i: int, phrase: Phrase, first: Phrase) -> Governor | None:
    """What governs a noun from outside its own phrase."""
    if (
        phrase.head != i
        and sentence.doc[i].pos_ != "VERB"
        and (cue := cue_at(sentence, phrase.head, "noun"))
        and cue.sort == "nouns"
    ):
        return Governor(cue, phrase.head, "noun")
    if first.prep and (idiom := idiom_before(sentence, first.start - 1, "noun")) is not None:
        return idiom
    over = sentence.phrase_of(first.start - 2) if first.prep == "of" and first.start >= 2 else None
    if over is not None and sentence.doc[over.head].lower_ in PARTS:
        return _of_noun(sentence, over.head)  # 'completed the first phase of the withdrawal'
    if first.prep == "on" and first.start >= 2 and sentence.doc[first.start - 2].lower_ in _INSISTS:
        return Governor(Cue("insist", "verbs", "requested"), first.start - 2, "noun")
    opened = first.prep == "as" and sentence.doc[phrase.head].dep_ == "nsubj"  # 'as violations of the truce continue'
    if first.prep and not opened:
        if first.prep.endswith("to") and sentence.doc[max(0, first.start - 2)].lower_ in _BECAUSE:
            return None  # 'was closed due to shelling'
        if first.prep == "without":
            return Governor(Cue("without", "verbs", "negate"), first.start - 1, "noun")
        if first.prep == "against" and (off := warned_off(sentence, first.start - 1)) is not None:
            return off
        if (due := set_for(sentence, first)) is not None:
            return due
        if (before := followed(sentence, first)) is not None:
            return before
        blamed = blamed_for(sentence, first) if first.prep in {"for", "of", "in"} else None
        blamed = blamed or charged_in_a_row(sentence, first)
        if blamed is not None:
            return blamed
        j = first.start - (3 if first.prep == "out of" else 2)
        found = cue_here(sentence, first.start - 1, "noun") or (cue_here(sentence, j, "noun") if j >= 0 else None)
        if found and stands_beside(found.cue, first.prep):
            return None
        if found and found.token != i:
            return found
        if first.prep == "with" and (begun := begun_with(sentence, first)) is not None:
            return begun
        if j >= 0 and (left := sentence.phrase_of(j)) is not None and first.prep in {"of", "for", "to", "on"}:
            cue = cue_at(sentence, left.head, "noun")
            if cue and cue.sort == "nouns":
                return Governor(cue, left.head, "noun")
            if left.prep in {"by", "from"} and left.start >= 2:
                found = cue_here(sentence, left.start - 2, "noun")  # 'accusations by either side of violations'
                return found if found and found.cue.sort == "nouns" else None
        if first.prep == "in" and sentence.doc[i].lower_ in _WHILE:
            return _charged_with(sentence, i)
        return None
    if (going_on := is_going_on(sentence, phrase.end)) is not None:
        return going_on
    if (half := half_done(sentence, phrase)) is not None:
        return Governor(Cue("halfway", "adjectives", "begun"), half, "noun")
    if (told := standing(sentence, phrase)) is not None:
        return told
    head = sentence.doc[phrase.head]
    if head.dep_ in {"nsubj", "nsubj:pass"} and head.head.i in sentence.verbs and head.head.i > i:
        verb = yet_to(sentence, head.head.i)
        if (prospect := is_prospect(sentence, verb)) is not None:
            return prospect
        cue = cue_at(sentence, verb, "noun")
        return Governor(cue or Cue(head.head.lemma_, "verbs", HOST), verb, "subj")
    going = head.head.i > i and f"{sentence.doc[head.head.i - 1].lower_} {head.head.lower_}"
    if going in {"under way", "in progress"}:
        return Governor(Cue("under way", "adjectives", "begun"), head.head.i - 1, "noun")
    if head.dep_ in {"nsubj", "nsubj:pass"} and head.head.i > i and any(c.dep_ == "cop" for c in head.head.children):
        if head.head.lower_ == "off":
            return Governor(Cue("call off", "verbs", "stopped"), head.head.i, "subj")  # 'the exchange is off'
        found = is_prospect(sentence, head.head.i) or cue_here(sentence, head.head.i, "noun")
        return (
            found
            if found and found.cue.sort == "adjectives"
            else Governor(Cue(head.head.lower_, "adjectives", "stated"), head.head.i, "subj")
        )
    nxt = phrase.end
    while nxt < len(sentence.doc) and (
        sentence.phrase_of(nxt) is not None
        or sentence.doc[nxt].pos_ in {"ADP", "ADV", "PART"}
        or sentence.doc[nxt].pos_ == "AUX"
    ):
        if nxt in sentence.verbs and sentence.doc[nxt].pos_ != "AUX":
            break
        nxt += 1
    k = before_its_name(sentence, left_of(sentence, first.start))
    if k >= 0 and k in sentence.verbs and made_a_condition(sentence, phrase, k):
        return Governor(Cue("condition", "nouns", "possible"), k, "noun")
    named = k > 0 and sentence.doc[i].pos_ != "ADJ" and sentence.doc[k].lower_ in BE
    if named and (wanted := is_what_is_wanted(sentence, k)) is not None:
        return wanted
    found = cue_here(sentence, k, "noun")
    if found and found.cue.lemma == "end" and sentence.doc[i].lower_ in LASTING:
        return Governor(Cue("end", "verbs", "stopped"), found.token, "noun")  # 'X ended its occupation'
    if found:
        return found
    if k >= 0 and k in sentence.verbs:
        return Governor(Cue(sentence.doc[k].lemma_, "verbs", HOST), k, "noun")
    if (
        nxt < len(sentence.doc)
        and nxt in sentence.verbs
        and (k < 0 or sentence.doc[k].text in ',;:"“' or sentence.doc[k].lower_ in {"that", "and", "but", "while", "said"})
    ):
        cue = cue_at(sentence, nxt, "noun")
        return Governor(cue or Cue(sentence.doc[nxt].lemma_, "verbs", HOST), nxt, "subj")
    return None
