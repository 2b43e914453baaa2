# SPDX-License-Identifier: GPL-3.0-or-later
"""What the pupil's hand says to the daemon."""

import pytest
from pytestqt.qtbot import QtBot

from agent.session.choice import notice_sha256
from protocol.messages.local import (
    Answer,
    Choice,
    ChoiceAnswer,
    Click,
    ClickKind,
    EyeState,
    LogAskLocal,
    Looks,
    OfferGone,
    Order,
    OrderKind,
    ReadAsk,
)
from tests.agent.session.qt.conftest import Bench
from tests.agent.session.qt.pages_state import LINK, lesson, line, log_page
from tests.fakes.daemon import ACCESS, eye, grab


@pytest.fixture
def lessoned(bench: Bench) -> Bench:
    """Give the bench a pupil in a lesson."""
    made = lesson()
    for name in ("welcomed", "eye", "lesson", "choices", "offers", "lines", "say"):
        setattr(bench.state, name, getattr(made, name))
    return bench


def last(bench: Bench) -> object:
    return bench.said[-1]


def test_stop_shuts_the_door_before_it_is_said(lessoned: Bench) -> None:
    lessoned.looking.start(grab())
    lessoned.acts.stop()
    assert not lessoned.looking.is_open
    assert lessoned.looking.is_vetoed(ACCESS)
    assert last(lessoned) == Click(1, ClickKind.STOP, ACCESS)


def test_nee_vetoes_what_was_announced(lessoned: Bench) -> None:
    lessoned.state.eye = eye(EyeState.NOTICE, access=b"n" * 16)
    lessoned.acts.nee()
    assert lessoned.looking.is_vetoed(b"n" * 16)
    assert last(lessoned) == Click(1, ClickKind.NEE, b"n" * 16)


def test_a_pause_shuts_the_door(lessoned: Bench) -> None:
    lessoned.looking.start(grab())
    lessoned.acts.pause()
    assert not lessoned.looking.is_open
    assert last(lessoned) == Click(1, ClickKind.PAUSE, None)


def test_a_switch_off_shuts_the_door_and_shows_at_once(lessoned: Bench) -> None:
    lessoned.looking.start(grab())
    lessoned.acts.switch(Looks.OVERVIEW, on=False)
    assert not lessoned.looking.is_open
    said = last(lessoned)
    assert isinstance(said, Choice)
    assert (said.answer, said.by_switch, said.script) == (ChoiceAnswer.NO, True, False)
    switch = lessoned.state.switch(Looks.OVERVIEW)
    assert switch is not None
    assert not switch.on


def test_a_switch_off_of_another_purpose_leaves_the_look(lessoned: Bench) -> None:
    lessoned.looking.start(grab())
    lessoned.acts.switch(Looks.VIEW, on=False)
    assert lessoned.looking.is_open


def test_a_switch_on_rests_on_the_text_that_was_shown(lessoned: Bench) -> None:
    lessoned.acts.by_script = True
    lessoned.acts.switch(Looks.OVERVIEW, on=True)
    said = last(lessoned)
    assert isinstance(said, Choice)
    assert said.notice_sha256 == notice_sha256("Mag dat?")
    assert said.script
    lessoned.acts.switch(Looks.VIEW, on=True)
    other = last(lessoned)
    assert isinstance(other, Choice)
    assert other.notice_sha256 == notice_sha256("Kijkt er iemand mee?\nSoms.")


def test_without_a_text_there_is_no_yes_but_always_a_no(bench: Bench) -> None:
    bench.acts.switch(Looks.VIEW, on=True)
    assert bench.said == []
    bench.acts.switch(Looks.VIEW, on=False)
    assert isinstance(last(bench), Choice)
    assert bench.acts.page() == ""


def test_the_page_is_the_schools_whole_text(lessoned: Bench) -> None:
    assert lessoned.acts.page().startswith("Kijkt er iemand mee?")


def test_the_hand_goes_up_with_or_without_an_offer(lessoned: Bench) -> None:
    lessoned.acts.hand(offer=False)
    assert last(lessoned) == Click(1, ClickKind.HAND, None)
    lessoned.acts.hand(offer=True)
    assert last(lessoned) == Click(2, ClickKind.HAND_OFFER, None)
    assert lessoned.state.offered
    lessoned.acts.hand_down()
    assert last(lessoned) == Click(3, ClickKind.HAND_CLEAR, None)
    assert not lessoned.state.hand_up


def test_a_no_to_a_show_vetoes_it(lessoned: Bench) -> None:
    lessoned.acts.answer(ACCESS, yes=True)
    assert last(lessoned) == Answer(ACCESS, yes=True)
    assert not lessoned.looking.is_vetoed(ACCESS)
    lessoned.acts.answer(ACCESS, yes=False)
    assert lessoned.looking.is_vetoed(ACCESS)


def test_the_list_is_asked_from_the_newest_or_on(lessoned: Bench) -> None:
    lessoned.acts.ask_list(older=False)
    assert last(lessoned) == LogAskLocal(0, 50)
    lessoned.state.add_page(log_page(line(7)))
    lessoned.acts.ask_list(older=True)
    assert last(lessoned) == LogAskLocal(1, 50)
    lessoned.acts.renew_list()
    assert last(lessoned) == ReadAsk()


def test_taking_along_is_an_order(qtbot: QtBot, lessoned: Bench) -> None:
    lessoned.acts.take_along()
    said = last(lessoned)
    assert isinstance(said, Order)
    assert said.kind is OrderKind.EXPORT


def test_an_offer_is_put_away_on_both_sides(lessoned: Bench) -> None:
    lessoned.acts.put_away(LINK.id)
    assert last(lessoned) == OfferGone(LINK.id)
    assert LINK not in lessoned.state.offers
