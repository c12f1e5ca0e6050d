"""Every kind of page in a real browser: nothing on the console, nothing against the policy."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from events.exchange.seeds.importing import import_seeds
from events.models import AIModel, Event, Organization, Person
from sources.models import Publisher, Source
from tests.browser import Visit
from tests.seed_files import REAL_SEEDS, write_seeds

pytestmark = pytest.mark.django_db(transaction=True)
LANGUAGES = ("en", "zh-hans", "zh-hant")


def public_addresses() -> Iterator[str]:
    """Each list, and one page of each kind."""
    lists = ("organizations", "models", "people", "sources", "about")
    yield from ("/", "/?q=深度&kind=release", "/?from=soon", *(f"/{name}/" for name in lists))
    for model in (Event, Organization, AIModel, Person):
        first = model.objects.order_by("pk").first()
        assert first
        yield first.get_absolute_url()
    yield f"/sources/{Source.objects.earliest('pk').slug}/"
    yield f"/publishers/{Publisher.objects.earliest('pk').slug}/"


def admin_addresses() -> Iterator[str]:
    event = Event.objects.order_by("pk").first()
    assert event
    yield "/admin/"
    for name in ("event", "organization", "aimodel", "person", "claim", "eventlink", "proposal"):
        yield f"/admin/events/{name}/"
    for name in ("source", "publisher"):
        yield f"/admin/sources/{name}/"
    yield "/admin/events/event/add/"
    yield f"/admin/events/event/{event.pk}/change/"
    yield f"/admin/events/event/{event.pk}/history/"
    yield f"/admin/events/event/{event.pk}/delete/"
    yield "/admin/events/event/import/"
    yield "/admin/events/event/export/"
    yield "/admin/events/organization/add/"


def with_language(address: str, language: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}lang={language}"


def test_no_public_page_complains(browser: Browser, live_server: LiveServer) -> None:
    import_seeds(REAL_SEEDS)
    visit = Visit(browser.new_page())
    for language in LANGUAGES:
        for address in public_addresses():
            assert visit.open(with_language(live_server.url + address, language)) == 200
    assert visit.complaints == []


def test_no_admin_page_complains(
    browser: Browser, live_server: LiveServer, reviewer: User, tmp_path: Path
) -> None:
    import_seeds(write_seeds(tmp_path))
    client = Client()
    client.force_login(reviewer)
    context = browser.new_context()
    session = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    visit = Visit(context.new_page())
    for address in admin_addresses():
        assert visit.open(f"{live_server.url}{address}") == 200, address
    assert visit.complaints == []
