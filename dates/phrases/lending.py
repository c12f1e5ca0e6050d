"""What a date lends the one after it: its year, its month."""

from datetime import date

from dates.partial import PartialDate, Precision
from dates.phrases.festivals import bounds_of
from dates.phrases.grammar import Grammar, Scene
from dates.phrases.term import Term

# a year named earlier in the sentence is lent over at most so many characters
LENDING_REACH = 60
# and its month to a bare day in a list
_LIST_REACH = 8
_DAY = Precision.DAY


def lent_year(scene: Scene, grammar: Grammar, term: Term, start: int) -> Term:
    """The term with what the date named before in the sentence lends it."""
    previous, today = scene.previous, scene.day
    if previous is None or previous.latest is None or today is None or scene.alone:
        return term
    gap = start - scene.previous_end
    if gap > LENDING_REACH:
        return term
    lent = _lent(term, previous, previous.latest, today, gap)
    if lent is None or grammar.boundary.search(scene.text, scene.previous_end, start):
        return term
    return lent


def _lent(term: Term, previous: PartialDate, latest: date, today: date, gap: int) -> Term | None:
    """在2023年3月发布，5月开源: the year named before, when it is past;
    5月6日和7日: the month named just before."""
    if term.day and (term.part, term.day) == (latest.month, latest.day) and gap <= 2:
        return term._replace(year=latest.year)  # last Friday, January 9
    if term.day and not term.part and previous.precision is _DAY:
        follows = term.day > latest.day and gap <= _LIST_REACH
        return term._replace(year=latest.year, part=latest.month) if follows else None
    if latest.year >= today.year:
        return None
    part = term.part or (term.feast and bounds_of(term.feast, latest.year)[0].month) or 0
    lends = part and not (part <= 12 and part < latest.month)
    return term._replace(year=latest.year) if lends else None
