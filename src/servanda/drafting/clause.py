"""Who is bound by which words of a sentence: the words of duty, their subject or agent, and what they hang on.

Invariant: every span lies in the sentence; a subject of the passive is nobody's duty, its agent is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from servanda.drafting.provisions import DUTY

CUE = re.compile(
    rf"\b(?:{DUTY}|undertook|agreed to|obliges?(?: themselves| itself)?(?= (?:not )?to)|(?:is|are) (?:not )?to(?= [a-z])|"
    r"(?:is|are|be) (?:hereby )?(?:obliged|required|bound|forbidden|prohibited)|"
    r"may not|cannot|can not|do not|does not|refrains? from|ceases?(?![-\w])|declares?|guarantees?|ensures?)\b",
    re.IGNORECASE,
)
"""Words that lay a duty on somebody."""
_LEADS = (
    "once|if|when|whenever|as soon as|after|following|upon|on|in|at|by|before|within|during|from|until|for|under|with|without|"
    "not later|no later|not less|pending|provided|unless|where|should|subject to|throughout|immediately|as from|as of|starting|"
    "beginning|pursuant|in accordance|to this end|to that end|thereafter|then|further|furthermore|moreover|also|similarly|"
    "simultaneously|at the same time|accordingly|likewise|in case|in the event|while|as|within|notwithstanding|"
    "in order|with a view|so as|(?:and )?including|"
    "(?:chaired|hosted|led|headed|supported|assisted|composed|established) (?:by|of)"
)
_LEADING = re.compile(rf"(?:{_LEADS})\b", re.IGNORECASE)
_NOMINAL = re.compile(
    r"(?:the|each|both|neither|either|all|every|no|any|nobody|none|everyone|they|it|we|these|those|such|its|their|"
    r"armed|government)\b|(?-i:[^\W\d_a-z])|\d",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?P<word>once|if|as soon as(?! possible| practicable| feasible)|"
    r"(?<!as )(?<!is )(?<!are )(?<!be )provided(?: that)?(?! (?:in|by|for|under|to|with|at|from|above|below)\b)|"
    r"on (?:the )?condition that|unless|when|where|in case|"
    r"in the event(?: that| of)?|"
    r"should|(?:immediately )?(?:after|following|upon|on completion of))\b",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"\b(?:hours?|days?|weeks?|months?|years?|immediately|not later than|no later than)\s*$|\bbefore or\s*$", re.IGNORECASE
)
_PARTICLE = re.compile(r"\b(?:agreed?|based|depends?|dependent|called?|decided?|incumbent|relied|rely)\s+$", re.IGNORECASE)
_IS_TIME = re.compile(
    r"\W*(?:its |the |this |their |day of |date of |entry |present )*(?:signature|signing|sign|force|entry|effect|"
    r"notice|notification)|"
    r"\W*(?:the )?(?:commencement|beginning|start|starting|(?:entry|coming) into (?:force|effect)|onset) of (?:the |this )?"
    r"(?:present )?(?:cessation|cease-?fire|truce|armistice|agreement|protocol|memorandum|pause)\b|"
    r"\W*(?:\d|noon|midnight|the first|the last|today|this (?:date|day))",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"\b(?:in order (?:not )?to|so as (?:not )?to|with a view to|so that|for the purposes? of|with the (?:aim|purpose|"
    r"objective) of|"
    r"aim(?:ed|ing) (?:at|to)|(?:purpose|aim|objective) of which|(?<=[a-z], )to (?:allow|enable))\b|"
    r"^To [a-z]+\b(?=[^,]*, (?:the|a|each|both)\b)",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"\s+(?:not |also |then |all |first |both |immediately |thereafter |\w+ly )*(?:be|get|continue to be)\s+(?:\w+ly |"
    r"first |jointly )*"
    r"(?P<done>\w+(?:ed|en|wn|ne|pt|ft|ht|ld|nt|id|de|ut|un|und|open|free|accessible))\b",
    re.IGNORECASE,
)
_AGENT = re.compile(
    r"(?P<before>[\w'’]+),? by (?P<who>(?:the |both |each |either |all |its |their |any )?(?:[A-Z][\w'’]*(?: (?:of |"
    r"for |the |in )*"
    r"[A-Z][\w'’]*)*|part(?:y|ies)|sides?|commanders?|tribes?|governments?)"
    r"(?: and (?:the )?[A-Z][\w'’]*(?: (?:of |for |the )*[A-Z][\w'’]*)*)?)(?! (?:19|20)\d\d)"
)
_MONTH = re.compile(
    r"(?:the )?(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|"
    r"wednesday|thursday|friday|saturday|sunday|ramadan|day|D-Day)\b",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(r"\w{3,}(?:ed|en|wn)$|^(?:set|laid|chosen|given|held|made|found|drawn)$", re.IGNORECASE)
_RIGHT = re.compile(
    r"\b(?:(?:has|have|had|enjoys?|retains?|reserves?)(?: the| a| full)? rights? (?:to|of)|(?:shall|will) have the right|"
    r"(?:is|are|shall be|will be|be) (?:also )?(?:entitled|free) to|(?:is|are) (?:allowed|permitted|authori[sz]ed) to|"
    r"(?-i:may)(?! not\b)|"  # the month gives no leave
    r"can(?! not\b|not\b))\b",
    re.IGNORECASE,
)
_FREED = re.compile(
    r"\b(?:is|are|shall be|will be) (?:no longer bound|(?:then |thereby )?(?:released|relieved|freed|"
    r"discharged) (?:from|of) (?:its|their|his|any|all|the) "
    r"(?:\w+ )?(?:undertakings?|obligations?|duties|duty|commitments?|promises?))\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:it|they|he|she|the (?:same|latter)|this (?:body|force|party))$", re.IGNORECASE)
_OPEN_VERB = re.compile(r"\bto$|^to\b", re.IGNORECASE)
_TASKS = re.compile(r"^(?:the )?(?:tasks?|roles?|functions?|mandate|responsibilit(?:y|ies)|duties) of (?=\w)", re.IGNORECASE)
_LAST_NAMED = re.compile(
    r".*\s(?P<who>(?:(?:the|both|each|neither|either|all|no|every|any|its|their|it|they)\b|nobody|none)[^,]*)$|"
    r".*?\s(?P<name>(?:[A-Z][\w'’-]*)(?: (?:(?:of|for|the) )*[A-Z][\w'’-]*)*)$",
    re.IGNORECASE,
)
_ABOUT_ITSELF = re.compile(
    r"(?:(?:the|this|these|the present) (?:agreement|arrangement|document|memorandum|protocol|truce|statement|text|annex|"
    r"understandings?|commitments|provisions|terms)|it) (?:serves?|aims?|(?:shall|will) (?:remain|stay) in (?:force|effect)|"
    r"does not|do not|shall not|is not|is without|forms?|is intended|is drawn|is made|has been|supersedes|replaces|"
    r"constitutes?|binds?|is binding|"
    r"shall be (?:interpreted|construed|binding|deposited|registered|published|without)|is meant|is part)|"
    r"(?:the )?(?:aim|purpose|object|objective|goal)s? of (?:this|the)\b|"
    r"nothing (?:in|of) (?:this|the)\b|no provision of|(?:the )?(?:text|annex(?:es)?|map)s?\b[^.]*\b(?:forms?|"
    r"integral part|authentic)",
    re.IGNORECASE,
)
_DEFINES = re.compile(
    r"[\"“«'‘](?P<short>[^\"”»'’]{2,60})[\"”»'’],? (?:means?|shall mean|includes?|(?:is|are) (?:defined as|those|the)|"
    r"refers? to|shall refer to|is understood as|"
    r"denotes?|signif\w+)\s+"
    r"(?P<meaning>.+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Duty:
    """One group of words of duty. `start` is where they stand, `end` where the next group's begin.

    `subject` are the words before them, `agent` those behind 'by', `passive` that the subject suffers it; `beside` that
    they stand in a clause about something else ('sites, which the Commission shall approve').
    """

    start: int
    end: int
    words: str
    subject: str
    agent: str = ""
    passive: bool = False
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """The words on which a duty hangs, and where they stand. `negated`: on something not being so."""

    start: int
    end: int
    words: str
    negated: bool


def duties(sentence: str) -> tuple[Duty, ...]:
    """The words of duty in their order, each with its subject; 'and shall not …' keeps the subject before it."""
    cues = [m for m in CUE.finditer(sentence) if not _in_condition(sentence, m.start())]
    out: list[Duty] = []
    for n, cue in enumerate(cues):
        end = cues[n + 1].start() if n + 1 < len(cues) else len(sentence)
        before = sentence[out[-1].start + len(out[-1].words) if out else 0 : cue.start()]
        subject, beside = _subject(before, bool(out))
        if out and (not subject or _PRONOUN.match(subject) or _OPEN_VERB.search(subject)):
            subject = out[-1].subject
        subject = _TASKS.sub("", subject)
        passive = _PASSIVE.match(sentence, cue.end())
        done = passive["done"] if passive else ""
        out.append(
            Duty(cue.start(), end, cue.group(), subject, agent(sentence, cue.end(), end, done), passive is not None, beside)
        )
    return tuple(out)


def governing(found: tuple[Duty, ...], at: int) -> Duty | None:
    """The words of duty that an act at this place stands under: the nearest before it, or those whose subject it is in."""
    before = [d for d in found if d.start <= at]
    return before[-1] if before else next(iter(found), None)


def agent(sentence: str, start: int, end: int, done: str = "") -> str:
    """'by the Mission': who does what is told in the passive or as a noun; 'named by the Mission' is another's doing."""
    for m in _AGENT.finditer(sentence, start, end):
        if _MONTH.match(m["who"]) or sentence[m.end() : m.end() + 1] == "-":
            continue
        if _PARTICIPLE.match(m["before"]) and m["before"].lower() != done.lower():
            continue
        return m["who"]
    return ""


def conditions(sentence: str) -> tuple[Condition, ...]:
    """What a sentence makes its duties hang on; a time ('after the signing', '10 days after') is none."""
    out: list[Condition] = []
    for m in _CONDITION.finditer(sentence):
        if out and m.start() < out[-1].end:
            continue
        if _COUNTS.search(sentence[: m.start()]) or _IS_TIME.match(sentence, m.end()):
            continue
        if _PARTICLE.search(sentence[: m.start()]):
            continue
        leading = not sentence[: m.start()].strip(" ,") or _LEADING.fullmatch(sentence[: m.start()].strip(" ,"))
        word = m["word"].lower()
        if word in {"where", "when", "should"} and not leading:
            continue
        end = _clause_end(sentence, m.end(), bool(leading))
        words = sentence[m.start() : end].strip(" ,.;")
        if not leading and CUE.search(words):
            continue
        negated = word == "unless" or bool(re.search(r"\b(?:not|no|fails?|refus\w+)\b", words, re.IGNORECASE))
        out.append(Condition(m.start(), end, words, negated))
    return tuple(out)


def purposes(sentence: str) -> tuple[tuple[int, int], ...]:
    """Spans that tell what something is for: nobody's duty."""
    found = _PURPOSE.finditer(sentence)
    return tuple((m.start(), _clause_end(sentence, m.end(), m.start() == 0)) for m in found)


def is_right(sentence: str) -> bool:
    """Whether a sentence gives somebody a right or a leave, or frees somebody of a duty, and lays none on anybody."""
    if _FREED.search(sentence):
        return True
    right = _RIGHT.search(sentence)
    if right is None:
        return False
    words = [m for m in CUE.finditer(sentence) if not _in_condition(sentence, m.start())]
    return all(right.start() <= m.start() < right.end() for m in words)


def is_about_itself(sentence: str) -> bool:
    """Whether a sentence speaks of the text and its meaning, or says what a word means."""
    return bool(_ABOUT_ITSELF.match(sentence.strip())) or definition(sentence) is not None


def definition(sentence: str) -> tuple[str, str] | None:
    """'"the Zone" means the district of X' as the name and its meaning."""
    found = _DEFINES.search(sentence)
    if not found:
        return None
    return re.sub(r"^the\s+", "", found["short"], flags=re.IGNORECASE), found["meaning"].rstrip(" .;,")


def _subject(before: str, later: bool) -> tuple[str, bool]:
    """The words before the words of duty that name who is bound, without what leads them; and whether they stand aside."""
    if later:
        aside = re.search(r"\b(?:which|who|whom|that|where)\b(?P<who>[^,;]*)$", before)
        if aside:
            return aside["who"].strip(), True
        parts = re.split(r"[,;]\s*(?:and|but|while|whereas)?\s+|\s+(?:and|but|while|whereas)\s+", before)
        return _without_lead(parts[-1].strip()), False
    chunks = [c.strip() for c in before.split(",")]
    if _LEADING.match(chunks[0]) and len(chunks) > 1:
        kept = list(_after_lead(chunks[1:]))
        return _without_lead(", ".join(kept)), False
    chunks[0] = _without_lead(chunks[0])
    kept = [chunks[0], *(c for c in chunks[1:] if c and not _LEADING.match(c))]
    return ", ".join(c for c in kept if c), False


def _without_lead(words: str) -> str:
    """'On Day 1 the Movement' is the Movement, 'Withdrawal: the Movement' too."""
    words = words.rsplit(": ", 1)[-1]
    last = _LAST_NAMED.match(words) if _LEADING.match(words) else None
    return (last["who"] or last["name"]).strip() if last else words


def is_pronoun(words: str) -> bool:
    """Whether words only point to somebody named before."""
    return bool(_PRONOUN.match(words))


def _after_lead(chunks: list[str]) -> Iterator[str]:
    """What stands behind the leading words: from the first part that can be a subject."""
    begun = False
    for chunk in chunks:
        begun = begun or bool(_NOMINAL.match(chunk) and not _LEADING.match(chunk))
        if begun and not _LEADING.match(chunk):
            yield chunk


def _in_condition(sentence: str, at: int) -> bool:
    return any(c.start <= at < c.end for c in conditions(sentence))


def _clause_end(sentence: str, start: int, leading: bool) -> int:
    """Where a clause ends: at the comma before a subject if it leads, else at the next mark."""
    if leading:
        for m in re.finditer(r",\s+", sentence[start:]):
            at = start + m.start()
            rest = sentence[start + m.end() :]
            if _NOMINAL.match(rest) or CUE.match(rest):
                return at
        return start + (sentence[start:].find(",") if "," in sentence[start:] else len(sentence) - start)
    end = re.search(r"[,;]\s", sentence[start:])
    return start + end.start() if end else len(sentence)
