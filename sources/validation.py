"""What text and addresses must be before they are stored."""

import re
from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, URLValidator
from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy as _

_ADDRESSES = ("http://", "https://", "www.")
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_ID = re.compile("[0-9]{1,18}")

validate_http_url = URLValidator(
    schemes=["http", "https"],
    message=_("Give a full address that starts with http:// or https://."),
)
validate_language = RegexValidator(
    r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?\Z",
    _("Give a language tag such as en, zh-Hans or zh-Hant."),
)
validate_country = RegexValidator(
    r"^[A-Z]{2}\Z", _("Give a country as two capital letters, such as US or CN.")
)


def validate_storable(text: str) -> None:
    """Refuse characters that PostgreSQL or UTF-8 cannot hold: NUL and lone surrogates."""
    found = UNSTORABLE.search(text)
    if found:
        raise ValidationError(
            _("Character %(position)s (U+%(code)s) cannot be stored: take it out."),
            code="unstorable",
            params={"position": found.start() + 1, "code": f"{ord(found[0]):04X}"},
        )


def is_address(text: str) -> bool:
    """Whether web addresses are all there is."""
    words = text.split()
    return bool(words) and all(word.lower().startswith(_ADDRESSES) for word in words)


def is_id(text: str) -> bool:
    """Whether a row may have this number: longer ones fit into no column, some into no int()."""
    return bool(_ID.fullmatch(text))


def http_url_constraint(field: str, owner: str) -> CheckConstraint:
    return CheckConstraint(
        condition=Q(**{field: ""}) | Q(**{f"{field}__iregex": r"^https?://[^\s]+$"}),
        name=f"{owner}_{field}_http",
        violation_error_message=_("Give a full address that starts with http:// or https://."),
    )


class CuratedModel(models.Model):
    """A row that people edit: its texts are storable, and it knows when it was last touched."""

    created_at = models.DateTimeField(_("record created"), auto_now_add=True, editable=False)
    updated_at = models.DateTimeField(_("record changed"), auto_now=True, editable=False)

    class Meta:
        abstract = True

    def clean_fields(self, exclude: "set[str] | None" = None) -> None:  # type: ignore[override]
        errors: dict[str, list[ValidationError]] = {}
        for field in self._meta.fields:
            try:
                for text in _texts_of(self.__dict__.get(field.attname)):
                    validate_storable(text)
            except ValidationError as error:
                errors.setdefault(field.name, []).append(error)
        if errors:
            raise ValidationError(errors)
        super().clean_fields(exclude=exclude)

    def _get_FIELD_display(self, field: "models.Field[Any, Any]") -> str:  # noqa: N802
        """Behind each `get_…_display()`: Django's own translates every choice each time."""
        value = getattr(self, field.attname)
        return str(_labels_of(field).get(value, value))


@cache
def _labels_of(field: "models.Field[Any, Any]") -> dict[Any, Any]:
    return dict(field.flatchoices)


def _texts_of(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
