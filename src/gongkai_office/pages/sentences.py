"""What is wrong with a field, in sentences that name it, instead of Django's own phrases that fit any field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField

from gongkai_office.pages import words


def sentences(field: BoundField) -> Iterator[str]:
    """Yield what is wrong with a field; a sentence that the form wrote itself stays as it is."""
    label = words.ASIDE.sub("", str(field.label))
    for error in field.errors.as_data():
        own = _sentence(field.field, error) if _is_djangos(field.field, error) else ""
        yield own.format(label=label, **_limits(field.field, error)) if own else " ".join(error.messages)


def _is_djangos(field: forms.Field, error: ValidationError) -> bool:
    said: dict[str, Any] = {}
    for kind in reversed(type(field).__mro__):
        said |= vars(kind).get("default_error_messages", {})
    code = error.code or ""
    return bool(code) and field.error_messages.get(code) is said.get(code)


def _sentence(field: forms.Field, error: ValidationError) -> str:
    if error.code == "required":
        return _missing(field)
    if isinstance(field, forms.IntegerField) and error.code in ("invalid", "min_value", "max_value"):
        return _number(field)
    if error.code == "invalid":
        kinds = ((forms.DateField, words.DATE), (forms.EmailField, words.EMAIL))
        return next((said for kind, said in kinds if isinstance(field, kind)), "")
    if error.code == "invalid_choice":
        return words.NOT_OFFERED
    return {"max_length": words.TOO_LONG, "empty": words.EMPTY_FILE}.get(error.code or "", "")


def _missing(field: forms.Field) -> str:
    if isinstance(field, forms.FileField):
        return words.CHOOSE_FILE
    if isinstance(field, forms.BooleanField):
        return words.TICK
    return words.CHOOSE if isinstance(field, forms.ChoiceField | forms.ModelChoiceField) else words.FILL_IN


def _number(field: forms.IntegerField) -> str:
    if field.min_value is None:
        return words.WHOLE_NUMBER if field.max_value is None else words.AT_MOST
    return words.AT_LEAST if field.max_value is None else words.BETWEEN


def _limits(field: forms.Field, error: ValidationError) -> dict[str, Any]:
    if error.code == "max_length":
        said = error.params or {}
        return {
            "most": said.get("limit_value", said.get("max")),
            "count": said.get("show_value", said.get("length")),
        }
    return {"least": getattr(field, "min_value", None), "most": getattr(field, "max_value", None)}
