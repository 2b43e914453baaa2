# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of docs/spec that are made from the code, so that they cannot drift.

`python -m tests.fakes.pages` makes them anew: the fields of every message with an
example of its bytes, and the table of the session.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from msgspec import Struct, inspect

from protocol import diagram
from tests.fakes import vectors

SPEC: Final = Path(__file__).parents[2] / "docs" / "spec"
FAMILY_PAGES: Final = {"wire": SPEC / "wire.md", "local": SPEC / "local.md"}
_BEGIN: Final = "<!-- made from protocol/messages: {} -->"
_END: Final = "<!-- end of {} -->"
_MOST_ROWS: Final = 8


def block(message: Struct) -> str:
    """Write what stands in the specification about one message."""
    kind = type(message)
    tag = kind.__struct_config__.tag
    lines = [
        _BEGIN.format(kind.__name__),
        "",
        "```text",
        *_example(message),
        "```",
        "",
        f"`[{tag}, ...]` and then, in this order:",
        "",
        *_fields(kind),
        "",
        _END.format(kind.__name__),
    ]
    return "\n".join(lines) if kind.__struct_fields__ else _without_fields(lines)


def with_blocks(text: str, messages: Iterable[Struct]) -> str:
    """Put every message's block where its marks stand."""
    for message in messages:
        name = type(message).__name__
        begin, end = _BEGIN.format(name), _END.format(name)
        if text.count(begin) != 1 or text.count(end) != 1:
            raise LookupError(f"{name} does not stand once on its page.")
        before, rest = text.split(begin)
        text = before + block(message) + rest.split(end)[1]
    return text


def with_table(text: str) -> str:
    """Put the session's table where its marks stand."""
    start, end = text.index(diagram.BEGIN), text.index(diagram.END) + len(diagram.END)
    return text[:start] + diagram.page().rstrip("\n") + text[end:]


def _without_fields(lines: list[str]) -> str:
    at = next(i for i, line in enumerate(lines) if line.startswith("`["))
    return "\n".join([*lines[:at], "No fields.", "", lines[-1]])


def _example(message: Struct) -> list[str]:
    rows = vectors.good(message).text().split("\n\n", 1)[1].splitlines()
    if len(rows) > _MOST_ROWS:
        rows = [*rows[:_MOST_ROWS], "..."]
    return rows


def _fields(kind: type[Struct]) -> list[str]:
    info = inspect.type_info(kind)
    if not isinstance(info, inspect.StructType):
        raise TypeError(kind)
    rows = [f"| {field.name} | {_words(field.type)} |" for field in info.fields]
    return ["| field | kind |", "| --- | --- |", *rows]


def _words(kind: inspect.Type) -> str:  # noqa: PLR0911 -- one line a kind
    match kind:
        case inspect.IntType():
            return f"integer {kind.ge} to {kind.lt - 1 if kind.lt else kind.le}"
        case inspect.BytesType():
            return f"{_range(kind)} bytes"
        case inspect.StrType():
            return _text(kind)
        case inspect.EnumType():
            names = (f"{one.value} {one.name.lower()}" for one in kind.cls)
            return ", ".join(names).replace("_", " ")
        case inspect.VarTupleType():
            most = f"at most {kind.max_length} of " if kind.max_length else "list of "
            return f"{most}({_words(kind.item_type)})"
        case inspect.StructType():
            return f"[{', '.join(kind.cls.__struct_fields__)}]"
        case inspect.UnionType():
            return " or ".join(_words(one) for one in kind.types)
        case _:
            return _PLAIN[type(kind)]


_PLAIN: Final[dict[type[inspect.Type], str]] = {
    inspect.BoolType: "true or false",
    inspect.NoneType: "nil",
}


def _range(kind: inspect.BytesType) -> str:
    if kind.min_length == kind.max_length:
        return str(kind.max_length)
    least = f"{kind.min_length} to" if kind.min_length else "at most"
    return f"{least} {kind.max_length}"


def _text(kind: inspect.StrType) -> str:
    if kind.pattern:
        return f"text like `{kind.pattern}`".replace("|", "\\|")
    return f"text of at most {kind.max_length}" if kind.max_length else "text"


def main() -> None:
    """Make every part anew."""
    for family, path in FAMILY_PAGES.items():
        messages = vectors.FAMILIES[family]
        path.write_text(with_blocks(path.read_text("utf-8"), messages), "utf-8")
    session = SPEC / "session.md"
    session.write_text(with_table(session.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
