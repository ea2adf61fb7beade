"""The readers by name, and the versions of those of tables and hand; asking for them imports nothing heavy."""

from __future__ import annotations

from enum import StrEnum


class ReaderName(StrEnum):
    """The readers of prose, of which a case uses one."""

    GRAMMAR = "grammar"
    LLM = "llm"


TABLE_READER = "tables/3"
HAND_READER = "hand/1"
