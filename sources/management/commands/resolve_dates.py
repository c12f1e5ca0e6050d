import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from dates import DateError
from dates.stream import run


class Command(BaseCommand):
    help = (
        'Read JSON lines {"id", "text", "base_date", "lang"} from standard input and write '
        '{"id", "matches": [{"start", "end", "text", "earliest", "latest", "edtf"}]} for each.'
    )
    requires_system_checks: list[str] = []  # a pipe needs no database and starts at once

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            run(sys.stdin, sys.stdout)
        except DateError as error:
            raise CommandError(str(error)) from error
