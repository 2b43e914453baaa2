# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers reach the part that asked, and no cause can be told from another."""

import pytest

from consent.documents.command import Verb
from console.core import acts
from console.core import events as e
from console.core.view import TileState
from protocol.messages.commands import DeclinedCode
from tests.console.core.playbook import AMINA, BRAM, LINK, Playbook


def asked() -> Playbook:
    return Playbook().start(AMINA, BRAM).show()


def test_an_answer_is_used_once() -> None:
    play = asked().accept(AMINA, Verb.OVERVIEW_START).picture(AMINA)
    play.refuse(AMINA, Verb.OVERVIEW_START)
    assert play.tile(AMINA).state is TileState.SHOWN
    assert play.picture(AMINA).tile(AMINA).picture == 2


def test_an_answer_over_another_link_belongs_to_that_link() -> None:
    play = asked()
    seq = play.newest(AMINA, Verb.OVERVIEW_START).seq
    play.hear(e.NotSharedHeard(LINK[BRAM], seq))
    assert play.tile(AMINA).state is TileState.ASKED
    assert play.tile(BRAM).state is TileState.NO_PICTURE


@pytest.mark.parametrize("verb", [Verb.LESSON_END, Verb.OVERVIEW_STOP])
def test_answers_to_stops_change_nothing(verb: Verb) -> None:
    play = asked()
    ending: dict[Verb, acts.TeacherAct] = {
        Verb.LESSON_END: acts.EndLesson(),
        Verb.OVERVIEW_STOP: acts.StopScreens(),
    }
    play.act(ending[verb])
    before = play.view
    play.accept(AMINA, verb)
    play.refuse(BRAM, verb)
    assert play.view == before


def test_R67_the_wall_is_equal_for_every_word_of_no() -> None:
    refused = asked().refuse(AMINA, Verb.OVERVIEW_START)
    ended = asked().accept(AMINA, Verb.OVERVIEW_START)
    ended.end(AMINA, Verb.OVERVIEW_START)
    assert refused.tile(AMINA) == ended.tile(AMINA)


def test_words_about_nothing_that_is_known_are_dropped() -> None:
    play = asked()
    before = play.view
    play.hear(e.DeclinedHeard(99, 1, DeclinedCode.CLOCK))
    play.hear(e.DeclinedHeard(LINK[AMINA], 99, DeclinedCode.CLOCK))
    play.hear(e.EndedHeard(LINK[AMINA], b"x" * 16))
    assert play.view == before
