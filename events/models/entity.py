"""Who and what events are about: organizations, AI models and people, with all their names."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import BaseConstraint, CheckConstraint, F, Q, UniqueConstraint
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from events.models.queryset import EntityQuerySet
from events.search.indexing import reindex_entity
from sources.models import Source
from sources.validation import (
    CuratedModel,
    http_url_constraint,
    validate_country,
    validate_http_url,
    validate_language,
)

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

validate_wikidata = RegexValidator(r"^Q[1-9]\d*\Z", _("A Wikidata id is Q and a number, as Q380."))


class Entity(CuratedModel):
    """What an organization, an AI model and a person have in common."""

    if TYPE_CHECKING:
        aliases: RelatedManager["Alias"]
        event_roles: RelatedManager[Any]

    name = models.CharField(_("name"), max_length=200)
    name_zh = models.CharField(_("Chinese name"), max_length=200, blank=True)
    slug = models.SlugField(_("slug"), max_length=100, unique=True)
    description_en = models.TextField(_("description (English)"), blank=True)
    description_zh = models.TextField(_("description (Chinese)"), blank=True)
    homepage = models.URLField(
        _("homepage"), max_length=500, blank=True, validators=[validate_http_url]
    )
    wikidata = models.CharField(
        _("Wikidata id"), max_length=20, blank=True, validators=[validate_wikidata]
    )
    merged_into: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("merged into"),
        null=True,
        blank=True,
        editable=False,
        related_name="merged_from",
    )
    search = SearchVectorField(null=True, editable=False)

    objects = EntityQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        self.name = self.name.strip()
        if not self.name:
            raise ValidationError({"name": _("Give a name.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        self.reindex()

    def reindex(self) -> None:
        """Bring the search index of this entity and of its events up to date."""
        reindex_entity(self)


def _entity_constraints(owner: str) -> list[BaseConstraint]:
    return [
        http_url_constraint("homepage", owner),
        CheckConstraint(
            condition=~Q(merged_into=F("id")),
            name=f"{owner}_not_merged_into_itself",
            violation_error_message=_("Nothing can be merged into itself."),
        ),
    ]


class Organization(Entity):
    class Kind(models.TextChoices):
        COMPANY = "company", _("company")
        LAB = "lab", _("lab")
        TEAM = "team", _("team")
        OUTLET = "outlet", _("news outlet")
        GOVERNMENT = "government", _("government body")
        PLATFORM = "platform", _("platform")
        NGO = "ngo", _("non-governmental organization")
        UNIVERSITY = "university", _("university")
        ACADEMY = "academy", _("academy or institute")
        ASSOCIATION = "association", _("association")
        OTHER = "other", _("other")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.COMPANY)
    country = models.CharField(
        _("country"), max_length=2, blank=True, validators=[validate_country]
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("part of"),
        null=True,
        blank=True,
        related_name="children",
    )
    history = HistoricalRecords(excluded_fields=["search"])

    class Meta(Entity.Meta):
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        constraints = [
            *_entity_constraints("organization"),
            CheckConstraint(
                condition=~Q(parent=F("id")),
                name="organization_not_its_own_parent",
                violation_error_message=_("An organization cannot be part of itself."),
            ),
        ]
        indexes = [GinIndex(fields=["search"], name="organization_search")]
        permissions = [("merge_organization", "Can merge organizations")]

    def get_absolute_url(self) -> str:
        return reverse("organization", args=[self.slug])


class AIModel(Entity):
    class Kind(models.TextChoices):
        FAMILY = "family", _("family")
        MODEL = "model", _("model")
        PRODUCT = "product", _("product")
        API = "api", _("API")
        LIBRARY = "library", _("library")
        BENCHMARK = "benchmark", _("benchmark")
        HARDWARE = "hardware", _("hardware")

    class Access(models.TextChoices):
        """The values Epoch AI uses for model accessibility."""

        OPEN = "Open weights (unrestricted)", _("open weights (unrestricted)")
        RESTRICTED = "Open weights (restricted use)", _("open weights (restricted use)")
        NON_COMMERCIAL = "Open weights (non-commercial)", _("open weights (non-commercial)")
        API = "API access", _("API access")
        HOSTED = "Hosted access (no API)", _("hosted access (no API)")
        UNRELEASED = "Unreleased", _("unreleased")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.MODEL)
    developer = models.ForeignKey(
        Organization,
        models.PROTECT,
        verbose_name=_("developer"),
        null=True,
        blank=True,
        related_name="developed_models",
    )
    family = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("family"),
        null=True,
        blank=True,
        related_name="members",
    )
    parameters = models.BigIntegerField(
        _("parameters"), null=True, blank=True, help_text=_("How many, as in 8000000000.")
    )
    access = models.CharField(_("access"), max_length=30, choices=Access, blank=True)
    epoch_name = models.CharField(_("name at Epoch AI"), max_length=200, blank=True)
    hugging_face = models.CharField(
        _("Hugging Face id"),
        max_length=200,
        blank=True,
        validators=[RegexValidator(r"^[\w.-]+/[\w.-]+\Z", _("Write it as owner/name."))],
    )
    history = HistoricalRecords(excluded_fields=["search"])

    class Meta(Entity.Meta):
        verbose_name = _("AI model")
        verbose_name_plural = _("AI models")
        constraints = [
            *_entity_constraints("model"),
            CheckConstraint(
                condition=~Q(family=F("id")),
                name="model_not_its_own_family",
                violation_error_message=_("A model cannot be its own family."),
            ),
            CheckConstraint(
                condition=Q(parameters__gt=0),
                name="model_parameters_positive",
                violation_error_message=_("The number of parameters is above zero."),
            ),
        ]
        indexes = [GinIndex(fields=["search"], name="model_search")]
        permissions = [("merge_aimodel", "Can merge AI models")]

    def get_absolute_url(self) -> str:
        return reverse("model", args=[self.slug])


class Person(Entity):
    history = HistoricalRecords(excluded_fields=["search"])

    class Meta(Entity.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = _entity_constraints("person")
        indexes = [GinIndex(fields=["search"], name="person_search")]
        permissions = [("merge_person", "Can merge people")]

    def get_absolute_url(self) -> str:
        return reverse("person", args=[self.slug])


class Alias(CuratedModel):
    """Another name of an entity, in one language, once."""

    class Kind(models.TextChoices):
        OFFICIAL = "official", _("official")
        SHORT = "short", _("short")
        FORMER = "former", _("former")
        LOCALIZED = "localized", _("localized")

    entity_field: ClassVar[str]  # the foreign key to whom it names

    text = models.CharField(_("name"), max_length=200)
    language = models.CharField(
        _("language"), max_length=20, blank=True, validators=[validate_language]
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.SHORT)
    source = models.ForeignKey(
        Source,
        models.SET_NULL,
        verbose_name=_("source"),
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Where this name is printed."),
    )

    class Meta:
        abstract = True
        ordering = ["id"]
        verbose_name = _("other name")
        verbose_name_plural = _("other names")

    def __str__(self) -> str:
        return self.text

    @property
    def entity(self) -> Entity:
        entity: Entity = getattr(self, self.entity_field)
        return entity

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        self.entity.reindex()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        deleted = super().delete(*args, **kwargs)
        self.entity.reindex()
        return deleted


def _alias_once(owner: str) -> list[BaseConstraint]:
    return [
        UniqueConstraint(
            owner,
            Lower("text"),
            name=f"{owner}_alias_once",
            violation_error_message=_("This name is given twice."),
        )
    ]


class OrganizationAlias(Alias):
    entity_field = "organization"

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="aliases")
    history = HistoricalRecords()

    class Meta(Alias.Meta):
        constraints = _alias_once("organization")


class ModelAlias(Alias):
    entity_field = "model"

    model = models.ForeignKey(AIModel, models.CASCADE, related_name="aliases")
    history = HistoricalRecords()

    class Meta(Alias.Meta):
        constraints = _alias_once("model")


class PersonAlias(Alias):
    entity_field = "person"

    person = models.ForeignKey(Person, models.CASCADE, related_name="aliases")
    history = HistoricalRecords()

    class Meta(Alias.Meta):
        constraints = _alias_once("person")
