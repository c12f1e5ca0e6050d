"""What each source says about which events."""

import re
from typing import Any

import pytest
from django.test import Client

from sources.models import Source
from tests.factories import make_claim, make_event, make_publisher, make_source

pytestmark = pytest.mark.django_db


def read(response: Any) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


def content(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return str(response.content.decode())


def make_cited(**values: Any) -> Source:
    """A source that a published event relies on."""
    source = make_source(**values)
    make_event(sources=(source,))
    return source


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
    source = make_cited(
        slug="it",
        reprint_of=original,
        publisher=make_publisher(name="Bloomberg News", slug="bloomberg"),
        published="2025-01-28/2025-01-29",
        published_basis="inferred",
        reading_notes_en="Printed four times.",
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
        "Traditional Chinese",
        "Link only",
    ):
        assert words in page
    assert "Reprinted as" in content(client, "/sources/original/")


def test_the_text_of_a_source_is_never_shown(client: Client) -> None:
    make_cited(slug="it", text="The whole article, word for word.")
    assert "word for word" not in content(client, "/sources/it/")


def test_the_list_is_newest_first_and_searched(client: Client) -> None:
    make_cited(title="Older", published="2024", published_basis="printed")
    make_cited(title="Newer", published="2025", published_basis="printed")
    page = content(client, "/sources/")
    assert page.index("Newer") < page.index("Older")
    found = content(client, "/sources/?q=newe")
    assert "Newer" in found
    assert "Older" not in found
    assert "No source fits" in content(client, "/sources/?q=100%25_")


@pytest.mark.parametrize(
    "address", ["/sources/", "/sources/it/", "/publishers/it/", "/sources.csv"]
)
def test_a_source_is_public_once_a_published_event_relies_on_it(
    client: Client, address: str
) -> None:
    source = make_source(slug="it", title="Dropped in", publisher=make_publisher(slug="it"))
    make_event(sources=(source,), visibility="draft")
    assert b"Dropped in" not in read(client.get(address))
    make_event(sources=(source,))
    assert b"Dropped in" in read(client.get(address))


def test_a_publisher_shows_its_sources(client: Client) -> None:
    publisher = make_publisher(name="Reuters", slug="reuters", country="GB", kind="agency")
    make_cited(title="Its report", publisher=publisher)
    make_cited(title="Elsewhere")
    page = content(client, "/publishers/reuters/")
    for words in ("Reuters", "United Kingdom", "News agency", "Its report"):
        assert words in page
    assert "Elsewhere" not in page


def test_a_publisher_tells_how_often_it_was_first(client: Client) -> None:
    reuters = make_publisher(slug="reuters")
    early = make_source(publisher=reuters, published="2025-05-01", published_basis="printed")
    late = make_source(published="2025-05-03", published_basis="printed")
    make_event(sources=(early, late))
    make_event(sources=(early,))
    page = content(client, "/publishers/reuters/")
    assert "it was first with <strong>1</strong>" in page
    assert re.search(r"nobody else reports</dt><dd>1<", page)
    told = content(client, f"/sources/{late.slug}/")
    assert "2 days after the first" in told


def test_a_reprint_is_never_first(client: Client) -> None:
    reuters = make_publisher(slug="reuters")
    original = make_source(published="2025-05-03", published_basis="printed")
    reprint = make_source(publisher=reuters, reprint_of=original, published="2025-05-01")
    make_event(sources=(original, reprint))
    assert "How often first" not in content(client, "/publishers/reuters/")


def test_publishers_are_listed_by_how_much_they_reported(client: Client) -> None:
    often, once = make_publisher(name="Often"), make_publisher(name="Once", name_zh="一次")
    make_publisher(name="Silent")
    for publisher in (often, often, once):
        make_cited(publisher=publisher)
    page = content(client, "/publishers/")
    assert page.index("Often") < page.index("Once")
    assert "Silent" not in page
    assert "Often" not in content(client, "/publishers/?q=一次")
    assert "No publisher fits" in content(client, "/publishers/?q=nobody")


def test_of_publishers_with_very_many_sources_a_part_is_asked(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("events.directory.publishers.MOST_ASKED_OF_ONE", 2)
    monkeypatch.setattr("events.directory.publishers.MOST_ASKED", 2)
    rare, often = make_publisher(name="Rare"), make_publisher(name="Often")
    for publisher in (rare, often, often, often):
        make_event(sources=(make_source(publisher=publisher),))
    page = content(client, "/publishers/")
    numbers = re.findall(r"(1|about \d|more than 0) sources?<", page)
    assert len(numbers) == 2
    assert numbers.count("1") == 1
    # by their ids, none of a part may be public
    assert re.search(
        r"<strong>(about \d|a few at most)</strong> source", content(client, "/about/")
    )


@pytest.mark.parametrize("query", ["q=%00", "q=" + "x" * 5000])
def test_garbage_is_a_message(client: Client, query: str) -> None:
    assert "This was left out" in content(client, f"/sources/?{query}")
    assert "This was left out" in content(client, f"/publishers/?{query}")


@pytest.mark.parametrize("address", ["/sources/nothing/", "/publishers/nobody/"])
def test_unknown_addresses_are_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/sources/", "/sources/it/", "/publishers/it/"])
def test_they_only_read(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405


def test_as_of_a_day_before_it_was_published_nothing_is_known_of_it(client: Client) -> None:
    source = make_source(slug="it", title="The article", published="2025-05-16")
    make_event(date="2025-05-15", sources=(source,))
    response = client.get("/sources/it/?as_of=2025-05-15")
    page = response.content.decode()
    assert response.status_code == 404
    assert "The article" not in page
    assert "16 May 2025" in page
    assert 'data-now href="/sources/it/"' in page
    assert "The article" in content(client, "/sources/it/?as_of=2025-05-16")
