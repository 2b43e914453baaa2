# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading the parts of a volume, and naming the one that cannot be read."""

from collections.abc import Iterator

import pytest

from consent.ledger import archive, manifest, volume
from consent.ledger.checks.opened import ContentError
from consent.ledger.checks.volume import opened
from tests.fakes.lesson import PlayedLesson


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlayedLesson]:
    made = PlayedLesson(tmp_path_factory.mktemp("lesson"))
    made.play()
    yield made
    made.close()


@pytest.fixture(scope="module")
def members(lesson: PlayedLesson) -> dict[str, bytes]:
    return dict(archive.read(lesson.volume()).members)


def read(members: dict[str, bytes]) -> opened.OpenedVolume:
    contents = volume.parse_manifest(members[manifest.MANIFEST])
    return opened.read(contents, members)


def test_every_part_is_read(lesson: PlayedLesson, members: dict[str, bytes]) -> None:
    held = read(members)
    export = lesson.console.volume(lesson.origin)
    assert [leaf.commitment for leaf in held.leaves] == [
        leaf.commitment for leaf in export.leaves
    ]
    assert held.origin == lesson.origin
    assert (held.klass, held.teacher) == (
        lesson.school.class_id,
        lesson.school.teachers[0].id,
    )
    assert len(held.papers) == 4
    assert set(held.teachers) == {lesson.school.teachers[0].fingerprint}
    assert set(held.devices) == {lesson.pupil.holder.fingerprint.hex()}


@pytest.mark.parametrize(
    "name", [volume.LEAVES, volume.ORDERS, volume.HEAD, volume.SHOWN]
)
def test_a_missing_part_is_named(members: dict[str, bytes], name: str) -> None:
    less = {key: data for key, data in members.items() if key != name}
    with pytest.raises(ContentError) as caught:
        read(less)
    assert caught.value.name == name


@pytest.mark.parametrize("name", [volume.LEAVES, volume.ORDERS, volume.SHOWN])
def test_a_part_in_another_form_is_named(members: dict[str, bytes], name: str) -> None:
    with pytest.raises(ContentError) as caught:
        read({**members, name: b"{}\n"})
    assert caught.value.name == name
