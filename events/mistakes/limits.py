"""How many reports are taken: counted in the database, since several processes share the limit."""

import datetime
import hashlib
import hmac

from django.conf import settings
from django.db import connection, transaction
from django.http import HttpRequest
from django.utils import timezone

from events.models import ReportTrace

KEPT = datetime.timedelta(days=1)
HOUR = datetime.timedelta(hours=1)
MOST_OF_ONE = 5  # an hour
MOST_OF_ALL = 60  # an hour
_LOCK = 0x5EA1  # of the transactions that count


def may_report(request: HttpRequest) -> bool:
    """Whether one more report is taken from this address, which counts it."""
    now, who = timezone.now(), _hashed(request.META.get("REMOTE_ADDR", ""))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        ReportTrace.objects.filter(at__lt=now - KEPT).delete()
        lately = ReportTrace.objects.filter(at__gte=now - HOUR)
        if lately.count() >= MOST_OF_ALL or lately.filter(who=who).count() >= MOST_OF_ONE:
            return False
        ReportTrace.objects.create(who=who)
    return True


def _hashed(address: str) -> str:
    """Under a key that changes every day, so that nobody can be followed from one to the next."""
    key = f"{settings.SECRET_KEY}{timezone.localdate()}".encode()
    return hmac.new(key, address.encode(), hashlib.sha256).hexdigest()
