"""The timeline as data: filters, counts, pages and headings. Templates draw it."""
