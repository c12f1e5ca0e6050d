"""Full-text search in Chinese and English: tokens made in Python, matched by PostgreSQL."""
