"""Several statements in one message to the database: what an import asks for every document.

Written in SQL because Django takes longer to write such statements than PostgreSQL to answer them.
"""

from collections.abc import Iterable
from typing import Any

from django.db import connection

Rows = list[tuple[Any, ...]]

# The planner takes comparing arrays for cheap and would read a whole table while it is small,
# which takes 30 ms of 1,600 texts; their index takes less than one.
BY_INDEX = "SET LOCAL enable_seqscan = off", "SET LOCAL enable_seqscan TO DEFAULT"


def ask(*statements: str, **parameters: Any) -> list[Rows]:
    """The rows of each statement; all of them know the same parameters."""
    answers: list[Rows] = []
    with connection.cursor() as cursor:
        cursor.execute(";\n".join(statements), parameters)
        more: bool | None = True
        while more:
            answers.append(cursor.fetchall() if cursor.description else [])
            more = cursor.nextset()
    return answers


def ask_by_index(*statements: str, **parameters: Any) -> list[Rows]:
    """The same, of statements that all follow an index."""
    before, after = BY_INDEX
    return ask(before, *statements, after, **parameters)[1:-1]


def array(numbers: Iterable[int]) -> str:
    """Whole numbers as PostgreSQL writes them: they need not be looked at one by one."""
    return "{" + ",".join(map(str, numbers)) + "}"
