"""The database itself refuses to change the log."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from gongkai_office.audit.guards import missing_guards
from gongkai_office.audit.models import HEAD, Event, Head
from gongkai_office.audit.verify import verify
from tests.office.audit.forging import drop_guards, forged, rewritten, write_events
from tests.office.cloned import Clone


def execute(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("UPDATE audit_event SET verb = 'organs.forged' WHERE number = 2", "数据库拒绝修改日志记录"),
        ("UPDATE audit_event SET verb = verb", "数据库拒绝修改日志记录"),
        ("DELETE FROM audit_event WHERE number = 2", "数据库拒绝删除日志记录"),
        ("DELETE FROM audit_event", "数据库拒绝删除日志记录"),
        ("DELETE FROM audit_head", "数据库拒绝删除链头"),
        ("UPDATE audit_head SET number = 1", "数据库拒绝其他修改"),
        ("UPDATE audit_head SET number = 9", "数据库拒绝其他修改"),
        ("UPDATE audit_head SET digest = 'forged'", "数据库拒绝其他修改"),
        ("UPDATE audit_head SET id = 2", "数据库拒绝其他修改"),
        ("INSERT INTO audit_head (id, number, digest) VALUES (2, 3, '')", "数据库拒绝增加"),
    ],
)
def test_the_database_refuses_to_change_the_log(statement: str, says: str) -> None:
    write_events(3)
    with pytest.raises(IntegrityError, match=says):
        execute(statement)
    assert verify().holds


def insert(**changed: object) -> None:
    last = Event.objects.values().first()
    assert last is not None
    with transaction.atomic():
        Event.objects.create(**rewritten(last, **changed))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changed",
    [
        lambda last: {"number": last.number + 2, "previous": last.digest},
        lambda last: {"number": last.number + 1, "previous": "0" * 64},
        lambda last: {"number": last.number + 1, "previous": ""},
        lambda _last: {"number": 0, "previous": ""},
        lambda last: {"number": -1, "previous": last.digest},
    ],
)
def test_the_database_refuses_an_event_that_does_not_follow_the_last(changed: Callable[[Event], dict]) -> None:
    write_events(3)
    with pytest.raises(IntegrityError, match="必须接着最后一条"):
        insert(**changed(Event.objects.get(number=3)))


@pytest.mark.django_db
@pytest.mark.only_on("postgresql")
@pytest.mark.parametrize(
    ("table", "says"), [("audit_event", "数据库拒绝清空日志"), ("audit_head", "数据库拒绝删除链头")]
)
def test_postgresql_refuses_to_empty_the_log(table: str, says: str) -> None:
    write_events(1)
    with pytest.raises(IntegrityError, match=says):
        execute(f"TRUNCATE {table} CASCADE")


@pytest.mark.django_db
@pytest.mark.only_on("sqlite")
def test_sqlite_refuses_to_replace_an_event() -> None:
    write_events(3)
    columns = (
        "recorded_at, happened_at, verb, subject, subject_id, before, after, address, request, method, previous"
    )
    with pytest.raises(IntegrityError, match="必须接着最后一条"):
        execute(
            f"INSERT OR REPLACE INTO audit_event (number, digest, {columns}) "
            f"SELECT 2, 'forged', {columns} FROM audit_event WHERE number = 3"
        )


@pytest.mark.django_db
def test_guards_that_were_taken_away_are_named() -> None:
    assert missing_guards() == ()
    with forged():
        assert "audit_event_refuses_update" in missing_guards()
        assert "audit_event_refuses_update" in verify().breaks[-1].sentence
    assert missing_guards() == ()


@pytest.mark.django_db
def test_guards_that_were_taken_away_are_made_again_and_that_is_recorded(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_events(2)
    call_command("guard_log")
    assert "不需要恢复" in capsys.readouterr().out
    with forged():
        call_command("guard_log")
        assert missing_guards() == ()
        assert "audit_event_refuses_update" in Event.objects.get(verb="audit.restore_guards").after["triggers"]
        with pytest.raises(IntegrityError, match="数据库拒绝修改日志记录"):
            execute("UPDATE audit_event SET verb = 'organs.forged'")
        with pytest.raises(IntegrityError, match="必须接着最后一条"):
            insert(number=9)
        assert verify().holds
    assert not Event.objects.filter(verb="audit.restore_guards").exists()


def test_tampering_with_one_row_is_refused_and_found_when_forced(clone: Clone) -> None:
    write_events(5)
    statement = "UPDATE audit_event SET actor = 7 WHERE number = 3"
    with pytest.raises(IntegrityError):
        execute(statement)
    assert verify().holds
    drop_guards()
    execute(statement)
    verdict = verify()
    assert [(one.flaw, one.number) for one in verdict.breaks] == [("altered", 3), ("unguarded", 0)]
    assert verdict.sentences[1] == "第 3 号记录的内容与它的摘要不符：写入之后被改动过。"
    assert Head.objects.get(pk=HEAD).number == 5
