"""Forms look as Bootstrap's do: every widget gets its class, and a field its label, help and errors."""

from __future__ import annotations

from typing import Any

from django.forms.renderers import TemplatesSetting

# Boxes or buttons, each of which gets its class in their own template.
_SEVERAL = ("/checkbox_select.html", "/radio.html")


class BootstrapForms(TemplatesSetting):
    """Render forms with the templates in pages/templates/django/forms."""

    form_template_name = "django/forms/form.html"
    field_template_name = "django/forms/field.html"

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        """Render a template; a widget gets its class on the way."""
        if "widget" in context:
            _classed(context)
        return super().render(template_name, context, request)


def _classed(context: dict[str, Any]) -> None:
    widget = context["widget"]
    kind = widget.get("type", "")
    if widget.get("template_name", "").endswith(_SEVERAL):
        return
    if kind in ("checkbox", "radio"):
        wanted = "form-check-input"
    elif "select" in widget.get("template_name", ""):
        wanted = "form-select"
    elif kind in ("hidden", "submit"):
        return
    else:
        wanted = "form-control"
    attrs = widget.setdefault("attrs", {})
    invalid = " is-invalid" if attrs.get("aria-invalid") == "true" else ""
    attrs["class"] = f"{attrs.get('class', '')} {wanted}{invalid}".strip()
