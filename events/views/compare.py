"""Organizations, models or people side by side."""

from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from events.directory.company import FIELDS, Counted, newest_of, together
from events.models import Event
from events.reading import ReaderRequest, read_only
from events.timeline.compare import (
    FEWEST,
    LETTERS,
    MOST,
    AddForm,
    CompareForm,
    Found,
    Lane,
    Lanes,
    by_kind,
    by_year,
    compared,
    find,
    lanes_asked,
    promises,
    shared,
)
from events.timeline.counts import counted
from events.timeline.cursor import PageForm, page_of
from events.timeline.grouping import by_year_and_month
from events.timeline.picture.asking import Asked, SizeForm, asked_for


@read_only
def compare(request: ReaderRequest) -> HttpResponse:
    lanes = lanes_asked(request.GET)
    add = AddForm(request.GET)
    words = add.cleaned_data["add"] if add.is_valid() else ""
    found = find(words, lanes) if words else []
    if len(found) == 1 and len(lanes.entities) < MOST:
        return HttpResponseRedirect(_address(lanes, request.GET, found[0]))
    form = CompareForm(lanes.data(request.GET))
    context = {
        "form": form,
        "asked_lanes": lanes,
        "chips": _chips(lanes, form),
        "full": len(lanes.entities) == MOST,
        "most": MOST,
        "words": words,
        "found": [(each, _address(lanes, request.GET, each)) for each in found],
        "known": _known(lanes, request.as_of),
    }
    if len(lanes.entities) < FEWEST:
        return render(
            request, "events/compare_choose.html", {**context, **_ideas(lanes, request.as_of)}
        )
    return render(request, "events/compare.html", {**context, **_compared(request, lanes, form)})


def _address(lanes: Lanes, asked: QueryDict, found: Found) -> str:
    """This comparison with one more in it."""
    data = lanes.data(asked)
    for name in ("add", "after", "before"):
        data.pop(name, None)
    slugs = [entity.slug for entity in lanes.entities] if found.field == lanes.field else []
    data.setlist(found.field, list(dict.fromkeys([*slugs, found.entity.slug])))
    return f"{reverse('compare')}?{data.urlencode()}"


def _chips(lanes: Lanes, form: CompareForm) -> list[tuple[str, Any, str]]:
    """Letter, entity and the address without it."""
    return [
        (letter, entity, form.query_string(without=(lanes.field, entity.slug)))
        for letter, entity in zip(LETTERS, lanes.entities, strict=False)
    ]


def _compared(request: ReaderRequest, lanes: Lanes, form: CompareForm) -> dict[str, Any]:
    events = form.apply(form.published(), leave_out=FIELDS)
    shown = compared(lanes, form)
    return {
        "lanes": shown,
        "lanes_query": form.query_string(without="together"),
        "years_table": by_year(shown),
        "kinds_table": by_kind(shown),
        "promises_table": promises(shown, events, request.as_of or timezone.localdate()),
        "asked": _picture(request, lanes, form),
        **_list(request, form, lanes, shown),
    }


@read_only
def picture(request: HttpRequest) -> HttpResponse:
    """The picture alone, for htmx to swap into the page."""
    lanes = lanes_asked(request.GET)
    form = CompareForm(lanes.data(request.GET))
    return render(request, "events/_picture.html", {"asked": _picture(request, lanes, form)})


def _picture(request: HttpRequest, lanes: Lanes, form: CompareForm) -> Asked | None:
    """A lane for each organization or model; there is no picture of people."""
    if lanes.field == "person" or not lanes.entities:
        return None
    asked = asked_for(form, rows=lanes.entities, width=SizeForm(request.GET).pixels())
    source = reverse("compare_picture") + form.query_string()
    return asked and replace(asked, source=source)


def _list(
    request: HttpRequest, form: CompareForm, lanes: Lanes, shown: list[Lane]
) -> dict[str, Any]:
    """Their events in one list."""
    events = form.events()
    only_shared = bool(form.valid_data.get("together"))
    for entity in lanes.entities if only_shared else ():
        events = events.involving(entity)
    page_form = PageForm(request.GET)
    page = page_of(events, form.newest_first, page_form, days=form.days)
    return {
        "page_form": page_form,
        "page": page,
        "groups": [
            (
                year,
                shared(
                    (each for month in year.months for each in month.events), lanes.field, shown
                ),
            )
            for year in by_year_and_month(page.events)
        ],
        "total": counted(events, page),
        "only_shared": only_shared,
        "query": form.query_string(),
        "together_query": form.query_string(together="1"),
        "apart_query": form.query_string(without="together"),
        "newest_first": form.newest_first,
    }


def _known(lanes: Lanes, day: date | None) -> list[Counted]:
    """Who is in many of the newest events, for the list under the field."""
    newest = newest_of(Event.objects.published().as_of(day))
    chosen = {entity.pk for entity in lanes.entities}
    return [each for each in together(newest, lanes.field, most=60) if each.row.pk not in chosen]


def _ideas(lanes: Lanes, day: date | None) -> dict[str, Any]:
    """Comparisons to begin with: the one chosen beside its company, or the most active ones."""
    if lanes.entities:
        own = lanes.entities[0]
        newest = newest_of(Event.objects.published().as_of(day).involving(own))
        pairs = [(own, each.row) for each in together(newest, lanes.field, own)]
        return {"ideas": [(lanes.field, pair) for pair in pairs]}
    newest = newest_of(Event.objects.published().as_of(day))
    ideas = []
    for field in ("organization", "model"):
        leading = [each.row for each in together(newest, field, most=4)]
        ideas += [(field, pair) for pair in combinations(leading, 2)]
    return {"ideas": ideas}
