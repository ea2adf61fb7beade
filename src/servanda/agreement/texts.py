"""Rival texts: the same agreement as another text words it.

Invariant: a rival text changes only the terms and fields that it names.
"""

from __future__ import annotations

from dataclasses import replace

from servanda.agreement.model import Agreement
from servanda.errors import AgreementError


def text(agreement: Agreement, key: str) -> Agreement:
    """The agreement by the rival text `key`. Raises AgreementError A121 where there is none of that id."""
    if key not in agreement.texts:
        known = ", ".join(agreement.texts) or "none"
        raise AgreementError("A121", f"the agreement has no rival text {key!r}; it has: {known}")
    return replace(agreement, terms={**agreement.terms, **agreement.texts[key].terms})
