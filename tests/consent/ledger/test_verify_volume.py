# SPDX-License-Identifier: GPL-3.0-or-later
"""R-39: a good volume is good; whatever is changed in one is found and said.

The attacker is the teacher's own program: it has the key, and tells the story anew.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consent.documents.command import Verb
from consent.documents.signed import Signer, public_bytes
from consent.ledger import archive, chain, tree, volume
from consent.ledger.checkpoint import Checkpoint, encode_signed
from consent.ledger.checks.finding import Finding
from consent.ledger.checks.volume.leaves import Grown
from consent.ledger.erasure import order_bytes
from consent.ledger.leaf import Leaf
from consent.ledger.verify import is_good, verify, verify_pack
from consent.ledger.volume import VolumeExport
from consent.ledger.volume_lines import Order
from tests.fakes.lesson import PlayedLesson

Change = Callable[[VolumeExport], VolumeExport]


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlayedLesson]:
    made = PlayedLesson(tmp_path_factory.mktemp("lesson"))
    made.play()
    yield made
    made.close()


@pytest.fixture(scope="module")
def good(lesson: PlayedLesson) -> bytes:
    return lesson.volume()


def codes(found: list[Finding]) -> set[str]:
    assert all(one.sentence_nl and one.sentence_en for one in found)
    return {one.code for one in found if not one.ok}


def built(lesson: PlayedLesson, export: VolumeExport, **changed: object) -> bytes:
    made = lesson.now + timedelta(days=1)
    fields: dict[str, object] = {"made": made, "sign": lesson.teacher_key.sign}
    held = fields | changed
    own = lesson.school.teachers[0].holder.der
    papers = lesson.school.papers_for_console()
    return volume.build(export, held["made"], own, papers, held["sign"])  # type: ignore[arg-type]


def told_anew(lesson: PlayedLesson, change: Change, *, signed: bool = True) -> set[str]:
    """Change the record, grow and sign the tree anew if asked, and verify it."""
    export = change(lesson.console.volume(lesson.origin))
    if signed:
        export = replace(export, head=signed_head(lesson, export))
    return codes(verify_pack(built(lesson, export)))


def signed_head(lesson: PlayedLesson, export: VolumeExport) -> bytes:
    made = Grown([leaf.commitment for leaf in export.leaves])
    point = Checkpoint(export.origin, made.size, made.root(made.size))
    key = lesson.teacher_key
    return encode_signed(point, key.sign, public_bytes(key))


def numbered(leaves: list[Leaf]) -> list[Leaf]:
    return [replace(leaf, n=n) for n, leaf in enumerate(leaves)]


def line_at(export: VolumeExport, number: int) -> int:
    """Find the place of the n-th line of a laptop."""
    lines = [n for n, leaf in enumerate(export.leaves) if leaf.sealed is not None]
    return lines[number]


def edited(export: VolumeExport, place: int, **changed: object) -> VolumeExport:
    leaves = list(export.leaves)
    leaves[place] = replace(leaves[place], **changed)  # type: ignore[arg-type]
    return replace(export, leaves=leaves)


# --- Good -----------------------------------------------------------------------------


def test_R39_a_good_volume_is_good(good: bytes) -> None:
    found = verify_pack(good)
    assert is_good(found)
    said = {one.code for one in found}
    assert {"volume", "papers", "leaves", "volume_lines", "no_own"} <= said
    assert found[-1].code == "root_unknown"


def test_the_number_of_the_school_counts_for_a_volume_too(
    lesson: PlayedLesson, good: bytes
) -> None:
    assert verify_pack(good, lesson.school.root_sha256)[-1].code == "root"
    assert codes(verify_pack(good, "00" * 32)) == {"wrong_root"}


# --- The file was changed -------------------------------------------------------------


@given(data=st.data())
def test_R39_any_changed_byte_of_a_volume_is_found(
    good: bytes, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(good) - 1))
    changed = bytearray(good)
    changed[at] ^= data.draw(st.integers(1, 255))
    assert not is_good(verify_pack(bytes(changed)))


def test_an_added_or_missing_member_is_found(good: bytes) -> None:
    members = dict(archive.read(good).members)
    more = archive.write({**members, "more.txt": b""})
    assert codes(verify_pack(more)) == {"member_added"}
    for name in members:
        less = archive.write({key: x for key, x in members.items() if key != name})
        assert codes(verify_pack(less)), name


def test_a_volume_that_was_cut_says_so(good: bytes) -> None:
    for size in range(2_000, len(good), 4_001):
        assert "cut" in codes(verify_pack(good[:size]))


def test_a_signature_of_another_key_is_found(lesson: PlayedLesson) -> None:
    export = lesson.console.volume(lesson.origin)
    forged = built(lesson, export, sign=lesson.device_key.sign)
    assert codes(verify_pack(forged)) == {"volume_sig"}


def test_random_bytes_in_a_part_never_break_the_check(
    lesson: PlayedLesson, good: bytes
) -> None:
    chance = random.Random(7)
    export = lesson.console.volume(lesson.origin)
    for name in (volume.HEAD, volume.SHOWN):
        for _ in range(6):
            noise = chance.randbytes(chance.randrange(200))
            bent = (
                replace(export, head=noise)
                if name == volume.HEAD
                else replace(export, shown=[noise])
            )
            found = verify_pack(built(lesson, bent))
            assert name == volume.SHOWN or not is_good(found)


# --- The story was told anew, with the teacher's own key ------------------------------


def test_R33_an_omitted_leaf_is_found_by_the_signed_head(lesson: PlayedLesson) -> None:
    def omit(export: VolumeExport) -> VolumeExport:
        return replace(
            export, leaves=numbered([*export.leaves[:3], *export.leaves[4:]])
        )

    assert "volume_root" in told_anew(lesson, omit, signed=False)


def test_R33_an_omitted_line_shows_in_the_laptops_own_chain(
    lesson: PlayedLesson,
) -> None:
    """With one line out and all signed anew, the lines around it do not meet."""

    def edit(export: VolumeExport) -> VolumeExport:
        place = line_at(export, 4)
        line = export.leaves[place].sealed
        assert line is not None
        after = next(
            n
            for n, leaf in enumerate(export.leaves)
            if leaf.sealed is not None and leaf.sealed.seq == line.seq + 1
        )
        moved = export.leaves[after].sealed
        assert moved is not None
        bent = replace(moved, prev=bytes(32))
        return edited(export, after, sealed=bent)

    assert {"leaf_line", "line_link"} <= told_anew(lesson, edit)


def test_R33_an_edited_text_is_found(lesson: PlayedLesson) -> None:
    def edit(export: VolumeExport) -> VolumeExport:
        body = export.leaves[0].body or b""
        return edited(export, 0, body=body.replace(b"lesson_start", b"lesson_end"))

    assert told_anew(lesson, edit) == {"leaf_text"}


def test_R33_an_edited_line_with_a_new_commitment_is_found(
    lesson: PlayedLesson,
) -> None:
    """The teacher's program can sign any tree, but no line of a laptop."""

    def edit(export: VolumeExport) -> VolumeExport:
        place = line_at(export, 1)
        leaf = export.leaves[place]
        assert leaf.sealed is not None
        assert leaf.salt is not None
        body = (leaf.body or b"").replace(b"Peeters", b"Jan")
        made = chain.commit(leaf.salt, body)
        sealed = replace(leaf.sealed, body=body, commitment=made)
        return edited(export, place, body=body, commitment=made, sealed=sealed)

    assert "leaf_line" in told_anew(lesson, edit)


def test_R33_a_forged_command_is_found(lesson: PlayedLesson) -> None:
    def forge(export: VolumeExport) -> VolumeExport:
        leaf = export.leaves[0]
        assert leaf.salt is not None
        body = (leaf.body or b"").replace(b'"seq":1', b'"seq":7')
        made = chain.commit(leaf.salt, body)
        return edited(export, 0, body=body, commitment=made)

    assert "leaf_command" in told_anew(lesson, forge)


def test_R33_leaves_in_another_order_are_found(lesson: PlayedLesson) -> None:
    def turn(export: VolumeExport) -> VolumeExport:
        first = line_at(export, 0)
        asked = next(
            n
            for n, leaf in enumerate(export.leaves)
            if n < first and leaf.sealed is None
        )
        leaves = list(export.leaves)
        leaves[asked], leaves[first] = leaves[first], leaves[asked]
        return replace(export, leaves=numbered(leaves))

    assert "volume_root" in told_anew(lesson, turn, signed=False)
    assert "leaf_place" in told_anew(lesson, turn)


def test_R33_two_lines_of_one_number_are_found(lesson: PlayedLesson) -> None:
    def double(export: VolumeExport) -> VolumeExport:
        place = line_at(export, 2)
        leaf = export.leaves[place]
        assert leaf.sealed is not None
        other = replace(leaf, sealed=replace(leaf.sealed, head=b"h" * 32))
        return replace(export, leaves=numbered([*export.leaves, other]))

    assert {"line_twice", "leaf_line"} <= told_anew(lesson, double)


def test_a_line_without_its_laptops_certificate_is_found(lesson: PlayedLesson) -> None:
    assert told_anew(lesson, lambda x: replace(x, devices={})) == {"leaf_line"}
    stranger = {"ab" * 32: lesson.school.teachers[1].holder.der}
    found = told_anew(lesson, lambda x: replace(x, devices={**x.devices, **stranger}))
    assert found == {"wrong_device"}


def test_a_head_of_another_teacher_is_found(lesson: PlayedLesson) -> None:
    other = lesson.school.teachers[1].holder.sign_key

    def sign(export: VolumeExport) -> VolumeExport:
        made = Grown([leaf.commitment for leaf in export.leaves])
        point = Checkpoint(export.origin, made.size, made.root(made.size))
        return replace(
            export, head=encode_signed(point, other.sign, public_bytes(other))
        )

    assert told_anew(lesson, sign, signed=False) == {"volume_head"}


# --- Erasure --------------------------------------------------------------------------


def erased(export: VolumeExport, place: int, *orders: Order) -> VolumeExport:
    leaf = export.leaves[place]
    sealed = replace(leaf.sealed, body=None, salt=None) if leaf.sealed else None
    gone = edited(export, place, body=None, salt=None, sealed=sealed)
    return replace(gone, orders=orders)


def test_R34_D17_what_the_teacher_alone_erased_is_found(lesson: PlayedLesson) -> None:
    """Without an order, and with one that the teacher signed."""

    def by_teacher(export: VolumeExport) -> VolumeExport:
        place = line_at(export, 2)
        order = order_bytes(export.origin, [place])
        return erased(export, place, Order((place,), lesson.teacher_key.sign(order)))

    def by_nobody(export: VolumeExport) -> VolumeExport:
        return erased(export, line_at(export, 2))

    assert told_anew(lesson, by_teacher) == {"leaf_erased"}
    assert told_anew(lesson, by_nobody) == {"leaf_erased"}


@pytest.mark.parametrize("by", ["device", "dpo"])
def test_R34_what_the_pupil_or_the_officer_ordered_is_no_fault(
    lesson: PlayedLesson, by: str
) -> None:
    keys = {"device": lesson.device_key, "dpo": lesson.school.keys[Signer.DPO]}

    def erase(export: VolumeExport) -> VolumeExport:
        place = line_at(export, 2)
        order = order_bytes(export.origin, [place])
        return erased(export, place, Order((place,), keys[by].sign(order)))

    assert told_anew(lesson, erase) == set()
    export = erase(lesson.console.volume(lesson.origin))
    said = {one.code for one in verify_pack(built(lesson, export))}
    assert "leaves_erased" in said


def test_an_order_for_another_leaf_excuses_nothing(lesson: PlayedLesson) -> None:
    def erase(export: VolumeExport) -> VolumeExport:
        place = line_at(export, 2)
        order = order_bytes(export.origin, [place + 1])
        sig = lesson.device_key.sign(order)
        return erased(export, place, Order((place + 1,), sig))

    assert told_anew(lesson, erase) == {"leaf_erased"}


def test_R35_after_its_time_of_keeping_text_may_be_gone(lesson: PlayedLesson) -> None:
    export = erased(lesson.console.volume(lesson.origin), 0)
    late = lesson.now + timedelta(days=500)
    found = codes(verify_pack(built(lesson, export, made=late)))
    assert "leaf_erased" not in found


# --- One side only --------------------------------------------------------------------


def test_what_one_side_cannot_tell_is_said_and_is_no_fault(tmp_path: Path) -> None:
    lesson = PlayedLesson(tmp_path)
    lesson.lesson("start")
    lesson.look("view", None)
    lesson.ask(Verb.VIEW_STOP, reason_code="", args={})
    lesson.confirm()
    lesson.wait(3_600)
    found = verify(lesson.volume()).found
    assert codes(found) == set()
    assert {"one_sided", "unanswered"} <= {one.code for one in found}
    lesson.close()


def test_a_limit_that_was_passed_shows_in_the_teachers_own_list(tmp_path: Path) -> None:
    lesson = PlayedLesson(tmp_path)
    lesson.lesson("start")
    for _ in range(6):
        lesson.look("view", 120, granted_s=120)
    lesson.confirm()
    assert "cap" in codes(verify_pack(lesson.volume()))
    lesson.close()


def test_the_tree_is_grown_as_the_console_grew_it(lesson: PlayedLesson) -> None:
    export = lesson.console.volume(lesson.origin)
    made = Grown([leaf.commitment for leaf in export.leaves])
    assert signed_head(lesson, export) == export.head
    assert made.root(0) == tree.EMPTY_ROOT
