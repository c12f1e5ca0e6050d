"""Names and numbers that are dates only in the right company: May, 2025, 24年."""

import re

from dates.phrases.build import month_word, near_day, point, year_of
from dates.phrases.festivals import FESTIVALS, Days, Feast
from dates.phrases.grammar import Match, Scene
from dates.phrases.term import Direction, Term, settle

SHORT_YEAR_REACH = 12
FIRST_BARE_YEAR, LAST_BARE_YEAR = 1950, 2040
# names whose year is no date: benchmarks, software, hardware
_NAME_WITH_NUMBER = re.compile(
    r"(?:AIME|HMMT|USAMO|CNMO|AMC|BRUMO|MATH|GPQA|MMLU|Windows|Office|Server|Studio|AutoCAD"
    r"|SQL|WMT|ImageNet|COCO|VOC|SemEval|CodeForces|LiveCodeBench|RTX|GTX|ISO|GB)[ \-]?$",
    re.IGNORECASE,
)
_BEFORE_YEAR = re.compile(r"[A-Za-z][)）”》]? ?$|[在从從到至自于於](?!第)$|[-–—~～]$|= ?$")
_UNCLEAR_MONTHS = {
    "may",
    "august",
    "march",
    "jan",
    "mar",
    "apr",
    "jun",
    "sep",
    "dec",
    "april",
    "june",
}
_IN_MAY = re.compile(r"\b(?:in|since|until|early|late) $|mid-$")
_BEFORE_MONTH = re.compile(
    r"(?:\b(?:an?|its|their|the|in|of|as|than|coming|since|by|until|till|from|to|through|before|after|last"
    r"|next|this|early|late|and|or|during|for|between|around|every|each"
    r"|into|on)|mid|[-–—(])[ -]?(?:the )?$"
)
_COUNT_BEFORE = re.compile(
    r"(?:(?<!later )(?<!earlier )than|about|nearly|almost|top|(?<!l at )least|some|version|model|v|no\.|page"
    r"|room|fortune|roughly|around|most|additional|another|all|of the|her"
    r"|his|their|these|those|first|last|next) $"
)
_ROUND_YEARS = (2000, 2048, 2100)
_COUNTED = re.compile(
    r"[- –](?:and |to |or )?[3-9][0-9]{3}\b"
    r"|[- ](?:[a-z]+[0-9]+\w*|(?:[a-z]{2,12} )?(?:gpus?|chips?|users?|people|employees|customers"
    r"|tokens?|companies|developers|engineers|workers|stores|cores?|nodes|points|pages|cars|times"
    r"|votes|papers|problems|dollars|yuan|miles|words|servers|cards|items|layers|jobs|models"
    r"|questions|students|members|startups|hours|days|parameters|accelerators|samples|percent"
    r"|tests|runs|trials|games|steps|epochs|images|videos|languages|tasks"
    r"|experts|lines|copies|orders"
    r"|firms|businesses|schools|hospitals|patients|vehicles|robots|requests|pounds|euros|stocks"
    r"|megawatts|mw|km|px|meters|feet|tons|attendees|patents|apps|units|others|sites))\b|%"
)
_YEAR_BEFORE = re.compile(
    r"\b(?:in|by|since|until|till|of|before|after|through|from|to|year|during|for)"
    r"(?: about| around)? $"
)


def short_year(m: Match, s: Scene) -> Term | None:
    """24年 alone or after a preposition; elsewhere it is a length of time."""
    year = year_of(m, s)
    before = s.text[max(0, m.start - 1) : m.start]
    plausible = s.day is None or abs(year - s.day.year) <= SHORT_YEAR_REACH
    if before in "在于自从至到比较截，。：、（(" and (plausible or s.alone):
        return Term(year)
    return None


def bare_year(m: Match, s: Scene) -> Term | None:
    """A year without 年: LlamaCon 2025; not AIME 2024, not 2048 of something."""
    year = m.number("y")
    if not FIRST_BARE_YEAR <= year <= LAST_BARE_YEAR:
        return None
    if s.alone and m.start == 0:
        return Term(year)
    before = s.text[max(0, m.start - 24) : m.start]
    if _NAME_WITH_NUMBER.search(before):
        return None
    titled = s.text[m.end : m.end + 1] == "，" and before[-1:] in ("", "\n")
    return Term(year) if titled or _BEFORE_YEAR.search(before) else None


def month_point(m: Match, s: Scene) -> Term | None:
    """Dec. 26; may and march only with a capital."""
    return point(m, s) if _is_month(m, s) else None


def _is_month(m: Match, s: Scene) -> bool:
    return m.get("m") not in ("may", "march") or s.capital(m.at("m"))


def next_month_word(m: Match, s: Scene) -> Term | None:
    """Next March, last May; not “this may take longer”."""
    return month_word(m, s) if _is_month(m, s) else None


def short_weekday(m: Match, s: Scene) -> Term | None:
    """Thu, Fri: with a capital."""
    return Term(weekday=m.word("w")) if s.capital(m.at("w")) else None


def bare_month(m: Match, s: Scene) -> Term | None:
    """In October: names that are also words or people only in the right company."""
    if s.alone:
        return point(m, s)
    before = s.text[max(0, m.start - 16) : m.start]
    said = _BEFORE_MONTH.search(before) is not None
    if _SURNAME.match(s.original, m.end) and not _BEFORE_TIME.search(before):
        return None
    if m.get("m") not in _UNCLEAR_MONTHS or _IN_MAY.search(before):
        return point(m, s)
    clear = s.capital(m.at("m")) or m.get("m") in ("april", "june")
    return point(m, s) if said and clear else None


_SURNAME = re.compile(r" [A-Z][a-z]")
_BEFORE_TIME = re.compile(
    r"\b(?:in|of|since|by|until|from|to|through|before|after|during|last|this) $"
)


def that_day(m: Match, s: Scene) -> Term | None:
    """当天 where it opens a clause; 就职当天 is the day of an event nobody dated."""
    before = s.text[max(0, m.start - 1) : m.start]
    return near_day(m, s) if not before or before in _OPENS_CLAUSE else None


_OPENS_CLAUSE = ' \n\u3000，。、；：！？,.;:!?（(“”"—在于於但而并並也就则則又还還均'


def slash_day(m: Match, s: Scene) -> Term | None:
    """On 10/25; elsewhere a fraction or a score."""
    return numbered_day(m, s) if _said_slash(m, s) else None


def _said_slash(m: Match, s: Scene) -> bool:
    before = s.text[max(0, m.start - 12) : m.start]
    said = s.alone or _BEFORE_SLASH.search(before) or _SLASH_RANGE.match(s.text, m.end)
    return bool(said)


def numbered_day(m: Match, s: Scene) -> Term | None:
    """02/03/2025 is read as Americans write it, unless the text shows that it does not."""
    term = point(m, s)
    if term and term.day <= 12 and s.day_first:
        return term._replace(part=term.day, day=term.part)
    return term


def chinese_slash_day(m: Match, s: Scene) -> Term | None:
    """鴻海7/14公布營收: as in English, and where the rest tells it from a fraction."""
    if _CHANGES.match(s.text, m.end):
        return None
    days = m.number("d") > 12 and not _COUNTS.match(s.text, m.end)
    said = days or _BEGINS.match(s.text, m.end) or _said_slash(m, s)
    return point(m, s) if said else None


_CHANGES = re.compile("[提上]升|下[降跌]|[升降增减減涨漲跌]")  # 从3/10提升到一半
_COUNTS = re.compile("[ ]?(?:[分的以左右上下名个個人票家次题題项項胜勝比]|$)")
_BEGINS = re.compile(
    "[ ]?(?:[举舉召将將]|登[场場]|公布|[发發][布表]|[开開][幕始跑]|上[市午线線路]|下午|[起前后後当當晚早]|除[息权權]|法[说說])"
)


def dotted_day(m: Match, s: Scene) -> Term | None:
    """15.07.2025; not version 2.5.2025."""
    before = s.text[max(0, m.start - 10) : m.start]
    return None if _NAMES_A_VERSION.search(before) else point(m, s)


_NAMES_A_VERSION = re.compile(r"\b(?:version|release|build|ver\.?|v) ?$")
_BEFORE_SLASH = re.compile(
    r"(?:\b(?:on|from|between|by|until|till|through|since|before|after|starting|dated|due|and|to)"
    r"|day,?) $|[0-9]/[0-9]{1,2}(?:,|,? or| and) $|[-–—于於在自从從至到由] ?$"
)


_SLASH_RANGE = re.compile(r" ?[-–—] ?[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}")


def english_year(m: Match, s: Scene) -> Term | None:
    """A bare year; not a count, a benchmark or a version."""
    year = m.number("y")
    if s.alone:
        return Term(year)
    before = s.text[max(0, m.start - 24) : m.start]
    if _NAME_WITH_NUMBER.search(before) or _COUNT_BEFORE.search(before):
        return None
    if _COUNTED.match(s.text, m.end):
        return None
    said = _YEAR_BEFORE.search(before) is not None
    if year in _ROUND_YEARS and not said:
        return None
    return Term(year) if said or FIRST_BARE_YEAR <= year <= LAST_BARE_YEAR else None


def festival(m: Match, s: Scene) -> Term | None:
    """国庆期间, 春节前, 大年初三, Thanksgiving weekend: which of its days the words around say."""
    if _EVERY.search(s.text, max(0, m.start - 6), m.start):
        return None
    number, later = m.word("feast"), m.number("n") - 1 if m.get("n") else 0
    days = next((days for group, days in _DAYS_SAID.items() if m.get(group)), Days.ITSELF)
    if days is Days.HOLIDAYS and _before_it(m, s):  # they begin after that
        days, later = Days.ITSELF, FESTIVALS[number].holidays[0]
    return Term(year_of(m, s), feast=Feast(number, days, later))


def _before_it(m: Match, s: Scene) -> bool:
    before = s.text[max(0, m.start - 12) : m.start]
    return bool(_BEFORE.search(before) or _AHEAD_OF.match(s.text, m.end))


_BEFORE = re.compile(r"\b(?:before|ahead of|prior to) (?:the )?$")
_AHEAD_OF = re.compile("(?:之|以)?前(?!后|後)")
_DAYS_SAID = {
    "holidays": Days.HOLIDAYS, "weekend": Days.WEEKEND, "week": Days.WEEK, "eves": Days.EVES, "season": Days.SEASON,
}  # fmt: skip
_EVERY = re.compile("(?:每年?|历年|歷年|往年|逢|过|過|庆祝|慶祝|迎)的?$|(?:every|each) $")


def bare_festival(m: Match, s: Scene) -> Term | None:
    """春节，…… and 于国庆上线; not a festival that people shop for or write songs about."""
    said = s.alone or _BEFORE_FESTIVAL.search(s.text, max(0, m.start - 8), m.start)
    if not said and _ENDS_TOPIC.match(s.text, m.end):
        said = _OPENS_CLAUSE_BEFORE.search(s.text, max(0, m.start - 3), m.start)
    return festival(m, s) if said else None


_OPENS_CLAUSE_BEFORE = re.compile(r"(?:^|[，。；：！？,;:!?（(“\n])[ \u3000]*$")
_ENDS_TOPIC = re.compile("[，,]|(?:之|以)?[前后後]|当|當|以来|以來|起|至|到|[-—~]")
_BEFORE_FESTIVAL = re.compile(
    "(?:[在于於自从從到至由将將计計划劃拟擬望快晚迟遲早争爭定]|赶在|趕在|截至|[0-9今去明]年的?)$"
)


def english_festival(m: Match, s: Scene) -> Term | None:
    """By Christmas, before Thanksgiving, Halloween 2024; not a Christmas tree."""
    said = s.alone or m.get("y") or m.get("yy")
    before = _BEFORE_ENGLISH_FESTIVAL.search
    return festival(m, s) if said or before(s.text, max(0, m.start - 40), m.start) else None


_BEFORE_ENGLISH_FESTIVAL = re.compile(
    r"(?:\b(?:on|by|before|after|over|around|since|until|till|during|past|through|from|between"
    r"|ahead of|prior to|as of|in time for|come|starting|early|late|mid-)"
    r"|\b(?:between|from) [^.,;]{3,24} (?:and|to)) (?:the )?$"
)


def said_festival(m: Match, s: Scene) -> Term | None:
    """Last Christmas, this Thanksgiving: the one gone by, the nearest, the next."""
    term = festival(m, s)
    toward = _TOWARD[m.word("coming") if m.get("coming") else m.word("yr")]
    return term and settle(term._replace(year=0), s.base, toward)


_TOWARD = {-1: Direction.PAST, 0: Direction.ALONE, 1: Direction.FUTURE}
