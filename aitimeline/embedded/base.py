"""Django database backend: PostgreSQL on the embedded server, started when first connected to."""

from functools import cache
from pathlib import Path
from typing import Any

import psycopg
from django.db.backends.postgresql import base

from aitimeline.embedded import server

DATABASE = "aitimeline"


@cache
def _join(data: Path) -> dict[str, Any]:
    address = server.start(data)
    with psycopg.connect(**address, dbname="postgres", autocommit=True) as connection:
        try:
            connection.execute(f'CREATE DATABASE "{DATABASE}"')
        except psycopg.errors.DuplicateDatabase:
            pass
        except psycopg.errors.UniqueViolation:  # somebody else created it this very moment
            pass
    return address


class DatabaseWrapper(base.DatabaseWrapper):
    def get_connection_params(self) -> dict[str, Any]:
        address = _join(Path(self.settings_dict["EMBEDDED_DATA"]))
        self.settings_dict.update({key.upper(): value for key, value in address.items()})
        params: dict[str, Any] = super().get_connection_params()
        return params
