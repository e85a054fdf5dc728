"""The page of the life cycle (办理流程): every procedure as a diagram and a table, from the table in the code."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai.law.conventions import DEFAULT
from gongkai.law.events import KINDS
from gongkai.law.life_cycle.blocks import BLOCKS, Block
from gongkai.law.life_cycle.conclusions import SEARCHED_FOR, ended_by, grounds_needed, reviews_needed, rows_of
from gongkai.law.life_cycle.happenings import Happening
from gongkai.law.life_cycle.procedures import (
    AT_WORK,
    ENDS,
    IN_APPROVAL,
    NOT_EXAMINED,
    ClockEffect,
    Procedure,
    Stage,
    State,
    states_of,
)
from gongkai.law.life_cycle.table import TRANSITIONS
from gongkai.law.life_cycle.transition import Condition, Transition
from gongkai.law.life_cycle.words import SOURCES
from gongkai.law.outcomes.outcome import Outcome
from gongkai.law.outcomes.rows import ROWS
from gongkai.law.outcomes.rules import rule_of
from gongkai.law.roles import Role

HEAD = """\
# 申请的办理流程

本页由 `make docs` 从程序生成，请勿手改。

一件政府信息公开申请从提出到归档的每一步：什么状态下可以做什么、由谁做、对答复期限有什么影响、制作什么文书、依据是什么。
申请有一条主线；补正、征求意见、收费、延期等是它旁边的程序，各走各的，可以同时进行。更正申请（条例第四十一条）是另一类案件。

最常见的走法：{path}。

怎样看表：

- **谁办**：括号前是由谁作出；“代为登记”的人把别人的书面材料、电话记录登记进来。一个人可以有几个角色。
  “须另一人”的，起草的人不能自己办。两个人（一个承办，一个兼任其余角色）就能办完全部流程；
  只有一个人的，由分管领导批准。
- **图**：从开始（●）到结束；不改变状态的、随申请终止的、更正笔误的没有画。
- **变为**：“（不变）”的只作记录。**谁办**写“（自动）”的，随申请的同一事项发生，不用另办。
- **期限**：对答复期限的影响，空白的没有影响；哪一天到期、还剩几天由程序计算。
  写“口径”的，由[本地口径](conventions.md)决定。
- **文书**：这一步制作的文书。答复书用与结论相符的一种，见[结论的前提](#结论的前提)。
- **前提**：除状态和角色外还要具备的条件；不具备的，程序说明差什么、怎么办。
- 时间届满不会自动产生后果：程序只提示，由承办人确认。
"""

INTRODUCTIONS = {
    Procedure.REQUEST: """\
先登记，收到申请之日可以随后再定：当面提交的是提交之日，挂号信是签收之日，平信、互联网、传真是与申请人确认之日。
收到之日确定后才分办。审核时看申请内容是否明确、是否属于本机关，需要补正的在七个工作日内一次性告知。
已经主动公开的信息可以当场答复；其他答复先拟稿，再送审。
提供信息的答复要过保密审查，不予公开的要过法制审核，其他答复不需要；由工作机构负责人批准，或者由其报请分管领导。
答复书发出之前，申请人都可以撤回。复议机关、法院责令重新答复，或者本机关自行撤销原答复的，申请回到“办理中”，再走一遍。
误投、重复点击、测试等不是向本机关提出的申请，由工作机构负责人决定不作登记，不计入表三，没有文书。""",
    Procedure.CORRECTION: """\
一件申请只能告知一次。告知后停止计算期限，收到补正的次日起重新计算二十个工作日。
逾期没有补正的，由承办人确认是否有正当理由：没有的，拟“不再处理”的告知书，批准后发出（视为放弃）；发出之前补正来了，照常办理。""",
    Procedure.REASONS: """\
数量、频次明显超过合理范围的，可以要求说明理由。条例没有规定扣除时间，期限照常计算。
理由不合理或者逾期不说明的，可以不予处理；理由合理但是来不及的，由工作机构负责人确定延迟答复的期限并告知。""",
    Procedure.THIRD_PARTY: """\
每个第三方一份征求意见书，分别编号，同时告知申请人。征求意见的时间不计入期限。
第三方自送达起有十五个工作日；逾期不提出意见的，**由本机关依照条例决定**，不是视为同意。
收到的意见要作认定：反对没有合理理由而公开的，因公共利益公开的，都要书面告知第三方。""",
    Procedure.CO_PRODUCER: """\
由牵头制作的机关征求其他制作机关的意见。十五个工作日内没有提出意见的，**视为同意公开**，与第三方不同。""",
    Procedure.OTHER_ORGAN: """\
需要向其他机关核实、听取意见的。时间不计入期限，但条例没有给其他机关规定期限，也不必等到回复才能答复；
发出答复时还没有回复的，这一程序随之结束。""",
    Procedure.ASSISTANCE: """\
请本机关内设机构查找、提供信息。机关内部的时间不能扣除，期限照常计算。""",
    Procedure.FEE: """\
默认不收费；收费的机关先在本地口径中设定。由承办人提出、工作机构负责人批准，在答复期限内发出通知。
通知发出后停止计算期限；缴费次日起重新计算（可以由本地口径改为继续计算）。
自收到通知次日起二十个工作日没有缴费的，由承办人确认后告知不再处理。""",
    Procedure.EXTENSION: """\
只能由工作机构负责人同意，只能一次，最长二十个工作日，必须在原期限内告知申请人：同意了没有告知的不发生延长。""",
    Procedure.TRANSFER: """\
信件寄到其他内设机构或者个人的，转给工作机构；应由其他内设机构承办的，转给它。不影响期限。
明显是寄给其他机关的（误投），转送该机关，并由工作机构负责人决定不作登记。
已经登记的申请不属于本机关负责公开的，**不转送**，答复申请人并告知负责的机关（条例第三十六条第五项）。""",
    Procedure.WITHDRAWAL: """\
申请人口头、书面都可以提出。先登记提出，再由申请人在确认书上签名；没有确认的，申请照常办理，不影响按期答复。""",
    Procedure.RE_REPLY: """\
随申请开始和结束。责令的期限自收到决定的次日起计算，期间不能延期、不能要求补正、不能收费、不能扣除征求意见的时间
（可以由本地口径改为按条例的一般规定）。第一次的办理结果和复议、诉讼的统计不因此改变。""",
    Procedure.PUBLICATION: """\
几个申请人要同一信息，或者申请人认为应当让公众知道的，可以建议主动公开。逐项经过保密审查，由工作机构负责人批准，
公开后移送国家档案馆、公共图书馆。申请办结后仍可以继续。""",
    Procedure.SUPERVISION: """\
主管部门、上级机关发现问题，或者收到投诉、举报的，可以督办。不改变申请的状态和期限。""",
    Procedure.RECORD_CORRECTION: """\
有证据证明行政机关提供的与自己有关的记录不准确的，可以要求更正。条例没有规定期限，不计入年度报告表三。
不属于本机关职能的，转送有权更正的机关，或者告知申请人向它提出，用同一文书。
登记和撤回没有专用文书：登记在登记簿上，撤回的附申请人的书面材料。""",
}

CONCLUSIONS_HEAD = """\
## 结论的前提

拟稿时定下结论，一件申请有几项的逐项定。送审、批准、发出时程序按下表核对，差什么就指出什么。
计入的行是默认的，可以由[本地口径](conventions.md)改变的标“口径”。

| 结论 | 要先办完 | 要过的审查 | 怎样办结 | 文书 | 计入表三 |
|---|---|---|---|---|---|"""
BLOCKS_HEAD = """\
## 还没有办完、不能答复的

| 程序 | 状态 | 不能 | 到什么时候 | 依据 |
|---|---|---|---|---|"""
ROLES_HEAD = """\
## 谁能做什么
"""
# The way of a request that needs nothing at its side.
COMMON = (
    Happening.SUBMITTED,
    Happening.REGISTERED,
    Happening.ACKNOWLEDGED,
    Happening.ASSIGNED,
    Happening.ACCEPTED,
    Happening.SEARCHED,
    Happening.DRAFTED,
    Happening.SUBMITTED_FOR_REVIEW,
    Happening.SECRECY_REVIEWED,
    Happening.APPROVED,
    Happening.SEALED,
    Happening.ANSWERED,
    Happening.SERVED,
    Happening.ARCHIVED,
)
_REVIEW_LABELS = {"legal_reviewed": "法制审核", "secrecy_reviewed": "保密审查"}
# Conditions that a local convention decides on.
_SETTLED_BY = {
    Condition.NOT_ORDERED: "ordered_period",
    Condition.FEES_CHARGED: "charge_fees",
    Condition.EXTENSION_IN_TIME: "extension_notice",
    Condition.LEADER_NOT_NEEDED: "leader_approval",
}
_OUT = (State.SENT, State.UNDELIVERED, State.SERVED)
# More states than these stand below each other in a diagram.
_WIDEST = 6
_ON = dt.date(2026, 1, 1)


def life_cycle_page() -> str:
    """Return the page: each procedure with its diagram and table, then what holds across them."""
    parts = [HEAD.format(path=" → ".join(event.label for event in COMMON))]
    for procedure in Procedure:
        parts.extend(_chapter(procedure))
    parts.extend([CONCLUSIONS_HEAD, *map(_conclusion, Outcome), ""])
    parts.extend([BLOCKS_HEAD, *map(_block, BLOCKS), ""])
    parts.append(ROLES_HEAD)
    for role in Role:
        parts.extend(_role(role))
    return "\n".join(parts)


def _chapter(procedure: Procedure) -> Iterator[str]:
    rows = [row for row in TRANSITIONS if row.procedure is procedure]
    yield f"## {procedure.label}\n"
    yield INTRODUCTIONS[procedure] + "\n"
    yield "```mermaid\nstateDiagram-v2"
    yield from (f"    {line}" for line in _diagram(procedure, rows))
    yield "```\n"
    if procedure is Procedure.REQUEST:
        for stage in Stage:
            yield f"### {stage.label}\n"
            yield from _table([row for row in rows if row.stage is stage])
    else:
        yield from _table(rows)


# Diagrams.


def _diagram(procedure: Procedure, rows: list[Transition]) -> Iterator[str]:
    """Yield the lines of a Mermaid diagram; what any state of a frame may bring is drawn once, from the frame."""
    states = [state for state in states_of(procedure)[1:] if state is not State.ENDED]
    yield f"direction {'LR' if len(states) <= _WIDEST else 'TB'}"
    for state in states:
        yield f'state "{state.label_in(procedure)}" as {state}'
    if procedure is Procedure.REQUEST:
        yield from _frame("尚未答复", "open", [*NOT_EXAMINED, *AT_WORK], ("审批", "approval", IN_APPROVAL))
        yield from _frame("已经答复", "answered", _OUT)
    arrows: dict[tuple[str, str], dict[str, None]] = {}
    for row in rows:
        if _is_drawn(row):
            arrows.setdefault((_tail(row), row.to.value), {})[row.event.label] = None
    for (start, end), labels in arrows.items():
        yield f"{start} --> {end}: {'／'.join(labels)}"
    for state in states:
        if state in ENDS[procedure]:
            yield f"{state} --> [*]"


def _frame(
    label: str, key: str, states: Iterable[State], inner: tuple[str, str, Iterable[State]] | None = None
) -> Iterator[str]:
    yield f'state "{label}" as {key} {{'
    yield from (f"    {state}" for state in states)
    if inner:
        yield from (f"    {line}" for line in _frame(*inner))
    yield "}"


def _is_drawn(row: Transition) -> bool:
    """Tell whether a step has an arrow: not if it changes nothing, ends with the request, or mends a reply."""
    return row.to not in (row.state, State.ENDED) and row.event is not Happening.REPLY_CORRECTED


def _tail(row: Transition) -> str:
    """Return where the arrow of a step begins."""
    if row.procedure is Procedure.REQUEST:
        if row.event is Happening.WITHDRAWN:
            return "open"
        if row.event is Happening.RECALLED and row.state in IN_APPROVAL:
            return "approval"
        if row.event is Happening.REOPENED and row.state in _OUT:
            return "answered"
    return "[*]" if row.state is State.START else row.state.value


# Tables.


def _table(rows: list[Transition]) -> Iterator[str]:
    yield "| 状态 | 事项 | 谁办 | 变为 | 期限 | 文书 | 前提 | 依据 |\n|---|---|---|---|---|---|---|---|"
    for group in _grouped(rows):
        yield _line(group)
    yield ""


def _grouped(rows: list[Transition]) -> list[list[Transition]]:
    """Return rows that say the same of several states together, in the order of the first."""
    groups: dict[tuple[object, ...], list[Transition]] = {}
    for row in rows:
        ends = row.follows and row.to is State.ENDED
        said = (row.event, row.roles, row.clock, row.documents, row.requires)
        groups.setdefault((State.ENDED,) if ends else said, []).append(row)
    return [part for group in groups.values() for part in _by_end(group)]


def _by_end(group: list[Transition]) -> list[list[Transition]]:
    """Return a group whole where all its rows lead to one state or all stay; else by the state they lead to."""
    ends = dict.fromkeys(row.to for row in group)
    if len(ends) == 1 or all(row.to is row.state for row in group):
        return [group]
    return [[row for row in group if row.to is end] for end in ends]


def _line(group: list[Transition]) -> str:
    first = group[0]
    states = "、".join(dict.fromkeys(row.state.label_in(row.procedure) for row in group))
    events = "／".join(dict.fromkeys(row.event.label for row in group))
    stays = all(row.to is row.state for row in group)
    to = "（不变）" if stays else first.to.label_in(first.procedure)
    cells = (states, events, _who(first), to, _effect(first), _documents(first), _conditions(first), first.source)
    return "| " + " | ".join(cells) + " |"


def _who(row: Transition) -> str:
    if row.follows:
        return "（自动）"
    by = "、".join(role.label for role in row.by)
    entered = "、".join(role.label for role in row.entered_by)
    second = "，须另一人" if row.second_person else ""
    return by + second + (f"（{entered}代为登记）" if entered else "")


def _effect(row: Transition) -> str:
    effect = "" if row.clock is ClockEffect.NONE else row.clock.label
    channels = "、".join(channel.label for channel in row.channels)
    told = effect + (f"（{channels}）" if channels else "")
    return "，".join(filter(None, (told, _by_convention(row.convention) if row.event in KINDS else "")))


def _by_convention(key: str) -> str:
    return f"[口径](conventions.md#{key})" if key else ""


def _documents(row: Transition) -> str:
    if len(row.documents) > 4:
        return f"{row.documents[0]}—{row.documents[-1]} 与结论相符的一种"
    return "、".join(f"{one} {one.label}" for one in row.documents)


def _conditions(row: Transition) -> str:
    return "；".join(_condition(condition) for condition in row.requires)


def _condition(condition: Condition) -> str:
    key = _SETTLED_BY.get(condition, "")
    return condition.label + (f"（{_by_convention(key)}）" if key else "")


# Across the procedures.


def _conclusion(outcome: Outcome) -> str:
    rule = rule_of(outcome, _ON)
    reviews = "、".join(_REVIEW_LABELS[mark] for mark in sorted(reviews_needed([outcome])))
    row = " ".join(filter(None, ROWS[rows_of([outcome])[0]]))
    counted = row + (f"（{_by_convention(rule.convention)}）" if rule.convention else "")
    document = f"{rule.document} {rule.document.label}"
    cells = (outcome.label, "；".join(_before(outcome)), reviews, ended_by(outcome).label, document, counted)
    return "| " + " | ".join(cells) + " |"


def _before(outcome: Outcome) -> Iterator[str]:
    """Yield what must have been done before an outcome."""
    if outcome in SEARCHED_FOR:
        yield Happening.SEARCHED.label
    if outcome is Outcome.WITHDRAWN:
        yield Happening.WITHDRAWAL_ASKED.label
    for ground in grounds_needed(outcome, DEFAULT):
        states = "或者".join(f"“{state.label_in(ground.procedure)}”" for state in ground.states)
        convention = f"（{_by_convention(ground.convention)}）" if ground.convention else ""
        yield f"{ground.procedure.label}到{states}{convention}"


def _block(block: Block) -> str:
    states = "、".join(state.label_in(block.procedure) for state in block.states)
    until = "离开这一状态，或者期满" if block.until_over else "离开这一状态"
    return f"| {block.procedure.label} | {states} | {block.event.label} | {until} | {SOURCES[block.article]} |"


def _role(role: Role) -> Iterator[str]:
    """Yield what a role may do or enter, procedure by procedure."""
    yield f"### {role.label}\n"
    for procedure in Procedure:
        rows = [row for row in TRANSITIONS if row.procedure is procedure]
        does = dict.fromkeys(row.event.label for row in rows if role in row.by)
        enters = dict.fromkeys(row.event.label for row in rows if role in row.entered_by)
        told = "、".join(does)
        told += ("；" if does and enters else "") + (f"代为登记：{'、'.join(enters)}" if enters else "")
        if told:
            yield f"- **{procedure.label}**：{told}"
    yield ""
