"""The version of the reader: a reading made under another version is made again. It changes with what is read."""

from __future__ import annotations

READER_VERSION = "grammar/22"
