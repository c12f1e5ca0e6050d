"""What the capital of a name that is also a word says: “at Adept” and “Adept managers”."""

import re

from events.extraction.names import unknown_words as words
from sources.chinese import HAN

_WORD_AFTER = re.compile(r" ([A-Z][\w&’'-]*)")
_NO_WORD = re.compile(r"[^\w&’'-]")
_STARTS = re.compile(r"(?:\A|[.!?:：;。！？]|\n)[\s\"“”‘’'()*_#>•-]*\Z")
_CHINESE_BEFORE = re.compile(rf"[{HAN}，。、；：「『（《][ “”\"]{{0,2}}\Z")
_CHINESE_AFTER = re.compile(rf"[ “”\"]{{0,2}}[{HAN}，。、；：」』）》]")
_NOUNS = tuple(words.ENGLISH_NOUNS.split("|")) + tuple(words.ENGLISH_BEFORE.split("|"))
_DID = re.compile(
    r" (?:said|says|raised|raises|announced|announces|unveiled|launched|launches|released|sued"
    r"|declined to|did not|plans to|acquired|bought|hired|laid off|filed|agreed|is valued"
    r"|was valued|is an? |was an? |ceo|cto"
    r"|has (?:raised|said|hired|agreed|launched|released|filed|been|also)"
    r"|chief|founder|co-founder|executives|shares|spokes|analysts|inc|corp|labs|ai(?![a-z]))"
    r"|'s (?:chief|ceo|founder|co-founder|shares|stock|board|valuation|revenue|investors|new|latest"
    r"|first|spokes|app|employees|engineers|products?|models?|users|customers|platform|assistant"
    r"|technology)|, (?:which|an?|the|founded|based|led|whose|valued) "
)
_CHINESE_DID = tuple(
    (words.CHINESE_AFTER + "|" + words.CHINESE_WEAK_AFTER + "|手机|智能").split("|")
)
_CHINESE_NOUNS = tuple(
    (words.CHINESE_NOUNS + "|" + words.CHINESE_WEAK_NOUNS + "|收购|投资|加入").split("|")
)


def is_chinese(text: str, start: int, end: int) -> bool:
    """Whether a name in Latin letters stands among Chinese words."""
    before = text[max(0, start - 3) : start]
    return bool(_CHINESE_BEFORE.search(before) or _CHINESE_AFTER.match(text, end))


def is_part_of_a_longer_name(text: str, start: int, end: int) -> bool:
    """Whether another capital stands directly beside: Sierra Nevada, Hurricane Harvey."""
    after = _WORD_AFTER.match(text, end)
    if after and not _is_common(after[1]):
        return True
    if text[start - 1 : start] != " ":
        return False
    before = _NO_WORD.split(text[max(0, start - 30) : start - 1])[-1]
    return before[:1].isupper() and not _is_common(before)


def _is_common(word: str) -> bool:
    small = word.casefold()
    return small in words.NOT_NAMES or small in words.ENGLISH_ENDINGS or any(map(str.isdigit, word))


def starts_a_sentence(text: str, start: int) -> bool:
    return bool(_STARTS.search(text, max(0, start - 12), start) if start else True)


def is_framed(folded: str, start: int, end: int) -> bool:
    """Whether what stands beside speaks of a company."""
    before = folded[max(0, start - 30) : start].rstrip(' "“「『《')
    if before.endswith(_NOUNS) or before.endswith(_CHINESE_NOUNS):
        return True
    after = folded[end : end + 30].lstrip(' "”」』》')
    return bool(_DID.match(folded, end)) or after.startswith(_CHINESE_DID)
