"""A real Chromium for tests: the system's, or the one Playwright downloaded."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def find_chromium(playwright: Playwright) -> str | None:
    for name in NAMES:
        if found := shutil.which(name):
            return found
    own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser; without one the test is skipped, or fails when browser tests are required."""
    with sync_playwright() as playwright:
        path = find_chromium(playwright)
        if path is None:
            reason = "No Chromium found: install it (apt-get install chromium) to run this test."
            if os.environ.get("BROWSER_TESTS_REQUIRED"):
                pytest.fail(reason)
            pytest.skip(reason)
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright runs a loop in this thread
        yield playwright.chromium.launch(executable_path=path, args=QUIET)
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


class Visit:
    """One tab that remembers everything a page complained about."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        page.on("console", lambda message: self._hear(message.type, message.text))
        page.on("pageerror", lambda error: self._hear("error", str(error)))

    def _hear(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(f"{self.page.url}: {text}")

    def open(self, address: str) -> int:
        response = self.page.goto(address, wait_until="load")
        return response.status if response else 0
