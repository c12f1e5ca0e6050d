"""What stands on the card of an event, an organization, a model or a person."""

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from dates.fields import in_words
from dates.languages import Language
from events.exchange.card_images.drawing import HUES, Face
from events.exchange.card_images.fonts import can_draw
from events.localization import description_of, name_of, reader_language, title_of
from events.models import AIModel, Event, Organization, Person
from events.models.entity import Entity
from events.models.vocabulary import Certainty, Status
from events.timeline.picture.groups import GROUP_OF

ENTITIES: dict[str, type[Entity]] = {
    "organizations": Organization,
    "models": AIModel,
    "people": Person,
}
_HOLLOW = (Status.PLANNED, Status.DELAYED, Status.CANCELLED)


def address_of(row: Event | Entity) -> str:
    """Where the picture for its card is; "" where none can be drawn.

    The address changes with the row, because other sites keep a picture for long.
    """
    if isinstance(row, Event):
        if row.known_on:
            return ""  # it tells of today
        folder, key, stamp = "events", str(row.pk), row.version
    else:
        folder = next(name for name, model in ENTITIES.items() if isinstance(row, model))
        key, stamp = row.slug, int(row.updated_at.timestamp())
    face = face_of(row)
    if not can_draw(face.above, face.title, face.below, face.site):
        return ""
    return reverse("card_image", args=[get_language() or "en", folder, key, stamp])


def face_of(row: Event | Entity) -> Face:
    return _of_event(row) if isinstance(row, Event) else _of_entity(row)


def _of_event(event: Event) -> Face:
    said = [str(capfirst(event.get_kind_display()))]
    if event.status != Status.HAPPENED:
        said.append(str(event.get_status_display()))
    if event.certainty != Certainty.CONFIRMED:
        said.append(str(event.get_certainty_display()))
    day = event.date is not None and event.date.earliest == event.date.latest
    return Face(
        above=" · ".join(said),
        title=_in_one_line(title_of(event)),
        below=str(in_words(event.date)),
        site=_("AI Timeline"),
        hue=HUES[GROUP_OF[event.kind]],
        mark="day" if day else "span",
        hollow=event.status in _HOLLOW,
        struck=event.status == Status.CANCELLED or event.certainty == Certainty.DENIED,
        traditional=reader_language() is Language.TRADITIONAL,
    )


def _of_entity(entity: Entity) -> Face:
    return Face(
        above=str(capfirst(entity._meta.verbose_name)),
        title=_in_one_line(name_of(entity)),
        below=_in_one_line(description_of(entity)),
        site=_("AI Timeline"),
        traditional=reader_language() is Language.TRADITIONAL,
    )


def _in_one_line(text: object) -> str:
    return " ".join(str(text).split())
