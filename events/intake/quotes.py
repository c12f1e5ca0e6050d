"""Claims that were here before the text of their source: verified, and given their place in it."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from simple_history.utils import bulk_update_with_history

from events.models import Claim
from sources.models import Source


class MisquotedError(Exception):
    """A claim quotes words that the text does not have; the message says which."""


def verify_quotes(source: Source, reason: str) -> None:
    """Give the source's claims the words around their quotes; MisquotedError when one fails."""
    claims = list(Claim.objects.filter(source=source).exclude(quote="").select_related("event"))
    for claim in claims:
        claim.source = source
        claim.updated_at = timezone.now()
        try:
            claim.clean()
        except ValidationError as error:
            words = " ".join(error.messages)
            raise MisquotedError(f"claim {claim.pk} of “{claim.event}” here: {words}") from error
    if claims:
        fields = ["prefix", "suffix", "quote_start", "quote_end", "updated_at"]
        bulk_update_with_history(claims, Claim, fields, default_change_reason=reason)
