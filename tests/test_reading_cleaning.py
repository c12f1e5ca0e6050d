"""What cleaning takes out of a text, what it keeps, and what it tells."""

import pytest

from sources.reading.cleaning import clean
from sources.reading.document import CleanText, Note, SectionKind
from sources.reading.formats import parts
from sources.reading.notes import TEMPLATES, describe

BODY = "示例公司周二发布了新的推理模型，称它在数学测试中超越了上一代产品，并将于下月向开发者开放。"
ENGLISH = "The example company said on Tuesday that its model would be sold to developers first."


def cleaned(text: str, name: str = "a.txt") -> tuple[CleanText, tuple[Note, ...]]:
    [part] = parts(text.encode(), name)
    return clean(part)


def text_of(text: str, name: str = "a.txt") -> str:
    return cleaned(text, name)[0].text


def codes(text: str) -> list[str]:
    return [note.code for note in cleaned(text)[1]]


def sections(text: str, name: str = "a.txt") -> list[tuple[str, str]]:
    clean_text, _notes = cleaned(text, name)
    return [(str(s.kind), clean_text.text[s.start : s.end].strip()) for s in clean_text.sections]


# Characters


def test_unseen_characters_go_and_hard_spaces_become_plain() -> None:
    assert text_of("\ufeffA\u200bB\u00adC\u00a0D\r\nE\rF\u2028G") == "ABC D\nE\nF\nG"


def test_characters_that_cannot_be_stored_go_and_are_noted() -> None:
    clean_text, notes = cleaned("A\0B\x07C and enough words around them to be a text")
    assert clean_text.text.startswith("ABC")
    assert notes == (Note("unstorable_removed", "2"),)


def test_joined_pictographs_stay_joined() -> None:
    assert text_of("A 👩\u200d💻 B") == "A 👩\u200d💻 B"


def test_at_most_one_blank_line_stands_between_paragraphs() -> None:
    assert text_of("\n\n　　一段　\n \n\n\n二段  \n三段\n\n") == "一段\n\n二段\n三段"


def test_marks_spaces_and_scripts_inside_lines_stay_as_printed() -> None:
    text = "在 1 月 24 日,Meta説：“開源”(open source)——「後」与后，５０％。"
    assert text_of(text) == text


# Pinyin


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("開源戰(zhàn)略發(fā)布", "開源戰略發布"),
        ("執（zhí）行官於重慶(chóng qìng)說", "執行官於重慶說"),
        ("業(ㄧㄝˋ)界", "業界"),
        ("戰(zhan4)略", "戰略"),
    ],
)
def test_readings_behind_characters_go(text: str, expected: str) -> None:
    assert text_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "前沿實驗室(Frontier Lab)與通用人工智能(AGI)",
        "阿里·高尔迪(Ali Ghodsi)说",
        "咖啡(café)与示例(an)",
        "模型(beta)上线,(zhàn)",
    ],
)
def test_other_words_in_brackets_stay(text: str) -> None:
    assert text_of(text) == text


def test_readings_without_tone_marks_go_where_there_are_several() -> None:
    assert text_of("開戰(zhan)與發(fa)布及業(ye)界") == "開戰與發布及業界"


def test_words_around_a_reading_are_found_in_the_raw_text() -> None:
    raw = "公司發(fā)布了模型"
    clean_text, _notes = cleaned(raw)
    start = clean_text.text.index("發布")
    span = clean_text.raw_span(start, start + 2)
    assert span
    assert raw[slice(*span)] == "發(fā)布"


# Damaged characters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“將繼續開放模型?!边@一表態", "“將繼續開放模型。”這一表態"),
        ("“真的嗎?俊边@是問題", "“真的嗎？”這是問題"),
        ("“我們不會開源?!?/p>", "“我們不會開源。”"),
        ("It doesnâ€™t cost â‚¬5, Ã la carte cafÃ©", "It doesn’t cost €5, Ã la carte café"),
    ],
)
def test_damage_that_turns_back_for_certain_is_repaired(text: str, expected: str) -> None:
    clean_text, notes = cleaned(text)
    assert clean_text.text == expected
    assert [note.code for note in notes] == ["mojibake_repaired"]


def test_damage_that_does_not_turn_back_is_kept_and_noted() -> None:
    clean_text, notes = cleaned("公司表示锟斤拷将继续，但没有说明?/p>")
    assert clean_text.text == "公司表示锟斤拷将继续，但没有说明?"
    assert [note.code for note in notes] == ["mojibake_kept"]


@pytest.mark.parametrize(
    "text", ["真的吗?!他问道@某人", "What?! He said so@once", "PÂTÉ et naïveté"]
)
def test_what_only_looks_damaged_stays(text: str) -> None:
    assert cleaned(text) == (CleanText.unchanged(text), ())


def test_references_and_tags_that_were_left_over_go() -> None:
    assert text_of("A &amp; B&nbsp;C &ldquo;D&rdquo;, AT&T; R&D") == "A & B C “D”, AT&T; R&D"
    page = "<div>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</div>"
    assert text_of(page) == "One.\nTwo."


def test_a_tag_an_author_writes_about_stays() -> None:
    text = "The <div> element and List<String> are older than <br> they say."
    assert "List<String>" in text_of(text)


# Pictures and links


def test_placeholders_of_pictures_go_and_other_brackets_stay() -> None:
    text = "排名靠后是正常的。【图1】另见[图片]和【深度】及[1]、（图2）、[doge]"
    assert text_of(text) == "排名靠后是正常的。另见和【深度】及[1]、（图2）、[doge]"


def test_a_photo_credit_glued_to_the_text_goes() -> None:
    clean_text, notes = cleaned(f"攝影師:Ann Example/Bloomberg{BODY}")
    assert clean_text.text == BODY
    assert [note.code for note in notes] == ["photo_credit_removed"]


def test_a_photographer_who_is_told_about_stays() -> None:
    text = f"{BODY}\n\n摄影师：王小明说，他拍下了发布会的全过程。"
    assert text_of(text) == text


def test_redirects_give_way_to_their_target_and_percent_signs_to_characters() -> None:
    text = "见 https://go.example/?u=https%3A%2F%2Fa.example%2Fb 与 https://b.example/%E5%BC%80%E6%BA%90"
    assert text_of(text) == "见 https://a.example/b 与 https://b.example/开源"


def test_an_address_that_decodes_to_nothing_sensible_stays() -> None:
    text = "见 https://a.example/%FF%FE?x=%00 为证"
    assert text_of(text) == text


# Titles


def test_a_repeated_title_is_kept_once() -> None:
    text = f"示例公司考虑转向\n\n示例公司考虑转向\n\n{BODY}\n\n2025-07-15\n示例公司考虑转向"
    clean_text, notes = cleaned(text)
    assert clean_text.text == f"示例公司考虑转向\n\n{BODY}\n\n2025-07-15"
    assert [note.code for note in notes] == ["title_repeated", "title_repeated"]


def test_a_teaser_that_begins_the_text_again_goes() -> None:
    text = f"示例公司考虑转向\n\n{BODY}\n\n示例公司考虑转向 {BODY[:24]}..."
    assert text_of(text) == f"示例公司考虑转向\n\n{BODY}"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"一个标题\n\n{BODY}", "一个标题"),
        (f"示例网2025-03-02\n一个标题\n{BODY}", "一个标题"),
        (
            f"A headline without a full stop\n\nBy Ann\n\n{ENGLISH}",
            "A headline without a full stop",
        ),
    ],
)
def test_the_title_line_is_told_apart(text: str, title: str) -> None:
    assert ("title", title) in sections(text)


@pytest.mark.parametrize(
    "text", [f"{BODY}\n{BODY}", f"示例网2025-03-02\n{BODY}", "一句话", ENGLISH]
)
def test_prose_and_mastheads_are_no_titles(text: str) -> None:
    assert {kind for kind, _words in sections(text)} == {"body"}


# Boilerplate


CLOSING = [
    ("免责声明：本网站内容仅供参考。", "disclaimer_removed"),
    (
        "(免責聲明:本網站內容來自投稿。\n任何單位認為涉嫌侵犯其權利,應及時通知。 )",
        "disclaimer_removed",
    ),
    ("本文仅代表作者个人观点，不构成投资建议。", "disclaimer_removed"),
    ("未经授权，不得转载。", "disclaimer_removed"),
    ("© 2025 Example Media. All rights reserved.", "copyright_removed"),
    ("长按识别二维码关注我们", "sharing_removed"),
    ("長按掃碼 閱讀全文", "sharing_removed"),
    ("Subscribe to our newsletter for more stories like this", "sharing_removed"),
    ("Follow us on X and Facebook", "sharing_removed"),
    ("赞助商", "advertisement_removed"),
    ("Today’s issue is sponsored by Acme — try it now!", "advertisement_removed"),
    ("We use cookies to improve your experience.", "navigation_removed"),
    ("The post A title appeared first on Example Daily.", "navigation_removed"),
    ("Unsubscribe: https://a.example/u", "navigation_removed"),
    ("—— END ——", "navigation_removed"),
    ("相关推荐", "related_removed"),
    ("延伸閱讀：\n別家公司的另一則新聞\n又一則新聞標題", "related_removed"),
    ("延伸閱讀\n別家公司的新聞 問題出在哪？\n又一則新聞標題", "related_removed"),
    (
        "相关内容\n某公司送出大礼... 某公司今日送出大礼，用户称好。这是该公司今年...",
        "related_removed",
    ),
    ("Related articles\nAnother story about a company\nAnd one more", "related_removed"),
    ("相关阅读：另一家公司的新闻", "related_removed"),
]


@pytest.mark.parametrize(("closing", "code"), CLOSING)
def test_closing_matter_goes_with_a_note(closing: str, code: str) -> None:
    text = f"一个标题\n\n{BODY}\n\n{BODY[::-1]}\n\n{closing}"
    clean_text, notes = cleaned(text)
    assert clean_text.text == f"一个标题\n\n{BODY}\n\n{BODY[::-1]}"
    assert {note.code for note in notes} == {code}


@pytest.mark.parametrize(
    "line",
    [
        "用户扫码后即可付款，公司称该功能已覆盖全国。",
        "公司的免责声明引发争议，律师认为它并不成立。",
        "相关推荐算法由示例公司开发，已经开源。",
        "延伸：分析師估計，到2030年支出將達3兆美元。",
        "Advertisement revenue rose 4% in the quarter, the company said.",
        "Subscribe, the start-up's new product, costs $5 a month.",
        "Copyright law is unclear about training data, said the judge.",
        "责任编辑：李四",
        "来源：示例网",
        "(文中R1、R2均指示例公司的模型。)",
        "2025-07-15",
    ],
)
def test_what_an_author_wrote_stays(line: str) -> None:
    text = f"一个标题\n\n{BODY}\n\n{line}"
    assert text_of(text) == text


def test_boilerplate_words_within_the_body_stay() -> None:
    text = "\n\n".join(["一个标题", "版权所有者起诉示例公司，称其未经许可复制。", *[BODY] * 20])
    assert text_of(text) == text


def test_an_advertisement_between_paragraphs_goes() -> None:
    assert text_of(f"{BODY}\n\n我是廣告 請繼續往下閱讀\n\n{BODY}") == f"{BODY}\n\n{BODY}"


def test_only_the_sentence_that_disclaims_goes() -> None:
    text = f"一个标题\n\n{BODY}{BODY}（题图来自示例图库。扫码关注“示例”。）"
    assert text_of(text) == f"一个标题\n\n{BODY}{BODY}"


# Sections


def test_machine_summaries_and_metadata_are_sections_of_their_own() -> None:
    added = "## AI 摘要\n\n摘要。\n\n## 元数据\n\n- **来源**: X\n"
    text = f"# 标题\n\n**URL**: https://a.example/1\n\n{BODY}\n\n{added}"
    assert sections(text, "a.md") == [
        ("title", "标题"),
        ("body", ""),
        ("metadata", "URL: https://a.example/1"),
        ("body", BODY),
        ("machine_summary", "AI 摘要\n\n摘要。"),
        ("metadata", "元数据\n\n来源: X"),
    ]


@pytest.mark.parametrize(
    "summary",
    [
        "AI总结：公司发布了模型。",
        "【AI摘要】公司发布了模型。",
        "AI-generated summary: a company released a model.",
        "TL;DR (by AI): a company released a model.",
        "本摘要由AI生成：公司发布了模型。",
        "智能摘要\n公司发布了模型。",
    ],
)
def test_a_labelled_machine_summary_is_told_apart(summary: str) -> None:
    found = sections(f"一个标题\n\n{summary}\n\n{BODY}")
    assert ("machine_summary", summary) in found
    assert found[-1] == ("body", BODY)


@pytest.mark.parametrize("line", ["AI总结能力是其卖点。", "The AI summary feature ships in May."])
def test_a_sentence_about_machine_summaries_is_body(line: str) -> None:
    assert {kind for kind, _words in sections(f"{BODY}\n\n{line}")} == {"body"}


def test_sections_stand_side_by_side_over_the_whole_text() -> None:
    clean_text, _notes = cleaned(f"一个标题\n\n{BODY}\n\nAI摘要：一句。\n\n{BODY}")
    ends = [0, *(section.end for section in clean_text.sections)]
    assert [section.start for section in clean_text.sections] == ends[:-1]
    assert ends[-1] == len(clean_text.text)
    assert clean_text.section_at(len(clean_text.text) - 1) == SectionKind.BODY


# Notes


def test_censored_words_stay_and_are_noted() -> None:
    text = f"示例大学校董会**、院士王某指出。{BODY}"
    assert text_of(text) == text
    assert codes(text) == ["censored_words"]


def test_every_note_says_what_it_is_about() -> None:
    for code in TEMPLATES:
        assert describe(Note(code, "100 % of it")) not in ("", code)


def test_many_cuts_of_a_kind_are_counted() -> None:
    text = BODY + "\n\n" + "\n\n".join(["广告", BODY] * 40)
    notes = [note for note in cleaned(text)[1] if note.code == "advertisement_removed"]
    assert (len(notes), notes[-1].detail) == (13, "+ 28")
