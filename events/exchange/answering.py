"""How files that are fetched again and again are answered: 304 when nothing changed."""

import datetime
import hashlib
from calendar import timegm

from django import forms
from django.db.models import Max
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import (
    get_conditional_response,
    patch_cache_control,
    patch_vary_headers,
)
from django.utils.http import http_date

from events.models import Event

FRESH_FOR = 15 * 60  # seconds a reader may use a copy without asking


def last_changed() -> datetime.datetime | None:
    """When any event was last touched, published or not; deleting one counts too."""
    changed = Event.objects.aggregate(at=Max("updated_at"))["at"]
    recorded = Event.history.aggregate(at=Max("history_date"))["at"]
    return max(filter(None, (changed, recorded)), default=None)


def answer(
    request: HttpRequest, body: bytes, content_type: str, changed: datetime.datetime | None
) -> HttpResponseBase:
    """The file, or 304 when the reader has it: by ETag of its bytes, else by Last-Modified."""
    response = HttpResponse(body, content_type=content_type)
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    response.headers["ETag"] = etag
    patch_cache_control(response, public=True, max_age=FRESH_FOR)
    patch_vary_headers(response, ["Cookie"])  # it may hold the reader's language
    seconds = timegm(changed.utctimetuple()) if changed else None
    if seconds is not None:
        response.headers["Last-Modified"] = http_date(seconds)
    return get_conditional_response(request, etag, seconds, response) or response


def messages(*asked: forms.Form) -> list[str]:
    """Each thing that was not understood, with the name of its field; none when all was."""
    errors = [(name, texts) for form in asked for name, texts in form.errors.items()]
    return [f"{name}: {text}" for name, texts in errors for text in texts]


def refuse(wrong: list[str]) -> HttpResponse:
    """400, with each thing that was not understood on a line of its own."""
    return HttpResponse("\n".join(wrong), "text/plain; charset=utf-8", 400)
