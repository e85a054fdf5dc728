"""Which fields the site's code tells the log of, found by reading it.

What is given to `record` as `before` and `after` is followed to where its keys stand: through variables, functions
of the same module and tuples of names for `fields_of`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from gongkai_office.accounts.words import Decision

SOURCE = Path(__file__).parents[3] / "src" / "gongkai_office"
RECORDING = ("record", "record_backup")
# Parameters of functions that record what others tell them: `note_export` gets a header's fields and the form,
# `record_backup` and `_saved` what their callers say, which is read there.
PASSED_ON = {
    ("audit/actions.py", "said"),
    ("config/backups/making.py", "said"),
    ("accounts/actions/people.py", "before"),
}


class Field(NamedTuple):
    """A key that a module gives to the log."""

    module: str
    name: str


class Module:
    """A module of the site, and what its names stand for."""

    def __init__(self, path: Path) -> None:
        self.name = path.relative_to(SOURCE).as_posix()
        self.tree = ast.parse(path.read_text(encoding="utf-8"))
        self.functions = {one.name: one for one in ast.walk(self.tree) if isinstance(one, ast.FunctionDef)}
        self.unread: list[str] = []

    def fields(self) -> Iterator[Field]:
        """Yield the keys of everything that the module records."""
        for function in self.functions.values():
            for call in _calls(function):
                for given in call.keywords:
                    if call.func.id == "record_backup" and given.arg != "by" and given.arg:
                        yield Field(self.name, given.arg)
                    elif given.arg in ("before", "after"):
                        yield from (Field(self.name, key) for key in self._keys(given.value, function))

    def _keys(self, said: ast.expr | None, inside: ast.FunctionDef) -> Iterator[str]:  # noqa: C901  # a table
        match said:
            case ast.Dict():
                for key, value in zip(said.keys, said.values, strict=True):
                    if isinstance(key, ast.Constant):
                        yield str(key.value)
                    elif key is None:
                        yield from self._keys(value, inside)
            case ast.BinOp(left=left, right=right):
                yield from self._keys(left, inside)
                yield from self._keys(right, inside)
            case ast.IfExp(body=left, orelse=right):
                yield from self._keys(left, inside)
                yield from self._keys(right, inside)
            case ast.List(elts=parts) | ast.Tuple(elts=parts):
                for part in parts:
                    yield from self._keys(part, inside)
            case (
                ast.ListComp(elt=value) | ast.Subscript(value=value) | ast.Call(func=ast.Attribute(value, "items"))
            ):
                yield from self._keys(value, inside)
            case ast.Call(func=ast.Name(id="fields_of"), args=[_, names]):
                yield from self._names(names)
            case ast.Call(func=ast.Name(id="changes"), args=sides):
                for side in sides:
                    yield from self._keys(side, inside)
            case ast.Call(func=ast.Name(id=name)) if name in self.functions:
                called = self.functions[name]
                for node in ast.walk(called):
                    if isinstance(node, ast.Return):
                        yield from self._keys(node.value, called)
            case ast.DictComp(generators=[one]):
                yield from self._keys(one.iter, inside)
            case ast.Attribute(value=ast.Name("Decision"), attr="values"):
                yield from Decision.values
            case ast.Name(id=name):
                yield from self._variable(name, inside)
            case _:
                self.unread.append(f"{self.name}: {ast.unparse(said) if said else None}")

    def _variable(self, name: str, inside: ast.FunctionDef) -> Iterator[str]:
        given = [value for node in ast.walk(inside) for value in _given(node, name)]
        if not given and (self.name, name) not in PASSED_ON:
            self.unread.append(f"{self.name}: {name}")
        for value in given:
            if isinstance(value, str):
                yield value
            else:
                yield from self._keys(value, inside)

    def _names(self, names: ast.expr) -> Iterator[str]:
        if isinstance(names, ast.Name):
            names = next(
                node.value
                for node in self.tree.body
                if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == names.id
            )
        for one in names.elts:
            if isinstance(one, ast.Starred):
                yield from self._names(one.value)
            else:
                yield str(one.value)


def _calls(function: ast.FunctionDef) -> Iterator[ast.Call]:
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RECORDING:
            yield node


def _given(node: ast.AST, name: str) -> Iterator[ast.expr | str]:
    """Yield what a statement gives to a name: a value, or the key that it sets."""
    if isinstance(node, ast.AugAssign) and ast.unparse(node.target) == name:
        yield node.value
    targets = [node.target] if isinstance(node, ast.AnnAssign) else getattr(node, "targets", [])
    for target in targets:
        parts = target.elts if isinstance(target, ast.Tuple) else [target]
        if any(isinstance(part, ast.Name) and part.id == name for part in parts) and node.value:
            yield node.value
        elif isinstance(target, ast.Subscript) and ast.unparse(target.value) == name:
            yield str(target.slice.value)


def modules() -> list[Module]:
    """Return the modules of the site."""
    return [Module(path) for path in sorted(SOURCE.rglob("*.py"))]
