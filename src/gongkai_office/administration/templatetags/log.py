"""Tags of the log's pages."""

from __future__ import annotations

from django import template
from django.http import QueryDict

register = template.Library()


@register.simple_tag(takes_context=True)
def log_page(context: template.Context, **place: int) -> str:
    """Return the page's own query for the events on one side of a number: `before` or `after` it."""
    query: QueryDict = context["request"].GET.copy()
    query.pop("before", None)
    query.pop("after", None)
    for name, number in place.items():
        query[name] = str(number)
    return f"?{query.urlencode()}"
