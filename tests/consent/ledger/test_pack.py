# SPDX-License-Identifier: GPL-3.0-or-later
"""What is in a pack: these members, only this pupil, nothing a reader cannot open."""

import json
import re
from collections.abc import Iterator

import pytest

from consent.documents.signed import Kind, SignedPaper
from consent.ledger import archive, manifest, pack
from tests.fakes.lesson import PlayedLesson

FIXED = {
    "manifest.json",
    "manifest.sig",
    "shared.jsonl",
    "own.jsonl",
    "proofs.jsonl",
    "checkpoints.txt",
    "device.pem",
    "records.jsonld",
    "list.html",
    "choices.html",
}


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlayedLesson]:
    made = PlayedLesson(tmp_path_factory.mktemp("lesson"))
    made.play()
    yield made
    made.close()


def members(lesson: PlayedLesson) -> dict[str, bytes]:
    return dict(archive.read(lesson.pack()).members)


def test_R38_a_pack_has_the_members_of_the_specification(lesson: PlayedLesson) -> None:
    names = set(members(lesson))
    papers = {name for name in names if name.startswith("papers/")}
    assert names - papers == FIXED
    kinds = {name.split("/")[1].split("-")[0] for name in papers}
    assert kinds == {"trust", "charter", "class", "revocations", "slip", "set"} | {
        "teacher"
    }


def test_every_part_is_text_that_anybody_can_open(lesson: PlayedLesson) -> None:
    for name, data in members(lesson).items():
        text = data.decode("utf-8")
        if name.endswith((".json", ".jsonld", ".sig")) and name != "manifest.sig":
            json.loads(text)
        if name.endswith(".jsonl"):
            for line in text.splitlines():
                json.loads(line)


def test_two_packs_of_one_moment_are_the_same(lesson: PlayedLesson) -> None:
    assert lesson.pack() == lesson.pack()


def test_R38_no_name_of_a_pupil_and_no_key_is_in_it(lesson: PlayedLesson) -> None:
    whole = b"".join(members(lesson).values())
    assert lesson.school.pupils[0].name.encode() not in whole
    assert b"PRIVATE KEY" not in whole
    for key in (lesson.device_key, lesson.teacher_key, lesson.pupil_key):
        raw = key.private_bytes_raw()
        assert raw not in whole
        assert raw.hex().encode() not in whole


def test_each_head_is_there_once(lesson: PlayedLesson) -> None:
    text = members(lesson)[pack.CHECKPOINTS].decode()
    roots = re.findall(r"^[A-Za-z0-9+/]{43}=$", text, re.MULTILINE)
    assert len(roots) == len(set(roots)) > 5


def test_a_paper_that_cannot_be_read_does_not_stop_the_pack(
    lesson: PlayedLesson,
) -> None:
    broken = [SignedPaper(kind, b"{}") for kind in (Kind.TRUST, Kind.CHARTER)]
    made = pack.build(
        lesson.agent.export(),
        lesson.frame(papers=broken),
        lesson.device_key.sign,
    )
    assert archive.read(made).whole


def test_the_table_of_contents_names_every_other_member(lesson: PlayedLesson) -> None:
    held = members(lesson)
    contents = manifest.parse(held.pop(manifest.MANIFEST))
    held.pop(manifest.SIGNATURE)
    assert contents.members == manifest.digests(held)
