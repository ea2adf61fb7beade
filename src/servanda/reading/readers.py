"""The versions of the readers that are not the grammar; kept apart so that asking for them imports nothing heavy."""

from __future__ import annotations

TABLE_READER = "tables/1"
HAND_READER = "hand/1"
