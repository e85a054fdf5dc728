from __future__ import annotations

from gongkai.checks.cell_names import added, cell_names, listed, sum_name
from gongkai.report import EDITIONS


def test_every_cell_of_an_edition_has_a_name_of_its_own() -> None:
    for edition in EDITIONS.values():
        names = [str(cell_names(edition.key)[key]) for key in edition.keys]
        assert len(set(names)) == len(names)


def test_names_are_the_words_of_the_form_without_its_notes() -> None:
    names = cell_names("2021")
    assert str(names["3", "3.2", "natural"]) == "表三“（二）部分公开”行“自然人”列"
    assert names["3", "3.6.1", "total"].row == "（六）其他处理1.申请人无正当理由逾期不补正"
    assert names["2", "20.8.fees", "amount"].column == "本年收费金额"


def test_a_row_that_says_little_alone_stands_behind_its_group() -> None:
    assert cell_names("2021")["3", "3.6.3", "total"].row == "（六）其他处理3.其他"
    assert cell_names("2019")["3", "3.6", "total"].row == "（六）其他处理"


def test_a_list_is_cut_after_three() -> None:
    assert listed(["甲", "乙", "丙"]) == "甲、乙、丙"
    assert listed(["甲", "乙", "丙", "丁"]) == "甲、乙、丙等"


def test_a_sum_is_written_without_noughts() -> None:
    assert added([0, 20, 0, 7]) == "20+7"
    assert added([0, 0]) == "0"


def test_cells_that_are_counted_together_have_one_name() -> None:
    assert sum_name("2021", [("3", "1", "total")]) == "表三“一、本年新收政府信息公开申请数量”行“总计”列"
    denied = [("3", f"3.3.{n}", "total") for n in range(1, 9)]
    assert sum_name("2021", denied) == "表三“（三）不予公开”各行“总计”列之和"
    assert sum_name("2021", denied[:2]).startswith("表三“（三）不予公开1.属于国家秘密”、“（三）不予公开2.")
    legal = [("3", "1", column) for column in ("business", "research")]
    assert sum_name("2021", legal) == "表三“一、本年新收政府信息公开申请数量”行“商业企业”、“科研机构”各列之和"
