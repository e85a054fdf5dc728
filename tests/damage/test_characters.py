"""Other damage to characters: the laws, and what finds their traces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.damage import MADE, Kind, find, insert_remnants, read_twice, replace_some
from gongkai.damage.characters import KUNJINKAO, REMNANTS

TEXT = st.text(st.one_of(st.sampled_from("政府信息公开,。()0123456789abc \n"), st.characters(max_codepoint=0x9FFF)))
PLAIN = st.text(st.sampled_from("政府信息公开工作年度报告，。（）0123456789 \n|"))


def traces(text: str) -> list[tuple[str, str]]:
    return [(remnant.kind.value, text[remnant.start : remnant.end]) for remnant in find(text)]


def survives(original: str, damaged: tuple[str, tuple[int, ...]]) -> bool:
    seen, survivors = damaged
    pairs = list(zip(seen, survivors, strict=True))
    kept = [at for _, at in pairs if at != MADE]
    return kept == sorted(set(kept)) and all(original[at] == shown for shown, at in pairs if at != MADE)


@given(TEXT, st.sets(st.integers(0, 40)))
def test_replaced_characters_are_made_and_all_others_survive_in_place(text, positions):
    seen, survivors = replace_some(text, positions)
    assert survives(text, (seen, survivors))
    assert [at for at, origin in enumerate(survivors) if origin == MADE] == sorted(
        at for at in positions if at < len(text)
    )


@given(TEXT, st.dictionaries(st.integers(0, 20), st.sampled_from(REMNANTS)))
def test_a_text_survives_whole_between_remnants(text, remnants):
    seen, survivors = insert_remnants(text, remnants)
    assert survives(text, (seen, survivors))
    assert [at for at in survivors if at != MADE] == list(range(len(text)))
    assert len(seen) == len(text) + sum(len(mark) for at, mark in remnants.items() if at <= len(text))


@given(TEXT)
def test_what_survives_being_read_twice_is_ascii(text):
    seen, survivors = read_twice(text)
    assert survives(text, (seen, survivors))
    assert all(text[at].isascii() for at in survivors if at != MADE)


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_ascii_text_survives_being_read_twice(text):
    assert read_twice(text) == (text, tuple(range(len(text))))


def test_hanzi_read_twice_become_the_well_known_three():
    seen, survivors = read_twice("共98件")
    assert seen.startswith(KUNJINKAO[:2])
    assert "98" in seen
    assert survivors.count(MADE) == len(seen) - 2
    assert KUNJINKAO == "锟斤拷"
    assert find(seen)[0].kind is Kind.KUNJINKAO


@given(PLAIN)
def test_a_clean_text_shows_no_trace(text):
    assert find(text) == ()


@pytest.mark.parametrize("remnant", REMNANTS)
@given(text=PLAIN, at=st.integers(0, 30))
def test_every_remnant_left_in_a_text_is_found_where_it_stands(remnant, text, at):
    at = min(at, len(text))
    seen, _ = insert_remnants(text, {at: remnant})
    assert [(found.kind, found.start, found.end) for found in find(seen)] == [(Kind.MARKUP, at, at + len(remnant))]


@given(PLAIN, st.sets(st.integers(0, 30)))
def test_every_replaced_character_lies_in_a_trace(text, positions):
    seen, survivors = replace_some(text, positions)
    covered = {at for found in find(seen) for at in range(found.start, found.end)}
    assert covered == {at for at, origin in enumerate(survivors) if origin == MADE}
    assert {found.kind for found in find(seen)} <= {Kind.REPLACEMENT}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("情况</span>", [("markup", "</span>")]),
        ("情冴/span>", [("markup", "/span>")]),
        ("顴/p>", [("markup", "/p>")]),
        ("公开<a href=\"/x\" class='y'>工作", [("markup", "<a href=\"/x\" class='y'>")]),
        ("公开<o:p></o:p>", [("markup", "<o:p>"), ("markup", "</o:p>")]),
        ("一、&nbsp;公开&#12288;", [("markup", "&nbsp;"), ("markup", "&#12288;")]),
        (
            "<!--[if !supportLists]-->（三）<!--[endif]-->",
            [("markup", "<!--[if !supportLists]-->"), ("markup", "<!--[endif]-->")],
        ),
        ("相关链接： --> 根据", [("markup", "-->")]),
        ("公\ufffd\ufffd开", [("replacement", "\ufffd\ufffd")]),
        ("公锟斤拷锟斤拷开", [("kunjinkao", "锟斤拷锟斤拷")]),
        ("公锟斤拷锟斤开", [("kunjinkao", "锟斤拷锟斤")]),
        ("已答?08件", [("lost", "?")]),
        ("已答?08件，文?件", [("lost", "?"), ("lost", "?")]),
    ],
)
def test_each_kind_of_trace_is_found(text, expected):
    assert traces(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "关于印发<某某县政府信息公开办法>的通知",
        "是否满意?满意",
        "http://example.invalid/list?page=2&size=3",
        "A&B; 3 < 5 > 2",
        "唐锟",
        "a --- b",
        "",
    ],
)
def test_what_an_author_may_write_is_no_trace(text):
    assert find(text) == ()


def test_searching_stays_fast_in_hostile_text():
    assert find("<span " * 20_000) == ()
    assert find("&" * 100_000 + "锟" * 100_000 + "?" * 100_000) == ()
    assert len(find("锟斤拷" * 50_000)) == 1


def test_the_traces_in_the_real_reports_are_those_a_reader_sees(shared_reports):
    seen = {
        file.name[:3]: sorted(set(traces(file.read_text(encoding="utf-8"))))
        for file in shared_reports.glob("*.txt")
    }
    assert {name: found for name, found in seen.items() if found} == {
        "004": [("lost", "?"), ("markup", "/p>"), ("markup", "/span>")],
        "109": [("markup", "-->")],
        "115": [("markup", "<!--[endif]-->"), ("markup", "<!--[if !supportLists]-->")],
    }
