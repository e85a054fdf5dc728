from __future__ import annotations

from gongkai.checks.evidence import Evidence
from gongkai.checks.sameness import figures_are_of_this_year, text_is_of_this_year
from gongkai.report import AnnualReport, Finding, Severity
from gongkai.samples import lawful_report
from tests.checks.changed_cells import with_values
from tests.checks.examples import ORGAN, Example, model, renamed

LONG = "".join(
    (
        "一年来坚持把公开贯穿于决策、执行、管理、服务和结果的全过程,",
        "对照目录逐项清理栏目,补齐缺项十二处,撤并重复栏目三个,",
        "推动解读与文件同步起草、同步审核、同步发布,配发图解与问答,",
        "在办事大厅设立查阅点,配备人员现场指引,定期回访申请人听取意见,",
        "并将公开工作纳入年度督查,对进展缓慢的单位逐一约谈提醒。",
    )
)
OTHER = "".join(
    (
        "今年重点抓好三件事:修订办理流程,把登记、审查、答复各环节落实到岗;",
        "开展文书评查,抽取案卷交叉点评,汇编常见差错供各股室对照;",
        "扩充公开专区,增设触屏终端与资料架,方便老年人就近查询,",
        "同时邀请群众代表走进机关,围绕医保缴费、学位安排等事项当面答疑。",
    )
)
NOW = model(prose={1: (f"2024年{LONG}",)})


def evidence(report: AnnualReport, *, before: str) -> Evidence:
    return Evidence(report, (model(year=2023, prose={1: (before,)}),))


def figures(**fields: object) -> Evidence:
    values = {("2", "20.5.licences", "decisions"): 3866, ("2", "20.6.penalties", "decisions"): 1251}
    last = with_values(renamed(model(), year=2023), values)
    return Evidence(renamed(with_values(model(), values), **fields), (last,))


def text(before: str) -> list[Finding]:
    return list(text_is_of_this_year(evidence(NOW, before=before)))


SAME = figures()
LESS = Evidence(with_values(SAME.report, {("2", "20.6.coercion", "decisions"): 1}), SAME.last_year)
EXAMPLES = {
    "sameness.text": Example(evidence(NOW, before=OTHER), evidence(NOW, before=f"2023年{LONG}")),
    "sameness.figures": Example(LESS, SAME),
}


def test_words_of_last_year_are_a_warning_with_what_is_the_same() -> None:
    (finding,) = text(f"2023年{LONG}")
    assert (finding.severity, finding.actual) == (Severity.WARNING, "100")
    assert finding.quotes[0].text == LONG.rstrip("。")


def test_words_of_which_a_part_is_new_are_a_note_and_less_is_nothing() -> None:
    cut = LONG[: int(len(LONG) * 0.86)]
    (finding,) = text(cut)
    assert finding.severity is Severity.NOTE
    assert text(LONG[: int(len(LONG) * 0.7)]) == []
    assert text(OTHER) == []


def test_a_section_of_a_sentence_is_not_compared() -> None:
    short = LONG[:80]
    report = model(prose={1: (short,)})
    assert list(text_is_of_this_year(evidence(report, before=short))) == []


def test_without_last_year_nothing_is_said() -> None:
    assert list(text_is_of_this_year(Evidence(NOW))) == []
    assert list(figures_are_of_this_year(Evidence(NOW))) == []


def test_figures_that_are_all_the_same_are_a_warning() -> None:
    (finding,) = figures_are_of_this_year(SAME)
    assert finding.severity is Severity.WARNING
    assert ("2", "20.5.licences", "decisions") in finding.cells
    assert "行政许可本年处理决定数量 3866" in finding.message


def test_one_other_figure_is_enough() -> None:
    assert list(figures_are_of_this_year(LESS)) == []


def test_a_few_small_figures_may_come_again_by_chance() -> None:
    # The model's own: two documents made, eight requests of one kind and one of another.
    assert list(figures_are_of_this_year(Evidence(model(), (model(year=2023),)))) == []


def test_reports_of_zeros_are_the_same_every_year() -> None:
    zero = dict.fromkeys(model().form.keys, 0)
    zeros = Evidence(with_values(model(), zero), (with_values(model(year=2023), zero),))
    assert list(figures_are_of_this_year(zeros)) == []


def test_what_is_in_force_may_stay_the_same() -> None:
    stock = {("2", "20.1.normative_documents", "in_force"): 98765}
    last = with_values(model(year=2023), stock)
    assert list(figures_are_of_this_year(Evidence(with_values(model(), stock), (last,)))) == []


def test_figures_of_table_three_are_compared_too() -> None:
    large = renamed(lawful_report(5, edition="2021", size="large"), organ=ORGAN, year=2024)
    tables = [
        finding.cells[0][0] for finding in figures_are_of_this_year(Evidence(large, (renamed(large, year=2023),)))
    ]
    assert tables == ["2", "3"]


def test_figures_are_not_compared_across_the_editions_or_with_blanks() -> None:
    old = renamed(lawful_report(5, edition="2019", size="large"), organ=ORGAN, year=2020)
    assert list(figures_are_of_this_year(Evidence(renamed(model(), year=2021), (old,)))) == []
    blank = {("2", "20.6.coercion", "decisions"): None}
    both = Evidence(with_values(SAME.report, blank), (with_values(SAME.last_year[0], blank),))
    assert list(figures_are_of_this_year(both)) == []
