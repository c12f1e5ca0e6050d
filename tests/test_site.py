"""The whole public site, as the seeds fill it."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from tests.crawling import Seen, crawl, look_at, some_of_each_kind

pytestmark = pytest.mark.django_db
CHINESE = {"zh-CN": "zh-Hans", "zh-TW": "zh-Hant"}


def is_right(page: Seen, language: str) -> bool:
    """One h1, a title, its language on the page, and nothing inline."""
    found = (page.headings, page.language, page.forbidden)
    return found == (1, language, []) and bool(page.title)


def test_every_page_is_found_and_well_formed_in_every_language() -> None:
    call_command("import_seeds", Path(settings.BASE_DIR, "seeds"), verbosity=0)
    pages = crawl(Client(headers={"accept-language": "en"}))
    assert len(pages) > 100
    assert [page.address for page in pages.values() if not is_right(page, "en")] == []
    for wish, tag in CHINESE.items():
        client = Client(headers={"accept-language": wish})
        some = [look_at(client, address) for address in some_of_each_kind(list(pages))]
        assert [page.address for page in some if not is_right(page, tag)] == []
