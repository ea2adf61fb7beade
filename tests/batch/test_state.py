"""A state with late, corrected and retracted claims equals one built anew; only touched duties are computed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws import law

from servanda.batch import dated, prohibitions, state
from servanda.batch.columns import DONE, EVER, EXTENDED, INCIDENT, NEVER, Coverage, Duties, Entries, Ints, Rectangles
from servanda.batch.state import State, at, build, update

pytestmark = pytest.mark.law
DUTIES = 9
SPAN = 30


def duties(rng: np.random.Generator, forbids: bool) -> Duties:
    """Dated obligations or prohibitions with small days, so that everything meets."""
    due = np.where(rng.random(DUTIES) < 0.1, NEVER, rng.integers(0, SPAN, DUTIES))
    before = rng.integers(0, 2, DUTIES)
    start = np.where(rng.random(DUTIES) < 0.5, EVER, rng.integers(0, 9, DUTIES))
    end = np.where(rng.random(DUTIES) < 0.5, NEVER, rng.integers(9, 2 * SPAN, DUTIES))
    none = np.zeros(DUTIES, np.int64)
    if forbids:
        return Duties(start, end, none + NEVER, none + NEVER, none, none, rng.integers(1, 9, DUTIES))
    return Duties(start, end, due, np.where(due == NEVER, NEVER, due - before), before, rng.integers(0, 2, DUTIES), none)


def entries(rng: np.random.Generator, count: int, forbids: bool, first: int) -> Entries:
    """Entries that claims numbered from `first` make."""
    kind = np.full(count, INCIDENT) if forbids else rng.choice([DONE, EXTENDED], count)
    day = rng.integers(0, 2 * SPAN, count)
    width = rng.integers(0, 3, count) if forbids else np.zeros(count, np.int64)
    moves = kind == EXTENDED
    new_due = np.where(moves & (rng.random(count) < 0.5), day + rng.integers(0, 9, count), NEVER)
    adds = np.where(moves & (new_due == NEVER), rng.integers(1, 9, count), 0)
    return Entries(
        rng.integers(0, DUTIES, count), kind, day, day + width, day + rng.integers(0, SPAN, count), np.full(count, NEVER),
        rng.integers(0, 2, count) if forbids else np.ones(count, np.int64), new_due, adds, first + np.arange(count),
    )  # fmt: skip


def rows(found: Rectangles) -> list[tuple[int, ...]]:
    return [tuple(int(v) for v in row) for row in found.frame().sort("duty", "known_from", "valid_from").rows()]


def whole(one: State) -> State:
    """Built anew from all that the state holds."""
    return build(one.duties, one.entries, one.seen)


@law(60)
@given(st.integers(0, 2**32), st.booleans(), st.lists(st.integers(0, 6), max_size=11))
def test_late_batches_equal_building_anew(seed: int, forbids: bool, batches: list[int]) -> None:
    rng = np.random.default_rng(seed)
    seen = Coverage(*np.sort(rng.integers(0, [[DUTIES], [SPAN], [3 * SPAN]], (3, 3)), axis=0)) if forbids else None
    everything = [entries(rng, 12, forbids, 0)]
    told = 12
    one = build(duties(rng, forbids), everything[0], seen)
    gone: dict[int, int] = {}
    for count in batches:
        more = entries(rng, count, forbids, told)
        back = rng.integers(0, told, 2)
        on = int(rng.integers(0, 2 * SPAN))
        gone = _taken(gone, back, on)
        one = update(one, more, back, on)
        everything.append(more)
        told += count
    all_ = Entries.together(everything)
    wanted = Entries(**{**_columns(all_), "gone": _gone(all_, gone)})
    assert rows(one.statuses) == rows(build(one.duties, wanted, seen).statuses)
    assert rows(one.statuses) == rows(whole(one).statuses)
    assert len(one.parts) <= state.MOST_PARTS


def _taken(gone: dict[int, int], back: Ints, on: int) -> dict[int, int]:
    """A claim taken back twice is gone from the earlier day."""
    return {**gone, **{int(c): min(on, gone.get(int(c), NEVER)) for c in back}}


def _columns(e: Entries) -> dict[str, Ints]:
    return {name: getattr(e, name) for name in e.__slots__}


def _gone(e: Entries, gone: dict[int, int]) -> Ints:
    days = [max(gone[c], k) if c in gone else NEVER for c, k in zip(e.claim.tolist(), e.known.tolist(), strict=True)]
    return np.array(days, np.int64)


@law(50)
@given(st.integers(0, 2**32), st.integers(-5, 3 * SPAN), st.integers(-5, 3 * SPAN))
def test_a_point_of_the_rectangles_is_what_columns_say_at_once(seed: int, day: int, known: int) -> None:
    rng = np.random.default_rng(seed)
    one = build(duties(rng, False), entries(rng, 14, False, 0))
    one = update(one, entries(rng, 3, False, 14), np.array([2, 5]), 20)
    from_rectangles, at_once = at(one, day, known), dated.at(one.duties, one.entries, day, known)
    for name in ("force", "compliance", "epistemic", "due"):
        assert getattr(from_rectangles, name).tolist() == getattr(at_once, name).tolist()


def test_only_touched_duties_are_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(3)
    one = build(duties(rng, False), entries(rng, 40, False, 0))
    computed: list[int] = []
    inner = dated.rectangles

    def counted(some: Duties, told: Entries) -> Rectangles:
        computed.append(len(some))
        return inner(some, told)

    monkeypatch.setattr(dated, "rectangles", counted)
    late = entries(rng, 5, False, 40)
    late = late.take(late.duty == late.duty[0])
    withdrawn = one.entries.claim[one.entries.duty == (late.duty[0] + 1) % DUTIES][:1]
    two = update(one, late, withdrawn, 10)
    assert sum(computed) == 2
    monkeypatch.undo()
    assert rows(two.statuses) == rows(whole(two).statuses)
    other = ~np.isin(one.statuses.duty, [late.duty[0], (late.duty[0] + 1) % DUTIES])
    untouched = set(rows(one.statuses.take(other)))
    assert untouched <= set(rows(two.statuses))


@law(80)
@given(st.integers(0, 2**32), st.booleans())
def test_no_two_neighbours_are_alike(seed: int, forbids: bool) -> None:
    """No two rectangles of one status could be one rectangle."""
    rng = np.random.default_rng(seed)
    found = rows(build(duties(rng, forbids), entries(rng, 40, forbids, 0)).statuses)
    along_valid = {(r[0], *r[3:], r[1]) for r in found}
    along_known = {(*r[:3], *r[5:], r[3]) for r in found}
    for r in found:
        assert (r[0], *r[3:], r[2] + 1) not in along_valid
        assert (*r[:3], *r[5:], r[4] + 1) not in along_known


def test_an_update_of_nothing_changes_nothing() -> None:
    rng = np.random.default_rng(4)
    one = build(duties(rng, True), entries(rng, 20, True, 0))
    assert rows(update(one, entries(rng, 0, True, 20)).statuses) == rows(one.statuses)


def test_blocks_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(6)
    for forbids in (False, True):
        d, e = duties(rng, forbids), entries(rng, 60, forbids, 0)
        wanted = rows(build(d, e).statuses)
        monkeypatch.setattr(state, "BLOCK", 2)
        assert rows(build(d, e).statuses) == wanted
        monkeypatch.undo()


@law(60)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=40), st.randoms())
def test_the_least_of_each_range(values: list[int], rng: object) -> None:
    ends = [sorted(rng.choices(range(len(values) + 1), k=2)) for _ in range(9)]  # type: ignore[attr-defined]
    least, where = prohibitions._least(np.array(values), *np.array([*ends, [0, len(values)]]).T)
    for (since, until), got, at_ in zip([*ends, [0, len(values)]], least.tolist(), where.tolist(), strict=True):
        some = values[since:until]
        assert got == min(some, default=NEVER)
        assert at_ == (since + some.index(got) if some else -1)
