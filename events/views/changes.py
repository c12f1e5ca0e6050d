import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from events.changes import ChangesFilter, ChangesPageForm, changes_page
from events.reading import read_only

IN_THE_FORM = ("q", "from", "to", "change")


@read_only
def changes(request: HttpRequest) -> HttpResponse:
    form = ChangesFilter(request.GET)
    page_form = ChangesPageForm(request.GET)
    context = {
        "form": form,
        "page_form": page_form,
        "page": changes_page(form.states(), page_form),
        "first": form.days[0],
        "last": form.days[1],
        "query": form.query_string(),
        "earlier_query": _earlier(form),
        "chosen": [item for item in form.chosen() if item.field not in IN_THE_FORM],
        "others": [
            (name, value)
            for name, values in form.parameters().items()
            if name not in (*IN_THE_FORM, "as_of")
            for value in values
        ],
    }
    return render(request, "events/changes.html", context)


def _earlier(form: ChangesFilter) -> str:
    """What follows the last days on which something changed."""
    first, _ = form.days
    if not (form.is_recent and first):
        return ""
    return form.query_string(to=str(first - datetime.timedelta(1)))
