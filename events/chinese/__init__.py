"""Chinese in both scripts: its characters, and Simplified text for readers of Traditional."""
