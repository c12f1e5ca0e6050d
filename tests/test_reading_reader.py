"""From bytes to documents: what holds for every input."""

import hashlib
from time import process_time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sources.reading import Document, read
from sources.reading.cleaning import clean
from sources.reading.document import Basis, CleanText, ReadingError, Run, Section, SectionKind
from sources.reading.formats import parts
from sources.reading.mapped import Edit, Spans, edited
from sources.reading.part import Part
from sources.validation import validate_storable

SECONDS = 3.0  # for what must not take seconds, on a machine that does other things too

ARTICLE = (
    "示例公司发布新模型\n\n2025年3月4日 来源：示例网 作者：王小明\n\n"
    "示例公司周二发布了新的推理模型，據(jù)称它在数学测试中超越了上一代产品。“将继续开放模型?!边@是回应。\n\n"
    "免责声明：本文仅供参考。\n"
)
PAGE = (
    '<!DOCTYPE html><html><head><meta charset="utf-8"><title>A title</title></head><body>'
    "<nav>Home</nav><h1>A title</h1><p>By Ann &amp; Bob</p><p>One paragraph of words, long enough "
    "to be taken for the text of a page by whoever looks.</p></body></html>"
)
FEED = (
    "<rss><channel><title>W</title><item><title>A &amp; B</title><description>&lt;p&gt;x&lt;/p&gt;"
    "</description></item><item><title>C</title></item></channel></rss>"
)
MAIL = (
    "From: a@b.example\nSubject: =?utf-8?q?Caf=C3=A9?=\nDate: Tue, 4 Mar 2025 09:00:00 +0800\n"
    "Content-Type: multipart/mixed; boundary=B\n\n"
    "--B\nContent-Type: text/html\n\n<p>Hi</p>\n--B--\n"
)
NOTES = (
    "---\ntitle: T\n---\n# T\n\n**bold** [a](b) <br> &amp; ![i](j)\n\n"
    "| a | b |\n|---|---|\n| c | d |\n"
)
KINDS = [ARTICLE, PAGE, FEED, MAIL, NOTES]


def test_a_document_has_its_bytes_text_map_and_facts() -> None:
    content = ARTICLE.encode("gb18030")
    [found] = read(content, "a.txt")
    assert found.content == content
    assert found.sha256 == hashlib.sha256(content).hexdigest()
    assert (found.format, found.encoding, found.language) == ("plain", "gb18030", "zh-Hans")
    assert found.title.value == "示例公司发布新模型"
    assert found.title.basis == Basis.PRINTED
    assert "據称它" in found.clean.text
    assert "免责声明" not in found.clean.text
    assert found.fingerprint.sha256
    assert found.fingerprint.sketch


def test_the_same_text_in_another_encoding_has_the_same_fingerprint() -> None:
    [one] = read(ARTICLE.encode("gb18030"), "a.txt")
    [other] = read(ARTICLE.encode("utf-16"), "b.txt")
    assert one.sha256 != other.sha256
    assert (one.fingerprint.sha256, one.clean) == (other.fingerprint.sha256, other.clean)


def holds(part: Part) -> None:
    """What is true of every part, cleaned."""
    text, notes = clean(part)
    runs_are_in_order(text, part.raw)
    sections_cover(text)
    for words in [text.text, *(hint.value for hint in part.declared)]:
        validate_storable(words)
    for note in (*part.notes, *notes):
        validate_storable(note.detail)
    for run in text.runs[:50]:
        assert text.raw_span(run.clean, run.clean + run.length) == (run.raw, run.raw + run.length)


def runs_are_in_order(text: CleanText, raw: str) -> None:
    end = 0
    for run in text.runs:
        assert run.length > 0
        assert run.clean >= end
        assert 0 <= run.raw <= len(raw) - run.length
        end = run.clean + run.length
    assert end <= len(text.text)


def sections_cover(text: CleanText) -> None:
    end = 0
    for section in text.sections:
        assert section.start == end < section.end
        end = section.end
    assert end == len(text.text)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A document of some kind, cut, repeated and mixed with other bytes."""
    content = draw(st.sampled_from(KINDS)).encode(
        draw(st.sampled_from(["utf-8", "gb18030", "utf-16", "utf-16-le", "utf-8-sig"])), "replace"
    )
    for _time in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(content)))
        end = draw(st.integers(start, len(content)))
        piece = draw(
            st.sampled_from([b"", content[start:end] * 3, b"<", b"<!--", b"&#0;", b"\0", b"**"])
            | st.binary(max_size=30)
        )
        content = content[:start] + piece + content[end:]
    return content


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(content=damaged(), name=st.sampled_from(["a.txt", "a.html", "a.md", "a.eml", "a.xml"]))
def test_damaged_documents_are_read_or_refused(content: bytes, name: str) -> None:
    try:
        found = parts(content, name)
    except ReadingError:
        return
    for part in found:
        holds(part)


@settings(max_examples=40, deadline=None)
@given(content=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        documents = read(content, "a.bin")
    except ReadingError:
        return
    assert all(isinstance(document, Document) for document in documents)


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet="甲乙 (zhàn)【图1】\n*#[]()<>&;?!边@。”a-|", max_size=200))
def test_characters_that_stand_in_a_run_are_those_of_the_raw_text(text: str) -> None:
    try:
        [part] = parts(text.encode(), "a.txt")
    except ReadingError:
        return
    holds(part)
    clean_text, notes = clean(part)
    if "mojibake_repaired" not in {note.code for note in notes} and "&" not in text:
        for run in clean_text.runs:
            assert (
                clean_text.text[run.clean : run.clean + run.length]
                == part.raw[run.raw : run.raw + run.length]
            )


@pytest.mark.parametrize(
    "unit",
    ["<div>", "<", "<!--", "<p>a</p>", "](", "[a](b)", "**a", "(", "&", " ", "\n", "a\n",
     "戰(zhàn)", "?!边", "URL: x\n", "AI摘要：x\n", "相关阅读\n", "_a_", "\\", "|a|b|\n", "%E4http://a.b?u="],
)  # fmt: skip
def test_twenty_thousand_characters_of_anything_take_no_seconds(unit: str) -> None:
    content = (unit * (20_000 // len(unit))).encode()
    begun = process_time()
    for name in ("a.txt", "a.md"):
        try:
            holds(parts(content, name)[0])
        except ReadingError:
            continue
    assert process_time() - begun < SECONDS


AN_EDIT = st.tuples(st.integers(0, 40), st.integers(0, 6), st.text(max_size=4))


# Changing a text without losing where it comes from


def test_edits_keep_the_map_to_the_raw_text() -> None:
    text = edited(CleanText.unchanged("ab&amp;cd  ef"), [Edit(2, 7, "&"), Edit(9, 11, " ")])
    assert text.text == "ab&cd ef"
    assert text.runs == (Run(0, 0, 3), Run(3, 7, 2), Run(6, 11, 2))
    assert text.raw_span(1, 5) == (1, 9)


def test_edits_upon_edits_lead_back_to_the_first_text() -> None:
    once = edited(CleanText.unchanged("0123456789"), [Edit(0, 2), Edit(5, 6)])
    twice = edited(once, [Edit(1, 2), Edit(6, 7, "x")])
    assert twice.text == "24678x"
    assert [twice.raw_span(n, n + 1) for n in range(6)] == [
        (2, 3), (4, 5), (6, 7), (7, 8), (8, 9), (9, 10)
    ]  # fmt: skip


def test_an_edit_that_overlaps_an_earlier_one_is_left_out() -> None:
    assert edited(CleanText.unchanged("abcdef"), [Edit(1, 4, "x"), Edit(2, 5)]).text == "axef"


def test_what_was_put_in_stands_nowhere_in_the_raw_text() -> None:
    text = edited(CleanText.unchanged("ab"), [Edit(1, 1, "\n\n")])
    assert text.raw_span(1, 2) is None
    runs_are_in_order(edited(CleanText.unchanged("ab"), [Edit(1, 1, "x")]), "ab")
    assert text.raw_span(0, 4) == (0, 2)


def test_sections_move_with_their_text_and_go_with_it() -> None:
    sections = (Section(SectionKind.TITLE, 0, 2), Section(SectionKind.METADATA, 4, 6))
    text = CleanText("ab\n\ncd", (Run(0, 0, 6),), sections)
    moved = edited(text, [Edit(0, 1), Edit(2, 2, "\n"), Edit(4, 6)])
    assert moved.sections == (Section(SectionKind.TITLE, 0, 1),)


@settings(max_examples=60)
@given(text=st.text(max_size=40), edits=st.lists(AN_EDIT, max_size=8))
@example(text="00", edits=[(0, 1, ""), (1, 0, "0")])
def test_any_edits_leave_a_map_in_order(text: str, edits: list[tuple[int, int, str]]) -> None:
    within = [Edit(s, min(s + n, len(text)), put) for s, n, put in edits if s <= len(text)]
    runs_are_in_order(edited(CleanText.unchanged(text), within), text)


def test_spans_know_which_places_they_hold() -> None:
    spans = Spans([(5, 7), (1, 2)])
    assert [place for place in range(9) if place in spans] == [1, 5, 6]


def test_comments_within_comments_name_no_sender() -> None:
    [document] = read(b"From: " + b"(" * 9999 + b"\nSubject: S\n\nA message.", "a.eml")
    assert document.authors.value == ()
