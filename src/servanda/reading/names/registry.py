"""Names of one case: built once from its agreement, then asked for the mentions of any text.

Invariant: `find` gives mentions sorted, non-overlapping, each with `text[start:end] == mention.text`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from servanda.agreement.model import Agreement
from servanda.reading.names.mention import Mention

_PRONOUN = re.compile(r"\b(?:they|it|he|she)\b", re.IGNORECASE)


class Names:
    """The names of a case. Make one with `Names.of`; it is never changed afterwards."""

    def __init__(self, aliases: Mapping[str, tuple[str, str]]) -> None:
        self._aliases = dict(aliases)
        words = sorted(self._aliases, key=len, reverse=True)
        self._pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)") if words else None

    @classmethod
    def of(cls, agreement: Agreement | None, extra: Mapping[str, str] | None = None) -> Names:
        """The names of an agreement. `extra` gives further aliases (words to an id of an actor or zone)."""
        aliases: dict[str, tuple[str, str]] = {}
        if agreement is not None:
            for zone in agreement.zones.values():
                for word in (zone.name, *zone.aliases):
                    aliases[word] = ("zone", zone.id)
            for actor in agreement.actors.values():
                for word in (actor.name, *actor.aliases):
                    aliases[word] = ("actor", actor.id)
        for word, ident in (extra or {}).items():
            kind = "zone" if agreement is not None and ident in agreement.zones else "actor"
            aliases[word] = (kind, ident)
        return cls(aliases)

    def find(self, text: str) -> list[Mention]:
        """All mentions in a text."""
        found = []
        for match in self._pattern.finditer(text) if self._pattern else ():
            kind, ident = self._aliases[match.group()]
            found.append(
                Mention(match.start(), match.end(), match.group(), "zone" if kind == "zone" else "actor", ident)
            )
        return found
