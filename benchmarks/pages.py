"""How long the report page and the web app's pages take on a large case.

    python -m benchmarks.pages [--claims 1000,10000] [--clients 20] [--asks 10] [--json]

Cases with an invented event table that gives at least so many claims are made and read. Measured: the answer and the
report page (seconds, bytes), the very first page of an app started after a run, pages for days that nobody has asked
for (overview and a term's; the first while the case is loaded, later ones when it is), and, under so many clients at
once, each page's time in milliseconds (p50, p95). The app is served on this machine's loopback, in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.events import write_events

DAY = date(2016, 4, 30)
TERM = "/terms/1-hostilities"
PAGES = ("/", "/terms", TERM, f"{TERM}/why", "/terms/2-territory", "/reports", "/checks", "/search?q=aleppo")


def made(folder: Path, claims: int) -> tuple[Any, Any, float]:
    """A case with at least so many claims, its answer and the seconds to find it; rows are added until there are enough."""
    from servanda.case import ask, open_case, take_in

    count = max(50, claims)
    while True:
        case = open_case(write_events(folder, count))
        with case.ledger() as ledger:
            take_in(case, ledger)
        start = time.process_time()
        answer = ask(case, DAY, DAY)
        assert answer.findings.terms
        assert answer.findings.checks is not None
        spent = time.process_time() - start
        found = len(answer.evidence.testimonies)
        if found >= claims:
            return case, answer, spent
        count = int(count * claims / max(1, found) * 1.05) + 10


def report_page(case: Any, answer: Any) -> dict[str, Any]:
    """Seconds and bytes of the report page."""
    from servanda.case import write_report

    start = time.process_time()
    path = write_report(case, answer)
    return {"report_page_s": round(time.process_time() - start, 2), "report_page_bytes": path.stat().st_size}


def timed(address: str) -> float:
    """Milliseconds of one request, the body read."""
    start = time.perf_counter()
    with urllib.request.urlopen(address, timeout=120) as answer:
        answer.read()
    return (time.perf_counter() - start) * 1000


def served(folder: Path, clients: int, asks: int) -> dict[str, Any]:
    """Times of pages from a served app: the very first, those for days that nobody asked for, then under clients."""
    subprocess.run([sys.executable, "-m", "servanda", "run", str(folder)], check=True, stdout=subprocess.DEVNULL)
    command = [sys.executable, "-m", "servanda", "serve", str(folder), "--port", "0", "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            base = server.stdout.readline().split()[-1].rstrip("/")
            out: dict[str, Any] = {"first_page_ms": round(timed(f"{base}/")), **unasked(base)}
            rows = {}
            with ThreadPoolExecutor(clients) as pool:
                for page in PAGES:
                    address = f"{base}{page}{'&' if '?' in page else '?'}{days(DAY, DAY)}"
                    first = timed(address)
                    times = sorted(pool.map(timed, [address] * clients * asks))
                    p95 = times[int(len(times) * 0.95) - 1]
                    rows[page] = {"first_ms": round(first), "p50_ms": round(statistics.median(times)), "p95_ms": round(p95)}
        finally:
            server.terminate()
    return {**out, "pages": rows}


def unasked(base: str) -> dict[str, int]:
    """Milliseconds of pages for days that nobody has asked for: while the case is loaded, and when it is.

    `other_known`: another day of knowledge; `other_day`: the same knowledge, another day; `beside`: a page that was
    drawn before, asked for while one of other days is being made.
    """
    out = {"loading_ms": timed(f"{base}/?{days(DAY, DAY)}"), "term_ms": timed(f"{base}{TERM}?{days(DAY, DAY)}")}
    known, day = DAY - timedelta(days=11), DAY - timedelta(days=20)
    out["other_known_ms"] = timed(f"{base}/?{days(known, known)}")
    out["other_known_term_ms"] = timed(f"{base}{TERM}?{days(known, known)}")
    out["other_day_ms"] = timed(f"{base}/?{days(day, known)}")
    out["other_day_term_ms"] = timed(f"{base}{TERM}?{days(day, known)}")
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(timed, f"{base}{TERM}?{days(day, day)}")
        time.sleep(0.05)
        out["beside_ms"] = timed(f"{base}/?{days(DAY, DAY)}")
        slow.result()
    return {name: round(value) for name, value in out.items()}


def days(as_of: date, known_at: date) -> str:
    """The two days as an address has them."""
    return f"as_of={as_of}&known_at={known_at}"


def measured(claims: int, clients: int, asks: int) -> dict[str, Any]:
    """All figures of one size."""
    with tempfile.TemporaryDirectory() as scratch:
        case, answer, spent = made(Path(scratch) / "generated", claims)
        return {
            "reports": len(answer.knowledge.reports),
            "claims": len(answer.evidence.testimonies),
            "answer_s": round(spent, 2),
            **report_page(case, answer),
            **served(case.root, clients, asks),
        }


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", default="1000,10000", help="sizes, with commas between")
    parser.add_argument("--clients", type=int, default=20)
    parser.add_argument("--asks", type=int, default=10, help="requests of each client and page")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    found = [measured(int(size), given.clients, given.asks) for size in given.claims.split(",")]
    if given.json:
        print(json.dumps(found, indent=1))
        return
    for name in found[0]:
        if name != "pages":
            print(f"{name:22}" + "".join(f"{one[name]:14,}" for one in found))
    for one in found:
        print(f"{'page':24} first ms   p50 ms   p95 ms   ({given.clients} clients, {one['claims']:,} claims)")
        for page, row in one["pages"].items():
            print(f"{page:24} {row['first_ms']:8} {row['p50_ms']:8} {row['p95_ms']:8}")


if __name__ == "__main__":
    main()
