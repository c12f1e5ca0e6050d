"""A reader reports a mistake in what a page shows; the editors find it on their desk."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from events.localization import language_tag
from events.mistakes.about import name_of_any, page_of, public
from events.mistakes.form import MistakeForm, stamp
from events.mistakes.limits import may_report
from events.models import Event
from events.views.addresses import moved_to
from events.views.finding import found, of_event


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def report(request: HttpRequest, pk: int) -> HttpResponse:
    shown = found(request, pk, of_event("report"))
    if isinstance(shown, HttpResponse):
        return shown
    return _asked(request, shown, reverse("reported", args=[shown.pk]))


@never_cache
def thanks(request: HttpRequest, pk: int) -> HttpResponse:
    shown = found(request, pk, of_event("reported"))
    return shown if isinstance(shown, HttpResponse) else _thanks(request, shown)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def report_of(request: HttpRequest, folder: str, slug: str) -> HttpResponse:
    """The same for an organization, a model, a person, a source or a publisher."""
    row = _row(request, "report_of", folder, slug)
    if isinstance(row, HttpResponse):
        return row
    return _asked(request, row, _address("reported_of", folder, row))


@never_cache
def thanks_of(request: HttpRequest, folder: str, slug: str) -> HttpResponse:
    row = _row(request, "reported_of", folder, slug)
    return row if isinstance(row, HttpResponse) else _thanks(request, row)


def _row(request: HttpRequest, name: str, folder: str, slug: str) -> Any:
    """What the address means, or the answer that leads to what it was merged into."""
    row = get_object_or_404(public(folder), slug=slug)
    into = getattr(row, "merged_into", None)
    return moved_to(_address(name, folder, into), request) if into else row


def _address(name: str, folder: str, row: Any) -> str:
    return reverse(name, kwargs={"folder": folder, "slug": row.slug})


def _asked(request: HttpRequest, about: Any, sent: str) -> HttpResponse:
    if request.method != "POST":
        return _page(request, MistakeForm(about, initial={"given": stamp()}))
    form = MistakeForm(about, request.POST)
    if form.by_machine:
        return HttpResponseRedirect(sent)  # it is told nothing that would help it
    if not form.is_valid() or form.stale:
        return _page(request, _once_more(form, request), status=400)
    if not may_report(request):
        return _page(request, _once_more(form, request), refused=True, status=429)
    form.instance.about, form.instance.language = about, language_tag()
    form.instance.version = about.version if isinstance(about, Event) else None
    form.save()
    return HttpResponseRedirect(sent)


def _once_more(form: MistakeForm, request: HttpRequest) -> MistakeForm:
    """The same answers with a new stamp."""
    answers = request.POST.copy()
    answers["given"] = stamp()
    form.data = answers
    return form


def _page(
    request: HttpRequest, form: MistakeForm, *, refused: bool = False, status: int = 200
) -> HttpResponse:
    context = {**_about(form.about), "form": form, "refused": refused}
    return render(request, "events/report.html", context, status=status)


def _thanks(request: HttpRequest, about: Any) -> HttpResponse:
    return render(request, "events/report_sent.html", _about(about))


def _about(row: Any) -> dict[str, Any]:
    event = row if isinstance(row, Event) else None
    return {"page": page_of(row), "name": name_of_any(row), "event": event}
