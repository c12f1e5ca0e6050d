"""What every page has in common, and pages about the site itself."""

import re
from itertools import pairwise

import pytest
from django.template.loader import get_template
from django.test import Client, RequestFactory
from django.utils import translation
from django.views.defaults import server_error

from tests.factories import make_event, make_model, make_organization, make_person, make_source

pytestmark = pytest.mark.django_db
PAGES = [
    "/",
    "/organizations/",
    "/organizations/it/",
    "/models/",
    "/models/it/",
    "/people/",
    "/people/it/",
    "/sources/",
    "/sources/it/",
    "/about/",
    "/nowhere/",
]


@pytest.fixture
def _one_of_each() -> None:
    make_event(
        organizations=(make_organization(slug="it"),),
        models=(make_model(slug="it"),),
        people=(make_person(slug="it"),),
        sources=(make_source(slug="it"),),
    )


@pytest.mark.usefixtures("_one_of_each")
@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize(
    ("code", "tag"), [("en", "en"), ("zh-hans", "zh-Hans"), ("zh-hant", "zh-Hant")]
)
def test_every_page_has_its_landmarks(client: Client, address: str, code: str, tag: str) -> None:
    page = client.get(f"{address}?lang={code}").content.decode()
    assert f'<html lang="{tag}">' in page
    assert len(re.findall(r"<h1[ >]", page)) == 1
    assert page.count('<main id="main"') == 1
    assert 'class="skip" href="#main"' in page
    assert re.search(r"<title>[^<]+</title>", page)
    assert re.search(r'<meta name="description" content="[^"]+">', page)


@pytest.mark.usefixtures("_one_of_each")
@pytest.mark.parametrize("address", PAGES)
def test_headings_leave_out_no_level(client: Client, address: str) -> None:
    page = client.get(address).content.decode()
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", page)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.usefixtures("_one_of_each")
@pytest.mark.parametrize("address", PAGES)
def test_every_id_is_given_once(client: Client, address: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', client.get(address).content.decode())
    assert len(ids) == len(set(ids))


def test_about_explains_and_leads_to_the_data(client: Client) -> None:
    make_event()
    page = client.get("/about/").content.decode()
    assert "<strong>1</strong> event" in page
    for file in ("events", "claims", "event_organizations", "models", "sources"):
        assert f'href="/{file}.csv"' in page
    assert client.post("/about/").status_code == 405


def test_robots_are_kept_from_endless_filters(client: Client) -> None:
    response = client.get("/robots.txt")
    assert response.headers["Content-Type"].startswith("text/plain")
    assert b"Disallow: /*?" in response.content


def test_a_missing_page_is_in_the_same_design(client: Client) -> None:
    response = client.get("/nowhere/")
    assert response.status_code == 404
    assert b"There is nothing at this address" in response.content


def test_the_page_of_a_failure_needs_neither_request_nor_database() -> None:
    with translation.override("en"):
        assert "Something went wrong" in get_template("500.html").render()
        response = server_error(RequestFactory().get("/"))
    assert response.status_code == 500


def test_the_current_section_is_marked(client: Client) -> None:
    make_organization(slug="it")
    assert b'href="/organizations/" aria-current="page"' in client.get("/organizations/").content
    inside = client.get("/organizations/it/").content
    assert b'href="/organizations/" aria-current="true"' in inside
    assert b'href="/" aria-current' not in inside
