"""The reports room: documents in, as text with segments, metadata and sources; never what a sentence means."""

from __future__ import annotations

from servanda.reports.copies import copies, sentence_key, sentence_likeness
from servanda.reports.folder import Arrival, discover, fold_identical, in_utf8, misnamed, read_folder
from servanda.reports.languages import pair_translations, readable
from servanda.reports.model import SOURCE_KINDS, Report, Segment, Source, Unread
from servanda.reports.opening import open_items, open_report, open_text
from servanda.reports.sources import load_sources, match_source, source_of, speaks_for

__all__ = [
    "SOURCE_KINDS",
    "Arrival",
    "Report",
    "Segment",
    "Source",
    "Unread",
    "copies",
    "discover",
    "fold_identical",
    "in_utf8",
    "load_sources",
    "match_source",
    "misnamed",
    "open_items",
    "open_report",
    "open_text",
    "pair_translations",
    "read_folder",
    "readable",
    "sentence_key",
    "sentence_likeness",
    "source_of",
    "speaks_for",
]
