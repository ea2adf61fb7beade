"""The reader `hand`: claims that a person enters, in any language, the source withheld if need be.

A file `claims/NAME.yaml` holds `claims:`, a list of

    - quote: "…"                      the words, in any language                         (needed)
      act: withdraw                   from the vocabulary of acts                        (needed)
      actors: [armenia]               ids of the case, or words
      target, zone, extent, polarity, modality, kind, article, language, excuse (the reason given)
      new_due, old_due: DAY, adds_days: 10, adds_months: 3        of an act that moves a date
      when: 2020-11-25                or {from: DAY, to: DAY}
      said: 2020-11-25                when it was said; default `published`
      speaker: {name: …, actor: …, kind: named-official}
      quantity: {what: troops, low: 10, high: 12}   or {share: 0.6}
      source: Name                    or `source: withheld`
      published: DAY, received: DAY, url: …, retracts: CLAIM

Invariant: each claim is a report of its own whose text is its quote; a file with one error gives no claim at all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from servanda.agreement.model import Agreement
from servanda.errors import EvidenceError, Place
from servanda.reading.claim import (
    Claim,
    Extent,
    Modality,
    Party,
    Polarity,
    Quantity,
    Speaker,
    SpeakerKind,
    When,
    identified,
)
from servanda.reading.readers import HAND_READER
from servanda.reports.model import Report, Segment
from servanda.vocabulary import vocabulary

WITHHELD = "withheld"


def _act(name: str) -> str:
    if name not in vocabulary("acts.yaml")["acts"]:
        raise ValueError(f"there is no act {name!r}; allowed: {', '.join(sorted(vocabulary('acts.yaml')['acts']))}")
    return name


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class _Span(_Shape):
    from_: date | None = Field(None, alias="from")
    to: date | None = None


class _Speaker(_Shape):
    name: str | None = None
    actor: str | None = None
    kind: Literal[get_args(SpeakerKind)] = "unknown"  # type: ignore[valid-type]


class _Quantity(_Shape):
    what: str | None = None
    low: float | None = None
    high: float | None = None
    share: float | None = Field(None, ge=0, le=1)
    unit: str | None = None


class HandClaim(_Shape):
    """One claim as a person writes it."""

    quote: str = Field(min_length=1)
    act: Annotated[str, AfterValidator(_act)]
    actors: list[str] = Field(default_factory=list)
    target: str | None = None
    zone: str | None = None
    when: date | _Span | None = None
    said: date | None = None
    extent: Literal[get_args(Extent)] = "unknown"  # type: ignore[valid-type]
    polarity: Literal[get_args(Polarity)] = "affirmed"  # type: ignore[valid-type]
    modality: Literal[get_args(Modality)] = "completed"  # type: ignore[valid-type]
    kind: str | None = None
    article: str | int | None = None
    new_due: date | None = None
    old_due: date | None = None
    adds_days: int | None = Field(None, ge=1)
    adds_months: int | None = Field(None, ge=1)
    excuse: str | None = None
    speaker: _Speaker = Field(default_factory=_Speaker)
    quantity: _Quantity | None = None
    source: str | None = None
    language: str = "und"
    published: date | None = None
    received: date | None = None
    url: str | None = None
    retracts: str | None = None


@dataclass(frozen=True, slots=True)
class HandReading:
    """The claims of a file, each with its report."""

    items: tuple[tuple[Report, Claim], ...]


def read_hand(path: Path, root: Path, agreement: Agreement) -> HandReading:
    """Read a file of claims. Raises EvidenceError E201 (form) or E202 (an id that the case does not have)."""
    raw = path.read_bytes()
    name = path.relative_to(root).as_posix()
    digest = hashlib.sha256(raw).hexdigest()
    shapes = _parse(raw, name)
    _check_ids(shapes, agreement, name)
    return HandReading(tuple(_claim(s, f"{name}#{n}", digest, agreement) for n, s in enumerate(shapes, start=1)))


def hand_files(folder: Path) -> Sequence[Path]:
    """The claims files of a case, in order of their names."""
    claims = folder / "claims"
    return sorted(p for p in claims.rglob("*.y*ml") if p.is_file() and not p.is_symlink()) if claims.is_dir() else ()


def _parse(raw: bytes, name: str) -> list[HandClaim]:
    try:
        data = YAML(typ="safe", pure=True).load(raw.decode("utf-8"))
    except (YAMLError, UnicodeDecodeError) as error:
        raise EvidenceError("E201", f"not YAML: {str(error).splitlines()[0]}", Place(name)) from error
    items = data.get("claims") if isinstance(data, dict) else data
    if not isinstance(items, list):
        raise EvidenceError(
            "E201", "a claims file holds a list under claims:. Write claims: [{quote: …, act: …}]", Place(name)
        )
    shapes, wrong = [], []
    for number, item in enumerate(items, start=1):
        try:
            shapes.append(HandClaim.model_validate(item))
        except ValidationError as error:
            for e in error.errors():
                where = ".".join(str(p) for p in e["loc"])
                wrong.append(f"claim {number}: {where}: {e['msg'].removeprefix('Value error, ')}")
    if wrong:
        raise EvidenceError("E201", "; ".join(wrong), Place(name))
    return shapes


def _check_ids(shapes: Sequence[HandClaim], agreement: Agreement, name: str) -> None:
    for number, s in enumerate(shapes, start=1):
        if s.zone is not None and s.zone not in agreement.zones:
            allowed = ", ".join(agreement.zones)
            raise EvidenceError(
                "E202", f"claim {number}: there is no zone {s.zone!r}. Allowed: {allowed}", Place(name)
            )
        if s.speaker.actor is not None and s.speaker.actor not in agreement.actors:
            allowed = ", ".join(agreement.actors)
            raise EvidenceError(
                "E202", f"claim {number}: there is no actor {s.speaker.actor!r}. Allowed: {allowed}", Place(name)
            )


def _claim(s: HandClaim, path: str, digest: str, agreement: Agreement) -> tuple[Report, Claim]:
    withheld = s.source == WITHHELD
    quote = s.quote
    own = hashlib.sha256(f"{digest}{path}".encode()).hexdigest()
    report = Report(
        path=path,
        sha256=own,
        text=quote,
        segments=(Segment("body", 0, len(quote)),),
        format="hand",
        source=None if withheld else s.source,
        published=s.published,
        received=s.received,
        url=None if withheld else s.url,
        language=s.language,
        extra={"confidential": "yes"} if withheld else {},
    )
    said = s.said or s.published or s.received
    q = s.quantity
    claim = Claim(
        id="",
        report=path,
        report_sha256=own,
        segment="body",
        quote=quote,
        start=0,
        end=len(quote),
        speaker=Speaker(s.speaker.name, s.speaker.actor, s.speaker.kind),
        via=(),
        act=s.act,
        words=s.act,
        actors=tuple(_party(a, agreement) for a in s.actors),
        target=_party(s.target, agreement) if s.target else None,
        zone=s.zone,
        when=_when(s, said),
        said=When(said, said, "explicit" if s.said else "publication"),
        extent=s.extent,
        polarity=s.polarity,
        modality=s.modality,
        kind=s.kind,
        quantity=Quantity(q.what, q.low, q.high if q.high is not None else q.low, q.share, q.unit) if q else None,
        new_due=s.new_due,
        old_due=s.old_due,
        adds_days=s.adds_days,
        adds_months=s.adds_months,
        excuse=s.excuse,
        article=None if s.article is None else str(s.article),
        confidence=1.0,
        retracts=s.retracts,
        reader=HAND_READER,
    )
    return report, identified(claim)


def _when(s: HandClaim, said: date | None) -> When:
    if isinstance(s.when, date):
        return When(s.when, s.when, "explicit")
    if isinstance(s.when, _Span):
        return When(s.when.from_, s.when.to, "explicit")
    return When(None, said, "publication")


def _party(words: str, agreement: Agreement) -> Party:
    names: dict[str, Any] = {
        n.casefold(): a.id for a in agreement.actors.values() for n in (a.id, a.name, *a.aliases)
    }
    return Party(words, names.get(words.casefold()))
