"""What search engines read: the sitemap with languages, robots.txt; and OpenSearch for browsers."""

from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from events.exchange import sitemaps
from tests.factories import make_event, make_model, make_organization, make_person, make_source

pytestmark = pytest.mark.django_db
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


def _xml(client: Client, address: str) -> ET.Element:
    response = client.get(address)
    assert response.status_code == 200
    return ET.fromstring(response.content)


def _paths(element: ET.Element) -> list[str]:
    return [urlsplit(found.text or "").path for found in element.iter(f"{MAP}loc")]


def _pages(client: Client) -> list[str]:
    parts = _paths(_xml(client, "/sitemap.xml"))
    return [path for part in parts for path in _paths(_xml(client, part))]


def test_every_public_page_is_listed_and_there(client: Client) -> None:
    lab, model, person, source = (
        make_organization(),
        make_model(),
        make_person(),
        make_source(url="https://paper.example/1"),
    )
    event = make_event(organizations=(lab,), models=(model,), people=(person,), sources=(source,))
    pages = _pages(client)
    rows = [row.get_absolute_url() for row in (event, lab, model, person)]
    assert {*rows, f"/sources/{source.slug}/", "/", "/about/"} <= set(pages)
    assert len(pages) == len(set(pages))
    assert {client.get(page).status_code for page in pages} == {200}


def test_what_is_not_public_is_not_listed(client: Client) -> None:
    for visibility in ("draft", "in_review", "retracted"):
        make_event(visibility=visibility, organizations=(make_organization(),))
    make_organization(merged_into=make_organization())
    assert len(_paths(_xml(client, "/sitemap.xml"))) == 1
    assert len(_pages(client)) == len(sitemaps.PAGES)


def test_each_page_is_there_in_every_language(client: Client) -> None:
    event = make_event()
    address = f"http://testserver{event.get_absolute_url()}"
    part = (event.pk - 1) // sitemaps.PART + 1
    (url,) = _xml(client, f"/sitemap-events-{part}.xml").findall(f"{MAP}url")
    assert url.findtext(f"{MAP}lastmod") == f"{event.updated_at:%Y-%m-%d}"
    assert {link.get("hreflang"): link.get("href") for link in url.iter(f"{XHTML}link")} == {
        "en": f"{address}?lang=en",
        "zh-Hans": f"{address}?lang=zh-hans",
        "zh-Hant": f"{address}?lang=zh-hant",
        "x-default": address,
    }


def test_parts_hold_so_many_ids_and_none_is_empty(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemaps, "PART", 2)
    first, *others = [make_event() for _ in range(5)]
    for event in others[:3]:
        event.delete()
    parts = [part for part in _paths(_xml(client, "/sitemap.xml")) if "events" in part]
    found = [_paths(_xml(client, part)) for part in parts]
    assert found == [[first.get_absolute_url()], [others[3].get_absolute_url()]]


@pytest.mark.parametrize(
    "part", ["nothing-1", "events-0", f"events-{10**18}", "events-x", "events"]
)
def test_there_is_no_other_part(client: Client, part: str) -> None:
    assert client.get(f"/sitemap-{part}.xml").status_code == 404


def test_a_part_takes_one_query(client: Client, django_assert_num_queries: Any) -> None:
    for _ in range(3):
        make_event()
    with django_assert_num_queries(1):
        client.get("/sitemap-events-1.xml")


def test_robots_find_the_sitemap_and_may_read_every_language(client: Client) -> None:
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert "Sitemap: http://testserver/sitemap.xml" in lines
    assert {"Disallow: /*?", "Allow: /*?lang=zh-hans$", "Allow: /*?lang=en$"} <= set(lines)


@pytest.mark.parametrize(
    ("language", "tag"), [("en", "en"), ("zh-hans", "zh-Hans"), ("zh-hant", "zh-Hant")]
)
def test_browsers_learn_how_to_search_here(client: Client, language: str, tag: str) -> None:
    address = f"/opensearch.xml?lang={language}"
    response = client.get(address)
    assert response["Content-Type"].startswith("application/opensearchdescription+xml")
    described = ET.fromstring(response.content)
    assert described.findtext(f"{SEARCH}Language") == tag
    assert 0 < len(described.findtext(f"{SEARCH}ShortName") or "") <= 16
    url = described.find(f"{SEARCH}Url[@type='text/html']")
    assert url is not None
    template = f"http://testserver/?q={{searchTerms}}&lang={language}"
    assert url.get("template") == template
    assert client.get("/").content.decode().count('rel="search"') == 1
