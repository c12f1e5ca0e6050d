"""The kinds of events in six groups, as many as colours and textures can tell apart."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.models.vocabulary import EventKind as K

GROUPS: dict[str, tuple[str | Promise, tuple[K, ...]]] = {
    "launch": (_("Launches"), (K.RELEASE, K.PREVIEW, K.OPEN_SOURCING, K.MILESTONE)),
    "word": (
        _("Announcements and reports"),
        (K.ANNOUNCEMENT, K.STATEMENT, K.REPORT, K.CONFERENCE),
    ),
    "setback": (_("Setbacks"), (K.DELAY, K.PAUSE, K.CANCELLATION, K.INCIDENT)),
    "money": (
        _("Money and markets"),
        (K.INVESTMENT, K.ACQUISITION, K.MARKET_MOVE, K.PARTNERSHIP),
    ),
    "rule": (_("Policy and organization"), (K.POLICY, K.ORGANIZATION)),
    "study": (_("Research and plans"), (K.RESEARCH, K.PLAN)),
}
GROUP_OF: dict[str, str] = {
    str(kind): group for group, (_words, kinds) in GROUPS.items() for kind in kinds
}
