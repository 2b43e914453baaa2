# SPDX-License-Identifier: GPL-3.0-or-later
"""The program on its own: exit codes, three languages, no traceback, no network."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from installer.verify.app import fingerprint, main
from tests.fakes.lesson import PlayedLesson, next_lesson_day
from tests.fakes.school import make_school


@dataclass(frozen=True)
class Packed:
    """A good pack on disk, and the number of its school."""

    path: Path
    root: str


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Packed]:
    folder = tmp_path_factory.mktemp("lesson")
    lesson = PlayedLesson(folder)
    lesson.play()
    path = folder / "mijn-inzage.zip"
    path.write_bytes(lesson.pack())
    yield Packed(path, lesson.school.root_sha256)
    lesson.close()


Said = pytest.CaptureFixture[str]
ENGLISH = re.compile(r"\b(the|this|not|was|wrong|canonical|malformed)\b")
DUTCH = re.compile(r"\b(het|een|niet|van|geen)\b")


@pytest.fixture(autouse=True)
def _dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INZAGE_LANGUAGE", "nl")


def test_a_good_pack_is_exit_0_and_shows_the_number(
    packed: Packed, capsys: Said
) -> None:
    assert main([str(packed.path)]) == 0
    said = capsys.readouterr().out
    assert "Of dit jouw school is, zie je aan het nummer op de brief" in said
    assert packed.root[:4].upper() in said
    assert "FOUT" not in said


def test_the_right_number_is_exit_0_however_it_is_typed(packed: Packed) -> None:
    root = packed.root
    spaced = " ".join(root[at : at + 4] for at in range(0, 64, 4)).upper()
    for typed in (root, root.upper(), spaced, spaced.replace(" ", ":")):
        assert main([str(packed.path), "--root", typed]) == 0


def test_a_wrong_number_is_exit_1(packed: Packed, capsys: Said) -> None:
    assert main([str(packed.path), "--root", "00" * 32, "--lang", "en"]) == 1
    assert "not the school with the number you gave" in capsys.readouterr().out


def test_R39_a_changed_byte_is_exit_1_with_a_sentence(
    packed: Packed, tmp_path: Path, capsys: Said
) -> None:
    data = bytearray(packed.path.read_bytes())
    data[data.index(b"shared.jsonl{") + 100] ^= 1
    changed = tmp_path / "changed.zip"
    changed.write_bytes(bytes(data))
    assert main([str(changed)]) == 1
    assert "FOUT Het deel shared.jsonl is veranderd." in capsys.readouterr().out


def test_a_wrong_number_says_only_that(packed: Packed, capsys: Said) -> None:
    assert main([str(packed.path), "--root", "00" * 32]) == 1
    wrong = [x for x in capsys.readouterr().out.splitlines() if x.startswith("FOUT")]
    assert len(wrong) == 1
    assert "niet de school met het nummer dat je gaf" in wrong[0]


def test_a_file_cut_short_is_one_fault_and_exit_1(
    packed: Packed, tmp_path: Path, capsys: Said
) -> None:
    data = packed.path.read_bytes()
    half = tmp_path / "half.zip"
    half.write_bytes(data[: len(data) // 2])
    assert main([str(half)]) == 1
    first, *rest = capsys.readouterr().out.splitlines()
    assert first.startswith("FOUT Het bestand is afgeknipt: ")
    assert rest
    assert all(line.startswith("  ok ") for line in rest)


@pytest.mark.parametrize("at", [60, 4000, 9000])
def test_a_damaged_file_is_told_in_one_language(
    packed: Packed, tmp_path: Path, capsys: Said, at: int
) -> None:
    data = bytearray(packed.path.read_bytes())
    data[at] ^= 1
    broken = tmp_path / "broken.zip"
    broken.write_bytes(bytes(data))
    assert main([str(broken)]) == 1
    assert not ENGLISH.search(capsys.readouterr().out)
    assert main([str(broken), "--language", "en"]) == 1
    assert not DUTCH.search(capsys.readouterr().out)
    assert main([str(broken), "--language", "fr"]) == 1
    said = capsys.readouterr().out
    assert not DUTCH.search(said)
    assert not ENGLISH.search(said)


def test_the_language_is_that_of_the_computer(
    packed: Packed, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INZAGE_LANGUAGE", "fr")
    assert main([str(packed.path)]) == 0
    assert "Le fichier est entier" in capsys.readouterr().out
    assert main([str(packed.path), "--lang", "en"]) == 0
    assert "The file is whole" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("lang", "word"), [("nl", "Voorbeeld:"), ("en", "Example:"), ("fr", "Exemple :")]
)
def test_help_has_an_example_in_one_language(
    lang: str, word: str, capsys: Said
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--language", lang, "--help"])
    assert caught.value.code == 0
    said = capsys.readouterr().out
    assert f"{word}\n  inzage-verify " in said
    assert "usage:" not in said


def test_json_is_for_programs(packed: Packed, capsys: Said) -> None:
    assert main([str(packed.path), "--json"]) == 0
    held = json.loads(capsys.readouterr().out)
    assert held["ok"] is True
    sentences = {"sentence_nl", "sentence_en", "sentence_fr"}
    assert set(held["findings"][0]) == {"ok", "code", "detail", *sentences}


@pytest.mark.parametrize("content", [b"", b"een brief", b"PK\x03\x04"])
def test_another_file_is_exit_2(tmp_path: Path, capsys: Said, content: bytes) -> None:
    other = tmp_path / "brief.txt"
    other.write_bytes(content)
    assert main([str(other)]) == 2
    assert "geen pak van Inzage" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_exit_2(tmp_path: Path, capsys: Said) -> None:
    assert main([str(tmp_path / "weg.zip")]) == 2
    assert "weg.zip" in capsys.readouterr().err
    assert main([str(tmp_path)]) == 2


@pytest.mark.parametrize("arguments", [[], ["a", "--root", "5F2A"], ["a", "--more"]])
def test_wrong_use_is_exit_2_in_one_language(
    arguments: list[str], capsys: Said
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith("Gebruik: inzage-verify PACK... ")
    assert not ENGLISH.search(said)


def test_a_number_is_read_with_or_without_spaces() -> None:
    assert fingerprint("AB " * 32) == "ab" * 32
    with pytest.raises(ValueError, match="5F2A"):
        fingerprint("5F2A")


def test_R39_it_runs_by_itself_and_loads_no_other_part(packed: Packed) -> None:
    program = (
        "import sys; from installer.verify.app import main;"
        f"code = main([{str(packed.path)!r}]);"
        "print([n for n in sys.modules if n.split('.')[0] in"
        " ('agent', 'console', 'protocol', 'PySide6', 'sqlite3', 'ssl')]);"
        "sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "[]"


def test_it_runs_as_a_module(packed: Packed) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "installer.verify", str(packed.path), "--lang", "en"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "The file is whole" in done.stdout


# --- Several files --------------------------------------------------------------------


@dataclass(frozen=True)
class Shelf:
    """A folder as a school's officer has it: packs of two laptops, and a volume."""

    folder: Path
    forked: Path  # the same with a second list of the same teacher


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    made = tmp_path_factory.mktemp("shelf")
    school = make_school(next_lesson_day(), pupils=2)
    first = PlayedLesson(made / "first", school)
    second = PlayedLesson(made / "second", school, who=1, book=first.console)
    other = PlayedLesson(made / "other", school, who=1)
    for lesson in (first, second, other):
        lesson.play()
    files = {
        "good": {"amina.zip": first.pack(), "bram.zip": second.pack()},
        "forked": {"amina.zip": first.pack(), "bram.zip": other.pack()},
    }
    for folder, held in files.items():
        (made / folder).mkdir()
        for name, data in {**held, "peeters.zip": first.volume()}.items():
            (made / folder / name).write_bytes(data)
    yield Shelf(made / "good", made / "forked")
    for lesson in (second, other, first):
        lesson.close()


def test_R39_a_volume_is_checked_like_a_pack(shelf: Shelf, capsys: Said) -> None:
    assert main([str(shelf.folder / "peeters.zip")]) == 0
    said = capsys.readouterr().out
    assert "De lijst van de leraar is heel" in said
    assert "Naast elkaar" not in said


def test_R39_a_folder_is_checked_file_by_file_and_beside_each_other(
    shelf: Shelf, capsys: Said
) -> None:
    (shelf.folder / "lees mij.zip").write_bytes(b"geen pak")
    assert main([str(shelf.folder)]) == 0
    parts = capsys.readouterr().out.split("\n\n")
    titles = [part.splitlines()[0] for part in parts]
    assert titles == ["amina.zip", "bram.zip", "peeters.zip", "Naast elkaar"]
    assert "regels zijn bij leerling en leraar dezelfde" in parts[-1]


def test_R39_D11_two_lists_come_out_of_a_folder_of_good_files(
    shelf: Shelf, capsys: Said
) -> None:
    assert main([str(shelf.forked)]) == 1
    *files, beside = capsys.readouterr().out.split("\n\n")
    assert not any("FOUT" in part for part in files)
    assert "FOUT In amina.zip en bram.zip staan twee getekende standen" in beside


def test_the_same_files_may_be_named_one_by_one(shelf: Shelf, capsys: Said) -> None:
    named = [str(shelf.forked / name) for name in ("amina.zip", "bram.zip")]
    assert main([*named, "--lang", "fr"]) == 1
    assert "ERREUR  Dans amina.zip et bram.zip" in capsys.readouterr().out


def test_two_files_of_one_name_are_told_apart(shelf: Shelf, capsys: Said) -> None:
    one, other = shelf.folder / "bram.zip", shelf.forked / "bram.zip"
    assert main([str(one), str(other), "--lang", "en"]) == 1
    said = capsys.readouterr().out
    assert f"\n{other}\n" in said
    assert f"is not the same in {other} as in bram.zip." in said


def test_json_of_several_files_has_a_code_for_each_finding(
    shelf: Shelf, capsys: Said
) -> None:
    assert main([str(shelf.forked), "--json"]) == 1
    held = json.loads(capsys.readouterr().out)
    assert held["ok"] is False
    assert [one["file"] for one in held["files"]] == [
        "amina.zip",
        "bram.zip",
        "peeters.zip",
    ]
    assert all(one["ok"] for one in held["files"])
    codes = {one["code"] for one in held["beside"] if not one["ok"]}
    assert {"two_lists", "head_of_no_tree"} <= codes


def test_one_wrong_file_among_good_ones_is_exit_1(
    shelf: Shelf, tmp_path: Path, capsys: Said
) -> None:
    data = bytearray((shelf.folder / "bram.zip").read_bytes())
    data[9_000] ^= 1
    (tmp_path / "bent.zip").write_bytes(bytes(data))
    assert main([str(shelf.folder / "amina.zip"), str(tmp_path / "bent.zip")]) == 1
    assert "FOUT" in capsys.readouterr().out


def test_a_named_file_that_is_no_pack_is_exit_2_whatever_else_is_there(
    shelf: Shelf, tmp_path: Path, capsys: Said
) -> None:
    (tmp_path / "brief.zip").write_bytes(b"geen pak")
    assert main([str(shelf.folder), str(tmp_path / "brief.zip")]) == 2
    assert "brief.zip: dit is geen pak van Inzage" in capsys.readouterr().err
