"""What was promised, when, and when it came: chains of statements and how late they ended."""
