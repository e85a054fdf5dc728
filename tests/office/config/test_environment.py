"""Settings: each is in the table once, and what is wrong with one is said."""

from __future__ import annotations

import ast
import ipaddress
import re
from collections import Counter
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st

from gongkai_office.config import environment
from gongkai_office.config.variables import VARIABLES

HOUSE = Path(environment.__file__).resolve().parents[1]
KINDS = ("text", "flag", "number", "several", "folder", "networks", "one_of")
READERS = {f"{module}.{kind}" for module in ("env", "environment") for kind in KINDS} | {"_time"}


def asked() -> Counter[str]:
    """Return every setting that the code asks the environment for."""
    calls = [
        node
        for file in HOUSE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in READERS
    ]
    said = [call.args[0] for call in calls]
    return Counter(str(one.value) for one in said if isinstance(one, ast.Constant))


def test_every_setting_that_is_read_stands_in_the_table() -> None:
    assert sorted(asked().keys() - VARIABLES.keys()) == []


def test_every_setting_in_the_table_is_read() -> None:
    assert sorted(VARIABLES.keys() - asked().keys() - {"DATABASE_URL"}) == []


def test_every_setting_says_what_it_means_in_a_row_of_a_table() -> None:
    assert [name for name, one in VARIABLES.items() if not re.search("[\u4e00-\u9fff]", one.meaning)] == []
    assert [name for name, one in VARIABLES.items() if "\n" in one.meaning] == []
    assert [name for name, one in VARIABLES.items() if one.needed and one.default] == []


@pytest.mark.parametrize(
    ("name", "said", "read", "words"),
    [
        ("HTTPS", "yes", environment.flag, "只能是 1（开）或 0（关），现在是“yes”"),
        ("PORT", "80a", environment.number, "应当是整数，现在是“80a”"),
        ("PORT", "-1", environment.number, "应当是整数，现在是“-1”"),
        ("PORT", "٣", environment.number, "应当是整数"),
        ("PROXIES", "10.0.0.300", environment.networks, "用逗号分隔的地址或网段"),
    ],
)
def test_a_wrong_value_is_named_with_what_it_should_be(monkeypatch, name, said, read, words) -> None:
    monkeypatch.setenv(f"GONGKAI_{name}", said)
    with pytest.raises(ImproperlyConfigured, match=f"GONGKAI_{name}") as error:
        read(name)
    assert words in str(error.value)


def test_a_word_that_is_none_of_the_known_ones_is_refused(monkeypatch) -> None:
    monkeypatch.setenv("GONGKAI_LOG_FORMAT", "xml")
    with pytest.raises(ImproperlyConfigured, match="json、text 之一，现在是“xml”"):
        environment.one_of("LOG_FORMAT", "json", "text")


def test_an_unset_or_blank_setting_has_the_default_of_the_table(monkeypatch) -> None:
    monkeypatch.delenv("GONGKAI_PORT", raising=False)
    assert environment.number("PORT") == 8000
    monkeypatch.setenv("GONGKAI_PORT", "  ")
    assert environment.number("PORT") == 8000


def test_addresses_and_networks_are_read(monkeypatch) -> None:
    monkeypatch.setenv("GONGKAI_PROXIES", "10.1.2.3/8, ::1")
    assert environment.networks("PROXIES") == (ipaddress.ip_network("10.0.0.0/8"), ipaddress.ip_network("::1"))


@pytest.mark.parametrize("said", ["mysql://a:b@h/d", "postgres://u:p@h:port/d", "nonsense"])
def test_a_wrong_address_of_a_database_is_refused_without_telling_its_password(monkeypatch, said) -> None:
    monkeypatch.setenv("DATABASE_URL", said)
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL") as error:
        environment.database(Path("data.sqlite3"))
    assert said not in str(error.value)


def test_the_file_says_what_the_environment_does_not(tmp_path) -> None:
    file = tmp_path / "office.env"
    file.write_text("# 说明\n\nGONGKAI_PORT=8001\nGONGKAI_HOSTS='a.example, b.example'\n", encoding="utf-8")
    environ = {"GONGKAI_ENV_FILE": str(file), "GONGKAI_PORT": "9000"}
    assert environment.load_file(environ) == file
    assert environ["GONGKAI_PORT"] == "9000"
    assert environ["GONGKAI_HOSTS"] == "a.example, b.example"


def test_the_file_in_the_folder_of_data_is_found(tmp_path) -> None:
    (tmp_path / "office.env").write_text("GONGKAI_PORT=8002\n", encoding="utf-8")
    environ = {"GONGKAI_DATA": str(tmp_path)}
    if not environment.SYSTEM_FILE.exists():
        environment.load_file(environ)
        assert environ["GONGKAI_PORT"] == "8002"


@pytest.mark.parametrize(("content", "line"), [("GONGKAI_PORT 1\n", 1), ("A=1\nno sign\n", 2), ("=3\n", 1)])
def test_a_line_that_is_no_setting_is_named(tmp_path, content, line) -> None:
    file = tmp_path / "office.env"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(ImproperlyConfigured, match=f"第 {line} 行"):
        environment.lines_of(file)


def test_a_named_file_that_is_not_there_is_an_error(tmp_path) -> None:
    with pytest.raises(ImproperlyConfigured, match="不能读取设置文件"):
        environment.load_file({"GONGKAI_ENV_FILE": str(tmp_path / "none.env")})


@given(st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="'\"\\#\x85"), max_size=40))
def test_a_value_in_quotes_is_read_as_it_stands(tmp_path_factory, value) -> None:
    file = tmp_path_factory.mktemp("env") / "office.env"
    file.write_text(f'GONGKAI_A="{value}"\nGONGKAI_B={value}\n', encoding="utf-8")
    assert environment.lines_of(file) == [("GONGKAI_A", value), ("GONGKAI_B", value)]
