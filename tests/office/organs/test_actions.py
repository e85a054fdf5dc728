"""What is done to organs, and what is refused."""

from __future__ import annotations

import contextlib
import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from gongkai_office.audit.models import Event
from gongkai_office.organs import actions, errors
from gongkai_office.organs.actions import ChildrenGo
from gongkai_office.organs.endings import ending_of
from gongkai_office.organs.models import Organ
from gongkai_office.organs.queries import (
    children_of,
    history,
    name_on,
    parent_of,
    removable,
    reviewer_on,
    reviewers_on,
)
from gongkai_office.organs.words import VERBS, Change, Kind, Level, ReviewRole
from tests.office.city import City

MARCH = dt.date(2024, 3, 1)
CODE, OTHER_CODE = "11441700007280420Y", "11370900004341590P"


def fresh(organ: Organ) -> Organ:
    return Organ.objects.get(pk=organ.pk)


def add(under: Organ | None, name: str, **fields: object) -> Organ:
    row = {"name": name, "kind": Kind.DEPARTMENT, "level": Level.COUNTY} | fields
    return actions.add_organ(under=under, by=None, **row)


def test_an_organ_is_added_below_another_with_one_event_that_names_what_it_says(city: City) -> None:
    organ = add(city.county, "萤台县水利局", credit_code=CODE)
    assert parent_of(organ) == city.county
    event = Event.objects.get()
    assert (event.verb, event.organ) == ("organs.add", organ.pk)
    assert event.after == {
        "name": "萤台县水利局",
        "kind": "department",
        "level": "county",
        "credit_code": CODE,
        "under": city.county.pk,
    }


@pytest.mark.parametrize(
    "name", ["", "  ", "萤台县\n水利局", "萤台县\u2028水利局", "萤台县\u200b水利局", "\u202e萤台县水利局"]
)
def test_a_name_that_is_none_is_refused(city: City, name: str) -> None:
    with pytest.raises(errors.BadName) as refused:
        add(city.county, name)
    assert refused.value.field == "name"
    for act in (actions.change_organ, actions.rename_organ):
        said = {"on": MARCH} if act is actions.rename_organ else {}
        with pytest.raises(errors.BadName):
            act(city.bureau, name=name, by=None, **said)


def test_a_name_is_kept_in_one_form_without_space_around_it(city: City) -> None:
    assert add(city.county, " 萤台县e\u0301局\u3000").name == "萤台县é局"
    with pytest.raises(errors.NameTaken):
        add(city.county, "萤台县é局 ")
    assert actions.rename_organ(city.bureau, name="萤泽市社会局 ", on=MARCH, by=None).name == "萤泽市社会局"
    assert actions.change_organ(city.bureau, name="萤泽市社会局 ", by=None).name == "萤泽市社会局"
    assert not Event.objects.filter(verb="organs.change").exists()


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("credit_code", CODE[:-1] + "X"),
        ("site_code", "12"),
        ("division_code", "99"),
        ("division_code", "990000"),
        ("division_code", "330000000000"),
    ],
)
def test_a_code_that_is_none_is_refused_with_the_place_that_is_wrong(city: City, field: str, text: str) -> None:
    with pytest.raises(errors.BrokenCode) as refused:
        add(city.county, "萤台县水利局", **{field: text})
    assert refused.value.field == field
    assert refused.value.reason


@pytest.mark.parametrize("field", ["phone", "fax"])
@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("000-12345678", True),
        ("13800000000", True),
        ("000-1234567、000-7654321-1", True),
        ("", True),
        ("abc", False),
        ("000-1", False),
        ("000-1234567、abc", False),
    ],
)
def test_a_telephone_number_is_one_or_several_numbers(city: City, field: str, number: str, right: bool) -> None:
    with contextlib.nullcontext() if right else pytest.raises(errors.BadPhone) as refused:
        add(city.county, "萤台县水利局", **{field: number})
    with contextlib.nullcontext() if right else pytest.raises(errors.BadPhone):
        actions.change_organ(fresh(city.county), by=None, **{field: number})
    assert right or refused.value.field == field


def test_two_living_organs_have_neither_one_name_at_one_place_nor_one_credit_code(city: City) -> None:
    with pytest.raises(errors.NameTaken, match="萤台县民政局"):
        add(city.county, "萤台县民政局")
    add(city.other_county, "萤台县民政局", credit_code=CODE)
    with pytest.raises(errors.CreditCodeTaken, match=CODE):
        add(city.county, "萤台县水利局", credit_code=CODE)
    with pytest.raises(errors.NameTaken):
        add(None, "鹭汀市人民政府")


def test_the_credit_code_and_the_name_of_an_abolished_organ_are_free_again(city: City) -> None:
    old = add(city.county, "萤台县水利局", credit_code=CODE)
    actions.abolish_organ(old, on=MARCH, by=None)
    assert add(city.county, "萤台县水利局", credit_code=CODE).pk != old.pk
    with pytest.raises(errors.NameTaken):
        actions.undo_abolition(old, by=None)


def test_nothing_new_stands_below_what_was_abolished(city: City) -> None:
    actions.abolish_organ(city.bureau, on=MARCH, by=None)
    with pytest.raises(errors.UnderAbolished, match="2024-03-01"):
        add(city.bureau, "萤泽市婚姻登记处")
    with pytest.raises(errors.UnderAbolished):
        actions.move_organ(city.county_bureau, under=city.bureau, by=None)


def test_a_change_is_recorded_with_what_it_was_and_nothing_where_nothing_differs(city: City) -> None:
    actions.change_organ(city.county, by=None, phone="000-1234567", name=city.county.name)
    event = Event.objects.get()
    assert (event.before, event.after) == ({"phone": ""}, {"phone": "000-1234567"})
    actions.change_organ(city.county, by=None, phone="000-1234567")
    assert Event.objects.count() == 1


def test_an_old_row_with_a_doubtful_code_still_gets_a_new_telephone_number(city: City) -> None:
    Organ.objects.filter(pk=city.county.pk).update(credit_code="alt")
    actions.change_organ(fresh(city.county), by=None, phone="000-1234567")
    with pytest.raises(errors.BrokenCode):
        actions.change_organ(fresh(city.county), by=None, credit_code="neu")


def test_an_organ_cannot_lead_itself_in_its_system_through_others(city: City) -> None:
    actions.change_organ(city.county_bureau, by=None, system_superior=city.bureau)
    with pytest.raises(errors.Cycle):
        actions.change_organ(city.bureau, by=None, system_superior=city.county_bureau)
    with pytest.raises(errors.Cycle):
        actions.change_organ(city.bureau, by=None, system_superior=city.bureau)


def test_a_renamed_organ_bore_its_former_names_on_the_days_before(city: City) -> None:
    organ = city.bureau
    actions.rename_organ(organ, name="萤泽市民政和社会工作局", on=dt.date(2020, 1, 1), by=None)
    actions.rename_organ(organ, name="萤泽市社会事务局", on=MARCH, by=None, document_number="萤政发〔2024〕3号")
    assert organ.name == "萤泽市社会事务局"
    assert name_on(organ, dt.date(2019, 12, 31)) == "萤泽市民政局"
    assert name_on(organ, dt.date(2020, 1, 1)) == "萤泽市民政和社会工作局"
    assert name_on(organ, MARCH - dt.timedelta(1)) == "萤泽市民政和社会工作局"
    assert name_on(organ, MARCH) == "萤泽市社会事务局"
    assert [step.document_number for step in history(organ)] == ["萤政发〔2024〕3号", ""]


def test_renaming_keeps_the_order_of_days_and_not_the_future(city: City) -> None:
    actions.rename_organ(city.bureau, name="萤泽市社会事务局", on=MARCH, by=None)
    with pytest.raises(errors.BadDay):
        actions.rename_organ(city.bureau, name="萤泽市民政局", on=MARCH, by=None)
    tomorrow = timezone.localdate() + dt.timedelta(1)
    with pytest.raises(errors.BadDay):
        actions.rename_organ(city.bureau, name="萤泽市民政局", on=tomorrow, by=None)
    with pytest.raises(errors.BadName):
        actions.rename_organ(city.bureau, name="萤泽市社会事务局", on=timezone.localdate(), by=None)
    with pytest.raises(errors.NameTaken):
        actions.rename_organ(city.bureau, name="萤台县人民政府", on=timezone.localdate(), by=None)


def test_a_renaming_by_mistake_is_taken_back(city: City) -> None:
    actions.rename_organ(city.bureau, name="萤泽市社会事务局", on=MARCH, by=None)
    actions.undo_rename(city.bureau, by=None)
    assert fresh(city.bureau).name == "萤泽市民政局"
    assert history(city.bureau) == ()
    assert Event.objects.filter(verb="organs.undo_rename").get().before["name"] == "萤泽市社会事务局"
    with pytest.raises(errors.NothingToUndo):
        actions.undo_rename(city.bureau, by=None)


def test_a_moved_organ_takes_along_what_is_below_it(city: City) -> None:
    actions.move_organ(city.county, under=city.other_county, by=None)
    bureau = fresh(city.county_bureau)
    assert bureau.path.startswith(fresh(city.other_county).path)
    event = Event.objects.get()
    assert (event.before, event.after) == ({"under": city.city.pk}, {"under": city.other_county.pk})
    actions.move_organ(city.county, under=None, by=None)
    assert fresh(city.county).is_root()
    assert parent_of(fresh(city.county_bureau)) == city.county
    assert Organ.objects.find_problems() == ([], [], [], [], [])


def test_no_organ_moves_below_itself(city: City) -> None:
    for under in (city.county, city.county_bureau):
        with pytest.raises(errors.Cycle):
            actions.move_organ(city.county, under=under, by=None)


def test_moving_to_where_it_stands_says_nothing(city: City) -> None:
    actions.move_organ(city.county, under=city.city, by=None)
    assert not Event.objects.exists()


def test_a_merger_ends_the_others_and_keeps_whom_they_went_to(city: City) -> None:
    actions.merge_organs(
        [city.county_bureau, city.other_county_bureau, city.bureau],
        into=city.bureau, on=MARCH, by=None, document_number="萤政发〔2024〕3号",
    )  # fmt: skip
    assert fresh(city.bureau).abolished_on is None
    assert fresh(city.county_bureau).abolished_on == MARCH
    assert {step.predecessor_id for step in history(city.bureau)} == {
        city.county_bureau.pk,
        city.other_county_bureau.pk,
    }
    assert Event.objects.filter(verb="organs.merge").count() == 2
    with pytest.raises(errors.BadSuccessor):
        actions.merge_organs([city.bureau], into=city.bureau, on=MARCH, by=None)


def test_an_organ_with_living_ones_below_it_ends_only_when_these_are_provided_for(city: City) -> None:
    with pytest.raises(errors.LivingChildren, match="萤台县民政局"):
        actions.abolish_organ(city.county, on=MARCH, by=None)
    with pytest.raises(errors.BadSuccessor):
        actions.abolish_organ(city.county, on=MARCH, by=None, children=ChildrenGo.WITH_SUCCESSOR)
    actions.abolish_organ(
        city.county, on=MARCH, by=None, successor=city.other_county, children=ChildrenGo.WITH_SUCCESSOR
    )
    assert parent_of(fresh(city.county_bureau)) == city.other_county
    actions.abolish_organ(city.other_county, on=MARCH, by=None, children=ChildrenGo.ABOLISHED)
    assert fresh(city.county_bureau).abolished_on == MARCH


def test_an_abolition_by_mistake_is_taken_back(city: City) -> None:
    actions.abolish_organ(city.county_bureau, on=MARCH, by=None, successor=city.bureau)
    actions.undo_abolition(city.county_bureau, by=None)
    assert fresh(city.county_bureau).abolished_on is None
    assert history(city.bureau) == ()
    with pytest.raises(errors.NothingToUndo):
        actions.undo_abolition(city.county_bureau, by=None)


@pytest.mark.parametrize("successor", ["itself", "abolished", "below"])
def test_nobody_follows_who_cannot(city: City, successor: str) -> None:
    organ = city.county
    actions.abolish_organ(city.bureau, on=MARCH, by=None)
    follower = {"itself": city.county, "abolished": city.bureau, "below": city.county_bureau}[successor]
    with pytest.raises((errors.BadSuccessor, errors.BadReference)):
        actions.abolish_organ(organ, on=MARCH, by=None, successor=follower, children=ChildrenGo.ABOLISHED)


def test_what_ended_does_not_end_again_nor_get_another_name(city: City) -> None:
    actions.abolish_organ(city.bureau, on=MARCH, by=None)
    for act in (
        lambda: actions.abolish_organ(city.bureau, on=MARCH, by=None),
        lambda: actions.rename_organ(city.bureau, name="萤泽市社会事务局", on=MARCH, by=None),
        lambda: actions.transfer_functions(city.bureau, to=city.city, what="婚姻登记", on=MARCH, by=None),
    ):
        with pytest.raises(errors.AlreadyAbolished):
            act()


def test_a_split_leaves_the_organ_alive_or_ends_it(city: City) -> None:
    new = add(city.city, "萤泽市养老服务局")
    actions.split_organ(city.bureau, into=[new], on=MARCH, by=None, ends=False)
    assert fresh(city.bureau).abolished_on is None
    actions.split_organ(city.bureau, into=[new, city.county_bureau], on=MARCH, by=None, ends=True)
    assert fresh(city.bureau).abolished_on == MARCH
    assert [step.how for step in history(city.bureau)] == [Change.SPLIT] * 3


def test_functions_go_over_with_what_they_are(city: City) -> None:
    actions.transfer_functions(city.bureau, to=city.county_bureau, what="婚姻登记", on=MARCH, by=None)
    assert [step.note for step in history(city.county_bureau)] == ["婚姻登记"]


def test_days_before_an_organ_was_set_up_are_refused(city: City) -> None:
    organ = add(city.county, "萤台县水利局", established_on=MARCH)
    with pytest.raises(errors.BadDay):
        actions.abolish_organ(organ, on=MARCH - dt.timedelta(1), by=None)
    with pytest.raises(errors.BadDay):
        add(city.county, "萤台县林业局", established_on=MARCH, abolished_on=MARCH - dt.timedelta(1))


@pytest.mark.parametrize("field", ["established_on", "abolished_on"])
def test_organs_neither_begin_nor_end_on_days_that_have_not_come(city: City, field: str) -> None:
    tomorrow = timezone.localdate() + dt.timedelta(1)
    with pytest.raises(errors.BadDay) as refused:
        add(city.county, "萤台县水利局", **{field: tomorrow})
    assert refused.value.field == field
    with pytest.raises(errors.BadDay):
        actions.change_organ(city.bureau, by=None, established_on=tomorrow)


def test_no_organ_ends_before_what_became_of_it_or_went_into_it(city: City) -> None:
    before = MARCH - dt.timedelta(1)
    actions.rename_organ(city.bureau, name="萤泽市社会局", on=MARCH, by=None)
    actions.abolish_organ(city.county_bureau, on=MARCH, by=None, successor=city.other_county_bureau)
    for organ in (city.bureau, city.other_county_bureau, city.county):
        with pytest.raises(errors.BadDay, match="2024-03-01"):
            actions.abolish_organ(organ, on=before, by=None)
    with pytest.raises(errors.BadDay, match="砚萤县民政局"):
        actions.abolish_organ(city.other_county, on=before, by=None, children=ChildrenGo.ABOLISHED)
    actions.abolish_organ(city.other_county, on=MARCH, by=None, children=ChildrenGo.ABOLISHED)
    actions.abolish_organ(city.bureau, on=MARCH, by=None)


def test_nobody_follows_before_being_set_up_nor_is_set_up_after_that(city: City) -> None:
    new = add(city.city, "萤泽市养老服务局", established_on=MARCH)
    before = MARCH - dt.timedelta(1)
    for act in (
        lambda: actions.merge_organs([city.bureau], into=new, on=before, by=None),
        lambda: actions.split_organ(city.bureau, into=[new], on=before, by=None, ends=False),
        lambda: actions.transfer_functions(city.bureau, to=new, what="甲", on=before, by=None),
    ):
        with pytest.raises(errors.BadDay, match="萤泽市养老服务局"):
            act()
    actions.split_organ(city.bureau, into=[new], on=MARCH, by=None, ends=False)
    for organ in (new, city.bureau):
        with pytest.raises(errors.BadDay, match="2024-03-01") as refused:
            actions.change_organ(organ, by=None, established_on=MARCH + dt.timedelta(1))
        assert refused.value.field == "established_on"
        actions.change_organ(organ, by=None, established_on=MARCH)


def test_what_ended_with_an_organ_lives_again_with_it_and_nothing_else_does(city: City) -> None:
    other = add(city.county, "萤台县水利局")
    below = add(city.county_bureau, "萤台县救助站")
    actions.abolish_organ(other, on=MARCH, by=None)
    actions.abolish_organ(city.county, on=MARCH, by=None, children=ChildrenGo.ABOLISHED)
    actions.undo_abolition(city.county, by=None)
    ended = {one.name for one in Organ.objects.exclude(abolished_on=None)}
    assert ended == {"萤台县水利局"}
    assert not history(below)
    assert Event.objects.filter(verb="organs.undo_abolition").count() == 3


def test_a_split_of_the_day_of_the_end_that_left_the_organ_alive_stays(city: City) -> None:
    new = add(city.city, "萤泽市养老服务局")
    actions.split_organ(city.bureau, into=[new], on=MARCH, by=None, ends=False)
    actions.split_organ(city.bureau, into=[city.county_bureau], on=MARCH, by=None, ends=True)
    actions.undo_abolition(city.bureau, by=None)
    assert [step.successor for step in history(city.bureau)] == [new]


def test_a_split_or_a_transfer_by_mistake_is_taken_back_and_no_end_is(city: City) -> None:
    new = add(city.city, "萤泽市养老服务局")
    actions.split_organ(city.bureau, into=[new], on=MARCH, by=None, ends=False)
    actions.transfer_functions(city.bureau, to=new, what="婚姻登记", on=MARCH, by=None)
    actions.split_organ(city.bureau, into=[new], on=MARCH, by=None, ends=True)
    end, transfer, split = history(city.bureau)
    for row in (split, transfer):
        actions.undo_succession(city.bureau, succession=row, by=None)
    for row in (transfer, end):
        with pytest.raises(errors.NothingToUndo):
            actions.undo_succession(city.bureau, succession=row, by=None)
    assert history(city.bureau) == (end,)
    before = Event.objects.filter(verb="organs.undo_succession").latest("number").before
    assert before == {
        "how": "transferred", "on": "2024-03-01", "successors": [new.pk], "document_number": "", "note": "婚姻登记",
    }  # fmt: skip


def test_the_tree_grows_no_deeper_than_its_paths_hold(city: City) -> None:
    deepest = {}
    for start, length in ((city.county, 30), (city.other_county, 40)):
        under = start
        for number in range(length):
            row = {"name": f"第{number}科", "kind": Kind.INTERNAL_UNIT, "level": Level.COUNTY}
            under = Organ.objects.add_child(fresh(under), row)
            deepest[start.pk, number] = under
    with pytest.raises(errors.TooDeep, match="60层"):
        actions.move_organ(city.county, under=deepest[city.other_county.pk, 27], by=None)
    with pytest.raises(errors.TooDeep):
        actions.abolish_organ(
            city.county, on=MARCH, by=None, successor=deepest[city.other_county.pk, 28],
            children=ChildrenGo.WITH_SUCCESSOR,
        )  # fmt: skip
    actions.move_organ(city.county, under=deepest[city.other_county.pk, 26], by=None)
    with pytest.raises(errors.TooDeep):
        add(fresh(deepest[city.county.pk, 29]), "第三十一科")


def test_the_log_tells_on_which_day_something_happened(city: City) -> None:
    new = add(city.city, "萤泽市养老服务局")
    actions.rename_organ(new, name="萤泽市养老局", on=MARCH, by=None)
    actions.transfer_functions(city.bureau, to=new, what="甲", on=MARCH, by=None)
    actions.merge_organs([new], into=city.bureau, on=MARCH, by=None)
    happened = Event.objects.exclude(verb="organs.add").values_list("happened_at", flat=True)
    assert {timezone.localtime(moment).isoformat()[:16] for moment in happened} == {"2024-03-01T00:00"}


def test_the_end_of_an_organ_asks_the_database_for_what_is_below_it_at_once(
    city: City, django_assert_max_num_queries: Any
) -> None:
    for number in range(50):
        Organ.objects.add_child(
            fresh(city.county), {"name": f"第{number}局", "kind": "department", "level": "county"}
        )
    with django_assert_max_num_queries(20):
        ending = ending_of(city.county, followers=[], on=MARCH, children=ChildrenGo.ABOLISHED)
    assert len(ending.ended) == 52
    with django_assert_max_num_queries(20 + 5 * 52):
        actions.abolish_organ(city.county, on=MARCH, by=None, children=ChildrenGo.ABOLISHED)


def test_the_competent_authority_is_below_its_government(city: City) -> None:
    actions.set_competent_authority(city.county, unit=city.county_bureau, by=None)
    assert fresh(city.county).competent_authority == city.county_bureau
    for unit in (city.bureau, city.county):
        with pytest.raises(errors.BadReference):
            actions.set_competent_authority(city.county, unit=unit, by=None)
    with pytest.raises(errors.BadReference, match="第三条"):
        actions.set_competent_authority(city.bureau, unit=city.county, by=None)


def test_who_reviewed_on_a_day_is_answered_and_a_new_one_ends_the_old(city: City) -> None:
    court, organ = ReviewRole.COURT, city.bureau
    first = actions.set_reviewer(organ, role=court, name="萤台县人民法院", valid_from=dt.date(2020, 1, 1), by=None)
    actions.set_reviewer(organ, role=court, name="砚萤县人民法院", valid_from=MARCH, by=None, replacing=True)
    assert reviewer_on(organ, court, MARCH - dt.timedelta(1)) == first
    assert reviewer_on(organ, court, MARCH).name == "砚萤县人民法院"
    assert reviewer_on(organ, court, dt.date(2019, 12, 31)) is None
    assert reviewer_on(organ, ReviewRole.RECONSIDERATION, MARCH) is None


def test_two_reviewers_are_not_in_charge_on_one_day_but_one_may_be_chosen_besides(city: City) -> None:
    role, organ = ReviewRole.RECONSIDERATION, city.bureau
    actions.set_reviewer(
        organ, role=role, name="萤泽市人民政府", valid_from=MARCH, valid_to=dt.date(2024, 12, 31), by=None
    )
    for start, end in ((dt.date(2024, 12, 31), None), (dt.date(2020, 1, 1), MARCH), (dt.date(2020, 1, 1), None)):
        with pytest.raises(errors.BadReviewer, match="萤泽市人民政府"):
            actions.set_reviewer(organ, role=role, name="某机关", valid_from=start, valid_to=end, by=None)
    actions.set_reviewer(organ, role=role, name="某机关", valid_from=dt.date(2025, 1, 1), by=None)
    actions.set_reviewer(organ, role=role, name="某厅", valid_from=MARCH, by=None, beside=True)
    assert [one.name for one in reviewers_on(organ, role, MARCH)] == ["萤泽市人民政府", "某厅"]


def test_a_reviewer_ends_on_a_day_once_or_was_a_mistake(city: City) -> None:
    one = actions.set_reviewer(city.bureau, role=ReviewRole.COURT, name="某法院", valid_from=MARCH, by=None)
    with pytest.raises(errors.BadReviewer):
        actions.end_reviewer(one, on=MARCH - dt.timedelta(1), by=None)
    actions.end_reviewer(one, on=MARCH, by=None)
    with pytest.raises(errors.BadReviewer):
        actions.end_reviewer(one, on=MARCH, by=None)
    actions.remove_reviewer(one, by=None)
    assert not city.bureau.reviewers.exists()
    event = Event.objects.get(verb="organs.remove_reviewer")
    assert (event.subject_id, event.before["name"]) == (str(one.pk), "某法院")


def test_every_verb_of_the_log_has_its_chinese_name(city: City) -> None:
    new = add(city.city, "萤泽市养老服务局")
    actions.rename_organ(new, name="萤泽市养老局", on=MARCH, by=None)
    actions.undo_rename(new, by=None)
    actions.move_organ(new, under=city.county, by=None)
    actions.transfer_functions(new, to=city.county, what="甲", on=MARCH, by=None)
    actions.split_organ(city.bureau, into=[new], on=MARCH, by=None, ends=False)
    actions.merge_organs([new], into=city.bureau, on=MARCH, by=None)
    actions.undo_abolition(new, by=None)
    actions.abolish_organ(new, on=MARCH, by=None)
    actions.record_export(new, count=1, kind="csv", by=None)
    for row in removable(city.bureau):
        actions.undo_succession(city.bureau, succession=row, by=None)
    said = set(Event.objects.values_list("verb", flat=True))
    assert len(said) == 11
    assert said <= set(VERBS)
    assert children_of(city.city).count() == 3
