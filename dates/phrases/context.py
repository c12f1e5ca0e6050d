"""Whether a sentence looks back or ahead from its dates.

The nearest cue in the phrase's clause decides; without one, the nearest in its sentence.
Only a bounded stretch on both sides is read, so the cost does not grow with the text.
"""

import re

from dates.phrases.term import Direction
from dates.phrases.zh_words import both_scripts

_CHINESE = re.compile(both_scripts(
    r"(?P<future>将(?![军领近士信才帅])|即将|预计|(?<![及于於超合])预期|预定|预料|计划(?![经])|拟(?![人态真合])|打算|有望"
    r"|定[于在档]|准备|力[争拼]|争取|目标|届时|可望|可能|也许|或许|要[到在等]|才(?:会|能|将|可|发|揭|开|上)|推迟[到至]"
    r"|延[期后]?[到至]|到期|看好|展望|承诺|尚未|还要|仍需|必须|须|应在|等到|即日|上路|截止|最[快迟早晚]|希望|期望|料"
    r"|(?<![大机社协商委学峰年展酒工布事商乐动集宴晚例国省市财星教公])会(?![议谈员长计场见面报晤展所社上后议])"
    r"|明后|敬请|迎来|瞄准|安排在|不晚于|不迟于|有待|静待|敲定|锁定|预售|预约)"
    r"|(?P<past>了|报道|报导|消息|讯|电(?=[，,])|获悉|曾|已(?!定)|过(?![去程半于度])|刚|当时|此前|去年|原定|早在|时任|落幕|昨|结束了)"
    r"|(?P<clause>[，,：:、（）()])|(?P<sentence>[。！？!?；;\n])"
))  # fmt: skip

_PAST_IRREGULAR = (
    "was|were|had|did|came|went|took|held|said|told|met|sued|won|lost|fell|rose|grew|led|made"
    "|gave|got|began|became|wrote|sent|sold|bought|built|left|ran|saw|spent|broke|spoke|drew|kept"
    "|paid|quit|stood|brought|found|thought|felt|heard|knew|shrank|sank|struck|swept|threw|wound"
    "|withdrew|overtook|underwent|has|have|ago|earlier|previously|since|hit|cut|struck|shot"
)
_AHEAD = (
    r"will|won't|shall|going to|set to|due|expect(?:s|ed)?(?: to)?|plan(?:s|ned|ning)?|scheduled"
    r"|slated|aims?|aiming|intends?|hopes?|hoping|targets?|targeting|targeted|would|could|might"
    r"|may|should|until|till|upcoming|later|soon|is to|are to|be|postponed|delayed|pushed back"
    r"|by the|no later|deadline|expires?|runs|begins|starts|opens|launches|ships|ends|closes|kicks"
    r"|takes|arrives|comes|debuts|hosts|holds|meets|reports|returns|lands|enters|goes|streams"
    r"|unveils|speaks|convenes|effective|promises?|promised|forecasts?|tentatively|awaits?|must"
    r"|looms|approaches|is (?!said|known|based|dated)\w+ing|are \w+ing|gets|becomes|estimates|'ll"
    r"|’ll|eyes|poised|slotted|planning|wants? to|to (?:be|launch|release|ship|open|begin|start)"
)
_ENGLISH = re.compile(
    rf"(?P<future>\b(?:{_AHEAD})\b)"
    rf"|(?P<past>\b(?:{_PAST_IRREGULAR}|(?!need|speed|feed|seed|indeed|embed|exceed|proceed|"
    r"shared|based|united|advanced|limited|unlimited|expected|planned|scheduled|slated|targeted)"
    r"[a-z]{2,14}ed)\b)"
    r"|(?P<clause>,\s|[()—:]|\b(?:and|but|while|which|after|because|said|says|though)\b)"
    r"|(?P<sentence>(?<!\b[a-z]{3})(?<!sept)(?<!\b[a-z])[.!?][\"”’')]*\s|[;\n]|\.\s(?=the\b|it\b|he\b))"
)


def chinese_direction(text: str, start: int, end: int) -> Direction:
    return _direction(_CHINESE, text, start, end, 36)


def english_direction(text: str, start: int, end: int) -> Direction:
    """`text` is in lower case."""
    return _direction(_ENGLISH, text, start, end, 90)


def _direction(cues: re.Pattern[str], text: str, start: int, end: int, reach: int) -> Direction:
    before = [match for match in cues.finditer(text, max(0, start - reach), start)]
    after = list(cues.finditer(text, end, end + reach))
    for stop in (("clause", "sentence"), ("sentence",)):
        left = _nearest(reversed(before), stop)
        right = _nearest(iter(after), stop)
        found = _closer(left, right, start, end)
        if found is not None:
            return Direction.FUTURE if found == "future" else Direction.PAST
    return Direction.NEUTRAL


def _nearest(matches, stop):  # type: ignore[no-untyped-def]
    for match in matches:
        if match.lastgroup in stop:
            return None
        if match.lastgroup in ("past", "future"):
            return match
    return None


def _closer(left, right, start, end):  # type: ignore[no-untyped-def]
    if left is None or right is None:
        found = left or right
        return found.lastgroup if found else None
    return left.lastgroup if start - left.end() <= right.start() - end else right.lastgroup
