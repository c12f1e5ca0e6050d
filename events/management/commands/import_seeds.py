from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from events.exchange.seeds.importing import BusyError, import_seeds
from events.exchange.seeds.problems import SeedsError


class Command(BaseCommand):
    help = "Bring the database to what a folder of seeds says, leaving editors' changes alone."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", nargs="?", type=Path, default=settings.BASE_DIR / "seeds")
        parser.add_argument("--dry-run", action="store_true", help="tell only, write nothing")
        parser.add_argument(
            "--documents", type=Path, metavar="DIR", help="the originals: check quotes, store texts"
        )
        parser.add_argument(
            "--take-seeds", action="store_true", help="overwrite what was changed or deleted here"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = import_seeds(
                options["path"],
                documents=options["documents"],
                take_seeds=options["take_seeds"],
                dry_run=options["dry_run"],
            )
        except SeedsError as error:
            count = len(error.problems)
            raise CommandError(f"{count} to mend, nothing was written:\n{error}") from error
        except BusyError as error:
            raise CommandError(f"{error} Nothing was written.") from error
        for line in report.lines():
            self.stdout.write(line)
        if options["dry_run"]:
            self.stdout.write("This was a dry run: nothing was written.")
