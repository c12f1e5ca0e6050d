"""Which event an address means, or what is said when it shows none."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from events.models import Event, Merge
from events.models.queryset import EventQuerySet

Visibility = Event.Visibility


def found(request: HttpRequest, pk: int, address: Callable[[Event], str]) -> Event | HttpResponse:
    """The published event, or the answer to give instead.

    A merged event leads to the `address` of the one it is part of now, a retracted one says so.
    """
    shown = Event.objects.filter(pk=pk).only("visibility").first()
    if shown is None:
        merge = get_object_or_404(Merge, kind=Merge.Kind.EVENT, from_id=pk, undone_at__isnull=True)
        into = get_object_or_404(Event.objects.published(), pk=merge.into_id)
        return moved(request, address(into))
    if shown.visibility == Visibility.RETRACTED:
        return render(request, "events/event_retracted.html", status=410)
    events: EventQuerySet = Event.objects.published().as_of(getattr(request, "as_of", None))
    event: Event | None = events.filter(pk=pk).for_timeline().defer(None).first()
    if event is None:
        raise Http404
    return event


def moved(request: HttpRequest, address: str) -> HttpResponseRedirect:
    query = request.META.get("QUERY_STRING", "")
    return HttpResponseRedirect(address + (f"?{query}" if query else ""))


def of_event(name: str, *arguments: str) -> Callable[[Event], str]:
    """Where the page called `name` is of an event."""
    return lambda event: reverse(name, args=[event.pk, *arguments])
