"""Names: where a text speaks of the actors and zones of a case, in whatever spelling."""

from __future__ import annotations

from servanda.reading.names.mention import Mention
from servanda.reading.names.registry import Names

__all__ = ["Mention", "Names"]
