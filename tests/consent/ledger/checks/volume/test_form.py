# SPDX-License-Identifier: GPL-3.0-or-later
"""A volume is whole, or it is said what is not."""

from collections.abc import Iterator

import pytest

from consent.ledger import archive, manifest
from consent.ledger.archive import Archive
from consent.ledger.checks.volume import form
from tests.fakes.lesson import PlayedLesson


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Iterator[bytes]:
    lesson = PlayedLesson(tmp_path_factory.mktemp("lesson"))
    lesson.play()
    yield lesson.volume()
    lesson.close()


def codes(held: Archive) -> list[str]:
    return [one.code for one in form.check(held)[1]]


def test_a_whole_volume_says_how_many_parts_it_has(good: bytes) -> None:
    held = archive.read(good)
    contents, (found,) = form.check(held)
    assert contents is not None
    assert (found.ok, found.code) == (True, "volume")
    assert str(len(held.members)) in found.sentence_nl


@pytest.mark.parametrize(
    "sig", [b"", b"00\n", b"no hex\n", b"\xff", b"00" * 64 + b"\n", b"AA" * 64 + b"\n"]
)
def test_another_signature_is_found(good: bytes, sig: bytes) -> None:
    members = dict(archive.read(good).members) | {manifest.SIGNATURE: sig}
    assert codes(archive.read(archive.write(members))) == ["volume_sig"]


def test_a_signature_in_capitals_is_another_spelling(good: bytes) -> None:
    members = dict(archive.read(good).members)
    members[manifest.SIGNATURE] = members[manifest.SIGNATURE].upper()
    assert codes(archive.read(archive.write(members))) == ["volume_sig"]


def test_a_table_that_cannot_be_read_is_said(good: bytes) -> None:
    members = dict(archive.read(good).members) | {manifest.MANIFEST: b"{}"}
    contents, found = form.check(archive.read(archive.write(members)))
    assert contents is None
    assert [one.code for one in found] == ["manifest"]


def test_what_is_left_of_a_cut_volume_is_not_called_signed(good: bytes) -> None:
    assert "volume_unsigned" in codes(archive.read(good[:3_000]))
