"""The addresses of the feeds: the filters of the timeline in, a page of entries out."""

from collections.abc import Callable
from types import ModuleType
from typing import NamedTuple

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from events.exchange.answering import answer, last_changed, messages, refuse
from events.exchange.feeds import corrections, news
from events.exchange.feeds.atom import Feed, PagedFeed, written
from events.exchange.feeds.pages import FeedPage, Positions, page_of
from events.exchange.identity import tag
from events.exchange.titles import lasting_query, titled
from events.localization import language_tag
from events.reading import read_only
from events.timeline.filters import TimelineFilter


def feed_view(kind: ModuleType, name: str) -> Callable[..., HttpResponseBase]:
    """A view of the feed that the module `kind` fills; `name` is that of its address."""

    @read_only
    def view(request: HttpRequest) -> HttpResponseBase:
        form, page = TimelineFilter(request.GET), FeedPage(request.GET, len(kind.STREAMS))
        if wrong := messages(form, page):
            return refuse(wrong)
        changed = last_changed()
        told = page_of(request, form, kind.STREAMS, page.positions)
        pages = Pages(page.positions, told.next)
        feed = _feed(request, form, kind, reverse(name), pages)
        touched = [changed, *(entry.updated for entry in told.entries)]
        newest = max(filter(None, touched), default=None)
        return answer(request, written(feed, told.entries), PagedFeed.content_type, newest)

    return view


class Pages(NamedTuple):
    """Where this page and the next one begin; None is the first page, or that there is no next."""

    here: Positions | None
    next: Positions | None


def _feed(
    request: HttpRequest, form: TimelineFilter, kind: ModuleType, path: str, pages: Pages
) -> Feed:
    def query(begin: Positions | None = None) -> str:
        return lasting_query(form, before=".".join(map(str, begin or ())))

    def address(begin: Positions | None = None) -> str:
        return request.build_absolute_uri(path + query(begin))

    return Feed(
        id=tag(path.lstrip("/") + query()),
        title=titled(kind.title(), form),
        subtitle=kind.subtitle(),
        author=_("The editors of AI Timeline"),
        lang=language_tag(),
        page=request.build_absolute_uri(reverse("timeline") + query()),
        here=address(pages.here),
        first=address(),
        next=address(pages.next) if pages.next else None,
    )


events_atom = feed_view(news, "events_atom")
corrections_atom = feed_view(corrections, "corrections_atom")
