# SPDX-License-Identifier: GPL-3.0-or-later
"""Laptops coming and going."""

from consent.documents.command import Verb
from console.core import events as e
from console.core.commands import EndLink, Send
from console.core.view import TileState
from tests.console.core.playbook import AMINA, DEVICE, LINK, Playbook


def test_a_laptop_is_there_only_once_both_records_agree() -> None:
    play = Playbook().hear(e.DialStarted(DEVICE[AMINA]))
    assert play.view.connected == 0
    play.connect(AMINA)
    assert play.view.connected == 1
    assert play.tile(AMINA).state is TileState.PRESENT


def test_silence_and_a_broken_link_look_alike() -> None:
    silent = Playbook().connect(AMINA).hear(e.LinkEnded(LINK[AMINA], silent=True))
    broken = Playbook().connect(AMINA).hear(e.LinkEnded(LINK[AMINA]))
    assert silent.tile(AMINA) == broken.tile(AMINA)
    assert silent.tile(AMINA).lost_since == silent.now.wall


def test_coming_back_ends_the_sentence_about_the_link() -> None:
    play = Playbook().connect(AMINA).hear(e.LinkEnded(LINK[AMINA])).wait(60)
    play.hear(e.DialStarted(DEVICE[AMINA]))
    assert play.tile(AMINA).lost_since is None
    assert play.connect(AMINA).tile(AMINA).state is TileState.PRESENT


def test_S04_a_device_that_is_not_on_the_roster_is_sent_away() -> None:
    play = Playbook().hear(e.LinkReady(7, b"z" * 16))
    assert [c.link for c in play.only(EndLink)] == [7]
    assert play.view.connected == 0


def test_every_command_counts_from_one_on_its_own_link() -> None:
    play = Playbook().start(AMINA).show()
    assert [c.seq for c in play.all if isinstance(c, Send)] == [1, 2]
    play.hear(e.LinkEnded(LINK[AMINA])).connect(AMINA)
    assert play.newest(AMINA, Verb.LESSON_START).seq == 1
