"""The batch room: many terms and millions of claims in columns of integers, with the meaning that `findings` gives.

Modules are imported by name (`servanda.batch.dated`, `servanda.batch.state`), so that columns alone need no reader.
"""

from __future__ import annotations
