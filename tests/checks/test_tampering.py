"""Sites and brands in an organ's place are found with all their places, strangers' domains in a government's."""

from __future__ import annotations

import pytest

from gongkai.checks.brands import brands_in, is_no_organ
from gongkai.checks.evidence import Evidence
from gongkai.checks.local_rules import LocalRules
from gongkai.checks.tampering import addresses_are_the_governments, organs_are_organs
from tests.checks.examples import Example, model, with_prose
from tests.checks.yielded import quoted, told, yielded

SITE = "澄湖娱乐(中国)官方网站"
DATE = "2025年3月6日"


def hijacked(name: str) -> Evidence:
    report = model(
        organ=name,
        preface=(f"{name} 2024年政府信息公开工作年度报告", f"现公布{name} 2024年年报。"),
        closing=(name, DATE),
    )
    return Evidence(report)


PASSING = Evidence(model(closing=("絮泉县人民政府", DATE)))
EXAMPLES = {
    "tampering.name": Example(passing=PASSING, failing=hijacked(SITE)),
    "tampering.signatory": Example(passing=PASSING, failing=hijacked(SITE)),
    "tampering.blank": Example(passing=PASSING, failing=hijacked(SITE)),
    "tampering.domain": Example(
        passing=Evidence(with_prose(6, "可在县人民政府门户网站(www.xuquan.gov.cn)下载。")),
        failing=Evidence(with_prose(6, "可在县人民政府门户网站(www.xuquan-x.com)下载,邮箱gk@xuquan.gov.cn。")),
    ),
    "tampering.mailbox": Example(
        passing=Evidence(with_prose(6, "邮箱:gk@xuquan.gov.cn。")),
        failing=Evidence(with_prose(6, "邮箱:gk@163.com。")),
    ),
}


def test_a_site_in_the_organs_place_is_found_everywhere_and_as_signatory() -> None:
    findings = list(organs_are_organs(hijacked(SITE)))
    assert [finding.code for finding in findings] == ["tampering.signatory", "tampering.name", "tampering.blank"]
    assert quoted(findings, "tampering.name") == [SITE] * 3
    assert quoted(findings, "tampering.signatory") == [SITE]
    assert quoted(findings, "tampering.blank") == [f"{SITE} "] * 2


@pytest.mark.parametrize(
    "name",
    [
        "365bet(中国)官方网站",
        "bet36体育",
        "开云(中国)官网",
        "澳门新葡京",
        "某某科技有限公司",
        "www.abc.com",
        "真人娱乐平台",
        "九游会登录入口",
        "yabo777手机版",
        "新葡京市人民政府",
    ],
)
def test_names_of_sites_are_no_organs(name: str) -> None:
    assert is_no_organ(name)
    assert {"tampering.name", "tampering.signatory"} <= {one.code for one in organs_are_organs(hijacked(name))}


@pytest.mark.parametrize(
    "name",
    [
        "絮泉县体育局",
        "砚汀市文化广电旅游体育局",
        "絮泉县彩票管理中心",
        "金沙县人民政府",
        "米兰街道办事处",
        "霁湾经济开发区",
        "絮泉县12345政务服务便民热线服务中心",
        "砚汀市数据和政务服务管理局(平台办)",
        "中国人民银行絮泉县支行",
        "絮泉县体育中学",
    ],
)
def test_names_of_organs_are_no_sites(name: str) -> None:
    assert not is_no_organ(name)
    assert told(organs_are_organs, model(organ=name, closing=(name, DATE))) == set()


@pytest.mark.parametrize(
    ("text", "brand"),
    [
        ("通过365bet官网共发布120条。", "365bet官网"),
        ("通过开云体育官方网站共发布120条。", "开云体育官方网站"),
        ("关注bet365平台。", "bet365平台"),
        ("由皇冠体育(中国)主办。", "皇冠体育(中国)"),
        ("新葡京省人民政府办公厅印发通知。", "新葡京"),
    ],
)
def test_a_brand_in_the_prose_is_found(text: str, brand: str) -> None:
    assert quoted(yielded(organs_are_organs, with_prose(1, text)), "tampering.name") == [brand]


@pytest.mark.parametrize(
    "text",
    [
        "打击网络赌博、百家乐和六合彩,整治棋牌室。",
        "公开福利彩票公益金和体育彩票公益金使用情况。",
        "金沙体育中心、澳门体育总会、米兰体育公园开放。",
        "举办星空音乐会、半岛马拉松和熊猫文化节。",
        "登录官网下载APP,网站日均访问365人次。",
        "邮箱bet365@xuquan.gov.cn,编号alphabet365。",
    ],
)
def test_the_trade_and_places_of_the_same_name_are_no_brands(text: str) -> None:
    assert list(brands_in(text)) == []


@pytest.mark.parametrize(
    ("text", "host", "severity", "right"),
    [
        (
            "可在县人民政府门户网站(www.abc123.com)下载,邮箱gk@xuquan.gov.cn。",
            "www.abc123.com",
            "error",
            "www.xuquan.gov.cn",
        ),
        ("政府网站:http://xuquan.gov.com/zwgk", "xuquan.gov.com", "error", None),
        ("登录www.abc.top(絮泉县人民政府网站)查阅", "www.abc.top", "error", None),
        ("网址:www.xuquangov.cn", "www.xuquangov.cn", "warning", None),
        ("门户网站(www.xuquan.gov.cn.abc.com)公开", "www.xuquan.gov.cn.abc.com", "error", None),
        (
            "政府网站(www.abc.net)或www.a.gov.cn、www.b.gov.cn查阅",
            "www.abc.net",
            "error",
            None,
        ),
    ],
)
def test_a_strangers_domain_called_the_governments_is_found(
    text: str, host: str, severity: str, right: str | None
) -> None:
    findings = yielded(addresses_are_the_governments, with_prose(6, text))
    assert [(one.code, one.severity.value, one.correction) for one in findings] == [
        ("tampering.domain", severity, right)
    ]
    assert quoted(findings, "tampering.domain") == [host]


@pytest.mark.parametrize(
    "text",
    [
        "门户网站(www.xuquan.gov.cn)和http://zwfw.xuquan.gov.cn公开。",
        "政府网站www.xuquan.example查阅。",
        "关注政务微博weibo.com/xuquan和mp.weixin.qq.com。",
        "12345热线网站www.12345.com受理。",
        "网址www.xuquan.政务.cn。",
        "依托人民网people.com.cn解读政策。",
        "企业示例公司abc.com入驻园区。",
        "链接与图片详见links.tsv和report.pdf,比分3.5。",
        "公共资源交易网站ggzy.xuquan.org.cn公开。",
    ],
)
def test_other_domains_are_left_alone(text: str) -> None:
    assert told(addresses_are_the_governments, with_prose(6, text)) == set()


def test_the_pages_own_address_is_left_alone() -> None:
    report = model(preface=("原文链接: https://www.abc.com/zwgk/nb.html 政府网站",))
    assert told(addresses_are_the_governments, report) == set()


def test_a_place_may_allow_domains() -> None:
    text = "可在管委会门户网站(www.xuquan-zone.com)下载。"
    rules = LocalRules(domains=("xuquan-zone.com",))
    assert yielded(addresses_are_the_governments, with_prose(6, text), rules) == []
    assert len(yielded(addresses_are_the_governments, with_prose(6, text))) == 1
