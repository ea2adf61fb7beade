"""A case with odd content: hostile words in every field that a person may fill, long names, right-to-left writing,
several parties, undated reports, a zone without words; for the tests that look at every page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from servanda.case import Case, open_case, take_in

EVIL = "</title><script>alert(1)</script><img src=x onerror=alert(2)>\"'{{7*7}}"
LONG = "Transitional Federal Government of the Democratic and Popular Republic of the Lower Valley and its Islands"
RTL = "جبهة الشمال للتحرير"
DAYS = "as_of=2024-06-01&known_at=2024-06-01"
LONG_TERM = "4.2.1-withdrawal-of-heavy-weapons-from-the-bridge-and-from-its-eastern-approaches"


def odd_case(root: Path) -> Case:
    """Write the case and read it."""
    for folder in ("reports", "claims", "map"):
        (root / folder).mkdir(parents=True)
    _json(root / "agreement.yaml", _agreement())
    _json(root / "sources.yaml", {"wire": {"name": f"Wire {EVIL}", "kind": "agency", "domains": ["wire.example"]}})
    _json(
        root / "coverage.yaml",
        [{"observer": f"Mission {EVIL}", "zone": "valley", "from": "2024-04-01", "until": "2024-04-09"}],
    )
    _json(root / "map" / "coast.geojson", _coast())
    _json(root / "claims" / "own.yaml", {"claims": [_claim()]})
    reports = {
        "evil.md": f"---\ntitle: {json.dumps(EVIL)}\nsource: {json.dumps(f'Wire {EVIL}')}\nauthor: {json.dumps(EVIL)}\n"
        "published: 2024-04-02\nurl: javascript:alert(9)\n---\n"
        f"The Alliance has withdrawn all its forces from the bridge, the government said on 2 April 2024. {EVIL}\n\n"
        f"Alliance forces shelled the camp on 28 March 2024, {EVIL} said. It is not known how many {EVIL} were hurt.\n",
        "<b>x&y #1.txt": f'قال متحدث: "لم تنسحب القوات".\n\nThe Front broke the agreement, a resident said. {EVIL}\n',
    }
    for name, text in reports.items():
        (root / "reports" / name).write_text(text, encoding="utf-8")
    (root / "reports" / "bad<script>.pdf").write_bytes(b"no pdf <script>alert(8)</script>")
    opened = open_case(root)
    with opened.ledger() as ledger:
        take_in(opened, ledger)
    return opened


def _json(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")  # JSON is YAML too


def _agreement() -> dict[str, Any]:
    return {
        "servanda": 1,
        "id": "odd",
        "title": f"Framework Agreement on the Cessation of Hostilities, Withdrawal and Return {EVIL} {RTL}",
        "signed": "2024-03-01",
        "in_force": "2024-03-05T00:00:00+02:00",
        "timezone": "Africa/Khartoum",
        "actors": {
            "government": {"name": LONG, "role": "signatory", "aliases": ["the government", EVIL]},
            "alliance": {"name": f"Alliance {EVIL}", "role": "signatory", "aliases": ["the Alliance", "Alliance"]},
            "front": {"name": RTL, "role": "signatory", "aliases": ["the Front"]},
            "guard": {"name": f"Guard {EVIL}", "role": "bound", "under": "front", "basis": EVIL},
        },
        "zones": {
            "valley": {"name": "Lower Valley", "geometry": {"point": [31.0, 13.0], "radius_km": 80}},
            "bridge": {
                "name": f"Bridge of the Two Sisters of Um Durra and its eastern approaches {EVIL}", "aliases": ["the bridge"],
                "within": "valley", "geometry": {"point": [31.1, 13.1], "radius_km": 2},
            },
            "camp": {"name": f"{RTL} ", "aliases": ["the camp"], "within": "valley",
                     "geometry": {"point": [31.12, 13.1], "radius_km": 2}},
        },
        "terms": {
            "1-ceasefire": {
                "article": EVIL, "says": f"All sides refrain from attacks {EVIL}", "norm": "prohibition",
                "bearer": ["government", "alliance", "front"], "act": "attack", "zone": "valley",
            },
            LONG_TERM: {
                "says": f"{RTL} {EVIL} " + "The Alliance leaves the bridge within thirty days. " * 6, "norm": "obligation",
                "bearer": ["alliance"], "toward": ["government"], "act": "withdraw", "zone": "bridge",
                "due": {"within": "P30D", "of": "in-force", "base_day": "excluded"}, "may_extend": ["government"],
            },
            "6-open": {"norm": "obligation", "bearer": ["front"], "act": "open-route", "window": "P30D"},
        },
        "texts": {"rival": {"title": EVIL, "terms": {LONG_TERM: {"due": {"by": "2024-03-20"}}}}},
        "unmodelled": [{"article": EVIL, "says": EVIL, "concerns": ["1-ceasefire"]}],
    }  # fmt: skip


def _claim() -> dict[str, Any]:
    return {
        "quote": f"{RTL} {EVIL}", "act": "withdraw", "actors": ["alliance"], "zone": "bridge", "polarity": "negated",
        "when": "2024-04-08", "speaker": {"name": EVIL, "kind": "witness"}, "source": f"Diary {EVIL}",
        "published": "2024-04-09", "quantity": {"what": EVIL, "low": 2, "high": 3},
    }  # fmt: skip


def _coast() -> dict[str, Any]:
    line = {"type": "LineString", "coordinates": [[30, 12], [32, 14]]}
    return {
        "type": "FeatureCollection",
        "convention": f"coast {EVIL}",
        "features": [{"type": "Feature", "geometry": line, "properties": {"name": EVIL}}],
    }
