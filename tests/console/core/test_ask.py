# SPDX-License-Identifier: GPL-3.0-or-later
"""Every ask without a picture leaves one note, and all notes are alike (R-67)."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from consent.documents.command import Verb
from console.core import acts
from console.core import events as e
from console.core.ask import Ask
from console.core.commands import ShowLog
from tests.console.core.playbook import AMINA, BRAM, CASPER, LINK, Playbook

VIEW = Verb.VIEW_START


def asks(play: Playbook) -> tuple[Ask, ...]:
    (log,) = play.act(acts.ReadLog()).only(ShowLog)
    return log.asks


def lost(play: Playbook) -> None:
    play.hear(e.LinkEnded(LINK[AMINA], silent=True))


CAUSES: list[tuple[str, Callable[[Playbook], object]]] = [
    (AMINA, lambda play: play.wait(3.25).refuse(AMINA, VIEW)),
    (AMINA, lambda play: play.end(AMINA, VIEW)),
    (AMINA, lost),
    (AMINA, lambda play: play.act(acts.StopLooking())),
    (AMINA, lambda play: play.act(acts.LookAt(BRAM, "hulp")).accept(BRAM, VIEW)),
    (CASPER, lambda play: play.wait(3.25)),
]


@pytest.mark.parametrize(("pupil", "cause"), CAUSES)
def test_R67_every_cause_leaves_the_same_note(
    pupil: str, cause: Callable[[Playbook], object]
) -> None:
    play = Playbook().start(AMINA, BRAM, CASPER)
    at = play.now.wall
    play.act(acts.LookAt(pupil, "hulp", "oefening 3"))
    cause(play)
    (note,) = asks(play)
    assert replace(note, access="") == Ask(at, VIEW, "hulp", "oefening 3", pupil)


def test_a_look_that_opened_leaves_none() -> None:
    play = Playbook().start(AMINA).act(acts.LookAt(AMINA, "hulp"))
    assert asks(play) == ()
    play.accept(AMINA, VIEW).act(acts.StopLooking())
    assert asks(play) == ()


def test_R67_small_pictures_leave_a_note_that_names_nobody_and_no_cause() -> None:
    for pupil in (AMINA, CASPER):  # the one is asked, the other never
        play = Playbook().start(AMINA, CASPER).show("zelfstandig", pupil)
        (note,) = asks(play)
        assert (note.verb, note.pupil) == (Verb.OVERVIEW_START, "")
        assert len(note.access) == 32


def test_the_notes_go_with_the_next_lesson() -> None:
    play = Playbook().start(AMINA, CASPER).act(acts.LookAt(CASPER, "hulp")).wait(4)
    play.act(acts.EndLesson())
    assert len(asks(play)) == 1
    play.act(acts.StartLesson())
    assert asks(play) == ()
