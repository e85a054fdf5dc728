"""Pages of what is done to organs: a form, then what follows from it, then the deed."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongkai_office.accounts.gate import Action, allowed, organ_or_404
from gongkai_office.administration.organs import words
from gongkai_office.administration.organs.acts.consequences import consequences
from gongkai_office.administration.organs.acts.forms import FORMS, ActForm
from gongkai_office.administration.organs.forms import refuse
from gongkai_office.organs.errors import OrganError


@allowed(Action.EDIT_ORGANS)
def act(request: HttpRequest, key: int, verb: str) -> HttpResponse:
    """Ask for what an act needs, show what follows, and do it once that is confirmed."""
    organ = organ_or_404(request.user, Action.EDIT_ORGANS, key)
    if verb not in FORMS:
        raise Http404
    sent = request.POST if request.method == "POST" else None
    form = FORMS[verb](organ, request.user, sent)  # type: ignore[arg-type]  # signed in
    title, about = words.ACTS[verb]
    shown = {"organ": organ, "form": form, "verb": verb, "title": title, "about": about}
    if sent is None or "back" in sent or not form.is_valid() or not _can(form):
        return render(request, "administration/organs/act.html", shown)
    if "confirmed" not in sent:
        shown |= {"consequences": consequences(verb, form), "dangerous": verb in words.DANGEROUS}
        return render(request, "administration/organs/confirm.html", shown)
    form.act()
    messages.success(request, words.DONE.format(organ=organ.name, act=title))
    return redirect("administration:organ", key=organ.pk)


def _can(form: ActForm) -> bool:
    """Try the act and take it back at once: so a refusal is shown before anybody is asked to confirm."""
    try:
        with transaction.atomic():
            form.act()
            transaction.set_rollback(True)
    except OrganError as error:
        refuse(form, error)
        return False
    form.organ.refresh_from_db()
    return True
