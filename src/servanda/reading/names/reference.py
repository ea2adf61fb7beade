"""Reference: 'the army', 'they', 'both sides': words that stand for actors named before.

Invariant: an id is given only where exactly one actor of the nearest sentence that names any fits; else None.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from servanda.reading.names.aliases import PANELS, Table
from servanda.reading.names.doers import SAID_OF, addressed, doer, teller_of_it
from servanda.reading.names.first_told import first_told
from servanda.reading.names.folding import folded_word
from servanda.reading.names.lexicon import claimed, heads
from servanda.reading.names.mention import Mention
from servanda.reading.names.own_head import of_an_army, own_head, singular
from servanda.reading.names.own_state import GOVERNING_WORDS, governing, own_body
from servanda.reading.names.spokesmen import SAYS_IT, are_several, spoken_for
from servanda.reading.names.whereabouts import is_where


class Before:
    """The mentions of a text up to a place, with what is asked of them kept ready. `whole` are those of all the text;
    at `places` begin names of countries that somebody went to or came from."""

    def __init__(
        self,
        starts: Sequence[int],
        table: Table,
        whole: Sequence[Mention] = (),
        places: Collection[int] = (),
        text: str = "",
    ) -> None:
        self.starts = starts
        self.places = places
        self.text = text
        self.table = table
        self.mentions: list[Mention] = []
        self._by_head: dict[str, set[str]] = {}
        self._groups: set[str] = set()
        self._entities = frozenset(table.states.values())
        self._states = frozenset(i for row, i in table.states.items() if row not in claimed())
        self._whole = frozenset(m.id for m in whole if m.id is not None and self._is_group(m))

    def add(self, mention: Mention) -> None:
        """The next mention of the text."""
        self.mentions.append(mention)
        if mention.kind == "zone" or mention.how in ("pronoun", "guessed") or mention.members:
            return
        if mention.id is None:
            if mention.how != "collective":
                self._by_head.setdefault(own_head(mention), set()).add(f"?{mention.text}")
            return
        self._by_head.setdefault(own_head(mention), set()).add(mention.id)
        if mention.kind in ("actor", "group") and mention.id not in self._states:
            self._groups.add(mention.id)

    def _clause_end(self, at: int) -> int:
        """Where those stand who can be meant by a pronoun at `at`: 'the soldiers whom they held' are not 'they'."""
        match = _WHOM.search(self.text, max(0, at - 16), at)
        last = self.mentions[-1] if match is not None and self.mentions else None
        return last.start if last is not None and match is not None and last.end == match.start() else at

    def nearest(self, at: int, back: int = 1) -> list[tuple[int, int]]:
        """This sentence up to `at`, then the sentences before it."""
        n = bisect_right(self.starts, at) - 1
        earlier = [(self.starts[k - 1], self.starts[k]) for k in range(n, max(0, n - back), -1)]
        return [(self.starts[n], at), *earlier]

    def between(self, start: int, end: int) -> Iterator[Mention]:
        """Mentions that begin in a stretch, last first."""
        for m in reversed(self.mentions):
            if m.start < start:
                return
            if m.start < end:
                yield m

    def both_sides(self, sort: str, words: str, at: int) -> tuple[str, ...]:
        """The ids that 'the two sides' or 'the parties' stand for; empty where that is not plain."""
        table = self.table
        if count := next((n for n, w in ((3, "three"), (4, "four"), (5, "five")) if w in words.lower()), 0):
            exact = next((x for x in (table.signatories, table.sides) if len(x) == count), ())
            return exact or (table.sides if words.lower().startswith("all") and len(table.sides) > 2 else ())
        if sort == "parties" and not words.lower().startswith(("the sides", "sides")):
            return table.sides if len(table.sides) >= 2 else ()
        for span in self.nearest(at):
            ids = [i for i in self._ids(*span) if i is None or i not in table.bystanders]
            if len(ids) == 2 and None not in ids:
                return tuple(sorted(str(i) for i in ids))
            if len(ids) > 2 or None in ids:
                break
        if len(table.sides) == 2 and sort != "both-bare":
            return table.sides
        named = {m.id for m in self.mentions if m.kind in ("actor", "person", "group")} & set(table.sides)
        if len(named) == 2:
            return tuple(sorted(str(i) for i in named))
        if sort != "parties" or any(m.id is None and m.kind == "group" and not m.members for m in self.mentions):
            return ()  # 'the sides' after groups that nobody can place are not all of the case's
        return table.sides if len(table.sides) >= 2 else ()

    def one_of_two(self, at: int, *, last: bool) -> str | None:
        """'The latter', 'the former': of the only two actors of the nearest sentence that names any."""
        for span in self.nearest(at):
            ids = self._ids(*span, collectives=False)
            if ids:
                return ids[0 if last else 1] if len(ids) == 2 else None
        return None

    def other_of_two(self, at: int) -> str | None:
        """'The other side': of two sides that the nearest sentence names one after the other, the one named second; of
        one, the only side that it stands against."""
        for span in self.nearest(at):
            ids = [i for i in reversed(self._ids(*span)) if i is None or i not in self.table.bystanders]
            if None in ids or len(ids) > 2 or (len(ids) == 2 and self._joined(*span)):
                return None
            if len(ids) == 2:
                return ids[1] if set(ids) <= set(self.table.sides) else None
            if ids:
                rest = set(self.table.sides) - set(ids)
                return rest.pop() if len(rest) == 1 and ids[0] in self.table.sides else None
        return None

    def _joined(self, start: int, end: int) -> tuple[str, ...]:
        """The two with whom a sentence begins ('The army and the rebels met …'), where nobody who is a side stands beside."""
        found = [m for m in self.between(start, end) if m.kind in ("actor", "person", "group") and m.how != "pronoun"]
        if len(found) < 2 or not self.text:
            return ()
        says = found[-1].id in self.table.bystanders and _SAYS.match(self.text, found[-1].end) is not None
        if says and len(found) > 2:  # 'The mission says the army and the rebels …'
            start, found = _SAYS.match(self.text, found[-1].end).end(), found[:-1]  # type: ignore[union-attr]
        first, second = found[-1], found[-2]
        ids = {first.id, second.id}
        if None in ids or len(ids) < 2 or not _AND.fullmatch(self.text[first.end : second.start]):
            return ()
        if not _LEADING.fullmatch(self.text[start : first.start]):
            return ()
        beside = (m for m in found[:-2] if m.id not in ids)
        if any(m.members or m.id is None or m.id in self.table.sides for m in beside):
            return ()
        return tuple(sorted(str(i) for i in ids))

    def _ids(self, start: int, end: int, *, collectives: bool = True) -> list[str | None]:
        """Distinct actors named in a stretch, last first; an actor that the case does not know counts, as None."""
        found: dict[str, str | None] = {}
        for m in self.between(start, end):
            if m.members and not collectives:
                continue
            if m.members:
                found.update({i: i for i in m.members if i not in found})
            elif m.kind in ("actor", "person", "group") and m.how != "pronoun":
                found.setdefault(m.id or f"?{folded_word(m.text)}", m.id)
        return list(found.values())

    def one(self, at: int, beside: frozenset[str] = frozenset()) -> str | None:
        """The only actor of the nearest sentence that names any but those `beside`, this one up to here or the one before."""
        for span in self.nearest(at):
            ids = [i for i in self._ids(*span) if i not in beside]
            if ids:
                return ids[0] if len(ids) == 1 else None
        return None

    def person(self, at: int) -> str | None:
        """The actor of the only person spoken of in this sentence and the two before."""
        those = [m for span in self.nearest(at, 2) for m in self.between(*span) if m.kind == "person"]
        ids = {m.id for m in those if not (m.office or "").split(" of ")[0].endswith("s")}  # 'officials' are several
        return next(iter(ids)) if len(ids) == 1 else None

    def meant_by(self, pronoun: str, at: int, having: str = "") -> str | None:
        """The actor that 'it' or 'they' stands for: the only one of its number in the nearest sentence with one; of
        'its fighters' (`having`) the only one there that can have some."""
        if (denies := self._denier(at)) is not None:
            return denies
        if (says := SAYS_IT.search(self.text, max(0, at - 60), at)) is not None and not having:
            last = next(self.between(0, says.end(1)), None)
            told = last is not None and last.end == says.end(1) and last.kind == "actor" and last.how != "pronoun"
            if last is not None and told and not is_where(self.text, last, self.table):
                return last.id  # 'the army said it …'
            if (last is None or last.end < says.start(1)) and heads().get(says[1].lower(), "person") != "person":
                return None  # a body that nobody here knows speaks of itself
        several = pronoun.lower() != "it"
        here, _ = self.nearest(at)[0]
        side = spoken_for(self.text, self.between(here, at), here, at)
        if side is not None and (having or not several):
            return side
        if (obliged := addressed(self.text, self.between(here, at), at)) is not None:
            return obliged
        if having and (own := doer(self.text, self.between(here, at), at, here)) is not None:
            return own
        if not having and (body := self._of_a_body(at, several=several)) is not None:
            return body or None
        spans = self.nearest(self._clause_end(at))
        for span in spans[1:] if pronoun.lower() == "them" else spans:
            fitting = [m for m in self.between(*span) if _fits(m, several, self.table) and self._can_have(m, having)]
            fitting = [m for m in fitting if not is_where(self.text, m, self.table)]
            ids = {m.id or f"?{folded_word(m.text)}": m.id for m in fitting}
            if len(ids) == 2 and (having or several):  # 'the army shelled a rebel camp after two of its men …'
                free = {m.id for m in fitting if not _THING_BEHIND.match(self.text, m.end)}
                ids = {str(i): i for i in free if i is not None} if len(free) == 1 else ids
            if not ids:  # 'On Thursday it … That night it …': whom the pronoun of the sentence stands for
                ids = {m.id: m.id for m in self.between(*span) if m.how == "pronoun" and m.id and _alike(m, several)}
            if ids:
                aside = side is not None and span[0] < here and not any(are_several(self.text, m) for m in fitting)
                speaks = several and (aside or teller_of_it(self.text, fitting, at))
                return next(iter(ids.values())) if len(ids) == 1 and not speaks else None
        return self._led(at) if pronoun.lower() == "they" and not having else None

    def _led(self, at: int) -> str | None:
        """'The leader of the Front said they …', where nobody else can be meant: the Front."""
        says = SAYS_IT.search(self.text, max(0, at - 60), at)
        last = next(self.between(0, says.end(1)), None) if says is not None else None
        if says is None or last is None or last.end != says.end(1) or last.kind != "person" or not last.office:
            return None
        return last.id if last.id is not None and self._is_group(last) else None

    def _of_a_body(self, at: int, *, several: bool) -> str | None:
        """The body or people that 'it' or 'they' goes on from: '' where of nobody known, None where there is none."""
        (here, _), *earlier = self.nearest(at)
        told = first_told(self.text, here, earlier[0][0] if earlier else here, at, several=several)
        return next((m.id for m in self.between(*told) if m.id), "") if told is not None else None

    def _denier(self, at: int) -> str | None:
        """'X denies Y's charge that it …': X."""
        match = _DENIES.search(self.text, max(0, at - 90), at)
        subject = next(self.between(0, match.start()), None) if match is not None else None
        return subject.id if subject is not None and match is not None and match.start() - subject.end <= 12 else None

    def _can_have(self, mention: Mention, body: str) -> bool:
        """Fighters are those of a movement, troops those of nobody who only watches."""
        if mention.id is None or not body:
            return True
        if body in _IRREGULAR:
            return mention.id not in self._states | self.table.monitors | {self.table.government, self.table.army}
        return mention.id not in self.table.monitors

    def members(self, at: int) -> tuple[str, ...]:
        """The members of the last collective, if nobody else was named since, in this sentence or the one before; or the
        two with whom the nearest sentence that names anybody begins."""
        for span in self.nearest(self._clause_end(at)):
            if pair := self._joined(*span):
                return pair
            for m in self.between(*span):
                if m.kind in ("actor", "person", "group") or (m.members and m.how == "pronoun"):
                    return m.members
        return ()

    def same_body(self, head: str) -> str | None:
        """The one actor whose body or office of that name was spoken of so far."""
        same = self._by_head.get(singular(head), set())
        ident = next(iter(same)) if len(same) == 1 else "?"
        return None if ident.startswith("?") else ident

    def rebels(self, at: int, far: bool = True) -> str | None:
        """The actor that 'the rebels' stands for: the one armed group named last (only near by, for rebels without an
        article), else the only one of the sides, or of those that the text names."""
        for span in self.nearest(at, len(self.starts) if far else 1):
            found = {
                m.id or f"?{folded_word(m.text)}"
                for m in self.between(*span)
                if self._is_group(m) and not self._speaks_of(m, at)
            }
            if found:
                ident = next(iter(found))
                return ident if len(found) == 1 and not ident.startswith("?") else None
        apart = self._states | self.table.no_rebels | {self.table.government}
        apart |= {m.id for m in self.between(*self.nearest(at)[0]) if self._speaks_of(m, at)}
        groups = [a for a in self.table.sides if a not in apart]
        if self._states.issuperset(self.table.sides):
            groups = [a for a in self.table.bound if a not in apart]  # an accord of states over those who rose against one
        if len(groups) > 1:  # of several, the only one that the text names at all
            groups = [a for a in groups if a in self._whole] if len(self._whole) == 1 else []
            if not self._states and self.table.government is None:  # any of them may be a state, that only speaks here
                groups = [a for a in groups if any(m.id == a for m in self.mentions)]
        return groups[0] if len(groups) == 1 and len(self.table.sides) > 1 else None

    def _speaks_of(self, mention: Mention, at: int) -> bool:
        """'X said rebels …', 'X and rebels …', 'X: rebels …': whoever says so, or stands beside them, is none of them."""
        several = _SEVERAL.match(self.text, at) is not None  # 'the Front said the rebel group …' may be the Front
        return several and _OF_OTHERS.fullmatch(self.text, mention.end, at) is not None

    def called(self, word: str) -> str | None:
        """Whom 'separatists' without an article stands for: whoever the case calls so, where the text names no other group."""
        own = self.table.definites.get(word)
        return own if own is not None and self._whole <= {own} else None

    def _is_group(self, mention: Mention) -> bool:
        speaks = mention.kind == "person" and mention.id is not None and mention.office is not None  # 'the X spokesman NAME'
        if (mention.kind not in ("actor", "group") and not speaks) or mention.how in ("pronoun", "guessed") or mention.members:
            return False
        if mention.id is None:
            return own_head(mention) in _INSURGENT and mention.how not in ("collective",)
        table = self.table
        return mention.id not in self._states | table.monitors | table.no_rebels | {table.government}

    def definite(self, words: str, sort: str, at: int) -> str | None:
        """The actor that 'the army', 'the ministry', 'the president', 'the group' stands for, where one fits."""
        form = folded_word(words)
        head = form.split()[-1]
        if set(map(singular, form.split())) & _INSURGENT and not form.startswith(GOVERNING_WORDS):
            return self.table.definites.get(form) or self.rebels(at)
        if sort.endswith("definite-group"):
            return self._group(form, head, at)
        if form in _ANYBODYS and (told := self._soldiers_told(at)) is not None:
            return None if told.startswith("?") or self._others_so_called(head, told, at) else told
        explicit, own = self.table.definites.get(form), self._own(form)
        same = self._by_head.get(singular(head), set())
        if head in PANELS:
            return explicit if not same - {explicit} else None
        if head in _ANY_SIDE and len(same) == 1 and not next(iter(same)).startswith("?"):
            return next(iter(same))  # 'the garrison', after 'the Front garrison'
        if explicit or own:  # an 'army' that is a movement's name is not 'the army' where the case has a state's
            same = {i for i in same if i in {explicit, own} or i in self._states or i.startswith("?")}
        if same:
            ident = next(iter(same))
            either = head in _WHOSE_ARMY and self._soldiers_beside(ident, at)
            return ident if len(same) == 1 and not ident.startswith("?") and not either else None
        return explicit or self._of_a_state(at, sort, head, own)

    def _soldiers_beside(self, ident: str, at: int) -> bool:
        """'Northland's army left. Southland soldiers moved in, the army said': whose soldiers the sentence names may speak."""
        here = list(self.between(*self.nearest(at)[0]))
        others = any(m.id in self._states - {ident} and own_head(m) in _SOLDIERS and m.how != "pronoun" for m in here)
        return others and not any(m.id == ident for m in here)

    def _soldiers_told(self, at: int) -> str | None:
        """Whose soldiers the nearest sentence that names any speaks of, where those of one alone: 'Eritrean soldiers left.
        … whether the troops would …'."""
        for span in self.nearest(at):
            named = [m for m in self.between(*span) if own_head(m) in _SOLDIERS and m.how not in ("collective", "pronoun")]
            ids = {m.id or f"?{folded_word(m.text)}" for m in named}
            if ids:
                return next(iter(ids)) if len(ids) == 1 else None
        return None

    def _others_so_called(self, head: str, told: str, at: int) -> bool:
        """'X soldiers crossed the line. Y forces warned them. The soldiers left': not Y's."""
        near = [[m for m in self.between(*span) if own_head(m) == singular(head)] for span in self.nearest(at, 2)]
        called = ({m.id for m in those if m.how not in ("collective", "pronoun")} for those in near)
        return told not in next((ids for ids in called if ids), {told})

    def _group(self, form: str, head: str, at: int) -> str | None:
        called = self.table.definites.get(form)
        if called is not None:
            return called
        if head in ("country", "state", "republic", "kingdom"):
            nearest = self.one(at)
            return nearest if nearest in self._entities else None
        return self._one_group(at)

    def _one_group(self, at: int) -> str | None:
        """The only movement or alliance of the nearest sentence with any actor, states and monitors aside."""
        table = self.table
        for span in self.nearest(at):
            named = [m for m in self.between(*span) if m.kind in ("actor", "person", "group") and m.how != "pronoun"]
            unplaced = [m for m in named if m.id is None and m.kind != "person" and own_head(m) not in _SOLDIERS]
            ids = {m.id for m in named if m.id is not None} | {f"?{folded_word(m.text)}" for m in unplaced}
            groups = {i for i in ids if i.startswith("?") or i in self._groups} - {table.government, table.army}
            if len(groups) > 1:
                groups -= table.monitors | table.bystanders
            if ids:
                one = next(iter(groups), "?")
                return one if len(groups) == 1 and not one.startswith("?") else None
        return None

    def of_the_state(self, words: str, at: int) -> str | None:
        """Whose 'soldiers', 'police', 'government troops' are, without an article: the case's one state's, unless
        another state, known to the case or not, was spoken of just before."""
        form = folded_word(words)
        own, called = self._own(form), governing(form, self.table.definites)
        beside = self.table.bystanders if form.startswith(GOVERNING_WORDS) else frozenset()
        if called is not None or own is None or self._foreign_near(at, own, beside):
            return called
        doubtful = folded_word(words) in _ANYBODYS and bool(self.table.foreign_troops - {own})
        return own if not doubtful or any(m.id == own for span in self.nearest(at) for m in self.between(*span)) else None

    def office(self, title: str, at: int) -> str | None:
        """Whose president or minister is meant by a bare title: the case's one state's, on the same condition."""
        form = folded_word(title)
        if form not in _OF_STATE and not form.endswith(" minister"):
            return None
        own = self.table.government
        if own is None or own not in self.table.sides:
            return None  # beside a state that signed, and has a president too
        return None if self._foreign_near(at, own) else own

    def body(self, head: str, at: int) -> str | None:
        """Whose 'army spokesman' or 'interior ministry official' is meant: of several states, only the one whose body of that
        name the text has told of; the state that it names beside him may be the one he speaks against."""
        form = folded_word(head)
        if self._own(form) is None and form not in self.table.definites and len(self._states & set(self.table.sides)) > 1:
            return self.same_body(form.split()[-1])
        return self.definite(head, "definite-body", at)

    def _own(self, form: str) -> str | None:
        return own_body(form, self.table.government, self.table.army, self.table.definites)

    def _foreign_near(self, at: int, own: str, beside: frozenset[str] = frozenset()) -> bool:
        """Whether another state is named in this sentence up to here or in the one before: not one of those `beside`
        ('government forces' are no guarantor's)."""
        return any(
            m.kind in ("actor", "person", "group")
            and m.id != own
            and m.id not in beside
            and (m.id in self._states or (m.id is None and m.how in ("alias", "demonym", "office")))
            and m.start not in self.places
            and m.id not in self.table.definites.values()
            for span in self.nearest(at)
            for m in self.between(*span)
        )

    def _of_a_state(self, at: int, sort: str, head: str, own: str | None) -> str | None:
        """The state named last, if only one was; else the only side that is a state or a government."""
        near = self.one(at)
        if own is not None:
            foreign = near if near in self._states and near != own else None
            if any(m.id in {*self.table.bound} & self._states - {own} for s in self.nearest(at, 1) for m in self.between(*s)):
                return None  # another state that has duties here has ministries too
            if foreign is None or foreign not in self.table.sides:
                return own if foreign is not None or not self._unknown_state(at) else None
            return None
        if head in ("troops", "soldiers", "forces", "units"):
            return self._army_before(at) or self.one(at, frozenset(self.table.monitors))
        if head in ("fighters", "militants", "militia", "militiamen", "combatants", "column", "columns", "paramilitaries"):
            return near if near in self._groups - self.table.monitors - {self.table.government, self.table.army} else None
        if sort.endswith("definite-person"):
            return self.office(head, at)
        return near if head in heads() and near in self._states else None

    def _army_before(self, at: int) -> str | None:
        """'X's army said it had left. The rebels confirmed the soldiers were gone': whose army the sentence before told of,
        where this one names only who says so, and as no army."""
        here, *earlier = self.nearest(at)
        named = [m for m in self.between(*here) if m.kind in ("actor", "person", "group")]
        if len({m.id for m in named}) != 1 or any(map(of_an_army, named)):
            return None
        if _OF_OTHERS.fullmatch(self.text, named[0].end, at) is None:
            return None
        told = {m.id for span in earlier for m in self.between(*span) if of_an_army(m) and m.how != "pronoun"}
        one = told.pop() if len(told) == 1 else None
        return one if one != named[0].id else None

    def _unknown_state(self, at: int) -> bool:
        """Whether the nearest names are of a state that the case does not know."""
        span = self.nearest(at)[0]
        return any(m.id is None and m.kind == "actor" and m.how in ("alias", "demonym") for m in self.between(*span))


_AND = re.compile(r",? (?:and|together with|along with|as well as) (?:the |those of )?(?:[a-z]+ (?:of (?:the )?)?){0,2}")
_LEADING = re.compile(r"(?:(?!\w+ed\b)[\w'’-]+,? ){0,5}?(?:[Bb]oth )?(?:[Tt]he )?(?:[a-z]+ (?:of (?:the )?)?){0,2}")


def _alike(mention: Mention, several: bool) -> bool:
    word = mention.text.lower()
    return (word in {"they", "them", "their"}) == several and word not in {"he", "she", "his", "her"}


_THING_BEHIND = re.compile(
    r"\s(?:camp|base|post|position|checkpoint|bunker|convoy|patrol|boat|vehicle|village|outpost|trench"
    r"|interpreter|driver|officer|monitor|worker|employee|official|leader|prisoner|captive|soldier|policeman|truck|lorry|helicopter)\b"
)
_SAYS = re.compile(r" (?:says?|said|reports|reported|found|confirmed|confirms|noted|believes|concluded)(?: that)? (?:the )?")
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|refuted?)\s[^.;,]{0,50}?"
    r"\b(?:charge|accusation|claim|allegation|report|suggestion)s? that (?:its |their )?$"
)
_WHOM = re.compile(r",? (?:whom|that|which) $")
_ANYBODYS = frozenset(["soldiers", "troops", "servicemen", "soldier", "serviceman", "marine", "sailor", "conscript"])
"""Without an article they may be those of a state that is no side but has troops in the case."""
_ANY_SIDE = frozenset(["garrison", "contingent", "column", "battalion", "brigade"])
_WHOSE_ARMY = frozenset(["army", "military"])
_IRREGULAR = frozenset(["fighters", "guerrillas", "militants", "rebels", "insurgents", "gunmen", "movement"])
_SOLDIERS = frozenset(["soldier", "troop", "force", "serviceman", "servicemen", "police", "policemen", "peacekeeper"])
_SEVERAL = re.compile(r"(?:the )?[a-z]+s\b", re.IGNORECASE)
_OF_OTHERS = re.compile(
    r"(?:['’]s)?(?: (?!and\b|or\b)[\w-]+){0,2}?"
    rf"(?: (?:and|or|with|against)|:|,? (?:has |have |had )?(?:{SAID_OF})(?: [\w-]+ly)?(?: on \w+)?(?: that)?),? (?:the )?",
    re.IGNORECASE,
)
_INSURGENT = frozenset(["rebel", "separatist", "insurgent", "guerrilla"])
_OF_STATE = frozenset(
    ["president", "prime minister", "premier", "pm", "vice president", "minister", "king", "interior ministry"]
)


def _fits(mention: Mention, several: bool, table: Table) -> bool:
    if mention.kind not in ("actor", "group", "person"):
        return False
    head = (folded_word(mention.office or mention.text).split() or [""])[-1]
    plural = mention.kind == "group" or head in _PLURAL or (head.endswith(("s", "men")) and head in heads())
    armed = mention.id is not None and mention.id not in table.states.values()
    if head in _BOTH_WAYS and mention.kind == "actor":
        return True
    if several:
        return plural or (armed and mention.kind == "actor") or head in ("army", "military", "police")
    return not plural and mention.kind == "actor"


_BOTH_WAYS = frozenset(["army", "military", "police"])
"""'Israel's military said it fired', 'the army said they fired'."""
_PLURAL = frozenset(["troops", "forces", "servicemen", "aircraft", "military", "police", "spokespeople"])
