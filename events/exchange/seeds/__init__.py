"""The curated starting set: YAML files to database rows and back."""
