"""What format a file is in, and its text out of the markup with what it declares."""

import io
import zipfile
from typing import Any

import docx
import pytest

from sources.reading.document import ReadingError, SectionKind
from sources.reading.formats import parts
from sources.reading.part import Part

PARAGRAPH = (
    "The example company said on Tuesday that its new model would be sold to developers first, "
    "and that a smaller version would follow later in the spring."
)


def part(text: str | bytes, name: str = "a.txt") -> Part:
    [found] = parts(text if isinstance(text, bytes) else text.encode(), name)
    return found


def title(found: Part) -> str:
    section = next(s for s in found.text.sections if s.kind == SectionKind.TITLE)
    return found.text.text[section.start : section.end]


def raw_of(found: Part, words: str) -> str:
    start = found.text.text.index(words)
    span = found.text.raw_span(start, start + len(words))
    assert span
    return found.raw[slice(*span)]


def hints(found: Part, field: str) -> list[str]:
    return [hint.value for hint in found.said(field)]


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html lang=en><head>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Just words.\nAnd more.", "a.md.txt", "plain"),
        ("# A heading\n\nwords", "a.txt", "markdown"),
        ("words", "a.md", "markdown"),
        ("<p>words</p>", "a.txt", "html"),
        (page("<p>words</p>"), "a.txt", "html"),
        ("words<br>https://weibo.com/1/2", "a.txt", "weibo"),
        ("<rss><channel><item><title>a</title></item></channel></rss>", "a.txt", "feed"),
        ("From: a@b.example\nSubject: x\nDate: today\n\nwords", "a.txt", "mail"),
        ("a < b and c > d, Vec<String> too", "a.txt", "plain"),
    ],
)
def test_content_decides_the_format(text: str, name: str, expected: str) -> None:
    assert part(text, name).format == expected


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"\0\0\0\0", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "picture"),
        (b"\x1f\x8b\x08" + bytes(50), "archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(50), "old Office"),
        (b"{\\rtf1 hello}", "RTF"),
        (bytes(range(1, 32)) * 40, "not text"),
        (b"%PDF-1.7 broken", "PDF"),
        (b"<div>" * 40_000, "nested"),
        (b"<rss><channel></channel></rss>", "no items"),
        (b"<rss>" + b"<item></item>" * 501 + b"</rss>", "501"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(content: bytes, words: str) -> None:
    with pytest.raises(ReadingError, match=words):
        parts(content, "a.bin")


def test_an_archive_that_is_no_word_document_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "words")
    with pytest.raises(ReadingError, match="Unpack"):
        parts(packed.getvalue(), "a.docx")


def test_a_word_document_that_swells_is_refused_unopened() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(51_000_000))
    with pytest.raises(ReadingError, match="unpacked"):
        parts(packed.getvalue(), "a.docx")


def test_a_word_document_gives_headings_paragraphs_and_tables() -> None:
    document = docx.Document()
    document.add_heading("A title", 0)
    document.add_paragraph("A paragraph.")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "model", "70B"
    found = part(_saved(document), "a.docx")
    assert found.text.text == "A title\n\nA paragraph.\n\nmodel  70B"
    assert title(found) == "A title"


def _saved(document: Any) -> bytes:
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def test_a_cell_that_spans_columns_is_read_once_however_many() -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "wide"
    cell._tc.grid_span = 2_000_000_000
    assert part(_saved(document), "a.docx").text.text == "wide"


def test_a_word_document_of_endless_paragraphs_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sources.reading.formats.word.MOST_TAGS", 50)
    document = docx.Document()
    for _ in range(50):
        document.add_paragraph()
    with pytest.raises(ReadingError, match="at most 50"):
        part(_saved(document), "a.docx")


# Web pages


def test_a_page_gives_its_main_text_without_what_is_around_it() -> None:
    body = (
        f"<nav><a>Home</a><a>Log in</a></nav><article><h1>A headline</h1><p>By Ann Example</p>"
        f"<p>{PARAGRAPH}</p><p>{PARAGRAPH[:100]}</p></article>"
        f"<aside><a>Another story</a></aside><footer>Imprint</footer>"
    )
    found = part(page(body))
    expected = ["A headline", "By Ann Example", PARAGRAPH, PARAGRAPH[:100]]
    assert found.text.text.split("\n\n") == expected
    assert title(found) == "A headline"


def test_sentences_of_a_list_between_paragraphs_belong_to_the_text() -> None:
    item = "<li>On April {}, a start-up in the harbour said it had raised money again.</li>"
    para = f"<p>{'The week was long and many rounds were told of in the city. ' * 3}</p>"
    listed = f"<p><strong>Rounds:</strong></p><ul>{item.format(2)}{item.format(3)}</ul>"
    assert "On April 3" in part(page(f"<h1>Rounds</h1>{para}{listed}{para}")).text.text


def test_words_of_a_page_are_found_again_in_its_raw_text() -> None:
    found = part(page(f"<p>{PARAGRAPH}</p><p>Fish &amp; <b>chips</b>\n  cost &euro;5.</p>"))
    assert "Fish & chips cost €5." in found.text.text
    assert raw_of(found, "& chips cost") == "&amp; <b>chips</b>\n  cost"


def test_a_page_without_a_clear_main_text_keeps_its_paragraphs() -> None:
    found = part(page("<nav>Home</nav><p>Short.</p><ul><li>one<li>two</ul>"))
    assert found.text.text == "Short.\n\none\ntwo"
    assert "main_text_uncertain" in {note.code for note in found.notes}


def test_scripts_styles_comments_and_ruby_readings_are_not_text() -> None:
    body = "<p>a<script>x < 1</script>b<style>p{}</style><!-- c --><ruby>戰<rt>zhàn</rt></ruby></p>"
    assert part(page(body)).text.text == "ab戰"


def test_a_page_tells_what_it_declares_in_order_of_trust() -> None:
    data = '{"@graph":[{"@type":"NewsArticle","headline":"H","author":[{"name":"Ann"}]}]}'
    head = (
        '<title>H - Site</title><meta property="og:title" content="H &amp; more">'
        '<meta name=author content=Bob><link rel=canonical href="https://a.example/1">'
        f'<script type="application/ld+json">{data}</script>'
    )
    found = part(page("<p>x</p><time datetime=2025-03-04>today</time>", head))
    assert hints(found, "title") == ["H", "H & more", "H - Site"]
    assert hints(found, "author") == ["Ann", "Bob"]
    assert hints(found, "url") == ["https://a.example/1"]
    assert hints(found, "published") == ["2025-03-04"]
    assert hints(found, "language") == ["en"]


def test_articles_that_a_list_names_declare_nothing() -> None:
    data = '{"@type":"ItemList","itemListElement":[{"@type":"Article","headline":"Other"}]}'
    found = part(page("<p>x</p>", f'<script type="application/ld+json">{data}</script>'))
    assert found.declared == part(page("<p>x</p>")).declared


@pytest.mark.parametrize("data", ["{", "[" * 5000, '"\\ud800"', '{"@type":"Article","url":[[1]]}'])
def test_broken_linked_data_is_passed_over(data: str) -> None:
    found = part(page("<p>x</p>", f'<script type="application/ld+json">{data}</script>'))
    assert found.text.text == "x"


def test_times_of_readers_comments_are_not_those_of_the_page() -> None:
    body = "<p>x</p><div class=comments><time datetime=2025-03-09>later</time></div>"
    assert hints(part(page(body)), "published") == []


def test_a_page_saved_by_a_browser_tells_where_from() -> None:
    saved = "<!-- saved from url=(0021)https://a.example/1/2 -->\n" + page("<p>x</p>")
    assert hints(part(saved), "url") == ["https://a.example/1/2"]


def test_a_page_saved_as_a_message_is_read_as_a_page() -> None:
    headers = "Snapshot-Content-Location: https://a.example/1\nContent-Type: text/html"
    found = part(mail(headers, page(f"<nav>Home</nav><h1>T</h1><p>{PARAGRAPH}</p>")), "a.mht")
    assert found.text.text == f"T\n\n{PARAGRAPH}"
    assert hints(found, "url") == ["https://a.example/1"]
    assert hints(found, "author") == []


def test_a_wechat_page_names_its_account_and_day() -> None:
    body = (
        '<h1 id="activity-name">标题</h1><a id="js_name">示例号</a>'
        '<em id="publish_time">2025年3月4日</em>'
    )
    found = part(page(body))
    assert hints(found, "site_name") == ["示例号"]
    assert hints(found, "published") == ["2025年3月4日"]


# Markdown and dumps


def test_markdown_loses_its_marks_and_nothing_else() -> None:
    text = (
        "## A heading ##\n\nA **bold** word, *another*, `code` and a [link](https://a.example/(b)).\n"
        "- one\n* two\n\n> quoted\n\n| a | b |\n|---|---|\n| c | d |\n\n1. first\n"
    )
    expected = (
        "A heading\n\nA bold word, another, code and a link.\none\ntwo\n\nquoted\n\n"
        "a  b\nc  d\n\n1. first\n"
    )
    assert part(text, "a.md").text.text == expected


@pytest.mark.parametrize(
    "text",
    [
        "某公司董事会**，另一名高管表示",
        "主席**昨日表示，公司**不予置评",
        "f*** that, he said, and d*** it",
        "snake_case_name and 2 * 3 * 4",
        "#话题一##话题二#正文",
    ],
)
def test_asterisks_that_censor_and_other_look_alikes_stay(text: str) -> None:
    assert part(text, "a.md").text.text == text


def test_alternative_words_of_a_picture_stay_and_mere_names_go() -> None:
    text = "![A chart of scores](https://a.example/1.png)![image](2.png)![IMG_01.jpg](3.jpg)"
    assert part(text, "a.md").text.text == "A chart of scores"


def test_marks_within_fenced_code_are_code() -> None:
    assert part("```\n# not **a** heading\n```\n", "a.md").text.text == "# not **a** heading\n"


def test_front_matter_becomes_hints_and_its_title_the_first_line() -> None:
    text = "---\ntitle: A title\nauthor: [Ann, Bob]\ndate: 2025-03-04\ndraft: false\n---\nBody.\n"
    found = part(text, "a.md")
    assert found.text.text == "A title\n\nBody.\n"
    assert title(found) == raw_of(found, "A title") == "A title"
    assert hints(found, "author") == ["Ann", "Bob"]
    assert hints(found, "published") == ["2025-03-04"]


@pytest.mark.parametrize(
    "block", ["a: &x [1]\nb: *x", "title: T\nb: " + "[" * 50, "title: T\n  bad: : :\n- x", "x: *y"]
)
def test_front_matter_that_is_a_trap_is_noted_and_not_followed(block: str) -> None:
    found = part(f"---\n{block}\n---\nBody.\n", "a.md")
    assert found.text.text.endswith("Body.\n")
    assert [note.code for note in found.notes] == ["front_matter_unreadable"]


def test_html_within_lines_is_taken_out_and_its_breaks_kept() -> None:
    link = '<a href="https://weibo.com/1"><span>#topic#</span></a>'
    text = f"# T\n\n{link}<br><br>One &amp; two<img src=x>"
    found = part(text, "a.md")
    assert (found.format, found.text.text) == ("weibo", "T\n\n#topic#\n\nOne & two")
    assert raw_of(found, "One & two") == "One &amp; two"


# Feeds


FEED = """<?xml version="1.0"?><rss xmlns:content="x"><channel><title>Example Wire</title>
<item><title>A &amp; B</title><link>https://a.example/1</link>
<description>&lt;p&gt;One &amp;amp; two.&lt;/p&gt;&lt;p&gt;Three.&lt;/p&gt;</description></item>
<item><title><![CDATA[C <i>D</i>]]></title><pubDate>Mon, 03 Mar 2025 10:00:00 GMT</pubDate>
<description>short</description>
<content:encoded><![CDATA[<p>Long &euro; text.</p><p>More of it.</p>]]></content:encoded></item>
</channel></rss>"""


def test_each_item_of_a_feed_is_a_document_with_its_own_bytes() -> None:
    first, second = parts(FEED.encode(), "feed.xml")
    assert (first.name, second.name) == ("feed.xml#1", "feed.xml#2")
    assert first.content.startswith(b"<item><title>A")
    assert first.content.endswith(b"</item>")
    assert first.content + second.content in FEED.replace("</item>\n", "</item>").encode()


def test_items_lose_their_escapes_and_markup() -> None:
    first, second = parts(FEED.encode(), "feed.xml")
    assert first.text.text == "A & B\n\nOne & two.\n\nThree."
    assert second.text.text == "C D\n\nLong € text.\n\nMore of it."
    assert (title(first), title(second)) == ("A & B", "C D")
    assert raw_of(first, "One & two") == "One &amp;amp; two"


def test_items_declare_their_own_facts_and_the_feeds_name() -> None:
    first, second = parts(FEED.encode(), "feed.xml")
    assert hints(first, "url") == ["https://a.example/1"]
    assert hints(second, "published") == ["Mon, 03 Mar 2025 10:00:00 GMT"]
    assert hints(second, "site_name") == ["Example Wire"]


def test_the_bytes_of_one_item_read_the_same_again() -> None:
    for item in parts(FEED.encode("gb18030", "xmlcharrefreplace"), "feed.xml"):
        assert part(item.content).text.text == item.text.text


def test_an_atom_entry_with_xhtml_is_read() -> None:
    text = (
        '<feed><title>F</title><entry><title type="html">A &amp;amp; B</title>'
        '<link rel="self" href="https://x.example/"/><link href="https://a.example/1"/>'
        '<content type="xhtml"><div><p>One.</p><p>Two.</p></div></content></entry></feed>'
    )
    found = part(text)
    assert found.text.text == "A & B\n\nOne.\n\nTwo."
    assert hints(found, "url") == ["https://a.example/1"]


# E-mail


def mail(headers: str, body: str) -> str:
    return f"From: Ann <a@b.example>\nTo: c@d.example\nMIME-Version: 1.0\n{headers}\n\n{body}"


def test_a_mail_gives_its_subject_and_text() -> None:
    headers = (
        "Subject: Fwd: =?utf-8?Q?Caf=C3=A9?=\nDate: Tue, 4 Mar 2025 09:00:00 +0800\n"
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable"
    )
    found = part(mail(headers, "A word that is bro=\nken, and =E2=80=9Cquotes=E2=80=9D."))
    assert found.text.text == "Café\n\nA word that is broken, and “quotes”."
    assert hints(found, "author") == ["Ann <a@b.example>"]
    assert hints(found, "published") == ["Tue, 4 Mar 2025 09:00:00 +0800"]


@pytest.mark.parametrize("hostile", ["=?utf-8?b?5Lit?= ", "(", "@", "a@b,"])
def test_an_endless_header_is_cut(hostile: str) -> None:
    headers = f"From: a <{hostile * 9999}\nSubject: {hostile * 9999}"
    assert len(part(mail(headers, "A short message.")).raw) < 5000


def test_html_is_read_where_a_mail_has_no_plain_text_and_attachments_are_noted() -> None:
    body = (
        "--B\nContent-Type: text/html; charset=gb2312\nContent-Transfer-Encoding: 8bit\n\n"
        "<p>第一段内容。</p><p>第二段。</p>\n--B\nContent-Type: application/pdf\n"
        "Content-Disposition: attachment; filename=report.pdf\n\nxxxx\n--B--\n"
    )
    found = part(mail("Content-Type: multipart/mixed; boundary=B", body).encode("gb2312"))
    assert found.text.text == "第一段内容。\n\n第二段。"
    assert [(note.code, note.detail) for note in found.notes] == [
        ("attachment_left_out", "report.pdf")
    ]


def test_flowed_lines_of_a_mail_are_joined() -> None:
    headers = "Subject: S\nContent-Type: text/plain; format=flowed"
    text = part(mail(headers, "This line \ngoes on here.\nThis one is new.")).text.text
    assert text == "S\n\nThis line goes on here.\nThis one is new."


# Broken lines


WRAPPED = """Acme on Tuesday released Zeta-2, a model it says beats rivals on maths and
code, at half the price of comparable products, according to its chief
executive. The company said the model would be available through its API
from March 11.

- A list whose first item is long enough to fill the whole of its line
- and a second item
"""


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_lines_broken_by_their_width_are_joined(ends: str) -> None:
    found = part(WRAPPED.replace("\n", ends))
    assert "rivals on maths and code, at half" in found.text.text
    assert "line\nand a second" in found.text.text.replace("\r", "")
    assert [note.code for note in found.notes] == ["lines_joined"]
    assert raw_of(found, "and code") == f"and{ends}code"


def test_short_paragraphs_on_lines_of_their_own_stay_apart() -> None:
    text = "示例公司周二发布了新的推理模型，称它在数学与编程测试中超越了上一代的产品。\n" * 6
    assert part(text).text.text == text
