"""Which fields of a term are evaluated; those that are only read are named wherever a status is shown.

Invariant: a field that is used in a file and not evaluated never goes unmentioned.
"""

from __future__ import annotations

from servanda.agreement.shape import AgreementShape
from servanda.vocabulary import vocabulary


def not_evaluated(shape: AgreementShape) -> tuple[str, ...]:
    """`term.field` for every field that this file uses and the findings do not evaluate yet."""
    waiting = [name for name, entry in vocabulary("fields.yaml")["fields"].items() if not entry["evaluated"]]
    used: list[str] = []
    for key, term in shape.terms.items():
        given = {f.alias or n for n, f in type(term).model_fields.items() if n in term.model_fields_set}
        used += [f"{key}.{name}" for name in waiting if name in given]
    return tuple(used)
