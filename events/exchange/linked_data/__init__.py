"""What pages show, once more for machines: schema.org in JSON-LD."""
