"""Articles that the Regulations of 2019 do not have, and wordings of the law before, are told; others are not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gongkai.letters.catalogue import ANSWERS, LETTERS
from gongkai.letters.citations import outdated, wrong_articles
from gongkai.letters.texts import text_of

LAWFUL = [
    "根据《条例》第十四条、第三十六条第三项的规定",
    "根据《中华人民共和国政府信息公开条例》第十六条第二款、第三十六条第（三）项",
    "《条例》第二十条第十五项",
    "《条例》第二十九条第二款第三项和第二十九条第三项",
    "《条例》第50条第1款第5项",
    "《条例》第五十六条",
    "《保守国家秘密法实施条例》第六十条",
    "根据《不动产登记暂行条例》第二十七条第四款",
    "依照2007年《条例》第二十一条第三项答复",
    "原《条例》第十四条第四款",
    "依照修订前的《政府信息公开条例》第二十一条第一项",
    "《条例》第三条第四款、第四条第二款第五项、第三十一条第三项、第五十三条第三项",
]
WRONG = {
    "根据《条例》第二十一条第三项的规定": "《条例》第二十一条没有第三项",
    "根据《政府信息公开条例》第二十一条第（一）项": "《条例》第二十一条没有第一项",
    "《条例》第十四条第四款": "《条例》第十四条没有第四款",
    "《条例》第三十六条第八项": "《条例》第三十六条没有第八项",
    "《条例》第三十六条第一款第八项": "《条例》第三十六条第一款没有第八项",
    "《条例》第十六条第三款": "《条例》第十六条没有第三款",
    "《条例》第五十七条": "《条例》没有第五十七条",
    "《条例》第0条": "《条例》没有第零条",
    "《条例》第二十九条第一款第一项": "《条例》第二十九条第一款没有第一项",
    "《条例》第二十条第十六项": "《条例》第二十条没有第十六项",
    "《条例》第三十条、第四十二条第三款": "《条例》第四十二条没有第三款",
}
SIX_MONTHS = "已经过时：直接起诉的期限自2015年5月1日起为六个月，不是三个月。"
NO_NEED = "《条例》第十三条现为公开的范围和方式，不再有“需要”的条件，请核对。"
NO_GROUND = "《条例》第二十一条现为市、县、乡主动公开的内容，答复的种类在第三十六条，请核对。"
NO_PERIOD = "《条例》第二十四条现为政府网站公开平台，答复期限在第三十三条，请核对。"
GONE = "已经过时：申请公开的这一条件已在2019年修订时删去。"
OUTDATED = {
    "与你的生产、生活、科研等特殊需要无关": f"“生产、生活、科研等特殊需要”{GONE}",
    "不符合“三需要”": f"“三需要”{GONE}",
    "可以在三个月内向人民法院起诉": f"“三个月内向人民法院起诉”{SIX_MONTHS}",
    "也可以自收到之日起3个月内直接提起行政诉讼": f"“3个月内直接提起行政诉讼”{SIX_MONTHS}",
    "依照国务院令第492号": "“国务院令第492号”已经过时：《条例》已于2019年修订（国务院令第711号）。",
    "可以向监察机关举报": "“监察机关举报”已经过时：现行《条例》没有向监察机关举报的规定，见第五十一条。",
    "根据《条例》第十三条，请说明需要": NO_NEED,
    "根据《条例》第二十一条的规定，答复如下": NO_GROUND,
    "根据《条例》第二十四条，延长答复期限": NO_PERIOD,
}
CURRENT = [
    "根据《条例》第十三条、第三十六条第二项，予以公开",
    "该信息已依照《条例》第二十一条主动公开",
    "依照《条例》第二十四条建设政府网站",
    "请于三个月内领取",
    "近三个月的监测数据",
    "自收到本答复书之日起6个月内向人民法院提起行政诉讼",
]


@pytest.mark.parametrize("text", LAWFUL)
def test_an_article_that_there_is_passes(text: str) -> None:
    assert list(wrong_articles(text)) == []


@pytest.mark.parametrize("text", WRONG)
def test_an_article_that_there_is_not_is_told(text: str) -> None:
    told = [doubt.text for doubt in wrong_articles(text)]
    assert told == [f"{WRONG[text]}，可能是2007年《条例》的条文，请按2019年修订的《条例》改正。"]


@pytest.mark.parametrize("text", OUTDATED)
def test_a_wording_that_the_law_left_behind_is_told(text: str) -> None:
    assert [doubt.text for doubt in outdated(text)] == [OUTDATED[text]]


@pytest.mark.parametrize("text", [*CURRENT, *LAWFUL])
def test_a_wording_of_today_passes(text: str) -> None:
    assert list(outdated(text)) == []


def test_the_letters_themselves_cite_what_there_is() -> None:
    texts = [one.text for one in (*LETTERS.values(), *ANSWERS.values())]
    texts += [
        text
        for letter in (*LETTERS.values(), *ANSWERS.values())
        for sentence in letter.sentences
        for text in (sentence.text, *sentence.texts.values())
    ]
    words = [text_of(text).words for text in texts]
    assert [doubt.text for text in words for doubt in (*wrong_articles(text), *outdated(text))] == []


def test_the_structure_of_the_regulations_is_that_of_their_text(shared_reports: Path) -> None:
    statutes = (shared_reports.parent / "domain" / "statutes.md").read_text(encoding="utf-8")
    articles = re.split(r"\*\*(第[一二三四五六七八九十]+条)\*\*", statutes.partition("## Annex 2")[0])[1:]
    for name, body in zip(articles[::2], articles[1::2], strict=True):
        lines = [
            line.strip() for line in body.splitlines() if line.strip() and not line.startswith(("####", "---"))
        ]
        items = [0]
        for line in lines[1:]:
            if re.match(r"[（(][一二三四五六七八九十]+[)）]", line):
                items[-1] += 1
            else:
                items.append(0)
        places = [f"{name}第{number}款" for number in range(1, len(items) + 1)]
        places += [f"{name}第{n}款第{last}项" for n, last in enumerate(items, 1) if last]
        assert [doubt.text for place in places for doubt in wrong_articles(f"《条例》{place}")] == []
        beyond = [
            f"{name}第{len(items) + 1}款",
            *(f"{name}第{n}款第{last + 1}项" for n, last in enumerate(items, 1)),
        ]
        assert [place for place in beyond if not list(wrong_articles(f"《条例》{place}"))] == []
