"""The drafting room: the agreement's own words to a draft file. It finds nothing about conduct."""

from __future__ import annotations

from servanda.drafting.draft import draft

__all__ = ["draft"]
