"""What is known of a document: title, publisher, authors and address, with made-up documents."""

import pytest

from sources.reading.document import Basis, CleanText, Section, SectionKind
from sources.reading.metadata import NOTES, Metadata, describe
from sources.reading.part import Declared, Part

BODY_ZH = (
    "这家公司周三在杭州开了一场发布会,参加的人不多。会上展示的模型还没有名字,也没有价格。\n\n"
    "第二段只讲天气。"
)
BODY_EN = (
    "The company held an event in the harbour district, and few people came to it.\n\n"
    "The model that was shown has neither a name nor a price."
)


def described(text: str, *declared: Declared, language: str = "", name: str = "a.txt") -> Metadata:
    clean = CleanText.unchanged(text)
    part = Part(name, b"", "plain", "utf-8", text, clean, declared)
    return describe(part, clean, language or ("en" if text.isascii() else "zh-Hans"))


def said(field: str, value: str, origin: str = "og") -> Declared:
    return Declared(field, value, origin)


TITLES = [
    (f"杭州的发布会没有名字\n\n{BODY_ZH}", "杭州的发布会没有名字"),
    (f"某某科技网\n杭州的发布会没有名字\n2025-03-02\n{BODY_ZH}", "杭州的发布会没有名字"),
    (f"某某网2025-03-02\n杭州的发布会没有名字\n\n{BODY_ZH}", "杭州的发布会没有名字"),
    (f"杭州的发布会没有名字 - 彭博社\n{BODY_ZH}", "杭州的发布会没有名字"),
    (f"杭州的发布会没有名字_新浪科技_新浪网\n{BODY_ZH}", "杭州的发布会没有名字"),
    (f"杭州的发布会没有名字|快讯|海边晚报\n{BODY_ZH}", "杭州的发布会没有名字"),
    (f"杭州的發(fā)布會沒有名字\n\n{BODY_ZH}", "杭州的發布會沒有名字"),
    (f"杭州的发布会没有名字 杭州的发布会没有名字\n\n{BODY_ZH}", "杭州的发布会没有名字"),
    (f"标题:杭州的发布会没有名字\n来源:某某网\n\n{BODY_ZH}", "杭州的发布会没有名字"),
    (f"谁也没来?杭州发布会冷场\n作者:李小山\n{BODY_ZH}", "谁也没来?杭州发布会冷场"),
    (f"A model without a name | Reuters\n\n{BODY_EN}", "A model without a name"),
    (f"A model without a name - The Harbor Times\n\n{BODY_EN}", "A model without a name"),
    (f"Meta - the long way home\n\n{BODY_EN}", "Meta - the long way home"),
    (f"THE HARBOR LEDGER\n\nA model without a name\n\n{BODY_EN}", "A model without a name"),
    (f"FOR IMMEDIATE RELEASE\n\nA model without a name\n\n{BODY_EN}", "A model without a name"),
    (f"杭州发布会没有什么名字 2025-07-28 来源:某某网\n{BODY_ZH}", "杭州发布会没有什么名字"),
    (f"Harbor Business Wire\n\nA model without a name\n\n{BODY_EN}", "A model without a name"),
    (f"Aug 20, 2025\nA model without a name\n\n{BODY_EN}", "A model without a name"),
    (f"杭州，没有名字【速览|2026.04.26】\n\n{BODY_ZH}", "杭州，没有名字【速览|2026.04.26】"),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_it_finds_the_printed_title(text: str, title: str) -> None:
    found = described(text).title
    assert (found.value, found.basis) == (title, Basis.PRINTED)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (BODY_ZH, "这家公司周三在杭州开了一场发布会,参加的人不多"),
        (f"某某网2025-03-02\n{BODY_ZH}", "这家公司周三在杭州开了一场发布会,参加的人不多"),
        (f"#杭州发布会##没有名字的模型# 今天的发布会:{BODY_ZH}", "杭州发布会 / 没有名字的模型"),
        (f"海边网讯(记者 李明){BODY_ZH}", "这家公司周三在杭州开了一场发布会,参加的人不多"),
        (f"海边社7月28日电 {BODY_ZH}", "这家公司周三在杭州开了一场发布会,参加的人不多"),
        (BODY_EN, "The company held an event in the harbour district"),
    ],
)
def test_without_a_printed_title_one_is_made_and_said_to_be(text: str, title: str) -> None:
    found = described(text).title
    assert (found.value, found.basis) == (title, Basis.INFERRED)


def test_the_name_of_the_paper_above_its_day_is_no_title() -> None:
    text = f"THE HARBOR TIMES\nThursday, May 1, 2025\n\nA model for pictures\n\n{BODY_EN}"
    assert described(text).title.value == "A model for pictures"


def test_the_site_search_above_the_text_is_no_title_and_hides_no_day() -> None:
    text = f"港口公司发布新模型\n\n# 热门搜索 #\n8张图 2025-05-01 10:20\n\n{BODY_ZH}"
    found = described(text)
    assert found.title.value == "港口公司发布新模型"
    assert str(found.published.value) == "2025-05-01"


@pytest.mark.parametrize("line", ["Technology", "Ines Calder", "创始人"])
def test_a_section_or_a_person_above_the_day_is_no_publisher(line: str) -> None:
    text = f"A model for pictures\n\n{line}\nMay 1, 2025\n\n{BODY_EN}"
    assert described(text).publisher.value == ""


def test_the_cut_off_beginning_of_a_post_is_no_title() -> None:
    text = "这家公司周三在杭州开了一场发布会,参加的人不多。会上展示的模型还没...\n" + BODY_ZH
    clean = CleanText(
        text, CleanText.unchanged(text).runs, (Section(SectionKind.TITLE, 0, text.index("\n")),)
    )
    found = describe(Part("a", b"", "weibo", "utf-8", text, clean), clean, "zh-Hans")
    assert found.title.basis is Basis.INFERRED
    assert [note.code for note in found.notes] == ["title_truncated"]


def test_a_declared_title_that_is_not_printed_is_metadata() -> None:
    found = described(BODY_EN, said("title", "A model without a name - Harbor Wire", "og:title"))
    assert (found.title.value, found.title.basis) == ("A model without a name", Basis.METADATA)


def test_a_heading_that_is_the_name_of_the_site_is_no_title() -> None:
    declared = (said("site_name", "Liffey Post"), said("title", "A model without a name"))
    found = described(f"Liffey Post\n\nA model without a name\n\n{BODY_EN}", *declared)
    assert found.title.value == "A model without a name"


PUBLISHERS = [
    (f"杭州的发布会没有名字\n【海邊報專訊】{BODY_ZH}", "海邊報"),
    (f"某某网2025-03-02\n{BODY_ZH}", "某某网"),
    (f"题目在这里\n2025-03-02 12:47 来源:海边晚报 作者:周野\n{BODY_ZH}", "海边晚报"),
    (f"题目在这里\n来源：《海边晚报》\n{BODY_ZH}", "海边晚报"),
    (f"题目在这里\n海边商报 2025年2月14日 星期五 第3版\n{BODY_ZH}", "海边商报"),
    (f"题目在这里\n原创 阿栗 模型茶馆 2025年03月17日 12:06 北京\n{BODY_ZH}", "模型茶馆"),
    (f"题目在这里\n新华社北京1月2日电 {BODY_ZH}", "新华社"),
    (f"题目在这里\n海边日报北京2月25日讯 {BODY_ZH}", "海边日报"),
    (f"题目在这里\n{BODY_ZH}\n2025-07-28 海边观察网", "海边观察网"),
    (f"The Harbor Letter #41\nSunday, 10 August 2025\n\n{BODY_EN}", "The Harbor Letter"),
    (f"题目在这里\n财联社2月25日电,{BODY_ZH}", "财联社"),
    (f"题目在这里\n海边财讯2月25日电,{BODY_ZH}", "海边财讯"),
    (f"题目在这里\n海边网北京2月25日消息 {BODY_ZH}", "海边网"),
    (f"题目在这里\n[Harbor新闻] {BODY_ZH}", "Harbor新闻"),
    (f"题目在这里\n海边观察网 记者 林远 2月25日,{BODY_ZH}", "海边观察网"),
    (f"题目在这里\n2025-02-25 19:20 海边日报／ 编译林远／综合外电\n{BODY_ZH}", "海边日报"),
    (f"题目在这里\nIT之家 3 月 2 日消息,{BODY_ZH}", "IT之家"),
    (f"题目在这里\n【海边晚报讯】{BODY_ZH}", "海边晚报"),
    (f"题目在这里\n（海边社记者林远台北报道）{BODY_ZH}", "海边社"),
    (f"题目在这里\n{BODY_ZH}\n本文来自微信公众号“模型茶馆”(ID:chaguan),作者:阿栗", "模型茶馆"),
    (f"题目在这里\n{BODY_ZH}\nCopyright 2025 海边新闻网 版权所有", "海边新闻网"),
    (f"题目在这里 - 彭博社\n{BODY_ZH}", "彭博社"),
    (f"题目在这里\n海边财经\n2025年07月28日 21:15\n{BODY_ZH}", "海边财经"),
    (f"题目在这里\n2025-07-28  星期一  海边日报  A03版 要闻\n{BODY_ZH}", "海边日报"),
    (f"题目在这里\n海边网讯(记者 李明){BODY_ZH}", "海边网"),
    (f"题目在这里\n海边新闻 林大明\n(中央社记者林大明旧金山28日专电){BODY_ZH}", "海边新闻"),
    (f"题目在这里\n李明 发自 海边\n模型茶馆 | 公众号 TeaHouse\n{BODY_ZH}", "模型茶馆"),
    (f"题目在这里\n(海边日报报道){BODY_ZH}", "海边日报"),
    (f"@模型茶馆 :{BODY_ZH}\n2025-07-28 21:15 来自 微博网页版", "模型茶馆"),
    (
        f"A model\nBy Jane Doe\nThe Harbor Ledger\nMay 1, 2025 at 9:15 PM EDT\n\n{BODY_EN}",
        "The Harbor Ledger",
    ),
    (f"A model\nJane Doe · Harbor Ledger · Jul 28, 2025\n\n{BODY_EN}", "Harbor Ledger"),
    (f"题目在这里\n海边网編譯林小山 2026-02-03 08:10\n{BODY_ZH}", "海边网"),
    (f"题目在这里\n2026-01-30 17:05 海边社／ 北京30日電\n{BODY_ZH}", "海边社"),
    (f"题目在这里\n《海边通讯社14日专讯》{BODY_ZH}", "海边通讯社"),
    (f"A model\n\n(NEWSFEED- The Harbor Times) {BODY_EN}", "The Harbor Times"),
    (f"A model\n\nPARIS, May 1, 2025 /PRNewswire/ -- {BODY_EN}", "PRNewswire"),
    (f"A model\n\nLONDON, May 2 (Reuters) - {BODY_EN}", "Reuters"),
    (f"A model\n\nSAN FRANCISCO, Nov 22, 2024 (Harbor Wire) - {BODY_EN}", "Harbor Wire"),
    (f"A model\nNora Whitfield and Paul Okafor, Harbor Wire\n\n{BODY_EN}", "Harbor Wire"),
    (f"A model for pictures\n\nFacefolk\nMay 1, 2025\n\n{BODY_EN}", "Facefolk"),
    (f"THE HARBOR TIMES\nMay 1, 2025\n\nA model for pictures\n\n{BODY_EN}", "THE HARBOR TIMES"),
    (f"A model\nFrom the Valley Dispatch, Thursday, May 1, 2025\n\n{BODY_EN}", "Valley Dispatch"),
    (f"A model\n\n{BODY_EN}\n\nThis story was first carried by Harbor Wire.", "Harbor Wire"),
    (f"A model\n\n{BODY_EN}\n\n© 2025 Harbor Media. All rights reserved.", "Harbor Media"),
]


def test_whose_picture_it_is_does_not_tell_who_published_the_text() -> None:
    text = f"An App Is Back\nLiffey Tech\nJune 5, 2024\nThe page is down. Source: OpenAI\n{BODY_EN}"
    assert described(text).publisher.value == "Liffey Tech"


def test_an_author_who_is_called_like_an_outlet_is_the_publisher() -> None:
    found = described(f"题目在这里\n文|海边财经\n{BODY_ZH}").publisher
    assert (found.value, found.basis) == ("海边财经", Basis.INFERRED)


@pytest.mark.parametrize(("text", "publisher"), PUBLISHERS)
def test_it_finds_the_printed_publisher(text: str, publisher: str) -> None:
    found = described(text).publisher
    assert (found.value, found.basis) == (publisher, Basis.PRINTED)


@pytest.mark.parametrize(
    "text",
    [
        f"题目在这里\n\n{BODY_ZH}",
        f"题目在这里\n\n据路透社报道,{BODY_ZH}",
        f"题目在这里\n(来源:视觉中国)\n{BODY_ZH}",
        f"题目在这里\n来源:网络\n{BODY_ZH}",
        f"题目在这里\n据新华社1月2日电,{BODY_ZH}",
        f"题目在这里\n2024年11月3日 作者:老庞\n{BODY_ZH}",
        f"A model\n\nReuters reported on Monday that something happened. {BODY_EN}",
        f"A model and a Copyright Lawsuit\n\n{BODY_EN}",
        f"A model\n\nIn May (2024) the firm moved. {BODY_EN}",
    ],
)
def test_who_is_cited_or_not_named_is_not_the_publisher(text: str) -> None:
    assert described(text).publisher.value == ""


def test_the_site_a_page_declares_is_its_publisher() -> None:
    found = described(BODY_EN, said("site_name", "Liffey Tech", "og:site_name")).publisher
    assert (found.value, found.basis) == ("Liffey Tech", Basis.METADATA)


def test_the_site_stands_behind_its_section_in_a_feeds_title() -> None:
    found = described(BODY_ZH, said("site_name", "科技即時 - 海邊新聞網", "channel title"))
    assert found.publisher.value == "海邊新聞網"


@pytest.mark.parametrize("widget", ["聽新聞", "我的頻道", "更多快訊"])
def test_what_a_page_offers_its_readers_is_no_publisher(widget: str) -> None:
    text = f"杭州的發布會沒有名字\n{widget}\n{BODY_ZH}"
    assert described(text, said("site_name", "海邊新聞網")).publisher.value == "海邊新聞網"


def test_a_newsletter_is_published_by_its_sender() -> None:
    sender = said("author", "The Loop <hello@theloop.example>", "From")
    assert described(BODY_EN, sender).publisher.value == "The Loop"


def test_a_newsletter_keeps_the_whole_name_of_its_sender() -> None:
    sender = said("author", "AI 海邊早報 <hello@sea.example>", "From")
    text = f"AI 海邊早報｜2025 年 3 月 2 日\n\n{BODY_ZH}"
    assert described(text, sender).publisher.value == "AI 海邊早報"


def test_a_person_who_sends_a_mail_is_its_author() -> None:
    found = described(BODY_EN, said("author", "Ines Calder <ines@post.example>", "From"))
    assert (found.publisher.value, found.authors.value) == ("", ("Ines Calder",))


def test_a_known_domain_tells_the_publisher_at_last() -> None:
    found = described(BODY_EN, said("url", "https://www.reuters.com/technology/x")).publisher
    assert (found.value, found.basis) == ("Reuters", Basis.INFERRED)


POST = "https://weibo.com/1234567/AbCdEfGhI"


def test_metadata_that_contradicts_the_page_is_noted_and_not_believed() -> None:
    text = (
        f"题目在这里\n**URL**: {POST}\n{BODY_ZH}\n## 元数据\n\n- **来源**: ArXiv\n- **类型**: 论文"
    )
    found = described(text)
    assert (found.publisher.value, found.publisher.basis) == ("weibo.com", Basis.INFERRED)
    assert [note.code for note in found.notes] == [
        "publisher_not_believed",
        "kind_not_believed",
        "platform_only",
    ]


AUTHORS = [
    (f"题目\n作者:李小山\n{BODY_ZH}", ["李小山"]),
    (f"题目\n文 | 李小山 编辑 | 周野\n{BODY_ZH}", ["李小山"]),
    (f"题目\n文/李小山、周野\n{BODY_ZH}", ["李小山", "周野"]),
    (f"题目\n本报记者 陶然 实习生 夏一舟\n{BODY_ZH}", ["陶然", "夏一舟"]),
    (f"题目\n記者高語彤／台北報導\n{BODY_ZH}", ["高語彤"]),
    (f"题目\n編譯／林芷瑄　2025年10月3日\n{BODY_ZH}", ["林芷瑄"]),
    (f"题目\n《海边晚报》1月9日讯(记者 周野)今天{BODY_ZH}", ["周野"]),
    (f"题目\n2025-03-02 海边网\n〔編譯陳成良／綜合報導〕{BODY_ZH}", ["陳成良"]),
    (f"题目\n海边财经记者 李明 2025-07-28\n{BODY_ZH}", ["李明"]),
    (f"题目\n李明 发自 海边\n{BODY_ZH}", ["李明"]),
    (f"题目\n{BODY_ZH}\n(本文首发于海边财经,作者李明,未经授权不得转载)", ["李明"]),
    (f"题目\n{BODY_ZH}\n网友评论\n路人甲 2025-07-29 10:00", []),
    (f"题目\n方法论\n{BODY_ZH}", []),
    (f"A model\nMon 28 Jul 2025 21.15 BST\nJane Doe in Beijing\n\n{BODY_EN}", ["Jane Doe"]),
    (f"A model\nBy Jane Doe, Staff Writer\n\n{BODY_EN}", ["Jane Doe"]),
    (f"A model\n\n{BODY_EN}\n(Reporting by Jane Doe; Editing by John Smith)", ["Jane Doe"]),
    (f"A model\nKey Takeaways\n{BODY_EN}", []),
    (f"题目\n责任编辑:周野\n{BODY_ZH}", []),
    (f"题目\n来源:海边晚报 作者:海边晚报\n{BODY_ZH}", []),
    (f"题目\n记者:您怎么看这件事\n王远:我不看\n{BODY_ZH}", []),
    (
        f"A model\n\nBy Nora Whitfield and Paul Okafor\n\n{BODY_EN}",
        ["Nora Whitfield", "Paul Okafor"],
    ),
    (f"A model\nBy the Sky Desk, 9 December 2025\n\n{BODY_EN}", ["Sky Desk"]),
    (f"A model\nNora Whitfield, Paul Okafor\n{BODY_EN}", ["Nora Whitfield", "Paul Okafor"]),
    (f"A model\nWritten by: Nora O'Neil\n{BODY_EN}", ["Nora O'Neil"]),
    (f"A model\n\nBy next week it will be gone\n{BODY_EN}", []),
    (f"Meta and Google Cloud\n\n{BODY_EN}", []),
    (
        f"A model\n\n{BODY_EN}\nA halt first reported by The Harbor with knowledge of it.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "authors"), AUTHORS)
def test_it_finds_the_authors(text: str, authors: list[str]) -> None:
    assert list(described(text).authors.value) == authors


def test_declared_authors_count_where_none_is_printed() -> None:
    found = described(BODY_EN, said("author", "Clara Auger", "meta author")).authors
    assert (found.value, found.basis) == (("Clara Auger",), Basis.METADATA)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("据英国《金融时报》报道,事情已经发生。", ["金融时报"]),
        ("路透社今年2月曾报道,事情快要发生。", ["路透社"]),
        ("據彭博社記者古爾曼披露,事情不會發生。", ["彭博社"]),
        ("《海边日报》9月10日报道,事情已经发生。", ["海边日报"]),
        ("发言人向TechCrunch表示,事情没有发生。", ["TechCrunch"]),
        ("消息出自The Information。路透社也报道了。", ["The Information", "路透社"]),
        ("据知情人士透露,事情可能发生。据了解,没有人报道。", []),
        ("据《人工智能指数报告》披露,数据很多。", []),
        ("according to a report by Harbor Wire, nothing happened.", ["Harbor Wire"]),
        ("Nothing happened, The Information reported on Saturday.", ["The Information"]),
        ("The deal was first reported by the Financial Times.", ["Financial Times"]),
        ("Sales doubled within a year, per Bloomberg.", ["Bloomberg"]),
        ("It is in documents seen by Harbor Wire.\nVia Reuters.", ["Harbor Wire", "Reuters"]),
        ("OpenAI reported revenue of $4 billion and told developers so.", []),
    ],
)
def test_it_tells_whom_a_text_relies_on(text: str, names: list[str]) -> None:
    assert list(described(text, language="zh-Hans").relies_on) == names


def test_a_publisher_does_not_rely_on_itself() -> None:
    text = f"A model\n\nLONDON, May 2 (Reuters) - A person told Reuters so. {BODY_EN}"
    assert described(text).relies_on == ()


def test_every_note_it_makes_has_words() -> None:
    assert all("%(detail)s" in str(words) for code, words in NOTES.items() if code != "no_title")
