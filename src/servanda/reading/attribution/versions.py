"""One side's version: 'by X's account, A', 'X's version is that A', 'X was adamant: A', 'X complained of A'.

Invariant: what is told so is the side's word and not the report's; nobody is named where the words name nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from servanda.reading.attribution.contents import trim_end
from servanda.reading.attribution.context import Context
from servanda.reading.attribution.cues import any_of, words
from servanda.reading.attribution.model import Attribution, Source, Words
from servanda.reading.attribution.patterns import clause_around
from servanda.reading.attribution.sources import noun_phrase_back, source_of
from servanda.reading.modality.untrue import MADE_UP, NAMED_SO
from servanda.reading.quotes import Quoted
from servanda.reading.sentences import Sentence

_WHO = r"(?P<who>[^,.;:\"“”]{2,60}?)"
_ADVERB = r"(?:(?:also|still|again|now|has|have|had|\w+ly)\s+)*"
_TO_WHOM = r"(?:\s+(?:with|to|at|before)\s[^,.;:]{2,40}?)?"


@cache
def _with_owner() -> tuple[re.Pattern[str], ...]:
    """Those that name the speaker themselves; the content follows, or stands before where nothing follows."""
    told = any_of(words("versions"))
    until = r"(?=\s*(?:[,.;]|$)|\s+(?:on|in|at|who|which|after|as)\b)"
    by_it = any_of(word for word in words("versions") if word != "case")  # 'in X's case, it has left': X does not say so
    ended = r"(?=\s*(?:,|[.;]?\s*$))"
    return (
        re.compile(rf"\b(?P<cue>(?:[Bb]y|[Ii]n|[Oo]n)\s+{_WHO}['’]s?\s+(?:own\s+)?(?:{by_it})){ended}", re.MULTILINE),
        re.compile(rf"\b(?P<cue>[Ii]n\s+the\s+(?:{by_it})\s+of\s+{_WHO}){ended}", re.MULTILINE),
        re.compile(rf"\b(?P<cue>[Tt]o\s+hear\s+{_WHO}\s+tell\s+(?:it|the\s+story))\s*,"),
        re.compile(rf"\b(?P<cue>(?:the\s+)?word\s+(?:from|out\s+of)\s+{_WHO}\s+(?:is|was))\s+that\s", re.IGNORECASE),
        re.compile(rf"(?:^|(?<=[\s\"“]))(?P<cue>{_WHO}['’]s?\s+(?:own\s+)?(?:{told})\s+(?:is|was|remains|goes))\s+that\s"),
        re.compile(rf"\b(?P<back>(?:is|are|was|were|been)\s+(?P<cue>{NAMED_SO}\s+(?:as\s+)?{MADE_UP}\s+by)\s+{_WHO}){until}"),
        re.compile(rf"\b(?P<back>(?:is|are|was|were|been)\s+(?P<cue>{NAMED_SO}\s+by)\s+{_WHO}\s+(?:as\s+)?{MADE_UP})\b"),
        re.compile(rf"\b(?P<cue>[Tt]he\s+(?:{told})\s+of\s+{_WHO}\s+(?:is|was|remains))\s+that\s"),
    )


@cache
def _names_version() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(words('versions'))}|tell|word|{NAMED_SO})\b", re.IGNORECASE)


_SURE = (
    *("adamant", "categorical", "insistent", "unequivocal", "blunt", "emphatic", "certain", "convinced", "confident"),
    *("positive", "sure", "firm", "clear"),
)
_COMPLAINT = ("complaint", "protest", "grievance", "objection")
_LODGES = r"lodge[sd]?|file[sd]?|submit(?:s|ted)?|ma(?:kes?|de)|register(?:s|ed)?|raise[sd]?|sent"
_TELLS = rf"complain(?:s|ed)?{_TO_WHOM}|sp(?:oke|eaks?)|talk(?:s|ed)?|told"
_ABOUT = r"(?:over|about|regarding|concerning|against|at|of|on)"
_OF_SUBJECT = (
    (
        _SURE,
        rf"\s{_ADVERB}(?P<cue>(?:is|are|was|were|remains?|remained)\s+{_ADVERB}(?:{'|'.join(_SURE)}))(?:\s+that\s|\s*:\s+)",
    ),
    ((" it that ",), rf"\s{_ADVERB}(?P<cue>(?:has|have|had)\s+it)\s+that\s"),
    (("complain", "spoke", "speak", "talk", "told"), rf"\s{_ADVERB}(?P<cue>(?:{_TELLS})\s+(?:of|about))\s"),
    (
        _COMPLAINT,
        rf"\s{_ADVERB}(?P<cue>(?:{_LODGES})\s+(?:an?|its|their|another)\s+(?:[a-z]+\s+){{0,2}}"
        rf"(?:{'|'.join(_COMPLAINT)})s?{_TO_WHOM}\s+{_ABOUT})\s",
    ),
    (
        ("disown", "distance", "scoff", "wash", "innocence"),
        rf"\s{_ADVERB}(?P<cue>(?:disown(?:s|ed)?|(?:distance[sd]?|distancing)\s+(?:it|them|him|her)sel(?:f|ves)\s+from|scoff(?:s|ed)?\s+at"
        r"|wash(?:es|ed)?\s+(?:its|their|his|her)\s+hands\s+of"
        r"|(?:plead(?:s|ed)?|protest(?:s|ed)?|maintain(?:s|ed)?|proclaim(?:s|ed)?)\s+(?:(?:its|their|his|her)\s+)?innocence"
        r"\s+(?:in|over|of)))\s",
    ),
    (
        ("call", "brand", "label", "describe"),
        rf"\s{_ADVERB}(?P<cue>(?:call(?:s|ed)|brand(?:s|ed)|label(?:s|led|ed)|describe[sd]))\s"
        r"(?=[^,.;:\"“”]{0,40}?\b(?:claims?|reports?|accusations?|allegations?|charges?|suggestions?|rumou?rs?)\s"
        r"[^.;]*?\b(?:lies?|false|untrue|baseless|groundless|unfounded|nonsense|absurd|fabricat\w+|wrong|ridiculous|propaganda|disinformation"
        r"|misinformation)\b)",
    ),
    (
        ("call", "brand", "label", "describe", "dismiss", "denounce", "reject"),
        rf"\s{_ADVERB}(?P<cue>(?:call(?:s|ed)|brand(?:s|ed)|label(?:s|led|ed)|describe[sd]|dismiss(?:es|ed)|denounce[sd]|rejects?|rejected))"
        rf"\s(?=[^,.;:\"“”]{{3,90}}?\s(?:as\s)?{MADE_UP}\b)",
    ),
    (
        ("admit", "confess", "own", "guilty"),
        rf"\s{_ADVERB}(?P<cue>(?:admit(?:s|ted)|confess(?:es|ed)|own(?:s|ed)\s+up|pleads?\s+guilty|pleaded\s+guilty|pled\s+guilty)\s+to)\s",
    ),
    (
        ("blame",),
        rf"\s{_ADVERB}(?P<cue>(?:la(?:id|ys?)|puts?|plac(?:es?|ed)|pin(?:s|ned)?)\s+(?:(?:the|all|some|most)\s+)*blame\s+for)\s",
    ),
    (("protest",), rf"\s{_ADVERB}(?P<cue>protest(?:s|ed)?{_TO_WHOM}\s+(?:over|about|at|against))\s"),
)
"""Words of which a sentence must have one, and the pattern whose subject stands right before it."""
_COMPLAINS = re.compile(r"complain|complaint|protest|grievance|objection|talk|blame", re.IGNORECASE)
_NOBODY = re.compile(r"(?:it|this|that|which|what|there|who|rumou?rs?|legend|word|tradition|one)", re.IGNORECASE)


def in_sentence(
    context: Context, sentence: Sentence, quotes: Sequence[Quoted], before: Sequence[Attribution], last: Source | None
) -> list[Attribution]:
    """The attributions of these sorts in one sentence; `before` are those found by other means, whose cues stand."""
    text = context.text
    found: list[Attribution] = []
    for who, cue, content in (*_named(text, sentence), *_of_subjects(context, sentence)):
        source = source_of(context, who, cue[0], last)
        unknown = source.kind == "unknown" and source.actor is None and not context.within(*who)
        if unknown or any(a.cue.start < cue[1] and cue[0] < a.cue.end for a in (*before, *found)):
            continue
        start, end = content
        while start < end and (text[start].isspace() or text[start] in ",:"):
            start += 1
        end = trim_end(text, start, end)
        if start < end:
            quoted = any(q.start < end and start < q.end for q in quotes)
            words_ = text[slice(*cue)]
            doubt = _COMPLAINS.search(words_) is not None
            said = Words(*cue, words_), Words(start, end, text[start:end])
            found.append(Attribution(source, *said, None, quoted, sentence.index, None, "version", doubt))
    return found


_Found = tuple[tuple[int, int], tuple[int, int], tuple[int, int]]


def _named(text: str, sentence: Sentence) -> Iterator[_Found]:
    """Words for the speaker, the cue and the content."""
    if _names_version().search(text, sentence.start, sentence.end) is None:
        return
    for pattern in _with_owner():
        for match in pattern.finditer(text, sentence.start, sentence.end):
            ahead = text[sentence.start : match.start("cue")].strip(" ,")
            closing = not text[match.end() : sentence.end].strip(' .,;!?"”')
            closing = closing or "back" in pattern.groupindex
            content = (sentence.start, match.start("cue")) if ahead and closing else (match.end(), sentence.end)
            yield match.span("who"), match.span("cue"), content


@cache
def _of_subject() -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    return tuple((keys, re.compile(pattern)) for keys, pattern in _OF_SUBJECT)


def _of_subjects(context: Context, sentence: Sentence) -> Iterator[_Found]:
    text = context.text
    here = text[sentence.start : sentence.end]
    for keys, pattern in _of_subject():
        if not any(key in here for key in keys):
            continue
        for match in pattern.finditer(text, sentence.start, sentence.end):
            if _INFINITIVE.search(text, sentence.start, match.start()):
                continue  # 'summoned the envoy to protest over A'
            start, _ = clause_around(text, sentence, match.start())
            who = noun_phrase_back(context, start, match.start())
            if who is None or _NOBODY.fullmatch(text[slice(*who)].strip()):
                continue
            clause = match.group().rstrip().endswith(("that", ":"))
            stop = None if clause else _THING_END.search(text, match.end(), sentence.end)
            yield who, match.span("cue"), (match.end(), stop.start() if stop is not None else sentence.end)


_INFINITIVE = re.compile(r"\bto$")
_THING_END = re.compile(r",\s|;\s|\s(?:and|but)\s+(?:said|says|has|had|called|urged|accused|demanded|warned)\s")
"""Where the thing complained of ends: before the next clause."""
