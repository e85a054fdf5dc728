"""Every setting of the site, once: variables.toml says its name, meaning, default and an example (设置项)."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import NamedTuple


class Variable(NamedTuple):
    """A setting, read from the environment variable GONGKAI_<name>, or from <name> itself where it is `bare`.

    `default` is the text that stands for an unset one; `shown` is how the page tells it where that says little.
    A `needed` one must be set.
    """

    name: str
    group: str
    meaning: str
    default: str
    shown: str = ""
    example: str = ""
    needed: bool = False
    bare: bool = False

    @property
    def whole_name(self) -> str:
        """Return the environment variable's name."""
        return self.name if self.bare else f"GONGKAI_{self.name}"


def _read() -> dict[str, Variable]:
    table = tomllib.loads(files("gongkai_office.config").joinpath("variables.toml").read_text(encoding="utf-8"))
    return {name: Variable(name, **row) for name, row in table.items()}


VARIABLES = _read()
