"""Atom feeds: every new event once, every correction once, under names that never change."""

import datetime
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from django.test import Client

from events.models import Event, EventLink, Merge
from tests.factories import make_claim, make_event, make_organization, make_publisher, make_source

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
FEEDS = ["/events.atom", "/corrections.atom"]


def _read(client: Client, address: str) -> Any:
    response = client.get(address)
    assert response.status_code == 200
    parsed = feedparser.parse(response.content)
    assert not parsed.bozo
    return parsed


def _links(feed: Any) -> dict[str, str]:
    return {link.rel: link.href for link in feed.feed.links}


def _change(event: Event, **values: Any) -> Event:
    for name, value in values.items():
        setattr(event, name, value)
    event.version += 1
    event.save()
    return event


def _instant(text: str | None) -> datetime.datetime:
    assert text
    instant = datetime.datetime.fromisoformat(text)
    assert instant.tzinfo
    return instant


def is_strict_atom(content: bytes) -> None:
    """What RFC 4287 requires of a feed and its entries."""
    feed = ET.fromstring(content)
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    for element in (feed, *entries):
        for once in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{once}")) == 1
        _instant(element.findtext(f"{ATOM}updated"))
        assert element.findtext(f"{ATOM}id", "").startswith("tag:")
        for link in element.findall(f"{ATOM}link"):
            assert link.get("href", "").startswith("http://testserver/")
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(ids) == len(set(ids))
    for entry in entries:
        assert len(entry.findall(f"{ATOM}link[@rel='alternate']")) == 1
        assert entry.find(f"{ATOM}content").get("type") == "html"  # type: ignore[union-attr]


def test_an_entry_says_what_when_how_sure_and_from_whom(client: Client) -> None:
    paper = make_publisher(name="The Paper")
    source = make_source(title="A printed page", url="https://paper.example/1", publisher=paper)
    lab = make_organization("Lab")
    make_event(
        title_en="Tiny <2> is out",
        date="2025-04-21~/2025-04-30~",
        certainty="rumoured",
        sources=(source,),
        organizations=(lab,),
    )
    (entry,) = _read(client, "/events.atom").entries
    assert entry.title == "Tiny <2> is out"
    content = entry.content[0].value
    for words in ("late April 2025", "rumoured", "The Paper", "https://paper.example/1", "Lab"):
        assert words in content


@pytest.mark.parametrize("address", FEEDS)
def test_it_is_strict_atom(client: Client, address: str) -> None:
    events = [make_event(title_zh="小模型"), make_event(title_en="", title_zh="只有中文")]
    for event in events:
        _change(event, date="2025-06")
    for language in ("en", "zh-hans", "zh-hant"):
        response = client.get(f"{address}?lang={language}&organization=&q=")
        assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
        is_strict_atom(response.content)


@pytest.mark.parametrize("address", FEEDS)
def test_an_empty_feed_is_strict_too_and_always_the_same(client: Client, address: str) -> None:
    first, second = client.get(address), client.get(address)
    is_strict_atom(first.content)
    assert first.content == second.content


def test_names_outlive_host_slug_title_and_language(client: Client) -> None:
    event = make_event(title_zh="小模型")
    before = _read(client, "/events.atom")
    _change(event, slug="another", title_en="Another")
    other = Client(headers={"host": "localhost", "accept-language": "en"})
    assert _read(other, "/events.atom").entries[0].id == before.entries[0].id
    assert _read(other, "/events.atom").feed.id == before.feed.id
    chinese = _read(client, "/events.atom?lang=zh-hans")
    assert chinese.entries[0].id == before.entries[0].id
    assert chinese.feed.id != before.feed.id


def test_it_speaks_the_readers_language(client: Client) -> None:
    make_event(title_en="Only English")
    make_event(title_en="Small", title_zh="小语言模型")
    feed = ET.fromstring(client.get("/events.atom?lang=zh-hant").content)
    assert feed.get(XML_LANG) == "zh-Hant"
    chinese, english = feed.findall(f"{ATOM}entry")
    assert chinese.findtext(f"{ATOM}title") == "小語言模型"
    assert (chinese.get(XML_LANG), english.get(XML_LANG)) == (None, "en")


def test_published_and_updated_are_dates_of_the_record(client: Client) -> None:
    event = make_event(visibility="draft", date="2020-01-01")
    _change(event, visibility="published")
    record = event.history.filter(visibility="published").get()
    (entry,) = _read(client, "/events.atom").entries
    assert _instant(entry.published) == record.history_date
    _change(event, summary_en="More is known.")
    (entry,) = _read(client, "/events.atom").entries
    assert _instant(entry.updated) == event.updated_at
    assert _instant(entry.published) == record.history_date


def test_what_is_published_last_comes_first_however_old_its_record_is(client: Client) -> None:
    waiting = make_event(visibility="draft", title_en="Waited")
    make_event(title_en="Quick")
    _change(waiting, visibility="published")
    _change(waiting, summary_en="Edited later.")
    titles = [entry.title for entry in _read(client, "/events.atom").entries]
    assert titles == ["Waited", "Quick"]


@pytest.mark.parametrize("visibility", ["draft", "in_review", "retracted"])
def test_it_hides_what_is_not_published(client: Client, visibility: str) -> None:
    _change(make_event(date="2025-05-01"), date="2025-06-01", visibility=visibility)
    make_event(visibility=visibility)
    assert _read(client, "/events.atom").entries == []
    wrong = [entry for entry in _read(client, "/corrections.atom").entries if "June" in str(entry)]
    assert wrong == []


@pytest.mark.parametrize("address", FEEDS)
def test_it_takes_the_filters_of_the_timeline(client: Client, address: str) -> None:
    lab = make_organization("Lab", slug="lab")
    _change(make_event(title_en="Mine", organizations=(lab,)), date="2024")
    _change(make_event(title_en="Other"), date="2024")
    feed = _read(client, f"{address}?organization=lab&kind=release&from=2024")
    assert ["Mine" in entry.title for entry in feed.entries] == [True]
    assert "Lab" in feed.feed.title
    query = "?organization=lab&kind=release&from=2024&lang=en"
    assert _links(feed)["self"] == f"http://testserver{address}{query}"
    assert _links(feed)["alternate"] == f"http://testserver/{query}"


@pytest.mark.parametrize("address", FEEDS)
@pytest.mark.parametrize(
    "query", ["from=soon", "kind=x", "before=x", "before=9e99", "before=1.2", "q=%00"]
)
def test_garbage_is_refused_in_words(client: Client, address: str, query: str) -> None:
    response = client.get(f"{address}?{query}")
    assert response.status_code == 400
    assert response["Content-Type"].startswith("text/plain")
    assert response.content.decode().startswith(query.partition("=")[0])


def test_pages_follow_each_other_to_the_end(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("pages", "edited", "reported", "merged"):
        monkeypatch.setattr(f"events.exchange.feeds.{module}.PAGE", 2)
    for number in range(5):
        _change(make_event(title_en=f"Event number {number}"), status="cancelled")
    for address in FEEDS:
        pages = [_read(client, f"{address}?kind=release")]
        while following := _links(pages[-1]).get("next"):
            pages.append(_read(client, following.removeprefix("http://testserver")))
            assert _links(pages[-1])["self"] == following
        seen = {entry.id for page in pages for entry in page.entries}
        assert (len(seen), len(pages), len({page.feed.id for page in pages})) == (5, 3, 1)


@pytest.mark.parametrize("address", FEEDS)
def test_a_reader_who_has_it_is_told_that_nothing_changed(client: Client, address: str) -> None:
    event = make_event()
    first = client.get(address)
    by_tag = {"if-none-match": first["ETag"]}
    by_day = {"if-modified-since": first["Last-Modified"]}
    assert client.get(address, headers=by_tag).status_code == 304
    assert client.get(address, headers=by_day).status_code == 304
    _change(event, date="2025-07-01")
    assert client.get(address, headers=by_tag).status_code == 200


def test_a_correction_tells_what_was_and_what_is(client: Client) -> None:
    event = make_event(title_en="Tiny", date="2025-05-01", status="planned")
    _change(event, date="2025-06", status="delayed", certainty="confirmed")
    (entry,) = _read(client, "/corrections.atom").entries
    assert entry.title == "Corrected (date, status, certainty): Tiny"
    content = entry.content[0].value
    assert "Date: <del>1 May 2025</del> → <ins>June 2025</ins>" in content
    assert "Status: <del>planned</del> → <ins>delayed</ins>" in content


def test_what_readers_do_not_rely_on_is_no_correction(client: Client) -> None:
    event = _change(make_event(), summary_en="Better words.", importance=5)
    make_claim(event, make_source())
    assert _read(client, "/corrections.atom").entries == []


def test_each_correction_keeps_its_own_name(client: Client) -> None:
    event = make_event()
    _change(event, date="2025-06")
    (first,) = _read(client, "/corrections.atom").entries
    _change(event, date="2025-07")
    second, again = _read(client, "/corrections.atom").entries
    assert again.id == first.id != second.id


def test_edits_before_publication_are_nobodys_business(client: Client) -> None:
    event = _change(make_event(visibility="draft"), date="2025-06")
    _change(event, visibility="published")
    assert _read(client, "/corrections.atom").entries == []


def test_edits_out_of_sight_are_one_correction_when_it_is_back(client: Client) -> None:
    event = _change(make_event(date="2025-05"), visibility="in_review")
    _change(event, date="2025-06")
    _change(event, date="2025-07", visibility="published")
    (entry,) = _read(client, "/corrections.atom").entries
    assert "<del>May 2025</del> → <ins>July 2025</ins>" in entry.content[0].value


def test_a_retraction_tells_the_title_that_was_public_and_nothing_else(client: Client) -> None:
    event = _change(make_event(title_en="Tiny", summary_en="Secret"), date="2025-06")
    _change(event, visibility="retracted", title_en="Never shown")
    (entry,) = _read(client, "/corrections.atom").entries
    assert entry.title == "Retracted: Tiny"
    assert "Secret" not in str(entry)
    _change(event, visibility="published", title_en="Tiny")
    assert "Published again: Tiny" in _read(client, "/corrections.atom").entries[0].title


def test_control_characters_break_no_feed(client: Client) -> None:
    make_event(title_en="A \x0b form\x1f feed \ufffe", summary_en="\x01\x85")
    (entry,) = _read(client, "/events.atom").entries
    assert entry.title == "A  form feed"


@pytest.mark.parametrize("address", FEEDS)
def test_the_number_of_queries_is_fixed(
    client: Client, address: str, django_assert_max_num_queries: Any
) -> None:
    for _ in range(4):
        _change(make_event(organizations=(make_organization(),)), date="2025-08")
        _promised()
    with django_assert_max_num_queries(16):
        client.get(address)


def test_a_feed_of_the_past_knows_no_more_than_was_known(client: Client) -> None:
    early = make_source(title="Early", published="2025-03-01")
    late = make_source(title="Late", published="2025-05-01")
    event = make_event(status="happened", date="2025-04-28", sources=())
    make_claim(event, early, claimed_on="2025-03-01", date="2025-04", status="planned")
    make_claim(event, late, claimed_on="2025-05-01", date="2025-04-28", status="happened")
    (entry,) = _read(client, "/events.atom?as_of=2025-03-02").entries
    assert "planned" in entry.content[0].value
    assert "Late" not in entry.content[0].value
    assert _read(client, "/events.atom?as_of=2025-02-01").entries == []
    _change(event, date="2025-04-29")
    assert _read(client, "/corrections.atom?as_of=2025-04-30").entries == []
    (entry,) = _read(client, "/corrections.atom?as_of=2025-05-02").entries
    assert "1 May 2025" in entry.title


def _promised(title: str = "Tiny", **values: Any) -> Event:
    """Announced on 1 April for May, said on 20 May to come in June."""
    event = make_event(**{"title_en": title, "status": "planned", "date": "2025-06", **values})
    event.claims.all().delete()
    make_claim(event, make_source(), claimed_on="2025-04-01", status="planned", date="2025-05")
    paper = make_source(title="Later news", published="2025-05-20")
    make_claim(event, paper, claimed_on="2025-05-20", status="planned", date="2025-06")
    return event


def test_a_later_report_is_a_correction_with_its_day_and_source(client: Client) -> None:
    event = _promised()
    (entry,) = _read(client, "/corrections.atom").entries
    assert entry.title == "Reported otherwise on 20 May 2025 (date): Tiny"
    assert "<del>May 2025</del> → <ins>June 2025</ins>" in entry.content[0].value
    assert "Later news" in entry.content[0].value
    assert entry.id == f"tag:aitimeline,2025:events/{event.pk}/known/2025-05-20"
    newest = event.claims.latest("pk").created_at
    assert _instant(entry.published) == newest


def test_its_name_stays_when_more_is_said(client: Client) -> None:
    event = _promised()
    (before,) = _read(client, "/corrections.atom").entries
    make_claim(event, make_source(), claimed_on="2025-05-20", certainty="confirmed")
    make_claim(event, make_source(), claimed_on="2025-04-10", says_en="Nothing new.")
    (after,) = _read(client, "/corrections.atom").entries
    assert (after.id, after.updated > before.updated) == (before.id, True)


def test_what_the_editors_corrected_is_not_told_again_as_a_report(client: Client) -> None:
    event = make_event(date="2025-05", sources=())
    make_claim(event, make_source(), claimed_on="2025-04-01", date="2025-05")
    _change(event, date="2025-06")
    make_claim(event, make_source(), claimed_on="2025-05-20", date="2025-06")
    (entry,) = _read(client, "/corrections.atom").entries
    assert entry.title.startswith("Corrected (date)")
    make_claim(event, make_source(), claimed_on="2025-05-10", date="2025-07")
    titles = [entry.title for entry in _read(client, "/corrections.atom").entries]
    assert len(titles) == 3
    assert sum("Reported otherwise" in title for title in titles) == 2


def test_another_event_that_delays_it_is_told_once(client: Client) -> None:
    event = _promised(status="delayed")
    event.claims.latest("pk").delete()
    delay = make_event(title_en="The delay", sources=())
    make_claim(delay, make_source(), claimed_on="2025-05-05")
    for kind in ("delays", "contradicts"):
        EventLink.objects.create(from_event=delay, to_event=event, kind=kind)
    (entry,) = _read(client, "/corrections.atom").entries
    assert "Status: <del>planned</del> → <ins>delayed</ins>" in entry.content[0].value
    assert "The delay" in entry.content[0].value


def test_reports_of_what_was_taken_back_are_gone(client: Client) -> None:
    _change(_promised(), visibility="retracted")
    assert [entry.title for entry in _read(client, "/corrections.atom").entries] == [
        "Retracted: Tiny"
    ]


def _merged(into: Event, **values: Any) -> Merge:
    """A public event that is part of another one now."""
    event = make_event(**values)
    merge = Merge.objects.create(kind="event", from_id=event.pk, into_id=into.pk, manifest={})
    event.delete()
    return merge


def test_a_merge_is_told_to_those_who_follow_where_it_leads(client: Client) -> None:
    lab = make_organization("Lab", slug="lab")
    merge = _merged(make_event(title_en="Kept", organizations=(lab,)), title_en="Twice")
    (entry,) = _read(client, "/corrections.atom?organization=lab").entries
    assert entry.title == "Merged: Twice"
    assert f"/events/{merge.into_id}/" in entry.link
    assert "Kept" in entry.content[0].value
    assert _read(client, "/corrections.atom?kind=delay").entries == []
    Merge.objects.update(undone_at=merge.merged_at)
    (undone,) = _read(client, "/corrections.atom").entries
    assert (undone.id, undone.title) == (entry.id, "Merge taken back: Twice")


def test_a_draft_that_was_merged_is_nobodys_business(client: Client) -> None:
    _merged(make_event(), title_en="Never shown", visibility="draft")
    assert _read(client, "/corrections.atom").entries == []


def test_all_sorts_of_corrections_come_newest_first_over_all_pages(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("pages", "edited", "reported", "merged"):
        monkeypatch.setattr(f"events.exchange.feeds.{module}.PAGE", 2)
    for number in range(2):
        event = _promised(f"Promised {number}")
        _change(event, certainty="confirmed")
        _merged(event, title_en=f"Merged {number}")
        _change(make_event(), visibility="retracted")
    entries, address = [], "/corrections.atom?lang=en"
    while address:
        page = _read(client, address)
        entries += page.entries
        address = _links(page).get("next", "").removeprefix("http://testserver")
    moments = [_instant(entry.updated) for entry in entries]
    assert moments == sorted(moments, reverse=True)
    assert (len(entries), len({entry.id for entry in entries})) == (8, 8)
