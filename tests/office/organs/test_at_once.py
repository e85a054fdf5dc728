"""Several people change the tree of organs at the same time, each in a transaction of their own."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connections

from gongkai_office.audit.models import Event
from gongkai_office.organs.actions import add_organ, move_organ
from gongkai_office.organs.models import Organ
from gongkai_office.organs.words import Kind, Level
from tests.office.cloned import Clone

PEOPLE, EACH = 5, 3


def at_once(act: Callable[[int], object]) -> list[Exception]:
    """Let several threads act as much at the same time as can be, and return what was raised."""
    ready, raised = threading.Barrier(PEOPLE), list[Exception]()

    def run(person: int) -> None:
        try:
            ready.wait()
            for turn in range(EACH):
                act(person * EACH + turn)
        except Exception as error:  # noqa: BLE001  # told by the test
            raised.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(person,)) for person in range(PEOPLE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def add(name: str, under: Organ | None = None) -> Organ:
    return add_organ(under=under, by=None, name=name, kind=Kind.DEPARTMENT, level=Level.COUNTY)


@pytest.mark.parametrize("there", [0, 1], ids=["the first ones", "beside another"])
def test_organs_added_at_the_top_at_once_all_stand(clone: Clone, there: int) -> None:
    for number in range(there):
        add(f"萤泽市第{number}局")
    assert at_once(lambda number: add(f"萤台县第{number}局")) == []
    assert Organ.objects.get_root_nodes().count() == there + PEOPLE * EACH
    assert not any(Organ.objects.find_problems())
    assert Event.objects.filter(verb="organs.add").count() == there + PEOPLE * EACH


def test_organs_added_under_one_organ_at_once_all_stand(clone: Clone) -> None:
    under = add("萤泽市人民政府")
    assert at_once(lambda number: add(f"萤台县第{number}局", under)) == []
    assert Organ.objects.get(pk=under.pk).numchild == PEOPLE * EACH
    assert not any(Organ.objects.find_problems())


def test_organs_moved_and_added_at_once_leave_a_whole_tree(clone: Clone) -> None:
    one, other = add("萤泽市人民政府"), add("鹭汀市人民政府")
    walker = add("萤台县民政局", one)

    def act(number: int) -> None:
        if number % 3:
            add(f"萤台县第{number}局", walker)
        else:
            move_organ(walker, under=(None, one, other)[number // 3 % 3], by=None)

    assert at_once(act) == []
    assert not any(Organ.objects.find_problems())
    assert Organ.objects.get(pk=walker.pk).numchild == PEOPLE * EACH * 2 // 3
