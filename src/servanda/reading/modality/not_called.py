"""Names that are given or withheld: 'recorded it as a violation', 'refused to call it one', 'too early to speak of an attack'.

Invariant: only the noun that would be the name is weakened; what it would be given to ('did not call the attack a
violation') is told as before.
"""

from __future__ import annotations

from servanda.reading.small_letters import compile_small, small

_NOT = (
    r"(?:not|n['’]t|never|cannot|refus\w+ to|declin\w+ to|reluctant to|unwilling to|unable to|hesitat\w+ to"
    r"|too (?:early|soon)(?: yet)? to|premature to|stop\w* short of|avoid\w*|without|no one|nobody)"
    r"(?: (?:be|been|have|yet|even|go so far as to))*"
    r"(?: \w+ly)?"
)
_THING = r"(?:the|its|their|this|that|any) [^.;,]{1,60}?"
_IT = rf"(?:it|this|that|them|these|those|{_THING})"
_NAME = r"(?:an?|the|any) (?:[\w-]+ ){0,3}$"
_CALL = r"(?:call|term|label|brand|declar|deem|consider|name|find|rul)\w*"
_SEE_AS = r"(?:describ|classif|treat|regard|qualif|count|characteri[sz]|register|record|log|class|recogni[sz]|see|saw)\w*"
_NOT_CALLED = compile_small(
    rf"\b{_NOT} (?:{_CALL} {_IT} (?:to (?:be|have been|constitute) )?{_NAME}|{_SEE_AS} {_IT} as {_NAME}"
    r"|(?:speak|spok|talk)\w* (?:of|about) (?:(?:an?|any|the) )?(?:[\w-]+ ){0,2}$)"
)
_CALLED_ELSE = compile_small(rf"\b{_NOT} (?:{_CALL} (?P<it>{_THING}) (?:an?|the) [\w-]+|{_SEE_AS} (?P<so>{_THING}) as )")


_NAMED_AS = compile_small(
    r"(?:^|[\s,])(?<!to )(?<!not )(?<!would )(?<!will )(?<!could )(?<!may )(?<!might )(?<!should )(?<!be )"
    r"(?:record|register|logg|list|document|classifi|describ|condemn|denounc|count|regard|treat|qualifi|characteri[sz])(?:e[sd]|ed|s)"
    rf" (?:{_IT} )?as {_NAME}"
)


def is_named_so(text: str, here: int) -> bool:
    """'Recorded the incident as a violation': whoever says so says that there was one."""
    return _NAMED_AS.search(small(text), 0, here) is not None


def not_called_so(text: str, here: int) -> bool:
    """Whether the noun at `here` is a name that is withheld."""
    return _NOT_CALLED.search(small(text), 0, here) is not None


def is_only_named(text: str, here: int) -> bool:
    """Whether the noun at `here` is what a name is withheld from: the attack of 'did not call the attack a violation'."""
    return any(
        m.start(name) <= here < m.end(name)
        for m in _CALLED_ELSE.finditer(small(text))
        for name in ("it", "so")
        if m[name] is not None
    )
