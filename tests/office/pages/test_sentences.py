"""What forms say of their fields."""

from __future__ import annotations

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai_office.pages.sentences import sentences


class Form(forms.Form):
    """A field of each kind."""

    source = forms.CharField(label="依据（发文机关、文号）", max_length=5)
    kind = forms.ChoiceField(label="类别", choices=[("a", "甲"), ("b", "乙")])
    days = forms.IntegerField(label="天数", min_value=1, max_value=60)
    least = forms.IntegerField(label="至少", min_value=3)
    most = forms.IntegerField(label="至多", max_value=3)
    any = forms.IntegerField(label="多少")
    on = forms.DateField(label="日期")
    email = forms.EmailField(label="电子邮箱")
    file = forms.FileField(label="附件")
    sure = forms.BooleanField(label="已经核对")
    own = forms.CharField(label="原因", error_messages={"required": "没有原因不能办理。"})

    def clean_source(self) -> str:
        if self.cleaned_data["source"] == "错":
            raise forms.ValidationError("依据不存在。", code="required_here")
        return str(self.cleaned_data["source"])


EMPTY = {
    "source": "请填写依据。",
    "kind": "请选择类别。",
    "days": "请填写天数。",
    "on": "请填写日期。",
    "file": "请选择要上传的文件。",
    "sure": "请勾选“已经核对”。",
    "own": "没有原因不能办理。",
}
WRONG = [
    ("source", "一二三四五六", "依据不能超过5个字，现在有6个字。"),
    ("source", "错", "依据不存在。"),
    ("kind", "c", "类别不在可选的范围内，请重新选择。"),
    ("days", "0", "天数应为1至60的整数。"),
    ("days", "61", "天数应为1至60的整数。"),
    ("days", "三", "天数应为1至60的整数。"),
    ("least", "2", "至少应为不小于3的整数。"),
    ("most", "4", "至多应为不大于3的整数。"),
    ("any", "x", "多少应为整数。"),
    ("on", "明天", "日期应写成日期，例如 2026-03-05。"),
    ("email", "x", "电子邮箱的格式不对，例如 name@example.cn。"),
]


@pytest.mark.parametrize("name", list(EMPTY))
def test_what_is_missing_is_named(name: str) -> None:
    assert list(sentences(Form({})[name])) == [EMPTY[name]]


@pytest.mark.parametrize(("name", "typed", "says"), WRONG)
def test_what_is_wrong_is_named_with_what_is_right(name: str, typed: str, says: str) -> None:
    form = Form({name: typed})
    assert list(sentences(form[name])) == [says]
    assert says in form[name].as_field_group()


def test_an_empty_file_is_named() -> None:
    form = Form({}, {"file": SimpleUploadedFile("a.txt", b"")})
    assert list(sentences(form["file"])) == ["这个文件是空的，请另选一个。"]
