"""The pipeline's shape: the one place that says which components there are and how wide they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import spacy
from spacy.language import Language

TRAINED = ("tok2vec", "morphologizer", "parser")
"""Components with weights, in the order in which they run."""

DEFAULT_SHAPE: Mapping[str, Any] = {
    "width": 96,
    "depth": 4,
    "rows": [5000, 1000, 2500, 2500],
    "hidden": 64,
    "use_upper": True,
}


def _tok2vec(shape: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": shape["width"],
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
            "rows": list(shape["rows"]),
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": shape["width"],
            "window_size": 1,
            "maxout_pieces": 3,
            "depth": shape["depth"],
        },
    }


def _listener(shape: Mapping[str, Any]) -> dict[str, Any]:
    return {"@architectures": "spacy.Tok2VecListener.v1", "width": shape["width"], "upstream": "tok2vec"}


def build(shape: Mapping[str, Any] = DEFAULT_SHAPE) -> Language:
    """An untrained English pipeline (shared tok2vec, morphologizer, parser) of the given shape."""
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": _tok2vec(shape)})
    nlp.add_pipe(
        "morphologizer",
        config={
            "model": {"@architectures": "spacy.Tagger.v2", "tok2vec": _listener(shape), "normalize": False},
            "overwrite": True,
        },
    )
    nlp.add_pipe(
        "parser",
        config={
            "model": {
                "@architectures": "spacy.TransitionBasedParser.v2",
                "state_type": "parser",
                "extra_state_tokens": False,
                "hidden_width": shape["hidden"],
                "maxout_pieces": 2,
                "use_upper": shape["use_upper"],
                "tok2vec": _listener(shape),
            },
            "min_action_freq": 30,
            "learn_tokens": False,
        },
    )
    return nlp
