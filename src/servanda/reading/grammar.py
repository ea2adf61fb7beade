"""The reader `grammar`: a report in, its claims out.

Invariant: the same report, names and model give the same claims, whatever is read beside it; every quote is a slice
of the report's text. The reader opens no file, keeps nothing between calls, and decides nothing about terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from spacy.language import Language

from servanda.agreement.model import Agreement
from servanda.reading.acts.captors import with_captors
from servanda.reading.acts.causes import with_causes
from servanda.reading.acts.claims import Context, claims_of_sentence
from servanda.reading.acts.classes import about_a_way, things_told
from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.clause import view
from servanda.reading.acts.gapped import with_gapped
from servanda.reading.acts.gate import Heard, worth_looking, worth_parsing
from servanda.reading.acts.named_after import with_doers_named_after
from servanda.reading.acts.opponents import answered_by_others, with_foes
from servanda.reading.acts.permitted import with_leave_to_stay
from servanda.reading.acts.readings import ActRead
from servanda.reading.acts.receivers import with_receivers
from servanda.reading.acts.scenes import with_days_told_after
from servanda.reading.acts.shares import with_shares
from servanda.reading.acts.tenses import tenses_of
from servanda.reading.acts.told_before import told_by
from servanda.reading.acts.totals import with_totals
from servanda.reading.attribution import Attribution, find_attributions
from servanda.reading.carrier import carrier_of
from servanda.reading.claim import Claim, When
from servanda.reading.corrected import with_corrections
from servanda.reading.excuses import with_excuses
from servanda.reading.frozen import dataclass
from servanda.reading.headings import heads_section
from servanda.reading.joint import in_each_name, issuers_of
from servanda.reading.modality.factuality import Predicate, predicates_of
from servanda.reading.moved_it import with_what_is_moved
from servanda.reading.names import Mention, Names
from servanda.reading.nearby import Nearby, within
from servanda.reading.parser import parse_all
from servanda.reading.parser.parsed import Doc
from servanda.reading.quotes import Quoted, find_quotes
from servanda.reading.sentences import Sentence, is_title, paragraphs, split
from servanda.reading.times import (
    Anchor,
    Events,
    TimeExpression,
    dateline,
    day_sections,
    find_times,
    known_events,
    section_at,
    times_of_sections,
    undated_bounds,
)
from servanda.reading.version import READER_VERSION
from servanda.reading.watchers import own_words, teams_sent
from servanda.reports.model import Report

TOGETHER = 256
"""So many sentences, or reports, are parsed together: enough for full speed, few enough to keep in memory."""
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
    """Everything read in one report. Spans are code points of `text`. Acts and predicates are listed where every
    sentence, or every one that names anybody, was read."""

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


@dataclass(frozen=True, slots=True)
class Item:
    """A report to read, with the names of its agreement where they are at hand."""

    report: Report
    agreement: Agreement | None = None
    names: Names | None = None


@dataclass(frozen=True, slots=True)
class _Opened:
    """A report before it is parsed: its sentences, whom they name, and which of them are to be parsed."""

    report: Report
    agreement: Agreement | None
    names: Names
    sentences: list[Sentence]
    mentions: list[Mention]
    passed: list[bool]

    def chosen(self) -> list[str]:
        """The sentences to parse."""
        text = self.report.text
        return [text[s.start : s.end] for s, ok in zip(self.sentences, self.passed, strict=True) if ok]

    def aligned(self, docs: Sequence[Doc]) -> list[Doc | None]:
        """The parses beside the sentences."""
        following = iter(docs)
        return [next(following) if ok else None for ok in self.passed]


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
    gives an empty reading; one that holds nothing worth parsing gives its sentences alone.
    """
    (reading,) = read_all([Item(report, agreement, names)], nlp=nlp, all_sentences=all_sentences, wide=wide)
    return reading


def read_all(
    items: Iterable[Item],
    *,
    nlp: Language | None = None,
    all_sentences: bool = False,
    wide: bool = False,
) -> Iterator[Reading]:
    """Read reports, in order, each as `read` would: the sentences of many are parsed together, which takes less time."""
    waiting: list[_Opened] = []
    sentences = 0
    for item in items:
        opened = _opened(item, all_sentences, wide)
        waiting.append(opened)
        sentences += sum(opened.passed)
        if sentences >= TOGETHER or len(waiting) >= TOGETHER:
            yield from _finished(waiting, nlp, all_sentences, wide)
            waiting, sentences = [], 0
    yield from _finished(waiting, nlp, all_sentences, wide)


def _opened(item: Item, all_sentences: bool, wide: bool) -> _Opened:
    report, text = item.report, item.report.text
    names = item.names or Names.of(item.agreement)
    if not report.language.lower().startswith("en"):
        return _Opened(report, item.agreement, names, [], [], [])
    sentences = split(text, report.segments)
    if all_sentences:
        return _Opened(report, item.agreement, names, sentences, names.find(text), [True] * len(sentences))
    heard = Heard.of(text, sentences)
    of_it = item.agreement is None or _is_of(report, names)
    if not wide and not (worth_looking(heard) and (of_it or any(heard.conflict()) or names.scan(text))):
        return _Opened(report, item.agreement, names, sentences, [], [False] * len(sentences))
    mentions = names.find(text)
    passed = worth_parsing(heard, sentences, mentions, wide=wide, of_it=of_it)
    return _Opened(report, item.agreement, names, sentences, mentions, passed)


def _is_of(report: Report, names: Names) -> bool:
    """Whether a report is of the case by its title or source: what a ministry itself writes may name nobody."""
    return bool(report.title or report.source) and bool(names.scan(f"{report.title or ''}\n{report.source or ''}"))


def _finished(waiting: Sequence[_Opened], nlp: Language | None, all_sentences: bool, wide: bool) -> Iterator[Reading]:
    parsed = parse_all([opened.chosen() for opened in waiting], nlp=nlp)
    for opened, docs in zip(waiting, parsed, strict=True):
        if docs or wide or all_sentences:
            yield _read(opened, opened.aligned(docs), listed=all_sentences or wide, everything=all_sentences)
            for doc in docs:
                doc.close()  # else its words, which hold each other, wait for the collector of garbage
        else:
            yield Reading(opened.report.text, tuple(opened.sentences), mentions=tuple(opened.mentions))


def outside_names(times: Sequence[TimeExpression], mentions: Sequence[Mention]) -> list[TimeExpression]:
    """The times without those that are part of a known name: the 'March 9 Movement' tells of no day."""
    known = (m for m in mentions if m.id and m.kind in {"actor", "zone", "group"})
    named = [(m.start, m.end) for m in known if any(c.isdigit() for c in m.text)]
    return [t for t in times if not any(a < t.end <= b and t.start < b for a, b in named)]


def _read(opened: _Opened, docs: Sequence[Doc | None], *, listed: bool, everything: bool) -> Reading:
    report, agreement, text = opened.report, opened.agreement, opened.report.text
    sentences, mentions = opened.sentences, opened.mentions
    spans = [(s.start, s.end) for s in sentences]
    spoken = dateline(text, report.published) or report.published
    anchor = Anchor(published=spoken, around=_around(agreement))
    tenses = tenses_of(sentences, docs)
    times = outside_names(find_times(text, anchor, spans, tenses), mentions)
    sections = day_sections(text, times, spoken)
    if sections:
        times = times_of_sections(text, times, sections, spans, tenses)
    quotes = find_quotes(text, paragraphs(sentences))
    attributions = find_attributions(text, sentences, docs, mentions, quotes, opened.names)
    said = _said(report, spoken, text, times, spans)
    context = Context(
        report=report,
        agreement=agreement,
        sentences=sentences,
        mentions=mentions,
        times=times,
        quotes=quotes,
        attributions=attributions,
        said=said,
        sections=sections,
        events=known_events(text, times, agreement.signed, agreement.start) if agreement is not None else Events(),
        carrier=carrier_of(report, agreement, opened.names),
        reader=READER_VERSION,
    )
    monitors = frozenset(i for i, a in agreement.actors.items() if "monitor" in a.roles) if agreement else frozenset()
    watchers = own_words(context.carrier, attributions, monitors, len(text))
    claims: list[Claim] = []
    acts: list[ActRead] = []
    predicates: list[Predicate] = []
    before: View | None = None
    nearby = Nearby(context)
    for sentence, doc in zip(sentences, docs, strict=True):
        if doc is None:
            before = None
            continue
        kind = "headline" if is_title(text, sentence) else sentence.segment
        seen = view(doc, sentence.start, kind, within(mentions, sentence), monitors)
        seen.of_a_way = before is not None and about_a_way(before)
        seen.told_before = told_by(before) if before is not None else frozenset()
        if sentence.index and not seen.words.isdisjoint({"them", "they"}):
            last = sentences[sentence.index - 1]
            seen.they_are = things_told(re.findall(r"[^\W\d_]+", text[last.start : last.end].lower()))
        seen.watchers_say = watchers
        if not seen.words.isdisjoint({"team", "teams"}):
            ahead = sentences[max(0, sentence.index - 2)].start
            seen.watchers_sent = teams_sent(text, ahead, sentence.end, mentions, monitors)
        before = seen
        found, read_acts = claims_of_sentence(seen, sentence, nearby.of(sentence), claims, listed=listed)
        verbless = not any(t.pos_ in {"VERB", "AUX"} for t in doc)
        section = section_at(sections, sentence.start)
        diary = section is not None and section.earliest == section.latest
        if not (verbless and not diary and heads_section(text, sentences, sentence)):
            claims += found
        acts += read_acts
        if listed:
            predicates += predicates_of(seen, everything=everything)
    claims = with_doers_named_after(with_days_told_after(claims, context), context)
    claims = with_totals(with_gapped(claims, context), context)
    claims = with_foes(answered_by_others(claims, context.agreement, context.mentions))
    claims = with_captors(with_receivers(with_shares(claims, context), context), context)
    claims = in_each_name(with_causes(claims, text), context.carrier, issuers_of(report, agreement, opened.names))
    claims = with_what_is_moved(text, sentences, mentions, with_leave_to_stay(claims, context))
    claims = with_corrections(text, sentences, quotes, attributions, context.carrier, claims)
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
        unknowns=tuple(Unknown(c.id, c.quote, c.start, c.end, c.about) for c in unique if c.about and c.modality == "unknown"),
        parsed=sum(d is not None for d in docs),
        said=said,
    )


def _around(agreement: Agreement | None) -> date | None:
    if agreement is None:
        return None
    return agreement.signed or agreement.start


def _said(
    report: Report, spoken: date | None, text: str, times: Sequence[TimeExpression], spans: Sequence[tuple[int, int]]
) -> When:
    """When the report speaks: the day of its dateline or of publication, else what its own words allow (R2)."""
    if spoken is not None:
        return When(spoken, spoken, "publication" if spoken == report.published else "text")
    ends = [s.end for s in report.segments if s.kind == "comment"]
    first = min((s.start for s in report.segments if s.kind == "comment"), default=len(text))
    body = [t for t in times if t.end <= first] if ends else list(times)
    bounds = undated_bounds(text, body, list(spans))
    return When(bounds.not_before, bounds.not_after, "inferred")
