# SPDX-License-Identifier: GPL-3.0-or-later
"""The disk's side: each command is done and its outcome told."""

import secrets
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from agent.core import commands as c
from agent.core import events as e
from agent.daemon.journal import Journal
from agent.daemon.kept_choices import KeptChoices
from consent.ledger.chain import commit
from consent.ledger.draft import Context, Draft
from consent.ledger.erasure import OrderedBy
from consent.ledger.kinds import Chain, Kind
from consent.ledger.receipt import Growth, Proof
from consent.purpose import Purpose
from protocol.messages.records import ShownLeaf
from tests.agent.daemon.conftest import Disk
from tests.fakes.clock import MONDAY_MORNING
from tests.fakes.lesson import PlayedLesson
from tests.fakes.school import School
from tests.fakes.teacher_tree import TeacherTree

KLASS, TEACHER = "4b" * 16, "ab" * 32
CONTEXT = Context(t=MONDAY_MORNING, boot_ms=5, school="5c" * 16, klass=KLASS)
NOTE = Draft(Chain.SHARED, Kind.NOTE, {"about": 0, "text": "hallo"})
LESSON_END = Draft(
    Chain.SHARED,
    Kind.LESSON,
    {
        "what": "end",
        "teacher": TEACHER,
        "teacher_name": "Juf An",
        "command": "",
        "command_sig": "",
        "leaf": 0,
    },
)
KEY = (KLASS, Purpose.VIEW)


def _break(disk: Disk) -> None:
    """Take the file away under the ledger's feet."""
    disk.ledger._file.path.unlink()  # noqa: SLF001 -- there is no polite way to break it


def test_lines_are_on_disk_when_it_is_told(disk: Disk) -> None:
    disk.journal.record(c.Append(7, (NOTE,), CONTEXT))
    (told,) = disk.told
    assert isinstance(told, e.EntryWritten)
    assert (told.token, told.lines[0].seq) == (7, 1)
    assert disk.ledger.last_seq(Chain.SHARED) == 1


def test_refusals_become_a_line_and_a_number(disk: Disk) -> None:
    journal = disk.journal
    for _ in range(5):
        journal.record(c.NoteRefused("view", "opt_out", TEACHER, CONTEXT))
    journal.record(c.FlushRefused("", CONTEXT))
    counts = [
        x.entry.number("count")
        for x in disk.ledger.lines(Chain.OWN)
        if x.entry is not None
    ]
    assert counts == [1, 4]


def test_a_gap_names_what_is_missing(disk: Disk) -> None:
    disk.journal.record(c.Append(1, (LESSON_END,), CONTEXT))
    disk.journal.record(c.AppendGap(TEACHER, CONTEXT))
    assert disk.ledger.unproven(TEACHER) == [] or disk.ledger.newest(
        Chain.SHARED, Kind.GAP
    )


def test_a_new_epoch_begins_behind_what_was_lost(disk: Disk) -> None:
    disk.journal.record(c.BeginEpoch(1, 9, CONTEXT))
    assert disk.ledger.epoch() == 2
    assert disk.ledger.last_seq(Chain.SHARED) == 10


def test_proofs_heads_and_forks_are_kept(disk: Disk, school: School) -> None:
    journal = disk.journal
    journal.record(c.Append(1, (LESSON_END,), CONTEXT))
    origin = f"inzage/{'5c' * 16}/{KLASS}/{'7e' * 16}/2027-03"
    tree = TeacherTree(origin, school.teachers[0].holder.sign_key)
    leaf, salt = tree.log(b"command")
    wire = tree.prove(leaf)
    proof = Proof(
        wire.leaf, wire.checkpoint, wire.inclusion, wire.from_size, wire.consistency
    )
    journal.record(c.KeepGrowth(Growth(wire.checkpoint, 0, ())))
    journal.record(c.KeepCommandProof(1, salt, proof))
    journal.record(c.KeepProof(1, proof))
    journal.record(c.KeepFork(wire.checkpoint))
    held = disk.ledger.checkpoint(origin)
    assert held is not None
    assert held[0].size == 1
    assert disk.ledger.lines(Chain.SHARED)[0].is_proven


def test_R34_an_order_that_was_carried_out_is_let_go(tmp_path: Path) -> None:
    lesson = PlayedLesson(tmp_path)
    lesson.play()
    lesson.wait(2 * 86_400)
    lesson.agent.erase(0, OrderedBy.PUPIL, lesson.context())
    (order,) = lesson.agent.owed_erasures()
    journal = Journal(lesson.agent, KeptChoices(tmp_path / "choices"), lambda _: None)
    journal.record(c.KeepErased(order.sig))
    assert lesson.agent.owed_erasures() == []
    lesson.close()


def test_a_copy_is_laid_beside_our_own_lines(disk: Disk) -> None:
    journal = disk.journal
    journal.record(c.Append(1, (NOTE,), CONTEXT))
    line = disk.ledger.lines(Chain.SHARED)[0].sealed
    assert line.body is not None
    assert line.salt is not None
    same = ShownLeaf(1, line.body, line.salt, 0)
    other = ShownLeaf(1, line.body, secrets.token_bytes(32), 0)
    assert commit(other.salt, other.body) != line.commitment
    journal.record(c.CompareCopy(3, (same,), last=False))
    journal.record(c.CompareCopy(3, (same, other), last=True))
    assert disk.told[1:] == [
        e.CopyCompared(3, agrees=True, last_seq=1, last=False),
        e.CopyCompared(3, agrees=False, last_seq=1, last=True),
    ]


def test_a_fault_is_told_once_and_mended_with_a_line(
    disk: Disk, caplog: pytest.LogCaptureFixture
) -> None:
    journal = disk.journal
    journal.try_again(CONTEXT)
    assert disk.told == []
    _break(disk)
    journal.record(c.Append(7, (NOTE,), CONTEXT))
    journal.record(c.NoteRefused("view", "opt_out", TEACHER, CONTEXT))
    assert [type(x) for x in disk.told] == [e.EntryFailed, e.EntryFailed]
    assert [x.token for x in disk.told if isinstance(x, e.EntryFailed)] == [7, 0]
    assert caplog.text.count("nobody can look") == 1
    journal.try_again(CONTEXT)
    caplog.clear()


def test_choices_are_stored_and_told(disk: Disk) -> None:
    until = MONDAY_MORNING + timedelta(days=9)
    journal = disk.journal
    journal.choose(c.StoreYes(KEY, "9a" * 16, until, 1, 4))
    assert disk.kept.says_yes(*KEY)
    journal.choose(c.StoreNo((KEY,), 5))
    assert not disk.kept.says_yes(*KEY)
    journal.choose(c.StorePause(None, 6))
    assert disk.kept.paused(MONDAY_MORNING) is not None
    journal.choose(c.StoreResume(7))
    assert disk.kept.paused(MONDAY_MORNING) is None
    assert disk.told == [
        e.YesKept(KEY, 4),
        e.NoKept(5),
        e.NoKept(6),
        e.ResumeKept(7),
    ]


def test_a_choice_the_disk_refuses_is_told_by_its_kind(
    disk: Disk, caplog: pytest.LogCaptureFixture
) -> None:
    folder = disk.ledger._file.path.parent / "choices"  # noqa: SLF001 -- (idem)
    disk.journal.choose(c.StorePause(None, 5))
    (folder / "pause").unlink()
    (folder / "pause").mkdir()
    (folder / KLASS).mkdir()
    (folder / KLASS / "yes-view").mkdir()
    until = MONDAY_MORNING + timedelta(days=9)
    disk.journal.choose(c.StorePause(None, 6))
    disk.journal.choose(c.StoreResume(7))
    disk.journal.choose(c.StoreYes(KEY, "9a" * 16, until, 1, 8))
    assert disk.told[1:] == [e.PauseNotKept(6), e.ResumeNotKept(), e.YesNotKept(KEY)]
    assert "nobody can look" in caplog.text
    caplog.clear()


def test_a_no_the_disk_refuses_is_named(disk: Disk) -> None:
    until = MONDAY_MORNING + timedelta(days=9)
    disk.journal.choose(c.StoreYes(KEY, "9a" * 16, until, 1, 4))
    file = disk.ledger._file.path.parent / "choices" / KLASS / "yes-view"  # noqa: SLF001 -- (idem)
    file.unlink()
    file.mkdir()
    disk.journal.choose(c.StoreNo((KEY,), 5))
    assert disk.told[-1] == e.NoNotKept((KEY,))


def test_R30_what_came_back_is_kept_beside_the_record(tmp_path: Path) -> None:
    lesson = PlayedLesson(tmp_path)
    lesson.play()
    lesson.lose_list()
    lines = tuple(line.sealed for line in lesson.agent.given())
    lesson.lose_list()
    gone = sqlite3.connect(tmp_path / "ledger.db")
    gone.execute("DELETE FROM given")
    gone.commit()
    gone.close()
    journal = Journal(lesson.agent, KeptChoices(tmp_path / "choices"), lambda _: None)
    journal.record(c.KeepGiven(lines, TEACHER, "An"))
    assert tuple(line.sealed for line in lesson.agent.given()) == lines
    (place,) = lesson.console.log_entries(lesson.origin, lines[:1], lesson.device, "")
    proof = lesson.console.proof_for(place.origin, place.leaf, 0)
    journal.record(c.KeepGivenProof(lines[0].seq, proof))
    assert len(lesson.agent.given_unproven(TEACHER, 0)) == len(lines) - 1
    lesson.close()
