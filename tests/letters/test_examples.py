"""The example of every letter and of every outcome is whole: it may go out as it is, and has nothing to look at."""

from __future__ import annotations

import pytest

from gongkai.law.documents import Document
from gongkai.law.outcomes.outcome import Outcome
from gongkai.letters import Answer, compose, compose_reply, issue
from gongkai.letters.catalogue import ANSWERS, FORMS, LETTERS
from gongkai.letters.compose import Composed
from gongkai.letters.examples import example_reply, example_values

OTHERS = [*LETTERS, *FORMS]


def told(composed: Composed) -> list[str]:
    return [one.text for one in (*composed.missing, *composed.problems, *composed.remarks)]


@pytest.mark.parametrize("document", OTHERS, ids=str)
def test_the_example_of_a_document_may_go_out(document: Document) -> None:
    composed = compose(document, example_values(document))
    assert told(composed) == []
    assert issue(composed) is composed.manuscript
    assert composed.documents == (document,)


@pytest.mark.parametrize("outcome", ANSWERS, ids=str)
def test_the_example_of_an_outcome_may_go_out(outcome: Outcome) -> None:
    answers, values = example_reply(outcome)
    composed = compose_reply(answers, values)
    assert told(composed) == []
    assert issue(composed) is composed.manuscript


@pytest.mark.parametrize("outcome", ANSWERS, ids=str)
def test_a_reply_of_one_item_may_have_all_its_fields_in_one_place(outcome: Outcome) -> None:
    answers, values = example_reply(outcome)
    together = compose_reply([Answer(answers[0].item)], {**values, **answers[0].values})
    assert told(together) == []


def test_the_example_of_several_outcomes_may_go_out() -> None:
    answers, values = example_reply(*ANSWERS)
    composed = compose_reply(answers, values)
    assert told(composed) == []
    assert len(answers) == len(ANSWERS)
    assert "申请内容" not in values
    assert all("申请内容" in one.values for one in answers)
