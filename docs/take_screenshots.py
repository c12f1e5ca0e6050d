"""Take the pictures that README and docs show, from a running site: `make screenshots`."""

import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser import QUIET, find_chromium  # noqa: E402

IMAGES = ROOT / "docs" / "images"
# file, address, language, colours, width and height of the window
SHOTS = [
    ("timeline.png", "/", "en", "light", 1280, 860),
    ("timeline-zh-dark.png", "/", "zh-CN", "dark", 1280, 860),
    ("event.png", "/?q=Behemoth+coming+soon", "en", "light", 1280, 1000),
    ("phone-zh-hant.png", "/", "zh-TW", "light", 390, 844),
    ("admin.png", "/admin/", "en", "light", 1280, 860),
]


def main() -> None:
    base, accounts = sys.argv[1], Path(sys.argv[2])
    IMAGES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        path = find_chromium(playwright) or sys.exit("No Chromium found.")
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        for shot in SHOTS:
            take(browser, base, accounts, *shot)
        browser.close()


def take(
    browser: Browser,
    base: str,
    accounts: Path,
    name: str,
    address: str,
    locale: str,
    colours: str,
    width: int,
    height: int,
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if colours == "dark" else "light",
        locale=locale,
    )
    page = context.new_page()
    page.goto(base + address)
    if address.startswith("/?q="):  # the first event found
        page.locator("main h3 a, main li a[href^='/events/']").first.click()
    elif address == "/admin/":
        user, password = accounts.read_text().splitlines()[-1].split()
        page.fill("#id_username", user)
        page.fill("#id_password", password)
        page.click("[type=submit]")
    page.wait_for_load_state("networkidle")
    page.screenshot(path=IMAGES / name)
    context.close()
    print(IMAGES / name)


if __name__ == "__main__":
    main()
