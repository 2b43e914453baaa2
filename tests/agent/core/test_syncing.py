# SPDX-License-Identifier: GPL-3.0-or-later
"""Both records are told before anything is asked; what is missing is sent again."""

from agent.core import commands as c
from agent.core import events as e
from agent.core.record import entry
from consent.documents.command import Verb
from consent.ledger import tree
from consent.ledger.draft import Context, Draft
from consent.ledger.kinds import Chain, Kind
from consent.ledger.receipt import Growth
from protocol.messages.link import Ready
from protocol.messages.records import EntryProof, Sync, Synced
from tests.fakes.laptop_desk import EMPTY, Console, LaptopDesk
from tests.fakes.ledger import FakeLedger


def _again(desk: LaptopDesk, teacher: Console) -> Console:
    """The link is lost and the same console dials again; nothing is answered yet."""
    desk.tell(e.LinkEnded(teacher.link))
    return desk.connect(synced=False)


def _prove(console: Console, sync: Sync) -> tuple[EntryProof, ...]:
    proofs = []
    for line in sync.unproven:
        leaf, _ = console.tree.log(line.body, line.salt)
        proofs.append(EntryProof(line.shared_seq, console.tree.prove(leaf)))
    return tuple(proofs)


def test_the_first_word_tells_how_far_that_teachers_lines_go(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    again = _again(desk, teacher)
    (sync,) = again.said(Sync)
    assert sync.shared_seq == desk.ledger.last_seq(Chain.SHARED)
    assert sync.shared_head == desk.ledger.head(Chain.SHARED)
    assert sync.checkpoint == teacher.tree.note()
    assert again.said(Ready) == []


def test_what_is_proven_on_this_link_is_no_gap(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    teacher.ask(Verb.MESSAGE)
    again = _again(desk, teacher)
    (sync,) = again.said(Sync)
    assert [x.shared_seq for x in sync.unproven] == [2]
    proofs = _prove(again, sync)
    desk.tell(e.SyncedHeard(again.link, Synced(b"", 0, (), proofs, (), more=False)))
    assert again.said(Ready)
    assert desk.ledger.bodies(Kind.GAP) == []
    assert desk.mind.laptop.debts == {}


def test_R32_what_is_still_missing_is_a_gap_and_stays_a_debt(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    teacher.ask(Verb.MESSAGE)
    again = _again(desk, teacher)
    desk.tell(e.SyncedHeard(again.link, EMPTY))
    (gap,) = desk.ledger.bodies(Kind.GAP)
    assert (gap.number("from"), gap.number("to")) == (2, 2)
    desk.ping(again)
    again.ask(Verb.LESSON_START)
    again.is_honest = False
    desk.move(11, again)
    refused = again.ask(Verb.OVERVIEW_START)
    assert len(desk.nos(refused.seq)) == 1
    again.ask(Verb.LESSON_END)
    again.ask(Verb.LESSON_START, lesson="ab" * 16)
    assert 2 in desk.mind.laptop.debts  # a console names lessons as it likes


def test_R32_a_lesson_of_another_slot_forgives_what_became_a_gap(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    teacher.ask(Verb.MESSAGE)
    again = _again(desk, teacher)
    desk.tell(e.SyncedHeard(again.link, EMPTY))
    desk.move(50 * 60)
    assert 2 in desk.mind.laptop.debts
    colleague = desk.connect(teacher=1)
    slot = desk.school.sheet.slots[1].slot
    colleague.ask(Verb.LESSON_START, slot=slot, lesson="ab" * 16)
    assert 2 not in desk.mind.laptop.debts


def test_proofs_may_come_in_parts(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    teacher.ask(Verb.MESSAGE)
    again = _again(desk, teacher)
    part = Synced(b"", 0, (), (), (), more=True)
    desk.tell(e.SyncedHeard(again.link, part))
    assert again.said(Ready) == []
    proofs = _prove(again, again.said(Sync)[0])
    desk.tell(e.SyncedHeard(again.link, Synced(b"", 0, (), proofs, (), more=False)))
    assert again.said(Ready)
    assert desk.ledger.bodies(Kind.GAP) == []


def test_many_lines_travel_in_messages_that_fit(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    for n in range(60):
        teacher.ask(Verb.MESSAGE, args={"text": f"{n} " + "x" * 270})
    again = _again(desk, teacher)
    syncs = again.said(Sync)
    assert len(syncs) > 1
    assert [x.more for x in syncs] == [True] * (len(syncs) - 1) + [False]
    assert sum(len(x.unproven) for x in syncs) == 60


def test_a_colleagues_lines_are_never_told(desk: LaptopDesk) -> None:
    desk.lesson().ask(Verb.MESSAGE)
    other = desk.connect(1, synced=False)
    (sync,) = other.said(Sync)
    assert sync.unproven == ()
    assert (sync.shared_seq, sync.shared_head) == (0, bytes(32))


def test_a_growth_without_proofs_is_kept(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    again = _again(desk, teacher)
    again.tree.log(b"another laptop's command")
    size = len(again.tree.leaves)
    way = tree.consistency(again.tree.told, size, again.tree)
    growth = Growth(again.tree.note(), again.tree.told, way)
    word = Synced(
        growth.checkpoint, growth.from_size, growth.consistency, (), (), more=False
    )
    desk.tell(e.SyncedHeard(again.link, word))
    held = desk.ledger.checkpoint(again.tree.origin)
    assert held is not None
    assert held[0].size == size


def test_lines_that_this_laptop_lost_begin_a_new_epoch(desk: LaptopDesk) -> None:
    desk.start()
    old = FakeLedger(desk.device.sign_key, desk.device.id.hex())
    context = Context(t=desk.school.now, boot_ms=1, school=desk.school.trust.school)
    note = Draft(Chain.SHARED, Kind.NOTE, {"about": 0, "text": "hallo"})
    lost = [old.append_all((note,), context)[0] for _ in range(3)]
    teacher = desk.connect(synced=False)
    later = tuple(entry(line) for line in lost)
    desk.tell(e.SyncedHeard(teacher.link, Synced(b"", 0, (), (), later, more=False)))
    (begun,) = [x for x in desk.did if isinstance(x, c.BeginEpoch)]
    assert (begun.epoch, begun.known) == (1, 3)
    assert desk.ledger.epoch() == 2
    assert desk.ledger.last_seq(Chain.SHARED) == 4


def test_R33_lines_that_this_laptop_never_signed_change_nothing_and_are_told(
    desk: LaptopDesk,
) -> None:
    desk.start()
    foreign = FakeLedger(desk.pupil_key, desk.device.id.hex())
    context = Context(t=desk.school.now, boot_ms=1, school=desk.school.trust.school)
    note = Draft(Chain.SHARED, Kind.NOTE, {"about": 0, "text": "hallo"})
    (line,) = foreign.append_all((note,), context)
    teacher = desk.connect(synced=False)
    word = Synced(b"", 0, (), (), (entry(line),), more=False)
    desk.tell(e.SyncedHeard(teacher.link, word))
    assert desk.ledger.epoch() == 1
    assert teacher.said(Ready)
    (told,) = desk.ledger.bodies(Kind.TROUBLE)
    assert (told.text("what"), told.text("text")) == ("not_ours", teacher.teacher.name)


def test_a_proof_of_nothing_is_nothing(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    leaf, _ = teacher.tree.log(b"x")
    proof = EntryProof(99, teacher.tree.prove(leaf))
    teacher.tree.told = 0
    desk.tell_wire(teacher, proof)
    assert not any(isinstance(x, c.KeepProof) and x.seq == 99 for x in desk.did)


def test_a_proof_of_another_line_pays_no_debt(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    teacher.ask(Verb.MESSAGE)
    leaf, _ = teacher.tree.log(b"something else")
    desk.tell_wire(teacher, EntryProof(2, teacher.tree.prove(leaf)))
    assert 2 in desk.mind.laptop.debts


def test_an_answer_on_a_link_that_is_gone_is_nothing(desk: LaptopDesk) -> None:
    desk.start()
    desk.tell(e.SyncedHeard(7, EMPTY))
    assert desk.mind.laptop.links == {}


def test_lines_that_are_here_already_begin_no_epoch(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    line = next(x.sealed for x in desk.ledger.rows if x.sealed.chain is Chain.SHARED)
    again = _again(desk, teacher)
    word = Synced(b"", 0, (), (), (entry(line),), more=False)
    desk.tell(e.SyncedHeard(again.link, word))
    assert not [x for x in desk.did if isinstance(x, c.BeginEpoch)]
