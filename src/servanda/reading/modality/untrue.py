"""What is said to be untrue, made up or taken back: 'rumours of a pull-out proved false', 'called the attack a lie'.

Invariant: only the words of the sentence around an act are looked at; who says so is told elsewhere.
"""

from __future__ import annotations

from servanda.reading.acts.clause import Sentence
from servanda.reading.small_letters import compile_small, small

_NO_TRUTH = compile_small(
    r"\bno truth (?:whatsoever )?(?:in|to) (?:the |any |these |those )?[\w-]+ that\b"
    r"|\b(?:(?:is|was) (?:simply |just )?not|(?:is|was)n['’]t) (?:the case|so) that\b"
)
_CLAIMED = compile_small(
    r"\b(?:reports?|rumou?rs?|claims?|allegations?|accusations?|complaints?|suggestions?|stor(?:y|ies)|news|statements?|assertions?"
    r"|information)"
    r"(?: (?:spread|published|circulated|issued|put about))?"
    r"(?: (?:of|by|from) [^,.;:]{2,60}?)??,? (?:that|according to which|of|about|on|regarding|concerning"
    r"|(?:that |which )?(?:said|says|saying|claimed|claims|claiming|alleged|alleging|suggested|suggesting))\b"
    r"|\b(?:reports?|rumou?rs?|claims?|allegations?|accusations?|suggestions?|assertions?) (?=(?:it|they|he|its|their|the) )"
    r"|\b(?:claims?|assertions?) (?=to have )"
)
MADE_UP = (
    r"(?:(?:an?|another) (?:\w+ ){0,2}(?:lie|hoax|fabrication|invention|fiction|myth|pack of lies)"
    r"|(?:(?:pure|utter|complete|total|outright) )?(?:lies|fabrications|inventions|fiction|invented|made[ -]up|fictitious)"
    r"|fabricated)"
)
"""What can be said of no act that took place."""
_FALSE = (
    r"(?:false|untrue|wrong|mistaken|erroneous|incorrect|inaccurate|premature|unfounded|baseless|groundless|absurd|lies|nonsense|fabricat\w+|(?:dis|mis)information"
    rf"|{MADE_UP}|far from (?:the )?(?:truth|reality))"
)
NAMED_SO = r"(?:called|described|branded|labell?ed|termed|dismissed|denounced|rejected)"
_NAMED = rf"{NAMED_SO}(?: by [^,.;:]{{2,50}}?)?"
_PROVED = compile_small(
    r"\b(?:(?:proved|turned out|(?:is|are|was|were)(?: all| simply| completely| entirely| absolutely| totally)?)(?: to be)? "
    rf"{_FALSE}|(?:is|are|was|were|been) {_NAMED} (?:as )?{_FALSE}|(?:is|are|was|were) not (?:true|accurate|correct)"
    r"|(?:has|have|had) nothing to do with (?:the )?(?:reality|truth|facts)"
    r"|(?:does|do|did) not (?:correspond to|match|fit|reflect) (?:the )?(?:reality|truth|facts))\b"
)
_CALLED = compile_small(r"\b(?:call(?:s|ed)?|describ(?:es|ed)|brand(?:s|ed)|label(?:s|led|ed)|term(?:s|ed))\b")
_CALLED_SO = compile_small(
    rf"\b(?:as [\"“]?(?:\w+ )?{_FALSE}\b[^.;]{{0,60}}$"
    r"|(?:false|fake|fabricated|bogus|baseless|groundless|unfounded|untrue) (?:\w+ )?$)"
)
_AS_FALSE = compile_small(rf"\b(?:as )?{_FALSE}\b")


def is_untrue(text: str, here: int) -> bool:
    """'There is no truth in reports that they left', 'rumours that they left proved false', 'called the reports of it lies'."""
    text = small(text)
    none = _NO_TRUTH.search(text)
    if none is not None:
        return none.end() <= here
    claimed = _CLAIMED.search(text)
    if claimed is None or claimed.end() > here:
        return False
    if _CALLED_SO.search(text, 0, claimed.start()) is not None:
        return True
    called = _CALLED.search(text, 0, claimed.start()) is not None
    return (_PROVED.search(text, here) or (_AS_FALSE.search(text, here) if called else None)) is not None


_UNPROVEN = compile_small(
    r"\b(?:(?:could|can) ?not (?:yet )?be (?:\w+ly )?(?:substantiated|verified|confirmed|corroborated|proven|proved)"
    r"|(?:(?:has|have|had) (?:never|not) been|(?:is|are|was|were)(?: never| not)) (?:\w+ly )?"
    r"(?:substantiated|verified|confirmed|corroborated|proven)"
    r"|remains? (?:unsubstantiated|unverified|unconfirmed|unproven))\b"
)


def is_unproven(text: str, here: int) -> bool:
    """'One allegation, that X fired, could not be substantiated': told of as no more than an allegation."""
    text = small(text)
    claimed = _CLAIMED.search(text)
    return claimed is not None and claimed.end() <= here and _UNPROVEN.search(text, here) is not None


_INVENTED = frozenset(
    [
        *["lie", "lies", "hoax", "fabrication", "fabrications", "fabricated", "invention", "inventions", "invented", "fiction"],
        *["fictitious", "myth", "made", "made-up"],
    ]
)
_MADE_UP_BY = compile_small(rf"(?!,)[^,.;:]{{0,60}}? (?:as )?{MADE_UP}(?! (?:that|about|by)\b)")
_IS_MADE_UP = compile_small(rf"[^,.;:]{{0,60}}? (?:is|are|was|were|been) (?:{_NAMED} )?(?:as )?{MADE_UP}(?! (?:that|about)\b)")
_CALLED_IT = compile_small(
    r"\b(?:call(?:s|ed)?|describ(?:es|ed)|brand(?:s|ed)|label(?:s|led|ed)|term(?:s|ed)|dismiss(?:es|ed)|denounc(?:es|ed)"
    r"|reject(?:s|ed))(?: (?:the|this|that|an?|its|their|any|[\w’'-]+['’]s?|alleged|supposed|reported|so-called)){0,3} $"
)


def is_made_up(sentence: Sentence, text: str, here: int) -> bool:
    """'Called the attack a fabrication', 'the attack was dismissed by X as a lie', 'the attack is a lie': no such act."""
    if _INVENTED.isdisjoint(sentence.words):
        return False
    text = small(text)
    if _IS_MADE_UP.match(text, here):
        return True
    return _CALLED_IT.search(text, 0, here) is not None and _MADE_UP_BY.match(text, here) is not None


_WORD = r"(?:statement|claim|report|allegation|accusation|assertion|charge|complaint|remark|announcement)s?"
_BACK = frozenset(
    [
        *[
            "retract",
            "retracts",
            "retracted",
            "recant",
            "recants",
            "recanted",
            "withdraw",
            "withdraws",
            "withdrew",
            "withdrawn",
        ],
        *["disavow", "disavows", "disavowed", "back"],
    ]
)
_TAKES_BACK = compile_small(
    r"\b(?:retract(?:s|ed)?|recant(?:s|ed)?|withdr(?:aws?|ew|awn)|disavow(?:s|ed)?|t(?:akes?|ook|aken) back) "
    rf"(?:its|their|his|her|the|an?|that|this) (?:[\w’'-]+ ){{0,2}}?{_WORD} (?:that|of|about)\b"
)
_WAS_TAKEN_BACK = compile_small(
    rf"\b{_WORD},? (?:that|of|about)\b[^;:]*? (?:was|were|(?:has|have|had) (?:\w+ )?been) (?:\w+ )?"
    r"(?:retracted|recanted|withdrawn|taken back)\b"
)


def taken_back(sentence: Sentence, text: str, here: int) -> bool:
    """'Withdrew its report that X fired', 'the claim that X fired has been retracted': nobody says so any more."""
    if _BACK.isdisjoint(sentence.words):
        return False
    text = small(text)
    taken = _TAKES_BACK.search(text)
    if taken is not None and taken.end() <= here:
        return True
    passive = _WAS_TAKEN_BACK.search(text)
    return passive is not None and passive.start() < here < passive.end()
