"""Run as a process of its own: PDF bytes on standard input, JSON with the text of each page on standard output.

Invariant: this file imports nothing of the package and opens no file; the limits given as arguments hold before the
first byte is parsed, so that a PDF that explodes takes down only this process.
"""

from __future__ import annotations

import io
import json
import sys


def main(memory: int, seconds: int, pages: int, chars: int) -> dict[str, object]:
    """The pages' text and the document's information, or `error` with its detail."""
    raw = sys.stdin.buffer.read()
    _limit(memory + 4 * len(raw), seconds)
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    try:
        reader = PdfReader(io.BytesIO(raw), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            return {"error": "encrypted"}
        count = len(reader.pages)
        if count > pages:
            return {"error": "pages", "detail": count}
        texts: list[str] = []
        failed = 0
        broken: dict[str, object] = {}
        total = 0
        for page in reader.pages:
            try:
                text = page.extract_text()
            except MemoryError:
                raise
            except FileNotDecryptedError:
                return {"error": "encrypted"}
            except Exception as error:  # one broken page does not lose the others
                text, failed = "", failed + 1
                broken = broken or _told(error)
            total += len(text)
            if total > chars:
                return {"error": "chars", "detail": total}
            texts.append(text)
        if failed and not any(texts):
            return broken
        return {"pages": texts, "failed": failed, "created": _created(reader)}
    except (FileNotDecryptedError, DependencyError):
        return {"error": "encrypted"}
    except MemoryError:
        return {"error": "memory"}
    except RecursionError:
        return {"error": "damaged", "detail": "nested too deep"}
    except Exception as error:  # a damaged file may fail anywhere in the parser
        return _told(error)


def _told(error: Exception) -> dict[str, object]:
    kind = type(error).__name__
    return {"error": "limit" if "Limit" in kind else "damaged", "detail": f"{kind}: {error}"[:200]}


def _created(reader: object) -> str | None:
    try:
        info = reader.metadata  # type: ignore[attr-defined]
        made = info.creation_date if info else None
        return made.date().isoformat() if made else None
    except Exception:  # a malformed date is no date
        return None


def _limit(memory: int, seconds: int) -> None:
    try:
        import resource
    except ImportError:  # not on Windows: there the time and page limits hold alone
        return
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        _, hard = resource.getrlimit(what)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):  # macOS refuses some: the others hold
            continue


if __name__ == "__main__":
    answer = main(*(int(a) for a in sys.argv[1:5]))
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))
