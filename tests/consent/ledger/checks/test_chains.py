# SPDX-License-Identifier: GPL-3.0-or-later
"""Chains that lost lines, began again, or were cut, and say so honestly."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from consent.ledger import pack
from consent.ledger.draft import Start
from consent.ledger.kinds import Chain, Kind
from consent.ledger.verify import verify_pack
from tests.fakes.lesson import PlayedLesson
from tests.fakes.verdict import said, wrong


@pytest.fixture
def lesson(tmp_path: Path) -> PlayedLesson:
    made = PlayedLesson(tmp_path)
    made.play()
    return made


def codes_from(lesson: PlayedLesson, start: Start, chain: Chain) -> set[str]:
    export = lesson.agent.export()
    starts = {**export.starts, chain: start}
    made = pack.build(
        replace(export, starts=starts), lesson.frame(), lesson.device_key.sign
    )
    return {one.code for one in verify_pack(made) if not one.ok}


def test_lost_lines_that_are_said_are_no_attack(lesson: PlayedLesson) -> None:
    lesson.agent.begin_epoch(1, 30, lesson.context())
    lesson.look("overview", 5)
    lesson.confirm()
    assert wrong(lesson) == set()
    assert "gaps" in said(lesson)


def test_lines_the_teacher_never_confirmed_are_no_attack(
    lesson: PlayedLesson,
) -> None:
    lesson.look("overview", 5)
    teacher = lesson.school.teachers[0].fingerprint
    lesson.agent.append_gap(teacher, lesson.context())
    assert wrong(lesson) == set()
    assert {"gaps", "unproven"} <= said(lesson)


def test_a_gap_over_lines_half_there_is_said(lesson: PlayedLesson) -> None:
    lesson.shared(Kind.GAP, {"from": 11, "to": 12})
    assert wrong(lesson) == {"gap"}


def test_a_chain_that_begins_elsewhere_is_said(lesson: PlayedLesson) -> None:
    shared, own = (lesson.agent.start(chain) for chain in Chain)
    moved = replace(shared, head=b"x" * 32)
    assert "order" in codes_from(lesson, moved, Chain.SHARED)
    assert "number" in codes_from(lesson, replace(shared, seq=3), Chain.SHARED)
    assert "order" in codes_from(lesson, replace(own, head=b"x" * 32), Chain.OWN)


def test_an_epoch_that_falls_is_said(lesson: PlayedLesson) -> None:
    own = lesson.agent.start(Chain.OWN)
    assert "epoch" in codes_from(lesson, replace(own, epoch=2), Chain.OWN)


def test_lines_of_another_laptop_are_said(lesson: PlayedLesson) -> None:
    export = replace(lesson.agent.export(), device="ab" * 16)
    made = pack.build(export, lesson.frame(), lesson.device_key.sign)
    found = {one.code for one in verify_pack(made) if not one.ok}
    assert {"other_device", "wrong_device"} <= found


def test_lines_after_the_certificate_ended_are_said(lesson: PlayedLesson) -> None:
    lesson.wait(int(timedelta(days=60).total_seconds()))
    lesson.own(Kind.LOG_READ, {"by": "pupil", "from": 0, "to": 0})
    assert wrong(lesson) == {"device_dates"}


def test_a_line_that_speaks_of_another_own_chain_is_said(
    lesson: PlayedLesson,
) -> None:
    export = lesson.agent.export()
    rest = [line for line in export.lines if line.sealed.chain is Chain.SHARED]
    made = pack.build(
        replace(export, lines=rest), lesson.frame(), lesson.device_key.sign
    )
    assert "own_head" in {one.code for one in verify_pack(made) if not one.ok}
