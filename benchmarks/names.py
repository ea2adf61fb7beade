"""Speed of names: 10,000 aliases over made-up news, beside a plain loop over a dictionary of first words.

    python benchmarks/names.py [MEGABYTES]

Prints MB/s (a million code points per second of processor time; the best of three stretches, each read once) for: a
loop that looks up every token in a dictionary of first words and compares what follows (no variants, no folding, no
checks); `Names.scan`, which folds, finds aliases, variants, demonyms and capitals; `Names.find`, which adds offices,
persons, references and guesses.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections.abc import Callable, Sequence

from servanda.agreement.model import Actor, Agreement, Zone
from servanda.reading.names import Names

ALIASES = 10_000
WORDS = re.findall(
    r"\w+",
    """
    the of and to in a that on for was said by with from at it is had were as has an be they their which after
    troops village road villages officials ceasefire agreement monitors shelling withdrew withdrawal reported sunday
    positions line district bridge prisoners weapons talks deadline morning night border convoy checkpoint river
    because during against between residents government army forces ministry spokesman president parties region
    """,
)


def main(megabytes: float = 1.0) -> None:
    """Prints the table."""
    rng = random.Random(7)
    names = sorted({_name(rng) for _ in range(ALIASES * 2)})[:ALIASES]
    rng.shuffle(names)
    half = len(names) // 2
    agreement = Agreement(
        "bench", "bench", None, None, "UTC",
        {f"a{n}": Actor(f"a{n}", name) for n, name in enumerate(names[:half])},
        {f"z{n}": Zone(f"z{n}", name) for n, name in enumerate(names[half:])},
        {},
    )  # fmt: skip
    reports = _reports(rng, names, int(megabytes * 1e6))
    size = sum(map(len, reports)) / 1e6
    registry = Names.of(agreement)
    table = _first_words(names)
    rows: list[tuple[str, Callable[[str], Sequence[object]]]] = [
        ("dictionary of first words", lambda t: _plain(t, table)),
        ("Names.scan", registry.scan),
        ("Names.find", registry.find),
    ]
    print(f"{len(names):,} aliases, {len(reports):,} reports, {size:.2f} MB, one core")
    for label, run in rows:
        stretches = [reports[n::3] for n in range(3)]
        speed = max(sum(map(len, s)) / 1e6 / _timed(run, s) for s in stretches)
        print(f"{label:28} {speed:6.2f} MB/s")


def _timed(run: Callable[[str], Sequence[object]], reports: Sequence[str]) -> float:
    began = time.process_time()
    for report in reports:
        run(report)
    return time.process_time() - began


def _name(rng: random.Random) -> str:
    def word() -> str:
        return "".join(
            rng.choice("bdfghklmnprstvz") + rng.choice("aeiou") for _ in range(rng.randint(2, 4))
        ).capitalize()

    return f"{word()} {word()}" if rng.random() < 0.4 else word()


def _reports(rng: random.Random, names: Sequence[str], length: int) -> list[str]:
    """Reports of some 4,000 letters; one word in 25 begins a name of the case, one in 25 another name."""
    others = [_name(rng) for _ in range(2_000)]
    reports: list[str] = []
    done = 0
    while done < length:
        sentences = []
        while sum(map(len, sentences)) < 4000:
            words = [
                rng.choice(names)
                if (r := rng.random()) < 0.04
                else rng.choice(others)
                if r < 0.08
                else rng.choice(WORDS)
                for _ in range(rng.randint(9, 30))
            ]
            sentences.append(" ".join(words).capitalize() if rng.random() < 0.1 else f"The {' '.join(words)}.")
        reports.append("\n\n".join(" ".join(sentences[i : i + 4]) for i in range(0, len(sentences), 4)))
        done += len(reports[-1])
    return reports


def _first_words(names: Sequence[str]) -> dict[str, list[list[str]]]:
    table: dict[str, list[list[str]]] = {}
    for name in names:
        words = name.split()
        table.setdefault(words[0], []).append(words)
    return table


_TOKEN = re.compile(r"\w+")


def _plain(text: str, table: dict[str, list[list[str]]]) -> list[int]:
    tokens = _TOKEN.findall(text)
    found = []
    for n, token in enumerate(tokens):
        for words in table.get(token, ()):
            if tokens[n : n + len(words)] == words:
                found.append(n)
                break
    return found


if __name__ == "__main__":
    main(*map(float, sys.argv[1:2]))
