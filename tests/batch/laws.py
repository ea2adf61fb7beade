"""On how many cases a law is tried: a few in a quick run, SERVANDA_LONG in the long mode."""

from __future__ import annotations

import os
from typing import Any

from hypothesis import HealthCheck, Phase, settings

LONG = int(os.environ.get("SERVANDA_LONG", "0"))


def law(cases: int) -> Any:
    """Settings for a law that is tried on so many cases in a quick run."""
    return settings(
        max_examples=LONG or cases,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.generate],
    )
