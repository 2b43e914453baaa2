# SPDX-License-Identifier: GPL-3.0-or-later
"""Consent records that are not what the chain, the slip and the text say."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from consent.ledger import archive, pack
from consent.ledger.verify import verify_pack
from consent.wording.notice import notice_hash
from tests.consent.ledger.test_verify import codes, signed_again
from tests.fakes.lesson import PlayedLesson


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlayedLesson]:
    made = PlayedLesson(tmp_path_factory.mktemp("lesson"))
    made.play()
    yield made
    made.close()


def records(lesson: PlayedLesson) -> Any:  # noqa: ANN401 -- JSON
    return json.loads(dict(archive.read(lesson.pack()).members)[pack.RECORDS])


def told(lesson: PlayedLesson, held: object) -> set[str]:
    """Check a pack in which the laptop itself would have written these records."""
    members = dict(archive.read(lesson.pack()).members)
    members[pack.RECORDS] = (
        held if isinstance(held, bytes) else json.dumps(held).encode()
    )
    return codes(verify_pack(signed_again(lesson, members)))


def test_R39_records_that_leave_out_a_no_are_found(lesson: PlayedLesson) -> None:
    held = records(lesson)
    held["dpv:hasRecordOfActivity"][-1]["inzage:events"].pop()
    assert told(lesson, held) == {"records_differ"}


@pytest.mark.parametrize(
    "held", [b"no json", b"[]", b'{"dpv:hasRecordOfActivity":[1]}']
)
def test_what_is_no_record_is_found(lesson: PlayedLesson, held: bytes) -> None:
    assert told(lesson, held) == {"records_differ"}


def test_R51_a_text_that_was_not_shown_is_found(lesson: PlayedLesson) -> None:
    held, other = records(lesson), "Alles mag."
    notice = held["dpv:hasRecordOfActivity"][0]["dpv:hasNotice"]
    notice["text"] = other
    assert told(lesson, held) == {"notice_differs"}
    notice["sha256"] = notice_hash(other)
    assert told(lesson, held) == {"notice_differs"}


def test_R51_a_choice_that_rested_on_another_text_is_found(
    lesson: PlayedLesson,
) -> None:
    held = records(lesson)
    for event in held["dpv:hasRecordOfActivity"][0]["inzage:events"]:
        event["inzage:notice"] = "5e" * 32
    assert "records_differ" in told(lesson, held)


def test_R19_a_guardian_who_never_decided_is_found(lesson: PlayedLesson) -> None:
    held = records(lesson)
    state = {"dpv:hasConsentStatus": "dpv:ConsentGiven"}
    guardian = {"dpv:isIndicatedBy": "guardian:1", **state}
    held["dpv:hasRecordOfActivity"][0]["inzage:events"].append(guardian)
    assert told(lesson, held) == {"records_differ"}
