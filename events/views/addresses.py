"""Old addresses lead on to the present ones."""

from typing import Protocol

from django.http import HttpRequest, HttpResponseRedirect


class HasAddress(Protocol):
    def get_absolute_url(self) -> str: ...


def moved_to(row: HasAddress, request: HttpRequest) -> HttpResponseRedirect:
    """To the address of `row`, keeping the query; not for ever, since a merge can be undone."""
    query = request.META.get("QUERY_STRING", "")
    return HttpResponseRedirect(row.get_absolute_url() + (f"?{query}" if query else ""))
