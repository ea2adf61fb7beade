"""Events matched with what agreements ask for, in columns: equi-joins of actors first, then days and boxes, then the
exact shape.

Invariant: the pairs are those that comparing each event with each agreement gives; only the order of the work differs.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from servanda.batch.columns import Flags, Ints
from servanda.reading.tables.places import NOWHERE, Floats, Outline

ANYWHERE = NOWHERE
Pairs = tuple[Ints, Ints]


@dataclass(frozen=True, slots=True)
class Located:
    """Events by position: a number for the pair of parties (in either order), first and last day, place (NaN: none)."""

    pair: Ints
    first: Ints
    last: Ints
    latitude: Floats
    longitude: Floats


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for, by position: a pair of parties, the days, and the number of an outline or ANYWHERE."""

    pair: Ints
    since: Ints
    until: Ints
    shape: Ints


def pair_code(one: Ints, two: Ints) -> Ints:
    """One number for two parties (numbers from 0, below 2^31), whichever comes first."""
    code: Ints = (np.minimum(one, two) << 31) + np.maximum(one, two)
    return code


def by_parties(events: Located, wanted: Wanted, shapes: Sequence[Outline]) -> Pairs:
    """Pairs (event, wanted) of the same parties, days and place."""
    event, want = joined(events.pair, wanted.pair)
    kept = (events.first[event] >= wanted.since[want]) & (events.last[event] <= wanted.until[want])
    event, want = event[kept], want[kept]
    kept = held(events.latitude[event], events.longitude[event], wanted.shape[want], shapes)
    return event[kept], want[kept]


def by_place(events: Located, wanted: Wanted, shapes: Sequence[Outline]) -> Pairs:
    """Pairs (event, wanted) of the same days and place, whoever the parties; ANYWHERE holds every place.

    Events are sorted once by longitude; each outline takes its stretch of them.
    """
    order = np.argsort(events.longitude, kind="stable")
    lon, lat = events.longitude[order], events.latitude[order]
    first, last = events.first[order], events.last[order]
    found_event, found_want = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for want in range(len(wanted.shape)):
        number = int(wanted.shape[want])
        shape = None if number == ANYWHERE else shapes[number]
        one, two = (0, len(lon)) if shape is None else _stretch(lon, shape)
        near = (first[one:two] >= wanted.since[want]) & (last[one:two] <= wanted.until[want])
        if shape is not None:
            near &= (lat[one:two] >= shape.box[1]) & (lat[one:two] <= shape.box[3])
        at = np.flatnonzero(near) + one
        if shape is not None and len(at):
            at = at[shape.holds(lat[at], lon[at])]
        found_event.append(order[at])
        found_want.append(np.full(len(at), want, np.int64))
    return np.concatenate(found_event), np.concatenate(found_want)


def joined(left: Ints, right: Ints) -> Pairs:
    """All pairs of positions at which two columns have the same number."""
    order = np.argsort(right, kind="stable")
    keys = right[order]
    unique, at = np.unique(left, return_inverse=True)
    one, two = np.searchsorted(keys, unique)[at], np.searchsorted(keys, unique, side="right")[at]
    many = two - one
    which = np.repeat(np.arange(len(left)), many)
    offset = np.arange(len(which)) - np.repeat(np.cumsum(many) - many, many)
    return which, order[np.repeat(one, many) + offset]


def held(latitude: Floats, longitude: Floats, shape: Ints, shapes: Sequence[Outline]) -> Flags:
    """For each place whether the outline of its row holds it; ANYWHERE holds all."""
    inside: Flags = shape == ANYWHERE
    if not len(shapes):
        return inside
    west, south, east, north = (np.array([s.box[n] for s in shapes]) for n in range(4))
    near = ~inside & (latitude >= south[shape]) & (latitude <= north[shape])
    near &= (longitude >= west[shape]) & (longitude <= east[shape])
    rows = np.flatnonzero(near)
    rows = rows[np.argsort(shape[rows], kind="stable")]
    for one, two in stretches(shape[rows]):
        these = rows[one:two]
        inside[these] = shapes[int(shape[these[0]])].holds(latitude[these], longitude[these])
    return inside


def stretches(keys: Ints) -> list[tuple[int, int]]:
    """Where each run of equal keys begins and ends."""
    cuts = np.flatnonzero(np.diff(keys)) + 1
    ends = [0, *cuts.tolist(), len(keys)]
    return list(itertools.pairwise(ends)) if len(keys) else []


def _stretch(lon: Floats, shape: Outline) -> tuple[int, int]:
    return int(np.searchsorted(lon, shape.box[0])), int(np.searchsorted(lon, shape.box[2], side="right"))
