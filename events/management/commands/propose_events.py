import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from events.exchange.seeds.problems import SeedsError
from events.extraction.articles import article_of_document
from events.extraction.extract import extract
from events.extraction.registry import Registry, current_registry, registry_from_seeds
from events.extraction.reports import line_of, lines_for_people
from sources.reading import Document, read
from sources.reading.document import ReadingError


class Command(BaseCommand):
    help = "Read documents and tell which events they report. Nothing is stored."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--jsonl", action="store_true", help="one line of JSON a document")
        parser.add_argument(
            "--seeds", action="store_true", help="names from the folder seeds/, without a database"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        registry = _registry(seeds=options["seeds"])
        self.refused = 0
        for document in self._documents(options["paths"]):
            extraction = extract(article_of_document(document), registry)
            if options["jsonl"]:
                line = line_of(document, extraction, registry, None)
                self.stdout.write(json.dumps(line, ensure_ascii=False))
            else:
                self.stdout.write("\n".join(lines_for_people(document, extraction)))
        if self.refused:
            raise CommandError(f"{self.refused} refused, see above.")

    def _documents(self, paths: list[Path]) -> Iterator[Document]:
        for file in (file for path in paths for file in _files(path)):
            try:
                yield from read(file.read_bytes(), file.name)
            except (ReadingError, OSError) as error:
                self.refused += 1
                self.stderr.write(f"{file}: {error}")


def _registry(*, seeds: bool) -> Registry:
    if not seeds:
        return current_registry()
    try:
        return registry_from_seeds(settings.BASE_DIR / "seeds")
    except SeedsError as error:
        raise CommandError(f"The seeds cannot be read:\n{error}") from error


def _files(path: Path) -> list[Path]:
    return sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
