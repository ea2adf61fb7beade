"""The measured quality does not fall: WikiWars where the data is there, our own news sentences always."""

from __future__ import annotations

from pathlib import Path

import pytest

from servanda.evaluation.times import Counts, Document, Gold, news_documents, read_timex2, same_value, score, table
from servanda.reading.times import Anchor


def test_wikiwars_value_f1_of_the_held_out_documents(shared_data: Path) -> None:
    rows = {str(row["set"]): row for row in table(shared_data)}
    held_out = rows["WikiWars, documents held out"]
    assert float(str(held_out["value F1"])) >= 85.0
    assert float(str(held_out["relaxed F1"])) >= 93.0


def test_own_news_sentences() -> None:
    path = Path(__file__).with_name("news_gold.yaml")
    counts = {"dev": Counts(), "test": Counts()}
    for half, document in news_documents(path):
        score(document, counts[half], Anchor(document.published))
    assert counts["dev"].f1(counts["dev"].value) >= 95
    assert counts["test"].f1(counts["test"].value) >= 90


def test_the_scorer_counts_misses_and_wrong_values() -> None:
    text = "They met in May 1995 and in 1996."
    document = Document("x", text, None, (Gold(12, 20, "1995-06"), Gold(28, 32, "1996"), Gold(0, 4, "")))
    counts = Counts()
    wrong = score(document, counts, Anchor(None))
    assert (counts.strict, counts.relaxed, counts.value, counts.predicted, counts.gold) == (2, 2, 1, 2, 3)
    assert len(wrong) == 2
    assert counts.f1(counts.value) == 40.0


def test_values_are_compared_at_the_level_of_days() -> None:
    assert same_value("1995-05-03T06:00", "1995-05-03")
    assert not same_value("1995-05-03", "1995-05")
    assert not same_value("", "")


def test_nested_and_escaped_annotations_are_read(tmp_path: Path) -> None:
    path = tmp_path / "99_X.key.xml"
    path.write_text(
        '<DOC><DATETIME> 2009-12-19T17:00:00 </DATETIME><TEXT>A &amp; B, <TIMEX2 val="P2D">two days after '
        '<TIMEX2 val="1995-05">May 1995</TIMEX2></TIMEX2>.</TEXT></DOC>',
        encoding="utf-8",
    )
    document = read_timex2(path)
    assert document.text == "A & B, two days after May 1995."
    assert [document.text[g.start : g.end] for g in document.gold] == ["two days after May 1995", "May 1995"]
    with pytest.raises(ValueError, match="no TEXT"):
        (tmp_path / "y.xml").write_text("<DOC/>", encoding="utf-8")
        read_timex2(tmp_path / "y.xml")
