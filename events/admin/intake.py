"""Documents dropped in by editors: the page that takes them, and the one that shows progress."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from procrastinate.contrib.django.models import ProcrastinateJob

from events.intake.form import DocumentsForm, length_of
from events.intake.processing import State
from events.intake.receiving import receive, take_in_here, worker_is_alive
from events.models import IncomingDocument, Intake
from sources.admin.curated import ReadOnlyAdmin
from sources.models import Source
from sources.validation import is_id

# Jobs are the workers' own: what people see of them is the progress of their documents.
admin.site.unregister(ProcrastinateJob)

LARGEST_REQUEST = 200_000_000  # bytes; more is not even listened to


@admin.register(Intake)
class IntakeAdmin(ReadOnlyAdmin):
    list_display = ["id", "created_at", "created_by", "documents_cell", "waiting_cell"]
    list_display_links = ["id", "created_at"]
    list_select_related = ["created_by"]
    search_fields = ["documents__file_name"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("sources.add_source")

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_add_permission(request)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_add_permission(request)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        waiting = Count("documents", filter=Q(documents__state=State.WAITING))
        rows = super().get_queryset(request)
        annotated: QuerySet[Any] = rows.annotate(number=Count("documents"), waiting=waiting)
        return annotated

    @admin.display(description=_("documents"))
    def documents_cell(self, intake: Any) -> int:
        return int(intake.number)

    @admin.display(description=_("waiting"))
    def waiting_cell(self, intake: Any) -> int:
        return int(intake.waiting)

    # The size is looked at before the body is read, and the token stands in the body.
    @method_decorator(csrf_exempt)
    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        if length_of(request) > LARGEST_REQUEST:
            return self._page(request, DocumentsForm.too_large(LARGEST_REQUEST), status=413)
        return self._receive(request)

    @method_decorator(csrf_protect)
    def _receive(self, request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return self._page(request, DocumentsForm())
        form = DocumentsForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._page(request, form)
        intake = receive(request.user, form.dropped())
        return HttpResponseRedirect(reverse("admin:events_intake_change", args=[intake.pk]))

    def _page(self, request: HttpRequest, form: forms.Form, status: int = 200) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Add documents"),
            "form": form,
        }
        return TemplateResponse(request, "admin/events/intake/add.html", context, status=status)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """What became of each document; asking for it moves things on where no worker runs."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        intake = _found(object_id)
        take_in_here(intake)
        documents = list(_documents(intake))
        waiting = sum(document.state == State.WAITING for document in documents)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Documents dropped in"),
            "intake": intake,
            "rows": [
                (document, list(map(_desk_link, document.sources.all()))) for document in documents
            ],
            "done": len(documents) - waiting,
            "waiting": waiting,
            "proposals": sum(document.proposals for document in documents),
            "has_worker": worker_is_alive(),
        }
        return TemplateResponse(request, "admin/events/intake/progress.html", context)


def _found(key: str) -> Intake:
    number = int(key) if is_id(key) else 0
    intake = Intake.objects.select_related("created_by").filter(pk=number).first()
    if intake is None:
        raise Http404
    return intake


def _documents(intake: Intake) -> QuerySet[IncomingDocument]:
    sources = Source.objects.only("title", "language")
    return intake.documents.defer("content").prefetch_related(Prefetch("sources", sources))


def _desk_link(source: Source) -> tuple[Source, str]:
    try:
        return source, reverse("admin:review_desk", args=[source.pk])
    except NoReverseMatch:
        return source, reverse("admin:sources_source_change", args=[source.pk])
