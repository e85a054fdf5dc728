"""Everything the command line says (界面文字)."""

from __future__ import annotations

import errno

from gongkai.report import Method, State
from gongkai.terms import form
from gongkai.writers.comparison import words as comparison_words

GROUP_HELP = "公开：读取、检查政府信息公开工作年度报告。"
READ_HELP = """读取年度报告（网页、文本、Word 文档、电子表格、PDF，或本命令写出的数据），得到法定表格的全部单元格。

PATHS 可以是文件、文件夹、通配符，或 - 表示标准输入。每个单元格都标明读自何处；不能直接确认的带标记，绝不猜测。

退出码：0 全部直接读出；1 有单元格带标记；2 用法错误；3 至少一个文件不能读取（其余照常读取）。
"""
CHECK_HELP = """检查年度报告：勾稽关系、文字与表格、前后年度、用语和格式，逐项说明在哪里、错在何处、怎样改。

PATHS 可以是文件、文件夹、通配符，或 - 表示标准输入。报告旁边的“文件名.verdicts.json”是复核意见，自动采用。

退出码：0 没有错误；1 有错误（或警告，见 --fail-on）；2 用法错误；3 至少一个文件不能读取（其余照常检查）。
"""
CHECK_FORMAT_HELP = (
    "输出格式：table 终端显示，json 每份报告一行（单份时缩进），html 带标注的网页，xlsx 汇总表和问题清单，"
    "docx 在原 Word 文档上加批注；不写时按 --output 的扩展名，否则为 table。"
)
LAST_YEAR_HELP = "上一年度的报告，用来核对结转等；可写多次：检查一份时可加上并入机关的，检查多份时各用各的。"
PEERS_HELP = "其他机关报告所在的文件夹，用来发现雷同；可写多次。"
RULES_HELP = "本地规则文件（TOML）：关闭或调整某些检查，规定字数、期限等。"
FAIL_ON_HELP = "达到哪一级时退出码为 1：error 错误（默认），warning 警告及以上。"
CHECK_FULL_HELP = "table 格式下显示全部问题，包括抓取损坏和已复核排除的；多份报告时也逐份显示。"
ONE_DOCUMENT = "批注一次只能加在一份 Word 文档（.docx 文件）上"
UNUSED = "{source}：不是所检查的任何一个机关上一年度的报告，没有用到"
BROKEN_VERDICTS = "不是复核意见文件，或者内容有误，没有采用"
OF_FILE = "{name}  {file}"
FINDINGS_COLUMNS = ("文件", "机关", "年度")
MORE_FINDINGS = "……另有 {count} 项，用 --full 显示全部，或用 --format html 写成网页"
FOLDED = "（--full 显示）"
DISMISSED = "已复核排除 {count} 项"
OF_ALL = "共 {count} 份报告，其中 {clean} 份未发现问题"
FORMAT_HELP = (
    "输出格式：table 终端表格，json 每份报告一行（单份时缩进），csv、xlsx、parquet 每个单元格一行；"
    "不写时按 --output 的扩展名，否则为 table。"
)
JOBS_HELP = "同时读取的进程数；默认按文件多少自动选择。"
NOT_FOR_A_SCREEN = "{form} 不能显示在终端上，请用 --output 写成文件"
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
BAD_VALUE = "{name} 的值不能用{more}"
ONE_OF_THESE, BETWEEN = "，只能是 {choices}", "、"
WHOLE_NUMBER, WITHIN, A_FILE = "，应是整数", "，应是 {least} 至 {most} 的整数", "，应是文件名"
MISSING = "缺少参数 {name}"
SEE_HELP = "{message}。用法见 {command} --help"
PROGRAM, STOPS = "gongkai", "。？"
ABORTED = "已中断"
BROKEN = "读取时进程异常中断"
READING = "正在读取"
RECOGNISING = "正在识别 {source} 第 {page} 页，共 {count} 页"
FAILED = "{source}：{reason}"
CANNOT_WRITE = "不能写入 {path}：{reason}"
STANDARD_INPUT = "标准输入"
# A report in a file of data that holds several.
IN_FILE = "{file}：{name}"
NUMBERED = "第 {number} 份"

UNKNOWN = "未知"
YEAR = "{year} 年度"
EDITION = "{edition} 版格式（{notice}）"
SCOPES = form.SCOPES
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
SIGNS = comparison_words.SIGNS
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
METHOD_SIGNS = comparison_words.METHOD_SIGNS

# Verdicts.
VERDICT_HELP = """记录复核意见：某一条检查结果属实，还是不采纳，理由是什么；不写哪一条时，列出全部检查结果和意见。

FILE 是一份报告。哪一条，写 gongkai check 列出的序号，或者指纹（不少于 4 个字符）。
意见存在报告旁边的“文件名.verdicts.json”，所依据的内容不变就一直有效。
check 时用了 --last-year、--peers、--rules 的，这里也要照写，序号才相同。

退出码：0 已记录或者已列出；2 用法错误；3 有文件不能读取，没有记录。
"""
CONFIRM_HELP = "确认有误。"
DISMISS_HELP = "不采纳：无须改正，以后检查不再列为问题。"
WITHDRAW_HELP = "撤回以前的意见。"
REASON_HELP = "理由，记录意见时必须写。"
BY_HELP = "复核人。"
WHICH_FINDING = "请写明是哪一条检查结果：序号或者指纹"
ONE_DECISION = "请在 --confirm、--dismiss、--withdraw 中写明一项"
NO_REASON = "请用 --reason 写明理由"
NOTHING_TO_SAY = "撤回意见时不写 --reason 和 --by"
NO_VERDICT_ON_STDIN = "复核意见存在报告旁边，不能用于标准输入"
ONE_FILE = "一次只能复核一份报告"
NO_FINDING = "没有 {which} 这一条检查结果"
SEVERAL_FINDINGS = "以 {which} 开头的检查结果不止一条，请多写几个字符"
OPEN_FINDINGS = "待复核"
STALE_VERDICTS = "已失效的意见（所依据的内容已经改动，或者没有照上次的选项检查）"
WITHDRAWN = "已撤回"

# Compare.
COMPARE_HELP = """比较年度报告：同一机关的各个年度，或者同一年度的各个机关。

PATHS 与 read 相同。比什么由报告决定：
一个机关有几个年度就逐年比较，一个年度有几个机关就横向比较，两样都有就分组比较。
本机关的报告与汇总的报告不混在一起。空白不当作 0，含有未知格的合计也是未知。
2021 年度前后格式不同，主动公开各项分版列出。

退出码：0 全部读完并比较；2 用法错误，或者没有可比的报告；3 至少一个文件不能读取（其余照常比较）。
"""
COMPARE_FORMAT_HELP = (
    "输出格式：table 终端表格，html 带图的网页（可以打印），xlsx 工作簿，json 和 csv 每个数一行；"
    "不写时按 --output 的扩展名，否则为 table。"
)
COMPARE_FULL_HELP = "列出申请表和复议诉讼表的全部单元格，不只是主要指标。"
COMPARE_TOTAL_HELP = "横向比较时加上合计；本机关的报告与汇总的报告分别合计。"
NOTHING_TO_COMPARE = "没有可比的报告：至少要同一机关的两个年度，或者同一年度的两个机关"
COMPARED = "已比较：{title}（{count} 份报告）"
COMPARE_MEASURE, COMPARE_ORGAN = "指标", "机关"
COMPARE_UNEQUAL = "≠ {text}"
COMPARE_LEGEND = (
    "空 原文为空  / 不适用  缺 原文无此格  ? 不能确定，后为范围  × 不能辨认  ≥ 含未知格  — 没有此项或占比  "
    "* 拆分或推定  ~ 由图片识别"
)
