"""An editor at work in a real browser: nothing on the console, nothing against the policy."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from events.models import Event, Organization
from tests.browser import Visit
from tests.factories import make_event, make_model, make_organization, make_source

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "a long password for one test"
OUTSIDE = """() => [...document.querySelectorAll(
    '#content :is(input:not([type=hidden]), select:not(.select2-hidden-accessible), textarea)'
  )].filter((field) => !field.closest('.tabular, .empty-form, #result_list') && field.offsetParent)
  .filter((field) => field.getBoundingClientRect().right > innerWidth)
  .map((field) => field.name || field.outerHTML)"""


@pytest.fixture
def desk(browser: Browser, live_server: LiveServer, reviewer: User) -> Iterator[Visit]:
    """A reviewer who has logged in through the form."""
    reviewer.set_password(PASSWORD)
    reviewer.save()
    context = browser.new_context(base_url=live_server.url, locale="en")
    visit = Visit(context.new_page())
    visit.open("/admin/login/?next=/admin/")
    visit.page.fill("#id_username", "reviewer")
    visit.page.fill("#id_password", PASSWORD)
    visit.page.click("input[type=submit]")
    visit.page.wait_for_url("**/admin/")
    yield visit
    context.close()


@pytest.fixture
def event(browser: Browser) -> Event:
    with transaction.atomic():  # a published event has its claim when the transaction ends
        event = make_event(
            title_zh="标题" * 40,
            organizations=(make_organization("DeepSeek", name_zh="深度求索"),),
            models=(make_model(),),
        )
    event.title_en = "Changed once"
    event.save()
    return event


def save(page: Page) -> None:
    page.click("input[name=_save]")
    page.wait_for_load_state()


def test_writing_an_event_breaks_no_rule_of_the_policy(desk: Visit, event: Event) -> None:
    page, address = desk.page, f"/admin/events/event/{event.pk}/"
    desk.open(f"{address}change/")
    page.click("text=Add another Claim")
    page.click("#claims-1 .field-source .select2-selection")
    page.fill(".select2-search__field", "sour")
    page.wait_for_selector(".select2-results__option--highlighted")
    page.keyboard.press("Enter")
    save(page)
    assert event.claims.count() == 2
    record = event.history.earliest().pk
    for path in ("history/", f"history/{record}/", "delete/"):
        assert desk.open(address + path) == 200
    assert desk.open("/admin/password_change/") == 200
    assert desk.complaints == []


def test_a_date_is_read_anew_when_another_source_is_chosen(desk: Visit, event: Event) -> None:
    make_source(title="Weekly", published="2025-07-15", published_basis="printed")
    page = desk.page
    desk.open(f"/admin/events/event/{event.pk}/change/")
    page.click("text=Add another Claim")
    page.fill("#id_claims-1-date", "yesterday")
    page.wait_for_selector("#claims-1 output.unread")
    page.click("#claims-1 .field-source .select2-selection")
    page.fill(".select2-search__field", "Weekly")
    page.click(".select2-results__option--highlighted:has-text('Weekly')")
    page.wait_for_selector("#claims-1 output:has-text('14 July 2025')")
    assert desk.complaints == []


def test_what_is_refused_breaks_no_rule_either(desk: Visit, event: Event) -> None:
    page = desk.page
    desk.open(f"/admin/events/event/{event.pk}/change/")
    Event.objects.filter(pk=event.pk).update(version=7)
    page.fill("#id_date", "whenever")
    save(page)
    assert "Somebody else changed this event" in page.inner_text("#content")
    assert "is not read as a date" in page.inner_text("#content")
    assert desk.complaints == []


def test_a_related_row_is_added_in_a_popup(desk: Visit, event: Event) -> None:
    page = desk.page
    desk.open(f"/admin/events/event/{event.pk}/change/")
    with page.expect_popup() as opened:
        page.click("#event_organizations-0 .add-related")
    popup = Visit(opened.value)
    popup.page.fill("#id_name", "Brand new")
    popup.page.fill("#id_slug", "brand-new")
    popup.page.click("input[name=_save]")
    page.wait_for_selector(".select2-selection__rendered:has-text('Brand new')")
    assert Organization.objects.latest("pk").name == "Brand new"
    assert desk.complaints == popup.complaints == []


def test_a_file_is_previewed_and_imported(desk: Visit, tmp_path: Path) -> None:
    page = desk.page
    file = tmp_path / "rows.csv"
    file.write_text("slug,name,kind\nmeta,=Meta,company\n", encoding="utf-8")
    desk.open("/admin/events/organization/import/")
    page.set_input_files("#id_import_file", file)
    page.click("text=Preview")
    page.wait_for_selector(".import-preview ins")
    page.click("text=Confirm import")
    page.wait_for_selector(".messagelist .success")
    assert Organization.objects.get().name == "=Meta"
    desk.open("/admin/events/organization/export/")
    page.uncheck("[data-check-all]")
    assert not page.is_checked(".export-columns input >> nth=0")
    assert desk.complaints == []


def test_the_list_is_filtered_by_typing_a_name(desk: Visit, event: Event) -> None:
    page = desk.page
    make_event(title_en="Somebody else's", visibility="draft")
    desk.open("/admin/events/event/")
    page.click(".filter-organization .select2-selection")
    page.fill(".select2-search__field", "深度")
    page.click(".select2-results__option--highlighted:has-text('DeepSeek')")
    page.wait_for_url("**organization=*")
    assert page.locator("#result_list tbody tr").count() == 1
    page.select_option("#filter_kind", "delay")
    page.wait_for_url("**kind=delay*")
    assert page.locator("#result_list tbody tr").count() == 0
    assert desk.complaints == []


@pytest.mark.parametrize("width", [400, 1280])
def test_nothing_is_wider_than_the_window(desk: Visit, event: Event, width: int) -> None:
    desk.page.set_viewport_size({"width": width, "height": 900})
    source = make_source(text="字" * 500)
    for address in (
        "/admin/", "/admin/events/event/", f"/admin/events/event/{event.pk}/change/",
        f"/admin/events/event/{event.pk}/history/", "/admin/events/organization/add/",
        "/admin/events/event/import/", f"/admin/sources/source/{source.pk}/change/",
    ):  # fmt: skip
        desk.open(address)
        assert desk.page.evaluate("document.documentElement.scrollWidth") <= width, address
        assert desk.page.evaluate(OUTSIDE) == [], address


def test_saving_is_always_in_sight(desk: Visit, event: Event) -> None:
    desk.open(f"/admin/events/event/{event.pk}/change/")
    box = desk.page.locator("input[name=_save]").bounding_box()
    size = desk.page.viewport_size
    assert box is not None
    assert size is not None
    assert box["y"] + box["height"] <= size["height"]
