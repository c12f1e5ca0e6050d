"""Everything readers may see, as comma-separated values (RFC 4180), streamed by PostgreSQL."""
