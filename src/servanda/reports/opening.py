"""Open a document: the one door from a file, or a pasted text, to reports.

Invariant: only a regular file inside the given root is read, links that lead out of it are refused, and no document
stops another. Everything wrong is a ReportError with its code, place, and what to do.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from servanda.errors import Place, ReportError
from servanda.reports.building import Content, build
from servanda.reports.decoding import decode
from servanda.reports.limits import FRONT_MATTER_BYTES, RAW_BYTES
from servanda.reports.markdown import plain
from servanda.reports.metadata import META, Metadata, parse_metadata, sidecar, split_front_matter
from servanda.reports.model import Report, Unread
from servanda.reports.records import Item, read_json, read_jsonl

FORMATS = {
    **dict.fromkeys((".txt", ".text"), "txt"),
    **dict.fromkeys((".md", ".markdown"), "md"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    ".pdf": "pdf",
    ".json": "json",
    **dict.fromkeys((".jsonl", ".ndjson"), "jsonl"),
}
_AS_TEXT = "In the program that opens it: Save As (or Export), plain text (.txt), encoding UTF-8"
_AS_TABLE = "A table of events goes into events/: Save As, CSV UTF-8 (.csv)"
_WAYS = {
    **dict.fromkeys((".docx", ".doc", ".odt", ".rtf", ".pages"), f"{_AS_TEXT}; in Word under File"),
    **dict.fromkeys((".eml", ".msg", ".mbox"), "In the mail program: open the message, Save As, text (.txt)"),
    **dict.fromkeys((".xlsx", ".xls", ".ods"), _AS_TABLE),
    **dict.fromkeys((".csv", ".tsv", ".parquet"), "A table of events goes into events/"),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".tif", ".tiff"), "Recognise its text (OCR) and save it as .txt"),
}
"""What to do with a file of a kind that is not read, where there is a way that many take."""
ALLOWED = ".txt, .md, .html, .pdf, .json, .jsonl"


def open_report(path: Path, root: Path) -> list[Report]:
    """The reports of one document: one, or for .json and .jsonl as many as it holds (`reports/x.jsonl#k`, k from 1).

    `path` is absolute or from the working directory; `root` is the case folder, from which report paths are counted.
    Items of a .jsonl that cannot be read are left out unless none can; `open_items` gives them as well.
    Raises ReportError R101 to R108, R201 to R222, R301 to R306.
    """
    opened = [what for _, what in _open(path, root)]
    reports = [what for what in opened if isinstance(what, Report)]
    if not reports:
        raise next(what for what in opened if isinstance(what, ReportError))
    return reports


def open_items(path: Path, root: Path) -> Iterator[Report | Unread]:
    """As `open_report`, one at a time, with each item that cannot be read in its place; raises what that raises."""
    for item, what in _open(path, root):
        yield what if isinstance(what, Report) else Unread(item.path, str(what), item.sha256)


def open_text(text: str, *, path: str = "-", published: date | None = None, language: str | None = None) -> Report:
    """A report from a pasted text, which may begin with front matter. `published` and `language` are used where that states
    none.

    Raises ReportError R103, R106, R107, R301 to R306.
    """
    try:
        raw = text.encode("utf-8")
    except UnicodeEncodeError:
        raise ReportError(
            "R108", "the text holds bytes that fit no encoding. Pass it as UTF-8", Place(path)
        ) from None
    _check_size(len(raw), RAW_BYTES["txt"], Place(path))
    digest = hashlib.sha256(raw).hexdigest()
    return build(path, digest, "txt", _text_content(raw, path, "txt", Metadata(published=published, language=language)))


def relative(path: Path, root: Path) -> str:
    """The path from the root, with `/`. Raises ReportError R104 where the file lies outside the root."""
    try:
        name = Path(path).absolute().relative_to(Path(root).absolute()).as_posix()
    except ValueError:
        raise ReportError("R104", f"outside the folder {root}. Copy the document into it", Place(str(path))) from None
    return name


def read_bytes(path: Path, root: Path, name: str, limit: int) -> bytes:
    """The bytes of a regular file inside the root.

    Raises ReportError R102 (too large), R104 (a link out), R105 (no file).
    """
    place = Place(name)
    check_inside(path, root, place)
    try:
        # O_NONBLOCK: a pipe named .txt must not hold the run up.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise ReportError(
            "R105", f"cannot be opened: {error.strerror or error}. Check that it is there and may be read", place
        ) from None
    try:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            raise ReportError("R105", "not a file (a folder, pipe or device). Put a document there", place)
        _check_size(about.st_size, limit, place)
        with os.fdopen(handle, "rb", closefd=False) as file:
            raw = file.read(limit + 1)
    finally:
        os.close(handle)
    _check_size(len(raw), limit, place)
    return raw


def check_inside(path: Path, root: Path, place: Place) -> None:
    """Raises ReportError R104 where `path`, with all links followed, is outside `root`."""
    try:
        real = path.resolve(strict=False)
    except (OSError, RuntimeError) as error:
        raise ReportError(
            "R104", f"a link that leads nowhere ({error}). Copy the document into the case", place
        ) from None
    if not real.is_relative_to(root.resolve()):
        raise ReportError(
            "R104", "a link to outside the case folder, which is not followed. Copy the document into the case", place
        )


def _check_size(size: int, limit: int, place: Place) -> None:
    if size > limit:
        raise ReportError(
            "R102",
            f"{size:,} bytes; the limit for this format is {limit:,}. "
            "Split it, or save its text as several .txt files",
            place,
        )


def _beside(path: Path, root: Path) -> Metadata:
    """Metadata from NAME.meta.yaml, or none."""
    beside = sidecar(path)
    if beside is None:
        return Metadata()
    name = relative(beside, root)
    raw = read_bytes(beside, root, name, FRONT_MATTER_BYTES)
    return parse_metadata(decode(raw, Place(name)).text, name)


def _open(path: Path, root: Path) -> Iterator[tuple[Item, Report | ReportError]]:
    """Each item of a document with its report, or with what is wrong with it."""
    name = relative(path, root)
    form = FORMATS.get(path.suffix.lower())
    if name.endswith(META):
        about = path.name.removesuffix(META)
        message = f"metadata of a document that is not there. Put {about} beside it, or mend the name"
        raise ReportError("R307", message, Place(name))
    if form is None:
        found = f"{path.suffix!r} files" if path.suffix else "files without a suffix"
        way = _WAYS.get(path.suffix.lower(), "Save the document as one of these")
        raise ReportError("R101", f"{found} are not read. Read are {ALLOWED}. {way}", Place(name))
    raw = read_bytes(path, root, name, RAW_BYTES[form])
    beside = _beside(path, root)
    digest = hashlib.sha256(raw).hexdigest()
    if form in ("json", "jsonl"):
        for item in read_json(raw, name, digest) if form == "json" else read_jsonl(raw, name):
            yield item, _item_report(item, form, beside)
        return
    if not raw:
        raise ReportError("R106", "the file is empty. Nothing was read; remove it or put the text in", Place(name))
    content = _CONTENT[form](raw, name, form, beside)
    yield Item(name, digest, content), build(name, digest, form, content)


def _item_report(item: Item, form: str, beside: Metadata) -> Report | ReportError:
    if isinstance(item.content, ReportError):
        return item.content
    try:
        return build(
            item.path, item.sha256, form, replace(item.content, metadata=item.content.metadata.or_else(beside))
        )
    except ReportError as error:
        return error


def _text_content(raw: bytes, name: str, form: str, beside: Metadata) -> Content:
    decoded = decode(raw, Place(name))
    metadata, text = split_front_matter(decoded.text, name)
    extra = {"encoding": decoded.encoding} | ({"encoding_guessed": "yes"} if decoded.guessed else {})
    return Content(plain(text) if form == "md" else text, metadata.or_else(beside), extra=extra)


def _page_content(raw: bytes, name: str, form: str, beside: Metadata) -> Content:
    from servanda.reports.page import read_page  # late: lxml and trafilatura take a third of a second

    content = read_page(raw, name)
    return replace(content, metadata=beside.or_else(content.metadata))


def _pdf_content(raw: bytes, name: str, form: str, beside: Metadata) -> Content:
    from servanda.reports.pdf import read_pdf

    content = read_pdf(raw, name)
    return replace(content, metadata=beside.or_else(content.metadata))


_CONTENT: dict[str, Callable[[bytes, str, str, Metadata], Content]] = {
    "txt": _text_content,
    "md": _text_content,
    "html": _page_content,
    "pdf": _pdf_content,
}
