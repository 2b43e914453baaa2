# SPDX-License-Identifier: GPL-3.0-or-later
"""The golden sets of tests/vectors/rosters, and how to change one cell of them."""

from datetime import date
from pathlib import Path

from consent.store.register.incoming import IncomingSet
from installer.admin.csv_rows import Fault
from installer.admin.rosters.gathering import gather
from installer.admin.rosters.mapping import mapped_tables, read_mapping
from installer.admin.rosters.reading import Read, Wish
from installer.admin.rosters.source import read_source
from installer.admin.rosters.tables import read_tables

SETS = Path(__file__).parents[1] / "vectors" / "rosters"
SORTS = ("oneroster-1.1", "oneroster-1.2", "sds-2.1", "vlaams")
TODAY = date(2026, 11, 24)
SLOTS = (
    "classSourcedId,day,starts,ends,subject,teachers\n"
    "c1,di,8:25,09:15,wiskunde,t1\n"
    "c2,2026-11-26,10:20,11:10,frans,t1;t2\n"
)
Files = dict[str, bytes]


def files_of(sort: str) -> Files:
    """Give the files of a set."""
    return read_source([SETS / sort])


def changed(files: Files, name: str, *pairs: tuple[str, str]) -> Files:
    """Change text in one file; each text must be there."""
    text = files[name].decode()
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return files | {name: text.encode()}


def read(files: Files, wish: Wish | None = None) -> Read | list[Fault]:
    """Read a OneRoster or School Data Sync set."""
    return gather(read_tables(files), wish or Wish(TODAY))


def good(files: Files, wish: Wish | None = None) -> Read:
    """Read a set that must be whole."""
    found = read(files, wish)
    assert isinstance(found, Read), [fault.said for fault in found]
    return found


def bad(files: Files, wish: Wish | None = None) -> list[tuple[str, int, str, str]]:
    """Read a set that must not be: file, line, column and why, as keys."""
    found = read(files, wish)
    assert not isinstance(found, Read)
    return [(f.file, f.line, f.column, f.why.key) for f in found]


def whole(sort: str) -> IncomingSet:
    """Read a golden set of any sort."""
    files = files_of(sort)
    if sort != "vlaams":
        return good(files).incoming
    text = (SETS / sort / "mapping.toml").read_text("utf-8")
    mapped = read_mapping("mapping.toml", text)
    found = gather(mapped_tables(files, mapped), Wish(TODAY, dates=mapped.dates))
    assert isinstance(found, Read), [fault.said for fault in found]
    return found.incoming
