# SPDX-License-Identifier: GPL-3.0-or-later
"""*Mijn inzage*: what happens now, the list, the choices, the agreements, the hand.

Source: docs/spec/indicator.md, "Mijn inzage"; docs/rights.md R-13, R-30.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from agent.session.pupil_state import PupilState
from agent.session.qt import icons
from agent.session.qt.agreements_page import AgreementsPage
from agent.session.qt.choices_page import ChoicesPage
from agent.session.qt.hand_page import HandPage
from agent.session.qt.list_page import ListPage
from agent.session.qt.looking import Sent
from agent.session.qt.mirror import NowPage
from agent.session.qt.native import to_top
from agent.session.qt.offers import OffersPage
from agent.session.qt.page import Page
from agent.session.qt.speech import speak
from agent.session.qt.style import button, label, picture, sheet
from agent.session.qt.theme import YOUNG_FACTOR, tokens
from protocol.messages.local import Band

SIZE: Final = QSize(860, 580)
LEAST: Final = QSize(480, 300)
NARROW_PX: Final = 760  # below this the tabs stand on top
SIDE_PX: Final = 200
TABS: Final = {
    "now": "eye-half",
    "list": "log",
    "choices": "check",
    "agreements": "file",
    "hand": "hand",
    "offers": "share",
}


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the pages find what is not in the pupil's state."""

    last_sent: Callable[[], Sent | None]
    taken_s: Callable[[int], int]  # boot time in ms -> wall time
    now_s: Callable[[], int]


class InzageWindow(QWidget):
    """The pupil's own window."""

    act = Signal(str, object)
    tab_opened = Signal(str)
    looked_at = Signal()  # or no more: it is in front, behind another, or hidden

    def __init__(self, state: PupilState, sources: Sources) -> None:
        """Make it, not shown yet."""
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(state.say("inzage"))
        self.state = state
        young = state.say.band is Band.SIX_TO_NINE
        self.tokens = tokens()
        self._factor = YOUNG_FACTOR if young else 1.0
        self.setStyleSheet(sheet(self.tokens, self._factor))
        self.setWindowIcon(icons.icon("eye-half", self.tokens.accent))
        self._tabs: dict[str, QPushButton] = {}
        self._wide = True
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._side = QWidget()
        self._side.setObjectName("side")
        self._side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bar = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._side)
        self._brand = self._make_brand()
        self._stack = QStackedWidget()
        self.pages = self._make_pages(sources)
        self._fill_side()
        self._outer.addWidget(self._side)
        self._outer.addLayout(self._make_main(), 1)
        self.setMinimumSize(LEAST)
        self._fit()
        self.open_tab("now")

    def _make_main(self) -> QVBoxLayout:
        """Put a place for a card below the page, so that it covers nothing of it."""
        main = QVBoxLayout()
        main.setSpacing(0)
        main.addWidget(self._stack, 1)
        self.below = QVBoxLayout()
        self.below.setContentsMargins(0, 0, 0, 0)
        main.addLayout(self.below)
        return main

    def _fit(self) -> None:
        """Take the size that is ours, or what the screen has, in its middle."""
        room = QGuiApplication.primaryScreen().availableGeometry()
        size = (SIZE * self._factor).boundedTo(room.size() - QSize(16, 72))
        self.resize(size)
        left = room.left() + (room.width() - size.width()) // 2
        top = room.top() + max(64, (room.height() - size.height()) // 3)
        self.move(left, top)

    def _make_brand(self) -> QWidget:
        made = QWidget()
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, made)
        row.setContentsMargins(12, 4, 8, 12)
        row.setSpacing(10)
        row.addWidget(picture("eye-half", self.tokens.accent, 22))
        row.addWidget(label(self.state.say("inzage"), "heading", wrap=False), 1)
        return made

    def _make_pages(self, sources: Sources) -> dict[str, Page]:
        common = (self.state, self.tokens, self._factor)
        made: dict[str, Page] = {
            "now": NowPage(*common, sources.last_sent, sources.taken_s),
            "list": ListPage(*common, sources.now_s),
            "choices": ChoicesPage(*common),
            "agreements": AgreementsPage(*common),
            "hand": HandPage(*common),
            "offers": OffersPage(*common),
        }
        for page in made.values():
            page.act.connect(self.act)
            self._stack.addWidget(page)
        return made

    def _fill_side(self) -> None:
        say, t = self.state.say, self.tokens
        self._bar.addWidget(self._brand)
        for key, icon in TABS.items():
            name = f"tab{key.capitalize()}"
            tab = button(say(f"tab.{key}"), name, "tab", icon, t.text)
            tab.setCheckable(True)
            tab.setAutoExclusive(True)
            tab.clicked.connect(lambda _=False, key=key: self.open_tab(key))
            self._tabs[key] = tab
            self._bar.addWidget(tab)
        self._bar.addStretch(1)
        self._read = button(say("read_aloud"), "readPage", "flat", "speak", t.accent)
        self._read.clicked.connect(self._speak)
        self._bar.addWidget(self._read, 0, Qt.AlignmentFlag.AlignLeft)
        words = state_words(self.state)
        self._who = QLabel(words)
        self._who.setTextFormat(Qt.TextFormat.PlainText)
        self._who.setProperty("role", "small")
        self._who.setContentsMargins(10, 0, 0, 4)
        self._who.setVisible(bool(words))
        self._bar.addWidget(self._who)

    def open_tab(self, key: str) -> None:
        """Show one page."""
        self._tabs[key].setChecked(True)
        self._tabs[key].setFocus(Qt.FocusReason.OtherFocusReason)
        self._stack.setCurrentWidget(self.pages[key])
        self.pages[key].refresh()
        self.tab_opened.emit(key)

    def shows(self, key: str) -> bool:
        """Say whether this page is the one in front."""
        return self._stack.currentWidget() is self.pages[key]

    def refresh(self) -> None:
        """Show the state as it is now."""
        for page in self.pages.values():
            page.refresh()
        words = state_words(self.state)
        self._who.setText(words)
        self._who.setVisible(bool(words) and self._wide)

    def bring(self) -> None:
        """Show the window and give it the keyboard."""
        self.refresh()
        self.show()
        to_top(self)
        self.activateWindow()

    def _speak(self) -> None:
        page = self._stack.currentWidget()
        words = page.spoken() if isinstance(page, Page) else ""
        if not speak(words, self.state.say.lang):
            self._read.setToolTip(self.state.say("no_voice"))
            self._read.setText(self.state.say("no_voice"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tabs on top when there is little room beside."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW_PX * self._factor
        across = QBoxLayout.Direction.LeftToRight
        down = QBoxLayout.Direction.TopToBottom
        self._outer.setDirection(down if narrow else across)
        self._bar.setDirection(across if narrow else down)
        margin = 6 if narrow else 14
        self._bar.setContentsMargins(margin, margin, margin, margin)
        self._bar.setSpacing(2 if narrow else 4)
        self._brand.setVisible(not narrow)
        self._read.setVisible(not narrow)
        self._wide = not narrow
        for tab in self._tabs.values():
            tab.setProperty("narrow", narrow)
            tab.style().unpolish(tab)
            tab.style().polish(tab)
        wide = max(round(SIDE_PX * self._factor), self._bar.sizeHint().width())
        most = 16_777_215 if narrow else wide
        self._side.setMinimumWidth(0 if narrow else most)
        self._side.setMaximumWidth(most)
        self.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide; the oogje opens it again."""
        event.ignore()
        self.hide()
        self.looked_at.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Say that the pupil looks at it, or at something else."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange:
            self.looked_at.emit()


def state_words(state: PupilState) -> str:
    """Give the school's name for the foot of the side."""
    welcomed = state.welcomed
    if welcomed is None:
        return ""
    demo = state.say("demo") if state.demo else ""
    return " · ".join(part for part in (demo, welcomed.school) if part)
