"""Which event an address means, or what is said when it shows none."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from events.models import Event, Merge
from events.views.addresses import moved_to

Visibility = Event.Visibility


def found(request: HttpRequest, pk: int, address: Callable[[Event], str]) -> Event | HttpResponse:
    """The published event, or the answer to give instead.

    A merged event leads to the `address` of the one it is part of now; a retracted one says so,
    and so does one of which nothing was reported by the day the page is read as of.
    """
    shown = Event.objects.filter(pk=pk).only("visibility", "slug").first()
    if shown is None:
        into = get_object_or_404(Event.objects.published(), pk=Merge.event_now(pk))
        return moved_to(address(into), request)
    if shown.visibility == Visibility.RETRACTED:
        return render(request, "events/event_retracted.html", status=410)
    if shown.visibility != Visibility.PUBLISHED:
        raise Http404
    events = Event.objects.as_of(getattr(request, "as_of", None)).filter(pk=pk)
    event: Event | None = events.for_timeline().defer(None).first()
    return event or _not_yet_reported(request, shown)


def _not_yet_reported(request: HttpRequest, event: Event) -> HttpResponse:
    first = event.states.order_by("known_from").values_list("known_from", flat=True).first()
    context = {"first": first, "now": event.get_absolute_url}
    return render(request, "events/event_not_yet.html", context, status=404)


def of_event(name: str, *arguments: str) -> Callable[[Event], str]:
    """Where the page called `name` is of an event."""
    return lambda event: reverse(name, args=[event.pk, *arguments])
