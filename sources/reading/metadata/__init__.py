"""Title, publisher, authors, dates and address of a document, each with how it is known."""

from sources.reading.metadata.describe import Metadata, describe
from sources.reading.metadata.notes import NOTES

__all__ = ["NOTES", "Metadata", "describe"]
