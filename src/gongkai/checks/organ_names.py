"""Organs' names (机关名称): one organ in title, preface and signature, and the issuing office by its exact name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from gongkai.checks.brands import is_no_organ
from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.evidence import Evidence
from gongkai.checks.running_text import RunningText, is_broken, running_text
from gongkai.checks.signatures import signature_of
from gongkai.readers.words import fold
from gongkai.report import PREFACE, Finding, Severity
from gongkai.terms import notices, organs

_SOURCE = "《条例》第四十九条；年度报告标题、正文、落款的机关名称应当一致"

SIGNATURE = Kind(
    code="organ_names.signature",
    severity=Severity.ERROR,
    title="落款与标题的机关不一致",
    message="落款为“{actual}”，而标题的机关是“{expected}”，{relation}。请核对后改正其中一处。",
    source=_SOURCE,
)
ANNOUNCED = Kind(
    code="organ_names.announced",
    severity=Severity.ERROR,
    title="前言与标题的机关不一致",
    message="此处写明报告机关为“{actual}”，而标题的机关是“{expected}”，{relation}。请核对后改正其中一处。",
    source=_SOURCE,
)
_ORGAN = r"[\u4e00-\u9fffA-Za-z0-9()·]{3,40}"
_REPORT = r"政府信息公开(?:工作)?(?:年度)?(?:报告|年报)"
_YEAR = r"20\d\d\s?年(?:度)?"
# Titles on lines of their own: one may be that of another report, to which the page leads.
_TITLES = (
    re.compile(rf"^\s*(?P<name>{_ORGAN}?)\s?{_YEAR}{_REPORT}\s*$", re.MULTILINE),
    re.compile(rf"^\s*{_YEAR}\s?(?P<name>{_ORGAN}?){_REPORT}\s*$", re.MULTILINE),
)
# The sentence that publishes the report.
_PUBLISHED = re.compile(
    rf"现(?:将|予?公布|向社会公布|公开)\s?(?P<name>{_ORGAN}?)\s?{_YEAR}(?:{_REPORT}|政府信息公开工作)"
)
_GENERAL = re.compile("[本我全该]")
_OFFICE = re.compile(r"(?:政务公开|政府信息公开|信息公开)?(?:工作)?(?:领导小组)?办(?:公[室厅])?$|(?:科|处|股)室?$")
_GOVERNMENT = re.compile(r"(?:人民政府|政府|(?:管理委员会|管委会|党工委))+$")


@rule(SIGNATURE, ANNOUNCED)
def one_organ_reports(evidence: Evidence) -> Iterator[Finding]:
    """Check that the signature and the preface name the organ of the title (机关名称一致).

    Source: 条例 49: an organ publishes its own report. A government's office and departments may sign for it, and
            short forms are right.
    Reads:  the title's organ, the signature, titles in the preface and the sentence that publishes the report.
    Yields: an error where two organs of one kind are named, or one with a wrong character; a warning where the
            other name is of another kind.
    """
    text = running_text(evidence)
    organ = fold(evidence.report.organ or "").strip()
    if not organ or is_no_organ(organ) or is_broken(organ):
        return
    signature = signature_of(text)
    if signature and signature.name:
        yield from _difference(SIGNATURE, text, organ, signature.name)
    for match in text.find(_PUBLISHED, PREFACE):
        if not _GENERAL.match(match["name"]):
            yield from _difference(ANNOUNCED, text, organ, match.span("name"))
    for pattern in _TITLES:
        for match in text.find(pattern, PREFACE):
            if _is_near(match["name"], organ):
                yield from _difference(ANNOUNCED, text, organ, match.span("name"))


def _difference(kind: Kind, text: RunningText, organ: str, span: tuple[int, int]) -> Iterator[Finding]:
    """Yield what is wrong with a name that should be the organ's."""
    name = text.text[slice(*span)]
    if agree(name, organ) or is_no_organ(name) or text.is_broken(*span):
        return
    near = _is_near(name, organ)
    alike = near or _ending(name) == _ending(organ) != ""
    severity = text.sure(kind) if alike else Severity.WARNING
    yield kind.finding(
        quotes=[text.quote(*span)],
        severity=severity,
        actual=name,
        expected=organ,
        relation="仅一字之差" if near else "不是同一机关" if alike else "似不是同一机关",
        correction=organ if near else None,
    )


def _is_near(name: str, organ: str) -> bool:
    return Levenshtein.distance(name, organ, score_cutoff=1) == 1


# What an organ calls its place without naming it: 区政府国资局, 我县财政局.
_SELF = re.compile("^(?:[本我]?[省市县区州盟旗镇乡](?:人民政府|政府|直属|直|级)?|[本我])(?=[\u4e00-\u9fff]{2})")


def agree(name: str, organ: str) -> bool:
    """Say whether a name can mean an organ: itself, shortened, its office, or a department of a government."""
    name, organ = _SELF.sub("", _plain(name)), _plain(organ)
    if _is_within(name, organ) or _is_within(organ, name):
        return True
    stem, own = _OFFICE.sub("", name), _OFFICE.sub("", organ)
    if len(stem) > 1 and (_is_within(stem, own) or _is_within(own, stem)):
        return True
    place = _GOVERNMENT.sub("", own)
    return place != own and (name.startswith(place) or _is_within(place, name))


def _plain(name: str) -> str:
    return re.sub(r"[\s()·]", "", name)


def _is_within(short: str, whole: str) -> bool:
    """Say whether all characters of a short name stand in the whole one, in their order (管委会 in 管理委员会)."""
    rest = iter(whole)
    return len(short) > 1 and all(character in rest for character in short)


def _ending(name: str) -> str:
    return next((kind for kind in organs.KINDS if name.endswith(kind)), "")


ISSUING_OFFICE = Kind(
    code="organ_names.issuing_office",
    severity=Severity.ERROR,
    title="发文机关名称有误",
    message="“{actual}”应为“{expected}”，请改正。",
    source="国办公开办函〔2021〕30号（发文机关：国务院办公厅政府信息与政务公开办公室）",
)


# Without the characters that other offices and other sentences would bring in.
_OPENNESS_OFFICE = re.compile(
    r"国务院办公厅(?:(?![省市县区厅局部委各关于要求])[\u4e00-\u9fff]){1,16}?(?:公开办公[室厅]|公开办工室|公办公室|开办公室)"
)
_INFORMATION = "政府信息"


@rule(ISSUING_OFFICE)
def the_issuing_office_is_named_exactly(evidence: Evidence) -> Iterator[Finding]:
    """Check the name of the office that issues the form (国务院办公厅政府信息与政务公开办公室).

    Source: 国办公开办函〔2021〕30号 and the office's other notices.
    Reads:  every 国务院办公厅…公开办公室 in the prose.
    Yields: an error with the right name for another long name; a warning for a short one outside a title.
    """
    text = running_text(evidence)
    for match in text.find(_OPENNESS_OFFICE):
        name = match[0]
        if name == notices.ISSUER:
            continue
        short = _INFORMATION not in name
        yield ISSUING_OFFICE.finding(
            quotes=[text.quote_of(match)],
            severity=Severity.WARNING if short else text.sure(ISSUING_OFFICE),
            actual=name,
            expected=notices.ISSUER,
            correction=notices.ISSUER,
        )
