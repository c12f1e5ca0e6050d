"""What stands beside the events a search found, and what helps on when it found none."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from django.http import QueryDict

from events.models import Event
from events.search.best import best_matches
from events.search.guessing import guesses
from events.search.marks import Marks
from events.search.names import Names, current_names, current_sample
from events.search.question import Question, read
from events.timeline.filters import Chosen, TimelineFilter

FEW = 3  # results; with fewer one may have meant something else
COUNTED = 1_000  # events of a way on are counted up to here
MOST_WAYS = 8


@dataclass(frozen=True, slots=True)
class WayOn:
    """Another address with the number of events one finds there."""

    text: str
    query: str
    count: int
    chosen: Chosen | None = None  # the filter it takes away

    @property
    def many(self) -> bool:
        """There are more than were counted."""
        return self.count >= COUNTED


@dataclass(frozen=True)
class Results:
    question: Question
    marks: Marks
    best: list[Event] = field(default_factory=list)
    meant: list[WayOn] = field(default_factory=list)  # other words that are nearly these
    without: list[WayOn] = field(default_factory=list)  # the same with less filters or words

    @cached_property
    def names(self) -> Names:
        """All names, read once for a page."""
        return current_names()


def results_of(form: TimelineFilter, total: int, first_page: bool) -> Results:
    """`total` is how many events fit the form; `first_page` whether its beginning is shown."""
    text = form.valid_data.get("q") or ""
    question = read(text)
    marks = Marks(question)
    if total == 0:
        return Results(question, marks, meant=_meant(form, text), without=list(_ways(form)))
    best = best_matches(form, total) if first_page and text else []
    return Results(question, marks, best, _meant(form, text) if total < FEW else [])


def _meant(form: TimelineFilter, text: str) -> list[WayOn]:
    """Other words that find something, with the reader's filters or else without them."""
    if not text:
        return []
    found = []
    for guess in guesses(text, current_names(), current_sample()):
        for query in (form.query_string(q=guess), f"?{_encoded_q(guess)}"):
            way = _way(guess, query)
            if way.count:
                found.append(way)
                break
    return found


def _ways(form: TimelineFilter) -> Iterator[WayOn]:
    """Each filter taken away, and each of several words."""
    chosen = list(form.chosen())
    if [each.field for each in chosen] != ["q"]:
        yield from (_way("", each.without, each) for each in chosen[:MOST_WAYS])
    yield from _fewer_words(form)


def _fewer_words(form: TimelineFilter) -> Iterator[WayOn]:
    text = form.valid_data.get("q") or ""
    words = text.split()
    if read(text).is_plain and 1 < len(words) <= MOST_WAYS:
        for index in range(len(words)):
            rest = " ".join([*words[:index], *words[index + 1 :]])
            way = _way(rest, form.query_string(q=rest))
            if way.count:
                yield way


def _way(text: str, query: str, chosen: Chosen | None = None) -> WayOn:
    events = TimelineFilter(QueryDict(query.removeprefix("?"))).events().order_by()
    return WayOn(text, query, events[:COUNTED].count(), chosen)


def _encoded_q(text: str) -> str:
    query = QueryDict(mutable=True)
    query["q"] = text
    return query.urlencode()
