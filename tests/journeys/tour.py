"""The tour: for every page of the site who looks at it; for every other route why there is nothing to see."""

from __future__ import annotations

from typing import NamedTuple

POSTED, GIVEN_OUT, A_PART = "is only posted to", "gives out a file", "is a part of a page, seen in it"
FOR_MACHINES = "answers machines, with a word or numbers"
SWITCHED_OFF = "is switched off without the city's single sign-on; tests/office/accounts/test_single_sign_on.py"
IN_ITS_JOURNEY = "is seen in test_signing_in.py, where somebody's phone is asked for"

CLERK, HEAD, SUPERVISOR = "wen", "chai", "cheng"
SYSTEM, SECURITY, AUDIT = "system-admin", "security-admin", "audit-admin"
NOBODY = ""


class Stop(NamedTuple):
    """A page to look at: who looks, which things its address names, what is asked for, what it must say."""

    who: str
    says: str
    things: dict[str, str | int] = {}  # noqa: RUF012  # never changed
    query: str = ""


STOPS: dict[str, Stop | str] = {
    "healthz": FOR_MACHINES,
    "readyz": FOR_MACHINES,
    "metrics": FOR_MACHINES,
    "accounts:sign_in": Stop(NOBODY, "登录"),
    "accounts:single_sign_on": SWITCHED_OFF,
    "accounts:single_sign_on_callback": SWITCHED_OFF,
    "accounts:sign_out": POSTED,
    "accounts:stay": POSTED,
    "accounts:profile": Stop(CLERK, "登录中的设备"),
    "accounts:change_password": Stop(CLERK, "新口令应当"),
    "accounts:password_rules": POSTED,
    "accounts:end_sessions": POSTED,
    "accounts:second_factor": IN_ITS_JOURNEY,
    "accounts:recovery": IN_ITS_JOURNEY,
    "accounts:set_up_second_factor": Stop(CLERK, "扫描这个二维码"),
    "accounts:renew_recovery_codes": POSTED,
    "administration:home": Stop(CLERK, "工作台"),
    "administration:inbox": Stop(CLERK, "流萤乡人民政府的办公时间待补充", query="show=all"),
    "administration:notice": Stop("wen", "请联系该乡补齐", {"key": "notice"}),
    "administration:mark_read": POSTED,
    "administration:undo_read": POSTED,
    "administration:choose_channels": Stop(CLERK, "提醒方式"),
    "administration:sendings": Stop(SUPERVISOR, "请核对本单位公开指南中的联系方式"),
    "administration:write_notice": Stop(SUPERVISOR, "写通知"),
    "administration:sending": Stop(SUPERVISOR, "流萤乡人民政府的办公时间待补充", {"key": "sending"}),
    "administration:retry_sending": POSTED,
    "administration:phones": Stop(SUPERVISOR, "电话名单", {"key": "sending"}),
    "administration:phones_csv": GIVEN_OUT,
    "administration:organs": Stop(SYSTEM, "机构树"),
    "administration:organ": Stop(SYSTEM, "公开指南中的联系方式", {"key": "bureau"}),
    "administration:organ_branch": A_PART,
    "administration:add_organ": Stop(SYSTEM, "新增顶层机关"),
    "administration:add_organ_below": Stop(SYSTEM, "新增机关", {"key": "county"}),
    "administration:edit_organ": Stop(SYSTEM, "修改萤台县民政局", {"key": "bureau"}),
    "administration:act_on_organ": Stop(SYSTEM, "撤销", {"key": "bureau", "verb": "abolish"}),
    "administration:set_reviewer": Stop(SYSTEM, "依法推定", {"key": "bureau"}),
    "administration:end_reviewer": Stop(SYSTEM, "终止", {"key": "bureau", "reviewer": "reviewer"}),
    "administration:organs_template": GIVEN_OUT,
    "administration:export_organs": GIVEN_OUT,
    "administration:import_organs": Stop(SYSTEM, "各列怎样填写"),
    "administration:preview_organs": Stop(SYSTEM, "确认导入：新增 1 个，改动 1 个", {"file": "list"}),
    "administration:organs_problems": GIVEN_OUT,
    "administration:people": Stop(SYSTEM, "闻必答"),
    "administration:person": Stop(SYSTEM, "沈应公", {"key": "person"}),
    "administration:export_people": GIVEN_OUT,
    "administration:add_person": Stop(SYSTEM, "新增人员"),
    "administration:edit_person": Stop(SYSTEM, "沈应公", {"key": "person"}),
    "administration:move_person": Stop(SYSTEM, "调动后结束的角色", {"key": "person"}),
    "administration:disable_person": Stop(SYSTEM, "停用", {"key": "person"}),
    "administration:enable_person": Stop(SYSTEM, "沈应公", {"key": "person"}),
    "administration:set_expiry": Stop(SYSTEM, "有效期", {"key": "person"}),
    "administration:reset_password": Stop(SYSTEM, "重置口令", {"key": "person"}),
    "administration:unlock_person": Stop(SECURITY, "解除锁定", {"key": "person"}),
    "administration:remove_second_factor": Stop(SECURITY, "解除动态口令", {"key": "person"}),
    "administration:account_reset": Stop(SECURITY, "请先向本人核实", {"key": "reset"}),
    "administration:grant_role": Stop(SECURITY, "现有角色", {"key": "person"}),
    "administration:grant_several": Stop(SECURITY, "批量授予角色", query="person={person}"),
    "administration:end_role": Stop(SECURITY, "结束角色", {"key": "appointment"}),
    "administration:import_people": Stop(SYSTEM, "人员表"),
    "administration:preview_people": Stop(SYSTEM, "新增这 1 人", {"file": "people"}),
    "administration:people_template": GIVEN_OUT,
    "administration:give_passwords": Stop(SYSTEM, "发放一次性口令", query="person={person}"),
    "administration:given_passwords": "is seen in test_people.py, where a colleague is added",
    "administration:organ_choices": A_PART,
    "administration:access_reviews": Stop(SECURITY, "萤台县人民政府"),
    "administration:begin_review": Stop(SECURITY, "开始新一轮复核"),
    "administration:access_review": Stop(SECURITY, "闻必答", {"key": "review"}),
    "administration:decide_accounts": POSTED,
    "administration:close_review": Stop(SECURITY, "待复核", {"key": "review"}),
    "administration:export_review": GIVEN_OUT,
    "administration:review_account": Stop(SECURITY, "勾选要收回的角色", {"key": "reviewed"}),
    "administration:access_statement": Stop(SECURITY, "可以用于年度报告", {"organ": "city"}),
    "administration:log": Stop(AUDIT, "记录时间"),
    "administration:log_event": Stop(AUDIT, "谁在何时做了什么", {"number": "event"}),
    "administration:export_log": Stop(AUDIT, "导出日志"),
    "administration:log_chain": Stop(AUDIT, "链头摘要"),
    "administration:verify_log": POSTED,
    "administration:export_log_head": POSTED,
    "administration:jobs": Stop(SYSTEM, "正在写入萤台县"),
    "administration:my_jobs": Stop(CLERK, "我的后台任务"),
    "administration:job": Stop(SYSTEM, "上传的名录已被撤回", {"key": "failed"}),
    "administration:job_progress": A_PART,
    "administration:retry_job": POSTED,
    "administration:cancel_job": POSTED,
    "administration:schedules": Stop(SYSTEM, "立即运行"),
    "administration:switch_schedule": POSTED,
    "administration:run_schedule": POSTED,
    "administration:files": Stop(CLERK, "2025年办理台账.xlsx"),
    "administration:upload_file": Stop(CLERK, "上传"),
    "administration:file": Stop(CLERK, "检查结果", {"key": "file"}),
    "administration:download_file": GIVEN_OUT,
    "administration:withdraw_file": Stop(CLERK, "撤回原因", {"key": "file"}),
    "administration:calendar": "leads to this year's page",
    "administration:calendar_year": Stop(CLERK, "国庆节", {"year": 2026}),
    "administration:holiday_notices": Stop(SYSTEM, "萤台县人民政府2026年公告"),
    "administration:holiday_notice": Stop(SYSTEM, "萤火节", {"key": "holiday"}),
    "administration:enter_notice": Stop(SYSTEM, "通知全文"),
    "administration:enter_local_holiday": Stop(SYSTEM, "添加地方节日"),
    "administration:withdraw_notice": Stop(SYSTEM, "撤回", {"key": "holiday"}),
    "administration:conventions": Stop(SUPERVISOR, "萤台县", query="organ=萤台县"),
    "administration:conventions_of": Stop(HEAD, "本地口径", {"organ": "city"}),
    "administration:export_conventions": GIVEN_OUT,
    "administration:convention": Stop(HEAD, "现在的做法", {"organ": "city", "key": "longest_correction_days"}),
    "administration:upload_conventions": Stop(HEAD, "上传并核对", {"organ": "city"}),
    "administration:withdraw_choice": Stop(HEAD, "撤回以后", {"organ": "city", "choice": "choice"}),
    "administration:health": Stop(SYSTEM, "全部检查"),
}

# Other faces of the same pages.
MORE: dict[str, tuple[str, Stop]] = {
    "organs-found": ("administration:organs", Stop(SYSTEM, "璃溪区教育局", query="q=教育局")),
    "organs-none": ("administration:organs", Stop(SYSTEM, "没有符合条件的机关", query="q=没有")),
    "organ-county": ("administration:organ", Stop(SYSTEM, "下级机关", {"key": "county"})),
    "organ-clerk": ("administration:organ", Stop(CLERK, "公开指南", {"key": "bureau"})),
    "organ-rename": ("administration:act_on_organ", Stop(SYSTEM, "新名称", {"key": "bureau", "verb": "rename"})),
    "organ-move": ("administration:act_on_organ", Stop(SYSTEM, "上级机关", {"key": "bureau", "verb": "move"})),
    "organ-merge": ("administration:act_on_organ", Stop(SYSTEM, "并入", {"key": "bureau", "verb": "merge"})),
    "organ-split": ("administration:act_on_organ", Stop(SYSTEM, "分出的机关", {"key": "bureau", "verb": "split"})),
    "organ-transfer": ("administration:act_on_organ", Stop(SYSTEM, "划出", {"key": "bureau", "verb": "transfer"})),
    "organ-authority": (
        "administration:act_on_organ",
        Stop(SYSTEM, "主管部门", {"key": "county", "verb": "authority"}),
    ),
    "ask-reset": ("administration:reset_password", Stop(SYSTEM, "须经另一类管理员确认", {"key": "security"})),
    "home-security": ("administration:home", Stop(SECURITY, "请向本人核实后确认或不同意")),
    "person-security": ("administration:person", Stop(SECURITY, "授予角色", {"key": "person"})),
    "home-system": ("administration:home", Stop(SYSTEM, "工作台")),
    "inbox-empty": ("administration:inbox", Stop(AUDIT, "没有未读的通知")),
    "files-none": ("administration:files", Stop(SYSTEM, "没有", query="q=没有这个文件")),
    "file-refused": ("administration:file", Stop(CLERK, "扩展名", {"key": "refused"})),
    "job-running": ("administration:job", Stop(SYSTEM, "137 / 412", {"key": "running"})),
    "calendar-provisional": ("administration:calendar_year", Stop(CLERK, "暂定", {"year": 2030})),
    "conventions-clerk": ("administration:conventions_of", Stop(CLERK, "沿用", {"organ": "bureau"})),
    "convention-choose": (
        "administration:convention",
        Stop(HEAD, "修改", {"organ": "city", "key": "extension_notice"}),
    ),
    "log-searched": ("administration:log", Stop(AUDIT, "清除条件", query="person=程可查")),
    "health-refused": ("administration:health", Stop(CLERK, "没有")),
}
