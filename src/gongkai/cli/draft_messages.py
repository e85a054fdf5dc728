"""What the commands of drafting say (起草命令的文字)."""

from __future__ import annotations

import re

NEW_HELP = """起草一份新的年度报告：标题、前言、六个部分、三张空白的法定表格，
正文里用花括号标出由表格带出的数字和待填写的文字。

例：gongkai new 萤台县人民政府 2025

年度是报告的年度（2025 年度的报告在 2026 年公布）。草稿默认写成 Word 文档，放在当前文件夹。

退出码：0 已写出草稿；2 用法错误，或者不能写入；3 上年的报告不能读取，没有写出。
"""
ORGAN_ARGUMENT, YEAR_ARGUMENT = "机关名称", "年度"
SCOPE_HELP = "报告的范围：own 本机关，consolidated 汇总；不写时，县级以上人民政府为汇总，其他机关为本机关。"
LAST_YEAR_HELP = "上一年度的报告：据此填好“上年结转”，有的话在正文中加上同比。"
NEW_FORMAT_HELP = "草稿的格式：docx（默认）、xlsx、html、json；不写时按 --output 的扩展名。"
NEW_OUTPUT_HELP = "草稿写到哪个文件；不写时为“年度、机关名称、年度报告（草稿）”。"
FORCE_HELP = "文件已经存在时覆盖。"
DRAFT_NAME = "{year}年{organ}政府信息公开工作年度报告（草稿）.{form}"
NO_ORGAN_NAME = "机关名称不能用：应是一行文字，不少于两个字，不含花括号和斜杠"
A_YEAR = re.compile(r"(\d{4})(?:年度?)?")
NO_YEAR = "年度应写成四位数字，2019 到 2100，如：gongkai new 萤台县人民政府 2025"
OTHER_SUFFIX = "{path} 的扩展名和 --format {form} 不一致，请改成一样的"
IS_LAST_YEAR = "{path} 是上年的报告，不能写在上面；请换一个文件名"
UNKNOWN_FORM = "看不出 {path} 要写成什么格式，请把扩展名写成 {forms} 之一，或者写明 --format"
EXISTS = "{path} 已经存在，没有写入；要覆盖请加 --force，要另存请用 --output"
WRITTEN_DRAFT = "已写出草稿：{path}（{edition} 版格式，范围：{scope}）"
SCOPE_TAKEN = "范围是按机关名称定的，不对的话用 --scope own（本机关）或 --scope consolidated（汇总）重新起草。"
TO_FILL = "正文中有 {holes} 处待填写（“{{填写：…}}”），{fields} 处数字由表格带出，不用手填。"
HANDED_ON = "“上年结转”已按上年报告填好 {count} 列，请核对。"
NOT_HANDED_ON = "上年报告的“结转下年度”没有可以直接采用的数字，“上年结转”请手填。"
NEXT = "接下来：填好三张表（没有的填 0）和待填写的文字，然后运行"
COMMAND = "  gongkai write {source} --output {output}{last_year}"
FINISHED_NAME = "{year}年{organ}年报.docx"
WITH_LAST_YEAR = " --last-year {path}"

OTHER_YEAR = "{source} 是 {actual} 年度的报告，不是上一年度（{expected}）的"
OTHER_ORGAN = "请注意：上年的报告是“{actual}”的，不是“{expected}”的"
OTHER_SCOPE = "请注意：上年的报告范围是“{actual}”，这一份是“{expected}”，数字未必可比"

WRITE_HELP = """把草稿生成报告：正文里的字段换成表格中的数字，写成网页、Word、PDF、电子表格或者数据文件。

FILE 是 gongkai new 起草、填写好的文件，也可以是任何一份能读取的报告；- 表示标准输入。
--output 可以写多次，一次生成几种格式。字段的写法见 docs/reference/fields.md。

退出码：0 已写出；1 有字段不能填，没有写出；2 用法错误，或者不能写入、不能排版；3 文件不能读取，没有写出。
"""
WRITE_FORMAT_HELP = "格式：html、docx、pdf、xlsx、json、csv、parquet；不写时按 --output 的扩展名。"
WRITE_OUTPUT_HELP = "写到哪个文件；可写多次，每种格式一个。不写时写到标准输出（须有 --format）。"
WRITE_LAST_YEAR_HELP = "上一年度的报告：正文用到“上年.”或者“同比”时必须给出；也用来检查。"
PREVIEW_HELP = "看样：不能填的字段照原样留着，其余照填，也写出文件。"
ONE_FORM = "写了 --format 时，--output 只能有一个"
NO_FORM = "请用 --output 写明文件，或者用 --format 写明格式"
OWN_INPUT = "{path} 就是要读的文件，不能写回去；请换一个文件名"
TWICE = "{path} 写了两次"
ONE_STDIN = "标准输入只能读一份：FILE 和 --last-year 只能有一个写成 -"
PROBLEMS = "有 {count} 处不能填，没有写出（加 --preview 可以先看样）："
OFF_STATE = "{tables}写了数字，state 却还是 blank，请改成 printed"
LEFT_OPEN = "有 {count} 处不能填，已照原样留着："
WRITTEN = "已写出：{paths}"
BLANKS = "表格中有 {count} 格空白：{tables}；没有的应填 0。"
OTHERS = "表格中有 {count} 格没有确定的数字：{tables}。"
IN_TABLE = "{table} {count} 格（{names}）"
AND_MORE = "等"
TABLES = {"2": "表二", "3": "表三", "4": "表四"}
CHECKED = "检查：错误 {errors}，警告 {warnings}；逐项查看：gongkai check {path}{last_year}"
CHECKED_CLEAN = "检查：没有发现错误和警告。"
CHECKED_DATA = "检查：错误 {errors}，警告 {warnings}。"
SEPARATOR = "、"
