"""Everything that enters or leaves as data: seeds and CSV."""
