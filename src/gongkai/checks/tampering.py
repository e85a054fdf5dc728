"""Names and addresses that strangers put in (篡改): gambling sites in an organ's place, domains of others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.brands import brands_in, is_no_organ
from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.evidence import Evidence
from gongkai.checks.running_text import RunningText, is_broken, running_text
from gongkai.checks.signatures import signature_of
from gongkai.readers.words import fold
from gongkai.report import PREFACE, Finding, Severity

_SOURCE = "国办发〔2017〕47号（政府网站发展指引）；国办秘函〔2019〕19号（单项否决：内容被篡改）"

NAME = Kind(
    code="tampering.name",
    severity=Severity.ERROR,
    title="机关名称被冒名顶替",
    message="应为行政机关名称之处出现“{names}”（共 {count} 处），疑为网页被篡改或仿冒。请核对来源，恢复机关名称。",
    source=_SOURCE,
)
SIGNATORY = Kind(
    code="tampering.signatory",
    severity=Severity.ERROR,
    title="落款不是行政机关",
    message="落款“{actual}”不是行政机关名称，请核对来源，改为编制机关的名称。",
    source=f"《条例》第四十九条（行政机关公布年度报告）；{_SOURCE}",
)
BLANK = Kind(
    code="tampering.blank",
    severity=Severity.DAMAGE,
    title="替换名称留下的空格",
    message="“{names}”后留有空格（共 {count} 处），是替换机关名称时留下的，恢复名称时一并去掉。",
    source=_SOURCE,
)


@rule(NAME, SIGNATORY, BLANK)
def organs_are_organs(evidence: Evidence) -> Iterator[Finding]:
    """Check that an organ's name stands where one must stand, and no gambling site's or company's (冒名).

    Source: 国办发〔2017〕47号, 国办秘函〔2019〕19号 (a tampered page fails the inspection at once).
    Reads:  the organ that the title names, the signature, and all prose for brands.
    Yields: one Finding with every place of such a name, one for the signature, and one for the blanks left behind.
    """
    text = running_text(evidence)
    named = fold(evidence.report.organ or "").strip()
    organ = named if named and is_no_organ(named) and not is_broken(named) else None
    spans = _places(text, organ)
    signature = signature_of(text)
    if signature and signature.name:
        start, end = signature.name
        if is_no_organ(text.text[start:end]) and not text.is_broken(start, end):
            spans.add((start, end))
            yield SIGNATORY.finding(quotes=[text.quote(start, end)], actual=text.text[start:end])
    if not spans:
        return
    quotes = [text.quote(start, end) for start, end in sorted(spans)]
    names = "”“".join(dict.fromkeys(quote.text for quote in quotes))
    yield NAME.finding(quotes=quotes, names=names, count=len(quotes), actual=names)
    blanks = [
        (start, end) for start, end in sorted(spans) if re.match(r" [\u4e00-\u9fff\d]", text.text[end : end + 2])
    ]
    if blanks:
        left = [text.quote(start, end + 1) for start, end in blanks]
        yield BLANK.finding(quotes=left, names=names, count=len(left))


def _places(text: RunningText, organ: str | None) -> set[tuple[int, int]]:
    """Return every place of the name in the organ's place, and of brands besides it."""
    found = {match.span() for match in re.finditer(re.escape(organ), text.text)} if organ else set()
    for brand in brands_in(text.text):
        if not any(start <= brand[0] < end for start, end in found):
            found.add(brand)
    return found


DOMAIN = Kind(
    code="tampering.domain",
    severity=Severity.ERROR,
    title="网址不是政府网站的域名",
    message="“{actual}”不在 gov.cn 之下，却被写作政府网站的地址，疑被替换。{advice}",
    source="国办发〔2017〕47号：政府网站使用以 .gov.cn 为后缀的域名",
)
MAILBOX = Kind(
    code="tampering.mailbox",
    severity=Severity.NOTE,
    title="联系邮箱是商业邮箱",
    message="联系邮箱“{actual}”不是政府邮箱。确为本机关使用的可不改，建议改用 gov.cn 邮箱。",
    source="国办发〔2017〕47号；党政机关电子邮件系统安全管理要求（一般做法）",
)
_TOP_LEVELS = (
    "com|cn|net|org|cc|top|xyz|vip|info|biz|site|online|club|shop|wang|ltd|icu|pro|app|me|tv|co|io|us|hk|mobi"
)
# Looked for in runs of the characters that addresses are made of.
_RUN = re.compile(r"[A-Za-z0-9_.@/:+-]{6,200}")
_HOST = re.compile(
    r"(?<![A-Za-z0-9_.-])(?P<mail>[A-Za-z0-9_.+-]{1,40}@)?"
    rf"(?P<host>(?:[A-Za-z0-9-]{{1,40}}\.){{1,5}}(?:{_TOP_LEVELS}))(?![A-Za-z0-9-]|\.[A-Za-z])"
)
# Networks on which governments keep accounts, newspapers of the party, and the sites of public bodies.
_OTHERS = re.compile(
    r"(?:^|\.)(?:[a-z0-9-]*12345[a-z0-9-]*\.[a-z.]+|weixin\.qq\.com|weibo\.c(?:om|n)|douyin\.com|toutiao\.com|kuaishou\.com"
    r"|people\.c(?:om\.)?cn|xinhuanet\.com|news\.cn|cctv\.com|qstheory\.cn|chinanews\.com\.cn|12388\.cn|xn--[a-z0-9-]+"
    r"|edu\.cn|mil\.cn|org\.cn|ac\.cn)$"
)
_SITE_WORDS = re.compile("门户|政府网|网站|网址|下载|查阅|查询|登录|公开(?:专栏|平台)|电子版|政务|官网|主页")
_GOVERNMENT = re.compile("政府(?!购买|采购)|门户网站|政务(?!服务平台|新媒体)")
# Others in the organ's area, whose sites are their own.
_SITES_OF_OTHERS = re.compile("融媒体|医院|学校|中学|小学|交易中心|公司|银行|协会|信用|购买服务|采购")
_LINK_LINE = re.compile(r"\s*(?:原文|来源|本文|页面|文章)?(?:链接|地址|网址|出处)\s*:|\s*https?:")
_BEFORE, _AFTER = 60, 25


@rule(DOMAIN, MAILBOX)
def addresses_are_the_governments(evidence: Evidence) -> Iterator[Finding]:
    """Check that a site called the government's has an address under gov.cn (域名).

    Source: 国办发〔2017〕47号: www.….gov.cn.
    Reads:  every domain in the prose, the words before it, and the domains that local rules allow.
    Yields: an error for a government's site elsewhere, with the right domain where the text itself shows only one,
            a warning where the words speak of some site; a note for a commercial mailbox.
    """
    text = running_text(evidence)
    hosts = [match for match in _hosts(text) if not _is_link(text, match)]
    own = {_own(match) for match in hosts if _is_own(match["host"])}
    for match in hosts:
        host = match["host"].lower()
        if _is_own(host) or _is_allowed(host, evidence.rules.domains):
            continue
        if match["mail"]:
            yield MAILBOX.finding(quotes=[text.quote_of(match)], actual=match[0])
            continue
        around = _around(text, match)
        if not _SITE_WORDS.search(around) or _OTHERS.search(host):
            continue
        right = own.copy().pop() if len(own) == 1 and not _SITES_OF_OTHERS.search(around) else None
        yield DOMAIN.finding(
            quotes=[text.quote_of(match, "host")],
            severity=_severity_of(around, text),
            actual=match["host"],
            correction=right,
            advice=f"文中另有本机关的域名，应为 {right}。" if right else "请改为政府网站的域名。",
        )


def _severity_of(around: str, text: RunningText) -> Severity | None:
    if _SITES_OF_OTHERS.search(around):
        return Severity.NOTE
    return None if _GOVERNMENT.search(around) and not text.recognised else Severity.WARNING


def _hosts(text: RunningText) -> Iterator[re.Match[str]]:
    for run in text.find(_RUN):
        if "." in run[0] and (match := _HOST.search(text.text, *run.span())):
            yield match


def _is_link(text: RunningText, match: re.Match[str]) -> bool:
    """Say whether an address stands on a line of the page that tells where the page itself is."""
    stretch = text.at(match.start())
    return stretch.passage.part == PREFACE and _LINK_LINE.match(text.text, stretch.start) is not None


def _around(text: RunningText, match: re.Match[str]) -> str:
    """Return the words around an address in its sentence."""
    stretch = text.at(match.start())
    before = text.text[max(stretch.start, match.start() - _BEFORE) : match.start()]
    after = text.text[match.end() : min(stretch.end, match.end() + _AFTER)]
    return re.split("[。;]", before)[-1] + re.split("[。;,]", after)[0]


def _is_own(host: str) -> bool:
    return host.lower().endswith((".gov.cn", ".政务.cn"))


def _is_allowed(host: str, allowed: tuple[str, ...]) -> bool:
    return any(host == name or host.endswith(f".{name}") for name in allowed)


def _own(match: re.Match[str]) -> str:
    """Return the address of the site that a domain under gov.cn belongs to."""
    host = match["host"].lower()
    if not match["mail"]:
        return host
    return f"www.{re.sub(r'^(?:mail|email|smtp)[.]', '', host)}"
