"""An 'it' that stands for nothing: 'it is time', 'it was raining'.

Invariant: a pure function of folded text and a place in it.
"""

from __future__ import annotations

import re

from servanda.reading.names.lexicon import expletive

_DOES = re.compile(
    r" (?:is|was|has been|had been) (?:not |also |still |now )*(?:(?:supposed|due|obliged|bound|ready|prepared|forced|able"
    r"|unable|willing|unwilling|committed|determined|present|set|under) |\w+ing )"
    r"| (?:is|was|has been|had been) (?:(?:also|still|now|not|no longer|yet|already) )*(?:there|gone|back|inside|out of)(?= |$)"
    r"| (?:(?:is|was) (?:still|no longer)|remains|remained) (?:in|at|on) "
    r"(?!doubt|question|dispute|force|effect|place|the (?:interest|air|balance|table|cards))"
)


def is_expletive(folded: str, end: int) -> bool:
    """Whether an 'it' that ends at `end` stands for nothing."""
    if _DOES.match(folded, end):
        return False
    return expletive().match(folded, end) is not None
