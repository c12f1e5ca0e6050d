from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from events.models import AIModel, Event, Organization, Person
from events.search.indexing import postponed_indexing, reindex_events


class Command(BaseCommand):
    help = "Rebuild the search columns of every event and entity, after a change of the tokens."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        events = Event.objects.values_list("pk", flat=True)
        names = 0
        with postponed_indexing():
            reindex_events(events)
            for model in (Organization, AIModel, Person):
                for entity in model.objects.prefetch_related("aliases"):
                    entity.reindex()
                    names += 1
        self.stdout.write(f"{len(events)} events and {names} names indexed.")
