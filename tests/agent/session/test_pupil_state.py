# SPDX-License-Identifier: GPL-3.0-or-later
"""What the windows show."""

from msgspec import structs

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
    lines = tuple(LogLine(seq, 100 + seq, f"regel {seq}", state, "") for seq in seqs)
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


def test_newest_lines_read_anew_do_not_forget_how_far_the_list_went_on() -> None:
    state = PupilState()
    state.add_page(structs.replace(page(9, 8), more=True))
    state.add_page(structs.replace(page(7, 6), since_s=106))
    state.add_page(structs.replace(page(10, 9, 8), more=True, since_s=108))
    assert [line.seq for line in state.lines] == [10, 9, 8, 7, 6]
    assert state.page is not None
    assert (state.page.more, state.page.since_s) == (False, 106)


def test_R34_only_what_is_a_day_old_may_be_erased_and_what_is_unseen_is_not_known() -> (
    None
):
    day_s = 86_400
    state = PupilState()
    assert not state.may_erase(day_s)
    state.add_page(page(5))  # at 105 s
    assert not state.may_erase(105 + day_s - 1)
    assert state.may_erase(105 + day_s)
    state.add_page(structs.replace(page(5), more=True))
    assert state.may_erase(105)
    state.forget_list()
    gone = LogLine(3, 0, "gewist", LineState.CONFIRMED, "")  # its words are gone
    state.add_page(structs.replace(page(), lines=(gone,)))
    assert not state.may_erase(9 * day_s)


def test_a_line_that_waits_is_not_confirmed() -> None:
    state = PupilState()
    state.add_page(page(1))
    assert not state.unconfirmed()
    state.add_page(page(2, state=LineState.WAITING))
    assert state.unconfirmed()
