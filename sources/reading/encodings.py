"""Which encoding a document's bytes are in. What is declared is a hint, the bytes decide.

UTF-8 is tried first and is nearly always right. Else the candidates are decoded and judged by
what they make of the bytes above 127: texts are mostly made of their language's few hundred
commonest characters, wrong decodings hardly ever. charset-normalizer is asked last.
"""

import codecs
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from sources.reading.common_characters import COMMON, JAPANESE
from sources.reading.document import Note

SAMPLE = 4_000  # bytes that are judged
LEAST_PLAUSIBLE = 0.28  # share of plausible characters below which a decoding is not trusted
CLEAR_LEAD = 0.08
BEYOND_DOUBT = 0.6
LEAST_WESTERN = 0.6  # as LEAST_PLAUSIBLE: nearly all of a Western text must be so
OF_KANA = ("shift_jis", "euc_jp", "utf-16-le", "utf-16-be")  # GB18030 has kana too, seldom used

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MULTIBYTE = ("gb18030", "cp950", "utf-16-le", "utf-16-be", "shift_jis", "euc_jp", "euc_kr")
FAMILIES = (
    {"gb2312", "gbk", "gb18030", "cp936", "hz"},
    {"big5", "cp950", "big5hkscs"},
    {"iso8859-1", "cp1252", "iso8859-15", "ascii", "latin_1"},
    {"utf-8", "ascii", "utf_8_sig"},
    {"utf-16", "utf-16-le", "utf-16-be"},
    {"shift_jis", "cp932"},
    {"euc_kr", "cp949"},
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_.:-]{2,30})""")
_NOT_ASCII = re.compile("[^\0-\x7f]")
_IMPLAUSIBLE = re.compile("[\0\x80-\x9f\ue000-\uf8ff\ufffd]")


class Decoded(NamedTuple):
    text: str
    encoding: str
    notes: tuple[Note, ...] = ()


def decode(content: bytes, declared: str = "") -> Decoded:
    """The exact text, or one with notes that say what is uncertain or damaged."""
    for mark, encoding in BOMS:
        if content.startswith(mark):
            return _told(content[len(mark) :], encoding, declared)
    if b"\0" not in content:
        try:
            return Decoded(content.decode("utf-8"), "utf-8", _doubts("utf-8", declared))
        except UnicodeDecodeError:
            return _guessed(content, declared)
    encoding = _by_zeros(content)
    return _told(content, encoding, declared) if encoding else _guessed(content, declared)


def declared_charset(content: bytes) -> str:
    """The charset named in the first bytes: an XML declaration, a meta element, a header."""
    head = content[:4096]
    if b"=" not in head:
        return ""
    head = head.replace(b"\0", b"").lower()
    if b"charset" not in head and b"encoding" not in head:
        return ""
    found = _DECLARED.search(head)
    return found[1].decode("ascii") if found else ""


def _told(content: bytes, encoding: str, declared: str) -> Decoded:
    """Decoded as the bytes themselves say, with a note when some of them are damaged."""
    notes = _doubts(encoding, declared)
    try:
        return Decoded(content.decode(encoding), _name(encoding), notes)
    except UnicodeDecodeError:
        text = content.decode(encoding, "replace")
    damaged = Note("undecodable_bytes", str(text.count("\ufffd")))
    return Decoded(text, _name(encoding), (*notes, damaged))


def _by_zeros(content: bytes) -> str:
    """UTF-16 and UTF-32 without a mark show by where their zero bytes stand."""
    sample = content[:SAMPLE]
    zeros = [sample[place::4].count(0) for place in range(4)]
    quarter = max(len(sample) // 4, 1)
    if min(zeros[2:]) > 0.9 * quarter and zeros[0] < 0.5 * quarter:
        return "utf-32-le"
    if min(zeros[:2]) > 0.9 * quarter and zeros[3] < 0.5 * quarter:
        return "utf-32-be"
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if even + odd < 0.004 * len(sample):
        return ""
    if odd > 8 * even:
        return _if_plausible(sample, "utf-16-le")
    return _if_plausible(sample, "utf-16-be") if even > 8 * odd else ""


def _if_plausible(sample: bytes, encoding: str) -> str:
    text = sample.decode(encoding, "replace")
    plain = sum(character < "\u3000" for character in text)
    return encoding if plain > 0.5 * len(text) or _score(text) > LEAST_PLAUSIBLE else ""


def _guessed(content: bytes, declared: str) -> Decoded:
    damaged = _damaged_utf8(content, declared)
    if damaged:
        return damaged
    ranked = _ranked(content[:SAMPLE], declared)
    best_score, best = ranked[0]
    if best_score < (LEAST_WESTERN if best == "cp1252" else LEAST_PLAUSIBLE):
        return _uncertain(content, declared)
    decoded = _told(content, best, declared)
    if decoded.notes and best == "cp950":
        decoded = min(decoded, _told(content, "big5hkscs", declared), key=_damage)
    rival = next(
        (
            other
            for score, other in ranked[1:]
            if not _related(best, other) and best_score - score < CLEAR_LEAD
        ),
        "",
    )
    if rival:
        return decoded._replace(notes=(*decoded.notes, Note("encoding_uncertain", _name(best))))
    return decoded


def _damaged_utf8(content: bytes, declared: str) -> Decoded | None:
    """UTF-8 in which a few bytes are wrong, such as a text cut within a character."""
    text = content.decode("utf-8", "replace")
    bad = text.count("\ufffd") - content.count(b"\xef\xbf\xbd")
    sample = text[:SAMPLE]
    bad_there = sample.count("\ufffd")
    good = _foreign(sample) - bad_there
    if good < 8 * min(bad, bad_there or bad) or good < 3:
        return None
    notes = _doubts("utf-8", declared)
    return Decoded(text, "utf-8", (*notes, Note("undecodable_bytes", str(bad))))


def _ranked(sample: bytes, declared: str) -> list[tuple[float, str]]:
    """Scores with their encodings, the best first; one beyond doubt ends the search."""
    ranked: list[tuple[float, str]] = []
    for candidate in _candidates(sample, declared):
        ranked.append(candidate)
        if candidate[0] > BEYOND_DOUBT:
            break
    return sorted(ranked, reverse=True)


def _candidates(sample: bytes, declared: str) -> Iterable[tuple[float, str]]:
    for encoding in MULTIBYTE:
        if not (encoding.startswith("utf-16") and (len(sample) % 2 or len(sample) < 8)):
            bonus = 0.05 if _related(encoding, declared) else 0.0
            yield _score(sample.decode(encoding, "replace"), encoding in OF_KANA) + bonus, encoding
    yield _western_score(sample), "cp1252"


def _score(text: str, japanese: bool = False) -> float:
    """The share of plausible ones among the characters that are not ASCII."""
    foreign = _foreign(text)
    if not foreign:
        return 0.0
    good = sum(map(COMMON.__contains__, text))
    good += sum(map(JAPANESE.__contains__, text)) if japanese else 0
    return (good - 8 * len(_IMPLAUSIBLE.findall(text))) / foreign


def _foreign(text: str) -> int:
    """How many characters are not ASCII."""
    return len(text) - len(text.encode("ascii", "ignore"))


def _western_score(sample: bytes) -> float:
    """High bytes of a Western text stand alone among ASCII letters, or are its marks."""
    text = sample.decode("cp1252", "replace")
    foreign = good = 0
    for match in _NOT_ASCII.finditer(text):
        place, character = match.start(), match[0]
        foreign += 1
        beside = text[max(place - 1, 0) : place] + text[place + 1 : place + 2]
        if character == "\ufffd":
            good -= 8
        elif all(near <= "\x7f" for near in beside):
            good += character.isalpha() or character in "‘’“”–—…•€£©®°«»·§¿¡\xa0™"
    return 0.9 * (good - 8 * sample.count(0)) / foreign if foreign else 0.0


def _damage(decoded: Decoded) -> int:
    return decoded.text.count("\ufffd")


def _uncertain(content: bytes, declared: str) -> Decoded:
    """Neither check is sure: the declared charset when it fits, else charset-normalizer."""
    encoding = _fitting(content, declared) or _normalizer(content) or "cp1252"
    decoded = _told(content, encoding, "")
    return decoded._replace(notes=(*decoded.notes, Note("encoding_uncertain", decoded.encoding)))


def _fitting(content: bytes, declared: str) -> str:
    encoding = _codec(declared)
    try:
        return encoding if encoding and content.decode(encoding) else ""
    except (UnicodeError, LookupError):
        return ""


def _normalizer(content: bytes) -> str:
    from charset_normalizer import from_bytes  # slow to load and rarely needed

    best = from_bytes(content[:SAMPLE]).best()
    return best.encoding if best else ""


def _doubts(encoding: str, declared: str) -> tuple[Note, ...]:
    if not declared or not _codec(declared) or _related(encoding, declared):
        return ()
    return (Note("encoding_contradicts", f"{declared} → {_name(encoding)}"),)


def _related(one: str, other: str) -> bool:
    first, second = _codec(one), _codec(other)
    return first == second or any(
        {first, second} <= {_codec(name) for name in family} for family in FAMILIES
    )


@lru_cache(maxsize=256)
def _codec(name: str) -> str:
    """Python's own name of a text encoding, or nothing."""
    try:
        found = codecs.lookup(name.strip())
    except (LookupError, ValueError):
        return ""
    return found.name if found._is_text_encoding else ""


def _name(encoding: str) -> str:
    """As people know it."""
    return {"cp950": "big5", "big5hkscs": "big5-hkscs", "cp1252": "windows-1252"}.get(
        encoding, encoding.replace("_", "-")
    )
