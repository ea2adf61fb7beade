"""What a document says of itself: title, source, author, dates, address, language, what it translates.

Invariant: nothing is made up. A key that is not known and a date that is no date are errors with file and line; a
missing value stays None.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

from servanda.errors import Place, ReportError, joined
from servanda.reports.limits import FRONT_MATTER_BYTES, META_CHARS
from servanda.reports.marked_yaml import Marked, load_marked

META = ".meta.yaml"
KEYS = ("title", "source", "author", "published", "url", "language", "received", "translation_of", "confidential")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")
_FENCE = re.compile(r"\A---[ \t]*\n")
_FENCE_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.M)
_KEY_LINE = re.compile(r"^[A-Za-z_][\w -]*:(?:[ \t]|$)", re.M)


@dataclass(frozen=True, slots=True)
class Metadata:
    """Values as stated; `published_guessed` where a library read the day off the page's layout."""

    title: str | None = None
    source: str | None = None
    author: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    received: date | None = None
    translation_of: str | None = None
    confidential: str | None = None
    published_guessed: bool = False

    def or_else(self, other: Metadata) -> Metadata:
        """These values, and those of `other` where these say nothing."""
        missing = {f.name: getattr(other, f.name) for f in fields(self) if getattr(self, f.name) in (None, False)}
        if self.published is not None:
            missing.pop("published_guessed", None)
        return replace(self, **missing)


def split_front_matter(text: str, file: str) -> tuple[Metadata, str]:
    """The metadata at the top of a text, and the text without it.

    Front matter stands between two lines `---` at the very top and has at least one `key:` in it; otherwise there is
    none. Raises ReportError R301 to R306.
    """
    opening = _FENCE.match(text)
    if not opening:
        return Metadata(), text
    closing = _FENCE_END.search(text, opening.end())
    block = text[opening.end() : closing.start() if closing else min(len(text), opening.end() + 2_000)]
    if not _KEY_LINE.search(block):
        return Metadata(), text  # a rule drawn above the text
    if not closing:
        raise ReportError(
            "R306",
            "front matter begins with '---' and has no end. Write '---' on a line of its own after it",
            Place(file, 1),
        )
    if len(block) > FRONT_MATTER_BYTES:
        raise ReportError(
            "R306",
            f"front matter longer than {FRONT_MATTER_BYTES:,} characters. Move '---' up to where it ends",
            Place(file, 1),
        )
    return parse_metadata(block, file, first_line=2), text[closing.end() :]


def sidecar(path: Path) -> Path | None:
    """The file of metadata beside `path`: `NAME.EXT.meta.yaml`, else `NAME.meta.yaml`; None where there is none."""
    for name in (f"{path.name}.meta.yaml", f"{path.stem}.meta.yaml"):
        beside = path.with_name(name)
        if beside.is_file():
            return beside
    return None


def parse_metadata(text: str, file: str, first_line: int = 1) -> Metadata:
    """Metadata written as YAML.

    Raises ReportError R301 (not YAML), R302 (key), R303 (date), R304 (value), R305 (aliases).
    """
    root = load_marked(_HEADLINE.sub(_quoted, text), file, code="R301", aliases_code="R305", first_line=first_line)
    if root is None:
        return Metadata()
    if root.kind != "mapping":
        raise ReportError(
            "R301",
            f"metadata is {root.described()}, not lines of 'key: value'. Known keys: {', '.join(KEYS)}",
            root.place,
        )
    errors: list[ReportError] = []
    found: dict[str, str | date | None] = {}
    for key, value in root.pairs:
        name = key.words or ""
        if name not in KEYS:
            errors.append(unknown_key("R302", name, KEYS, key.place))
        elif name in found:
            errors.append(ReportError("R302", f"key {name!r} is given twice. Write it once", key.place))
        else:
            found[name] = _value(name, value, errors)
    if errors:
        raise joined(errors)
    return Metadata(**found)  # type: ignore[arg-type]


_HEADLINE = re.compile(
    r"^(title|source|author):[ \t]+(?:(?=[@`%])|(?=\"(?:[^\"\\\n]|\\.)*\"[ \t]*[^\s#])|(?='(?:[^'\n]|'')*'[ \t]*[^\s#])"
    r"|(?![\"'\[{|>&*!])(?=\S.*(?::[ \t]|[ \t]#)))(.*?)[ \t]*$",
    re.M,
)


def _quoted(line: re.Match[str]) -> str:
    """A line of words as they stand: a headline may hold ': ' ('Live: army leaves the town') or '#', begin with a quotation
    ('"We left," says army'), and an account's name with '@'."""
    return f"{line[1]}: '{line[2].replace(chr(39), chr(39) * 2)}'"


# What other tools call the same thing, where the spelling is no hint.
_MEANT = {
    "date": "published", "datetime": "published", "day": "published", "pubdate": "published", "publication": "source",
    "publisher": "source", "outlet": "source", "site": "source", "link": "url", "address": "url", "lang": "language",
    "by": "author", "byline": "author", "headline": "title",
}  # fmt: skip


def unknown_key(code: str, name: str, known: Sequence[str], place: Place) -> ReportError:
    """The error for a key that is not known, naming the nearest known one."""
    meant = _MEANT.get(name.lower())
    near = [meant] if meant in known else difflib.get_close_matches(name, known, 1, 0.6)
    hint = f"Did you mean {near[0]!r}? " if near else ""
    return ReportError(code, f"unknown key {name!r}. {hint}Known keys: {', '.join(known)}", place)


def _value(name: str, value: Marked, errors: list[ReportError]) -> str | date | None:
    if value.kind == "list" and name in ("author", "source") and all(i.words for i in value.items):
        return clean(", ".join(i.words or "" for i in value.items))
    if value.kind != "scalar":
        errors.append(ReportError("R304", f"{name} is {value.described()}. Write one value: {name}: …", value.place))
        return None
    words = value.words
    if words is None or not words.strip():
        return None
    if name in ("published", "received"):
        day = parse_day(words)
        if day is None:
            errors.append(
                ReportError(
                    "R303",
                    f"{name} {words!r} is no day. Write it as 2020-11-15, or leave it out where it is not known",
                    value.place,
                )
            )
        return day
    if name == "language":
        code = language_code(words)
        if code is None:
            errors.append(
                ReportError("R304", f"language {words!r} is no code. Write two or three letters, as en, ru, ar", value.place)
            )
        return code
    if name == "confidential":
        mark = confidential(words)
        if mark is None:
            errors.append(ReportError("R304", f"confidential {words!r} is neither yes nor no. Write yes or no", value.place))
        return mark
    return clean(words)


def confidential(words: str) -> str | None:
    """`yes` or `no`; None where it is neither."""
    return {"yes": "yes", "true": "yes", "no": "no", "false": "no"}.get(words.strip().lower())


def parse_day(words: str) -> date | None:
    """The day of `2020-11-15` or of an ISO time, as written there (no shift of zone); None where it is no day."""
    match = _ISO_DAY.fullmatch(words.strip())
    if not match:
        return None
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        return None


def parse_machine_day(words: str) -> date | None:
    """As parse_day, and the forms that feeds and pages write for machines (RFC 2822, `20201115`)."""
    words = words.strip()
    day = parse_day(words)
    if day is not None:
        return day
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            return read(words).date()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def language_code(words: str) -> str | None:
    """`en` of `en`, `EN`, `en-GB`, `en_US`; None where it is no language code."""
    match = _LANGUAGE.fullmatch(words.strip())
    return match.group(1).lower() if match else None


def clean(words: str) -> str | None:
    """A title or name on one line, bounded; None where nothing is left."""
    return " ".join(words.split())[:META_CHARS] or None
