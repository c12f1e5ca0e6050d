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
from events.extraction.settled import settle
from events.management.reaching import expect_tables
from sources.reading import Document, read
from sources.reading.document import ReadingError
from sources.reading.folders import Refusal, files_in, path_named, read_file
from sources.reading.likeness import Likenesses


class Command(BaseCommand):
    help = "Read documents and tell which events they report. Nothing is stored."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "paths", nargs="+", type=path_named, metavar="PATH", help="file or folder"
        )
        parser.add_argument("--jsonl", action="store_true", help="one line of JSON a document")
        parser.add_argument(
            "--seeds", action="store_true", help="names from the folder seeds/, without a database"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        registry = _registry(seeds=options["seeds"])
        settle(registry)
        self.refused = 0
        known: Likenesses[str] = Likenesses()
        for document in self._documents(options["paths"]):
            sketch = document.fingerprint.sketch
            near = known.nearest(sketch)
            known.add(document.name, sketch)
            extraction = extract(article_of_document(document), registry)
            copied = near.key if near else None
            if options["jsonl"]:
                line = line_of(document, extraction, registry, copied)
                self.stdout.write(json.dumps(line, ensure_ascii=False))
            else:
                self.stdout.write("\n".join(lines_for_people(document, extraction, copied)))
        if self.refused:
            raise CommandError(f"{self.refused} refused, see above.")

    def _documents(self, paths: list[Path]) -> Iterator[Document]:
        for file in files_in(paths):
            if isinstance(file, Refusal):
                if not file.skipped:
                    self._refuse(file.name, file.why)
                continue
            try:
                yield from read(read_file(file), Path(file.name).name)
            except ReadingError as error:
                self._refuse(file.name, str(error))

    def _refuse(self, name: str, why: str) -> None:
        self.refused += 1
        self.stderr.write(f"refused {name}: {why}")


def _registry(*, seeds: bool) -> Registry:
    if not seeds:
        expect_tables()
        return current_registry()
    try:
        return registry_from_seeds(settings.BASE_DIR / "seeds")
    except SeedsError as error:
        raise CommandError(f"The seeds cannot be read:\n{error}") from error
