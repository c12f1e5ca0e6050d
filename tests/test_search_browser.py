"""The search box in a real browser: by keys alone, with an input method, without a fault."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import transaction
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from events.search.names import forget_names
from tests.browser import Visit
from tests.factories import make_event, make_organization

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def visit(browser: Browser, live_server: LiveServer) -> Visit:
    forget_names()
    deepseek = make_organization("DeepSeek", name_zh="深度求索", slug="deepseek")
    with transaction.atomic():
        make_event(title_en="DeepSeek publishes R1", organizations=(deepseek,))
    page = browser.new_context(base_url=live_server.url, locale="en").new_page()
    visit = Visit(page)
    assert visit.open("/about/") == 200
    return visit


def test_by_keys_alone_one_gets_from_a_letter_to_a_page(visit: Visit) -> None:
    page = visit.page
    box = page.get_by_role("combobox")
    box.focus()
    page.keyboard.type("deeps")
    expect(page.get_by_role("option")).to_have_count(2)
    expect(page.get_by_role("search").get_by_role("status")).to_have_text("2 suggestions")
    expect(box).to_have_attribute("aria-expanded", "true")
    assert Axe().run(page).response["violations"] == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("deeps")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("option", selected=True)).to_contain_text("publishes R1")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    chosen = page.get_by_role("option", selected=True)
    expect(box).to_have_attribute("aria-activedescendant", chosen.get_attribute("id") or "")
    page.keyboard.press("Enter")
    page.wait_for_url("**/organizations/deepseek/")
    assert visit.complaints == []


def test_enter_without_a_choice_searches(visit: Visit) -> None:
    visit.page.get_by_role("combobox").fill("deepseek")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/?q=deepseek")


def test_an_input_method_is_left_in_peace_until_it_is_done(visit: Visit) -> None:
    page = visit.page
    asked: list[str] = []
    page.on(
        "request", lambda request: asked.append(request.url) if "/suggest/" in request.url else None
    )
    page.get_by_role("combobox").focus()
    keys = page.context.new_cdp_session(page)
    keys.send(
        "Input.imeSetComposition", {"text": "shen du", "selectionStart": 7, "selectionEnd": 7}
    )
    page.wait_for_timeout(300)
    assert asked == []
    prevented = page.evaluate(
        "() => !document.activeElement.dispatchEvent(new KeyboardEvent('keydown', "
        "{key: 'Enter', isComposing: true, bubbles: true, cancelable: true}))"
    )
    assert prevented
    keys.send("Input.insertText", {"text": "深度"})
    expect(page.get_by_role("option")).to_have_count(1)
    assert len(asked) == 1
