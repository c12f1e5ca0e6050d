"""Commands that need the database say in one line when it, or its tables, are not there."""

import psycopg
from django.core.management.base import CommandError
from django.db import OperationalError, ProgrammingError, connection

from sources.models import Source

PATIENCE = 5  # seconds; the pool of connections would try for half a minute


def expect_tables() -> None:
    try:
        with connection.wrap_database_errors:
            parameters = {**connection.get_connection_params(), "connect_timeout": PATIENCE}
            psycopg.connect(**parameters).close()
        Source.objects.exists()
    except OperationalError as error:
        why = " ".join(str(error).split())
        raise CommandError(f"The database cannot be reached: {why}") from error
    except ProgrammingError as error:
        text = "The database has no tables for documents yet: run manage.py migrate first."
        raise CommandError(text) from error
