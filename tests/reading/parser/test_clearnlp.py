"""ClearNLP trees become Universal Dependencies."""

from __future__ import annotations

from servanda.reading.parser.arcs import Arcs
from servanda.reading.parser.clearnlp import is_clearnlp, to_universal


def tree(*rows: str) -> Arcs:
    """Rows of "form lemma POS head label"; the head is a form, "-" for the root."""
    cells = [r.split() for r in rows]
    forms = [c[0] for c in cells]
    heads = [i if c[3] == "-" else forms.index(c[3]) for i, c in enumerate(cells)]
    return Arcs(
        forms,
        [True] * len(forms),
        [c[1] for c in cells],
        [c[2] for c in cells],
        [""] * len(forms),
        heads,
        [c[4] for c in cells],
    )


def arcs_of(arcs: Arcs) -> dict[str, tuple[str, str]]:
    return {f: (d, arcs.forms[h]) for f, d, h in zip(arcs.forms, arcs.deps, arcs.heads, strict=True)}


def test_schemes_are_told_apart() -> None:
    assert is_clearnlp(["nsubj", "dobj", "ROOT"])
    assert not is_clearnlp(["nsubj", "obj", "obl", "case", "ROOT"])


def test_prepositions_hang_on_their_nouns() -> None:
    got = arcs_of(
        to_universal(
            tree(
                "troops troop NOUN withdrew nsubj",
                "of of ADP troops prep",
                "Ostia Ostia PROPN of pobj",
                "withdrew withdraw VERB - ROOT",
                "from from ADP withdrew prep",
                "valley valley NOUN from pobj",
            )
        )
    )
    assert got["Ostia"] == ("nmod", "troops")
    assert got["of"] == ("case", "Ostia")
    assert got["valley"] == ("obl", "withdrew")
    assert got["from"] == ("case", "valley")


def test_clause_after_preposition_and_particle() -> None:
    got = arcs_of(
        to_universal(
            tree(
                "accused accuse VERB - ROOT",
                "them they PRON accused dobj",
                "of of ADP accused prep",
                "handing hand VERB of pcomp",
                "over over ADP handing prt",
                "arms arm NOUN handing dobj",
            )
        )
    )
    assert got["them"] == ("obj", "accused")
    assert got["handing"] == ("advcl", "accused")
    assert got["of"] == ("mark", "handing")
    assert got["over"] == ("compound:prt", "handing")
    assert got["arms"] == ("obj", "handing")


def test_copula_hangs_on_its_predicate() -> None:
    got = arcs_of(
        to_universal(
            tree(
                "They they PRON said nsubj",
                "said say VERB - ROOT",
                "road road NOUN is nsubj",
                "is be AUX said ccomp",
                "not not PART is neg",
                "open open ADJ is acomp",
            )
        )
    )
    assert got["open"] == ("ccomp", "said")
    assert got["is"] == ("cop", "open")
    assert got["road"] == ("nsubj", "open")
    assert got["not"] == ("advmod", "open")


def test_nested_prepositions_and_dative() -> None:
    got = arcs_of(
        to_universal(
            tree(
                "gave give VERB - ROOT",
                "maps map NOUN gave dobj",
                "to to ADP gave dative",
                "monitors monitor NOUN to pobj",
                "from from ADP monitors prep",
                "near near ADP from prep",
                "Ruva Ruva PROPN near pobj",
            )
        )
    )
    assert got["monitors"] == ("obl", "gave")
    assert got["to"] == ("case", "monitors")
    assert got["Ruva"][1] in {"monitors", "from"}
