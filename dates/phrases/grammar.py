"""What a language's rules are made of, and what they read.

A rule is a pattern, an example and what to make of it. Every repetition in a pattern is bounded,
so reading stays linear in the text.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from dates.errors import BaseDateNeededError, UnreadableDateError
from dates.partial import PartialDate
from dates.phrases.levels import Level
from dates.phrases.order import day_first
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
    whether it holds titles, the date named before it and the last one that was a single day;
    `around` is the whole that the text is a piece of, if it is one."""

    original: str
    text: str
    day: date | None
    words: Words
    find_direction: Callable[[str, int, int], Direction]
    titles: bool = False
    previous: PartialDate | None = None
    previous_end: int = 0
    previous_day: PartialDate | None = None
    alone: bool = False
    around: str = ""
    _day_first: bool | None = None

    @property
    def day_first(self) -> bool:
        """Whether days in numbers stand before their months."""
        if self._day_first is None:
            self._day_first = day_first(self.around.lower() or self.text)
        return self._day_first

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

    __slots__ = ("_match", "groups", "parent", "words")

    def __init__(self, match: re.Match[str], words: Words, parent: Term | None) -> None:
        self._match = match
        self.words = words
        self.groups: dict[str, str | None] = match.groupdict()
        self.parent = parent

    def get(self, group: str) -> str:
        """The text of a group, empty when it is not in the pattern or did not match."""
        return self.groups.get(group) or ""

    def has(self, group: str) -> bool:
        """Whether the group matched, be it only a look ahead."""
        return self.groups.get(group) is not None

    def number(self, group: str) -> int:
        text = self.groups.get(group)
        if not text:
            return 0
        return int(text) if text.isdecimal() else self.words.number(text)

    def word(self, group: str, otherwise: int = 0) -> int:
        """What the word in the group stands for, by the table of the group's name."""
        text = self.groups.get(group)
        if not text:
            return otherwise
        meaning = self.words.table[group.rstrip("2")].get(text)
        if meaning is None:
            raise UnreadableDateError(f"“{text}” is not understood here.")
        return meaning

    def unit(self, group: str = "u") -> str:
        unit = self.words.units.get(self.get(group))
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
    """One readable line: what is written, an example, what it means, what may follow inside."""

    pattern: str
    example: str
    build: Build | None = None
    inside: str = ""

    @cached_property
    def name(self) -> str:
        return self.build.__name__ if self.build else "no_date"


@dataclass(frozen=True)
class Operator:
    """A word before or after a date that changes what it means: since, before, 前, 以来.

    `ahead`: the date lies ahead unless the sentence says otherwise (a deadline).
    `behind`: the date lies behind unless the sentence says otherwise (since January).
    `on_ranges`: it also changes a range; 自 in 自X至Y only opens one.
    `pairs`: “and” after it joins a range (between May and June).
    `counted`: it holds a count and a unit that say what becomes of the date (two weeks after
    May 5, the three months ended March 31).
    """

    pattern: str
    example: str
    apply: Apply
    ahead: bool = False
    on_ranges: bool = True
    pairs: bool = False
    counted: Callable[["Match", PartialDate], PartialDate] | None = None
    behind: bool = False


class Sign(NamedTuple):
    """A few characters around a date that only say what follows or how it is meant."""

    pattern: str
    kind: str = ""


@dataclass(frozen=True)
class Grammar:
    """All there is to a language.

    `places` tells where a phrase may begin (a cheap first look, run over the whole text);
    `levels` holds the rules: `phrase` at the start, others inside a year, month or week.
    """

    words: Words
    places: Callable[[str], Iterator[int]]
    levels: Mapping[str, Level[Rule]]
    before: Level[Operator]
    after: Level[Operator]
    glue: Level[Sign]
    connector: Level[Sign]
    mark: Level[Sign]
    lead: re.Pattern[str]
    boundary: re.Pattern[str]
    zone: re.Pattern[str] | None
    direction: Callable[[str, int, int], Direction]
    prepare: Callable[[str], str] = str

    @cached_property
    def opening(self) -> "Around":
        """What may stand before a term: since, about."""
        return Around(self.before, self.mark)

    @cached_property
    def following(self) -> "Around":
        """What may stand behind a term: the connector of a range, or so, 起."""
        return Around(self.connector, self.after)

    @cached_property
    def inside(self) -> "Mapping[str, Around]":
        """By level, what may stand inside a term."""
        return {name: Around(level, self.glue) for name, level in self.levels.items()}


class Around(dict[str, bool]):
    """The rules of two levels that may stand at one place, looked for together.

    By character, whether any of them begins with it.
    """

    def __init__(self, first: Level[Any], second: Level[Any]) -> None:
        self._level: Level[Any] = first.before(second)

    def __missing__(self, character: str) -> bool:
        return self.setdefault(character, self._level.admits(character))

    def match(self, text: str, position: int) -> tuple[Any, re.Match[str]] | None:
        return self._level.match(text, position)


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
