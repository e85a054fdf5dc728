"""Forms of the access review."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone

from gongkai_office.accounts.gate import Action
from gongkai_office.accounts.models import User
from gongkai_office.accounts.words import Decision, Flag
from gongkai_office.administration.day_field import Day
from gongkai_office.administration.organ_choice import OrganField, SearchingForm, organ_of

A_MONTH = dt.timedelta(days=30)


class OpenForm(SearchingForm):
    """A new round."""

    organ = OrganField(label="复核范围（该机关及全部下级）")
    due_on = Day(label="完成期限", initial=lambda: timezone.localdate() + A_MONTH)
    unused_days = forms.IntegerField(
        label="多少天没有登录算长期未用",
        min_value=1,
        max_value=3650,
        initial=lambda: settings.GONGKAI_UNUSED_DAYS or 90,
    )

    def __init__(self, user: User, data: Any = None) -> None:
        super().__init__(data)
        organ_of(self).open_to(user, Action.REVIEW_ACCESS)


class AccountsFilter(forms.Form):
    """Which accounts of a round are shown."""

    q = forms.CharField(label="姓名或账号", required=False, max_length=60)
    decision = forms.ChoiceField(label="复核结论", choices=[("", "全部"), *Decision.choices], required=False)
    flag = forms.ChoiceField(label="提示", choices=[("", "全部"), *Flag.choices], required=False)


class YearForm(forms.Form):
    """The year of a statement."""

    year = forms.IntegerField(label="年度", min_value=2008, max_value=2100)
