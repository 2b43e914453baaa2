# SPDX-License-Identifier: GPL-3.0-or-later
"""Who belongs on the wall, and when the lesson is over."""

from dataclasses import replace

from consent.documents.command import Verb
from console.core import acts
from console.core import events as e
from console.core.commands import Drop, EndLink
from console.core.view import TileState
from tests.console.core.playbook import (
    AMINA,
    BRAM,
    CLASS,
    ENDS,
    LINK,
    PUPILS,
    SLOT,
    Playbook,
    without,
)


def test_a_new_name_changes_the_tile_and_nothing_else() -> None:
    play = Playbook().start(AMINA).show().accept(AMINA, Verb.OVERVIEW_START)
    play.picture(AMINA)
    renamed = tuple(
        replace(p, name="Amina Bakker") if p.pupil == AMINA else p for p in PUPILS
    )
    play.hear(e.PapersRead(replace(CLASS, pupils=renamed), SLOT))
    assert play.tile(AMINA).name == "Amina Bakker"
    assert play.tile(AMINA).state is TileState.SHOWN


def test_a_pupil_with_another_laptop_starts_anew() -> None:
    play = Playbook().start(AMINA)
    moved = tuple(
        replace(p, device=b"n" * 16) if p.pupil == AMINA else p for p in PUPILS
    )
    play.hear(e.PapersRead(replace(CLASS, pupils=moved), SLOT))
    assert [c.link for c in play.only(EndLink)] == [LINK[AMINA]]
    assert play.tile(AMINA).state is TileState.ABSENT


def test_a_pupil_marked_during_the_lesson_is_not_asked_again() -> None:
    play = Playbook().start(AMINA).show().refuse(AMINA, Verb.OVERVIEW_START)
    marked = tuple(
        replace(p, no_picture=True) if p.pupil == AMINA else p for p in PUPILS
    )
    play.hear(e.PapersRead(replace(CLASS, pupils=marked), SLOT)).wait(120)
    assert play.sends() == []
    assert play.tile(AMINA).state is TileState.NO_PICTURE


def test_a_look_at_who_leaves_is_closed() -> None:
    play = Playbook().start(AMINA).act(acts.LookAt(AMINA, "hulp"))
    play.accept(AMINA, Verb.VIEW_START)
    play.hear(e.PapersRead(without(AMINA), SLOT))
    assert Drop(AMINA, large=True) in play.wanted
    assert play.view.look is None


def test_the_next_slot_ends_the_lesson_and_may_be_started() -> None:
    play = Playbook().start(AMINA)
    following = replace(SLOT, slot="e2" * 16, starts=ENDS, ends=ENDS.replace(hour=11))
    play.hear(e.PapersRead(CLASS, following))
    assert play.sends() == []
    assert play.view.slot is not None
    assert not play.view.slot.started
    play.act(acts.StartLesson())
    assert play.newest(AMINA, Verb.LESSON_START).slot == following.slot


def test_the_bell_counts_even_when_a_tick_comes_late() -> None:
    play = Playbook().start(AMINA, BRAM)
    play._move(play.now.boot_s + 4_000)  # noqa: SLF001 -- a suspended computer
    play.hear(e.Ticked())
    assert play.view.slot is not None
    assert not play.view.slot.started
