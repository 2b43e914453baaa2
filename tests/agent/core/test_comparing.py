# SPDX-License-Identifier: GPL-3.0-or-later
"""D11: a teacher with two trees of one name is found out by what laptops carry."""

import hashlib
from dataclasses import replace

import pytest

from agent.core import comparing
from agent.core import events as e
from consent.documents.command import Verb
from consent.ledger import checkpoint as points
from consent.ledger import tree
from consent.ledger.kinds import Chain, Kind
from protocol.messages.records import Heads, HeadsTaken, HeadWay, ShownHead
from tests.fakes.laptop_desk import Console, LaptopDesk
from tests.fakes.teacher_tree import TeacherTree

HOUR = 60 * 60.0


def second_slot(desk: LaptopDesk) -> Console:
    """The first teacher's lesson is over; the second teacher's console comes."""
    desk.move(50 * 60)
    return desk.connect(teacher=1)


def shown(console: Console) -> tuple[ShownHead, ...]:
    heads = console.said(Heads)
    return heads[0].heads if heads else ()


def seen(desk: LaptopDesk, console: Console, *others: ShownHead) -> None:
    desk.tell(e.WireHeard(console.link, HeadsTaken((), others)))


def head_of(desk: LaptopDesk, other: TeacherTree, teacher: int = 0) -> ShownHead:
    """Give the newest head of a tree as some other laptop showed it."""
    return ShownHead(other.note(), desk.school.teachers[teacher].holder.der)


def second_tree(desk: LaptopDesk, leaves: int, teacher: int = 0) -> TeacherTree:
    """Give another tree of the same name, by the same key."""
    who = desk.school.teachers[teacher]
    origin = points.origin(
        desk.school.trust.school, desk.school.class_id, who.id, "2027-03"
    )
    made = TeacherTree(origin, who.holder.sign_key)
    for n in range(leaves):
        made.log(bytes([n]))
    return made


def way_for(tree_: TeacherTree, note: bytes) -> HeadWay:
    """Prove, as the tree's own console, the way from a head to the newest."""
    size, then = len(tree_.leaves), points.parse_unchecked(note).size
    told = tree.consistency(tree_.told, size, tree_) if tree_.told else ()
    made = HeadWay(
        hashlib.sha256(note).digest(),
        tree_.note(),
        tree_.told,
        told,
        tree.consistency(then, size, tree_),
    )
    tree_.told = size
    return made


def troubles(desk: LaptopDesk) -> list[tuple[str, str]]:
    return [(x.text("what"), x.text("text")) for x in desk.ledger.bodies(Kind.TROUBLE)]


def carried_home(desk: LaptopDesk, head: ShownHead) -> Console:
    """A colleague's console shows a head; then its own teacher's console comes."""
    teacher = desk.lesson()
    colleague = second_slot(desk)
    seen(desk, colleague, head)
    desk.tell(e.LinkEnded(teacher.link))
    desk.tell(e.LinkEnded(colleague.link))
    return desk.connect()


def test_D11_a_colleague_sees_the_head_a_lesson_began_with(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    began = desk.ledger.command_proofs[1].checkpoint
    colleague = second_slot(desk)
    (head,) = shown(colleague)
    assert head.checkpoint == began
    assert head.certificate == teacher.teacher.holder.der
    assert shown(teacher) == ()  # there was no colleague's tree yet


def test_D11_D02_what_a_colleague_sees_does_not_move_with_looks(
    desk: LaptopDesk,
) -> None:
    """Or who connects each minute would learn who shares."""
    teacher = desk.lesson()
    desk.agree()
    before = shown(second_slot(desk))
    desk = LaptopDesk(desk.school, pupil=0)
    teacher = desk.lesson()
    desk.agree()
    for _ in range(5):
        body = teacher.ask(Verb.OVERVIEW_START)
        desk.move(5, teacher, wanted=[body.access])
        teacher.ask(Verb.OVERVIEW_STOP, access=body.access)
        teacher.prove_all()
    newest = desk.ledger.checkpoint(teacher.tree.origin)
    (head,) = shown(second_slot(desk))
    assert newest is not None
    assert points.parse_unchecked(head.checkpoint).size == 1 < newest[0].size
    assert points.parse_unchecked(before[0].checkpoint).size == 1


def test_heads_are_shown_once_a_link(desk: LaptopDesk) -> None:
    desk.lesson()
    colleague = second_slot(desk)
    colleague.ask(Verb.LESSON_START, slot=desk.school.sheet.slots[1].slot)
    desk.sit_down()
    assert len(colleague.said(Heads)) == 1


def test_heads_of_another_class_or_of_long_ago_are_not_shown(desk: LaptopDesk) -> None:
    desk.lesson()
    laptop = desk.mind.laptop
    origin = desk.trees[desk.school.teachers[0].id].origin
    assert comparing._is_ours(laptop, origin)  # noqa: SLF001
    assert comparing._is_ours(laptop, origin.replace("2027-03", "2027-02"))  # noqa: SLF001
    assert not comparing._is_ours(laptop, origin.replace("2027-03", "2027-01"))  # noqa: SLF001
    other = origin.replace(desk.school.class_id, "ab" * 16)
    assert not comparing._is_ours(laptop, other)  # noqa: SLF001


def test_R33_D11_two_roots_of_one_size_are_two_lists(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    other = second_tree(desk, len(teacher.tree.leaves))
    colleague = second_slot(desk)
    seen(desk, colleague, head_of(desk, other))
    assert desk.ledger.forks == [other.note()]
    assert troubles(desk) == [("two_lists", teacher.teacher.name)]


def test_the_same_head_is_no_news(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    colleague = second_slot(desk)
    seen(desk, colleague, head_of(desk, teacher.tree))
    assert desk.ledger.forks == []
    assert desk.ledger.waiting_heads == {}


def test_R33_D11_a_head_whose_way_its_teacher_cannot_show_is_two_lists(
    desk: LaptopDesk,
) -> None:
    """One tree for each pupil: each laptop alone sees nothing wrong."""
    head = head_of(desk, second_tree(desk, 7))
    home = carried_home(desk, head)
    assert shown(home) == (head,)
    seen(desk, home)
    assert desk.ledger.forks == [head.checkpoint]
    assert desk.ledger.waiting_heads == {}
    assert troubles(desk) == [("two_lists", home.teacher.name)]


def test_R33_D11_the_way_of_another_tree_is_none(desk: LaptopDesk) -> None:
    """The console answers from the tree this laptop knows."""
    head = head_of(desk, second_tree(desk, 7))
    home = carried_home(desk, head)
    for n in range(9):
        home.tree.log(bytes([n]))
    way = way_for(home.tree, head.checkpoint)
    desk.tell(e.WireHeard(home.link, HeadsTaken((way,), ())))
    assert desk.ledger.forks == [head.checkpoint]


def test_an_honest_teacher_shows_the_way_from_every_head(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    other_laptops = head_of(desk, teacher.tree)
    teacher.tree.log(b"asked of others")
    further = head_of(desk, teacher.tree)
    teacher.tree.log(b"and more")
    colleague = second_slot(desk)
    seen(desk, colleague, other_laptops, further)
    desk.tell(e.LinkEnded(teacher.link))
    home = desk.connect()
    assert shown(home) == (further,)
    way = way_for(home.tree, further.checkpoint)
    desk.tell(e.WireHeard(home.link, HeadsTaken((way,), ())))
    assert desk.ledger.forks == []
    assert troubles(desk) == []
    assert desk.ledger.waiting_heads == {}
    held = desk.ledger.checkpoint(home.tree.origin)
    assert held is not None
    assert held[0].size == len(home.tree.leaves)


def test_D11_a_console_that_never_answers_is_noted_at_the_links_end(
    desk: LaptopDesk,
) -> None:
    home = carried_home(desk, head_of(desk, second_tree(desk, 7)))
    desk.move(10, home)
    desk.tell(e.LinkEnded(home.link))
    assert len(desk.ledger.forks) == 1
    assert [what for what, _ in troubles(desk)] == ["two_lists"]


def test_a_link_that_fell_at_once_accuses_nobody(desk: LaptopDesk) -> None:
    home = carried_home(desk, head_of(desk, second_tree(desk, 7)))
    desk.move(9, home)
    desk.tell(e.LinkEnded(home.link))
    assert desk.ledger.forks == []
    assert shown(desk.connect()) != ()  # it is shown again


def test_the_pupil_is_told_once_of_each_tree(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    size = len(teacher.tree.leaves)
    others = [second_tree(desk, size), second_tree(desk, size)]
    others[1] = second_tree(desk, 0)
    for n in range(size):
        others[1].log(b"other" + bytes([n]))
    colleague = second_slot(desk)
    seen(desk, colleague, *(head_of(desk, one) for one in others))
    assert len(desk.ledger.forks) == 2
    assert len(troubles(desk)) == 1


@pytest.mark.parametrize("what", ["certificate", "key", "name", "class", "form"])
def test_a_head_nobody_of_this_school_vouches_for_is_nothing(
    desk: LaptopDesk, what: str
) -> None:
    desk.lesson()
    head = head_of(desk, second_tree(desk, 7))
    stranger = LaptopDesk().school
    wrong = {
        "certificate": ShownHead(head.checkpoint, stranger.teachers[0].holder.der),
        "key": ShownHead(head.checkpoint, desk.school.teachers[1].holder.der),
        "name": other_name(desk),
        "class": other_class(desk),
        "form": ShownHead(b"no head", b"no certificate"),
    }[what]
    seen(desk, second_slot(desk), wrong)
    assert desk.ledger.waiting_heads == {}
    assert desk.ledger.forks == []


def other_name(desk: LaptopDesk) -> ShownHead:
    """The second teacher signs a head under the first one's name."""
    tree_ = second_tree(desk, 7)
    tree_.key = desk.school.teachers[1].holder.sign_key
    return head_of(desk, tree_, teacher=1)


def other_class(desk: LaptopDesk) -> ShownHead:
    tree_ = second_tree(desk, 7)
    tree_.origin = tree_.origin.replace(desk.school.class_id, "ab" * 16)
    return head_of(desk, tree_)


def test_a_console_says_nothing_of_its_own_tree_by_this_door(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    seen(desk, teacher, head_of(desk, second_tree(desk, 7)))
    assert desk.ledger.waiting_heads == {}


def test_no_more_heads_are_carried_than_fit(
    desk: LaptopDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparing, "CARRIED_MOST", 3)
    desk.lesson()
    colleague = second_slot(desk)
    for size in range(2, 8):
        seen(desk, colleague, head_of(desk, second_tree(desk, size)))
    assert len(desk.ledger.waiting_heads) == 3


def test_D11_one_colleagues_heads_leave_room_for_anothers(desk: LaptopDesk) -> None:
    """Or a console with two trees fills the laptop before others can show its own."""
    teacher = desk.lesson()
    second = second_slot(desk)
    for size in range(2, 2 + comparing.CARRIED_OF_A_TREE + 3):
        seen(desk, second, head_of(desk, second_tree(desk, size)))
    head = head_of(desk, second_tree(desk, 7, teacher=1), teacher=1)
    seen(desk, teacher, head)
    kept = list(desk.ledger.waiting_heads)
    assert len(kept) == comparing.CARRIED_OF_A_TREE + 1
    assert head.checkpoint in kept


def test_the_line_is_the_pupils_alone(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    seen(desk, second_slot(desk), head_of(desk, second_tree(desk, 1)))
    (line,) = desk.ledger.of_kind(Kind.TROUBLE)
    assert line.sealed.chain is Chain.OWN
    assert teacher.teacher.name in replace(line).entry.text("text")  # type: ignore[union-attr]
