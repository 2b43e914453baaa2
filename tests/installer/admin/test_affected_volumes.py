# SPDX-License-Identifier: GPL-3.0-or-later
"""Only a volume that holds, of this school and teacher, says anything."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from consent.ledger import volume
from installer.admin.affected_volumes import read_volumes
from installer.admin.trouble import OfficeError
from tests.fakes.lesson import PlayedLesson


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlayedLesson]:
    made = PlayedLesson(tmp_path_factory.mktemp("lesson"))
    made.play()
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path, lesson: PlayedLesson) -> Path:
    """Give a folder with a volume, a pupil's pack and something else."""
    (tmp_path / "lists.zip").write_bytes(lesson.volume())
    (tmp_path / "pack.zip").write_bytes(lesson.pack())
    (tmp_path / "readme.txt").write_text("nothing", "utf-8")
    return tmp_path


def refusal(path: Path, root: str, teacher: str) -> str:
    with pytest.raises(OfficeError) as caught:
        read_volumes([path], root, teacher)
    assert caught.value.said.values["file"] in {path, path / "lists.zip"}
    return caught.value.said.key


def test_R38_a_volume_names_the_pupils_and_laptops_in_its_lines(
    folder: Path, lesson: PlayedLesson
) -> None:
    root, teacher = lesson.school.root_sha256, lesson.school.teachers[0].id
    (found,) = read_volumes([folder], root, teacher)
    assert read_volumes([folder / "lists.zip"], root, teacher) == [found]
    assert found.klass == lesson.school.class_id
    assert found.pupils == {lesson.pupil.id}
    assert found.devices == {lesson.device}
    assert lesson.origin.endswith(found.month)


def test_R38_no_volume_of_this_teacher_narrows_nothing_in_silence(
    folder: Path, lesson: PlayedLesson
) -> None:
    root, other = lesson.school.root_sha256, lesson.school.teachers[1].id
    assert refusal(folder, root, other) == "affected.no_volume"


def test_R38_a_pupils_list_is_called_one(folder: Path, lesson: PlayedLesson) -> None:
    root, teacher = lesson.school.root_sha256, lesson.school.teachers[0].id
    for number in (root, "00" * 32):
        refused = refusal(folder / "pack.zip", number, teacher)
        assert refused == "affected.pupils_list"


def test_R38_a_volume_that_does_not_hold_is_refused(
    folder: Path, lesson: PlayedLesson
) -> None:
    root, teacher = lesson.school.root_sha256, lesson.school.teachers[0].id
    lists = folder / "lists.zip"
    assert refusal(lists, "00" * 32, teacher) == "affected.bad"
    lists.write_bytes(_edited(lesson))
    assert refusal(lists, root, teacher) == "affected.bad"
    data = bytearray(lesson.volume())
    data[len(data) // 2] ^= 1
    lists.write_bytes(data)
    assert refusal(folder, root, teacher) == "affected.bad"
    shutil.copy(folder / "readme.txt", lists)
    assert refusal(folder, root, teacher) == "affected.bad"


def _edited(lesson: PlayedLesson) -> bytes:
    """Tell the record otherwise, and sign the file as the teacher's program does."""
    export = lesson.console.volume(lesson.origin)
    first, *others = export.leaves
    bent = replace(first, body=(first.body or b"").replace(b"start", b"end"))
    return volume.build(
        replace(export, leaves=[bent, *others]),
        lesson.now,
        lesson.school.teachers[0].holder.der,
        lesson.school.papers_for_console(),
        lesson.teacher_key.sign,
    )
