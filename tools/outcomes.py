"""The page of outcomes (办理结果总表): rows, articles, letters, elements, remedies; and the columns of table 4."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import groupby

from gongkai.law.convention_words import CONVENTIONS
from gongkai.law.conventions import DEFAULT
from gongkai.law.disputes.columns import Column, column_of
from gongkai.law.disputes.dispute import ReviewResult, SuitResult
from gongkai.law.documents import REPLIES, Document, Element, elements_of
from gongkai.law.outcomes.articles import cited, of_reconsideration_law
from gongkai.law.outcomes.outcome import GROUNDS, Item, Outcome
from gongkai.law.outcomes.remedies import NEW_RECONSIDERATION_LAW, remedy_of
from gongkai.law.outcomes.review_organs import FINAL_RULING, JOINT_DEFENDANTS, JURISDICTION, SEAT
from gongkai.law.outcomes.review_periods import ORDINARY, SIMPLIFIED
from gongkai.law.outcomes.rows import ROWS
from gongkai.law.outcomes.rule import REGULATIONS_FROM, OutcomeRule
from gongkai.law.outcomes.table import RULES
from gongkai.terms import form

HEAD = """\
# 办理结果总表

本页由 `make docs` 从程序生成，请勿手改。

一件申请有一项或者几项，每一项有一个办理结果。由办理结果得出：计入年度报告表三的哪一行，依据哪一条，用哪种文书，必须写明什么，
怎样告知救济途径。用在{regulations}（条例施行之日）以后作出的答复；以前的，没有规则，程序会提示。
注明“口径”的，法律没有规定，由各机关的本地口径决定，这里列的是默认值。
"""
COMMON = """\
## 每份答复书都要写明的

{elements}。

下面各表“还要写明”一栏，是在此之外的必备要素。缺少必备要素的文书不能发出。
没有救济途径的（见[救济途径](#救济途径)），不写救济途径。
"""
PARTIAL = """\
### 部分公开

部分公开的，要写明不予公开部分的依据。依据可以是上面的不予公开情形（条例第十四条至第十六条），也可以是不属于政府信息。
引用时按条、款、项的先后，例如：{example}。
"""
SEVERAL = """\
## 一件申请有几项

一件申请只计入表三一行。有区分处理的，只计“（二）部分公开”（{notice}）。其余情形没有规定，由口径 `mixed_row` 决定：

| 口径 | 怎样计 |
|---|---|
"""
REMEDY = """\
## 救济途径

| 情形 | {first}前作出的答复 | {first}起作出的答复 |
|---|---|---|
"""
AFTER_REMEDY = """\

- 一份答复书有几项的，有一项应当先申请行政复议，全部按先申请行政复议告知。
- 部分公开，只有不属于政府信息的内容没有提供的，不是不予公开，可以申请行政复议，也可以提起行政诉讼。
- 程序性文书（{procedural}）不写救济途径（国办函〔2021〕132号第三条第一项）。
- {refusal}不予更正的，应当告知救济途径，可以申请行政复议，也可以提起行政诉讼；已经更正的，不写。
  {passed_on}没有决定是否更正，不写。
- 决定公开涉及第三方的信息的（{third_party}），应当告知第三方救济途径。
- 逾期没有答复的，{first}起，按默认的口径视为未履行法定职责，先申请行政复议
  （行政复议法第二十三条第一款第三项，口径 `silence_remedy`）。
- 通过互联网送达的，应当同时提供提交行政复议申请书的互联网渠道（行政复议法第二十二条第二款，{first}起）。

| 期限 | 起算 | 依据 |
|---|---|---|
| 60日内申请行政复议 | 收到答复之日 | {sixty} |
| 6个月内提起行政诉讼 | 收到答复之日 | 行政诉讼法第四十六条第一款 |
| 15日内提起行政诉讼 | 收到复议决定书之日，或者复议期限届满之日 | 行政诉讼法第四十五条、行政复议法第三十四条 |
| 没有告知复议权利、复议机关、申请期限或者起诉期限的，最长一年 | 知道或者应当知道答复内容之日 | {untold} |
| 逾期不答复：60日内申请行政复议，6个月内提起行政诉讼 | 答复期限届满之日 | {silent} |

{first}前送达的答复，没有告知复议权利的，自收到补充告知之日起60日内申请行政复议（行政复议法实施条例第十五条第一款第五项）。
期间开始的当日不计；最后一日不上班的，顺延至下一个工作日（口径 `roll_over`）。
"""
ORGANS = """\
## 复议机关和管辖法院

从{first}起。复议机关、人民法院的名称由各机关自己设置。

| 作出答复的机关 | 复议机关 | 依据（行政复议法） | 第一审法院 | 依据（行政诉讼法） |
|---|---|---|---|---|
"""
AFTER_ORGANS = """\

“或者”表示由申请人选择。注有“＊”的，对复议决定不服，可以起诉，也可以向国务院申请裁决（{final}）。
行政公署的工作部门作出答复的，由行政公署复议（{office}）。
由最初作出行政行为的机关所在地法院管辖；经复议的，也可以由复议机关所在地法院管辖（{seat}）。
复议机关作共同被告的，以作出原行政行为的机关确定法院的级别（{joint}）。
"""
PERIODS = """\
## 复议程序的期限

三日、五日、七日、十日是工作日，其余是自然日（行政复议法第八十八条第二款）。政府信息公开案件可以适用简易程序（第五十三条第一款第四项）。

| 事项 | 自何时起 | 普通程序 | 简易程序 | 依据（行政复议法） |
|---|---|---|---|---|
"""
TABLE_4 = """\
## 表四：行政复议、行政诉讼的结果

| 列 | 行政复议 | 行政诉讼 |
|---|---|---|
"""
AFTER_TABLE_4 = """\

带“＊”的由口径决定。12月31日没有生效结果的，计入“尚未审结”；一审判决、裁定在上诉期（15日、10日，行政诉讼法第八十五条）满后生效。
二审维持的，按一审的结果计；发回重审的，等重新作出的裁判。下列各点没有规定，由口径决定：

| 口径 | 问题 | 默认 |
|---|---|---|
"""
_DISPUTE_SETTINGS = (
    "dispute_year",
    "appeal",
    "joint_defendant",
    "sole_defendant_counts",
    "request_dismissed",
    "mediated",
    "withdrawn_after_change",
)
_STARRED = ("request_dismissed", "mediated")


def outcomes_page() -> str:
    """Return the page: the table of outcomes by the groups of table 3, remedies, reviewing organs, table 4."""
    parts = [
        HEAD.format(regulations=_day(REGULATIONS_FROM)),
        COMMON.format(elements=_names(_common())),
        *_table(),
        *_proofs(),
        *_several(),
        *_remedies(),
        *_organs(),
        *_periods(),
        *_table_4(),
    ]
    return "\n".join(parts)


def _common() -> tuple[Element, ...]:
    kinds = [set(elements_of(document)) for document in REPLIES]
    return tuple(element for element in Element if all(element in kind for kind in kinds))


def _table() -> Iterator[str]:
    yield "## 办理结果\n"
    for group, rules in groupby(RULES, key=lambda rule: ROWS[rule.row][0]):
        yield from _group(group or "（一）予以公开、（二）部分公开", list(rules))
        if not group:
            yield PARTIAL.format(example="条例第十五条、第十六条第二款、第三十七条")


def _group(group: str, rules: list[OutcomeRule]) -> Iterator[str]:
    yield f"### {group}\n"
    if group == form.OTHERWISE_HANDLED:
        yield f"2019、2020年度的格式（{form.NOTICE_2019}）中，“（六）其他处理”只有一行 `3.6`，都计入该行。\n"
    yield "| 办理结果 | 表三的行 | 依据 | 文书 | 还要写明 | 应当、可以 |\n|---|---|---|---|---|---|"
    for rule in rules:
        cells = (_outcome(rule), _row(rule), _basis(rule), _document(rule), _beyond(rule), _force(rule))
        yield f"| {' | '.join(cells)} |"
    yield ""


def _outcome(rule: OutcomeRule) -> str:
    if rule.valid_to is not None:
        return f"{rule.label}（{_day(rule.valid_to)}前）"
    later = f"（{_day(rule.valid_from)}起）" if rule.valid_from > REGULATIONS_FROM else ""
    return rule.label + later


def _row(rule: OutcomeRule) -> str:
    setting = f"<br>口径 `{rule.convention}`" if rule.convention else ""
    return f"`{rule.row}` {ROWS[rule.row][1]}{setting}"


def _basis(rule: OutcomeRule) -> str:
    before = f"<br>先发：{rule.before.document.value}（{rule.before.article}）" if rule.before else ""
    note = f"<br>{rule.note}" if rule.note else ""
    return (cited(rule.articles) or "—") + before + note


def _document(rule: OutcomeRule) -> str:
    return f"{rule.document.value} {rule.document.label}"


def _beyond(rule: OutcomeRule) -> str:
    common = _common() if rule.document in REPLIES else ()
    return _names(element for element in rule.elements if element not in common) or "—"


def _force(rule: OutcomeRule) -> str:
    if rule.document not in REPLIES:
        return "—"
    unless = f"<br>但{'，或者'.join(one.label for one in rule.unless)}的，公开" if rule.unless else ""
    return rule.force.label + unless


def _proofs() -> Iterator[str]:
    yield "## 要留存的证明材料\n"
    yield "发生争议时，由作出答复的机关举证（行政复议法第四十四条第一款、行政诉讼法第三十四条）。\n"
    yield "| 办理结果 | 证明材料 |\n|---|---|"
    for rule in RULES:
        if rule.valid_to is None:
            yield f"| {rule.label} | {'；'.join(one.label for one in rule.proofs)} |"
    yield ""


def _several() -> Iterator[str]:
    yield SEVERAL.format(notice=form.NOTICE_2021).rstrip("\n")
    for value, meaning in CONVENTIONS["mixed_row"].values.items():
        yield f"| `{value}`{_default('mixed_row', value)} | {meaning} |"
    yield ""


def _remedies() -> Iterator[str]:
    first = _day(NEW_RECONSIDERATION_LAW)
    yield REMEDY.format(first=first).rstrip("\n")
    before = NEW_RECONSIDERATION_LAW - dt.timedelta(days=1)
    for told, items in _cases_of_remedies().items():
        yield f"| {told} | {_remedy(items, before)} | {_remedy(items, NEW_RECONSIDERATION_LAW)} |"
    notices = [
        document.value
        for document in Document
        if document not in (*REPLIES, Document.L27)
        and {Element.SEAL, Element.REMEDY} & set(elements_of(document)) == {Element.SEAL}
    ]
    yield AFTER_REMEDY.format(
        first=first,
        procedural="、".join(notices),
        third_party=f"{Document.L09.value} {Document.L09.label}",
        refusal=f"{Document.L28.value} {Document.L28.label}",
        passed_on=f"{Document.L27.value} {Document.L27.label}",
        sixty=f"行政复议法第二十条第一款；{first}前为行政复议法（2017年修正）第九条第一款",
        untold="行政复议法第二十条第三款、法释〔2018〕1号第六十四条",
        silent="行政复议法实施条例第十六条第一款第一项、法释〔2018〕1号第六十六条",
    )


def _cases_of_remedies() -> dict[str, list[Item]]:
    """Return groups of items that have the same remedy on every day, by what they are called."""
    petitions = (Outcome.PETITION, Outcome.ENQUIRY)
    named = {*GROUNDS, *petitions, Outcome.PARTLY_GRANTED, Outcome.WITHDRAWN}
    return {
        "不予公开：" + "；".join(outcome.label for outcome in GROUNDS): [Item(outcome) for outcome in GROUNDS],
        "部分公开，不予公开的部分依据条例第十四条至第十六条": [_partly((outcome,)) for outcome in GROUNDS],
        "部分公开，不提供的部分只是不属于政府信息": [_partly((Outcome.NOT_GOVERNMENT_INFORMATION,))],
        "信访、投诉、举报，咨询（口径 `petition_remedy`）": [Item(outcome) for outcome in petitions],
        "申请人撤回申请": [Item(Outcome.WITHDRAWN)],
        "其他答复": [Item(outcome) for outcome in Outcome if outcome not in named],
    }


def _partly(grounds: tuple[Outcome, ...]) -> Item:
    return Item(Outcome.PARTLY_GRANTED, grounds)


def _remedy(items: list[Item], on: dt.date) -> str:
    """Return the remedy of items that all have the same one."""
    (remedy,) = {remedy_of([item], on) for item in items}
    return remedy.label


def _organs() -> Iterator[str]:
    yield ORGANS.format(first=_day(NEW_RECONSIDERATION_LAW)).rstrip("\n")
    for kind, found in JURISDICTION.items():
        reviewers = "或者".join(one.label for one in found.reviewers) + ("＊" if found.final_ruling else "")
        yield (
            f"| {kind.label} | {reviewers} | {found.article.place} | "
            f"{found.court.label} | {found.court_article.place} |"
        )
    yield AFTER_ORGANS.format(
        final=FINAL_RULING, office=of_reconsideration_law(24, 3), seat=SEAT, joint=JOINT_DEFENDANTS
    )


def _periods() -> Iterator[str]:
    yield PERIODS.rstrip("\n")
    simplified = {period.step: period for period in SIMPLIFIED}
    for period in sorted(ORDINARY, key=lambda one: list(simplified).index(one.step)):
        other = simplified[period.step]
        articles = dict.fromkeys(one.article.place for one in (period, other))
        yield (
            f"| {period.step.label} | {period.begins} | {period.days}日 | {other.days}日 | {'、'.join(articles)} |"
        )
    yield "\n普通程序的复议决定，情况复杂的可以延长，最多30日。\n"


def _table_4() -> Iterator[str]:
    yield TABLE_4.rstrip("\n")
    own = [result for result in SuitResult if result is not SuitResult.AFFIRMED]
    for column in (Column.UPHELD, Column.CORRECTED, Column.OTHER):
        cells = (_results(ReviewResult, column), _results(own, column))
        yield f"| {column.label} | {' | '.join(cells)} |"
    yield AFTER_TABLE_4.rstrip("\n")
    for name in _DISPUTE_SETTINGS:
        words = CONVENTIONS[name]
        value = getattr(DEFAULT, name)
        key = str(value).lower() if isinstance(value, bool) else value.value
        yield f"| `{name}` | {words.question} | {words.values[key]} |"
    yield ""


def _results(results: Iterable[ReviewResult | SuitResult], column: Column) -> str:
    found = [(result, column_of(result, None, DEFAULT)) for result in results]
    return "、".join(
        result.label + ("＊" if choice.convention in _STARRED else "")
        for result, choice in found
        if choice.column is column
    )


def _default(name: str, value: str) -> str:
    return "（默认）" if getattr(DEFAULT, name) == value else ""


def _names(elements: Iterable[Element]) -> str:
    return "；".join(element.label for element in elements)


def _day(on: dt.date) -> str:
    return f"{on.year}年{on.month}月{on.day}日"
