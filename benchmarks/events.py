"""Write a case of any size whose evidence is an event table: invented rows with the columns of UCDP GED, one an event.

Invariant: the same number of rows gives the same files, and the first rows do not depend on how many follow.
"""

from __future__ import annotations

import csv
import random
import shutil
from datetime import date, timedelta
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "syria-2016"
FIRST, DAYS = date(2016, 2, 20), 70
SIDES = (
    "Government of Syria",
    "Syrian insurgents",
    "Free Syrian Army",
    "Jaysh al-Islam",
    "Ahrar al-Sham",
    "Rahman Corps",
    "Jabhat al-Nusra",
    "Islamic State",
    "Government of Russia",
)
PLACES = (
    ("Aleppo Governorate", 36.2, 37.15),
    ("Idlib Governorate", 35.8, 36.6),
    ("Hamah Governorate", 35.1, 36.9),
    ("Homs Governorate", 34.4, 37.8),
    ("Daraa Governorate", 32.85, 36.1),
    ("Latakia Governorate", 35.6, 36.0),
)


def write_events(folder: Path, rows: int) -> Path:
    """The case `syria-2016` with so many invented rows as its only table; returns the folder."""
    (folder / "events").mkdir(parents=True, exist_ok=True)
    shutil.copyfile(EXAMPLE / "agreement.yaml", folder / "agreement.yaml")
    with (EXAMPLE / "events" / "sample_ged.csv").open(encoding="utf-8", newline="") as sample:
        model = list(csv.DictReader(sample))
    with (folder / "events" / "generated_ged.csv").open("w", encoding="utf-8", newline="") as out:
        table = csv.DictWriter(out, fieldnames=list(model[0]))
        table.writeheader()
        for number in range(rows):
            table.writerow({**model[number % len(model)], **_event(number)})
    return folder


def _event(number: int) -> dict[str, str]:
    """What differs from row to row."""
    choose = random.Random(f"event {number}")
    day = FIRST + timedelta(days=choose.randrange(DAYS))
    one, other = choose.sample(SIDES, 2)
    place, north, east = choose.choice(PLACES)
    north, east = round(north + choose.uniform(-0.2, 0.2), 3), round(east + choose.uniform(-0.2, 0.2), 3)
    dead = [choose.randrange(4) for _ in range(3)]
    return {
        "id": str(1_000_000 + number),
        "type_of_violence": "1",
        "dyad_name": f"{one} - {other}",
        "side_a": one,
        "side_b": other,
        "source_article": f'"Invented Monitor,{day},Clash number {number}"',
        "source_date": str(day),
        "source_headline": f"Clash number {number}",
        "where_coordinates": f"Place {number % 400}",
        "adm_1": place,
        "latitude": str(north),
        "longitude": str(east),
        "geom_wkt": f"POINT ({east} {north})",
        "date_start": str(day),
        "date_end": str(day),
        "deaths_a": str(dead[0]),
        "deaths_b": str(dead[1]),
        "deaths_civilians": "0",
        "deaths_unknown": str(dead[2]),
        "low": str(sum(dead)),
        "best": str(sum(dead)),
        "high": str(sum(dead) + 2),
    }
