"""Pages and lists of organizations, models and people."""

import re
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

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
MAKERS = {"organizations": make_organization, "models": make_model, "people": make_person}
EVERY_KIND = pytest.mark.parametrize("kind", MAKERS)


def content(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return str(response.content.decode())


@EVERY_KIND
def test_a_page_shows_who_it_is_and_its_published_events(client: Client, kind: str) -> None:
    entity: Any = MAKERS[kind]("Name", slug="it", description_en="What it is.")
    entity.aliases.create(text="Other name", language="en")
    make_event(title_en="Took part", **{kind: (entity,)})
    make_event(title_en="Secret", visibility="draft", **{kind: (entity,)})
    make_event(title_en="Elsewhere")
    page = content(client, f"/{kind}/it/")
    for words in ("Name", "What it is.", "Other name", "Took part", "Download 1 row"):
        assert words in page
    assert "Secret" not in page
    assert "Elsewhere" not in page


@EVERY_KIND
def test_a_page_without_events_says_so(client: Client, kind: str) -> None:
    MAKERS[kind]("Name", slug="it")
    assert "No published event involves this yet" in content(client, f"/{kind}/it/")


@EVERY_KIND
def test_what_was_merged_leads_on(client: Client, kind: str) -> None:
    new: Any = MAKERS[kind](slug="new")
    MAKERS[kind](slug="old", merged_into=new)
    response = client.get(f"/{kind}/old/?lang=zh-hans")
    assert response.headers["Location"] == f"/{kind}/new/?lang=zh-hans"


@EVERY_KIND
def test_an_unknown_slug_is_not_found_and_pages_only_read(client: Client, kind: str) -> None:
    MAKERS[kind](slug="it")
    assert client.get(f"/{kind}/nobody/").status_code == 404
    assert client.post(f"/{kind}/it/").status_code == 405
    assert client.post(f"/{kind}/").status_code == 405


@EVERY_KIND
def test_garbage_in_the_address_is_a_message(client: Client, kind: str) -> None:
    entity: Any = MAKERS[kind](slug="it")
    make_event(**{kind: (entity,)})
    assert "is not a place in the timeline" in content(client, f"/{kind}/it/?after=%00x")
    for query in ("q=%00", "q=%21", "letter=%00", "letter=AB", "q=" + "x" * 5000):
        assert "This was left out" in content(client, f"/{kind}/?{query}")


def test_an_organization_shows_its_kind_country_models_and_relatives(client: Client) -> None:
    meta = make_organization("Meta", slug="meta", country="US", kind="company")
    make_organization("Superintelligence Labs", parent=meta)
    llama = make_model("Llama", developer=meta, kind="family")
    make_model("Llama 4 Behemoth", developer=meta, family=llama, parameters=2 * 10**12)
    page = content(client, "/organizations/meta/")
    for words in ("Company", "United States", "Superintelligence Labs", "2 models", "2 trillion"):
        assert words in page
    assert re.search(r"Llama</span></a>.*?<ul><li[^>]*>.*?Llama 4 Behemoth", page, re.DOTALL)


def test_a_model_tells_its_life_oldest_first(client: Client) -> None:
    meta = make_organization("Meta", slug="meta")
    family = make_model("Llama 4", slug="llama-4", kind="family")
    behemoth = make_model(
        "Behemoth", slug="behemoth", developer=meta, family=family, access="Unreleased"
    )
    make_event(title_en="Announced", date="2025-04-05", models=(behemoth,))
    make_event(title_en="Delayed", date="2025-05-15", models=(behemoth,))
    page = content(client, "/models/behemoth/")
    assert page.index("Announced") < page.index("Delayed")
    for words in ('href="/organizations/meta/"', 'href="/models/llama-4/"', "unreleased"):
        assert words in page
    assert "Behemoth" in content(client, "/models/llama-4/")


@EVERY_KIND
def test_a_list_stands_under_letters_with_counts(client: Client, kind: str) -> None:
    often: Any = MAKERS[kind]("Alibaba", slug="alibaba")
    MAKERS[kind]("01.AI", slug="zero-one")
    MAKERS[kind]("Gone", merged_into=often)
    make_event(**{kind: (often,)})
    make_event(visibility="draft", **{kind: (often,)})
    page = content(client, f"/{kind}/")
    assert re.search(r'href="/\w+/alibaba/".*?1 event<', page, re.DOTALL)
    assert "Gone" not in page
    assert "01.AI" in content(client, f"/{kind}/?all=1&letter=%23")
    assert "01.AI" not in content(client, f"/{kind}/?all=1&letter=A")


@EVERY_KIND
def test_a_list_leaves_out_what_takes_part_in_nothing_until_asked(
    client: Client, kind: str
) -> None:
    active: Any = MAKERS[kind]("Active")
    idle: Any = MAKERS[kind]("Idle")
    make_event(**{kind: (active,)})
    make_event(visibility="draft", **{kind: (idle,)})
    page = content(client, f"/{kind}/")
    assert "Active" in page
    assert "Idle" not in page
    assert "Idle" in content(client, f"/{kind}/?all=1")


@EVERY_KIND
def test_a_list_is_searched_by_any_name(client: Client, kind: str) -> None:
    entity: Any = MAKERS[kind]("DeepSeek")
    entity.aliases.create(text="深度求索", language="zh-Hans")
    MAKERS[kind]("Other")
    page = content(client, f"/{kind}/?q=深度")
    assert "DeepSeek" in page
    assert "Other<" not in page
    assert "Nothing here has this name" in content(client, f"/{kind}/?q=nobody")


def test_a_list_asks_three_queries_however_long(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(20):
        make_model(developer=make_organization())
    with django_assert_num_queries(3):
        client.get("/models/?all=1")


def test_an_organization_tells_what_its_models_came_to(client: Client) -> None:
    meta = make_organization("Meta", slug="meta")
    scout = make_model("Scout", developer=meta, access="Open weights (restricted use)")
    make_model("Quiet one", developer=meta)
    make_event(kind="preview", date="2025-03-01", models=(scout,))
    released = make_event(kind="release", date="2025-04-05", models=(scout,))
    page = content(client, "/organizations/meta/")
    assert re.search(rf'launch[^>]*href="/events/{released.pk}/[^>]*>released', page)
    for words in ("open weights", "Models no event tells of yet", "Quiet one"):
        assert words in page


def test_the_events_of_a_page_are_counted_by_year_and_kind(client: Client) -> None:
    meta = make_organization(slug="meta")
    for day in ("2024-12-01", "2025-02-01", "2025"):
        make_event(date=day, kind="policy", organizations=(meta,))
    page = content(client, "/organizations/meta/")
    assert "2024–2025" in page
    assert re.search(r"organization=meta&amp;from=2025&amp;to=2025.*?2 events", page, re.DOTALL)
    assert re.search(r"organization=meta&amp;kind=policy.*?>3<", page, re.DOTALL)


def test_company_leads_to_the_shared_events(client: Client) -> None:
    meta, seek = make_organization(slug="meta"), make_organization("DeepSeek", slug="seek")
    mark = make_person("Mark", slug="mark")
    make_event(organizations=(meta, seek), people=(mark,))
    page = content(client, "/organizations/meta/")
    assert "/compare/?organization=meta&amp;organization=seek&amp;together=1" in page
    assert "/?organization=meta&amp;person=mark" in page


def test_a_page_names_who_tells_of_it_most(client: Client) -> None:
    meta = make_organization(slug="meta")
    reuters = make_publisher(name="Reuters", slug="reuters")
    source = make_source(title="The report", publisher=reuters)
    for _ in range(2):
        make_event(organizations=(meta,), sources=(source,))
    page = content(client, "/organizations/meta/")
    assert re.search(r"Reuters</span></a> <span class=\"n\">2 events", page)
    assert "The report" in page


def test_a_model_shows_its_life_its_place_in_the_family_and_its_neighbours(client: Client) -> None:
    family = make_model("Owl", kind="family")
    make_model("Owl 3", slug="owl-3", family=family)
    owl = make_model("Owl 4", slug="owl-4", family=family)
    make_event(kind="plan", status="planned", date="2026", models=(owl,))
    make_event(kind="announcement", date="2025-01-07", models=(owl,))
    make_event(kind="release", date="2025-03-09", models=(owl,))
    page = content(client, "/models/owl-4/")
    life = re.sub(r"<[^>]*>|\s+", " ", page.split('class="life"')[1].split("</ol>")[0])
    assert re.search("announced.*7 January 2025.*released.*9 March 2025.*promised.*2026", life)
    assert re.search(r"Version before</dt><dd><a href=\"/models/owl-3/", page)
    assert '<a href="/models/owl-4/" aria-current="page">' in page


def test_what_happened_around_a_model_is_not_its_life(client: Client) -> None:
    owl = make_model("Owl", slug="owl")
    event = make_event(kind="release")
    event.event_models.create(model=owl, role="affected")
    assert 'class="life"' not in content(client, "/models/owl/")


def test_a_person_shows_roles_and_what_they_said(client: Client) -> None:
    mark = make_person("Mark", slug="mark")
    event = make_event(title_en="He spoke", kind="statement", people=(mark,), sources=())
    make_claim(event, make_source(rights="open"), quote="open models win")
    page = content(client, "/people/mark/")
    for words in ("1 event as actor", "open models win", "He spoke"):
        assert words in page


def test_pages_read_as_of_a_day(client: Client) -> None:
    meta = make_organization(slug="meta")
    for title, day in (("Known early", "2025-01-01"), ("Known late", "2025-06-01")):
        event = make_event(title_en=title, sources=(), organizations=(meta,))
        make_claim(event, make_source(), claimed_on=day)
    page = content(client, "/organizations/meta/?as_of=2025-03-01")
    assert "Known early" in page
    assert "Known late" not in page


@EVERY_KIND
def test_a_page_asks_as_many_queries_for_many_events_as_for_few(
    client: Client, kind: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    entity: Any = MAKERS[kind](slug="it")
    for _ in range(6):
        company = {"organizations": (make_organization(),), "people": (make_person(),)}
        make_event(**{**company, kind: (entity,)})
    with django_assert_max_num_queries(34 if kind == "models" else 28):  # a model has a life
        client.get(f"/{kind}/it/")
