"""Organizations, models or people side by side."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.factories import make_event, make_model, make_organization, make_person

pytestmark = pytest.mark.django_db


def content(client: Client, query: str) -> str:
    response = client.get(f"/compare/{query}")
    assert response.status_code == 200
    return str(response.content.decode())


@pytest.fixture
def two(client: Client) -> str:
    """Meta with two events and DeepSeek with two, one of which they share."""
    meta = make_organization("Meta", slug="meta", country="US")
    seek = make_organization("DeepSeek", name_zh="深度求索", slug="deepseek", country="CN")
    make_event(title_en="Meta alone", organizations=(meta,), date="2024-01-01", kind="policy")
    make_event(title_en="Both of them", organizations=(meta, seek), date="2025-03-01")
    make_event(title_en="DeepSeek alone", organizations=(seek,), date="2025-04-01")
    return "?organization=meta&organization=deepseek"


def row(page: str, label: str) -> list[str]:
    """The numbers of one row of the facts."""
    cells = re.search(rf'<th scope="row">(?:<[^>]*>|\s)*{label}.*?</tr>', page, re.DOTALL)
    assert cells, label
    return re.findall(r'class="n">(\d+)<', cells[0])


def test_two_stand_side_by_side_in_numbers_and_in_one_list(client: Client, two: str) -> None:
    page = content(client, two)
    assert (row(page, "Policy"), row(page, "Release")) == (["1", "0"], ["1", "2"])
    assert (row(page, "<time[^>]*>2025"), row(page, "<time[^>]*>2024")) == (["1", "2"], ["1", "0"])
    for words in ("United States", "China", "Meta alone", "Both of them", "DeepSeek alone"):
        assert words in page


def test_each_has_its_lane_in_the_picture(client: Client, two: str) -> None:
    page = content(client, two)
    assert 'data-source="/compare/picture/?organization=meta&amp;organization=deepseek"' in page
    figure = client.get(f"/compare/picture/{two}&width=320").content.decode()
    for drawn in (page, figure):
        assert re.findall(r'class="lane"[^>]*aria-label="(\w+)"', drawn) == ["Meta", "DeepSeek"]


def test_only_what_they_share(client: Client, two: str) -> None:
    merged = content(client, f"{two}&together=1").split("What they share")[1]
    assert "Both of them" in merged
    assert "alone" not in merged


def test_the_filters_of_the_timeline_narrow_it(client: Client, two: str) -> None:
    page = content(client, f"{two}&from=2025&kind=release")
    assert "Meta alone" not in page
    assert row(page, "Release") == ["1", "2"]


@pytest.mark.parametrize("words", ["深度求索", "deepseek", "DEEPSEEK", "deepseek "])
def test_another_is_added_by_any_name(client: Client, two: str, words: str) -> None:
    response = client.get("/compare/", {"organization": "meta", "add": words, "from": "2025"})
    assert response.status_code == 302
    address = "/compare/?from=2025&organization=meta&organization=deepseek"
    assert response.headers["Location"] == address


def test_several_of_one_name_are_offered(client: Client) -> None:
    for slug in ("owl-1", "owl-2"):
        make_event(models=(make_model("Owl", slug=slug),))
    page = content(client, "?add=owl")
    assert "“owl” may be" in page
    assert "?model=owl-1" in page
    assert "?model=owl-2" in page


@pytest.mark.parametrize("query", ["", "?organization=meta", "?organization=meta&organization=x"])
def test_fewer_than_two_are_helped_on(client: Client, two: str, query: str) -> None:
    page = content(client, query)
    assert "To begin with" in page
    assert "?organization=meta&amp;organization=deepseek" in page


def test_what_is_not_understood_is_named(client: Client, two: str) -> None:
    page = content(client, f"{two}&organization=nobody&from=garbage")
    assert "Nothing is known here as “nobody”" in page
    assert "Both of them" in page
    for query in ("organization=%00&organization=%00", "add=%00", "add=" + "x" * 5000, "after=x"):
        assert client.get(f"/compare/?{query}").status_code == 200


def test_at_most_five_of_one_sort_are_compared(client: Client, two: str) -> None:
    more = "".join(f"&organization={make_organization(slug=f'o{n}').slug}" for n in range(4))
    page = content(client, f"{two}{more}&model={make_model('Owl', slug='owl').slug}")
    assert page.count('class="letter-mark') == 15
    assert "Owl: at most 5" in page


def test_models_and_people_are_compared_too(client: Client) -> None:
    models = make_model("Owl", slug="owl", parameters=10**9), make_model("Jay", slug="jay")
    people = make_person("Ann", slug="ann"), make_person("Ben", slug="ben")
    make_event(models=models, people=people)
    assert "1 billion" in content(client, "?model=owl&model=jay")
    assert "What they share" in content(client, "?person=ann&person=ben&together=1")


def test_it_asks_as_many_queries_for_many_events_as_for_few(
    client: Client, two: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(40):
        client.get(f"/compare/{two}")


def test_it_only_reads(client: Client) -> None:
    assert client.post("/compare/").status_code == 405
