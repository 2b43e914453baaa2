# SPDX-License-Identifier: GPL-3.0-or-later
"""Every small fault one could make in a module: one node of its tree changed.

Also in what runs once, on import: tables, defaults, limits, the members of an enum.
What is only said to people who read code is left alone: docstrings, annotations,
imports, decorators.
"""

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

COMPARISONS: Final[Mapping[type[ast.cmpop], tuple[type[ast.cmpop], ...]]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
OPERATORS: Final[Mapping[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
TWINS: Final = {"min": "max", "max": "min", "any": "all", "all": "any"}
TRUTHS: Final = (ast.Constant(True), ast.Constant(False))  # noqa: FBT003 -- of a tree
NOTHING: Final = ast.Constant(None)
FIELDS_TO_LEAVE: Final = frozenset({"annotation", "returns", "decorator_list"})


@dataclass(frozen=True, slots=True)
class Fault:
    """One module with one thing wrong in it."""

    line: int
    place: str  # the function or class it is in; "" on the module's own level
    was: str
    now: str
    make: Callable[[], ast.Module]


def faults(text: str, enums: Mapping[str, tuple[str, ...]]) -> Iterator[Fault]:
    """Give each fault of a module once.

    Args:
        text: its source.
        enums: the members of each enum, by every name the module calls it.
    """
    tree = ast.parse(text)
    for path, place in _paths(tree):
        node = _at(tree, path)
        for other in () if _is_idle(tree, path) else _others(node, enums):
            now = "" if isinstance(other, ast.Pass) else ast.unparse(other)
            make = partial(_with, tree, path, other)
            yield Fault(_line(tree, path), place, ast.unparse(node), now, make)


def enums_of(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Give the members of every enum that these sources define, or give a second name.

    `_S: Final = ConsentState` makes `_S` one of them.
    """
    found: dict[str, tuple[str, ...]] = {}
    trees = [ast.parse(text) for text in texts]
    for node in (node for tree in trees for node in tree.body):
        match node:
            case ast.ClassDef(name=name, bases=[ast.Name(id="StrEnum" | "Enum")]):
                found[name] = tuple(_members(node))
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Name(id=first)):
                if first in found:
                    found[name] = found[first]
            case _:
                pass
    return found


def _members(node: ast.ClassDef) -> Iterator[str]:
    for one in node.body:
        if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name):
            yield one.targets[0].id


# --- where

Path = tuple[tuple[str, int | None], ...]


def _paths(tree: ast.Module) -> Iterator[tuple[Path, str]]:
    """Give the way to each node that may be changed, and where it is."""
    todo: list[tuple[Path, str]] = [((), "")]
    while todo:
        path, place = todo.pop()
        node = _at(tree, path)
        if _is_for_readers(node):
            continue
        if path:
            yield path, place
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            place = f"{place}.{node.name}" if place else node.name
        steps = [(*path, step) for step in _steps(node)]
        todo += [(step, place) for step in reversed(steps)]


def _steps(node: ast.AST) -> Iterator[tuple[str, int | None]]:
    for name, value in ast.iter_fields(node):
        if name in FIELDS_TO_LEAVE:
            continue
        if isinstance(value, ast.AST):
            yield name, None
        elif isinstance(value, list):
            yield from (
                (name, at) for at, one in enumerate(value) if isinstance(one, ast.AST)
            )


def _is_for_readers(node: ast.AST) -> bool:
    """Say whether no program depends on it: words, names of types, what is imported."""
    match node:
        case ast.Import() | ast.ImportFrom() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name == "__all__" or _is_alias(node.value)
        case _:
            return isinstance(node, ast.expr_context | ast.JoinedStr)


def _is_idle(tree: ast.Module, path: Path) -> bool:
    """Say whether it is a last `return None`: what a function does by itself."""
    *way, (name, at) = path
    match _at(tree, path):
        case ast.Return(value=ast.Constant(value=None)) if name == "body":
            inside = _at(tree, tuple(way))
            last = len(inside.body) - 1 if isinstance(inside, ast.FunctionDef) else -1
            return at == last
        case _:
            return False


def _is_alias(value: ast.expr) -> bool:
    """Say whether a name is given to a type: `Cell = State | Answer`."""
    match value:
        case ast.BinOp(op=ast.BitOr()) | ast.Call(func=ast.Name(id="TypeVar")):
            return True
        case ast.Name():
            return True
        case _:
            return False


def _at(tree: ast.AST, path: Path) -> ast.AST:
    node = tree
    for name, at in path:
        value = getattr(node, name)
        node = value if at is None else value[at]
    return node


def _with(tree: ast.Module, path: Path, other: ast.AST) -> ast.Module:
    """Copy a module with something else in one place."""
    copy = deepcopy(tree)
    *way, (name, at) = path
    parent = _at(copy, tuple(way))
    if at is None:
        setattr(parent, name, other)
    else:
        getattr(parent, name)[at] = other
    return ast.fix_missing_locations(copy)


def _line(tree: ast.AST, path: Path) -> int:
    for length in range(len(path), 0, -1):
        line = getattr(_at(tree, path[:length]), "lineno", 0)
        if line:
            return int(line)
    return 0


# --- what

Enums = Mapping[str, tuple[str, ...]]
Others = Iterator[ast.AST]


def _others(node: ast.AST, enums: Enums) -> Others:
    """Give what may stand there by mistake."""
    make = MISTAKES.get(type(node))
    if make:
        yield from make(node)
    if isinstance(node, ast.Attribute):
        yield from _members_beside(node, enums)


def _members_beside(node: ast.Attribute, enums: Enums) -> Others:
    name = node.value.id if isinstance(node.value, ast.Name) else ""
    members = enums.get(name, ())
    if node.attr in members:
        after = members[(members.index(node.attr) + 1) % len(members)]
        yield ast.Attribute(node.value, after, ast.Load())


def _comparisons(node: ast.Compare) -> Others:
    for at, op in enumerate(node.ops):
        for other in COMPARISONS[type(op)]:
            ops = [*node.ops[:at], other(), *node.ops[at + 1 :]]
            yield ast.Compare(node.left, ops, node.comparators)


def _conditions(node: ast.BoolOp) -> Others:
    other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    yield ast.BoolOp(other, node.values)
    for at in range(len(node.values)):
        left = [*node.values[:at], *node.values[at + 1 :]]
        yield ast.BoolOp(node.op, left) if len(left) > 1 else left[0]


def _unary(node: ast.UnaryOp) -> Others:
    yield node.operand


def _binary(node: ast.BinOp) -> Others:
    if type(node.op) in OPERATORS:
        yield ast.BinOp(node.left, OPERATORS[type(node.op)](), node.right)


def _either(node: ast.IfExp) -> Others:
    yield from (node.body, node.orelse)


def _branches(node: ast.If) -> Others:
    yield from (ast.If(truth, node.body, node.orelse) for truth in TRUTHS)


def _unfiltered(node: ast.comprehension) -> Others:
    if node.ifs:
        yield ast.comprehension(node.target, node.iter, [], node.is_async)


def _constants(node: ast.Constant) -> Others:
    match node.value:
        case bool() as value:
            yield ast.Constant(not value)
        case int() | float() as value:
            yield from (ast.Constant(value + step) for step in (1, -1))
        case str() as value:
            yield ast.Constant(f"{value}x")
        case _:
            pass


def _shorter(node: ast.Tuple | ast.List | ast.Set | ast.Dict) -> Others:
    """Leave out one of several; what is assigned to, or unpacked, is no value."""
    if isinstance(getattr(node, "ctx", None), ast.Store):
        return
    many = node.keys if isinstance(node, ast.Dict) else node.elts
    for at in range(len(many)):
        copy = deepcopy(node)
        if isinstance(copy, ast.Dict):
            del copy.keys[at], copy.values[at]
        else:
            del copy.elts[at]
        yield copy


def _calls(node: ast.Call) -> Others:
    """Call its twin, or leave out what it is told."""
    if isinstance(node.func, ast.Name) and node.func.id in TWINS:
        twin = ast.Name(TWINS[node.func.id], ast.Load())
        yield ast.Call(twin, node.args, node.keywords)
    for at, one in enumerate(node.args):
        if not isinstance(one, ast.Starred | ast.GeneratorExp | ast.Constant):
            args = [*node.args[:at], NOTHING, *node.args[at + 1 :]]
            yield ast.Call(node.func, args, node.keywords)
    for at in range(len(node.keywords)):
        left = [*node.keywords[:at], *node.keywords[at + 1 :]]
        yield ast.Call(node.func, node.args, left)


def _left_out(_: ast.stmt) -> Others:
    yield ast.Pass()


MISTAKES: Final[Mapping[type[ast.AST], Callable[[Any], Others]]] = {
    ast.Compare: _comparisons,
    ast.BoolOp: _conditions,
    ast.UnaryOp: _unary,
    ast.BinOp: _binary,
    ast.IfExp: _either,
    ast.If: _branches,
    ast.comprehension: _unfiltered,
    ast.Constant: _constants,
    **dict.fromkeys((ast.Tuple, ast.List, ast.Set, ast.Dict), _shorter),
    ast.Call: _calls,
    **dict.fromkeys((ast.Assign, ast.AugAssign, ast.Return, ast.Raise), _left_out),
    ast.Expr: _left_out,
}
