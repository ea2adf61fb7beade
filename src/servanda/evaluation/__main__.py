"""Print one table of how well and how fast is read.

    python -m servanda.evaluation [--only times,acts,factuality,agreement,claims,speed] [--data DIR] [--json] [--worst N]
                                  [--annotator first|second] [--reader grammar|llm --endpoint URL --model NAME]

Data that others made is looked for in --data, else in SERVANDA_SHARED_DATA, else in shared/data beside the checkout;
what is missing is skipped, and the table says so. Exit code 0 whatever the scores, 2 for wrong use.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from servanda.errors import ServandaError
from servanda.evaluation.annotators import agreement_rows
from servanda.evaluation.claims import Reader, grammar
from servanda.evaluation.gold import ANNOTATORS
from servanda.evaluation.gold_score import gold_rows, worst
from servanda.evaluation.row import Row, printed
from servanda.evaluation.speed import speed_rows
from servanda.evaluation.standard import STANDARD

PARTS = (*STANDARD, "agreement", "claims", "speed")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is asked for and print it. Returns the exit code."""
    options = _options(arguments)
    try:
        reader = _reader(options)
        rows = measured(options.only, options.data, reader, options.reader, options.spacy, options.annotator)
        listed = worst(options.worst, reader) if options.worst else []
    except ServandaError as error:
        print(error, file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps({"rows": [r.plain() for r in rows], "worst": [asdict(w) for w in listed]}, indent=1))
        return 0
    print(printed(rows))
    for number, item in enumerate(listed, start=1):
        print(f"\n{number}. {item.report}: {item.text}")
        print("\n".join(f"   {told}" for told in item.wrong))
    return 0


def measured(
    only: Sequence[str],
    data: Path | None,
    reader: Reader = grammar,
    name: str = "grammar",
    model: str | None = None,
    annotator: str | None = None,
) -> list[Row]:
    """The rows of the parts asked for. Another reader than the grammar gives claims, and is measured by these alone."""
    rows: list[Row] = []
    for part in only:
        if part == "claims":
            rows += gold_rows(reader, name, annotator)
        elif part == "agreement":
            rows += agreement_rows()
        elif name != "grammar":
            rows.append(Row(part, "-", "all", skipped=f"the reader {name} gives claims only"))
        else:
            rows += speed_rows(data, model) if part == "speed" else STANDARD[part](data)
    return rows


def data_folder() -> Path | None:
    """Where the data for development lies, or None."""
    named = os.environ.get("SERVANDA_SHARED_DATA")
    folder = Path(named) if named else Path(__file__).resolve().parents[4] / "shared" / "data"
    return folder if folder.is_dir() else None


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m servanda.evaluation", description="How well and how fast is read.")
    parser.add_argument("--only", type=_parts, default=PARTS, help=f"some of {','.join(PARTS)}")
    parser.add_argument("--data", type=Path, default=data_folder(), help="the folder of data that others made")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="list the N worst sentences of the dev half")
    parser.add_argument(
        "--annotator", choices=ANNOTATORS, help="score claims by what one annotator found, before it was decided"
    )
    parser.add_argument("--reader", choices=("grammar", "llm"), default="grammar")
    parser.add_argument("--endpoint", help="for --reader llm: the address of the server, for example http://localhost:8080/v1")
    parser.add_argument("--model", help="for --reader llm: the model's name on that server")
    parser.add_argument("--spacy", metavar="NAME", help="measure speed with this installed spaCy model")
    return parser.parse_args(arguments)


def _parts(text: str) -> tuple[str, ...]:
    parts = tuple(p.strip() for p in text.split(","))
    wrong = [p for p in parts if p not in PARTS]
    if wrong:
        raise argparse.ArgumentTypeError(f"no part {wrong[0]!r}; allowed: {', '.join(PARTS)}")
    return parts


def _reader(options: argparse.Namespace) -> Reader:
    if options.reader == "grammar":
        return grammar
    from servanda.reading.llm import Endpoint, read_with

    endpoint = Endpoint.of(options.endpoint, options.model)
    return lambda report, agreement: read_with(endpoint, report, agreement).claims


if __name__ == "__main__":
    sys.exit(main())
