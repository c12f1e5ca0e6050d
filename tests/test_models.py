"""Wrong data is refused twice: in words by full_clean(), and by the database."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, connection, models, transaction

from events.models import Claim, Event, EventLink, EventOrganization, Organization
from events.models import OrganizationAlias as Alias
from sources.models import Source
from tests.factories import make_claim, make_event, make_organization, make_source

pytestmark = pytest.mark.django_db


def refused(row: models.Model, words: str) -> None:
    """Both guards refuse the row, and full_clean() says so in these words."""
    with pytest.raises(ValidationError, match=words):
        row.full_clean()
    with pytest.raises((DatabaseError, UnicodeEncodeError, ValueError)), transaction.atomic():
        row.save()
        connection.check_constraints()


def a_draft(**values: Any) -> Event:
    return make_event(visibility="draft", sources=(), **values)


def a_source_reading(text: str) -> Source:
    return make_source(text=text)


def test_a_published_event_needs_a_claim() -> None:
    event = a_draft()
    event.visibility = Event.Visibility.PUBLISHED
    refused(event, "at least one claim")


def test_a_new_event_is_not_born_published_without_a_claim() -> None:
    refused(
        Event(slug="x", title_en="X", kind="plan", date="2025", visibility="published"), "claim"
    )


def test_the_last_claim_of_a_published_event_stays() -> None:
    claim = Claim.objects.get(event=make_event())
    with pytest.raises(IntegrityError, match="without a claim"), transaction.atomic():
        claim.delete()
        connection.check_constraints()


def test_a_published_event_needs_a_date() -> None:
    event = make_event()
    event.date = None
    refused(event, "needs a date")


def test_an_event_needs_a_title_in_one_language() -> None:
    refused(Event(slug="x", kind="plan", date="2025"), "title in English or Chinese")


def test_a_chinese_title_alone_is_enough() -> None:
    Event(slug="x", kind="plan", title_zh="计划").full_clean()


def test_a_date_cannot_end_before_it_starts() -> None:
    event = a_draft()
    with pytest.raises(ValidationError, match="2025-06-01"):
        Event(slug="x", title_en="X", kind="plan", date="2025-07-01/2025-06-01").full_clean()
    with pytest.raises(IntegrityError, match="event_date_order"), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(date_earliest="2025-07-01")


@pytest.mark.parametrize("year", ["1899", "2101", "0025", "9999"])
def test_years_outside_1900_to_2100_are_refused(year: str) -> None:
    event = a_draft()
    with pytest.raises(ValidationError):
        Event(slug="x", title_en="X", kind="plan", date=year).full_clean()
    with pytest.raises(IntegrityError, match="event_date"), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(
            date_earliest=f"{year}-01-01", date_latest=f"{year}-12-31"
        )


def test_an_edtf_value_needs_its_bounds() -> None:
    event = a_draft()
    with pytest.raises(IntegrityError, match="event_date_bounds"), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(date_earliest=None, date_latest=None)


def test_a_date_that_is_no_date_is_refused() -> None:
    with pytest.raises(ValidationError, match="soon"):
        Event(slug="x", title_en="X", kind="plan", date="soon").full_clean()


def test_a_quote_must_stand_in_the_text_at_its_offsets() -> None:
    source = a_source_reading("Meta delays Behemoth until autumn.")
    wrong = Claim(event=a_draft(), source=source, quote="Behemoth", quote_start=11, quote_end=19)
    refused(wrong, "At character 11 the text of the source reads")


def test_a_quote_without_offsets_must_stand_somewhere_in_the_text() -> None:
    wrong = Claim(event=a_draft(), source=a_source_reading("Nothing here."), quote="Behemoth")
    refused(wrong, "not in the text")


def test_a_quote_finds_its_offsets_and_context() -> None:
    source = a_source_reading("Meta推迟Behemoth至秋季。")
    claim = Claim(event=a_draft(), source=source, quote="推迟")
    claim.full_clean()
    assert (claim.quote_start, claim.quote_end) == (4, 6)
    assert (claim.prefix, claim.suffix) == ("Meta", "Behemoth至秋季。")


def test_offsets_count_characters_beyond_the_basic_plane_as_one() -> None:
    claim = Claim(event=a_draft(), source=a_source_reading("𠮷野家 delays"), quote="delays")
    claim.full_clean()
    claim.save()
    assert claim.quote_start == 4


def test_offsets_must_span_the_quote() -> None:
    wrong = Claim(event=a_draft(), source=make_source(), quote="abc", quote_start=0, quote_end=9)
    refused(wrong, "do not span")


def test_a_text_that_lacks_a_quote_cannot_be_stored() -> None:
    claim = make_claim(a_draft(), make_source(), quote="abc", quote_start=0, quote_end=3)
    with pytest.raises(IntegrityError, match="abc"), transaction.atomic():
        Source.objects.filter(pk=claim.source_id).update(text="xyz and more")


def test_the_text_of_a_source_is_final() -> None:
    source = a_source_reading("Once read.")
    with pytest.raises(IntegrityError, match="final"), transaction.atomic():
        Source.objects.filter(pk=source.pk).update(text="Changed.")


def test_the_same_passage_is_no_second_claim_of_an_event() -> None:
    event, source = a_draft(), make_source()
    make_claim(event, source, quote="abc", quote_start=0, quote_end=3)
    refused(
        Claim(event=event, source=source, quote="abc", quote_start=0, quote_end=3),
        "already a claim",
    )


def test_an_entity_has_each_alias_once_whatever_its_case() -> None:
    meta = make_organization("Meta")
    Alias.objects.create(organization=meta, text="Facebook")
    refused(Alias(organization=meta, text="FACEBOOK"), "given twice")


def test_two_entities_may_share_an_alias() -> None:
    Alias.objects.create(organization=make_organization(), text="科大")
    Alias(organization=make_organization(), text="科大").full_clean()


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "ftp://example.org/x", "data:text/html,x", "//example.org"]
)
def test_only_http_addresses_are_kept(url: str) -> None:
    refused(make_source_unsaved(url=url), "http")


def make_source_unsaved(**values: Any) -> Source:
    return Source(**{"slug": "s", "title": "S", "language": "en", **values})


def test_homepages_are_http_too() -> None:
    refused(Organization(name="X", slug="x", homepage="javascript:alert(1)"), "http")


@pytest.mark.parametrize(("text", "code"), [("a\0b", "U\\+0000"), ("a\ud800b", "U\\+D800")])
def test_text_with_nul_or_lone_surrogates_is_refused(text: str, code: str) -> None:
    refused(make_source_unsaved(title=text), f"Character 2 .{code}. cannot be stored")


def test_unstorable_text_in_a_list_is_refused() -> None:
    refused(make_source_unsaved(authors=["A", "\ud800"]), "cannot be stored")


def test_importance_is_from_1_to_5() -> None:
    event = a_draft()
    event.importance = 6
    refused(event, "less than or equal to 5")


def test_a_role_is_given_once() -> None:
    event, meta = a_draft(), make_organization()
    EventOrganization.objects.create(event=event, organization=meta, role="actor")
    refused(EventOrganization(event=event, organization=meta, role="actor"), "given twice")


def test_an_organization_may_have_two_roles_in_an_event() -> None:
    event, meta = a_draft(), make_organization()
    EventOrganization.objects.create(event=event, organization=meta, role="actor")
    EventOrganization(event=event, organization=meta, role="affected").full_clean()


def test_nothing_hangs_on_itself() -> None:
    event, meta, source = a_draft(), make_organization(), make_source()
    event.part_of, meta.parent, source.reprint_of = event, meta, source
    refused(EventLink(from_event=event, to_event=event, kind="delays"), "linked to itself")
    for row, words in ((event, "part of itself"), (meta, "part of itself"), (source, "reprint")):
        refused(row, words)


def test_a_publication_date_says_where_it_comes_from() -> None:
    with pytest.raises(ValidationError, match="where the publication date comes from"):
        make_source_unsaved(published="2025-05-01").full_clean()


def test_a_claim_was_said_on_the_day_of_publication_unless_it_says_otherwise() -> None:
    source = make_source(published="2025-07-15", published_basis="printed")
    claim = Claim(event=a_draft(), source=source)
    claim.full_clean()
    assert str(claim.claimed_on) == "2025-07-15"


def test_a_claim_against_an_event_makes_it_no_surer() -> None:
    claim = Claim(event=a_draft(), source=make_source(), stance="contradicts", certainty="denied")
    claim.full_clean()
    claim.certainty = "confirmed"
    with pytest.raises(ValidationError, match="disputed or denied"):
        claim.full_clean()


@pytest.mark.parametrize(
    ("date", "position"),
    [
        ("2025-05-15", 20250515),
        ("2025-05-01/2025-05-10", 20250501),
        ("2025-05", 20250500),
        ("2025-02", 20250200),
        ("2025-35", 20250000),
        ("2025", 20250000),
        ("2024-12-30/2025-01-02", 20240000),
        ("../2025-05-15", 20250000),
        ("2025-05-15/..", 20250515),
    ],
)
def test_its_place_on_the_timeline_invents_no_month_or_day(date: str, position: int) -> None:
    event = a_draft(date=date)
    event.refresh_from_db()
    assert event.timeline_position == position


def test_every_change_is_kept_in_history() -> None:
    event = a_draft(title_en="First")
    event.title_en = "Second"
    event.save()
    assert [old.title_en for old in event.history.all()] == ["Second", "First"]


def test_history_keeps_the_date_as_it_was() -> None:
    event = a_draft(date="2025-05")
    event.date = "2025-06-01/.."
    event.save()
    assert [str(old.date) for old in event.history.all()] == ["2025-06-01/..", "2025-05"]
