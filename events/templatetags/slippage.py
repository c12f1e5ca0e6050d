"""How promises ended, for templates."""

from django import template

from events.slippage.words import first_named, outcome_in_words

register = template.Library()
register.filter("outcome_in_words", outcome_in_words)
register.filter("first_named", first_named)
