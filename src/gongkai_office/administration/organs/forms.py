"""Forms of organs."""

from __future__ import annotations

from django import forms

from gongkai_office.organs.models import Organ


class OrganForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """What an organ's row says, but for its place in the tree."""

    class Meta:
        """The fields that are typed, in the order of the page."""

        model = Organ
        fields = (
            "name", "short_name", "kind", "level", "division_code", "credit_code", "site_code", "disclosure_unit",
            "address", "postcode", "office_hours", "phone", "fax", "email", "website",
        )  # fmt: skip
        labels = {
            "name": "机关名称",
            "short_name": "简称",
            "kind": "机关类别",
            "level": "层级",
            "division_code": "行政区划代码",
            "credit_code": "统一社会信用代码",
            "site_code": "网站标识码",
            "disclosure_unit": "政府信息公开工作机构",
            "address": "办公地址",
            "postcode": "邮政编码",
            "office_hours": "办公时间",
            "phone": "联系电话",
            "fax": "传真",
            "email": "电子邮箱",
            "website": "网址",
        }
