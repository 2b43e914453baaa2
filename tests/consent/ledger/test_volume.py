# SPDX-License-Identifier: GPL-3.0-or-later
"""A teacher's record of a month as one file: what is in it, and what never is."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from consent.documents import canonical
from consent.ledger import archive, volume
from consent.ledger.manifest import ManifestError
from consent.ledger.volume import VolumeManifest
from consent.ledger.volume_lines import (
    decode_leaf,
    decode_order,
    encode_leaf,
    encode_order,
)
from tests.fakes.lesson import PlayedLesson
from tests.fakes.records import ORIGIN

MADE = datetime(2027, 3, 31, 14, 0, tzinfo=UTC)
CONTENTS = VolumeManifest(MADE, ORIGIN, {"leaves.jsonl": "ab" * 32})


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlayedLesson]:
    made = PlayedLesson(tmp_path_factory.mktemp("lesson"))
    made.play()
    yield made
    made.close()


def test_the_table_of_contents_reads_back() -> None:
    assert volume.parse_manifest(volume.encode_manifest(CONTENTS)) == CONTENTS
    assert volume.is_volume(volume.encode_manifest(CONTENTS))


@pytest.mark.parametrize(
    "change",
    [{"type": "pack"}, {"origin": "x"}, {"v": 2}, {"made": "now"}, {"more": 1}],
    ids=str,
)
def test_another_table_is_refused(change: dict[str, object]) -> None:
    held = canonical.decode(volume.encode_manifest(CONTENTS))
    assert isinstance(held, dict)
    with pytest.raises(ManifestError):
        volume.parse_manifest(canonical.encode({**held, **change}))


@pytest.mark.parametrize("data", [b"", b"[]", b"no json", b'{"type":"pack"}'])
def test_what_is_no_table_of_a_volume_is_none(data: bytes) -> None:
    assert not volume.is_volume(data)
    with pytest.raises(ManifestError):
        volume.parse_manifest(data)


def test_it_holds_the_whole_tree_and_what_vouches_for_it(lesson: PlayedLesson) -> None:
    held = archive.read(lesson.volume())
    assert held.whole
    names = [name.split("-")[0] for name in held.members]
    assert names[:6] == [
        "manifest.json",
        "manifest.sig",
        "leaves.jsonl",
        "orders.jsonl",
        "head.txt",
        "shown.txt",
    ]
    assert {"papers/trust", "papers/charter", "papers/class", "papers/teacher"} <= set(
        names
    )
    assert sum(name.startswith("devices/") for name in names) == 1
    lines = held.members["leaves.jsonl"].split(b"\n")
    assert len(lines) - 1 == len(lesson.console.volume(lesson.origin).leaves)


def test_R36_no_name_of_a_pupil_and_nothing_the_pupil_chose_is_in_it(
    lesson: PlayedLesson,
) -> None:
    data = lesson.volume()
    assert lesson.school.pupils[0].name.encode() not in data
    for word in (b"papers/roster", b"papers/slip", b"CONSENT", b"ConsentGiven"):
        assert word not in data
    assert b'"chain\\":\\"own' not in data


def test_the_examples_of_the_page_are_in_their_form() -> None:
    page = Path(__file__).parents[3] / "docs" / "spec" / "volume.md"
    blocks = re.findall(r"```json\n(.*?)\n```", page.read_text("utf-8"), re.DOTALL)
    contents, leaves, orders = (block.encode() for block in blocks)
    made = volume.parse_manifest(contents)
    assert volume.encode_manifest(made) == contents
    for line in leaves.split(b"\n"):
        assert encode_leaf(decode_leaf(line, made.origin)) == line
    assert encode_order(decode_order(orders)) == orders
