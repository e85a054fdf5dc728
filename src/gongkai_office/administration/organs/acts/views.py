"""Pages of what is done to organs: a form, then what follows from it, then the deed."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongkai_office.accounts.gate import Action, allowed, organ_or_404
from gongkai_office.administration.organs import words
from gongkai_office.administration.organs.acts.consequences import consequences
from gongkai_office.administration.organs.acts.forms import ACTS, Act, ActForm, EndingForm
from gongkai_office.administration.organs.acts.guarding import guards_stay
from gongkai_office.administration.organs.forms import refuse
from gongkai_office.organs.errors import OrganError


@allowed(Action.EDIT_ORGANS)
def act(request: HttpRequest, key: int, verb: str) -> HttpResponse:
    """Ask for what an act needs, show what follows, and do it once that is confirmed."""
    organ = organ_or_404(request.user, Action.EDIT_ORGANS, key)
    if verb not in ACTS:
        raise Http404
    meant = ACTS[verb]
    sent = request.POST if request.method == "POST" else None
    form = meant.form(organ, request.user, sent)  # type: ignore[arg-type]  # signed in
    title, about = words.ACTS[verb]
    shown = {"organ": organ, "form": form, "verb": verb, "title": title, "about": about}
    if sent is None or "back" in sent or not form.is_valid():
        return render(request, "administration/organs/act.html", shown)
    confirmed = "confirmed" in sent
    try:
        _do(meant, form) if confirmed else _try(meant, form)
    except OrganError as error:
        refuse(form, error)
        return render(request, "administration/organs/act.html", shown)
    if not confirmed:
        shown |= {"consequences": consequences(verb, form), "dangerous": verb in words.DANGEROUS}
        return render(request, "administration/organs/confirm.html", shown)
    messages.success(request, words.DONE.format(organ=organ.name, act=title))
    return redirect("administration:organ", key=organ.pk)


def _do(act: Act, form: ActForm) -> None:
    with transaction.atomic(), guards_stay():
        act.do(form.organ, **form.cleaned_data, by=form.user)


def _try(act: Act, form: ActForm) -> None:
    """Raise what refuses the act before anybody is asked to confirm; nothing is changed.

    An end, which may be that of thousands of organs, is only looked at. All else is tried and taken back, and so is
    an end at the top, after which nobody might be left who may act.
    """
    parting = form.parting() if isinstance(form, EndingForm) else []
    if parting and not any(one.is_root() for one, _ in parting):
        form.endings()  # type: ignore[attr-defined]  # it has what parts
        return
    with transaction.atomic():
        _do(act, form)
        transaction.set_rollback(True)
    form.organ.refresh_from_db()
