"""A reader's words as a condition on a search column."""

from typing import Any

from django.contrib.postgres.search import SearchQuery

from events.search.question import read


class TokenQuery(SearchQuery):
    """A tsquery that is used as it is, without PostgreSQL's own parser."""

    def as_sql(  # type: ignore[override]
        self, compiler: Any, connection: Any, **_: Any
    ) -> tuple[str, tuple[str | int, ...]]:
        sql, params = compiler.compile(self.get_source_expressions()[-1])
        return f"{sql}::tsquery", params


def query_of(text: str) -> TokenQuery | None:
    """What to filter a search column by, or None when the text has no word in it."""
    literal = read(text).tsquery()
    return TokenQuery(literal) if literal else None
