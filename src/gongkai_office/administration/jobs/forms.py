"""Forms of background work: the filter of its list, the reason for switching a schedule off."""

from __future__ import annotations

from typing import Any

from django import forms

from gongkai_office.administration.day_field import Day
from gongkai_office.administration.jobs import words
from gongkai_office.jobs.registry import KINDS
from gongkai_office.jobs.words import State


class SwitchOffForm(forms.Form):
    """Why a schedule is switched off."""

    because = forms.CharField(
        label="停用的原因", max_length=200, help_text="会显示在“定时任务”页上，请写明谁同意的、到什么时候恢复。"
    )


class JobFilter(forms.Form):
    """Which jobs to list: by state, kind, day."""

    state = forms.ChoiceField(label="状态", required=False)
    name = forms.ChoiceField(label="任务", required=False)
    since = Day(label="提交日期自", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = sorted((kind.name, kind.title) for kind in KINDS.values())
        self._offer("state", [("", words.ANY_STATE), *State.choices])
        self._offer("name", [("", words.ANY_KIND), *kinds])

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices
