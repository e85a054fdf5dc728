"""`gongkai letter`: the list, the form to fill in, and the letter."""

from __future__ import annotations

import tomllib
from pathlib import Path

import docx
import pytest

from gongkai.law.documents import Document
from gongkai.law.outcomes.outcome import Outcome
from gongkai.letters.catalogue import ANSWERS, FORMS, LETTERS
from tests.cli.conftest import Run

CORRECTION = """
document = "L03"
"机关" = "砚汀市水务局"
"文号" = "砚水公开补〔2026〕3号"
"申请人" = "林小满"
"称谓" = "你"
"补正事项" = ["所需信息的名称不明确"]
"补正方法" = "请写明文件的名称或者文号"
"补正天数" = "10"
"成文日期" = "2026-03-05"
"联系人" = "局办公室"
"联系电话" = "0000-1234567"
"""


def text_of(file: Path) -> str:
    """Return the text of a Word document."""
    return "\n".join(paragraph.text for paragraph in docx.Document(str(file)).paragraphs)


def test_without_a_word_everything_that_can_be_written_is_listed(gongkai: Run) -> None:
    told = gongkai("letter").text
    assert all(f"{one} " in told and one.label in told for one in (*LETTERS, *FORMS, *ANSWERS))


@pytest.mark.parametrize("kind", [*LETTERS, *FORMS, *ANSWERS], ids=str)
def test_every_form_is_a_toml_file_that_asks_for_its_fields(gongkai: Run, kind: Document | Outcome) -> None:
    form = tomllib.loads(gongkai("letter", kind).text)
    assert form["document"] == (kind if isinstance(kind, Document) else "reply")
    if isinstance(kind, Outcome):
        assert [answer["outcome"] for answer in form["answers"]] == [kind]


@pytest.mark.parametrize("kind", [*LETTERS, *FORMS, *ANSWERS], ids=str)
def test_an_empty_form_gives_no_letter_but_what_it_lacks(
    gongkai: Run, here: Path, kind: Document | Outcome
) -> None:
    assert gongkai("letter", kind, "--output", "表.toml").code == 0
    found = gongkai("letter", "表.toml", "--output", "文书.docx")
    assert found.code == 1
    assert "缺少的必备要素" in found.text
    assert not (here / "文书.docx").exists()


def test_a_filled_form_gives_the_letter(gongkai: Run, here: Path) -> None:
    (here / "补正.toml").write_text(CORRECTION, encoding="utf-8")
    found = gongkai("letter", "补正.toml", "--output", "补正.docx")
    assert (found.code, found.text, found.err) == (0, "已写出：补正.docx\n", "")
    told = text_of(here / "补正.docx")
    assert "所需信息的名称不明确" in told
    assert "10个工作日" in told
    assert "视为放弃申请" in told


def test_what_is_missing_is_named_and_a_draft_shows_where(gongkai: Run, here: Path) -> None:
    (here / "补正.toml").write_text(CORRECTION.replace('"补正天数" = "10"\n', ""), encoding="utf-8")
    refused = gongkai("letter", "补正.toml", "--output", "补正.docx")
    assert (refused.code, (here / "补正.docx").exists()) == (1, False)
    assert "请填写“补正天数”" in refused.text
    draft = gongkai("letter", "补正.toml", "--output", "补正.docx", "--draft")
    assert draft.code == 1
    assert "【待填：补正天数】" in text_of(here / "补正.docx")


def test_without_a_file_the_letter_is_shown(gongkai: Run, here: Path) -> None:
    told = gongkai("letter", "-", stdin=CORRECTION.encode()).text
    assert "请写明文件的名称或者文号" in told


def test_several_outcomes_make_one_reply_with_its_remedy(gongkai: Run, here: Path) -> None:
    found = gongkai("letter", "granted", "process_information", "--example", "--output", "答复.docx")
    assert found.code == 0
    told = text_of(here / "答复.docx")
    assert "一、" in told
    assert "二、" in told
    assert "应当先申请行政复议" in told
    alone = gongkai("letter", "予以公开", "--example").text
    assert "也可以自收到本答复书之日起6个月内" in alone


def test_a_letters_days_are_held_against_the_calendar_of_the_place(gongkai: Run, here: Path) -> None:
    (here / "地方.json").write_text(
        '[{"division": "459900", "source": "虚构的通知", "off": [{"name": "萤火节", "first": "2026-03-04"}]}]',
        encoding="utf-8",
    )
    place = ("--holidays", "地方.json", "--division", "459900")
    assert "请注意" not in gongkai("letter", "L02", "--example").text
    assert "起第20个工作日是2026年3月31日" in "".join(gongkai("letter", "L02", "--example", *place).text.split())
    reply = gongkai("letter", "fee_unpaid", "--example", *place)
    assert (reply.code, "2026年4月13日" in reply.text) == (0, True)
    # What the national calendar lets pass is a day too early where 8 April is a holiday.
    holiday = (here / "地方.json").read_text(encoding="utf-8").replace("2026-03-04", "2026-04-08")
    (here / "地方.json").write_text(holiday, encoding="utf-8")
    assert gongkai("letter", "fee_unpaid", "--example", *place).code == 1


def test_letters_do_not_ask_what_day_it_is(gongkai: Run, here: Path) -> None:
    assert gongkai("letter", "L02", "--example", "--today", "2026-03-02").code == 2
    found = gongkai("letter", "L02", "--example", "--division", "459900")
    assert (found.code, "--holidays" in found.err) == (2, True)


def test_a_filled_form_is_not_written_over(gongkai: Run, here: Path) -> None:
    (here / "补正.toml").write_text(CORRECTION, encoding="utf-8")
    found = gongkai("letter", "L03", "--output", "补正.toml")
    assert (found.code, found.err) == (2, "补正.toml 已经存在，没有写入；要覆盖请加 --force\n")
    assert (here / "补正.toml").read_text(encoding="utf-8") == CORRECTION
    assert gongkai("letter", "L03", "--output", "补正.toml", "--force").code == 0
    assert (here / "补正.toml").read_text(encoding="utf-8") != CORRECTION


def test_a_letter_may_be_written_in_both_forms_at_once(gongkai: Run, here: Path) -> None:
    assert gongkai("letter", "L03", "--example", "-o", "补正.docx", "-o", "补正.pdf").code == 0
    assert {file.name for file in here.iterdir()} == {"补正.docx", "补正.pdf"}


def test_a_letter_is_written_as_a_pdf_file(gongkai: Run, here: Path) -> None:
    assert gongkai("letter", "l05", "--example", "--output", "延期.pdf").code == 0
    assert (here / "延期.pdf").read_bytes().startswith(b"%PDF")


def test_an_office_may_word_its_letters(gongkai: Run, here: Path) -> None:
    assert gongkai("letter", "wordings", "--output", "文字.toml").code == 0
    texts = (here / "文字.toml").read_text(encoding="utf-8")
    assert "收悉" in texts
    (here / "文字.toml").write_text(texts.replace("收悉", "已经收到"), encoding="utf-8")
    (here / "补正.toml").write_text(CORRECTION, encoding="utf-8")
    assert gongkai("letter", "补正.toml", "--wordings", "文字.toml", "-o", "补正.docx").code == 0
    assert "已经收到" in text_of(here / "补正.docx")


def test_a_wording_that_loses_what_the_law_asks_is_refused(gongkai: Run, here: Path) -> None:
    (here / "文字.toml").write_text('[letters]\nL03 = "请补正：{补正事项}。"\n', encoding="utf-8")
    (here / "补正.toml").write_text(CORRECTION, encoding="utf-8")
    found = gongkai("letter", "补正.toml", "--wordings", "文字.toml")
    assert (found.code, found.text) == (2, "")
    assert "{补正方法}" in found.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("L99",), "没有“L99”这种文书"),
        (("L03", "L05"), "一次写一种文书"),
        (("granted", "没有.toml"), "没有“没有.toml”这种文书"),
        (("L03", "--example", "--output", "补正.txt"), "docx 或者 pdf"),
        (("L03", "--output", "补正.docx"), "填写表请写成 .toml"),
        (("L16",), "state_secret（属于国家秘密）"),
        (("L17",), "请写明答复的种类：not_existing"),
        (("补正告知书",), "是否应为“政府信息公开申请补正告知书”"),
        (("--example",), "--example 要写明是哪种文书"),
    ],
)
def test_wrong_use_is_told_in_a_sentence(gongkai: Run, here: Path, words: tuple[str, ...], said: str) -> None:
    found = gongkai("letter", *words)
    assert (found.code, found.text) == (2, "")
    assert said in found.err


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("\n“机关” = 1", "第 2 行不合写法"),
        ('document = "reply"\n[[answers]]\n', "没有写 outcome"),
        ('"机关" = "砚汀市水务局"', "没有写明是哪种文书"),
        ('document = "reply"', "至少答复一项"),
        ('document = "reply"\n[[answers]]\noutcome = "grant"', "是否应为“granted”"),
        ('document = "reply"\n[[answers]]\noutcome = "partly_granted"\ngrounds = ["petition"]', "没有“petition”"),
        ('document = "reply"\n[[answers]]\noutcome = "partly_granted"\ngrounds = "x"', "grounds 应写成"),
    ],
)
def test_a_form_that_is_none_is_refused_in_a_sentence(gongkai: Run, here: Path, form: str, said: str) -> None:
    (here / "表.toml").write_text(form, encoding="utf-8")
    found = gongkai("letter", "表.toml")
    assert (found.code, found.text) == (2, "")
    assert said in found.err


def test_a_field_that_does_not_exist_is_told(gongkai: Run, here: Path) -> None:
    (here / "表.toml").write_text(CORRECTION.replace("补正天数", "补正日数"), encoding="utf-8")
    found = gongkai("letter", "表.toml")
    assert found.code == 1
    assert "没有“补正日数”这个字段，是否应为“补正天数”" in found.text
