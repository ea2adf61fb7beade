"""A text may end anywhere: each beginning and each end of a sentence is read, as a headline and as a body."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
from tests.reading.boran import AGREEMENT

from servanda.agreement import loads
from servanda.reading.grammar import Item, read_all
from servanda.reading.names import Names
from servanda.reports.model import Report, Segment

SENTENCES = (
    "Withdrawal of the Front from Kest under fire over its delays, monitors say",
    "Boran accused by the Front of shelling Kest and of not having left Dolan by 20 March",
    "The Front, which was to leave Kest by Sunday, has not, said the Joint Watch, nor did it say when it would",
    'Boran: "We left Dolan, they did not", and it was so, said residents who had been there since the truce began',
    "Neither Boran nor the Front had opened the road to Kest, closed since January, or freed those held in Dolan",
    "What Boran calls a withdrawal took four days, but five posts are left in Kest, none of them empty",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_text_may_end_anywhere(sentence: str) -> None:
    agreement, words = loads(AGREEMENT), sentence.split()
    names = Names.of(agreement)
    texts = [" ".join(part) for cut in range(1, len(words)) for part in (words[:cut], words[cut:])]
    items = [Item(report, agreement, names) for text in texts for report in (_report(text, headed=h) for h in (False, True))]
    for item, reading in zip(items, read_all(items), strict=True):
        assert all(item.report.text[c.start : c.end] == c.quote for c in reading.claims)


def _report(text: str, *, headed: bool) -> Report:
    segments = (Segment("headline", 0, len(text)),) if headed else ()
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Report("r.txt", digest, text, segments, "txt", published=date(2024, 3, 15))
