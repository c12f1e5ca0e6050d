"""One migrated database, with the two roles, that every worker and every later run copies.

Migrating takes seconds of Python, copying a moment. Django migrates the copy again: that finds
nothing to do, but `post_migrate` sees the models of today.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from sys import modules

from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from events import roles
from events.roles import ensure_roles

PREFIX = "test_migrated_"
LOCK = 7_041_771  # the same number in every worker


def template() -> str:
    """The name of a database where exactly today's migrations have run; made if there is none."""
    name = PREFIX + _fingerprint()
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])  # until the connection closes
        cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [PREFIX])
        present = {row[0] for row in cursor.fetchall()}
        if name not in present:
            for old in present:
                cursor.execute(f'DROP DATABASE "{old}" WITH (FORCE)')
            cursor.execute(f'CREATE DATABASE "{name}_unfinished"')
            _migrate(f"{name}_unfinished")
            cursor.execute(f'ALTER DATABASE "{name}_unfinished" RENAME TO "{name}"')
    return name


def _fingerprint() -> str:
    """Of the files of all migrations, Django's and the libraries' included, and of the roles."""
    migrations = MigrationLoader(None).disk_migrations.values()
    files = {modules[type(migration).__module__].__file__ for migration in migrations}
    texts = [Path(file).read_bytes() for file in sorted(filter(None, [*files, roles.__file__]))]
    return sha256(b"".join(texts)).hexdigest()[:16]


def _migrate(database: str) -> None:
    with _connected_to(database):
        call_command("migrate", verbosity=0)
        ensure_roles()


@contextmanager
def _connected_to(database: str) -> Iterator[None]:
    connection.close()
    usual = connection.settings_dict["NAME"]
    connection.settings_dict["NAME"] = database
    yield
    connection.close()
    connection.settings_dict["NAME"] = usual
