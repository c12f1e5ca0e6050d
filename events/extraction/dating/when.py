"""When an event was: the phrase that governs it, else what the document allows."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from dates import DateMatch, PartialDate
from dates import find as find_dates
from events.extraction.clauses.units import Unit
from events.extraction.dating.anchors import anchored, is_loose_end
from events.extraction.dating.fitting import Calendar
from events.extraction.dating.governing import governing
from events.extraction.dating.windows import windows_of
from events.extraction.drafts.drafting import Draft
from events.extraction.found import Article, Mention
from events.extraction.hinted import Hinted
from events.models.vocabulary import Certainty, DateBasis, EventKind, Status


class Dated(NamedTuple):
    value: PartialDate | None
    basis: DateBasis
    phrase: DateMatch | None
    why: str


def calendar(article: Article, folded: str, mentions: Sequence[Mention]) -> Calendar:
    """The dates of a text; what stands inside a name is none: H100, AIME 2024."""
    between = _told_between(article, folded)
    known = article.published or between
    if known and known.latest:
        base: date | None = known.latest
        matches = _counted(article, known)
    else:
        known, base = topical(article)
        if known is None and between and between.earliest:
            known = PartialDate.parse(f"{between.earliest:%Y}")  # its end is open
        matches = find_dates(article.text, base, article.language)
    chinese = not article.language.startswith("en")
    matches = anchored(matches, folded, article.text, chinese, base)
    if not chinese:
        fiscal = any(word in folded for word in _FISCAL_WORDS)
        measured = is_measure if fiscal else is_compared
        matches = [match for match in matches if not measured(match, folded)]
    else:
        matches = [match for match in matches if not is_loose_end(match, folded)]
    matches = _not_in_names(matches, mentions)
    undated = windows_of(article, known or between, matches, folded)
    return Calendar(matches, base, undated, article.language)


def _not_in_names(matches: Sequence[DateMatch], mentions: Sequence[Mention]) -> list[DateMatch]:
    """Those that neither begin nor end inside a name. Names stand in order, apart or alike."""
    starts = [mention.start for mention in mentions]

    def named(place: int) -> bool:
        before = bisect_right(starts, place)
        return before > 0 and place < mentions[before - 1].end

    return [match for match in matches if not named(match.start) and not named(match.end - 1)]


_SUM = (
    r"(?:[$€£¥] ?\d[\d.,]*(?: ?(?:billion|million|trillion|bn|mn|tn|m|b|k))?|\d[\d.,]*"
    r"(?: ?(?:%|percent|per cent|billion|million|trillion|bn))?)"
)
# what a figure is compared with is no date of it: up from $18bn a year ago, best since March
_COMPARED = Hinted(
    rf"\b(?:(?:from|than|versus|vs\.?|against|over) (?:[a-z]+ ){{0,2}}?{_SUM} (?:[a-z]+ )??"
    r"(?:in |for |at |during |back in )?(?:the )?"
    r"|the same (?:time|period|quarter|month|week|day|point|stage) (?:in |of )?(?:the )?"
    r"|(?:compared|relative|in comparison) (?:to|with) (?:the )?"
    r"|(?:previous|prior|earlier) (?:all-time )?(?:record|high|low|peak|best|valuation|round|price"
    r"|level|total|figure)\b[^,;]{0,40}"
    r"|(?:doubl\w+|tripl\w+|twice|half) (?:its|their|the|that of)(?: [a-z]+)?"
    r" (?:from |in |of |at )?(?:the )?"
    r"|(?:first|biggest|largest|worst|best|lowest|highest|steepest|slowest|fastest|most)"
    r"\b[^,;.]{0,50} since (?:the )?|dat(?:es?|ing) back to )\Z"
)
_FISCAL_BEFORE = Hinted(
    r"\b(?:fiscal|fy)(?: (?:first|second|third|fourth|q[1-4]))?(?: (?:year|quarter|half))?"
    r"(?: (?:of|for|in))?[ -]?\Z"
)
_OF_THEN = re.compile(  # last quarter's pace
    r"'s? (?:pace|totals?|figures?|levels?|records?|highs?|lows?|numbers?|tally|close|rate)\b"
)
_FISCAL = re.compile(r"\b(?:fiscal|financial) (?:year|quarter|half|[12q])")
_FISCAL_AFTER = re.compile(r" (?:of |for |in )?(?:the |its )?(?:fiscal|fy)")


# without one of these a text speaks of no fiscal year
_FISCAL_WORDS = ("fiscal", "fy", "financial")


def is_measure(match: DateMatch, folded: str) -> bool:
    """A date that something is measured by, or a company's own year, whose months nobody tells."""
    return is_compared(match, folded) or bool(
        _FISCAL_BEFORE.search(folded, max(0, match.start - 70), match.start)
        or _FISCAL_AFTER.match(folded, match.end)
        or _FISCAL.search(folded, match.start, match.end)
    )


def is_compared(match: DateMatch, folded: str) -> bool:
    """A date that something is measured by."""
    return bool(
        _COMPARED.search(folded, max(0, match.start - 70), match.start)
        or _OF_THEN.match(folded, match.end)
    )


_TO_COME = re.compile(
    r"(?:将|將|预计|預計|计划|計劃|\b(?:will|until|expected|due|slated)\b)[^，。,.]*\Z"
)


def topical(article: Article) -> tuple[PartialDate | None, date | None]:
    """What an undated text is about: the latest month it names with its year, and its last day."""
    named = (
        match
        for match in find_dates(article.text, None, article.language)
        if not _TO_COME.search(article.text, max(0, match.start - 24), match.start)
    )
    latest = max(_ends(named), default=None)
    if latest is None or _is_of_another_year(article.text, latest):
        return None, None
    month = PartialDate.parse(f"{latest:%Y-%m}")
    # days of the same month without their year come after it, when they do
    again = find_dates(article.text, month.latest, article.language)
    days = _ends((match for match in again if any(map(str.isdigit, match.text))), within=0)
    return month, max(day for day in (latest, *days) if month.latest and day <= month.latest)


def _is_of_another_year(text: str, day: date) -> bool:
    """Whether a text that speaks of this year without naming it names that of the day as well.

    Or one that a news desk sent in another month.
    """
    if "今年" in text and f"{day:%Y}年" in text:
        return True
    sent = _SENT.search(text)
    return sent is not None and int(sent[1]) not in (day.month, day.month % 12 + 1)


_SENT = re.compile(r"(\d{1,2}) ?月 ?\d{1,2} ?日(?:晚间|上午|下午)?(?:讯|电|消息|訊|電)")


def _ends(matches: Iterable[DateMatch], within: int = 30) -> Iterator[date]:
    """The last days of those that span no more than so many days."""
    for match in matches:
        earliest, latest = match.value.earliest, match.value.latest
        if earliest and latest and (latest - earliest).days <= within:
            yield latest


def _told_between(article: Article, folded: str) -> PartialDate | None:
    """When an undated text appeared; years it names as history only tell nothing of that."""
    window = article.published_between
    if window is None or window.latest or window.earliest is None:
        return window
    if _is_of_another_year(article.text, window.earliest):
        return None
    places = [match.span() for match in re.finditer(f"{window.earliest:%Y}", folded)]
    return None if places and all(_is_history(folded, *place) for place in places) else window


_HISTORY_BEFORE = re.compile(
    r"(?:自|从|早在|始于|成立于|创立于|since|back in|founded in|as early as) ?\Z"
)
_HISTORY_AFTER = re.compile(r"年?[^，。,.]{0,12}(?:以来|至今|之后|起|成立|创立)")


def _is_history(folded: str, start: int, end: int) -> bool:
    before = folded[max(0, start - 12) : start]
    return bool(_HISTORY_BEFORE.search(before) or _HISTORY_AFTER.match(folded, end))


def _counted(article: Article, known: PartialDate) -> list[DateMatch]:
    """Counted from the day; from both ends of a span that holds it."""
    late = find_dates(article.text, known.latest, article.language)
    if known.earliest == known.latest or known.earliest is None or known.latest is None:
        return late
    early = {
        (match.start, match.end): match.value
        for match in find_dates(article.text, known.earliest, article.language)
    }
    return [_spanned(match, early.get((match.start, match.end), match.value)) for match in late]


def _spanned(match: DateMatch, other: PartialDate) -> DateMatch:
    """A phrase whose value depends on the unknown day: anything between both readings."""
    if other == match.value:
        return match
    starts, ends = [other.earliest, match.value.earliest], [other.latest, match.value.latest]
    earliest = None if None in starts else min(day for day in starts if day)
    latest = None if None in ends else max(day for day in ends if day)
    if earliest is None and latest is None:
        return match
    return match._replace(value=PartialDate.between(earliest, latest, approximate=True))


def dated(
    found: Sequence[Draft], parts: Sequence[Unit], folded: str, known: Calendar
) -> list[Dated]:
    """The date of every draft, in order: its own, one it continues, else the document's."""
    told: list[Dated] = []
    for place, draft in enumerate(found):
        phrase = governing(draft, parts[draft.unit], folded, known)
        if draft.presupposed and not (phrase and draft.dated):
            told.append(_undated(draft, parts[draft.unit], folded, known))
            continue
        if phrase and _is_vague(phrase, draft, known):
            told.append(_undated(draft, parts[draft.unit], folded, known))
            continue
        if phrase:
            value = _until_told(phrase, draft, known)
            told.append(Dated(value, DateBasis.RESOLVED, phrase, "date_phrase"))
            continue
        before = _continued(found, told, place, parts, folded)
        if before and _told_first(found[place - 1 : place + 1], before, parts, folded, known):
            before = None
        before = before or _headed(draft, parts, folded, known)
        told.append(before or _undated(draft, parts[draft.unit], folded, known))
    return told


_PART_OF_DAY = 2  # characters
_BELOW = 12  # sentences that stand below one heading
_HEADED = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff、“”]{1,10}[：:|｜·\s]*\Z")
_STAMP = re.compile("发布|更新|来源|时间|日期|编辑|记者|作者")


def _headed(draft: Draft, parts: Sequence[Unit], folded: str, known: Calendar) -> Dated | None:
    """What a chronicle tells under “员工施压：11月18日”, up to the next heading."""
    below = parts[max(0, draft.unit - _BELOW) : draft.unit]
    heading = next((unit for unit in reversed(below) if unit.heading), None)
    if heading is None or len(heading.dates) != 1 or not heading.chinese:
        return None
    match, value = heading.dates[0], heading.dates[0].value
    words = _HEADED.match(folded, heading.start, match.start)
    stamped = heading.end - match.end > _PART_OF_DAY
    if words is None or stamped or _STAMP.search(words[0]) or known.base is None:
        return None
    if value.latest is None or value.latest >= known.base:  # its stamp, or what is to come
        return None
    return Dated(value, DateBasis.INFERRED, None, "date_continued")


def _is_vague(phrase: DateMatch, draft: Draft, known: Calendar) -> bool:
    """Said “recently”, in a text whose own window is no day: nobody knows from which day on."""
    window = known.windows.said
    wide = window is not None and window.earliest != window.latest
    return phrase.rule == "recent" and draft.kind in _SAID and wide


_RUNNING = {"relative_month", "relative_week"}


def _until_told(phrase: DateMatch, draft: Draft, known: Calendar) -> PartialDate:
    """What happened this month did so before it was told."""
    value, day = phrase.value, known.base
    if day is None or phrase.rule not in _RUNNING or not _took_place(draft):
        return value
    if value.earliest and value.latest and value.earliest < day < value.latest:
        return PartialDate.between(value.earliest, day)
    return value


def _took_place(draft: Draft) -> bool:
    mood = draft.mood
    return mood.status is Status.HAPPENED and mood.certainty is not Certainty.DENIED


# what is told as past without saying when
_BACKGROUND = Hinted(
    r"的(?:出现|问世|横空出世)|横空出世|点燃的|引爆的|\b(?:arrival|emergence|advent) of"
    r"|曾(?!在?[一二三四五六七八九十百千万亿几\d])|此前|先前|早前|早已|一直(?!到)"
    r"|\b(?:previously|initially|originally|once|had (?:long |already |earlier )?)\b"
)
# what is granted was known before: although it uses closed models
_CONCEDED = re.compile(r"\s*(?:尽管|虽然|虽说|although|even though|though)")
# what anonymous people know to be done was done at any time before
_FINISHED = Hinted(r"(?:已经?|早已)(?:完成|做完)|\bha(?:s|ve|d) (?:completed|finished)\b")


def _is_heard(draft: Draft, folded: str, start: int) -> bool:
    heard = draft.mood.certainty is not Certainty.CONFIRMED
    return heard and bool(_FINISHED.search(folded, start, draft.end))


_SAID = {EventKind.STATEMENT, EventKind.REPORT, EventKind.PLAN}
_SILENCE = Hinted(
    r"(?:没有|未|不予|拒绝)[^，。]{0,6}(?:回应|置评|评论)"
    r"|(?:not|declin\w+|refus\w+|yet)\b[^,.]{0,24}\b(?:respond|comment|reply)"
)


def _undated(draft: Draft, unit: Unit, folded: str, known: Calendar) -> Dated:
    """As near to the publication as the telling allows."""
    windows, trigger = known.windows, draft.trigger
    value = windows.done
    start = unit.clauses[draft.clause].start
    told_before = _BACKGROUND.search(folded, start, trigger.end) or _CONCEDED.match(folded, start)
    if told_before or _is_heard(draft, folded, start):
        value = windows.before
    elif draft.kind in _SAID or draft.mood.status is Status.PLANNED:
        silent = _SILENCE.search(folded, draft.start, draft.end)
        value = windows.asked if silent else windows.said
    why = "date_from_publication" if value else "no_date"
    return Dated(value, DateBasis.INFERRED, None, why)


# a sentence that goes on with what was told before
_CONTINUES = re.compile(
    r"\s*(?:[^，。]{0,8}(?:当时|当晚)|[\"“「]?(?:同时|随后|紧接着|当时|会上|现场|活动上|发布会上|随即"
    r"|几个?小时(?:之)?后|数小时后|不久后?|另外还|此外还|并|其中"
    r"|within hours|at the same time|at the time|almost at the same|hours later|minutes later"
    r"|at the event|at the conference|on stage|shortly after|soon after|moments later))"
)


# in the next paragraph as well: what was said at the conference
_AT_IT = re.compile(
    r"\s*(?:在?(?:这|该|此)?(?:一系列|次|场)?(?:大|峰|发布|闭门)?会议?上|活动上|现场)[，,]"
)
# Acme, the start-up that raised a round last month, has laid off half its staff
_BESIDE = re.compile(r"\s*(?:the|an?|one of the|which|who|whose|formerly|once|itself)\b")
_GOES_ON = re.compile(
    r"\s*(?:(?:has|have|had|is|are|was|were|will|would|said|says)\b|[a-z]+ed\b(?! by\b))"
)


_AT_THAT_TIME = re.compile(r"\b(?:at|around|about) (?:the same|that) time\b")


def _goes_on(unit: Unit, folded: str) -> bool:
    return bool(
        _CONTINUES.match(folded, unit.start) or _AT_THAT_TIME.search(folded, unit.start, unit.end)
    )


def _interrupted(before: Draft, draft: Draft, unit: Unit, folded: str) -> bool:
    """Whether what is told before only describes who acts in the clause that follows."""
    if unit.chinese or not before.clause:
        return False
    clauses = unit.clauses
    described = _BESIDE.match(folded, clauses[before.clause].start)
    return bool(described and _GOES_ON.match(folded, clauses[draft.clause].start))


# after raising a round in March: what follows was later
_EARLIER = re.compile(r"(?:after|since|having|before|following)\b")
_LATER = 14  # days


def _told_first(
    pair: Sequence[Draft], last: Dated, parts: Sequence[Unit], folded: str, known: Calendar
) -> bool:
    """Whether what is told before only leads on to the clause that follows, days later."""
    before, draft = pair
    ended = last.value.latest if last.value else None
    if before.clause or before.unit != draft.unit or known.base is None or ended is None:
        return False
    later = (known.base - ended).days > _LATER
    return later and bool(_EARLIER.match(folded, parts[draft.unit].start))


def _continued(
    found: Sequence[Draft], told: Sequence[Dated], place: int, parts: Sequence[Unit], folded: str
) -> Dated | None:
    if not place:
        return None
    draft, before = found[place], found[place - 1]
    last = told[place - 1]
    if last.phrase is None and last.why != "date_continued":
        return None
    if before.mood.status is Status.PLANNED and draft.mood.status is not Status.PLANNED:
        return None
    same = draft.unit == before.unit
    unit = parts[draft.unit]
    if same and _interrupted(before, draft, unit, folded):
        return None
    lines = unit.line - parts[before.unit].line
    at_it = lines <= 1 and _AT_IT.match(folded, unit.start) is not None
    market = draft.kind is before.kind is EventKind.MARKET_MOVE
    if same or at_it or (lines == 0 and (market or _goes_on(unit, folded))):
        return last._replace(basis=DateBasis.INFERRED, phrase=None, why="date_continued")
    return None
