"""Lemmas by rule: an exception learned from the treebanks wins over the longest learned suffix rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc

LEMMAS = "servanda_lemmas"
MAX_SUFFIX = 6
MOST_KNOWN = 50_000
"""How many answers the component keeps; the rest are worked out each time."""
CLASS_FEATURES: Mapping[str, tuple[str, ...]] = {
    "VERB": ("VerbForm", "Tense"),
    "AUX": ("VerbForm", "Tense"),
    "NOUN": ("Number",),
    "PROPN": ("Number",),
    "ADJ": ("Degree",),
    "ADV": ("Degree",),
}


@dataclass(frozen=True, slots=True)
class LemmaTable:
    """`exceptions`: "class\\tform" to lemma. `rules`: class to {suffix of the form: (letters to cut, ending)}."""

    exceptions: Mapping[str, str] = field(default_factory=dict)
    rules: Mapping[str, Mapping[str, tuple[int, str]]] = field(default_factory=dict)

    def lemma(self, form: str, pos: str, feats: Mapping[str, str]) -> str:
        """The lemma of a form with its universal tag and features; the form itself where nothing applies."""
        word = form if pos == "PROPN" else form.lower().replace("’", "'")
        kind = word_class(pos, feats)
        # A form known under the tag alone saves the lemma where the tagger took the wrong feature.
        found = self.exceptions.get(f"{kind}\t{word}") or self.exceptions.get(f"{pos}\t{word}")
        if found is not None:
            return found
        rules = self.rules.get(kind) or self.rules.get(pos)
        if rules is None:
            return word
        for size in range(min(MAX_SUFFIX, len(word) - 1), -1, -1):
            rule = rules.get(word[len(word) - size :] if size else "")
            if rule is not None:
                cut, ending = rule
                return word[: len(word) - cut] + ending if cut < len(word) else word
        return word


def word_class(pos: str, feats: Mapping[str, str]) -> str:
    """The class under which forms are inflected alike, such as "VERB|Part|Past"; others have their tag alone."""
    return "|".join([pos, *(feats[f] for f in CLASS_FEATURES.get(pos, ()) if f in feats)])


Key = tuple[str, str, str]
"""A form, its tag, and its features as written in a treebank."""


@dataclass(slots=True)
class RuleLemmatizer:
    """Pipeline component that fills `token.lemma_` from a LemmaTable."""

    table: LemmaTable
    known: dict[Key, str] = field(default_factory=dict)

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            token.lemma_ = self.lemma((token.text, token.pos_, str(token.morph)))
        return doc

    def lemma(self, key: Key) -> str:
        """The lemma of a form with its tag and its features."""
        found = self.known.get(key)
        if found is None:
            form, pos, feats = key
            found = self.table.lemma(form, pos, dict(pair.split("=", 1) for pair in feats.split("|") if pair))
            if len(self.known) < MOST_KNOWN:
                self.known[key] = found
        return found


def add_lemmatizer(nlp: Language, table: LemmaTable) -> None:
    """Append the lemmatiser to a pipeline that already has one for tags and features."""
    nlp.add_pipe(LEMMAS).table = table  # type: ignore[attr-defined]


@Language.factory(LEMMAS)
def _make_lemmatizer(nlp: Language, name: str) -> RuleLemmatizer:
    return RuleLemmatizer(LemmaTable())
