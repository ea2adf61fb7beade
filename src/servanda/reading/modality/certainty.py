"""How certain it is that something happened: a sum of learned weights of signs, and the class that follows.

Invariant: certainty lies between 0 (did not happen) and 1 (happened); the class depends on the certainty alone.
The weights were fitted by training/fit_factuality.py; each belongs to one named sign, so that a sum can be explained.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

FITTED = Path(__file__).parents[1] / "parser" / "model" / "factuality.json"

Factuality = Literal["fact", "not-fact", "uncertain"]


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of the signs and the two bounds: from `fact` on it is fact, up to `not_fact` it is not."""

    bias: float
    fact: float
    not_fact: float
    signs: Mapping[str, float]

    def certainty(self, found: Iterable[str]) -> float:
        """The certainty that the signs give; signs without a weight say nothing."""
        get = self.signs.get
        return 1.0 / (1.0 + math.exp(-self.bias - sum(get(sign, 0.0) for sign in found)))

    def factuality(self, certainty: float) -> Factuality:
        """The class of a certainty."""
        return "fact" if certainty >= self.fact else "not-fact" if certainty <= self.not_fact else "uncertain"

    def reasons(self, found: Iterable[str], most: int = 5) -> list[tuple[str, float]]:
        """The signs that weigh most, either way."""
        told = [(sign, self.signs[sign]) for sign in found if sign in self.signs]
        return sorted(told, key=lambda pair: (-abs(pair[1]), pair[0]))[:most]


@cache
def weights() -> Weights:
    """What was learned, read once in a process."""
    raw = json.loads(FITTED.read_text(encoding="utf-8"))
    return Weights(raw["bias"], raw["fact"], raw["not_fact"], raw["signs"])
