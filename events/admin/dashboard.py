"""What waits on the editors' desk: a handful of queries, whatever the size of the tables."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Count, F, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, NullIf
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dates.fields import in_words
from events.admin.changes import Change
from events.desk.queue import Progress, progress, waiting
from events.localization import Words, title_of
from events.mistakes.about import called
from events.models import AIModel, Claim, Event, MistakeReport, Organization, Person, Proposal
from sources.models import Publisher, Source

SHOWN = 8
LATEST = 15
EVENTS = "admin:events_event_changelist"


@dataclass(frozen=True)
class Waiting:
    """A row that wants attention, with the page where it gets it."""

    page: str
    name: Words | str
    note: str


@dataclass(frozen=True)
class Pile:
    """Rows that want attention: the first few, how many there are, and where they all are."""

    title: str | Promise
    nothing: str | Promise
    rows: list[Waiting]
    count: int
    url: str


@dataclass(frozen=True)
class WaitingDocuments:
    """The first documents with open proposals, each with how many; and how far the desk is."""

    rows: list[tuple[Source, int]]
    progress: Progress
    url: str


@dataclass(frozen=True)
class Tally:
    label: str | Promise
    number: int
    url: str


@dataclass(frozen=True)
class Dashboard:
    documents: WaitingDocuments
    piles: list[Pile]
    latest: list[Change]
    counts: list[Tally]


def dashboard(today: datetime.date) -> Dashboard:
    return Dashboard(_documents(), _piles(today), _latest_changes(), _counts())


def _documents() -> WaitingDocuments:
    rows = [(source, source.open_count) for source in waiting()[:SHOWN]]
    return WaitingDocuments(rows, progress(), reverse("admin:review_queue"))


def _piles(today: datetime.date) -> list[Pile]:
    events = Event.objects.all()
    live = events.not_retracted()
    return [
        _pile(
            _("Waits for review"),
            _("Nothing waits for review."),
            events.waiting_for_review().order_by("updated_at", "pk"),
            "visibility=in_review",
        ),
        _pile(
            _("Overdue: planned, and its time has passed"),
            _("Nothing is overdue."),
            live.overdue(today).order_by("date_latest", "pk"),
            "attention=overdue",
        ),
        _pile(
            _("Lacks evidence: no claim supports it"),
            _("Every event is supported by a claim."),
            live.without_support().order_by("-importance", "-pk"),
            "attention=bare",
        ),
        _reports(),
    ]


def _pile(title: Any, nothing: Any, events: QuerySet[Any], query: str) -> Pile:
    found = list(events.defer("search")[: SHOWN + 1])
    count = len(found) if len(found) <= SHOWN else events.count()
    rows = [_row(event, title_of(event), str(in_words(event.date))) for event in found[:SHOWN]]
    return Pile(title, nothing, rows, count, f"{reverse(EVENTS)}?{query}")


def _reports() -> Pile:
    """Mistakes that readers reported, oldest first."""
    reports = MistakeReport.objects.waiting().order_by("id")
    found = list(reports.with_about()[: SHOWN + 1])
    return Pile(
        _("Mistakes that readers reported"),
        _("No reader has reported a mistake."),
        [_row(one, called(one), one.get_subject_display()) for one in found[:SHOWN]],
        len(found) if len(found) <= SHOWN else reports.count(),
        f"{reverse('admin:events_mistakereport_changelist')}?state=open",
    )


def _row(row: Any, name: Words | str, note: str) -> Waiting:
    opts = row._meta
    page = reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[row.pk])
    return Waiting(page, name, note)


def _latest_changes() -> list[Change]:
    """The newest changes people made to any row, in one query; an import is not listed."""
    histories = [_history(model, label) for model, label in _HISTORIES]
    rows = histories[0].union(*histories[1:], all=True).order_by("-when")[:LATEST]
    return [_latest_change(row) for row in rows]


_HISTORIES: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (Event, ("title_en", "title_zh")),
    (Claim, ("quote", "says_en", "says_zh")),
    (Organization, ("name",)),
    (AIModel, ("name",)),
    (Person, ("name",)),
    (Publisher, ("name",)),
    (Source, ("title",)),
)
_MODELS = {model._meta.label_lower: model for model, _names in _HISTORIES}
_DONE = {"+": _("added"), "~": _("changed"), "-": _("deleted")}


def _history(model: Any, names: tuple[str, ...]) -> QuerySet[Any, Any]:
    texts = [NullIf(Cast(name, CharField()), Value("")) for name in names]
    by_people = model.history.filter(history_user__isnull=False)
    newest = by_people.order_by("-history_date", "-history_id")[:LATEST]
    rows = model.history.filter(history_id__in=newest.values("history_id")).order_by()
    columns: QuerySet[Any, Any] = rows.annotate(
        when=F("history_date"),
        who=F("history_user__username"),
        label=Coalesce(*texts, Value("")),
        model_label=Value(model._meta.label_lower),
    ).values("when", "who", "history_type", "label", "model_label", "id")
    return columns


def _latest_change(row: dict[str, Any]) -> Change:
    opts = _MODELS[row["model_label"]]._meta
    page = f"admin:{opts.app_label}_{opts.model_name}_history"
    return Change(
        when=row["when"],
        who=row["who"],
        done=str(_DONE[row["history_type"]]),
        kind=str(opts.verbose_name),
        label=row["label"],
        url=reverse(page, args=[row["id"]]),
    )


def _counts() -> list[Tally]:
    """How many of each kind there are, in one query."""
    counted = [
        model.objects.order_by().annotate(of=Value(model._meta.label_lower)).values("of")
        .annotate(number=Count("pk"))
        for model in _COUNTED
    ]  # fmt: skip
    numbers = {row["of"]: row["number"] for row in counted[0].union(*counted[1:], all=True)}
    return [_count(model, numbers.get(model._meta.label_lower, 0)) for model in _COUNTED]


_COUNTED: tuple[Any, ...] = (Event, Claim, Source, Organization, AIModel, Person, Proposal)


def _count(model: Any, number: int) -> Tally:
    opts = model._meta
    page = reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist")
    return Tally(opts.verbose_name_plural, number, page)
