"""Chinese words of the log's pages, and names of what other rooms record under fields of common use."""

from gongkai_office.accounts.words import Decision
from gongkai_office.files.words import SIGN_TITLES
from gongkai_office.notices.words import CHANNELS
from gongkai_office.organs.words import Change

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
    "people": "人员与角色",
    "review": "账号及权限复核",
}

# Fields of any subject, where its own room does not name them.
COMMON_FIELDS = {
    "name": "名称",
    "username": "账号",
    "organ": "机关",
    "role": "角色",
    "below": "含下级",
    "reason": "原因",
    "state": "状态",
    "on": "日期",
    "count": "数量",
    "title": "标题",
    "user": "人员",
    "phone": "电话",
    "email": "电子邮箱",
    "is_active": "启用",
    "disabled_because": "停用原因",
    "size": "大小（字节）",
    "sha256": "文件摘要",
    "code": "原因代码",
    "kind": "类别",
    "value": "取值",
    "source": "依据",
    "file": "文件",
    "subject": "主题",
    "abolished": "是否撤销",
    "accounts": "账号数",
    "appointments": "角色授予编号",
    "because": "原因",
    "channels": "提醒方式",
    "codes": "恢复码个数",
    "deliveries": "邮件、短信数",
    "disabled_on": "将于何日停用",
    "document_number": "文号",
    "failures": "登录失败次数",
    "files": "文件数",
    "how": "方式",
    "job": "任务编号",
    "note": "说明",
    "notices": "通知数",
    "people": "人数",
    "review": "复核编号",
    "signs": "提示事项",
    "successor": "承接机关",
    "successors": "承接机关",
    "under": "上级机关",
    "urgent": "是否紧急",
    "why": "原因",
}

# What is recorded as a word of the program: by its field, whatever the subject, unless the model's choices say it.
VALUES = {
    "channels": CHANNELS,
    "code": {
        "binary": "文本文件里是二进制数据", "broken": "文件损坏", "classified": "有涉密标志",
        "compound_other": "旧版 Office 的其他文件", "died": "检查程序异常退出", "empty": "空文件",
        "encrypted": "文件有密码", "ending": "扩展名不在所收之列", "entities": "有外部实体声明",
        "entry_name": "压缩包内路径指向包外", "entry_refused": "压缩包内有不能接收的文件",
        "lied": "检查结果不可信", "mismatch": "内容与扩展名不符", "name_deceives": "文件名有迷惑性字符",
        "name_is_path": "文件名含路径", "name_reserved": "文件名是系统保留名", "name_too_long": "文件名过长",
        "nested": "压缩包里还有压缩包", "no_name": "没有文件名", "office_other": "Office 的其他文件",
        "program": "程序或脚本", "slow": "检查超时", "svg": "SVG 图片", "too_complex": "内容过于复杂",
        "too_large": "文件过大", "too_large_unpacked": "解压后过大", "too_many_entries": "压缩包内文件过多",
        "too_many_pages": "页数过多", "too_many_pixels": "图片像素过多", "unknown": "不接收的类型",
    },
    "how": {
        "password": "口令", "single_sign_on": "统一身份认证", "phone": "动态口令", "recovery_code": "恢复码",
    } | dict(Change.choices),
    "why": {
        "disabled": "账号已停用", "expired": "账号已过有效期", "stale": "一次性口令已过时限",
        "idle": "长时间没有操作", "age": "登录时间过长",
    },
    "signs": SIGN_TITLES,
}  # fmt: skip

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

# What other rooms record, where their own words do not name it.
SUBJECTS = {
    "accounts.accessreview": "账号及权限复核",
    "accounts.appointment": "角色授予",
    "accounts.reviewedaccount": "复核中的账号",
    "accounts.session": "登录会话",
    "accounts.user": "账号",
    "files.storedfile": "文件",
    "jobs.job": "后台任务",
    "jobs.schedule": "定时任务",
    "local_law.conventionchoice": "本地口径",
    "local_law.holidaynotice": "放假安排",
    "notices.choice": "提醒方式",
    "notices.delivery": "通知发送",
    "notices.notice": "通知",
    "notices.sending": "发出的通知",
    "organs.organ": "机关",
    "organs.reviewer": "复议机关、管辖法院",
    "organs.succession": "机构沿革",
}
FIELDS = {
    "accounts.user": {
        "name": "姓名",
        "username": "账号",
        "organ": "所在机关",
        "phone": "联系电话",
        "email": "电子邮箱",
        "is_active": "启用",
        "expires_on": "有效期至",
        "must_change_password": "下次登录须改口令",
        "confirmed_at": "上次复核时间",
        "disabled_at": "停用时间",
        "disabled_because": "停用原因",
        "single_sign_on": "统一身份认证标识",
        "address": "来源地址",
    },
    "accounts.accessreview": {
        "due_on": "截止日期",
        "unused_days": "多少天未登录算长期未登录",
    }
    | dict(Decision.choices),
    "accounts.appointment": {
        "user": "人员",
        "role": "角色",
        "organ": "管辖机关",
        "below": "含全部下级机关",
        "valid_from": "起日",
        "valid_to": "止日",
        "ended_at": "结束时间",
    },
    "organs.reviewer": {
        "name": "名称",
        "role": "类别",
        "address": "地址",
        "phone": "电话",
        "beside": "申请人可以选择的另一个复议机关",
        "valid_from": "起始日期",
        "valid_to": "终止日期",
    },
    "files.storedfile": {"name": "文件名", "purpose": "用途", "place": "存放位置"},
    "local_law.conventionchoice": {
        "key": "事项",
        "value": "取值",
        "source": "依据",
        "document_number": "文号",
        "valid_from": "从哪一天起适用",
    },
    "local_law.holidaynotice": {"number": "文号", "issued": "成文日期", "year": "年份", "division": "行政区划代码"},
    "jobs.schedule": {"enabled": "启用"},
    "jobs.job": {"name": "任务", "attempts": "已尝试次数", "fault": "原因类别", "error": "出错说明"},
}
