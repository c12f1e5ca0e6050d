"""One record of the seeds together with the place it was read from."""

from dataclasses import dataclass, field, replace

from events.exchange.seeds.problems import Problem
from events.exchange.seeds.reading import Document
from events.exchange.seeds.records import TABLES, Record, canonical

Steps = tuple[str | int, ...]


@dataclass(frozen=True)
class Seed:
    kind: str
    slug: str
    record: Record
    file: str
    document: Document
    at: Steps = ()  # where in the file the record stands
    # Where the items of each inner list stood before they were sorted.
    written: dict[str, list[int]] = field(default_factory=dict)

    def line(self, *path: str | int) -> int:
        match path:
            case (str(key), int(place), *rest) if key in self.written:
                path = (key, self.written[key][place], *rest)
        return self.document.line((*self.at, *path))

    def problem(self, text: str, *path: str | int) -> Problem:
        return Problem(self.file, self.line(*path), text)

    def place(self, *path: str | int) -> str:
        return f"{self.file}:{self.line(*path)}"

    def settled(self) -> "Seed":
        """The same with its record in canonical form."""
        table = TABLES[self.kind]
        written: dict[str, list[int]] = {}
        for key, inner in table.inside.items():
            items = [canonical(inner, item) for item in self.record.get(key, ())]
            before = self.written.get(key, range(len(items)))
            places = sorted(range(len(items)), key=lambda place: inner.order(items[place]))
            written[key] = [before[place] for place in places]
        return replace(self, record=canonical(table, self.record), written=written)


Seeds = dict[str, dict[str, Seed]]  # kind → slug → seed
