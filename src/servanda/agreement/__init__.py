"""The agreement room: the model, the file format, errors with places, rival texts."""

from __future__ import annotations

from servanda.agreement.load import load, loads
from servanda.agreement.model import Agreement
from servanda.agreement.shape import agreement_schema
from servanda.agreement.texts import text

__all__ = ["Agreement", "agreement_schema", "load", "loads", "text"]
