"""Choosing one of thousands of organs: a search field and a select of what it finds, with and without script."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.forms.utils import ErrorDict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gongkai_office.accounts.gate import Action, allowed, organs_for
from gongkai_office.organs.models import Organ
from gongkai_office.organs.queries import searched

SHOWN = 50
FIND = "find"


def found(organs: QuerySet[Organ], search: str, chosen: str = "") -> list[Organ]:
    """Return the first organs that all words of a search find, after the one that is chosen already."""
    matching = organs
    for word in search.replace("\0", " ").split():  # a sign that PostgreSQL cannot even be asked for
        matching = searched(matching, word)
    kept = list(organs.filter(pk=chosen)) if chosen.isdecimal() else []
    return kept + [organ for organ in matching[: SHOWN + 1] if organ not in kept]


class OrganChooser(forms.Widget):
    """A search field, a button for browsers without script, and a select of what was found."""

    template_name = "administration/organ_choice.html"
    action = Action.SEE_ORGANS
    search = ""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:  # noqa: ARG002  # Django's signature
        self.search = data.get(f"{name}_search", "").strip()
        return data.get(name)

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:  # noqa: ARG002  # Django's signature
        return name not in data

    def id_for_label(self, id_: str, index: str | None = None) -> str:  # noqa: ARG002  # Django's signature
        return id_

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        chosen = str(getattr(value, "pk", value) or "")
        organs = found(self.choices.queryset, self.search, chosen)  # type: ignore[attr-defined]  # set by the field
        shown = {"search": self.search, "organs": organs[:SHOWN], "more": len(organs) > SHOWN, "chosen": chosen}
        return {**super().get_context(name, value, attrs), **shown, "action": self.action.value}


class OrganField(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic in the stubs only
    """An organ on which who is signed in may take an action; organs that no longer exist only where `abolished`."""

    widget = OrganChooser

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Organ.objects.none(), **kwargs)

    def open_to(self, user: Any, action: Action, *, abolished: bool = False) -> None:
        """Offer the organs on which somebody may take an action."""
        organs = organs_for(user, action)
        self.queryset = organs if abolished else organs.filter(abolished_on=None)
        self.widget.action = action


class SearchingForm(forms.Form):
    """A form with an OrganField: pressing its search button shows the form again, with nothing checked."""

    @property
    def searching(self) -> bool:
        """Whether the search button was pressed."""
        return self.is_bound and FIND in self.data

    def full_clean(self) -> None:
        if not self.searching:
            super().full_clean()
            return
        self._errors, self.cleaned_data = ErrorDict(), {}
        for name, field in self.fields.items():
            field.widget.value_from_datadict(self.data, self.files, self.add_prefix(name))

    def is_valid(self) -> bool:
        return super().is_valid() and not self.searching


def organ_of(form: forms.Form, name: str = "organ") -> OrganField:
    """Return a form's field of an organ, to be opened to who is signed in."""
    field = form.fields[name]
    if not isinstance(field, OrganField):
        raise TypeError(name)
    return field


@allowed(Action.SEE_ORGANS)
def organ_choices(request: HttpRequest) -> HttpResponse:
    """Return the options of a select for what is typed in its search field."""
    asked = request.GET.get("action", "")
    action = Action(asked) if asked in set(Action) else Action.SEE_ORGANS
    name = request.GET.get("name", "")
    search, chosen = request.GET.get(f"{name}_search", "").strip(), request.GET.get(name, "")
    organs = found(organs_for(request.user, action).filter(abolished_on=None), search, chosen)
    shown = {"organs": organs[:SHOWN], "more": len(organs) > SHOWN, "chosen": chosen, "search": search}
    return render(request, "administration/organ_options.html", shown)
