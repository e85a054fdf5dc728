"""What a letter says about remedies (救济途径): chosen by the law, in words that an office cannot change.

Where a letter is served through the internet, it names the channel for applying for reconsideration (from 2024 on:
行政复议法 22 ¶2).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterator

from gongkai.law.events import Service
from gongkai.law.outcomes.remedies import Remedy, internet_channel
from gongkai.letters.letter import Sentence
from gongkai.letters.values import Field, Kind

NAME = "救济途径"
AUTHORITY, ADDRESS, CHANNEL, COURT = "复议机关", "复议机关地址", "复议互联网渠道", "管辖法院"

FIELDS = (
    Field(
        name=AUTHORITY,
        hint="受理行政复议申请的机关，写全称；有两个可以选择的，写“甲或者乙”",
        example="砚汀市人民政府",
    ),
    Field(name=ADDRESS, hint="提交行政复议申请书的地址", example="砚汀市墨水路2号市行政复议中心"),
    Field(
        name=CHANNEL,
        kind=Kind.TEXT,
        hint="提交行政复议申请书的互联网渠道；文书通过互联网送达的必须写（行政复议法第二十二条第二款）",
        example="https://fuyi.yanting.example",
    ),
    Field(name=COURT, hint="有管辖权的人民法院，写全称", example="萤台县人民法院"),
)
_FIRST = (
    "如对本{thing}不服，应当先申请行政复议，自收到{paper}之日起60日内向{{复议机关}}{places}提出；"
    "对行政复议决定不服的，可以自收到行政复议决定书之日起15日内依法向人民法院提起行政诉讼"
)
_EITHER = (
    "如对本{thing}不服，可以自收到{paper}之日起60日内向{{复议机关}}{places}申请行政复议，"
    "也可以自收到{paper}之日起6个月内向{{管辖法院}}提起行政诉讼"
)
_TEXTS = {Remedy.RECONSIDERATION_FIRST: _FIRST, Remedy.EITHER: _EITHER, Remedy.NONE: ""}
SOURCES = {
    Remedy.RECONSIDERATION_FIRST: "行政复议法第二十条第三款、第二十三条第二款",
    Remedy.EITHER: "行政复议法第二十条第三款",
    Remedy.NONE: "",
}


def remedy_sentence(
    remedy: Remedy, decided_on: dt.date, written: Container[str], *, paper: str, thing: str, electronic: bool
) -> Sentence:
    """Return the sentence about a remedy; `written` are the fields that have a value.

    `paper` is what the letter calls itself (本答复书), `thing` what one may be dissatisfied with.
    """
    wanted = {CHANNEL} if electronic and internet_channel(Service.ELECTRONIC, decided_on) else set()
    places = "；".join(_places(written, wanted))
    told = f"（{places}）" if places else ""
    return Sentence(name=NAME, text=_TEXTS[remedy].format(paper=paper, thing=thing, places=told))


def _places(written: Container[str], wanted: Container[str]) -> Iterator[str]:
    if ADDRESS in written:
        yield f"地址：{{{ADDRESS}}}"
    if CHANNEL in written or CHANNEL in wanted:
        yield f"提交行政复议申请书的互联网渠道：{{{CHANNEL}}}"
