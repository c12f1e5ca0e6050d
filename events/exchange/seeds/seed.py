"""One record of the seeds together with the place it was read from."""

from dataclasses import dataclass

from events.exchange.seeds.problems import Problem
from events.exchange.seeds.reading import Document
from events.exchange.seeds.records import Record

Steps = tuple[str | int, ...]


@dataclass(frozen=True)
class Seed:
    kind: str
    slug: str
    record: Record
    file: str
    document: Document
    at: Steps = ()  # where in the file the record stands

    def line(self, *path: str | int) -> int:
        return self.document.line((*self.at, *path))

    def problem(self, text: str, *path: str | int) -> Problem:
        return Problem(self.file, self.line(*path), text)

    def place(self, *path: str | int) -> str:
        return f"{self.file}:{self.line(*path)}"


Seeds = dict[str, dict[str, Seed]]  # kind → slug → seed
