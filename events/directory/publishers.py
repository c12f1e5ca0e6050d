"""How many sources are public: of each publisher, and of all.

Whether one is depends on the claims about events. Of very many sources a part is asked, and how
many of it are public says about how many of all are (`events/timeline/sampling.py`).
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, OuterRef, Q

from dates import PartialDate
from events.directory.sources import MOST_ROWS, SourceForm, is_public
from events.localization import About, MoreThan, Number
from events.models.queryset import one_of
from events.timeline.sampling import one_row_in, share_of
from sources.models import Publisher, Source, SourceQuerySet

MOST_ASKED, MOST_ASKED_OF_ONE = 4_000, 100


@dataclass(frozen=True, slots=True)
class PublisherRow:
    publisher: Publisher
    sources: Number
    latest: date | None  # the day of its newest source

    @property
    def latest_date(self) -> PartialDate | None:
        return PartialDate.day(self.latest) if self.latest else None


@dataclass(frozen=True, slots=True)
class PublisherList:
    rows: list[PublisherRow]
    found: int

    @property
    def shortened(self) -> bool:
        return self.found > MOST_ROWS


def number_of_public(day: date | None = None) -> Number:
    """Of all sources."""
    size = Source.objects.count()
    share = share_of(size, MOST_ASKED)
    asked = _part(Source.objects.all(), share)
    counts = asked.aggregate(asked=Count("pk"), public=Count("pk", filter=is_public(day)))
    return _number(size, share, **counts)


def publisher_list(form: SourceForm, day: date | None = None) -> PublisherList:
    """Publishers of public sources, those with most sources first, as of a day."""
    form.is_valid()
    newest = _newest(form.cleaned_data.get("q"), day)
    sizes = dict(Source.objects.order_by().values_list("publisher").annotate(n=Count("pk")))
    shown = sorted(newest, key=lambda pk: (-sizes[pk], pk))[:MOST_ROWS]
    numbers = _numbers({pk: sizes[pk] for pk in shown}, day)
    publishers = Publisher.objects.in_bulk(shown)
    sources = Source.objects.filter(pk__in=[newest[pk] for pk in shown])
    latest = dict(sources.values_list("publisher", "published_latest"))
    rows = [PublisherRow(publishers[pk], numbers[pk], latest[pk]) for pk in shown]
    rows.sort(key=lambda row: (-row.sources, row.publisher.pk))
    return PublisherList(rows, len(newest))


def _newest(words: str | None, day: date | None) -> dict[int, int]:
    """Of each publisher that has any, its newest public source."""
    publishers = Publisher.objects.all()
    if words:
        named = Q(name__icontains=words) | Q(name_zh__icontains=words)
        publishers = publishers.filter(named | Q(other_names__icontains=words))
    public = Source.objects.filter(is_public(day), publisher=OuterRef("pk"))
    newest = public.order_by(F("published_latest").desc(nulls_last=True)).values("pk")[:1]
    rows = publishers.order_by().annotate(newest=newest).values_list("pk", "newest")
    return {publisher: source for publisher, source in rows if source}


def _numbers(sizes: dict[int, int], day: date | None) -> dict[int, Number]:
    """Of publishers that have some, by how many sources each has in all."""
    by_share: defaultdict[int, list[int]] = defaultdict(list)
    for publisher, size in sizes.items():
        by_share[share_of(size, MOST_ASKED_OF_ONE)].append(publisher)
    numbers: dict[int, Number] = dict.fromkeys(sizes, MoreThan(0))
    for share, publishers in by_share.items():
        asked = _part(Source.objects.filter(one_of("publisher", publishers)), share)
        public = Count("pk", filter=is_public(day))
        rows = asked.order_by().values_list("publisher").annotate(n=Count("pk"), public=public)
        for publisher, *counts in rows:
            numbers[publisher] = _number(sizes[publisher], share, *counts) or MoreThan(0)
    return numbers


def _part(sources: SourceQuerySet, share: int) -> SourceQuerySet:
    return sources if share == 1 else sources.filter(one_row_in(share))


def _number(size: int, share: int, asked: int, public: int) -> Number:
    if share == 1:
        return Number(public)
    return About(size * public / asked if asked else 0)
