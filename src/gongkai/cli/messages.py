"""Everything the command line says (界面文字)."""

from __future__ import annotations

import errno

from gongkai.report import Method, State

GROUP_HELP = "公开：读取政府信息公开工作年度报告。"
READ_HELP = """读取年度报告（网页、文本、Word 文档、电子表格），得到法定表格的全部单元格。

PATHS 可以是文件、文件夹、通配符，或 - 表示标准输入。每个单元格都标明读自何处；不能直接确认的带标记，绝不猜测。

退出码：0 全部直接读出；1 有单元格带标记；2 用法错误；3 至少一个文件不能读取（其余照常读取）。
"""
FORMAT_HELP = (
    "输出格式：table 终端表格，json 每份报告一行（单份时缩进），csv 和 xlsx 每个单元格一行；"
    "不写时按 --output 的扩展名，否则为 table。"
)
JOBS_HELP = "同时读取的进程数；默认按文件多少自动选择。"
NOT_FOR_A_SCREEN = "xlsx 不能显示在终端上，请用 --output 写成文件"
CELLS_SHEET = "单元格"
NO_LIBREOFFICE = (
    "内容是旧版 Word 或 WPS 文档（.doc、.wps），请另存为 .docx，"
    "或者安装 LibreOffice 后再读（apt install libreoffice-writer-nogui）"
)
NOT_CONVERTED = "内容是旧版 Word 或 WPS 文档（.doc、.wps），LibreOffice 未能转换，请用 Word 或 WPS 另存为 .docx"
OUTPUT_HELP = "写入文件而不是屏幕；全部读完才写，不留半个文件。"
FULL_HELP = "table 格式下，多份报告也逐份显示全部单元格。"
NO_FILES = "没有找到文件：{path}"
NOTHING_GIVEN = "请给出文件、文件夹或通配符；用 - 表示标准输入"
TOO_LARGE = "文件有 {size} MB，超过上限 {limit} MB"
CANNOT_OPEN = "不能打开：{reason}"
NO_OPTION = "没有 {name} 这个选项"
NO_COMMAND = "没有 {name} 这个命令"
WRONG_USE = "用法有误"
BAD_VALUE = "{name} 的值不能用"
SEE_HELP = "{message}。用法见 gongkai --help"
ABORTED = "已中断"
BROKEN = "读取时进程异常中断"
READING = "正在读取"
RECOGNISING = "正在识别 {source} 第 {page} 页，共 {count} 页"
FAILED = "{source}：{reason}"
CANNOT_WRITE = "不能写入 {path}：{reason}"
STANDARD_INPUT = "标准输入"

UNKNOWN = "未知"
YEAR = "{year} 年度"
EDITION = "{edition} 版格式（{notice}）"
SCOPES = {"own": "本机关", "consolidated": "汇总", "unknown": "范围未写明"}
TABLE_TITLES = {"2": "二、主动公开", "3": "三、收到和处理申请", "4": "四、行政复议、行政诉讼"}
ITEM = "事项"
SUMMARY_COLUMNS = ("文件", "机关", "年度", "格式", "直接读出", "拆分", "空或缺", "待核对", "剩余文字")
MARK_COLUMNS = ("单元格", "原文", "情形", "可能的值", "出处")
MARK_TITLE = "带标记的单元格"
MORE_MARKS = "……另有 {count} 个，见 --format csv 或 json"
LEFTOVERS = "表格内未归入单元格的文字"
COUNTS = "{direct} 格直接读出，{marked} 格带标记"
LEGEND = (
    "* 按勾稽关系唯一确定    ~ 由图片识别    空 原文为空    / 不适用    ? 不能确定    × 不能辨认    缺 原文无此格"
)
DAMAGE = "原文有损坏痕迹 {count} 处"
REPAIRED = "，其中 {count} 处可以证明原来的文字"

STATES = {
    State.PRINTED: "读出",
    State.BLANK: "原文为空",
    State.NOT_APPLICABLE: "原文写明不适用",
    State.ABSENT: "原文没有这一格",
    State.AMBIGUOUS: "不能确定",
    State.UNREADABLE: "不能辨认",
}
METHODS = {
    Method.DIRECT: "",
    Method.OCR: "识别",
    Method.SPLIT: "拆分",
    Method.PROVED: "推定",
}
SIGNS = {
    State.BLANK: "空",
    State.NOT_APPLICABLE: "/",
    State.ABSENT: "缺",
    State.AMBIGUOUS: "?",
    State.UNREADABLE: "×",
}
BLANK_VALUE = "空"

_REASONS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "是文件夹，不是文件",
    errno.ENOTDIR: "路径中有一级不是文件夹",
    errno.ENOSPC: "磁盘已满",
    errno.EFBIG: "超过允许的文件大小",
    errno.EROFS: "磁盘只读",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EIO: "磁盘读写出错",
}


def reason_of(error: OSError) -> str:
    """Return why the system refused, in Chinese where it is one of the usual reasons."""
    return _REASONS.get(error.errno or 0, error.strerror or "")


# What a printed value bears that was not read directly.
METHOD_SIGNS = {Method.DIRECT: "", Method.OCR: "~", Method.SPLIT: "*", Method.PROVED: "*"}
