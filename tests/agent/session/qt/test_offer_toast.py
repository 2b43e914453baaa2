# SPDX-License-Identifier: GPL-3.0-or-later
"""The quiet card in the corner."""

from collections.abc import Iterator

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from agent.session.pupil_state import PupilState
from agent.session.qt.offer_toast import MOST, OfferToast
from agent.session.qt.offers import OfferCard
from tests.agent.session.qt.pages_state import LINK, lesson

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


@pytest.fixture
def state() -> PupilState:
    made = lesson()
    made.offers = [LINK]
    return made


@pytest.fixture
def toast(qtbot: QtBot, state: PupilState) -> Iterator[OfferToast]:
    made = OfferToast(state)
    yield made
    made.hide()
    made.deleteLater()


def cards(toast: OfferToast) -> list[OfferCard]:
    return [card for card in toast.findChildren(OfferCard) if card.isVisible()]


def press(qtbot: QtBot, toast: OfferToast, name: str) -> None:
    found = cards(toast)[0].findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def test_it_shows_in_the_corner_and_takes_no_focus(
    qtbot: QtBot, toast: OfferToast
) -> None:
    toast.show_newest()
    assert toast.isVisible()
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert room.contains(toast.geometry())
    assert toast.height() > 100
    assert toast.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus


def test_later_puts_the_card_away_and_the_offer_stays(
    qtbot: QtBot, toast: OfferToast, state: PupilState
) -> None:
    acts: list[str] = []
    toast.act.connect(lambda act, _: acts.append(act))
    toast.show_newest()
    press(qtbot, toast, "offerLater")
    assert not toast.isVisible()
    assert state.offers == [LINK]
    assert acts == []


def test_R63_open_is_the_pupils_act(qtbot: QtBot, toast: OfferToast) -> None:
    toast.show_newest()
    with qtbot.waitSignal(toast.act) as heard:
        press(qtbot, toast, "offerOpen")
    assert heard.args == ["offer_open", LINK]


def test_at_most_three_stand_there(toast: OfferToast, state: PupilState) -> None:
    for number in range(5):
        state.add_offer(structs.replace(LINK, id=bytes([number]) * 16))
        toast.show_newest()
    assert len(cards(toast)) == MOST


def test_what_is_gone_is_gone_here_too(toast: OfferToast, state: PupilState) -> None:
    toast.show_newest()
    state.drop_offer(LINK.id)
    toast.refresh()
    assert not toast.isVisible()
    toast.show_newest()
    assert not toast.isVisible()
