"""How a promise ended, in sentences."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dates import PartialDate
from dates.fields import in_words
from events.localization import number
from events.models.vocabulary import Certainty, Status
from events.slippage.chain import Outcome
from events.slippage.lateness import Days, Ending
from events.slippage.lateness import in_words as days_in_words

_BLANK = Days(0, 0)


def first_named(promised: PartialDate | None) -> PartialDate | None:
    """What an open end leaves of the days named: May 2025 of “from May 2025 on”."""
    if promised and promised.latest is None:
        return PartialDate.parse(promised.edtf.partition("/")[0])
    return promised


def outcome_in_words(outcome: Outcome) -> list[str]:
    """“Promised for Q2 2025; came 3 weeks late.”, and what else there is to say."""
    sentences = [_ended(outcome)]
    if outcome.moved:
        moved = ngettext("The day was moved once.", "The day was moved %(n)s times.", outcome.moved)
        sentences.append(moved % {"n": number(outcome.moved)})
    if outcome.event.certainty == Certainty.DENIED:
        sentences.append(_("Those concerned deny it."))
    return sentences


def _ended(outcome: Outcome) -> str:
    named, days = outcome.promised or outcome.last, outcome.lateness.days or _BLANK
    words = {
        "day": in_words(first_named(named)),
        "last": in_words(first_named(outcome.last)),
        "came": in_words(outcome.came),
        "how": days_in_words(days),
        "n": number(days.at_least),
    }
    return _sentence(outcome, named is not None) % words


def _sentence(outcome: Outcome, named: bool) -> str:
    ending = outcome.lateness.ending
    if not named:
        return _without_a_day(outcome)
    if ending is Ending.OVERDUE:
        return _overdue(outcome)
    if outcome.last and outcome.last.latest is None:
        return _redated(outcome) or _without_a_last_day(outcome)
    if ending is Ending.OPEN and outcome.event.status == Status.DELAYED:
        return _("Promised for %(day)s; delayed, now for %(last)s.")
    if ending is Ending.OPEN and _dated_otherwise(outcome):
        return _("Promised first for %(day)s; dated here %(last)s; not due yet.")
    return {
        Ending.KEPT: _("Promised for %(day)s; came in time."),
        Ending.EARLY: _("Promised for %(day)s; came %(how)s early."),
        Ending.LATE: _("Promised for %(day)s; came %(how)s late."),
        Ending.PERHAPS_LATE: _("Promised for %(day)s; came in time or %(how)s late."),
        Ending.CAME: _("Promised for %(day)s; came %(came)s."),
        Ending.CANCELLED: _("Promised for %(day)s; cancelled."),
        Ending.REPLACED: _("Promised for %(day)s; another plan took its place."),
        Ending.OPEN: _("Promised for %(last)s; not due yet."),
    }[ending]


def _without_a_day(outcome: Outcome) -> str:
    if outcome.came:
        return _("Announced without a day; came %(came)s.")
    return {
        Ending.CANCELLED: _("Announced without a day; cancelled."),
        Ending.REPLACED: _("Announced without a day; another plan took its place."),
    }.get(outcome.lateness.ending) or (
        _("Announced without a day; delayed and still open.")
        if outcome.event.status == Status.DELAYED
        else _("Announced without a day; still open.")
    )


def _without_a_last_day(outcome: Outcome) -> str:
    if outcome.came:
        return _("Announced for %(day)s at the earliest; came %(came)s.")
    return {
        Ending.CANCELLED: _("Announced for %(day)s at the earliest; cancelled."),
        Ending.REPLACED: _("Announced for %(day)s at the earliest; another plan took its place."),
    }.get(outcome.lateness.ending) or (
        _("Announced for %(day)s at the earliest; delayed and still open.")
        if outcome.event.status == Status.DELAYED
        else _("Announced for %(day)s at the earliest; still open.")
    )


def _dated_otherwise(outcome: Outcome) -> bool:
    """Whether the editors, or what was said since, date the event otherwise than it was named."""
    decided = outcome.last == outcome.event.date
    return bool(decided and outcome.promised and outcome.promised != outcome.last)


def _redated(outcome: Outcome) -> str:
    """Both dates of what has no last day: the one named first, and the one it stands at here."""
    if outcome.lateness.ending is not Ending.OPEN or not _dated_otherwise(outcome):
        return ""
    delayed = outcome.event.status == Status.DELAYED
    if outcome.promised and outcome.promised.latest:
        if delayed:
            return _("Promised first for %(day)s; delayed, dated here %(last)s at the earliest.")
        return _("Promised first for %(day)s; dated here %(last)s at the earliest; still open.")
    if delayed:
        return _(
            "Announced first for %(day)s at the earliest; "
            "delayed, dated here %(last)s at the earliest."
        )
    return _(
        "Announced first for %(day)s at the earliest; "
        "dated here %(last)s at the earliest; still open."
    )


def _overdue(outcome: Outcome) -> str:
    days = outcome.lateness.days or _BLANK
    if outcome.promised and outcome.promised != outcome.last:
        return ngettext(
            "Promised first for %(day)s, last for %(last)s; still open, %(n)s day overdue.",
            "Promised first for %(day)s, last for %(last)s; still open, %(n)s days overdue.",
            days.at_least,
        )
    return ngettext(
        "Promised for %(last)s; still open, %(n)s day overdue.",
        "Promised for %(last)s; still open, %(n)s days overdue.",
        days.at_least,
    )
