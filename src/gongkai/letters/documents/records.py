"""Letters about records on oneself that are not accurate (更正, L27 and L28), article 41."""

from __future__ import annotations

from gongkai.law.documents import Document, Element
from gongkai.letters.documents.receipt import WAY_OF_SUBMISSION
from gongkai.letters.fields import APPLICANT
from gongkai.letters.letter import Letter, Receiver, Sentence, need
from gongkai.letters.norms import REGULATIONS
from gongkai.letters.values import Field, Kind

_ARTICLE = "条例第四十一条"
_BASIS = Sentence(name="法律依据", text=f"根据{REGULATIONS}第四十一条的规定")
# Whether a record is corrected; where it is not, the letter names a remedy.
CHOICE, DONE, REFUSED = "更正的处理", "予以更正", "不予更正"


def remedy_where_refused(told: Sentence) -> Sentence:
    """Return what the letter about a correction says of remedies: nothing where the record is corrected."""
    return Sentence(name=told.name, by=CHOICE, texts={DONE: "", REFUSED: told.text})


PASSED_ON = Letter(
    document=Document.L27,
    to=Receiver.APPLICANT,
    addressee=APPLICANT,
    text="""\
{称谓}[于{提交日期}][{提交的方式}]提出的政府信息更正申请[（编号：{申请编号}）]收悉，要求更正：{要求更正的内容}。
经审查，该信息的更正不属于本机关职能范围，有权更正的机关是{有权更正的机关}[（联系方式：{有权更正机关的联系方式}）]。\
{法律依据}，[本机关已于{转送日期}将{称谓}的申请转送该机关处理][请{称谓}{提出更正的方式}]。
特此告知。""",
    needs=(
        need(Element.BASIS, _ARTICLE, "法律依据"),
        need(Element.REQUEST, _ARTICLE, "要求更正的内容"),
        need(
            Element.CORRECT_ORGAN,
            _ARTICLE,
            ("有权更正的机关", "转送日期"),
            ("有权更正的机关", "提出更正的方式"),
        ),
    ),
    sentences=(_BASIS, WAY_OF_SUBMISSION),
    fields=(
        Field(
            name="要求更正的内容",
            kind=Kind.LONG_TEXT,
            hint="申请人要求更正什么",
            example="河道管理范围登记表中的住址记载",
            quoted=True,
        ),
        Field(name="有权更正的机关", hint="有权更正的行政机关", example="砚汀市自然资源和规划局"),
        Field(name="有权更正机关的联系方式", hint="该机关的联系方式", example="0000-7654321"),
        Field(name="转送日期", kind=Kind.DATE, hint="转送的日期；告知申请人自行提出的不写", example="2026-03-20"),
        Field(
            name="提出更正的方式",
            hint="没有转送的，告知申请人怎样提出，接在“请你（单位）”后面",
            example="向该机关提出",
        ),
    ),
)

CORRECTED = Letter(
    document=Document.L28,
    to=Receiver.APPLICANT,
    addressee=APPLICANT,
    text="""\
{称谓}[于{提交日期}][{提交的方式}]提出的政府信息更正申请[（编号：{申请编号}）]收悉，要求更正：{要求更正的内容}。
经审核，{更正的审核情况}。{法律依据}，{更正的决定}。
{救济途径}。
特此告知。""",
    needs=(
        need(Element.BASIS, _ARTICLE, "法律依据"),
        need(Element.REQUEST, _ARTICLE, "要求更正的内容"),
        need(Element.CORRECTED, _ARTICLE, "更正的决定"),
        need(Element.REMEDY, "行政复议法第二十条第三款", "救济途径"),
    ),
    sentences=(
        _BASIS,
        WAY_OF_SUBMISSION,
        Sentence(
            name="更正的决定",
            by=CHOICE,
            texts={
                DONE: "本机关已于{更正日期}予以更正，更正的内容：{更正的内容}",
                REFUSED: "本机关不予更正，理由：{不予更正的理由}",
            },
        ),
    ),
    fields=(
        Field(
            name=CHOICE,
            kind=Kind.CHOICE,
            hint="审核属实的应当更正；不予更正的，写明理由，并告知救济途径",
            example=DONE,
            choices={DONE: (), REFUSED: ()},
        ),
        Field(
            name="更正的审核情况",
            kind=Kind.LONG_TEXT,
            hint="审核查明的事实",
            example="登记表中的门牌号与原始登记材料不一致，情况属实",
        ),
        Field(name="更正日期", kind=Kind.DATE, hint="作出更正的日期", example="2026-03-20"),
        Field(
            name="更正的内容",
            kind=Kind.LONG_TEXT,
            hint="由什么更正为什么",
            example="住址由“墨水路12号”更正为“墨水路21号”",
        ),
        Field(
            name="不予更正的理由",
            kind=Kind.LONG_TEXT,
            hint="审核不属实的，为什么不更正；已经更正的不写",
            example="记载与原始登记材料一致",
        ),
    ),
)
