"""What is wrong with a folder of seeds, told with file and line."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

LONGEST_GUESS = 60  # characters of a misspelt word for which a likely one is looked up


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    file: str
    line: int
    text: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.text}"


class SeedsError(Exception):
    """Every problem that was found; nothing was written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


def shown(value: object, longest: int = 60) -> str:
    """A value from a file, safe and short enough to print."""
    text = str(value)
    cut = text if len(text) <= longest else text[: longest - 1] + "…"
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in cut)


def guess(word: str, allowed: Iterable[str]) -> str:
    near = get_close_matches(word, allowed, 1, 0.7) if len(word) <= LONGEST_GUESS else []
    return f" (did you mean “{near[0]}”?)" if near else ""
