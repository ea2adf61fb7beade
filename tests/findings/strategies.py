"""Generated agreements and streams of claims, for the laws: the whole calculus in small days, so that all of it meets.

Each agreement and each claim is made from one drawn number: drawing every part of them by itself would take five times
as long as the findings that are tested. A failing case still shrinks, claim by claim.
"""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from hand import HAJIYEV, OUTLET, PASHINYAN, UNNAMED, Case, says
from hypothesis import strategies as st

from servanda.agreement import loads
from servanda.agreement.model import Agreement
from servanda.reading.claim import Claim, Quantity, Speaker

HEAD = """
servanda: 1
id: made
title: A made agreement
signed: 2020-11-01
in_force: {in_force}
timezone: {timezone}
{expires}
actors:
  armenia: {{name: Armenia, role: signatory}}
  azerbaijan: {{name: Azerbaijan, role: signatory}}
  russia: {{name: Russia, role: guarantor}}
  peacekeepers: {{name: Peacekeepers, role: monitor}}
  artsakh-army: {{name: Artsakh army, role: bound, basis: made, under: {under}}}
  turkey: {{name: Turkey}}
zones:
  conflict-zone: {{name: the zone}}
  kalbajar: {{name: Kalbajar, within: conflict-zone}}
  hadrut: {{name: Hadrut, within: conflict-zone}}
terms:
  truce: {{norm: prohibition, bearer: [armenia, azerbaijan], act: [attack, breach-ceasefire], zone: conflict-zone{truce}}}
  leave: {{norm: obligation, bearer: [armenia], toward: [azerbaijan], act: [withdraw, hand-over], zone: kalbajar{leave}}}
  later: {{norm: obligation, bearer: [azerbaijan], toward: [armenia], act: release{later}}}
  kept: {{norm: maintenance, bearer: [russia], act: deploy, limit: {{personnel: {kept}}}}}
"""
EXTRAS = (
    "each: {norm: obligation, bearer: [armenia], toward: [azerbaijan], act: return-bodies, due: {by: 2020-11-09}, every: P7D, may_extend: [azerbaijan]}",
    "each: {norm: obligation, bearer: [armenia, azerbaijan], act: return-bodies, due: {before: 2020-11-20}, every: P1M, until: 2021-03-01}",
    "next: {norm: obligation, bearer: [azerbaijan], toward: [armenia], act: demine, after: [leave], due: {within: P9D, of: leave.fulfilled}, may_extend: [armenia]}",
    "next: {norm: obligation, bearer: [azerbaijan], toward: [armenia], act: demine, when: leave.fulfilled, due: {by: 2020-11-30}}",
    "answer: {norm: obligation, bearer: [russia], act: verify, due: {within: P5D, of: {act: attack, actor: azerbaijan}}}",
    "answer: {norm: obligation, bearer: [russia], act: verify, when: truce.breached, due: {within: P3D, of: truce.breached, base_day: included}}",
    "routes: {norm: prohibition, bearer: [azerbaijan, armenia], act: block-route, until: 2020-11-20, may_extend: [armenia]}",
    "routes: {norm: prohibition, bearer: [azerbaijan], act: block-route, until: 2020-11-15, renewal: P10D, may_terminate: [azerbaijan, armenia]}",
    "routes: {norm: prohibition, bearer: [azerbaijan], toward: [armenia], act: block-route, ends_with: leave.fulfilled}",
    "routes: {norm: prohibition, bearer: [azerbaijan], toward: [armenia], act: block-route, superseded_by: [later]}",
    "routes: {norm: prohibition, bearer: [azerbaijan, armenia], act: block-route, from: 2020-11-10, except: {zones: [hadrut]}}",
    "staged: {norm: obligation, bearer: [armenia], toward: [azerbaijan], act: hand-over-weapons, limit: {weapons: [{since: 2020-11-12, at_least: 20}, {since: 2020-11-26, at_least: 60}]}, may_extend: [azerbaijan]}",
    "staged: {norm: obligation, bearer: [armenia], toward: [azerbaijan], act: hand-over-weapons, due: {by: 2020-11-18}, limit: {weapons: {at_least: 40}}, absence: breach}",
    "beside: {norm: obligation, bearer: [azerbaijan], toward: [armenia], act: open-route, in_parallel_with: [leave]}",
    "beside: {norm: obligation, bearer: {jointly: [armenia, azerbaijan]}, act: open-route, due: {by: 2020-11-22}, verifier: peacekeepers}",
    "beside: {norm: obligation, bearer: [armenia], toward: [azerbaijan], act: open-route, strength: best-efforts, due: {by: 2020-11-12, timezone: Pacific/Auckland}}",
    "spared: {norm: prohibition, bearer: [armenia, azerbaijan], act: attack, target: [russia], protects: [russia], window: P5D}",
)  # fmt: skip
START = date(2020, 11, 1)
DAYS = st.integers(0, 40).map(lambda n: START + timedelta(days=n))
SEEDS = st.integers(0, 2**32 - 1)
AGREEMENTS = 150
MONITOR = Speaker("Peacekeepers", "peacekeepers", "monitor")
SPEAKERS = (
    OUTLET, OUTLET, UNNAMED, HAJIYEV, HAJIYEV, HAJIYEV, PASHINYAN, PASHINYAN, PASHINYAN, MONITOR, MONITOR, MONITOR,
    Speaker("T. Rkish", "turkey", "named-official"),
)  # fmt: skip
PAPERS = ("wire", "press", "paper", "site", "elsewhere", "az-mod", "am-mod", "bulletin")
ARMENIA, AZERBAIJAN = ("armenia", "artsakh-army", "armenia"), ("azerbaijan",)
TOPICS: tuple[tuple[str, tuple[str, ...], str | None], ...] = (
    ("withdraw", ARMENIA, "kalbajar"), ("withdraw", ARMENIA, "kalbajar"), ("hand-over", ARMENIA, "kalbajar"),
    ("remain", ARMENIA, "kalbajar"), ("enter", AZERBAIJAN, "kalbajar"), ("attack", ARMENIA, "hadrut"),
    ("attack", AZERBAIJAN, "kalbajar"), ("attack", AZERBAIJAN, "hadrut"), ("breach-ceasefire", ARMENIA, "conflict-zone"),
    ("release", AZERBAIJAN, None), ("deploy", ("russia",), None), ("return-bodies", ARMENIA, None),
    ("demine", AZERBAIJAN, None), ("verify", ("russia",), None), ("block-route", AZERBAIJAN, "hadrut"),
    ("block-route", ARMENIA, "kalbajar"), ("open-route", ARMENIA, None), ("open-route", AZERBAIJAN, None),
    ("hand-over-weapons", ARMENIA, None), ("extend-deadline", AZERBAIJAN, "kalbajar"), ("extend-deadline", AZERBAIJAN, None),
    ("extend-deadline", ("armenia",), None), ("waive", AZERBAIJAN, "kalbajar"), ("suspend", AZERBAIJAN, None),
    ("suspend", ("armenia",), None), ("resume", AZERBAIJAN, None), ("terminate", AZERBAIJAN, None),
    ("notify-termination", AZERBAIJAN, None), ("comply", ARMENIA, None),
)  # fmt: skip
MODALITIES = ("completed",) * 14 + ("under-way", "announced", "refused", "denied", "denied", "alleged", "possible", "required")
ANYBODY = ((), "armenia", "azerbaijan", "artsakh-army", "russia", "turkey", ("armenia", "azerbaijan"))
COUNTED = {"deploy": "personnel", "hand-over-weapons": "weapons"}


@cache
def made_agreement(number: int) -> Agreement:
    """The agreement of a number: four terms that every agreement has, and up to four that reach elsewhere."""
    rng = random.Random(number)
    powers = rng.choice(["", ", may_suspend: [azerbaijan]", ", may_terminate: {all: [armenia, azerbaijan]}, may_suspend: [armenia]"])
    due = rng.choice(
        ["by: 2020-11-15", "before: 2020-11-15", "by: 2020-11-15, bound: unclear", "within: P10D, of: in-force",
         "by: 2020-11-15, timezone: America/New_York"]
    )  # fmt: skip
    holders = rng.choice(["[azerbaijan]", "{all: [armenia, azerbaijan]}"])
    phases = rng.choice(["", ", phase: one"])
    text = HEAD.format(
        in_force=rng.choice(["2020-11-02", "2020-11-05T00:00:00+04:00"]),
        timezone=rng.choice(["UTC", "Asia/Baku"]),
        expires=rng.choice(["", "", "", "expires: 2020-12-01"]),
        under=rng.choice(["armenia", "armenia", "{actor: armenia, until: 2020-11-20}", "{actor: armenia, contested_by: [armenia]}"]),
        truce=rng.choice(["", ", window: P7D", ", except: {actors: [artsakh-army]}", ", target: [armenia, azerbaijan]"]) + powers,
        leave=f", due: {{{due}}}, may_extend: {holders}, may_waive: [azerbaijan]{phases}{rng.choice(['', ', absence: breach'])}",
        later=f", due: {{within: P5D, of: leave.fulfilled}}{phases}, may_extend: [armenia]",
        kept=rng.choice(["{at_most: 100}", "[{at_most: 100}, {since: 2020-11-20, at_most: 50}]"]),
    )
    more = {e.split(":")[0]: e for e in rng.sample(EXTRAS, 4)}
    seen = f"- {{observer: mission, zone: conflict-zone, from: 2020-11-0{rng.randint(1, 9)}, until: 2020-11-{rng.randint(10, 30)}}}\n"
    return loads(text + "".join(f"  {e}\n" for e in more.values()), coverage=(seen, "coverage.yaml") if rng.random() < 0.5 else None)


def made_claim(seed: int) -> Claim:
    """The claim of a number, of any kind that the terms may meet."""
    rng = random.Random(seed)
    (act, authors, zone), said = rng.choice(TOPICS), _day(rng)
    on = rng.choice([said, said, _day(rng), (min(said, _day(rng)), said), (None, said)])
    more: dict[str, object] = {}
    if act in {"extend-deadline", "suspend", "notify-termination"}:
        more = rng.choice([{"new_due": said + timedelta(days=rng.randint(-5, 25))}, {"adds_days": rng.randint(1, 12)}, {}])
    if act in COUNTED and rng.random() < 0.8:
        low = rng.choice([10, 30, 50, 70, 100, 120])
        more["quantity"] = Quantity(COUNTED[act], low, low + rng.choice([0, 0, 20]))
    return says(
        act,
        rng.choice(authors) if rng.random() < 0.8 else rng.choice(ANYBODY),
        on=on,
        said=said,
        by=rng.choice(SPEAKERS),
        report=f"{rng.choice(PAPERS)}/{rng.randint(1, 4)}.txt",
        modality=rng.choice(MODALITIES),
        polarity="negated" if rng.random() < 0.15 else "affirmed",
        extent=rng.choice(["all", "all", "all", "part", "unknown"]),
        zone=zone if rng.random() < 0.8 else rng.choice([None, "kalbajar", "hadrut", "conflict-zone"]),
        target=rng.choice([None, None, "armenia", "azerbaijan", "russia"]),
        start=rng.randint(0, 500),
        **more,
    )


AGREED = st.integers(0, AGREEMENTS - 1).map(made_agreement)
ONE_CLAIM = SEEDS.map(made_claim)
CLAIMS = st.lists(SEEDS, max_size=14, unique=True)


def made_case(number: int, seeds: list[int], late: int) -> Case:
    """A case of claims; each report is known on the last day on which it speaks, or some days later. One claim in twenty
    takes another one back."""
    rng = random.Random(late)
    claims = list({c.id: c for c in map(made_claim, seeds)}.values())
    for n, claim in enumerate(claims[1:], start=1):
        if rng.random() < 0.05:
            claims[n] = replace(claim, act="retract", retracts=claims[n - 1].id, speaker=claims[n - 1].speaker, report=f"{claims[n - 1].report.split('/')[0]}/r.txt")
    made = Case(made_agreement(number), tuple(claims))
    papers = sorted({c.report for c in claims})
    made.known = {p: made.known_on(next(c for c in claims if c.report == p)) + timedelta(days=rng.choice([0, 0, 3, 20])) for p in papers}
    return made


CASES = st.builds(made_case, st.integers(0, AGREEMENTS - 1), CLAIMS, SEEDS)


def _day(rng: random.Random) -> date:
    return START + timedelta(days=rng.randint(0, 40))
