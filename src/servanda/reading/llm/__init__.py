"""The reader `llm`: a language model at an address that the user names proposes claims.

Invariant: nothing that the model says is taken on trust. A quote that does not stand in the text word for word is
dropped; names count only where the text has them; days must be days. The model has no tools, sees one document and
nothing of the case but the names in it, and its claims wait for a person like all others.
"""

from __future__ import annotations

from servanda.reading.llm.endpoint import Endpoint
from servanda.reading.llm.reader import LlmReading, read_with, version

__all__ = ["Endpoint", "LlmReading", "read_with", "version"]
