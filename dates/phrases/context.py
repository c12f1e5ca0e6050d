"""Whether a sentence looks back or ahead from its dates.

The nearest cue in the phrase's clause decides; without one, the nearest in its sentence.
Only a bounded stretch on both sides is read, so the cost does not grow with the text.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple

from dates.phrases.grammar import by_letter, split
from dates.phrases.term import Direction
from dates.phrases.zh_words import both_scripts, spellings

# (what must not stand before, cue): guards keep 将军, 会议, 社会 and 不及预期 out
_CHINESE_AHEAD = (
    ("", "将(?![军领近士信才帅])"), ("", "即将|预计|预定|预料|打算|有望|定[于在档]|准备|力[争拼]|争取|目标|届时"),
    ("及于於超合", "预期"), ("", "计[划劃画畫](?!经)|拟(?![人态真合])|可望|可能|也许|或许|要[到在等]"),
    ("", "才(?:会|能|将|可|发|揭|开|上)|推迟[到至]|延[期后]?[到至]|到期|看好|展望|承诺|尚未|还要|仍需|必须"),
    ("", "须|应在|等到|即日|上路|截止|最[快迟早晚]|希望|期望|敬请|迎来|瞄准|安排在|不晚于|不迟于|有待|静待"),
    ("", "敲定|锁定|预售|预约|定档|或[再于在]"),
    ("全大机社协商委学峰年展酒工布事乐动集宴晚例国省市财星教公法", "会(?![议谈员长计场见面报晤展所社上后中])"),
)  # fmt: skip
_CHINESE_BEHIND = (
    (
        "",
        "了|曾|已(?!定)|刚|当时|此前|去年|原定|早在|时任|落幕|昨|报道|报导|消息|讯|获悉|电(?=[，,])",
    ),
    ("", "过(?![去程半于度])"),
    # who reports speaks of what was said
    (
        "",
        "表示|表态|补充|指出|称|透露|警告|宣布|宣佈|强调|写道|回应|承认|批评|否认|提到|谈到|披露|坦言|说|签署",
    ),
)


def _by_first_letter() -> Iterator[tuple[str, str, str]]:
    """Each way to write the first character of a cue, the rest of its expression, its kind."""
    for kind, signs in (("clause", "，,：:、（）()"), ("sentence", "。！？!?；;\n")):
        yield from ((sign, "", kind) for sign in signs)
    for kind, rows in (("future", _CHINESE_AHEAD), ("past", _CHINESE_BEHIND)):
        for guard, words in rows:
            for word in split(words):
                for first in spellings({word[0]: 0}):
                    before = f"(?<![{guard}]{first})" if guard else ""
                    yield first, both_scripts(before + word[1:]), kind


class _Cues(NamedTuple):
    """Where cues are looked for, and what tells the kind of one that was found."""

    finditer: Callable[[str, int, int], Iterator[re.Match[str]]]
    kind: Callable[[re.Match[str]], str | None]


class _FirstLetters:
    """An expression of which each alternative begins with another letter: `re` runs through a
    text for it several times faster.

    The letter tells the kind; where it begins cues of a second kind, a group behind those does.
    """

    def __init__(self, cues: Iterable[tuple[str, str, str]]) -> None:
        self._kinds: dict[str, str] = {}
        self._groups = [""]
        rests: dict[str, list[str]] = {}
        for first, rest, kind in cues:
            mark = ""
            if self._kinds.setdefault(first, kind) != kind:
                self._groups.append(kind)
                mark = "()"
            rests.setdefault(first, []).append(rest + mark)
        self.source = "|".join(
            f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items()
        )

    def kind(self, cue: re.Match[str]) -> str:
        return self._groups[cue.lastindex] if cue.lastindex else self._kinds[cue[0][0]]


_PAST_IRREGULAR = (
    "was|were|had|did|came|went|took|held|said|told|met|sued|won|lost|fell|rose|grew|led|made"
    "|gave|got|began|became|wrote|sent|sold|bought|built|left|ran|saw|spent|broke|spoke|drew|kept"
    "|paid|quit|stood|brought|found|thought|felt|heard|knew|shrank|sank|struck|swept|threw|wound"
    "|withdrew|overtook|underwent|has|have|ago|earlier|previously|since|hit|cut|struck|shot"
)
# put off on Tuesday was put off then; what is put off until Tuesday is to come
_UNTIL = r" (?:[a-z0-9'-]+ ){0,6}(?:to|until|till|into)\b"
_AHEAD = (
    r"will|won't|shall|going to|set to|set for|due|expect(?:s|ed(?<!the expected))?(?: to)?|plan(?<!the plan)(?<!a plan)(?<!its plan)(?:s|ning|ned(?<!its planned)(?<!the planned)(?<!a planned))?|scheduled(?<!its scheduled)(?<!the scheduled)"
    r"|slated|aims?|aiming|intends?|hopes?|hoping|targets?|targeting|targeted|would|could|might"
    r"|may (?:be|have|not|also|well|soon|come|launch|release|announce|ship|arrive|start|begin|see|take|get"
    r"|face|reach|end|open|happen|become|offer|bring|need|make)|should|until|till|upcoming|later|soon|is to|are to|be"
    rf"|postponed(?={_UNTIL})|delayed(?={_UNTIL})|pushed back(?={_UNTIL})"
    r"|by the|no later|deadline|expires?|runs|begins|starts|opens|launches|ships|ends|closes|kicks"
    r"|takes|arrives|comes|debuts|hosts|holds|meets|reports(?<!media reports)(?<!news reports)(?<!follows reports)(?<!after reports)(?<!amid reports)(?<!of reports)(?<!to reports)|returns|lands|enters|goes|streams"
    r"|unveils|speaks|convenes|effective|promises?|promised|forecasts?|tentatively|awaits?|must"
    r"|call is|deadline is|date is|hearing is|launch is|release is|meeting is|event is|summit is|keynote is|trial is"
    r"|moved (?:it )?to|pushed (?:it )?to|slipped (?:in)?to|take effect|go(?:es)? into|come into|appl(?:y|ies)|open(?= (?:on|in|at|between|from))(?<!was open)(?<!were open)|run(?= (?:on|from|until|through))"
    r"|looms|approaches|is (?!said|known|based|dated)\w+ing|are \w+ing|gets|becomes|estimates|i['’]ll|we['’]ll|you['’]ll|they['’]ll|it['’]ll|he['’]ll|she['’]ll"
    r"|eyes|poised|slotted|planning|starting|arrive|begin|expire|meet|resume|resumes|return|convene|go live|goes live|comes|wants? to"
)
_ENGLISH_CUES = re.compile(
    rf"(?<![a-z'])(?=[a-z])(?:(?P<future>(?:{by_letter(split(_AHEAD))})\b)"
    r"|(?P<aim>to (?:be|launch|release|ship|open|begin|start)\b)"
    rf"|(?P<past>(?<!\bbe )(?:(?:{by_letter(split(_PAST_IRREGULAR))})\b|(?!need|speed|feed|seed|indeed|embed|exceed|proceed|"
    r"shared|based|united|advanced|limited|unlimited|expected|planned|scheduled|slated|targeted)"
    r"[a-z]{2,14}ed\b))"
    r"|(?P<clause>(?:and|but|while|which|that|after|because|said|says|though)\b))"
    r"|(?=[,()—:.!?;\n])(?:(?P<stop>,\s|[()—:])"
    r"|(?P<sentence>(?<!\b[a-z]{3})(?<!sept)(?<!\b[a-z])[.!?][\"”’')]*\s|[;\n]))"
)

_LETTERS = _FirstLetters(_by_first_letter())
_CHINESE = _Cues(re.compile(_LETTERS.source).finditer, _LETTERS.kind)
_ENGLISH = _Cues(_ENGLISH_CUES.finditer, attrgetter("lastgroup"))


def chinese_direction(text: str, start: int, end: int) -> Direction:
    return _direction(_CHINESE, text, start, end, 36)


def english_direction(text: str, start: int, end: int) -> Direction:
    """`text` is in lower case."""
    return _direction(_ENGLISH, text, start, end, 90)


_Cue = tuple[int, str | None]  # so many characters from the phrase, of this kind


def _direction(cues: _Cues, text: str, start: int, end: int, reach: int) -> Direction:
    """The cue nearest to the phrase, in its clause, else in its sentence."""
    before: list[re.Match[str]] = []
    first = _NO_CUE
    scan = cues.finditer(text, max(0, start - reach), end + reach)
    for match in scan:
        if match.end() <= start:
            before.append(match)
        elif match.start() >= end:
            first = match.start() - end, cues.kind(match)
            if first[1] == "aim" and before and cues.kind(before[-1]) == "past":
                first = _NO_CUE  # used its meeting on Monday to release it
            break
    last = (start - before[-1].end(), cues.kind(before[-1])) if before else _NO_CUE
    said = _nearer(last, first)
    if said:
        return said
    behind = () if first[1] == "sentence" else scan
    said = _nearer(
        _nearest((start - match.end(), cues.kind(match)) for match in reversed(before)),
        _nearest((match.start() - end, cues.kind(match)) for match in behind),
    )
    said = said or _NEUTRAL
    # 7月1日开启辅导，年底将上市: the first clause tells a story of its own
    apart = first is not _NO_CUE and first[0] > _TOPIC
    return _LEANING if said is _FUTURE and apart else said


# a phrase with nothing but this much after it in its clause is the topic of the next one
_TOPIC = 1
# asked for by the thousand: to find a member by its name in an Enum takes Python its time
_NEUTRAL, _LEANING, _FUTURE = Direction.NEUTRAL, Direction.LEANING, Direction.FUTURE
_DIRECTIONS = {"past": Direction.PAST, "future": _FUTURE, "aim": _FUTURE}
_NO_CUE: _Cue = (1_000_000, "")


def _nearest(cues: Iterable[_Cue]) -> _Cue:
    """The first that tells a direction before the sentence ends."""
    for cue in cues:
        if cue[1] in _DIRECTIONS:
            return cue
        if cue[1] == "sentence":
            break
    return _NO_CUE


def _nearer(before: _Cue, behind: _Cue) -> Direction | None:
    """A cue before the phrase wins over one at the same distance behind it."""
    one, other = _DIRECTIONS.get(before[1] or ""), _DIRECTIONS.get(behind[1] or "")
    return one if one and (other is None or before[0] <= behind[0]) else other
