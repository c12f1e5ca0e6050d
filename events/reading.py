"""How every page and download for readers takes a request, and the day it is read as of."""

import datetime
import re
from collections.abc import Callable
from functools import wraps
from html import unescape
from typing import Any, TypeVar
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.html import escape, format_html
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from events.timeline.filters import AsOfField

View = TypeVar("View", bound=Callable[..., HttpResponseBase])

_LINK = re.compile(r'(<a\b(?![^>]*\sdata-now\b)[^>]*?\shref="|\shx-get=")([^"#]*)')
_FORM = re.compile(r"<form\b(?![^>]*\sdata-now\b)(?![^>]*method=\"post\")[^>]*>")


class AsOfForm(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["as_of"] = AsOfField()  # made anew: it knows what day it is


class ReaderRequest(HttpRequest):
    """A request that `read_only` has seen."""

    as_of: datetime.date | None  # the day the reader asked for; None is now
    as_of_form: AsOfForm


def read_only(view: View) -> View:
    """Answer GET and HEAD; anything else is 405, and no token is asked for before saying so.

    A page as of a day of the past leads on to pages as of the same day.
    """

    @wraps(view)
    def reading(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request.as_of_form = AsOfForm(request.GET)
        understood = request.as_of_form.is_valid()
        request.as_of = request.as_of_form.cleaned_data["as_of"] if understood else None
        response = view(request, *args, **kwargs)
        if request.as_of and isinstance(response, HttpResponse) and _is_page(response):
            response.content = keep_day(response.text, request.as_of)
        return response

    return csrf_exempt(require_safe(reading))  # type: ignore[return-value]


def _is_page(response: HttpResponse) -> bool:
    return response.headers.get("Content-Type", "").startswith("text/html")


def keep_day(page: str, day: datetime.date) -> str:
    """The page with `as_of` in each link and form that leads to a page of ours.

    Done to the whole page, so that no link can be forgotten. What leads back to now is marked
    `data-now`.
    """
    page = _LINK.sub(lambda link: link[1] + _with_day(link[2], day), page)
    hidden = format_html('<input type="hidden" name="as_of" value="{}">', day)
    return _FORM.sub(lambda form: form[0] + hidden, page)


def _with_day(address: str, day: datetime.date) -> str:
    """The address, as it stands in HTML, with the day; others' addresses stay as they are."""
    parts = urlsplit(unescape(address))
    abroad = parts.scheme or parts.netloc or parts.path.startswith(reverse("admin:index"))
    if abroad or not (parts.path or parts.query) or "as_of" in parse_qs(parts.query):
        return address
    query = "&".join(filter(None, [parts.query, urlencode({"as_of": day})]))
    return escape(urlunsplit(parts._replace(query=query)))
