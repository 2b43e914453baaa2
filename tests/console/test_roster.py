# SPDX-License-Identifier: GPL-3.0-or-later
"""Which class a teacher has now, and who sits in it."""

from datetime import timedelta

from msgspec.structs import replace

from consent.documents.signed import Kind
from consent.shelf.shelf import Shelf
from console.roster import NOTHING, read
from tests.fakes.school import NOW, School, make_school

AT_BELL = NOW + timedelta(minutes=50)


def school() -> School:
    return make_school(pupils=3)


def test_the_running_slot_of_this_teacher_decides() -> None:
    made = school()
    found = read(made.console_shelf(), made.teachers[0].id, "nl", made.now)
    assert found.room is not None
    assert found.slot is not None
    assert (found.room.class_name, found.slot.subject) == ("4B", "wiskunde")
    assert found.room.teacher_name == "mevr. Peeters"
    assert found.slot.ends == AT_BELL
    assert [p.name for p in found.room.pupils] == ["Amina B.", "Bram D.", "Casper E."]
    assert [p.device for p in found.room.pupils] == [p.holder.id for p in made.pupils]
    assert not found.room.demo


def test_a_colleague_of_the_class_sees_names_and_no_slot() -> None:
    made = school()
    found = read(made.console_shelf(), made.teachers[1].id, "nl", made.now)
    assert found.room is not None
    assert found.slot is None


def test_at_the_bell_the_next_slot_is_the_colleagues() -> None:
    made = school()
    shelf = made.console_shelf()
    assert read(shelf, made.teachers[0].id, "nl", AT_BELL).slot is None
    slot = read(shelf, made.teachers[1].id, "nl", AT_BELL).slot
    assert slot is not None
    assert slot.subject == "Nederlands"


def test_a_stranger_and_an_empty_shelf_have_nothing() -> None:
    made = school()
    assert read(made.console_shelf(), "f" * 32, "nl", made.now) == NOTHING
    assert read(Shelf(made.root_sha256), made.teachers[0].id, "nl", NOW) == NOTHING


def test_a_class_whose_list_is_not_here_is_not_offered() -> None:
    made = school()
    shelf = made.console_shelf()
    shelf.let_go(Kind.ROSTER, made.class_id)
    assert read(shelf, made.teachers[0].id, "nl", made.now) == NOTHING


def test_reasons_are_in_the_windows_language() -> None:
    made = school()
    room = read(made.console_shelf(), made.teachers[0].id, "en", made.now).room
    assert room is not None
    assert room.reason_words("independent_work") == "independent work"
    assert room.attention_words("explain") == "explanation"


def test_the_flag_and_a_missing_laptop_are_carried_over() -> None:
    made = school()
    first, second, third = made.roster.pupils
    pupils = (replace(first, no_picture=True), replace(second, device=None), third)
    marked = made.changed(roster={"pupils": pupils})
    room = read(marked.console_shelf(), made.teachers[0].id, "nl", made.now).room
    assert room is not None
    assert [p.no_picture for p in room.pupils] == [True, False, False]
    assert room.pupils[1].device is None
