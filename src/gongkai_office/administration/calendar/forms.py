"""Forms of the calendar: which year, a pasted notice, a local holiday, why one is withdrawn."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from gongkai.errors import BrokenNotice
from gongkai.law.calendar.notice_text import read_notice
from gongkai.law.calendar.notices import DaysOff, DayWorked, HolidayNotice, LocalHoliday
from gongkai.law.calendar.proof import local_problems_of
from gongkai_office.administration.calendar import words
from gongkai_office.administration.day_field import Day
from gongkai_office.local_law.queries import known_notices


class NoticeForm(forms.Form):
    """The text of a notice, and what it leaves out; valid where the notice proves itself."""

    text = forms.CharField(
        label="通知全文",
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 14}),
        error_messages={"required": words.NO_TEXT},
        help_text="在中国政府网打开《国务院办公厅关于某年部分节假日安排的通知》，从标题到落款日期全部复制，粘贴到这里。",
    )
    number = forms.CharField(
        label="文号", required=False, max_length=60, help_text="原文有文号的不必填，例如 国办发明电〔2025〕7号。"
    )
    issued = Day(label="成文日期", required=False, help_text="原文有落款日期的不必填。")
    notice: HolidayNotice

    def clean(self) -> dict[str, Any]:
        """Read the notice; every problem is an error of the text."""
        cleaned = super().clean() or {}
        if not self.errors:
            try:
                self.notice = read_notice(
                    cleaned["text"], number=cleaned["number"], issued=cleaned["issued"], known=known_notices()
                )
            except BrokenNotice as broken:
                self.add_error("text", list(broken.problems))
        return cleaned


class LocalHolidayForm(forms.Form):
    """A holiday of a place, for those places that have one (放假办法第四条)."""

    division = forms.CharField(
        label="行政区划代码",
        max_length=6,
        help_text="六位。末尾成对的零表示所辖各级：450000 管全自治区，513400 管全州，451023 只管本县。",
    )
    name = forms.CharField(label="节日名称", max_length=40)
    source = forms.CharField(label="依据的文件", max_length=200, help_text="发文机关、日期、文号或者标题。")
    first = Day(label="放假第一天")
    last = Day(label="放假最后一天", help_text="中间的周末一并算在内。")
    worked = forms.CharField(
        label="调休上班的日期",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="每行一天，例如 2027-04-10。没有的不填。",
    )
    holiday: LocalHoliday

    def clean_worked(self) -> list[dt.date]:
        """Return the days that are worked, one a line."""
        found: list[dt.date] = []
        for number, line in enumerate(self.cleaned_data["worked"].split(), 1):
            try:
                found.append(dt.date.fromisoformat(line))
            except ValueError:
                said = words.NOT_DAYS.format(number=number, line=line[: words.LONGEST])
                raise forms.ValidationError(said) from None
        return found

    def clean(self) -> dict[str, Any]:
        """Make the holiday; what is wrong with it is an error of the whole form."""
        said = super().clean() or {}
        if not self.errors:
            self.holiday = LocalHoliday(
                division=said["division"],
                source=said["source"],
                off=(DaysOff(said["name"], said["first"], said["last"]),),
                on=tuple(DayWorked(day, said["name"]) for day in said["worked"]),
            )
            for problem in local_problems_of(self.holiday):
                self.add_error(None, problem)
        return said


class WithdrawalForm(forms.Form):
    """Why a notice is withdrawn."""

    because = forms.CharField(label="撤回的原因", max_length=200)
