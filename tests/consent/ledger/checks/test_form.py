# SPDX-License-Identifier: GPL-3.0-or-later
"""Exactly these parts, each as the laptop signed it."""

from collections.abc import Iterator, Mapping

import pytest

from consent.ledger import archive, manifest, pack
from consent.ledger.archive import Archive
from consent.ledger.checks import form
from tests.fakes.lesson import PlayedLesson


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    lesson = PlayedLesson(tmp_path_factory.mktemp("lesson"))
    yield archive.read(lesson.pack())
    lesson.close()


def codes(members: Mapping[str, bytes], *, whole: bool = True) -> set[str]:
    _, found = form.check(Archive(dict(members), whole))
    return {one.code for one in found if not one.ok}


def test_a_whole_file_is_whole(held: Archive) -> None:
    contents, found = form.check(held)
    assert contents is not None
    assert [one.code for one in found] == ["file"]


def test_what_was_changed_outside_the_parts_is_said(held: Archive) -> None:
    assert codes(held.members, whole=False) == {"file_changed"}


def test_parts_in_another_order_are_said(held: Archive) -> None:
    turned = dict(reversed(list(held.members.items())))
    assert codes(turned) == {"file_changed"}


def test_a_part_that_came_went_or_changed_is_named(held: Archive) -> None:
    members = held.members
    assert codes({**members, "é\n": b""}) == {"member_added"}
    assert codes({**members, pack.PAGE: b"x"}) == {"member_changed"}
    less = {name: data for name, data in members.items() if name != pack.PAGE}
    assert codes(less) == {"member_missing"}


def test_without_a_table_of_contents_nothing_is_believed(held: Archive) -> None:
    contents, found = form.check(Archive({}, whole=True))
    assert contents is None
    assert [one.code for one in found] == ["manifest"]


@pytest.mark.parametrize("sig", [b"", b"\xff", b"zz\n", b"00" * 64, b"00" * 64 + b"\n"])
def test_a_signature_in_another_form_is_none(held: Archive, sig: bytes) -> None:
    assert codes({**held.members, manifest.SIGNATURE: sig}) == {"manifest_sig"}


def test_the_right_signature_in_capitals_is_none(held: Archive) -> None:
    sig = held.members[manifest.SIGNATURE].upper()
    assert codes({**held.members, manifest.SIGNATURE: sig}) == {"manifest_sig"}


def test_another_certificate_is_another_key(held: Archive) -> None:
    assert "manifest_sig" in codes({**held.members, pack.DEVICE: b"x"})
