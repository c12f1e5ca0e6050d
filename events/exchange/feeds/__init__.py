"""Atom feeds: what is new, and what was corrected."""
