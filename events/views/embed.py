"""The timeline inside other people's pages, and the code that puts it there."""

from typing import Any

from csp.decorators import csp_replace
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.views.decorators.clickjacking import xframe_options_exempt

from events.exchange.titles import timeline_titled
from events.reading import read_only
from events.timeline.cursor import PageForm, page_of
from events.timeline.filters import TimelineFilter
from events.timeline.grouping import by_year_and_month
from events.timeline.picture.asking import asked_for

MOST, USUAL = 50, 20  # events in a frame
WIDTH = 640  # pixels its picture is laid out for; it stretches
AUTO = "auto"
LIST, PICTURE, BOTH = "list", "picture", "both"
SHOWN = [
    (LIST, _("the list")),
    (PICTURE, _("the picture")),
    (BOTH, _("the picture and the list")),
]
THEMES = [(AUTO, _("as the reader's device")), ("light", _("light")), ("dark", _("dark"))]


class EmbedOptions(forms.Form):
    """How the frame looks; what it shows is up to the filters."""

    show = forms.ChoiceField(label=_("It shows"), required=False, choices=SHOWN)
    theme = forms.ChoiceField(label=_("Colours"), required=False, choices=THEMES)
    limit = forms.IntegerField(
        label=_("Events"), required=False, min_value=1, max_value=MOST, initial=USUAL
    )

    @property
    def shown(self) -> str:
        return self._valid("show") or LIST

    @property
    def theme_chosen(self) -> str:
        return self._valid("theme") or AUTO

    @property
    def limit_chosen(self) -> int:
        return self._valid("limit") or USUAL

    def _valid(self, name: str) -> Any:
        self.is_valid()
        return self.cleaned_data.get(name)


@read_only
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
def embed(request: HttpRequest) -> HttpResponse:
    """The only page that may be framed, by anybody: it has no forms and nothing to press twice."""
    form, options = TimelineFilter(request.GET), EmbedOptions(request.GET)
    context = {
        "form": form,
        "page_form": options,
        "show": options.shown,
        "theme": options.theme_chosen,
        "title": timeline_titled(form),
        "home": request.build_absolute_uri(reverse("timeline") + _query(form)),
    }
    if options.shown != LIST:
        context["asked"] = asked_for(form, width=WIDTH, page=reverse("timeline"))
    if options.shown != PICTURE:
        page = page_of(
            form.events(), form.newest_first, PageForm({}), options.limit_chosen, form.days
        )
        context["years"] = by_year_and_month(page.events)
        context["more"] = page.after is not None
    return render(request, "events/embed.html", context)


@read_only
def embed_code(request: HttpRequest) -> HttpResponse:
    """What to copy, made from the filters of the timeline, with the frame as it will look."""
    form, options = TimelineFilter(request.GET), EmbedOptions(request.GET)
    looks = {
        "show": options.shown,
        "theme": options.theme_chosen,
        "limit": str(options.limit_chosen),
    }
    query = _query(form, **looks)
    context = {
        "form": form,
        "page_form": options,
        "options": EmbedOptions(looks),
        "chosen": list(form.chosen()),
        "hidden": _hidden(form),
        "frame": reverse("embed") + query,
        "title": timeline_titled(form),
        "code": _code(request.build_absolute_uri(reverse("embed") + query), form),
        "back": reverse("timeline") + form.query_string(),
    }
    return render(request, "events/embed_code.html", context)


def _query(form: TimelineFilter, **looks: str) -> str:
    """The filters in the language of this page."""
    return form.query_string(lang=translation.get_language() or "en", **looks)


def _hidden(form: TimelineFilter) -> list[tuple[str, str]]:
    return [(name, value) for name, values in form.parameters().items() for value in values]


def _code(address: str, form: TimelineFilter) -> str:
    """The frame may open links and nothing else."""
    return format_html(
        '<iframe src="{}" title="{}" width="100%" height="600" style="border: 0" loading="lazy" '
        'sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>',
        address,
        timeline_titled(form),
    )
