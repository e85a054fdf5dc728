"""The page of the life cycle says what the table says."""

from __future__ import annotations

import re

from gongkai.law.life_cycle.happenings import Happening
from gongkai.law.life_cycle.procedures import Procedure, State, states_of
from gongkai.law.life_cycle.table import TRANSITIONS, following
from gongkai.law.outcomes.outcome import Outcome
from gongkai.law.roles import Role
from tools.life_cycle import COMMON, life_cycle_page

PAGE = life_cycle_page()


def chapter(title: str) -> str:
    return PAGE.split(f"\n## {title}\n")[1].split("\n## ")[0]


def test_the_usual_way_that_the_page_tells_is_one() -> None:
    state = State.START
    for event in COMMON:
        row = following(Procedure.REQUEST, state, event)
        assert row, (state, event)
        state = row.to
    assert state is State.ARCHIVED


def test_every_procedure_has_its_chapter_with_all_states_and_events() -> None:
    for procedure in Procedure:
        text = chapter(procedure.label)
        assert text.count("```mermaid") == 1
        for state in states_of(procedure)[1:]:
            assert state.label_in(procedure) in text
        for row in TRANSITIONS:
            if row.procedure is procedure:
                assert row.event.label in text
                assert row.source in text


def test_every_arrow_of_a_diagram_joins_states_that_it_names() -> None:
    for procedure in Procedure:
        (diagram,) = re.findall(r"```mermaid\n(.*?)```", chapter(procedure.label), re.DOTALL)
        named = {*re.findall(r'^ *state ".*" as (\w+)', diagram, re.MULTILINE), "[*]"}
        arrows = re.findall(r"^ *(\S+) --> ([^\s:]+)", diagram, re.MULTILINE)
        assert arrows
        assert {end for arrow in arrows for end in arrow} <= named


def test_every_outcome_and_every_role_has_its_place() -> None:
    conclusions = chapter("结论的前提")
    assert [one for one in Outcome if f"\n| {one.label} |" not in conclusions] == []
    roles = chapter("谁能做什么")
    assert [role for role in Role if f"### {role.label}\n" not in roles] == []
    assert Happening.SEALED.label in roles


def test_every_table_of_the_page_has_as_many_cells_in_each_line() -> None:
    for table in re.findall(r"(?:^\|.*\|$\n?)+", PAGE, re.MULTILINE):
        assert len({line.count("|") for line in table.splitlines()}) == 1
