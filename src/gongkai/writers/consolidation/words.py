"""The Chinese words that every form of a consolidation shares (年报汇总用词)."""

from __future__ import annotations

from gongkai.report import Scope, State
from gongkai.report.consolidation.consolidated import Status
from gongkai.terms import form
from gongkai.writers.comparison.words import SIGNS

TITLE = "{organ} {year} 年度汇总（{count} 个下级机关的报告）"
SCOPES = {Scope(key): word for key, word in form.SCOPES.items()}

STATUSES = {
    Status.TAKEN: "计入",
    Status.MISSING: "缺报",
    Status.DIFFERING: "同一报告数字不同",
    Status.DUPLICATE: "重复",
    Status.OVERLAPPING: "重复包含",
    Status.OTHER_SCOPE: "范围不合",
    Status.WRONG_YEAR: "年度不合",
    Status.OTHER_EDITION: "格式不合",
    Status.NOT_LISTED: "不在名单",
    Status.SEVERAL_NAMES: "名称对应不唯一",
    Status.NO_ORGAN: "机关名称未读出",
    Status.NO_YEAR: "年度未读出",
    Status.VERTICAL: "垂直管理",
    Status.EXCLUDED: "名单写明不纳入",
    Status.CONTAINED: "名单写明已含于",
    Status.TOTAL: "本级汇总报告",
}
# Why a file or an organ has the part it has.
WHY = {
    Status.TAKEN: "",
    Status.MISSING: "没有可以计入的报告，凡汇总数都只有下界",
    Status.DIFFERING: (
        "与 {beside} 是同一机关、同一年度、同一范围，有 {count} 格不同："
        "相同的格计一次，不同的格按范围计，请确定用哪一份"
    ),
    Status.DUPLICATE: "与 {beside} 数字相同，只计一次",
    Status.OVERLAPPING: "{beside}的汇总报告已经包含，不再相加",
    Status.OTHER_SCOPE: "是“{scope}”的报告，不是应当计入的范围，不与别的范围相加",
    Status.WRONG_YEAR: "是 {year} 年度的报告",
    Status.OTHER_EDITION: "用的是 {edition} 版格式，不能与本年度的格式逐格相加",
    Status.NOT_LISTED: "名单里没有这个机关，没有计入",
    Status.SEVERAL_NAMES: "名单里有几个机关都可能是它：{beside}，没有计入",
    Status.NO_ORGAN: "不知道是谁的报告，没有计入",
    Status.NO_YEAR: "不知道是哪一年度的报告，没有计入",
    Status.VERTICAL: "按通例由上级主管部门汇总，没有计入；要计入，请在名单中写“纳入”",
    Status.EXCLUDED: "没有计入",
    Status.CONTAINED: "{beside}的报告已经包含，没有单独计入",
    Status.TOTAL: "是要汇总出来的报告，不是下级，没有相加；可用 --against 与它核对",
}
NOTES = {
    "no_list": "没有名单（--children）：读到的报告都当作下级机关，不能知道缺谁。",
    "no_addends": "没有一份报告可以计入。",
    "blank_is_zero": "按 --blank-as-zero 的约定，空白和“/”按零计。",
    "scope_taken": "{sources}：没有写明是本机关还是汇总，按约定视为“{scope}”。",
    "wider_scope": "{organs}：只有汇总报告，没有本机关的报告，按汇总计入。",
    "name_taken": "{sources}：按名称认作名单中的{organs}。",
    "perhaps_one": "{organs}可能是同一机关，都已计入，请核对：{sources}。",
    "own_and_office": (
        "{organs}：本级政府和它的办公室的报告都已计入，往往是同一工作，请核对，不重复的在名单中写“纳入”。"
    ),
    "perhaps_inside": (
        "{organs}：没有写明在哪个县、区，可能已经包含在县、区的汇总报告里，请核对：包含的在名单中写“已含于”，不包含的写“纳入”。"
    ),
    "same_figures": "{organs}：每一格数字都相同，都已计入，请核对是否重复报送或者抄错：{sources}。",
    "vertical_taken": "{organs}：是垂直管理机关，按名单纳入。",
    "vertical_rule": "垂直管理机关按通例不计入地方汇总：{organs}。",
    "repaired": "{sources}：有的数字可以证明印错或者抓错，仍按原文计入，请先核对。",
    "not_direct": "{sources}：有的数字由图片识别，或者由相连的数字拆分、推定得出，请先与原件核对。",
    "other_unit": "{sources}：金额写的是元或者亿元，已折算成万元相加。",
    "open_cells": "汇总表有 {count} 格不能确定，写成范围或者下界。",
    "unused_columns": "名单中的列没有用到：{organs}。",
    "not_read": "{sources}：不能读取，没有计入。",
    "other_region": "按名称，下级机关多属{organs}，与汇总报告的机关名称不同，请核对 --organ、--against 和文件夹。",
    "organ_taken": "没有写 --organ，由下级机关的名称得出是{organs}。",
}
LIST = "、"
AND_MORE = "{listed}等 {count} 个"
MOST_NAMED = 6

# Held against another report.
AGAINST = "与 {source} 核对"
SAME = "一致：没有一格不同。"
SAME_SO_FAR = "能够核对的 {count} 格一致。"
NOTHING_COMPARED = "没有一格能够核对：每一格都有一方没有确定的数；也没有矛盾。"
OPEN = "有 {count} 格一方没有确定的数，不能核对，也没有矛盾。"
UNFIT = {
    "organ": "机关名称不同，请确认是同一地区的报告。",
    "year": "年度不同，请确认是同一年度的报告。",
    "edition": "格式版本不同，不能逐格核对。",
}
DIFFERENCE = "{cell}：汇总 {here}，对方 {there}"
WITH_GAP = "{text}，相差 {sign}{gap}"
CAUSES = {
    "left_out": "差额正好是{organs}的全部数字：对方少计了它。",
    "twice": "差额正好是{organs}的全部数字：对方多计了一次。",
    "added": "差额正好是{organs}的全部数字（{sources}）：对方计入了这份没有计入的报告。",
    "altered": "{organs}的报告（{sources}）自身不平，把差额加给它就全部平衡：很可能是它的数字改动过或者抄错。",
    "missing": "差额自身平衡，很可能就是缺报的{organs}的数字。",
    "also_missing": "对方的数字与已计入的各机关合计完全相同：对方也没有计入缺报的{organs}，或者它的数字全是零。",
    "lacking": "差额自身平衡：很可能是对方计入了这里没有的下级机关。",
    "own_sums": "对方的表自身不平，汇总的表平衡：很可能是对方的汇总表填错。",
}
# Of the same, where so few cells differ that altered figures explain them as well.
DOUBTFUL = {
    "left_out": "差额正好是{organs}的全部数字，但是格数不多：可能是对方少计了它，也可能只是个别数字改动或者填错。",
    "twice": "差额正好是{organs}的全部数字，但是格数不多：可能是对方多计了一次，也可能只是个别数字改动或者填错。",
    "added": (
        "差额正好是{organs}的全部数字（{sources}），但是格数不多：可能是对方计入了这份没有计入的报告，"
        "也可能只是个别数字改动或者填错。"
    ),
    "altered": (
        "{organs}的报告（{sources}）自身不平，把表三、表四的差额加给它就全部平衡：很可能是它的数字改动过或者抄错；"
        "表二没有勾稽关系，那里的差额是不是它的，请核对原件。"
    ),
}
ONE_OF = "其中之一（{organs}）"
UNTRACED = "这些差别不能归到某一个下级机关，请逐格核对。"
CHANGES = {
    "new": "{organ}：上次没有计入，这次计入。",
    "gone": "{organ}：上次计入，这次没有。",
    "changed": "{organ}：{count} 格改动：{cells}。",
}
CHANGED_CELL = "{cell} {before}→{after}"
NO_VALUE = "未定"
MOST_CELLS = 3
CELL = "{table}{row} {column}"
TABLES = {"2": "表二", "3": "表三", "4": "表四"}
MISSING_ONES, OPEN_ONES = "有机关缺报", "有的机关未定"
REPAIRED = "有可以证明印错或者抓错的数，按原文计入"
STATE_SIGNS = {**SIGNS, State.PRINTED: ""}

# The workbook.
FORM_SHEET = "汇总数"
FORM_COLUMNS = ("表", "行", "列", "汇总数", "下界", "上界", "说明", "未定的下级机关")
PARTS_SHEET = "构成"
PARTS_COLUMNS = ("机关", "范围", "文件")
SUM_ROW = "合计"
MEMBERS_SHEET = "下级机关"
MEMBER_COLUMNS = ("机关", "情形", "范围", "文件", "说明")
NOTES_SHEET = "说明"
NOTES_COLUMNS = ("说明",)
AGAINST_SHEET = "核对"
AGAINST_COLUMNS = ("表", "行", "列", "汇总", "对方", "相差")
