"""Moving from SQLite to PostgreSQL: nothing is lost, the log holds, and work goes on there."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.office.site import Site, database

FILL = """
from gongkai_office.config.demo.city import build
from gongkai_office.accounts.sessions import SessionStore
build()
SessionStore().create()
"""
DUMP = """
import hashlib, json
from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
for model in sorted(apps.get_models(include_auto_created=True), key=lambda one: one._meta.label):
    rows = list(model._base_manager.order_by("pk").values())
    if model._meta.label != "migrations.Migration":
        said = json.dumps(rows, cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False)
        print(model._meta.label, len(rows), hashlib.sha256(said.encode()).hexdigest())
"""
ADD = """
from gongkai_office.organs.actions import add_organ
print(add_organ(under=None, by=None, name="鹭汀市人民政府", kind="government", level="city").pk)
"""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """An office on SQLite."""
    made = Site(tmp_path)
    made.data.mkdir()
    made.says("migrate", "-v0")
    return made


@pytest.fixture
def empty() -> Iterator[str]:
    """An empty database of PostgreSQL."""
    with database() as address:
        yield address


@pytest.mark.only_on("sqlite")
def test_only_postgresql_is_moved_to(site) -> None:
    said = site.says("move_database", "--to", f"sqlite:///{site.folder / 'other'}", code=1)
    assert "只能从 SQLite 改用 PostgreSQL" in said
    assert "--to" in site.says("move_database", code=2)


@pytest.mark.only_on("sqlite")
def test_a_database_that_cannot_be_reached_is_said_so(site) -> None:
    said = site.says("move_database", "--to", "postgres://gongkai:secret@127.0.0.1:1/none", code=1)
    assert "没有复制到 PostgreSQL，127.0.0.1:1/none" in said
    assert "secret" not in said


@pytest.mark.only_on("postgresql")
def test_everything_is_moved_and_work_goes_on(site, empty) -> None:
    site.python(FILL)
    said = site.says("move_database", "--to", empty)
    assert "日志链完好" in said
    assert os.environ["DATABASE_URL"].rpartition("@")[0] not in said  # which has the password
    moved = Site(site.folder, empty)
    assert moved.python(DUMP) == site.python(DUMP)
    last = "from gongkai_office.audit.models import Event; print(Event.objects.first().verb)"
    assert moved.python(last) == "data.move"
    assert "触发器齐全" in moved.says("guard_log")
    assert "日志链完好" in moved.says("verify_log")
    assert int(moved.python(ADD)) == int(site.python(ADD))
    assert "日志链完好" in moved.says("verify_log")


@pytest.mark.only_on("postgresql")
def test_a_database_that_was_used_is_not_moved_to(site, empty) -> None:
    used = Site(site.folder, empty)
    used.says("migrate", "-v0")
    used.python(ADD)
    assert "已有数据，没有复制" in site.says("move_database", "--to", empty, code=1)
    assert "只能从 SQLite" in used.says("move_database", "--to", empty, code=1)


@pytest.mark.only_on("postgresql")
def test_a_move_that_fails_leaves_nothing_and_can_be_tried_again(site, empty) -> None:
    site.python(ADD)
    broken = "from gongkai_office.organs.models import Organ; Organ.objects.update(name='{name}')"
    site.python(broken.format(name="\\0"))  # which PostgreSQL has no place for
    assert "现有数据没有改动" in site.says("move_database", "--to", empty, code=1)
    count = "from gongkai_office.organs.models import Organ; print(Organ.objects.count())"
    assert Site(site.folder, empty).python(count) == "0"
    last = "from gongkai_office.audit.models import Event; print(Event.objects.first().verb)"
    assert site.python(last) == "organs.add"
    site.python(broken.format(name="鹭汀市人民政府"))
    assert "日志链完好" in site.says("move_database", "--to", empty)


@pytest.mark.only_on("sqlite")
def test_a_site_that_runs_is_not_moved(site) -> None:
    with (site.data / "in-use.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_SH)
        said = site.says("move_database", "--to", "postgres://gongkai@127.0.0.1:1/none", code=1)
    assert "请先停止服务" in said
