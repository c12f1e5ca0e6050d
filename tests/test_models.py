"""Wrong data is refused twice: in words by full_clean(), and by the database."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from events.models import Event
from tests.factories import make_event

pytestmark = pytest.mark.django_db


def test_a_published_event_needs_a_claim() -> None:
    event = make_event(visibility="draft", sources=())
    event.visibility = Event.Visibility.PUBLISHED
    with pytest.raises(ValidationError, match="at least one claim"):
        event.full_clean()
    with pytest.raises(IntegrityError, match="without a claim"), transaction.atomic():
        event.save()
        connection.check_constraints()
