"""What a feed, a calendar or a frame is called, and the query it can be asked for again by."""

from django.utils import translation
from django.utils.translation import gettext as _

from events.localization import listed, name_of
from events.timeline.filters import SHOWING, TimelineFilter


def titled(what: str, form: TimelineFilter) -> str:
    if filters := _filters(form):
        return _("AI Timeline: %(what)s (%(filters)s)") % {"what": what, "filters": filters}
    return _("AI Timeline: %(what)s") % {"what": what}


def lasting_query(form: TimelineFilter, **changes: str) -> str:
    """The filters without how a page shows them, in the language of this answer."""
    shown = dict.fromkeys(SHOWING, "")
    return form.query_string(**shown, lang=translation.get_language() or "en", **changes)


def timeline_titled(form: TimelineFilter) -> str:
    filters = _filters(form)
    return _("AI Timeline: %(what)s") % {"what": filters} if filters else _("AI Timeline")


def _filters(form: TimelineFilter) -> str:
    return listed(name_of(item.entity) if item.entity else item.text for item in form.chosen())
