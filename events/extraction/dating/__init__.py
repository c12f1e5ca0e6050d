"""When an event was: the phrase that governs it, read in its direction, or what the text allows."""
