# SPDX-License-Identifier: GPL-3.0-or-later
"""The quiet card in the corner."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QRegion
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from agent.session.pupil_state import PupilState
from agent.session.qt.offer_toast import MOST, OfferToast, Surroundings
from agent.session.qt.offers import OfferCard
from protocol.messages.local import Offer
from tests.agent.session.qt.pages_state import LINK, MESSAGE, lesson

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


@pytest.fixture
def state() -> PupilState:
    made = lesson()
    made.offers = [LINK]
    return made


@dataclass
class Around:
    """What stands round the card."""

    window: QWidget = field(default_factory=QWidget)
    looked_at: bool = False
    kept: list[QRect] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.below = QVBoxLayout(self.window)

    def surroundings(self) -> Surroundings:
        return Surroundings(
            lambda: self.below if self.looked_at else None, lambda: self.kept
        )


@pytest.fixture
def around(qtbot: QtBot) -> Around:
    made = Around()
    qtbot.addWidget(made.window)
    made.window.resize(640, 400)
    made.window.show()
    return made


@pytest.fixture
def toast(qtbot: QtBot, state: PupilState, around: Around) -> Iterator[OfferToast]:
    made = OfferToast(state, around.surroundings())
    yield made
    made.hide()
    made.setParent(None)
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


def test_nothing_is_painted_outside_the_round_edge_of_a_card(
    qtbot: QtBot, toast: OfferToast
) -> None:
    toast.show_newest()
    qtbot.waitUntil(lambda: toast.width() > 300)
    seen = QImage(toast.size(), QImage.Format.Format_ARGB32)
    seen.fill(QColor("#ff00ff"))
    toast.render(seen, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    right, bottom = toast.width() - 1, toast.height() - 1
    corners = [(0, 0), (right, 0), (0, bottom), (right, bottom)]
    found = {seen.pixelColor(*corner).name() for corner in corners}
    assert found == {"#ff00ff"}
    assert toast.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)


@pytest.mark.parametrize(
    ("offer", "name"), [(LINK, "offerLater"), (MESSAGE, "offerRead")]
)
def test_R66_later_and_read_put_the_card_away_and_tell_nobody(
    qtbot: QtBot, toast: OfferToast, state: PupilState, offer: Offer, name: str
) -> None:
    acts: list[str] = []
    toast.act.connect(lambda act, _: acts.append(act))
    state.offers = [offer]
    toast.show_newest()
    press(qtbot, toast, name)
    assert not toast.isVisible()
    assert state.offers == [offer]
    assert acts == []


def test_R66_a_message_says_that_nobody_hears_it_was_read(
    toast: OfferToast, state: PupilState
) -> None:
    state.offers = [MESSAGE]
    toast.show_newest()
    (card,) = cards(toast)
    words = [x.text() for x in card.findChildren(QLabel)]
    told = "Het blijft een week bij Gekregen staan. Niemand hoort of je het las."
    assert told in words
    buttons = [x.text().strip() for x in card.findChildren(QPushButton)]
    assert buttons == ["Gelezen"]


def test_R01_it_covers_neither_the_oogje_nor_the_window(
    toast: OfferToast, around: Around
) -> None:
    room = QGuiApplication.primaryScreen().availableGeometry()
    right = QRect(room.width() // 2, 0, room.width() // 2, room.height())
    around.kept = [right]
    toast.show_newest()
    assert not toast.geometry().intersects(right)


def test_R01_while_the_pupil_looks_at_the_window_it_stands_inside_below(
    qtbot: QtBot, toast: OfferToast, around: Around, state: PupilState
) -> None:
    toast.show_newest()
    assert toast.isWindow()
    state.add_offer(MESSAGE)
    toast.show_newest()
    around.looked_at = True
    toast.place()
    assert not toast.isWindow()
    assert around.below.indexOf(toast) == 0
    qtbot.waitUntil(lambda: toast.isVisible() and toast.width() > 500)
    assert len(cards(toast)) == 1
    around.looked_at = False
    toast.place()
    assert toast.isWindow()
    assert len(cards(toast)) == 2


def test_a_place_that_did_not_change_keeps_its_buttons(toast: OfferToast) -> None:
    toast.show_newest()
    before = cards(toast)
    toast.place()
    assert cards(toast) == before


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
