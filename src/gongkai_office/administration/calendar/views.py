"""Pages of the working calendar: a year, its notices, taking one in, withdrawing one."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from gongkai.law.calendar import expected, published
from gongkai_office.accounts.gate import Action, allowed, may
from gongkai_office.administration.calendar import words
from gongkai_office.administration.calendar.forms import LocalHolidayForm, NoticeForm, WithdrawalForm
from gongkai_office.administration.calendar.preview import preview
from gongkai_office.administration.calendar.year import holidays_of, months_of
from gongkai_office.local_law import actions
from gongkai_office.local_law.errors import LocalLawError
from gongkai_office.local_law.models import HolidayNotice
from gongkai_office.local_law.queries import calendar, division_of


@allowed(Action.SEE_CALENDAR)
def this_year(_request: HttpRequest) -> HttpResponse:
    """Go to the current year."""
    return redirect("administration:calendar_year", year=timezone.localdate().year)


@allowed(Action.SEE_CALENDAR)
def year(request: HttpRequest, year: int) -> HttpResponse:
    """Show a year as twelve months, for the place one works in, with the notices that it rests on."""
    if not published.FIRST <= year <= expected.LAST:
        raise Http404(words.YEAR_OUTSIDE.format(first=published.FIRST, last=expected.LAST))
    here = calendar().for_division(division_of(request.user.organ))  # type: ignore[union-attr]  # signed in
    months = months_of(here, year)
    shown = {
        "year": year,
        "before": year - 1 if year > published.FIRST else None,
        "after": year + 1 if year < expected.LAST else None,
        "months": months,
        "weekdays": words.WEEKDAYS,
        "worked": sum(month.worked for month in months),
        "holidays": list(holidays_of(here, year)),
        "published": here.is_published(year),
        "organ": request.user.organ,  # type: ignore[union-attr]  # as above
        "editable": may(request.user, Action.EDIT_CALENDAR),
    }
    return render(request, "administration/calendar/year.html", shown)


@allowed(Action.SEE_CALENDAR)
def notices(request: HttpRequest) -> HttpResponse:
    """List the notices and local holidays that were taken in, those withdrawn too."""
    rows = HolidayNotice.objects.select_related("entered_by", "withdrawn_by")
    editable = may(request.user, Action.EDIT_CALENDAR)
    return render(request, "administration/calendar/notices.html", {"rows": rows, "editable": editable})


@allowed(Action.SEE_CALENDAR)
def notice(request: HttpRequest, key: int) -> HttpResponse:
    """Show what was read of a notice, and its text."""
    row = get_object_or_404(HolidayNotice.objects.select_related("entered_by", "withdrawn_by"), pk=key)
    editable = may(request.user, Action.EDIT_CALENDAR)
    return render(request, "administration/calendar/notice.html", {"row": row, "editable": editable})


@allowed(Action.EDIT_CALENDAR, everywhere=True)
def enter(request: HttpRequest) -> HttpResponse:
    """Read a pasted notice, show what was read, and take it in when that was confirmed."""
    form = NoticeForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "administration/calendar/enter.html", {"form": form})
    read = preview(form.notice, calendar())
    if request.POST.get("confirm") != read.mark:
        return render(request, "administration/calendar/enter.html", {"form": form, "preview": read})
    try:
        row = actions.enter_notice(notice=form.notice, text=form.cleaned_data["text"], by=request.user)
    except LocalLawError as error:
        form.add_error("text", str(error))
        return render(request, "administration/calendar/enter.html", {"form": form})
    messages.success(request, words.ENTERED.format(number=row.number, year=row.year))
    return redirect("administration:calendar_year", year=row.year)


@allowed(Action.EDIT_CALENDAR, everywhere=True)
def enter_local(request: HttpRequest) -> HttpResponse:
    """Take a local holiday in."""
    form = LocalHolidayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.enter_local_holiday(holiday=form.holiday, by=request.user)
        except LocalLawError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, words.LOCAL_ENTERED.format(division=row.division))
            return redirect("administration:holiday_notices")
    return render(request, "administration/calendar/enter_local.html", {"form": form})


@allowed(Action.EDIT_CALENDAR, everywhere=True)
def withdraw(request: HttpRequest, key: int) -> HttpResponse:
    """Ask why a notice is to be withdrawn, and withdraw it."""
    row = get_object_or_404(HolidayNotice, pk=key)
    form = WithdrawalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.withdraw_notice(row, because=form.cleaned_data["because"], by=request.user)
        except LocalLawError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, words.WITHDRAWN)
        return redirect("administration:holiday_notices")
    return render(request, "administration/calendar/withdraw.html", {"row": row, "form": form})
