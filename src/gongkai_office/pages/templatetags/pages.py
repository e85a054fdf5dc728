"""Tags and filters that every template knows."""

from __future__ import annotations

import datetime as dt

from django import template
from django.http import QueryDict
from django.utils import timezone

from gongkai_office.pages import sentences

register = template.Library()
register.filter(sentences.sentences)


@register.filter
def day(value: dt.date | dt.datetime | None) -> str:
    """Return a date as data prints it, 2026-03-05; nothing for none."""
    if isinstance(value, dt.datetime):
        value = timezone.localtime(value)
    return value.strftime("%Y-%m-%d") if value else ""


@register.filter
def moment(value: dt.datetime | None) -> str:
    """Return a time in China, 2026-03-05 09:30; nothing for none."""
    return timezone.localtime(value).strftime("%Y-%m-%d %H:%M") if value else ""


@register.simple_tag(takes_context=True)
def with_query(context: template.Context, **changed: object) -> str:
    """Return the page's own query with some of it changed, for links to other pages of a list."""
    query: QueryDict = context["request"].GET.copy()
    for name, value in changed.items():
        query[name] = str(value)
    return f"?{query.urlencode()}"
