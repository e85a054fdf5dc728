"""Chinese words of the log's pages, and names of what other rooms record under fields of common use."""

SYSTEM = "系统"
WHOLE_INSTALLATION = "全系统"
YES, NO, NOTHING = "是", "否", "（空）"
PERSONAL = "个人信息，只存摘要 {start}…"
AND, THEN, IS = "、", "；", "{name}：{value}"
DELETED_ROW = "{key} 号"
ANY = "不限"
OTHER_VERBS = "其他"

# What rooms are called in the list of acts, by the part of a verb before its point.
ROOMS = {
    "accounts": "登录与账号安全",
    "audit": "日志",
    "calendar": "工作日历",
    "conventions": "本地口径",
    "data": "备份与恢复",
    "files": "文件",
    "jobs": "后台任务",
    "notices": "通知",
    "organs": "机关",
    "people": "人员与授权",
    "review": "账号复核",
}

# Fields of any subject, where its own room does not name them.
COMMON_FIELDS = {
    "name": "名称",
    "username": "账号",
    "organ": "机关",
    "role": "角色",
    "below": "含下级",
    "valid_from": "有效期起",
    "valid_to": "有效期止",
    "reason": "原因",
    "state": "状态",
    "on": "日期",
    "count": "数量",
    "title": "标题",
    "user": "人员",
    "phone": "电话",
    "email": "电子邮箱",
    "is_active": "启用",
    "expires_on": "账号有效期",
    "disabled_because": "停用原因",
    "size": "大小（字节）",
    "sha256": "文件摘要",
    "code": "原因代码",
    "kind": "类别",
    "value": "取值",
    "source": "依据",
    "file": "文件",
    "subject": "主题",
}

FORMS = {
    "csv": "CSV 表格（用 WPS、Excel 打开）",
    "xlsx": "XLSX 工作簿",
    "jsonl": "JSON 行（带摘要，可由他人独立核验）",
}
FILE_NAME = "日志"
SHEET = "日志"
COLUMNS = (
    "序号", "记录时间", "发生时间", "人员", "机关", "操作", "操作代码", "对象", "对象编号", "变更前", "变更后",
    "来源地址", "请求编号", "摘要算法", "上一条摘要", "摘要",
)  # fmt: skip

TOO_MANY_ROWS = "这一时期共 {count} 条，超过一个工作簿的上限 {most} 条。请缩短时期，或者选择 CSV、JSON 行格式。"
NO_YEAR = "年份不对，请改正。"
BACKWARDS = "“止”不能早于“起”。"
EMPTY_PERIOD = "这一时期没有您可以查看的日志。"

QUEUED = "已提交核验，结果会显示在本页。"
HEAD_EXPORTED = "已导出链头：第 {number} 号。"

ALARM_SUBJECT = "日志链核验发现断点"
ALARM_TEXT = "核验日志链发现 {count} 处断点。请立即查看“日志链”页面，保护好现场和备份，并查明原因。{first}"
VERIFY_TITLE = "核验日志链"
EXPORT_HEAD_TITLE = "导出日志链的链头"
VERIFIED = "链完好，共 {events} 条记录。"
FOUND = "有 {count} 处断点。"

# What other rooms record, where their own words do not name it.
SUBJECTS = {
    "accounts.accessreview": "账号复核",
    "accounts.appointment": "授权",
    "accounts.reviewedaccount": "复核中的账号",
    "accounts.session": "登录会话",
    "accounts.user": "账号",
    "files.storedfile": "文件",
    "jobs.job": "后台任务",
    "jobs.schedule": "定时任务",
    "local_law.conventionchoice": "本地口径",
    "local_law.holidaynotice": "放假安排",
    "notices.choice": "通知方式",
    "notices.delivery": "通知发送",
    "notices.notice": "通知",
    "notices.sending": "发出的通知",
    "organs.organ": "机关",
    "organs.reviewer": "复议机关、管辖法院",
    "organs.succession": "机构沿革",
}
_PERIOD = {"valid_from": "生效日期", "valid_to": "失效日期"}
FIELDS = {
    "accounts.user": {
        "name": "姓名",
        "username": "账号",
        "phone": "电话",
        "email": "电子邮箱",
        "is_active": "启用",
        "expires_on": "账号有效期",
        "must_change_password": "下次登录须改口令",
        "confirmed_at": "上次复核时间",
        "disabled_at": "停用时间",
        "disabled_because": "停用原因",
        "single_sign_on": "统一身份认证标识",
        "address": "来源地址",
    },
    "accounts.appointment": {"user": "人员", "role": "角色", "below": "含下级", "ended_at": "终止时间", **_PERIOD},
    "organs.organ": {
        "name": "机关名称",
        "short_name": "简称",
        "kind": "机关类别",
        "level": "层级",
        "division_code": "行政区划代码",
        "credit_code": "统一社会信用代码",
        "site_code": "网站标识码",
        "system_superior": "垂直领导上级",
        "competent_authority": "主管部门",
        "disclosure_unit": "政府信息公开工作机构",
        "address": "办公地址",
        "postcode": "邮政编码",
        "office_hours": "办公时间",
        "phone": "联系电话",
        "fax": "传真",
        "email": "电子邮箱",
        "website": "网址",
        "established_on": "设立日期",
        "abolished_on": "撤销日期",
        "under": "上级机关",
        "successor": "承接机关",
    },
    "organs.reviewer": {"name": "名称", "role": "类别", "address": "地址", "phone": "电话", **_PERIOD},
    "files.storedfile": {"name": "文件名", "purpose": "用途", "place": "存放位置"},
    "local_law.conventionchoice": {
        "key": "事项",
        "value": "取值",
        "source": "依据",
        "document_number": "文号",
        **_PERIOD,
    },
    "local_law.holidaynotice": {"number": "文号", "issued": "印发日期", "year": "年份", "division": "适用区划"},
    "jobs.schedule": {"enabled": "启用"},
    "jobs.job": {"attempts": "已尝试次数", "fault": "原因类别", "error": "出错说明"},
}
