# SPDX-License-Identifier: GPL-3.0-or-later
"""Ask whether this screen may go on the board, with what the class would see.

Twenty seconds without an answer are a no. Source: docs/rights.md P11.
"""

import math
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from agent.session.qt.card_window import CardWindow
from agent.session.qt.style import button, label, picture
from agent.session.words.say import Say
from protocol.messages.local import Ask, Band

TITLE: Final = "Inzage vraag"
WIDTH_PX: Final = 552
PREVIEW_PX: Final = 496
ROUND_PICTURE_PX: Final = 230  # the words and buttons round the preview


class ShowAsk(CardWindow):
    """One ask, one answer."""

    answered = Signal(object, bool)  # access, yes

    def __init__(
        self, ask: Ask, say: Say, preview: QImage | None, clock: Callable[[], float]
    ) -> None:
        """Make it; show() asks it."""
        super().__init__(TITLE, young=say.band is Band.SIX_TO_NINE)
        self.ask = ask
        self._say, self._clock = say, clock
        self._until = clock() + ask.seconds
        self._done = False
        rows = QVBoxLayout(self)
        rows.setContentsMargins(28, 24, 28, 24)
        rows.setSpacing(12)
        rows.addWidget(label(say("show.title"), "title"))
        teacher = say.teacher(ask.teacher, first=True)
        rows.addWidget(label(say("show.asks", teacher=teacher), "second"))
        if preview is not None:
            rows.addWidget(self._preview(preview))
        rows.addLayout(self._countdown())
        rows.addLayout(self._buttons())
        self.setAccessibleName(f"{say('show.title')} {teacher}")
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self._tick()
        self.centre(WIDTH_PX)

    def _preview(self, preview: QImage) -> QLabel:
        shown = QLabel()
        shown.setPixmap(
            QPixmap.fromImage(preview).scaled(
                PREVIEW_PX,
                max(80, self.room_px() - ROUND_PICTURE_PX),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
        shown.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        shown.setStyleSheet(f"background: {self.tokens.sunken};")
        return shown

    def _countdown(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(picture("clock", self.tokens.text2))
        self._left = label("")
        row.addWidget(self._left, 1)
        return row

    def _buttons(self) -> QHBoxLayout:
        no = button(self._say("nee"), "showNo", "big")
        yes = button(self._say("show.yes"), "showYes", "big")
        no.clicked.connect(lambda: self._answer(yes=False))
        yes.clicked.connect(lambda: self._answer(yes=True))
        for one in (no, yes):
            one.setAutoDefault(False)
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(no, 1)
        row.addWidget(yes, 1)
        return row

    def _tick(self) -> None:
        left = math.ceil(self._until - self._clock())
        if left <= 0:
            self._answer(yes=False)
            return
        key = "show.left.one" if left == 1 else "show.left"
        self._left.setText(self._say(key, n=left))

    def _answer(self, *, yes: bool) -> None:
        if self._done:
            return
        self._done = True
        self._timer.stop()
        self.answered.emit(self.ask.access, yes)
        self.close()

    def withdraw(self) -> None:
        """Take the ask away: the teacher no longer asks."""
        self._done = True
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape say no."""
        if event.key() == Qt.Key.Key_Escape:
            self._answer(yes=False)
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Count closing as no."""
        self._answer(yes=False)
        self._timer.stop()
        super().closeEvent(event)
        self.deleteLater()
