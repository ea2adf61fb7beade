"""What may be written and is probably not meant is told with its line, wherever a status is shown, and refused nowhere."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from pathlib import Path

import pytest

from servanda.agreement import load, loads
from servanda.agreement.doubts import doubts_of

_SPEC = importlib.util.spec_from_file_location("samples", Path(__file__).with_name("samples.py"))
assert _SPEC and _SPEC.loader
samples = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(samples)
GOOD, with_, term = (
    samples.GOOD.replace("role: monitor", "role: [monitor, bound], basis: its mandate"),
    samples.with_,
    samples.term,
)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/agreement.yaml"))


def put(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new, 1)


def more(fields: str) -> str:
    return GOOD + f"  extra: {{{fields}}}\n"


OWES = "norm: obligation, bearer: guard, act: withdraw"
NEVER = "norm: prohibition, bearer: guard, act: attack"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (put(", basis: its mandate", ""), 10, "actors.mission.role: bound without a basis"),
        (put("role: [monitor, bound], basis: its mandate", "role: monitor"), 29, "mission is neither signatory nor bound"),
        (put("signed: 2024-05-01\nin_force: 2024-05-02\n", ""), 1, "neither signed nor in_force"),
        (put("{by: 2024-06-01}", "{by: 2023-06-01}"), 21, "2023-06-01 lies before the agreement is in force, 2024-05-02"),
        (put("{by: 2024-06-01}", "{by: 2204-06-01}"), 21, "more than 60 years"),
        (GOOD + "expires: 2024-05-20\n", 21, "lies after expires, 2024-05-20"),
        (more(f"{OWES}, until: 2024-05-20, due: {{by: 2024-06-01}}"), 32, "lies after until, 2024-05-20"),
        (more(f"{OWES}, from: 2024-07-20, due: {{by: 2024-06-01}}"), 32, "lies before from, 2024-07-20"),
        (more(f"{NEVER}, until: 2024-04-01"), 32, "the term never binds"),
        (put("toward: crown", "toward: guard"), 18, "guard is the bearer itself"),
        (more(f"{OWES}, verifier: guard"), 32, "confirm its own performance"),
        (more(f"{OWES}, window: P30D"), 32, "window: has no effect on an obligation"),
        (more(f"{NEVER}, absence: breach"), 32, "absence: has no effect on a prohibition"),
        (more(f"{OWES}, every: P1M"), 32, "without due"),
        (more(f"{OWES}, renewal: P1Y"), 32, "nothing to renew"),
        (more("norm: obligation, bearer: guard, act: attack"), 32, "an obligation to attack"),
        (more(f"{NEVER}, except: {{acts: attack}}"), 32, "exempts attack, the act itself"),
        (more(f"{NEVER}, except: {{actors: guard}}"), 32, "exempts guard, its bearer"),
        (more(f"{OWES}, due: {{within: P9D, of: truce.fulfilled}}"), 32, "a prohibition, which is never fulfilled"),
        (more(f"{NEVER}, ends_with: signed"), 32, "the term never binds"),
        (GOOD + "texts: {t: {terms: {leave: {zone: valley}}}}\n", 32, "words nothing otherwise"),
        (GOOD + "texts: {t: {terms: {}}}\n", 32, "words no term otherwise"),
        (put("{name: Bridge,", "{name: Bridge, geometry: {point: [46, 40]},"), 13, "1 km is taken"),
        (put("aliases: [guardsmen]", "under: [crown, mission]"), 9, "commanded by crown and by mission at once"),
    ],
)
def test_each_slip_is_told_with_its_line(text: str, line: int, says: str) -> None:
    (told,) = loads(text).doubts
    assert told.startswith(f"agreement.yaml:{line}: ")
    assert says in told


def test_doubts_are_told_of_the_term_they_speak_of_and_of_no_other() -> None:
    agreement = loads(more(f"{OWES}, window: P30D"))
    (told,) = agreement.doubts
    (key,) = [t for t in agreement.terms if doubts_of(agreement, t)]
    assert doubts_of(agreement, key) == (told,)
    longer = replace(agreement, terms={**agreement.terms, f"{key}.b": replace(agreement.terms[key], id=f"{key}.b")})
    other = told.replace(f"terms.{key}.", f"terms.{key}.b.")
    both = replace(longer, doubts=(told, other, "agreement.yaml:1: neither signed nor in_force"))
    assert doubts_of(both, key) == (told,)
    assert doubts_of(both, f"{key}.b") == (other,)


def test_a_file_without_slips_raises_none() -> None:
    assert loads(GOOD).doubts == ()


def test_actors_under_one_and_then_another_raise_none() -> None:
    text = put(
        "aliases: [guardsmen]",
        "under: [{actor: crown, until: 2024-06-01}, {actor: mission, since: 2024-06-02}]",
    )
    assert loads(text).doubts == ()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.parent.name)
def test_the_bundled_cases_raise_none(path: Path) -> None:
    assert load(path).doubts == ()
