"""The whole public site, as the seeds fill it."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from tests.crawling import crawl

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("site")]
LANGUAGES = {"en": "en", "zh-CN": "zh-Hans", "zh-TW": "zh-Hant"}


def test_every_page_has_one_heading_a_title_its_language_and_nothing_inline() -> None:
    call_command("import_seeds", Path(settings.BASE_DIR, "seeds"), verbosity=0)
    for wish, tag in LANGUAGES.items():
        pages = crawl(Client(headers={"accept-language": wish}))
        assert len(pages) > 200
        wrong = [
            page.address
            for page in pages.values()
            if (page.headings, page.language, page.forbidden) != (1, tag, []) or not page.title
        ]
        assert wrong == []
