"""Every letter, as a Word document and as a PDF file, read again: what the law asks of it stands there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest

from gongkai.law.documents import Document, Element
from gongkai.law.outcomes.outcome import Item, Outcome
from gongkai.layout.blocks import Grid, Line, Manuscript, Style
from gongkai.layout.pdf import pdf
from gongkai.layout.word import word_document
from gongkai.letters import Answer, compose, compose_reply, issue
from gongkai.letters.catalogue import ANSWERS, FIELDS, FORMS, LETTERS
from gongkai.letters.compose import frame_needs
from gongkai.letters.documents import replies
from gongkai.letters.documents.receipt import DAY_OF_RECEIPT
from gongkai.letters.examples import example_reply, example_values
from gongkai.letters.filling import read_values
from gongkai.letters.letter import Blank, Need, Sentence
from gongkai.letters.texts import filled, text_of
from gongkai.letters.values import shown
from gongkai.readers.documents import document as read_blocks
from gongkai.readers.documents.read_document import read_document
from tests.letters.leaves import leaves

PAGE_NUMBER = re.compile(r"—\d+—")
WRITERS = [pytest.param(word_document, id="word"), pytest.param(pdf, id="pdf")]


def squeezed(text: str) -> str:
    return PAGE_NUMBER.sub("", re.sub(r"\s", "", text))


def read_again(data: bytes) -> str:
    """Return all words of a file, without blanks and page numbers."""
    texts = []
    for block in read_document(data).blocks:
        if isinstance(block, read_blocks.Line):
            texts.append(block.text)
        else:
            texts += [cell.text for row in block.rows for cell in row]
    return squeezed("".join(texts))


def words_of(manuscript: Manuscript) -> Iterator[str]:
    head = manuscript.letterhead
    yield from (head.organ, head.number) if head else ()
    for block in manuscript.blocks:
        if isinstance(block, Line):
            yield block.text
        else:
            yield from (box.text for row in block.rows for box in row)


def asked(needs: Iterable[Need], sentences: Iterable[Sentence], values: dict[str, object]) -> Iterator[str]:
    """Yield what must be found for each need: the values of its fields, and the words of its fixed sentences."""
    read, _ = read_values(values)
    printed = {name: plain(shown(value)) for name, value in read.items()}
    for name, field in FIELDS.items():
        if field.usual:
            printed.setdefault(name, field.usual)
    own = {one.name: one for one in sentences}
    chosen = dict(printed)
    # What only decides which words are printed is not printed itself.
    for name in ("延期情形", "收费方式", "更正的处理", "对理由的认定"):
        printed.pop(name, None)
    for need in needs:
        for name in need.groups[0]:
            yield from (printed[leaf] for leaf in leaves(name, own.values()) if leaf in printed and leaf not in own)
            if name in own:
                words = own[name].words(chosen.get(own[name].by))
                assert words
                yield filled(text_of(words), lambda inner: printed.get(inner, "")).text


def plain(value: str) -> str:
    return filled(text_of("{值}。"), {"值": value}.get).paragraphs[0].rstrip("。；，;,. ")


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("document", LETTERS, ids=str)
def test_a_letter_read_again_has_all_its_elements(document: Document, writer) -> None:
    letter, values = LETTERS[document], example_values(document)
    manuscript = issue(compose(document, values))
    text = read_again(writer(manuscript))
    # What is corrected has no remedy.
    silent = Element.REMEDY if document is Document.L28 else None
    needs = [one for one in (*frame_needs(document, letter.addressee), *letter.needs) if one.element is not silent]
    wanted = [squeezed(one) for one in asked(needs, letter.sentences, values)]
    assert len(wanted) >= len(needs)
    assert [one for one in wanted if one not in text] == []
    assert [one for one in words_of(manuscript) if squeezed(one) not in text] == []


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("outcome", ANSWERS, ids=str)
def test_a_reply_read_again_has_all_its_elements(outcome: Outcome, writer) -> None:
    answers, values = example_reply(outcome)
    manuscript = issue(compose_reply(answers, values))
    text = read_again(writer(manuscript))
    reply = ANSWERS[outcome]
    together = {**values, **answers[0].values}
    if outcome is not Outcome.WITHDRAWN:
        frame = (*frame_needs(replies.CLOSED, "申请人"), *replies.NEEDS)
        wanted = [squeezed(one) for one in asked((*frame, *reply.needs), (DAY_OF_RECEIPT,), together)]
        assert len(wanted) > len(frame)
        assert [one for one in wanted if one not in text] == []
        assert squeezed("".join(values[name] for name in ("复议机关",))) in text
    assert [one for one in words_of(manuscript) if squeezed(one) not in text] == []


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("document", FORMS, ids=str)
def test_a_form_read_again_has_all_its_fields(document: Document, writer) -> None:
    form, values = FORMS[document], example_values(document)
    manuscript = issue(compose(document, values))
    text = read_again(writer(manuscript))
    read, _ = read_values(values)
    fields = [what for row in form.rows for _, what in row.cells if not isinstance(what, Blank)]
    assert [name for name in fields if squeezed(shown(read[name])) not in text] == []
    labels = [label for row in form.rows for label, _ in row.cells]
    assert [label for label in labels if squeezed(label) not in text] == []
    assert [one for one in words_of(manuscript) if squeezed(one) not in text] == []


@pytest.mark.parametrize("writer", WRITERS)
def test_a_reply_of_several_items_read_again_has_all_its_words(writer) -> None:
    answers = []
    for number, outcome in enumerate(ANSWERS, 1):
        [one], _ = example_reply(outcome)
        answers.append(
            Answer(one.item, {**one.values, "申请内容": f"第{number}件事", "撤回的意思表示": "不需要了"})
        )
    _, values = example_reply(Outcome.GRANTED)
    composed = compose_reply(answers, {**values, "成文日期": "2026-04-13", "撤回的日期和方式": "2026年3月9日"})
    assert [one.text for one in (*composed.missing, *composed.problems)] == []
    text = read_again(writer(composed.manuscript))
    assert [one for one in words_of(composed.manuscript) if squeezed(one) not in text] == []


@pytest.mark.parametrize("writer", WRITERS)
def test_a_draft_with_gaps_can_be_printed(writer) -> None:
    answers = [Answer(Item(outcome)) for outcome in ANSWERS if outcome is not Outcome.WITHDRAWN]
    for composed in (compose_reply(answers, {}), *(compose(document, {}) for document in (*LETTERS, *FORMS))):
        text = read_again(writer(composed.manuscript))
        assert [one for one in words_of(composed.manuscript) if squeezed(one) not in text] == []
        assert not composed.is_whole


def test_forms_are_tables_and_letters_have_a_letterhead() -> None:
    for document in LETTERS:
        manuscript = compose(document, example_values(document)).manuscript
        assert manuscript.letterhead is not None
        assert not any(isinstance(block, Grid) for block in manuscript.blocks)
        assert [block.style for block in manuscript.blocks if isinstance(block, Line)][-3:] == [
            *(Style.RIGHT, Style.RIGHT, Style.BODY)
        ]
    for document in FORMS:
        manuscript = compose(document, example_values(document)).manuscript
        assert manuscript.letterhead is None
        grids = [block for block in manuscript.blocks if isinstance(block, Grid)]
        assert grids
        assert all(grid.form and sum(grid.widths) == 15 for grid in grids)


def test_what_is_left_blank_on_a_form_stays_blank_and_what_must_be_there_shows_a_gap() -> None:
    values = {
        name: value for name, value in example_values(Document.L01).items() if name not in ("代理人", "登记人")
    }
    [grid] = [block for block in compose(Document.L01, values).manuscript.blocks if isinstance(block, Grid)]
    boxes = [box.text for row in grid.rows for box in row]
    assert boxes[boxes.index("代理人") + 1] == ""
    assert boxes[boxes.index("登记人") + 1] == "【待填：登记人】"
    assert len(grid.lines) == len(grid.rows)


def test_a_list_of_documents_has_a_row_for_each() -> None:
    values = example_values(Document.L31)
    rows = [["甲", "无", "2026年1月1日", "1"], ["乙", "砚政发〔2026〕5号", "2026年1月2日", "2"]]
    table, _ = (
        block
        for block in issue(compose(Document.L31, {**values, "移送文件": rows})).blocks
        if isinstance(block, Grid)
    )
    assert [[box.text for box in row] for row in table.rows] == [
        ["序号", "文件名称", "文号", "成文日期", "份数"],
        ["1", *rows[0]],
        ["2", *rows[1]],
    ]
    assert table.head_rows == 1
