"""The cast: a reader, an editor and a reviewer, each with a browser that asks for English."""

from collections.abc import Iterator

import pytest
from django.conf import settings as project
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils import translation
from playwright.sync_api import Browser
from pytest_django import Settings

from aitimeline.translations import compile_translations
from events.roles import EDITOR, REVIEWER, ensure_roles
from tests.browser import chromium


def pytest_configure() -> None:
    compile_translations()
    project.STATIC_ROOT.mkdir(parents=True, exist_ok=True)


@pytest.fixture(autouse=True)
def _plain_static_files(settings: Settings) -> None:
    """Tests need no collected static files."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


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
