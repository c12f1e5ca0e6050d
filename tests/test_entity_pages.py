"""Pages and lists of organizations, models and people."""

import re
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from events.directory.families import Branch, trees
from events.models import AIModel
from tests.factories import make_event, make_model, make_organization, make_person

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


def shape(branches: list[Branch]) -> dict[str, Any]:
    return {branch.model.name: shape(branch.members) for branch in branches}


def test_families_become_trees() -> None:
    llama = AIModel(pk=1, name="Llama")
    models = [AIModel(pk=9, name="Alone"), llama, AIModel(pk=2, name="Llama 4", family=llama)]
    assert shape(trees(models)) == {"Llama": {"Llama 4": {}}, "Alone": {}}


def test_families_that_run_in_a_circle_are_still_shown() -> None:
    one, two = AIModel(pk=1, name="one", family_id=2), AIModel(pk=2, name="two", family_id=1)
    assert set(shape(trees([one, two]))) == {"one", "two"}
