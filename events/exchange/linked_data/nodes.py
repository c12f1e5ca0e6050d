"""What all parts of the linked data are made of."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from dates import PartialDate, Precision

Node = dict[str, Any]
Absolute = Callable[[str], str]  # makes a full address of a path

_AS_ISO = (Precision.DAY, Precision.MONTH, Precision.YEAR)
# So that no text can end the script element it stands in.
_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def node(kind: str, **values: Any) -> Node:
    """A thing of this type, without what is not known; `id` becomes `@id`."""
    known = {name: value for name, value in values.items() if value not in (None, "", [], {})}
    identity = {"@id": known.pop("id")} if "id" in known else {}
    return {"@type": kind, **identity, **known}


def iso(date: PartialDate | None) -> str | None:
    """The date in ISO 8601 as precise as it is known; None where that would say too much."""
    if date is None or date.precision not in _AS_ISO or date.approximate or date.uncertain:
        return None
    return date.edtf


def wikidata(item: str) -> str | None:
    return f"https://www.wikidata.org/wiki/{item}" if item else None


def script(nodes: Iterable[Node]) -> SafeString:
    """The nodes as text for a script element; "" when there are none."""
    graph = list(nodes)
    if not graph:
        return SafeString("")
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    return mark_safe(text.translate(_ESCAPES))  # noqa: S308  # just escaped
