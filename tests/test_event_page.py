"""One event with all its evidence."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from events.models import Event, EventLink, Merge
from events.models.vocabulary import LinkKind
from tests.factories import (
    make_claim,
    make_event,
    make_model,
    make_organization,
    make_person,
    make_publisher,
    make_source,
)

pytestmark = pytest.mark.django_db


def content(client: Client, event: Event) -> str:
    response = client.get(event.get_absolute_url())
    assert response.status_code == 200
    return str(response.content.decode())


def test_it_says_what_happened_how_sure_and_how_the_date_is_known(client: Client) -> None:
    event = make_event(
        title_en="Behemoth is delayed",
        summary_en="Tests fell short.",
        certainty="reported",
        date_basis="external",
        date_note_en="The Wall Street Journal, that day.",
    )
    page = content(client, event)
    assert re.search(r"<h1><span lang=\"en\">Behemoth is delayed</span></h1>", page)
    for words in ("Tests fell short.", "Reported:", "Known from elsewhere", "Wall Street Journal"):
        assert words in page


def test_it_shows_every_claim_with_its_source_publisher_day_and_stance(client: Client) -> None:
    source = make_source(
        title="彭博报道", language="zh-Hans", publisher=make_publisher(name="Bloomberg News")
    )
    event = make_event(sources=())
    make_claim(
        event,
        source,
        quote="未达预期",
        says_en="Tests fell short.",
        claimed_on="2025-07-15",
        stance="contradicts",
        certainty="disputed",
        date="2025-07",
    )
    page = content(client, event)
    for words in (
        "彭博报道",
        "Bloomberg News",
        "said on",
        "15 July 2025",
        "contradicts",
        "certainty it gives: disputed",
        "July 2025",
    ):
        assert words in page
    assert re.search(r'<blockquote[^>]*lang="zh-Hans"[^>]*><q>未达预期</q>', page)


@pytest.mark.parametrize(
    ("rights", "shown"),
    [
        ("link_only", "一二三四五六七八九十一二三四五六七八九十…"),
        ("unknown", "一二三四五六七八九十一二三四五六七八九十…"),
        ("attribution", "一二三四五六七八九十一二三四五六七八九十甲乙"),
        ("open", "一二三四五六七八九十一二三四五六七八九十甲乙"),
    ],
)
def test_rights_decide_how_much_of_a_quote_is_shown(
    client: Client, rights: str, shown: str
) -> None:
    event = make_event(sources=())
    quote = "一二三四五六七八九十一二三四五六七八九十甲乙"
    make_claim(event, make_source(rights=rights), quote=quote)
    assert f"<q>{shown}</q>" in content(client, event)


def test_who_and_what_took_part_is_shown_with_its_role(client: Client) -> None:
    event = make_event(
        organizations=(make_organization("Meta", slug="meta"),),
        models=(make_model("Llama 4", slug="llama-4"),),
        people=(make_person("Mark Zuckerberg", slug="mark-zuckerberg"),),
    )
    event.event_organizations.update(role="affected")
    page = content(client, event)
    for address in ("/organizations/meta/", "/models/llama-4/", "/people/mark-zuckerberg/"):
        assert f'href="{address}"' in page
    assert "affected" in page


def test_links_are_shown_from_both_sides(client: Client) -> None:
    delay, plan = make_event(title_en="The delay"), make_event(title_en="The plan")
    EventLink.objects.create(from_event=delay, kind="delays", to_event=plan)
    assert re.search(r"Delays</p>\s*<p[^>]*><a[^>]*>.*?The plan", content(client, delay), re.DOTALL)
    assert re.search(
        r"Delayed by</p>\s*<p[^>]*><a[^>]*>.*?The delay", content(client, plan), re.DOTALL
    )


@pytest.mark.parametrize("kind", LinkKind)
def test_every_kind_of_link_has_words_from_both_sides(client: Client, kind: LinkKind) -> None:
    one, other = make_event(), make_event()
    EventLink.objects.create(from_event=one, kind=kind, to_event=other)
    for event in (one, other):
        words = re.findall(r'<p class="relation-words">([^<]+)</p>', content(client, event))
        assert len(set(words) - {"This event"}) == 1


def test_drafts_are_not_shown_as_related_events(client: Client) -> None:
    event, draft = make_event(), make_event(title_en="Secret plan", visibility="draft")
    EventLink.objects.create(from_event=event, kind="delays", to_event=draft)
    event.parts.add(make_event(title_en="Secret part", visibility="in_review"))
    page = content(client, event)
    assert "Secret" not in page


def test_the_whole_and_its_parts_lead_to_each_other(client: Client) -> None:
    whole = make_event(title_en="LlamaCon 2025")
    part = make_event(title_en="Llama API announced", part_of=whole)
    assert "Llama API announced" in content(client, whole)
    assert "LlamaCon 2025" in content(client, part)


def test_what_was_said_when_tells_the_drift(client: Client) -> None:
    event = make_event(sources=(), date="2025-05-15", status="delayed")
    for day, status, date in (
        ("2025-04-05", "planned", "2025-04"),
        ("2025-05-15", "delayed", None),
    ):
        make_claim(event, make_source(), claimed_on=day, status=status, date=date)
    page = content(client, event)
    assert "What was said when" in page
    assert re.search(r"announced for <time[^>]*>April 2025</time>", page)
    assert "delayed, no new day given" in page
    assert "overtaken since" in page


@pytest.mark.parametrize("slug", ["", "something-else/"])
def test_a_wrong_or_missing_slug_leads_to_the_right_address(client: Client, slug: str) -> None:
    event = make_event()
    response = client.get(f"/events/{event.pk}/{slug}?lang=en")
    assert response.status_code == 302
    assert response.headers["Location"] == f"{event.get_absolute_url()}?lang=en"


@pytest.mark.parametrize("visibility", ["draft", "in_review"])
def test_it_hides_what_is_not_published(client: Client, visibility: str) -> None:
    event = make_event(title_en="Secret", visibility=visibility)
    response = client.get(event.get_absolute_url())
    assert response.status_code == 404
    assert b"Secret" not in response.content


def test_editors_see_no_drafts_here_either(editor_client: Client) -> None:
    event = make_event(visibility="draft")
    assert editor_client.get(event.get_absolute_url()).status_code == 404


def test_a_retracted_event_is_gone_and_says_so(client: Client) -> None:
    event = make_event(title_en="Wrong all along", visibility="retracted")
    response = client.get(event.get_absolute_url())
    assert response.status_code == 410
    assert b"This event was retracted" in response.content
    assert b"Wrong all along" not in response.content


def test_a_merged_event_leads_on(client: Client) -> None:
    event = make_event()
    Merge.objects.create(kind="event", from_id=987_654, into_id=event.pk, manifest={})
    response = client.get("/events/987654/old/")
    assert response.headers["Location"] == event.get_absolute_url()


@pytest.mark.parametrize("path", ["0/", "99999999999999999999/x/", "1/%00/", "x/"])
def test_an_address_of_no_event_is_not_found(client: Client, path: str) -> None:
    assert client.get(f"/events/{path}").status_code == 404


def test_it_only_reads(client: Client) -> None:
    assert client.post(make_event().get_absolute_url()).status_code == 405


def test_text_is_escaped(client: Client) -> None:
    event = make_event(title_en="<script>alert(1)</script>", date_note_en="<b>bold</b>")
    page = content(client, event)
    assert "<script>" not in page
    assert "<b>" not in page


def test_each_day_a_source_said_something_is_told(client: Client) -> None:
    source = make_source(published="2025-05-01", published_basis="printed")
    event = make_event(sources=())
    make_claim(event, source, claimed_on="2025-05-01", says_en="First.")
    make_claim(event, source, claimed_on="2025-05-09", says_en="Later.")
    evidence = content(client, event).split("testimony")[1:]
    said = re.findall(r"said on (?:<[^>]+>)?(\d+ May)", "".join(evidence))
    assert {"1 May", "9 May"} <= set(said)


def test_a_reprint_is_no_second_source(client: Client) -> None:
    event = make_event()
    original = event.claims.get().source
    make_claim(event, make_source(title="Copied", reprint_of=original))
    page = content(client, event)
    assert re.search(r'id="evidence".*?<span class="aside">1 source</span>', page, re.DOTALL)
    assert re.search(rf"Reprint of <a [^>]*>{original.title}</a>", page)


def test_passages_are_linked_and_sources_counted_by_what_they_rest_on(client: Client) -> None:
    agency = make_publisher(name="Agency")
    quoted = make_source(rights="open", url="https://news.example/a")
    resting, event = make_source(), make_event(sources=(make_source(publisher=agency),))
    resting.relies_on.add(agency)
    make_claim(event, resting)
    make_claim(event, quoted, quote="fell short", quote_start=0, quote_end=10)
    page = content(client, event)
    assert 'href="https://news.example/a#:~:text=fell%20short"' in page
    assert re.search(r"3 sources, 2 independent", page)


def test_what_says_otherwise_stands_beside_what_was_decided(client: Client) -> None:
    event = make_event(date="2025-05-15")
    make_claim(event, make_source(), says_en="It was June.", date="2025-06", status="happened")
    sides = content(client, event).split('class="sides"')[1]
    assert re.search(r"Otherwise.*It was June\..*gives another date", sides, re.DOTALL)


def test_it_leads_to_what_came_before_and_after_of_the_same_model(client: Client) -> None:
    model = make_model("GPT-9")
    before, event, after = (
        make_event(date=date, models=(model,)) for date in ("2025-04", "2025-05", "2025-06")
    )
    page = content(client, event)
    assert f'rel="prev" href="{before.get_absolute_url()}"' in page
    assert f'rel="next" href="{after.get_absolute_url()}"' in page


def test_it_takes_as_many_queries_however_much_is_told(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    event = make_event(models=(make_model(),), organizations=(make_organization(),))
    for _ in range(3):
        make_claim(event, make_source(), status="planned", date="2025-04")
        EventLink.objects.create(from_event=make_event(), kind="delays", to_event=event)
    with django_assert_max_num_queries(26):
        content(client, event)
