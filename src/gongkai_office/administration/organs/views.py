"""Pages of organs: the tree and the list, one organ, its forms, its reviewers."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from gongkai_office.accounts.gate import Action, allowed, may, may_somewhere, organ_or_404, organs_for
from gongkai_office.administration.organs import words
from gongkai_office.administration.organs.forms import (
    SUGGEST,
    AddOrganForm,
    EndReviewerForm,
    OrganFilter,
    OrganForm,
    ReviewerForm,
    refuse,
)
from gongkai_office.administration.organs.queries import (
    CHILDREN_SHOWN,
    Tree,
    facts_of,
    in_state,
    listed,
    with_parents,
)
from gongkai_office.organs import actions
from gongkai_office.organs.errors import OrganError
from gongkai_office.organs.models import Organ
from gongkai_office.organs.proposals import proposed_reviewers, suggested
from gongkai_office.organs.queries import parent_of
from gongkai_office.organs.words import ReviewRole

A_PAGE = 50
SUGGESTED = ("kind", "level", "division_code")


@allowed(Action.SEE_ORGANS)
def organs(request: HttpRequest) -> HttpResponse:
    """Show the organs that one may see: as a tree, or as a list where something is looked for."""
    form = OrganFilter(request.GET)
    wanted = form.wanted()
    seen = organs_for(request.user, Action.SEE_ORGANS)
    shown: dict[str, Any] = {
        "form": form,
        "may_add": may(request.user, Action.EDIT_ORGANS),
        "may_import": may_somewhere(request.user, Action.IMPORT_ORGANS),
    }
    if any(wanted.get(name) for name in ("q", "kind", "level", "under")) or wanted.get("state") == "abolished":
        page = Paginator(listed(seen, wanted), A_PAGE).get_page(request.GET.get("page"))
        shown |= {
            "page": page,
            "rows": with_parents(page, seen),
            "under": seen.filter(pk=wanted.get("under")).first(),
        }
        return render(request, "administration/organs/list.html", shown)
    state = wanted.get("state", "")
    asked = request.GET.get("open", "")
    tree = Tree(in_state(seen, state), _shown(request, asked))
    opened = _path_of(seen, asked)
    shown |= {"count": len(tree), "state": state, "branches": tree.branches(opened)}
    return render(request, "administration/organs/tree.html", shown)


@allowed(Action.SEE_ORGANS)
def branch(request: HttpRequest, key: int) -> HttpResponse:
    """Show one branch of the tree, opened or closed, to be put into its place."""
    one = organ_or_404(request.user, Action.SEE_ORGANS, key)
    state = request.GET.get("state", "")
    tree = Tree(
        in_state(organs_for(request.user, Action.SEE_ORGANS).filter(path__startswith=one.path), state),
        _shown(request, str(key)),
    )
    shown = {"branch": tree.branch(one, opened="shut" not in request.GET), "state": state}
    return render(request, "administration/organs/branch.html", shown)


def _shown(request: HttpRequest, key: str) -> dict[int, int]:
    """Return how many organs are to be shown right below the one with a key, where the address says so."""
    count = request.GET.get("shown", "")
    return (
        {int(key): max(int(count), CHILDREN_SHOWN)}
        if key.isdecimal() and count.isdecimal() and len(count) < 6
        else {}
    )


def _path_of(seen: QuerySet[Organ], key: str) -> str | None:
    return seen.filter(pk=key).values_list("path", flat=True).first() if key.isdecimal() else None


@allowed(Action.SEE_ORGANS)
def organ(request: HttpRequest, key: int) -> HttpResponse:
    """Show one organ."""
    one = organ_or_404(request.user, Action.SEE_ORGANS, key)
    return render(request, "administration/organs/organ.html", facts_of(request.user, one))


@allowed(Action.EDIT_ORGANS, everywhere=True)
def add_at_top(request: HttpRequest) -> HttpResponse:
    """Add an organ at the top of the whole installation."""
    return _add(request, None)


@allowed(Action.EDIT_ORGANS)
def add(request: HttpRequest, key: int) -> HttpResponse:
    """Add an organ below another."""
    one = organ_or_404(request.user, Action.EDIT_ORGANS, key)
    if not may(request.user, Action.EDIT_ORGANS, one, below=True):
        raise PermissionDenied
    return _add(request, one)


def _add(request: HttpRequest, under: Organ | None) -> HttpResponse:
    form, hints = _form(request, AddOrganForm, Organ(), under)
    if request.method == "POST" and form.is_valid():
        try:
            new = actions.add_organ(under=under, by=request.user, **form.cleaned_data)
        except OrganError as error:
            refuse(form, error)
        else:
            messages.success(request, words.ADDED.format(organ=new.name))
            return redirect("administration:organ", key=new.pk)
    return render(request, "administration/organs/edit.html", _edited(form, hints, under=under))


@allowed(Action.EDIT_ORGANS)
def edit(request: HttpRequest, key: int) -> HttpResponse:
    """Change what an organ's row says."""
    one = organ_or_404(request.user, Action.EDIT_ORGANS, key)
    form, hints = _form(request, OrganForm, one, parent_of(one))
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_organ(Organ.objects.get(pk=key), by=request.user, **form.cleaned_data)
        except OrganError as error:
            refuse(form, error)
        else:
            messages.success(request, words.SAVED.format(organ=form.cleaned_data["name"]))
            return redirect("administration:organ", key=key)
    return render(request, "administration/organs/edit.html", _edited(form, hints, organ=one))


def _edited(form: OrganForm, hints: str, **others: Any) -> dict[str, Any]:
    return {"form": form, "hints": hints, **others}


def _form(request: HttpRequest, kind: type[OrganForm], organ: Organ, under: Organ | None) -> tuple[OrganForm, str]:
    """Return the form, and what name and place suggest where that was asked for: then nothing is saved."""
    data = request.POST.copy() if request.method == "POST" else None
    hints, filled = "", []
    if data is not None and SUGGEST in data:
        found = suggested(data.get("name", ""), under)
        filled = [one for one in SUGGESTED if getattr(found, one) and not data.get(one)]
        data.update({one: getattr(found, one) for one in filled})
        hints = words.SUGGESTED.format(what=found.sentence) if found.sentence else words.SUGGESTED_NOTHING
    form = kind(data, instance=organ)
    form.open_to(request.user)
    form.mark(filled, words.SUGGESTED_FIELD)
    return form, hints


@allowed(Action.EDIT_ORGANS)
def reviewer(request: HttpRequest, key: int) -> HttpResponse:
    """Set who reconsiders, or which court hears, what an organ decides."""
    one = organ_or_404(request.user, Action.EDIT_ORGANS, key)
    proposal = proposed_reviewers(one, timezone.localdate())
    first = {"name": next((name for name, _ in proposal.reviewers if name), "")}
    form = ReviewerForm(request.POST or None, initial=first | request.GET.dict())
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_reviewer(one, by=request.user, **form.cleaned_data)
        except OrganError as error:
            refuse(form, error)
        else:
            role = ReviewRole(form.cleaned_data["role"]).label
            messages.success(request, words.REVIEWER_SET.format(organ=one.name, role=role))
            return redirect("administration:organ", key=key)
    shown = {"organ": one, "form": form, "proposal": proposal}
    return render(request, "administration/organs/reviewer.html", shown)


@allowed(Action.EDIT_ORGANS)
def end_reviewer(request: HttpRequest, key: int, reviewer: int) -> HttpResponse:
    """End a reviewer on a day, or take back one that was set by mistake."""
    one = organ_or_404(request.user, Action.EDIT_ORGANS, key)
    ending = get_object_or_404(one.reviewers, pk=reviewer)
    form = EndReviewerForm(None if "remove" in request.POST else request.POST or None)
    if request.method == "POST" and "remove" in request.POST:
        actions.remove_reviewer(ending, by=request.user)
        messages.success(request, words.REVIEWER_REMOVED.format(name=ending.name))
        return redirect("administration:organ", key=key)
    if request.method == "POST" and form.is_valid():
        try:
            actions.end_reviewer(ending, on=form.cleaned_data["on"], by=request.user)
        except OrganError as error:
            refuse(form, error)
        else:
            said = {"name": ending.name, "on": form.cleaned_data["on"], "organ": one.name}
            messages.success(request, words.REVIEWER_ENDED.format(role=ending.get_role_display(), **said))
            return redirect("administration:organ", key=key)
    shown = {"organ": one, "form": form, "reviewer": ending}
    return render(request, "administration/organs/end_reviewer.html", shown)
