"""Forms of people, their accounts and roles."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone

from gongkai_office.accounts.errors import AccountError
from gongkai_office.accounts.gate import Action
from gongkai_office.accounts.models import User
from gongkai_office.accounts.people_words import REASONS
from gongkai_office.accounts.queries import Wanted
from gongkai_office.accounts.words import Role
from gongkai_office.administration.day_field import Day
from gongkai_office.administration.organ_choice import OrganField, SearchingForm, organ_of

NAME, USERNAME, ORGAN, PHONE, EMAIL = "姓名", "账号", "所在机关", "联系电话", "电子邮箱"
EXPIRES, REASON = "有效期至", "原因"


def refuse(form: forms.Form, error: AccountError) -> None:
    """Show what an action refused at the field that it is about, or above the form."""
    form.add_error(error.field if error.field in form.fields else None, error.sentence)


class PeopleFilter(SearchingForm):
    """What the list of people is narrowed to."""

    STATES = (("", "全部"), ("active", "使用中"), ("disabled", "已停用"), ("expired", "已过有效期"))
    USES = (
        ("", "不限"), ("0", "从未登录"), ("30", "30 天未登录"), ("90", "90 天未登录"), ("180", "180 天未登录"),
    )  # fmt: skip

    q = forms.CharField(label="姓名或账号", required=False, max_length=60)
    organ = OrganField(label="机关（含下级）", required=False)
    role = forms.ChoiceField(label="角色", choices=[("", "全部"), *Role.choices], required=False)
    state = forms.ChoiceField(label="状态", choices=STATES, required=False)
    unused = forms.TypedChoiceField(label="使用情况", choices=USES, coerce=int, empty_value=None, required=False)

    def __init__(self, user: User, data: Any) -> None:
        super().__init__(data)
        organ_of(self).open_to(user, Action.SEE_PEOPLE, abolished=True)

    def wanted(self) -> Wanted:
        """Return what is asked for; what cannot be asked for narrows nothing."""
        self.is_valid()
        said = self.cleaned_data
        return Wanted(
            said.get("q", "").strip(),
            said.get("organ"),
            said.get("role", ""),
            said.get("state", ""),
            said.get("unused"),
        )


class PersonForm(forms.Form):
    """What is written about a person."""

    name = forms.CharField(label=NAME, max_length=60)
    phone = forms.CharField(
        label=PHONE, max_length=30, required=False, help_text="手机号码，或带区号的电话号码，用来接收催办提醒。"
    )
    email = forms.CharField(label=EMAIL, max_length=254, required=False)


class ChangePersonForm(PersonForm):
    """What is written about a person with an account; who the city's single sign-on knows them as, where used."""

    single_sign_on = forms.CharField(
        label="统一身份认证标识",
        max_length=255,
        required=False,
        help_text="统一身份认证平台给这个人的唯一标识。填写以后，才能从统一身份认证登录。",
    )

    def __init__(self, data: Any = None, **said: Any) -> None:
        super().__init__(data, **said)
        if not (settings.GONGKAI_OIDC and settings.GONGKAI_OIDC_MATCH == "single_sign_on"):
            del self.fields["single_sign_on"]


class AddPersonForm(SearchingForm, PersonForm):
    """A new account."""

    username = forms.CharField(
        label=USERNAME,
        max_length=40,
        help_text="登录用，小写字母开头，可以有数字、点、横线、下划线，例如 mz-wang。"
        "账号会永久留在日志里，请不要用手机号码或身份证件号码。",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )
    organ = OrganField(label=ORGAN)
    expires_on = Day(label=EXPIRES, required=False, help_text="临时人员请填写；不填为长期有效。")
    field_order = ("username", "name", "organ", "phone", "email", "expires_on")

    def __init__(self, user: User, data: Any = None) -> None:
        super().__init__(data)
        organ_of(self).open_to(user, Action.EDIT_PEOPLE)


class MoveForm(SearchingForm):
    """Where a person moves to."""

    organ = OrganField(label="调往机关")

    def __init__(self, user: User, data: Any = None) -> None:
        super().__init__(data)
        organ_of(self).open_to(user, Action.EDIT_PEOPLE)


class ReasonForm(forms.Form):
    """Why an account is disabled."""

    because = forms.CharField(
        label=REASON,
        max_length=200,
        help_text=f"例如：{'、'.join(REASONS)}。这几种原样记入日志；写了别的，日志里只有摘要。",
    )


class AskResetForm(forms.Form):
    """Why an administrator's account is to be reset."""

    because = forms.CharField(
        label=REASON, max_length=200, help_text="例如：忘记口令；更换手机。确认的人看得到；日志里只有摘要。"
    )


class ExpiryForm(forms.Form):
    """The last day of an account."""

    expires_on = Day(label=EXPIRES, required=False, help_text="这一天仍可登录；不填为长期有效。")


class GrantForm(SearchingForm):
    """A role over an organ, from one day to another."""

    role = forms.ChoiceField(label="角色", choices=[("", "请选择"), *Role.choices])
    organ = OrganField(label="管辖机关")
    below = forms.BooleanField(label="含全部下级机关", required=False)
    valid_from = Day(label="起日", initial=timezone.localdate)
    valid_to = Day(label="止日", required=False, help_text="这一天仍然有效；不填为长期有效。")

    def __init__(self, user: User, data: Any = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial)
        organ_of(self).open_to(user, Action.GRANT_ROLES)


class ImportForm(forms.Form):
    """A sheet of people."""

    file = forms.FileField(
        label="人员表", help_text="XLSX 或 CSV，第一行为列名：账号、姓名、所在机关、联系电话、电子邮箱、有效期至。"
    )
