"""The pictures of cards, under an address of their own for each language and version."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import translation

from events.exchange.answering import answer
from events.exchange.card_images.drawing import png
from events.exchange.card_images.faces import ENTITIES, address_of, face_of
from events.models import Event
from events.models.entity import Entity
from events.reading import read_only


@read_only
def card_image(
    request: HttpRequest, language: str, folder: str, key: str, stamp: int
) -> HttpResponseBase:
    if language not in dict(settings.LANGUAGES):
        raise Http404
    with translation.override(language):
        row = _found(folder, key)
        if not address_of(row):
            raise Http404
        return answer(request, png(face_of(row)), "image/png", row.updated_at)


def _found(folder: str, key: str) -> Event | Entity:
    if folder == "events":
        pk = int(key) if key.isdecimal() and len(key) < 19 else 0
        event: Event = get_object_or_404(Event.objects.published().defer("search"), pk=pk)
        return event
    if folder not in ENTITIES:
        raise Http404
    rows = ENTITIES[folder].objects.current().defer("search")
    entity: Entity = get_object_or_404(rows, slug=key)
    return entity
