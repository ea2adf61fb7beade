"""Generated agreements and streams of claims, for the laws."""

from __future__ import annotations

from datetime import date, timedelta

from hand import HAJIYEV, OUTLET, PASHINYAN, UNNAMED, Case, case, says
from hypothesis import strategies as st

from servanda.reading.claim import Claim, Speaker

BASE = """
servanda: 1
id: made
title: A made agreement
signed: 2020-11-01
in_force: 2020-11-02
timezone: UTC
actors:
  armenia: {{name: Armenia, role: signatory}}
  azerbaijan: {{name: Azerbaijan, role: signatory}}
  russia: {{name: Russia, role: guarantor}}
  peacekeepers: {{name: Peacekeepers, role: monitor}}
  artsakh-army: {{name: Artsakh army, role: bound, under: armenia, basis: made}}
  turkey: {{name: Turkey}}
zones:
  conflict-zone: {{name: the zone}}
  kalbajar: {{name: Kalbajar, within: conflict-zone}}
  hadrut: {{name: Hadrut, within: conflict-zone}}
terms:
  truce: {{norm: prohibition, bearer: [armenia, azerbaijan], act: [attack, breach-ceasefire], zone: conflict-zone{window}}}
  leave: {{norm: obligation, bearer: [armenia], toward: [azerbaijan], act: [withdraw, hand-over], zone: kalbajar, due: {{{due}}}, may_extend: {holders}, may_waive: [azerbaijan]{absence}}}
  later: {{norm: obligation, bearer: [azerbaijan], toward: [armenia], act: release, due: {{within: P5D, of: leave.fulfilled}}}}
  kept: {{norm: maintenance, bearer: [russia], act: deploy, limit: {{personnel: {{at_most: 100}}}}}}
"""
START = date(2020, 11, 1)
DAYS = st.integers(0, 40).map(lambda n: START + timedelta(days=n))
MONITOR = Speaker("Peacekeepers", "peacekeepers", "monitor")
SPEAKERS = (OUTLET, UNNAMED, HAJIYEV, PASHINYAN, MONITOR, Speaker("T. Rkish", "turkey", "named-official"))
PAPERS = ("wire", "press", "paper", "site", "elsewhere", "az-mod", "am-mod")


@st.composite
def agreements(draw: st.DrawFn) -> str:
    """An agreement with a dated duty, a duty that follows it, a prohibition and a limit."""
    due = draw(
        st.sampled_from(
            ["by: 2020-11-15", "before: 2020-11-15", "by: 2020-11-15, bound: unclear", "within: P10D, of: in-force"]
        )
    )
    return BASE.format(
        due=due,
        holders=draw(st.sampled_from(["[azerbaijan]", "{all: [armenia, azerbaijan]}"])),
        absence=draw(st.sampled_from(["", ", absence: breach"])),
        window=draw(st.sampled_from(["", ", window: P7D"])),
    )


@st.composite
def one_claim(draw: st.DrawFn) -> Claim:
    """A claim of any kind that the terms may meet."""
    act = draw(
        st.sampled_from(
            [
                "withdraw",
                "hand-over",
                "remain",
                "enter",
                "attack",
                "breach-ceasefire",
                "extend-deadline",
                "waive",
                "release",
                "deploy",
            ]
        )
    )
    said = draw(DAYS)
    on = draw(st.one_of(st.just(said), DAYS, st.tuples(st.one_of(st.none(), DAYS), st.just(said)).map(_ordered)))
    moves = {"new_due": draw(DAYS)} if act == "extend-deadline" else {}
    return says(
        act,
        draw(st.sampled_from([(), "armenia", "azerbaijan", "artsakh-army", "turkey", ("armenia", "azerbaijan")])),
        on=on,
        said=said,
        by=draw(st.sampled_from(SPEAKERS)),
        report=f"{draw(st.sampled_from(PAPERS))}/{draw(st.integers(1, 4))}.txt",
        modality=draw(
            st.sampled_from(
                ["completed"] * 5 + ["under-way", "announced", "refused", "denied", "alleged", "possible", "required"]
            )
        ),
        polarity=draw(st.sampled_from(["affirmed", "affirmed", "affirmed", "negated"])),
        extent=draw(st.sampled_from(["all", "all", "part", "unknown"])),
        zone=draw(st.sampled_from([None, "kalbajar", "hadrut", "conflict-zone"])),
        start=draw(st.integers(0, 500)),
        **moves,
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A case of up to a dozen claims; each report is known on the last day on which it speaks, or some days later."""
    claims = draw(st.lists(one_claim(), max_size=12, unique_by=lambda c: c.id))
    made = case(*claims, agreement=draw(agreements()))
    papers = sorted({c.report for c in claims})
    late = {p: draw(st.integers(0, 20)) for p in papers[:3]}
    made.known = {p: made.known_on(next(c for c in claims if c.report == p)) + timedelta(days=n) for p, n in late.items()}
    return made


def _ordered(pair: tuple[date | None, date]) -> tuple[date | None, date]:
    first, last = pair
    return (min(first, last), last) if first else (None, last)
