"""The search columns can be rebuilt from the rows."""

import pytest
from django.core.management import call_command

from events.models import Event, Organization
from tests.factories import make_event, make_organization

pytestmark = pytest.mark.django_db


def test_it_rebuilds_what_was_lost(capsys: pytest.CaptureFixture[str]) -> None:
    make_event(organizations=(make_organization("DeepSeek"),))
    Event.objects.update(search=None)
    Organization.objects.update(search=None)
    call_command("reindex_search")
    assert Event.objects.search("deepseek").count() == 1
    assert Organization.objects.search("deepseek").count() == 1
    assert "1 events and 1 names indexed" in capsys.readouterr().out


def test_another_homepage_leaves_the_events_of_an_organization_alone() -> None:
    maker = make_organization("DeepSeek")
    make_event(organizations=(maker,))
    Event.objects.update(search=None)
    maker.homepage = "https://example.org"
    maker.save()
    assert not Event.objects.search("deepseek").exists()
