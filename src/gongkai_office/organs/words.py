"""Chinese words of organs: kinds, levels, ways of succession."""

from __future__ import annotations

import re

from django.db.models import TextChoices


class Kind(TextChoices):
    """What an organ is (机关类别); articles 3, 4, 10, 54 and 55."""

    GOVERNMENT = "government", "人民政府"
    GOVERNMENT_OFFICE = "government_office", "政府办公厅（室）"
    DEPARTMENT = "department", "政府工作部门"
    DISPATCHED_ORGAN = "dispatched_organ", "派出机关（街道办事处等）"
    DISPATCHED_AGENCY = "dispatched_agency", "派出机构"
    INTERNAL_UNIT = "internal_unit", "内设机构"
    ZONE = "zone", "开发区管理机构"
    VERTICAL = "vertical", "垂直管理部门"
    AUTHORISED_BODY = "authorised_body", "法律、法规授权的组织"
    PUBLIC_BODY = "public_body", "公共企事业单位"


class Level(TextChoices):
    """The level of the division that an organ works for (层级)."""

    NATION = "nation", "国家级"
    PROVINCE = "province", "省级"
    CITY = "city", "市级"
    COUNTY = "county", "县级"
    TOWNSHIP = "township", "乡级"


class ReviewRole(TextChoices):
    """What a reviewing organ does: reconsideration (行政复议) or litigation (行政诉讼)."""

    RECONSIDERATION = "reconsideration", "行政复议机关"
    COURT = "court", "管辖法院"


class Change(TextChoices):
    """How one organ follows another (机构沿革)."""

    MERGED = "merged", "合并"
    SPLIT = "split", "分设"
    RENAMED = "renamed", "更名"
    TRANSFERRED = "transferred", "职能划转"
    ABOLISHED = "abolished", "撤销"


GOVERNMENT = "人民政府"
CIVIL_AFFAIRS = re.compile("民政(?!府)")
BETWEEN_PHONES = re.compile(r"[、，,；;\s]+")

# The verbs of the log that concern organs.
VERBS = {
    "organs.add": "新增机关",
    "organs.change": "修改机关信息",
    "organs.rename": "机关更名",
    "organs.undo_rename": "撤回更名",
    "organs.move": "调整隶属关系",
    "organs.merge": "机关合并",
    "organs.split": "机关分设",
    "organs.transfer": "职能划转",
    "organs.abolish": "撤销机关",
    "organs.undo_abolition": "恢复被撤销的机关",
    "organs.undo_succession": "撤回分设或者职能划转",
    "organs.set_reviewer": "设定复议机关或者管辖法院",
    "organs.end_reviewer": "终止复议机关或者管辖法院",
    "organs.remove_reviewer": "删除误设的复议机关或者管辖法院",
    "organs.set_competent_authority": "确定主管部门",
    "organs.export": "导出机关名录",
}
