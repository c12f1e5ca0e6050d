"""The review desk in a real browser: by keys, by mouse, without a script, on a phone."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from events.models import Claim, Event, Proposal
from sources.models import Source
from tests.browser import Visit
from tests.factories import make_event, make_organization, make_proposal, make_source

pytestmark = pytest.mark.django_db(transaction=True)

SENTENCES = [
    "🚀 Northwind releases Aurora 3 on Tuesday. It is open to all.",
    "Southwind will follow in the third quarter of 2025.",
    "A spokesperson said that nothing was late.",
]
CHOOSE = """([from, to]) => {
    const pieces = [...document.querySelectorAll('#review-words [data-start]')];
    const place = (word) => pieces.map((piece) => piece.firstChild)
        .find((text) => text.data.includes(word));
    const [start, end] = [place(from), place(to)];
    getSelection().setBaseAndExtent(
        start, start.data.indexOf(from), end, end.data.indexOf(to) + to.length);
}"""


@pytest.fixture
def source(browser: Browser) -> Source:
    text = "\n\n".join(SENTENCES)
    return make_source(
        title="Northwind " * 12, text=text, published="2025-07-15", published_basis="printed"
    )


@pytest.fixture
def proposals(source: Source) -> list[Proposal]:
    return [
        make_proposal(source, sentence, title_en=f"Number {number}", date="2025-07")
        for number, sentence in enumerate(SENTENCES)
    ]


def visit(browser: Browser, server: LiveServer, user: User, **options: Any) -> Visit:
    client = Client()
    client.force_login(user)
    context = browser.new_context(base_url=server.url, locale="en", **options)
    session = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": server.url}])
    return Visit(context.new_page())


@pytest.fixture
def desk(
    browser: Browser, live_server: LiveServer, editor: User, source: Source
) -> Iterator[Visit]:
    at_work = visit(browser, live_server, editor, viewport={"width": 1280, "height": 800})
    yield at_work
    at_work.page.context.close()


def after(page: Page, key: str, said: str) -> None:
    """Press a key, and wait until the page has told what it did."""
    page.keyboard.press(key)
    expect(page.locator("#review-said")).to_have_text(said)


def test_a_document_is_reviewed_with_the_keyboard_alone(
    desk: Visit, source: Source, proposals: list[Proposal]
) -> None:
    first, second, third = proposals
    event = make_event(title_en="Southwind has a plan", status="planned", visibility="draft")
    page = desk.page
    desk.open(f"/admin/review/{source.pk}/")
    after(page, "r", "Rejected: “Number 0”.")
    expect(page.locator(f"#card-{second.pk}")).to_be_focused()
    page.keyboard.press("m")
    expect(page.locator("[data-find=event]")).to_be_focused()
    page.keyboard.type("southw")
    expect(page.locator("[role=option]")).to_have_text("Southwind has a plan 15 May 2025")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    after(page, "Enter", "Merged into “Southwind has a plan”.")
    page.keyboard.press("e")
    expect(page.locator("#id_title_en")).to_be_focused()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("Nothing is late")
    after(page, "Enter", "Accepted: “Nothing is late” is now an event in review.")
    page.keyboard.press("Tab")
    after(page, "u", "Undone: accepted as a new event.")
    expect(page.locator(f"#card-{third.pk}")).to_be_focused()
    after(page, "a", "Accepted: “Number 2” is now an event in review.")
    states = Proposal.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["rejected", "merged", "accepted"]
    assert event.claims.count() == 2
    assert "Every proposal of this document is decided." in page.inner_text("#review-work")
    assert desk.complaints == []
    assert first.decisions.count() == 1


def test_a_chosen_passage_becomes_an_event(desk: Visit, source: Source) -> None:
    page = desk.page
    desk.open(f"/admin/review/{source.pk}/")
    page.evaluate(CHOOSE, ["It is", "all."])
    page.click("[data-new=event]")
    page.fill("#id_title_en", "Open to all")
    page.fill("#id_date", "yesterday")
    expect(page.locator(".field-date output")).to_contain_text("14 July 2025")
    page.click("text=Add a line")
    page.locator("[data-find=entity]").last.fill("Northwind")
    page.locator("[name$=-create]").last.check()
    page.click("text=Make the event")
    expect(page.locator("#review-said")).to_contain_text("A new event in review")
    claim = Claim.objects.get()
    assert (claim.quote, str(claim.date)) == ("It is open to all.", "2025-07-14")
    assert claim.event.organizations.get().name == "Northwind"
    assert desk.complaints == []


def test_a_passage_is_chosen_with_keys(desk: Visit, source: Source) -> None:
    make_event(title_en="Southwind has a plan", visibility="draft")
    page = desk.page
    desk.open(f"/admin/review/{source.pk}/")
    for key in ("t", "ArrowDown", "ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    expect(page.locator("[data-new=event]")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.fill("[data-find=event]", "southwind has")
    page.locator("[data-find=event]").press("Enter")
    expect(page.locator("#review-said")).to_contain_text("A new claim on")
    assert Claim.objects.get(source=source).quote == SENTENCES[1]


def test_keys_are_letters_while_one_writes(
    desk: Visit, source: Source, proposals: list[Proposal]
) -> None:
    page = desk.page
    desk.open(f"/admin/review/{source.pk}/?edit={proposals[0].pk}")
    expect(page.locator("#id_title_en")).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.type(" area")
    assert page.input_value("#id_title_en") == "Number 0 area"
    page.on("dialog", lambda dialog: dialog.dismiss())
    page.keyboard.press("Escape")
    assert page.input_value("#id_title_en") == "Number 0 area"
    assert not Event.objects.exists()


def test_a_card_and_its_passage_lead_to_each_other(
    desk: Visit, source: Source, proposals: list[Proposal]
) -> None:
    page, last = desk.page, proposals[2].pk
    desk.open(f"/admin/review/{source.pk}/")
    page.click(f"#passage-{last}")
    expect(page.locator(f"#card-{last}")).to_be_focused()
    expect(page.locator(f"[data-proposals='{last}']").first).to_have_class("passage active")
    page.keyboard.press("?")
    expect(page.locator("#review-help")).to_be_visible()


def test_everything_works_without_a_script(
    browser: Browser, live_server: LiveServer, editor: User, proposals: list[Proposal]
) -> None:
    plain = visit(browser, live_server, editor, java_script_enabled=False)
    page, source = plain.page, proposals[0].source
    plain.open(f"/admin/review/{source.pk}/")
    page.click(f"#card-{proposals[0].pk} >> text=Reject")
    page.click(f"#card-{proposals[1].pk} >> text=Edit")
    page.fill("#id_title_en", "In other words")
    page.click("text=Accept as written")
    page.click(f"#card-{proposals[2].pk} >> text=Merge into")
    page.fill("[name=find]", "in other")
    page.click("[data-panel] >> text=Merge")
    page.click(f"#card-{proposals[0].pk} >> text=Undo")
    page.click("summary")
    page.fill("[name=passage]", "It is open to all.")
    page.click("button:has-text('New event')")
    page.fill("#id_title_en", "Open to all")
    page.click("text=Make the event")
    assert set(Event.objects.values_list("title_en", flat=True)) == {
        "In other words", "Open to all",
    }  # fmt: skip
    assert [one.state for one in Proposal.objects.order_by("pk")] == ["open", "accepted", "merged"]
    page.context.close()


@pytest.mark.parametrize("width", [400, 1280])
def test_nothing_is_wider_than_the_window(
    desk: Visit, source: Source, proposals: list[Proposal], width: int
) -> None:
    northwind = make_organization("Northwind" * 20)
    make_event(organizations=(northwind,), title_en="Late" * 60, visibility="draft")
    row = {"kind": "model", "slug": "", "name": "Aurora" * 30, "role": "subject"}
    Proposal.objects.update(entities=[row], title_zh="极光" * 120)
    desk.page.set_viewport_size({"width": width, "height": 800})
    first, address = proposals[0].pk, f"/admin/review/{source.pk}/"
    for query in ("", f"edit={first}&lang=zh-hant", f"merge={first}", "new=event&start=0&end=9"):
        desk.open(f"{address}?{query}")
        assert desk.page.evaluate("document.documentElement.scrollWidth") <= width, query
    desk.open("/admin/review/")
    assert desk.page.evaluate("document.documentElement.scrollWidth") <= width
    assert desk.complaints == []
