"""The events that fit a search best, whatever their date: shown above the list."""

from django.contrib.postgres.search import SearchRank
from django.db.models import F, FloatField
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from events.models import Event
from events.search.queries import query_of
from events.timeline.cursor import first_keys
from events.timeline.filters import TimelineFilter

MOST = 3
LIST_FROM = 8  # events; a shorter list is seen at a glance
RANKED_ALL = 1_000  # matches; of more only the newest RANKED are compared
RANKED = 100
WEIGHTS = [0.05, 0.15, 0.4, 1.0]  # unused, summary, names, title


def best_matches(form: TimelineFilter, total: int) -> list[Event]:
    """The best of `total` matches: by where the words stand, and by importance."""
    query = query_of(form.valid_data.get("q") or "")
    if query is None or total < LIST_FROM:
        return []
    events = form.events()
    fitting = events
    if total > RANKED_ALL:
        newest = first_keys(events, True, RANKED, form.days)
        fitting = Event.objects.as_of(events.day).filter(pk__in=newest)
    ranked = fitting.annotate(fit=SearchRank(F("search"), query, weights=WEIGHTS) * _weight())
    return list(ranked.order_by("-fit", "-timeline_position", "-id").defer("search")[:MOST])


def _weight() -> Combinable:
    """Importance tells events apart that fit about as well."""
    return 1 + Cast("importance", FloatField()) / 10
