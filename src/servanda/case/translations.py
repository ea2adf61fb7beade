"""Translations among the files of a case: which file is read in the place of which, and what it takes over from it.

Invariant: which file belongs to which depends on the files that lie there, never on the order in which they came. A
translation keeps every word of its own; it takes from its original only what it does not state itself.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import or_
from pathlib import Path, PurePosixPath

from servanda.errors import Place, ReportError
from servanda.reports import Arrival, Report, Unread, open_report, pair_translations, readable
from servanda.reports.limits import FRONT_MATTER_BYTES
from servanda.reports.metadata import parse_metadata, sidecar, split_front_matter

LANGUAGES = ("en",)
_TEXTS = (".txt", ".text", ".md", ".markdown")
_NOT_READ = "[R501]"
_GLANCE = 4


def originals(root: Path, files: Sequence[Arrival]) -> dict[str, str]:
    """The path of each translation among files with that of its original, both counted from the case.

    A translation states its original (`translation_of:` in front matter or beside the file), or is named after it:
    `x.en.txt` for `x.ru.html`, or for `x.html`. Only names and front matter are looked at.
    """
    stems = {file.path: _stem(file.path) for file in sorted(files)}
    named: dict[str, list[str]] = {}
    for path, (stem, _) in stems.items():
        named.setdefault(stem, []).append(path)
    heads = _Heads(root, root.resolve())
    accompanied = {file.path for file in files if file.stamp != file.sha256}
    found: dict[str, str] = {}
    for path, (stem, language) in stems.items():
        stated = _stated(path, heads, path in accompanied)
        if stated is not None:
            beside = (PurePosixPath(path).parent / stated).as_posix()
            original = next((p for p in (stated, beside) if p in stems and p != path), None)
        else:
            others = [p for p in named[stem] if p != path and stems[p][1] not in LANGUAGES]
            original = others[0] if language in LANGUAGES and others else None
        if original is not None:
            found[path] = original
    return found


def with_original(report: Report, original: str | None, root: Path) -> Report:
    """The translation with source, author, address and days of its original, where it states none itself.

    The report comes back as it is where it is in a language that is not read, where `original` is None or cannot be
    read, or where it is only named like another report that is itself in a language that is read.
    """
    if original is None or report.language not in LANGUAGES:
        return report
    try:
        first = open_report(root / original, root)[0]
    except ReportError:
        return report
    if first.language in LANGUAGES and not report.translation_of:
        return report
    own = report.source is not None or report.url is not None
    dated = report.published is not None
    return replace(
        report,
        source=report.source if own else first.source,
        url=report.url if own else first.url,
        author=report.author or first.author,
        published=report.published if dated else first.published,
        published_guessed=report.published_guessed if dated else first.published_guessed,
        received=report.received or first.received,
        translation_of=original,
    )


def translated(unread: Iterable[Unread], reports: Mapping[str, Report]) -> list[Unread]:
    """The list of what was not read; where a translation was read instead, its entry names that [R502]."""
    listed = list(unread)
    if not any(u.why.startswith(_NOT_READ) for u in listed):
        return listed
    pairs = pair_translations(reports.values(), LANGUAGES)
    out = []
    for item in listed:
        known = reports.get(item.path)
        again = readable(known, LANGUAGES, pairs) if known and item.why.startswith(_NOT_READ) else None
        out.append(again or item)
    return out


def _stem(path: str) -> tuple[str, str | None]:
    """The path without its format and language suffix, and that language: ('a/x', 'en') for `a/x.en.txt`."""
    bare = path[: len(path) - len(_suffix(path))]
    ending = _suffix(bare)
    language = ending[1:].lower()
    if 2 <= len(language) <= 3 and language.isalpha() and language.isascii():
        return bare[: len(bare) - len(ending)], language
    return bare, None


def _suffix(path: str) -> str:
    """What PurePosixPath calls the suffix of a name, for thousands of them."""
    name = path[path.rfind("/") + 1 :]
    at = name.rfind(".")
    return name[at:] if 0 < at < len(name) - 1 else ""


def _stated(path: str, heads: _Heads, accompanied: bool) -> str | None:
    """What a file says that it translates, in front matter or beside it; errors are left to the reading."""
    try:
        if _suffix(path).lower() in _TEXTS and _may_state(block := heads.of(path, text=True)):
            meta, _ = split_front_matter(block, PurePosixPath(path).name)
            if meta.translation_of:
                return meta.translation_of
        beside = sidecar(heads.root / path) if accompanied else None
        if beside is not None and _may_state(block := heads.of(beside.relative_to(heads.root).as_posix(), text=False)):
            return parse_metadata(block, Place(beside.name).file).translation_of
    except (ReportError, OSError, ValueError):
        return None
    return None


def _may_state(block: str) -> bool:
    """Whether the key can be among these words at all: to parse thousands of heads for it would take seconds."""
    return "translation_of" in block or "\\" in block


@dataclass(frozen=True, slots=True)
class _Heads:
    """How files of a case begin. `real` is the case's own path, all links followed."""

    root: Path
    real: Path
    _inside: dict[str, bool] = field(default_factory=dict)

    def of(self, path: str, *, text: bool) -> str:
        """The front matter of a text, else all as far as that may go; nothing of what lies outside."""
        folder = path.rpartition("/")[0]
        if folder not in self._inside:
            self._inside[folder] = (self.root / folder).resolve().is_relative_to(self.real)
        if not self._inside[folder]:
            return ""
        with os.fdopen(_plainly(f"{self.root}{os.sep}{path}"), "rb", buffering=0) as file:
            raw = file.read(_GLANCE)
            if text and raw[:3] not in (b"---", b"\xef\xbb\xbf"):
                return ""
            if len(raw) == _GLANCE:
                raw += file.read(4 + FRONT_MATTER_BYTES - _GLANCE)
        return raw.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")


def _plainly(path: str) -> int:
    """Open a regular file that is no link; a pipe named .txt must not hold the question up. Raises OSError."""
    flags = (getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
    handle = os.open(path, reduce(or_, flags, os.O_RDONLY))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(f"not a file: {path}")
    return handle
