"""A calendar of deadlines (RFC 5545): one event a term, with alarms, that moves when the date moves.

Invariant: an event's UID never changes; SEQUENCE counts the days of knowledge, so that what is exported at a later K
replaces what was exported before, whatever became of the date; DTSTAMP is the end of the day K in UTC. The same
knowledge gives the same bytes. Days are whole days (VALUE=DATE) of the agreement's time zone. A date that no longer
holds is an event CANCELLED, not one left out.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from servanda.outputs.citing import citable
from servanda.outputs.dossier import Dossier
from servanda.outputs.wording import long_day, needs_review_mark, shown

_EPOCH = date(2000, 1, 1)
ALARMS = (timedelta(days=-14), timedelta(days=-3), timedelta(days=-1))


def calendar(dossier: Dossier) -> bytes:
    """The calendar: every term that has a date, or had one."""
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
    sequence = max(0, (found.known_at - _EPOCH).days)
    for term in found.terms:
        due = term.due or term.original_due
        if due is None:
            continue
        text = agreement.terms[term.id]
        event = icalendar.Event()
        event.add("uid", f"{term.id}@{agreement.id}.servanda")
        event.add("sequence", sequence)
        event.add("dtstamp", stamp)
        event.add("last-modified", stamp)
        event.add("dtstart", due)
        event.add("dtend", due + timedelta(days=1))
        bound = text.due.bound if text.due else "by"
        review = ", machine-read, unreviewed" if needs_review_mark(term.compliance, term.reviewed) else ""
        event.add("summary", f"{term.id}: due {bound} this day ({shown(term.status)}{review})")
        first = f" First due {long_day(term.original_due)}." if term.original_due != due else ""
        event.add(
            "description",
            f"{text.says or ''}{first}\n{citable(dossier.status(term.id), agreement, dossier.document)}".strip(),
        )
        event.add("categories", [term.norm, shown(term.status)])
        event.add("transp", "TRANSPARENT")
        event.add("status", "CANCELLED" if term.force == "ended" or term.due is None else "CONFIRMED")
        if term.due and term.compliance == "pending" and term.force == "in-force":
            for before in ALARMS:
                alarm = icalendar.Alarm()
                alarm.add("action", "DISPLAY")
                alarm.add("description", f"{term.id} falls due on {long_day(due)}")
                alarm.add("trigger", before)
                event.add_component(alarm)
        out.add_component(event)
    made: bytes = out.to_ical()
    return made
