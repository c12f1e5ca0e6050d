"""The admin of publishers, sources and documents, and what the admin of events builds on."""

from sources.admin.documents import PublisherAdmin, RawDocumentAdmin, SourceAdmin

__all__ = ["PublisherAdmin", "RawDocumentAdmin", "SourceAdmin"]
