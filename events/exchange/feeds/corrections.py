"""The feed of corrections: by the editors, by later reports, by merging."""

from django.utils.translation import gettext as _

from events.exchange.feeds import edited, merged, reported
from events.exchange.feeds.pages import Stream


def title() -> str:
    return _("Corrections")


def subtitle() -> str:
    return _(
        "What became known otherwise of events: dates, statuses and certainty that later reports "
        "or the editors changed, events that were merged or taken back."
    )


# Their order is part of the addresses of pages.
STREAMS = (
    Stream(edited.rows, edited.entries),
    Stream(reported.rows_by_claims, reported.entries),
    Stream(reported.rows_by_links, reported.entries),
    Stream(merged.rows, merged.entries),
)
