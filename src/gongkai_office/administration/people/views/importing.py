"""Pages that add many people at once, and give out their passwords."""

from __future__ import annotations

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from gongkai_office.accounts import people_words
from gongkai_office.accounts.actions.importing import import_people
from gongkai_office.accounts.errors import AccountError
from gongkai_office.accounts.gate import Action, allowed, signed_in
from gongkai_office.accounts.importing import Line, read_people
from gongkai_office.accounts.models import User
from gongkai_office.accounts.password_actions import reset_password
from gongkai_office.accounts.queries import people_for
from gongkai_office.accounts.reach import actions_on
from gongkai_office.accounts.sheets import Row, rows_of
from gongkai_office.administration.marked import keys_of
from gongkai_office.administration.people import words
from gongkai_office.administration.people.forms import ImportForm, refuse
from gongkai_office.administration.workbooks import Sheet, as_download

SALT, AN_HOUR, AT_ONCE = "people.import", 3600, 50


@allowed(Action.EDIT_PEOPLE)
def template(_request: HttpRequest) -> HttpResponse:
    """Give out an empty list of people to be filled in."""
    heads = [titles[0] for titles in people_words.IMPORT_COLUMNS.values()]
    sheet = Sheet(people_words.IMPORT_SHEET, heads, [people_words.IMPORT_TEMPLATE])
    return as_download("people-template", timezone.localdate(), sheet)


@never_cache
@allowed(Action.EDIT_PEOPLE)
def upload(request: HttpRequest) -> HttpResponse:
    """Take a file and show what it would do; nothing is written yet."""
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            rows = rows_of(form.cleaned_data["file"].read())
            lines = _lines(rows, request)
        except AccountError as error:
            refuse(form, error)
        else:
            return render(request, "administration/people/preview.html", _preview(lines, rows))
    return render(request, "administration/people/import.html", {"form": form})


@allowed(Action.EDIT_PEOPLE)
def confirm(request: HttpRequest) -> HttpResponse:
    """Add the people of a file that was shown before."""
    try:
        kept = signing.loads(request.POST.get("rows", ""), salt=SALT, max_age=AN_HOUR)
        added = import_people(_lines([Row(*row) for row in kept], request), by=signed_in(request))
    except signing.BadSignature:
        messages.error(request, people_words.IMPORT_STALE)
        return redirect("administration:import_people")
    except AccountError as error:
        messages.error(request, error.sentence)
        return redirect("administration:import_people")
    messages.success(request, words.IMPORTED.format(count=len(added)))
    return redirect("administration:people")


@never_cache
@allowed(Action.EDIT_PEOPLE)
def passwords(request: HttpRequest) -> HttpResponse:
    """Give out one-time passwords to all who were marked in the list, and show them once."""
    keys = keys_of([*request.GET.getlist("person"), *request.POST.getlist("person")])
    people = people_for(signed_in(request), Action.EDIT_PEOPLE).filter(pk__in=keys[:AT_ONCE], is_active=True)
    others = people.exclude(pk=signed_in(request).pk)
    reached = [one for one in others if Action.EDIT_PEOPLE in actions_on(one, by=signed_in(request))]
    if not reached:
        messages.warning(request, words.NOBODY_MARKED_FOR_PASSWORDS)
        return redirect("administration:people")
    if request.method == "POST":
        given: list[tuple[User, str]] = [(one, reset_password(one, by=signed_in(request))) for one in reached]
        return render(request, "administration/people/passwords_shown.html", {"given": given})
    return render(request, "administration/people/passwords.html", {"people": reached})


def _lines(rows: list[Row], request: HttpRequest) -> list[Line]:
    return read_people(rows, by=signed_in(request), today=timezone.localdate())


def _preview(lines: list[Line], rows: list[Row]) -> dict[str, object]:
    good = [line for line in lines if not line.problems]
    kept = signing.dumps([tuple(row) for row in rows], salt=SALT, compress=True) if good else ""
    return {"good": good, "bad": [line for line in lines if line.problems], "rows": kept}
