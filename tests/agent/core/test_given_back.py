# SPDX-License-Identifier: GPL-3.0-or-later
"""What a console still has of lost lines is kept when this laptop wrote it."""

from dataclasses import replace
from datetime import timedelta

from agent.core import commands as c
from agent.core import events as e
from agent.core.given_back import AT_ONCE
from agent.core.record import entry
from consent.ledger import checkpoint as points
from consent.ledger.chain import Sealed
from consent.ledger.draft import Context, Draft
from consent.ledger.kinds import Chain, Kind
from protocol.messages.records import EntryProof, Logged, Receipt, Synced
from tests.fakes.laptop_desk import Console, LaptopDesk
from tests.fakes.ledger import FakeLedger
from tests.fakes.teacher_tree import TeacherTree


def _old(desk: LaptopDesk, count: int, **changes: object) -> list[Sealed]:
    """Make lines that this laptop wrote before it lost its list."""
    old = FakeLedger(desk.device.sign_key, desk.device.id.hex())
    there = Context(
        t=desk.school.now - timedelta(days=1),
        boot_ms=1,
        school=desk.school.trust.school,
        klass=desk.school.class_id,
        pupil=desk.school.slips[0].pupil,
    )
    context = replace(there, **changes)  # type: ignore[arg-type]
    note = Draft(Chain.SHARED, Kind.NOTE, {"about": 0, "text": "hallo"})
    return [old.append_all((note,), context)[0] for _ in range(count)]


def _give(desk: LaptopDesk, lines: list[Sealed]) -> Console:
    """Let a console connect that has these lines."""
    desk.start()
    teacher = desk.connect(synced=False)
    later = tuple(entry(line) for line in lines)
    desk.tell(e.SyncedHeard(teacher.link, Synced(b"", 0, (), (), later, more=False)))
    desk.ping(teacher)
    return teacher


def _sent(teacher: Console) -> list[int]:
    return [x.entry.shared_seq for x in teacher.said(Receipt)]


def _logged(
    desk: LaptopDesk, teacher: Console, line: Sealed, tree: TeacherTree
) -> None:
    leaf, _ = tree.log(line.body or b"", line.salt)
    proof = EntryProof(line.seq, tree.prove(leaf))
    desk.tell(e.WireHeard(teacher.link, Logged(proof)))


def test_R30_lines_that_this_laptop_wrote_are_kept_after_the_gap(
    desk: LaptopDesk,
) -> None:
    lines = _old(desk, 3)
    _give(desk, lines)
    (kept,) = [x for x in desk.did if isinstance(x, c.KeepGiven)]
    assert kept.lines == tuple(lines)
    assert kept.who == desk.school.teachers[0].name
    assert kept.teacher == desk.school.teachers[0].fingerprint
    order = [type(x) for x in desk.did if isinstance(x, c.BeginEpoch | c.KeepGiven)]
    assert order == [c.BeginEpoch, c.KeepGiven]
    assert desk.ledger.bodies(Kind.TROUBLE) == []


def test_R36_what_another_pupil_did_on_this_laptop_is_not_shown(
    desk: LaptopDesk,
) -> None:
    teacher = _give(desk, _old(desk, 2, pupil="ab" * 16))
    assert not [x for x in desk.did if isinstance(x, c.KeepGiven)]
    assert _sent(teacher) == []
    assert desk.ledger.bodies(Kind.GAP)  # no number is used twice all the same


def test_R35_what_is_past_its_time_is_not_taken_back(desk: LaptopDesk) -> None:
    _give(desk, _old(desk, 2, t=desk.school.now - timedelta(days=500)))
    assert not [x for x in desk.did if isinstance(x, c.KeepGiven)]


def test_R33_what_this_laptop_did_not_sign_is_told_and_not_kept(
    desk: LaptopDesk,
) -> None:
    good, bent = _old(desk, 2)
    _give(desk, [good, replace(bent, sig=bytes(64))])
    (kept,) = [x for x in desk.did if isinstance(x, c.KeepGiven)]
    assert kept.lines == (good,)
    assert [x.text("what") for x in desk.ledger.bodies(Kind.TROUBLE)] == ["not_ours"]


def test_a_log_that_does_not_work_keeps_nothing(desk: LaptopDesk) -> None:
    desk.start()
    teacher = desk.connect(synced=False)
    desk.mind.laptop.ledger_ok = False
    later = tuple(entry(line) for line in _old(desk, 1))
    desk.tell(e.SyncedHeard(teacher.link, Synced(b"", 0, (), (), later, more=False)))
    assert not [x for x in desk.did if isinstance(x, c.KeepGiven)]


def test_each_is_sent_once_more_some_at_a_time_and_owes_nothing(
    desk: LaptopDesk,
) -> None:
    lines = _old(desk, AT_ONCE + 3)
    teacher = _give(desk, lines)
    seqs = [line.seq for line in lines]
    desk.move(5, teacher)
    assert _sent(teacher) == seqs[:AT_ONCE]
    for _ in range(2):
        desk.move(5, teacher)
        assert _sent(teacher) == seqs
    assert desk.mind.laptop.debts == {}
    again = desk.connect()
    desk.move(5, again)  # what is not proven is sent on the next link too
    assert _sent(again) == seqs[:AT_ONCE]


def test_R34_where_the_teacher_has_it_is_proven_and_kept(desk: LaptopDesk) -> None:
    line, other = _old(desk, 2)
    teacher = _give(desk, [line, other])
    _logged(desk, teacher, line, teacher.tree)
    (kept,) = [x for x in desk.did if isinstance(x, c.KeepGivenProof)]
    assert (kept.seq, kept.proof.leaf) == (line.seq, 0)
    assert desk.ledger.checkpoint(teacher.tree.origin)
    _logged(desk, teacher, line, teacher.tree)  # a second time says nothing
    assert len([x for x in desk.did if isinstance(x, c.KeepGivenProof)]) == 1


def test_R32_a_proof_of_another_line_is_not_kept(desk: LaptopDesk) -> None:
    line, other = _old(desk, 2)
    teacher = _give(desk, [line, other])
    _logged(desk, teacher, replace(other, seq=line.seq), teacher.tree)
    assert not [x for x in desk.did if isinstance(x, c.KeepGivenProof)]


def test_a_proof_of_a_line_that_did_not_come_back_is_nothing(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    (line,) = _old(desk, 1)
    _logged(desk, teacher, replace(line, seq=40), teacher.tree)
    assert not [x for x in desk.did if isinstance(x, c.KeepGivenProof)]


def _tree(desk: LaptopDesk, console: Console, **part: str) -> TeacherTree:
    parts = {
        "school": desk.school.trust.school,
        "klass": desk.school.class_id,
        "teacher": console.teacher.id,
        "month": "2026-11",
    } | part
    return TeacherTree(points.origin(**parts), console.teacher.holder.sign_key)


def test_R34_a_tree_of_an_older_month_proves_an_older_line(desk: LaptopDesk) -> None:
    (line,) = _old(desk, 1)
    teacher = _give(desk, [line])
    _logged(desk, teacher, line, _tree(desk, teacher))
    (kept,) = [x for x in desk.did if isinstance(x, c.KeepGivenProof)]
    assert points.parse_unchecked(kept.proof.checkpoint).origin.endswith("2026-11")


def test_R32_a_tree_of_another_class_or_teacher_proves_nothing(
    desk: LaptopDesk,
) -> None:
    (line,) = _old(desk, 1)
    teacher = _give(desk, [line])
    for part in ({"klass": "ab" * 16}, {"teacher": "ab" * 16}, {"school": "ab" * 16}):
        _logged(desk, teacher, line, _tree(desk, teacher, **part))
    assert not [x for x in desk.did if isinstance(x, c.KeepGivenProof)]
