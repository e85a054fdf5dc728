"""The list of people, and one person."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import F, OrderBy, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai_office.accounts.account_queries import events_of_account, security
from gongkai_office.accounts.actions.people import record_people_export
from gongkai_office.accounts.gate import Action, allowed, may_somewhere, signed_in
from gongkai_office.accounts.lockout import locked_accounts
from gongkai_office.accounts.models import User
from gongkai_office.accounts.queries import history_of, narrowed, people_for, person_or_404, with_roles
from gongkai_office.accounts.reach import actions_on
from gongkai_office.accounts.rules import masked_email, masked_phone
from gongkai_office.administration.people.forms import PeopleFilter
from gongkai_office.administration.people.sheet import people_sheet
from gongkai_office.administration.workbooks import as_download

A_PAGE = 50
SORTS: dict[str, str | OrderBy] = {
    "name": "name",
    "username": "username",
    "organ": "organ__path",
    "last_login": F("last_login").asc(nulls_first=True),
}


def wanted_people(request: HttpRequest) -> tuple[PeopleFilter, QuerySet[User]]:
    """Return the filter of a list and the people that it leaves, in the order that was asked for."""
    form = PeopleFilter(signed_in(request), request.GET)
    people = narrowed(people_for(signed_in(request)), form.wanted(), now=timezone.now())
    order = SORTS.get(request.GET.get("sort", ""), SORTS["organ"])
    return form, people.order_by(order, "username")


@allowed(Action.SEE_PEOPLE)
def people(request: HttpRequest) -> HttpResponse:
    """List the people that one may see, narrowed to what is asked for."""
    form, found = wanted_people(request)
    today = timezone.localdate()
    page = Paginator(with_roles(found, on=today), A_PAGE).get_page(request.GET.get("page"))
    locked = locked_accounts([person.username for person in page])
    shown = {"form": form, "page": page, "today": today, "locked": locked, "sort": request.GET.get("sort", "organ")}
    adding = may_somewhere(request.user, Action.EDIT_PEOPLE)
    granting = may_somewhere(request.user, Action.GRANT_ROLES)
    rights = {"adding": adding, "granting": granting, "marking": adding or granting}
    return render(request, "administration/people/list.html", {**shown, **rights})


@allowed(Action.SEE_PEOPLE)
def export(request: HttpRequest) -> HttpResponse:
    """Give out the list of people as a workbook, narrowed as on the page, with masked numbers."""
    _, found = wanted_people(request)
    today = timezone.localdate()
    listed = list(with_roles(found, on=today))
    record_people_export(count=len(listed), by=signed_in(request))
    return as_download("people", today, people_sheet(listed))


@allowed(Action.SEE_PEOPLE)
def person(request: HttpRequest, key: int) -> HttpResponse:
    """Show one person: who it is, what they hold and held, how the account was used."""
    one = person_or_404(signed_in(request), key)
    actions = actions_on(one, by=signed_in(request))
    whole = Action.EDIT_PEOPLE in actions
    shown = {
        "person": one,
        "phone": one.phone if whole else masked_phone(one.phone),
        "email": one.email if whole else masked_email(one.email),
        "history": history_of(one, seen_by=signed_in(request)),
        "may": {action.name: True for action in actions},
        "granting": may_somewhere(request.user, Action.GRANT_ROLES) and one.pk != request.user.pk,
        "locked": one.username in locked_accounts([one.username]),
        "security": security(one),
        "events": events_of_account(one) if actions else (),
        "today": timezone.localdate(),
    }
    return render(request, "administration/people/person.html", shown)
