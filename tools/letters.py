"""The page of all documents of a request (文书): what each must say, by which words, and the fields to fill in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.law.documents import Document, Element, elements_of
from gongkai.law.outcomes.remedies import Remedy
from gongkai.law.outcomes.rules import rule_of
from gongkai.letters import remedies
from gongkai.letters.catalogue import ANSWERS, FIELDS, FORMS, LETTERS
from gongkai.letters.compose import frame_needs
from gongkai.letters.documents import replies
from gongkai.letters.documents.correction import NOT_RESTARTED, RESTARTED
from gongkai.letters.documents.receipt import DAY_OF_RECEIPT, WAY_OF_SUBMISSION
from gongkai.letters.fields import latest
from gongkai.letters.letter import Blank, Form, Letter, Need, Reply, Sentence
from gongkai.letters.values import KINDS, Field, Kind

HEAD = """\
# 文书

本页由 `make docs` 从程序生成，请勿手改。怎样写，见[怎样写一份文书](../how-to/write-a-letter.md)。

每种文书由三样东西组成：

- **必备要素**：法律要求写明的。缺一项就不能发出，程序写明缺哪一项、填哪些字段、依据哪一条。
- **文字**：下面每种文书“文字”一栏。`{字段}` 由填写的内容代替；方括号里的文字，只在其中的字段都有内容时才印。
  本机关可以换成自己的文字，要素不能少。
- **固定语句**：法律规定的后果、期限、救济途径等，也写成 `{名称}`，可以移动位置，不能改、不能删。

“由什么写明”一栏里，“或者”隔开的，写一组即可。
"""
FRAME_HEAD = """\
## 每份文书四周的内容

有文头的文书（L02 至 L06、L08 至 L28）按信函格式排：文头（机关名称、发文字号）、标题、受文者、署名、日期和联系人，
都不在下面的文字里。接收回执可以没有文号，协办函可以没有文号、不盖章。

{table}
"""
REPLIES_HEAD = """\
## 答复书

一份答复书答复一项或者几项申请内容。每一项按自己的办理结果答复，开头和结尾共用一份，救济途径按全部各项确定：
有一项应当先申请行政复议的，全部按先申请行政复议告知；2024年1月1日以前作出的答复，按当时的法律。
哪种办理结果对应哪一条、哪种文书，见[办理结果总表](outcomes.md)。

开头和结尾：

{table}

```
{opening}
……
{closing}
```

固定语句：

{sentences}
通过互联网送达的，`{{救济途径}}` 必须写明提交行政复议申请书的互联网渠道（行政复议法第二十二条第二款）。
"""
FIELDS_HEAD = """\
## 字段

日期写成 `2026-03-05` 或者 `2026年3月5日`，金额以元为单位。
只有标点，或者还留着“【待填：…】”的，不算填写。

| 字段 | 填什么 | 种类 | 例 |
|---|---|---|---|
"""
CHECKS = """\
## 还检查什么

下面的问题改正以前，文书不能发出：

| 代码 | 问题 |
|---|---|
| `field.empty` | 文字里的字段没有填写 |
| `value.wrong`、`value.unknown` | 填写的内容不合字段的种类；没有这个字段 |
| `date.order` | 日期先后矛盾，如成文日期早于收到日期、答复期限不晚于收到日期 |
| `number.form` | 发文字号不合格式，如用了方括号、序号前有 0 |
| `either.both` | 只能写一项的写了两项，如既写负责公开的机关，又写无法确定 |
| `applicant.named`、`applicant.asked` | 给其他人的文书写出了申请人（口径 `consultation_names_applicant`） |
| `law.no_such_article` | 引用的《条例》条、款、项不存在，多为2007年《条例》的条文 |
| `withheld.without_ground`、`partial_without_ground` | 不予公开的部分没有一一写明依据 |
| `rule.none` | 成文日期早于有关规定施行之日 |
| `period.extension` | “延长后的期限”不是从原期限起加上延长的工作日；原期限没有填写的，只作提醒 |
| `period.payment`、`period.correction` | 缴费、补正的期限没有届满就视为放弃（缴费为20个工作日，补正为“补正天数”） |
| `fee.sum` | “收费金额”与“收费计算”不一致 |

期限按工作日历核对；有的日子放假安排还没有公布的，只作提醒，并写明日期是暂定的。

下面的只作提醒，核对后可以发出：

| 代码 | 提醒 |
|---|---|
| `date.late` | 成文日期晚于答复期限；延期告知晚于原期限 |
| `date.reply_late` | 没有填写答复期限的，答复晚于收到申请（补正）之日起第20个工作日（延期的，加上延长的天数） |
| `date.extension_late` | 没有填写答复期限的，延期告知晚于收到申请（补正）之日起第20个工作日 |
| `date.correction_late` | 补正告知晚于第7个工作日；是否重新计算答复期限，按口径 `late_correction_notice` |
| `period.due` | “答复期限”不是收到申请（补正）之日起第20个工作日 |
| `calendar.none` | 日期超出工作日历，没有核对期限 |
| `fee.pages` | “收费金额”与“收费情形”中的页数按标准计算的不同 |
| `third_party.not_asked` | 因第三方权益不予公开，没有写明征求意见的日期和意见（口径 `third_party_asked_first`） |
| `number.year`、`number.other_form` | 文号的年份与成文日期不同；引用的其他文书的文号不合格式 |
| `period.long` | 补正期限长于口径 `longest_correction_days` |
| `law.outdated` | 填写的内容有过时的提法，如“生产、生活、科研等特殊需要”、三个月内起诉 |
| `remedy.in_words` | 填写的内容里另写了救济途径 |
| `address.unset`、`address.other` | 没有选定怎样称呼收件人；填写的内容里用了另一种称呼，如“您”和“你” |
| `attachment.none` | 填写的内容里有“见附件”“所附”，没有填写附件 |
"""
_CHOSEN = {Remedy.RECONSIDERATION_FIRST: "应当先申请行政复议的", Remedy.EITHER: "其他的"}
_REMEDIES = Sentence(
    name=remedies.NAME,
    by="办理结果",
    texts={
        told: remedies.remedy_sentence(
            remedy, latest(None), (), paper=replies.PAPER, thing=replies.THING, electronic=False
        ).text
        for remedy, told in _CHOSEN.items()
    },
)
_LEAD = Sentence(
    name=replies.LEAD,
    by="文书",
    texts={"不再处理告知书": replies.LEAD_TO_NOTICE, "其他": replies.LEAD_TO_ANSWERS},
)
# When the notice of correction is given decides what it says of the period.
_RESTART = Sentence(
    name=RESTARTED.name,
    by="成文日期",
    texts={
        "收到申请之日起7个工作日内": RESTARTED.text,
        "更晚、按口径 `late_correction_notice` 不重新计算的": NOT_RESTARTED.text,
    },
)
_TO = "发给：{receiver}。"
_NEED_HEAD, _SENTENCE_HEAD = ("必备要素", "由什么写明", "依据"), ("固定语句", "文字")
_OR, _AND, _BETWEEN = "；或者 ", "、", "／"
_BLANK = "（手写）"


def letters_page() -> str:
    """Return the page: the frame, every letter and form, the replies by outcome, and all fields."""
    parts = [HEAD, FRAME_HEAD.format(table=_needs(frame_needs(Document.L03, "申请人")))]
    for document in Document:
        if document in LETTERS:
            parts += _letter(LETTERS[document])
        elif document in FORMS:
            parts += _form(FORMS[document])
    around = [one for one in replies.NEEDS if one.element not in (Element.APPLICATION_NUMBER, Element.APPLICANT)]
    parts.append(
        REPLIES_HEAD.format(
            table=_needs(around),
            opening=replies.OPENING,
            closing=replies.CLOSING,
            sentences=_sentences((WAY_OF_SUBMISSION, DAY_OF_RECEIPT, _LEAD, _REMEDIES)),
        )
    )
    parts += [part for reply in ANSWERS.values() for part in _reply(reply)]
    parts += [FIELDS_HEAD + "".join(f"{_field(field)}\n" for field in FIELDS.values()), CHECKS]
    return "\n".join(part.rstrip("\n") + "\n" for part in parts)


def _letter(letter: Letter) -> Iterator[str]:
    yield f"## {letter.document} {letter.document.label}\n"
    yield _TO.format(receiver=letter.to.label) + "\n"
    yield _needs(letter.needs)
    if letter.sentences:
        yield _sentences(_RESTART if one is RESTARTED else one for one in letter.sentences)
    yield f"```\n{letter.text}\n```\n"


def _form(form: Form) -> Iterator[str]:
    yield f"## {form.document} {form.document.label}\n"
    yield _TO.format(receiver=form.to.label) + "\n"
    blanks = [(element.label, _BLANK, "") for element in elements_of(form.document) if element in form.fixed]
    yield _table(_NEED_HEAD, [*map(_need, form.needs), *blanks])
    cells = (
        f"{label}（手写）" if isinstance(what, Blank) else label for row in form.rows for label, what in row.cells
    )
    yield "栏目：" + _AND.join(cell.replace("\n", "") for cell in cells) + "。\n"


def _reply(reply: Reply) -> Iterator[str]:
    rule = rule_of(reply.outcome, latest(None))
    yield f"### `{reply.outcome}` {reply.outcome.label}（{rule.document}）\n"
    yield _needs(reply.needs)
    yield _sentences((_decision(reply), *reply.sentences))
    yield f"```\n{reply.text}\n```\n"


def _decision(reply: Reply) -> Sentence:
    """Return the sentence of a decision; where several items are answered, it may be another."""
    if not reply.decision_of_several:
        return Sentence(name=replies.DECISION, text=reply.decision)
    texts = {"一项": reply.decision, "几项": reply.decision_of_several}
    return Sentence(name=replies.DECISION, by="答复的项数", texts=texts)


def _needs(needs: Iterable[Need]) -> str:
    return _table(_NEED_HEAD, map(_need, needs))


def _need(need: Need) -> tuple[str, ...]:
    groups = (_AND.join(f"`{{{name}}}`" for name in group) for group in need.groups)
    return need.element.label, _OR.join(groups), need.source


def _sentences(sentences: Iterable[Sentence]) -> str:
    return _table(_SENTENCE_HEAD, ((f"`{{{one.name}}}`", _words(one)) for one in sentences))


def _words(sentence: Sentence) -> str:
    if not sentence.by:
        return f"“{sentence.text}”"
    choices: dict[str, list[str]] = {}
    for choice, text in sentence.texts.items():
        choices.setdefault(text, []).append(choice)
    told = "；".join(f"{_AND.join(own)}，{f'“{text}”' if text else '不写'}" for text, own in choices.items())
    return f"按“{sentence.by}”：{told}"


def _field(field: Field) -> str:
    kind = KINDS[field.kind]
    if field.kind is Kind.CHOICE:
        kind = (
            ("选一项或者几项，用“、”隔开：" if field.several else "选一项：")
            + _BETWEEN.join(field.choices)
            + (f"（不写的，印“{field.usual}”）" if field.usual else "")
        )
    if field.kind is Kind.ROWS:
        kind = f"{kind}：" + _AND.join(field.columns)
    cells = (f"`{{{field.name}}}`", field.hint, kind, field.example)
    return "| " + " | ".join(cell.replace("\n", " ").replace("|", "\\|") for cell in cells) + " |"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    heads = tuple(head)
    lines = [heads, ("---",) * len(heads), *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)
