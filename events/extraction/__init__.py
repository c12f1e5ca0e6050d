"""From a text to proposals: who is named, what happened, when, and how sure that is."""
