"""Circles in what must not run in one: chains of `under`, of zones, of terms that wait for each other.

Invariant: the answer depends on the links alone; each knot of links gives one circle, the first in the file's order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

Links = Mapping[str, Iterable[str]]


def circles(links: Links) -> Iterator[list[str]]:
    """Paths from a node back to itself (`[a, b, a]`), at most one for each node; none where there is no circle.

    Depth-first with an explicit stack (a chain may be long); each link is followed once.
    """
    done: set[str] = set()
    for start in links:
        if start in done:
            continue
        trail: list[str] = [start]
        on_trail = {start: 0}
        ahead = [iter(links[start])]
        while ahead:
            following = next(ahead[-1], None)
            if following is None:
                ahead.pop()
                gone = trail.pop()
                del on_trail[gone]
                done.add(gone)
            elif following in on_trail:
                yield [*trail[on_trail[following] :], following]
            elif following not in done:
                on_trail[following] = len(trail)
                trail.append(following)
                ahead.append(iter(links.get(following, ())))
