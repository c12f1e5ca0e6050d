"""Rules that may stand at one place, and how the one that matches is found quickly.

`{name}` in a pattern is a fragment of the language's vocabulary. Of a hundred rules few can begin
as the text at a place does. They are told apart character by character in a tree that grows as
texts are met; the few that remain are tried in turn.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Generic, Protocol, TypeVar

from dates.phrases.automaton import Place, places_of


class _Written(Protocol):
    @property
    def pattern(self) -> str: ...


R = TypeVar("R", bound=_Written)
Matching = Callable[[str, int], re.Match[str] | None]

_FEW = 3  # rules, not worth telling apart
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

    A branch is None where no rule goes on so. All digits lead to the same node, and so do all
    characters that no rule names here, which are not kept: whatever the texts, it stays small.
    """

    def __init__(self, tree: "_Tree[R]", places: frozenset[Place], done: frozenset[int]) -> None:
        self._tree, self._places, self._done = tree, places, done
        numbers = sorted(done.union(place.number for place in places))
        self.rules = [tree.level[number] for number in numbers]
        self.many = len(numbers) > _FEW

    def __missing__(self, character: str) -> "_Node[R] | None":
        if not character:  # behind the text stands nothing
            return self._tree.node(frozenset(), self._done)
        alike = _DIGITS if character in _DIGITS else frozenset(character)
        if alike.isdisjoint(self._named):
            return self._other
        node = self._after(alike)
        self.update(dict.fromkeys(alike, node))
        return node

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset().union(*(place.takes for place in self._places if place.takes))

    @cached_property
    def _other(self) -> "_Node[R] | None":
        return self._after(frozenset())

    def _after(self, alike: frozenset[str]) -> "_Node[R] | None":
        taken = [
            place
            for place in self._places
            if place.takes is None or not alike.isdisjoint(place.takes)
        ]
        done = self._done.union(place.number for place in taken if place.last)
        return self._tree.node(frozenset().union(*(place.follow for place in taken)), done)

    @cached_property
    def _all(self) -> Matching:
        """All in one expression, an empty group behind each telling which one matched.

        Without the rules' own groups, which would make it several times slower.
        """
        sources = (f"(?:{_NAMED.sub('(?:', rule.source)})()" for rule in self.rules)
        return re.compile("|".join(sources)).match

    def which(self, text: str, position: int) -> Sequence[_Readable[R]]:
        """Of many rules the one that matches."""
        found = self._all(text, position)
        return (self.rules[(found.lastindex or 1) - 1],) if found else ()


class _Tree(Generic[R]):
    """Its nodes, each once however many ways lead there."""

    def __init__(self, level: Sequence[_Readable[R]]) -> None:
        self.level = level
        self._nodes: dict[tuple[frozenset[Place], frozenset[int]], _Node[R]] = {}

    def node(self, places: frozenset[Place], done: frozenset[int]) -> _Node[R] | None:
        if not places and not done:
            return None
        key = (places, done)
        if key not in self._nodes:
            self._nodes[key] = _Node(self, places, done)
        return self._nodes[key]


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
        first = frozenset[Place]().union(*(part.first for part in parts))
        done = frozenset(number for number, part in enumerate(parts) if part.empty)
        return _Node(_Tree(list(map(_Readable, self.rules, sources))), first, done)

    def before(self, other: "Level[Any]") -> "Level[Any]":
        """The rules of both, those of the other after these."""
        return replace(self, rules=(*self.rules, *other.rules))

    def admits(self, character: str) -> bool:
        """Whether any rule can begin with the character."""
        return self._root[character] is not None

    def match(self, text: str, position: int) -> tuple[R, re.Match[str]] | None:
        node = self._root
        for character in text[position : position + _DEEP]:
            branch = node[character]
            if branch is None:
                return None
            node = branch
            if not node.many:
                break
        else:
            last = node[""] if len(text) < position + _DEEP else node
            if last is None:
                return None
            node = last
        for rule in node.which(text, position) if node.many else node.rules:
            if groups := rule.match(text, position):
                return rule.rule, groups
        return None


_FRAGMENT = re.compile(r"\{([a-z]\w*)\}")
_NAMED = re.compile(r"\(\?P<\w+>")


def expand(pattern: str, fragments: Mapping[str, str]) -> str:
    """Put fragments in place of `{name}`, fragments within fragments included."""
    while _FRAGMENT.search(pattern):
        pattern = _FRAGMENT.sub(lambda match: fragments[match[1]], pattern)
    return pattern
