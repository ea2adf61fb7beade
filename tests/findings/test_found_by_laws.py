"""What the laws once found broken, small."""

from __future__ import annotations

from datetime import date

from hand import HAJIYEV, PASHINYAN, case, says, with_term
from strategies import MONITOR

from servanda.findings.explain import replay

ROUTES = '''
  routes: {norm: prohibition, bearer: [azerbaijan], act: block-route, until: 2020-11-15, renewal: P10D, may_terminate: [azerbaijan]}
  bodies: {norm: obligation, bearer: [armenia], toward: [azerbaijan], act: return-bodies, due: {by: 2020-11-09}, every: P7D}
  roads: {norm: prohibition, bearer: [armenia], act: lay-mines, may_suspend: [azerbaijan]}
'''  # fmt: skip


def test_consent_without_a_day_does_not_carry_a_later_day_back() -> None:
    vague = says("extend-deadline", "azerbaijan", on=("11-04", "11-21"), said="11-21", by=HAJIYEV, zone="kalbajar")
    late = says("extend-deadline", "azerbaijan", said="11-26", by=HAJIYEV, zone="kalbajar", new_due=date(2020, 11, 8), start=90)
    one, two = case(vague).term("6-kalbajar", "11-22", "12-30"), case(vague, late).term("6-kalbajar", "11-22", "12-30")
    assert (one.status, one.due) == (two.status, two.due) == ("overdue", date(2020, 11, 15))


def test_a_notice_that_stops_a_renewal_is_cited() -> None:
    notice = says("notify-termination", "azerbaijan", said="11-20", by=HAJIYEV, new_due=date(2020, 12, 30))
    made = case(notice, agreement=with_term(ROUTES))
    found = made.term("routes", "12-02")
    assert (found.status, found.because) == ("ended", (notice.id,))
    assert made.term("routes", "11-25").status == "holding"


def test_what_performed_the_round_before_is_cited() -> None:
    done = says("return-bodies", "armenia", on="11-03", by=MONITOR, report="bulletin/1.txt")
    other = says("enter", "azerbaijan", on="11-03", by=PASHINYAN)
    made = case(done, other, agreement=with_term(ROUTES))
    found = made.term("bodies", "11-11", "12-30")
    assert (found.status, found.due, found.because) == ("pending", date(2020, 11, 16), (done.id,))
    assert replay(made.agreement, made.evidence(), "bodies", date(2020, 11, 11)).due == found.due


def test_a_second_word_gives_a_suspension_its_end_and_changes_nothing_before() -> None:
    open_ = says("suspend", "azerbaijan", said="11-12", by=HAJIYEV, zone=None, about=None)
    ends = says("suspend", "azerbaijan", said="11-18", by=HAJIYEV, new_due=date(2020, 11, 22), start=90)
    made = case(open_, ends, agreement=with_term(ROUTES))
    words = [made.term("roads", f"11-{d}", "12-30").status for d in (11, 12, 17, 22, 23)]
    assert words == ["holding", "suspended", "suspended", "suspended", "holding"]


def test_consent_without_a_day_takes_none_from_a_stranger() -> None:
    vague = says("extend-deadline", "azerbaijan", said="11-14", by=HAJIYEV, zone="kalbajar")
    alleged = says("extend-deadline", "russia", said="11-12", modality="alleged", zone="kalbajar", new_due=date(2020, 11, 28))
    found = case(vague, alleged).term("6-kalbajar", "11-14")
    assert (found.status, found.due) == ("pending", date(2020, 11, 15))


def test_the_date_of_a_term_that_waits_is_cited() -> None:
    extra = "\n  answer: {norm: obligation, bearer: [russia], act: verify, from: 2020-11-20, due: {within: P3D, of: 1-ceasefire.breached}}\n"
    shot = says("attack", "armenia", on="11-12", by=MONITOR, zone="hadrut", report="bulletin/1.txt")
    found = case(shot, agreement=with_term(extra)).term("answer", "11-13")
    assert (found.status, found.due, found.because) == ("inchoate", date(2020, 11, 15), (shot.id,))
