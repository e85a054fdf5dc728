"""What a place lays down for itself (本地规则): rules turned off or weighed otherwise, limits and dates.

Local rules are a TOML file (docs/how-to/local-rules.md). Whatever it does not say is as the law and the notices
have it. Nothing in it is passed over: an unknown key, kind of finding or value is an error that names it.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

import msgspec

from gongkai.errors import BrokenRules
from gongkai.report import Severity

OFF = "off"
LEVELS = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
_LONGEST = 200_000
_DEEPEST = 6
_TELLING = 40
_KEYS = ("rules", "section_limits", "deadlines", "domains")


class MonthDay(NamedTuple):
    """A day of any year (月日); the 29th of February is none."""

    month: int
    day: int

    def in_year(self, year: int) -> date:
        return date(year, self.month, self.day)


class Deadlines(msgspec.Struct, frozen=True):
    """The last day, in the year after the report year, on which a report may be published (公布期限).

    Source: 条例 49: departments by 31 January, governments by 31 March. A place may ask for it earlier.
    """

    departments: MonthDay = MonthDay(1, 31)
    governments: MonthDay = MonthDay(3, 31)


class LocalRules(msgspec.Struct, frozen=True, kw_only=True):
    """All that a place may lay down; the defaults are what holds everywhere.

    `severities` say for a code, or for all codes under `subject.*`, how grave it is, or None where it is turned
    off. `section_limits` are the most characters that a section's prose may have, by its number. `domains` are
    those that may stand in a report besides gov.cn, each with all below it.
    """

    severities: Mapping[str, Severity | None] = {}
    section_limits: Mapping[int, int] = {}
    deadlines: Deadlines = Deadlines()
    domains: tuple[str, ...] = ()

    def severity(self, code: str, usual: Severity) -> Severity | None:
        """Return how grave a finding is here, None where its kind is turned off; a code goes before its subject."""
        for name in (code, *_patterns(code)):
            if name in self.severities:
                return self.severities[name]
        return usual


NATIONWIDE = LocalRules()


def local_rules(data: bytes, codes: Collection[str]) -> LocalRules:
    """Return the rules that a TOML file states; BrokenRules where it says what nobody understands.

    `codes` are all kinds of finding there are.
    """
    document = _parsed(data)
    for key in document:
        if key not in _KEYS:
            raise BrokenRules(f"本地规则中没有 {_told(key)} 这一项" + _meant(key, _KEYS))
    return LocalRules(
        severities=_severities(document.get("rules", {}), codes),
        section_limits=_section_limits(document.get("section_limits", {})),
        deadlines=_deadlines(document.get("deadlines", {})),
        domains=_domains(document.get("domains", [])),
    )


def _parsed(data: bytes) -> dict[str, Any]:
    if len(data) > _LONGEST:
        raise BrokenRules(f"本地规则文件超过 {_LONGEST // 1000} kB，不像是本地规则")
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BrokenRules("本地规则文件不是 UTF-8 编码的文本，请另存为 UTF-8") from error
    except (ValueError, RecursionError) as error:
        # Besides its own error, which is a ValueError, the library lets that of a figure too long for it through.
        line = re.search(r"at line (\d{1,9})", str(error))
        where = f"第 {line[1]} 行" if line else "末尾" if "end of document" in str(error) else ""
        raise BrokenRules(f"本地规则文件{where}不合 TOML 的写法（文字要加引号，每项写成“键 = 值”）") from error


def _severities(value: object, codes: Collection[str]) -> dict[str, Severity | None]:
    known = {*codes, *(pattern for code in codes for pattern in _patterns(code))}
    found: dict[str, Severity | None] = {}
    for code, words in _flat(_table("rules", value)):
        if code not in known:
            raise BrokenRules(f"没有 {_told(code)} 这条规则" + _meant(code, known))
        if code in found:
            raise BrokenRules(f"规则“{code}”写了两次")
        if words not in (OFF, *LEVELS):
            allowed = "、".join((*LEVELS, OFF))
            raise BrokenRules(f"规则“{code}”的值只能是 {allowed} 之一，不能是 {_told(words)}")
        found[code] = None if words == OFF else Severity(words)
    return found


def _section_limits(value: object) -> dict[int, int]:
    found = {}
    for number, limit in _table("section_limits", value).items():
        if number not in tuple("123456"):
            raise BrokenRules(f"section_limits 中的 {_told(number)} 不是报告部分的序号，应为 1 至 6")
        if type(limit) is not int or limit < 1:
            raise BrokenRules(f"section_limits 中“{number}”的值应为字数（正整数），不能是 {_told(limit)}")
        found[int(number)] = limit
    return found


def _deadlines(value: object) -> Deadlines:
    latest = NATIONWIDE.deadlines
    found = {}
    for key, words in _table("deadlines", value).items():
        if key not in Deadlines.__struct_fields__:
            raise BrokenRules(f"deadlines 中没有 {_told(key)} 这一项" + _meant(key, Deadlines.__struct_fields__))
        day = _month_day(key, words)
        if day > getattr(latest, key):
            raise BrokenRules(f"deadlines 中“{key}”的 {_told(words)} 晚于《条例》第四十九条规定的期限")
        found[key] = day
    return Deadlines(**found)


def _month_day(key: str, words: object) -> MonthDay:
    match = re.fullmatch(r"([0-9]{1,2})-([0-9]{1,2})", words) if isinstance(words, str) else None
    try:
        # Not a leap year: a day that does not come every year is no deadline.
        day = date(2023, int(match[1]), int(match[2])) if match else None
    except ValueError:
        day = None
    if day is None:
        raise BrokenRules(f'deadlines 中“{key}”的值应为加引号的月-日，如 "01-28"，不能是 {_told(words)}')
    return MonthDay(day.month, day.day)


_DOMAIN = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")


def _domains(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise BrokenRules(f"domains 的值应为方括号中的域名列表，不能是 {_told(value)}")
    for name in value:
        if not isinstance(name, str) or not _DOMAIN.fullmatch(name):
            raise BrokenRules(
                f'domains 中的 {_told(name)} 不是域名，应写成 "example.org" 的样子，不带 http:// 和路径'
            )
    return tuple(sorted({name.lower() for name in value}))


def _table(key: str, value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise BrokenRules(f"“{key}”应为一节（写成 [{key}] 一行，下面每项一行），不能是 {_told(value)}")
    return value


def _flat(table: Mapping[str, Any], depth: int = 1) -> Iterator[tuple[str, Any]]:
    """Yield every entry under its whole name: TOML takes the points of a name without quotes for tables."""
    for key, value in table.items():
        if isinstance(value, dict) and depth < _DEEPEST:
            yield from ((f"{key}.{inner}", found) for inner, found in _flat(value, depth + 1))
        else:
            yield key, value


def _patterns(code: str) -> Iterator[str]:
    """Yield what stands for a code and others: `a.b.c` is meant by `a.b.*`, then by `a.*`."""
    while "." in code:
        code = code.rpartition(".")[0]
        yield f"{code}.*"


def _meant(word: str, known: Iterable[str]) -> str:
    """Return the question that goes behind an unknown word: whether a known one was meant."""
    close = difflib.get_close_matches(word[:_TELLING], sorted(known), n=1)
    return f"，是否应为“{close[0]}”" if close else ""


def _told(value: object) -> str:
    text = value if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)
    text = "".join(char if char.isprintable() else "\ufffd" for char in text[:_TELLING])
    return f"“{text}”" if isinstance(value, str) else text
