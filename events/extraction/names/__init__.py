"""Who and what a text names: known names in their context, and names by their shape."""
