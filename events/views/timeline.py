from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from events.reading import read_only
from events.search.results import results_of
from events.timeline.counts import counts_for
from events.timeline.cursor import PageForm, page_of
from events.timeline.filters import OLDEST, TimelineFilter
from events.timeline.grouping import by_year_and_month
from events.timeline.picture.asking import SizeForm, asked_for


@read_only
def timeline(request: HttpRequest) -> HttpResponse:
    form = TimelineFilter(request.GET)
    page_form = PageForm(request.GET)
    page = page_of(form.events(), form.newest_first, page_form, days=form.days)
    counts = counts_for(form, page)
    results = results_of(form, counts.total, first_page=page.before is None)
    context = {
        "form": form,
        "page_form": page_form,
        "page": page,
        "asked": asked_for(form, width=SizeForm(request.GET).pixels()),
        "years": by_year_and_month(page.events),
        "counts": counts,
        "results": results,
        "marks": results.marks,
        "chosen": list(form.chosen()),
        "query": form.query_string(),
        "newest_query": form.query_string(without="order"),
        "oldest_query": form.query_string(order=OLDEST),
    }
    return render(request, "events/timeline.html", context)
