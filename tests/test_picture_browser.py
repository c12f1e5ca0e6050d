"""The picture in a real browser: wheel, drag, keyboard, and without JavaScript."""

import datetime
import re

import pytest
from django.db import transaction
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser import Visit
from tests.factories import make_event

pytestmark = pytest.mark.django_db(transaction=True)


def fill() -> None:
    with transaction.atomic():  # an event and its claim come together
        for month in range(1, 13):
            make_event(date=f"2024-{month:02}-15", title_en=f"Number {month}")


def window(page: Page) -> tuple[str, str]:
    figure = page.locator("#picture")
    return figure.get_attribute("data-first") or "", figure.get_attribute("data-last") or ""


def test_wheel_and_keys_move_the_picture_and_the_list_follows(
    browser: Browser, live_server: LiveServer
) -> None:
    fill()
    visit = Visit(browser.new_page(locale="en", viewport={"width": 1100, "height": 900}))
    page = visit.page
    visit.open(live_server.url)
    whole = window(page)
    page.locator("#picture-view").hover()
    page.mouse.wheel(0, -600)
    expect(page).to_have_url(re.compile("from=2024"))
    expect(page.locator("#picture")).not_to_have_attribute("data-first", whole[0])
    expect(page.locator("#from")).to_have_value(window(page)[0])
    page.locator("#picture-view").focus()
    before = window(page)
    page.keyboard.press("ArrowRight")
    expect(page.locator("#picture")).not_to_have_attribute("data-first", before[0])
    page.keyboard.press("Home")
    expect(page.locator("#picture")).to_have_attribute("data-first", whole[0])
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".picture-card")).to_contain_text("Number 2")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Number 2")
    assert visit.complaints == []
    page.close()


def pinch(page: Page, *apart: float) -> None:
    """Two fingers on the middle of the picture, each so far from it, one step after the other."""
    box = page.locator("#picture-view").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + 60
    hand = page.context.new_cdp_session(page)
    for kind, far in [("Start", apart[0]), *(("Move", far) for far in apart[1:]), ("End", None)]:
        points = [{"x": x + far * side, "y": y} for side in (-1, 1)] if far else []
        hand.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": points})


def length(page: Page) -> int:
    first, last = (datetime.date.fromisoformat(day) for day in window(page))
    return (last - first).days + 1


def test_two_fingers_moved_apart_show_less(browser: Browser, live_server: LiveServer) -> None:
    fill()
    context = browser.new_context(
        locale="en", viewport={"width": 400, "height": 800}, has_touch=True, is_mobile=True
    )
    visit = Visit(context.new_page())
    page = visit.page
    visit.open(live_server.url)
    expect(page.locator("#picture")).to_have_attribute("data-width", re.compile("^3"))
    first, whole = window(page)[0], length(page)
    pinch(page, 20, 30, 50, 80)
    expect(page.locator("#picture")).not_to_have_attribute("data-first", first)
    assert length(page) == pytest.approx(whole / 4, abs=2)
    expect(page.locator("#from")).to_have_value(window(page)[0])
    assert visit.complaints == []
    context.close()


def test_without_javascript_the_links_do_it(browser: Browser, live_server: LiveServer) -> None:
    fill()
    context = browser.new_context(java_script_enabled=False, locale="en")
    page = context.new_page()
    page.goto(live_server.url)
    page.locator("#picture-nearer").click()
    expect(page).to_have_url(re.compile("from=2024.*to=2024"))
    page.locator("#picture-whole").click()
    expect(page.locator(".mk")).to_have_count(12)
    context.close()
