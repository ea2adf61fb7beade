"""Which words of a sentence are verbs, whatever the tagger took them for.

Invariant: the answer rests on the word, its neighbours and its tag; no phrase and no clause is looked at.
"""

from __future__ import annotations

from functools import lru_cache

from servanda.reading.acts.forms import Tag, noun_lemmas
from servanda.reading.acts.lexicon import Pattern, lexicon, of_classes
from servanda.reading.acts.phrases import is_between, is_hyphened_participle
from servanda.reading.modality.lexicon import modality_lexicon
from servanda.reading.parser.parsed import Token
from servanda.reading.parser.tags import SUFFERED_TO

BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "am", "'s", "’s", "'re", "’re", "get", "got"})


@lru_cache(maxsize=8192)
def tags_of(word: str) -> tuple[tuple[str, Tag], ...]:
    """Lemmas and tags that a written word may have, from the acts and the cues."""
    forms = lexicon().forms.get(word, ())
    cues = tuple((c.lemma, c.tag) for c in modality_lexicon().cues.get(word, ()) if c.sort == "verbs" and c.tag)
    return tuple(dict.fromkeys((*forms, *cues)))


def _compound_noun(token: Token) -> bool:
    """The 'breach' of 'truce breach' at the end of a headline, the 'raids' of 'the first air raids since', whatever the
    tagger thought."""
    patterns = _patterns_of_noun(token.text)
    if not patterns:
        return False
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    described = token.i > 1 and token.nbor(-2).pos_ in {"DET", "ADJ", "NUM"}
    if after is not None and not after.is_punct and not (described and after.pos_ in {"ADP", "SCONJ"}):
        return False
    before = token.nbor(-1).lower_
    return before in _COMPOUNDING or any(p.before == (before,) for p in patterns)


def _base_form(token: Token) -> bool:
    tags = tags_of(token.lower_)
    return any(tag == "base" for _, tag in tags) and not token.lower_.endswith("s")


@lru_cache(maxsize=16_384)
def _patterns_of_noun(word: str) -> tuple[Pattern, ...]:
    """The patterns that a written word begins as a noun."""
    return tuple(p for lemma in noun_lemmas(word) for p in lexicon().nouns.get(lemma, ()))


_COMPOUNDING = frozenset({"air", "mortar", "drone", "artillery", "rocket", "missile", "ground", "suicide", "border", "truce"})
"""What an event's noun is compounded with, and what does nothing by itself."""


def _described_noun(token: Token) -> bool:
    """'in Front attacks on the town', 'fired artillery shells', 'several artillery and bombing attacks', the 'held' of
    'rebel-held': what stands before it says which, and tree and place agree that it is no verb."""
    before = token.nbor(-1)
    if before.text in _COLONS and token.i + 1 == len(token.doc):
        return True  # 'Truce broken: monitor'
    if before.text == "-" and token.i > 1 and not before.whitespace_ and not token.nbor(-2).whitespace_:
        led = token.nbor(-2)
        return token.lower_ in _STANDS_HELD and led.is_alpha and len(led.text) > 2
    if token.dep_ == "obj" and token.pos_ == "NOUN" and token.head.i == before.i and before.lower_.endswith("ing"):
        return True  # 'guns for countering raids'
    if before.head.i != token.i and not (before.dep_ == "conj" and token.dep_ == "obj"):
        return False
    if not token.lower_.endswith("s") or before.dep_ not in {"compound", "nmod", "amod", "conj"}:
        return False
    if token.dep_ in {"nsubj", "nsubj:pass"} and token.pos_ == "VERB" and before.dep_ == "compound":
        return True  # 'tank shells hit the town'
    if token.dep_ == "conj" and token.pos_ == "NOUN" == token.head.pos_ and before.dep_ in {"compound", "amod"}:
        return True  # 'an end to hostilities and cross-border attacks on them'
    cased = any(c.dep_ == "case" and c.i < before.i and c.pos_ == "ADP" for c in token.children)
    return (token.dep_ in {"obl", "nmod"} and cased) or (
        token.dep_ == "obj" and token.head.i < before.i and token.head.pos_ == "VERB"
    )


_COLONS = frozenset({":", "–", "—", "-"})
_STANDS_HELD = frozenset(
    ["held", "controlled", "backed", "led", "run", "occupied", "brokered", "mediated", "sponsored", "besieged", "ruled"]
)


_WHOSE = frozenset({"whose", "its", "their", "his", "our"})
"""'Whose forces on Monday left': a noun, where the tagger takes it for one."""
_FIGHTING_WHAT = frozenset(["age", "strength", "season", "spirit", "capability", "capacity", "chance", "power", "vehicle"])
"""'Men of fighting age'."""
_QUOTES = frozenset({'"', "“", "'", "‘", "«"})


def is_verb(token: Token) -> bool:
    """Whether a token is used as a verb: the tag says so, or its form and neighbours leave little else."""
    if token.pos_ not in _MAY_BE_VERB or (token.pos_ not in {"VERB", "AUX"} and not tags_of(token.lower_)):
        return False  # so most words are told at once
    if token.lower_ in {"according", "including", "regarding", "concerning", "following"} and token.dep_ in {
        "case",
        "fixed",
        "mark",
    }:
        return False
    if token.pos_ == "NOUN" and token.i + 1 < len(token.doc) and token.nbor(1).dep_ == "case" and token.nbor(1).pos_ == "PART":
        return False  # "the monitors' car"
    if token.i and (_compound_noun(token) or _described_noun(token)):
        return False
    if token.lower_ == "fighting" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ in _FIGHTING_WHAT:
        return False
    if token.i > 1 and token.nbor(-2).lower_ == "to" and token.lower_.endswith("s") and _base_form(token.nbor(-1)):
        return False  # 'to wage attacks'
    if token.i > 1 and token.nbor(-1).lower_ == "to" and token.nbor(-2).lower_ == "according":
        return False
    if token.i and token.nbor(-1).text in _QUOTES and token.lower_ == "verified" and token.i + 1 < len(token.doc):
        return token.nbor(1).pos_ not in {"ADJ", "NOUN"}  # 'hit "verified militant camps"'
    if token.pos_ == "VERB" and token.i and token.lower_.endswith("ed") and token.nbor(-1).lower_ in _BEFORE_NOUNS_ONLY:
        described = token.i + 1 < len(token.doc) and token.nbor(1).pos_ in {"NOUN", "ADJ"}
        return not described and not _of_a_named_place(token)  # 'despite missed deadlines', 'in besieged Kest'
    if token.pos_ == "VERB" and token.i and token.lower_.endswith("ing") and token.nbor(-1).dep_ == "amod":
        return token.nbor(-1).head.i != token.i or token.nbor(-1).pos_ != "ADJ"  # 'in unprovoked firing'
    if token.pos_ in {"VERB", "AUX"}:
        between = is_between(token.doc, token.i) or is_hyphened_participle(token.doc, token.i)
        return token.dep_ != "amod" and not between and not _describes(token)
    if not token.is_alpha:
        return False
    mostly_nouns = lexicon().classes["nounlike"]
    tags = {tag for lemma, tag in tags_of(token.lower_) if lemma not in mostly_nouns}
    if not tags:
        return False
    before = token.nbor(-1) if token.i else None
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if before is None or (token.pos_ == "NOUN" and before.lower_ in _WHOSE):
        return False
    if token.pos_ == "ADJ" and tags & {"pp"} and _participle(token):
        return True
    past_only = "past" in tags and "base" not in tags and token.text.islower()
    if token.pos_ == "PROPN" and past_only and before.pos_ in {"PROPN", "NOUN"}:
        return True  # 'the rebels overran Kest': a past form that is no name
    if token.pos_ == "NOUN" and token.dep_ == "ccomp" and tags & {"past"} and before.pos_ in {"NOUN", "PROPN", "PRON"}:
        return token.head.pos_ == "VERB" and token.head.i < token.i  # 'said the others shot first'
    cues = modality_lexicon().cues.get(token.lower_, ())
    if (
        cues
        and after is not None
        and after.lower_ == "to"
        and before.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "ADV"}
        and not any(c.sort == "nouns" for c in cues)
    ):
        nxt = after.nbor(1) if after.i + 1 < len(token.doc) else None
        if nxt is not None and nxt.pos_ in {"VERB", "AUX"}:
            return any(c.sort == "verbs" and c.effect != "pass" for c in cues)
    if before.lower_ == "longer" and token.i > 1 and token.nbor(-2).lower_ == "no":
        return True
    if "ing" in tags and before.lower_ in _BEFORE_DOING and after is not None and after.pos_ == "PROPN":
        return True  # 'accused the army of shelling Wau'
    if before.pos_ in {"DET", "ADJ", "NUM"} or before.lower_ in {
        "the",
        "a",
        "an",
        "of",
        "'s",
        "’s",
        "their",
        "its",
        "his",
        "our",
        "my",
        "your",
    }:
        return False
    if before.lower_ == "to" and tags & {"base"} and token.pos_ != "PROPN" and token.head.lemma_.lower() not in SUFFERED_TO:
        return True
    if before.pos_ == "ADP":
        return False
    kind = before
    while kind.dep_ == "conj" and kind.head.i < kind.i:
        kind = kind.head  # the 'drone' of 'an end to drone and missile attacks on Kest'
    if kind.head.i == token.i and kind.dep_ == "compound":
        joined = kind.pos_ == token.pos_ == "NOUN" and token.dep_ in {"nmod", "conj"}
        if joined or any(c.dep_ == "case" and c.i < token.i for c in token.children):
            return False  # 'was hit by air strikes near Kest', 'a halt to rocket and mortar attacks on Kest'
    if after is not None and after.lower_ == "that" and after.pos_ == "PRON" and after.dep_ in {"nsubj", "nsubj:pass"}:
        return False  # 'the air strikes that were carried out'
    follows_noun = before.pos_ in {"NOUN", "PROPN", "PRON"} and not _object_of(token)
    opens = after is not None and (after.pos_ in {"DET", "ADP", "PART", "PROPN", "NUM"} or after.lower_ in {"to", "that"})
    if tags & {"s"} and follows_noun and token.pos_ != "PROPN" and opens:
        return before.pos_ != "ADJ"
    return bool(tags & {"past"}) and follows_noun and opens and token.pos_ != "PROPN"


_BEFORE_NOUNS_ONLY = frozenset({"despite", "amid", "of", "about", "over", "with", "without", "during", "from", "in", "on"})
_MAY_BE_VERB = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ", "X"})
_BEFORE_DOING = frozenset(["of", "for", "by", "from", "after", "before", "without"])


def _describes(token: Token) -> bool:
    """The opening 'retreating' of 'Retreating troops mined the barracks': it only says which troops."""
    if _of_a_named_place(token):
        return True
    if token.lower_ not in _DESCRIBING | _HELD_SO or token.i + 2 >= len(token.doc):
        return False
    if token.i and token.lower_ in _HELD_SO and token.nbor(-1).pos_ == "VERB" and token.nbor(1).pos_ in {"NOUN", "PROPN"}:
        return True  # 'begin to leave besieged Kest'
    opens = token.i == 0 or token.nbor(-1).lower_ in {"by", "from", "to", '"', "“"}
    done_to = token.i > 0 and token.nbor(-1).pos_ == "VERB" and not modality_lexicon().cues.get(token.nbor(-1).lower_)
    follows = token.nbor(2)
    opens = opens or done_to  # 'ambushed departing rebels'
    told = done_to or follows.pos_ in {"VERB", "AUX", "ADV"} or (token.i > 0 and follows.is_punct)
    return opens and told and bool(noun_lemmas(token.nbor(1).text) & lexicon().classes["forces"])


def _of_a_named_place(token: Token) -> bool:
    """'Sent food to besieged Kest', 'aid reaches blockaded Kest', 'a team visits shelled Kest': before a name and behind a
    preposition, or behind the verb of a line, it only says what the place has gone through."""
    if not token.lower_.endswith("ed") or token.i < 1 or token.i + 1 >= len(token.doc):
        return False
    before, name = token.nbor(-1), token.nbor(1)
    if name.pos_ != "PROPN" or not name.text[:1].isupper() or any(tag == "base" for _, tag in tags_of(token.lower_)):
        return False
    if before.lower_ in _LEADS_TO and before.dep_ != "compound:prt":
        return True
    told = before.pos_ == "VERB" or (token.i > 1 and any(tag == "s" for _, tag in tags_of(before.lower_)))
    # 'tanks shelled Kest': not so where the word before is one who does it
    return told and before.lower_ not in _HAS and noun_lemmas(before.text).isdisjoint(_doers())


_LEADS_TO = frozenset(["to", "into", "in", "inside", "from", "near", "around", "outside", "through", "towards", "toward", "of"])
_HAS = frozenset({"has", "have", "had", "having", "and", "or", "get", "got", "gets", "being"}) | BE


@lru_cache(maxsize=1)
def _doers() -> frozenset[str]:
    return of_classes("forces", "person", "weapon", "heavy", "craft", "gunnery", "assault", "actor", "prisoner", "displaced")


_HELD_SO = frozenset(["besieged", "occupied", "disputed", "encircled", "embattled", "captured"])
_DESCRIBING = frozenset(
    ["retreating", "fleeing", "withdrawing", "departing", "advancing", "returning", "surrendering", "remaining", "attacking"]
)


def _participle(token: Token) -> bool:
    """'were still manned', 'were stripped and beaten', 'loaded it and left': taken for an adjective by the tagger."""
    if not any(tag == "pp" for _, tag in lexicon().forms.get(token.lower_, ())) or modality_lexicon().cues.get(token.lower_):
        return False
    if token.dep_ == "conj" and token.head.pos_ == "VERB" and token.head.i < token.i:
        return token.nbor(-1).lower_ in {"and", "or", ",", "then"}
    k = token.i - 1
    while k > 0 and token.doc[k].pos_ in {"ADV", "PART"}:
        k -= 1
    return token.doc[k].lower_ in BE and token.dep_ in {"ROOT", "ccomp", "advcl", "conj", "acl:relcl", "parataxis"}


def _object_of(token: Token) -> bool:
    """The 'shells' of 'fired two mortar shells at': a verb stands before it with nothing that opens a clause between."""
    for k in range(token.i - 1, 0, -1):
        other = token.doc[k]
        if other.pos_ == "VERB" and other.dep_ not in {"amod"}:
            return token.dep_ in {"obj", "obl", "nmod", "iobj", "conj", "compound"}
        if other.pos_ not in {"NOUN", "PROPN", "NUM", "ADJ", "DET"} and other.dep_ != "compound:prt":
            return False
    return False
