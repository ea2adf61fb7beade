"""Which terms a claim may touch: none that it bears on is left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hand import says

from servanda.agreement import load
from servanda.agreement.model import Agreement
from servanda.evidence.bearing import bear
from servanda.evidence.testimony import Carrier
from servanda.evidence.touching import Touching
from servanda.vocabulary import vocabulary

ROOT = Path(__file__).parents[2]
AGREEMENTS = [
    *sorted((ROOT / "examples").glob("*/agreement.yaml")),
    *sorted((ROOT / "tests/cases/good").glob("*/agreement.yaml"))[::9],
]
CARRIER = Carrier("wire", "Wire", "agency", "B")
WORDS = [("completed", "affirmed"), ("completed", "negated"), ("denied", "affirmed"), ("refused", "affirmed")]


@pytest.mark.parametrize("agreement", [load(p) for p in AGREEMENTS], ids=lambda a: a.id)
def test_a_term_left_out_is_one_on_which_the_claim_does_not_bear(agreement: Agreement) -> None:
    touching, left = Touching(agreement), 0
    actor = next(iter(agreement.actors))
    for act in vocabulary("acts.yaml")["acts"]:
        for zone in (None, "no-zone-of-this-case", *list(agreement.zones)[:6]):
            for modality, polarity in WORDS:
                claim = says(act, actor, on="11-15", zone=zone, modality=modality, polarity=polarity)
                named = {t.id for t in touching.terms(claim)}
                for term in agreement.terms.values():
                    if term.id not in named:
                        left += 1
                        assert bear(agreement, term, claim, (claim.speaker,), CARRIER) == ()
    assert left > 0
