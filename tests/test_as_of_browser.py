"""The slider through which one reads the past."""

import pytest
from django.db import transaction
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser import Visit
from tests.test_as_of import a_promise_that_slipped

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_slider_moves_by_keyboard_and_leads_into_the_past(
    browser: Browser, live_server: LiveServer
) -> None:
    with transaction.atomic():
        a_promise_that_slipped()
    visit = Visit(browser.new_page(locale="en"))
    visit.open(f"{live_server.url}/?kind=release")
    slider = visit.page.locator(".as-of-range")
    slider.press("Home")
    slider.press("PageUp")
    expect(slider).to_have_attribute("aria-valuetext", "1 May 2025")
    slider.press("Enter")
    expect(visit.page.locator(".past-day")).to_contain_text("1 May 2025")
    visit.page.get_by_role("link", name="Back to now").click()
    expect(visit.page.locator(".past-day")).to_have_count(0)
    assert (visit.page.url, visit.complaints) == (f"{live_server.url}/?kind=release", [])
