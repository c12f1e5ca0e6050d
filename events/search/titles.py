"""Events whose titles have what somebody has begun to type.

Of a million events, those that match one letter are too many to sort, and those that match a rare
word are too few to be met by reading the newest. So the newest are read first, and only what is
rarer than that is looked up in the index, up to a limit.
"""

from django.contrib.postgres.search import SearchVectorField
from django.db.models import Func

from events.models import Event
from events.models.queryset import EventQuerySet
from events.search.queries import TokenQuery
from events.search.tokens import WORD, condition, fold, pieces
from sources.chinese import CHARACTER

NEWEST = 300  # events that are read
CANDIDATES = 400  # rarer ones that are looked at
SHORT = 3  # letters; as many begin too many words to look all of them up beside others


class TitleWords(Func):
    """The part of a search column that comes from titles; no index is made of it."""

    function = "ts_filter"
    template = "%(function)s(%(expressions)s, '{a}')"
    output_field = SearchVectorField()


def events_beginning_with(text: str, events: EventQuerySet, most: int) -> list[Event]:
    """At most `most`, newest first."""
    words = WORD.findall(fold(text))
    if not words:
        return []
    begun = TokenQuery(_begun(words))
    newest = events.newest_first().values("pk")[:NEWEST]
    found = _first(events.filter(pk__in=newest), begun, most)
    looked_up = _looked_up(words)
    if len(found) == most or not looked_up:
        return found
    rare = events.order_by().filter(search=TokenQuery(looked_up)).values("pk")[:CANDIDATES]
    return _first(events.filter(pk__in=rare), begun, most)


def _first(events: EventQuerySet, begun: TokenQuery, most: int) -> list[Event]:
    in_title = events.alias(in_title=TitleWords("search")).filter(in_title=begun)
    return list(in_title.newest_first().defer("search")[:most])


def _looked_up(words: list[str]) -> str:
    """What the index is asked for: without the last word when too many begin like it."""
    *finished, last = [piece for word in words for piece in pieces(word) or [word]]
    if CHARACTER.match(last) or len(last) > SHORT or (len(last) == SHORT and not finished):
        return _begun(words)
    return " & ".join(map(condition, finished))


def _begun(words: list[str]) -> str:
    """The tsquery of words of which the last may go on."""
    *finished, last = words
    return " & ".join([*map(condition, finished), condition(last, unfinished=True)])
