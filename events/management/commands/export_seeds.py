from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from events.exchange.seeds.exporting import NotSeedsError, export_seeds


class Command(BaseCommand):
    help = "Write the database to a folder of seeds, in the layout that import_seeds reads."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", type=Path, metavar="DIR")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            exported = export_seeds(options["path"])
        except (NotSeedsError, OSError) as error:
            raise CommandError(str(error)) from error
        for line in exported.lines():
            self.stdout.write(line)
