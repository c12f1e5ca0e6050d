"""Rules that may stand at one place, and how they are compiled.

`{name}` in a pattern is a fragment of the language's vocabulary. The rules that can begin with
the character at a place are compiled into one expression that the regular expression engine
tries in C; the rule that matched then reads its own groups.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, Protocol, TypeVar

from dates.phrases.firsts import firsts_of


class _Written(Protocol):
    @property
    def pattern(self) -> str: ...


R = TypeVar("R", bound=_Written)


class _Readable(Generic[R]):
    """A rule with its expression and the characters that this can begin with."""

    def __init__(self, rule: R, source: str) -> None:
        self.rule, self.source, self.firsts = rule, source, firsts_of(source)

    @cached_property
    def match(self) -> Callable[[str, int], re.Match[str] | None]:
        return re.compile(self.source).match


class _Choice(Generic[R]):
    """Rules in one expression, without their groups, which would make it several times slower.

    The number of an empty group behind each rule tells which one matched.
    """

    def __init__(self, rules: Sequence[_Readable[R]]) -> None:
        self.rules = rules
        sources = (f"(?:{_NAMED.sub('(?:', rule.source)})()" for rule in rules)
        self.match = re.compile("|".join(sources)).match


class _Choices(dict[str, _Choice[R] | None]):
    """By the character that stands at a place: the rules that can begin with it.

    Made when a character is first met.
    """

    def __init__(self, rules: Iterable[_Readable[R]]) -> None:
        self._rules = tuple(rules)
        self._made: dict[tuple[_Readable[R], ...], _Choice[R] | None] = {(): None}

    def __missing__(self, character: str) -> _Choice[R] | None:
        rules = tuple(rule for rule in self._rules if rule.firsts.admit(character))
        if rules not in self._made:
            self._made[rules] = _Choice(rules)
        return self.setdefault(character, self._made[rules])


@dataclass(frozen=True)
class Level(Generic[R]):
    """Rules that may stand at one place; the first that matches counts."""

    rules: tuple[R, ...]
    fragments: Mapping[str, str]
    spell: Callable[[str], str] = str

    @cached_property
    def _choices(self) -> _Choices[R]:
        return _Choices(
            _Readable(rule, self.spell(expand(rule.pattern, self.fragments))) for rule in self.rules
        )

    def match(self, text: str, position: int) -> tuple[R, re.Match[str]] | None:
        choice = self._choices[text[position : position + 1]]
        if choice is None or (found := choice.match(text, position)) is None:
            return None
        rule = choice.rules[(found.lastindex or 1) - 1]
        groups = rule.match(text, position)
        return (rule.rule, groups) if groups else None


_FRAGMENT = re.compile(r"\{([a-z]\w*)\}")
_NAMED = re.compile(r"\(\?P<\w+>")


def expand(pattern: str, fragments: Mapping[str, str]) -> str:
    """Put fragments in place of `{name}`, fragments within fragments included."""
    while _FRAGMENT.search(pattern):
        pattern = _FRAGMENT.sub(lambda match: fragments[match[1]], pattern)
    return pattern
