"""What an editor types into a search box, whole words or the beginning of one."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from events.search.tokens import LONGEST_LEXEME, TokenQuery, fold, tsquery


class SearchedAdmin:
    """Finds by the search column: names in both scripts, aliases included."""

    search_fields: Any = ["slug"]  # switches the box on

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        query = while_typing(search_term)
        return (queryset.filter(search=TokenQuery(query)) if query else queryset), False


def while_typing(text: str) -> str:
    """The tsquery literal of a text whose last word may not be finished; "" for no word."""
    words = fold(text).split()
    if not words:
        return ""
    started = "'" + words[-1][:LONGEST_LEXEME].replace("\\", "\\\\").replace("'", "''") + "':*"
    finished = tsquery(" ".join(words[:-1]))
    so_far = f"({finished} & {started})" if finished else started
    whole = tsquery(text)
    return f"({whole}) | {so_far}" if whole else so_far
