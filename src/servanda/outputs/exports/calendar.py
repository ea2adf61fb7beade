"""A calendar of deadlines (RFC 5545): one event a term, with alarms, that moves when the date moves.

Invariant: an event's UID never changes; SEQUENCE counts the changes of its date; DTSTAMP is the end of the day K in
UTC, so that the same knowledge gives the same bytes. Days are whole days (VALUE=DATE) of the agreement's time zone.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from servanda.outputs.citing import citable
from servanda.outputs.dossier import Dossier
from servanda.outputs.wording import long_day, needs_review_mark, shown

ALARMS = (timedelta(days=-14), timedelta(days=-3), timedelta(days=-1))


def calendar(dossier: Dossier) -> bytes:
    """The calendar: every term that has a date."""
    import icalendar

    agreement, found = dossier.agreement, dossier.findings
    zone = ZoneInfo(agreement.timezone)
    stamp = datetime.combine(found.known_at, time(23, 59, 59), zone).astimezone(ZoneInfo("UTC"))
    out = icalendar.Calendar()
    out.add("prodid", "-//Servanda//deadlines//EN")
    out.add("version", "2.0")
    out.add("method", "PUBLISH")
    out.add("x-wr-calname", f"Deadlines: {agreement.title}")
    out.add("x-wr-timezone", agreement.timezone)
    for term in found.terms:
        if term.due is None:
            continue
        text = agreement.terms[term.id]
        moves = [m for m in dossier.explanation(term.id).amendments if m.effective and m.act == "extend-deadline"]
        event = icalendar.Event()
        event.add("uid", f"{term.id}@{agreement.id}.servanda")
        event.add("sequence", len(moves))
        event.add("dtstamp", stamp)
        event.add("dtstart", term.due)
        event.add("dtend", term.due + timedelta(days=1))
        bound = text.due.bound if text.due else "by"
        review = ", machine-read, unreviewed" if needs_review_mark(term.compliance, term.reviewed) else ""
        event.add("summary", f"{term.id}: due {bound} this day ({shown(term.status)}{review})")
        first = f" First due {long_day(term.original_due)}." if term.original_due != term.due else ""
        event.add(
            "description",
            f"{text.says or ''}{first}\n{citable(dossier.statuses[term.id], agreement, dossier.document)}".strip(),
        )
        event.add("categories", [term.norm, term.status])
        event.add("transp", "TRANSPARENT")
        event.add("status", "CANCELLED" if term.force == "ended" else "CONFIRMED")
        if term.compliance == "pending" and term.force == "in-force":
            for before in ALARMS:
                alarm = icalendar.Alarm()
                alarm.add("action", "DISPLAY")
                alarm.add("description", f"{term.id} falls due on {long_day(term.due)}")
                alarm.add("trigger", before)
                event.add_component(alarm)
        out.add_component(event)
    made: bytes = out.to_ical()
    return made
