"""Forms of reminders: writing one, choosing how to be reached."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.db.models import QuerySet

from gongkai_office.accounts.gate import Action, organs_for
from gongkai_office.accounts.words import Role
from gongkai_office.administration.notices import words
from gongkai_office.administration.organ_choice import OrganField, SearchingForm, organ_of
from gongkai_office.notices.channels import Channel
from gongkai_office.organs.models import Organ
from gongkai_office.organs.queries import PATH_SIGN, meant

_PERSONAL = (
    (re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)"), words.PHONE),
    (re.compile(r"(?<!\d)\d{17}[\dXx](?![\dXx])"), words.IDENTITY),
    (re.compile(r"[\w.+-]+@[\w-]+\.\w"), words.MAIL),
)


class WriteForm(SearchingForm):
    """A reminder: to whom, and what."""

    SCOPES = (("own", words.OWN), ("direct", words.DIRECT), ("all", words.ALL), ("named", words.NAMED))

    organ = OrganField(label="机关", help_text="以这个机关的名义发出。")
    scope = forms.ChoiceField(label="通知谁", choices=SCOPES, initial="all", widget=forms.RadioSelect)
    names = forms.CharField(
        label="机关名称",
        required=False,
        max_length=4000,
        widget=forms.Textarea({"rows": 3}),
        help_text="“按名称指定”时填写，一行一个机关全称；重名的自上而下用“/”连接。",
    )
    roles = forms.MultipleChoiceField(
        label="其中的角色",
        required=False,
        choices=Role.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text="不选就通知这些机关的所有人。",
    )
    subject = forms.CharField(
        label="标题", max_length=60, help_text="会出现在邮件和短信里，请勿写申请人的姓名、电话、证件号码。"
    )
    text = forms.CharField(
        label="正文", max_length=4000, widget=forms.Textarea({"rows": 6}), help_text="只在本系统页面里显示。"
    )
    urgent = forms.BooleanField(label="紧急：邮件、短信尽快发出", required=False)

    def __init__(self, user: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self._reached = organs_for(user, Action.SEND_NOTICES).filter(abolished_on=None)
        organ_of(self).open_to(user, Action.SEND_NOTICES)
        self.fields["organ"].initial = self._reached.order_by("depth", "path").first()

    def clean_subject(self) -> str:
        subject: str = self.cleaned_data["subject"]
        for pattern, what in _PERSONAL:
            if pattern.search(subject):
                raise forms.ValidationError(words.LOOKS_PERSONAL.format(what=what))
        return subject

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("scope") != "named" or "names" not in cleaned:
            return cleaned
        wanted = dict.fromkeys(name.strip() for name in cleaned["names"].splitlines() if name.strip())
        reached = list(self._reached) if wanted else []
        found = {name: meant(reached, name) for name in wanted}
        if not wanted:
            self.add_error("names", words.NO_NAMES)
        if missing := [name for name, organs in found.items() if not organs]:
            self.add_error("names", words.UNKNOWN_NAMES.format(names=words.AND.join(missing[:10])))
        for name, organs in found.items():
            if len(organs) > 1:
                paths = words.AND.join(_path(organ, reached) for organ in organs[:5])
                said = words.SEVERAL_NAMED.format(name=name, count=len(organs), paths=paths)
                self.add_error("names", said)
        cleaned["named"] = [organ.pk for organs in found.values() for organ in organs]
        return cleaned

    def organs(self) -> QuerySet[Organ]:
        """Return the organs whose people are meant; never one that who writes may not reach."""
        asked = self.cleaned_data
        organ: Organ = asked["organ"]
        if asked["scope"] == "own":
            return self._reached.filter(pk=organ.pk)
        if asked["scope"] == "direct":
            return self._reached.filter(path__startswith=organ.path, depth=organ.depth + 1)
        if asked["scope"] == "all":
            return self._reached.filter(path__startswith=organ.path)
        return self._reached.filter(pk__in=asked["named"])


def _path(organ: Organ, reached: list[Organ]) -> str:
    """Return the names down the tree to an organ, as far as who writes may reach."""
    return PATH_SIGN.join(one.name for one in reached if organ.path.startswith(one.path))


class SendingFilter(forms.Form):
    """Which sendings to list."""

    q = forms.CharField(label="标题", required=False, max_length=60)
    state = forms.ChoiceField(
        label="情况",
        required=False,
        choices=(
            ("", "全部"),
            ("failed", "有发送失败的"),
            ("waiting", "有待发送的"),
            ("unread", "有人未读的"),
            ("mine", "我发的"),
        ),
    )


class ChannelsForm(forms.Form):
    """By which channels somebody is reminded besides the page."""

    channels = forms.MultipleChoiceField(
        label="除页面外，还用以下方式提醒我", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, reachable: dict[str, Channel], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["channels"]
        field.choices = [(name, channel.title) for name, channel in reachable.items()]  # type: ignore[attr-defined]  # a field of choices
