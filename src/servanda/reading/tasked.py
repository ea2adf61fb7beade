"""'Charged with overseeing the truce': a task, and no accusation.

Invariant: only a word for watching, keeping or carrying out makes it one; 'charged with shelling' stays a charge.
"""

from __future__ import annotations

import re

_TASKED = re.compile(
    r"charged\s+with\s+(?:(?:jointly|formally|closely|also)\s+)?(?:the\s+(?:task|duty|oversight|supervision|implementation"
    r"|monitoring|verification|enforcement|coordination|protection)\b"
    r"|(?:oversee|monitor|supervis|verify|implement|ensur|maintain|keep|enforc|protect|guard|secur|coordinat|investigat|facilitat"
    r"|observ|receiv|collect|stor|register|certify|destroy|guarantee|manag|organi[sz]|lead|draft|prepar|establish|provid|patroll?|inspect|assess|follow|carry)ing\b)",
    re.IGNORECASE,
)


def is_tasked(text: str, at: int) -> bool:
    """Whether the 'charged' that begins at `at` (code points) gives a task."""
    return _TASKED.match(text, at) is not None
