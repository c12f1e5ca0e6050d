from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from aitimeline.backups import BackupError, back_up


class Command(BaseCommand):
    help = "Write the whole database into one file, while the site goes on."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, help="by default one in VAR_DIR/backups")

    def handle(self, *args: Any, **options: Any) -> None:
        now = f"{timezone.localtime():%Y-%m-%d-%H%M%S}.dump"
        file: Path = options["file"] or settings.VAR_DIR / "backups" / now
        if file.exists():
            raise CommandError(f"{file} is there already: name another file.")
        try:
            back_up(file)
        except (BackupError, OSError) as error:
            raise CommandError(f"Nothing was backed up: {error}") from error
        self.stdout.write(f"{file}, {file.stat().st_size / 1e6:.1f} MB")
