"""Rules that may stand at one place, and how the one that matches is found quickly.

`{name}` in a pattern is a fragment of the language's vocabulary. Of a hundred rules few can begin
as the text at a place does. They are told apart character by character in a tree that grows as
texts are met; the few that remain are tried in turn.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, Protocol, TypeVar

from dates.phrases.automaton import Place, places_of


class _Written(Protocol):
    @property
    def pattern(self) -> str: ...


R = TypeVar("R", bound=_Written)
Matching = Callable[[str, int], re.Match[str] | None]

_FEW = 5  # rules, not worth telling apart
_DEEP = 18  # characters
_DIGITS = frozenset("0123456789")


class _Readable(Generic[R]):
    """A rule with its expression."""

    def __init__(self, rule: R, source: str) -> None:
        self.rule, self.source = rule, source

    @cached_property
    def match(self) -> Matching:
        return re.compile(self.source).match


class _Node(dict[str, "_Node[R] | None"], Generic[R]):
    """The rules that can begin with the characters that led here, and where more lead.

    A branch is None where no rule goes on so. All digits lead to the same node.
    """

    def __init__(
        self, level: Sequence[_Readable[R]], places: set[Place], done: set[int], depth: int = 0
    ) -> None:
        self._level, self._places, self._done, self._depth = level, places, done, depth
        numbers = sorted(done.union(place.number for place in places))
        self.rules = [level[number] for number in numbers]
        self.many = len(numbers) > _FEW
        self.grows = not depth or (self.many and depth < _DEEP)

    def __missing__(self, character: str) -> "_Node[R] | None":
        alike = _DIGITS if character in _DIGITS else frozenset(character)
        taken = [
            place
            for place in self._places
            if alike and (place.takes is None or not alike.isdisjoint(place.takes))
        ]
        done = self._done.union(place.number for place in taken if place.last)
        places = set[Place]().union(*(place.follow for place in taken))
        alive = places or done
        node = _Node(self._level, places, done, self._depth + 1) if alive else None
        self.update(dict.fromkeys(alike or (character,), node))  # behind the text stands nothing
        return node

    @cached_property
    def which(self) -> Matching:
        """All in one expression, an empty group behind each telling which one matched.

        Without the rules' own groups, which would make it several times slower.
        """
        sources = (f"(?:{_NAMED.sub('(?:', rule.source)})()" for rule in self.rules)
        return re.compile("|".join(sources)).match

    def match(self, text: str, position: int) -> tuple[R, re.Match[str]] | None:
        rules = self.rules
        if self.many:
            found = self.which(text, position)
            if found is None:
                return None
            number = found.lastindex or 1
            rules = rules[number - 1 : number]
        for rule in rules:
            if groups := rule.match(text, position):
                return rule.rule, groups
        return None


@dataclass(frozen=True)
class Level(Generic[R]):
    """Rules that may stand at one place; the first that matches counts."""

    rules: tuple[R, ...]
    fragments: Mapping[str, str]
    spell: Callable[[str], str] = str

    @cached_property
    def _root(self) -> _Node[R]:
        sources = [self.spell(expand(rule.pattern, self.fragments)) for rule in self.rules]
        parts = [places_of(source, number) for number, source in enumerate(sources)]
        first = set[Place]().union(*(part.first for part in parts))
        done = {number for number, part in enumerate(parts) if part.empty}
        return _Node(list(map(_Readable, self.rules, sources)), first, done)

    def admits(self, character: str) -> bool:
        """Whether any rule can begin with the character."""
        return self._root[character] is not None

    def match(self, text: str, position: int) -> tuple[R, re.Match[str]] | None:
        node, place = self._root, position
        while node.grows:
            branch = node[text[place : place + 1]]
            if branch is None:
                return None
            node, place = branch, place + 1
        return node.match(text, position)


_FRAGMENT = re.compile(r"\{([a-z]\w*)\}")
_NAMED = re.compile(r"\(\?P<\w+>")


def expand(pattern: str, fragments: Mapping[str, str]) -> str:
    """Put fragments in place of `{name}`, fragments within fragments included."""
    while _FRAGMENT.search(pattern):
        pattern = _FRAGMENT.sub(lambda match: fragments[match[1]], pattern)
    return pattern
