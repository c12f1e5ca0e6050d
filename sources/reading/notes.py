"""The codes of reading notes, and what each says to an editor."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sources.reading.document import Note
from sources.reading.metadata import NOTES as METADATA

ENCODING = {
    "encoding_uncertain": _("The encoding is uncertain; read as %(detail)s."),
    "encoding_contradicts": _("The declared encoding is not that of the bytes: %(detail)s."),
    "undecodable_bytes": _("Characters that could not be decoded, shown as �: %(detail)s."),
}
FORMATS = {
    "attachment_left_out": _("An attachment was left out: %(detail)s."),
    "front_matter_unreadable": _("The front matter could not be read: %(detail)s."),
    "main_text_uncertain": _("The main text of the page was not clear; all paragraphs are kept."),
    "page_parts_left_out": _("Parts of the page around the main text were left out: %(detail)s."),
    "pages_without_text": _("Pages without text, perhaps pictures: %(detail)s."),
}
CLEANING = {
    "unstorable_removed": _("Characters that cannot be stored were taken out: %(detail)s."),
    "mojibake_repaired": _("Damaged characters were repaired: %(detail)s."),
    "mojibake_kept": _("Damaged characters could not be repaired: %(detail)s."),
    "glosses_removed": _("Pinyin glosses were taken out: %(detail)s."),
    "lines_joined": _("Lines broken within sentences were joined: %(detail)s."),
    "title_repeated": _("The title stood more than once; kept once: %(detail)s."),
    "disclaimer_removed": _("A disclaimer was taken out: %(detail)s."),
    "copyright_removed": _("A copyright line was taken out: %(detail)s."),
    "advertisement_removed": _("An advertisement was taken out: %(detail)s."),
    "sharing_removed": _("A line that asks to follow, share or scan was taken out: %(detail)s."),
    "related_removed": _("Links to other articles were taken out: %(detail)s."),
    "navigation_removed": _("A line of the page around the text was taken out: %(detail)s."),
    "teaser_removed": _("A cut-off repetition of the beginning was taken out: %(detail)s."),
    "image_placeholders_removed": _("Image placeholders were taken out: %(detail)s."),
    "photo_credit_removed": _("A photo credit was taken out: %(detail)s."),
    "machine_summary": _("A machine summary is kept as a section of its own: %(detail)s."),
    "metadata_block": _("A block of metadata is kept as a section of its own: %(detail)s."),
    "censored_words": _("Words are censored with asterisks, kept as they are: %(detail)s."),
}
STORING = {
    "address_taken": _("Its address belongs to another source and was left out: %(detail)s."),
    "address_unusable": _("Its address is none that can be followed: %(detail)s."),
    "publisher_unsure": _("Perhaps published by %(detail)s."),
    "upstream_unknown": _("It relies on a publisher that is not known here: %(detail)s."),
}
TEMPLATES: dict[str, Promise | str] = {**ENCODING, **FORMATS, **CLEANING, **METADATA, **STORING}


def describe(note: Note) -> str:
    """The note in the language of whoever reads it."""
    template = TEMPLATES.get(note.code)
    return str(template) % {"detail": note.detail} if template else f"{note.code}: {note.detail}"
