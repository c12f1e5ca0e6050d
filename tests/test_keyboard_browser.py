"""A reader with a keyboard alone: timeline, filter, event, and back, with and without scripts."""

import re

import pytest
from django.db import transaction
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.factories import make_event

pytestmark = pytest.mark.django_db(transaction=True)
FAR = 150  # presses of Tab; nobody should need more to reach anything on a short page


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the element has the focus, and shows it."""
    for _ in range(FAR):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            assert page.evaluate("document.activeElement.matches(':focus-visible')")
            return
    pytest.fail(f"{FAR} presses of Tab do not reach {selector}")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_the_keyboard_alone_leads_to_an_event_and_back(
    browser: Browser, live_server: LiveServer, scripts: bool
) -> None:
    with transaction.atomic():
        make_event(date="2025-04-29", title_en="The one looked for", kind="conference")
        make_event(date="2025-04-30", title_en="Another", kind="release")
    context = browser.new_context(java_script_enabled=scripts, locale="en")
    page = context.new_page()
    page.goto(live_server.url)
    tab_to(page, "a.skip")
    tab_to(page, "a[href*='kind=conference']")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("kind=conference"))
    tab_to(page, ".line-title a")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("The one looked for")
    page.go_back()  # Alt and the left arrow belong to the browser, not to the page
    expect(page).to_have_url(re.compile("kind=conference"))
    expect(page.locator(".line-title")).to_have_count(1)
    context.close()
