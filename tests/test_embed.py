"""The timeline in other people's pages: the only page that may be framed."""

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Route

from tests.browser import Visit, chromium
from tests.factories import make_event, make_organization

pytestmark = pytest.mark.django_db
CSS = Path(settings.BASE_DIR, "events/static/events")


def test_it_may_be_framed_and_nothing_else_is_loosened(client: Client) -> None:
    framed, page = client.get("/embed/"), client.get("/")
    assert "X-Frame-Options" not in framed
    loosened = framed["Content-Security-Policy"].replace("ancestors *", "ancestors 'none'")
    assert loosened == page["Content-Security-Policy"]


@pytest.mark.parametrize("address", ["/", "/about/", "/embed/code/", "/admin/login/", "/nowhere/"])
def test_no_other_page_may_be_framed(client: Client, address: str) -> None:
    response = client.get(address)
    assert response["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]


def test_it_shows_what_was_asked_for_in_the_language_asked_for(client: Client) -> None:
    make_event(title_zh="小模型", organizations=(make_organization("Lab", slug="lab"),))
    make_event(title_zh="别的")
    page = client.get("/embed/?organization=lab&lang=zh-hant&theme=dark&limit=5").content.decode()
    assert "小模型" in page
    assert "别的" not in page
    assert '<html lang="zh-Hant" class="embed theme-dark">' in page
    home = "http://testserver/?organization=lab&amp;lang=zh-hant"
    assert f'<link rel="canonical" href="{home}">' in page


def test_it_shows_no_more_than_asked_for(client: Client) -> None:
    for _ in range(3):
        make_event()
    assert client.get("/embed/?limit=2").content.decode().count("<article") == 2


def test_it_shows_the_picture_the_list_or_both(client: Client) -> None:
    make_event(title_en="A small model")
    shown = {}
    for show in ("list", "picture", "both"):
        page = client.get(f"/embed/?show={show}&limit=2").content.decode()
        shown[show] = ('<svg class="pic"' in page, "<article" in page)
        assert "A small model" in page
        assert "<script" not in page
    assert shown == {"list": (False, True), "picture": (True, False), "both": (True, True)}


def test_the_picture_in_a_frame_leads_to_the_site_as_it_was_then(client: Client) -> None:
    make_event(date="2005-05-01")
    make_event(date="2025-05-01")
    page = client.get("/embed/?show=picture&kind=release&lang=en").content.decode()
    links = re.findall(r'class="zoom[^"]*" href="([^"]*)"', page)
    assert links
    assert all(link.startswith("/?kind=release&amp;from=") for link in links)


def test_a_picture_of_nothing_says_so(client: Client) -> None:
    assert "No event fits" in client.get("/embed/?show=picture&kind=delay").content.decode()


def test_it_tells_when_it_shows_the_past(client: Client) -> None:
    assert "reported by" in client.get("/embed/?as_of=2025-03-02").content.decode()


@pytest.mark.parametrize("address", ["/embed/", "/embed/code/"])
def test_garbage_is_left_out_and_named(client: Client, address: str) -> None:
    make_event()
    response = client.get(f"{address}?kind=x&theme=pink&limit=9999&from=soon")
    assert response.status_code == 200
    assert response.content.decode().count("<li>") >= 4
    assert "notice-wrong" in response.content.decode()


def _code(client: Client, path: str, *, secure: bool = False) -> tuple[str, str]:
    """What is there to copy, and the address in it."""
    page = client.get(path, secure=secure).content.decode()
    (copied,) = re.findall(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)
    (address,) = re.findall(r'src="([^"]*)"', unescape(copied))
    return unescape(copied), unescape(address)


def test_the_code_shows_the_frame_of_these_filters(client: Client) -> None:
    make_organization("A & B <Lab>", slug="lab")
    code, address = _code(client, "/embed/code/?organization=lab&theme=dark&lang=zh-hans")
    assert address == (
        "http://testserver/embed/?organization=lab&lang=zh-hans&show=list&theme=dark&limit=20"
    )
    assert "A &amp; B &lt;Lab&gt;" in code
    assert client.get(address).status_code == 200


def _colours(css: str, selector: str) -> dict[str, str]:
    block = css.split(selector)[1].split("}", maxsplit=1)[0]
    return dict(re.findall(r"(--[\w-]+): (#\w+);", block))


def test_its_themes_have_the_colours_of_the_site() -> None:
    site, embed = (CSS / name for name in ("site.css", "embed.css"))
    dark = site.read_text().split("prefers-color-scheme: dark")[1]
    assert _colours(embed.read_text(), ".theme-light {") == _colours(site.read_text(), ":root {")
    assert _colours(embed.read_text(), ".theme-dark {") == _colours(dark, ":root {")


def _answer(pages: dict[str, Any], route: Route) -> None:
    """As a server would, headers and all."""
    path = route.request.url.removeprefix("https://testserver")
    if path.startswith("/static/"):
        route.fulfill(path=str(finders.find(path.removeprefix("/static/"))))
        return
    page = pages[path]
    route.fulfill(status=page.status_code, headers=dict(page.headers), body=page.content)


def test_a_page_elsewhere_shows_it_as_it_is_copied(client: Client) -> None:
    """In a sandboxed frame of another origin, with its styles, and no complaint."""
    event = make_event(title_en="Seen from afar")
    code, address = _code(client, "/embed/code/", secure=True)
    paths = (address.removeprefix("https://testserver"), event.get_absolute_url())
    pages = {path: client.get(path, secure=True) for path in paths}
    with chromium() as browser:  # from here on the database is out of reach
        context = browser.new_context()
        context.route("https://testserver/**", lambda route: _answer(pages, route))
        context.route("https://elsewhere.example/", lambda route: route.fulfill(body=code))
        visit = Visit(context.new_page())
        visit.page.goto("https://elsewhere.example/", wait_until="domcontentloaded")
        frame = visit.page.frame_locator("iframe")
        assert frame.locator(".line").evaluate("line => getComputedStyle(line).display") == "grid"
        with context.expect_page() as opened:
            frame.get_by_role("link", name="Seen from afar").click()
        assert opened.value.url.endswith(event.get_absolute_url())
        ours = [text for text in visit.complaints if "Blocked script" not in text]  # this test's
        assert ours == []
