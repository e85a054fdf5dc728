"""Chinese words of files."""

from __future__ import annotations

from django.db.models import TextChoices


class State(TextChoices):
    """What became of an uploaded file (文件状态)."""

    ACCEPTED = "accepted", "已接收"
    REFUSED = "refused", "已拒收"
    WITHDRAWN = "withdrawn", "已撤回"


VERBS = {
    "files.accept": "接收文件",
    "files.refuse": "拒收文件",
    "files.download": "下载文件",
    "files.withdraw": "撤回文件",
    "files.prune": "清理无主文件",
}

GENERAL = "一般材料"
TABLES = "表格数据"
BUNDLE = "成批材料（压缩包）"

KINDS = {
    "pdf": "PDF 文档",
    "docx": "Word 文档",
    "docm": "带宏的 Word 文档",
    "xlsx": "电子表格",
    "xlsm": "带宏的电子表格",
    "odt": "OpenDocument 文档",
    "ods": "OpenDocument 表格",
    "ofd": "OFD 版式文件",
    "doc": "旧版 Word 或 WPS 文档",
    "xls": "旧版电子表格",
    "html": "网页",
    "txt": "文本",
    "csv": "CSV 表格",
    "png": "PNG 图片",
    "jpg": "JPEG 图片",
    "tiff": "TIFF 图片",
    "zip": "压缩包",
}

NAME_NOT_KEPT = "（文件名不予保留）"

# Why a file is refused.
NO_NAME = "文件没有名称，请改名后重新上传。"
NAME_TOO_LONG = "文件名有 {length} 个字符，超过上限 {limit} 个，请改短后重新上传。"
NAME_IS_PATH = "文件名里有“{sign}”，文件名不能含路径或通配符号，请改名后重新上传。"
NAME_DECEIVES = "文件名里有看不见的控制字符，可能掩盖真实类型，请改名后重新上传。"
NAME_RESERVED = "这个文件名以点开头或结尾，或是系统保留的名称，请改名后重新上传。"
ENDING = "“{purpose}”不接收{said}文件；可以上传：{taken}。"
WITHOUT_ENDING = "没有扩展名的"
EMPTY = "文件是空的（0 字节），请检查后重新上传。"
TOO_LARGE = "文件有 {size}，{kind}的上限是 {limit}；请压缩图片、拆分后再上传。"
NOT_WHAT_IT_SAYS = "文件名说是“{said}”，内容却是“{found}”；请用原来的程序打开后另存，或改正扩展名，再上传。"
CHILD_DIED = "检查这个文件时出错或占用过多，文件可能已损坏或带有攻击内容；请用原来的程序打开后另存，再上传。"
CHILD_SLOW = "检查这个文件超过 {seconds} 秒仍未完成，文件可能过于复杂或带有攻击内容；请拆分或另存为 PDF 后再上传。"
CHILD_LIED = "检查这个文件的结果不可信，已停止接收；请用原来的程序打开后另存，再上传；仍不行请联系系统管理员。"
BUSY = "正在检查的文件较多，请稍等一分钟再上传。"
CLASSIFIED = (
    "{where}有国家秘密的密级标志。本系统不得存储、处理涉密信息，文件已拒收，系统未留存文件内容和文件名，您电脑上的原文件没有改动。"
    "涉密或拿不准的，请立即按保密规定处理这台电脑上的文件，并报告本单位保密机构，由其确认；"
    "确认不涉密、已解密的，删去或改写该处字样（如写成完整的句子）后重新上传。"
)
REFUSALS = {
    "empty": EMPTY,
    "program": "内容是程序或脚本，本系统不接收可执行的内容。",
    "svg": "内容是 SVG 图片，可能带有脚本；请另存为 PNG 图片后再上传。",
    "unknown": "内容是本系统不接收的类型；请用原来的程序另存为 PDF、Word（.docx）或电子表格（.xlsx）后再上传。",
    "office_other": "内容是 Office 的其他文件（如演示文稿、模板）；请另存为 PDF 后再上传。",
    "compound_other": "内容是旧版 Office 的其他文件；请另存为 PDF、.docx 或 .xlsx 后再上传。",
    "encrypted": "文件设有密码，无法检查；请先取消密码再上传。",
    "broken": "文件已损坏，打不开；请重新导出或用 Word、WPS 打开后另存，再上传。",
    "binary": "扩展名是文本，内容却是二进制数据；请确认文件后再上传。",
    "entities": "文件里有外部实体声明，正常的文件没有，已拒收；请用 Word、WPS 打开后另存，再上传。",
    "too_many_entries": "压缩包（或文档）里的文件数超过上限，请拆分后再上传。",
    "too_large_unpacked": "压缩包（或文档）解压后过大，像是“压缩炸弹”，已拒收；请拆分后再上传。",
    "entry_name": "压缩包里有文件的路径指向包外，已拒收；请重新打包后再上传。",
    "nested": "压缩包里还有压缩包；请先解开，只打一层包，再上传。",
    "entry_refused": "压缩包里有文件不能接收（{where}）：可能是程序、加密、损坏或类型不符；请移除后重新打包。",
    "too_many_pages": "文档页数超过上限，请拆分后再上传。",
    "too_many_pixels": "图片像素超过上限；请降低分辨率后再上传。",
    "too_complex": "文件内容过于复杂，无法检查；请拆分或另存为 PDF 后再上传。",
}
# Where a marking was found: numbers by their units, then the part of the file.
UNITS = {
    "entry": "压缩包内第 {} 个文件",
    "sheet": "第 {} 张工作表",
    "page": "第 {} 页",
    "table": "第 {} 个表格",
    "paragraph": "第 {} 段（不计空段）",
    "row": "第 {} 行",
    "line": "第 {} 行",
    "column": " {} 列",
    "nth": "第 {} 格",
}
WHERE = {
    "name": "文件名里",
    "header": "页眉或页脚里",
    "box": "文本框里",
    "comment": "批注里",
    "property": "文件属性（标题、主题、关键词等）里",
}
IN_BODY = "正文里"

# What was noticed in a file that is taken in: a badge, and a sentence.
SIGN_TITLES = {
    "macros": "宏",
    "hidden_sheets": "隐藏工作表",
    "hidden_rows": "隐藏行列",
    "hidden_text": "隐藏文字",
    "comments": "批注",
    "tracked": "修订痕迹",
    "external": "外部链接",
    "embedded": "嵌入对象",
    "person": "作者信息",
    "location": "位置信息",
    "script": "脚本",
    "formulas": "公式字样",
    "scan": "无法识读",
    "unread": "未全部检查",
    "internal": "内部字样",
    "levels": "密级字样",
}
SIGNS = {
    "macros": "带有宏（自动运行的程序）。系统没有运行它；下载后打开时请不要启用宏，公开前请另存为不带宏的文件。",
    "hidden_sheets": "有 {count} 个隐藏的工作表{places}。公开前请取消隐藏核对，或删除。",
    "hidden_rows": "有 {count} 处隐藏的行或列{places}。公开前请取消隐藏核对，或删除。",
    "hidden_text": "有 {count} 处隐藏的文字，屏幕上看不见。公开前请显示并核对，或删除。",
    "comments": "有 {count} 条批注。公开前请删除。",
    "tracked": "有 {count} 处未接受的修订，删去的文字仍在文件里。公开前请接受全部修订。",
    "external": "引用了文件外的内容（{count} 处），打开时可能连接网络或带出信息。公开前请断开链接。",
    "embedded": "嵌有 {count} 个其他文件，其中的内容没有检查。请逐个打开核对。",
    "person": "文件属性里有人名或单位{places}。公开前可以清除。",
    "location": "照片里记有拍摄位置。公开前请清除。",
    "script": "带有脚本。系统不会在网页里打开它，只能下载。",
    "formulas": "有 {count} 个单元格以等号等符号开头，用电子表格程序打开时会当作公式运行，请留意。",
    "scan": "有 {count} 页（张）是图片或扫描件，系统认不出上面的字，没有检查密级标志；请人工核对确无涉密内容。",
    "unread": "内容较多或格式较旧，只检查了一部分，密级标志可能没有查全；请人工核对确无涉密内容。",
    "internal": "标有“内部”“工作秘密”等字样，不属于国家秘密标志；请核对是否可以上传和公开。",
    "levels": "表格里有 {count} 处“秘密 5年”一类没有“★”的字样，未当作密级标志；请人工核对确无涉密内容。",
}
LIST = "、"
PROPERTY = "{name}：{value}"
PROPERTIES = {
    "creator": "作者",
    "lastModifiedBy": "最后修改者",
    "Manager": "主管",
    "Company": "单位",
    "artist": "拍摄者",
}
OTHER_PROPERTY = "其他"
PLACES = "（{names}）"
MORE_PLACES = "（{names} 等）"

DAMAGED = "文件“{name}”在存储里已损坏或丢失（内容与登记的摘要不一致）；请联系系统管理员从备份恢复。"
NOT_KEPT = "文件“{name}”的内容没有保存（已拒收或已撤回），无法再次撤回。"
