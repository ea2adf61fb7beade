"""Scores over character spans: a token that the tokeniser cut otherwise than the treebank counts as wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc
from treebank import Sentence

from servanda.reading.parser.parsed import Doc as Parsed


@dataclass(slots=True)
class Counts:
    """Sums over tokens; `scored` counts the gold tokens, `found` those of the pipeline."""

    scored: int = 0
    found: int = 0
    pos: int = 0
    lemma: int = 0
    feats: int = 0
    arcs: int = 0
    labelled: int = 0
    arc_scored: int = 0
    arc_found: int = 0

    def figures(self) -> dict[str, float]:
        """F1 in per cent: UPOS, lemma, UFeats over all tokens; UAS and LAS without punctuation."""

        def f1(right: int, gold: int, found: int) -> float:
            return 200.0 * right / (gold + found) if gold + found else 0.0

        return {
            "UPOS": f1(self.pos, self.scored, self.found),
            "UFeats": f1(self.feats, self.scored, self.found),
            "lemma": f1(self.lemma, self.scored, self.found),
            "UAS": f1(self.arcs, self.arc_scored, self.arc_found),
            "LAS": f1(self.labelled, self.arc_scored, self.arc_found),
        }


def _spans(sentence: Sentence) -> list[tuple[int, int]]:
    spans, at = [], 0
    for word in sentence.words:
        spans.append((at, at + len(word.form)))
        at += len(word.form) + word.space
    return spans


def count(sentence: Sentence, doc: Doc | Parsed, counts: Counts) -> None:
    """Add one sentence and its Doc to the counts."""
    gold = _spans(sentence)
    tokens = {(t.idx, t.idx + len(t)): t for t in doc}
    counts.scored += len(gold)
    counts.found += len(doc)
    counts.arc_scored += sum(w.dep != "punct" for w in sentence.words)
    counts.arc_found += sum(t.dep_ != "punct" for t in doc)
    for word, span in zip(sentence.words, gold, strict=True):
        token = tokens.get(span)
        if token is None:
            continue
        counts.pos += token.pos_ == word.pos
        counts.feats += str(token.morph) == word.feats
        counts.lemma += token.lemma_.lower() == word.lemma.lower()
        head = token.head
        if word.dep != "punct" and (head.idx, head.idx + len(head)) == gold[word.head]:
            counts.arcs += 1
            counts.labelled += token.dep_ == word.dep


def score(nlp: Language, sentences: Sequence[Sentence], batch: int = 64) -> dict[str, float]:
    """Scores of a pipeline on gold sentences, each parsed from its raw text as one sentence."""
    counts = Counts()
    docs = []
    for sentence in sentences:
        doc = nlp.make_doc(sentence.text)
        for token in doc[1:]:
            token.is_sent_start = False
        docs.append(doc)
    for sentence, doc in zip(sentences, nlp.pipe(docs, batch_size=batch), strict=True):
        count(sentence, doc, counts)
    return counts.figures()
