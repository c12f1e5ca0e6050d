"""The words events are classified by."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventKind(models.TextChoices):
    RELEASE = "release", _("release")
    PREVIEW = "preview", _("preview")
    ANNOUNCEMENT = "announcement", _("announcement")
    CONFERENCE = "conference", _("conference")
    DELAY = "delay", _("delay")
    PAUSE = "pause", _("pause")
    CANCELLATION = "cancellation", _("cancellation")
    INVESTMENT = "investment", _("investment")
    ACQUISITION = "acquisition", _("acquisition")
    POLICY = "policy", _("policy")
    PARTNERSHIP = "partnership", _("partnership")
    MARKET_MOVE = "market_move", _("market move")
    RESEARCH = "research", _("research")
    STATEMENT = "statement", _("statement")
    REPORT = "report", _("report")
    OPEN_SOURCING = "open_sourcing", _("open-sourcing")
    ORGANIZATION = "organization", _("hiring and organization")
    PLAN = "plan", _("plan")
    INCIDENT = "incident", _("incident")
    MILESTONE = "milestone", _("milestone")


class Status(models.TextChoices):
    PLANNED = "planned", _("planned")
    HAPPENED = "happened", _("happened")
    DELAYED = "delayed", _("delayed")
    CANCELLED = "cancelled", _("cancelled")


class Certainty(models.TextChoices):
    CONFIRMED = "confirmed", _("confirmed")
    REPORTED = "reported", _("reported")
    RUMOURED = "rumoured", _("rumoured")
    DISPUTED = "disputed", _("disputed")
    DENIED = "denied", _("denied")


class Visibility(models.TextChoices):
    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    PUBLISHED = "published", _("published")
    RETRACTED = "retracted", _("retracted")


class DateBasis(models.TextChoices):
    """How the editors know the date of an event."""

    PRINTED = "printed", _("printed in a source")
    RESOLVED = "resolved", _("resolved from a phrase in a source")
    INFERRED = "inferred", _("inferred from context")
    EXTERNAL = "external", _("known from elsewhere")


class Role(models.TextChoices):
    ACTOR = "actor", _("actor")
    SUBJECT = "subject", _("subject")
    AFFECTED = "affected", _("affected")
    COMMENTER = "commenter", _("commenter")


class LinkKind(models.TextChoices):
    """Read as a sentence: this event <kind> that event."""

    DELAYS = "delays", _("delays")
    SUPERSEDES = "supersedes", _("supersedes")
    CONTRADICTS = "contradicts", _("contradicts")
    DENIES = "denies", _("denies")
    SUPPORTS = "supports", _("supports")
    FOLLOWS_UP = "follows_up", _("follows up")
    RESPONDS_TO = "responds_to", _("responds to")
    SAME_AS = "same_as", _("is the same as")
    SAME_DAY_AS = "same_day_as", _("is on the same day as")


class Stance(models.TextChoices):
    SUPPORTS = "supports", _("supports")
    CONTRADICTS = "contradicts", _("contradicts")
    MENTIONS = "mentions", _("mentions")


class Rank(models.TextChoices):
    PREFERRED = "preferred", _("preferred")
    NORMAL = "normal", _("normal")
    DEPRECATED = "deprecated", _("deprecated")


class Section(models.TextChoices):
    TITLE = "title", _("title")
    BODY = "body", _("body")
    MACHINE_SUMMARY = "machine_summary", _("machine summary")
    METADATA = "metadata", _("metadata")
