"""The page of who may do what (权限表), from accounts/gate.py."""

from __future__ import annotations

import os
from collections.abc import Iterator

import django
from django.apps import apps

HEAD = """\
# 权限表

本页由 `make docs` 从程序生成，请勿手改。

角色按机关授予：对一个机关，或者连同它的全部下级；有起止日期，可以提前收回。
看得到的范围以外，网页一律答“没有这一页”；看得到而不能办的，答“没有权限”。
系统、安全、审计三类管理员分立：系统管理员建账号，安全管理员授权，审计管理员查日志，一个人不能兼任其中两类。

“●”表示该角色可以办。日志链、定时任务、运行状况和放假安排的导入涉及整个系统，还要求对运行整个系统的最上级机关及其全部下级有该角色。

"""


def permissions_page() -> str:
    """Return the page: one row an action, one column a role."""
    return HEAD + "\n".join(_rows()) + "\n"


def _rows() -> Iterator[str]:
    if not apps.ready:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai_office.config.settings")
        for name in ("SECRET_KEY", "LOG_KEY"):
            os.environ.setdefault(f"GONGKAI_{name}", "only-to-read-the-table-of-the-gate-" * 2)
        django.setup()
    from gongkai_office.accounts.gate import reference
    from gongkai_office.accounts.words import Role

    yield f"| 事项 | 键 | {' | '.join(role.label for role in Role)} |"
    yield f"|---|---|{'---|' * len(Role)}"
    for key, title, may in reference():
        yield f"| {title} | `{key}` | {' | '.join('●' if one else '' for one in may)} |"
