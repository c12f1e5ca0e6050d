"""Characters damaged by a wrong decoding somewhere on a document's way.

Three kinds are met. UTF-8 read as windows-1252 (â€œ, Ã©) turns back exactly. GBK out of step by
one byte: of 。”這 (A1A3 A1B1 DF40) the first byte is lost, and A3A1 B1DF 40 reads as ！边@; the
lost byte is put back and the rest decoded again. And what cannot be turned back is noted.
"""

import re
from collections.abc import Iterator

from sources.chinese import HAN
from sources.reading.cleaning.result import Step
from sources.reading.common_characters import COMMON
from sources.reading.document import CleanText
from sources.reading.mapped import Edit, Spans, edited
from sources.reading.telling import counted

_WESTERN_TAIL = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_WESTERN = re.compile(f"(?:[\u00c2-\u00f4][{_WESTERN_TAIL}]{{1,3}})+")
_UNDEFINED = {chr(byte): bytes([byte]) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
_OUT_OF_STEP = re.compile(f"[?？]([!！俊　][{HAN}　-〿！-～]{{0,40}})([@-~])")
_LOST_BEFORE_TAG = re.compile(r"[?？]([!！俊　])[?？]/(?:p|div|span|br|strong|b|h\d|section)>")
_CLOSINGS = ("。”", "？”", "！”", "…”", "。』", "。」", "。》")
DOUBTFUL = "?？\ufffd锟烫屯\u00c2-\u00f4"  # for a class
_WESTERN_LEAD = re.compile("[\u00c2-\u00f4]")
_LOST = ("?/", "？/", "锟斤拷", "烫烫烫", "屯屯屯", "\ufffd")
_HOPELESS = re.compile("[?？]/(?:p|div|span|br|strong|section)>|锟斤拷|烫烫烫|屯屯屯|\ufffd+")
_FULL_WIDTH = str.maketrans("!", "！")


def without_mojibake(text: CleanText) -> Step:
    """Damage that turns back for certain is repaired; the rest stays and is noted."""
    words = text.text
    edits = [*_western(words)] if _WESTERN_LEAD.search(words) else []
    if "?" in words or "？" in words:
        edits += [*_stepped(words), *_before_tags(words)]
    repaired = [f"{words[edit.start : edit.end]} → {edit.put}" for edit in edits]
    hopeless = any(sign in words for sign in _LOST)
    found = _HOPELESS.finditer(words) if hopeless else ()
    mended = Spans((edit.start, edit.end) for edit in edits)
    lost = [match for match in found if match.start() not in mended]
    edits += [Edit(m.start() + 1, m.end()) for m in lost if m[0].endswith(">")]
    notes = counted("mojibake_repaired", repaired)
    return Step(edited(text, edits), (*notes, *counted("mojibake_kept", [m[0] for m in lost])))


def _stepped(words: str) -> Iterator[Edit]:
    for match in _OUT_OF_STEP.finditer(words):
        repaired = _in_step(match[1], match[2])
        if repaired:
            yield Edit(match.start(), match.end(), repaired)


def _in_step(middle: str, last: str) -> str:
    """The text with its lost first byte back, when it then closes a quotation and goes on well."""
    for lead in (b"\xa1", b"\xa3"):
        try:
            content = lead + middle.translate(_FULL_WIDTH).encode("gbk") + last.encode("ascii")
            decoded = content.decode("gbk")
        except UnicodeError:
            continue
        rest = decoded[2:]
        common = sum(character in COMMON for character in rest)
        if decoded.startswith(_CLOSINGS) and common >= 0.6 * len(rest) and last not in rest:
            return decoded
    return ""


def _before_tags(words: str) -> Iterator[Edit]:
    """Where the quotation mark's second half swallowed the < of a closing tag."""
    for match in _LOST_BEFORE_TAG.finditer(words):
        mark = {"!": "。", "！": "。", "俊": "？", "　": "！"}[match[1]]
        yield Edit(match.start(), match.end(), f"{mark}”")


def _western(words: str) -> Iterator[Edit]:
    for match in _WESTERN.finditer(words):
        try:
            decoded = _bytes(match[0]).decode("utf-8")
        except UnicodeError:
            continue
        yield Edit(match.start(), match.end(), decoded)


def _bytes(words: str) -> bytes:
    return b"".join(
        _UNDEFINED.get(c) or (c.encode("latin-1") if c < "\xa0" else c.encode("cp1252"))
        for c in words
    )
