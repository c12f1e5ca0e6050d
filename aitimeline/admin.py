"""The admin site: our name and dashboard on Django's admin, and addresses that never break it."""

from collections.abc import Callable, Iterator
from functools import update_wrapper
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.options import IS_FACETS_VAR, IS_POPUP_VAR, TO_FIELD_VAR
from django.contrib.admin.views.main import ALL_VAR, ERROR_FLAG, ORDER_VAR, PAGE_VAR, SEARCH_VAR
from django.core.exceptions import FieldDoesNotExist, PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

View = Callable[..., HttpResponse]

LISTS = ("changelist_view", "export_action")
OF_EVERY_LIST = {
    ALL_VAR, ERROR_FLAG, IS_FACETS_VAR, IS_POPUP_VAR, ORDER_VAR, PAGE_VAR, SEARCH_VAR, TO_FIELD_VAR,
}  # fmt: skip
# What the filters that Django makes from a field's name read.
OF_FIELD_FILTERS = ("", "__exact", "__id__exact", "__isnull", "__gte", "__lt")

# Words of Django's own that its Chinese catalogues lack, or have with a narrow colon.
LACKING_IN_DJANGO = (
    gettext_noop(":"),
    gettext_noop("Model name"),
    gettext_noop("Add link"),
    gettext_noop("Change or view list link"),
)


class AdminSite(admin.AdminSite):
    site_header = _("AI Timeline")
    site_title = _("AI Timeline")
    index_title = _("Editors' desk")

    def index(self, request: HttpRequest, extra_context: Any = None) -> Any:
        from events.admin.dashboard import dashboard  # the site is made before there are models

        context = dict(extra_context or {})
        if request.user.has_perm("events.view_event"):
            context["dashboard"] = dashboard(timezone.localdate())
        return super().index(request, context)

    def get_urls(self) -> list[Any]:
        from events.admin.desk import desk_urls
        from sources.admin.reading_dates import read_date

        reading = path("read-date/", self.admin_view(read_date), name="read_date")
        return [reading, *desk_urls(self), *super().get_urls()]

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        return super().admin_view(with_readable_query(view), cacheable)

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        if not _names_a_relation(request.GET):
            raise PermissionDenied
        return super().autocomplete_view(request)


def with_readable_query(view: View) -> View:
    """Take out of the address what PostgreSQL cannot hold and what the list does not know.

    Django's lists take any lookup on any column: `?title__regex=[` or `?date__year=99999` would
    reach the database and fail there.
    """

    def readable(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        listing = getattr(view, "__self__", None) if view.__name__ in LISTS else None
        known = None if listing is None else known_parameters(listing)
        request.GET, unread = readable_query(request.GET, known)  # type: ignore[assignment]
        if unread:
            text = gettext("This list cannot be filtered by: %(names)s.")
            messages.warning(request, text % {"names": ", ".join(sorted(unread))[:200]})
        return view(request, *args, **kwargs)

    return update_wrapper(readable, view)


def readable_query(query: QueryDict, known: set[str] | None) -> tuple[QueryDict, set[str]]:
    """The query without unknown names and NULs, and the names that were dropped."""
    kept, unread = QueryDict(mutable=True), set()
    for name, values in query.lists():
        if known is not None and name not in known:
            if name not in ("lang", "_changelist_filters"):
                unread.add(name.replace("\0", ""))
        elif "\0" not in name:
            kept.setlist(name, [value.replace("\0", "") for value in values])
    kept._mutable = False
    return kept, unread


def known_parameters(model_admin: "admin.ModelAdmin[Any]") -> set[str]:
    return OF_EVERY_LIST.union(*map(_filter_parameters, model_admin.list_filter))


def _filter_parameters(listed: Any) -> Iterator[str]:
    if isinstance(listed, str):
        yield from (listed + suffix for suffix in OF_FIELD_FILTERS)
    elif isinstance(listed, type) and issubclass(listed, admin.SimpleListFilter):
        yield str(listed.parameter_name)
    elif hasattr(listed, "form_class"):
        yield from listed.form_class.base_fields


def _names_a_relation(query: QueryDict) -> bool:
    from django.apps import apps

    try:
        model = apps.get_model(query.get("app_label", ""), query.get("model_name", ""))
        field = model._meta.get_field(query.get("field_name", ""))
    except (LookupError, ValueError, FieldDoesNotExist):
        return False
    return field.concrete and bool(field.is_relation)
