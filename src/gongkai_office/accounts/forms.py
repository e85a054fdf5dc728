"""Forms of signing in: name and password, a new password, a code."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import UsernameField
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse

from gongkai_office.accounts import words_signing_in as words
from gongkai_office.accounts.errors import AccountError
from gongkai_office.accounts.models import User
from gongkai_office.accounts.signing_in_actions import prove


class SignInForm(forms.Form):
    """Name and password."""

    username = UsernameField(
        label="账号",
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autofocus": True, "autocapitalize": "none"}),
        error_messages={"required": "请填写账号。"},
    )
    password = forms.CharField(
        label="口令",
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": "请填写口令。"},
    )


class PasswordForm(forms.Form):
    """The password of now, and twice the new one."""

    old = forms.CharField(
        label="原口令",
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "autofocus": True}),
        error_messages={"required": "请填写原口令。"},
    )
    new = forms.CharField(
        label="新口令",
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password", "aria-describedby": "rules"}),
        error_messages={"required": "请填写新口令。"},
    )
    again = forms.CharField(
        label="再输一遍新口令",
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "请再填写一遍新口令。"},
    )

    def __init__(self, request: HttpRequest, user: User, data: Any = None) -> None:
        super().__init__(data)
        self.request, self.user = request, user
        self.fields["new"].widget.attrs.update(
            {
                "hx-post": reverse("accounts:password_rules"),
                "hx-trigger": "input changed delay:400ms",
                "hx-params": "new",
                "hx-target": "#rules",
                "hx-swap": "outerHTML",
            }
        )

    def clean_old(self) -> str:
        old = str(self.cleaned_data["old"])
        try:
            prove(self.request, username=self.user.username, password=old)
        except AccountError as refused:
            raise ValidationError(words.WRONG_OLD_PASSWORD) from refused
        return old

    def clean_new(self) -> str:
        new = str(self.cleaned_data["new"])
        validate_password(new, self.user)
        return new

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if "new" in said and "again" in said and said["new"] != said["again"]:
            self.add_error("again", words.NOT_THE_SAME)
        return said


class TokenForm(forms.Form):
    """A code of the phone, or a recovery code where one may be given."""

    token = forms.CharField(
        label="动态口令",
        max_length=20,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "autofocus": True,
                "inputmode": "numeric",
                "spellcheck": "false",
            }
        ),
        error_messages={"required": "请填写动态口令。"},
    )


class RecoveryForm(TokenForm):
    """A recovery code, which has letters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["token"].label = "恢复码"
        self.fields["token"].widget.attrs.update(inputmode="text", autocomplete="off", autocapitalize="none")
        self.fields["token"].error_messages["required"] = "请填写恢复码。"
