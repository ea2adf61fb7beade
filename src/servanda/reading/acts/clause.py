"""One sentence as the reader sees it: verb groups, governors, subjects and complements of a word.

Invariant: nothing here is more than a reading of one sentence; every answer is a token or phrase of that sentence.
The tree is asked first; where it has no answer or an impossible one, the order of the words decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from functools import cache

from servanda.reading.acts.date_words import DAYS, names_day
from servanda.reading.acts.forms import Tag, noun_lemmas
from servanda.reading.acts.headline_lists import listed
from servanda.reading.acts.phrases import Phrase, find_phrases
from servanda.reading.acts.verbs import BE, is_verb, tags_of
from servanda.reading.frozen import dataclass, replace
from servanda.reading.modality.lexicon import Cue, modality_lexicon
from servanda.reading.names import Mention
from servanda.reading.parser.parsed import Doc, Token

HAVE = frozenset({"have", "has", "had", "having", "'ve", "’ve"})
DO = frozenset({"do", "does", "did"})
_GROUP_ADVERBS = frozenset(
    {
        "not",
        "n't",
        "n’t",
        "never",
        "still",
        "already",
        "also",
        "now",
        "again",
        "only",
        "just",
        "finally",
        "both",
        "each",
        "all",
        "yet",
        "no",
        "longer",
        "neither",
        "nor",
    }
)


@dataclass(frozen=True, slots=True)
class Group:
    """The verb group of a word: its auxiliaries from left to right and what they make of it."""

    start: int
    words: tuple[str, ...]
    tag: Tag
    infinitive: bool
    passive: bool
    perfect: bool
    progressive: bool
    finite: bool
    negated: bool

    @property
    def gerund(self) -> bool:
        """'Shelling the town', 'having shelled it'."""
        return (self.tag == "ing" and not self.progressive) or "having" in self.words


@dataclass(frozen=True, slots=True)
class Governor:
    """A word that governs an act: the cue, its token, how it governs."""

    cue: Cue
    token: int
    relation: str


@dataclass(slots=True)
class Sentence:
    """A parsed sentence with its phrases. `offset` is where it begins in the report's text, `monitors` are the ids of
    the actors that watch over the agreement, `words` are its words in lower case, `nouns` the nouns that these may be,
    `prepositions` those of its phrases, `groups` the verb groups asked for, `governors` what governs a
    token with its verb group; `of_a_way` tells that the sentence before is about a road, which 'it' is, `they_are`
    of what class the things are that it names and 'they' may be, `told_before` the nouns that its words may be;
    `watchers_say` are the stretches of the text that a monitor says, `watchers_sent` tells that teams of a monitor have
    been told of."""

    doc: Doc
    offset: int
    segment: str
    mentions: tuple[Mention, ...]
    phrases: list[Phrase] = field(default_factory=list)
    verbs: frozenset[int] = frozenset()
    at: dict[int, int] = field(default_factory=dict)
    monitors: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    prepositions: frozenset[str | None] = frozenset()
    groups: dict[int, Group] = field(default_factory=dict)
    governors: dict[int, tuple[Group | None, Governor | None]] = field(default_factory=dict)
    of_a_way: bool = False
    they_are: str | None = None
    told_before: frozenset[str] = frozenset()
    watchers_say: tuple[tuple[int, int], ...] = ()
    watchers_sent: bool = False

    def phrase_of(self, i: int) -> Phrase | None:
        """The phrase that holds token i."""
        return self.phrases[self.at[i]] if i in self.at else None

    def all_of(self, phrase: Phrase) -> list[Phrase]:
        """The phrase and those coordinated with it, in order."""
        index = self.at[phrase.start]
        while (first := self.phrases[index].joined) is not None:
            index = first
        out = [self.phrases[index]]
        last = index
        for k in range(index + 1, len(self.phrases)):
            if self.phrases[k].joined == last:
                out.append(self.phrases[k])
                last = k
            elif k > last + 1 or self.doc[self.phrases[k].start - 1].text != "(":
                break  # the letters of 'the Armed Forces (SAF) and the Support Forces' stand between
        return out

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Code points in the report's text of the tokens start to end."""
        last = self.doc[end - 1]
        return self.offset + self.doc[start].idx, self.offset + last.idx + len(last.text)


def view(doc: Doc, offset: int, segment: str, mentions: Sequence[Mention], monitors: frozenset[str] = frozenset()) -> Sentence:
    """The sentence that a Doc holds, with names that lie in it."""
    inside = tuple(m for m in mentions if offset <= m.start and m.end <= offset + len(doc.text))
    words = frozenset([t.lower_ for t in doc])
    nouns = frozenset().union(*map(noun_lemmas, words))
    sentence = Sentence(doc, offset, segment, inside, monitors=monitors, words=words, nouns=nouns)
    sentence.verbs = frozenset(t.i for t in doc if is_verb(t)) - _named_whole(doc, offset, inside)
    sentence.verbs |= _verbless(doc, sentence.verbs, sentence.words)
    sentence.phrases = find_phrases(doc, offset, inside, sentence.verbs)
    sentence.phrases = _fronted_clause(doc, _unjoined(doc, sentence.phrases, sentence.verbs), sentence.verbs)
    if segment == "headline":
        sentence.phrases = listed(doc, offset, sentence.phrases)
    sentence.prepositions = frozenset([p.prep for p in sentence.phrases])
    sentence.at = {k: n for n, p in enumerate(sentence.phrases) for k in range(p.start, p.end)}
    return sentence


def _named_whole(doc: Doc, offset: int, mentions: Sequence[Mention]) -> frozenset[int]:
    """The first words of a line that are names of the case, and no verbs, whatever the parser takes 'Norland' for."""
    name = next((m for m in mentions if m.start <= offset + 1 and m.kind in {"actor", "zone"} and m.how == "alias"), None)
    if name is None or not name.text[:1].isupper() or not name.text[1:2].islower():
        return frozenset()
    return frozenset(t.i for t in doc[:4] if name.start <= offset + t.idx < name.end and t.text[:1].isupper())


def _unjoined(doc: Doc, phrases: list[Phrase], verbs: frozenset[int]) -> list[Phrase]:
    """'left the city and troops entered': a phrase before a verb of its own is not joined to the object before it."""
    out = list(phrases)
    for n, phrase in enumerate(phrases):
        if phrase.joined is None:
            continue
        k = phrase.end
        while k < len(doc) and doc[k].pos_ in {"ADV", "PART"} and k not in verbs and doc[k].lower_ != "to":
            k += 1
        if k >= len(doc) or k not in verbs or doc[k].lower_.endswith("ing") or doc[k].dep_ in {"acl", "amod"}:
            continue
        first = phrases[phrase.joined]
        if first.end == first.start + 1 and doc[first.start].lower_ in DAYS:
            out[n] = replace(phrase, joined=None)  # 'drove past yesterday and the soldiers are there'
            continue
        if _is_told(doc, first):
            continue  # 'the mission says the army and the rebels have both left'
        if _is_done_to(doc, first, verbs) and not _hangs_on_subject(doc, phrases, phrase.joined):
            out[n] = replace(phrase, joined=None)
        elif (over := first.joined) is not None and _parted(doc, phrases[over], first, verbs):
            out[phrase.joined] = replace(first, joined=None)
    return out


def _is_told(doc: Doc, phrase: Phrase) -> bool:
    """Whether a phrase opens what somebody says: 'says the army …', 'said that the army …'."""
    told = doc[phrase.start - 1].lower_ if phrase.start and phrase.prep is None else ""
    return told in _TELLING or (told == "that" and doc[phrase.start - 1].pos_ == "SCONJ")


def _hangs_on_subject(doc: Doc, phrases: list[Phrase], n: int) -> bool:
    """'Says no fighting between the army and the rebels has …', 'said that units of the army and the rebels left'."""
    while n and phrases[n].prep in _OF_BOTH and phrases[n - 1].end == phrases[n].start - 1:
        n -= 1
    return _is_told(doc, phrases[n])


_OF_BOTH = frozenset({"of", "between", "from"})


def _parted(doc: Doc, one: Phrase, other: Phrase, verbs: frozenset[int]) -> bool:
    """'Return to their camps, and tanks and guns must be out': ', and' parts an object from the next subjects."""
    return [t.lower_ for t in doc[one.end : other.start]][:2] == [",", "and"] and _is_done_to(doc, one, verbs)


def _is_done_to(doc: Doc, phrase: Phrase, verbs: frozenset[int]) -> bool:
    """Whether a phrase behind a verb is its object or hangs on a preposition."""
    has_verb = any(
        j in verbs and doc[j].pos_ in {"VERB", "AUX"} and (doc[j].dep_ not in {"acl:relcl", "acl"} or carries_clause(doc[j]))
        for j in range(phrase.start)
    )
    start = phrase.start
    close = start - 1 in verbs or (start > 1 and start - 2 in verbs and doc[start - 1].pos_ in {"ADP", "PART"})
    return has_verb and (phrase.prep is not None or close)


def _fronted_clause(doc: Doc, phrases: list[Phrase], verbs: frozenset[int]) -> list[Phrase]:
    """'Hours after the truce went into effect, tanks and artillery opened fire': the comma closes a clause."""
    out = list(phrases)
    for n, phrase in enumerate(phrases[:-1]):
        nxt = phrases[n + 1]
        if phrase.joined is None or nxt.joined != n or doc[phrase.start - 1].text != "," or phrase.prep is not None:
            continue
        before = phrases[phrase.joined]
        own = nxt.end < len(doc) and nxt.end in verbs and not doc[nxt.end].lower_.endswith("ing")
        if own and before.prep is not None and any(k in verbs for k in range(before.start)):
            out[n] = replace(phrase, joined=None)
    return out


_TELLING = frozenset({"says", "said", "say", "reports", "reported", "believes", "confirms", "insists", "adds", "added"})


def carries_clause(token: Token) -> bool:
    """The 'fired' of 'Rebels fired on a post', hung by the parser on a subject that it took for the root."""
    head = token.head
    return token.dep_ == "acl" and head.head.i == head.i and head.pos_ in {"NOUN", "PROPN"} and token.i == head.i + 1


def _verbless(doc: Doc, verbs: frozenset[int], words: frozenset[str]) -> frozenset[int]:
    """A 'that' clause, or a whole sentence, in which the parser saw no verb: the last word that can be one is one."""
    found: set[int] = set(_taken_for_adjective(doc, verbs))
    if not verbs and not found and len(doc) > 3:
        able = [
            t.i
            for t in doc[1:]
            if any(tag in {"past", "s"} for _, tag in tags_of(t.lower_))
            and t.pos_ in {"VERB", "NOUN"}
            and doc[t.i - 1].pos_ in {"NOUN", "PROPN", "ADV", "PRON"}
        ]
        found.update(able[:1])
    if "that" not in words:
        return frozenset(found)
    start = None
    for k in range(len(doc) + 1):
        ends = k == len(doc) or doc[k].text in {",", ";", ":", "."}
        if start is not None and ends:
            inside = range(start, k)
            if not any(j in verbs for j in inside):
                able = [
                    j
                    for j in inside
                    if j > start + 1
                    and doc[j].pos_ == "NOUN"
                    and any(t == "s" for _, t in tags_of(doc[j].lower_))
                    and doc[j - 1].pos_ in {"NOUN", "PROPN", "ADJ"}
                ]
                found.update(able[-1:])
            start = None
        elif k < len(doc) and doc[k].lower_ == "that" and doc[k].pos_ in {"SCONJ", "PRON"}:
            start = k + 1
    return frozenset(found)


def _taken_for_adjective(doc: Doc, verbs: frozenset[int]) -> list[int]:
    """'Norway eased travel curbs': a past form between a name and the noun that the parser took for the root."""
    root = next((t for t in doc if t.head.i == t.i), None)
    if root is None or root.i in verbs or root.pos_ not in {"NOUN", "PROPN"} or any(c.dep_ == "cop" for c in root.children):
        return []
    return [
        t.i
        for t in root.children
        if t.dep_ == "amod"
        and 0 < t.i < root.i
        and t.nbor(-1).pos_ == "PROPN"
        and t.nbor(-1).head.i == root.i
        and any(tag == "past" for _, tag in tags_of(t.lower_))
    ][:1]


def group_of(sentence: Sentence, i: int) -> Group:
    """The verb group whose last word is token i, read from right to left."""
    known = sentence.groups.get(i)
    if known is None:
        known = sentence.groups[i] = _group(sentence, i)
    return known


def _group(sentence: Sentence, i: int) -> Group:
    doc = sentence.doc
    word = doc[i].lower_
    k = i - 1
    collected: list[str] = []
    infinitive = False
    start = i
    helping = _helping()
    while k >= 0:
        low = doc[k].lower_
        if low == "to" and (start == i or start == k + 1):  # 'to leave', 'to not leave', 'to at once leave', 'to be left'
            infinitive = True
            start = k
            k -= 1
            if k >= 0 and doc[k].lower_ in {"not", "never"}:
                collected.append(doc[k].lower_)
                start = k
            break
        month = low == "may" and k and doc[k].text == "May"  # 'the men held since May were freed'
        if low in helping and not month and not (low in {"'s", "’s"} and doc[k].pos_ == "PART"):
            collected.append(low)
            start = k
        elif low in _GROUP_ADVERBS or doc[k].pos_ == "ADV" or (doc[k].is_quote and k) or _joins_adverbs(doc, k):
            collected.append(low)
        elif low == "-" and doc[k + 1].pos_ == "ADV" and not doc[k].whitespace_:
            k -= 2  # 'to single-handedly end it'
            continue
        elif (modal := _modal_over(sentence, k)) is not None:
            k = modal
            continue
        else:
            break
        k -= 1
    words = tuple(reversed(collected))
    auxes = [w for w in words if w in helping]
    if not auxes:
        auxes = _inverted(sentence, i)
    tags = {tag for _, tag in tags_of(word)} or _morph_tags(doc[i])
    be = not BE.isdisjoint(auxes)
    participle = bool(tags & {"pp"})
    passive = participle and be and _last_be(auxes)
    perfect = participle and not HAVE.isdisjoint(auxes)
    ing = word.endswith("ing") and "ing" in tags
    tag: Tag = (
        "ing"
        if ing
        else "pp"
        if passive or perfect
        else "base"
        if infinitive or (not _before_base().isdisjoint(auxes) and "base" in tags)
        else "past"
        if "past" in tags
        else "pp"
        if participle
        else "s"
        if "s" in tags
        else "base"
    )
    finite = not infinitive and (bool(auxes) or tag in {"past", "s"} or (tag == "base" and not infinitive))
    if (ing and not be) or "having" in words:
        finite = False
    return Group(
        start=start,
        words=words or tuple(auxes),
        tag=tag,
        infinitive=infinitive,
        passive=passive,
        perfect=perfect,
        progressive=(ing and be) or (passive and "being" in words and any(w in BE and w != "being" for w in words)),
        finite=finite,
        negated=_negated(words, doc, i),
    )


def _joins_adverbs(doc: Doc, k: int) -> bool:
    """The 'and' of 'will immediately and completely leave'."""
    joins = doc[k].lower_ in {"and", "but", "or"} and k > 0 and k + 1 < len(doc)
    return joins and doc[k - 1].lower_.endswith("ly") and doc[k - 1].pos_ == doc[k + 1].pos_ == "ADV"


def _modal_over(sentence: Sentence, k: int) -> int | None:
    """The 'should' of 'should in the meantime be reopened', where a phrase stands between that ends at token k; the 'had' of
    'had by Wednesday withdrawn', where it is of time."""
    phrase = last = sentence.phrase_of(k)
    if last is not None and last.prep in {"of", "to"} and last.end == k + 1 and last.start > 1:
        phrase = sentence.phrase_of(last.start - 2) or last  # 'had by the evening of 15 March withdrawn'
    if phrase is None or phrase.prep is None or last is None or last.end != k + 1 or phrase.start < 3:
        return None
    at = phrase.start - 1 - len(phrase.prep.split())
    if at > 0 and sentence.doc[at].lower_ == "as":  # 'had as of 12 March freed'
        at -= 1
    if at > 0 and names_day(sentence.doc[phrase.start : k + 1]) and sentence.doc[at].lower_ in HAVE | BE:
        return at
    modal = at > 0 and sentence.doc[at].lower_ in modality_lexicon().auxiliaries and sentence.doc[at].text != "May"
    return at if modal and sentence.doc[at].pos_ == "AUX" else None


@cache
def _helping() -> frozenset[str]:
    """The auxiliaries."""
    return BE | HAVE | _before_base()


@cache
def _before_base() -> frozenset[str]:
    """Those that a base form follows: 'did', 'will', 'may'."""
    return DO | frozenset(modality_lexicon().auxiliaries)


def _inverted(sentence: Sentence, i: int) -> list[str]:
    """Auxiliaries parted from the verb by its subject ('have the rebels left', 'nor did they leave')."""
    found = []
    for child in sentence.doc[i].children:
        if child.dep_ in {"aux", "aux:pass"} and child.i < i:
            low = child.lower_
            if low in _helping():
                found.append(low)
    return found


def _last_be(auxes: list[str]) -> bool:
    return auxes[-1] in BE


def _morph_tags(token: Token) -> set[Tag]:
    morph = token.morph
    form = morph.get("VerbForm", [])
    if "Part" in form or "Ger" in form:
        return {"ing"} if token.lower_.endswith("ing") else {"pp"}
    if "Inf" in form:
        return {"base"}
    if "Past" in morph.get("Tense", []):
        return {"past", "pp"} if token.lower_.endswith("ed") else {"past"}
    if "3" in morph.get("Person", []) and "Sing" in morph.get("Number", []):
        return {"s"}
    return {"base"}


def _denied_after(doc: Doc, i: int) -> bool:
    """A copula takes its 'not' behind it: 'are not in the village', 'is no longer there'."""
    after = [t.lower_ for t in doc[i + 1 : i + 4]]
    first = next((n for n, w in enumerate(after) if w in {"not", "n't", "n’t", "never", "no"}), None)
    between = set(after[:first]) - {"still", "yet", "now", "currently", "certainly", "also"}
    contrast = any(t.lower_ == "but" for t in doc[i + 2 : i + 10])  # 'is not 15 March, but 25 March'
    if first is None or between or contrast:
        return False
    following = after[first + 1 : first + 2]
    return following != ["only"] and (after[first] != "no" or following == ["longer"])


def _negated(words: tuple[str, ...], doc: Doc, i: int) -> bool:
    lexicon_ = modality_lexicon()
    if not lexicon_.negative.isdisjoint(words):
        return not ("only" in words and "not" in words and words.index("only") == words.index("not") + 1)
    if doc[i].lower_ in BE and _denied_after(doc, i):
        return True
    if _not_who(doc[i]):
        return True
    return any(c.lower_ in {"not", "n't", "n’t", "never"} and c.i < i and i - c.i <= 4 for c in doc[i].children)


def _not_who(verb: Token) -> bool:
    """'It was not the rebels that fired': they did not."""
    who = verb.head
    if verb.dep_ != "acl:relcl" or not any(c.dep_ == "cop" for c in who.children):
        return False
    if not any(c.dep_.startswith("nsubj") and c.lower_ in {"that", "who", "which"} for c in verb.children):
        return False  # 'it is not the first time that the army fired'
    it = any(c.dep_ in {"nsubj", "expl"} and c.lower_ == "it" and c.i < who.i for c in who.children)
    return it and any(c.lower_ in {"not", "n't", "n’t"} and c.i < who.i for c in who.children)


def opens_clause(sentence: Sentence, phrase: Phrase) -> bool:
    """'It has begun in Oma, and the process should …': behind ', and' the subject of the next verb is joined to nothing."""
    head = sentence.doc[phrase.head]
    if phrase.prep is not None or head.dep_ not in {"nsubj", "nsubj:pass"} or head.head.i < phrase.end or phrase.start < 2:
        return False
    return sentence.doc[phrase.start - 1].lower_ == "and" and sentence.doc[phrase.start - 2].text == ","
