"""The addresses of downloads."""

from django.urls import path

from events.exchange.calendar.views import planned_ics
from events.exchange.card_images.views import card_image
from events.exchange.csv.changes import CHANGES
from events.exchange.csv.exports import EXPORTS
from events.exchange.csv.promises import PROMISES
from events.exchange.csv.views import ChangesCsvFilter, PromisesCsvFilter, csv_view
from events.exchange.feeds.views import corrections_atom, events_atom

urlpatterns = [
    path(f"{export.name}.csv", csv_view(export), name=f"{export.name}_csv") for export in EXPORTS
]
urlpatterns += [
    path("changes.csv", csv_view(CHANGES, ChangesCsvFilter), name="changes_csv"),
    path("promises.csv", csv_view(PROMISES, PromisesCsvFilter), name="promises_csv"),
    path("events.atom", events_atom, name="events_atom"),
    path("corrections.atom", corrections_atom, name="corrections_atom"),
    path("planned.ics", planned_ics, name="planned_ics"),
    path(
        "cards/<slug:language>/<slug:folder>/<slug:key>-<int:stamp>.png",
        card_image,
        name="card_image",
    ),
]
