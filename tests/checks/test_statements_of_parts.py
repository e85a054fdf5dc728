"""Parts make their whole and shares are those of their whole, and nothing else is taken for parts or a whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.checks.evidence import Evidence
from gongkai.checks.statements import parts_make_their_whole, shares_are_rounded_right
from gongkai.report import Finding, Severity
from tests.checks.examples import Example, model, with_prose
from tests.claims.marked import ACTIVE, ON_REQUEST, failing, report_of

LISTS = {
    "statements.parts": ("网站60条、新媒体30条、其他20条", "网站60条、新媒体20条、其他20条"),
    "statements.part": ("网站120条", "网站80条"),
    "statements.share": ("网站60条，占65%", "网站60条，占60%"),
}
EXAMPLES = {
    code: Example(
        Evidence(with_prose(1, f"全年共公开信息100条，其中{right}。")),
        Evidence(with_prose(1, f"全年共公开信息100条，其中{wrong}。")),
    )
    for code, (wrong, right) in LISTS.items()
}


def found(words: str, heading: str = ACTIVE) -> list[Finding]:
    evidence = Evidence(report_of(heading, words))
    return [*parts_make_their_whole(evidence), *shares_are_rounded_right(evidence)]


WRONG_SUMS_OPEN = "the last part, the rest, is not taken as one"
WRONG_SUMS = (
    "全年主动公开政府信息3707条，其中网站2400条，新媒体1000条，其他渠道200条。",
    "全年公开信息100条（网站60条、新媒体30条、其他20条）。",
    "公开信息100条，其中网站60条，公报10条，其余20条通过公示栏公开。",
    "全年发布信息100条。其中，网站60条，新媒体30条，其他渠道20条。",
    "公开信息100条（其中网站60条、新媒体30条、其他20条），阅读量1.2万次。",
    "公开信息90条，其中政策文件40条（规章2条、规范性文件30条、其他文件6条）、其他50条。",
    "收到意见建议20条，其中采纳12条，其他6条作解释说明。",
    "政府信息公开目录更新500条，其中机构职能20条、规划计划30条、财政资金150条、其他信息290条。",
    "通过政府网站公开政府信息1000条，概况类信息10条，政务动态500条，信息公开目录400条。",
    "全年制发公文170件，其中主动公开120件、依申请公开30件、不予公开10件。",
    failing("全年开展培训12次，其中集中培训4次、上门培训3次、其他形式培训4次。", WRONG_SUMS_OPEN),
    "公开部门预算60家，其中一级预算单位40家、其他单位22家。",
)


@pytest.mark.parametrize("words", WRONG_SUMS)
def test_parts_that_do_not_make_their_whole_are_found(words: str) -> None:
    assert [one.code for one in found(words)] == ["statements.parts"]


RIGHT_SUMS_OPEN = "what is no part is added up, or another count is taken for the whole"
RIGHT_SUMS = (
    "全年主动公开政府信息3707条，其中网站2400条，新媒体1107条，其他渠道200条。",
    "全年主动公开政府信息3707条，其中网站2400条，政务新媒体1307条。",
    "公开信息100条，其中网站80条，新媒体60条，部分信息多渠道发布。",
    "公开信息100条（网站60条、新媒体20条、其他20条）。",
    "公开信息100条，其中网站60条，公报10条，其余30条通过公示栏公开。",
    "公开信息100条。其中，网站60条，新媒体30条，其他渠道10条。",
    "组织培训12次，其中集中培训4次，参训300人次，其他培训8次。",
    "公开信息100条，其中网站60条，阅读量1.2万次，其他渠道40条。",
    "公开信息100条，阅读量200次。其中网站60条，其他渠道40条。",
    "公开信息100条，访问量2万次，其中网站60条，其他渠道40条。",
    "公开信息100条，其中网站60条，较上年增加10条，其他渠道40条。",
    "公开信息100条，其中网站60条，上年为50条，其他渠道40条。",
    "公开信息100条，其中网站60条（图解20条），其他40条。",
    "公开政策文件100条，其中规范性文件40条（规章2条、其他38条）、其他文件60条。",
    "公开财政信息380条，其中专项资金152条，预决算197条，含部门预决算165条，其他31条。",
    "公开财政信息380条，其中专项资金152条、预决算197条，预决算中部门预决算165条，其他31条。",
    "公开信息100条，其中网站60条、新媒体40条；按内容分，规划类30条、财政类50条、其他20条。",
    "公开信息100条，其中网站60条、新媒体40条，内容涉及规划类30条、财政类50条、其他20条。",
    "网站公开100条、微信公开50条，其中政策类80条，其他70条。",
    "通过网站公开信息100条，通过新媒体公开信息50条，其中政策解读类80条。",
    "访问量1.2万次，其中网站8000次，其他4012次。",
    "浏览量3.5万次，其中电脑端2万次，其他终端1.48万次。",
    "公开信息约100条，其中网站60条，其他38条。",
    "公开信息100余条，其中网站60条，其他48条。",
    "公开信息100条，其中网站近60条，其他渠道38条。",
    "全年公开信息1200条，答复留言20条，采纳建议5条，其他意见8条。",
    "全年共发布信息1200条，回应关切20条，征集意见5条，其他互动8条。",
    "全年公开信息1200条，举办新闻发布会3场、在线访谈5场、其他活动8场。",
    "2022年公开信息80条，2023年、2024年分别为90条、100条。",
    "网站公开信息100条，微信、微博分别公开120条、30条。",
    "公开信息100条，政务新媒体和公示栏发布量分别为120条、30条。",
    "下辖12个乡镇，其中8个镇、4个乡。",
    "政务新媒体12个，其中微信公众号8个，微博账号3个，其他1个。",
    "县级网站1个，其中栏目20个，其他专题5个。",
    "公开信息100条，其中网站60条，公报10条。其他30条通过公示栏公开。",
    "公开信息100条，其中网站60条。新媒体发布30条，其他渠道发布10条。",
    "发布解读40件，其中文字20篇、图解10张、其他形式5次。",
    "开展活动5场，其中政府开放日2场，参与群众120人，其他活动3场。",
    "公开信息100条，其中网站60条，其他渠道40条，此外转载信息20条。",
    "公开信息100条，其中网站60条，同比增长20%，其他渠道40条。",
    "培训干部120人次，其中县直单位80人次，乡镇40人次，其他人员另行安排。",
    "公开信息100条，其中第一季度20条、第二季度30条、第三季度20条、第四季度30条。",
    "清理文件60件，其中有效48件，废止8件，其他4件；保留率80%。",
    "公开信息100条，其中“两公示”信息60条，其他40条。",
    "公开100条信息，其中60条为政策信息，40条为其他信息。",
    "全县28个单位公开信息100条，其中网站60条，其他40条。",
)


@pytest.mark.parametrize("words", RIGHT_SUMS)
def test_parts_that_make_their_whole_and_lists_that_are_none_are_not_mentioned(words: str) -> None:
    assert found(words) == []


REQUESTS_IN_PARTS_OPEN = "the count before 其中 is not its whole"
REQUESTS_IN_PARTS = (
    "共收到申请28件，办结27件，结转下年度1件，其中自然人26件，法人或其他组织2件。",
    "新收申请28件，上年结转2件，其中自然人29件、法人1件。",
    "共收到申请28件，其中自然人26件，其他2件。",
    "共收到申请28件，其中网上申请20件、信函申请6件、其他方式2件。",
    "共收到申请28件，上年结转2件，其中予以公开20件，部分公开2件，其他处理8件。",
    "共办结申请29件，其中予以公开20件，部分公开3件，不予公开2件，无法提供3件，其他处理1件。",
    "共收到申请28件，同比增长12%，其中自然人26件，其他2件。",
    "收到申请28件（自然人26件、其他2件），办结28件。",
    "收到申请28件（其中网上20件、其他8件；自然人26件、其他2件）。",
    "全年收到行政复议3件，其中维持2件，其他结果1件。",
)


@pytest.mark.parametrize("words", REQUESTS_IN_PARTS)
def test_requests_in_parts_are_not_held_against_another_count(words: str) -> None:
    assert found(words, ON_REQUEST) == []


WRONG_SHARES = (
    "全年共收到政府信息公开申请28件，其中自然人26件，占92.0%。",
    "全年共收到政府信息公开申请28件，其中自然人26件，占92%。",
    "共收到申请28件，办结29件，予以公开20件，占68%。",
    "全年共公开信息100条，其中网站60条，占65%。",
    "全年共公开信息300条，其中网站100条，占33.4%。",
    "全年共公开信息300条，其中网站200条（占66.6%）。",
    "全年共发布解读40篇，其中图解15篇，占比38.5%。",
)


@pytest.mark.parametrize("words", WRONG_SHARES)
def test_a_wrong_share_is_a_warning(words: str) -> None:
    (finding,) = found(words, ON_REQUEST)
    assert (finding.code, finding.severity) == ("statements.share", Severity.WARNING)


RIGHT_SHARES_OPEN = "the whole is rounded"
RIGHT_SHARES = (
    "全年共收到政府信息公开申请28件，其中自然人26件，占92.9%。",
    "全年共收到政府信息公开申请28件，其中自然人26件，占92.86%。",
    "全年共收到政府信息公开申请28件，其中自然人26件，占93%。",
    "全年共收到政府信息公开申请28件，其中自然人26件，约占93%。",
    "全年共收到政府信息公开申请28件，其中自然人26件，占比约92%。",
    "全年共收到政府信息公开申请28件，其中自然人26件，占九成以上。",
    "共收到申请28件，上年结转2件，办结29件，予以公开20件，占69%。",
    "共收到申请28件，上年结转2件，办结29件，予以公开20件，占71.4%。",
    "全年共公开信息300条，其中网站100条，占33.3%。",
    "全年共公开信息300条，其中网站100条，占33%；新媒体100条，占33%；公示栏100条，占33%。",
    "全年共公开信息800条，其中网站100条，占12.5%。",
    "全年共公开信息800条，其中网站100条，占13%。",
    "全年共公开信息800条，其中网站100条，占12%。",
    "全年共公开信息100条，政策解读40条，其中图解10条，占25%。",
    "全年共公开信息100条，其中政策解读40条（图解10条，占25%）。",
    "全年共收到申请28件，不予公开4件，其中属于国家秘密1件，占25%。",
    "予以公开20件，占全市申请总量的5%。",
    "无法提供10件，占不予公开和无法提供总数的83%。",
    "全年共公开信息100条，原创信息80条，占政务新媒体信息的40%。",
    "全年共公开信息100条，增加20条，增幅25%。",
    "全年共公开信息100条，较上年增加20条，占去年的25%。",
    "全年共公开信息100条，办理留言60条，满意率98%。",
    "全年共收到申请28件。通过网络提交20件，占71.4%；信函8件，占28.6%。",
    "全年共公开信息1.2万条，其中网站0.4万条，占33%。",
    "全年共公开信息1.2万条，其中网站4012条，占33.4%。",
    "全年共公开信息100余条，其中网站60条，占55%。",
    "共收到申请28件，其中自然人26件，占申请总数的92.9%，法人2件，占7.1%。",
    "全年共召开会议12次，其中专题会议3次，占1/4。",
)


@pytest.mark.parametrize("words", RIGHT_SHARES)
def test_a_share_that_some_whole_explains_is_not_mentioned(words: str) -> None:
    assert found(words, ON_REQUEST) == []


@pytest.mark.parametrize("words", ["公开信息100条，其中网站120条。", "开展培训5次，其中线上培训8次。"])
def test_a_part_larger_than_its_whole_is_a_warning(words: str) -> None:
    (finding,) = found(words)
    assert (finding.code, finding.severity) == ("statements.part", Severity.WARNING)


def test_words_of_a_list_with_a_rest_prove_it_and_a_bare_list_does_not() -> None:
    (stated,) = found("全年共公开信息100条，其中网站60条、其他50条。")
    (bare,) = found("全年共公开信息100条，网站60条、其他50条。")
    assert (stated.severity, bare.severity) == (Severity.ERROR, Severity.WARNING)


def test_the_whole_its_parts_and_the_difference_are_told() -> None:
    (finding,) = found("全年公开信息100条，其中网站60条、解读12条、公报28条、其他12条。")
    assert finding.quotes[0].text == "全年公开信息100条"
    assert (finding.expected, finding.actual) == ("112", "100")
    assert finding.calculation == "60 + 12 + 28 + 12 = 112，112 - 100 = 12"
    # Two parts are twelve: neither is told to be the one too many.
    assert "恰为" not in finding.message


def test_the_only_part_that_makes_the_sum_too_large_is_named() -> None:
    (finding,) = found("全年公开信息100条，其中网站60条、解读12条、公报20条、其他20条。")
    assert "恰为“解读12条”；" in finding.message
    (finding,) = found("全年公开信息100条，其中网站60条、解读13条、公报17条、其他40条。")
    assert "恰为“解读13条”与“公报17条”之和" in finding.message


def test_the_right_share_is_told_as_it_should_be_printed() -> None:
    (finding,) = found("全年共公开信息300条，其中网站100条，占33.4%。")
    assert (finding.expected, finding.actual) == ("33.3", "33.4")
    assert finding.quotes[0].text == "其中网站100条，占33.4%"


@given(st.lists(st.integers(min_value=0, max_value=9999), min_size=2, max_size=7), st.integers(1, 500))
def test_a_list_is_wrong_by_whatever_its_whole_is_off(parts: list[int], off: int) -> None:
    listed = "、".join(f"{'甲乙丙丁戊己庚'[at]}类{number}条" for at, number in enumerate(parts[:-1]))
    total = sum(parts)
    said = f"条，其中{listed}、其他{parts[-1]}条。"
    assert found(f"全年公开信息{total}{said}") == []
    (finding,) = found(f"全年公开信息{total + off}{said}")
    assert (finding.expected, finding.actual) == (str(total), str(total + off))


@given(st.integers(1, 9999), st.integers(1, 9999), st.integers(0, 2))
def test_every_share_that_is_rounded_right_is_right_and_one_unit_more_is_wrong(
    one: int, rest: int, digits: int
) -> None:
    whole = one + rest
    unit = 10**digits
    nearest = (200 * unit * one + whole) // (2 * whole)

    def said(share: int) -> str:
        shown = str(share) if not digits else f"{share // unit}.{share % unit:0{digits}d}"
        return f"全年共公开信息{whole}条，其中网站{one}条，占{shown}%。"

    assert found(said(nearest)) == []
    assert [finding.code for finding in found(said(nearest + 2))] == ["statements.share"]


def test_the_model_report_has_no_parts_that_are_wrong() -> None:
    assert list(parts_make_their_whole(Evidence(model()))) == []
