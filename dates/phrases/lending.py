"""What a date lends the one after it: its year, its month."""

from dates.partial import Precision
from dates.phrases.festivals import bounds_of
from dates.phrases.grammar import Grammar, Scene
from dates.phrases.term import Term

# a year named earlier in the sentence is lent over at most so many characters
LENDING_REACH = 60
# and its month to a bare day in a list
_LIST_REACH = 8


def lent_year(scene: Scene, grammar: Grammar, term: Term, start: int) -> Term:
    """在2023年3月发布，5月开源: the year named before in the sentence, when it is past;
    5月6日和7日: the month named just before."""
    previous = scene.previous
    if previous is None or previous.latest is None or scene.day is None or scene.alone:
        return term
    between = scene.text[scene.previous_end : start]
    if len(between) > LENDING_REACH or grammar.boundary.search(between):
        return term
    latest = previous.latest
    if term.day and (term.part, term.day) == (latest.month, latest.day) and len(between) <= 2:
        return term._replace(year=latest.year)  # last Friday, January 9
    if term.day and not term.part and previous.precision is Precision.DAY:
        follows = term.day > latest.day and len(between) <= _LIST_REACH
        return term._replace(year=latest.year, part=latest.month) if follows else term
    part = term.part or (term.feast and bounds_of(term.feast, latest.year)[0].month) or 0
    past = latest.year < scene.day.year and part
    if not past or (part <= 12 and part < latest.month):
        return term
    return term._replace(year=latest.year)
