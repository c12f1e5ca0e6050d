"""Old addresses lead on to the present ones."""

from django.http import HttpRequest, HttpResponseRedirect


def moved_to(address: str, request: HttpRequest) -> HttpResponseRedirect:
    """There, keeping the query; not for ever, since a merge can be undone."""
    query = request.META.get("QUERY_STRING", "")
    return HttpResponseRedirect(address + (f"?{query}" if query else ""))
