"""Feeds page by page: what is recorded in the history of events, newest first."""

import datetime
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from events.models import Event
from events.models.vocabulary import Visibility

PAGE = 50
LAST_RECORD = 2**63 - 1


class FeedPage(forms.Form):
    """Which page: the one that begins below a record of the history."""

    before = forms.IntegerField(label=_("Page"), required=False, min_value=1, max_value=LAST_RECORD)


def records() -> QuerySet[Any]:
    """Every record of the history of events, newest first."""
    history: QuerySet[Any] = Event.history.order_by("-history_id")
    return history


def first_published() -> QuerySet[Any]:
    """The record with which an event became public for the first time."""
    published = records().filter(visibility=Visibility.PUBLISHED)
    earlier = published.filter(id=OuterRef("id"), history_id__lt=OuterRef("history_id"))
    return published.exclude(Exists(earlier))


def page_of(found: QuerySet[Any], before: int | None, day: datetime.date | None) -> list[Any]:
    """One record more than a page holds, if there is one; of those made by the end of `day`."""
    if before:
        found = found.filter(history_id__lt=before)
    if day:
        found = found.filter(history_date__date__lte=day)
    return list(found[: PAGE + 1])
