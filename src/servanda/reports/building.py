"""A report put together from text and metadata, the same way for every format.

Invariant: a stated title that the text does not begin with stands above it as headline, so that whatever is quoted is
in the text; the text keeps to its limit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from servanda.errors import Place, ReportError
from servanda.reports.dateline import dated
from servanda.reports.decoding import without_ligatures
from servanda.reports.languages import detect
from servanda.reports.limits import TEXT_CHARS
from servanda.reports.metadata import Metadata
from servanda.reports.model import Report
from servanda.reports.segments import segment


@dataclass(frozen=True, slots=True)
class Content:
    """What a format's reader got out of a document.

    `comments` is text known by markup to be readers' comments; `markup` tells that title and text were told apart by
    the format, so that no title lines are looked for; `metadata` is what the document says of itself.
    """

    text: str
    metadata: Metadata = field(default_factory=Metadata)
    comments: str = ""
    markup: bool = False
    extra: Mapping[str, str] = field(default_factory=dict)


def build(path: str, sha256: str, form: str, content: Content) -> Report:
    """The report. Raises ReportError R106 (no text), R103 (too long)."""
    meta = content.metadata
    content = replace(content, text=without_ligatures(content.text), comments=without_ligatures(content.comments))
    body = content.text.strip("\n")
    place = Place(path)
    if not body.strip() and not content.comments.strip():
        raise ReportError(
            "R106", "there is no text in it. Nothing was read; remove the file or put the text in", place
        )
    text, headline_end = _with_title(body, meta.title)
    if content.markup and headline_end is None:
        headline_end = 0
    comments_from = None
    if content.comments.strip():
        comments_from = len(text) + 2
        text = f"{text}\n\n{content.comments.strip()}"
    if len(text) > TEXT_CHARS:
        raise ReportError(
            "R103",
            f"{len(text):,} characters of text; the limit for one report is {TEXT_CHARS:,}. "
            "Split it into several files",
            place,
        )
    told = segment(text, headline_end=headline_end, comments_from=comments_from)
    extra = dict(content.extra)
    if told.guessed:
        extra["comments_guessed"] = "yes"
    if meta.confidential == "yes":
        extra["confidential"] = "yes"
    language = meta.language
    if language is None:
        spoken = "\n".join(text[s.start : s.end] for s in told.segments if s.kind == "body") or text
        language, sure = detect(spoken)
        if not sure:
            language = extra.get("page_language", language)
        extra["language"] = "detected" if sure else "assumed"
    stated = meta.published or dated("\n".join(text[s.start : s.end] for s in told.segments if s.kind != "comment"))
    heads = [text[s.start : s.end] for s in told.segments if s.kind == "headline"]
    title = meta.title or (heads[0].splitlines()[-1].strip() if heads else None)
    return Report(
        path=path,
        sha256=sha256,
        text=text,
        segments=told.segments,
        format=form,
        title=title,
        source=meta.source,
        author=meta.author,
        published=stated,
        published_guessed=meta.published_guessed or (meta.published is None and stated is not None),
        received=meta.received,
        url=meta.url,
        language=language,
        translation_of=meta.translation_of,
        extra=extra,
    )


def _with_title(body: str, title: str | None) -> tuple[str, int | None]:
    """The text with its title on top, and where the title ends; None where no title is stated."""
    if not title:
        return body, None
    start = len(body) - len(body.lstrip())
    end = _spelled(body, start, title)
    if end is not None:
        return body, end
    return f"{title}\n\n{body}" if body.strip() else title, len(title)


def _spelled(body: str, start: int, title: str) -> int | None:
    """Where `title` ends if the text begins with it (white space and case aside), at the end of a line."""
    at = start
    for number, word in enumerate(title.split()):
        if number:
            space = at
            while space < len(body) and body[space].isspace():
                space += 1
            if space == at:
                return None
            at = space
        if body[at : at + len(word)].casefold() != word.casefold():
            return None
        at += len(word)
    rest = body[at : body.find("\n", at) if "\n" in body[at:] else len(body)]
    return at if not rest.strip() else None
