"""From a report to claims by way of a language model: ask for each piece, check each proposal against the text.

Invariant: `text[start:end] == quote` for every claim; what cannot be found in the text is dropped and counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from servanda.agreement.model import Agreement
from servanda.errors import ReadingError
from servanda.reading.claim import Claim, Party, Speaker, When, identified
from servanda.reading.llm.endpoint import Endpoint
from servanda.reading.llm.proposal import INSTRUCTION, Proposal, acts, proposals, schema
from servanda.reading.names import Names
from servanda.reading.sentences import Sentence, split
from servanda.reports.model import Report

PIECE_CHARS = 24_000
_TRIES = 2
_HAPPENED = frozenset({"completed", "alleged", "under-way", "denied"})


@dataclass(frozen=True, slots=True)
class LlmReading:
    """What was taken over from the model, and how many of its proposals were dropped."""

    claims: tuple[Claim, ...]
    dropped: int = 0


def version(endpoint: Endpoint) -> str:
    """The version of this reader: another model or address reads anew."""
    return f"llm/1 {endpoint.model} at {endpoint.url}"


def read_with(
    endpoint: Endpoint, report: Report, agreement: Agreement | None = None, *, names: Names | None = None
) -> LlmReading:
    """Read one report. Raises ReadingError D210 to D213 (see `Endpoint.ask`); an unusable answer is asked for twice."""
    known = names or Names.of(agreement)
    sentences = split(report.text, report.segments)
    claims: dict[str, Claim] = {}
    dropped = 0
    for start, end in _pieces(report.text, sentences):
        found, lost = _asked(endpoint, report, start, end)
        dropped += lost
        at = start
        for proposal in found:
            claim = _checked(proposal, report, known, sentences, (start, end), at, version(endpoint))
            if claim is None:
                dropped += 1
                continue
            at = claim.start
            claims[claim.id] = claim
    return LlmReading(tuple(sorted(claims.values(), key=lambda c: (c.start, c.id))), dropped)


def _pieces(text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Spans of the document of at most PIECE_CHARS, cut between sentences."""
    start = 0
    for one, two in pairwise(sentences):
        if two.end - start > PIECE_CHARS and one.end > start:
            yield start, one.end
            start = one.end
    if text[start:].strip():
        yield start, len(text)


def _asked(endpoint: Endpoint, report: Report, start: int, end: int) -> tuple[list[Proposal], int]:
    day = f"It was published on {report.published}." if report.published else "Its day is not known."
    listed = f"The acts: {', '.join(acts())}."
    question = f"{listed}\n{day}\n<report>\n{report.text[start:end]}\n</report>"
    for left in reversed(range(_TRIES)):
        try:
            return proposals(endpoint.ask(INSTRUCTION, question, schema()))
        except ReadingError as error:
            if error.code != "D212" or not left:
                raise
    raise AssertionError("the last try returns or raises")


def _checked(
    p: Proposal, report: Report, names: Names, sentences: Sequence[Sentence], within: tuple[int, int], at: int, reader: str
) -> Claim | None:
    """The claim that a proposal makes, or None where its quote or act cannot stand."""
    start = _found(report.text, p.quote, within, at)
    if start is None or p.act not in acts():
        return None
    sentence = next((s for s in sentences if s.start <= start < s.end), None)
    if sentence is None:
        return None
    actors = tuple(a for w in p.actors if (a := _party(w, report.text, names)) is not None)
    said = When(report.published, report.published, "publication" if report.published else "inferred")
    zone, zone_words = _zone(p.place, report.text, names)
    claim = Claim(
        id="",
        report=report.path,
        report_sha256=report.sha256,
        segment=sentence.segment,
        quote=p.quote,
        start=start,
        end=start + len(p.quote),
        speaker=_speaker(p, report, names),
        via=(),
        act=p.act,
        words=p.act,
        actors=actors,
        target=_party(p.target, report.text, names) if p.target else None,
        zone=zone,
        zone_words=zone_words,
        when=_when(p, said),
        said=said,
        extent=p.extent,
        polarity=p.polarity,
        modality=p.modality,
        new_due=_day(p.new_due),
        opinion=p.opinion or sentence.segment == "comment",
        generic=p.act in {"breach-ceasefire", "comply"},
        sentence=(sentence.start, sentence.end),
        paragraph=sentence.paragraph,
        confidence=0.5,
        reader=reader,
    )
    return identified(claim)


def _found(text: str, quote: str, within: tuple[int, int], at: int) -> int | None:
    """Where a quote stands: the first place from the claim before it on, else the first in the piece."""
    if not quote.strip():
        return None
    start, end = within
    found = text.find(quote, at, end)
    if found < 0:
        found = text.find(quote, start, end)
    return found if found >= 0 else None


def _party(words: str, text: str, names: Names) -> Party | None:
    """An actor whose words stand in the text; None for one that the model added."""
    words = words.strip()
    if not words or words.casefold() not in text.casefold():
        return None
    ids = {m.id for m in names.find(words, guess=False) if m.kind != "zone" and m.id}
    return Party(words, ids.pop() if len(ids) == 1 else None)


def _zone(words: str | None, text: str, names: Names) -> tuple[str | None, str | None]:
    if not words or not words.strip() or words.strip().casefold() not in text.casefold():
        return None, None
    ids = {m.id for m in names.find(words, guess=False) if m.kind == "zone" and m.id}
    return (ids.pop() if len(ids) == 1 else None), words.strip()


def _speaker(p: Proposal, report: Report, names: Names) -> Speaker:
    """The speaker where the text has his words; else the report's source, as a mere outlet."""
    who = _party(p.speaker, report.text, names) if p.speaker else None
    if who is None:
        ids = {m.id for m in names.find(report.source or "", guess=False) if m.kind != "zone" and m.id}
        return Speaker(report.source, ids.pop() if len(ids) == 1 else None, "named-official" if ids else "outlet")
    return Speaker(who.words, who.id, p.speaker_kind)


def _when(p: Proposal, said: When) -> When:
    """The days given, put right by R2: what has happened had happened when it was said; no day is made up."""
    earliest, latest = _day(p.earliest), _day(p.latest)
    if p.modality in _HAPPENED and said.latest is not None:
        latest = min(latest or said.latest, said.latest)
    if earliest and latest and earliest > latest:
        earliest = None
    given = p.earliest or p.latest
    return When(earliest, latest, "guessed" if given else said.basis)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
