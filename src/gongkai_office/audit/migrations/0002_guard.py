"""The head's one row, and what makes the database itself refuse to change the log: SQL by hand, for each vendor.

An event is written once and follows the one before it. The head's row only moves forward, to an event that stands.
Whoever owns the tables can take the triggers away again: docs/how-to/guard-the-log.md says how to keep the site's
own role from that. SQLite drops the triggers with a table that Django makes anew: a later migration that alters
audit_event or audit_head there has to create them again.
"""

from django.db import migrations

CHANGED = "日志只能追加：数据库拒绝修改日志记录。"
DELETED = "日志只能追加：数据库拒绝删除日志记录。"
EMPTIED = "日志只能追加：数据库拒绝清空日志。"
NOT_NEXT = "日志只能追加：新记录的序号和上一条摘要必须接着最后一条。"
HEAD_DELETED = "日志链头只能前移：数据库拒绝删除链头。"
HEAD_BACK = "日志链头只能前移到已有的记录：数据库拒绝其他修改。"
HEAD_TWICE = "日志链头只有一行：数据库拒绝增加。"

FOLLOWS = """(NEW.number = 1 AND NEW.previous = '') OR EXISTS (
    SELECT 1 FROM audit_event WHERE number = NEW.number - 1 AND digest = NEW.previous)"""
FORWARD = """NEW.id = OLD.id AND NEW.number > OLD.number AND EXISTS (
    SELECT 1 FROM audit_event WHERE number = NEW.number AND digest = NEW.digest)"""

# Each guard: its table, what it is asked before, the condition under which it refuses, and its sentence.
GUARDS = (
    ("event", "INSERT", f"NOT ({FOLLOWS})", NOT_NEXT),
    ("event", "UPDATE", "", CHANGED),
    ("event", "DELETE", "", DELETED),
    ("event", "TRUNCATE", "", EMPTIED),
    ("head", "INSERT", "EXISTS (SELECT 1 FROM audit_head)", HEAD_TWICE),
    ("head", "UPDATE", f"NOT ({FORWARD})", HEAD_BACK),
    ("head", "DELETE", "", HEAD_DELETED),
    ("head", "TRUNCATE", "", HEAD_DELETED),
)


def first_head(apps, schema_editor):
    apps.get_model("audit", "Head").objects.get_or_create(pk=1)


def sqlite(table, act, condition, sentence):
    if act == "TRUNCATE":  # SQLite has none
        return
    when = f" WHEN {condition}" if condition else ""
    yield (
        f"CREATE TRIGGER audit_{table}_refuses_{act.lower()} BEFORE {act} ON audit_{table}{when} "
        f"BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
    )


def postgresql(table, act, condition, sentence):
    name = f"audit_{table}_refuses_{act.lower()}"
    refuse = f"RAISE EXCEPTION '{sentence}' USING ERRCODE = 'restrict_violation';"
    body = f"IF {condition} THEN {refuse} END IF;" if condition else refuse
    each = "STATEMENT" if act == "TRUNCATE" else "ROW"
    result = "OLD" if act == "DELETE" else "NULL" if act == "TRUNCATE" else "NEW"
    yield f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN {body} RETURN {result}; END$$"
    yield f"CREATE TRIGGER {name} BEFORE {act} ON audit_{table} FOR EACH {each} EXECUTE FUNCTION {name}()"


def statements(vendor):
    """Return what makes all guards, in order; audit.guards makes those that are missing with it."""
    written = {"sqlite": sqlite, "postgresql": postgresql}[vendor]
    return [(f"audit_{one[0]}", f"audit_{one[0]}_refuses_{one[1].lower()}", statement) for one in GUARDS for statement in written(*one)]


def guard(apps, schema_editor):
    for _table, _name, statement in statements(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):

    dependencies = [
        ("audit", "0001_initial"),
    ]

    operations = [
        migrations.RunPython(first_head),  # none leads back: who takes the guard away does so by hand, on purpose
        migrations.RunPython(guard),
    ]
