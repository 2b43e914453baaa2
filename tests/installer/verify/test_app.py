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
from tests.fakes.lesson import PlayedLesson


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


@pytest.mark.parametrize("arguments", [[], ["a", "b"], ["a", "--root", "5F2A"]])
def test_wrong_use_is_exit_2_in_one_language(
    arguments: list[str], capsys: Said
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith("Gebruik: inzage-verify PACK ")
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
