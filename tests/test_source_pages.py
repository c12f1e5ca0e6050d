"""What each source says about which events."""

import pytest
from django.test import Client

from tests.factories import make_claim, make_event, make_publisher, make_source

pytestmark = pytest.mark.django_db


def content(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return str(response.content.decode())


def test_a_source_shows_what_it_says_about_which_published_events(client: Client) -> None:
    source = make_source(slug="it", title="The article")
    event = make_event(title_en="The delay", sources=())
    make_claim(event, source, quote="fell short", says_en="Tests fell short.")
    make_event(title_en="Secret", sources=(source,), visibility="draft")
    page = content(client, "/sources/it/")
    for words in ("The article", "The delay", "fell short", "Tests fell short.", "1 event"):
        assert words in page
    assert "Secret" not in page


def test_a_source_shows_where_it_comes_from_and_what_was_odd(client: Client) -> None:
    original = make_source(slug="original", title="First print")
    source = make_source(
        slug="it",
        reprint_of=original,
        publisher=make_publisher(name="Bloomberg News", slug="bloomberg"),
        published="2025-01-28/2025-01-29",
        published_basis="inferred",
        reading_notes="Printed four times.",
        language="zh-Hant",
        rights="link_only",
    )
    source.relies_on.add(make_publisher(name="Reuters"))
    page = content(client, "/sources/it/")
    for words in (
        "First print",
        'href="/publishers/bloomberg/"',
        "28–29 January 2025",
        "inferred",
        "Printed four times.",
        "Reuters",
        "Chinese (Traditional)",
        "Link only",
    ):
        assert words in page
    assert "Reprinted as" in content(client, "/sources/original/")


def test_the_text_of_a_source_is_never_shown(client: Client) -> None:
    make_source(slug="it", text="The whole article, word for word.")
    assert "word for word" not in content(client, "/sources/it/")


def test_the_list_is_newest_first_and_searched(client: Client) -> None:
    make_source(title="Older", published="2024", published_basis="printed")
    make_source(title="Newer", published="2025", published_basis="printed")
    page = content(client, "/sources/")
    assert page.index("Newer") < page.index("Older")
    found = content(client, "/sources/?q=newe")
    assert "Newer" in found
    assert "Older" not in found
    assert "No source fits" in content(client, "/sources/?q=100%25_")


def test_a_publisher_shows_its_sources(client: Client) -> None:
    publisher = make_publisher(name="Reuters", slug="reuters", country="GB", kind="agency")
    make_source(title="Its report", publisher=publisher)
    make_source(title="Elsewhere")
    page = content(client, "/publishers/reuters/")
    for words in ("Reuters", "United Kingdom", "news agency", "Its report"):
        assert words in page
    assert "Elsewhere" not in page


@pytest.mark.parametrize("query", ["q=%00", "q=" + "x" * 5000])
def test_garbage_is_a_message(client: Client, query: str) -> None:
    assert "This was left out" in content(client, f"/sources/?{query}")


@pytest.mark.parametrize("address", ["/sources/nothing/", "/publishers/nobody/"])
def test_unknown_addresses_are_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/sources/", "/sources/it/", "/publishers/it/"])
def test_they_only_read(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405
