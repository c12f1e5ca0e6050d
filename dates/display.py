"""Every PartialDate in words, chosen so that `resolve` reads them back as the same value."""

from abc import ABC, abstractmethod
from calendar import monthrange

from dates import edtf
from dates.edtf import End, Interval, Point
from dates.languages import Language, language_of
from dates.partial import PartialDate, Precision

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_SEASONS_ZH = {21: "春季", 22: "夏季", 23: "秋季", 24: "冬季"}
_THIRDS_ZH = {37: "年初", 38: "年中", 39: "年底"}
_HALVES_ZH = {40: "年上半年", 41: "年下半年"}


def display(value: PartialDate, language: str = "en") -> str:
    """“27–28 January 2025”, “2025年4月下旬”: the date in words of `en`, `zh-Hans` or `zh-Hant`."""
    speaker = _SPEAKERS[language_of(language)]
    parsed = edtf.parse(value.edtf)
    if isinstance(parsed, Point):
        return speaker.qualified(parsed)
    if isinstance(parsed.start, Point) and isinstance(parsed.end, Point):
        return _closed(speaker, parsed.start, parsed.end, value.precision)
    return _half_open(speaker, parsed)


class Speaker(ABC):
    """What a language must be able to say."""

    about: dict[str, str]
    since: str
    or_earlier: str
    to_unknown: str
    from_unknown: str

    @abstractmethod
    def point(self, point: Point) -> str:
        """A day, month, season, quarter, third, half, year or decade."""

    @abstractmethod
    def span(self, start: Point, end: Point) -> str:
        """Two dates without qualifiers, saying shared years and months once."""

    @abstractmethod
    def full_span(self, start: str, end: str) -> str:
        """Two dates already in words."""

    @abstractmethod
    def week(self, monday: Point) -> str:
        """The ISO week that begins on this day."""

    @abstractmethod
    def month_part(self, month: Point, third: int) -> str:
        """The first, second or last ten days (0, 1, 2) of a month."""

    def qualified(self, point: Point) -> str:
        return self.about[point.qualifier].format(self.point(point))


def _closed(speaker: Speaker, start: Point, end: Point, precision: Precision) -> str:
    third = _third_of_month(start, end)
    if third is not None:
        return speaker.month_part(Point(start.year, start.part), third)
    if start.qualifier != end.qualifier:
        return speaker.full_span(speaker.qualified(start), speaker.qualified(end))
    if precision is Precision.WEEK and start.day and end.day:
        return speaker.about[start.qualifier].format(speaker.week(start))
    if start.qualifier:
        return speaker.full_span(speaker.qualified(start), speaker.qualified(end))
    return speaker.span(start, end)


def _third_of_month(start: Point, end: Point) -> int | None:
    """Which of early, mid and late this approximate interval is, if it is one of them."""
    same_month = (start.year, start.part) == (end.year, end.part) and start.day and end.day
    if not same_month or start.qualifier != "~" or end.qualifier != "~":
        return None
    last = monthrange(start.year, start.part)[1]
    thirds = ((1, 10), (11, 20), (21, last))
    days = (start.day, end.day)
    return thirds.index(days) if days in thirds else None


def _half_open(speaker: Speaker, interval: Interval) -> str:
    if isinstance(interval.start, Point):
        words = speaker.since if interval.end is End.OPEN else speaker.to_unknown
        return words.format(speaker.qualified(interval.start))
    assert isinstance(interval.end, Point)  # noqa: S101  # one end always is a date
    words = speaker.or_earlier if interval.start is End.OPEN else speaker.from_unknown
    return words.format(speaker.qualified(interval.end))


class English(Speaker):
    about = {"": "{}", "~": "about {}", "?": "possibly {}", "%": "possibly about {}"}
    since = "since {}"
    or_earlier = "{} or earlier"
    to_unknown = "{} – unknown"
    from_unknown = "unknown – {}"

    def point(self, point: Point) -> str:
        year = point.year
        if point.decade:
            return f"the {year}s"
        if point.day:
            return f"{point.day} {_MONTHS[point.part - 1]} {year}"
        if point.part <= 12:
            return f"{_MONTHS[point.part - 1]} {year}" if point.part else str(year)
        return self._group(point.part, year)

    def _group(self, part: int, year: int) -> str:
        if part == 24:
            return f"winter {year}–{(year + 1) % 100:02}"
        if part < 24:
            return f"{_SEASONS[part]} {year}"
        if part <= 36:
            return f"Q{part - 32} {year}"
        thirds = {37: f"early {year}", 38: f"mid-{year}", 39: f"late {year}"}
        return thirds.get(part) or f"{'first' if part == 40 else 'second'} half of {year}"

    def span(self, start: Point, end: Point) -> str:
        same_year = start.year == end.year and bool(start.day) == bool(end.day)
        if not (same_year and 1 <= start.part <= 12 and 1 <= end.part <= 12):
            years = not (start.part or end.part or start.decade or end.decade)
            dash = "–" if years else " – "
            return f"{self.point(start)}{dash}{self.point(end)}"
        if not start.day:
            return f"{_MONTHS[start.part - 1]}–{self.point(end)}"
        if start.part == end.part:
            return f"{start.day}–{self.point(end)}"
        return f"{start.day} {_MONTHS[start.part - 1]} – {self.point(end)}"

    def full_span(self, start: str, end: str) -> str:
        return f"{start} – {end}"

    def week(self, monday: Point) -> str:
        return f"week of {self.point(monday)}"

    def month_part(self, month: Point, third: int) -> str:
        return f"{('early ', 'mid-', 'late ')[third]}{self.point(month)}"


class Chinese(Speaker):
    """Both scripts: `words` holds what differs between them."""

    since = "自{}起"
    or_earlier = "{}或更早"
    to_unknown = "{}至未知"
    from_unknown = "未知至{}"

    def __init__(self, about: str, quarter: str, week: str) -> None:
        self.about = {"": "{}", "~": f"{about}{{}}", "?": "可能是{}", "%": f"可能{about}{{}}"}
        self._quarter = quarter
        self._week = week

    def point(self, point: Point) -> str:
        year, part = point.year, point.part
        if point.decade:
            return f"{year}年代"
        if part <= 12:
            month = f"{part}月" if part else ""
            return f"{year}年{month}" + (f"{point.day}日" if point.day else "")
        if part <= 24:
            return f"{year}年{_SEASONS_ZH[part]}"
        if part <= 36:
            return f"{year}年第{'一二三四'[part - 33]}{self._quarter}"
        return f"{year}{_THIRDS_ZH.get(part) or _HALVES_ZH[part]}"

    def span(self, start: Point, end: Point) -> str:
        words = self.point(end)
        months = 1 <= start.part <= 12 and 1 <= end.part <= 12
        if months and start.year == end.year and bool(start.day) == bool(end.day):
            shared = f"{end.year}年"
            if start.day and start.part == end.part:
                shared += f"{end.part}月"
            words = words.removeprefix(shared)
        return self.full_span(self.point(start), words)

    def full_span(self, start: str, end: str) -> str:
        return f"{start}至{end}"

    def week(self, monday: Point) -> str:
        return f"{self.point(monday)}{self._week}"

    def month_part(self, month: Point, third: int) -> str:
        return f"{self.point(month)}{'上中下'[third]}旬"


_SPEAKERS: dict[Language, Speaker] = {
    Language.ENGLISH: English(),
    Language.SIMPLIFIED: Chinese(about="约", quarter="季度", week="当周"),
    Language.TRADITIONAL: Chinese(about="約", quarter="季", week="當週"),
}
