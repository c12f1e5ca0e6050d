"""The timeline as a reader gets it."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from events.chinese import traditional
from tests.factories import (
    make_event,
    make_events,
    make_model,
    make_organization,
    make_person,
)

pytestmark = pytest.mark.django_db
MOST_QUERIES = 25  # five of them ask the planner


def content(client: Client, address: str = "/") -> str:
    response = client.get(address)
    assert response.status_code == 200
    return str(response.content.decode())


def test_it_shows_published_events_under_year_and_month(client: Client) -> None:
    make_event(title_en="Llama 4 is out", date="2025-04-05")
    make_event(title_en="Unseen", visibility="in_review")
    page = content(client)
    assert "Llama 4 is out" in page
    assert "Unseen" not in page
    assert re.search(r"<h2[^>]*>2025</h2>", page)
    assert re.search(r"<h3[^>]*>April 2025</h3>", page)


def test_a_year_alone_stands_under_month_not_known(client: Client) -> None:
    make_event(date="2025")
    assert "2025, month not known" in content(client)


def test_dates_are_said_as_precisely_as_they_are_known(client: Client) -> None:
    make_event(date="2025-35")
    make_event(date="../2025-07-15")
    page = content(client)
    assert "Q3 2025" in page
    assert "15 July 2025 or earlier" in page


def test_status_and_certainty_are_said_in_words(client: Client) -> None:
    make_event(status="cancelled", certainty="disputed")
    page = content(client)
    labels = re.search(r'<p class="line-labels">.*?</p>', page, re.DOTALL)
    assert labels
    assert "cancelled" in labels[0]
    assert "disputed" in labels[0]


def test_organizations_and_models_are_linked(client: Client) -> None:
    meta, llama = make_organization("Meta", slug="meta"), make_model("Llama 4", slug="llama-4")
    make_event(organizations=(meta,), models=(llama,))
    page = content(client)
    assert 'href="/organizations/meta/"' in page
    assert 'href="/models/llama-4/"' in page


def test_the_download_button_says_how_many_rows_it_gives(client: Client) -> None:
    make_event(kind="delay")
    make_event(kind="release")
    page = content(client, "/?kind=delay")
    assert re.search(r'href="/events.csv\?kind=delay"[^>]*>Download 1 row \(CSV\)<', page)
    assert 'href="/events.csv?kind=delay&amp;excel=1"' in page
    assert 'href="/events.csv?excel=1"' in content(client)


def test_it_can_be_read_oldest_first(client: Client) -> None:
    make_event(title_en="Early", date="2020")
    make_event(title_en="Late", date="2025")
    page = content(client, "/?order=oldest")
    titles = re.findall(r'class="line-title".*?(Early|Late)', page)
    assert titles == ["Early", "Late"]


def test_a_filter_in_use_can_be_removed(client: Client) -> None:
    make_event(organizations=(make_organization("Meta", slug="meta"),))
    page = content(client, "/?organization=meta&kind=release")
    assert re.search(
        r'class="chip" href="/\?kind=release"[^>]*><[^>]*>Organization</span> Meta', page
    )


def test_an_empty_result_names_the_filters_and_a_way_on(client: Client) -> None:
    make_event(date="2025-05-15")
    page = content(client, "/?kind=release&from=2020&to=2021")
    assert "No event fits" in page
    assert "Without the filter “From”" in page
    assert 'href="/?kind=release&amp;from=2025&amp;to=2025"' in page


def test_an_empty_database_says_so(client: Client) -> None:
    assert "Nothing has been published yet" in content(client)


def test_what_is_not_understood_is_said_beside_its_field(client: Client) -> None:
    make_event(title_en="Still shown")
    page = content(client, "/?from=garbage")
    assert "“garbage” is not read as a date" in page
    assert 'aria-describedby="from-wrong"' in page
    assert "Still shown" in page


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "q=%25",
        "q=" + "深" * 3000,
        "from=9999&to=-1",
        "after=%00",
        "before=x&after=y",
        "kind=%00&kind=release",
        "organization=%F0%9F%A4%96",
        "lang=%00",
        "order=%00",
        "language[]=1&person=''",
        "date__year=9999",
    ],
)
def test_garbage_never_breaks_it(client: Client, query: str) -> None:
    make_event()
    assert client.get(f"/?{query}").status_code == 200


def test_it_only_reads(client: Client) -> None:
    assert client.post("/").status_code == 405
    assert client.head("/").status_code == 200


def test_longer_timelines_have_pages(client: Client) -> None:
    make_events(*[{}] * 51)
    link = re.search(r'href="(/\?after=[^"]+)"', content(client))
    assert link
    second = content(client, link[1])
    assert second.count('class="line-title"') == 1
    assert "before=" in second


@pytest.mark.parametrize("language", ["en", "zh-hans", "zh-hant"])
def test_a_fixed_number_of_queries_however_many_events(
    client: Client, language: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    meta, llama, person = make_organization(slug="m"), make_model(slug="l"), make_person(slug="p")
    make_events(*[{}] * 60, organizations=(meta,), models=(llama,), people=(person,))
    traditional.recorded.cache_clear()
    client.get("/?q=event")  # names are kept in memory from then on
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get(f"/?organization=m&model=l&person=p&q=event&lang={language}")


def test_the_page_is_in_the_language_asked_for(client: Client) -> None:
    make_event(title_en="Behemoth delayed", title_zh="Behemoth推迟发布")
    page = content(client, "/?lang=zh-hans")
    assert '<html lang="zh-Hans">' in page
    assert '<span lang="zh-Hans">Behemoth推迟发布</span>' in page


def test_the_language_switch_keeps_the_filters(client: Client) -> None:
    page = content(client, "/?kind=delay")
    assert 'href="?kind=delay&amp;lang=zh-hant"' in page
    assert 'hreflang="zh-Hant" href="http://testserver/?kind=delay&amp;lang=zh-hant"' in page
