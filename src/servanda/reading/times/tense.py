"""Which way the words around a time point, without a parser.

Invariant: past, future, due or nothing; never more than the nearest cue.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from servanda.reading.small_letters import compile_small, small
from servanda.reading.times.lexicon import alternatives, section, words

_BE_DUE = rf"(?:{alternatives(words('arranged'))})(?!\s+(?:free|loose|alight|ablaze|on\s+fire|at\s+liberty|up|off)\b)"
"""'Was set for Friday'; who 'was set free on Friday' is free."""
_CUES = compile_small(
    rf"\b(?:(?P<future>(?:is|are)\s+(?:\w+ly\s+|now\s+)?(?:{_BE_DUE})|{alternatives(section('tense_cues')['future'])}|['’]ll)"
    rf"|(?P<due>(?:was|were|been|be)\s+(?:\w+ly\s+|now\s+)?(?:{_BE_DUE})|{alternatives(section('tense_cues')['due'])}"
    r"|(?:extend|postpone|prolong|delay)\w*|(?:put|push(?:ed|ing)?|mov(?:ed|ing))\s+(?:back|off|forward)|expir(?:e|es|y|ing|ation)"
    r"|(?:mov|shift|push)\w*\s+(?:[\w'’-]+\s+){0,4}to(?=\s+(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))"
    rf"|(?P<past>{alternatives(section('tense_cues')['past'])})"
    r"|(?P<maybe>[a-z]{2,}ed(?<!need)(?<!united))"
    rf"|(?P<present>{alternatives(section('tense_cues')['present'])}))\b"
)
_CROSSING = 30  # a clause boundary between cue and time counts as this many characters
_FARTHEST = 120
_WINDOW = 160  # cues farther away never count
_FARTHEST_FOR_BOUND = 45  # 'until 2 August' looks ahead unless a past verb governs it closely
_MODAL_REACH = 60
_CLAUSE_END = re.compile(r"[,;:.!?\n\"“”]")
_ADJECTIVE = re.compile(r"\b(?:the|a|an|its|their|his|all|these|those|be|is|are|being|of|and|by)\s+$", re.IGNORECASE)
_MOVED = re.compile(r"(?:extend|postpon|prolong|delay)ed", re.IGNORECASE)
_ON = re.compile(r"\s(?:on|late|early)\s+(?:the\s+)?$", re.IGNORECASE)
"""'The truce was extended for two days on Wednesday': that day it was done; not so 'extended to Wednesday'."""
_ASKED_BY = re.compile(
    r"\b(?:call(?:s|ed|ing)? (?:for|on)|demand(?:s|ed|ing)?|urg(?:es?|ed|ing)|request(?:s|ed|ing)?"
    r"|ask(?:s|ed|ing)(?! (?:about|whether|if|why|how|what|when|where|who)\b)"
    r"|order(?:s|ed|ing)|instruct(?:s|ed|ing)?|requir(?:es?|ed|ing)|ultimatum"
    r"|(?:agreed|pledged|promised|vowed|undertook) to"
    r"|(?:told|tells|warned|warns|directed|directs) (?!that\b|him\b|reporters\b|journalists\b)(?:[\w'’-]+ ){1,4}?(?<!had )to"
    r"|(?:gave|gives?|given|giving|grant(?:s|ed)?) (?:[\w'’-]+ ){0,5}?(?=until\b|till\b))"
    r"(?:\s[^.;:!?\n]{0,110}|(?:until|till) (?:the )?)$",
    re.IGNORECASE,
)
"""'Demanded that the rebels leave by Friday', 'gave them until Friday': what is asked for has its day ahead of the
asking."""
_TELLING_THAT = re.compile(r"\s+that\s+(?!(?:is|was|day|morning|evening|night|year|month|week)\b)", re.IGNORECASE)
_WOULD_IF = re.compile(
    r"\b(?:would|will|warn(?:s|ed|ing)?|threat(?:en\w*|s)?|vow(?:s|ed|ing)?)\b[^.;!?\n]{0,110}?\b(?:if|unless)\s[^.,;:!?\n]{0,90}$",
    re.IGNORECASE,
)
_IF = re.compile(r"(?:^|[.!?\n\"“]\s*|\bthat,?\s+)(?:if|unless)\s[^.,;:!?\n]{0,90}$", re.IGNORECASE)
_WOULD = re.compile(
    r"[^.,;:!?\n]{0,40},\s[^.;!?\n]{0,60}?\b(?:would|will)\b|[^.,;:!?\n]{0,40},\s[^.;!?\n]{0,60}?['’]ll\b", re.IGNORECASE
)
"""'Would attack if they were still there by Sunday': a Sunday to come."""
_NAMES = re.compile(r"\w+\s+of\s+(?:the\s+)?$", re.IGNORECASE)


Cue = tuple[int, int, str]


def cues_of(text: str, sentence: tuple[int, int]) -> list[Cue]:
    """The verb cues of a sentence, in order: start, end and what they tell."""
    return [(cue.start(), cue.end(), cue.lastgroup or "") for cue in _CUES.finditer(small(text), *sentence)]


def names_a_thing(text: str, start: int) -> bool:
    """Whether a day is part of a name, so that the verb says nothing of it: 'the deal of 2 November'."""
    return _NAMES.search(text, max(0, start - 30), start) is not None


def told_then(text: str, start: int, end: int) -> bool:
    """'Conceded in X on 12 June that most had not been returned': the day on which somebody said so."""
    return text[max(0, start - 4) : start].lower().endswith(" on ") and _TELLING_THAT.match(text, end) is not None


def asked_by_then(text: str, start: int) -> bool:
    """Whether somebody is asked, told or bound to do it by a day: 'demanded that they leave by Friday'."""
    since = max(0, start - _WINDOW)
    if _ASKED_BY.search(text, since, start) or _WOULD_IF.search(text, since, start):
        return True
    return _IF.search(text, since, start) is not None and _WOULD.match(text, start) is not None


def guess_tense(text: str, start: int, end: int, cues: Sequence[Cue]) -> str | None:
    """'past', 'perhaps-past' (a regular verb form, perhaps a participle), 'future', 'due' (a day fixed
    beforehand), 'present' or None, from the cue nearest to the time.

    `cues` are those of the sentence that holds the time (`cues_of`).
    """
    if names_a_thing(text, start):
        return None
    bounded = re.search(
        r"\b(?:until|till|through|by|before|no later than)\s+(?:the\s+)?$", text[max(0, start - 20) : start], re.IGNORECASE
    )
    ahead: str | None = None  # 'must leave … by Friday': a modal before a bound rules, whatever participle follows it
    modal_reach = -1  # up to here a modal before rules: 'shall be returned', 'will leave the areas occupied'
    best, found = (_FARTHEST_FOR_BOUND if bounded else _FARTHEST), None
    for begin, finish, told in cues[bisect_left(cues, (start - _WINDOW,)) :]:
        if begin > end + _WINDOW:
            break
        if start <= begin < end:
            continue
        if told in ("future", "due"):
            stop = _CLAUSE_END.search(text, finish, finish + _MODAL_REACH)
            modal_reach = stop.start() if stop else finish + _MODAL_REACH
            if bounded and finish <= start and _CLAUSE_END.search(text, finish, start) is None:
                ahead = told
        elif told == "maybe":
            if begin < modal_reach or _ADJECTIVE.search(text, max(0, begin - 8), begin):
                continue  # a participle
            told = "perhaps-past"
        if told in ("past", "perhaps-past") and finish <= start:
            ahead = None
        between = text[finish:start] if finish <= start else text[end:begin]
        if told == "due" and _MOVED.fullmatch(text, begin, finish) and _ON.search(between):
            told = "past"
        other_time = _CROSSING if any(mark.isdigit() for mark in between) else 0
        distance = len(between) + other_time + _CROSSING * sum(between.count(mark) for mark in ',;:"“”(')
        if begin > start:
            distance += 12  # the verb before a time governs it more often than the one after
        if distance < best:
            best, found = distance, told
    return ahead or found


_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|\n\s*")
_ABBREVIATION = re.compile(rf"(?:\b(?i:{alternatives(words('abbreviations'))})|\b[A-Z])\.$")


def plain_sentences(text: str) -> list[tuple[int, int]]:
    """Sentence spans that cover the text, good enough for tense; used where no parser supplies any."""
    spans, begin = [], 0
    for gap in _SENTENCE_END.finditer(text):
        if "\n" not in gap.group() and _ABBREVIATION.search(text[max(begin, gap.start() - 8) : gap.start()]):
            continue
        spans.append((begin, gap.end()))
        begin = gap.end()
    spans.append((begin, len(text)))
    return spans


def sentence_at(sentences: Sequence[tuple[int, int]], starts: Sequence[int], offset: int, length: int) -> tuple[int, int]:
    """The sentence that holds an offset; the whole text where none does."""
    index = bisect_right(starts, offset) - 1
    return sentences[index] if index >= 0 else (0, length)
