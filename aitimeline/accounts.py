"""The two accounts a fresh installation starts with."""

import os
import secrets
from pathlib import Path

from django.contrib.auth.models import Group, User

from events.roles import EDITOR, REVIEWER

FIRST_ACCOUNTS = {"editor": EDITOR, "reviewer": REVIEWER}


def ensure_first_accounts(kept_in: Path) -> dict[str, str]:
    """Create the accounts that are missing; their names and passwords.

    The passwords are written to `kept_in`, readable by its owner only, before an account gets
    one: an interrupted start never leaves an account whose password nobody knows.
    """
    created = {}
    for name, group in FIRST_ACCOUNTS.items():
        if not User.objects.filter(username=name).exists():
            created[name] = secrets.token_urlsafe(12)
            _keep(kept_in, f"{name} {created[name]}\n")
            user = User.objects.create_user(name, password=created[name], is_staff=True)
            user.groups.add(Group.objects.get(name=group))
    return created


def _keep(path: Path, line: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "a") as file:
        os.fchmod(descriptor, 0o600)
        file.write(line)
