"""The whole site as of a day of the past: every link stays in it."""

from collections import Counter
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import pytest
from django.test import Client

from events.models import EventLink, EventModel, EventOrganization, EventPerson
from tests.crawling import kind_of
from tests.factories import (
    make_claim,
    make_event,
    make_model,
    make_organization,
    make_person,
    make_publisher,
    make_source,
)
from tests.test_as_of import a_promise_that_slipped

pytestmark = pytest.mark.django_db

DAY = "as_of=2025-05-20"
AHEAD = "Told of in July only"


def a_small_world() -> None:
    """Something of everything, reported before the day, and one event reported after it."""
    publisher = make_publisher()
    meta, llama = make_organization("Meta"), make_model("Llama")
    zuckerberg = make_person("Zuckerberg")
    slipped, other = a_promise_that_slipped(), make_event(sources=(), date="2025-04-29")
    late = make_event(sources=(), date="2025-04-30", title_en=AHEAD, summary_en=AHEAD)
    make_claim(other, make_source(publisher=publisher, published="2025-05-01"))
    make_claim(late, make_source(publisher=publisher, published="2025-07-15", title="Late"))
    EventLink.objects.create(from_event=other, to_event=slipped, kind="follows_up")
    EventLink.objects.create(from_event=late, to_event=slipped, kind="contradicts")
    for event in (slipped, other, late):
        EventOrganization.objects.create(event=event, organization=meta)
        EventModel.objects.create(event=event, model=llama)
        EventPerson.objects.create(event=event, person=zuckerberg)


class Links(HTMLParser):
    """The links of a page to pages of ours that are not marked as leading back to now."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address, self.found = address, list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        address = values.get("href") or ""
        if tag != "a" or "data-now" in values or address.startswith("#"):
            return
        link = urlsplit(urljoin(self.address, address))
        file = "." in link.path.rsplit("/", 1)[-1]
        if link.netloc == "testserver" and not link.path.startswith("/admin/") and not file:
            self.found.append(f"{link.path}?{link.query}")


def links_of(client: Client, address: str) -> list[str]:
    page = Links(urljoin("http://testserver", address))
    response = client.get(address, follow=True)
    assert response.status_code == 200, address
    text = response.content.decode()
    assert AHEAD not in text, address
    assert 'class="past-limits"' in text or "/embed/" in address, address
    page.feed(text)
    return page.found


def test_no_link_of_a_page_of_the_past_loses_the_day(client: Client) -> None:
    a_small_world()
    queue, seen, taken, lost = [f"/?{DAY}"], set[str](), Counter[tuple[str, int]](), list[str]()
    while queue:
        address = queue.pop()
        seen.add(address)
        for link in links_of(client, address):
            if DAY not in link:
                lost.append(f"{address} -> {link}")
            elif link not in seen and link not in queue:
                kind = kind_of(urlsplit(link).path)
                taken[kind] += 1
                if taken[kind] <= 2:
                    queue.append(link)
    assert lost == []
    assert len(taken) > 9
