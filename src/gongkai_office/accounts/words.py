"""Chinese words of people: their roles."""

from __future__ import annotations

from django.db.models import TextChoices


class Role(TextChoices):
    """What somebody is in an office (角色). The three administrators are apart: none grants and audits."""

    HANDLER = "handler", "承办人"
    REVIEWER = "reviewer", "审核人"
    SECRECY_REVIEWER = "secrecy_reviewer", "保密审查员"
    LEGAL_REVIEWER = "legal_reviewer", "法制审核员"
    UNIT_HEAD = "unit_head", "工作机构负责人"
    LEADER = "leader", "分管领导"
    LIAISON = "liaison", "联络员"
    SUPERVISOR = "supervisor", "主管部门监督员"
    SYSTEM_ADMINISTRATOR = "system_administrator", "系统管理员"
    SECURITY_ADMINISTRATOR = "security_administrator", "安全管理员"
    AUDIT_ADMINISTRATOR = "audit_administrator", "审计管理员"


ADMINISTRATORS = (Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR)
