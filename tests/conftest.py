"""The cast: a reader, an editor and a reviewer, each with a browser that asks for English."""

import os
from collections.abc import Iterator

import pytest
from django.conf import settings as project
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client
from django.utils import translation
from playwright.sync_api import Browser
from pytest_django import DjangoDbBlocker

from aitimeline.translations import compile_translations
from events.roles import EDITOR, REVIEWER, ensure_roles
from tests.browser import chromium
from tests.migrated import template


def pytest_configure() -> None:
    """Tests need no collected static files, no safe passwords and no data after a power cut."""
    compile_translations()
    project.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    project.STORAGES["staticfiles"] = {"BACKEND": plain}
    project.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    os.environ.setdefault("PGOPTIONS", "-c synchronous_commit=off")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest that needs no test database goes first: one worker never waits for another."""
    items.sort(key=lambda item: item.path.stem != "test_serving")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, django_db_blocker: DjangoDbBlocker
) -> None:
    with django_db_blocker.unblock():
        connection.settings_dict["TEST"]["TEMPLATE"] = template()


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """A request leaves its language behind in the thread; no test reads another's."""
    with translation.override("en"):
        yield


@pytest.fixture
def client() -> Client:
    return Client(headers={"accept-language": "en"})


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


def _member(group: str) -> User:
    if not Group.objects.exists():  # they are in the copied database until a test flushes it
        ensure_roles()
    user = User.objects.create_user(group.lower(), is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    return user


@pytest.fixture
def editor(db: None) -> User:
    return _member(EDITOR)


@pytest.fixture
def reviewer(db: None) -> User:
    return _member(REVIEWER)


@pytest.fixture
def editor_client(editor: User) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(editor)
    return client


@pytest.fixture
def reviewer_client(reviewer: User) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(reviewer)
    return client


@pytest.fixture
def nothing_is_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every question takes too long, and one event in two is the least that is read."""
    monkeypatch.setattr("events.timeline.sampling.cost_of", lambda *_: 1e9)
    monkeypatch.setattr("events.timeline.sampling.SHARES", (1, 2))
