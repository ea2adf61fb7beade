"""The training recipe's parts: treebank reading, augmentation, made-up sentences, lemma rules, the file that is shipped."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from servanda.reading.parser import packed
from servanda.reading.parser.lemmas import LemmaTable

ROOT = Path(__file__).resolve().parents[3]

# Made up for this test: a word of two parts ("didn't"), an empty node, a mark without a space before it.
SAMPLE = """# newdoc id = a
# text = "The guards didn't leave," Ruva said.
1\t"\t"\tPUNCT\t``\t_\t6\tpunct\t_\tSpaceAfter=No
2\tThe\tthe\tDET\tDT\tDefinite=Def|PronType=Art\t3\tdet\t_\t_
3\tguards\tguard\tNOUN\tNNS\tNumber=Plur\t6\tnsubj\t_\t_
4-5\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
4\tdid\tdo\tAUX\tVBD\tMood=Ind|Tense=Past|VerbForm=Fin\t6\taux\t_\t_
5\tn't\tnot\tPART\tRB\tPolarity=Neg\t6\tadvmod\t_\t_
6\tleave\tleave\tVERB\tVB\tVerbForm=Inf\t10\tccomp\t_\tSpaceAfter=No
7\t,\t,\tPUNCT\t,\t_\t6\tpunct\t_\tSpaceAfter=No
8\t"\t"\tPUNCT\t''\t_\t6\tpunct\t_\t_
8.1\tit\tit\tPRON\t_\t_\t_\t_\t_\t_
9\tRuva\tRuva\tPROPN\tNNP\tNumber=Sing\t10\tnsubj\t_\t_
10\tsaid\tsay\tVERB\tVBD\tMood=Ind|Tense=Past|VerbForm=Fin\t0\troot\t_\tSpaceAfter=No
11\t.\t.\tPUNCT\t.\t_\t10\tpunct\t_\t_

# newdoc id = b
# text = Troops left the town on Friday.
1\tTroops\ttroop\tNOUN\tNNS\tNumber=Plur\t2\tnsubj\t_\t_
2\tleft\tleave\tVERB\tVBD\tMood=Ind|Tense=Past|VerbForm=Fin\t0\troot\t_\t_
3\tthe\tthe\tDET\tDT\tDefinite=Def|PronType=Art\t4\tdet\t_\t_
4\ttown\ttown\tNOUN\tNN\tNumber=Sing\t2\tobj\t_\t_
5\ton\ton\tADP\tIN\t_\t6\tcase\t_\t_
6\tFriday\tFriday\tPROPN\tNNP\tNumber=Sing\t2\tobl\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""


@pytest.fixture
def recipe(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, ModuleType]]:
    """The modules of training/, which is no package."""
    import importlib

    monkeypatch.syspath_prepend(str(ROOT / "training"))
    names = (
        "treebank",
        "trees",
        "phrases",
        "clauses",
        "scenes",
        "grammar",
        "augmentation",
        "lemma_words",
        "lemma_rules",
        "scores",
        "train",
        "export",
    )
    monkeypatch.setattr(sys, "path", list(sys.path))
    yield {name: importlib.import_module(name) for name in names}
    for name in names:
        sys.modules.pop(name, None)


@pytest.fixture
def sentences(recipe: dict[str, ModuleType], tmp_path: Path) -> list:  # type: ignore[type-arg]
    path = tmp_path / "sample.conllu"
    path.write_text(SAMPLE, encoding="utf-8")
    return [s for d in recipe["treebank"].read_documents(path) for s in d]


def is_tree(sentence) -> bool:  # type: ignore[no-untyped-def]
    words = sentence.words
    for i in range(len(words)):
        steps = 0
        while words[i].head != i:
            i, steps = words[i].head, steps + 1
            if steps > len(words):
                return False
    return sum(w.dep == "ROOT" for w in words) == 1


def test_the_words_spell_the_text(sentences: list) -> None:  # type: ignore[type-arg]
    assert [s.text for s in sentences] == [
        '"The guards didn\'t leave," Ruva said.',
        "Troops left the town on Friday.",
    ]
    assert [w.form for w in sentences[0].words][3:5] == ["did", "n't"]
    assert all(is_tree(s) for s in sentences)


def test_every_augmentation_leaves_a_tree(recipe: dict[str, ModuleType], sentences: list) -> None:  # type: ignore[type-arg]
    changes = [change for change, _ in recipe["augmentation"].CHANGES] + [recipe["augmentation"].curly]
    for seed in range(20):
        for change in changes:
            for sentence in sentences:
                assert is_tree(change(sentence, random.Random(seed))), change.__name__


def test_a_sentence_put_before_its_saying(recipe: dict[str, ModuleType], sentences: list) -> None:  # type: ignore[type-arg]
    changed = recipe["augmentation"].said(sentences[1], random.Random(1))
    root = next(i for i, w in enumerate(changed.words) if w.dep == "ROOT")
    clause = next(i for i, w in enumerate(changed.words) if w.form == "left")
    assert changed.words[root].lemma in {"say", "add", "report"}
    assert (changed.words[clause].dep, changed.words[clause].head) == ("ccomp", root)


def test_an_adjunct_moved_to_the_front(recipe: dict[str, ModuleType], sentences: list) -> None:  # type: ignore[type-arg]
    changed = recipe["augmentation"].adjunct_first(sentences[1], random.Random(1))
    assert changed.text == "On Friday troops left the town."


def test_made_up_sentences_are_trees_and_repeat_with_their_seed(recipe: dict[str, ModuleType]) -> None:
    made = recipe["grammar"].made_up(random.Random(5), 400)
    assert all(is_tree(s) for s in made)
    assert made == recipe["grammar"].made_up(random.Random(5), 400)
    assert not any(",," in s.text or ",." in s.text for s in made)


def test_lemmas_of_listed_verbs(recipe: dict[str, ModuleType]) -> None:
    table = recipe["lemma_rules"].learn([recipe["lemma_words"].listed_forms()])
    past = {"VerbForm": "Fin", "Tense": "Past"}
    ing = {"VerbForm": "Part", "Tense": "Pres"}
    expected = {
        "withdrew": "withdraw",
        "fled": "flee",
        "shelled": "shell",
        "seized": "seize",
        "occupied": "occupy",
        "stopped": "stop",
    }
    assert {form: table.lemma(form, "VERB", past) for form in expected} == expected
    assert table.lemma("withdrawing", "VERB", ing) == "withdraw"
    assert table.lemma("ceding", "VERB", ing) == "cede"
    # The tagger's mistakes in tense do not hurt a form that is known.
    assert table.lemma("withdrew", "VERB", {"VerbForm": "Inf"}) == "withdraw"


def test_the_file_holds_what_was_learned(
    recipe: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    about = {"labels": ["ROOT"], "tags": ["NOUN Number=Sing"], "known": ["town"], "rows": [5], "widths": [2], "words": ["Town"]}
    (tmp_path / "about.json").write_text(json.dumps(about), encoding="utf-8")
    bias = np.array([0.5, -2.0], dtype=np.float16)
    np.savez(tmp_path / "try.npz", shape=np.array(json.dumps({"width": 8, "blocks": 1})), **{"norm.bias": bias})
    table = LemmaTable({"NOUN\ttowns": "town"}, {})
    monkeypatch.setattr(recipe["export"], "lemmas", lambda _: table)
    packed.save(recipe["export"].model(tmp_path, "try", tmp_path), tmp_path / "made.zip")
    found = packed.read(tmp_path / "made.zip")
    assert found.shape == {"width": 8, "blocks": 1, "rows": [5], "widths": [2]}
    assert (found.labels, found.tags, found.known, found.lemmas) == (["ROOT"], ["NOUN Number=Sing"], ["town"], table)
    assert found.weights["norm.bias"].tolist() == [0.5, -2.0]


def test_one_command_runs_all_steps_in_their_order(
    recipe: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    given = ["train.py", "--vectors", "v.json", "--bert", "b", "--teachers", "2", "--torch-python", "other", "--folder", "f"]

    def steps(*more: str) -> list[list[str]]:
        monkeypatch.setattr(sys, "argv", [*given, *more])
        return recipe["train"].steps(recipe["train"].arguments())  # type: ignore[no-any-return]

    found = steps()
    assert all(Path(step[1]).is_file() for step in found)
    assert [(Path(step[1]).stem, step[0] == "other") for step in found] == [
        ("prepare", False),
        ("teacher_pieces", False),
        ("learn", True),
        ("learn", True),
        ("learn", True),
        ("learn", True),
        ("export", False),
        ("fit_doubt", False),
        ("fit_factuality", False),
    ]
    assert [step[3] for step in found if step[0] == "other"] == ["teacher", "teacher", "label", "student"]
    # What is tried out leaves the weights fitted for the shipped file alone.
    tried = steps("--out", str(tmp_path / "tried.zip"), "--teacher-steps", "3", "--width", "64", "--drop", "0.1", "--steps", "5")
    assert Path(tried[-1][1]).stem == "export"
    assert tried[2][4:] == ["--seed", "1", "--steps", "3"]
    assert tried[-2][4:] == ["--width", "64", "--seed", "2", "--drop", "0.1", "--steps", "5"]
