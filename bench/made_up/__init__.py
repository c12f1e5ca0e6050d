"""Synthetic events: the world they happen in, their rows as text for COPY, filling a database."""
