"""Which acts of a sentence are what is owed, and which are only spoken of: overseen, planned, named in the subject.

Invariant: every function looks at the sentence's words alone; where they do not say, the act counts as owed.
"""

from __future__ import annotations

import re

from servanda.drafting.clause import Duty

_PERFORMED = re.compile(
    r"\s+(?:\w+ly |also |then |first |not |both |all )*"
    r"(?:be (?:\w+ly |first |fully )*(?:carried out|completed?|complete|effected|executed|implemented|conducted|finished|"
    r"accomplished|done|undertaken|concluded|made|performed|started|begun|initiated|commenced|accompanied|finali[sz]ed|over|"
    r"ensured|guaranteed|secured|granted|facilitated|allowed|permitted|restored|respected|observed|maintained|upheld|"
    r"stopped|prohibited|forbidden|halted|ended|banned|suspended|excluded|avoided|prevented|immediate|without delay)|"
    r"take place|begin|start|commence|end|cease|stop|proceed|occur|follow|last|continue|happen|resume)\b",
    re.IGNORECASE,
)
_OVERSEES = re.compile(
    r"\b(?:oversee|supervise|coordinate|co-ordinate|report(?: regularly)?|discuss|review|plan|prepare|propose|study|recommend|"
    r"monitor|verify|observe|inspect|condemn|support|assist|advise|negotiate|consider|determine|decide|agree (?:up)?on|"
    r"work out|draw up|adopt|approve|publish|regulate|accompany|investigate|enquire|inquire|safeguard|protect)(?:s|ing)?\b"
    r"[^;]*$",
    re.IGNORECASE,
)
_RECEIVES = re.compile(
    r"\s+(?:[\w,+ -]{0,60}? )?(?:have|enjoy|receive|be (?:\w+ly )?"
    r"(?:given|granted|permitted|allowed|accorded|afforded|provided)(?: with)?)\b",
    re.IGNORECASE,
)
_SET_UP = re.compile(
    r"(?:^|[,;] )(?P<who>(?:An?|The|a|the) [^,;.()]{3,80}?)(?: \([^)]*\))? (?:shall|will|must|is to) be "
    r"(?:established|set up|formed|created|constituted|appointed)\b",
)
_EXCEPTION = re.compile(
    r"\b(?:do|does|shall|will) not (?:apply|extend|preclude|affect|prejudice|exclude)\b|\bwithout prejudice to\b[^,]*$|"
    r"\b(?:applies|apply|is to apply|are to apply) to\b",
    re.IGNORECASE,
)
_STANCE = re.compile(
    r"[^,;]{2,90}?\b(?:intends?|recogni[sz]e[sd]?|stress(?:es|ed)?|reiterate[sd]?|reaffirm(?:s|ed)?|recommends?|not(?:es|ed)|"
    r"welcomes?|expresse?[sd]?|acknowledge[sd]?|hopes?|aims?|recalls?|requests?|invites?|calls? (?:on|upon|for)|urges?|"
    r"understands?|appreciates?|condemns?|believes?|emphasi[sz]e[sd]?|prepared to|ready to|responsible for)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"\b(?:begin|start|commence|initiate|launch)(?:s|ning|ing|d)?\b", re.IGNORECASE)
_FINISHES = re.compile(r"\b(?:complete[sd]?|completing|finish(?:es|ed)?|conclude[sd]?|ended|finali[sz]ed?)\b", re.IGNORECASE)


def is_performed(sentence: str, duty: Duty) -> bool:
    """'The withdrawal shall be completed': what the words of duty say of an act before them is that it be done."""
    return bool(_PERFORMED.match(sentence, duty.start + len(duty.words)))


def oversees(words: str) -> bool:
    """Whether words between those of duty and an act make it what is watched, planned or talked about."""
    return bool(_OVERSEES.search(words))


def receives(sentence: str, duty: Duty) -> bool:
    """'The Mission shall enjoy freedom of movement': the subject gets it, and others owe it."""
    return bool(_RECEIVES.match(sentence, duty.start + len(duty.words)))


def set_up(sentence: str) -> tuple[str, int] | None:
    """'A commission shall be established …': the body, and where the words end."""
    found = _SET_UP.search(sentence)
    return (found["who"], found.end()) if found else None


def is_exception(sentence: str) -> bool:
    """'The truce does not apply to …', 'applies to …': whom the rest concerns, and nobody's duty."""
    return bool(_EXCEPTION.search(sentence)) and not re.search(r"\bshall (?:be|cease|withdraw|refrain|release)\b", sentence)


def is_stance(sentence: str) -> bool:
    """A sentence without a word of duty in which somebody recognises, intends or recommends something."""
    return bool(_STANCE.match(sentence))


def finish(sentence: str) -> int:
    """Where a sentence that tells of a beginning and an end tells of the end; 0 if it does not tell of both."""
    begins = _BEGINS.search(sentence)
    ends = _FINISHES.search(sentence, begins.end()) if begins else None
    return ends.start() if ends else 0
