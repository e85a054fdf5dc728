"""The sentences about a file of local conventions (本地口径文件的文字)."""

from __future__ import annotations

TOO_LONG = "本地口径文件超过 {limit} kB，不像是本地口径"
NOT_UTF8 = "本地口径文件不是 UTF-8 编码的文本，请另存为 UTF-8"
NOT_TOML = "本地口径文件{where}不合 TOML 的写法（文字要加引号，每项写成“键 = 值”，同一项只写一次）"
LINE, END = "第 {line} 行", "末尾"

AT_LINE = "第 {line} 行：{problem}"
UNKNOWN = "本地口径中没有 {key} 这一项{meant}"
MEANT = "，是否应为“{close}”"
A_TABLE = "本地口径不分节，不能写 [{key}]；每项直接写成“键 = 值”"
QUOTED = "“{text}”"
NOT_ONE_OF = "“{key}”的值只能是 {values} 之一，不能是 {value}"
NOT_A_NUMBER = "“{key}”的值应为 {least} 至 {most} 的整数，不加引号，不能是 {value}"
NOT_A_DAY = "“{key}”的值应为日期，写成 2024-01-01 的样子，不加引号，不能是 {value}"
NOT_A_ROW = '“{key}”的值应为加引号的表三行号，如 "3.6.3"，不能是 {value}'
LIST = "、"

TEMPLATE_HEAD = """\
# 本机关的本地口径：条例和有关规定没有写明、各地做法不同的问题，本机关怎样处理。
# 要改变某一项，去掉那一行开头的“# ”，改成所选的值。没有改的按默认。"""
SUBJECT = "# —— {subject} ——"
QUESTION = "# {question}"
VALUE = "#   {value}  {meaning}{default}"
DEFAULT_MARK = "（默认）"
NUMBER = "#   {least} 至 {most} 的整数，默认 {default}"
DAY = "#   日期，默认 {default}"
SOURCE = "# 依据：{source}"
UNCHOSEN = "# {key} = {value}"
CHOSEN = "{key} = {value}"
