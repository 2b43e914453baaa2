# SPDX-License-Identifier: GPL-3.0-or-later
"""Any export is read by a mapping, and faults are told by the export's own names."""

from pathlib import Path

import pytest

from consent.documents.fields import Lang
from installer.admin.csv_rows import Fault
from installer.admin.rosters.gathering import gather
from installer.admin.rosters.mapping import Mapped, mapped_tables, read_mapping
from installer.admin.rosters.reading import Read, Wish
from installer.admin.trouble import OfficeError
from tests.fakes.rosters import SETS, SLOTS, TODAY, Files, files_of

ROOT = Path(__file__).parents[4]
TEMPLATES = ROOT / "installer/admin/templates"
EXAMPLE = (SETS / "vlaams" / "mapping.toml").read_text("utf-8")


def _read(files: Files, text: str = EXAMPLE) -> Read | list[Fault]:
    mapped = read_mapping("mapping.toml", text)
    return gather(mapped_tables(files, mapped), Wish(TODAY, dates=mapped.dates))


def _bad(files: Files, text: str = EXAMPLE) -> list[tuple[str, int, str, str]]:
    found = _read(files, text)
    assert not isinstance(found, Read)
    return [(f.file, f.line, f.column, f.why.key) for f in found]


def _good(files: Files, text: str = EXAMPLE) -> Read:
    found = _read(files, text)
    assert isinstance(found, Read), [fault.said for fault in found]
    return found


def _changed(name: str, old: str, new: str) -> Files:
    files = files_of("vlaams")
    assert old.encode("cp1252") in files[name]
    told = files[name].replace(old.encode("cp1252"), new.encode("cp1252"))
    return files | {name: told}


@pytest.mark.parametrize("lang", list(Lang))
def test_the_form_in_each_language_is_the_worked_example(lang: Lang) -> None:
    text = (TEMPLATES / f"roster.{lang}.toml").read_text("utf-8")
    assert read_mapping("x", text) == read_mapping("x", EXAMPLE)
    assert all(len(line) <= 90 for line in text.splitlines())


def test_the_page_shows_the_worked_example() -> None:
    page = (ROOT / "docs/spec/rosters.md").read_text("utf-8")
    shown = page.partition("## A mapping")[2].partition("Who stands on")[0]
    lines = [line[4:] for line in shown.splitlines() if line.startswith("    ")]
    text = "\n".join(lines).replace("leerlingen*", "leerlingen")
    assert read_mapping("x", text) == read_mapping("x", EXAMPLE)


LESSON_OF_C3 = "c3,2026-11-26,10:20,11:10,frans,t1\n"
PUPILS, TEACHERS = "leerlingen.csv", "leerkrachten.csv"


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        (PUPILS, ";Bram;", ";;", (3, "Voornaam", "csv.empty")),
        (PUPILS, "05/11/2013", "13/13/2013", (3, "Geboortedatum", "csv.no_day")),
        (PUPILS, "05/11/2013", "05/11/2031", (3, "Geboortedatum", "csv.not_born")),
        (PUPILS, "p2;Dries", "p1;Dries", (3, "Stamnummer", "mapping.two_names")),
        (PUPILS, "p2;", "t1;", (2, "Personeelsnummer", "csv.twice")),
        (PUPILS, "3A", "x" * 41, (2, "Klasnaam", "csv.long")),
        (TEACHERS, "01/12/2026", "01/12/26", (4, "Einddatum", "csv.day_dmy")),
        (TEACHERS, "01/12/2026", "30/09/2026", (4, "Einddatum", "csv.ends_first")),
    ],
)
def test_a_fault_is_told_by_the_exports_own_names(
    name: str, old: str, new: str, fault: tuple[int, str, str]
) -> None:
    files = _changed(name, old, new)
    assert fault in [(line, column, why) for _, line, column, why in _bad(files)]


def test_a_missing_column_or_file_is_told_and_nobody_else_is_blamed() -> None:
    files = _changed("leerlingen.csv", "Stamnummer;", "Nummer;")
    assert _bad(files) == [("leerlingen.csv", 1, "Stamnummer", "csv.no_column")]
    files = _changed("leerlingen.csv", "Klasnaam;", "Klas;")
    assert _bad(files) == [("leerlingen.csv", 1, "Klasnaam", "csv.no_column")]
    files = files_of("vlaams")
    del files["leerkrachten.csv"]
    assert _bad(files) == [("leerkrachten.csv", 0, "-", "mapping.no_file")]


def test_a_star_finds_a_file_that_has_the_day_in_its_name() -> None:
    files = files_of("vlaams")
    files["leerlingen_20261124.csv"] = files.pop("leerlingen.csv")
    text = EXAMPLE.replace('"leerlingen.csv"', '"Leerlingen_*.csv"')
    assert len(_good(files, text).incoming.pupils) == 4
    files["leerlingen_20261123.csv"] = b""
    assert ("Leerlingen_*.csv", 0, "-", "mapping.many_files") in _bad(files, text)


def test_a_cell_may_hold_several_classes_and_a_pupil_several_rows() -> None:
    files = _changed("leerlingen.csv", "c1;3A;01/09/2026;Kerkstraat 1", "c1, c2;3A;;")
    files["leerlingen.csv"] += b"p2;Dries;Bram;M;;c2;4B;;;\r\n"
    first, second = _good(files).incoming.classes
    assert (first.pupils, second.pupils) == (("p1", "p2"), ("p1", "p3", "p4", "p2"))


def test_a_pupil_without_a_class_stays_out_and_is_counted() -> None:
    files = _changed("leerlingen.csv", "c1;3A;01/09/2026;Kerkstraat 1", ";;;")
    read = _good(files)
    assert [note.key for note in read.notes] == ["set.no_class"]
    assert len(read.incoming.pupils) == 3


@pytest.mark.parametrize(
    ("encoding", "codec"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "utf-8-sig"),
        ("latin-1", "latin-1"),
        ("cp1252", "cp1252"),
        ("utf-16", "utf-16"),
    ],
)
def test_every_encoding_gives_the_same_names(encoding: str, codec: str) -> None:
    files = {
        name: data.decode("cp1252").encode(codec)
        for name, data in files_of("vlaams").items()
    }
    text = EXAMPLE.replace('"latin-1"', f'"{encoding}"')
    assert _good(files, text).incoming.pupils[3].name == "Daphné Faes"


def test_another_encoding_than_was_said_is_told() -> None:
    text = EXAMPLE.replace('"latin-1"', '"utf-8"')
    assert ("leerlingen.csv", 5, "-", "csv.not_utf8") in _bad(files_of("vlaams"), text)
    files = {
        name: data.decode("cp1252").encode("utf-16")
        for name, data in files_of("vlaams").items()
    }
    assert ("leerlingen.csv", 1, "-", "csv.utf16") in _bad(files)
    text = EXAMPLE.replace('"latin-1"', '"utf-16"')
    assert "csv.not_encoded" in [why for *_, why in _bad(files_of("vlaams"), text)]


def test_another_separator_and_another_order_of_dates_are_read() -> None:
    files = {
        name: data.replace(b";", b"\t").replace(b"29/02/2012", b"02/29/2012")
        for name, data in files_of("vlaams").items()
    }
    files["leerlingen.csv"] = files["leerlingen.csv"].replace(b"/", b"-")
    files["leerkrachten.csv"] = files["leerkrachten.csv"].replace(b"30/06", b"06/30")
    text = EXAMPLE.replace('";"', '"tab"').replace('"dmy"', '"mdy"')
    text = text.replace('"05-11-2013"', '"11-05-2013"')
    files["leerlingen.csv"] = files["leerlingen.csv"].replace(b"05-11-", b"11-05-")
    assert _good(files, text).incoming.pupils[0].name == "Amina Bakker"


def test_a_timetable_of_ours_lies_beside_an_export() -> None:
    slots = b"classSourcedId,day,starts,ends,subject,teachers\nc1,ma,08:25,09:15,x,t1\n"
    read = _good(files_of("vlaams") | {"slots.csv": slots})
    assert len(read.incoming.classes[0].slots or ()) == 1
    assert read.incoming.classes[1].slots == ()


@pytest.mark.parametrize("name", ["leerlingen.csv", "leerkrachten.csv"])
def test_a_timetable_is_not_blamed_for_an_export_that_cannot_be_read(name: str) -> None:
    files = files_of("vlaams") | {"slots.csv": SLOTS.encode(), name: b"x\n"}
    assert {file for file, *_ in _bad(files)} == {name}


@pytest.mark.parametrize("row", [b"p9;Zus;;V;;c3;3C;;;\n", b"p9\n", b'"'])
def test_a_timetable_is_not_blamed_for_a_class_in_a_row_that_cannot_be_read(
    row: bytes,
) -> None:
    files = files_of("vlaams") | {"slots.csv": (SLOTS + LESSON_OF_C3).encode()}
    (stranger,) = _bad(files)
    assert stranger == ("slots.csv", 4, "classSourcedId", "csv.no_class")
    files[PUPILS] += row
    assert {file for file, *_ in _bad(files)} == {PUPILS}


def test_a_timetable_is_not_blamed_for_a_teacher_in_a_row_that_cannot_be_read() -> None:
    lesson = LESSON_OF_C3.replace("c3", "c1").replace("t1", "t3")
    files = files_of("vlaams") | {"slots.csv": (SLOTS + lesson).encode()}
    assert _bad(files) == [("slots.csv", 4, "teachers", "csv.not_theirs")]
    files[TEACHERS] += b"t3;Zus;;c1;;\n"
    assert {file for file, *_ in _bad(files)} == {TEACHERS}


def test_without_teachers_only_pupils_come_in() -> None:
    text = EXAMPLE.partition("[teachers]")[0]
    files = files_of("vlaams")
    del files["leerkrachten.csv"]
    read = _good(files, text).incoming
    assert (len(read.pupils), read.teachers) == (4, ())


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("encoding = ", "no_toml"),
        ("colour = 'red'\n[pupils]", "unknown"),
        ("separator = 1", "no_text"),
        ("separator = '#'", "missing"),
        (EXAMPLE.replace('";"', '"#"'), "no_choice"),
        (EXAMPLE.replace('"latin-1"', '"ebcdic"'), "no_choice"),
        (EXAMPLE.replace('"dmy"', '"dym"'), "no_choice"),
        ("pupils = 'all'", "no_part"),
        (EXAMPLE.replace("born =", "sex ="), "unknown"),
        (EXAMPLE.replace('number = "Stamnummer"', 'number = ""'), "no_text"),
        (EXAMPLE.replace('number = "Stamnummer"', ""), "missing"),
        ("", "missing"),
        ("pupils = [1]", "no_part"),
    ],
)
def test_a_mapping_that_says_something_else_is_refused(text: str, key: str) -> None:
    with pytest.raises(OfficeError) as caught:
        read_mapping("mapping.toml", text)
    assert caught.value.said.key == f"mapping.{key}"


def test_a_mapping_says_what_it_was_told() -> None:
    mapped = read_mapping("mapping.toml", EXAMPLE)
    assert isinstance(mapped, Mapped)
    assert (mapped.encoding, mapped.delimiter, mapped.dates) == ("cp1252", ";", "dmy")
