"""The monitors' task: columns equal a plain oracle on random traces, and both equal `findings` term by term."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from benchmarks.monitor import AGREEMENT, BLOCK, NAMES, main, monitor, verdicts
from benchmarks.plain_monitor import judge
from hand import Case, case, says
from hypothesis import given
from hypothesis import strategies as st
from laws import law

from servanda.batch import traces
from servanda.batch.columns import COMPLIANCE, EVER
from servanda.batch.traces import Trace, numbered, read_trace
from servanda.errors import BatchError
from servanda.findings import find_term
from servanda.reading.claim import Speaker

pytestmark = pytest.mark.law
DAYS = 5
Event = tuple[str, int, str]
EVENTS = st.tuples(
    st.sampled_from([*NAMES, *NAMES, "noise"]), st.integers(0, 3 * DAYS), st.sampled_from(["k1", "k2", "01", "1"])
)
STREAMS = st.lists(EVENTS, max_size=14)
NEAR = st.sampled_from([-1, 0, 1, DAYS - 1, DAYS, DAYS + 1, 2 * DAYS - 1, 2 * DAYS, 2 * DAYS + 1, 2 * DAYS + 2])


@st.composite
def borders(draw: st.DrawFn) -> list[Event]:
    """One key whose events fall on the days at which something is decided."""
    trigger = draw(st.integers(0, 3))
    others = draw(st.lists(st.tuples(st.sampled_from(NAMES), NEAR), max_size=5))
    return [("trigger", trigger, "k"), *((name, max(0, trigger + n), "k") for name, n in others)]


def lines(stream: list[Event]) -> list[str]:
    return [f"{name}|{day}|{day}|{key}" for name, day, key in stream]


def in_columns(stream: list[Event]) -> dict[tuple[str, int], bool]:
    """For each key and trigger's day whether the duty was met, from columns alone."""
    asked = [e for e in stream if e[0] in NAMES]
    kind, day = (np.array([f(e) for e in asked], np.int64) for f in (lambda e: NAMES.index(e[0]), lambda e: e[1]))
    subject = numbered(pl.Series([e[2] for e in asked], dtype=pl.String))
    key_of = {n: e[2] for n, e in zip(subject.tolist(), asked, strict=True)}
    return {
        (key_of[c >> 32], (c & (2**32 - 1)) + EVER): w == COMPLIANCE.index("fulfilled")
        for codes, words in verdicts(Trace(len(stream), kind, day, day, subject), DAYS)
        for c, w in zip(codes.tolist(), words.tolist(), strict=True)
    }


def by_sentence(stream: list[Event]) -> dict[tuple[str, int], bool]:
    """The same straight from the sentence that sets the task: day by day, no search, no sorting."""
    had = set(stream)
    return {(key, t): _met(had, key, t) for name, t, key in had if name == "trigger"}


def _met(had: set[Event], key: str, t: int) -> bool:
    last = t + DAYS
    for e in range(t + 1, t + DAYS + 1):
        if ("extended", e, key) in had and not any(("action", a, key) in had for a in range(t + 1, e)):
            last = e + DAYS
            break
    return any(("action", a, key) in had for a in range(t + 1, last + 1))


@law(90)
@given(st.lists(st.one_of(STREAMS, borders()), min_size=4, max_size=12), st.randoms())
def test_columns_equal_the_sentence_and_the_plain_loop(streams: list[list[Event]], rng: object) -> None:
    """Four to twelve small traces at once, each with keys of its own."""
    stream = [(name, t, f"{n} {key}") for n, one in enumerate(streams) for name, t, key in one]
    wanted = by_sentence(stream)
    mixed = [*stream, *stream]
    rng.shuffle(mixed)  # type: ignore[attr-defined]
    assert in_columns(mixed) == wanted
    met = sum(wanted.values())
    assert judge(lines(stream), DAYS) == (len(stream), len(wanted) - met, met)


ASKER, ANSWERER = Speaker("asker", "asker", "named-official"), Speaker("answerer", "answerer", "named-official")


@law(60)
@given(borders())
def test_each_duty_is_that_of_a_case(stream: list[Event]) -> None:
    """Each trigger as a case: an agreement of one closed-world term, the key's later events as claims, asked at the end."""
    words = []
    for trigger in sorted({t for name, t, _ in stream if name == "trigger"}):
        words.append(find_term((one := as_case(stream, trigger)).agreement, one.evidence(), "answer", day(400)).compliance)
    got = [COMPLIANCE[w] for _, some in verdicts(as_trace(stream), DAYS) for w in some.tolist()]
    assert got == words


def as_case(stream: list[Event], trigger: int) -> Case:
    after = {name: sorted(t for n, t, _ in stream if n == name and t > trigger) for name in ("action", "extended")}
    text = AGREEMENT.format(days=DAYS).replace("1970-01-01", str(day(trigger)))
    claims = [
        says("release", "answerer", on=day(t), by=ASKER, report=f"wire/a{t}.txt") for t in after["action"]
    ] + [
        says("extend-deadline", "asker", on=day(t), by=ASKER, report=f"wire/e{t}.txt", new_due=day(t + DAYS), target="answerer")
        for t in after["extended"][:1]
    ]
    return case(*claims, agreement=text)


def as_trace(stream: list[Event]) -> Trace:
    kind, when = np.array([NAMES.index(e[0]) for e in stream]), np.array([e[1] for e in stream])
    return Trace(len(stream), kind, when, when, np.zeros(len(stream), np.int64))


def day(n: int) -> date:
    return date(1970, 1, 1) + timedelta(days=n)


def test_a_file(tmp_path: Path) -> None:
    text = (
        "trigger|1|1|a\r\nother|x\n\nTRIGGER|9\naction|40|31|a\n"  # the arrival may be later than the day
        "trigger|1|1|b c\nextended|30|30|b c\naction|61|61|b c\n"
        "trigger|1|1|é\naction|1|1|é\nmore|1|2|3|4|5|6\ntrigger|5|5|a\n"
    )
    (tmp_path / "trace.txt").write_bytes(text.encode())
    found = monitor(tmp_path / "trace.txt", 30)
    assert (found["events"], found["violated"], found["satisfied"]) == (11, 2, 2)
    assert judge(text.splitlines(), 30) == (11, 2, 2)
    assert set(found) == {"events", "violated", "satisfied", "seconds", "peak_mb"}


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "trace.txt"
    path.write_text("trigger|0|0|a\naction|3|3|a\n")
    monkeypatch.setattr("sys.argv", ["monitor", str(path), "--days", "2", "--json"])
    assert main() == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["events"], found["violated"], found["satisfied"]) == (2, 1, 0)
    path.write_text("trigger|0\n")
    assert main() == 2
    assert "[B301]" in capsys.readouterr().err


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "trace.txt").write_text("")
    assert monitor(tmp_path / "trace.txt", 30)["events"] == 0


@pytest.mark.parametrize(
    "line",
    ["trigger|1|1", "trigger|1|x|a", "trigger||1|a", "trigger|1|1|", "action|1|1.5|a", "action|1|1|a|b", "|1|1|a",
     "trigger|1|99999999999|a", "trigger|1|900000000|a"],
)  # fmt: skip
def test_a_malformed_line_is_refused_with_its_place(tmp_path: Path, line: str) -> None:
    path = tmp_path / "trace.txt"
    path.write_text(f"trigger|1|1|a\n\nnoise|?\n{line}\naction|2|2|a\n")
    with pytest.raises(BatchError, match=r"\[B301\].*trace\.txt:4: not an event"):
        read_trace(path, NAMES)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "trace.txt"
    path.write_bytes(b"trigger|1|1|a\ntrigger|1|1|\xff\xfe\n")
    with pytest.raises(BatchError, match="B302"):
        read_trace(path, NAMES)


def test_texts_of_one_hash_stay_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = pl.Series(["a", "b", "a", "c"])
    monkeypatch.setattr(traces, "_by_hash", lambda *_: None)
    assert numbered(keys).tolist() == [0, 1, 0, 2]


def test_texts_of_one_hash_are_noticed() -> None:
    same = np.array([7, 7, 9], np.uint64)
    assert traces._by_hash(same, pl.Series(["a", "b", "c"])) is None
    found = traces._by_hash(same, pl.Series(["a", "a", "c"]))
    assert found is not None and found.tolist() == [0, 0, 1]


def test_many_duties_are_found_block_by_block(monkeypatch: pytest.MonkeyPatch) -> None:
    import benchmarks.monitor as module

    monkeypatch.setattr(module, "BLOCK", 3)
    rng = np.random.default_rng(5)
    stream = [(NAMES[k], int(t), str(s)) for k, t, s in zip(*rng.integers(0, [[3], [40], [9]], (3, 300)), strict=True)]
    assert in_columns(stream) == by_sentence(stream)
    assert len(by_sentence(stream)) > 3 * 9 and BLOCK > 3


def test_no_day_of_a_trace_reaches_the_ends_of_time() -> None:
    assert traces._FURTHEST < -EVER
