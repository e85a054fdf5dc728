"""Chinese words of lists of organs: columns with their help, what is wrong with a line, the template's texts."""

from __future__ import annotations

import re

SHEET, HELP_SHEET = "机关名录", "填写说明"
FILE_NAME = "机关名录"
TEMPLATE_NAME = "机关名录模板"
PROBLEMS_NAME = "导入问题清单"
REQUIRED, OPTIONAL = "必填", "选填"
HELP_HEAD = ("列名", "是否必填", "怎样填写", "示例")
CLEAR = "清空"
BRACKET = "（"
AROUND_HEADS = re.compile(r"[*＊\s]|（必填）|\(必填\)")
SYNONYMS = {"名称": "name", "单位名称": "name", "机构名称": "name", "上级单位": "under", "类别": "kind"}

# field: title, width, whether a new organ needs it, help, example
COLUMNS: dict[str, tuple[str, int, bool, str, str]] = {
    "name": ("机关名称", 30, True, "全称，与印章、编制文件一致。", "萤台县民政局"),
    "under": (
        "上级机关", 34, False,
        (
            "在机构树中直接隶属于谁。三种写法任选：名称（有重名时自上而下用“/”连接），统一社会信用代码，"
            "或者本表的行号（如“第12行”，以表格软件左侧的行号为准）。下级可以写在上级之前。"
            "顶层机关和只修改已有机关时可以留空。"
        ),
        "萤泽市人民政府/萤台县人民政府",
    ),
    "short_name": ("简称", 16, False, "规范化简称。", "县民政局"),
    "kind": ("机关类别", 22, True, "从下拉列表中选择。留空的按名称推定，在预览中逐行标明。", "政府工作部门"),
    "level": ("层级", 10, True, "该机关服务的行政区划的层级。从下拉列表中选择；留空的按名称推定。", "县级"),
    "division_code": ("行政区划代码", 14, False, "6位（县级以上）或者9位（乡镇街道）数字。", "330000"),
    "credit_code": (
        "统一社会信用代码", 22, False,
        "18位，见统一社会信用代码证书。请把单元格设为“文本”，以免末尾几位变成0。", "11330000000000000C",
    ),
    "site_code": (
        "网站标识码", 14, False,
        "10位，前6位是行政区划代码，后4位是顺序号；国务院部门为bm加8位数字。见网站首页底部，或者全国政府网站信息报送系统。",
        "3300000001",
    ),
    "system_superior": (
        "垂直领导上级", 30, False,
        "实行垂直领导的部门（如税务、海关）在本系统内的上级，写法同“上级机关”。（条例第三条）", "",
    ),
    "competent_authority": (
        "主管部门", 30, False,
        "只有人民政府填写：本行政区域的政府信息公开工作主管部门，一般是其办公厅（室）。写法同“上级机关”。（条例第三条）",
        "萤台县人民政府/萤台县人民政府办公室",
    ),
    "disclosure_unit": (
        "政府信息公开工作机构", 26, False, "指定负责日常工作的机构名称。（条例第四条、第十二条）", "办公室",
    ),
    "address": ("办公地址", 30, False, "写入公开指南。（条例第十二条）", "萤台县虚构路1号"),
    "postcode": ("邮政编码", 10, False, "6位数字。", "000000"),
    "office_hours": ("办公时间", 26, False, "写入公开指南。（条例第十二条）", "工作日8:30—12:00，13:30—17:30"),
    "phone": ("联系电话", 18, False, "写入公开指南。（条例第十二条）", "000-1234567"),
    "fax": ("传真号码", 18, False, "写入公开指南。（条例第十二条）", "000-1234568"),
    "email": ("电子邮箱", 24, False, "互联网联系方式。（条例第十二条）", "office@example.org"),
    "website": ("网址", 28, False, "以http://或者https://开头。", "https://www.example.org"),
    "established_on": ("成立日期", 13, False, "写作2026-03-05的样子。", "2019-01-15"),
    "abolished_on": (
        "撤销日期", 13, False,
        "只用于补录已经撤销的机关。撤销现有机关请在机关页面办理，以便记下承接机关。", "",
    ),
}  # fmt: skip

FIELDS = {"organs.organ": {field: column[0] for field, column in COLUMNS.items()}}

HELP_NOTES = (
    "每行一个机关；空行不读。列的先后不限，不需要的列可以删去。",
    "对已有的机关：留空的单元格不改动原有内容；要清除原有内容，填“清空”二字。",
    "已有机关按统一社会信用代码辨认，没有的按上级机关和名称辨认。",
    "更名、撤销、合并、分设请在机关页面办理，以便保留沿革。",
    "上传后先显示预览：逐行列出问题和改动，确认之前什么也不会写入。",
)

# A file that is no list.
EMPTY = "文件是空的。"
TOO_LARGE = "文件有{size}MB，超过{limit}MB的上限。请分成几个文件。"
TOO_MANY = "文件有{count}行，超过{limit}行的上限。请分成几个文件。"
NO_HEAD = "没有找到列名行：前{rows}行中没有同时含“机关名称”和另外一个已知列名的行。请使用模板。"
BROKEN_BOOK = "这个工作簿打不开，可能已经损坏或者加了密码。请用表格软件打开后另存为xlsx再上传。"
NOT_A_TABLE = "这不是XLSX或者CSV文件。请用表格软件另存为xlsx再上传。"
BROKEN_CSV = "CSV文件第{line}行附近不完整：{reason}。请检查引号是否成对。"
ONLY_FOLDED = "引号没有成对，或者一个单元格太长"
NO_LINES = "列名之下没有任何一行机关。"

# A bad line.
TWICE_HEAD = "列名“{title}”出现了两次，请删去一列。"
UNKNOWN_HEAD = "不认识的列“{title}”，其中的内容不会读取。"
NO_NAME = "没有填写机关名称。请补上，或者删去这一行。"
LOST_SIGNS = "有无法识别的字符（文件保存时编码已损坏）。请重新填写这个单元格。"
TOO_LONG = "有{length}个字，超过{limit}个字的上限。请缩短。"
NO_CHOICE = "“{text}”不是可选的{title}。可选：{choices}。"
MAYBE_CHOICE = "“{text}”不是可选的{title}。是否应为“{choice}”？"
DIGITS_LOST = "“{text}”是被表格软件改成数字后的样子，末尾几位已经丢失。请把单元格设为“文本”后重新填写。"
NO_EMAIL = "“{text}”不是电子邮箱地址，应为office@example.org的样子。"
NO_ADDRESS = "“{text}”不是网址，应以http://或者https://开头，如https://www.example.org。"
NO_POSTCODE = "“{text}”不是邮政编码，应为6位数字。"
NEEDS = "没有填写{title}，按名称也推定不出。请填写。"
NOT_FOUND = "没有找到“{text}”：系统中和本文件中都没有这个机关。请核对名称，或者先在本文件中加上它。"
NO_SUCH_LINE = "“{text}”所指的行不是本文件中的一个机关。请核对行号。"
SEVERAL = "“{text}”可以是{count}个机关（{names}）。请自上而下写出完整路径（用“/”连接），或者改填统一社会信用代码。"
SEVERAL_LINES = "第{line}行"
ITSELF = "不能填写这个机关自己。"
CIRCLE = "上下级关系成了一个圈：{names}。请改正其中一行的上级机关。"
TOO_DEEP = "机构树超过{limit}层，请核对上级机关。"
UNDER_BAD = "上级机关在第{line}行，而那一行有问题。请先改正那一行。"
TWICE = "与第{line}行是同一个机关。请删去其中一行。"
CODE_TWICE = "统一社会信用代码与第{line}行相同。请逐位核对。"
CODE_TAKEN = "统一社会信用代码已由其他存续的机关（{holder}）使用。请逐位核对。"
CODE_TAKEN_ELSEWHERE = "统一社会信用代码已由您管辖范围之外的机关使用。请逐位核对，或者联系上级管理员。"
NAME_THERE = "“{under}”之下已有存续的“{name}”，不能重名。"
NAME_DIFFERS = (
    "与系统中的“{name}”统一社会信用代码相同而名称不同。更名请在机关页面办理，以便保留原名称；只是原来录错的，"
    "在机关页面更正。"
)
NOT_OUT_OF = "该机关现在的上级不在您的权限之内，不能改隶；请由上级的管理员办理。"
ABOLITION_DIFFERS = "撤销日期与系统中的不同。撤销和恢复请在机关页面办理，以便记下承接机关。"
SAME_NAME_ABOVE = "有{count}个叫“{name}”的机关，不知道是哪一个。请填写上级机关或者统一社会信用代码。"
NO_TOP = "请填写上级机关：您的权限不能在顶层新增机关。"
NAME_LEAVES = "“{under}”之下现有的“{name}”要到第{line}行才移走。请先单独导入那一行，再导入这一行。"
NAMESAKES = (
    "系统中已有{count}个同名机关（在“{under}”之下），这一行将另外新增一个。如果就是那个机关、要移到这里，请填写它的统一社会"
    "信用代码，或者在机关页面办理“调整隶属关系”。"
)
NOT_BELOW = "您的权限只及“{name}”本身，不及其下级，不能在其下设置机关。"
NOT_WITH_BELOW = "您的权限只及“{name}”本身，不及其下级，不能连同下级改隶。"
IN_FUTURE = "{day}在今天之后。请在实际成立或者撤销之后再填写。"
AFTER_FIRST = "晚于沿革中最早的一次变更{first}。请核对。"
UNDER_ABOLISHED = "上级机关“{name}”已于{on}撤销，不能在其下设置机关。"
REFERENCE_ABOLISHED = "“{name}”已于{on}撤销，不能选用。"
NO_GOVERNMENT = "只有人民政府和开发区管理机构才填写主管部门。（条例第三条）"
AUTHORITY_OUTSIDE = "“{name}”不在这个机关之下，不能作为其主管部门。"
SYSTEM_CIRCLE = "“{name}”正受这个机关垂直领导，不能又作它的垂直领导上级。"
ENDS_EARLY = "撤销日期早于成立日期{start}。"
SUGGESTED = "按名称推定：{what}。请核对。"
CANNOT_CLEAR = "{title}不能清空。"
LINE_REFERENCE = "第{line}行"
LINE_REFERENCE_FORM = r"第?\s*(?P<number>[0-9]{1,6})\s*行"
AT_TOP = "（顶层）"
AND = "、"

# What applying says.
CHANGED_SINCE = "名录在预览之后有了变化，第{line}行现在有问题：{reason}请重新预览。"
REFUSED = "第{line}行“{name}”没有写入：{reason}此前的{done}行已经写入，改正后重新导入同一文件即可接着写入。"
PROGRESS = "已写入{done}行，共{total}行"
NOT_IN_LIST_TITLE = "不在可选项之中"
NOT_IN_LIST = "请从下拉列表中选择，或者留空由系统按名称推定。"
