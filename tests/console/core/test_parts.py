# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts together: what falls due, and what a laptop is asked when it joins."""

from consent.documents.command import Verb
from console.core import acts
from console.core.moment import Moment
from console.core.parts import make_parts
from console.core.room import Room
from console.core.words import NL
from tests.console.core.playbook import AMINA, BRAM, START, Playbook
from tests.fakes.chance import FakeChance


def test_nothing_is_due_in_an_empty_room() -> None:
    parts = make_parts(Room(FakeChance()), NL)
    assert parts.deadline() is None
    assert parts.tick(Moment(0.0, START)) == []


def test_a_laptop_that_joins_late_is_asked_all_that_still_stands() -> None:
    play = Playbook().start(AMINA).show().act(acts.AskAttention("bord"))
    play.act(acts.SendMessage("Dag")).connect(BRAM)
    play.accept(BRAM, Verb.LESSON_START)
    assert [s.verb for s in play.sends()] == [
        Verb.ATTENTION_START,
        Verb.OVERVIEW_START,
        Verb.MESSAGE,
    ]


def test_a_sentence_goes_at_its_time() -> None:
    room = Room(FakeChance())
    parts = make_parts(room, NL)
    room.say("dag", 5.0)
    assert parts.deadline() == 5.0
    parts.tick(Moment(4.9, START))
    assert room.trouble == "dag"
    parts.tick(Moment(5.0, START))
    assert room.trouble == ""
