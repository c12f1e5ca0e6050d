"""Which language a text is written in, from the characters and small words of its prose."""

import re
from collections import Counter
from functools import cache
from itertools import chain
from operator import itemgetter

from sources.chinese import HAN, to_simplified

UNDETERMINED = "und"
_HAN, _LATIN = "Han", "Latin"

_HEAD, _MIDDLE = 700, 300  # characters looked at, from the beginning and from the middle
_HAN_A_WORD = 1.6  # Han characters that carry as much prose as one Latin word
_LETTERS_A_WORD = 4  # letters of another alphabet that do
_KANA = 0.2  # share of kana in Japanese prose, headlines included; a quoted name stays below
_ENOUGH = 0.12  # share of small words from which Latin prose is of a language

_KANA_LETTERS = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa"
_EAST_ASIAN = re.compile(f"[{HAN}{_KANA_LETTERS}]+")
_KANA_RUN = re.compile(f"[{_KANA_LETTERS}]+")
# the other alphabets, with the language of most texts in each
_ALPHABETS = {
    "el": re.compile("[\u0370-\u03ff]+"),
    "Cyrillic": re.compile("[\u0400-\u052f]+"),
    "he": re.compile("[\u0590-\u05ff]+"),
    "Arabic": re.compile("[\u0600-\u06ff]+"),
    "hi": re.compile("[\u0900-\u097f]+"),
    "th": re.compile("[\u0e00-\u0e7f]+"),
    "ko": re.compile("[\uac00-\ud7a3]+"),
}
_OTHER = re.compile("[\u0370-\u0e7f\uac00-\ud7a3]")
_NOT_LATIN = re.compile("[\u0370-\u0e7f\u3041-\U0003ffff]")
_WORD = re.compile("[A-Za-zÀ-ÖØ-öø-ſơưạ-ỹ]+")
# Latin-1 with white space for what is no letter
_LETTERS = bytes(code if _WORD.match(chr(code)) else 0x20 for code in range(256))

# Much is told at once by blocks of 256 characters, the upper bytes of UTF-16.
_NO_HAN = bytes(block for block in range(256) if not 0x34 <= block <= 0x9F or block == 0x4D)
_NO_OTHER_ALPHABET = bytes((*range(3), *range(0x0F, 0x30)))
_KANA_AND_MARKS = b"\x30"
_MARKS = (b"\x20", _KANA_AND_MARKS, b"\xff")  # quotation marks, stops and wide ones
_FURTHER_LATIN = (b"\x01", b"\x1e")
# short words that prose of a language cannot do without, and that its neighbours do not have
_SMALL_WORDS = {
    "en": "the of and to in is for that with are was on it as by from has have its said will"
    " launches unveils releases announces introduces raises says new could more after about",
    "de": "der die das und ist nicht ein eine mit für auf den dem von zu im auch sich werden wird",
    "fr": "le la les des du est une et dans pour que qui sur avec pas au par plus aux ces sont",
    "es": "el los las una y en que por para con del es se su como más pero al lo fue sus",
    "it": "il di che è un gli per una del della non sono con nel alla anche dei più le delle",
    "pt": "o os as um uma e em que para com do da não no na por mais dos das foi são ao",
    "nl": "de het een van en is dat op te voor met zijn niet aan er ook bij door naar maar",
    "sv": "och att det som en på är av för med den till inte har om ett var från kan",
    "pl": "i w na się nie z do że jest to przez jak po dla oraz od przy są",
    "tr": "ve bir bu için ile olarak da de daha gibi olan çok ancak sonra kadar",
    "id": "yang dan di untuk dengan dari ini pada itu tidak akan dalam adalah juga ke",
    "vi": "và của là có cho được trong các một với không những này đã người để",
}
_USED_BY: dict[str, tuple[str, ...]] = {}
for _language, _words in _SMALL_WORDS.items():
    for _word in _words.split():
        _USED_BY[_word] = (*_USED_BY.get(_word, ()), _language)


def language_of(text: str) -> str:
    """zh-Hans, zh-Hant, en, another BCP 47 tag where sure, else "und"."""
    sample = text[:_HEAD]
    if len(text) > _HEAD:
        middle = max(_HEAD, len(text) // 2)
        sample += "\n" + text[middle : middle + _MIDDLE]
    blocks = sample.encode("utf-16-le", "surrogatepass")[1::2]
    if _is_chinese(blocks):
        return _script(sample)
    words = _small_words(sample, blocks)
    if not blocks.translate(None, _NO_OTHER_ALPHABET) or not _NOT_LATIN.search(sample):
        return _latin(words)
    east_asian = _many(_EAST_ASIAN, sample)
    prose = {_HAN: east_asian / _HAN_A_WORD, _LATIN: float(len(words))}
    if _OTHER.search(sample):
        prose |= {name: _letters(name, sample) / _LETTERS_A_WORD for name in _ALPHABETS}
    winner = max(prose, key=lambda kind: prose[kind])
    if not prose[winner]:
        return UNDETERMINED
    if winner == _HAN:
        return _east_asian(sample, east_asian)
    return _latin(words) if winner == _LATIN else _other(winner, sample)


def _is_chinese(blocks: bytes) -> bool:
    """Whether there is so much Han that nothing else need be counted: a word has a letter."""
    han = len(blocks.translate(None, _NO_HAN))
    rest = len(blocks) - han - sum(map(blocks.count, _MARKS))
    return han / _HAN_A_WORD > rest and blocks.count(_KANA_AND_MARKS) <= _KANA * han


def _small_words(sample: str, blocks: bytes) -> list[str]:
    """What is written small is prose; product names begin with a capital."""
    if any(block in blocks for block in _FURTHER_LATIN):
        words = _WORD.findall(sample)
    else:
        words = sample.encode("latin-1", "replace").translate(_LETTERS).decode("latin-1").split()
    return list(filter(str.islower, words))


def _many(runs: re.Pattern[str], sample: str) -> int:
    """How many characters of a class there are."""
    return sum(map(len, runs.findall(sample)))


def _letters(name: str, sample: str) -> int:
    """Those of an alphabet, without its digits and marks."""
    return sum(map(str.isalpha, "".join(_ALPHABETS[name].findall(sample))))


@cache
def _of_one_script() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Characters of Simplified and of Traditional texts alone: 后, 于 and 里 are in neither."""
    characters = [chr(point) for point in range(0x4E00, 0xA000)]
    folded = to_simplified("\n".join(characters)).split("\n")
    changed = [(c, simple) for c, simple in zip(characters, folded, strict=True) if c != simple]
    traditional = {c for c, _simple in changed if not _is_in(c, "gb2312")}
    simplified = {simple for _c, simple in changed if not _is_in(simple, "big5")}
    return _run_of(simplified), _run_of(traditional)


def _run_of(characters: set[str]) -> re.Pattern[str]:
    """Without those beyond the first plane, with which a class is searched very slowly."""
    first_plane = sorted(character for character in characters if character <= "\uffff")
    return re.compile(f"[{''.join(first_plane)}]+")


def _is_in(character: str, charset: str) -> bool:
    try:
        character.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def _east_asian(sample: str, letters: int) -> str:
    return "ja" if _many(_KANA_RUN, sample) > _KANA * letters else _script(sample)


def _script(sample: str) -> str:
    """The one most of the telling characters are of; badly converted texts have some of both."""
    simplified, traditional = _of_one_script()
    if not traditional.search(sample) and simplified.search(sample):
        return "zh-Hans"
    balance = _many(traditional, sample) - _many(simplified, sample)
    if balance == 0:
        balance = sample.count("「") - sample.count("“")
    return "zh-Hant" if balance > 0 else "zh-Hans"


def _latin(words: list[str]) -> str:
    """The language whose small words are a good part of the prose, and more than any other's."""
    if len(words) <= 2:
        words = [word for word in words if len(word) > 1]  # the o of GPT-4o is no word
    found = Counter(chain.from_iterable(filter(None, map(_USED_BY.get, words))))
    ranked = sorted(found.items(), key=itemgetter(1), reverse=True)
    (language, most), (_next, second) = (*ranked, ("", 0), ("", 0))[:2]
    sure = most > second and most >= _ENOUGH * len(words)
    return language if sure else UNDETERMINED


def _other(kind: str, sample: str) -> str:
    if kind == "Arabic":
        return "fa" if re.search("[پچژگ]", sample) else "ar"
    if kind == "Cyrillic":
        if re.search("[іїєґІЇЄҐ]", sample):
            return "uk"
        return "ru" if re.search("[ыэёЫЭЁ]", sample) else UNDETERMINED
    return kind
