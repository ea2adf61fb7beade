"""Fact-checks: 'CLAIM: X shut the bridge. VERDICT: False.' tells what is going round, and that it is not so.

Invariant: only a sentence under the label of a claim, in a text that labels its verdict and finds against it, is made
doubtful; under any other verdict it is left as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.reading.attribution.context import Context
from servanda.reading.attribution.model import Attribution, Source, Words
from servanda.reading.frozen import replace
from servanda.reading.sentences import Sentence

_CLAIM = re.compile(
    r"(?:(?:the|viral|false)\s+)?(?P<what>claim|rumou?r|allegation|what\s+(?:was|is)\s+claimed)\s*:\s+(?=\S)", re.IGNORECASE
)
_VERDICT = re.compile(
    r"(?:(?:the|our)\s+)?(?:verdict|rating|ruling|conclusion|finding|assessment|result|fact[\s-]check(?:\s+verdict)?)\s*:\s*"
    r"(?:this\s+(?:is|claim\s+is)\s+|it\s+is\s+)?(?:(?:mostly|partly|largely|completely|entirely|totally|simply)\s+)?"
    r"(?:false|fake|untrue|misleading|wrong|incorrect|inaccurate|unproven|unfounded|baseless|fabricated|not\s+true|no\s+evidence"
    r"|missing\s+context|a\s+hoax|hoax)\b",
    re.IGNORECASE,
)


def of_fact_checks(context: Context, sentences: Sequence[Sentence], found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, with those of claims that the same text finds false made doubtful, and no such claim its own."""
    text = context.text
    if not any(_VERDICT.match(text, s.start, s.end) for s in sentences):
        return list(found)
    labelled = {s.index: m for s in sentences if (m := _CLAIM.match(text, s.start, s.end)) is not None}
    done = [replace(a, doubt=True) if a.sentence in labelled else a for a in found]
    for sentence in sentences:
        label = labelled.get(sentence.index)
        if label is None:
            continue
        source = Source(*label.span("what"), label["what"], "unknown", "claim that was checked")
        content = Words(label.end(), sentence.end, text[label.end() : sentence.end])
        cue = Words(label.end("what"), label.end(), text[label.end("what") : label.end()])
        done.append(Attribution(source, cue, content, None, False, sentence.index, None, "allege", True))
    return done
