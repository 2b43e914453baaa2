# SPDX-License-Identifier: GPL-3.0-or-later
"""Any other export, by a file that says which column is what.

It is brought to the tables of OneRoster; what is wrong is still told by the file, line
and column of the export itself. Source: docs/spec/rosters.md "A mapping".
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch
from typing import Final

from installer.admin.csv_rows import WHOLE_FILE, Fault, Layout, Row, Sheet, read_sheet
from installer.admin.rosters.births import Dates
from installer.admin.rosters.people import LEARNS
from installer.admin.rosters.tables import TABLES, Tables
from installer.admin.trouble import Exit, OfficeError, said

ENCODINGS: Final[Mapping[str, str]] = {
    "utf-8": "utf-8-sig",
    "latin-1": "cp1252",  # what Windows means by it
    "cp1252": "cp1252",
    "utf-16": "utf-16",
}
SEPARATORS: Final[Mapping[str, str]] = {
    "": "",  # see for oneself
    ",": ",",
    ";": ";",
    "tab": "\t",
    "|": "|",
}
GENERAL: Final = ("encoding", "separator", "dates", "class_separator")
NEEDED: Final = ("file", "number", "given", "family", "class")
ALLOWED: Final = {
    "pupils": (*NEEDED, "class_name", "born"),
    "teachers": (*NEEDED, "from", "until"),
}
CANONICAL: Final[Mapping[str, str]] = {  # what we call it there
    "number": "sourcedId",
    "given": "givenName",
    "family": "familyName",
    "class": "classSourcedId",
    "class_name": "title",
    "born": "birthDate",
    "from": "beginDate",
    "until": "lastDate",
}
FILLED: Final = ("sourcedId", "givenName", "familyName")  # who has no class has none
TIMETABLE: Final = "slots.csv"


@dataclass(frozen=True, slots=True)
class Mapped:
    """A mapping, checked."""

    encoding: str
    delimiter: str
    dates: Dates
    class_separator: str
    pupils: Mapping[str, str]
    teachers: Mapping[str, str] = field(default_factory=dict)


def read_mapping(name: str, text: str) -> Mapped:
    """Read a mapping.

    Raises:
        OfficeError: no TOML, or it says something a mapping cannot.
    """
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise OfficeError(
            "mapping.no_toml", Exit.WRONG_USE, file=name, why=str(error)
        ) from error
    wrong = next(_wrong(told), None)
    if wrong:
        key, value = wrong
        raise OfficeError(f"mapping.{key}", Exit.WRONG_USE, file=name, name=value)
    return Mapped(
        encoding=ENCODINGS[told.get("encoding", "utf-8")],
        delimiter=SEPARATORS[told.get("separator", "")],
        dates=Dates(told.get("dates", "ymd")),
        class_separator=told.get("class_separator", ""),
        pupils=told["pupils"],
        teachers=told.get("teachers", {}),
    )


def mapped_tables(files: Mapping[str, bytes], mapped: Mapped) -> Tables:
    """Bring an export to the tables of OneRoster.

    Args:
        files: lower-case name -> bytes; slots.csv is ours and read as it is.
        mapped: which column is what.
    """
    sheets = {name: Sheet() for name in TABLES}
    pupils = _part(files, mapped, mapped.pupils)
    teachers = _part(files, mapped, mapped.teachers) if mapped.teachers else Sheet()
    for sheet in (pupils, teachers):
        _spread(sheets, sheet, mapped)
    _fill(sheets, pupils, mapped, LEARNS)
    _fill(sheets, teachers, mapped, "teacher")
    if TIMETABLE in files:
        table = TABLES[TIMETABLE]
        sheets[TIMETABLE] = read_sheet(TIMETABLE, files[TIMETABLE], table.needed)
    return Tables(sheets, frozenset(files) & {TIMETABLE})


def _wrong(told: dict[str, object]) -> Iterator[tuple[str, str]]:
    """Find what a mapping says wrong: what sort of fault, and where."""
    for name, value in told.items():
        if name in ALLOWED:
            yield from _wrong_part(name, value)
        elif name not in GENERAL:
            yield "unknown", name
        elif not isinstance(value, str):
            yield "no_text", name
    if "pupils" not in told:
        yield "missing", "[pupils]"
    for name, known in (
        ("encoding", ENCODINGS),
        ("separator", SEPARATORS),
        ("dates", {one.value: one for one in Dates}),
    ):
        if told.get(name) is not None and told[name] not in known:
            yield "no_choice", f"{name}: {', '.join(one for one in known if one)}"


def _wrong_part(name: str, part: object) -> Iterator[tuple[str, str]]:
    if not isinstance(part, dict):
        yield "no_part", f"[{name}]"
        return
    for key, value in part.items():
        if key not in ALLOWED[name]:
            yield "unknown", f"[{name}] {key}"
        elif not (isinstance(value, str) and value.strip()):
            yield "no_text", f"[{name}] {key}"
    for key in NEEDED:
        if key not in part:
            yield "missing", f"[{name}] {key}"


def _part(files: Mapping[str, bytes], mapped: Mapped, part: Mapping[str, str]) -> Sheet:
    """Read the one file that a part names; its name may hold a star."""
    fitting = [name for name in files if fnmatch(name, part["file"].lower())]
    if len(fitting) != 1:
        key = "mapping.no_file" if not fitting else "mapping.many_files"
        return Sheet().spoil(Fault(part["file"], 0, WHOLE_FILE, said(key)))
    names = {CANONICAL[key]: told for key, told in part.items() if key != "file"}
    layout = Layout(
        also=tuple(name for name in names if name not in FILLED),
        names=names,
        encoding=mapped.encoding,
        delimiter=mapped.delimiter,
    )
    sheet = read_sheet(fitting[0], files[fitting[0]], FILLED, layout)
    for name, told in names.items():
        if sheet.is_whole and name not in sheet.columns:
            sheet.spoil(Fault(fitting[0], 1, told, said("csv.no_column", count=1)))
    return sheet


def _spread(sheets: Mapping[str, Sheet], part: Sheet, mapped: Mapped) -> None:
    """Have the tables doubt what the export cannot say."""
    users, classes = sheets["users.csv"], sheets["classes.csv"]
    users.faults += part.faults
    users.doubtful += part.doubtful
    classes.doubtful += [
        _like(row, sourcedId=code)
        for row in part.doubtful
        for code in _codes(row, mapped) or [""]
    ]
    for sheet in (users, classes):
        sheet.is_whole = sheet.is_whole and part.is_whole


def _fill(sheets: Mapping[str, Sheet], part: Sheet, mapped: Mapped, role: str) -> None:
    """Write the rows of one file into the tables; who has two rows is one person."""
    seen: dict[str, Row] = {}
    classes = {row.get("sourcedId") for row in sheets["classes.csv"].rows}
    for row in part.rows:
        number = row.get("sourcedId")
        first = seen.setdefault(number, row)
        if first is row:
            sheets["users.csv"].rows.append(_like(row, role=role))
            sheets["demographics.csv"].rows.append(row)
        elif any(first.get(n) != row.get(n) for n in ("givenName", "familyName")):
            fault = row.fault("sourcedId", "mapping.two_names", line=first.line)
            sheets["users.csv"].faults.append(fault)
        for code in _codes(row, mapped):
            if code not in classes:
                classes.add(code)
                title = row.get("title") or code
                sheets["classes.csv"].rows.append(
                    _like(row, sourcedId=code, title=title)
                )
            seat = _like(row, classSourcedId=code, userSourcedId=number, role=role)
            sheets["enrollments.csv"].rows.append(seat)


def _like(row: Row, **cells: str) -> Row:
    """Make a row of a table out of one of the export: it stands where that stands."""
    names = dict(row.names)
    if "userSourcedId" in cells:
        names["userSourcedId"] = row.names["sourcedId"]
    if "title" in cells:
        told = row.names["classSourcedId"]
        names |= {"sourcedId": told, "title": row.names.get("title", told)}
    return Row(row.file, row.line, {**row.cells, **cells}, names)


def _codes(row: Row, mapped: Mapped) -> list[str]:
    cell = row.get("classSourcedId")
    parts = cell.split(mapped.class_separator) if mapped.class_separator else [cell]
    return [part.strip() for part in parts if part.strip()]
