# SPDX-License-Identifier: GPL-3.0-or-later
"""Each act does one thing."""

from typing import get_args

import pytest

from consent.documents.command import Verb
from console.core import acts
from tests.console.core.playbook import AMINA, BRAM, LINK, Asked, Playbook

ONE_OF_EACH = [
    acts.StartLesson(),
    acts.EndLesson(),
    acts.ShowScreens("hulp"),
    acts.StopScreens(),
    acts.LookAt(AMINA, "hulp"),
    acts.StopLooking(),
    acts.AskAttention("bord"),
    acts.EndAttention(),
    acts.SendMessage("Dag"),
    acts.SendLink("https://klas.be", "Klas"),
    acts.SeeHand(AMINA),
    acts.ReadLog(),
    acts.WindowAlive(),
]


def test_the_list_of_acts_is_whole() -> None:
    assert {type(act) for act in ONE_OF_EACH} == set(get_args(acts.TeacherAct))


@pytest.mark.parametrize("act", ONE_OF_EACH, ids=lambda act: type(act).__name__)
def test_outside_a_lesson_no_act_sends_anything(act: acts.TeacherAct) -> None:
    play = Playbook().act(act)
    assert play.sends() == []


TWICE: dict[type[acts.TeacherAct], tuple[list[Verb], list[Verb]]] = {
    acts.EndLesson: ([Verb.LESSON_END], []),
    acts.ShowScreens: (
        [Verb.OVERVIEW_START],
        [Verb.OVERVIEW_STOP, Verb.OVERVIEW_START],
    ),
    acts.LookAt: ([Verb.VIEW_START], [Verb.VIEW_STOP, Verb.VIEW_START]),
    acts.AskAttention: ([Verb.ATTENTION_START], []),
    acts.SendMessage: ([Verb.MESSAGE], [Verb.MESSAGE]),
    acts.SendLink: ([Verb.LINK], [Verb.LINK]),
}
"""What Amina's laptop is asked by an act, and by the same once more; else nothing."""


def _of_amina(play: Playbook) -> list[Verb]:
    return [sent.verb for sent in play.sends() if sent.link == LINK[AMINA]]


@pytest.mark.parametrize("act", ONE_OF_EACH, ids=lambda act: type(act).__name__)
def test_in_a_lesson_every_act_can_be_done_twice(act: acts.TeacherAct) -> None:
    play = Playbook().start(AMINA, BRAM)
    first, again = TWICE.get(type(act), ([], []))
    assert _of_amina(play.act(act)) == first
    assert _of_amina(play.act(act)) == again


def test_R29_screens_of_some_are_asked_of_those_alone() -> None:
    play = Playbook().start(AMINA, BRAM).act(acts.ShowScreens("hulp", pupils=(BRAM,)))
    assert play.sends() == [Asked(LINK[BRAM], Verb.OVERVIEW_START)]
