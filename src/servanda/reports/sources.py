"""Who publishes: sources.yaml, and which source a report comes from.

Invariant: a `Source` that exists is whole: its kind and reliability are of the lists, its side is an actor of the
agreement, and no name, alias or domain belongs to two sources. A report of no listed source has reliability F.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from servanda.errors import Place, ReportError, joined
from servanda.reports.decoding import decode
from servanda.reports.limits import SOURCES_BYTES
from servanda.reports.marked_yaml import Marked, load_marked
from servanda.reports.metadata import unknown_key
from servanda.reports.model import SOURCE_KINDS, Report, Source
from servanda.vocabulary import vocabulary

KEYS = ("id", "name", "domains", "kind", "reliability", "side", "monitor", "aliases")
GRADES = "ABCDEF"
_DOMAIN = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{1,61}")
_YES = {"true": True, "yes": True, "false": False, "no": False}


@cache
def default_reliability(kind: str) -> str:
    """The reliability of a source of `kind` where none is stated; F for a kind that is not known."""
    known = vocabulary("source_kinds.yaml")["kinds"]
    return str(known[kind]["reliability"]) if kind in known else "F"


def load_sources(path: Path, *, actors: Collection[str] | None = None) -> dict[str, Source]:
    """The sources of a sources.yaml by id, in the order of the file.

    `actors` are the ids of the agreement's actors; where None, sides are not checked. The file is a list of sources,
    or a mapping of ids to sources, or either under the key `sources`. All errors of the file come as one ReportError:
    R401 (shape), R402 (key), R403 (kind), R404 (reliability), R405 (side), R406 (twice), R407 (value), R102, R105.
    """
    place = Place(path.name)
    try:
        with path.open("rb") as file:
            raw = file.read(SOURCES_BYTES + 1)
    except OSError as error:
        raise ReportError(
            "R105", f"cannot be opened: {error.strerror or error}. Check that it may be read", place
        ) from None
    if len(raw) > SOURCES_BYTES:
        raise ReportError("R102", f"larger than {SOURCES_BYTES:,} bytes, the limit for {path.name}", place)
    return parse_sources(decode(raw, place).text, path.name, actors=actors)


def parse_sources(
    text: str, file: str = "sources.yaml", *, actors: Collection[str] | None = None
) -> dict[str, Source]:
    """As `load_sources`, from the text of the file."""
    root = load_marked(text, file, code="R401", aliases_code="R401")
    if root is None:
        return {}
    if root.kind == "mapping" and [k.words for k, _ in root.pairs] == ["sources"]:
        root = root.pairs[0][1]
    reading = _Reading(actors)
    if root.kind == "scalar" and root.value is None:
        return {}
    if root.kind == "scalar":
        reading.wrong(
            "R401", f"{root.described()} where a list of sources is expected. Write '- name: …'", root.place
        )
    for given_id, entry in _entries(root):
        reading.entry(given_id, entry)
    if reading.errors:
        raise joined(reading.errors)
    return reading.sources


def _entries(root: Marked) -> Iterator[tuple[Marked | None, Marked]]:
    yield from root.pairs
    for item in root.items:
        yield None, item


@dataclass(slots=True)
class _Reading:
    """What has been read of one file so far; every error is kept, none stops the reading."""

    actors: Collection[str] | None
    sources: dict[str, Source] = field(default_factory=dict)
    errors: list[ReportError] = field(default_factory=list)
    taken: dict[str, str] = field(default_factory=dict)

    def wrong(self, code: str, message: str, place: Place) -> None:
        self.errors.append(ReportError(code, message, place))

    def entry(self, given_id: Marked | None, entry: Marked) -> None:
        """Read one source and keep it."""
        if entry.kind != "mapping":
            self.wrong(
                "R401",
                f"{entry.described()} where a source is expected. Write 'name: …' and its other keys",
                entry.place,
            )
            return
        values: dict[str, Marked] = {}
        for key, value in entry.pairs:
            if key.words not in KEYS:
                self.errors.append(unknown_key("R402", key.words or "", KEYS, key.place))
            elif key.words in values:
                self.wrong("R402", f"key {key.words!r} is given twice. Write it once", key.place)
            else:
                values[key.words] = value
        name = self._words(values.get("name")) or (given_id.words if given_id else None)
        if not name:
            self.wrong("R407", "a source without a name. Write 'name: …'", entry.place)
            return
        source_id = (given_id.words if given_id else None) or self._words(values.get("id")) or slug(name)
        place = given_id.place if given_id else entry.place
        if source_id in self.sources:
            self.wrong("R406", f"id {source_id!r} belongs to two sources. Give one another id", place)
            return
        watches, watcher = self._monitor(values.get("monitor"))
        side = self._actor("side", values.get("side")) or watcher
        kind = self._kind(values.get("kind")) or ("monitor" if watches else "unknown")
        source = Source(
            id=source_id,
            name=name,
            domains=tuple(self._domains(values.get("domains"))),
            kind=kind,
            reliability=self._grade(values.get("reliability")) or default_reliability(kind),
            side=side,
            monitor=watches,
            aliases=tuple(self._list(values.get("aliases"))),
        )
        self._take(source, place)
        self.sources[source_id] = source

    def _take(self, source: Source, place: Place) -> None:
        """Names, aliases and domains may lead to one source only."""
        for key in dict.fromkeys([*map(folded, (source.name, *source.aliases)), *(f"@{d}" for d in source.domains)]):
            other = self.taken.setdefault(key, source.id)
            if other != source.id:
                what = f"domain {key[1:]!r}" if key.startswith("@") else f"name {key!r}"
                self.wrong(
                    "R406", f"{what} belongs to two sources, {other!r} and {source.id!r}. Leave it with one", place
                )

    def _words(self, value: Marked | None) -> str | None:
        if value is None or (value.kind == "scalar" and value.words is None):
            return None
        if value.kind != "scalar":
            self.wrong("R407", f"{value.described()} where words are expected. Write one value", value.place)
            return None
        return " ".join((value.words or "").split()) or None

    def _list(self, value: Marked | None) -> list[str]:
        if value is None or value.kind == "scalar":
            words = self._words(value)
            return [words] if words else []
        if value.kind != "list":
            self.wrong("R407", f"{value.described()} where a list is expected. Write [one, two]", value.place)
            return []
        return [words for item in value.items if (words := self._words(item))]

    def _domains(self, value: Marked | None) -> Iterator[str]:
        for words in self._list(value):
            domain = host(words)
            if domain is None and value is not None:
                self.wrong("R407", f"domain {words!r} is no domain. Write it as example.org", value.place)
            elif domain:
                yield domain

    def _kind(self, value: Marked | None) -> str | None:
        kind = self._words(value)
        if kind is None or value is None or kind in SOURCE_KINDS:
            return kind
        self.wrong("R403", f"kind {kind!r} is not known. Allowed: {', '.join(SOURCE_KINDS)}", value.place)
        return None

    def _grade(self, value: Marked | None) -> str | None:
        grade = self._words(value)
        if grade is None or value is None:
            return None
        if len(grade) == 1 and grade.upper() in GRADES:
            return grade.upper()
        self.wrong(
            "R404",
            f"reliability {grade!r} is no grade. "
            "Write one letter from A (completely reliable) to F (cannot be judged)",
            value.place,
        )
        return None

    def _actor(self, key: str, value: Marked | None) -> str | None:
        actor = self._words(value)
        if actor is None or value is None or self.actors is None or actor in self.actors:
            return actor
        self.wrong(
            "R405",
            f"{key} {actor!r} is no actor of the agreement. Actors: {', '.join(sorted(self.actors))}",
            value.place,
        )
        return None

    def _monitor(self, value: Marked | None) -> tuple[bool, str | None]:
        words = self._words(value)
        if words is None:
            return False, None
        if words.lower() in _YES:
            return _YES[words.lower()], None
        return True, self._actor("monitor", value)


@lru_cache(maxsize=16_384)
def folded(name: str) -> str:
    """A name for comparison: case, marks, punctuation, white space and a leading 'the' aside."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    words = re.findall(r"\w+", plain)
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def slug(name: str) -> str:
    """An id made of a name."""
    return folded(name).replace(" ", "-").replace("_", "-") or "source"


def host(address: str) -> str | None:
    """The host of an address or domain, lower case, without `www.`; None where there is none."""
    try:
        name = urlsplit(address if "//" in address else f"//{address}").hostname
    except ValueError:
        return None
    name = (name or "").removeprefix("www.").rstrip(".")
    return name if _DOMAIN.fullmatch(name) else None


def match_source(report: Report, sources: Mapping[str, Source]) -> Source | None:
    """The listed source of a report: by the name it states, else by the domain of its address; else None."""
    if report.source:
        by_name = _names(tuple(sources.values())).get(folded(report.source))
        if by_name:
            return by_name
    for address in (report.source, report.url):
        domain = host(address) if address else None
        found = _by_domain(domain, sources) if domain else None
        if found:
            return found
    return None


def source_of(report: Report, sources: Mapping[str, Source]) -> Source:
    """The source of a report: the listed one, else one of unknown kind and reliability F under the report's name."""
    found = match_source(report, sources)
    if found:
        return found
    name = report.source or (host(report.url) if report.url else None) or "unknown"
    return Source(id=f"unlisted:{slug(name)}", name=name, kind="unknown", reliability=default_reliability("unknown"))


def speaks_for(report: Report, sources: Mapping[str, Source], actor_names: Mapping[str, str]) -> str | None:
    """The id of the actor that speaks in a report as a whole, or None.

    `actor_names` gives the actor's id for each of its names and aliases. It is the actor that the report's `source`
    names; else the side of a listed source of kind party or monitor. An outlet close to a side does not speak for it.
    """
    if report.source:
        wanted = folded(report.source)
        for name, actor in actor_names.items():
            if folded(name) == wanted:
                return actor
    source = match_source(report, sources)
    return source.side if source and (source.kind == "party" or source.monitor) else None


@cache
def _names(sources: tuple[Source, ...]) -> Mapping[str, Source]:
    return {folded(name): s for s in reversed(sources) for name in (s.id, *s.aliases, s.name)}


def _by_domain(domain: str, sources: Mapping[str, Source]) -> Source | None:
    fitting = [(d, s) for s in sources.values() for d in s.domains if domain == d or domain.endswith(f".{d}")]
    return max(fitting, key=lambda pair: len(pair[0]))[1] if fitting else None
