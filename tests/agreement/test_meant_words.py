"""The advice of an error names what the word means, never its opposite."""

from __future__ import annotations

import pytest

from servanda.agreement import loads
from servanda.agreement.act_words import act_meant
from servanda.errors import AgreementErrors

FILE = """\
servanda: 1
id: a
title: An invented truce
signed: 2031-01-01
timezone: UTC
actors:
  crown: {name: Crown, role: signatory}
  guard: {name: Guard, role: signatory}
zones:
  high-pass: {name: High Pass}
terms:
  1-leave: {norm: obligation, bearer: [guard], act: withdraw, zone: high-pass, due: {by: 2031-06-01}}
"""


@pytest.mark.parametrize(
    ("word", "act"),
    [
        ("leave", "withdraw?"),
        ("pull out", "withdraw"),
        ("withdrawal", "withdraw?"),
        ("demobilise", "disarm"),
        ("ceasefire", "cease-fire?"),
        ("shelling", "attack?"),
        ("free", "release"),
        ("atack", "attack?"),
    ],
)
def test_the_act_that_a_word_tells(word: str, act: str) -> None:
    assert act_meant(word).startswith(f" Did you mean {act}")


@pytest.mark.parametrize(
    ("good", "wrong", "says"),
    [
        ("norm: obligation", "norm: ban", "Did you mean prohibition?"),
        ("norm: obligation", "norm: prohibitoin", "Did you mean prohibition?"),
        ("name: Crown, role: signatory", "name: Crown, role: party", "Did you mean signatory?"),
        ("name: Crown, role: signatory", "name: Crown, role: observer", "Did you mean monitor?"),
        ("bearer: [guard]", "bearer: both", "as a list, each found alone: [crown, guard]"),
        ("bearer: [guard]", "bearer: gaurd", "Did you mean guard?"),
        ("id: a\n", "id: High Pass\n", "Write high-pass"),
        ("zone: high-pass", "zone: High Pass", "Write high-pass"),
    ],
)
def test_the_value_that_a_word_means(good: str, wrong: str, says: str) -> None:
    with pytest.raises(AgreementErrors) as caught:
        loads(FILE.replace(good, wrong))
    assert says in str(caught.value)


def test_a_file_is_not_given_the_id_of_one_of_its_zones() -> None:
    with pytest.raises(AgreementErrors) as caught:
        loads(FILE.replace("id: a\n", "id: Upper Valley\n").replace("name: High Pass", "name: Upper Valley"))
    assert "Write upper-valley" in str(caught.value)
