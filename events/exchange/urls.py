"""The addresses of downloads."""

from django.urls import path

from events.exchange.csv.exports import EXPORTS
from events.exchange.csv.views import csv_view

urlpatterns = [
    path(f"{export.name}.csv", csv_view(export), name=f"{export.name}_csv") for export in EXPORTS
]
