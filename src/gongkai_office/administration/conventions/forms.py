"""The form of one convention: a value of its kind, and what it rests on."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from msgspec.inspect import BoolType, DateType, IntType

from gongkai.errors import BrokenConventions
from gongkai.law.convention_words import CONVENTIONS
from gongkai.law.local_conventions.toml import FIELDS
from gongkai_office.administration.conventions import words
from gongkai_office.local_law.errors import NotAChoice
from gongkai_office.local_law.uploads import Stated, read
from gongkai_office.local_law.values import check, default_of, told, unit_of, word_of

NONE = ""


class _WithSource(forms.Form):
    """What a choice rests on, and from which day on it holds."""

    source = forms.CharField(
        label="依据",
        max_length=300,
        help_text="依据的文件、会议或者批示，例如“县政府办公室主任办公会议2026年第3次纪要”。必须填写，会写入日志。",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    document_number = forms.CharField(label="文号", required=False, max_length=60)
    valid_from = forms.DateField(
        label="从哪一天起适用",
        initial=timezone.localdate,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="这一天以前的事项仍按原来的做法。",
    )


class ConventionForm(_WithSource):
    """What an organ chooses for one question, since when, and why."""

    follow = forms.BooleanField(
        label="不单独设定，沿用上级机关的做法（上级没有设定的，按默认）",
        required=False,
    )

    def __init__(self, *args: Any, key: str, value: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.key = key
        self.fields["value"] = _field_of(key, value)
        self.order_fields(["value", "follow", "source", "document_number", "valid_from"])

    def clean(self) -> dict[str, Any]:
        """Give the value its own kind; none where the organ chooses nothing itself."""
        said = super().clean() or {}
        if said.get("follow"):
            self.errors.pop("value", None)
            said["value"] = None
        elif "value" in said:
            try:
                said["value"] = check(self.key, _typed(self.key, said["value"]))
            except NotAChoice as error:
                self.add_error("value", str(error))
        return said


class UploadForm(_WithSource):
    """A file of conventions; `stated` is what it says, once the form was found valid."""

    file = forms.FileField(
        label="本地口径文件",
        help_text="本页“导出文件”或者命令 gongkai conventions 得到的 TOML 文件，改好后存为 UTF-8。",
    )
    field_order = ("file", "source", "document_number", "valid_from")
    stated: dict[str, Stated]

    def clean_file(self) -> None:
        """Read the file; every line that is unknown or out of range is an error of the field."""
        try:
            self.stated = read(self.cleaned_data["file"].read())
        except BrokenConventions as error:
            raise forms.ValidationError(list(error.problems)) from None
        if not self.stated:
            raise forms.ValidationError(words.NOTHING_STATED)


def _field_of(key: str, value: Any) -> forms.Field:
    asked, kind = CONVENTIONS[key], FIELDS[key].type
    if asked.values:
        default = word_of(default_of(key))
        choices = [
            (word, f"{meaning}（默认）" if word == default else meaning) for word, meaning in asked.values.items()
        ]
        return forms.ChoiceField(label="做法", choices=choices, widget=forms.RadioSelect, initial=word_of(value))
    default_told = f"默认 {told(key, default_of(key))}"
    if isinstance(kind, IntType):
        return forms.IntegerField(
            label=f"数值（{unit_of(key)}）",
            min_value=kind.ge,
            max_value=kind.le,
            initial=value,
            help_text=f"{kind.ge} 至 {kind.le} 的整数，{default_told}。",
        )
    assert isinstance(kind, DateType)
    return forms.DateField(
        label="日期",
        initial=dt.date.fromisoformat(value),
        help_text=f"{default_told}。",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


def _typed(key: str, said: Any) -> Any:
    return said == "true" if isinstance(FIELDS[key].type, BoolType) else said
