"""The page of everything that a field of a draft can name (字段), from the names that the program knows."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.drafts.names import Named, Names, names_of, rows_of
from gongkai.drafts.words import TABLES, TEXTS
from gongkai.report import EDITIONS, Edition, Table

HEAD = """\
# 字段的写法

本页由 `make docs` 从程序生成，请勿手改。

草稿正文里花括号中的内容叫字段，`gongkai write` 按表格中的数字把它换掉。
怎样用，见[怎样起草一份年度报告](../how-to/draft-a-report.md)。

## 能写什么

| 写法 | 含义 | 得到 |
|---|---|---|
| `{本年新收}` | 一个数：行的名称；没有写列的，是“总计”列，或者仅有的一列 | `120` |
| `{本年新收.自然人}` | 行、列之间用点隔开 | `97` |
| `{不予公开}`、`{本年新收.法人或其他组织}`、`{行政诉讼}` | 几行或者几列之和 | `8` |
| `{本年新收 + 上年结转 - 办理结果}` | 相加、相减 | `3` |
| `{予以公开 / 办理结果}` | 占百分之几，一位小数，四舍五入 | `34.5%` |
| `{(予以公开 + 部分公开) / 办理结果}` | 先加再除的，加括号 | `40.3%` |
| `{予以公开 / 办理结果:2}` | 冒号后面是小数的位数，0 到 6 | `34.48%` |
| `{本年新收 同比}` | 比上年增减百分之几，要给出上年的报告 | `增长12.3%`、`下降5.0%`、`持平` |
| `{予以公开 / 办理结果 同比}` | 占比的增减，以百分点计 | `上升1.2个百分点` |
| `{上年.本年新收}` | 上年报告里的数 | `107` |
| {texts} | 报告的机关和年度 | |
| `{填写：情况}` | 要人写的地方；连同花括号一起换成正文，没有换掉的不能生成报告 | |
| `{{`、`}}` | 正文里确实要用的花括号 | `{`、`}` |

花括号、加减号、除号、括号、冒号、点用全角、半角都可以，中间可以有空格。名称可以用格式上印的全称，连同序号和括号里的说明；也可以用下面的简称。
金额的单位是万元，末尾多余的 0 不写。金额和件数不能放在一起计算。

## 什么时候不能填

空白、写明不适用（`/`、`—`、`无`）、没有、不能确定的单元格，识别或者推定得到、还没有核对的数字，都不带进正文。
没有的要填 0。
除数是 0、上年是 0 的，算不出百分比。
名称写错的，列出相近的名称；有几种意思的（如 `{自然人}`），列出是哪几种。
所有问题一次说完，每个都写明在第几部分第几段。

2021 年度起表二的口径有变化，表二的数不能跨 2020、2021 年度求同比。
"""


def fields_page() -> str:
    """Return the page: how a field is written, then the names of both editions, the newest first."""
    texts = "、".join(f"`{{{name}}}`" for name in TEXTS)
    parts = [HEAD.replace("{texts}", texts)]
    for edition in reversed(EDITIONS.values()):
        parts.extend(_edition(edition))
    return "\n".join(parts)


def _edition(edition: Edition) -> Iterator[str]:
    yield f"## {edition.key} 版的名称（{edition.notice}）\n"
    for table in edition.tables:
        yield f"### {TABLES[table.key]} {edition.headings[int(table.key) - 1]}\n"
        yield from _rows(edition, table)


def _rows(edition: Edition, table: Table) -> Iterator[str]:
    rows = list(rows_of(table))
    alike = len({columns for _, columns in rows}) == 1
    if alike:
        yield "点后面可以写：" + "；".join(_column(column) for column in rows[0][1]) + "。\n"
    yield "| 名称 | 也可以写 |" + ("" if alike else " 点后面 |")
    yield "|---|---|" + ("" if alike else "---|")
    for row, columns in rows:
        others = "、".join(f"`{name}`" for name in _others(names_of(edition.key), table, row, columns))
        more = "" if alike else f" {'；'.join(_column(column) for column in columns)} |"
        yield f"| `{row.names[0]}`{_of_several(row)} | {others} |{more}"
    yield ""


def _others(names: Names, table: Table, row: Named, columns: tuple[Named, ...]) -> list[str]:
    """Return what a row may also be called; where its first name alone means more, the name that does not."""
    short = [name for name in row.names[1:] if "." not in name]
    whole = next((column for column in columns if column.whole), None)
    if whole is None:
        return short
    meaning = tuple((table.key, key, whole.keys[0]) for key in row.keys)
    clear = [name for name in short if names.of(name) == (meaning,)]
    return clear if names.of(row.names[0]) == (meaning,) else [names.proper[meaning], *clear]


def _of_several(row: Named) -> str:
    return f"（{len(row.keys)} 行之和）" if len(row.keys) > 1 else ""


def _column(column: Named) -> str:
    names = "、".join(f"`{name}`" for name in column.names if "." not in name)
    several = f"（{len(column.keys)} 列之和）" if len(column.keys) > 1 else ""
    return names + several + ("，可以不写" if column.whole else "")
