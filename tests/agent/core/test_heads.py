# SPDX-License-Identifier: GPL-3.0-or-later
"""Each teacher has one tree that only grows; a second history is kept as evidence."""

from agent.core import commands as c
from agent.core import heads
from consent.documents.command import Verb
from consent.ledger import checkpoint as points
from consent.ledger.receipt import Growth
from protocol.messages.records import EntryProof
from tests.fakes.laptop_desk import Console, LaptopDesk
from tests.fakes.teacher_tree import TeacherTree


def _kept(desk: LaptopDesk) -> list[c.KeepGrowth]:
    return [x for x in desk.did if isinstance(x, c.KeepGrowth)]


def _other_tree(teacher: Console, origin: str | None = None) -> TeacherTree:
    return TeacherTree(origin or teacher.tree.origin, teacher.teacher.holder.sign_key)


def test_each_command_brings_the_newer_head(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    before = len(_kept(desk))
    teacher.ask(Verb.MESSAGE)
    teacher.ask(Verb.MESSAGE)
    assert len(_kept(desk)) == before + 2
    held = desk.ledger.checkpoint(teacher.tree.origin)
    assert held is not None
    assert held[0].size == len(teacher.tree.leaves)


def test_R32_D11_a_second_tree_is_kept_as_evidence_and_opens_nothing(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    teacher.tree = _other_tree(teacher)
    body = teacher.ask(Verb.MESSAGE)
    assert len(desk.nos(body.seq)) == 1
    assert len(desk.ledger.forks) == 1


def test_R32_a_proof_from_a_head_that_is_not_held_opens_nothing(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    teacher.tree.told = 1
    body = teacher.ask(Verb.MESSAGE)
    assert len(desk.nos(body.seq)) == 1
    assert desk.ledger.forks == []


def test_R32_another_classs_tree_opens_nothing(desk: LaptopDesk) -> None:
    desk.start()
    desk.sit_down()
    teacher = desk.connect()
    teacher.tree = _other_tree(
        teacher,
        points.origin(
            desk.school.trust.school, "ab" * 16, teacher.teacher.id, "2027-03"
        ),
    )
    body = teacher.ask(Verb.LESSON_START)
    assert len(desk.nos(body.seq)) == 1


def test_last_months_tree_opens_nothing(desk: LaptopDesk) -> None:
    desk.start()
    desk.sit_down()
    teacher = desk.connect()
    teacher.tree = _other_tree(teacher, teacher.tree.origin.replace("-03", "-02"))
    body = teacher.ask(Verb.LESSON_START)
    assert len(desk.nos(body.seq)) == 1


def test_a_head_that_is_held_already_is_not_kept_twice(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    link = desk.mind.laptop.links[teacher.link]
    before = len(desk.did)
    growth = Growth(teacher.tree.note(), teacher.tree.told, ())
    assert heads.grow(desk.mind.laptop, link, growth)
    assert desk.did[before:] == desk.mind.laptop.out == []


def test_a_head_that_is_none_is_no(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    link = desk.mind.laptop.links[teacher.link]
    assert not heads.grow(desk.mind.laptop, link, Growth(b"junk", 0, ()))


def test_the_newest_head_is_shown_to_its_own_console(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    link = desk.mind.laptop.links[teacher.link]
    assert heads.newest(desk.mind.laptop, link) == teacher.tree.note()
    other = desk.connect(1)
    theirs = desk.mind.laptop.links[other.link]
    assert heads.newest(desk.mind.laptop, theirs) == b""


def test_a_laptop_without_papers_believes_no_tree(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    link = desk.mind.laptop.links[teacher.link]
    desk.mind.laptop.klass = ""
    assert heads.newest(desk.mind.laptop, link) == b""


def test_two_proofs_may_lean_on_one_head(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    teacher.ask(Verb.MESSAGE)
    teacher.ask(Verb.MESSAGE)
    lines = [x.sealed for x in desk.ledger.unproven(teacher.teacher.fingerprint)]
    leaves = [teacher.tree.log(x.body or b"", x.salt)[0] for x in lines]
    proofs = [teacher.tree.prove(leaf) for leaf in leaves]
    for line, proof in zip(lines, proofs, strict=True):
        desk.tell_wire(teacher, EntryProof(line.seq, proof))
    assert desk.mind.laptop.debts == {}
