"""Which models are versions of each other, by the numbers in their names. Plain Python."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from events.models import AIModel

# A number that counts versions: not one of a size, as in 70B, 8x7B or 500M.
NUMBER = re.compile(
    r"(?<![\d.])(\d{1,4}(?:\.\d{1,3}){0,3})(?!\d|\.\d|[xX]\d|\s?[bBmMtTkK](?![a-z]))"
)


class Version(NamedTuple):
    """A name taken apart: what stands around its first number, and that number's parts."""

    before: str
    after: str
    number: tuple[int, ...]


def version_of(name: str) -> Version | None:
    match = NUMBER.search(name)
    if match is None:
        return None
    number = tuple(int(part) for part in match[1].split("."))
    around = (name[: match.start()], name[match.end() :])
    before, after = (" ".join(text.replace("-", " ").split()).casefold() for text in around)
    return Version(before, after, number)


def neighbours(
    model: "AIModel", others: Iterable["AIModel"]
) -> tuple["AIModel | None", "AIModel | None"]:
    """The versions right before and right after, among models named alike but for the number."""
    mine = version_of(model.name)
    if mine is None:
        return None, None
    before: tuple[tuple[int, ...], AIModel | None] = (), None
    after: tuple[tuple[int, ...], AIModel | None] = (), None
    for other in others:
        version = version_of(other.name)
        if version is None or version[:2] != mine[:2] or other.pk == model.pk:
            continue
        if version.number < mine.number and (before[1] is None or version.number > before[0]):
            before = version.number, other
        if version.number > mine.number and (after[1] is None or version.number < after[0]):
            after = version.number, other
    return before[1], after[1]
