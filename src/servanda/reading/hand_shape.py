"""The shape of claims/NAME.yaml: what a person may write of a claim, and what is wrong in a file of them.

Invariant: a file with one error gives no claim at all, and all its errors are told at once, each with line and column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import cache
from typing import Annotated, Any, Literal, get_args

from pydantic import ConfigDict, Discriminator, Field, Tag

from servanda.agreement.act_words import act_meant
from servanda.agreement.messages import dotted
from servanda.agreement.model import Agreement
from servanda.agreement.nearest import listing, nearest
from servanda.agreement.places import Path
from servanda.agreement.scalars import AnyNumberOf, Day, Label, Slug, Text, form
from servanda.agreement.shaped import salvaged_items, shaped
from servanda.agreement.term_shape import Shape, example
from servanda.errors import EvidenceError, joined
from servanda.reading.claim import Extent, Modality, Polarity, SpeakerKind
from servanda.vocabulary import vocabulary

_EMPTY = "Write claims: [{quote: …, act: withdraw}], or remove the file"
_MISSPELT = 0.8
_MOVING = ("new_due", "old_due", "adds_days", "adds_months")
_MOVES = frozenset({"extend-deadline", "request-extension", "suspend", "resume"})
_Found = Iterator[tuple[str, Path, str]]


class SpanShape(Shape):
    """From a day to a day; without one of them, open on that side."""

    from_: Day | None = example("2020-11-20", "The first day on which it may have been.", default=None, alias="from")
    to: Day | None = example("2020-11-25", "The last day on which it may have been.", default=None)


class SpeakerShape(Shape):
    """Who says it."""

    name: Text | None = example("A. Petrosyan", "The name, or a description.", default=None)
    actor: Slug | None = example("armenia", "The actor of the case that the speaker speaks for.", default=None)
    kind: Literal[get_args(SpeakerKind)] = example("witness", "What kind of speaker.", default="unknown")  # type: ignore[valid-type]


class QuantityShape(Shape):
    """A counted thing, or a share of the whole."""

    what: Text | None = example("troops", "What is counted.", default=None)
    low: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = example(10, "At least.", default=None)
    high: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = example(12, "At most.", default=None)
    share: Annotated[float, Field(ge=0, le=1)] | None = example(0.6, "A share of the whole, 0 to 1.", default=None)
    unit: Text | None = example("deaths", "The counting rule.", default=None)


WhenAny = Annotated[Annotated[Day, Tag("a text")] | Annotated[SpanShape, Tag("a mapping")], Discriminator(form)]


class HandClaim(Shape):
    """One claim as a person writes it."""

    quote: Text = example("they left the valley", "The words, in any language.", min_length=1)
    act: Text = example("withdraw", "From the vocabulary of acts.")
    actors: AnyNumberOf[Text] = example(["armenia"], "Who did it: ids of the case, or words.", default_factory=list)
    target: Text | None = example("azerbaijan", "Against whom: an id of the case, or words.", default=None)
    zone: Slug | None = example("kalbajar", "Where: a zone of the case.", default=None)
    when: WhenAny | None = example("2020-11-25", "When it was: a day, or {from: DAY, to: DAY}.", default=None)
    said: Day | None = example("2020-11-26", "When it was said; without it, `published`.", default=None)
    extent: Literal[get_args(Extent)] = example("all", "Whether all of it was done, or a part.", default="unknown")  # type: ignore[valid-type]
    polarity: Literal[get_args(Polarity)] = example("negated", "Affirmed or negated.", default="affirmed")  # type: ignore[valid-type]
    modality: Literal[get_args(Modality)] = example("announced", "As in docs/reading.md.", default="completed")  # type: ignore[valid-type]
    kind: Text | None = example("shelling", "The kind of an attack.", default=None)
    article: Label | None = example("6", "The article that it names.", default=None)
    new_due: Day | None = example("2020-11-25", "Of an extension: the new date.", default=None)
    old_due: Day | None = example("2020-11-15", "Of an extension: the date that it leaves.", default=None)
    adds_days: Annotated[int, Field(ge=1)] | None = example(10, "Of an extension: days added.", default=None)
    adds_months: Annotated[int, Field(ge=1)] | None = example(3, "Of an extension: months added.", default=None)
    excuse: Text | None = example("bad weather", "The reason given.", default=None)
    speaker: SpeakerShape = example({"name": "A. Petrosyan", "kind": "witness"}, "Who says it.", default_factory=SpeakerShape)
    quantity: QuantityShape | None = example({"what": "troops", "low": 10, "high": 12}, "A count.", default=None)
    source: Text | None = example("withheld", "Who publishes it, or `withheld`.", default=None)
    language: Text = example("hy", "The language of the quote, ISO 639.", default="und")
    published: Day | None = example("2020-11-26", "When it was published.", default=None)
    received: Day | None = example("2020-11-27", "When it came in.", default=None)
    url: Text | None = example("https://example.org/a", "Where it was published.", default=None)
    retracts: Text | None = example("c-0b6226356f", "The id of the claim that it takes back.", default=None)


class HandFile(Shape):
    """A file of claims: a list under `claims`, or the list alone."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"claims": [{"quote": "they left the valley", "act": "withdraw"}]}]},
    )

    claims: list[HandClaim] = example([{"quote": "they left the valley", "act": "withdraw"}], "The claims.")


@cache
def hand_schema() -> Mapping[str, Any]:
    """The JSON Schema of a file of claims."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **HandFile.model_json_schema(by_alias=True)}


def hand_claims(text: str, file: str, agreement: Agreement) -> list[HandClaim]:
    """The claims of a file. Raises EvidenceError E201 (form) or E202 (an id that the case does not have) with all errors."""
    placed, whole, errors = shaped(text, file, HandFile, hand_schema(), empty=_EMPTY, under="claims")
    found = [EvidenceError("E201", e.message, e.place) for e in errors]
    for path, claim, touched in salvaged_items(placed, "claims", HandClaim):
        for code, inner, message in (*_wrong(claim), *_unknown(claim, agreement)):
            if inner[0] in touched:
                continue
            place = placed.place((*path, *inner), file, at_value=True)
            found.append(EvidenceError(code, f"{dotted((*path, *inner))}: {message}", place))
    if found or whole is None:
        raise joined(found)
    return list(whole.claims)


def _wrong(claim: HandClaim) -> _Found:
    """What the shape cannot say of one claim."""
    known = vocabulary("acts.yaml")["acts"]
    if claim.act not in known:
        yield "E201", ("act",), f"there is no act {claim.act!r}.{act_meant(claim.act)} Allowed: {listing(known)}"
    kinds = known.get(claim.act, {}).get("kinds", {})
    if claim.kind is not None and kinds and claim.kind not in kinds:
        yield (
            "E201",
            ("kind",),
            f"there is no kind {claim.kind!r} of {claim.act}.{nearest(claim.kind, kinds)} Allowed: {listing(kinds)}",
        )
    for name in _MOVING:
        if getattr(claim, name) is not None and claim.act in known and claim.act not in _MOVES:
            yield (
                "E201",
                (name,),
                f"{name} goes with {listing(_MOVES)}, not with {claim.act}. Change the act, or take {name} out",
            )
    if isinstance(claim.when, SpanShape):
        first, last = claim.when.from_, claim.when.to
        if first is None and last is None:
            yield "E201", ("when",), "a span of no day. Write {from: DAY, to: DAY}, or leave it out"
        if first and last and last < first:
            yield "E201", ("when", "to"), f"to {last} lies before from {first}. Swap them"
    quantity = claim.quantity
    if quantity and quantity.low is not None and quantity.high is not None and quantity.high < quantity.low:
        yield "E201", ("quantity", "high"), f"high {quantity.high:g} lies below low {quantity.low:g}. Swap them"
    if quantity and quantity.low is quantity.high is quantity.share is None:
        yield "E201", ("quantity",), "a quantity without a number. Write {what: troops, low: 10, high: 12} or {share: 0.6}"
    yield from _days(claim)


def _days(claim: HandClaim) -> _Found:
    """Days that cannot be so: told before it was, said after it was published."""
    heard = claim.said or claim.published or claim.received
    begun = claim.when.from_ if isinstance(claim.when, SpanShape) else claim.when
    if begun and heard and heard < begun and claim.modality in ("completed", "under-way"):
        message = f"told on {heard} as {claim.modality}, before the day it speaks of. Correct one, or write modality: announced"
        yield "E201", ("when",), message
    if claim.said and claim.published and claim.published < claim.said:
        yield "E201", ("published",), f"published {claim.published} lies before said {claim.said}. Swap them"
    if claim.new_due and claim.old_due and claim.new_due == claim.old_due:
        yield "E201", ("new_due",), f"new_due is old_due, {claim.old_due}. Correct one"


def _unknown(claim: HandClaim, agreement: Agreement) -> _Found:
    """Ids that the case does not have; words are let through, an id that is misspelt is not."""
    if claim.zone is not None and claim.zone not in agreement.zones:
        yield "E202", ("zone",), _no("zone", claim.zone, agreement.zones)
    if claim.speaker.actor is not None and claim.speaker.actor not in agreement.actors:
        yield "E202", ("speaker", "actor"), _no("actor", claim.speaker.actor, agreement.actors)
    named = {n.casefold() for a in agreement.actors.values() for n in (a.id, a.name, *a.aliases)}
    given: list[tuple[Path, str]] = [(("target",), claim.target)] if claim.target else []
    if isinstance(claim.actors, str):
        given.append((("actors",), claim.actors))
    else:
        given += [(("actors", number), words) for number, words in enumerate(claim.actors)]
    for path, words in given:
        if words.casefold() not in named and _misspelt(words, agreement.actors):
            yield "E202", path, _no("actor", words, agreement.actors) + ". Who is none of these is written in words"


def _no(kind: str, given: str, known: Iterable[str]) -> str:
    known = tuple(known)
    return f"there is no {kind} {given!r}.{nearest(given, known)} Allowed: {listing(known)}"


def _misspelt(words: str, ids: Iterable[str]) -> bool:
    """Whether one word in small letters is all but an id of the case."""
    if words != words.lower() or " " in words:
        return False
    return any(SequenceMatcher(None, words, known).ratio() >= _MISSPELT for known in ids)
