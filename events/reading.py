"""How every page and download for readers takes a request."""

from collections.abc import Callable
from typing import TypeVar

from django.http import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def read_only(view: View) -> View:
    """Answer GET and HEAD; anything else is 405, and no token is asked for before saying so."""
    return csrf_exempt(require_safe(view))
