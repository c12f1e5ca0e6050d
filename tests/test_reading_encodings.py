"""Which encoding a document's bytes are in."""

import codecs

import pytest

from sources.reading.encodings import declared_charset, decode

SIMPLIFIED = "示例公司周二发布了新的推理模型，称它在数学和编程测试中超越了上一代产品。"
TRADITIONAL = "範例公司週二發佈了新的推理模型，稱它在數學和程式測試中超越了上一代產品。"
WESTERN = "Le modèle “Zéta” coûte 5 € – moins cher que prévu, a déclaré l’équipe à Zürich."


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "gbk", "utf-16-le", "utf-16-be"])
def test_it_reads_simplified_chinese_exactly(encoding: str) -> None:
    read = decode(SIMPLIFIED.encode(encoding))
    assert read.text == SIMPLIFIED
    assert not read.notes


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "cp950", "gb18030", "utf-32-le"])
def test_it_reads_traditional_chinese_exactly(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding)).text == TRADITIONAL


def test_it_reads_characters_only_hong_kong_has() -> None:
    text = TRADITIONAL + "佢哋喺度傾緊偈，唔該晒，啲嘢好嘅，冇問題，咁就係囉。" * 3
    read = decode(text.encode("big5hkscs"))
    assert (read.text, read.encoding) == (text, "big5-hkscs")


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16", "utf-32"])
def test_it_believes_a_byte_order_mark_and_leaves_it_out(mark: str) -> None:
    assert decode(TRADITIONAL.encode(mark)).text == TRADITIONAL


def test_it_reads_curly_quotes_and_the_euro_of_windows() -> None:
    read = decode(WESTERN.encode("cp1252"))
    assert (read.text, read.encoding, read.notes) == (WESTERN, "windows-1252", ())


def test_it_believes_the_bytes_and_not_what_is_declared() -> None:
    read = decode(SIMPLIFIED.encode("gb18030"), declared="utf-8")
    assert read.text == SIMPLIFIED
    assert [note.code for note in read.notes] == ["encoding_contradicts"]


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "", "no-such-charset", "base64"])
def test_it_is_not_troubled_by_a_near_or_a_nonsense_declaration(declared: str) -> None:
    assert decode(SIMPLIFIED.encode("gb18030"), declared).notes == ()


JAPANESE = "同社は火曜日、新しい推論モデルを発表したと明らかにした。価格は従来の半分になるという。"
POLISH = "Spółka ogłosiła we wtorek nowy model językowy, który będzie tańszy niż poprzedni."
RUSSIAN = "Компания представила во вторник новую модель, сообщает агентство."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(JAPANESE, "shift_jis"), (JAPANESE, "euc_jp"), (POLISH, "cp1250"), (RUSSIAN, "cp1251")],
)
def test_it_reads_other_languages_or_says_that_it_guessed(text: str, encoding: str) -> None:
    read = decode((text * 4).encode(encoding))
    assert read.text == text * 4 or read.notes


def test_it_notes_bytes_that_are_no_character() -> None:
    read = decode(SIMPLIFIED.encode() + b"\xff\xfe" + SIMPLIFIED.encode())
    assert read.text == f"{SIMPLIFIED}\ufffd\ufffd{SIMPLIFIED}"
    assert [(note.code, note.detail) for note in read.notes] == [("undecodable_bytes", "2")]


def test_it_keeps_a_text_that_was_cut_within_a_character() -> None:
    read = decode(SIMPLIFIED.encode()[:-1])
    assert (read.text[:-1], read.encoding) == (SIMPLIFIED[:-1], "utf-8")


def test_it_says_when_it_had_to_guess() -> None:
    read = decode(bytes(range(0x80, 0x100)) * 3)
    assert "encoding_uncertain" in {note.code for note in read.notes}


def test_an_odd_byte_at_the_end_of_utf_16_is_noted() -> None:
    read = decode(codecs.BOM_UTF16_LE + SIMPLIFIED.encode("utf-16-le") + b"\x4e")
    assert read.text.startswith(SIMPLIFIED)
    assert [note.code for note in read.notes] == ["undecodable_bytes"]


@pytest.mark.parametrize(
    "head",
    [
        b'<?xml version="1.0" encoding="Big5"?>',
        b"<html><meta charset=big5>",
        b'<meta http-equiv="Content-Type" content="text/html; charset=BIG5">',
    ],
)
def test_it_finds_the_declared_charset(head: bytes) -> None:
    assert declared_charset(head) == "big5"
