"""What a feed or a calendar is called: what it holds, of what it is filtered by."""

from django.utils.translation import gettext as _

from events.localization import listed, name_of
from events.timeline.filters import TimelineFilter


def titled(what: str, form: TimelineFilter) -> str:
    if filters := _filters(form):
        return _("AI Timeline: %(what)s (%(filters)s)") % {"what": what, "filters": filters}
    return _("AI Timeline: %(what)s") % {"what": what}


def timeline_titled(form: TimelineFilter) -> str:
    filters = _filters(form)
    return _("AI Timeline: %(what)s") % {"what": filters} if filters else _("AI Timeline")


def _filters(form: TimelineFilter) -> str:
    return listed(name_of(item.entity) if item.entity else item.text for item in form.chosen())
