"""The form by which a reader reports a mistake; a machine that fills it in gives itself away."""

from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.mistakes.about import subjects_of
from events.models.report import LONGEST, LONGEST_CONTACT, MistakeReport
from sources.validation import validate_storable

LEAST_SECONDS = 3  # nobody reads the form and writes a sentence faster
MOST_SECONDS = 24 * 3600
SHORTEST = 8  # characters
_SALT = "events.mistakes"


def stamp() -> str:
    """When the form was given out, signed."""
    return signing.dumps("form", salt=_SALT)


class MistakeForm(forms.ModelForm):  # type: ignore[type-arg]  # it takes none when it runs
    # No person sees this field, so none fills it in.
    website = forms.CharField(required=False, label=_("Leave this empty"))
    given = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = MistakeReport
        fields = ("subject", "text", "contact")
        labels = {
            "subject": _("What is wrong?"),
            "text": _("What does it say, and what should it say?"),
            "contact": _("How can we reach you?"),
        }
        widgets = {"text": forms.Textarea(attrs={"rows": 6, "maxlength": LONGEST})}

    def __init__(self, about: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.about = about
        self.fields["subject"].choices = [("", ""), *subjects_of(about)]  # type: ignore[attr-defined]
        self.fields["text"].min_length = SHORTEST  # type: ignore[attr-defined]
        self.fields["text"].max_length = LONGEST  # type: ignore[attr-defined]
        self.fields["contact"].max_length = LONGEST_CONTACT  # type: ignore[attr-defined]

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"].strip()
        validate_storable(text)
        if len(text) < SHORTEST:
            raise ValidationError(_("Say in a few words what is wrong."))
        return text

    @property
    def by_machine(self) -> bool:
        """Whether the hidden field is filled in, or the form came back too fast or unsigned."""
        if self.data.get("website"):
            return True
        try:
            signing.loads(self.data.get("given", ""), salt=_SALT, max_age=LEAST_SECONDS)
        except signing.SignatureExpired:
            return False
        except signing.BadSignature:
            return True
        return True

    @property
    def stale(self) -> bool:
        """Whether it lay open so long that it is shown once more."""
        try:
            signing.loads(self.data.get("given", ""), salt=_SALT, max_age=MOST_SECONDS)
        except signing.BadSignature:
            return True
        return False
