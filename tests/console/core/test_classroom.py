# SPDX-License-Identifier: GPL-3.0-or-later
"""The classroom as a whole: who is wanted, a broken record, what is shown."""

from typing import get_args

from consent.documents.command import Verb
from console.core import acts
from console.core import events as e
from console.core.classroom import Classroom
from console.core.commands import Drop, EndLink, Paint, Send, ShowLog
from console.core.view import LockMark, TileState
from console.core.words import EN, NL, words
from tests.console.core.playbook import (
    AMINA,
    BRAM,
    CASPER,
    CLASS,
    DEVICE,
    DINA,
    ENDS,
    LINK,
    SLOT,
    Playbook,
    without,
)
from tests.fakes.chance import FakeChance

START = Verb.OVERVIEW_START


def test_every_event_has_a_handler() -> None:
    room = Classroom(FakeChance())
    assert set(room._handlers) == set(get_args(e.ClassroomEvent))  # noqa: SLF001


def test_the_wall_shows_everyone_in_the_roster_order() -> None:
    view = Playbook().view
    assert [t.name for t in view.tiles] == [
        "Amina B.",
        "Bram D.",
        "Casper E.",
        "Dina F.",
    ]
    assert (view.expected, view.connected) == (3, 0)
    assert view.slot is not None
    assert (view.slot.class_name, view.slot.started) == ("4B", False)


def test_S04_a_tile_is_found_by_the_certificate_alone() -> None:
    play = Playbook().connect(AMINA)
    assert play.tile(AMINA).state is TileState.PRESENT
    play.hear(e.LinkReady(99, b"x" * 16))
    assert [c.link for c in play.only(EndLink)] == [99]
    assert play.view.connected == 1


def test_a_hint_never_makes_a_tile_and_only_moves_one_that_waits() -> None:
    play = Playbook().hear(e.DialStarted(b"x" * 16)).hear(e.DialStarted(DEVICE[AMINA]))
    assert play.tile(AMINA).state is TileState.CONNECTING
    play.hear(e.DialStarted(DEVICE[AMINA])).hear(e.DialFailed(DEVICE[AMINA]))
    assert play.tile(AMINA).state is TileState.ABSENT
    play.hear(e.DialFailed(DEVICE[AMINA])).connect(AMINA)
    play.hear(e.DialStarted(DEVICE[AMINA]))
    assert play.tile(AMINA).state is TileState.PRESENT


def test_a_newer_link_of_the_same_laptop_replaces_the_older() -> None:
    play = Playbook().start(AMINA).hear(e.LinkReady(9, DEVICE[AMINA]))
    assert [c.link for c in play.only(EndLink)] == [LINK[AMINA]]
    assert [c.link for c in play.only(Send)] == [9]
    play.hear(e.LinkEnded(LINK[AMINA]))  # the late end of the old one
    assert play.tile(AMINA).state is TileState.PRESENT


def test_a_frozen_window_wants_nothing_after_two_seconds() -> None:
    play = Playbook().start(AMINA).show().accept(AMINA, START)
    assert play.room.wanted(LINK[AMINA], play.now) == ()
    play.act(acts.WindowAlive())
    wanted = (play.newest(AMINA, START).access,)
    play.wait(2)
    assert play.room.wanted(LINK[AMINA], play.now) == wanted
    play.wait(0.1)
    assert play.room.wanted(LINK[AMINA], play.now) == ()


def test_the_window_wants_look_lock_and_small_picture_of_that_laptop_only() -> None:
    play = Playbook().start(AMINA, BRAM).show().act(acts.WindowAlive())
    play.act(acts.AskAttention("bord")).act(acts.LookAt(AMINA, "hulp"))
    assert play.room.wanted(LINK[AMINA], play.now) == tuple(
        play.newest(AMINA, verb).access
        for verb in (Verb.VIEW_START, Verb.ATTENTION_START, START)
    )
    assert len(play.room.wanted(LINK[BRAM], play.now)) == 2
    assert play.room.wanted(77, play.now) == ()


def test_a_broken_record_stops_every_picture_and_every_question() -> None:
    play = Playbook().start(AMINA, BRAM).show().accept(AMINA, START).picture(AMINA)
    play.act(acts.WindowAlive()).act(acts.LookAt(BRAM, "hulp"))
    play.hear(e.LedgerFailed())
    assert set(play.only(Drop)) == {Drop(AMINA, large=False), Drop(BRAM, large=True)}
    assert play.view.trouble == NL.ledger_broken
    assert play.tile(AMINA).state is TileState.NO_PICTURE
    assert play.room.wanted(LINK[AMINA], play.now) == ()
    assert play.wait(120).sends() == []
    play.act(acts.LookAt(AMINA, "hulp")).show()
    assert play.sends() == []
    play.hear(e.LedgerMended()).wait(31)
    assert {s.verb for s in play.sends()} == {START}
    assert play.view.trouble == ""


def test_a_pupil_who_left_the_class_loses_tile_link_and_pixels() -> None:
    play = Playbook().start(AMINA).show().accept(AMINA, START).picture(AMINA)
    play.hear(e.PapersRead(without(AMINA), SLOT))
    assert play.only(Drop) == [Drop(AMINA, large=False)]
    assert [c.link for c in play.only(EndLink)] == [LINK[AMINA]]
    assert AMINA not in {t.pupil for t in play.view.tiles}
    assert play.room.devices == {DEVICE[BRAM], DEVICE[CASPER]}


def test_a_name_changed_on_the_roster_changes_on_the_wall() -> None:
    play = Playbook().connect(AMINA).hear(e.PapersRead(CLASS, SLOT))
    assert play.tile(AMINA).state is TileState.PRESENT


def test_without_a_slot_nobody_is_looked_for() -> None:
    play = Playbook()
    assert play.room.wants_links
    play.hear(e.PapersRead(CLASS, None))
    assert not play.room.wants_links
    assert play.view.slot is None
    assert play.view.trouble == NL.no_slot
    assert play.act(acts.StartLesson()).wanted == []
    assert play.hear(e.PapersRead(CLASS, SLOT)).view.trouble == ""
    assert play.hear(e.PapersRead(None, None)).view.tiles == ()


def test_a_superseded_console_says_so_until_the_teacher_clicks() -> None:
    play = Playbook().connect(AMINA).hear(e.LinkEnded(LINK[AMINA], superseded=True))
    assert play.view.trouble == NL.superseded
    play.act(acts.StartLesson())
    assert play.view.trouble == ""


def test_the_log_page_is_asked_for_the_lesson() -> None:
    play = Playbook().act(acts.ReadLog())
    assert play.wanted == [ShowLog(None)]
    play.start(AMINA).act(acts.ReadLog())
    (asked,) = play.only(ShowLog)
    assert asked.lesson == play.newest(AMINA, Verb.LESSON_START).lesson


def test_attention_marks_and_hands_stand_beside_the_tile() -> None:
    play = Playbook().start(AMINA).act(acts.AskAttention("bord"))
    play.hear(e.HandHeard(LINK[AMINA], up=True, offer=True))
    tile = play.tile(AMINA)
    assert tile.lock is LockMark.REQUESTED
    assert tile.hand is not None
    assert (tile.hand.place, tile.hand.offers_look) == (1, True)
    assert play.view.attention is not None
    assert play.view.attention.reason == "kijk naar het bord"


def test_words_of_dead_links_touch_nothing() -> None:
    play = Playbook().start(AMINA)
    before = play.view
    for event in (
        e.LinkEnded(99),
        e.AcceptedHeard(99, 1),
        e.NotSharedHeard(99, 1),
        e.EndedHeard(99, bytes(16)),
        e.HandHeard(99, up=True, offer=False),
        e.PictureHeard(99, bytes(16), 0, 1, 1, b""),
        e.PictureSpoiled(99, bytes(16)),
        e.AcceptedHeard(LINK[AMINA], 77),
        e.NotSharedHeard(LINK[AMINA], 77),
    ):
        assert play.hear(event).wanted == []
    assert play.decoded(AMINA, bytes(16)).only(Paint) == []
    assert play.view == before


def test_the_bell_is_the_next_thing_due_when_nothing_else_is() -> None:
    play = Playbook()
    assert play.room.deadline(play.now) is None
    play.start()
    assert play.room.deadline(play.now) == (
        play.now.boot_s + (ENDS - play.now.wall).total_seconds()
    )


def test_a_laptopless_pupil_has_a_tile_and_nothing_else() -> None:
    play = Playbook().start(AMINA).show().wait(60)
    assert play.tile(DINA).state is TileState.ABSENT


def test_words_are_there_in_dutch_and_english_for_every_code() -> None:
    assert words("nl") is NL
    assert words("en") is EN
    assert words("xx") is NL
    assert set(NL.declined) == set(EN.declined)
