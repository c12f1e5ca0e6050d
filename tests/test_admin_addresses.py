"""No address of the admin breaks it, whatever stands behind the question mark."""

from collections.abc import Iterator

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from tests.admin_forms import errors_of, posted
from tests.factories import (
    make_event,
    make_model,
    make_organization,
    make_publisher,
    make_source,
)

pytestmark = pytest.mark.django_db

GARBAGE = [
    "p=abc", "p=-1", "p=99999999999999999999", "o=x", "o=99.-99.0", "o=1.1.1", "e=1", "all=",
    "q=%00", "q=%00%00a%27%22%5C", "q=%ff%fe", "q=" + "深" * 900, "q=%5B(*&q='", "_facets=x",
    "date__year=9999", "date__year=99999", "created_at__year=99999", "attempt_time__year=9999",
    "attempt_time__year=9999&attempt_time__month=99", "attempt_time__gte=soon",
    "id__exact=99999999999999999999999", "id=x", "slug__regex=%5B", "username__regex=%5B",
    "title_en__iregex=((((", "search__exact=%27", "nothing=1", "nothing__deep__er=1", "__=1",
    "%00=1",
    "kind=%00", "kind=nonsense", "visibility=x", "status=planned%00", "organization=x",
    "organization=99999999999999999999999", "model=-1", "source=%00", "event=1e9", "parent=[]",
    "date_from=soon", "date_to=0000-00-00", "date_from=9999-12-31&date_to=0001-01-01",
    "attention=x", "is_staff__exact=x", "groups__id__exact=x", "groups__id__regex=[",
    "_changelist_filters=%00", "_changelist_filters=x%3D%5B", "lang=xx", "lang=zh-hans", "lang=%00",
    "_popup=1", "_popup=x&q=%00", "export_items=1", "action=publish", "kind=delay&kind=plan",
]  # fmt: skip


def addresses(*pages: str) -> Iterator[str]:
    for model in admin.site._registry:
        name = f"{model._meta.app_label}_{model._meta.model_name}"
        for page in pages:
            yield reverse(f"admin:{name}_{page}")


@pytest.fixture
def owner_client(db: None) -> Client:
    client = Client(headers={"accept-language": "en"}, raise_request_exception=True)
    client.force_login(User.objects.create_superuser("owner"))
    make_event(organizations=(make_organization(),), models=(make_model(),))
    make_publisher()
    return client


# The lists of ours meet each query alone; those of libraries the ones about their own columns.
TABLES = {"is_staff": ["auth/user"], "groups": ["auth/user"], "username": ["auth/user"],
          "attempt_time": ["axes/accessattempt"]}  # fmt: skip


@pytest.mark.parametrize("start", range(0, len(GARBAGE), 12))
def test_no_query_breaks_a_list(owner_client: Client, start: int) -> None:
    for query in GARBAGE[start : start + 12]:
        for table in TABLES.get(query.split("__", maxsplit=1)[0], ["events/event", "events/claim"]):
            response = owner_client.get(f"/admin/{table}/?{query}", follow=True)
            assert response.status_code in (200, 400), (table, query)


@pytest.mark.parametrize("start", range(0, len(GARBAGE), 12))
def test_no_list_breaks(owner_client: Client, start: int) -> None:
    query = "&".join(GARBAGE[start : start + 12])
    for address in addresses("changelist"):
        response = owner_client.get(f"{address}?{query}", follow=True)
        assert response.status_code in (200, 400), address


@pytest.mark.parametrize("query", ["&".join(GARBAGE), "part_of=x&date=never&source=&parent=[]"])
def test_no_add_form_breaks(owner_client: Client, query: str) -> None:
    for address in addresses("add"):
        response = owner_client.get(f"{address}?{query}", follow=True)
        assert response.status_code in (200, 400, 403), address


def test_no_other_page_breaks(owner_client: Client) -> None:
    event = make_event()
    record = event.history.latest()
    own = ("export/", "import/", f"{event.pk}/history/", f"{event.pk}/history/{record.pk}/",
           f"{event.pk}/change/", f"{event.pk}/delete/")  # fmt: skip
    pages = ["/admin/", "/admin/login/", "/admin/password_change/", "/admin/jsi18n/",
             "/admin/events/", *(f"/admin/events/event/{page}" for page in own)]  # fmt: skip
    query = "&".join(GARBAGE)
    for page in pages:
        response = owner_client.get(f"{page}?{query}", follow=True)
        assert response.status_code in (200, 400, 404), page


def test_garbage_posted_as_a_choice_is_a_message(editor_client: Client) -> None:
    address = f"/admin/events/event/{make_event().pk}/change/"
    response = editor_client.post(address, posted(editor_client, address, part_of="x"))
    assert "Select a valid choice" in errors_of(response)


def test_garbage_among_several_choices_is_a_message(editor_client: Client) -> None:
    address = f"/admin/sources/source/{make_source().pk}/change/"
    response = editor_client.post(address, posted(editor_client, address, relies_on="x"))
    assert "is not a valid value" in errors_of(response)


def test_a_number_longer_than_any_is_a_row_that_is_not_there(owner_client: Client) -> None:
    endless = "9" * 5000
    for page in ("event/{}/history/", "event/{}/change/", "claim/{}/delete/", "claim/{}/history/"):
        address = f"/admin/events/{page}".format(endless)
        assert owner_client.get(address, follow=True).status_code in (200, 404), page
    assert "error" in owner_client.get(f"/admin/read-date/?phrase=gestern&source={endless}").json()
    form = "/admin/events/event/add/"
    assert owner_client.post(form, {"claims-0-source": endless}).status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        "", "app_label=events", "app_label=x&model_name=y&field_name=z",
        "app_label=events&model_name=claim&field_name=event&term=%00",
        "app_label=events&model_name=claim&field_name=event&term=(%27&page=x",
        "app_label=events&model_name=claim&field_name=event&page=999",
        "app_label=events&model_name=event&field_name=claims",
        "app_label=events&model_name=event&field_name=title_en",
        "app_label=events.x&model_name=event.y&field_name=%00",
    ],
)  # fmt: skip
def test_autocomplete_does_not_break(owner_client: Client, query: str) -> None:
    response = owner_client.get(f"/admin/autocomplete/?{query}")
    assert response.status_code in (200, 403, 404)


def test_autocomplete_finds_the_beginning_of_a_name(editor_client: Client) -> None:
    make_organization("DeepSeek", name_zh="深度求索")
    field = "app_label=events&model_name=eventorganization&field_name=organization"
    for term in ("deeps", "深度", "DEEPSEEK"):
        found = editor_client.get(f"/admin/autocomplete/?{field}&term={term}").json()
        assert [row["text"] for row in found["results"]] == ["DeepSeek"]


def test_an_unknown_filter_is_named_and_left_out(editor_client: Client) -> None:
    make_event(title_en="Still here")
    content = editor_client.get("/admin/events/event/?slug__regex=%5B").content.decode()
    assert "cannot be filtered by: slug__regex" in content
    assert "Still here" in content


def test_what_an_address_presets_is_in_the_add_form(editor_client: Client) -> None:
    response = editor_client.get("/admin/events/event/add/?title_en=Preset&importance=x&part_of=x")
    form = response.context["adminform"].form
    assert form["title_en"].value() == "Preset"
    assert form["importance"].value() == 3


def test_the_language_switch_keeps_the_rest_of_the_address(editor_client: Client) -> None:
    content = editor_client.get("/admin/events/event/?kind=delay").content.decode()
    assert 'href="?kind=delay&amp;lang=zh-hans"' in content
    chinese = editor_client.get("/admin/events/event/?kind=delay&lang=zh-hans")
    assert '<html lang="zh-hans"' in chinese.content.decode()
