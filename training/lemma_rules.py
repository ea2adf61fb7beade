"""Lemma rules learned from treebanks: what the rules get wrong on words that were seen is an exception."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from treebank import Sentence

from servanda.reading.parser.lemmas import CLASS_FEATURES, MAX_SUFFIX, LemmaTable, word_class

OPEN_CLASSES = frozenset({"NOUN", "VERB", "ADJ", "ADV", "AUX"})
RULED = OPEN_CLASSES | {"PROPN"}
Edit = tuple[int, str]
Seen = Mapping[tuple[str, str, str], Counter[str]]


def _edit(form: str, lemma: str) -> Edit | None:
    common = 0
    while common < min(len(form), len(lemma)) and form[common] == lemma[common]:
        common += 1
    if common < min(2, len(form) - 1) or len(form) - common > 4 or len(lemma) - common > 4:
        return None
    return len(form) - common, lemma[common:]


def feats_of(text: str) -> dict[str, str]:
    """FEATS as a mapping."""
    return dict(pair.split("=", 1) for pair in text.split("|")) if text else {}


def _collect(sentences: Iterable[Sentence]) -> Seen:
    seen: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence.words:
            form = word.form if word.pos == "PROPN" else word.form.lower().replace("’", "'")
            if word.lemma != "_":
                seen[(word_class(word.pos, feats_of(word.feats)), word.pos, form)][word.lemma] += 1
    return seen


def _rules(seen: Seen) -> dict[str, dict[str, Edit]]:
    votes: dict[str, dict[str, Counter[Edit]]] = defaultdict(lambda: defaultdict(Counter))
    for (kind, pos, form), lemmas in seen.items():
        edit = _edit(form, lemmas.most_common(1)[0][0])
        if pos not in RULED or edit is None or not form.isalpha():
            continue
        for size in range(min(MAX_SUFFIX, len(form) - 1) + 1):
            suffix = form[len(form) - size :] if size else ""
            votes[kind][suffix][edit] += 1
            if kind != pos:  # the tag alone, for features that were never seen together
                votes[pos][suffix][edit] += 1
    rules: dict[str, dict[str, Edit]] = {}
    for kind, by_suffix in votes.items():
        kept: dict[str, Edit] = {}
        for suffix in sorted(by_suffix, key=lambda s: (len(s), s)):
            edit, count = by_suffix[suffix].most_common(1)[0]
            shorter = next((kept[suffix[i:]] for i in range(1, len(suffix) + 1) if suffix[i:] in kept), None)
            # A rule must see one letter more than it cuts: "stopping" is no pattern for "scraping".
            sure = count >= 2 and count / by_suffix[suffix].total() >= 0.6 and edit[0] < len(suffix)
            if suffix == "" or (edit != shorter and sure):
                kept[suffix] = edit
        rules[kind] = kept
    return rules


def learn(sentences: Iterable[Sentence]) -> LemmaTable:
    """Rules by longest suffix for the open classes; exceptions for all that they miss, and by tag alone for verbs."""
    seen = _collect(sentences)
    rules = _rules(seen)
    bare = LemmaTable({}, rules)
    exceptions: dict[str, str] = {}
    by_tag: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for (kind, pos, form), lemmas in sorted(seen.items()):
        lemma = lemmas.most_common(1)[0][0]
        by_tag[(pos, form)].update(lemmas)
        feats = dict(zip((f for f in CLASS_FEATURES.get(pos, ())), kind.split("|")[1:], strict=False))
        wrong = LemmaTable({}, {kind: rules[kind]} if kind in rules else {}).lemma(form, pos, feats) != lemma
        if wrong and (pos in OPEN_CLASSES or lemmas.total() >= 2):
            exceptions[f"{kind}\t{form}"] = lemma
    for (pos, form), lemmas in sorted(by_tag.items()):
        lemma, votes = lemmas.most_common(1)[0]
        # Irregular verb forms are known whatever the tagger says about tense and finiteness.
        if (
            pos in ("VERB", "AUX")
            and lemma != form
            and votes / lemmas.total() > 0.6
            and not form.endswith(("ing", "s"))
        ):
            spelt = any(
                bare.lemma(form, pos, f) != lemma
                for f in ({"VerbForm": "Fin", "Tense": "Past"}, {"VerbForm": "Part", "Tense": "Past"})
            )
            if spelt:
                exceptions[f"{pos}\t{form}"] = lemma
    return LemmaTable(exceptions, rules)
