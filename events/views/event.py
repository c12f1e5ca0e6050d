from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from events.evidence import evidence_for
from events.models import Claim, Event, Merge
from events.models.claim import ClaimQuerySet
from events.reading import read_only
from events.relations import relations_of
from events.slippage.gathering import chain_of_event
from events.views.addresses import moved_to

Visibility = Event.Visibility


@read_only
def event(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    shown = Event.objects.filter(pk=pk).for_timeline().defer(None).first()
    if shown is None:
        return _where_it_was_merged(request, pk)
    if shown.visibility == Visibility.RETRACTED:
        return render(request, "events/event_retracted.html", status=410)
    if shown.visibility != Visibility.PUBLISHED:
        raise Http404
    if slug != shown.slug:
        return moved_to(shown, request)
    claims = list(_claims(shown))
    context = {
        "event": shown,
        "evidence": evidence_for(shown, claims),
        "chain": chain_of_event(shown, getattr(request, "as_of", None)),
        "relations": relations_of(shown),
        "part_of": Event.objects.published().filter(pk=shown.part_of_id).first(),
        "parts": shown.parts.published().for_timeline().oldest_first(),
    }
    return render(request, "events/event.html", context)


def _claims(event: Event) -> ClaimQuerySet:
    related = ("source__publisher", "source__reprint_of")
    claims = Claim.objects.filter(event=event).select_related(*related)
    return claims.defer("source__text", "source__reprint_of__text").in_order_said()


def _where_it_was_merged(request: HttpRequest, pk: int) -> HttpResponse:
    merge = get_object_or_404(Merge, kind=Merge.Kind.EVENT, from_id=pk, undone_at__isnull=True)
    return moved_to(get_object_or_404(Event.objects.published(), pk=merge.into_id), request)
