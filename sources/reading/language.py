"""Which language a text is written in, from the characters and small words of its prose."""

import re
from collections import Counter
from functools import cache

from sources.chinese import to_simplified

UNDETERMINED = "und"

_HEAD, _MIDDLE = 700, 300  # characters looked at, from the beginning and from the middle
_HAN_A_WORD = 1.6  # Han characters that carry as much prose as one Latin word
_LETTERS_A_WORD = 4  # letters of another alphabet that do
_KANA = 0.2  # share of kana in Japanese prose, headlines included; a quoted name stays below
_ENOUGH = 0.12  # share of small words from which Latin prose is of a language

_SIMPLIFIED, _TRADITIONAL, _EITHER, _KANA_LETTER, _LATIN = "Hans", "Hant", "Han", "Kana", "Latin"
_CJK = (_SIMPLIFIED, _TRADITIONAL, _EITHER, _KANA_LETTER)
_ALPHABETS = (
    (0x0041, 0x024F, _LATIN),
    (0x0370, 0x03FF, "el"),
    (0x0400, 0x052F, "Cyrillic"),
    (0x0590, 0x05FF, "he"),
    (0x0600, 0x06FF, "Arabic"),
    (0x0900, 0x097F, "hi"),
    (0x0E00, 0x0E7F, "th"),
    (0x1E00, 0x1EFF, _LATIN),
    (0x3041, 0x30FA, _KANA_LETTER),
    (0x3400, 0x9FFF, _EITHER),
    (0xAC00, 0xD7A3, "ko"),
    (0xF900, 0xFAFF, _EITHER),
    (0x20000, 0x3FFFF, _EITHER),
)
_WORD = re.compile("[A-Za-zÀ-ÖØ-öø-ſơưạ-ỹ]+")
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
_USED_BY: dict[str, list[str]] = {}
for _language, _words in _SMALL_WORDS.items():
    for _word in _words.split():
        _USED_BY.setdefault(_word, []).append(_language)


def language_of(text: str) -> str:
    """zh-Hans, zh-Hant, en, another BCP 47 tag where sure, else "und"."""
    sample = text[:_HEAD]
    if len(text) > _HEAD:
        middle = max(_HEAD, len(text) // 2)
        sample += "\n" + text[middle : middle + _MIDDLE]
    kinds = Counter(map(_kinds().__getitem__, sample))
    # product names begin with a capital; what is written small is prose
    words = [w for w in _WORD.findall(sample) if w.islower()] if kinds[_LATIN] else []
    prose = {_EITHER: sum(kinds[kind] for kind in _CJK) / _HAN_A_WORD, _LATIN: float(len(words))}
    for _first, _last, kind in _ALPHABETS:
        if kind not in _CJK and kind != _LATIN and kinds[kind]:
            prose[kind] = kinds[kind] / _LETTERS_A_WORD
    winner = max(prose, key=lambda kind: prose[kind])
    if not prose[winner]:
        return UNDETERMINED
    if winner == _EITHER:
        return _east_asian(kinds, sample)
    return _latin(words) if winner == _LATIN else _other(winner, sample)


class _Kinds(dict[str, str]):
    """The kind of each character, told once."""

    def __init__(self) -> None:
        simplified, traditional = _one_script_only()
        super().__init__(dict.fromkeys(simplified, _SIMPLIFIED))
        self.update(dict.fromkeys(traditional, _TRADITIONAL))

    def __missing__(self, character: str) -> str:
        kind, point = "", ord(character)
        if character.isalpha():
            kind = next((name for first, last, name in _ALPHABETS if first <= point <= last), "")
        self[character] = kind
        return kind


@cache
def _kinds() -> _Kinds:
    return _Kinds()


def _one_script_only() -> tuple[set[str], set[str]]:
    """Characters of Simplified and of Traditional texts alone: 后, 于 and 里 are in neither."""
    characters = [chr(point) for point in range(0x4E00, 0xA000)]
    folded = to_simplified("\n".join(characters)).split("\n")
    changed = [(c, simple) for c, simple in zip(characters, folded, strict=True) if c != simple]
    traditional = {c for c, _simple in changed if not _is_in(c, "gb2312")}
    simplified = {simple for _c, simple in changed if not _is_in(simple, "big5")}
    return simplified, traditional


def _is_in(character: str, charset: str) -> bool:
    try:
        character.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def _east_asian(kinds: Counter[str], sample: str) -> str:
    """Of Chinese, the script that most of the telling characters are of; badly converted
    texts have some of the other.
    """
    if kinds[_KANA_LETTER] > _KANA * sum(kinds[kind] for kind in _CJK):
        return "ja"
    balance = kinds[_TRADITIONAL] - kinds[_SIMPLIFIED]
    if balance == 0:
        balance = sample.count("「") - sample.count("“")
    return "zh-Hant" if balance > 0 else "zh-Hans"


def _latin(words: list[str]) -> str:
    """The language whose small words are a good part of the prose, and more than any other's."""
    found = Counter(
        language
        for word in words
        if len(word) > 1 or len(words) > 2  # the o of GPT-4o is no word
        for language in _USED_BY.get(word, ())
    )
    (language, most), (_next, second) = (*found.most_common(2), ("", 0), ("", 0))[:2]
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
