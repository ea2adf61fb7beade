"""The reader `grammar`: a report in, its claims out.

Invariant: the same report, names and model give the same claims; every quote is a slice of the report's text.
The reader opens no file, keeps nothing between calls, and decides nothing about terms.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from spacy.language import Language

from servanda.agreement.model import Agreement
from servanda.reading.acts.claims import Context, claims_of_sentence
from servanda.reading.acts.clause import view
from servanda.reading.acts.gate import worth_parsing
from servanda.reading.acts.readings import ActRead
from servanda.reading.acts.tenses import tenses_of
from servanda.reading.attribution import Attribution, find_attributions
from servanda.reading.claim import Claim, Speaker, When
from servanda.reading.excuses import with_excuses
from servanda.reading.modality.factuality import Predicate, predicates_of
from servanda.reading.names import Mention, Names
from servanda.reading.parser import parse
from servanda.reading.parser.parsed import Doc
from servanda.reading.quotes import Quoted, find_quotes
from servanda.reading.sentences import Sentence, is_title, paragraphs, split
from servanda.reading.times import Anchor, TimeExpression, find_times, undated_bounds
from servanda.reading.version import READER_VERSION
from servanda.reports.model import Report

_UNDATED = When(None, None, "inferred")


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that the text says is not known: the claim that says so, its words and what it is about."""

    claim: str
    quote: str
    start: int
    end: int
    about: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read in one report. Spans are code points of `text`."""

    text: str
    sentences: tuple[Sentence, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quoted, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    acts: tuple[ActRead, ...] = ()
    predicates: tuple[Predicate, ...] = ()
    claims: tuple[Claim, ...] = ()
    unknowns: tuple[Unknown, ...] = ()
    parsed: int = 0
    said: When = _UNDATED


def read(
    report: Report,
    agreement: Agreement | None = None,
    *,
    names: Names | None = None,
    nlp: Language | None = None,
    all_sentences: bool = False,
    wide: bool = False,
) -> Reading:
    """Read one report. `names` saves building them from the agreement again; `nlp` is a larger pipeline in place of
    the package's own; `all_sentences` parses what the gate would leave out and lists every predicate; `wide`
    parses every sentence that names anybody, for texts read without a case.

    Raises ReadingError [D201], [D202] where the pipeline cannot be used. A report in another language than English
    gives an empty reading.
    """
    text = report.text
    if not report.language.lower().startswith("en"):
        return Reading(text)
    known = names or Names.of(agreement)
    sentences = split(text, report.segments)
    mentions = known.find(text)
    passed = [True] * len(sentences) if all_sentences else worth_parsing(text, sentences, mentions, wide=wide)
    docs = _parsed(text, sentences, passed, nlp)
    spans = [(s.start, s.end) for s in sentences]
    anchor = Anchor(published=report.published, around=_around(agreement))
    times = find_times(text, anchor, spans, tenses_of(sentences, docs))
    quotes = find_quotes(text, paragraphs(sentences))
    attributions = find_attributions(text, sentences, docs, mentions, quotes, known)
    said = _said(report, text, times, spans)
    context = Context(
        report=report,
        agreement=agreement,
        sentences=sentences,
        mentions=mentions,
        times=times,
        quotes=quotes,
        attributions=attributions,
        said=said,
        carrier=_carrier(report, agreement, known),
        reader=READER_VERSION,
    )
    monitors = frozenset(i for i, a in agreement.actors.items() if "monitor" in a.roles) if agreement else frozenset()
    claims: list[Claim] = []
    acts: list[ActRead] = []
    predicates: list[Predicate] = []
    for sentence, doc in zip(sentences, docs, strict=True):
        if doc is None:
            continue
        kind = "headline" if is_title(text, sentence) else sentence.segment
        seen = view(doc, sentence.start, kind, _within(mentions, sentence), monitors)
        found, read_acts = claims_of_sentence(seen, sentence, context, claims)
        claims += found
        acts += read_acts
        if all_sentences or wide:
            predicates += predicates_of(seen, everything=all_sentences)
    unique = with_excuses(text, sentences, attributions, list({c.id: c for c in claims}.values()))
    return Reading(
        text=text,
        sentences=tuple(sentences),
        times=tuple(times),
        mentions=tuple(mentions),
        quotes=tuple(quotes),
        attributions=tuple(attributions),
        acts=tuple(acts),
        predicates=tuple(predicates),
        claims=tuple(unique),
        unknowns=tuple(Unknown(c.id, c.quote, c.start, c.end, c.about) for c in unique if c.about),
        parsed=sum(d is not None for d in docs),
        said=said,
    )


def _parsed(
    text: str, sentences: Sequence[Sentence], passed: Sequence[bool], nlp: Language | None
) -> list[Doc | None]:
    chosen = [i for i, ok in enumerate(passed) if ok]
    docs = parse([text[sentences[i].start : sentences[i].end] for i in chosen], nlp=nlp)
    by_index = dict(zip(chosen, docs, strict=True))
    return [by_index.get(i) for i in range(len(sentences))]


def _within(mentions: Sequence[Mention], sentence: Sentence) -> list[Mention]:
    return [m for m in mentions if sentence.start <= m.start and m.end <= sentence.end]


def _around(agreement: Agreement | None) -> date | None:
    if agreement is None:
        return None
    return agreement.signed or agreement.start


def _said(report: Report, text: str, times: Sequence[TimeExpression], spans: Sequence[tuple[int, int]]) -> When:
    """When the report speaks: its day of publication, else what its own words allow (R2)."""
    if report.published is not None:
        return When(report.published, report.published, "publication")
    ends = [s.end for s in report.segments if s.kind == "comment"]
    first = min((s.start for s in report.segments if s.kind == "comment"), default=len(text))
    body = [t for t in times if t.end <= first] if ends else list(times)
    bounds = undated_bounds(text, body, list(spans))
    return When(bounds.not_before, bounds.not_after, "inferred")


def _carrier(report: Report, agreement: Agreement | None, names: Names) -> Speaker:
    """Who speaks where the text names no speaker: the report's source, for an actor where the source is one."""
    if not report.source:
        return Speaker(None, None, "outlet")
    actors = {m.id for m in names.find(report.source) if m.kind == "actor" and m.id}
    if agreement is None or len(actors) != 1:
        return Speaker(report.source, None, "outlet")
    actor = next(iter(actors))
    roles = agreement.actors[actor].roles if actor in agreement.actors else ()
    return Speaker(report.source, actor, "monitor" if "monitor" in roles else "named-official")
