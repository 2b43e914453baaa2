# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever lies in a set, it is read whole or every fault of it has a place."""

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from consent.store.register.incoming import IncomingSet
from consent.store.register.models import NAME_CHARS, SOURCED_CHARS
from installer.admin.csv_rows import Fault
from installer.admin.rosters.gathering import gather
from installer.admin.rosters.mapping import mapped_tables, read_mapping
from installer.admin.rosters.reading import Read, Wish
from installer.admin.rosters.tables import read_tables
from installer.admin.saying import WORDS, text
from installer.admin.signs import is_odd
from installer.admin.trouble import OfficeError
from tests.fakes.rosters import SETS, SLOTS, SORTS, TODAY, Files, files_of

EXPORT = {n: d.decode("cp1252").encode() for n, d in files_of("vlaams").items()}
PLAIN = tuple(sort for sort in SORTS if sort != "vlaams")
EXAMPLE = (SETS / "vlaams" / "mapping.toml").read_text("utf-8")
NASTY = st.sampled_from(
    [
        *(
            "\x00",
            "\u202e",
            "\u200b",
            "\ufeff",
            "\ud800",
            '"',
            '""',
            "\r",
            "\n",
            "\r\n",
        ),
        *(",", ";", "\t", "=1+1", "p1", "c1", "student", "teacher", "delta", "9999"),
        *("x" * 41, "x" * 81, "0001-01-01", "2031-01-01", "24:00"),
        *("'", "\u0301" * 5, "x" * 300, "2012-02-30", "-1", "\x1b[2J", "\u2028"),
    ]
)


@st.composite
def spoiled(draw: st.DrawFn, files: Files) -> Files:
    """Put nasty things in some places of some files, and take some away."""
    changed = dict(files)
    for _ in range(draw(st.integers(1, 6))):
        name = draw(st.sampled_from(sorted(changed)))
        told = changed[name].decode("utf-8", "surrogatepass")
        spoil = draw(st.sampled_from([_anywhere, _in_a_cell]))
        changed[name] = draw(spoil(told)).encode("utf-8", "surrogatepass")
    for name in draw(st.sets(st.sampled_from(sorted(changed)), max_size=1)):
        del changed[name]
    return changed


@st.composite
def _anywhere(draw: st.DrawFn, told: str) -> str:
    at = draw(st.integers(0, len(told)))
    gone = draw(st.integers(0, 40))
    return told[:at] + draw(NASTY) * draw(st.integers(0, 2)) + told[at + gone :]


@st.composite
def _in_a_cell(draw: st.DrawFn, told: str) -> str:
    """Spoil a cell and nothing else, so that the file still has its form."""
    lines = told.split("\n")
    row = draw(st.integers(0, len(lines) - 1))
    split = max(",;", key=lines[row].count)
    cells = lines[row].split(split)
    column = draw(st.integers(0, len(cells) - 1))
    kept = draw(st.sampled_from([cells[column], ""]))
    cells[column] = kept + draw(NASTY)
    return "\n".join([*lines[:row], split.join(cells), *lines[row + 1 :]])


@st.composite
def sets(draw: st.DrawFn) -> Files:
    """Spoil one of the golden sets."""
    sort = draw(st.sampled_from(PLAIN))
    return draw(spoiled(files_of(sort) | {"slots.csv": SLOTS.encode()}))


def _holds(found: Read | list[Fault]) -> None:
    """See that a set can be taken in, or that each fault can be told."""
    if isinstance(found, Read):
        _is_whole(found.incoming)
        return
    assert found
    for fault in found:
        for lang in WORDS:
            told = text(lang, fault.said).replace("\n", "")
            assert not any(map(is_odd, told))


def _is_whole(read: IncomingSet) -> None:
    known = {pupil.sourced_id for pupil in read.pupils}
    teachers = {number for number, _ in read.teachers}
    assert len(known) == len(read.pupils)
    for klass in read.classes:
        named = {t.teacher for t in klass.teachings}
        assert set(klass.pupils) <= known
        assert named <= teachers
        assert len(klass.name) <= 40
        for slot in klass.slots or ():
            assert set(slot.teachers) <= named
            assert slot.starts
            assert slot.ends
            assert (slot.weekday is None) != (slot.on_date is None)
    names = [*(p.name for p in read.pupils), *(name for _, name in read.teachers)]
    for name in names:
        assert 0 < len(name) <= NAME_CHARS
        assert not any(map(is_odd, name))
    numbers = [*known, *teachers, *(klass.sourced_id for klass in read.classes)]
    assert all(0 < len(number) <= SOURCED_CHARS for number in numbers)


@given(files=sets())
def test_S14_a_spoiled_set_is_whole_or_told(files: Files) -> None:
    _holds(gather(read_tables(files), Wish(TODAY)))


@given(
    data=st.dictionaries(
        st.sampled_from(["users.csv", "classes.csv", "enrollments.csv", "roles.csv"]),
        st.binary(max_size=200),
        min_size=3,
    )
)
def test_S14_any_bytes_are_whole_or_told(data: Files) -> None:
    _holds(gather(read_tables(data), Wish(TODAY)))


@given(files=spoiled(EXPORT))
def test_S14_a_spoiled_export_is_whole_or_told(files: Files) -> None:
    mapped = read_mapping("x", EXAMPLE.replace("latin-1", "utf-8"))
    _holds(gather(mapped_tables(files, mapped), Wish(TODAY, dates=mapped.dates)))


@given(
    at=st.integers(0, len(EXAMPLE)), gone=st.integers(0, 40), put=st.text(max_size=9)
)
def test_S14_any_mapping_is_one_or_told(at: int, gone: int, put: str) -> None:
    told = EXAMPLE[:at] + put + EXAMPLE[at + gone :]
    with suppress(OfficeError):
        mapped = read_mapping("x", told)
        _holds(gather(mapped_tables(files_of("vlaams"), mapped), Wish(TODAY)))
