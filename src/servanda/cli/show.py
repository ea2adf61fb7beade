"""Answers on a terminal: tables and sentences for people; colour only where it is a terminal.

Invariant: text from reports and agreements is never read as markup.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from servanda.outputs.wording import UNREVIEWED, needs_review_mark, shown

if TYPE_CHECKING:
    from servanda.case import Answer, Changed, Checked, Due
    from servanda.findings.explain import Explanation
    from servanda.findings.finding import TermFinding
    from servanda.outputs.status_table import StatusTable

_STYLES = {
    "fulfilled": "green", "fulfilled-late": "green", "holding": "green", "restored": "yellow",
    "breached": "bold red", "disputed": "bold magenta", "overdue": "yellow", "partly-fulfilled": "yellow",
    "pending": "cyan", "open": "cyan",
}  # fmt: skip


def console() -> Console:
    """A console on standard output; plain where that is no terminal."""
    return Console(highlight=False, markup=False, soft_wrap=not sys.stdout.isatty(), width=None if sys.stdout.isatty() else 110)


def dump(value: Any) -> None:
    """One JSON document on standard output and nothing else."""
    sys.stdout.write(document(value))


def document(value: Any) -> str:
    """A JSON document as it is printed."""
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"


def status_table(table: StatusTable) -> None:
    """The table of terms, then what is unknown, set aside and unread."""
    out = console()
    out.print(Text(f"{table.title}\n", style="bold").append(table.clocks, style="not bold"))
    drawn = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("term", "status", "due", "evidence", "flags"):
        drawn.add_column(name, overflow="fold")
    for row in table.rows:
        status = Text(row.status, style=_STYLES.get(row.word, ""))
        drawn.add_row(Text(row.term), status, Text(row.due), Text(row.evidence), Text(row.flags))
    out.print(drawn)
    for line in table.closing:
        out.print(Text(line))


_ASIDE_SHOWN = 8
_REASONS_SHOWN = 12


def explanation(answer: Answer, reasons: Explanation) -> None:
    """Rules, steps, quoted claims, what was set aside, what would change it."""
    out = console()
    found = reasons.finding
    mark = f" ({UNREVIEWED})" if needs_review_mark(found.compliance, found.reviewed) else ""
    out.print(Text(f"{found.id}: {shown(found.status)}, {shown(found.epistemic)}{mark}", style="bold"))
    out.print(Text(f"as of {reasons.as_of}, as known at {reasons.known_at}"))
    says = answer.agreement.terms[found.id].says
    if says:
        out.print(Text(f"“{says}”", style="italic"))
    for step in reasons.steps:
        out.print(Text(f"  {step}"))
    out.print()
    timeline(answer, [found.id], out)
    _quotes(out, "Claims that decide", found.because, answer)
    _aside(out, found, answer)
    if reasons.would_change:
        out.print(Text("\nWhat would change it", style="bold"))
        for line in reasons.would_change:
            out.print(Text(f"  {line}"))
    survives = "survives" if reasons.survives else f"does not survive: it would be {shown(reasons.without_parties)}"
    out.print(Text(f"\nWithout any party's word the status {survives}."))
    out.print(Text("\nRules", style="bold"))
    for number, sentence in reasons.rules:
        out.print(Text(f"  {number}  {sentence}"))


def timeline(answer: Answer, terms: list[str] | None = None, out: Console | None = None) -> None:
    """The bands of status over the days, as lines of text."""
    from servanda.case.dossiers import dossier_of
    from servanda.outputs.pictures.terminal import terminal

    wanted = terms if terms is not None else [t.id for t in answer.findings.terms]
    room = (out or console()).width - max((len(t) for t in wanted), default=4) - 34
    for line in terminal(dossier_of(answer), max(24, min(72, room)), wanted):
        (out or console()).print(Text(line, style="dim"))


def checks(checked: Checked) -> None:
    """The verdicts on a text's breach claims."""
    out = console()
    if not checked.checks:
        out.print(Text(f"{checked.read} claim(s) read; none says that somebody broke the agreement."))
    by_id = {t.id: t.claim for t in checked.evidence.testimonies}
    for item in checked.checks:
        now = f"; now: {item.now}" if item.now else ""
        term = f" [{item.term}]" if item.term else ""
        out.print(Text(f"{item.verdict}{now}{term}", style="bold"))
        out.print(Text(f"  “{by_id[item.claim].quote}”"))
        out.print(Text(f"  {item.why}"))
        for key in item.because[:4]:
            if key in by_id and key != item.claim:
                out.print(Text(f"    because “{by_id[key].quote}” ({by_id[key].report})", style="dim"))


def change_list(changed: Changed) -> None:
    """What is different, and why."""
    out = console()
    before, after = changed.before.findings, changed.after.findings
    out.print(Text(f"{before.as_of} -> {after.as_of}, each as then known", style="bold"))
    if not changed.changes:
        out.print(Text("nothing changed"))
    for c in changed.changes:
        step = f"{shown(c.before)} -> {shown(c.after)}" if c.before else f"+ {shown(c.after)}"
        out.print(Text(f"  {c.term}  {c.what}: {step if c.after else f'- {shown(c.before)}'}  ({c.why})"))


def due_list(due: Due) -> None:
    """What falls due, nearest first."""
    out = console()
    found = due.answer.findings
    out.print(Text(f"as of {found.as_of}, as known at {found.known_at}", style="bold"))
    if not due.items:
        out.print(Text("nothing falls due in that time"))
    for item in due.items:
        when = f"in {item.days} days" if item.days > 0 else "today" if item.days == 0 else f"{-item.days} days ago"
        out.print(Text(f"  {item.due}  {when:>14}  {item.term}  {shown(item.status)}"))


def _quotes(out: Console, title: str, claims: tuple[str, ...], answer: Answer) -> None:
    if claims:
        out.print(Text(f"\n{title}", style="bold"))
    by_origin: dict[str, list[tuple[int, str]]] = {}
    for key in claims:
        item = answer.evidence.of(key)
        if item is not None:
            by_origin.setdefault(item.origin, []).append((-len(item.claim.quote), key))
    for same in by_origin.values():
        _quote(out, min(same)[1], answer, None)  # the fullest words stand for their origin
        if len(same) > 1:
            out.print(Text(f"      and {len(same) - 1} more of the same origin", style="dim"))


def _aside(out: Console, found: TermFinding, answer: Answer) -> None:
    """What was set aside: each claim with its reason, or, where there are many, each reason with how many and from when."""
    if found.set_aside:
        out.print(Text("\nSet aside", style="bold"))
    if len(found.set_aside) <= _ASIDE_SHOWN:
        for item in found.set_aside:
            _quote(out, item.claim, answer, item.why)
        return
    by_reason: dict[str, list[str]] = {}
    for item in found.set_aside:
        by_reason.setdefault(item.why, []).append(item.claim)
    ordered = sorted(by_reason.items(), key=lambda p: (-len(p[1]), p[0]))
    for why, claims in ordered[:_REASONS_SHOWN]:
        told = [t.claim for c in claims if (t := answer.evidence.of(c)) is not None]
        days = [d for c in told for d in (c.when.earliest, c.when.latest) if d is not None]
        span = (f", of {min(days)}" + (f" to {max(days)}" if max(days) > min(days) else "")) if days else ""
        out.print(Text(f"  {why}: {len(claims)} claim{'s' if len(claims) > 1 else ''}{span}"))
        if told:
            example = min(told, key=lambda c: (c.report, c.start, c.id))
            out.print(Text(f"      for example “{example.quote}” ({example.id})", style="dim"))
    if len(ordered) > _REASONS_SHOWN:
        left = sum(len(c) for _, c in ordered[_REASONS_SHOWN:])
        out.print(Text(f"  and {left} more for other reasons; --json and the report page list all"))


def _quote(out: Console, key: str, answer: Answer, why: str | None) -> None:
    item = answer.evidence.of(key)
    if item is None:
        return
    speaker = item.chain[0]
    who = speaker.name or (item.carrier.name if speaker.kind == "outlet" else "") or speaker.kind
    side = answer.agreement.actors.get(speaker.actor or "")
    actor = f" for {side.name}" if side is not None and side.name != who else ""
    out.print(Text(f"  “{item.claim.quote}”"))
    out.print(Text(f"      {who}{actor}; {item.claim.report}; grade {item.grade}, origin {item.origin}, {key}", style="dim"))
    if why:
        out.print(Text(f"      {why}", style="dim"))


def readout_lines(result: dict[str, Any]) -> None:
    """What was read in a text, a line each."""
    out = console()
    out.print(Text(f"{len(result['sentences'])} sentences, published {result['published'] or 'unknown'}", style="bold"))
    for name in ("times", "attributions", "acts"):
        out.print(Text(f"\n{name}", style="bold"))
        for item in result[name]:
            out.print(Text("  " + _readout_line(name, item)))


def _readout_line(name: str, item: dict[str, Any]) -> str:
    if name == "times":
        return f"{item['text']!r}: {item['value']} ({item['earliest'] or '…'} to {item['latest'] or '…'}, {item['basis']})"
    if name == "attributions":
        who = f"{item['source']['text'] or 'unnamed'!r} ({item['source']['kind']})"
        return f"{who} {item['cue']['text']!r}: {item['content']['text']!r}"
    who = ", ".join(item["source"]) or "somebody"
    where = f" in {item['zone']}" if item["zone"] else ""
    return f"{item['text']!r}: {item['act']} by {who}{where}, {item['polarity']}, {item['modality']}"
