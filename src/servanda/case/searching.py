"""Search over reports and claims: SQLite FTS5, in memory.

Invariant: the index is made of what was known at K and lives beside the ledger, never in it; words of a query are
words, never operators.
"""

from __future__ import annotations

import re
import sqlite3
import threading
from dataclasses import dataclass

from servanda.case.knowledge import Knowledge

_MARK = ("\x02", "\x03")
LIMIT = 50


@dataclass(frozen=True, slots=True)
class Hit:
    """One find: a report, or a claim in it. `snippet` is pairs of (text, whether it is what was sought)."""

    kind: str
    report: str
    claim: str | None
    title: str
    snippet: tuple[tuple[str, bool], ...]


class Index:
    """Texts of reports and quotes of claims, ready to be searched; may be asked from several threads."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._lock = threading.Lock()
        self._db = sqlite3.connect(":memory:", check_same_thread=False)
        self._db.execute(
            "CREATE VIRTUAL TABLE found USING fts5(kind UNINDEXED, report UNINDEXED, claim UNINDEXED, title, body, "
            'tokenize = "unicode61 remove_diacritics 2")'
        )
        rows: list[tuple[str, str, str | None, str, str]] = []
        for path, report in sorted(knowledge.reports.items()):
            rows.append(("report", path, None, report.title or path, _clean(report.text)))
        titles = {p: r.title or p for p, r in knowledge.reports.items()}
        rows += [("claim", c.report, c.id, titles.get(c.report, c.report), _clean(c.quote)) for c in knowledge.claims]
        self._db.executemany("INSERT INTO found VALUES (?, ?, ?, ?, ?)", rows)

    def search(self, words: str, limit: int = LIMIT, kind: str | None = None) -> list[Hit]:
        """The best finds for all the words; the last may be the beginning of a word. "Words in quotes" stand so."""
        query = expression(words)
        if not query:
            return []
        where = " AND kind = ?" if kind else ""
        sql = (
            "SELECT kind, report, claim, title, snippet(found, 4, ?, ?, ' … ', 28) FROM found "
            f"WHERE found MATCH ?{where} ORDER BY bm25(found, 0, 0, 0, 2.0, 1.0), report, claim LIMIT ?"
        )
        given = (*_MARK, query, *([kind] if kind else []), max(1, min(limit, 200)))
        with self._lock:
            rows = self._db.execute(sql, given).fetchall()
        return [Hit(r[0], r[1], r[2], r[3], _parts(r[4])) for r in rows]

    def close(self) -> None:
        """Give the memory back."""
        self._db.close()


def expression(words: str) -> str:
    """An FTS5 expression in which every word or quoted phrase is a string: no operator, no column filter."""
    found = re.findall(r'"([^"]*)"|(\S+)', words[:500].replace("\x00", " "))
    terms = [(phrase or word).replace('"', " ").strip() for phrase, word in found]
    terms = [t for t in terms if re.search(r"\w", t)][:24]
    if not terms:
        return ""
    last = "" if words.rstrip().endswith('"') else "*"
    quoted = [f'"{t}"' for t in terms]
    return " ".join([*quoted[:-1], quoted[-1] + last])


def _clean(text: str) -> str:
    return text.replace(_MARK[0], " ").replace(_MARK[1], " ").replace("\x00", " ")


def _parts(text: str) -> tuple[tuple[str, bool], ...]:
    out: list[tuple[str, bool]] = []
    for piece in re.split(r"(\x02[^\x03]*\x03)", re.sub(r"\s+", " ", text)):
        if piece:
            marked = piece.startswith(_MARK[0])
            out.append((piece.strip(_MARK[0] + _MARK[1]) if marked else piece, marked))
    return tuple(out)


def plain_snippet(hit: Hit) -> str:
    """The snippet without its marks."""
    return "".join(text for text, _ in hit.snippet)


__all__ = ["Hit", "Index", "expression", "plain_snippet"]
