"""How an event is cited, as files and for its page."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone

from events.citing import FORMATS, Citation
from events.models import Event
from events.reading import ReaderRequest, read_only
from events.views.finding import found, of_event


@read_only
def cite(request: ReaderRequest, pk: int, ending: str) -> HttpResponse:
    if ending not in FORMATS:
        raise Http404
    shown = found(request, pk, of_event("cite", ending))
    if isinstance(shown, HttpResponse):
        return shown
    chosen, citation = FORMATS[ending], citation_of(shown, request)
    headers = {"Content-Disposition": f'inline; filename="{citation.key}.{ending}"'}
    return HttpResponse(chosen.write(citation), chosen.content_type, headers=headers)


def citation_of(event: Event, request: ReaderRequest) -> Citation:
    day = request.as_of
    known = f"&as_of={day}" if day else ""
    path = f"{reverse('event_by_number', args=[event.pk])}?version={event.version}{known}"
    return Citation(event, request.build_absolute_uri(path), timezone.localdate(), day)
