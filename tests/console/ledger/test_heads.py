# SPDX-License-Identifier: GPL-3.0-or-later
"""D11: what two laptops were told lies side by side at a colleague's console."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from consent.ledger import checkpoint, tree
from consent.ledger.checkpoint import Checkpoint, parse_unchecked
from consent.store.console_ledger import ConsoleLedger
from console.ledger.heads import OTHERS_MOST, OTHERS_OF_A_TREE, Answer, answer
from console.ledger.record import Reader, Record
from protocol.codec import encode
from protocol.constants import PART_FRAME_BYTES
from protocol.messages.records import ShownHead
from tests.fakes.certificates import Holder, School
from tests.fakes.papers import BRUSSELS
from tests.fakes.records import KLASS, SCHOOL
from tests.fakes.teacher_tree import TeacherTree


@dataclass
class Staff:
    """One teacher's record on disk, and colleagues by their certificates."""

    school: School
    own: Holder
    record: Record
    ledger: ConsoleLedger

    def colleague(self) -> "Colleague":
        return Colleague(self.school.teacher())

    def hear(self, *shown: ShownHead, class_id: str = KLASS) -> Answer:
        reader = Reader(self.school.device().peer, b"n" * 32)
        ca = self.school.teachers_ca.certificate.public_bytes(Encoding.DER)
        return answer(self.record, reader, shown, class_id, ca)


@dataclass
class Colleague:
    """Another teacher, who may keep one tree or several."""

    holder: Holder

    def head(self, *leaves: bytes, klass: str = KLASS) -> ShownHead:
        origin = checkpoint.origin(SCHOOL, klass, self.holder.id.hex(), "2027-03")
        made = TeacherTree(origin, self.holder.sign_key)
        for leaf in leaves:
            made.log(leaf, bytes(32))
        return ShownHead(made.note(), self.holder.der)


@pytest.fixture
def staff(tmp_path: Path) -> Iterator[Staff]:
    school = School()
    own = school.teacher()
    public = own.sign_key.public_key().public_bytes_raw()
    ledger = ConsoleLedger(tmp_path / "console.db", own.sign_key.sign, public)
    record = Record(ledger, own.peer, own.sign_key, SCHOOL, BRUSSELS)
    yield Staff(school, own, record, ledger)
    record.close()


def own_head(staff: Staff, leaves: int) -> ShownHead:
    """Let our own tree grow, and give its head as a laptop would hold it."""
    origin = checkpoint.origin(SCHOOL, KLASS, staff.own.id.hex(), "2027-03")
    for n in range(leaves):
        staff.ledger.log_command(origin, bytes([n]), bytes(64), "de" * 16, "")
    note = staff.ledger.head(origin)
    assert note is not None
    return ShownHead(note, staff.own.der)


def test_R33_D11_two_heads_of_one_size_come_out_at_the_second_laptop(
    staff: Staff,
) -> None:
    teacher = staff.colleague()
    assert staff.hear(teacher.head(b"amina")).colleagues_agree
    assert not staff.hear(teacher.head(b"bram")).colleagues_agree


def test_D11_a_head_that_cannot_be_compared_travels_on_with_the_next_laptop(
    staff: Staff,
) -> None:
    teacher = staff.colleague()
    first, second = teacher.head(b"1", b"2", b"3"), teacher.head(b"1", b"x")
    assert staff.hear(first).seen.others == ()
    heard = staff.hear(second)
    assert heard.colleagues_agree  # nobody is accused of what is not proven
    assert heard.seen.others == (first,)
    assert staff.hear(first).seen.others == (second,)


def test_a_laptop_without_any_head_is_given_what_others_showed(staff: Staff) -> None:
    head = staff.colleague().head(b"1")
    staff.hear(head)
    assert staff.hear().seen.others == (head,)
    assert staff.hear(class_id="").seen.others == ()
    assert staff.hear(class_id="ab" * 16).seen.others == ()


def test_few_heads_of_a_tree_travel(staff: Staff) -> None:
    teacher = staff.colleague()
    for n in range(1, 7):
        staff.hear(teacher.head(*[b"1"] * n))
    others = staff.hear().seen.others
    assert len(others) == OTHERS_OF_A_TREE
    assert [parse_unchecked(x.checkpoint).size for x in others] == [6, 5]


def test_an_honest_teacher_proves_the_way_from_every_head(staff: Staff) -> None:
    heads = [own_head(staff, 3), own_head(staff, 4)]
    newest = own_head(staff, 5)
    heard = staff.hear(*heads)
    assert heard.ours_agree
    held: Checkpoint | None = None
    for way, head in zip(heard.seen.ways, heads, strict=True):
        assert way.shown == hashlib.sha256(head.checkpoint).digest()
        assert way.checkpoint == newest.checkpoint
        then, now = map(parse_unchecked, (head.checkpoint, way.checkpoint))
        assert tree.verify_consistency(
            then.size, now.size, way.way, then.root, now.root
        )
        assert way.from_size == (held.size if held else 0)
        held = now


def test_D11_a_head_we_never_had_gets_no_way_and_is_told(staff: Staff) -> None:
    own_head(staff, 3)
    forked = Colleague(staff.own).head(b"another")
    heard = staff.hear(forked)
    assert not heard.ours_agree
    assert heard.seen.ways == ()
    assert heard.seen.others == ()


@pytest.mark.parametrize("what", ["certificate", "key", "name", "class", "form"])
def test_a_head_nobody_vouches_for_is_not_kept(staff: Staff, what: str) -> None:
    teacher, other = staff.colleague(), staff.colleague()
    head = teacher.head(b"1")
    wrong = {
        "certificate": ShownHead(head.checkpoint, School().teacher().der),
        "key": ShownHead(head.checkpoint, other.holder.der),
        "name": Colleague(replace(other.holder, id=teacher.holder.id)).head(b"1"),
        "class": teacher.head(b"1", klass="ab" * 16),
        "form": ShownHead(b"no head", b"no certificate"),
    }[what]
    assert staff.hear(wrong).colleagues_agree
    for klass in (KLASS, "ab" * 16):
        assert staff.record.heads.of_class(SCHOOL, klass) == []


def test_the_answer_fits_in_a_message(staff: Staff) -> None:
    for _ in range(20):
        staff.hear(staff.colleague().head(b"1"))
    seen = staff.hear(*[own_head(staff, 1) for _ in range(16)]).seen
    assert (len(seen.ways), len(seen.others)) == (16, OTHERS_MOST)
    assert len(encode(seen)) <= PART_FRAME_BYTES
