"""A calendar of what is planned."""
