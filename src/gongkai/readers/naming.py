"""Who reports, for which year, and for whom: organ, unit, year, scope as the document prints them (主体与年度)."""

from __future__ import annotations

import re
from collections import Counter

from gongkai.readers.document import Document
from gongkai.readers.tape import CELL, ROW, Tape
from gongkai.readers.words import FOLDING
from gongkai.report import Scope
from gongkai.terms import organs

_KINDS = "|".join((*organs.DEPARTMENTS[:2], *organs.GOVERNMENTS, *organs.COMMITTEES, *organs.DEPARTMENTS[2:]))
_WORK = r"政府信息(?:和政务|与政务)?公开(?:工作)?(?:情况)?(?:年度)?(?:工作)?(?:报告|年报|总结)"
_TITLES = (
    re.compile(rf"([^\n,。;]{{2,60}}?)\s*关于\s*(20\d\d)\s?年度?\s*{_WORK}"),
    re.compile(rf"([^\n,。;]{{2,60}}?)\s*(20\d\d)\s?年度?\s*{_WORK}"),
    re.compile(rf"(?<!\d)(?P<year>20\d\d)\s?年度?\s*([^\n,。;:]{{2,40}}?)\s*{_WORK}"),
)
_LEAD = re.compile(r".*[:|>\\]】]\s*(?=\S)|.*\s(?=\S)")
_PERIOD = re.compile(r"(20\d\d)\s?年\s?1\s?月\s?1\s?日")
_YEAR = re.compile(r"(?<!\d)(20[0-3]\d)\s?年|[?](0[0-3]\d)年")
_SIGNED = re.compile(rf"(?:^|\n)\s*([\u4e00-\u9fff()]{{2,30}}(?:{_KINDS}))\s*\n\s*20\d\d\s?年")
_CONTACT = re.compile(rf"[与向]([\u4e00-\u9fff]{{2,30}}(?:{_KINDS}))[\u4e00-\u9fff]{{0,14}}?(?:联系|咨询|反映)")
_SUBJECT = re.compile(
    rf"(?:^|[,。\n])([\u4e00-\u9fff]{{2,25}}?(?:{_KINDS}))(?=积极|认真|现将|编制|高度|严格|坚持|深入|全面|组织|20\d\d)"
)
_UNIT = re.compile(r"(?:信息来源|来源|发布机构|发文机关|公开主体|编制机关)\s*:\s*([\u4e00-\u9fff()]{2,40})(?=[\s\x1f\n]|$)")
_CONSOLIDATED = re.compile(
    r"(?:汇总|涵盖|覆盖|综合)[^。\n]{0,40}(?:各县|各区|各市|各乡|各镇|各街道|各部门|各单位|有关单位|工作部门|所属部门)"
)
_HEAD = 1500


def name_and_year(tape: Tape, document: Document) -> tuple[str | None, int | None]:
    """Return the organ's name as printed and the report year, from title, page title, period or signature."""
    for text, raw in ((_folded(document.title), document.title), (tape.text[:_HEAD], tape.raw[:_HEAD])):
        for pattern in _TITLES:
            if match := pattern.search(text):
                named = 2 if "year" in pattern.groupindex else 1
                organ = _clean(raw[match.start(named) : match.end(named)], match[named])
                if organ:
                    return organ, int(match[3 - named])
    return _organ(tape), _year(tape)


def _folded(text: str) -> str:
    return text.translate(FOLDING)


def _clean(raw: str, folded: str) -> str | None:
    lead = _LEAD.match(folded)
    raw = raw[lead.end() if lead else 0 :].strip()
    raw = raw.strip("《〈“\"'")
    return raw if len(raw) >= 2 and not raw.isdigit() else None


def _organ(tape: Tape) -> str | None:
    for pattern in (_SIGNED, _CONTACT, _SUBJECT):
        if matches := list(pattern.finditer(tape.text)):
            match = matches[-1] if pattern is _SIGNED else matches[0]
            return tape.raw[match.start(1) : match.end(1)].strip()
    return None


def _year(tape: Tape) -> int | None:
    if period := _PERIOD.search(tape.text):
        return int(period[1])
    years = Counter(int(match[1] or "2" + match[2]) for match in _YEAR.finditer(tape.text))
    return max(years, key=lambda year: (years[year], -year), default=None)


def unit(tape: Tape) -> str | None:
    """Return the unit that the page or the metadata head names as its source."""
    match = _UNIT.search(tape.text[:4000])
    return tape.raw[match.start(1) : match.end(1)].strip() if match else None


def scope(tape: Tape, organ: str | None, preface_end: int) -> Scope:
    """Say whose work the report counts, where the preface or the organ's kind tells it."""
    if _CONSOLIDATED.search(tape.text[: max(preface_end, 200)].replace(CELL, "\n").replace(ROW, "\n")):
        return Scope.CONSOLIDATED
    if organ and organ.endswith(organs.DEPARTMENTS) and not organ.endswith(organs.COMMITTEES):
        return Scope.OWN
    return Scope.UNKNOWN
