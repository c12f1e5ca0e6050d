"""What may be odd about a document's title, publisher, dates and address: codes and words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NOTES: dict[str, Promise | str] = {
    "publisher_not_believed": _("The publisher its metadata gives does not fit: %(detail)s."),
    "kind_not_believed": _("The type its metadata gives does not fit: %(detail)s."),
    "platform_only": _("Only the platform it was posted on is known: %(detail)s."),
    "title_truncated": _("The printed title breaks off: %(detail)s."),
    "no_title": _("It prints no title; this one is made of its beginning."),
    "address_refused": _("Its address cannot be used: %(detail)s."),
    "captured": _("The day it was saved is not that of publication: %(detail)s."),
    "updated": _("The day it was updated is not that of publication: %(detail)s."),
    "date_not_believed": _("The date its metadata gives does not fit: %(detail)s."),
    "dates_differ": _("It gives another date of publication as well: %(detail)s."),
    "dated_by_weekdays": _("Its date follows from weekdays and days in the text: %(detail)s."),
    "dated_by_post_number": _("Its date follows from the number of the post: %(detail)s."),
    "window_from": _("It cannot be older than what it mentions: %(detail)s."),
    "window_until": _("It cannot be newer than: %(detail)s."),
}
