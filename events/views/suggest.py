"""Suggestions for a search box, as options of a list or for a browser's own search field."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control

from events.reading import ReaderRequest, read_only
from events.search.completing import Suggestions, suggestions_for

FRESH_FOR = 60  # seconds; long enough for taking a letter back


class SuggestForm(forms.Form):
    q = forms.CharField(required=False, max_length=200)
    format = forms.ChoiceField(required=False, choices=[("json", "")])


@read_only
def suggest(request: ReaderRequest) -> HttpResponse:
    form = SuggestForm(request.GET)
    form.is_valid()
    suggestions = suggestions_for(form.cleaned_data.get("q") or "", request.as_of)
    if form.cleaned_data.get("format") == "json":
        response: HttpResponse = _for_browsers(request, suggestions)
    else:
        response = render(request, "events/_suggestions.html", {"suggestions": suggestions})
    patch_cache_control(response, private=True, max_age=FRESH_FOR)
    return response


def _for_browsers(request: HttpRequest, suggestions: Suggestions) -> HttpResponse:
    """As OpenSearch wants it: what was typed, completions, what each is, its address."""
    options = [option for group in suggestions.groups for option in group.options]
    answer: list[Any] = [
        suggestions.text,
        [str(option.words) for option in options],
        [option.in_words for option in options],
        [request.build_absolute_uri(option.address) for option in options],
    ]
    return JsonResponse(
        answer,
        safe=False,
        json_dumps_params={"ensure_ascii": False},
        content_type="application/x-suggestions+json",
    )
