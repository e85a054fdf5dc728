"""Pages that grant and end roles."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongkai_office.accounts.actions.roles import end_appointment, grant_role, grant_to_several
from gongkai_office.accounts.errors import AccountError
from gongkai_office.accounts.gate import Action, allowed, may, signed_in
from gongkai_office.accounts.models import Appointment, User
from gongkai_office.accounts.queries import history_of, people_for, person_or_404
from gongkai_office.accounts.reach import open_appointments
from gongkai_office.accounts.words import Role
from gongkai_office.administration.marked import keys_of
from gongkai_office.administration.people import words
from gongkai_office.administration.people.forms import GrantForm, refuse

AT_ONCE = 200


@allowed(Action.GRANT_ROLES)
def grant(request: HttpRequest, key: int) -> HttpResponse:
    """Grant a role to one person."""
    one = person_or_404(signed_in(request), key)
    if not people_for(signed_in(request), Action.GRANT_ROLES).filter(pk=key).exists():
        raise PermissionDenied
    form = GrantForm(signed_in(request), request.POST or None, initial={"organ": one.organ})
    if request.method == "POST" and form.is_valid():
        try:
            made = grant_role(user=one, by=signed_in(request), **form.cleaned_data)
        except AccountError as error:
            refuse(form, error)
        else:
            said = words.GRANTED.format(name=one.name, role=Role(made.role).label, organ=made.organ)
            messages.success(request, said)
            return redirect("administration:person", key=key)
    shown = {"person": one, "form": form, "held": open_appointments(one)}
    return render(request, "administration/people/grant.html", shown)


@allowed(Action.GRANT_ROLES)
def grant_several(request: HttpRequest) -> HttpResponse:
    """Grant the same role to all who were marked in the list."""
    people = _marked(request)
    form = GrantForm(signed_in(request), request.POST if "role" in request.POST else None)
    if not people:
        messages.warning(request, words.NOBODY_MARKED)
        return redirect("administration:people")
    if form.is_bound and form.is_valid():
        granted = grant_to_several(people, by=signed_in(request), **form.cleaned_data)
        return render(request, "administration/people/granted.html", {"granted": granted})
    return render(request, "administration/people/grant_several.html", {"people": people, "form": form})


@allowed(Action.GRANT_ROLES)
def end(request: HttpRequest, key: int) -> HttpResponse:
    """End a role."""
    one = _appointment(request, key)
    if request.method == "POST":
        try:
            end_appointment(one, by=signed_in(request))
        except AccountError as error:
            messages.error(request, error.sentence)
        else:
            said = words.ENDED.format(name=one.user.name, role=Role(one.role).label, organ=one.organ)
            messages.success(request, said)
        return redirect("administration:person", key=one.user_id)
    return render(request, "administration/people/end.html", {"one": one, "person": one.user})


def _marked(request: HttpRequest) -> list[User]:
    keys = keys_of([*request.GET.getlist("person"), *request.POST.getlist("person")])
    people = people_for(signed_in(request), Action.GRANT_ROLES)
    return list(people.filter(pk__in=keys[:AT_ONCE]).order_by("organ__path", "username"))


def _appointment(request: HttpRequest, key: int) -> Appointment:
    """Return a role that one may end. Raises Http404 where it is not seen, PermissionDenied where one may not."""
    one = Appointment.objects.select_related("user__organ", "organ").filter(pk=key).first()
    if one is None or not history_of(one.user, seen_by=signed_in(request)).filter(pk=key).exists():
        raise Http404
    if not may(request.user, Action.GRANT_ROLES, one.organ, below=one.below):
        raise PermissionDenied
    return one
