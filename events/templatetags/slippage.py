"""How promises ended, for templates."""

from django import template

from events.slippage.lateness import in_words
from events.slippage.words import first_named, outcome_in_words

register = template.Library()
register.filter("outcome_in_words", outcome_in_words)
register.filter("first_named", first_named)
register.filter("days_in_words", in_words)


@register.filter
def with_value(query: str, name: str) -> str:
    """A query string that ends before the value of one more parameter."""
    return f"{query}&{name}=" if query else f"?{name}="
