from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from aitimeline.backups import BackupError, restore


class Command(BaseCommand):
    help = "Put a backup in the place of the database; stop the site and the workers first."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--replace", action="store_true", help="give up what is there now")

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"]
        if not file.is_file():
            raise CommandError(f"{file} is no file.")
        if connection.introspection.table_names() and not options["replace"]:
            raise CommandError("This database is not empty: --replace gives up what is there now.")
        connection.close()
        try:
            restore(file)
        except BackupError as error:
            raise CommandError(f"Nothing was changed: {error}") from error
        call_command("migrate", verbosity=0, interactive=False)
        self.stdout.write(f"The database is as {file} has it.")
