"""The claims that decide a rectangle, as lists of claim numbers.

Invariant: for a dated obligation these are the claims that `findings` names; for a prohibition the one claim that was
known first of those that suffice (and, where the word is alleged only, the one behind the harsher word): alone they
give the same word again.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import polars as pl

from servanda.batch.columns import EXTENDED, NEVER, Duties, Entries, Rectangles
from servanda.batch.prohibitions import deciding


def of_prohibitions(found: Rectangles) -> list[list[int]]:
    """One list for each rectangle."""
    one, two = deciding(found.because)
    return [[c for c in dict.fromkeys(pair) if c >= 0] for pair in zip(one.tolist(), two.tolist(), strict=True)]


def of_dated(duties: Duties, entries: Entries, found: Rectangles) -> pl.Series:
    """One list for each rectangle: extensions in the order in which they count, then performances."""
    rows = pl.DataFrame(
        {"i": np.arange(len(found)), "duty": found.duty, "from": found.valid_from, "k": found.known_from}
    ).filter(pl.Series(found.because != 0))
    told = entries.frame().select("duty", "kind", "day", "known", "gone", "new_due", "adds", "claim")
    met = rows.join(told, on="duty").filter((pl.col("known") <= pl.col("k")) & (pl.col("gone") > pl.col("k")))
    dated = pl.Series(duties.last != NEVER)
    moves = met.filter((pl.col("kind") == EXTENDED) & dated.gather(met["duty"]))
    act = ["i", "new_due", "adds"]
    moves = moves.with_columns(made=pl.col("day").min().over(act), least=pl.col("claim").min().over(act))
    moves = moves.filter(pl.col("made") <= pl.col("from")).select(
        "i", "made", "least", "claim", last=pl.lit(0, dtype=pl.Int8)
    )
    done = met.filter(pl.col("kind") != EXTENDED).filter(pl.col("day") == pl.col("day").min().over("i"))
    done = done.filter(pl.col("day") <= pl.col("from")).select(
        "i", made="day", least="claim", claim="claim", last=pl.lit(1, dtype=pl.Int8)
    )
    lists = (
        pl.concat([moves, done])
        .sort("i", "last", "made", "least", "claim")
        .group_by("i", maintain_order=True)
        .agg(pl.col("claim").unique(maintain_order=True))
    )
    every = pl.DataFrame({"i": np.arange(len(found))}).join(lists, on="i", how="left", maintain_order="left")
    return every["claim"].fill_null([])


def named(lists: list[list[int]], names: Mapping[int, str]) -> list[list[str]]:
    """Claim numbers as ids."""
    return [[names[c] for c in one] for one in lists]
