"""Generated agreements and streams of testimonies, for the laws of the batch room."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from hand import HAJIYEV, PASHINYAN, Case, case, says
from hypothesis import strategies as st

from servanda.agreement import loads
from servanda.agreement.model import Agreement
from servanda.evidence.testimony import Evidence, Testimony
from servanda.reading.claim import Claim, Party, Speaker, When
from servanda.reading.readers import TABLE_READER

START = date(2020, 11, 1)
DAYS = st.integers(0, 60).map(lambda n: START + timedelta(days=n))
MONITOR = Speaker("the mission", "mission", "monitor")
DATASET = Speaker("Made-up Events", None, "dataset")


@cache
def agreement(number: int) -> Agreement:
    """A small agreement: one dated obligation and one prohibition, of many days, bounds and windows."""
    rng = random.Random(number)
    began, due, other = (START + timedelta(days=rng.randint(0, 60)) for _ in range(3))
    extra = rng.choice(["", "absence: breach", f"until: {other}", f"from: {other}"])
    dated = rng.choice([f"due: {{{rng.choice(['by', 'before'])}: {due}}}"] * 2 + ["level: 1"])
    window = rng.choice(["", "window: P5D", "window: P1D"])
    return loads(f"""
servanda: 1
id: drawn
title: A drawn agreement
signed: 2020-11-01
in_force: {began}T00:00:00+04:00
timezone: Asia/Baku
actors:
  armenia: {{name: Armenia, role: signatory}}
  azerbaijan: {{name: Azerbaijan, role: signatory}}
  army: {{name: Army, role: bound, under: armenia, basis: drawn}}
  mission: {{name: Mission, role: monitor}}
zones:
  wide: {{name: the wide zone}}
  kalbajar: {{name: Kalbajar, within: wide}}
terms:
  duty:
    norm: obligation
    bearer: [armenia]
    toward: [azerbaijan]
    act: withdraw
    zone: kalbajar
    may_extend: [azerbaijan]
    {dated}
    {extra}
  truce:
    norm: prohibition
    bearer: [armenia, azerbaijan]
    act: attack
    zone: wide
    {window}
""")


AGREED = st.integers(0, 199).map(agreement)


@st.composite
def cases(draw: st.DrawFn, plain: bool = True) -> Case:
    """An agreement and up to twelve claims; `plain`: mostly of the declared shapes, else any."""
    kinds = ["done", "extended", "row", "row"] + ([] if plain else ["not", "accused", "denied", "part", "uncertain"])
    claims, known = [], {}
    for n in range(draw(st.integers(0, 9))):
        on = draw(DAYS)
        late = timedelta(days=draw(st.sampled_from([0, 0, 1, 7, 30])))
        report = f"{draw(st.sampled_from(['wire', 'press', 'bulletin']))}/{n}.txt"
        known[report] = on + late
        claims.append(_claim(draw, draw(st.sampled_from(kinds)), on, report))
        if draw(st.integers(0, 7)) == 0:
            taken = f"{report.split('/')[0]}/r{n}.txt"
            known[taken] = known[report] + timedelta(days=draw(st.integers(0, 20)))
            claims.append(says("retract", (), on=on, report=taken, by=claims[-1].speaker, retracts=claims[-1].id, start=n))
    return case(*claims, agreement=draw(AGREED), known=known)


def _claim(draw: st.DrawFn, kind: str, on: date, report: str) -> Claim:
    if kind == "done":
        return says("withdraw", "armenia", on=on, zone="kalbajar", report=report, by=draw(st.sampled_from([HAJIYEV, MONITOR])))
    if kind == "extended":
        return says(
            "extend-deadline", "azerbaijan", on=on, zone="kalbajar", report=report, by=HAJIYEV,
            new_due=on + timedelta(days=draw(st.integers(0, 30))),
        )  # fmt: skip
    if kind == "row":
        author = draw(st.sampled_from(["army", "armenia", "azerbaijan"]))
        span = timedelta(days=draw(st.sampled_from([0, 0, 2, 9])))
        row = says("attack", author, on=(on, on + span), report=report, by=DATASET, zone="kalbajar", modality="completed")
        return replace(row, reader=TABLE_READER, origins_cited=draw(st.integers(1, 2)), id=row.id + "-" + report)
    if kind == "not":
        return says("withdraw", "armenia", on=on, polarity="negated", zone="kalbajar", report=report, by=PASHINYAN)
    if kind == "accused":
        return says("attack", "armenia", on=on, zone="kalbajar", report=report, by=HAJIYEV, modality="alleged")
    if kind == "denied":
        return says("attack", "armenia", on=on, zone="kalbajar", report=report, by=PASHINYAN, modality="denied")
    if kind == "part":
        return says("withdraw", "armenia", on=on, extent="part", zone="kalbajar", report=report, by=HAJIYEV)
    return says("withdraw", "armenia", on=(on, on + timedelta(days=9)), zone="kalbajar", report=report, by=HAJIYEV)


def with_claims(one: Case, more: list[Claim], known: date) -> Case:
    """The same case with further claims, of reports known on a day."""
    days = {**{c.report: one.known_on(c) for c in one.claims}, **{c.report: known for c in more}}
    return Case(one.agreement, (*one.claims, *more), days, one.sources, one.texts)


def raw(one: Case) -> tuple[Testimony, ...]:
    """All that is ever known of a case."""
    found: Evidence = one.evidence("2099-01-01")
    return tuple(found.testimonies)


__all__ = ["DAYS", "START", "Party", "When", "cases", "raw", "with_claims"]
