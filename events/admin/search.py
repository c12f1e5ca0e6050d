"""What an editor types into a search box, whole words or the beginning of one."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from events.search.queries import TokenQuery
from events.search.tokens import tsquery_while_typing


class SearchedAdmin:
    """Finds by the search column: names in both scripts, aliases included."""

    search_fields: Any = ["slug"]  # switches the box on

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        query = tsquery_while_typing(search_term)
        return (queryset.filter(search=TokenQuery(query)) if query else queryset), False
