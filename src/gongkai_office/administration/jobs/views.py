"""Pages of background work: the list, one job and its progress, what runs by itself."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from gongkai_office.accounts.gate import Action, allowed, may
from gongkai_office.administration.jobs import queries, words
from gongkai_office.administration.jobs.forms import JobFilter, SwitchOffForm
from gongkai_office.jobs import actions
from gongkai_office.jobs.errors import CannotSwitchOff, JobError, NoReason, NoSuchSchedule
from gongkai_office.jobs.models import Job
from gongkai_office.jobs.queries import living_workers, queue_state, schedules
from gongkai_office.jobs.registry import title_of
from gongkai_office.organs.models import Organ
from gongkai_office.organs.queries import with_organs
from gongkai_office.pages.templatetags.pages import moment

A_PAGE = 50


@allowed(Action.SEE_JOBS)
def jobs(request: HttpRequest) -> HttpResponse:
    """List the jobs of the organs that one looks after, with the state of the queue."""
    return _listed(request, queries.visible_jobs(request.user), mine=False)  # type: ignore[arg-type]  # signed in


@login_required
def my_jobs(request: HttpRequest) -> HttpResponse:
    """List the jobs that one queued oneself."""
    return _listed(request, Job.objects.filter(by=request.user.pk).select_related("by"), mine=True)


def _listed(request: HttpRequest, found: QuerySet[Job], *, mine: bool) -> HttpResponse:
    form = JobFilter(request.GET or None)
    asked = form.cleaned_data if form.is_valid() else {}
    page = Paginator(queries.filtered(found, asked), A_PAGE).get_page(request.GET.get("page"))
    everywhere = may(request.user, Action.SEE_JOBS)
    shown = {"page": page, "rows": with_organs(page), "form": form, "mine": mine, "everywhere": everywhere}
    if not mine:
        shown["queue"] = queue_state()
    return render(request, "administration/jobs/list.html", shown)


@never_cache
@login_required
def job(request: HttpRequest, key: int) -> HttpResponse:
    """Show one job; its progress keeps itself up to date."""
    one = queries.job_or_404(request.user, key)  # type: ignore[arg-type]  # signed in
    organ = Organ.objects.filter(pk=one.organ).first() if one.organ else None
    runnable = queries.may_run(request.user, one)  # type: ignore[arg-type]  # signed in
    technical = may(request.user, Action.SEE_JOBS, organ)
    shown = {"job": one, "organ": organ, "runnable": runnable, "technical": technical, "queue": queue_state()}
    return render(request, "administration/jobs/job.html", shown)


@never_cache
@login_required
def progress(request: HttpRequest, key: int) -> HttpResponse:
    """Show how far a job is, for any page that includes progress.html; a job's page is loaded anew at its end."""
    one = queries.job_or_404(request.user, key)  # type: ignore[arg-type]  # signed in
    whole = request.GET.get("whole", "")
    answer = render(request, "administration/jobs/progress.html", {"job": one, "whole": whole})
    if whole and one.ended:
        answer["HX-Refresh"] = "true"
    return answer


@require_POST
@login_required
def retry(request: HttpRequest, key: int) -> HttpResponse:
    """Queue a job that failed or was cancelled again."""
    one = queries.job_to_run(request.user, key)  # type: ignore[arg-type]  # signed in
    try:
        actions.retry_job(one, by=request.user)
    except JobError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, words.RETRIED)
    return _back(request, one)


@require_POST
@login_required
def cancel(request: HttpRequest, key: int) -> HttpResponse:
    """Cancel a job."""
    one = queries.job_to_run(request.user, key)  # type: ignore[arg-type]  # signed in
    try:
        one = actions.cancel_job(one, by=request.user)
    except JobError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, words.CANCELLED if one.ended else words.CANCELLING)
    return _back(request, one)


def _back(request: HttpRequest, one: Job) -> HttpResponse:
    """Go back to the page of this site that asked, or to the job's."""
    to = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(to, {request.get_host()}):
        return redirect(to)
    return redirect("administration:job", key=one.pk)


@allowed(Action.SEE_JOBS, everywhere=True)
def all_schedules(request: HttpRequest) -> HttpResponse:
    """Show what runs by itself, and who is there to run it."""
    runnable = may(request.user, Action.RUN_JOBS)
    shown = {"schedules": schedules(), "workers": living_workers(), "runnable": runnable}
    return render(request, "administration/jobs/schedules.html", shown)


@require_POST
@allowed(Action.RUN_JOBS, everywhere=True)
def switch(request: HttpRequest, name: str) -> HttpResponse:
    """Switch a schedule on; or off, once a reason is given."""
    form = SwitchOffForm(request.POST if "because" in request.POST else None)
    because = form.cleaned_data["because"] if form.is_valid() else ""
    try:
        if request.POST.get("on") == "1":
            schedule = actions.switch_on(name, by=request.user)
        else:
            schedule = actions.switch_off(name, because=because, by=request.user)
    except NoSuchSchedule:
        raise Http404 from None
    except NoReason:
        shown = {"form": form, "name": name, "title": title_of(name)}
        return render(request, "administration/jobs/switch_off.html", shown)
    except CannotSwitchOff as error:
        messages.error(request, str(error))
        return redirect("administration:schedules")
    said = words.SWITCHED_ON if schedule.enabled else words.SWITCHED_OFF
    messages.success(request, said.format(title=schedule.title, at=moment(schedule.next_at)))
    return redirect("administration:schedules")


@require_POST
@allowed(Action.RUN_JOBS, everywhere=True)
def run_now(request: HttpRequest, name: str) -> HttpResponse:
    """Queue a schedule's job now."""
    try:
        one = actions.run_schedule(name, by=request.user)
    except NoSuchSchedule:
        raise Http404 from None
    messages.success(request, words.QUEUED.format(title=one.title))
    return redirect("administration:job", key=one.pk)
