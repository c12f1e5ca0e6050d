"""Rules and how they are compiled.

A rule is a pattern, an example and what to make of it. `{name}` in a pattern is a fragment
of the language's vocabulary. All rules of a level are compiled into one expression that the
regular expression engine tries in C; the rule that matched then reads its own groups.

Every repetition in a pattern is bounded, so reading stays linear in the text.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Generic, Protocol, TypeVar

from dates.errors import BaseDateNeededError, UnreadableDateError
from dates.partial import PartialDate
from dates.phrases.term import Direction, Term

Build = Callable[["Match", "Scene"], "Term | None"]
Apply = Callable[[PartialDate, "Scene"], PartialDate]


@dataclass(frozen=True, slots=True)
class Words:
    """What the words of a language stand for: one table a kind of word, and its numbers."""

    number: Callable[[str], int]
    table: Mapping[str, Mapping[str, int]]
    units: Mapping[str, str]


@dataclass(slots=True)
class Scene:
    """Where a phrase stands: the text as given and as the grammar reads it, the base day,
    the date named before it and the last one that was a single day."""

    original: str
    text: str
    day: date | None
    words: Words
    find_direction: Callable[[str, int, int], Direction]
    previous: PartialDate | None = None
    previous_end: int = 0
    previous_day: PartialDate | None = None
    alone: bool = False

    @property
    def base(self) -> date:
        if self.day is None:
            raise BaseDateNeededError(
                "This phrase is relative: the day it counts from must be known."
            )
        return self.day

    def capital(self, position: int) -> bool:
        """Whether a word was written with a capital; alone, people leave it out."""
        return self.alone or self.original[position].isupper()

    def direction(self, start: int, end: int) -> Direction:
        return Direction.ALONE if self.alone else self.find_direction(self.text, start, end)


class Match:
    """The groups of a rule's match, read through the language's vocabulary."""

    __slots__ = ("_groups", "_match", "_words", "parent")

    def __init__(self, match: re.Match[str], words: Words, parent: Term | None) -> None:
        self._match = match
        self._groups = match.groupdict("")
        self._words = words
        self.parent = parent

    def get(self, group: str) -> str:
        """The text of a group, empty when it is not in the pattern or did not match."""
        return self._groups.get(group, "")

    def has(self, group: str) -> bool:
        """Whether the group matched, be it only a look ahead."""
        return group in self._groups and self._match.start(group) >= 0

    def number(self, group: str) -> int:
        text = self.get(group)
        return self._words.number(text) if text else 0

    def word(self, group: str, otherwise: int = 0) -> int:
        """What the word in the group stands for, by the table of the group's name."""
        text = self.get(group)
        if not text:
            return otherwise
        meaning = self._words.table[group.rstrip("2")].get(text)
        if meaning is None:
            raise UnreadableDateError(f"“{text}” is not understood here.")
        return meaning

    def unit(self, group: str = "u") -> str:
        unit = self._words.units.get(self.get(group))
        if unit is None:
            raise UnreadableDateError("That unit of time is not understood here.")
        return unit

    def at(self, group: str) -> int:
        return self._match.start(group)

    @property
    def start(self) -> int:
        return self._match.start()

    @property
    def end(self) -> int:
        return self._match.end()


@dataclass(frozen=True)
class Rule:
    """One readable line: what is written, an example, what it means, what may follow inside.

    `first` is a set of characters: rules that can begin with no other are not even tried
    elsewhere. It only saves time.
    """

    pattern: str
    example: str
    build: Build | None = None
    inside: str = ""
    first: str = ""

    @property
    def name(self) -> str:
        return self.build.__name__ if self.build else "no_date"


@dataclass(frozen=True)
class Operator:
    """A word before or after a date that changes what it means: since, before, 前, 以来.

    `ahead`: the date lies ahead unless the sentence says otherwise (a deadline).
    `behind`: the date lies behind unless the sentence says otherwise (since January).
    `on_ranges`: it also changes a range; 自 in 自X至Y only opens one.
    `pairs`: “and” after it joins a range (between May and June).
    `counted`: it holds a count and a unit, the date is that far away (two weeks after May 5).
    """

    pattern: str
    example: str
    apply: Apply
    first: str = ""
    ahead: bool = False
    on_ranges: bool = True
    pairs: bool = False
    counted: bool = False
    behind: bool = False


def beginning(first: str, *rules: Rule) -> tuple[Rule, ...]:
    """The rules, to be tried only where one of these characters stands."""
    return tuple(replace(rule, first=first) for rule in rules)


class _Written(Protocol):
    @property
    def pattern(self) -> str: ...

    @property
    def first(self) -> str: ...


R = TypeVar("R", bound=_Written)


@dataclass(frozen=True)
class Level(Generic[R]):
    """Rules that may stand at one place; the first that matches counts."""

    rules: tuple[R, ...]
    fragments: Mapping[str, str]
    spell: Callable[[str], str] = str

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        sources = (self.spell(expand(rule.pattern, self.fragments)) for rule in self.rules)
        return tuple(re.compile(source) for source in sources)

    @cached_property
    def _any(self) -> re.Pattern[str]:
        """Every rule in turn, an empty group behind each telling which one matched.

        The engine passes over alternatives by their first character, but not those in a group.
        """
        parts = []
        pairs = zip(self.rules, self._patterns, strict=True)
        for first, group in groupby(pairs, key=lambda pair: pair[0].first):
            sources = (_NAMED.sub("(?:", pattern.pattern) for _, pattern in group)
            choice = "|".join(f"(?:{source})()" for source in sources)
            guard = self.spell(f"(?=[{first}])")
            parts.append(f"{guard}(?:{choice})" if first else choice)
        return re.compile("|".join(parts))

    def match(self, text: str, position: int) -> tuple[R, re.Match[str]] | None:
        found = self._any.match(text, position)
        if found is None or found.lastindex is None:
            return None
        index = found.lastindex - 1
        groups = self._patterns[index].match(text, position)
        return (self.rules[index], groups) if groups else None


@dataclass(frozen=True)
class Grammar:
    """All there is to a language.

    `starts` finds where a phrase may begin (a cheap first look, run over the whole text);
    `levels` holds the rules: `phrase` at the start, others inside a year, month or week.
    """

    words: Words
    starts: re.Pattern[str]
    levels: Mapping[str, Level[Rule]]
    before: Level[Operator]
    after: Level[Operator]
    glue: re.Pattern[str]
    connector: re.Pattern[str]
    mark: re.Pattern[str]
    lead: re.Pattern[str]
    boundary: re.Pattern[str]
    zone: re.Pattern[str]
    direction: Callable[[str, int, int], Direction]
    prepare: Callable[[str], str] = str


def by_letter(alternatives: Iterable[str]) -> str:
    """The alternatives gathered by first letter, which spares the engine most of them."""
    letters: dict[str, list[str]] = {}
    for alternative in alternatives:
        letters.setdefault(alternative[0], []).append(alternative[1:])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in letters.items())


def split(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern, those inside groups left whole."""
    depth, start = 0, 0
    for position, character in enumerate(pattern):
        depth += (character == "(") - (character == ")")
        if character == "|" and not depth:
            yield pattern[start:position]
            start = position + 1
    yield pattern[start:]


_FRAGMENT = re.compile(r"\{([a-z]\w*)\}")
_NAMED = re.compile(r"\(\?P<\w+>")


def expand(pattern: str, fragments: Mapping[str, str]) -> str:
    """Put fragments in place of `{name}`, fragments within fragments included."""
    while _FRAGMENT.search(pattern):
        pattern = _FRAGMENT.sub(lambda match: fragments[match[1]], pattern)
    return pattern
