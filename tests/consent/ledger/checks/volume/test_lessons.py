# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines of laptops in a teacher's record, as far as one side goes."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from consent.ledger import archive, manifest, volume
from consent.ledger.checks.papers import School, school_of
from consent.ledger.checks.volume import lessons, opened
from consent.ledger.checks.volume.opened import OpenedVolume
from consent.ledger.kinds import Kind
from tests.fakes.lesson import PlayedLesson


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlayedLesson]:
    made = PlayedLesson(tmp_path_factory.mktemp("lesson"))
    made.play()
    yield made
    made.close()


@pytest.fixture(scope="module")
def held(lesson: PlayedLesson) -> OpenedVolume:
    members = archive.read(lesson.volume()).members
    contents = volume.parse_manifest(members[manifest.MANIFEST])
    return opened.read(contents, members)


@pytest.fixture(scope="module")
def school(held: OpenedVolume) -> School:
    return school_of(held)[0]


def said(held: OpenedVolume, school: School) -> dict[str, bool]:
    return {one.code: one.ok for one in lessons.check(held, school)}


def without(held: OpenedVolume, kind: Kind) -> OpenedVolume:
    lines = {
        line.sealed.head
        for line in lessons.lines_of(held, held.leaves[0].device)
        if line.entry is not None and line.entry.kind is kind
    }
    kept = [x for x in held.leaves if x.sealed is None or x.sealed.head not in lines]
    return replace(held, leaves=kept)


def test_a_good_volume_has_good_lines(held: OpenedVolume, school: School) -> None:
    assert said(held, school) == {"volume_lines": True, "no_own": True}


@pytest.mark.parametrize("kind", [Kind.OPEN, Kind.CLOSE])
def test_a_look_of_which_one_side_is_missing_is_no_fault(
    held: OpenedVolume, school: School, kind: Kind
) -> None:
    late = replace(held.manifest, made=held.manifest.made.replace(hour=23))
    found = said(replace(without(held, kind), manifest=late), school)
    assert found["one_sided"]
    assert all(found.values())


def test_a_command_without_a_line_is_counted(
    held: OpenedVolume, school: School
) -> None:
    found = said(without(held, Kind.SHARE), school)
    assert found["unanswered"]


def test_R39_a_line_of_a_teacher_nobody_vouches_for_is_said(
    held: OpenedVolume, school: School
) -> None:
    found = said(held, replace(school, teachers={}))
    assert found["teacher_missing"] is False


def test_the_laptop_is_named_for_makers(held: OpenedVolume, school: School) -> None:
    nobody = replace(school, teachers={})
    wrong = [one for one in lessons.check(held, nobody) if not one.ok]
    assert all(one.detail.startswith(held.leaves[0].device) for one in wrong)
