"""The review desk: a page for each document, a queue of them, and one address a decision.

Every decision is a plain POST that answers with a redirect back to the desk. A script may send
the same request with the header X-Desk and gets only the part of the page that changes.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db import IntegrityError
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBadRequest,
    HttpResponseRedirect,
    JsonResponse,
)
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from events.desk import page as pages
from events.desk import queue
from events.desk.deciding import (
    AlreadyDecidedError,
    accept,
    claim_from,
    event_from,
    merge,
    reject,
)
from events.desk.drafts import draft_of
from events.desk.forms import AskedForm, LookupForm, PassageForm, QueueForm, find_events
from events.desk.page import Panel
from events.desk.undoing import AlreadyUndoneError, StandsInTheWayError, undo
from events.models import Decision, Proposal
from sources.models import Source

VIEW = "events.view_proposal"
DECIDE = ("events.change_proposal", "events.add_event", "events.add_claim")
A_PAGE = 50
View = Callable[..., HttpResponse]


def desk_urls(site: admin.AdminSite) -> list[Any]:
    routes: list[tuple[str, View, str]] = [
        ("review/", review_queue, "review_queue"),
        ("review/lookup/", review_lookup, "review_lookup"),
        ("review/<int:pk>/", review_desk, "review_desk"),
        ("review/<int:pk>/passage/", review_passage, "review_passage"),
        ("review/<int:pk>/event/", review_event, "review_event"),
        ("review/<int:pk>/claim/", review_claim, "review_claim"),
        ("review/proposal/<int:pk>/accept/", review_accept, "review_accept"),
        ("review/proposal/<int:pk>/edit/", review_edit, "review_edit"),
        ("review/proposal/<int:pk>/merge/", review_merge, "review_merge"),
        ("review/proposal/<int:pk>/reject/", review_reject, "review_reject"),
        ("review/decision/<int:pk>/undo/", review_undo, "review_undo"),
    ]
    return [path(route, site.admin_view(view), name=name) for route, view, name in routes]


def may_decide(request: HttpRequest) -> bool:
    return request.user.has_perms(DECIDE)


def viewing(view: View) -> View:
    @wraps(view)
    def allowed(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(VIEW):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return allowed


def deciding(view: View) -> View:
    """For those who may; what others decided meanwhile, or the rules refuse, is a message."""

    @wraps(view)
    def allowed(request: HttpRequest, pk: int) -> HttpResponse:
        if not (request.user.has_perm(VIEW) and may_decide(request)):
            raise PermissionDenied
        try:
            return view(request, pk)
        except AlreadyDecidedError as error:
            messages.warning(request, pages.decided_already(error))
            return _back(error.proposal.source_id, at=error.proposal.pk)
        except IntegrityError as error:
            rule = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
            text = _("Nothing was saved: it would break the rule “%(rule)s”. Look again, please.")
            messages.error(request, text % {"rule": rule or error})
            return _back(_source_of(request, pk))

    return allowed


@require_GET
@viewing
def review_queue(request: HttpRequest) -> HttpResponse:
    form = QueueForm(request.GET)
    form.is_valid()
    order = form.cleaned_data.get("order") or next(iter(queue.ORDERS))
    page = form.cleaned_data.get("page") or 1
    context = {
        "title": _("Review queue"),
        "form": form,
        "waiting": Paginator(queue.waiting(order), A_PAGE).get_page(page),
        "progress": queue.progress(),
    }
    return _render(request, "queue", context)


@require_GET
@viewing
def review_desk(request: HttpRequest, pk: int) -> HttpResponse:
    source = _source(pk)
    asked = AskedForm(request.GET)
    if not asked.is_valid():
        messages.warning(request, _("The address of this page could not be read in full."))
    return _show(request, source, asked.cleaned_data, _panel(request, source, asked.cleaned_data))


def _panel(request: HttpRequest, source: Source, asked: dict[str, Any]) -> Panel | None:
    """The form that the address opens, if any."""
    if not may_decide(request):
        return None
    for name in ("edit", "merge"):
        proposals = source.proposals.filter(pk=asked.get(name) or 0, state=Proposal.State.OPEN)
        if proposal := proposals.first():
            return pages.proposal_panel(name, proposal)
    if not asked.get("new"):
        return None
    chosen = PassageForm(source, request.GET)
    if not chosen.is_valid():
        messages.error(request, " ".join(pages.messages_of(chosen)))
        return None
    return pages.passage_panel(asked["new"], source, chosen)


@deciding
@require_POST
def review_accept(request: HttpRequest, pk: int) -> HttpResponse:
    """As the machine proposed it; new names are made when they were ticked."""
    proposal = _proposal(pk)
    try:
        decision = accept(pk, draft_of(proposal, request.POST.getlist("create")), request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return _back(proposal.source_id, edit=pk, at=pk)
    return _decided(request, decision)


@deciding
@require_POST
def review_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept what the editor made of it."""
    proposal = _proposal(pk)
    panel = pages.proposal_panel("edit", proposal, request.POST)
    if panel.is_valid():
        try:
            return _decided(request, accept(pk, panel.draft(), request.user))
        except ValidationError as error:
            panel.form.add_error(None, error.messages)
    return _show(request, proposal.source, {"at": pk}, panel)


@deciding
@require_POST
def review_merge(request: HttpRequest, pk: int) -> HttpResponse:
    proposal = _proposal(pk)
    panel = pages.proposal_panel("merge", proposal, request.POST)
    if panel.is_valid():
        event, stance = panel.form.chosen, panel.form.cleaned_data["stance"]
        try:
            return _decided(request, merge(pk, event, request.user, stance))
        except ValidationError as error:
            panel.form.add_error(None, error.messages)
    return _show(request, proposal.source, {"at": pk}, panel)


@deciding
@require_POST
def review_reject(request: HttpRequest, pk: int) -> HttpResponse:
    _proposal(pk)
    return _decided(request, reject(pk, request.user))


@deciding
@require_POST
def review_passage(request: HttpRequest, pk: int) -> HttpResponse:
    """Where the words of a passage stand, and the form to make something of it."""
    source = _source(pk)
    form = PassageForm(source, request.POST)
    new = "claim" if request.POST.get("new") == "claim" else "event"
    if form.is_valid() and form.chosen:
        return _back(pk, new=new, start=form.chosen.start, end=form.chosen.end)
    messages.error(request, " ".join(pages.messages_of(form)))
    return _back(pk)


@deciding
@require_POST
def review_event(request: HttpRequest, pk: int) -> HttpResponse:
    return _from_passage(request, _source(pk), "event")


@deciding
@require_POST
def review_claim(request: HttpRequest, pk: int) -> HttpResponse:
    return _from_passage(request, _source(pk), "claim")


def _from_passage(request: HttpRequest, source: Source, what: str) -> HttpResponse:
    panel = pages.passage_panel(what, source, PassageForm(source, request.POST), request.POST)
    if panel.is_valid() and panel.passage:
        try:
            if what == "event":
                made = event_from(source, panel.passage, panel.draft(), request.user)
            else:
                event, draft = panel.form.chosen, panel.form.draft()
                made = claim_from(source, panel.passage, event, draft, request.user)
            return _decided(request, made)
        except ValidationError as error:
            panel.form.add_error(None, error.messages)
    return _show(request, source, {}, panel)


@deciding
@require_POST
def review_undo(request: HttpRequest, pk: int) -> HttpResponse:
    decision = get_object_or_404(Decision, pk=pk)
    try:
        undone = undo(pk, request.user, keep=request.POST.get("keep") == "1")
    except AlreadyUndoneError as error:
        messages.warning(request, pages.undone_already(error.decision))
        return _back(decision.source_id, at=decision.proposal_id)
    except StandsInTheWayError:
        messages.warning(request, _("Not undone: it was worked on since."))
        return _back(decision.source_id, stuck=pk)
    messages.success(request, pages.undone(undone))
    return _back(decision.source_id, at=decision.proposal_id)


@require_GET
@viewing
def review_lookup(request: HttpRequest) -> HttpResponse:
    """Names or events that begin with what is being typed."""
    form = LookupForm(request.GET)
    if not form.is_valid():
        return HttpResponseBadRequest()
    what, kind, term = (form.cleaned_data[name] for name in ("what", "kind", "term"))
    found = find_events(term) if what == "event" else []
    rows = pages.suggested_events(found) if found else pages.suggested_entities(kind, term)
    return JsonResponse({"results": rows if what == "entity" or found else []})


def _decided(request: HttpRequest, decision: Decision) -> HttpResponse:
    messages.success(request, pages.decided(decision))
    return _back(decision.source_id, at=pages.next_open(decision))


def _back(source_id: int, **asked: Any) -> HttpResponse:
    """To the desk, and there to the card to go on with."""
    query = urlencode({name: value for name, value in asked.items() if value is not None})
    address = reverse("admin:review_desk", args=[source_id])
    place = "#review-panel" if "new" in asked else ""
    place = f"#card-{asked['at']}" if asked.get("at") else place
    return HttpResponseRedirect(f"{address}{'?' if query else ''}{query}{place}")


def _show(
    request: HttpRequest, source: Source, asked: dict[str, Any], panel: Panel | None
) -> HttpResponse:
    brief = request.headers.get("X-Desk") == "1"
    desk = pages.desk(source, asked, panel, with_text=not brief)
    context = {"title": source.title, "desk": desk, "may_decide": may_decide(request)}
    return _render(request, "_work" if brief else "desk", context)


def _render(request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    context = {**admin.site.each_context(request), **context}
    return render(request, f"admin/events/desk/{name}.html", context)


def _source_of(request: HttpRequest, pk: int) -> int:
    """The source that an address of a decision is about: its own, or that of its row."""
    name = request.resolver_match.url_name if request.resolver_match else ""
    if name in ("review_passage", "review_event", "review_claim"):
        return pk
    rows: Any = Decision.objects if name == "review_undo" else Proposal.objects
    return int(rows.values_list("source", flat=True).get(pk=pk))


def _source(pk: int) -> Source:
    return get_object_or_404(Source.objects.select_related("publisher").defer("sketch"), pk=pk)


def _proposal(pk: int) -> Proposal:
    return get_object_or_404(Proposal.objects.select_related("source__publisher"), pk=pk)
