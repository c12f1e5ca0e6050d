"""Sentences and clauses: which words tell of events, and which only look like it."""
