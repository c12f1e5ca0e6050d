"""What a feed or a calendar is called: what it holds, of what it is filtered by."""

from django.utils.translation import gettext as _

from events.localization import listed, name_of
from events.timeline.filters import TimelineFilter

BESIDES = ("coarse",)  # options that filter nothing


def titled(what: str, form: TimelineFilter) -> str:
    chosen = [item for item in form.chosen() if item.field not in BESIDES]
    filters = listed(name_of(item.entity) if item.entity else item.text for item in chosen)
    if filters:
        return _("AI Timeline: %(what)s (%(filters)s)") % {"what": what, "filters": filters}
    return _("AI Timeline: %(what)s") % {"what": what}
