"""An office's own texts may place what the law asks, but not lose or change it; all mistakes of a file are told."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.errors import BrokenWording
from gongkai.law.documents import Document
from gongkai.law.outcomes.outcome import Outcome
from gongkai.letters import STANDARD, Wordings, compose, compose_reply, issue, wordings, wordings_toml
from gongkai.letters.catalogue import ANSWERS, LETTERS
from gongkai.letters.documents import replies
from gongkai.letters.examples import example_reply, example_values
from gongkai.letters.texts import text_of
from gongkai.letters.wordings import checked

CORRECTION = """\
[letters]
L03 = \"\"\"
{称谓}的申请收悉。{重新起算}。
须补正：{补正事项}。方法：{补正方法}。{法律依据}，{补正期限}。
{逾期不补正的后果}。\"\"\"
"""


def problems(text: str) -> tuple[str, ...]:
    with pytest.raises(BrokenWording) as caught:
        wordings(text.encode())
    return caught.value.problems


def of(**more: str) -> str:
    return "[letters]\n" + "\n".join(f'{key} = """{text}"""' for key, text in more.items())


def test_the_programs_own_texts_can_be_written_out_and_read_again() -> None:
    read = wordings(wordings_toml().encode())
    assert read.letters == {document: letter.text for document, letter in LETTERS.items()}
    assert read.answers == {outcome: reply.text for outcome, reply in ANSWERS.items()}
    assert (read.opening, read.closing) == (replies.OPENING, replies.CLOSING)
    assert "# 政府信息公开申请补正告知书\nL03 = " in wordings_toml()


def test_letters_are_the_same_with_the_texts_written_out() -> None:
    read = wordings(wordings_toml().encode())
    for document in LETTERS:
        values = example_values(document)
        assert compose(document, values, wordings=read) == compose(document, values)
    for outcome in ANSWERS:
        answers, values = example_reply(outcome)
        assert compose_reply(answers, values, wordings=read) == compose_reply(answers, values)


def test_an_office_may_move_what_the_law_asks() -> None:
    own = wordings(CORRECTION.encode())
    manuscript = issue(compose(Document.L03, example_values(Document.L03), wordings=own))
    texts = [block.text for block in manuscript.blocks]
    assert texts[2] == "你的申请收悉。答复期限自本机关收到补正的申请之日起计算。"
    assert texts[4] == "无正当理由逾期不补正的，视为放弃申请，本机关不再处理该政府信息公开申请。"


def test_an_empty_file_is_the_programs_own_texts() -> None:
    assert wordings(b"") == STANDARD == Wordings()
    assert wordings(b"\xef\xbb\xbf# nothing\n") == STANDARD


def test_a_text_that_lost_what_the_law_asks_is_refused() -> None:
    lost = CORRECTION.replace("{重新起算}。", "").replace("{逾期不补正的后果}。", "后果自负。")
    assert problems(lost) == (
        "letters.L03：文字里没有“{逾期不补正的后果}”，缺少“逾期的后果”（条例第三十条）。",
        "letters.L03：文字里没有“{重新起算}”，缺少“答复期限自收到补正之日起计算”（条例第三十条）。",
    )


@pytest.mark.parametrize("document", LETTERS, ids=str)
def test_no_letter_may_lose_a_need(document: Document) -> None:
    letter = LETTERS[document]
    for need in letter.needs:
        text = letter.text
        for name in {name for group in need.groups for name in group}:
            text = text.replace(f"{{{name}}}", "")
        told = list(checked(Wordings(letters={document: text})))
        assert any(f"缺少“{need.element.label}”（{need.source}）" in one for one in told), need.element


@pytest.mark.parametrize("outcome", ANSWERS, ids=str)
def test_no_answer_may_lose_a_need(outcome: Outcome) -> None:
    reply = ANSWERS[outcome]
    more = () if outcome is Outcome.WITHDRAWN else replies.NEEDS_OF_ITEM
    for need in (*reply.needs, *more):
        text = reply.text
        names = {name for group in need.groups for name in group}
        names |= {one.name for one in reply.sentences if names & text_of(one.text).names}
        for name in names:
            text = text.replace(f"{{{name}}}", "")
        told = list(checked(Wordings(answers={outcome: text})))
        assert any(f"缺少“{need.element.label}”（{need.source}）" in one for one in told), need.element


def test_the_withheld_parts_cannot_be_left_out() -> None:
    text = ANSWERS[Outcome.PARTLY_GRANTED].text.replace("{不予公开部分的说明}", "")
    assert list(checked(Wordings(answers={Outcome.PARTLY_GRANTED: text}))) == [
        "answers.partly_granted：文字里没有“{不予公开部分的说明}”，缺少“不予公开的部分”（条例第三十七条）。",
        "answers.partly_granted：文字里没有“{不予公开部分的说明}”，缺少“理由”（条例第三十七条）。",
    ]


@pytest.mark.parametrize("name", ["收到申请之日", "申请内容", "提交日期", "提交的方式", "救济途径"])
def test_no_frame_of_replies_may_lose_a_need(name: str) -> None:
    opening, closing = (text.replace(f"{{{name}}}", "") for text in (replies.OPENING, replies.CLOSING))
    told = list(checked(Wordings(opening=opening, closing=closing)))
    assert len(told) == 1
    assert told[0].startswith(f"reply：文字里没有“{{{name}}}”，缺少“")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[letters]\nL16 = '甲'", ("letters 中没有“L16”这一项，只有 L02、L03、",)),
        ("[answers]\nrefused = '甲'", ("answers 中没有“refused”这一项，只有 already_public、",)),
        ("[reply]\nmiddle = '甲'", ("reply 中没有“middle”这一项，只有 opening、closing。",)),
        ("[other]\na = 1", ("没有“other”这一节，只有 letters、reply、answers。",)),
        ("letters = 3", ("“letters”应为一节（写成 [letters] 一行，下面每项一行）。",)),
        ("[letters]\nL03 = 3", ("letters.L03：应为文字。",)),
        ("[letters]\nL03 = 甲", ("文书文字的文件第 2 行不合 TOML 的写法",)),
        ("[letters\n", ("文书文字的文件第 1 行不合 TOML 的写法",)),
    ],
)
def test_what_nobody_understands_is_told(text: str, expected: tuple[str, ...]) -> None:
    told = problems(text)
    assert len(told) == len(expected)
    assert all(one.startswith(begin) for one, begin in zip(told, expected, strict=True))


def test_all_mistakes_are_told_at_once() -> None:
    own = CORRECTION.replace("{补正方法}", "{补正办法}").replace("{称谓}", "{称谓")
    told = problems(own + "\n[reply]\nmiddle = '甲'\n")
    assert told == (
        "reply 中没有“middle”这一项，只有 opening、closing。",
        "letters.L03：“{称谓的申请收悉。{重新…”的花括号没有右半边；确实要写花括号的，请写两个。",
        "letters.L03：没有“补正办法”这个字段，是否应为“补正方法”。",
        "letters.L03：文字里没有“{补正方法}”，缺少“补正的方法”（条例第三十条）。",
    )


def test_old_law_and_remedies_in_words_are_refused() -> None:
    own = CORRECTION.replace(
        "的申请收悉。", "的申请与生产、生活、科研等特殊需要无关，依照《条例》第二十一条第三项，可在三个月内起诉。"
    )
    assert problems(own) == (
        "letters.L03：《条例》第二十一条没有第三项，可能是2007年《条例》的条文，请按2019年修订的《条例》改正。",
        "letters.L03：“生产、生活、科研等特殊需要”已经过时：申请公开的这一条件已在2019年修订时删去。",
        "letters.L03：“三个月内起诉”已经过时：直接起诉的期限自2015年5月1日起为六个月，不是三个月。",
        "letters.L03：《条例》第二十一条现为市、县、乡主动公开的内容，答复的种类在第三十六条，请核对。",
        "letters.L03：“起诉”属于救济途径的文字，救济途径由程序依法写明，请改用“{救济途径}”。",
    )


def test_a_file_that_is_no_text_or_far_too_long_is_told() -> None:
    with pytest.raises(BrokenWording, match="不是 UTF-8 编码的文本"):
        wordings("[letters]\nL03 = '甲'".encode("gb18030"))
    with pytest.raises(BrokenWording, match="超过 500 kB"):
        wordings(b"#" * 500_001)
    long = "[letters]\nL03 = '" + "甲" * 20_001 + "'"
    assert problems(long) == ("letters.L03：超过 20000 字。",)


def test_the_error_says_all_its_problems() -> None:
    with pytest.raises(BrokenWording) as caught:
        wordings(b"a = 1\nb = 2")
    assert str(caught.value) == "\n".join(caught.value.problems)
    assert len(caught.value.problems) == 2


@given(st.binary(max_size=200))
def test_any_bytes_are_texts_or_a_broken_wording(data: bytes) -> None:
    with contextlib.suppress(BrokenWording):
        assert wordings(data) == STANDARD


@given(st.text(alphabet="甲{}[]补正事项法律依据\n", max_size=60))
def test_any_text_of_a_letter_is_taken_or_refused(text: str) -> None:
    own = Wordings(letters={Document.L03: text})
    assert list(checked(own))
    assert not compose(Document.L03, example_values(Document.L03), wordings=own).is_whole
