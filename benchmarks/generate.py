"""Make a case of any size from invented reports, the same for the same seed.

    python -m benchmarks.generate DIR --reports 1000 [--seed 7]

The agreement is an invented truce between two invented parties; the prose is drawn from sentence frames, with
filler that names no act, in the proportion of an ordinary news feed. Nothing in it happened.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

SIGNED = date(2031, 3, 1)
ZONES = [f"{a}{b}" for a in ("Tal", "Mer", "Oss", "Vel", "Dor", "Kar") for b in ("ava", "ino", "ette", "mark")]
PARTIES = {"norland": "Norland", "front": "Southern Front"}
FRAMES = (
    "The {p} defence ministry said on {day} that its troops had withdrawn from {z}.",
    "{q} forces remain in {z}, a spokesman for {p} told reporters.",
    "{p} accused {q} of shelling {z} on {day}.",
    "{q} denied that its units had shelled {z}.",
    "Observers from the Joint Mission recorded gunfire near {z} on {day} and named no author.",
    "{p} said it would leave {z} by {later}.",
    "According to {q}, not a single soldier has left {z}.",
    "The Joint Mission confirmed that {p} had handed over {z} to {q}.",
    "{p} refuses to leave {z}, unnamed sources said.",
    "It is not known how many units of {q} are still in {z}.",
)
FILLER = (
    "Prices on the central market rose again, traders said, as the rains came late.",
    "The orchestra of the port city will open its season with a work by a local composer.",
    "Two members of parliament asked for a debate on school meals.",
    "The weather service expects fog in the valleys until the weekend.",
    "A new bridge on the coastal road was shown to the press.",
    "The minister of transport met the owners of small ferries.",
)


def agreement() -> str:
    """The agreement file: one withdrawal a zone and one truce."""
    zones = "\n".join(f"  {z.lower()}: {{name: {z}, within: country}}" for z in ZONES)
    terms = "\n".join(
        f"  {i}-{z.lower()}: {{norm: obligation, bearer: [{b}], toward: [{o}], act: withdraw, zone: {z.lower()}, "
        f"due: {{by: {SIGNED + timedelta(days=10 + 5 * i)}}}, may_extend: [{o}]}}"
        for i, z in enumerate(ZONES, start=2)
        for b, o in [("norland", "front") if i % 2 else ("front", "norland")]
    )
    return f"""servanda: 1
id: generated
title: An invented truce, made for measuring
signed: {SIGNED}
in_force: {SIGNED}T00:00:00+00:00
timezone: UTC
actors:
  norland: {{name: Norland, role: signatory, aliases: [Norlandic army, Norland army]}}
  front: {{name: Southern Front, role: signatory, aliases: [the Front]}}
  mission: {{name: Joint Mission, role: monitor, aliases: [Joint Monitoring Mission]}}
zones:
{zones}
  country: {{name: the truce area}}
terms:
  1-truce: {{norm: prohibition, bearer: [norland, front], act: attack, zone: country}}
{terms}
"""


def reports(count: int, seed: int = 7) -> Iterator[tuple[str, str]]:
    """`count` pairs of file name and text."""
    rng = random.Random(seed)
    for number in range(count):
        day = SIGNED + timedelta(days=rng.randrange(0, 150))
        lines = [_sentence(rng, day) if rng.random() < 0.3 else rng.choice(FILLER) for _ in range(12)]
        body = "\n\n".join(" ".join(lines[i : i + 3]) for i in range(0, len(lines), 3))
        head = f"---\nsource: Wire {number % 9}\npublished: {day}\ntitle: Bulletin {number}\n---\n"
        yield f"{day:%Y-%m}/r{number:06d}.md", f"{head}Bulletin {number}\n\n{body}\n"


def write(folder: Path, count: int, seed: int = 7) -> Path:
    """Write the case into `folder` (made if needed) and give it back."""
    (folder / "reports").mkdir(parents=True, exist_ok=True)
    (folder / "agreement.yaml").write_text(agreement(), encoding="utf-8")
    for name, text in reports(count, seed):
        path = folder / "reports" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def _sentence(rng: random.Random, published: date) -> str:
    p, q = rng.sample(sorted(PARTIES.values()), 2)
    day = published - timedelta(days=rng.randrange(0, 3))
    later = published + timedelta(days=rng.randrange(3, 20))
    return rng.choice(FRAMES).format(
        p=p, q=q, z=rng.choice(ZONES), day=f"{day.day} {day:%B}", later=f"{later.day} {later:%B}"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    print(write(given.folder, given.reports, given.seed))
