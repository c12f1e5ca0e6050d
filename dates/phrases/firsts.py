"""With which characters a match of an expression can begin, so that it is tried only there.

Read off the tree that Python's own parser of expressions makes.
"""

from collections.abc import Iterable
from functools import reduce
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple


class Firsts(NamedTuple):
    """The characters, None for any; `empty`: a match may also take no character at all."""

    characters: frozenset[str] | None
    empty: bool = False

    def admit(self, character: str) -> bool:
        return self.empty or self.characters is None or character in self.characters


def firsts_of(source: str) -> Firsts:
    """Never too few: what must not follow and what stands before is left out of account."""
    return _of_sequence(_parser.parse(source))


_NONE, _ANY = Firsts(frozenset(), empty=True), Firsts(None)
_LARGE = 200  # a range of more characters stands for any


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> Firsts:
    """Those of the first item, and of the next as long as all before may be empty."""
    begun = _NONE
    for kind, value in items:
        item = _of_item(str(kind), value)
        begun = _either(begun, item)._replace(empty=item.empty)
        if not item.empty:
            break
    return begun


def _of_item(kind: str, value: Any) -> Firsts:
    found = _ANY
    match kind:
        case "LITERAL":
            found = Firsts(frozenset(chr(value)))
        case "RANGE" if value[1] - value[0] < _LARGE:
            found = Firsts(frozenset(map(chr, range(value[0], value[1] + 1))))
        case "IN":
            found = reduce(_either, (_of_item(str(one), given) for one, given in value))
        case "BRANCH":
            found = reduce(_either, map(_of_sequence, value[1]))
        case "SUBPATTERN":
            found = _of_sequence(value[-1])
        case "MAX_REPEAT" | "MIN_REPEAT":
            found = _of_sequence(value[2])
            found = found._replace(empty=found.empty or not value[0])
        case "ASSERT" if value[0] > 0:  # what must be seen ahead is where a match begins
            found = _of_sequence(value[1])
        case "AT" | "ASSERT" | "ASSERT_NOT":
            found = _NONE
    return found


def _either(one: Firsts, other: Firsts) -> Firsts:
    empty = one.empty or other.empty
    if one.characters is None or other.characters is None:
        return Firsts(None, empty)
    return Firsts(one.characters | other.characters, empty)
