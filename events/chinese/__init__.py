"""Simplified Chinese for readers of Traditional."""
