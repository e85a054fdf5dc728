"""What `gongkai consolidate` says (汇总命令文字)."""

from __future__ import annotations

CONSOLIDATE_HELP = """汇总年度报告：把下级机关的报告加成本地区的汇总报告，每一格都能查到由谁的哪个数加成。

PATHS 与 read 相同，给出下级机关的报告。--children 是下级机关名单，有了它才能知道缺谁、多谁。
缺报、重复、重复包含、范围不合的逐一列出；本机关的报告与汇总的报告不相加；垂直管理机关按通例不计入。
空白不当作 0：有一格未定，汇总数就是范围（103～105）或者下界（≥103）。

退出码：0 齐全；1 有缺报、重复、不合的，或者与核对的报告不同；2 用法错误；3 至少一个文件不能读取（其余照常汇总）。
"""
CHILDREN_HELP = "下级机关名单（CSV、文本或电子表格）：每行一个机关，可有范围、是否纳入、曾用名、已含于等列。"
ORGAN_HELP = "汇总报告的机关名称，如“某县人民政府”；不写时从核对的报告或者下级机关的名称得出。"
YEAR_HELP = "报告年度；不写时为多数报告的年度。"
AGAINST_HELP = "与之核对的报告：已公布的汇总报告，或者上次汇总写成的 JSON；逐格列出差别，并指出是哪个下级机关。"
BLANK_HELP = "约定空白和“/”按零计；不写时空白就是未定。"
FORMAT_HELP = (
    "输出格式：table 终端显示，json 汇总报告连同各下级机关的数字，xlsx 汇总数、构成和下级机关，"
    "docx、html、pdf 汇总报告文稿，csv、parquet 每格一行；不写时按 --output 的扩展名，否则为 table。"
)
NO_ORGAN = "不能得出汇总报告的机关名称，请写 --organ 名称，如 --organ 某县人民政府"
NO_YEAR = "没有一份报告读出年度，请写 --year 年度"
TWO_YEARS = "{years} 年度的报告一样多，请写 --year 年度"
NOTHING_TO_ADD = "没有一份报告可以计入汇总"
BROKEN_LIST = "{source}：{reason}"
BROKEN_JSON = "是本程序另一个版本写的汇总，或者内容有误，不能用来核对"
CANNOT_PRINT = "不能写成 {form}：{reason}"
IS_A_DRAFT = "写出的是草稿：数字已经填好，正文里花括号内的还要填；填好后用 gongkai write 写成报告"
OUTCOMES = "{status} {count}"
BETWEEN = "，"
MEMBER = "{organ}  {file}"
PARTS = "要核对的"
ITSELF = "不计入的（照规定）"
MORE = "……另有 {count} 项，见 --format xlsx 或 json"
MEASURE, SUM, TOP = "指标", "汇总数", "数字最大的下级机关"
TOP_CHILD = "{organ} {value}"
DIFFERENCES = "有 {count} 格不同："
LEGEND = "～ 范围  ≥ 含有未定的格，至少是这个数  ? 不能确定  空 都是空白  / 都不适用  ~ 由图片识别  * 推定"
