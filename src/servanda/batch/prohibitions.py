"""The fast path for prohibitions: incidents that stand each for itself, known from a day on, and denied by nobody.

For a day D let B_S(D) be the first day of knowledge of an established incident in D's window, B_H(D) that of any
incident in it, and R(D) that of an established earlier one. Then the word in world S at (D, K) is breached from
K = B_S(D) on, else restored from R(D) on, else holding, and in H the same with B_H(D): an earlier charge that never
was established leaves a quiet month quiet. So a day has at most four statuses.

Invariant: the words and epistemics are those of `findings.prohibitions` and `findings.inquiry`; tests/batch holds
the two together. Nothing else may be given to this module (`shapes` decides).
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace

import numpy as np
import polars as pl

from servanda.batch.columns import COMPLIANCE, EPISTEMIC, EVER, NEVER, Coverage, Duties, Entries, Flags, Ints, Rectangles
from servanda.batch.dated import forces
from servanda.batch.ordering import order_by

_CODE = {word: n for n, word in enumerate(COMPLIANCE)}
_EPISTEMIC = {word: n for n, word in enumerate(EPISTEMIC)}
HOLDING, BREACHED, RESTORED = _CODE["holding"], _CODE["breached"], _CODE["restored"]


@dataclass(frozen=True, slots=True)
class _Epochs:
    """A duty cut where something it rests on is taken back: within an epoch knowledge only grows."""

    duty: Ints
    since: Ints
    until: Ints


@dataclass(frozen=True, slots=True)
class _Days:
    """Intervals of valid time (row by row of an epoch) on which the window holds the same incidents."""

    epoch: Ints
    since: Ints
    until: Ints


def rectangles(duties: Duties, entries: Entries, seen: Coverage) -> Rectangles:
    """Every status that any duty ever has, over both clocks, before neighbours are merged."""
    within = (entries.first >= duties.start[entries.duty]) & (entries.day <= duties.end[entries.duty])
    entries = entries.take(within)  # R2: only what lies within force over its whole range
    epochs = _epochs(duties, entries)
    row, which = _of_epochs(epochs, entries)
    told = entries.take(which)
    days = _days(duties, epochs, row, told, seen)
    sure = told.sure == 1
    established = _thresholds(duties, epochs, days, row[sure], told.take(sure))
    anything = _thresholds(duties, epochs, days, row, told)
    harsh = replace(anything, earlier=established.earlier, earlier_claim=established.earlier_claim)
    return _laid_out(duties, epochs, days, established, harsh, seen)


def _epochs(duties: Duties, entries: Entries) -> _Epochs:
    every = np.arange(len(duties), dtype=np.int64)
    gone = entries.gone != NEVER
    duty = np.concatenate([every, entries.duty[gone]])
    since = np.concatenate([np.full(len(every), EVER), entries.gone[gone]])
    order = order_by(duty, since)
    duty, since = duty[order], since[order]
    new = np.r_[np.ones(min(1, len(duty)), bool), (duty[1:] != duty[:-1]) | (since[1:] != since[:-1])]
    duty, since = duty[new], since[new]
    last = np.r_[duty[1:] != duty[:-1], np.ones(min(1, len(duty)), bool)]
    until = np.where(last, NEVER, np.r_[since[1:], since[:1]] - 1)
    return _Epochs(duty, since, until)


def _of_epochs(epochs: _Epochs, entries: Entries) -> tuple[Ints, Ints]:
    """Pairs (epoch, entry): each entry in every epoch of its duty through which it stands once known."""
    one, two = np.searchsorted(epochs.duty, entries.duty), np.searchsorted(epochs.duty, entries.duty, side="right")
    which = np.repeat(np.arange(len(entries)), two - one)
    row = np.repeat(one, two - one) + np.arange(len(which)) - np.repeat(np.cumsum(two - one) - (two - one), two - one)
    stands = (entries.gone[which] > epochs.since[row]) & (entries.known[which] <= epochs.until[row])
    return row[stands], which[stands]


def _days(duties: Duties, epochs: _Epochs, row: Ints, told: Entries, seen: Coverage) -> _Days:
    """Days on which an incident enters or leaves the window, force begins or ends, or coverage does."""
    every = np.arange(len(epochs.duty))
    begins, ends = duties.start[epochs.duty], duties.end[epochs.duty]
    window = duties.window[told.duty]
    one, two = np.searchsorted(epochs.duty, seen.duty), np.searchsorted(epochs.duty, seen.duty, side="right")
    covered = np.repeat(np.arange(len(seen)), two - one)
    at = np.repeat(one, two - one) + np.arange(len(covered)) - np.repeat(np.cumsum(two - one) - (two - one), two - one)
    rows = [every, row, row, every[begins != EVER], every[ends != NEVER], at, at]
    cuts = [np.full(len(every), EVER), told.day, told.day + window, begins[begins != EVER], ends[ends != NEVER] + 1,
            seen.since[covered], seen.until[covered] + 1]  # fmt: skip
    epoch, since = np.concatenate(rows), np.concatenate(cuts)
    order = order_by(epoch, since)
    epoch, since = epoch[order], since[order]
    new = np.r_[np.ones(min(1, len(epoch)), bool), (epoch[1:] != epoch[:-1]) | (since[1:] != since[:-1])]
    epoch, since = epoch[new], since[new]
    last = np.r_[epoch[1:] != epoch[:-1], np.ones(min(1, len(epoch)), bool)]
    return _Days(epoch, since, np.where(last, NEVER, np.r_[since[1:], since[:1]] - 1))


@dataclass(frozen=True, slots=True)
class _Firsts:
    """For each interval: when an incident in the window, and an earlier one, is first known, and by which claim."""

    breach: Ints
    breach_claim: Ints
    earlier: Ints
    earlier_claim: Ints


def _thresholds(duties: Duties, epochs: _Epochs, days: _Days, row: Ints, told: Entries) -> _Firsts:
    window = duties.window[epochs.duty[days.epoch]]
    order = order_by(row, told.day, told.known, told.claim)
    row, told = row[order], told.take(order)
    base = row << 32
    inside = days.epoch << 32
    upto = np.searchsorted(base + (told.day - EVER), inside + (days.since - EVER), side="right")
    begun = np.maximum(days.since - window, EVER)
    earlier = np.searchsorted(base + (told.day - EVER), inside + (begun - EVER), side="right")
    start = np.searchsorted(row, days.epoch)
    breach, breach_at = _least(told.known, earlier, upto)
    before, before_at = _least(told.known, start, earlier)
    return _Firsts(breach, _claim(told, breach_at), before, _claim(told, before_at))


def _claim(told: Entries, at: Ints) -> Ints:
    return np.where(at >= 0, told.claim[at], -1) if len(told) else np.full(len(at), -1)


def _least(values: Ints, since: Ints, until: Ints) -> tuple[Ints, Ints]:
    """The least value of each range [since, until) and the first place where it stands; NEVER and -1 where empty.

    By a table of the least of each run of 2^k values (a sparse table).
    """
    out, where = np.full(len(since), NEVER), np.full(len(since), -1)
    length = until - since
    longest = int(length.max(initial=0))
    level, width = np.arange(len(values)), 1
    while width <= longest:
        these = np.flatnonzero((length >= width) & (length < 2 * width))
        if len(these):
            one, two = level[since[these]], level[until[these] - width]
            best = np.where(values[two] < values[one], two, one)
            out[these], where[these] = values[best], best
        if 2 * width <= longest:
            one, two = level[:-width], level[width:]
            level = np.where(values[two] < values[one], two, one)
        width *= 2
    return out, where


def _laid_out(duties: Duties, epochs: _Epochs, days: _Days, s: _Firsts, h: _Firsts, seen: Coverage) -> Rectangles:
    """Cut each interval's known time at its three days of first knowledge, in the worlds S and H."""
    low, high = epochs.since[days.epoch], epochs.until[days.epoch]
    beyond = np.where(high == NEVER, NEVER, high + 1)
    edges = np.sort(np.stack([s.breach, s.earlier, h.breach]), axis=0)
    steps = [low, *(np.minimum(np.maximum(e, low), beyond) for e in edges), beyond]
    duty = epochs.duty[days.epoch]
    force = forces(days.since, duties.start[duty], duties.end[duty])
    lit = _covered(duty, days, seen)
    parts = []
    for one, two in itertools.pairwise(steps):
        full = one < two
        k = one[full]
        sure, sure_claim = _word(s, full, k)
        harsh, harsh_claim = _word(h, full, k)
        quiet = (sure == HOLDING) & (harsh == HOLDING)
        epistemic = np.where(
            sure != harsh,
            _EPISTEMIC["alleged-only"],
            np.where(quiet & ~lit[full], _EPISTEMIC["no-information"], _EPISTEMIC["settled"]),
        )
        claim = ((sure_claim + 1) << 31) + np.where(sure != harsh, harsh_claim + 1, 0)
        parts.append(
            Rectangles(
                duty[full], days.since[full], days.until[full], k, np.where(two[full] == NEVER, NEVER, two[full] - 1),
                force[full], sure, epistemic, np.full(len(k), NEVER), claim,
            )
        )  # fmt: skip
    return Rectangles.together(parts)


def _word(first: _Firsts, rows: Flags, known: Ints) -> tuple[Ints, Ints]:
    breached, restored = first.breach[rows] <= known, first.earlier[rows] <= known
    word = np.where(breached, BREACHED, np.where(restored, RESTORED, HOLDING))
    claim = np.where(breached, first.breach_claim[rows], np.where(restored, first.earlier_claim[rows], -1))
    return word, claim


def deciding(because: Ints) -> tuple[Ints, Ints]:
    """The claim numbers that a rectangle's `because` stands for: that of world S and, where it differs, that of H; -1: none."""
    return (because >> 31) - 1, (because & (2**31 - 1)) - 1


def _covered(duty: Ints, days: _Days, seen: Coverage) -> Flags:
    """Whether the whole window was seen, for each interval (coverage cuts intervals, so its first day tells)."""
    if not len(seen):
        return np.zeros(len(duty), bool)
    rows = pl.DataFrame({"i": np.arange(len(duty)), "duty": duty, "day": days.since})
    met = rows.join(seen.frame(), on="duty").filter((pl.col("day") >= pl.col("since")) & (pl.col("day") <= pl.col("until")))
    out = np.zeros(len(duty), bool)
    out[met["i"].to_numpy()] = True
    return out
