"""Words for people that can be said again in another language: why a document is refused.

`gettext` and `pgettext` are those of Django, but their words remember what they were made from,
also after values were put in with `%`. A row of them is what is kept; `say` words it for whoever
reads it.
"""

from typing import Any, Self

from django.utils import translation

Row = dict[str, Any]


class Said(str):
    """In the language of the moment; `message` is as it stands in the catalogues."""

    message: str
    context: str | None
    values: Any

    @classmethod
    def of(cls, message: str, context: str | None = None, values: Any = None) -> Self:
        words = translation.pgettext(context, message) if context else translation.gettext(message)
        said = cls(words if values is None else words % values)
        said.message, said.context, said.values = message, context, values
        return said

    def __mod__(self, values: Any) -> "Said":
        return Said.of(self.message, self.context, values)


def gettext(message: str) -> Said:
    return Said.of(message)


def pgettext(context: str, message: str) -> Said:
    return Said.of(message, context)


def row_of(words: object) -> Row:
    """As JSON can hold it; words that were not made here stay in their language."""
    if not isinstance(words, Said):
        return {"text": str(words)}
    values = words.values
    if isinstance(values, dict):
        values = {name: row_of(value) for name, value in values.items()}
    elif values is not None:
        values = [row_of(value) for value in (values if isinstance(values, tuple) else (values,))]
    return {"message": words.message, "context": words.context, "values": values}


def say(row: Row) -> str:
    """In the language of whoever reads it."""
    if "message" not in row:
        return str(row.get("text", ""))
    values = row["values"]
    if isinstance(values, dict):
        values = {name: say(value) for name, value in values.items()}
    elif values is not None:
        values = tuple(map(say, values))
    return str(Said.of(row["message"], row["context"], values))
