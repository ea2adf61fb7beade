"""Who speaks where the text names no speaker: the report's own source, for an actor where the source is one.

Invariant: an outlet called after a country or a capital ('Ruritania Review') is an outlet; an actor is given only where
the source, the author or the headline ('Statement by the Ministry of …') names one actor and nobody else.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from servanda.agreement.model import Agreement
from servanda.reading.attribution.cues import any_of, words
from servanda.reading.attribution.mouthpieces import voice_of
from servanda.reading.claim import Speaker
from servanda.reading.names import Names
from servanda.reading.names.folding import folded_word
from servanda.reading.names.lexicon import country_of
from servanda.reports.model import Report

_SMALL = r"of|the|for|to|and|in|at|on|'s|’s"
_PAPER = re.compile(
    r"(?:(?:joint|official|press|public)\s+)?(?:statement|communiqu[eé]|press\s+release|declaration|remarks|speech|address)"
    r"\s+(?:issued\s+)?(?:by|of|from)\s+(?P<who>[^:;\n]{2,90}?)(?=\s+(?:on|about|regarding|concerning|following|to|at|in\s+response)\s|[,.]|$)",
    re.IGNORECASE,
)


_LETTER = re.compile(
    r"(?:identical\s+)?(?:letters?|notes?\s+verbales?)\s+dated\s[^:;\n]{4,40}?\sfrom\s+(?:the\s+)?"
    r"(?:(?:acting|deputy)\s+)?(?:permanent\s+(?:representative|mission)|representative|minister\s+(?:for|of)\s+foreign\s+affairs"
    r"|foreign\s+minister|president|prime\s+minister|charg[eé]\s+d['’]affaires(?:\s+a\.i\.)?(?:\s+of\s+the\s+permanent\s+mission)?)"
    r"\s+of\s+(?P<who>[^:;\n]{2,60}?)(?=\s+to\s+the\s+United\s+Nations|\s+addressed\s+to|,|$)",
    re.IGNORECASE,
)
"""A diplomatic letter, by the heading that such letters bear."""


def carrier_of(report: Report, agreement: Agreement | None, names: Names) -> Speaker:
    """The speaker of a report's own sentences."""
    own = Speaker(report.source, None, "outlet")
    if agreement is None:
        return own
    for who in (report.source, report.author, _issuer(report)):
        actor = _actor(names, who) if who else None
        if actor is not None:
            roles = agreement.actors[actor].roles if actor in agreement.actors else ()
            return Speaker(who, actor, "monitor" if "monitor" in roles else "named-official")
    voice = _voice(names, report.source) if report.source else None
    if voice is not None:
        return Speaker(report.source, voice, "outlet")
    if report.source and _OFFICE.fullmatch(report.source.strip()) and not _country_in(report.source):
        return Speaker(report.source, None, "named-official", untold=True)  # a ministry, and no outlet; whose is not told
    return own


def _voice(names: Names, source: str) -> str | None:
    """Whom an outlet speaks for by its own name: 'Voice of the Hills (KF radio)', 'Ruritanian army radio'.

    'Ruritania Radio' does not tell: one capitalised word may be a country's name. A monitor's radio is no side's.
    """
    inside = [m for m in names.find(source) if m.id in names.table.sides and m.id not in names.monitors]
    bare = {m.id for m in inside if m.id is not None and _ONE_NAME.fullmatch(m.text)}
    return voice_of(source, (0, len(source)), inside, names.states | names.table.unlisted | bare)


_ONE_NAME = re.compile(r"[A-Z][a-z]\S*")


_OFFICE = re.compile(
    r"(?:the\s+)?(?:[\w'’-]+\s+){0,3}(?:ministry|general\s+staff|armed\s+forces|presidency|government|high\s+command|army\s+command)"
    r"(?:\s+(?:of|for)\s+[\w\s'’-]+)?(?:\s+(?:press|media)\s+(?:service|office|centre|center))?",
    re.IGNORECASE,
)


def _country_in(words_: str) -> bool:
    return any(folded_word(word) in country_of() for word in words_.split())


def _issuer(report: Report) -> str | None:
    """Whose statement the source or a headline says that it is."""
    first = next((s for s in report.segments if s.kind == "headline"), None)
    for words_ in (report.source, report.title, report.text[first.start : first.end] if first else None):
        match = (_PAPER.match(words_.strip()) or _LETTER.match(words_.strip())) if words_ else None
        if match is not None:
            return match["who"]
    return None


@lru_cache(maxsize=512)
def _actor(names: Names, who: str) -> str | None:
    """The one actor that the words name, with nothing beside it but offices; the same few sources write most reports."""
    found = [m for m in names.find(who) if m.kind == "actor"]
    ids = {m.id for m in found if m.id}
    if len(ids) != 1 or any(m.id is None and m.how != "guessed" for m in found):
        return None
    rest, at = "", 0
    for m in found:
        if m.id:
            rest, at = rest + who[at : m.start], m.end
    return next(iter(ids)) if not _office_words().sub("", rest + who[at:]).strip(" ,.()-–—/") else None


def actors_in(names: Names, who: str) -> tuple[tuple[str, str], ...]:
    """The actors that the words name one after the other, each with its words; none where anybody else is named."""
    found = [m for m in names.find(who) if m.kind == "actor"]
    ids = {m.id: who[m.start : m.end] for m in reversed(found) if m.id}
    rest, at = "", 0
    for m in found:
        if m.id is None and m.how != "guessed":
            return ()
        if m.id:
            rest, at = rest + who[at : m.start], m.end
    if _office_words().sub("", rest + who[at:]).strip(" ,.()-–—/&"):
        return ()
    return tuple((i, ids[i]) for i in dict.fromkeys(m.id for m in found if m.id))


@cache
def _office_words() -> re.Pattern[str]:
    offices = any_of([*words("official"), *words("source_words")])
    return re.compile(rf"(?<![\w-])(?:{offices}|{_SMALL})(?![\w-])", re.IGNORECASE)


__all__ = ["actors_in", "carrier_of"]
