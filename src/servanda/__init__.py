"""Servanda: for every promise in a ceasefire or peace agreement, what was owed and what is known of it."""

from __future__ import annotations

__version__ = "0.1.0"

__all__ = ["__version__"]
