# SPDX-License-Identifier: GPL-3.0-or-later
"""What the windows show."""

from agent.session.pupil_state import PupilState
from protocol.messages.local import (
    Band,
    Choices,
    EyeState,
    LineState,
    LogLine,
    LogPage,
    Looks,
    Offer,
    OfferKind,
    Switch,
    Welcomed,
)
from tests.fakes.daemon import eye


def page(*seqs: int, state: LineState = LineState.CONFIRMED) -> LogPage:
    lines = tuple(LogLine(seq, 100 + seq, f"regel {seq}", state) for seq in seqs)
    return LogPage(
        lines,
        more=False,
        healthy=True,
        health="",
        agrees="",
        asked="",
        since_s=0,
        kept_until_s=0,
    )


def offer(number: int) -> Offer:
    return Offer(bytes([number]) * 16, OfferKind.MESSAGE, "mevr. P", "dag", "", "")


def test_a_fresh_session_is_in_trouble_until_told() -> None:
    state = PupilState()
    assert state.eye.state is EyeState.TROUBLE
    assert not state.demo
    assert state.teacher == ""


def test_the_word_demo_comes_from_the_daemon() -> None:
    state = PupilState()
    state.welcomed = Welcomed(1, "demo", "nl", Band.TEN_AND_UP, "S", (), 0)
    assert state.demo


def test_the_teacher_is_the_one_of_the_lesson() -> None:
    state = PupilState()
    state.lesson = eye(EyeState.LESSON, teacher="dhr. A")
    assert state.teacher == "dhr. A"
    state.eye = eye(EyeState.VIEW, teacher="mevr. B")
    assert state.teacher == "mevr. B"


def test_pages_of_the_list_join_newest_first() -> None:
    state = PupilState()
    state.add_page(page(5, 4))
    state.add_page(page(3, 4))
    assert [line.seq for line in state.lines] == [5, 4, 3]


def test_R30_a_line_that_was_confirmed_meanwhile_is_shown_so() -> None:
    state = PupilState()
    state.add_page(page(5, 4, state=LineState.WAITING))
    state.add_page(page(5))
    assert [line.state for line in state.lines] == [
        LineState.CONFIRMED,
        LineState.WAITING,
    ]


def test_R34_a_list_that_changed_is_forgotten_whole() -> None:
    state = PupilState()
    state.add_page(page(5, 4))
    state.forget_list()
    assert (state.page, state.lines) == (None, [])


def test_offers_stand_newest_first_and_once() -> None:
    state = PupilState()
    for number in (1, 2, 1):
        state.add_offer(offer(number))
    assert state.offers == [offer(1), offer(2)]
    state.drop_offer(bytes([2]) * 16)
    assert state.offers == [offer(1)]


def test_a_switch_is_found_by_its_purpose() -> None:
    state = PupilState()
    assert state.switch(Looks.VIEW) is None
    view = Switch(Looks.VIEW, on=True, possible=True)
    state.choices = Choices((view,), paused=False, agreements="")
    assert state.switch(Looks.VIEW) == view
    assert state.switch(Looks.SHOW) is None
