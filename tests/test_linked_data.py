"""What pages tell machines: one address, a card to share, and schema.org as JSON-LD."""

import json
import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client

from tests.factories import (
    make_claim,
    make_event,
    make_model,
    make_organization,
    make_person,
    make_publisher,
    make_source,
)

pytestmark = pytest.mark.django_db
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def _graph(client: Client, address: str) -> dict[str, Any]:
    """The linked data of a page, each node under its type."""
    response = client.get(address, follow=True)
    (text,) = SCRIPT.findall(response.content.decode())
    data = json.loads(text)
    assert data["@context"] == "https://schema.org"
    return {node["@type"]: node for node in data["@graph"]}


def _meta(client: Client, address: str) -> dict[str, str]:
    page = client.get(address, follow=True).content.decode()
    return dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', page))


def _canonical(client: Client, address: str) -> str:
    page = client.get(address).content.decode()
    (found,) = re.findall(r'<link rel="canonical" href="([^"]*)">', page)
    return str(found).replace("&amp;", "&").removeprefix("http://testserver")


@pytest.mark.parametrize(
    ("date", "start"),
    [
        ("2025-05-15", "2025-05-15"),
        ("2025-05", "2025-05"),
        ("2025", "2025"),
        ("2025-33", None),
        ("2025-05-01/2025-05-09", None),
        ("2025-05-15~", None),
        ("../2025-05-15", None),
    ],
)
def test_a_start_is_as_precise_as_it_is_known(client: Client, date: str, start: str | None) -> None:
    event = make_event(date=date, summary_en="A model.")
    node = _graph(client, event.get_absolute_url())["Event"]
    assert node.get("startDate") == start
    assert node["description"].endswith("A model.")
    assert (node["description"] == "A model.") is bool(start)


@pytest.mark.parametrize(
    ("status", "date", "told", "before"),
    [
        ("planned", "2025-04-01", "EventScheduled", None),
        ("happened", "2025-04", "EventScheduled", None),
        ("happened", "2025-06-02", "EventRescheduled", ["2025-04-01"]),
        ("delayed", "2025-06", "EventRescheduled", ["2025-04-01"]),
        ("delayed", "2025-04", "EventPostponed", None),
        ("cancelled", "2025-06", "EventCancelled", ["2025-04-01"]),
    ],
)
def test_slipped_events_say_for_when_they_were_promised(
    client: Client, status: str, date: str, told: str, before: list[str] | None
) -> None:
    event = make_event(status=status, date=date)
    make_claim(event, make_source(), date="2025-04-01", status="planned")
    node = _graph(client, event.get_absolute_url())["Event"]
    assert node["eventStatus"] == f"https://schema.org/{told}"
    assert node.get("previousStartDate") == before


def test_an_event_names_its_sources_and_who_took_part(client: Client) -> None:
    paper = make_publisher(name="The Paper", kind="newspaper")
    source = make_source(
        title="Printed", url="https://paper.example/1", publisher=paper, published="2025-05-16"
    )
    lab, person = make_organization("Lab"), make_person("Ada")
    event = make_event(sources=(source,), organizations=(lab,), people=(person,))
    graph = _graph(client, event.get_absolute_url())
    (told,) = graph["Event"]["subjectOf"]
    assert (told["@type"], told["headline"]) == ("NewsArticle", "Printed")
    assert (told["url"], told["datePublished"]) == ("https://paper.example/1", "2025-05-16")
    assert [thing["name"] for thing in graph["Event"]["about"]] == ["Lab", "Ada"]
    steps = graph["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2]
    assert steps[1]["item"] == f"http://testserver{event.get_absolute_url()}"


def test_entities_lead_to_wikidata(client: Client) -> None:
    lab = make_organization("Lab", name_zh="实验室", wikidata="Q42", homepage="https://lab.example")
    model = make_model("Tiny", developer=lab, hugging_face="lab/tiny")
    node = _graph(client, lab.get_absolute_url())["Organization"]
    assert node["sameAs"] == ["https://www.wikidata.org/wiki/Q42"]
    assert (node["url"], node["alternateName"]) == ("https://lab.example", ["实验室"])
    node = _graph(client, model.get_absolute_url())["SoftwareApplication"]
    assert node["sameAs"] == ["https://huggingface.co/lab/tiny"]
    assert node["creator"]["name"] == "Lab"
    assert _graph(client, make_person("Ada").get_absolute_url())["Person"]["name"] == "Ada"


def test_the_data_page_describes_every_download(client: Client) -> None:
    make_event(date="2024")
    node = _graph(client, "/about/")["Dataset"]
    assert node["temporalCoverage"] == "2024-01-01/2024-12-31"
    assert len(node["description"]) >= 50
    for download in node["distribution"]:
        assert download["encodingFormat"] == "text/csv"
        assert client.get(urlsplit(download["contentUrl"]).path).status_code == 200


def test_no_text_ends_the_script_it_stands_in(client: Client) -> None:
    nasty = "</script><script>alert(1)</script> & <!-- \u2028"
    event = make_event(title_en=nasty)
    page = client.get(event.get_absolute_url()).content.decode()
    assert "<script>alert" not in page
    assert _graph(client, event.get_absolute_url())["Event"]["name"] == nasty


def test_a_shared_event_has_a_card(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("events.exchange.card_images.faces.can_draw", lambda *_texts: False)
    event = make_event(title_en='A "quoted" title', title_zh="标题", summary_en="Short.")
    card = _meta(client, event.get_absolute_url())
    assert card["og:type"] == "article"
    assert card["og:title"] == "A &quot;quoted&quot; title"
    assert (card["og:description"], card["og:locale"]) == ("Short.", "en_US")
    assert card["og:url"] == f"http://testserver{event.get_absolute_url()}"
    assert card["article:modified_time"].startswith(f"{event.updated_at:%Y-%m-%dT}")
    assert card["og:image"] == "http://testserver/static/events/card.png"
    assert card["twitter:card"] == "summary_large_image"
    chinese = _meta(client, f"{event.get_absolute_url()}?lang=zh-hant")
    assert (chinese["og:title"], chinese["og:locale"]) == ("標題", "zh_TW")


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("/", "/"),
        ("/?utm_source=x&fbclid=1", "/"),
        ("/?kind=release&q=a+b&utm_source=x", "/?kind=release&q=a+b"),
        ("/?kind=nonsense", "/"),
        ("/?lang=zh-hans&kind=release", "/?kind=release&lang=zh-hans"),
        ("/?lang=nonsense", "/"),
        ("/organizations/?letter=L&x=1", "/organizations/?letter=L"),
        ("/about/?q=1", "/about/"),
    ],
)
def test_each_page_has_one_address(client: Client, asked: str, canonical: str) -> None:
    assert _canonical(client, asked) == canonical


def test_pages_tell_of_their_feeds_with_their_filters(client: Client) -> None:
    lab = make_organization("Lab", slug="lab")
    make_event(organizations=(lab,))
    for address in ("/?organization=lab&order=oldest", "/organizations/lab/"):
        page = client.get(address).content.decode().replace("&amp;", "&")
        assert page.count('type="application/atom+xml" title="New events"') == 1
        for file in ("/events.atom", "/corrections.atom", "webcal://testserver/planned.ics"):
            assert f'href="{file}?organization=lab&lang=en"' in page
        assert 'href="/embed/code/?organization=lab"' in page


def test_a_page_of_the_past_leads_to_what_is_so_now(client: Client) -> None:
    event = make_event(sources=(make_source(published="2025-01-01"),))
    day = f"{event.created_at:%Y-%m-%d}"
    page = client.get(f"/?as_of={day}").content.decode()
    assert 'data-now href="/events.atom?lang=en"' in page
    past = f"{event.get_absolute_url()}?as_of={day}"
    assert _canonical(client, past) == event.get_absolute_url()


@pytest.mark.parametrize("address", ["/nowhere/", "/events/999999/"])
def test_pages_that_are_not_there_say_nothing_of_themselves(client: Client, address: str) -> None:
    page = client.get(address).content.decode()
    assert not SCRIPT.findall(page)
