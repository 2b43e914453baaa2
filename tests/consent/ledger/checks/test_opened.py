# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts are read, and the first that is not in its form is named."""

from collections.abc import Iterator

import pytest

from consent.ledger import archive, manifest, pack
from consent.ledger.checks import opened
from consent.ledger.checks.opened import ContentError
from consent.ledger.kinds import Chain
from tests.fakes.lesson import PlayedLesson

Parts = tuple[manifest.Manifest, dict[str, bytes]]


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parts]:
    lesson = PlayedLesson(tmp_path_factory.mktemp("lesson"))
    lesson.play()
    members = dict(archive.read(lesson.pack()).members)
    yield manifest.parse(members[manifest.MANIFEST]), members
    lesson.close()


def test_everything_is_read(parts: Parts) -> None:
    held = opened.read(*parts)
    assert len(held.chains[Chain.SHARED]) == 11
    assert len(held.papers) == 6
    assert len(held.teachers) == 1
    assert held.device_der
    assert held.records


@pytest.mark.parametrize(
    "name",
    [
        pack.SHARED,
        pack.OWN,
        pack.PROOFS,
        pack.CHECKPOINTS,
        pack.DEVICE,
        pack.RECORDS,
    ],
)
def test_a_missing_part_is_named(parts: Parts, name: str) -> None:
    contents, members = parts
    less = {key: data for key, data in members.items() if key != name}
    with pytest.raises(ContentError) as caught:
        opened.read(contents, less)
    assert caught.value.name == name


@pytest.mark.parametrize(
    "name", [pack.SHARED, pack.OWN, pack.PROOFS, pack.CHECKPOINTS, pack.DEVICE]
)
def test_a_part_in_another_form_is_named(parts: Parts, name: str) -> None:
    contents, members = parts
    with pytest.raises(ContentError) as caught:
        opened.read(contents, {**members, name: b"x\n"})
    assert caught.value.name == name


@pytest.mark.parametrize("stem", ["papers/unknown-1", "papers/trust-1"])
def test_a_paper_without_kind_or_signature_is_named(parts: Parts, stem: str) -> None:
    contents, members = parts
    with pytest.raises(ContentError) as caught:
        opened.read(contents, {**members, f"{stem}.json": b"{}"})
    assert stem in caught.value.name


def test_a_teacher_in_another_form_is_named(parts: Parts) -> None:
    contents, members = parts
    name = "papers/teacher-00.pem"
    with pytest.raises(ContentError) as caught:
        opened.read(contents, {**members, name: b"x"})
    assert caught.value.name == name
