"""A small agreement of an invented conflict that is right, for tests to spoil in one place each."""

from __future__ import annotations

GOOD = """\
servanda: 1
id: valley
title: Valley agreement
signed: 2024-05-01
in_force: 2024-05-02
timezone: Europe/Moscow
actors:
  crown: {name: The Crown, role: signatory}
  guard: {name: The Guard, role: signatory, aliases: [guardsmen]}
  mission: {name: Valley Mission, role: monitor}
zones:
  valley: {name: Long Valley}
  bridge: {name: Bridge, within: valley}
terms:
  leave:
    norm: obligation
    bearer: [guard]
    toward: crown
    act: withdraw
    zone: valley
    due: {by: 2024-06-01}
    may_extend: [crown]
  truce:
    norm: prohibition
    bearer: [crown, guard]
    act: attack
  posts:
    norm: maintenance
    bearer: mission
    act: deploy
    limit: {personnel: {at_most: 100}}
"""


def with_(old: str, new: str) -> str:
    """The sample with one place changed."""
    assert GOOD.count(old) == 1, old
    return GOOD.replace(old, new)


def term(fields: str) -> str:
    """The sample with one more term, `extra`, in line 29."""
    return GOOD + f"  extra: {{{fields}}}\n"
