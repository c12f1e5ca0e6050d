"""A raw article becomes a published event: upload, desk, review, the readers' page.

DOCUMENTS names a file or a folder of articles to walk instead of the one below.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from events.models import Event, Proposal
from sources.models import Source
from tests.browser import Visit

pytestmark = pytest.mark.django_db(transaction=True)

ARTICLE = (
    "北风智能发布曙光3模型，南风科技推迟新品\n\n"
    "来源：示例科技网　作者：王小明　2025年7月15日 09:30\n\n"
    "本报北京7月15日电　人工智能公司北风智能（Northwind AI）今天上午在北京发布"
    "了新一代大语言模型“曙光3”（Aurora 3）。公司创始人陈立行在发布会上说，这一模型"
    "的推理速度比上一代快了一倍，价格却只有原来的三分之一。模型的权重将于7月22日在网上公布"
    "，任何人都可以下载和修改。\n\n"
    "北风智能成立于2021年，总部设在杭州。据公司介绍，曙光3共有2350亿个参数，训练用了"
    "四个月，支持中文、英文和另外二十种语言。在公司自己做的数学测试中，它答对了九成以上的题目"
    "。不过，记者试用时也发现，它在回答较长的历史问题时仍然会出错，有时还会把不同年份的事情混"
    "在一起。\n\n"
    "OpenAI上周宣布推迟发布它的开源模型，理由是还需要做更多安全测试。谷歌则在6月30日"
    "推出了Gemini的新版本，并在7月初把它开放给所有开发者。业内人士认为，几家公司在夏天"
    "的节奏明显不同：有的抢时间，有的求稳妥。\n\n"
    "另一家国内公司南风科技原定在8月发布对话助手“海鸥”，现在决定把发布时间改到今年第四季度"
    "。南风科技发言人周一表示，推迟是因为内部评测没有达到预期，公司没有裁员计划。此前有传言说"
    "该公司正在寻求被收购，这位发言人予以否认。\n\n"
    "融资方面，北风智能在5月完成了5亿元的B轮融资，由长河资本领投。据知情人士透露，公司正与"
    "两家海外投资机构商谈新一轮融资，最快有望在9月完成。北风智能对此没有评论。\n\n"
    "Meta在7月10日表示，它已经聘请了一位知名的语音研究员，负责新成立的实验室。微软同一"
    "天宣布，把旗下的编程助手向学生免费开放一年。DeepSeek尚未公布下一代模型的发布日期"
    "。\n\n"
    "分析师何小雨认为，下半年大模型的竞争会从参数转向成本。“如果价格再降一半，很多小公司就会"
    "直接使用现成的模型，而不是自己训练。”她说。她还提醒说，使用者应当留意数据放在哪里，以及"
    "由谁保管。\n\n"
    "北风智能计划于8月20日在上海举办第一次开发者大会，届时将展示面向手机的小型模型。公司还"
    "说，曙光3的技术报告会在本月底之前公开，其中包括训练数据的来源和一份安全评估。\n\n"
)


@pytest.fixture
def document(tmp_path: Path) -> list[Path]:
    """What is dropped in."""
    named = os.environ.get("DOCUMENTS")
    if named:
        found = Path(named)
        return [found] if found.is_file() else sorted(p for p in found.iterdir() if p.is_file())
    file = tmp_path / "article.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    return [file]


@pytest.fixture
def visits(browser: Browser, live_server: LiveServer) -> Iterator["Visits"]:
    made = Visits(browser, live_server)
    yield made
    made.close()


class Visits:
    """Tabs of different people."""

    def __init__(self, browser: Browser, server: LiveServer) -> None:
        self.browser, self.server = browser, server
        self.made: list[Visit] = []

    def of(self, user: User | None) -> Visit:
        context = self.browser.new_context(base_url=self.server.url, locale="en")
        if user:
            client = Client()
            client.force_login(user)
            value = client.cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": value, "url": self.server.url}])
        self.made.append(Visit(context.new_page()))
        return self.made[-1]

    def close(self) -> None:
        for visit in self.made:
            visit.page.context.close()


def upload(page: Page, files: list[Path]) -> None:
    page.goto("/admin/events/intake/add/")
    page.set_input_files("#id_documents", files)
    page.click("input[type=submit][value='Add documents']")
    done = f"{len(files)} of {len(files)} documents done"
    expect(page.locator("#intake-progress")).to_contain_text(done, timeout=60_000)


def said(page: Page, words: str) -> None:
    expect(page.locator("#review-said")).to_contain_text(words)


def accept(page: Page, title: str) -> None:
    """Edited by key, with a title of the editor's own and a day; unknown names are made."""
    page.keyboard.press("e")
    expect(page.locator("#id_title_en")).to_be_focused()
    page.fill("#id_title_en", title)
    for box in page.locator("[name$=-create]:visible").all():
        box.check()
    page.fill("#id_date", "2025-07-15")
    page.keyboard.press("Enter")
    said(page, f"Accepted: “{title}”")


def review(page: Page) -> None:
    """Edit and accept one, merge one into it, reject one, undo that, accept it as it is."""
    accept(page, "A model is walked to its readers")
    page.keyboard.press("m")
    expect(page.locator("[data-find=event]")).to_be_focused()
    page.fill("[data-find=event]", "walked to its readers")
    page.locator("[data-find=event]").press("Enter")
    said(page, "Merged into “A model is walked to its readers”")
    page.keyboard.press("r")
    said(page, "Rejected:")
    page.keyboard.press("u")
    said(page, "Undone: rejected")
    page.keyboard.press("a")
    said(page, "Accepted:")


def publish(page: Page, event: Event) -> None:
    page.goto(f"/admin/events/event/{event.pk}/change/")
    page.select_option("#id_visibility", "published")
    page.click("input[name=_save]")
    page.wait_for_selector(".messagelist .success")


def test_a_raw_article_becomes_a_published_event(
    visits: Visits, editor: User, reviewer: User, document: list[Path]
) -> None:
    editing, publishing, reading = visits.of(editor), visits.of(reviewer), visits.of(None)
    upload(editing.page, document)
    editing.page.locator(".intake-source").first.click()
    editing.page.wait_for_url("**/admin/review/*/")
    source = Source.objects.get(pk=int(editing.page.url.rstrip("/").rsplit("/", 1)[1]))
    review(editing.page)
    states = source.proposals.exclude(state=Proposal.State.OPEN).values_list("state", flat=True)
    assert sorted(states) == ["accepted", "accepted", "merged"]
    event = Event.objects.get(title_en="A model is walked to its readers")
    assert (event.visibility, event.claims.count()) == ("in_review", 2)
    assert reading.open(event.get_absolute_url()) == 404
    publish(publishing.page, event)
    reading.complaints.clear()  # the page that was not there yet
    assert reading.open(event.get_absolute_url()) == 200
    expect(reading.page.locator("h1")).to_contain_text(event.title_en)
    assert reading.page.locator("blockquote q").count() == 2
    assert [visit.complaints for visit in visits.made] == [[], [], []]
