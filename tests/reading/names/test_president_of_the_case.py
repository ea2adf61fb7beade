"""'President NAME' where NAME is himself an actor of the case is no word of the case's own state; nor is 'his minister'."""

from __future__ import annotations

from datetime import date

from tests.reading.claims import claims_in

CASE = """
servanda: 1
id: x
title: x
actors:
  state: {name: Government of Lusanda, aliases: [Lusanda], role: signatory}
  front: {name: Red Front, role: signatory}
  mediator: {name: Tomas Kerel, aliases: [the mediator], role: guarantor}
terms:
  t: {norm: obligation, bearer: [front], act: withdraw, due: {by: 2024-03-15}, may_extend: [mediator]}
"""


def _doers(text: str) -> list[str | None]:
    told = claims_in(text, CASE, date(2024, 3, 15))
    return [p.id for c in told if c.act == "extend-deadline" for p in c.actors]


def test_it_is_whoever_bears_the_name() -> None:
    text = "President Tomas Kerel moved the date for the withdrawal of the Red Front from March 15 to March 30."
    assert _doers(text) == ["mediator"]


def test_another_president_is_the_states() -> None:
    text = "President Josip Valen moved the date for the withdrawal of the Red Front from March 15 to March 30."
    assert _doers(text) == ["state"]
