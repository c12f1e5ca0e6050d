"""Organizations, AI models and people as readers look them up."""
