"""Why a proposal was made, and why an event may be the same, in words."""

from collections.abc import Iterable, Mapping
from functools import reduce

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.extraction.found import Reason

# Each with what its text is, when it has one.
TEMPLATES: dict[str, Promise] = {
    "trigger": gettext_lazy("trigger “%(text)s”"),
    "cue": gettext_lazy("cue “%(text)s”"),
    "date_phrase": gettext_lazy("date from “%(text)s”"),
    "date_from_publication": gettext_lazy("date from the day of publication"),
    "date_continued": gettext_lazy("date of what was told before"),
    "no_date": gettext_lazy("no date found"),
    "attribution": gettext_lazy("said by “%(text)s”"),
    "negation": gettext_lazy("negated by “%(text)s”"),
    "planned": gettext_lazy("planned: “%(text)s”"),
    "quoted": gettext_lazy("within a quotation"),
    "hedged": gettext_lazy("not certain: “%(text)s”"),
    "heading": gettext_lazy("from a heading"),
    "machine_summary": gettext_lazy("from a machine summary"),
    "new_name": gettext_lazy("“%(text)s” is a new name"),
    # why an event may be the one that is proposed
    "same_entities": gettext_lazy("the same take part: %(text)s"),
    "same_kind": gettext_lazy("the same kind"),
    "same_date": gettext_lazy("the dates overlap"),
    "near_date": gettext_lazy("the dates are close"),
    "similar_words": gettext_lazy("similar words"),
    "near_copy": gettext_lazy("nearly the same passage was decided on"),
}


def explain(reasons: Iterable[Reason | Mapping[str, str]]) -> str:
    """One line for all reasons, in the reader's language; stored rows have a code and a text."""
    lines = [_in_words(reason) for reason in reasons]
    return reduce(_joined, lines) if lines else ""


def _in_words(reason: Reason | Mapping[str, str]) -> str:
    row = reason.as_row() if isinstance(reason, Reason) else reason
    code, text = str(row.get("code", "")), str(row.get("text", ""))
    if code not in TEMPLATES:
        return text or code
    return str(TEMPLATES[code]) % {"text": text}


def _joined(first: str, second: str) -> str:
    return _("%(first)s; %(second)s") % {"first": first, "second": second}
