"""Forms of organs: their row, the list's filters, reviewers, uploads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django import forms

from gongkai_office.accounts.gate import Action
from gongkai_office.administration.day_field import Day
from gongkai_office.administration.organ_choice import OrganField, SearchingForm
from gongkai_office.organs.checks import code_holds
from gongkai_office.organs.errors import OrganError
from gongkai_office.organs.models import Organ
from gongkai_office.organs.sheets.columns import TITLES
from gongkai_office.organs.words import Kind, Level, ReviewRole

SUGGEST = "suggest"


class Fieldset(NamedTuple):
    """Some fields under one title, with a sentence about them."""

    title: str
    about: str
    names: tuple[str, ...]


def refuse(form: forms.BaseForm, error: OrganError) -> None:
    """Show what an action refused at the field that it is about, or above the form."""
    form.add_error(error.field if error.field in form.fields else None, error.reason)


class OrganForm(forms.ModelForm, SearchingForm):  # type: ignore[type-arg]  # generic in the stubs only
    """What an organ's row says, but for its place in the tree; its button for suggestions searches, too."""

    SETS = (
        Fieldset(
            "机关",
            "名称写错时在这里更正；依法更名请用“更名”，以便保留原名称。",
            ("name", "short_name", "kind", "level", "established_on"),
        ),
        Fieldset("代码", "", ("division_code", "credit_code", "site_code")),
        Fieldset(
            "公开指南中的联系方式",
            "条例第十二条：指南应当写明工作机构的名称、办公地址、办公时间、联系电话、传真号码、互联网联系方式。",
            ("disclosure_unit", "address", "postcode", "office_hours", "phone", "fax", "email", "website"),
        ),
        Fieldset("垂直领导", "只有税务、海关等实行垂直领导的部门填写。（条例第三条）", ("system_superior",)),
    )

    established_on = Day(label=TITLES["established_on"], required=False, help_text="不清楚的可以留空。")
    system_superior = OrganField(
        label="本系统内的上级机关", required=False, help_text="领导本系统政府信息公开工作的上一级部门。"
    )

    class Meta:
        """The fields that are typed."""

        model = Organ
        fields = (
            "name", "short_name", "kind", "level", "established_on", "division_code", "credit_code", "site_code",
            "disclosure_unit", "address", "postcode", "office_hours", "phone", "fax", "email", "website",
            "system_superior",
        )  # fmt: skip
        labels = TITLES
        help_texts = {
            "name": "全称，与印章、编制文件一致。",
            "kind": "条例第三条、第四条、第十条、第五十四条、第五十五条所说的哪一种。",
            "level": "该机关服务的行政区划的层级。",
            "division_code": "6 位数字；乡镇街道 9 位。可在民政部网站“行政区划代码”中查到。",
            "credit_code": "18 位，见统一社会信用代码证书。",
            "site_code": "10 位：前 6 位行政区划代码，后 4 位顺序号；国务院部门为 bm 加 8 位数字。"
            "见网站首页底部，或者全国政府网站信息报送系统。",
            "disclosure_unit": "指定负责政府信息公开日常工作的内设机构，例如办公室。（条例第四条）",
            "office_hours": "例如：工作日 8:30—12:00，13:30—17:30。",
            "website": "以 http:// 或者 https:// 开头。",
        }
        error_messages = {"website": {"invalid": "请填写以 http:// 或者 https:// 开头的网址。"}}

    def __init__(self, *arguments: Any, **others: Any) -> None:
        super().__init__(*arguments, **others)
        for name in ("credit_code", "site_code", "division_code", "postcode"):
            self.fields[name].widget.attrs.update({"autocomplete": "off", "spellcheck": "false"})

    def open_to(self, user: Any) -> None:
        """Offer as superiors what somebody may see, and what is set already."""
        field = self.fields["system_superior"]
        if isinstance(field, OrganField):
            field.open_to(user, Action.SEE_ORGANS)
            field.queryset = field.queryset | Organ.objects.filter(pk=self.instance.system_superior_id)

    def mark(self, names: Iterable[str], sentence: str) -> None:
        """Say at some fields that what stands in them was filled in."""
        for name in names:
            self.fields[name].help_text = sentence
            self.fields[name].widget.attrs["class"] = "suggested"

    @property
    def searching(self) -> bool:
        """Whether a button asked for help, not for saving."""
        return super().searching or (self.is_bound and SUGGEST in self.data)

    def sets(self) -> Iterator[tuple[Fieldset, list[forms.BoundField]]]:
        """Yield the fieldsets with their fields, in the order of the page."""
        for one in self.SETS:
            yield one, [self[name] for name in one.names]

    def clean_credit_code(self) -> str:
        return self._code("credit_code")

    def clean_site_code(self) -> str:
        return self._code("site_code")

    def clean_division_code(self) -> str:
        return self._code("division_code")

    def _code(self, field: str) -> str:
        text: str = self.cleaned_data[field]
        if text == getattr(self.instance, field) and self.instance.pk:
            return text
        try:
            code_holds(field, text)
        except OrganError as error:
            raise forms.ValidationError(error.reason) from error
        return text


class AddOrganForm(OrganForm):
    """A new organ: kind and level may be asked of its name."""

    kind = forms.ChoiceField(label=TITLES["kind"], choices=[("", "请选择"), *Kind.choices])
    level = forms.ChoiceField(label=TITLES["level"], choices=[("", "请选择"), *Level.choices])


class OrganFilter(forms.Form):
    """What the list of organs is narrowed to."""

    STATES = (("", "存续"), ("abolished", "已撤销"), ("all", "全部"))

    q = forms.CharField(label="名称或代码", required=False, max_length=60)
    kind = forms.ChoiceField(label="类别", choices=[("", "全部"), *Kind.choices], required=False)
    level = forms.ChoiceField(label="层级", choices=[("", "全部"), *Level.choices], required=False)
    state = forms.ChoiceField(label="状态", choices=STATES, required=False)
    under = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    def wanted(self) -> dict[str, Any]:
        """Return what is asked for; nothing where it cannot be."""
        return self.cleaned_data if self.is_valid() else {}


class ReviewerForm(forms.Form):
    """Who reviews what an organ decides, and since when."""

    role = forms.ChoiceField(label="设定什么", choices=ReviewRole.choices)
    name = forms.CharField(label="名称", max_length=120, help_text="全称，写入答复文书的救济途径。")
    address = forms.CharField(label="地址", max_length=200, required=False)
    phone = forms.CharField(label="电话", max_length=60, required=False)
    valid_from = Day(label="起始日期", help_text="这一天起作出的行政行为，由它复议或者审理。")
    valid_to = Day(label="终止日期", required=False, help_text="留空表示一直有效。")
    replacing = forms.BooleanField(
        label="接替当时有效的那一个（它到起始日期的前一天为止）", required=False, initial=True
    )
    beside = forms.BooleanField(
        label="申请人可以选择的另一个复议机关", required=False,
        help_text="例如司法行政部门、派出机构的复议机关可以选择。（行政复议法第二十四条、第二十八条）",
    )  # fmt: skip


class EndReviewerForm(forms.Form):
    """The last day of a reviewer."""

    on = Day(label="最后一天")


class UploadForm(forms.Form):
    """A list of organs to be read."""

    EXISTING = (
        ("update", "更新：按文件改写系统中已有的机关（空白单元格不改）"),
        ("skip", "跳过：系统中已有的机关不动，只新增没有的"),
    )

    file = forms.FileField(
        label="文件", help_text="XLSX 或者 CSV，不超过 10 MB、20000 行。CSV 可以是 GB18030 或者 UTF-8。"
    )
    existing = forms.ChoiceField(
        label="文件中的机关系统里已经有的", choices=EXISTING, initial="update", widget=forms.RadioSelect
    )
