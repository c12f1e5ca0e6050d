"""How an event is cited: as text, BibTeX and CSL-JSON. Plain Python over an event and addresses."""

import datetime
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dates import PartialDate, Precision
from dates.fields import in_words
from events.localization import language_tag, title_of

if TYPE_CHECKING:
    from events.models import Event

# https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
_LATEX = str.maketrans({
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "%": r"\%",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Citation:
    """One version of an event, read on a day."""

    event: "Event"
    address: str  # complete, and the same for ever
    retrieved: datetime.date
    as_of: datetime.date | None = None

    @property
    def key(self) -> str:
        known = f"-{self.as_of:%Y%m%d}" if self.as_of else ""
        return f"aitimeline-event-{self.event.pk}-v{self.event.version}{known}"

    @property
    def title(self) -> str:
        return title_of(self.event).text

    @property
    def edition(self) -> str:
        """“Event 7, version 3”, and what day's knowledge it was when that is not now."""
        words = {"id": self.event.pk, "version": self.event.version, "day": _day(self.as_of)}
        if self.as_of:
            return _("Event %(id)s, version %(version)s, as known on %(day)s") % words
        return _("Event %(id)s, version %(version)s") % words


def _day(day: datetime.date | None) -> str:
    return str(in_words(PartialDate.day(day))) if day else ""


def as_text(citation: Citation) -> str:
    words = {
        "site": _("AI Timeline"),
        "title": citation.title,
        "date": in_words(citation.event.date),
        "edition": citation.edition,
        "retrieved": _day(citation.retrieved),
        "address": citation.address,
    }
    return (
        _("%(site)s: “%(title)s” (%(date)s). %(edition)s. Retrieved %(retrieved)s, %(address)s")
        % words
        + "\n"
    )


def as_bibtex(citation: Citation) -> str:
    """An entry for BibTeX and biber; Chinese stays as it is, in UTF-8."""
    changed = citation.event.updated_at
    date = citation.event.date
    fields = {
        "author": "{" + _latex(_("AI Timeline")) + "}",
        "title": "{" + _latex(citation.title) + "}",
        "year": f"{changed:%Y}",
        "date": f"{changed:%Y-%m-%d}",
        "version": str(citation.event.version),
        "note": _latex(f"{citation.edition}; {in_words(date)} ({date})"),
        "url": citation.address,
        "urldate": citation.retrieved.isoformat(),
        "language": language_tag(),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items()]
    return "\n".join([f"@misc{{{citation.key},", *lines, "}", ""])


def _latex(text: str) -> str:
    return " ".join(text.translate(_LATEX).split())


def as_csl(citation: Citation) -> str:
    """CSL-JSON, an array of one item as reference managers read it."""
    return json.dumps([csl_item(citation)], ensure_ascii=False, indent=2) + "\n"


def csl_item(citation: Citation) -> dict[str, Any]:
    site, date = _("AI Timeline"), citation.event.date
    item = {
        "id": citation.key,
        "type": "entry",
        "title": citation.title,
        "container-title": site,
        "author": [{"literal": site}],
        "publisher": site,
        "language": language_tag(),
        "version": str(citation.event.version),
        "number": str(citation.event.pk),
        "issued": _csl_date(citation.event.updated_at.date()),
        "accessed": _csl_date(citation.retrieved),
        "URL": citation.address,
        "note": f"{citation.edition}; EDTF {date}",
    }
    if date and date.earliest and date.latest:
        item["event-date"] = _csl_window(date, date.earliest, date.latest)
    return item


def _csl_date(day: datetime.date) -> dict[str, Any]:
    return {"date-parts": [[day.year, day.month, day.day]]}


def _csl_window(date: PartialDate, first: datetime.date, last: datetime.date) -> dict[str, Any]:
    """A month or year as such, anything else wider than a day as a range."""
    known = {Precision.YEAR: 1, Precision.MONTH: 2}.get(date.precision, 3)
    ends = [first] if known < 3 or first == last else [first, last]
    parts = [[day.year, day.month, day.day][:known] for day in ends]
    return {"date-parts": parts, "circa": True} if date.approximate else {"date-parts": parts}


@dataclass(frozen=True, slots=True)
class Format:
    name: str  # the ending of its address
    label: str | Promise
    content_type: str
    write: Callable[[Citation], str]


FORMATS = {
    one.name: one
    for one in (
        Format("txt", gettext_lazy("Text"), "text/plain; charset=utf-8", as_text),
        Format("bib", "BibTeX", "application/x-bibtex; charset=utf-8", as_bibtex),
        Format("json", "CSL-JSON", "application/vnd.citationstyles.csl+json", as_csl),
    )
}
