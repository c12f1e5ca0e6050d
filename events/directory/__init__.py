"""What has a page of its own, as readers look it up: by letter, by family, by source."""
