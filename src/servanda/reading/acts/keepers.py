"""Who only takes arms into keeping: 'the mission stored the rifles' tells of no arms that the mission gave up.

Invariant: only a body that watches over the agreement and is no side of it is left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.agreement.model import Agreement
from servanda.reading.claim import Party


def not_the_keeper(actors: Sequence[Party], agreement: Agreement) -> tuple[Party, ...]:
    """The doers without the monitors, who hand over no arms."""
    watching = frozenset(agreement.having("monitor")) - frozenset(agreement.having("signatory", "bound"))
    return tuple(p for p in actors if p.id not in watching)
