"""Mistakes that readers report: the form, and how it keeps machines out."""
