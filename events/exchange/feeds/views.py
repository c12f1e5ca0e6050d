"""The addresses of the feeds: the filters of the timeline in, a page of entries out."""

from collections.abc import Callable
from types import ModuleType

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from events.exchange.answering import answer, last_changed, refuse
from events.exchange.feeds import corrections, news
from events.exchange.feeds.atom import Feed, PagedFeed, written
from events.exchange.feeds.pages import FeedPage
from events.exchange.identity import tag
from events.exchange.titles import titled
from events.localization import language_tag
from events.reading import read_only
from events.timeline.filters import TimelineFilter


def feed_view(kind: ModuleType, name: str) -> Callable[..., HttpResponseBase]:
    """A view of the feed that the module `kind` fills; `name` is that of its address."""

    @read_only
    def view(request: HttpRequest) -> HttpResponseBase:
        form, page = TimelineFilter(request.GET), FeedPage(request.GET)
        if not (form.is_valid() & page.is_valid()):
            wrong = [f"before: {text}" for text in page.errors.get("before", [])]
            return refuse([*form.messages(), *wrong])
        changed = last_changed()
        told = kind.entries(request, form, page.cleaned_data["before"])
        feed = _feed(request, form, kind, name, told.next)
        return answer(request, written(feed, told.entries), PagedFeed.content_type, changed)

    return view


def _feed(
    request: HttpRequest, form: TimelineFilter, kind: ModuleType, name: str, following: int | None
) -> Feed:
    query = form.query_string(without="order", lang=translation.get_language() or "en")
    path = reverse(name)
    first = request.build_absolute_uri(path + query)
    before = FeedPage(request.GET)["before"].value()
    return Feed(
        id=tag(path.lstrip("/") + query),
        title=titled(kind.title(), form),
        subtitle=kind.subtitle(),
        author=_("The editors of AI Timeline"),
        lang=language_tag(),
        page=request.build_absolute_uri(reverse("timeline") + query),
        here=f"{first}&before={int(before)}" if before else first,
        first=first,
        next=f"{first}&before={following}" if following else None,
    )


events_atom = feed_view(news, "events_atom")
corrections_atom = feed_view(corrections, "corrections_atom")
