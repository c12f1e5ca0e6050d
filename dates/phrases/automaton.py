"""What expressions can begin with, character by character: the places of their characters.

Built from the tree that Python's own parser of expressions makes. It errs on one side only: what
must not follow, what stands before, classes like \\w and long repetitions may allow too much, so
an expression that is given up here cannot match.
"""

from collections.abc import Iterable
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple


class Place:
    """Where an expression takes one of some characters (None: any) and where it may go on.

    `last`: from there on it may take anything or has matched already.
    """

    __slots__ = ("follow", "last", "number", "takes")

    def __init__(self, number: int, takes: frozenset[str] | None) -> None:
        self.number, self.takes, self.last = number, takes, False
        self.follow: set[Place] = set()


class Part(NamedTuple):
    """A part of an expression: where it begins and ends, and whether it may be empty."""

    first: set[Place]
    last: set[Place]
    empty: bool


def places_of(source: str, number: int) -> Part:
    """The places of an expression, which all know its number."""
    whole = _sequence(_parser.parse(source), number)
    for place in whole.last:
        place.last = True
    return whole


def _sequence(items: Iterable[tuple[Any, Any]], number: int) -> Part:
    whole = _NOTHING
    for kind, value in items:
        whole = _joined(whole, _item(str(kind), value, number))
    return whole


def _joined(before: Part, after: Part) -> Part:
    for place in before.last:
        place.follow |= after.first
    return Part(
        before.first | after.first if before.empty else before.first,
        after.last | before.last if after.empty else after.last,
        before.empty and after.empty,
    )


def _either(parts: Iterable[Part]) -> Part:
    first, last, empty = zip(*parts, strict=True)
    return Part(set().union(*first), set().union(*last), any(empty))


def _item(kind: str, value: Any, number: int) -> Part:
    match kind:
        case "BRANCH":
            return _either([_sequence(items, number) for items in value[1]])
        case "SUBPATTERN":
            return _sequence(value[-1], number)
        case "MAX_REPEAT" | "MIN_REPEAT":
            return _repeated(value, number)
        case "ASSERT" if value[0] > 0:
            return _seen_ahead(value[1], number)
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return _NOTHING
    place = {Place(number, _takes(kind, value))}
    return Part(place, place, empty=False)


_NOTHING = Part(set(), set(), empty=True)
_COUNTED = 4  # times a part is repeated; more often may be any number of times


def _repeated(value: Any, number: int) -> Part:
    least, most, items = value
    whole = part = _sequence(items, number)
    for _ in range(1, min(least, _COUNTED)):
        part = _sequence(items, number)
        whole = _joined(whole, part)
    if most > max(least, 1) or least > _COUNTED:
        for place in part.last:
            place.follow |= part.first
    return whole._replace(empty=whole.empty or not least)


def _seen_ahead(items: Any, number: int) -> Part:
    """What is seen ahead must stand there; behind it anything may."""
    part = _sequence(items, number)
    for place in part.last:
        place.last = True
    return part._replace(last=set())


_LARGE = 200  # a range of more characters stands for any


def _takes(kind: str, value: Any) -> frozenset[str] | None:
    match kind:
        case "LITERAL":
            return frozenset(chr(value))
        case "RANGE" if value[1] - value[0] < _LARGE:
            return frozenset(map(chr, range(value[0], value[1] + 1)))
        case "IN":
            sets = [_takes(str(one), given) for one, given in value]
            known = [characters for characters in sets if characters is not None]
            return frozenset().union(*known) if len(known) == len(sets) else None
    return None
