"""What a verb group says by itself: auxiliaries, negation, tense, aspect.

Invariant: no governor and no other clause is looked at, but for one: 'would' after a word of saying reports 'will'.
"""

from __future__ import annotations

import re

from servanda.reading.acts.clause import HAVE, Group, Sentence, group_of
from servanda.reading.acts.governors import governor_of
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.verb_before import listed_infinitive
from servanda.reading.acts.verbs import BE, tags_of
from servanda.reading.claim import Modality, Polarity
from servanda.reading.frozen import replace
from servanda.reading.modality.alternatives import under_one_not
from servanda.reading.modality.lexicon import modality_lexicon
from servanda.reading.modality.outcome import Force
from servanda.reading.parser.parsed import Doc


def shares_auxiliary(sentence: Sentence, at: int, group: Group) -> int | None:
    """'to leave and hand over', 'will leave and hand over': the verb whose auxiliary or 'to' the bare one shares."""
    token = sentence.doc[at]
    head = token.head
    if (last := _joined_infinitive(sentence, at, group) or listed_infinitive(sentence, at, group)) is not None:
        return last
    if _left_off(sentence, at, group):
        return head.i
    if (
        token.dep_ != "conj"
        or set(group.words) - {"not"}
        or group.infinitive
        or group.tag not in {"base", "past"}
        or head.i >= at
        or head.i not in sentence.verbs
    ):
        return None
    if any(c.dep_ in {"nsubj", "nsubj:pass"} for c in token.children):
        return None
    other = group_of(sentence, head.i)
    if other.negated and _goes_on(sentence, at, head.i):
        return None
    if group.tag == "past" and not (_is_base(sentence, at) and other.tag == "base" and (other.infinitive or other.words)):
        return None  # but 'will gather and put down their guns'
    if other.perfect and not other.infinitive and not _is_participle(sentence, at):  # 'has sent men to guard it, prevent raids'
        return next((k for k in range(at - 1, head.i, -1) if k in sentence.verbs and group_of(sentence, k).infinitive), None)
    if other.infinitive or other.words:
        return head.i
    over = head.head
    if other.tag == "ing" and head.dep_ == "xcomp" and over.i in sentence.verbs and over.i < head.i:
        above = group_of(sentence, over.i)  # 'would stop shelling the town and leave it': a bare form is no gerund's fellow
        return over.i if above.infinitive or above.words else None
    return shares_auxiliary(sentence, head.i, other)


def _goes_on(sentence: Sentence, at: int, negated: int) -> bool:
    """'Did not return fire and continue to keep the truce': what goes on behind 'and' is told in the present, and no 'not'
    reaches it; 'or continue' and 'and withdraw' share it."""
    joined = {t.lower_ for t in sentence.doc[negated + 1 : at] if t.dep_ == "cc"}
    return joined == {"and"} and sentence.doc[at].lemma_.lower() in {"continue", "remain", "keep", "stay"}


def _is_participle(sentence: Sentence, at: int) -> bool:
    """Whether a form may stand behind 'has': 'hit' and 'shut' may, 'prevent' may not."""
    return any(tag == "pp" for _, tag in tags_of(sentence.doc[at].lower_))


def _is_base(sentence: Sentence, at: int) -> bool:
    """Whether a past form is the bare one too: 'put', 'hit', 'shut'."""
    return any(tag == "base" for _, tag in tags_of(sentence.doc[at].lower_))


def _left_off(sentence: Sentence, at: int, group: Group) -> bool:
    """'The guns will be collected and the fighters disarmed': 'will be' is left off behind the second subject."""
    token = sentence.doc[at]
    head = token.head
    if token.dep_ != "conj" or group.words or group.infinitive or head.i >= at or head.i not in sentence.verbs:
        return False
    if not token.lower_.endswith(("ed", "en", "t", "n")) or any(c.dep_ in {"obj", "aux"} for c in token.children):
        return False
    other = group_of(sentence, head.i)
    if group.tag not in {"en", "past"}:
        return False
    return (other.passive and "be" in other.words) or (not other.words and _left_off(sentence, head.i, other))


def _joined_infinitive(sentence: Sentence, at: int, group: Group) -> int | None:
    """'Agreed to halt the fighting and withdraw troops': a bare form behind 'and' in a clause told in the past, whatever
    the parser hung it on."""
    doc = sentence.doc
    if group.words or group.infinitive or group.tag != "base" or at < 3 or doc[at - 1].lower_ not in {"and", "or"}:
        return None
    before = [k for k in range(at - 1) if k in sentence.verbs and doc[k].pos_ != "AUX"]
    if len(before) < 2 or not group_of(sentence, before[-1]).infinitive:
        return None
    told = group_of(sentence, before[-2])
    return before[-1] if told.tag == "past" or told.perfect else None


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
    if k >= 0:
        return False
    return sentence.segment != "headline" or (group.start > 0 and sentence.doc[0].is_quote) or bool(sentence.words & _TELLS)


_TELLS = frozenset({"tells", "tell", "urges", "urge", "warns", "told"})
"""In a headline: 'Free the hostages, bishop tells rebels'."""


def _by_rule(sentence: Sentence, at: int, subject: Phrase | None) -> bool:
    """'Under the agreement both sides are to leave': it is not their own plan, but what a text asks of them."""
    doc = sentence.doc
    if subject is not None and (
        doc[subject.start].lower_ in {"both", "all", "each"} or doc[subject.head].lower_ in {"parties", "sides", "signatories"}
    ):
        return True
    before = {t.lower_ for t in doc[:at]}
    after = [t.lower_ for t in doc[at + 1 :]]
    late = any(w == "within" or (w == "later" and n and after[n - 1] == "no") for n, w in enumerate(after))
    under = any(w == "under" and not _RULES.isdisjoint(after[n + 1 : n + 4]) for n, w in enumerate(after))
    return late or under or bool(before & _RULES and before & {"under", "states", "says", "requires", "according", "provides"})


_RULES = frozenset(
    ["agreement", "deal", "accord", "pact", "treaty", "protocol", "plan", "terms", "text", "roadmap", "timetable"]
)


def _shares_not(sentence: Sentence, at: int) -> bool:
    """'Not to recruit or to attack': the 'not' before the first infinitive reaches those joined by 'or'."""
    token = sentence.doc[at]
    head = token.head
    if token.dep_ != "conj" or head.i >= at or head.i not in sentence.verbs:
        return False
    other = group_of(sentence, head.i)
    joined = any(t.lower_ in {"or", "nor"} for t in sentence.doc[head.i + 1 : at])
    return joined and other.infinitive and other.negated


def _first_of_row(sentence: Sentence, at: int, before: int) -> Force | None:
    """'Is to clear the mines, to leave the posts and to hand over guns': what the first is, all are. A row is closed by 'and
    to'; 'is to leave, to allow the return' is none."""
    words = [t.lower_ for t in sentence.doc]
    closed = words[before] == "and" or ["and", "to"] in [words[n : n + 2] for n in range(at, len(words))]
    if before < 1 or words[before] not in {",", "and"} or not closed:
        return None
    left = next((j for j in range(before - 1, -1, -1) if j in sentence.verbs and sentence.doc[j].pos_ != "AUX"), None)
    if left is None or not group_of(sentence, left).infinitive:
        return None
    first = own_force(sentence, left, group_of(sentence, left), False, True, None)
    return first if not first.bare and first.modality in {"required", "announced"} else None


def _dated_ahead(sentence: Sentence, at: int) -> bool:
    """'would have left within three days'."""
    return any(t.lower_ in {"within", "by"} for t in sentence.doc[at + 1 : at + 8])


_SENSES = frozenset({"hear", "see", "feel", "smell"})


def own_force(sentence: Sentence, at: int, group: Group | None, state: bool, telic: bool, subject: Phrase | None) -> Force:
    """The force that a word has by its own auxiliaries, negation and tense, governors left aside."""
    if group is None:
        negated = no_before(sentence, at)
        return Force(bare=True, polarity="negated" if negated else "affirmed")
    lent = (
        (group.infinitive or (group.tag == "ing" and not group.words))
        and subject is not None
        and any(k in sentence.verbs for k in range(subject.end, group.start))
    )
    negative = group.negated or (not lent and negative_subject(sentence, at, subject))  # 'nobody came to …' is told once
    negative = negative or _none_of_it_done(sentence, group)
    if negative_object(sentence, at) and (subject is None or subject.start < at):  # 'there were no soldiers' is told once
        negative = not negative
    negative = negative or (not group.words and not group.infinitive and under_one_not(sentence, at))
    polarity: Polarity = "negated" if negative else "affirmed"
    words = group.words
    lexicon = modality_lexicon()
    base = Force(polarity=polarity)
    if group.infinitive:
        k = group.start - 1
        if k > 0 and sentence.doc[k].lower_ == "still" and sentence.doc[k - 1].lower_ in {"is", "are", "was", "were"}:
            return replace(base, polarity="negated", reaches_back=True)  # 'is still to leave'
        while k >= 0 and sentence.doc[k].lower_ in {"not", "also", "now", "still", "already", "both", "n't", "all"}:
            k -= 1
        low = sentence.doc[k].lower_ if k >= 0 else ""
        if low == "yet":
            return replace(base, polarity="negated", reaches_back=True)
        if low in BE and low not in {"being"}:
            past = low in {"was", "were"}
            if sentence.doc[k + 1].lower_ in {"not", "n't"}:
                base = replace(base, polarity="negated")
            ruled = past or _by_rule(sentence, at, subject)
            return replace(base, modality="required" if ruled else "announced", past=past, future=not past)
        if low in HAVE:
            return replace(base, modality="required")
        if (first := _first_of_row(sentence, at, k)) is not None:
            return replace(first, polarity=base.polarity)
        if _shares_not(sentence, at):
            base = replace(base, polarity="negated")
        return replace(base, bare=True)
    modal = next((lexicon.auxiliaries[w] for w in words if w in lexicon.auxiliaries), None)
    own_will = "shall" in words and subject is not None and sentence.doc[subject.head].lower_ in {"we", "i"}
    if modal == "announced" or own_will:
        return _of_will(base, negative, telic or state)
    if modal == "required":
        if group.perfect and "must" in words and (group.passive or not _dated_ahead(sentence, at)):
            return replace(base, modality="possible")  # 'must have fired' is guessed, 'must have left by May' is owed
        return replace(base, modality="required")
    if modal == "possible":
        would = any(w in {"would", "'d", "’d"} for w in words)
        if would and (not group.perfect or _dated_ahead(sentence, at)) and _reported(sentence, at, group):
            return _of_will(base, negative, telic or state)
        if would and negative and group.negated and not group.perfect and _own_will(sentence, at):
            return replace(base, modality="refused", polarity="affirmed", past=True)
        if any(w in {"could", "can", "ca", "cannot"} for w in words) and negative:
            return replace(base, modality="completed" if "could" in words else "possible", polarity="negated")
        if "could" in words and sentence.doc[at].lemma_.lower() in _SENSES and not negative:
            return replace(base, past=True)  # 'could hear shelling': they heard it
        if "may" in words and negative and not group.negated:
            return replace(base, modality="required")  # 'no party may attack'
        return replace(base, modality="possible")
    if _imperative(sentence, at, group):
        return replace(base, modality="requested", future=True)
    still = any(w == "still" for w in words)
    if group.progressive:
        past = any(w in {"was", "were"} for w in words) or "had" in words
        going = sentence.doc[at].lower_ == "going" and at + 1 < len(sentence.doc) and sentence.doc[at + 1].lower_ == "to"
        if going:
            return _of_will(base, negative, telic or state)
        perfect = any(w in HAVE for w in words)
        modality: Modality = "under-way" if telic or not (past or perfect) else "completed"
        lasts = not telic and perfect and not past and not negative and "since" in sentence.words
        if not telic:  # 'has been shelling the town since Monday' goes on, and since then
            modality = "completed" if past or (perfect and not lasts) else "under-way"
        back = (perfect and not lasts) or still
        return replace(base, modality=modality, past=past, present=not past, begun=True, reaches_back=back)
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
    if telic and not words and sentence.words.isdisjoint(_AHEAD) and _beside(sentence, at, subject):
        return replace(base, modality="under-way", present=True, begun=True)
    return replace(base, present=True)


def _beside(sentence: Sentence, at: int, subject: Phrase | None) -> bool:
    """'Burn houses as they leave the town': they are on their way."""
    mark = any(c.dep_ in {"mark", "advmod"} and c.lower_ in _MEANWHILE and c.i < at for c in sentence.doc[at].children)
    before = subject.start - 1 if subject is not None and subject.end <= at else -1
    return mark or (before > 0 and sentence.doc[before].lower_ in _MEANWHILE)


_AHEAD = frozenset({"will", "would", "shall", "must", "may", "could", "should"})
_MEANWHILE = frozenset({"as", "while"})


def _of_will(base: Force, negative: bool, owed: bool) -> Force:
    """'Will leave' is announced, 'will not leave' refused; who 'will not attack' announces that nothing will be done."""
    if negative and owed:
        return replace(base, modality="refused", polarity="affirmed", future=True)
    return replace(base, modality="announced", future=True)


def _own_will(sentence: Sentence, at: int) -> bool:
    """'The guards would not let the patrol in' refused it; under an 'if', or of what merely is, it tells of nothing."""
    if not sentence.words.isdisjoint({"if", "unless", "otherwise", "were", "without"}):
        return False
    return sentence.doc[at].lower_ not in BE | {"have", "mean", "help", "matter", "work", "happen"}


def _reported(sentence: Sentence, at: int, group: Group) -> bool:
    """'would' that reports 'will': its clause hangs on a word of saying, agreeing or promising."""
    governor = governor_of(sentence, at, group)
    return (
        governor is not None
        and governor.cue.sort in {"verbs", "nouns"}
        and governor.cue.effect in {"pass", "promised", "announced", "performed", "refused", "required"}
    )


def no_before(sentence: Sentence, at: int) -> bool:
    """'no shelling', 'neither withdrawal', 'there is no longer any shelling', 'there was not a need'."""
    phrase = sentence.phrase_of(at)
    if phrase is None or _numbers(sentence, phrase.start):
        return False
    doc, k = sentence.doc, _behind_number(sentence, phrase)
    if doc[k].lower_ in {"no", "neither", "zero"}:
        return True
    return k > 2 and doc[k - 1].lower_ in {"longer", "not", "n't", "n’t"} and _there_is(doc, k)


_RUNNING = re.compile(r"\d+/\d*")


def _behind_number(sentence: Sentence, phrase: Phrase) -> int:
    """Where a phrase begins behind the running number of a thread: '6/6 No shelling overnight'."""
    return phrase.start + (phrase.start == 0 < phrase.head and _RUNNING.fullmatch(sentence.doc[0].text) is not None)


def _there_is(doc: Doc, before: int) -> bool:
    low = [t.lower_ for t in doc[max(0, before - 4) : before]]
    return "there" in low and not BE.isdisjoint(low)


def _numbers(sentence: Sentence, at: int) -> bool:
    """The 'No.' of 'agreement No. 1'."""
    after = sentence.doc[at + 1] if at + 1 < len(sentence.doc) else None
    named = at > 0 and sentence.doc[at].text == "No" and after is not None
    return named and after is not None and (after.text == "." or after.text[:1].isdigit())


_NO_TIME = frozenset({"time", "effort", "hesitation", "doubt"})
"""'Wasted no time reinitiating its attacks': it did so."""


_HARDLY = frozenset({"hardly", "scarcely", "barely"})
"""'Hardly any troops have left'."""


def negative_subject(sentence: Sentence, at: int, subject: Phrase | None) -> bool:
    """'nobody left', 'not a single soldier left', 'none of the troops left'."""
    if subject is None:
        return False
    doc = sentence.doc
    if doc[at].dep_ == "acl:relcl" and subject.start < at and doc[at].head.i in range(subject.start, subject.end):
        return False  # 'neither side, which signed it, has left': it signed it
    spent = subject.start and doc[subject.start - 1].lemma_.lower() in {"waste", "lose", "take", "spare"}
    if spent and doc[subject.head].lower_ in _NO_TIME:
        return False
    first = doc[_behind_number(sentence, subject)].lower_ if not _numbers(sentence, subject.start) else ""
    k = subject.start - 1
    while k > 0 and doc[k].lower_ in {"more", "further", "single"}:  # 'no more convoys'
        k -= 1
    before = doc[k].lower_ if k >= 0 else ""
    if first in _HARDLY or (first == "any" and before in _HARDLY):
        return True
    if first in {"no", "neither", "nobody", "none", "nothing", "nor"} or before in {"no", "neither", "nor"}:
        return True
    if before == "not" or first == "not":
        nxt = doc[subject.start].lower_ if before == "not" else doc[subject.start + 1].lower_
        return nxt in {"a", "one", "any", "single", "all", "every"}
    return before == "of" and subject.start >= 2 and doc[subject.start - 2].lower_ in {"none", "neither"}


def _none_of_it_done(sentence: Sentence, group: Group) -> bool:
    """'No shots fired by X', 'no prisoners freed': a bare participle right behind what was not done."""
    bare = not group.words and group.tag in {"past", "pp"} and group.start > 0
    what = sentence.phrase_of(group.start - 1) if bare else None
    none = what is not None and what.prep is None and what.end == group.start
    return (
        none
        and what is not None
        and sentence.doc[_behind_number(sentence, what)].lower_ == "no"
        and not _numbers(sentence, what.start)
    )


def _not_one(sentence: Sentence, k: int) -> bool | None:
    """'Freed not one of them', 'not a single man': none; 'not one but three': not none. None where no such words stand."""
    words = [t.lower_ for t in sentence.doc[k : k + 4]]
    words = words[1:] if words[:1] == ["even"] else words
    length = 1 if words[:1] == ["one"] else 2 if words[:2] == ["a", "single"] else 0
    return None if not length else words[length : length + 1] not in (["but"], [","])


def negative_object(sentence: Sentence, at: int) -> bool:
    """'Released no prisoners', 'handed over none of them', 'freed not one of the men'."""
    doc = sentence.doc
    for k in range(at + 1, min(at + 3, len(doc))):
        if doc[k].lower_ == "not" and (none := _not_one(sentence, k + 1)) is not None:
            return none
        if doc[k].lower_ in {"no", "neither", "nothing", "none", "nobody"}:
            nxt = doc[k + 1].lower_ if k + 1 < len(doc) else ""
            then = doc[k + 2].lower_ if k + 2 < len(doc) else ""
            fewer = nxt in {"more", "less", "fewer"} and (then == "than" or doc[k].lower_ != "no")
            return nxt not in {"longer", "later", "sooner", "matter", "doubt", "time"} and not fewer  # 'holds no more men'
        if doc[k].pos_ not in {"ADP", "ADV", "PART"}:
            return False
    return False
