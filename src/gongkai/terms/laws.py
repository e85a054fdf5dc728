"""The texts that decisions on requests cite (引用的法律文件): each by its short name and its full one.

The short name is what explanations and tables say, the full one what a letter says at its first mention.
"""

from __future__ import annotations

from typing import NamedTuple


class Text(NamedTuple):
    """A law, regulation, interpretation or notice by its two names."""

    short: str
    full: str


LAWS = {
    "regulations": Text("条例", "《中华人民共和国政府信息公开条例》"),
    "reconsideration_law": Text("行政复议法", "《中华人民共和国行政复议法》"),
    "reconsideration_law_2017": Text("行政复议法（2017年修正）", "《中华人民共和国行政复议法》（2017年修正）"),
    "reconsideration_rules": Text("行政复议法实施条例", "《中华人民共和国行政复议法实施条例》"),
    "litigation_law": Text("行政诉讼法", "《中华人民共和国行政诉讼法》"),
    "archives_law": Text("档案法", "《中华人民共和国档案法》"),
    "fee_measures": Text("国办函〔2020〕109号", "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）"),
    "guidance_2021": Text(
        "国办函〔2021〕132号", "《关于审理政府信息公开行政复议案件若干问题的指导意见》（国办函〔2021〕132号）"
    ),
    "court_2011": Text(
        "法释〔2011〕17号", "《最高人民法院关于审理政府信息公开行政案件若干问题的规定》（法释〔2011〕17号）"
    ),
    "court_2018": Text(
        "法释〔2018〕1号", "《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》（法释〔2018〕1号）"
    ),
    "court_2025": Text(
        "法释〔2025〕8号",
        "《最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释》（法释〔2025〕8号）",
    ),
}
