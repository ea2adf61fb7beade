"""Which language a report is in, which a reader reads, and which report is the translation of which.

Invariant: nothing goes over the network; a language that a person stated is believed; a text too short to tell is
taken for English and says so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from pathlib import PurePosixPath
from typing import Any

from servanda.reports.model import Report, Unread
from servanda.vocabulary import vocabulary

_SAMPLE = 6_000
_LETTERS_ENOUGH = 60
_ENGLISH_SHARE = 0.18
_WORD = re.compile(r"[^\W\d_]+")
_TEXT_SUFFIXES = (".txt", ".md", ".html", ".htm", ".pdf", ".json", ".jsonl")


def detect(text: str) -> tuple[str, bool]:
    """The language (ISO 639-1) of a text, and whether it is sure; too short a text gives ('en', False)."""
    words = _WORD.findall(text[:_SAMPLE])
    letters = sum(map(len, words))
    if not letters:
        return "en", False
    latin = sum(len(w) for w in words if w.isascii())
    english = english_share(" ".join(words))
    if latin >= 0.5 * letters and english >= _ENGLISH_SHARE:
        return "en", True
    if letters < _LETTERS_ENOUGH and latin >= 0.5 * letters:
        return "en", False
    return str(_identifier().classify(" ".join(words))[0]), letters >= _LETTERS_ENOUGH


def english_share(text: str) -> float:
    """The share of the commonest English words among the words of a text; 0 where there are none."""
    words = _WORD.findall(text)
    common = _english()
    return sum(w.lower() in common for w in words) / len(words) if words else 0.0


@cache
def _english() -> frozenset[str]:
    """The commonest words of English."""
    return frozenset(vocabulary("report_words.yaml")["english"].split())


@cache
def _identifier() -> Any:
    import py3langid  # late: its model takes most of a second to load

    return py3langid


def readable(
    report: Report, languages: Collection[str] = ("en",), translations: Mapping[str, str] | None = None
) -> Unread | None:
    """None where a reader of `languages` reads the report; otherwise the entry for the list of what was not read.

    `translations` is what `pair_translations` gave.
    """
    if report.language in languages:
        return None
    known = ", ".join(sorted(languages))
    standing_in = (translations or {}).get(report.path)
    if standing_in:
        return Unread(report.path, f"[R502] in {report.language!r}: read in its translation {standing_in}", report.sha256)
    why = (
        f"[R501] in language {report.language!r}, which is not read (read are: {known}). It is kept. "
        f"Put a translation beside it, "
        f"named {_translation_name(report.path)}, or state 'language' in its front matter if this is wrong"
    )
    return Unread(report.path, why, report.sha256)


def pair_translations(reports: Iterable[Report], languages: Collection[str] = ("en",)) -> dict[str, str]:
    """The path of each original with the path of the translation that is read in its place.

    A translation is a report in one of `languages` that names its original (`translation_of:` a path from the case or
    from its own folder, or an address), or that is named alike: `x.ru.html`, or `x.html`, with `x.en.txt`. Each
    original gets one translation, the first by path; the result does not depend on the order of `reports`.
    """
    everything = sorted(reports, key=lambda r: r.path)
    by_path = {r.path: r for r in everything}
    by_url = {r.url: r for r in everything if r.url}
    pairs: dict[str, str] = {}
    for report in everything:
        if not report.translation_of:
            continue
        beside = str(PurePosixPath(report.path).parent / report.translation_of)
        original = by_path.get(report.translation_of) or by_path.get(beside) or by_url.get(report.translation_of)
        if original and original.path != report.path:
            pairs.setdefault(original.path, report.path)
    named: dict[str, list[Report]] = {}
    for report in everything:
        named.setdefault(_stem(report.path)[0], []).append(report)
    for alike in named.values():
        read = [r for r in alike if r.language in languages and _stem(r.path)[1] in languages]
        for report in alike:
            if read and report.language not in languages:
                pairs.setdefault(report.path, read[0].path)
    return pairs


def _stem(path: str) -> tuple[str, str | None]:
    """The path without its format and language suffix, and that language."""
    whole = PurePosixPath(path)
    name = whole.name
    while PurePosixPath(name).suffix.lower() in _TEXT_SUFFIXES:
        name = PurePosixPath(name).stem
    suffix = PurePosixPath(name).suffix
    if re.fullmatch(r"\.[A-Za-z]{2,3}", suffix):
        return str(whole.with_name(PurePosixPath(name).stem)), suffix[1:].lower()
    return str(whole.with_name(name)), None


def _translation_name(path: str) -> str:
    return f"{PurePosixPath(_stem(path)[0]).name}.en.txt"
