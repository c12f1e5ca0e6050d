"""Which stretches of a text are named already."""

from collections.abc import Iterable

from events.extraction.found import Mention


class Taken:
    """The characters of one text that stand in a name."""

    def __init__(self, text: str, known: Iterable[Mention] = ()) -> None:
        self._marks = marks = bytearray(len(text))
        for mention in known:
            start, end = mention.start, mention.end
            marks[start:end] = b"\1" * (end - start)

    def take(self, start: int, end: int) -> None:
        self._marks[start:end] = b"\1" * (end - start)

    def at(self, position: int) -> bool:
        return bool(self._marks[position])

    def is_free(self, start: int, end: int) -> bool:
        """Whether none of these characters stands in a name."""
        return self._marks.find(1, start, end) < 0
