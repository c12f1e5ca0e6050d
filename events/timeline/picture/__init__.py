"""The timeline as a picture: what is drawn where, as data. Templates draw it."""
