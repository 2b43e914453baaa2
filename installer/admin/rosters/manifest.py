# SPDX-License-Identifier: GPL-3.0-or-later
"""What a OneRoster set says of itself: its version, and that it is whole.

A set of changes only ("delta") cannot say who left, so it is refused.
"""

from collections.abc import Iterator
from typing import Final

from installer.admin.csv_rows import Fault, Row
from installer.admin.rosters.tables import TABLES, Tables

FILE: Final = "manifest.csv"
VERSIONS: Final = frozenset({"1.1", "1.2"})
VERSION: Final = "oneroster.version"
OF_FILE: Final = "file."


def manifest_faults(tables: Tables) -> Iterator[Fault]:
    """Say what the manifest says that does not fit; without one nothing is said."""
    for row in tables.rows(FILE):
        name, value = row.get("propertyName"), row.get("value").lower()
        if name == VERSION and value not in VERSIONS:
            yield row.fault("value", "set.version", version=value)
        elif name.startswith(OF_FILE):
            yield from _of_file(tables, row, name.removeprefix(OF_FILE), value)


def _of_file(tables: Tables, row: Row, name: str, value: str) -> Iterator[Fault]:
    file = f"{name.lower()}.csv"
    if file not in TABLES:
        return
    if value == "delta":
        yield row.fault("value", "set.delta", name=file)
    elif value == "bulk" and file not in tables.there:
        yield row.fault("value", "set.promised", name=file)
    elif value == "absent" and file in tables.there:
        yield row.fault("value", "set.denied", name=file)
