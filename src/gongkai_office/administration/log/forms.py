"""Forms of the log: the search, and the export."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.core.validators import ProhibitNullCharactersValidator
from django.utils import timezone

from gongkai_office.accounts.gate import Action
from gongkai_office.administration.day_field import Day
from gongkai_office.administration.log import naming, words
from gongkai_office.administration.organ_choice import OrganField, SearchingForm, organ_of

EARLIEST = 1900  # the first year that every zone and database knows


class Moment(forms.DateTimeInput):
    """A date and a time, as the browser asks for both."""

    def __init__(self) -> None:
        super().__init__(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class AnyChoice(forms.ChoiceField):
    """A choice that links may ask for though the list does not offer it."""

    default_validators = [ProhibitNullCharactersValidator()]  # which no database can look for

    def valid_value(self, value: object) -> bool:  # noqa: ARG002  # every text is one
        return True


def _period_holds(form: forms.Form, said: dict[str, Any]) -> dict[str, Any]:
    """Say at a form what is wrong with its period, and return what it says."""
    for end in ("since", "until"):
        if said.get(end) and not EARLIEST < said[end].year < dt.MAXYEAR:
            form.add_error(end, words.NO_YEAR)
    if said.get("since") and said.get("until") and said["until"] < said["since"]:
        form.add_error("until", words.BACKWARDS)
    return said


class LogFilter(SearchingForm):
    """Which events to list; every condition may be left out."""

    since = forms.DateTimeField(label="记录时间自", required=False, widget=Moment())
    until = forms.DateTimeField(label="至（不含）", required=False, widget=Moment())
    person = forms.CharField(label="人员", required=False, help_text="姓名或账号；系统自动办理的写“系统”")
    verb = AnyChoice(label="操作", required=False)
    subject = AnyChoice(label="对象", required=False)
    subject_id = forms.CharField(label="对象编号", required=False)
    number = forms.IntegerField(label="日志序号", required=False, min_value=1, max_value=2**63 - 1)
    organ = OrganField(label="机关", required=False)
    below = forms.BooleanField(label="含下级机关", required=False)

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        organ_of(self).open_to(user, Action.READ_LOG, abolished=True)
        self._offer("verb", naming.verbs_by_room())
        self._offer("subject", sorted(naming.subjects().items(), key=lambda item: item[1]))

    def _offer(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", words.ANY), *choices]

    def clean(self) -> dict[str, Any]:
        return _period_holds(self, super().clean() or {})


class ExportForm(SearchingForm):
    """Which period to take out, of which organ, in which form."""

    since = Day(label="自")
    until = Day(label="至（含）")
    organ = OrganField(label="机关", required=False, help_text="不选的，导出您可以查看的全部机关")
    below = forms.BooleanField(label="含下级机关", required=False, initial=True)
    form = forms.ChoiceField(label="格式", choices=words.FORMS, widget=forms.RadioSelect, initial="csv")

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        today = timezone.localdate()
        kwargs.setdefault("initial", {"since": today.replace(day=1), "until": today})
        super().__init__(*args, **kwargs)
        organ_of(self).open_to(user, Action.EXPORT_LOG, abolished=True)

    def clean(self) -> dict[str, Any]:
        return _period_holds(self, super().clean() or {})


def period(since: dt.date, until: dt.date) -> tuple[dt.datetime, dt.datetime]:
    """Return the first moment of a day and the first after another, in China."""
    zone = timezone.get_default_timezone()
    first, after = (dt.datetime.combine(day, dt.time(), zone) for day in (since, until + dt.timedelta(days=1)))
    return first, after
