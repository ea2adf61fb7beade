"""A PDF to text, read in a process of its own with limits on memory, time and pages.

Invariant: whatever the bytes, this process neither runs out of memory nor waits longer than the limit; the answer is
text or a ReportError that says what to do.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from servanda.errors import Place, ReportError
from servanda.reports.building import Content
from servanda.reports.decoding import normal_newlines, without_surrogates
from servanda.reports.limits import PDF_MEMORY_BYTES, PDF_PAGES, PDF_SECONDS, TEXT_CHARS
from servanda.vocabulary import vocabulary

_WORKER = Path(__file__).with_name("pdf_worker.py")
_HEAD_BYTES = 1024
_SAVE_AS_TEXT = "Save its text as .txt"
_PAGE_NUMBER = re.compile(r"\W*(?:page|p\.)?\s*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.I)
_ENDS = re.compile(r"[.!?:;…][\"”»’')\]]*\Z")
_HYPHEN = re.compile(r"([^\W\d_]{2,})[-\u2010\u00ad][ \t]*\n[ \t]*([^\W\d_]{2,})")
_RUNNING_PAGES = 3
_RUNNING_SHARE = 0.6


def read_pdf(raw: bytes, file: str, *, memory: int = PDF_MEMORY_BYTES, seconds: int = PDF_SECONDS) -> Content:
    """The text of a PDF, pages joined.

    Raises ReportError R201 (locked), R202 (no text), R203 (not a PDF, or damaged), R204 (memory, time), R205 (pages).
    """
    place = Place(file)
    if b"%PDF-" not in raw[:_HEAD_BYTES]:
        raise ReportError(
            "R203",
            f"not a PDF: it does not begin as one ({_looks_like(raw)}). Give the file the suffix of what it is",
            place,
        )
    answer = _ask_worker(raw, place, memory, seconds)
    if "error" in answer:
        raise _refusal(answer, place, memory, seconds)
    pages = [without_surrogates(normal_newlines(p.replace("\x00", ""))) for p in answer["pages"]]
    text = join_pages(pages)
    if not text.strip():
        raise ReportError(
            "R202",
            f"no text in this PDF (pages: {len(pages)}): scanned pictures, or nothing. "
            f"Recognise its text (OCR) and {_SAVE_AS_TEXT.lower()}",
            place,
        )
    extra = {"pages": str(len(pages))}
    if answer.get("failed"):
        extra["pages_failed"] = str(answer["failed"])  # the other pages are read
    if answer.get("created"):
        extra["created"] = str(answer["created"])  # when the file was made; not when it was published
    return Content(text, extra=extra)


def _ask_worker(raw: bytes, place: Place, memory: int, seconds: int) -> dict[str, Any]:
    limits = [str(n) for n in (memory, seconds, PDF_PAGES, TEXT_CHARS)]
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(_WORKER), *limits],
            input=raw,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds + 10,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {"error": "time"}
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        # The process was ended from outside: by the processor limit, or where memory failed below Python.
        return {"error": "time" if done.returncode in (-24, -9, 152, 137) else "memory"}
    return answer if isinstance(answer, dict) else {"error": "damaged"}


def _refusal(answer: dict[str, Any], place: Place, memory: int, seconds: int) -> ReportError:
    detail = answer.get("detail", "")
    limit = f"The limits are {memory // 1_000_000:,} MB of memory and {seconds} seconds"
    code, message = {
        "encrypted": ("R201", "this PDF is locked with a password. Save a copy without it"),
        "pages": ("R205", f"{detail} pages; the limit is {PDF_PAGES:,}. Split the PDF"),
        "chars": ("R103", f"more than {TEXT_CHARS:,} characters of text, the limit for one report. Split the PDF"),
        "memory": ("R204", f"reading this PDF takes too much memory. {limit}. {_SAVE_AS_TEXT}"),
        "limit": ("R204", f"reading this PDF takes too much memory ({detail}). {limit}. {_SAVE_AS_TEXT}"),
        "time": ("R204", f"reading this PDF takes too long. {limit}. {_SAVE_AS_TEXT}"),
    }.get(
        str(answer["error"]),
        ("R203", f"not a PDF that can be read: {detail or 'damaged'}. Save it anew, or {_SAVE_AS_TEXT.lower()}"),
    )
    return ReportError(code, message, place)


def _looks_like(raw: bytes) -> str:
    if raw.startswith(b"PK"):
        return "it is a zip archive"
    if raw[:200].lstrip().lower().startswith((b"<!doctype", b"<html")):
        return "it is HTML"
    return "it is empty" if not raw else "no %PDF- in it"


def join_pages(pages: Sequence[str]) -> str:
    """One text of the pages: running heads and page numbers removed, a sentence that goes over a page kept whole."""
    bare = _without_running_lines([[line.strip() for line in page.split("\n")] for page in pages])
    text = ""
    for lines in bare:
        page = "\n".join(lines).strip("\n")
        if not page.strip():
            continue
        going_on = bool(text) and not _ENDS.search(text) and page.lstrip()[:1].islower()
        text += ("\n" if going_on else "\n\n" if text else "") + page
    return join_hyphens(re.sub(r"\n{3,}", "\n\n", text))


def join_hyphens(text: str) -> str:
    """Words divided at the end of a line put together; the hyphen of a compound ('cease-' + 'fire') stays."""
    words = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.casefold()))

    compounds = frozenset(vocabulary("report_words.yaml")["compound_heads"].split())

    def put(match: re.Match[str]) -> str:
        first, second = match.groups()
        whole, parted = f"{first}{second}", f"{first}-{second}"
        if match.group()[len(first)] == "\u00ad":
            return whole
        if words[whole.casefold()] != words[parted.casefold()]:
            return whole if words[whole.casefold()] > words[parted.casefold()] else parted
        return parted if first.casefold() in compounds or not second[0].islower() else whole

    return _HYPHEN.sub(put, text)


def _without_running_lines(pages: list[list[str]]) -> list[list[str]]:
    """The pages without their numbers, and without first and last lines that most pages share (digits aside)."""
    pages = [[*page] for page in pages]
    for edge in (0, -1):
        for _ in range(2):
            shared = Counter(_masked(page[edge]) for page in pages if page)
            for page in pages:
                while page and not page[edge]:
                    page.pop(edge)
                if not page:
                    continue
                running = len(page[edge]) <= 80 and not _ENDS.search(page[edge])
                often = running and shared[_masked(page[edge])] >= max(_RUNNING_PAGES, _RUNNING_SHARE * len(pages))
                if often or (len(pages) > 1 and _PAGE_NUMBER.fullmatch(page[edge])):
                    page.pop(edge)
    return pages


def _masked(line: str) -> str:
    return re.sub(r"\d+", "#", line.casefold()).strip()
