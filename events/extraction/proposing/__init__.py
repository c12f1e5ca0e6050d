"""Candidates against the database: known again, matched with its events, stored for the desk."""
