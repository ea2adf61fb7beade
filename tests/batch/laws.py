"""On how many cases a law is tried: a few in a quick run, a fifth of SERVANDA_LONG in the long mode (each case of this
room costs as much as five of `findings`, whose laws are tried on all)."""

from __future__ import annotations

import os
from typing import Any

from hypothesis import HealthCheck, Phase, settings

LONG = int(os.environ.get("SERVANDA_LONG", "0"))


def law(cases: int, dear: int = 1) -> Any:
    """Settings for a law that is tried on so many cases in a quick run; one that costs so many times as much as the
    others is tried so many times less often in the long mode."""
    return settings(
        max_examples=max(cases, LONG // (5 * dear)),
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.generate],
    )
