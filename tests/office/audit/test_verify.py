"""Verifying the chain of the database: each forgery is found and named."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai_office.audit import links
from gongkai_office.audit import verify as module
from gongkai_office.audit.actions import export_head, verify_log
from gongkai_office.audit.chain import SAID
from gongkai_office.audit.errors import NoTransaction
from gongkai_office.audit.heads import read_heads
from gongkai_office.audit.models import HEAD, Event, Head
from gongkai_office.audit.record import record
from gongkai_office.audit.verify import verify
from tests.office.audit.forging import as_values, forged, rewrite_from, rewritten, write_events

pytestmark = pytest.mark.django_db

LONG_AGO = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


def found(heads: Path | None = None) -> list[tuple[str, int, int]]:
    """Return what is found, but for the guards, which every forgery here takes away."""
    return [(one.flaw.value, one.number, one.last) for one in verify(heads).breaks if one.flaw != "unguarded"]


def event(number: int) -> Any:
    return Event.objects.filter(number=number)


def head(**changed: object) -> None:
    Head.objects.filter(pk=HEAD).update(**changed)


def swap() -> None:
    two, four = Event.objects.get(number=2), Event.objects.get(number=4)
    event(2).update(**{name: getattr(four, name) for name in (*SAID[1:], "digest")})
    event(4).update(**{name: getattr(two, name) for name in (*SAID[1:], "digest")})


def insert(number: int) -> None:
    last = as_values()[-1]
    Event.objects.create(**rewritten(last, number=number, previous=last["digest"]))


SWAPPED = [(flaw, number, 0) for number in (2, 4) for flaw in ("altered", "unlinked")]
SWAPPED = sorted([*SWAPPED, ("unlinked", 3, 0), ("unlinked", 5, 0)], key=lambda one: one[1])
FORGERIES: dict[str, tuple[Callable[[], object], list[tuple[str, int, int]]]] = {
    "an altered field": (lambda: event(3).update(actor=9), [("altered", 3, 0)]),
    "altered content": (lambda: event(3).update(after={"name": "鹭汀"}), [("altered", 3, 0)]),
    "an altered time": (lambda: event(3).update(recorded_at=LONG_AGO), [("altered", 3, 0)]),
    "another digest": (lambda: event(3).update(digest="0" * 64), [("altered", 3, 0), ("unlinked", 4, 0)]),
    "another link": (lambda: event(3).update(previous="0" * 64), [("altered", 3, 0), ("unlinked", 3, 0)]),
    "another method": (lambda: event(3).update(method="sha512"), [("altered", 3, 0)]),
    "an unknown method": (lambda: event(3).update(method="sm9"), [("unknown_method", 3, 0)]),
    "another number": (lambda: event(3).update(number=0), [("stray", 0, 0), ("missing", 3, 3)]),
    "a number before the first": (lambda: event(1).update(number=-7), [("stray", -7, 0), ("missing", 1, 1)]),
    "a number after the last": (lambda: event(3).update(number=8), [("missing", 3, 3), ("after_head", 6, 8)]),
    "a removed event": (lambda: event(3).delete(), [("missing", 3, 3)]),
    "removed events": (lambda: Event.objects.filter(number__in=(2, 3)).delete(), [("missing", 2, 3)]),
    "the last events removed": (lambda: Event.objects.filter(number__gt=3).delete(), [("missing", 4, 5)]),
    "all events removed": (lambda: Event.objects.all().delete(), [("missing", 1, 5)]),
    "two events swapped": (swap, SWAPPED),
    "an event put after the head": (lambda: insert(6), [("after_head", 6, 6)]),
    "events put far after the head": (lambda: (insert(6), insert(9)), [("after_head", 6, 9)]),
    "the head set back": (lambda: head(number=3, digest=as_values()[2]["digest"]), [("after_head", 4, 5)]),
    "the head set forward": (lambda: head(number=7), [("missing", 6, 7)]),
    "the head's digest altered": (lambda: head(digest="0" * 64), [("head_differs", 5, 0)]),
    "the head removed": (lambda: Head.objects.all().delete(), [("no_head", 0, 0)]),
    "the whole rewritten": (lambda: rewrite_from(2), []),
}  # fmt: skip


@pytest.mark.parametrize("name", FORGERIES)
def test_each_forgery_is_found_and_named(name: str) -> None:
    forge, expected = FORGERIES[name]
    write_events(5)
    with forged():
        forge()
        assert found() == expected
        assert all(one.sentence for one in verify().breaks)
    assert verify().holds


@pytest.fixture
def chain_of_five(db: None) -> None:
    write_events(5)


TEXTS = st.text("ab萤泽-:", max_size=8)
MOMENTS = st.integers(1, 10**12).map(lambda past: LONG_AGO + dt.timedelta(seconds=past % 10**9, microseconds=past))
OTHERS: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(("recorded_at", "happened_at"), MOMENTS),
    **dict.fromkeys(("actor", "organ"), st.none() | st.integers(1, 2**40)),
    **dict.fromkeys(("verb", "subject", "subject_id", "address", "request"), TEXTS),
    **dict.fromkeys(("before", "after"), st.dictionaries(TEXTS, TEXTS | st.integers() | st.none(), max_size=2)),
}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(number=st.integers(1, 5), field=st.sampled_from(sorted(OTHERS)), data=st.data())
def test_any_single_altered_field_of_any_row_is_found_there(
    chain_of_five: None, number: int, field: str, data: st.DataObject
) -> None:
    was = event(number).values_list(field, flat=True).get()
    value = data.draw(OTHERS[field].filter(lambda value: value != was))
    with forged():
        event(number).update(**{field: value})
        assert found() == [("altered", number, 0)]


@pytest.mark.only_on("sqlite")  # PostgreSQL keeps the types of its columns
@pytest.mark.parametrize(
    "change", ["recorded_at = 'nonsense'", "before = 'no json'", "actor = 'x'", "verb = x'ff00'", "digest = x'ff'"]
)
def test_a_row_that_no_field_can_hold_is_found_too(change: str) -> None:
    write_events(5)
    with forged(), connection.cursor() as cursor:
        cursor.execute("PRAGMA ignore_check_constraints = ON")
        cursor.execute(f"UPDATE audit_event SET {change} WHERE number = 3")
        assert found()[0] == ("altered", 3, 0)
        cursor.execute("PRAGMA ignore_check_constraints = OFF")


def test_an_empty_chain_holds() -> None:
    verdict = verify()
    assert verdict.holds
    assert (verdict.events, verdict.number, verdict.digest) == (0, 0, "")


def test_batches_make_no_difference_and_progress_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    write_events(7)
    monkeypatch.setattr(module, "A_BATCH", 3)
    told: list[tuple[int, int]] = []
    assert verify(progress=lambda done, total: told.append((done, total))).holds
    assert told == [(3, 7), (6, 7), (7, 7)]
    with forged():
        event(3).update(digest="0" * 64)
        assert found() == [("altered", 3, 0), ("unlinked", 4, 0)]


def test_events_that_come_while_the_chain_is_walked_are_no_break(monkeypatch: pytest.MonkeyPatch) -> None:
    write_events(4)
    monkeypatch.setattr(module, "A_BATCH", 2)
    assert verify(progress=lambda _done, _total: write_events(1)).holds
    assert verify().events == 6


def test_a_head_that_goes_out_while_the_chain_is_walked_is_no_break(tmp_path: Path) -> None:
    write_events(3)
    heads = tmp_path / "heads.jsonl"
    export_head(heads, by=None)

    def meanwhile(_done: int, _total: int) -> None:
        write_events(1)
        export_head(heads, by=None)

    assert verify(heads, progress=meanwhile).holds
    assert verify(heads).heads == 2


def test_a_head_that_went_out_just_before_the_file_was_read_is_no_break(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_events(3)
    heads = tmp_path / "heads.jsonl"

    def read_late(path: Path) -> Any:
        write_events(1)
        export_head(heads, by=None)
        return read_heads(path)

    monkeypatch.setattr(module, "read_heads", read_late)
    assert verify(heads).holds


def test_many_breaks_are_counted_and_only_the_first_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    write_events(6)
    monkeypatch.setattr(links, "MOST", 2)
    with forged():
        Event.objects.update(actor=9)
        verdict = verify()
    assert [one.number for one in verdict.breaks] == [1, 2]
    assert verdict.count == 7  # six rows and the guards
    assert verdict.sentences[-1] == "……另有 5 处，未逐一列出。"


def test_a_chain_may_change_its_method_in_the_middle(settings: Any) -> None:
    methods = [one for one in ("sha256", "sm3", "sha512", "sha256") if one in hashlib.algorithms_available]
    for method in methods:
        settings.GONGKAI_DIGEST = method
        write_events(2)
    assert verify().holds
    assert list(Event.objects.order_by("number").values_list("method", flat=True)[::2]) == methods
    with forged():
        event(3).update(actor=9)
        assert found() == [("altered", 3, 0)]


@pytest.mark.skipif("sm3" not in hashlib.algorithms_available, reason="this machine's OpenSSL has no SM3")
def test_sm3_is_the_national_standards(settings: Any) -> None:
    settings.GONGKAI_DIGEST = "sm3"
    assert hashlib.new("sm3", b"abc").hexdigest().startswith("66c7f0f462eeedd9d1f2d46bdc10e4e2")  # GB/T 32905
    write_events(2)
    assert Event.objects.get(number=2).method == "sm3"
    assert verify().holds


def test_a_perfect_forgery_is_found_by_what_was_exported(tmp_path: Path) -> None:
    write_events(3)
    heads = tmp_path / "heads.jsonl"
    export_head(heads, by=None)
    write_events(2)
    with forged():
        rewrite_from(2)
        assert found() == []
        assert found(heads) == [("not_as_exported", 3, 0)]
    with forged():
        rewrite_from(5)
        assert found(heads) == []
    with forged():  # an old copy of the database in place of the new
        Event.objects.filter(number__gt=2).delete()
        head(number=2, digest=as_values()[-1]["digest"])
        assert found(heads) == [("not_as_exported", 3, 0)]
    assert verify(heads).heads == 1


def test_a_file_of_heads_that_lost_lines_is_found(tmp_path: Path) -> None:
    write_events(3)
    heads = tmp_path / "heads.jsonl"
    export_head(heads, by=None)
    export_head(heads, by=None)
    assert verify(heads).holds
    whole = heads.read_text()
    heads.write_text(whole.splitlines()[0] + "\n")
    assert found(heads) == [("lost_export", 4, 0)]
    heads.write_text(whole + "no json\n{}\n" + '{"when": "2026"')
    flaws = [(one.flaw.value, one.number, one.detail) for one in verify(heads).breaks]
    assert flaws == [
        ("unreadable_line", 3, "不是完整的 JSON"),
        ("unreadable_line", 4, "缺少“when”"),
        ("unreadable_line", 5, "不是完整的 JSON"),
    ]
    heads.unlink()
    assert found(heads) == [("lost_export", 4, 0)]


def test_a_verification_is_itself_recorded(tmp_path: Path) -> None:
    write_events(3)
    verdict = verify_log(tmp_path / "heads.jsonl", by=None)
    said = Event.objects.get(verb="audit.verify")
    assert verdict.holds
    assert said.after == {"holds": True, "events": 3, "number": 3, "flaws": 0, "digest": verdict.digest}


def test_a_verdict_is_given_though_the_broken_chain_takes_no_more_events(tmp_path: Path) -> None:
    write_events(3)
    with forged():
        insert(4)
        assert not verify_log(tmp_path / "heads.jsonl", by=None).holds
        assert not Event.objects.filter(verb="audit.verify").exists()


def test_the_command_says_the_breaks_and_ends_with_one(settings: Any, tmp_path: Path, capsys: Any) -> None:
    settings.GONGKAI_HEADS = tmp_path / "heads.jsonl"
    write_events(3)
    call_command("export_log_head")
    call_command("verify_log")
    said = capsys.readouterr().out
    assert "已导出链头：第 3 号" in said
    assert "日志链完好：共 4 条记录，链头第 4 号" in said
    with forged():
        event(2).delete()
        with pytest.raises(SystemExit) as ended:
            call_command("verify_log")
        assert ended.value.code == 1
        assert "缺少第 2 号记录。" in capsys.readouterr().out
    (tmp_path / "folder").mkdir()
    with pytest.raises(CommandError) as stopped:
        call_command("verify_log", heads=tmp_path / "folder")
    assert stopped.value.returncode == 2


def test_recording_costs_few_statements_and_needs_a_transaction(
    django_assert_num_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    checking = 2 if connection.vendor == "postgresql" else 0
    with transaction.atomic(), django_assert_num_queries(3 + checking):
        record("organs.change", Head(pk=HEAD), by=None)
    monkeypatch.setattr("gongkai_office.audit.record.connection", SimpleNamespace(in_atomic_block=False))
    with pytest.raises(NoTransaction):
        record("organs.change", Head(pk=HEAD), by=None)


def test_what_is_recorded_reads_back_as_it_was_digested() -> None:
    china = dt.datetime(2026, 3, 5, 9, tzinfo=dt.timezone(dt.timedelta(hours=8)))
    odd = {
        "float": 0.1, "day": dt.date(2026, 3, 5), "nul": "a\0b", "surrogate": "\ud800", "moment": china, "set": {1},
        "nested": {"2": [1, (True, None)]}, 10: "x", 9: 10**30, "big": -(2**70), "quote": "'\"\\ \u2028",
    }  # fmt: skip
    with transaction.atomic():
        record("organs.change", Head(pk=HEAD), by=None, after=odd, happened_at=china)  # type: ignore[arg-type]  # keys that are numbers, too
    assert verify().holds
    after = Event.objects.get(number=1).after
    assert (after["nul"], after["moment"], after["nested"]) == (
        "a\N{SYMBOL FOR NULL}b",
        "2026-03-05T01:00:00.000000+00:00",
        {"2": [1, [True, None]]},
    )
