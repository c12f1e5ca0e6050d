"""Take the pictures that README and docs show, from a running site: `make screenshots`.

The review desk needs a document, so a made-up article is added to the site; it stays there.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import FilePayload, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser import QUIET, find_chromium  # noqa: E402

IMAGES = ROOT / "docs" / "images"
ARTICLE = """\
Meta holds back its largest Llama while rivals ship

Example Gazette, May 16, 2025

Meta is delaying the release of Llama 4 Behemoth, the Wall Street Journal reported on Thursday, \
citing people familiar with the matter. The model had been due in June and may now come in the \
fall or later.

The company released the smaller Llama 4 Scout and Llama 4 Maverick on April 5. At LlamaCon on \
April 29 it launched the Meta AI app and opened the Llama API as a limited preview.

Rivals did not wait. Alibaba released Qwen3 on April 29 under an open licence. DeepSeek has not \
said when R2 will follow R1, which it released on January 20. OpenAI said on May 5 that its \
nonprofit will keep control of the company. Google will hold its I/O conference on May 20. \
Anthropic, which raised $3.5 billion on March 3, has yet to name a date for Claude 4. Nvidia said \
on April 15 that new export rules would cost it $5.5 billion.
"""


def as_it_is(page: Page) -> None:
    """Nothing to do before the picture."""


def first_event(page: Page) -> None:
    page.locator("main h3 a, main li a[href^='/events/']").first.click()


def log_in(page: Page) -> None:
    user, password = Path(sys.argv[2]).read_text().splitlines()[-1].split()
    page.fill("#id_username", user)
    page.fill("#id_password", password)
    page.click("[type=submit]")


def choose_article(page: Page) -> None:
    log_in(page)
    file = FilePayload(name="behemoth.txt", mimeType="text/plain", buffer=ARTICLE.encode())
    page.set_input_files("#id_documents", file)


def review_article(page: Page) -> None:
    choose_article(page)
    page.click(".submit-row [type=submit]")
    page.locator("a.intake-source").first.click()


def to_what_was_said(page: Page) -> None:
    page.locator(".chain, .slippage").first.scroll_into_view_if_needed()


COMPARED = "/compare/?organization=meta&organization=deepseek"
Shot = tuple[str, str, Callable[[Page], None], str, str, int, int]
# file, address, what to do there, language, colours, width and height of the window
SHOTS: list[Shot] = [
    ("timeline.png", "/", as_it_is, "en", "light", 1280, 860),
    ("timeline-zh-dark.png", "/", as_it_is, "zh-CN", "dark", 1280, 860),
    ("slippage.png", "/models/llama-4-behemoth/", to_what_was_said, "en", "light", 1280, 860),
    ("compare.png", COMPARED, as_it_is, "en", "dark", 1280, 860),
    ("as-of-zh.png", "/?as_of=2025-05-20", as_it_is, "zh-CN", "light", 1280, 860),
    ("event.png", "/?q=Behemoth+coming+soon", first_event, "en", "light", 1280, 1000),
    ("phone-zh-hant.png", "/", as_it_is, "zh-TW", "light", 390, 844),
    ("add-documents.png", "/admin/events/intake/add/", choose_article, "en", "light", 1280, 860),
    ("review-desk.png", "/admin/events/intake/add/", review_article, "en", "light", 1440, 900),
    ("admin.png", "/admin/", log_in, "en", "light", 1280, 860),
]


def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        path = find_chromium(playwright) or sys.exit("No Chromium found.")
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        for name, address, act, locale, colours, width, height in SHOTS:
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if colours == "dark" else "light",
                locale=locale,
            )
            page = context.new_page()
            page.goto(sys.argv[1] + address)
            act(page)
            page.wait_for_load_state("networkidle")
            page.screenshot(path=IMAGES / name)
            context.close()
            print(IMAGES / name)
        browser.close()


if __name__ == "__main__":
    main()
