"""Claims that were here before the text of their source: verified, and given their place in it."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from simple_history.utils import bulk_update_with_history

from events.models import Claim
from sources.models import Source
from sources.reading.document import ReadingError
from sources.reading.said import gettext as _


def verify_quotes(source: Source, reason: str) -> None:
    """Give the source's claims the words around their quotes; ReadingError when one fails."""
    claims = list(Claim.objects.filter(source=source).exclude(quote="").select_related("event"))
    for claim in claims:
        claim.source = source
        claim.updated_at = timezone.now()
        try:
            claim.clean()
        except ValidationError as error:
            words = _("A claim of “%(event)s” here: %(why)s")
            values = {"event": str(claim.event), "why": " ".join(error.messages)}
            raise ReadingError(words % values) from error
    if claims:
        fields = ["prefix", "suffix", "quote_start", "quote_end", "updated_at"]
        bulk_update_with_history(claims, Claim, fields, default_change_reason=reason)
