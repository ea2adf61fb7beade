"""Ordinary ways of telling each act, and what only looks like one, over one invented agreement.

Each line of the files beside this one is a short report of its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from servanda.agreement import loads
from servanda.reading.claim import Claim
from servanda.reading.grammar import Item, read_all
from servanda.reports.model import Report

HERE = Path(__file__).parent
CASE = loads(
    """
servanda: 1
id: x
title: The Tala Accord
signed: 2024-03-01
in_force: 2024-03-03T00:00:00+00:00
timezone: UTC
actors:
  norland: {name: Norland, role: signatory, aliases: [Norland army, government of Norland]}
  guard: {name: River Guard, role: signatory, aliases: [the Guard, Guard]}
  mission: {name: Joint Mission, role: monitor, aliases: [the Mission, JMT]}
  osterland: {name: Osterland, role: guarantor}
zones:
  oma: {name: Oma valley, aliases: [Oma]}
  tala: {name: Tala}
  kessim: {name: Kessim, aliases: [town of Kessim]}
  harun: {name: Harun road}
  velo: {name: Velo bridge}
  mardu: {name: Mardu, aliases: [port of Mardu]}
terms:
  t: {norm: obligation, bearer: [guard], act: withdraw, zone: oma, due: {by: 2024-05-01}}
  c: {norm: prohibition, bearer: [guard, norland], act: attack}
"""
)
SPEECH = frozenset({"demand", "deny", "accuse", "agree", "comply", "threaten", "concede"})


def _read(texts: list[str]) -> Iterator[tuple[str, list[Claim]]]:
    def report(n: int, text: str) -> Report:
        digest = hashlib.sha256(f"{text}{n}".encode()).hexdigest()
        title = "Norland and the River Guard: the week"
        return Report(f"r{n}.txt", digest, text, (), "txt", title=title, published=date(2024, 4, 30))

    readings = read_all([Item(report(n, t), CASE) for n, t in enumerate(texts)])
    return zip(texts, (list(r.claims) for r in readings), strict=True)


def _rows(name: str) -> list[list[str]]:
    rows: list[list[str]] = YAML(typ="safe").load((HERE / name).read_text("utf-8"))
    return rows


@pytest.mark.parametrize("name", ["acts.yaml", "modalities.yaml"])
def test_an_act_is_read_however_it_is_told(name: str) -> None:
    """Rows are: sentence, acts that will do (with |), modality, polarity."""
    rows = _rows(name)
    wrong = []
    for (_, acts, modality, polarity), (text, claims) in zip(rows, _read([r[0] for r in rows]), strict=True):
        told = {(c.modality, c.polarity) for c in claims if c.act in acts.split("|")}
        if (modality, polarity) not in told:
            wrong.append(f"{text} [{acts} {modality} {polarity}] read as {[(c.act, c.modality, c.polarity) for c in claims]}")
    assert not wrong, "\n".join(wrong)


def test_what_only_looks_like_an_act_is_no_claim() -> None:
    rows = [(t, [c.act for c in claims if c.act not in SPEECH]) for t, claims in _read(_rows("near_misses.yaml"))]
    assert not [r for r in rows if r[1]]


def test_what_is_only_spoken_of_is_not_done() -> None:
    """Rows are: sentence, act."""
    rows = _rows("not_done.yaml")
    for (_, act), (text, claims) in zip(rows, _read([r[0] for r in rows]), strict=True):
        real = [c for c in claims if c.act == act and c.modality in {"completed", "under-way"} and not c.opinion]
        assert not [c for c in real if c.polarity == "affirmed"], text
