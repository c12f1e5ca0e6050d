"""Suggestions while typing: names in either script, then titles of events."""

import json

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from events.models import Organization, OrganizationAlias
from events.search.completing import Option, suggestions_for
from events.search.names import forget_names
from tests.factories import (
    make_event,
    make_model,
    make_organization,
    make_person,
    make_publisher,
)


@pytest.fixture
def deepseek(db: None) -> Organization:
    forget_names()
    deepseek = make_organization("DeepSeek", name_zh="深度求索", slug="deepseek")
    OrganizationAlias.objects.create(organization=deepseek, text="小鲸鱼")
    model = make_model("Llama 4 Behemoth", slug="behemoth")
    make_model("DeepSeek R2", slug="r2")
    make_person("Liang Wenfeng", name_zh="梁文锋", slug="liang")
    make_publisher(name="The Paper", name_zh="澎湃新闻", slug="paper")
    make_event(
        title_en="DeepSeek publishes R1", title_zh="深度求索发布R1", organizations=(deepseek,)
    )
    make_event(title_en="A delay of Behemoth", models=(model,))
    make_event(title_en="DeepSeek in secret", visibility="draft", organizations=(deepseek,))
    return deepseek


def options(text: str) -> list[Option]:
    return [option for group in suggestions_for(text).groups for option in group.options]


def texts(text: str) -> list[str]:
    return [str(option.words) for option in options(text)]


@pytest.mark.usefixtures("deepseek")
def test_half_typed_names_and_titles_are_completed() -> None:
    typed = {
        "deeps": "DeepSeek",
        "深": "DeepSeek",
        "深度": "DeepSeek",
        "求索": "DeepSeek",
        "小鯨": "DeepSeek",
        "llama 4 b": "Llama 4 Behemoth",
        "llama4b": "Llama 4 Behemoth",
        "behe": "Llama 4 Behemoth",
        "beh llama": "Llama 4 Behemoth",
        "梁文鋒": "Liang Wenfeng",
        "wenf": "Liang Wenfeng",
        "澎湃": "The Paper",
        "publishes r": "DeepSeek publishes R1",
        "发布": "DeepSeek publishes R1",
        "a delay of be": "A delay of Behemoth",
    }
    assert {text: texts(text)[0] for text in typed} == typed


@pytest.mark.usefixtures("deepseek")
def test_names_come_before_events_and_say_how_many_events_there_are() -> None:
    assert [(option.kind, str(option.words), option.in_words) for option in options("deeps")] == [
        ("organization", "DeepSeek", "1 event"),
        ("model", "DeepSeek R2", "0 events"),
        ("event", "DeepSeek publishes R1", "15 May 2025"),
    ]


@pytest.mark.django_db
def test_the_better_known_comes_first() -> None:
    forget_names()
    make_model("Deeper")
    make_event(models=(make_model("Deeply known"),), sources=None)
    assert texts("dee") == ["Deeply known", "Deeper"]


@pytest.mark.usefixtures("deepseek")
def test_another_name_that_was_typed_is_shown() -> None:
    assert [str(option.through) for option in options("小鲸")] == ["小鲸鱼"]
    assert [str(option.through) for option in options("deepseek")][:1] == [""]


def test_a_new_name_is_suggested_at_once(deepseek: Organization) -> None:
    assert texts("whale") == []
    OrganizationAlias.objects.create(organization=deepseek, text="Whale")
    assert texts("whale") == ["DeepSeek"]


def test_names_of_what_was_merged_lead_to_what_it_was_merged_into(deepseek: Organization) -> None:
    middle = make_organization("High-Flyer AI", merged_into=deepseek)
    make_organization("Huanfang", merged_into=middle)
    assert texts("huanf") == ["DeepSeek"]


@pytest.mark.usefixtures("deepseek")
def test_the_answer_is_a_list_of_links_with_marks(client: Client) -> None:
    page = client.get("/suggest/?q=deeps").content.decode()
    assert 'data-words="3 suggestions"' in page
    assert 'role="option"' in page
    assert 'href="/organizations/deepseek/"' in page
    assert "<mark>DeepS</mark>eek" in page


@pytest.mark.usefixtures("deepseek")
def test_browsers_get_the_format_of_opensearch(client: Client) -> None:
    response = client.get("/suggest/?q=liang&format=json")
    assert response["content-type"] == "application/x-suggestions+json"
    address = "http://testserver/people/liang/"
    assert json.loads(response.content) == ["liang", ["Liang Wenfeng"], ["0 events"], [address]]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query", ["", "q=", "q=%00", "q=" + "x" * 10_000, "q='%5C:*%26", "q=%F0%9F%A4%96", "format=x"]
)
def test_garbage_gives_an_empty_list(client: Client, query: str) -> None:
    response = client.get(f"/suggest/?{query}")
    assert response.status_code == 200
    assert b'role="option"' not in response.content


@pytest.mark.usefixtures("deepseek")
def test_it_asks_the_database_a_fixed_number_of_times(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.get("/suggest/?q=deeps")
    with django_assert_max_num_queries(5):
        client.get("/suggest/?q=dee")
