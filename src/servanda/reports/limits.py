"""What a document may weigh: every limit of the reports room, in one place.

Invariant: nothing larger than these limits is ever held in memory, and every message about a limit names it.
"""

from __future__ import annotations

from typing import Final

MEGABYTE: Final = 1_000_000

TEXT_CHARS: Final = 5_000_000
"""Longest text of one report, in code points."""

RAW_BYTES: Final = {
    "txt": 20 * MEGABYTE,
    "md": 20 * MEGABYTE,
    "html": 20 * MEGABYTE,
    "pdf": 50 * MEGABYTE,
    "json": 50 * MEGABYTE,
    "jsonl": 200 * MEGABYTE,
}
"""Largest file by format, in bytes."""

JSONL_LINE_BYTES: Final = 24 * MEGABYTE
"""Longest line of a .jsonl file, in bytes."""

JSON_ITEMS: Final = 100_000
"""Most reports in one .json or .jsonl file."""

FRONT_MATTER_BYTES: Final = 64_000
"""Longest front matter, and longest NAME.meta.yaml."""

SOURCES_BYTES: Final = 5 * MEGABYTE
"""Largest sources.yaml."""

YAML_DEPTH: Final = 6
"""Deepest nesting of front matter and of sources.yaml."""

PDF_PAGES: Final = 2_000
PDF_SECONDS: Final = 60
PDF_MEMORY_BYTES: Final = 1_000 * MEGABYTE
"""Pages, seconds and bytes of memory that one PDF may take."""

META_CHARS: Final = 2_000
"""Longest title, author, source or address taken from a document."""
