"""Our own annotated reports: short texts of many conflicts with the claims that a careful reader finds in them.

Invariant: what loads is valid: every quote stands in its text word for word and once; every act, modality, kind,
actor and zone is of its list. A conflict belongs to one split as a whole: nothing learned on `dev` is in `test`.
The guidelines of annotation are in docs/annotation.md.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from importlib.resources import files
from typing import Any, Literal

from ruamel.yaml import YAML

from servanda.agreement import loads
from servanda.agreement.model import Agreement
from servanda.reading.claim import MODALITIES, SPEAKER_KINDS
from servanda.reports.building import Content, build
from servanda.reports.metadata import Metadata
from servanda.reports.model import Report
from servanda.vocabulary import vocabulary

SPLITS = ("dev", "test", "held")
"""`dev` may be looked at, and so may `held` (written later, about who and where) since November 2026; of `test` only the
totals."""
STYLES = ("wire", "statement", "monitor-bulletin", "aggregator", "op-ed", "radio-transcript", "headlines")
NOT_ANNOTATED = frozenset(["accuse", "deny", "demand", "agree", "refuse-terms", "concede", "retract", "mobilise"])
"""Acts of speech whose content is annotated in their stead, and acts outside the agreements' vocabulary."""

ANNOTATORS = ("first", "second")
"""Who annotated the conflicts of `test`, and six of `dev`, each alone. The gold is what was decided where they differ."""

_CLAIM_KEYS = {"quote", "act", "actors", "target", "zone", "when", "polarity", "modality", "speaker", "new_due"}


class GoldError(ValueError):
    """An annotation that breaks the guidelines; the text names the report and the claim."""


@dataclass(frozen=True, slots=True)
class GoldSpeaker:
    """Who says it, as annotated; `actor` is an id of the conflict or None."""

    name: str | None
    actor: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One annotated claim; start and end are code points in the report's text. Days of None are open."""

    quote: str
    start: int
    end: int
    act: str
    actors: tuple[str, ...]
    target: str | None
    zone: str | None
    when: tuple[date | None, date | None]
    polarity: Literal["affirmed", "negated"]
    modality: str
    speaker: GoldSpeaker
    new_due: date | None


@dataclass(frozen=True, slots=True)
class GoldReport:
    """One short text; `speaker` is whose words it is where the text itself names nobody."""

    id: str
    style: str
    published: date
    source: str
    speaker: GoldSpeaker
    text: str
    claims: tuple[GoldClaim, ...]


@dataclass(frozen=True, slots=True)
class GoldConflict:
    """The reports of one conflict with the names that a reader is given."""

    id: str
    split: str
    actors: Mapping[str, tuple[str, ...]]
    monitors: tuple[str, ...]
    third_parties: tuple[str, ...]
    zones: Mapping[str, tuple[str, ...]]
    reports: tuple[GoldReport, ...]

    def role(self, actor: str) -> str:
        """The role of an actor in the agreement that stands for the conflict's."""
        if actor in self.monitors:
            return "monitor"
        return "third-party" if actor in self.third_parties else "signatory"

    def agreement(self) -> Agreement:
        """The names as an agreement, with one term that stands for all."""
        actors = {
            key: {
                "name": names[0],
                "aliases": list(names[1:]),
                "role": self.role(key),
            }
            for key, names in self.actors.items()
        }
        term = {"norm": "prohibition", "bearer": [next(iter(actors))], "act": ["breach-ceasefire"]}
        zones = {key: {"name": names[0], "aliases": list(names[1:])} for key, names in self.zones.items()}
        given = {"servanda": 1, "id": self.id, "title": self.id, "actors": actors, "zones": zones}
        return loads(json.dumps({**given, "terms": {"t": term}}))

    def report(self, gold: GoldReport) -> Report:
        """One of the texts as a document that a reader takes. The text is the annotated one."""
        meta = Metadata(source=gold.source, published=gold.published, language="en")
        digest = hashlib.sha256(gold.text.encode()).hexdigest()
        return build(f"{gold.id}.txt", digest, "txt", Content(gold.text, meta))


def load_gold(split: str | None = None) -> tuple[GoldConflict, ...]:
    """The conflicts of a split, or all, ordered by name. Raises GoldError."""
    if split is not None and split not in SPLITS:
        raise GoldError(f"no split {split!r}; allowed: {', '.join(SPLITS)}")
    found = (parse_conflict(text) for text in _files("gold"))
    return tuple(c for c in found if split is None or c.split == split)


def load_annotator(name: str, split: str) -> tuple[GoldConflict, ...]:
    """The conflicts of a split that were annotated twice, with the claims of one annotator. Raises GoldError."""
    if name not in ANNOTATORS:
        raise GoldError(f"no annotator {name!r}; allowed: {', '.join(ANNOTATORS)}")
    gold = {c.id: c for c in load_gold()}
    found = (annotated_by(text, gold) for text in _files("gold", name))
    return tuple(c for c in found if c.split == split)


def annotated_by(text: str, gold: Mapping[str, GoldConflict]) -> GoldConflict:
    """A conflict of the gold with the claims of one annotator's file in place of its own. Raises GoldError."""
    raw = _loaded(text)
    conflict = gold[_of(raw["conflict"], gold, "an annotator's file", "conflict")]
    if raw["reports"].keys() != {r.id for r in conflict.reports}:
        raise GoldError(f"{conflict.id}: an annotator's file holds each report of its conflict, and no other")
    reports = (
        replace(r, claims=tuple(_claims(r.id, r.text, raw["reports"][r.id], r.speaker, conflict))) for r in conflict.reports
    )
    return replace(conflict, reports=tuple(reports))


def _files(*folder: str) -> list[str]:
    found = files("servanda.evaluation").joinpath(*folder).iterdir()
    return [p.read_text(encoding="utf-8") for p in sorted(found, key=lambda p: p.name) if p.name.endswith(".yaml")]


def _loaded(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


def parse_conflict(text: str) -> GoldConflict:
    """One file of annotations. Raises GoldError for the first thing that is wrong in it."""
    raw = _loaded(text)
    conflict = GoldConflict(
        id=raw["conflict"],
        split=_of(raw["split"], SPLITS, raw["conflict"], "split"),
        actors={k: tuple(v) for k, v in raw["actors"].items()},
        monitors=tuple(raw["monitors"]),
        third_parties=tuple(raw["third_parties"]),
        zones={k: tuple(v) for k, v in raw["zones"].items()},
        reports=(),
    )
    for actor in (*conflict.monitors, *conflict.third_parties):
        _of(actor, conflict.actors, conflict.id, "actor")
    reports = tuple(_report(r, conflict) for r in raw["reports"])
    if len({r.id for r in reports}) != len(reports):
        raise GoldError(f"{conflict.id}: an id stands twice")
    return replace(conflict, reports=reports)


def _report(raw: Mapping[str, Any], conflict: GoldConflict) -> GoldReport:
    speaker = _speaker(raw["speaker"], conflict, raw["id"])
    claims = tuple(_claims(raw["id"], raw["text"], raw["claims"], speaker, conflict))
    style = _of(raw["style"], STYLES, raw["id"], "style")
    return GoldReport(raw["id"], style, raw["published"], raw["source"], speaker, raw["text"], claims)


def _claims(
    report: str, text: str, items: Sequence[Mapping[str, Any]], speaker: GoldSpeaker, conflict: GoldConflict
) -> Iterator[GoldClaim]:
    acts = vocabulary("acts.yaml")["acts"].keys() - NOT_ANNOTATED
    for item in items:
        quote: str = item["quote"]
        where = f"{report}: {quote[:40]!r}"
        if unknown := item.keys() - _CLAIM_KEYS:
            raise GoldError(f"{where}: unknown keys {sorted(unknown)}")
        if text.count(quote) != 1:
            raise GoldError(f"{where}: stands {text.count(quote)} times in the text; a quote stands once")
        parties = [*item.get("actors", ()), *([item["target"]] if item.get("target") else [])]
        for party in parties:
            if party not in conflict.actors and party not in text:
                raise GoldError(f"{where}: {party!r} is no actor of the conflict and no words of the text")
        earliest, latest = item["when"]
        if earliest and latest and latest < earliest:
            raise GoldError(f"{where}: ends before it begins")
        yield GoldClaim(
            quote=quote,
            start=text.index(quote),
            end=text.index(quote) + len(quote),
            act=_of(item["act"], acts, where, "act"),
            actors=tuple(item.get("actors", ())),
            target=item.get("target"),
            zone=_of(item["zone"], conflict.zones, where, "zone") if item.get("zone") else None,
            when=(earliest, latest),
            polarity="negated" if item.get("polarity") == "negated" else "affirmed",
            modality=_of(item["modality"], MODALITIES, where, "modality"),
            speaker=_speaker(item["speaker"], conflict, where) if "speaker" in item else speaker,
            new_due=item.get("new_due"),
        )


def _speaker(raw: Mapping[str, Any], conflict: GoldConflict, where: str) -> GoldSpeaker:
    actor = _of(raw["actor"], conflict.actors, where, "speaker's actor") if raw["actor"] else None
    return GoldSpeaker(raw["name"], actor, _of(raw["kind"], SPEAKER_KINDS, where, "speaker's kind"))


def _of(value: str, allowed: Any, where: str, what: str) -> str:
    if value not in allowed:
        raise GoldError(f"{where}: {what} {value!r} is not of its list")
    return value
