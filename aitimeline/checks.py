"""Each wrong setting is named when the site starts, with what would be right."""

import os
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connection

OLDEST_POSTGRES = 15


@register()
def check_folder(**_: Any) -> list[CheckMessage]:
    if os.access(settings.VAR_DIR, os.W_OK):
        return []
    return [
        Error(
            f"{settings.VAR_DIR} cannot be written to.",
            hint="Set VAR_DIR to a folder of yours: it keeps the database and generated secrets.",
            id="aitimeline.E001",
        )
    ]


@register()
def check_engine(**_: Any) -> list[CheckMessage]:
    if connection.vendor == "postgresql":
        return []
    return [
        Error(
            f"DATABASE_URL names a {connection.vendor} database; aitimeline runs on PostgreSQL.",
            hint="Write postgresql://user:password@host:5432/name, or leave it out.",
            id="aitimeline.E002",
        )
    ]


@register(Tags.security, deploy=True)
def check_hosts(**_: Any) -> list[CheckMessage]:
    if not (settings.HTTPS and "*" in settings.ALLOWED_HOSTS):
        return []
    return [
        checks.Warning(
            "ALLOWED_HOSTS accepts every host name.",
            hint="List the names this site is reached by, separated by commas.",
            id="aitimeline.W001",
        )
    ]


@register(Tags.database)
def check_postgres_version(
    *, databases: Sequence[str] | None = None, **_: Any
) -> list[CheckMessage]:
    if not databases or connection.vendor != "postgresql":
        return []
    version = connection.get_database_version()[0]
    if version >= OLDEST_POSTGRES:
        return []
    return [
        Error(
            f"The server runs PostgreSQL {version}.",
            hint=f"aitimeline needs PostgreSQL {OLDEST_POSTGRES} or newer.",
            id="aitimeline.E003",
        )
    ]
