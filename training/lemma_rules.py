"""Lemma rules learned from treebanks: whatever the rules get wrong on words seen often enough is an exception."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from servanda.reading.parser.lemmas import MAX_SUFFIX, LemmaTable, word_class
from treebank import Sentence


def _edit(form: str, lemma: str) -> tuple[int, str] | None:
    common = 0
    while common < min(len(form), len(lemma)) and form[common] == lemma[common]:
        common += 1
    if common < min(2, len(form) - 1):
        return None
    return len(form) - common, lemma[common:]


def _feats(text: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in text.split("|")) if text else {}


def learn(sentences: Iterable[Sentence], open_classes: tuple[str, ...] = ("NOUN", "VERB", "ADJ", "ADV", "AUX")) -> LemmaTable:
    """Rules by longest suffix for the open classes, and exceptions for all words that they miss."""
    seen: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence.words:
            form = word.form if word.pos == "PROPN" else word.form.lower().replace("’", "'")
            lemma = word.lemma if word.pos == "PROPN" else word.lemma.lower()
            if lemma != "_":
                seen[(word_class(word.pos, _feats(word.feats)), word.pos, form)][lemma] += 1
    votes: dict[str, dict[str, Counter[tuple[int, str]]]] = defaultdict(lambda: defaultdict(Counter))
    for (kind, pos, form), lemmas in seen.items():
        edit = _edit(form, lemmas.most_common(1)[0][0])
        if pos not in open_classes or edit is None or not form.isalpha():
            continue
        for size in range(min(MAX_SUFFIX, len(form) - 1) + 1):
            votes[kind][form[len(form) - size :] if size else ""][edit] += 1
    rules: dict[str, dict[str, tuple[int, str]]] = {}
    for kind, by_suffix in votes.items():
        kept: dict[str, tuple[int, str]] = {}
        for suffix in sorted(by_suffix, key=lambda s: (len(s), s)):
            edit, count = by_suffix[suffix].most_common(1)[0]
            total = by_suffix[suffix].total()
            shorter = next((kept[suffix[i:]] for i in range(1, len(suffix) + 1) if suffix[i:] in kept), None)
            if suffix == "" or (edit != shorter and count >= 2 and count / total >= 0.6):
                kept[suffix] = edit
        rules[kind] = kept
    bare = LemmaTable({}, rules)
    exceptions: dict[str, str] = {}
    for (kind, pos, form), lemmas in sorted(seen.items()):
        lemma = lemmas.most_common(1)[0][0]
        feats = _class_feats(kind)
        if bare.lemma(form, pos, feats) != lemma and (pos in open_classes or lemmas.total() >= 2):
            exceptions[f"{kind}\t{form}"] = lemma
    return LemmaTable(exceptions, rules)


def _class_feats(kind: str) -> dict[str, str]:
    # The values of the features are distinct, so that any names in order give the same class again.
    from servanda.reading.parser.lemmas import FEATURES

    return dict(zip(FEATURES, kind.split("|")[1:], strict=False))
