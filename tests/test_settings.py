"""The settings are documented, safe for the public, and the schema is in step with the models."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

ROOT = Path(settings.BASE_DIR)


def test_every_variable_is_documented() -> None:
    read = set(re.findall(r'env\.\w+\(\s*"(\w+)"', (ROOT / "aitimeline/settings.py").read_text()))
    variables, _files = (ROOT / "docs/settings.md").read_text().split("## Files under")
    documented = set(re.findall(r"^\| `(\w+)`", variables, re.MULTILINE))
    assert documented == read | {"PORT"}  # which the Makefile reads


def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere() -> None:
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    allowed = {source for sources in directives.values() for source in sources}
    assert directives["default-src"] == ["'self'"]
    assert allowed <= {"'self'", "'none'", "data:"}


@pytest.mark.django_db
def test_no_migration_is_pending() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_secrets_are_readable_by_their_owner_only() -> None:
    assert (Path(settings.VAR_DIR) / "secret_key").stat().st_mode & 0o077 == 0
