"""Pages of organs: the list, one organ, its form."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongkai_office.accounts.gate import Action, allowed, may, organ_or_404, organs_for
from gongkai_office.administration.organs.forms import OrganForm
from gongkai_office.organs.actions import change_organ

A_PAGE = 50


@allowed(Action.SEE_ORGANS)
def organs(request: HttpRequest) -> HttpResponse:
    """List the organs that one may see, in the order of the tree."""
    page = Paginator(organs_for(request.user, Action.SEE_ORGANS), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "administration/organs/list.html", {"page": page})


@allowed(Action.SEE_ORGANS)
def organ(request: HttpRequest, key: int) -> HttpResponse:
    """Show one organ."""
    one = organ_or_404(request.user, Action.SEE_ORGANS, key)
    editable = may(request.user, Action.EDIT_ORGANS, one)
    return render(request, "administration/organs/organ.html", {"organ": one, "editable": editable})


@allowed(Action.EDIT_ORGANS)
def edit(request: HttpRequest, key: int) -> HttpResponse:
    """Change what an organ's row says."""
    one = organ_or_404(request.user, Action.EDIT_ORGANS, key)
    form = OrganForm(request.POST or None, instance=one)
    if request.method == "POST" and form.is_valid():
        change_organ(one, by=request.user, **form.cleaned_data)
        messages.success(request, f"{one.name}已保存。")
        return redirect("administration:organ", key=one.pk)
    return render(request, "administration/organs/edit.html", {"organ": one, "form": form})
