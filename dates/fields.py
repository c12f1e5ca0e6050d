"""PartialDate in Django: a model field of three columns, its constraints, and a form field."""

import contextlib
import datetime
import re
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import CheckConstraint, F, Q
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dates import DateError, PartialDate, display, resolve

FIRST_DAY = datetime.date(1900, 1, 1)
LAST_DAY = datetime.date(2100, 12, 31)
EDTF_LENGTH = 64
HAN = re.compile("[\u3400-\u9fff]")

if TYPE_CHECKING:
    _CharField = models.CharField["PartialDate | str | None", "PartialDate | None"]
    _DateField = models.DateField[Any, "datetime.date | None"]
else:
    _CharField, _DateField = models.CharField, models.DateField


class _PartialDateAttribute:
    """Reads and writes `instance.<name>`; text is parsed, and the bounds follow at once."""

    def __init__(self, field: "PartialDateField") -> None:
        self.field = field

    def __get__(self, instance: models.Model | None, owner: type[models.Model]) -> Any:
        if instance is None:
            return self
        if self.field.attname not in instance.__dict__:
            instance.refresh_from_db(fields=[self.field.attname])
        return instance.__dict__[self.field.attname]

    def __set__(self, instance: models.Model, value: Any) -> None:
        if isinstance(value, str):
            # Unreadable text is kept as it is, for clean_fields() to refuse in words.
            with contextlib.suppress(ValidationError):
                value = self.field.to_python(value)
        instance.__dict__[self.field.attname] = value
        for end in ("earliest", "latest"):
            instance.__dict__[f"{self.field.name}_{end}"] = getattr(value, end, None)


class _BoundField(_DateField):
    """The first or last day of a PartialDateField, kept for queries; never set by hand."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.update(null=True, blank=True, editable=False)
        super().__init__(*args, **kwargs)

    def contribute_to_class(  # type: ignore[override]
        self, cls: type[models.Model], name: str, private_only: bool = False
    ) -> None:
        # Migrations and history list this column beside the field that brings it along.
        if all(field.name != name for field in cls._meta.local_fields):
            super().contribute_to_class(cls, name)

    def pre_save(self, model_instance: models.Model, add: bool) -> datetime.date | None:
        name, _, end = self.attname.rpartition("_")
        bound: datetime.date | None = getattr(getattr(model_instance, name), end, None)
        model_instance.__dict__[self.attname] = bound
        return bound


class PartialDateField(_CharField):
    """A PartialDate in the columns `<name>_edtf` (this field), `<name>_earliest`, `<name>_latest`.

    The bounds are what queries compare; an open end is NULL. `QuerySet.update()` bypasses them,
    so change dates through `save()`.
    """

    description = _("a date of any precision (EDTF)")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = EDTF_LENGTH
        super().__init__(*args, **kwargs)

    def contribute_to_class(
        self, cls: type[models.Model], name: str, private_only: bool = False
    ) -> None:
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, self.attname, _PartialDateAttribute(self))
        for end in ("earliest", "latest"):
            _BoundField().contribute_to_class(cls, f"{name}_{end}")

    def get_attname_column(self) -> tuple[str, str]:
        attname, _ = super().get_attname_column()
        return attname, self.db_column or f"{attname}_edtf"

    def from_db_value(self, value: str | None, *_: Any) -> PartialDate | None:
        return None if value is None else PartialDate.parse(value)

    def to_python(self, value: Any) -> PartialDate | None:
        if value is None or value == "" or isinstance(value, PartialDate):
            return value or None
        try:
            return PartialDate.parse(str(value))
        except DateError as error:
            raise ValidationError(str(error), code="invalid") from error

    def get_prep_value(self, value: Any) -> str | None:
        return None if value is None or value == "" else str(value)

    def run_validators(self, value: Any) -> None:
        super().run_validators("" if value is None else str(value))

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj)) or ""

    def formfield(self, **kwargs: Any) -> forms.Field:
        return models.Field.formfield(self, form_class=PartialDateFormField, **kwargs)  # type: ignore[return-value]


def partial_date_constraints(name: str, owner: str) -> list[CheckConstraint]:
    """Constraints of the PartialDateField `name` on the model called `owner` in lower case."""
    earliest, latest = f"{name}_earliest", f"{name}_latest"
    return [
        CheckConstraint(
            condition=Q(**{f"{earliest}__lte": F(latest)}),
            name=f"{owner}_{name}_order",
            violation_error_message=_("The date ends before it starts."),
        ),
        CheckConstraint(
            condition=Q(**{f"{earliest}__range": (FIRST_DAY, LAST_DAY)})
            & Q(**{f"{latest}__range": (FIRST_DAY, LAST_DAY)}),
            name=f"{owner}_{name}_years",
            violation_error_message=_("Years from 1900 to 2100 are kept."),
        ),
        CheckConstraint(
            condition=Q(**{f"{name}__isnull": True, f"{earliest}__isnull": True})
            & Q(**{f"{latest}__isnull": True})
            | Q(**{f"{name}__isnull": False})
            & (Q(**{f"{earliest}__isnull": False}) | Q(**{f"{latest}__isnull": False})),
            name=f"{owner}_{name}_bounds",
            violation_error_message=_("A date needs an earliest or a latest day."),
        ),
    ]


def read_phrase(text: str, base: datetime.date | None) -> PartialDate:
    """The date that EDTF or a phrase means; its own script tells the language of a phrase.

    Raises DateError.
    """
    return resolve(text, base, "zh" if HAN.search(text) else "en")


class PartialDateFormField(forms.CharField):
    """Takes an EDTF value or a phrase in English or Chinese; gives a PartialDate or None.

    `base` is the day relative phrases are read against; without it they are refused.
    """

    default_error_messages = {
        "unreadable": _(
            "“%(value)s” is not read as a date. Write it like 2025-07-15, 2025-07, 2025-Q3, "
            "late April 2025, 2025年三季度, 2025-05/.. or by 15 July 2025."
        ),
    }
    base: datetime.date | None = None

    def __init__(self, **kwargs: Any) -> None:
        for unused in ("empty_value", "choices_form_class"):
            kwargs.pop(unused, None)
        kwargs.setdefault("max_length", 200)
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> PartialDate | None:  # type: ignore[override]
        text = super().to_python(value)
        if not text:
            return None
        try:
            return read_phrase(text, self.base)
        except DateError as error:
            raise ValidationError(
                self.error_messages["unreadable"], code="unreadable", params={"value": text}
            ) from error

    def run_validators(self, value: Any) -> None:
        super().run_validators("" if value is None else str(value))

    def prepare_value(self, value: Any) -> Any:
        return str(value) if isinstance(value, PartialDate) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(initial or "") != str(data or "").strip()


def in_words(value: PartialDate | None) -> str | Promise:
    """The date in the words of the active language."""
    return display(value, translation.get_language() or "en") if value else _("undated")
