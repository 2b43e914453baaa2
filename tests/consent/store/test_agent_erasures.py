# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes here is owed by the teacher's program too, until it says that it did it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from consent.documents.signed import public_bytes
from consent.ledger.erasure import OrderedBy, find_tree
from consent.ledger.kinds import Chain, Kind
from consent.ledger.verify import is_good, verify_pack
from tests.fakes.lesson import PlayedLesson
from tests.fakes.records import Keys

DAYS_S = 2 * 86_400


@pytest.fixture
def lesson(tmp_path: Path) -> Iterator[PlayedLesson]:
    """Give a lesson of two days ago."""
    made = PlayedLesson(tmp_path)
    made.play()
    made.wait(DAYS_S)
    yield made
    made.close()


def carried_out(lesson: PlayedLesson) -> list[int]:
    """Let the console do what it is told, as its own program does."""
    keys = (public_bytes(lesson.device_key), Keys().public)
    gone: list[int] = []
    for order in lesson.agent.owed_erasures():
        found = find_tree(lesson.console.origins(), order.leaves, order.sig, *keys)
        assert found == (lesson.console.origins()[0], OrderedBy.PUPIL)
        gone += lesson.console.erase(found[0], order.leaves, lesson.device)
        lesson.agent.erasure_done(order.sig)
    return gone


def test_R34_the_teachers_copy_and_the_commands_behind_it_go_too(
    lesson: PlayedLesson, tmp_path: Path
) -> None:
    lines = [x for x in lesson.agent.lines(Chain.SHARED) if x.entry]
    commands = [x for x in lines if x.entry and "command" in x.entry.fields]
    lesson.agent.erase(0, OrderedBy.PUPIL, lesson.context())
    assert len(carried_out(lesson)) == len(lines) + len(commands)
    assert lesson.console.copy_for(lesson.device, 1) == []
    assert lesson.agent.owed_erasures() == []
    on_disk = b"".join(x.read_bytes() for x in tmp_path.glob("console.db*"))
    assert b"Pagina 12" not in on_disk
    assert is_good(verify_pack(lesson.pack()))


def test_R34_one_line_is_an_order_for_its_own_leaves(lesson: PlayedLesson) -> None:
    (message,) = lesson.agent.newest(Chain.SHARED, Kind.SHARE)
    lesson.agent.erase(message.sealed.seq, OrderedBy.PUPIL, lesson.context())
    (order,) = lesson.agent.owed_erasures()
    assert message.leaf in order.leaves
    assert len(order.leaves) == 2
    assert carried_out(lesson) == sorted(order.leaves)


def test_an_order_waits_for_its_own_teacher(lesson: PlayedLesson) -> None:
    lesson.agent.erase(0, OrderedBy.PUPIL, lesson.context())
    teacher = lesson.school.teachers[0].id
    assert lesson.agent.owed_erasures(teacher) == lesson.agent.owed_erasures()
    assert lesson.agent.owed_erasures(lesson.school.teachers[1].id) == []


def test_what_no_console_proved_is_owed_by_none(tmp_path: Path) -> None:
    lesson = PlayedLesson(tmp_path)
    lesson.own(Kind.NOTICE, {"notice": "ab" * 32, "lang": "nl"})
    lesson.shared(Kind.NOTE, {"about": 0, "text": "dag"})
    lesson.wait(DAYS_S)
    assert lesson.agent.erase(0, OrderedBy.PUPIL, lesson.context())
    assert lesson.agent.owed_erasures() == []
    lesson.close()
