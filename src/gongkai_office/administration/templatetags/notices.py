"""Filters of the pages of reminders."""

from __future__ import annotations

from django import template

from gongkai_office.notices.channels import channels

register = template.Library()


@register.filter
def channel(name: str) -> str:
    """Return a channel's Chinese title; its name where it is no longer set up."""
    known = channels()
    return known[name].title if name in known else name
