"""A field of forms that every subject has: a day."""

from __future__ import annotations

from django import forms


class Day(forms.DateField):
    """A day, with the browser's calendar."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
