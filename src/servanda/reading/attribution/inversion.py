"""Verbs of saying with their subject behind them: '"…," said X', '…, told reporters on Tuesday the governor'.

Invariant: what stands behind the verb is taken for its subject only where a quotation, a dash or a comma stands before
it and nothing but the subject follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.reading.attribution.contents import Cue, past_addressee
from servanda.reading.attribution.context import Context
from servanda.reading.attribution.cues import kind_words, official_pattern, setting_pattern
from servanda.reading.attribution.sources import KNOWN_AS, noun_phrase_on, source_of
from servanda.reading.quotes import Quoted
from servanda.reading.sentences import Sentence

_CLOSES = re.compile(
    r"\s*(?:[.,;:!?\"”»)]|$|(?:on|in|at|with|citing|who|which|whose|earlier|later|today|yesterday|based|stationed|posted|speaking|close)\b"
    r"|and\s+(?:[a-z-]+\s+){0,2}[a-z-]+\s*[.,])"
)


def subject_behind(context: Context, sentence: Sentence, cue: Cue, at: int, quotes: Sequence[Quoted]) -> tuple[int, int] | None:
    """The subject behind a verb of saying; None where it stands before it. `at` is where the words before it end."""
    text = context.text
    if cue.verb.form == "participle" or cue.verb.takes not in ("clause", "that", "thing", "told"):
        return None
    lead = text[sentence.start : at].rstrip()
    if not lead:
        after_quote = any(q.end in (sentence.start - 1, sentence.start - 2, sentence.start - 3) for q in quotes)
        return _on(context, sentence, cue) if after_quote else None
    if lead[-1] not in "\"”»’',-–—" or KNOWN_AS.search(lead) or any(q.start == at for q in quotes):
        return None  # the last: 'the mediator "has said so twice"'
    after = text[cue.end : cue.end + 40]
    if re.match(r"\s+(?:that\b|[\"“«:,.])|\s*[:,.]", after):
        return None
    if lead[-1] == ",":
        return _after_comma(context, sentence, cue, lead)
    return _on(context, sentence, cue)


def _on(context: Context, sentence: Sentence, cue: Cue) -> tuple[int, int] | None:
    """The noun phrase behind the verb, its addressee and its setting."""
    if cue.verb.takes == "told":
        told = past_addressee(context, cue.end, sentence.end)
        if told > cue.end and (span := noun_phrase_on(context, told, sentence.end)) is not None:
            return span
    return noun_phrase_on(context, cue.end, sentence.end)


def _after_comma(context: Context, sentence: Sentence, cue: Cue, lead: str) -> tuple[int, int] | None:
    text = context.text
    if len(lead.split()) < 3 or _RELATIVE.search(lead):
        return None
    setting = setting_pattern().match(text, cue.end, sentence.end)
    resume = past_addressee(context, cue.end, sentence.end) if cue.verb.takes == "told" else cue.end
    apart = resume > cue.end or (setting is not None and setting.group().strip() != "")
    if apart:
        resume = max(resume, setting.end() if setting else resume)
    span = noun_phrase_on(context, resume, sentence.end)
    if span is None or not _CLOSES.match(text[span[1] : sentence.end]) or _is_clause(context, span):
        return None
    if _JOINS.match(text, span[0]):
        return None
    if apart:
        in_name = span[0] - resume <= 1 and _NAME_GOES_ON.search(text[cue.end : resume]) and text[span[0]].isupper()
        if in_name or _CUT_OFF.search(text[cue.end : resume]):
            return None
        known = source_of(context, span, cue.end).kind != "unknown" and not text[resume : span[0]].strip()
        return span if known and not _is_apposed(lead) else None
    if text[cue.start : cue.end].lower() in {"told", "tells"}:
        return None  # 'its leader, NAME, told the radio': whom one tells does not speak
    if names_source(text[cue.end : sentence.end]):
        return span
    after = text[cue.end : cue.end + 80]
    office = _OFFICE_OF_NAME.match(after)
    begins = re.match(r"\s+(?:the\s|an?\s|[A-Z])", after) or (office is not None and official_pattern().search(office.group()))
    return span if begins and not _is_apposed(lead) else None


_JOINS = re.compile(r"(?:as|while|when|after|before|because|although|though|since|until|amid)\s", re.IGNORECASE)
"""'NAME, the minister, told this newspaper as mothers wept': a clause of time is nobody who speaks."""
_CUT_OFF = re.compile(r"\s(?:his|her|its|their|the|an?|from|in|at|of|by)\s*$", re.IGNORECASE)
"""'… said in a phone call from his': the noun behind is where, and nobody who speaks."""
_NAME_GOES_ON = re.compile(r"\s(?:on|in|by|to|with)\s+(?:the\s+)?[A-Z][\w'’-]+$")
"""'… said in remarks broadcast on Boran' Radio."""
_OFFICE_OF_NAME = re.compile(r"\s+(?:[a-z’'-]+\s+){1,4}(?=[A-Z])")
"""'…, said military spokesman NAME'."""
_NAME = re.compile(r"\s*(?:(?:[A-Z][\w.’'-]*|al|el|de|bin|ibn|van|von)\s*){1,5}")
_RELATIVE = re.compile(r",\s*(?:who|which|whose|speaking|asked|as)\s[^,]*,$", re.IGNORECASE)
"""'NAME, who declined to be named, said' has its subject before the verb."""
_GOES_ON = re.compile(r"\s+(?!(?:of|in|from|for|at|to|and|with|who|on|based|stationed|posted|speaking|close)\b)[a-z]")


def _is_clause(context: Context, span: tuple[int, int]) -> bool:
    """Whether what stands behind the verb says something ('soldiers looted the hospital') and names no speaker."""
    first = next(iter(context.within(*span)), None)
    comma = context.text.find(",", *span)
    end = comma if comma >= 0 else span[1]  # 'NAME, the group's spokesman'
    return first is not None and _GOES_ON.match(context.text, first.end, end) is not None


def names_source(tail: str) -> bool:
    """Whether the rest of a sentence is a source and nothing more ('local sources.')."""
    words_ = tail.strip(" .\n").split()
    heads = words_[-1].lower() if words_ else ""
    return 0 < len(words_) <= 5 and (heads in kind_words() or heads in _OFFICES)


_OFFICES = frozenset(
    ["minister", "president", "premier", "governor", "mayor", "spokesman", "spokeswoman", "spokesperson", "ministry", "army"]
)
"""Offices that speak without an article in a headline ('…, says minister')."""


def _is_apposed(lead: str) -> bool:
    """'NAME, the minister, said' has its subject before the verb."""
    parts = lead.rstrip(",").rsplit(",", 1)
    if len(parts) == 2 and official_pattern().search(parts[0]) and _NAME.fullmatch(parts[1]):
        return len(parts[0].split()) <= 12  # 'The army spokesman, NAME, dismissed the report'
    return (
        len(parts) == 2
        and len(parts[1].split()) <= 9
        and bool(
            re.match(
                r"\s*(?:the|an?|its|his)?\s*(?:[\w-]+\s){0,3}(?:minister|president|spokes\w+|head|chief|leader|aide|commander|official|"
                r"secretary|ambassador|envoy|adviser|advisor|director|general|colonel|analyst|expert|resident|governor|mayor)\b",
                parts[1],
                re.I,
            )
        )
    )
