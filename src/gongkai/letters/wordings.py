"""An office's own texts of letters (本机关的文字): they may place what the law asks, but not lose or change it.

A TOML file: under `[letters]` the text of a document by its code, under `[reply]` the `opening` and `closing` of
replies, under `[answers]` the text for an outcome. What it does not have is as the program words it. All mistakes
are told at once.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from gongkai.errors import BrokenWording
from gongkai.law.documents import Document, Element, elements_of
from gongkai.law.outcomes.outcome import Outcome
from gongkai.letters import remedies
from gongkai.letters.catalogue import ANSWERS, FIELDS, LETTERS
from gongkai.letters.citations import outdated, wrong_articles
from gongkai.letters.documents import replies
from gongkai.letters.documents.disclosures import SEVERANCE_NEEDS, SEVERED
from gongkai.letters.documents.fee import AFTER_PAYMENT
from gongkai.letters.documents.receipt import DAY_OF_RECEIPT, WAY_OF_SUBMISSION
from gongkai.letters.filling import meant
from gongkai.letters.letter import Need, Sentence
from gongkai.letters.texts import Text, text_of

_LONGEST, _LONGEST_TEXT = 500_000, 20_000
_SECTIONS = ("letters", "reply", "answers")
_PARTS = ("opening", "closing")
_REMEDY_WORDS = re.compile("行政复议|行政诉讼|人民法院|起诉|救济")


class Wordings(msgspec.Struct, frozen=True, kw_only=True):
    """An office's texts; what is not there is as the program words it."""

    letters: Mapping[Document, str] = {}
    opening: str = replies.OPENING
    closing: str = replies.CLOSING
    answers: Mapping[Outcome, str] = {}


STANDARD = Wordings()


def wordings(data: bytes) -> Wordings:
    """Return the texts of a TOML file; BrokenWording with every problem it has."""
    document, problems = _parsed(data)
    problems += [f"没有“{key}”这一节，只有 {'、'.join(_SECTIONS)}。" for key in document if key not in _SECTIONS]
    tables = {key: _table(key, document.get(key, {}), problems) for key in _SECTIONS}
    letters = {Document(key): text for key, text in tables["letters"].items() if _is_letter(key, problems)}
    answers = {Outcome(key): text for key, text in tables["answers"].items() if _is_answer(key, problems)}
    parts = {key: text for key, text in tables["reply"].items() if _is_part(key, problems)}
    made = Wordings(letters=letters, answers=answers, **parts)
    problems += checked(made)
    if problems:
        raise BrokenWording(tuple(problems))
    return made


def checked(made: Wordings) -> Iterator[str]:
    """Yield what is wrong with an office's texts, one Chinese sentence each, with its place."""
    for document, text in made.letters.items():
        letter = LETTERS[document]
        more = (remedies.NAME,) if Element.REMEDY in elements_of(document) else ()
        names = {sentence.name for sentence in letter.sentences} | {AFTER_PAYMENT, *more}
        yield from _problems(f"letters.{document}", text, names, letter.needs, letter.sentences)
    if (made.opening, made.closing) != (replies.OPENING, replies.CLOSING):
        names = {DAY_OF_RECEIPT.name, WAY_OF_SUBMISSION.name, replies.LEAD, remedies.NAME}
        remedy = Need(Element.REMEDY, ((remedies.NAME,),), "行政复议法第二十条第三款")
        needs = (*(one for one in replies.NEEDS if one.element not in _SOMETIMES), remedy)
        fixed = (DAY_OF_RECEIPT, WAY_OF_SUBMISSION)
        yield from _problems("reply", f"{made.opening}\n{made.closing}", names, needs, fixed)
    for outcome, text in made.answers.items():
        reply = ANSWERS[outcome]
        severed = (SEVERED,) if outcome is Outcome.PARTLY_GRANTED else ()
        names = {one.name for one in reply.sentences} | {
            replies.BASIS,
            replies.DECISION,
            replies.ASKED_FOR,
            *severed,
        }
        needs = (*reply.needs, *(Need(one.element, one.groups, one.source) for one in _needs_of(outcome)))
        yield from _problems(f"answers.{outcome}", text, names, needs, reply.sentences)


# Asked of replies to what was withdrawn only.
_SOMETIMES = (Element.APPLICATION_NUMBER, Element.APPLICANT)


def wordings_toml() -> str:
    """Return all texts as the program words them, as a file that an office may change."""
    head = (
        "# 本机关的文书文字。不改的条目可以删去，删去的按程序自带的文字。",
        "# {字段} 由程序填写；[……] 中的文字在其中的字段都有值时才印；要写花括号、方括号本身的，写两个。",
        "# 法律要求的语句（如“{逾期不补正的后果}”）可以换位置，不能删去。",
    )
    letters = (f"# {document.label}\n{document} = {_quoted(letter.text)}" for document, letter in LETTERS.items())
    answers = (f"# {outcome.label}\n{outcome} = {_quoted(reply.text)}" for outcome, reply in ANSWERS.items())
    reply = (f"opening = {_quoted(replies.OPENING)}", f"closing = {_quoted(replies.CLOSING)}")
    sections = (("letters", letters), ("reply", reply), ("answers", answers))
    return "\n".join(head) + "".join(f"\n\n[{name}]\n" + "\n\n".join(texts) for name, texts in sections) + "\n"


def _needs_of(outcome: Outcome) -> tuple[Need, ...]:
    """Return what is asked of an answer besides what its own model says."""
    if outcome is Outcome.WITHDRAWN:
        return ()
    return (
        (*SEVERANCE_NEEDS, *replies.NEEDS_OF_ITEM) if outcome is Outcome.PARTLY_GRANTED else replies.NEEDS_OF_ITEM
    )


def _problems(
    where: str, written: str, sentences: set[str], needs: Iterable[Need], fixed: Iterable[Sentence]
) -> Iterator[str]:
    """Yield what is wrong with a text."""
    if len(written) > _LONGEST_TEXT:
        yield f"{where}：超过 {_LONGEST_TEXT} 字。"
        return
    text = text_of(written)
    yield from (f"{where}：{problem}。" for problem in text.problems)
    for name in sorted(text.names - sentences - FIELDS.keys()):
        yield f"{where}：没有“{name}”这个字段{meant(name)}。"
    printed = text.names | _inside(text, fixed)
    for one in needs:
        if not any(printed.issuperset(group) for group in one.groups):
            lost = "、".join(f"“{{{name}}}”" for name in one.groups[0] if name not in printed)
            yield f"{where}：文字里没有{lost}，缺少“{one.element.label}”（{one.source}）。"
    yield from (f"{where}：{doubt.text}" for doubt in (*wrong_articles(text.words), *outdated(text.words)))
    if found := _REMEDY_WORDS.search(text.words):
        yield f"{where}：“{found[0]}”属于救济途径的文字，救济途径由程序依法写明，请改用“{{{remedies.NAME}}}”。"


def _inside(text: Text, fixed: Iterable[Sentence]) -> frozenset[str]:
    """Return the fields of the fixed sentences that a text has."""
    used = [one for one in fixed if one.name in text.names]
    words = [written for one in used for written in (one.text, *one.texts.values())]
    return frozenset(name for written in words for name in text_of(written).names)


def _parsed(data: bytes) -> tuple[dict[str, object], list[str]]:
    if len(data) > _LONGEST:
        return {}, [f"文书文字的文件超过 {_LONGEST // 1000} kB，不像是文书文字。"]
    try:
        return tomllib.loads(data.decode("utf-8-sig")), []
    except UnicodeDecodeError:
        return {}, ["文书文字的文件不是 UTF-8 编码的文本，请另存为 UTF-8。"]
    except (ValueError, RecursionError) as error:
        line = re.search(r"at line (\d{1,9})", str(error))
        where = f"第 {line[1]} 行" if line else ""
        told = '不合 TOML 的写法（文字放在 """ 和 """ 之间，每项写成“键 = 值”）'
        return {}, [f"文书文字的文件{where}{told}。"]


def _table(key: str, value: object, problems: list[str]) -> dict[str, str]:
    if not isinstance(value, dict):
        problems.append(f"“{key}”应为一节（写成 [{key}] 一行，下面每项一行）。")
        return {}
    problems += [f"{key}.{name}：应为文字。" for name, text in value.items() if not isinstance(text, str)]
    return {name: text for name, text in value.items() if isinstance(text, str)}


def _is_letter(key: str, problems: list[str]) -> bool:
    return _known("letters", key, [str(one) for one in LETTERS], problems)


def _is_answer(key: str, problems: list[str]) -> bool:
    return _known("answers", key, [str(one) for one in ANSWERS], problems)


def _is_part(key: str, problems: list[str]) -> bool:
    return _known("reply", key, _PARTS, problems)


def _known(section: str, key: str, known: Iterable[str], problems: list[str]) -> bool:
    if key in known:
        return True
    problems.append(f"{section} 中没有“{key[:20]}”这一项，只有 {'、'.join(known)}。")
    return False


def _quoted(text: str) -> str:
    """Return a text as TOML writes one of several lines."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"""\n{escaped}"""'
