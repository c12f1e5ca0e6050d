"""A reader reports a mistake in an event; the editors find it on their desk."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from events.localization import language_tag
from events.mistakes.form import MistakeForm, stamp
from events.mistakes.limits import may_report
from events.models import Event
from events.views.finding import found, of_event


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def report(request: HttpRequest, pk: int) -> HttpResponse:
    shown = found(request, pk, of_event("report"))
    if isinstance(shown, HttpResponse):
        return shown
    if request.method == "POST":
        return _received(request, shown)
    return _page(request, shown, MistakeForm(initial={"given": stamp()}))


@never_cache
def thanks(request: HttpRequest, pk: int) -> HttpResponse:
    shown = found(request, pk, of_event("reported"))
    if isinstance(shown, HttpResponse):
        return shown
    return render(request, "events/report_sent.html", {"event": shown})


def _received(request: HttpRequest, event: Event) -> HttpResponse:
    form = MistakeForm(request.POST)
    sent = HttpResponseRedirect(reverse("reported", args=[event.pk]))
    if form.by_machine:
        return sent  # it is told nothing that would help it
    if not form.is_valid() or form.stale:
        return _page(request, event, _once_more(form, request), status=400)
    if not may_report(request):
        return _page(request, event, _once_more(form, request), refused=True, status=429)
    form.instance.event, form.instance.version = event, event.version
    form.instance.language = language_tag()
    form.save()
    return sent


def _once_more(form: MistakeForm, request: HttpRequest) -> MistakeForm:
    """The same answers with a new stamp."""
    answers = request.POST.copy()
    answers["given"] = stamp()
    form.data = answers
    return form


def _page(
    request: HttpRequest,
    event: Event,
    form: MistakeForm,
    *,
    refused: bool = False,
    status: int = 200,
) -> HttpResponse:
    context = {"event": event, "form": form, "refused": refused}
    return render(request, "events/report.html", context, status=status)
