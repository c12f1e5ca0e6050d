"""What is done to every request before a view sees it, and to every answer."""

from collections.abc import Callable
from contextlib import suppress
from ipaddress import ip_address

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from events.intake.form import length_of

Handler = Callable[[HttpRequest], HttpResponse]


LARGEST_OF_STRANGERS = 1_000_000  # bytes at once; pages for editors have limits of their own
FEATURES = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"


def address_behind_proxy(get_response: Handler) -> Handler:
    """The reader's own address: behind our proxy the last one that it adds to its header.

    What stands before it was sent by the reader, who may have made it up.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if settings.SECURE_PROXY_SSL_HEADER:
            forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2]
            with suppress(ValueError):
                request.META["REMOTE_ADDR"] = str(ip_address(forwarded.strip()))
        return get_response(request)

    return middleware


def no_device_features(get_response: Handler) -> Handler:
    """No page of ours, and nothing in it, asks for a camera or where the reader is."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", FEATURES)
        return response

    return middleware


def refuse_large_requests(get_response: Handler) -> Handler:
    """Before a body is read: Django writes files to the disk to look for the form's token."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if length_of(request) > LARGEST_OF_STRANGERS and not request.user.is_authenticated:
            raise RequestDataTooBig
        return get_response(request)

    return middleware


def language_of_address(get_response: Handler) -> Handler:
    """`?lang=zh-hans` wins over the cookie and the browser's wish."""

    def middleware(request: HttpRequest) -> HttpResponse:
        asked = request.GET.get("lang", "").lower()
        if asked not in dict(settings.LANGUAGES):
            return get_response(request)
        translation.activate(asked)
        request.LANGUAGE_CODE = asked
        response = get_response(request)
        if not response.headers.get("Content-Type", "").startswith("text/html"):
            return response  # feeds, calendars and data are kept by caches, for everybody
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            asked,
            max_age=365 * 24 * 3600,
            samesite="Lax",
            httponly=True,
            secure=settings.SESSION_COOKIE_SECURE,
        )
        return response

    return middleware
