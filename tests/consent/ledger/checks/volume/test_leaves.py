# SPDX-License-Identifier: GPL-3.0-or-later
"""Leaves of a volume against keys: the rest is played in test_verify_volume."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from consent.ledger import archive, manifest, tree, volume
from consent.ledger.checks.papers import School, school_of
from consent.ledger.checks.volume import leaves, opened
from consent.ledger.checks.volume.opened import OpenedVolume
from tests.consent.ledger.test_tree import naive_root
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


def codes(held: OpenedVolume, school: School) -> set[str]:
    return {one.code for one in leaves.check(held, school) if not one.ok}


def test_the_tree_has_the_roots_of_the_rfc() -> None:
    data = [bytes([n]) for n in range(9)]
    made = leaves.Grown(data)
    for size in range(1, 10):
        assert made.root(size) == naive_root(data[:size])
    assert made.root(0) == tree.EMPTY_ROOT


def test_a_good_volume_has_good_leaves(held: OpenedVolume, school: School) -> None:
    (found,) = leaves.check(held, school)
    assert (found.ok, found.code) == (True, "leaves")


def test_a_certificate_under_another_name_is_found(
    held: OpenedVolume, school: School
) -> None:
    (der,) = held.devices.values()
    assert "wrong_device" in codes(replace(held, devices={"ab" * 32: der}), school)


def test_a_line_under_another_laptops_name_is_found(
    lesson: PlayedLesson, held: OpenedVolume, school: School
) -> None:
    """Its key signed it all the same; the line says of which laptop it is."""
    line = next(leaf for leaf in held.leaves if leaf.sealed is not None)
    (holder,) = leaves.devices(held, school)[0][lesson.device]
    other = replace(holder, id="ab" * 16)
    moved = replace(line, device=other.id)
    assert leaves._is_of_laptop(line, {holder.id: [holder]})  # noqa: SLF001
    assert not leaves._is_of_laptop(moved, {other.id: [other]})  # noqa: SLF001


def test_a_text_without_its_salt_is_found(held: OpenedVolume, school: School) -> None:
    first, *rest = held.leaves
    half = replace(held, leaves=[replace(first, salt=None), *rest])
    assert codes(half, school) == {"leaf_text"}


def test_a_command_for_another_class_is_found(
    held: OpenedVolume, school: School
) -> None:
    other = held.origin.replace(held.klass, "ab" * 16)
    moved = replace(held, manifest=replace(held.manifest, origin=other))
    assert {"leaf_command", "volume_root"} <= codes(moved, school)


def test_without_a_certificate_of_this_teacher_no_head_holds(
    held: OpenedVolume, school: School
) -> None:
    nobody = replace(school, teachers={})
    assert leaves.own_keys(held, nobody) == []
    assert "volume_head" in codes(held, nobody)
