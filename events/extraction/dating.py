"""When an event was: the phrase that governs it, else what the document allows."""

from typing import NamedTuple

from dates import DateMatch, PartialDate
from dates import find as find_dates
from events.extraction.anchors import anchored
from events.extraction.drafting import Draft
from events.extraction.found import Article
from events.extraction.units import Unit
from events.models.vocabulary import DateBasis


class Dated(NamedTuple):
    value: PartialDate | None
    basis: DateBasis
    phrase: DateMatch | None
    why: str


def dates_of(article: Article, folded: str) -> list[DateMatch]:
    """Every date phrase, counted from the day of publication, or from a date told before."""
    known = article.published or article.published_between or topical(article)
    chinese = not article.language.startswith("en")
    latest = known.latest if known else None
    return anchored(_counted(article, known), folded, article.text, chinese, latest)


def topical(article: Article) -> PartialDate | None:
    """What an undated text says it is about: its first date that tells year and month."""
    for match in find_dates(article.text[:_TOPIC], None, article.language):
        value = match.value
        if value.earliest and value.latest and (value.latest - value.earliest).days < _MONTH:
            return value
    return None


_TOPIC, _MONTH = 1500, 31


def _counted(article: Article, known: PartialDate | None) -> list[DateMatch]:
    """Counted from the day; from both ends of a span that holds it."""
    if known is None or known.earliest is None or known.latest is None:
        base = known and (known.latest or known.earliest)
        return find_dates(article.text, base, article.language)
    late = find_dates(article.text, known.latest, article.language)
    if known.earliest == known.latest:
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


def date_of(draft: Draft, unit: Unit, article: Article, before: "Dated | None") -> Dated:
    phrase = _governing(draft, unit)
    if phrase:
        return Dated(phrase.value, DateBasis.RESOLVED, phrase, "date_phrase")
    if before:
        return before
    published = article.published
    if published:
        return Dated(published, DateBasis.INFERRED, None, "date_from_publication")
    window = article.published_between or topical(article)
    return Dated(window, DateBasis.INFERRED, None, "date_from_publication")


def _governing(draft: Draft, unit: Unit) -> DateMatch | None:
    """The phrase in the clause nearest to the trigger, else the nearest in the passage."""
    own = unit.clauses[draft.clause].dates
    pool = own or [
        match
        for clause in unit.clauses
        for match in clause.dates
        if draft.start <= match.start < draft.end
    ]
    if not pool:
        return None
    return min(pool, key=lambda match: _distance(match, draft))


def _distance(match: DateMatch, draft: Draft) -> int:
    if match.end <= draft.trigger.start:
        return draft.trigger.start - match.end
    return match.start - draft.trigger.end + 1
