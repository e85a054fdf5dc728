"""Pages of the access review: rounds, one round with its accounts, one account, the year's statement."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from gongkai_office.accounts.actions.reviews import (
    close_review,
    confirm_account,
    disable_reviewed,
    open_review,
    record_review_export,
    take_roles,
)
from gongkai_office.accounts.errors import AccountError
from gongkai_office.accounts.gate import (
    TABLE,
    Action,
    allowed,
    appointments,
    may,
    may_somewhere,
    organ_or_404,
    organs_for,
    signed_in,
)
from gongkai_office.accounts.models import AccessReview, ReviewedAccount, User
from gongkai_office.accounts.reach import open_appointments
from gongkai_office.accounts.review import (
    deciders_of_reviewers,
    of_reviewers,
    progress_of,
    progress_of_each,
    reviews_for,
    with_flag,
    with_held,
    year_of,
)
from gongkai_office.administration.access_review import words
from gongkai_office.administration.access_review.forms import AccountsFilter, OpenForm, YearForm
from gongkai_office.administration.access_review.sheet import review_sheets
from gongkai_office.administration.marked import keys_of
from gongkai_office.administration.people.forms import refuse
from gongkai_office.administration.workbooks import as_download
from gongkai_office.organs.models import Organ

A_PAGE = 50


@allowed(Action.SEE_ACCESS_REVIEW)
def reviews(request: HttpRequest) -> HttpResponse:
    """List the rounds, and what this year came to."""
    page = Paginator(reviews_for(signed_in(request)), A_PAGE).get_page(request.GET.get("page"))
    progress = progress_of_each(page)
    shown = {
        "page": page,
        "rounds": [(one, progress[one.pk]) for one in page],
        "today": timezone.localdate(),
        "stated": next(iter(organs_of_roles(signed_in(request))), None),
        "opening": may_somewhere(request.user, Action.REVIEW_ACCESS),
    }
    return render(request, "administration/access_review/list.html", shown)


@allowed(Action.REVIEW_ACCESS)
def begin(request: HttpRequest) -> HttpResponse:
    """Begin a round."""
    form = OpenForm(signed_in(request), request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            review = open_review(by=signed_in(request), **form.cleaned_data)
        except AccountError as error:
            refuse(form, error)
        else:
            messages.success(request, words.OPENED.format(count=review.accounts.count()))
            messages.info(request, who_decides(review))
            return redirect("administration:access_review", key=review.pk)
    return render(request, "administration/access_review/begin.html", {"form": form})


@allowed(Action.SEE_ACCESS_REVIEW)
def review(request: HttpRequest, key: int) -> HttpResponse:
    """Show a round: how far it is, and its accounts to be decided."""
    one = review_or_404(request, key)
    form = AccountsFilter(request.GET)
    page = Paginator(_wanted(one, form), A_PAGE).get_page(request.GET.get("page"))
    running = may(request.user, Action.REVIEW_ACCESS, one.organ, below=True)
    shown = {
        "review": one,
        "form": form,
        "page": page,
        "progress": progress_of(one),
        "deciding": one.closed_at is None and may(request.user, Action.DECIDE_ACCOUNTS, one.organ, below=True),
        "running": running,
        "decides_reviewers": not running,
        "who_decides": "" if one.closed_at else who_decides(one),
        "today": timezone.localdate(),
    }
    with_held(page.object_list, one)
    return render(request, "administration/access_review/review.html", shown)


def who_decides(review: AccessReview) -> str:
    """Return who decides which accounts of a round, in Chinese."""
    guards = review.accounts.filter(of_reviewers()).count()
    if not guards:
        return words.ALL_BY_SECURITY
    names = words.AND.join(deciders_of_reviewers(review.organ).values_list("name", flat=True))
    return (words.WHO_DECIDES if names else words.NOBODY_DECIDES).format(count=guards, names=names)


@require_POST
@allowed(Action.DECIDE_ACCOUNTS)
def decide(request: HttpRequest, key: int) -> HttpResponse:
    """Decide the accounts that were marked: keep them, take their roles, or disable them."""
    one = review_or_404(request, key, Action.DECIDE_ACCOUNTS)
    keys = keys_of(request.POST.getlist("account"))
    marked = list(one.accounts.filter(pk__in=keys).select_related("user__organ"))
    decision = request.POST.get("decision", "")
    if marked and decision in ("reduce", "disable") and "sure" not in request.POST:
        query = request.POST.get("query", "")
        shown = {"review": one, "marked": marked, "decision": decision, "query": query, "reason": words.REASON}
        return render(request, "administration/access_review/sure.html", shown)
    return _decide(request, marked)


def _decide(request: HttpRequest, marked: list[ReviewedAccount]) -> HttpResponse:
    act, says = _decision(request)
    refused = [sentence for each in marked if (sentence := _refused(act, each))]
    done = len(marked) - len(refused)
    if done:
        messages.success(request, says.format(count=done))
    elif not marked:
        messages.warning(request, words.NOBODY_MARKED)
    for sentence in dict.fromkeys(refused):
        messages.error(request, sentence)
    return redirect(f"{request.path.removesuffix('decide/')}?{request.POST.get('query', '')}")


@allowed(Action.DECIDE_ACCOUNTS)
def account(request: HttpRequest, key: int) -> HttpResponse:
    """Decide one account role by role: what is marked ends, the rest is kept."""
    found = ReviewedAccount.objects.select_related("user__organ", "review").filter(pk=key).first()
    if found is None:
        raise Http404
    one = review_or_404(request, found.review_id, Action.DECIDE_ACCOUNTS)
    if request.method == "POST":
        keys = keys_of(request.POST.getlist("role"))
        act = _taking(request, keys) if keys else _confirming(request)
        sentence = _refused(act, found)
        if sentence is None:
            messages.success(request, (words.REDUCED if keys else words.CONFIRMED).format(count=1))
            return redirect("administration:access_review", key=one.pk)
        messages.error(request, sentence)
    held = open_appointments(found.user).filter(organ__path__startswith=one.organ.path).select_related("granted_by")
    return render(
        request, "administration/access_review/account.html", {"account": found, "review": one, "held": held}
    )


@allowed(Action.REVIEW_ACCESS)
def close(request: HttpRequest, key: int) -> HttpResponse:
    """Close a round."""
    one = review_or_404(request, key, Action.REVIEW_ACCESS)
    if request.method == "POST":
        try:
            close_review(one, by=signed_in(request))
        except AccountError as error:
            messages.error(request, error.sentence)
        else:
            messages.success(request, words.CLOSED)
        return redirect("administration:access_review", key=key)
    shown = {"review": one, "progress": progress_of(one), "who_decides": who_decides(one)}
    return render(request, "administration/access_review/close.html", shown)


@allowed(Action.SEE_ACCESS_REVIEW)
def export(request: HttpRequest, key: int) -> HttpResponse:
    """Give out a round as a workbook."""
    one = review_or_404(request, key)
    record_review_export(one, by=signed_in(request))
    return as_download("access-review", timezone.localdate(one.opened_at), *review_sheets(one))


@allowed(Action.SEE_ACCESS_REVIEW)
def statement(request: HttpRequest, organ: int) -> HttpResponse:
    """Show what a year's management of accounts and rights came to, for the annual report."""
    one = organ_or_404(request.user, Action.SEE_ACCESS_REVIEW, organ)
    form = YearForm(request.GET or {"year": timezone.localdate().year})
    year = form.cleaned_data["year"] if form.is_valid() else timezone.localdate().year
    below = may(request.user, Action.SEE_ACCESS_REVIEW, one, below=True)
    shown = {"organ": one, "below": below, "form": form, "year": year, "counts": year_of(one, year, below=below)}
    shown["others"] = [other for other in organs_of_roles(signed_in(request)) if other != one]
    return render(request, "administration/access_review/statement.html", shown)


def organs_of_roles(user: User) -> list[Organ]:
    """Return the organs for which somebody has a role that sees reviews, the highest first."""
    held = {one.organ for one in appointments(user) if one.role in TABLE[Action.SEE_ACCESS_REVIEW]}
    return sorted(held, key=lambda organ: organ.path)


def review_or_404(request: HttpRequest, key: int, action: Action = Action.SEE_ACCESS_REVIEW) -> AccessReview:
    """Return a round on which one may act. Raises Http404; PermissionDenied where one may see its organ only."""
    seen = AccessReview.objects.filter(organ__in=organs_for(request.user))
    one = seen.select_related("organ", "opened_by", "closed_by").filter(pk=key).first()
    if one is None:
        raise Http404
    if not may(request.user, action, one.organ, below=True):
        raise PermissionDenied
    return one


def _wanted(review: AccessReview, form: AccountsFilter) -> QuerySet[ReviewedAccount]:
    found = review.accounts.select_related("user__organ", "decided_by")
    said = form.cleaned_data if form.is_valid() else {}
    if said.get("q"):
        found = found.filter(Q(user__name__icontains=said["q"]) | Q(user__username__icontains=said["q"]))
    if said.get("decision"):
        found = found.filter(decision=said["decision"])
    return with_flag(found, said["flag"]) if said.get("flag") else found


Act = Callable[[ReviewedAccount], object]


def _decision(request: HttpRequest) -> tuple[Act, str]:
    wanted = request.POST.get("decision")
    if wanted == "reduce":
        return _taking(request, None), words.REDUCED
    if wanted == "disable":
        because = request.POST.get("because", "").strip() or words.REASON
        return lambda one: disable_reviewed(one, because=because, by=signed_in(request)), words.DISABLED
    return _confirming(request), words.CONFIRMED


def _confirming(request: HttpRequest) -> Act:
    return lambda one: confirm_account(one, by=signed_in(request))


def _taking(request: HttpRequest, keys: list[int] | None) -> Act:
    return lambda one: take_roles(one, appointments=keys, by=signed_in(request))


def _refused(act: Act, one: ReviewedAccount) -> str | None:
    try:
        act(one)
    except AccountError as error:
        return error.sentence
    return None
