"""What templates need to show curated content in the reader's language."""

import re
from typing import Any, NamedTuple

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template import Context
from django.urls import reverse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy, pgettext_lazy

from dates import PartialDate, Precision
from dates.fields import in_words
from dates.languages import Language, language_of
from events import localization
from events.localization import Words, reader_language
from events.timeline.grouping import Month, Year

register = template.Library()

register.filter("name_of", localization.name_of)
register.filter("other_name", localization.other_name)
register.filter("title_of", localization.title_of)
register.filter("summary_of", localization.summary_of)
register.filter("description_of", localization.description_of)
register.filter("date_note_of", localization.date_note_of)
register.filter("reading_notes_of", localization.reading_notes_of)
register.filter("number", localization.number)
register.filter("count_in_words", localization.count_in_words)
register.filter("country_name", localization.country_name)
register.filter("language_name", localization.language_name)
register.filter("in_its_language", localization.in_its_language)
register.filter("in_words", in_words)

# An address ends before the mark that ends its sentence or bracket.
_ADDRESS = re.compile(r"(https?://[!-~]*[\w/#=&-])", re.ASCII)
MOST_SHOWN = 40  # characters of an address
_MACHINE_READABLE = {Precision.DAY, Precision.MONTH, Precision.YEAR}


@register.filter
def tagged(words: Words | str) -> SafeString | str:
    """The text with the language it is in."""
    if isinstance(words, Words):
        return format_html('<span lang="{}">{}</span>', words.lang, words.text)
    return words


@register.filter
def with_links(text: str) -> SafeString:
    """Web addresses in prose become links, also where no space parts them from Chinese."""
    pieces = _ADDRESS.split(text)  # prose and addresses in turns
    shown = (
        format_html('<a href="{}" rel="nofollow">{}</a>', piece, Truncator(piece).chars(MOST_SHOWN))
        if number % 2
        else conditional_escape(piece)
        for number, piece in enumerate(pieces)
    )
    return mark_safe("".join(shown))  # noqa: S308  # each piece is escaped


@register.filter
def when(date: PartialDate | None) -> SafeString:
    """The date in words; machine-readable too where HTML has a form for its precision."""
    if date and date.precision in _MACHINE_READABLE:
        machine = date.edtf.strip("~?%")
        return format_html('<time datetime="{}">{}</time>', machine, in_words(date))
    return format_html('<span class="when">{}</span>', in_words(date))


@register.filter
def heading(span: Year | Month) -> str:
    return span.in_words(reader_language())


@register.simple_tag
def says(claim: Any) -> Words:
    return localization.choose(claim.says_en, claim.says_zh)


@register.simple_tag
def page_language() -> str:
    return localization.language_tag()


class Section(NamedTuple):
    name: str
    address: str
    current: str  # the value of aria-current


_SECTIONS = {
    "timeline": gettext_lazy("Timeline"),
    "promises": gettext_lazy("Promises"),
    "changes": pgettext_lazy("in what is known", "Changes"),
    "compare": gettext_lazy("Compare"),
    "organizations": gettext_lazy("Organizations"),
    "models": gettext_lazy("Models"),
    "people": gettext_lazy("People"),
    "sources": gettext_lazy("Sources"),
    "about": gettext_lazy("About"),
}


PUBLISHERS, SOURCES = "/publishers/", "/sources/"  # publishers have no section of their own


@register.simple_tag(takes_context=True)
def sections(context: Context) -> list[Section]:
    """The parts of the site, and which of them this page is or belongs to."""
    request: HttpRequest | None = context.get("request")
    here = request.path if request else ""
    return [
        Section(str(name), address, _current(here, address))
        for name, address in ((name, reverse(view)) for view, name in _SECTIONS.items())
    ]


def _current(here: str, address: str) -> str:
    if here == address:
        return "page"
    below = here.startswith(address) or (here.startswith(PUBLISHERS) and address == SOURCES)
    return "true" if address != "/" and below else ""


_SHORT = {Language.ENGLISH: "EN", Language.SIMPLIFIED: "简", Language.TRADITIONAL: "繁"}


class LanguageLink(NamedTuple):
    tag: str
    name: str
    short: str  # for the narrowest screens
    query: str
    address: str  # the whole address, for search engines
    current: bool


@register.simple_tag(takes_context=True)
def language_links(context: Context) -> list[LanguageLink]:
    """This page in each language of the interface, with the rest of its address kept."""
    request: HttpRequest | None = context.get("request")
    links = []
    for code, name in settings.LANGUAGES:
        parameters = request.GET.copy() if request else None
        if parameters is not None:
            parameters["lang"] = code
        query = f"?{parameters.urlencode()}" if parameters is not None else f"?lang={code}"
        address = request.build_absolute_uri(request.path) + query if request else ""
        language = language_of(code)
        current = language is reader_language()
        tag = localization.TAGS[language]
        links.append(LanguageLink(tag, name, _SHORT[language], query, address, current))
    return links
