"""The site itself: its search, its data, and where a page stands in it."""

from django.db.models import Max, Min
from django.urls import reverse
from django.utils.translation import gettext as _

from events.exchange.csv.exports import EXPORTS
from events.exchange.linked_data.nodes import Absolute, Node, node
from events.models import Event

LANGUAGES = ["en", "zh-Hans", "zh-Hant"]


def website(absolute: Absolute) -> Node:
    home = absolute(reverse("timeline"))
    target = node("EntryPoint", urlTemplate=f"{home}?q={{words}}")
    search = node("SearchAction", target=target)
    search["query-input"] = "required name=words"
    return node(
        "WebSite",
        id=f"{home}#site",
        name=_("AI Timeline"),
        url=home,
        inLanguage=LANGUAGES,
        potentialAction=search,
    )


def dataset(absolute: Absolute) -> Node:
    page = absolute(reverse("about"))
    return node(
        "Dataset",
        id=f"{page}#data",
        name=_("AI Timeline: data"),
        description=_(
            "Events of the AI industry with honest dates, the claims and sources behind each, and "
            "the organizations, AI models and people that take part; in English and Chinese."
        ),
        url=f"{page}#data",
        inLanguage=["en", "zh-Hans"],
        isAccessibleForFree=True,
        temporalCoverage=_days_covered(),
        keywords=["artificial intelligence", "timeline", "人工智能"],
        distribution=[_download(export.name, absolute) for export in EXPORTS],
    )


def _download(name: str, absolute: Absolute) -> Node:
    address = absolute(reverse(f"{name}_csv"))
    return node("DataDownload", name=f"{name}.csv", contentUrl=address, encodingFormat="text/csv")


def _days_covered() -> str | None:
    days = Event.objects.published().aggregate(Min("date_earliest"), Max("date_latest"))
    first, last = days["date_earliest__min"], days["date_latest__max"]
    return f"{first}/{last}" if first and last else None


def breadcrumbs(steps: list[tuple[str, str]]) -> Node:
    """The way to a page from the start, each step with its name and full address."""
    items = [
        node("ListItem", position=position, name=name, item=address)
        for position, (name, address) in enumerate(steps, 1)
    ]
    return node("BreadcrumbList", itemListElement=items)
