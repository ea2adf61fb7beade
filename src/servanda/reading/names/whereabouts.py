"""A state that is where somebody is: 'rebels in X said they …' speaks of the rebels.

Invariant: the bodies of a state in its own land ('the authorities in X') stay the state's.
"""

from __future__ import annotations

import re

from servanda.reading.names.aliases import Table
from servanda.reading.names.mention import Mention

_WHERE = re.compile(
    r"(?<!authorities )(?<!government )(?<!officials )(?<!army )(?<!military )(?<!leaders )(?<!troops )(?<!junta )"
    r"\b(?:in|inside|near|across|throughout|around) $"
)


def is_where(text: str, mention: Mention, table: Table) -> bool:
    """Whether a state's bare name tells where, so that no pronoun means it."""
    if mention.office or not table.is_state(mention.id):
        return False
    return _WHERE.search(text, max(0, mention.start - 24), mention.start) is not None
