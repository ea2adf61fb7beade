"""Bytes to text: the encoding is found, and nothing is guessed away.

Invariant: the text has no NUL and no surrogate, its newlines are `\\n`, and otherwise every character is as it came
(no Unicode normalisation). What is not text is refused.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from servanda.errors import Place, ReportError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# A page may name any codec of the machine, also ones that are no character sets; these are believed.
_DECLARED = re.compile(
    r"utf-?8|utf-?16|windows-125[0-8]|cp125[0-8]|cp866|iso-8859-\d{1,2}|latin-?1|us-ascii|ascii|koi8-[ru]"
    r"|gb2312|gbk|gb18030|big5|shift_jis|euc-jp|euc-kr|windows-874|macintosh|mac-cyrillic",
    re.I,
)
_SAMPLE = 200_000
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_JOINED = re.compile("[\ufb00-\ufb06]")
_SIGNATURES = (
    (b"%PDF-", "a PDF", ".pdf"),
    (b"PK\x03\x04", "a zip archive (or .docx, .xlsx, .odt)", None),
    (b"\x1f\x8b", "a gzip archive", None),
    (b"\x89PNG", "a picture (PNG)", None),
    (b"\xff\xd8\xff", "a picture (JPEG)", None),
    (b"GIF8", "a picture (GIF)", None),
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc, .xls)", None),
    (b"\x7fELF", "a program", None),
    (b"MZ\x90\x00", "a program", None),
    (b"SQLite format 3\x00", "an SQLite file", None),
    (b"{\\rtf", "an RTF document", None),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding it was in; `guessed` where neither the bytes nor the document say so."""

    text: str
    encoding: str
    guessed: bool


def decode(raw: bytes, place: Place, declared: str | None = None) -> Decoded:
    """The text of `raw`. `declared` is what the document says of itself, believed where the bytes allow.

    Order: byte order mark, UTF-8, `declared`, statistics.
    Raises ReportError R107 (not text), R108 (no encoding fits).
    """
    refuse_binary(raw, place)
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return _with(raw, encoding, place, guessed=False)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        if "\x00" not in text:
            return Decoded(_checked(text, place), "utf-8", False)
    if b"\x00" in raw:
        return _with(raw, _wide(raw, place), place, guessed=True)
    if declared and _DECLARED.fullmatch(declared.strip()):
        name = declared.strip().lower()
        name = "cp1252" if name in {"latin1", "latin-1", "iso-8859-1", "ascii", "us-ascii"} else name
        try:
            return Decoded(_checked(raw.decode(name), place), name, False)
        except (UnicodeDecodeError, LookupError):
            pass
    return _by_statistics(raw, place)


def normal_newlines(text: str) -> str:
    """The text with `\\r\\n` and lone `\\r` as `\\n`."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def without_surrogates(text: str) -> str:
    """Lone surrogates (from JSON escapes) as U+FFFD, pairs as the character that they stand for."""
    if not re.search("[\ud800-\udfff]", text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def without_ligatures(text: str) -> str:
    """Letters that a printer joined as the letters that they are: `ceaseﬁre` is 'ceasefire'. PDF files hold them, and what
    was copied from one."""
    return text.translate(_LIGATURES) if _JOINED.search(text) else text


def refuse_binary(raw: bytes, place: Place) -> None:
    """Raises ReportError R107 where the first bytes are those of a known kind of file that is no text."""
    for signature, what, suffix in _SIGNATURES:
        if raw.startswith(signature):
            advice = f"Name it {suffix}" if suffix else "Save its text as .txt, .html or .pdf"
            raise ReportError("R107", f"not a text: by its first bytes this is {what}. {advice}", place)


def _with(raw: bytes, encoding: str, place: Place, *, guessed: bool) -> Decoded:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReportError(
            "R108",
            f"byte {error.start} does not fit {encoding}, which the file's first bytes announce. Save it as UTF-8",
            place,
        ) from None
    return Decoded(_checked(text, place), encoding.removesuffix("-sig"), guessed)


def _wide(raw: bytes, place: Place) -> str:
    """UTF-16 without a mark has its NULs all on one side; anything else with NULs is no text."""
    sample = raw[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if len(raw) % 2 == 0 and odd > 0.3 * half and even < 0.02 * half:
        return "utf-16-le"
    if len(raw) % 2 == 0 and even > 0.3 * half and odd < 0.02 * half:
        return "utf-16-be"
    raise ReportError(
        "R107",
        f"not a text: it holds NUL bytes (the first at byte {raw.index(0)}). "
        "Save the document as UTF-8 text, .html or .pdf",
        place,
    )


def _by_statistics(raw: bytes, place: Place) -> Decoded:
    sample = raw[:_SAMPLE]
    high = sum(b >= 0x80 for b in sample)
    letters = sum(65 <= b <= 90 or 97 <= b <= 122 for b in sample)
    if high < 0.05 * letters:  # Latin text with a few marks: the commonest encoding of the Western web
        try:
            return Decoded(_checked(raw.decode("cp1252"), place), "cp1252", True)
        except UnicodeDecodeError:
            pass
    import charset_normalizer  # late: it is needed for few documents

    best = charset_normalizer.from_bytes(sample).best()
    if best is not None:
        try:
            return Decoded(_checked(raw.decode(best.encoding), place), best.encoding, True)
        except (UnicodeDecodeError, LookupError):
            pass
    raise ReportError("R108", "no character encoding fits these bytes. Save the document as UTF-8", place)


def _checked(text: str, place: Place) -> str:
    """Newlines made normal; control characters in number are no text."""
    text = normal_newlines(text.removeprefix("\ufeff"))
    if "\x00" in text:
        raise ReportError(
            "R107", "not a text: it holds NUL characters. Save the document as UTF-8 text, .html or .pdf", place
        )
    seen = min(len(text), _SAMPLE)
    odd = sum((c < " " and c not in "\n\t\f\v\x1b") or c == "\x7f" for c in text[:_SAMPLE])
    if odd > 0.2 * seen or (odd > 8 and odd > 0.01 * seen):
        raise ReportError(
            "R107",
            "not a text: more than one character in a hundred is a control character. "
            "Save the document as UTF-8 text",
            place,
        )
    return without_surrogates(text)
