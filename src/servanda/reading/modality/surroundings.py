"""What stands around a clause: adverbs, conditions, questions, 'it is not known'.

Invariant: surroundings only ever make a claim weaker, or note that it reaches back from the day of speaking.
"""

from __future__ import annotations

import re
from functools import lru_cache

from servanda.reading.acts.clause import Group, Sentence, group_of
from servanda.reading.acts.date_words import DATE_WORDS
from servanda.reading.acts.phrases import Phrase
from servanda.reading.frozen import replace
from servanda.reading.modality.hearsay import or_so_they_say, told_by_nobody
from servanda.reading.modality.lexicon import modality_lexicon
from servanda.reading.modality.not_called import not_called_so
from servanda.reading.modality.of_anybody import a_rule_for_any, of_any_such, of_whoever, says_anybody, thought_out
from servanda.reading.modality.outcome import REAL, Force
from servanda.reading.modality.unconfirmed import only_complained_of
from servanda.reading.modality.untrue import is_made_up, is_unproven, is_untrue, taken_back
from servanda.reading.small_letters import compile_small, small


def surroundings(sentence: Sentence, at: int, force: Force, group: Group | None) -> Force:
    """The force after adverbs, conditions, questions and 'it is not known' around the clause."""
    lexicon = modality_lexicon()
    doc = sentence.doc
    text = doc.text
    unknown = _first(lexicon.unknown, text)
    here = doc[at].idx
    should = force.modality == "required" and "should" in sentence.words  # 'should the army shell the town, …'
    if (force.modality in REAL or should) and _inverted_condition(sentence, at):
        return replace(force, modality="possible", conditional=True)
    if (
        unknown
        and here < unknown.start()
        and re.match(r"\W*(?:how (?:many|much)|whether|who|when|where|what|which|why|how)\b", text, re.IGNORECASE)
        and force.modality in REAL
    ):
        return replace(force, modality="unknown", polarity="affirmed")
    if force.modality in REAL and "whether" in sentence.words and _WHETHER.search(small(text), 0, here):
        return replace(force, modality="unknown", polarity="affirmed")
    if unknown and unknown.end() <= here and force.modality not in {"required"} and _reaches(text[unknown.end() : here]):
        return replace(force, modality="unknown", polarity="affirmed")
    start = group.start if group is not None else at
    window = [doc[k].lower_ for k in range(max(0, start - 4), min(len(doc), at + 2))]
    adverb = next((lexicon.adverbs[w] for w in window if w in lexicon.adverbs), None)
    if adverb == "alleged" and force.modality in REAL:
        force = replace(force, modality="alleged")
    if force.modality in REAL and group is None and _so_called(sentence, at):
        force = replace(force, modality="alleged")
    called = group is None and force.modality in REAL and "what" in sentence.words
    if called and _WHAT_X_CALLS.search(small(text), 0, here):
        return replace(force, modality="possible")
    if force.modality in REAL and force.polarity == "affirmed" and _in_words_alone(text, here):
        return replace(force, modality="possible")
    if force.modality in REAL and force.polarity == "negated" and group is not None and _UNWILLING.match(small(text), here):
        return replace(force, modality="possible")
    if force.modality in REAL and group is not None and (modal := _inverted_modal(sentence, start, group)) is not None:
        return replace(force, modality="announced" if modal in {"will", "shall"} else "possible", future=True)
    if force.modality in REAL and (
        says_anybody(text, here)
        or (group is not None and (of_any_such(sentence, at, group) or of_whoever(sentence, at, group)))
    ):
        return replace(force, modality="possible", conditional=True)
    if force.modality in REAL and group is None and not_called_so(text, here):
        return replace(force, modality="possible")
    if force.modality in REAL and _IF_TRUE.search(small(text)):
        return replace(force, modality="possible", conditional=True)
    if force.modality in REAL | {"alleged"} and (is_untrue(text, here) or (group is None and is_made_up(sentence, text, here))):
        return replace(force, modality="denied", polarity="affirmed" if force.modality == "alleged" else force.polarity)
    if force.modality in REAL and (or_so_they_say(text, here) or is_unproven(text, here)):
        return replace(force, modality="alleged")
    all_but = group is not None and [t.lower_ for t in doc[max(0, at - 2) : at]] in (["all", "but"], ["good", "as"])
    nearly = group is not None and group.finite and group.words[-1:] in {("nearly",), ("almost",)}
    if force.modality in REAL and (nearly or all_but):
        return replace(force, modality="completed", polarity="negated" if force.polarity == "affirmed" else force.polarity)
    told = _first(lexicon.hearsay, text)
    if told and force.modality in REAL | {"announced"} and _same_clause(text, told, here):
        force = replace(force, modality="alleged")
    if force.modality in REAL and told_by_nobody(text, here):
        force = replace(force, modality="alleged")
    if adverb == "possible" and force.modality in REAL | {"announced"}:
        force = replace(force, modality="possible")
    if force.modality in REAL | {"announced", "refused"} and conditional(sentence, at, start):
        return replace(force, modality="possible", conditional=True)
    if text.rstrip("\"”’' ").endswith("?") and force.modality in REAL | {"announced", "refused"}:
        return replace(force, modality="possible", conditional=True)
    if force.modality == "required" and _PROVIDED.search(text, 0, here):
        return replace(force, modality="possible", conditional=True)
    if force.modality == "announced" and (_only_on(sentence, at) or a_rule_for_any(sentence, at)):
        return replace(force, modality="possible", conditional=True)
    if force.modality in {"announced", "refused"} and (thought_out(sentence, at) or _hangs_on_condition(sentence, at)):
        return replace(force, modality="possible", conditional=True)
    if force.modality in REAL and _holds_unless(sentence, at):
        return replace(force, modality="possible", conditional=True)
    if group is not None and group.words[:1] == ("be",) and group.start and doc[group.start - 1].lower_ == "or":
        force = replace(force, modality="possible")  # 'must leave or be bombed'
    if force.modality in REAL and group is not None and not group.words and _none_reported(sentence, at):
        force = replace(force, modality="possible", polarity="negated")
    if force.modality in REAL and (supposed := _IF_AS.match(small(text))) is not None and supposed.end() <= here:
        return replace(force, modality="possible", conditional=True)
    if force.modality in REAL | {"alleged"} and only_complained_of(text, here):
        return replace(force, modality="unknown", polarity="affirmed")
    if force.modality in REAL | {"alleged"} and taken_back(sentence, text, here):
        force = replace(force, modality="possible")
    if force.modality in REAL and (wrong := _WRONGLY.search(small(text))) is not None and wrong.end() <= here:
        force = replace(force, modality="alleged")
    if force.modality in REAL and group is not None and _whenever(sentence, start, group):
        force = replace(force, modality="possible", conditional=True)
    if force.modality in REAL and group is not None and group.tag == "ing" and _of_a_text(sentence, at):
        force = replace(force, modality="possible")
    if force.modality in REAL and group is None and _yet_to_begin(text, here):
        force = replace(force, modality="announced", whole=False)
    if any(w in {"still", "yet"} for w in window):
        force = replace(force, reaches_back=True)
    return force


_WHETHER = compile_small(r"\bwhether (?:or not )?(?:(?! but )[^,;:.])*$")
"""'Whether they left is disputed', 'whether or not they left': told by nobody."""
_WHAT_X_CALLS = compile_small(
    r"\bwhat (?!(?:it|he|she|they|we) )(?:[\w’'-]+ ){1,5}?"
    r"(?:calls?|called|terms?|termed|(?:describes?|described|portrays?|portrayed) as) (?:\w+ ){0,2}$"
)
"""'What X calls an attack was an accident': somebody's word for it."""
_DECREED = re.compile(r"\b(?:announc|declar|order|decree|proclaim)(?:e|es|ed|ing)?\b[^.;:]*$", re.IGNORECASE)
_BEGINS = re.compile(
    r"[^.;:!?]*?(?:,\s*|\s)(?:effective|starting|beginning|commencing|to (?:start|begin|commence|take effect|come into force)|"
    r"as of|from)\s+(?:(?:on|from|at|as of|early|in|the)\s+)*(?:\d|next|tomorrow|following|coming|mid|mon|tue|wed|thu|fri|"
    r"sat|sun|jan|feb|mar|apr|may\b|jun|jul|aug|sep|oct|nov|dec|immediately|midnight|dawn|noon)",
    re.IGNORECASE,
)


def _yet_to_begin(text: str, here: int) -> bool:
    """'Announced the withdrawal of his men, effective the following day': what was announced was to come."""
    return _DECREED.search(text, 0, here) is not None and _BEGINS.match(text, here) is not None


def _whenever(sentence: Sentence, start: int, group: Group) -> bool:
    """'When we are forced to answer', 'whenever troops fire': what happens at such times, and not once."""
    k = start - 1
    while k >= 0 and sentence.doc[k].text not in _ENDS and not _opens_such_a_time(sentence, k):
        k -= 1
    if k < 0 or sentence.doc[k].text in _ENDS or group.progressive or (k and sentence.doc[k - 1].lower_ == "time"):
        return False
    words = {sentence.doc[j].lower_ for j in range(k + 1, min(start + 2, len(sentence.doc)))}
    present = bool(words & {"is", "are", "am"}) or (group.finite and not group.words and group.tag in {"base", "s"})
    return present and not words & {"was", "were", "had", "did"}


_OFTEN = frozenset({"always", "usually", "often", "regularly", "routinely", "sometimes", "normally", "frequently", "typically"})
_EVERY = re.compile(
    r"[^,;.:]{0,60}?\b(?:at nights?|by night|every (?:night|day|evening|morning|week|time|\w+day)"
    r"|each (?:night|day|evening|morning)|nightly|daily|in the evenings?|on \w+days|from time to time|now and then)\b",
    re.IGNORECASE,
)


def by_habit(sentence: Sentence, at: int, group: Group) -> bool:
    """'The fighters always leave their camp', 'leave it at night': what they do time and again is no single deed."""
    if set(group.words) - _OFTEN or group.infinitive or group.tag not in {"base", "s"} or sentence.segment == "headline":
        return False
    if any(t.lower_ in _OFTEN for t in sentence.doc[max(0, group.start - 8) : at + 3]):
        return True
    token = sentence.doc[at]
    return _EVERY.match(sentence.doc.text, token.idx + len(token.text)) is not None


def _opens_such_a_time(sentence: Sentence, k: int) -> bool:
    """'When', 'the day', 'the moment' before a clause."""
    word = sentence.doc[k].lower_
    noun = word in {"day", "moment", "minute", "instant"} and k and sentence.doc[k - 1].lower_ in {"the", "every", "each"}
    return word in {"when", "whenever"} or bool(noun)


_ENDS = frozenset({",", ";", ":", "“", '"', "”"})
_HOLDS = frozenset({"include", "comprise", "entail", "involve", "cover", "contain", "foresee"})
_TEXTS = re.compile(
    r"\b(?:terms|provisions|conditions|clauses|articles|deal|agreement|accord|pact|plan|proposal|roadmap|road map|draft|text"
    r"|treaty|protocol|truce|ceasefire|package|mandate|demands|obligations|commitments)\b",
    re.IGNORECASE,
)


def _of_a_text(sentence: Sentence, at: int) -> bool:
    """'The terms include disarming the rebels': what a text holds is not done by that."""
    token, steps = sentence.doc[at], 0
    while token.dep_ in {"conj", "xcomp", "obj", "advcl", "ccomp", "acl"} and steps < 5:
        token, steps = token.head, steps + 1
        if token.lemma_.lower() in _HOLDS:
            return _TEXTS.search(sentence.doc.text[: token.idx]) is not None
    return False


_NOTHING_OF = re.compile(
    r"\bno (?:[\w-]+ )?(?:reports?|word|signs?|news|indications?|evidence) of (?:(?:any|more|further) )?[\w-]+(?: \w+){0,2} $",
    re.IGNORECASE,
)


def _none_reported(sentence: Sentence, at: int) -> bool:
    """'There were no reports of people killed or wounded': nobody says that any were."""
    first = at
    while first > 1 and sentence.doc[first - 1].lower_ == "or" and sentence.doc[first - 2].lower_.endswith("ed"):
        first -= 2
    return _NOTHING_OF.search(sentence.doc.text[: sentence.doc[first].idx]) is not None


_ON_PAPER = compile_small(r"(?:^|\b(?:only|merely|just|exists?|existed) )(?:on paper|in name|in theory)\b")
_TIME_TO = compile_small(r"\b(?:it(?: is|'s|’s) (?:high |about |now )?time|(?:the )?(?:time|moment) (?:has|had) come)\b")


def _in_words_alone(text: str, here: int) -> bool:
    """'On paper they have left', 'the road is open only on paper', 'it is time that they left': not said to be so."""
    text = small(text)
    due = _TIME_TO.search(text)
    return _ON_PAPER.search(text) is not None or (due is not None and due.end() <= here)


_UNWILLING = compile_small(
    r"[^.;,]{0,60}?\b(?:of (?:its|his|their|her|our) own (?:free )?(?:will|accord|volition|choice)|voluntarily|willingly|freely"
    r"|out of (?:goodwill|generosity|kindness|choice)|by choice)\b"
)
"""'Did not leave of its own will': whether it left is not said to be not so."""
_IF_AS = compile_small(r"\W*if, as [^,]{2,60}, ")
"""'If, as X says, they fired, the truce is over'."""
_WRONGLY = compile_small(
    r"\b(?:wrongly|falsely|mistakenly|erroneously|incorrectly) (?:claim|say|said|stat|report|assert|announc|alleg|insist)\w*"
)
"""'Wrongly claimed that they had left': the narrator does not say so."""
_IF_TRUE = compile_small(
    r"\bif (?:(?:this|that|it|(?:[\w’'-]+ ){0,4}?(?:claims?|reports?|allegations?|accusations?|charges?|rumou?rs?|account))"
    r" (?:is|are|was|were|proves?|prove to be|turns? out(?: to be)?) )?"
    r"(?:confirmed|verified|true|corroborated|correct|accurate)\b",
)


_SO_NAMED = re.compile(r"\bso[-\s]called (?:\w+ )?$", re.IGNORECASE)
_SO_CALLED = frozenset(
    {"alleged", "purported", "supposed", "claimed", "reported", "unconfirmed", "unverified", "rumoured", "rumored"}
)


def _so_called(sentence: Sentence, at: int) -> bool:
    """'An alleged incursion', 'reported shelling': the noun itself is said to be hearsay."""
    phrase = sentence.phrase_of(at)
    if _SO_NAMED.search(sentence.doc.text, 0, sentence.doc[at].idx):
        return True
    return phrase is not None and any(sentence.doc[k].lower_ in _SO_CALLED for k in range(phrase.start, at))


@lru_cache(maxsize=64)
def _first(words: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Where a sentence first holds such words; each of its acts asks."""
    return words.search(small(text))


_DOING = re.compile(r"\s+\w+ing\b")


def _same_clause(text: str, cue: re.Match[str], at: int) -> bool:
    """No mark that closes a clause stands between the cue and the act, but for the comma behind a cue put in front."""
    between = text[cue.end() : at] if cue.end() <= at else text[at : cue.start()]
    if at < cue.start() and between.rstrip().endswith(",") and _DOING.match(text, cue.end()):
        return False  # 'attacked the town, reportedly killing five': the attack itself is told outright
    return not any(mark in between.lstrip(", ") for mark in ";:.")


_PROVIDED = re.compile(
    r"(?:(?:^|,\s*)(?:provided|providing)\s+|\b(?!(?:deal|accord|agreement|truce|ceasefire|pact|treaty|plan|it|which|that|resolution"
    r"|article|paper|document|text|protocol|roadmap|terms|settlement|also|further|expressly|he|they|she)\b)[\w'’]+\s+provided\s+that\s+)"
    r"[^.;,]{0,80}$",
    re.IGNORECASE,
)
"""Not the 'provided that' of what an agreement lays down."""
_ON_CONDITION = compile_small(
    r"(?:,| but| only)? (?:(?:provided|providing) that |on (?:the )?condition that )"
    r"|, (?:provided|providing) "
)


def _hangs_on_condition(sentence: Sentence, at: int) -> bool:
    """'If the army leaves, the rebels will': what is to come only under a condition of the same sentence."""
    doc = sentence.doc
    for k, token in enumerate(doc):
        if token.lower_ not in {"if", "unless"} or token.pos_ not in {"SCONJ", "ADP"}:
            continue
        before = doc[k - 1].lower_ if k else ""
        if before in {"as", "even", "and", "asked", "ask", "know", "see", "clear"}:
            continue
        between = doc[min(k, at) : max(k, at)]
        quoted = sum(t.text in {'"', "“", "”"} for t in between)
        return not quoted and not any(t.text in {";", ":"} for t in between)
    return False


def _inverted_modal(sentence: Sentence, start: int, group: Group) -> str | None:
    """The 'will' of 'only when X has left will Y open the road', before its subject."""
    if not (group.tag == "base" and not group.words) and group.words[:1] != ("be",):
        return None
    subject = sentence.phrase_of(start - 1) if start else None
    if subject is None or subject.prep is not None or subject.end != start or subject.start < 2:
        return None
    before = sentence.doc[subject.start - 1].lower_
    return before if before in {"will", "shall", "would", "can", "could", "may", "might", "must", "should"} else None


def _only_on(sentence: Sentence, at: int) -> bool:
    """'Will disarm, provided that the prisoners are released'; 'as long as' tells how long."""
    text, here = sentence.doc.text, sentence.doc[at].idx
    on = _ON_CONDITION.search(small(text), here)
    return on is not None and not any(mark in text[here : on.start()] for mark in ';:"“”')


def _holds_unless(sentence: Sentence, at: int) -> bool:
    """'Is renewed for a year unless a party objects': a rule for what may come, with no other verb before 'unless'."""
    k = next((t.i for t in sentence.doc[at + 1 :] if t.lower_ == "unless"), None)
    return k is not None and not any(at < v < k for v in sentence.verbs)


def _inverted_condition(sentence: Sentence, at: int) -> bool:
    """'Had the army left': an auxiliary before its subject, in no question and after no opening negative."""
    if _opens_condition(sentence, at) or _closes_condition(sentence, at):
        return True
    token = sentence.doc[at]
    subject = next((c.i for c in token.children if c.dep_ in {"nsubj", "nsubj:pass"} and c.i < at), None)
    if subject is None or sentence.doc.text.rstrip().endswith("?"):
        return False
    for child in token.children:
        if child.dep_ in {"aux", "aux:pass", "cop"} and child.i < subject and child.lower_ in {"had", "were", "should"}:
            before = sentence.doc[child.i - 1] if child.i else None
            return before is None or before.lower_ not in {"nor", "neither", "never", "not", "only", "rarely"}
    return False


def _closes_condition(sentence: Sentence, at: int) -> bool:
    """'They would have left had the road been open': behind a clause that tells what would have been."""
    doc = sentence.doc
    had = next((j for j in range(at - 1, 0, -1) if doc[j].lower_ == "had"), None)
    if had is None or not {"would", "could", "might"} & {t.lower_ for t in doc[:had]}:
        return False
    subject = sentence.phrase_of(had + 1)
    if subject is None or subject.prep is not None or subject.start != had + 1 or subject.end > at:
        return False
    return all(t.pos_ in {"ADV", "PART", "AUX"} or t.lower_ == "been" for t in doc[subject.end : at])


def _opens_condition(sentence: Sentence, at: int) -> bool:
    """'Had the army left, …', 'Were the rebels to leave, …' by the order of the words, and with a clause to follow."""
    doc = sentence.doc
    k = next((j for j in range(min(2, len(doc))) if doc[j].is_alpha), 0)
    if doc[k].lower_ not in {"had", "were", "should"} or doc.text.rstrip("\"”’' ").endswith("?"):
        return False
    subject = sentence.phrase_of(k + 1)
    if subject is None or subject.prep is not None or subject.end > at:
        return False
    end = subject.end
    while end < at and (tail := sentence.phrase_of(end + 1)) is not None and tail.prep == "of" and tail.end <= at:
        end = tail.end
    between = doc[end:at]
    return all(t.pos_ in {"ADV", "PART", "AUX"} or t.lower_ in {"to", "been"} for t in between) and any(
        t.text == "," for t in doc[at:]
    )


def _reaches(between: str) -> bool:
    """The unknown reaches an act where only its own question stands between ('how many of the units …')."""
    low = between.lower()
    broken = any(mark in low for mark in (";", ":", ", but "))
    return len(between) < 90 and not broken and any(w in f" {low} " for w in _QUESTIONS)


_QUESTIONS = tuple(f" {w} " for w in ("whether", "if", "how", "when", "who", "where", "which", "what", "that", "why"))


def conditional(sentence: Sentence, at: int, start: int) -> bool:
    """The act stands in a clause opened by 'if', 'unless', 'until', 'before' that no comma has closed."""
    doc = sentence.doc
    joined = doc[at].head.i
    listed = start > 0 and doc[start - 1].lower_ in {",", "or"} and doc[at].dep_ in {"conj", "advcl"}
    if listed and joined < at and joined in sentence.verbs and _OR.search(doc.text, doc[at].idx):
        return conditional(sentence, joined, joined)  # 'if they came back, fired or barred the way'
    if (first := _joined_under_one(sentence, at, start)) is not None:
        return conditional(sentence, first, group_of(sentence, first).start)
    for k in range(start - 1, max(-1, start - 14), -1):
        low = doc[k].lower_
        if low == "once" and k + 1 < len(doc) and doc[k + 1].lower_ in {"more", "again"}:
            continue
        if (
            low in {"soon", "long"}
            and k + 1 < len(doc)
            and doc[k + 1].lower_ == "as"
            and any(t.lower_ in _TO_COME for t in doc[:k])
        ):
            return True  # 'would leave as soon as the others began to'; in a plain past both have happened
        before = doc[k - 1].lower_ if k else ""
        only_when = before == "only" and low in {"when", "after"}
        in_the_event = before == "the" and low in {"case", "event"} and k + 1 < len(doc) and doc[k + 1].lower_ == "of"
        if low in {"whoever", "whichever"} or (before, low) in _CASES or only_when or in_the_event:
            return True  # 'in case the town was shelled', 'only when they have left will the road open'
        if low in {"if", "unless", "provided", "lest", "once"} and (doc[k].pos_ in {"SCONJ", "ADP", "VERB", "ADV"}):
            return True
        if (
            low in {"until", "before", "till"}
            and k + 1 < len(doc)
            and doc[k + 1].lower_ not in {"now", "today", "then", "recently"}
        ):
            nxt = sentence.phrase_of(k + 1)
            told = doc[at].dep_ == "ccomp" and doc[at].head.i < k
            if nxt is None or (told and nxt.end < start and doc[nxt.end].lower_ == "that"):
                return False  # 'said before dawn that they had left'
            return nxt.end >= start - 3 and nxt.prep in {None, low} and not _time_word(sentence, nxt)
        if doc[k].text == "," and _set_in(sentence, k):
            return True
        if doc[k].text in {",", ";", ":", ".", "“", '"'} or (
            k in sentence.verbs
            and doc[k].pos_ != "AUX"
            and low not in {"provided"}
            and not (before == "to" and k > 1 and doc[k - 2].lower_ == "due")
            and doc[k].dep_ not in {"acl", "amod", "acl:relcl"}
        ):
            return False
    return False


def _joined_under_one(sentence: Sentence, at: int, start: int) -> int | None:
    """'Unless X ends its raids and withdraws', 'if X stops and Y leaves': the verb whose conjunction opens both clauses.
    In the past only 'if' does: 'before X left and Y came' may tell of both."""
    head = _first_of_two(sentence, at, start)
    if head is None or at not in sentence.verbs:
        return None
    first, second = group_of(sentence, head), group_of(sentence, at)
    if first.perfect and not second.words:
        return head if second.tag in {"pp", "past"} else None  # 'once X has left and opened the road'
    present = {first.tag, second.tag} <= {"s", "base"} and "did" not in {*first.words, *second.words}
    one = first.tag == second.tag and (present or not _IFS.isdisjoint(t.lower_ for t in sentence.doc[:head]))
    return head if one else None


def _first_of_two(sentence: Sentence, at: int, start: int) -> int | None:
    """The verb that 'and' joins the one at `at` to: the nearest before 'and' and a subject of its own, else by the tree."""
    subject = sentence.phrase_of(start - 1) if start else None
    if subject is not None and subject.prep is None and subject.end == start and subject.start > 1:
        before = [t.lower_ for t in sentence.doc[subject.start - 2 : subject.start]]
        if before[1] == "and" and before[0] != ",":
            return next((k for k in range(subject.start - 2, -1, -1) if k in sentence.verbs), None)
    token = sentence.doc[at]
    joined = any(c.dep_ == "cc" and c.lower_ in {"and", "or"} for c in token.children)
    return token.head.i if token.dep_ == "conj" and joined and token.head.i < at and token.head.i in sentence.verbs else None


_CASES = frozenset({("in", "case"), ("on", "condition"), ("the", "condition")})
_IFS = frozenset({"if", "unless", "once", "provided", "lest"})


def _set_in(sentence: Sentence, comma: int) -> bool:
    """'If, in the case of the rebels, it does not leave': the comma closes what was set in right behind the 'if'."""
    doc = sentence.doc
    opened = next((j for j in range(comma - 1, max(0, comma - 12), -1) if doc[j].text == ","), 0)
    if not opened or doc[opened - 1].lower_ not in _IFS:
        return False
    return not any(k in sentence.verbs for k in range(opened, comma))


_TO_COME = frozenset({"will", "would", "'ll", "’ll", "shall", "must", "should", "wo"})


def beside_a_plan(sentence: Sentence, at: int, group: Group) -> bool:
    """'X will leave the town while Y deploys its men there': the plain present in 'while' tells of the same plan."""
    if group.words or group.tag not in {"s", "base"} or group.infinitive:
        return False
    doc = sentence.doc
    opener = next((k for k in range(at - 1, max(-1, at - 9), -1) if doc[k].lower_ in {"while", "as"}), None)
    if opener is None or any(k in sentence.verbs for k in range(opener, at)):
        return False
    return any(t.lower_ in _TO_COME for t in doc[:opener])


_OR = re.compile(r"\bor\b")


def _time_word(sentence: Sentence, phrase: Phrase) -> bool:
    word = sentence.doc[phrase.head]
    start = word.lower_[:3]
    return word.pos_ == "NUM" or (start in DATE_WORDS and start != "may")
