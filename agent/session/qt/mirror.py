# SPDX-License-Identifier: GPL-3.0-or-later
"""*Nu*: exactly the last picture that the teacher got. Source: docs/rights.md R-30."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy

from agent.session.pupil_state import PupilState
from agent.session.qt.looking import Sent
from agent.session.qt.page import Page
from agent.session.qt.preview import as_image
from agent.session.qt.style import button, label
from agent.session.qt.theme import Tokens
from protocol.messages.local import EyeState

LOOKING: Final = frozenset({EyeState.OVERVIEW, EyeState.VIEW, EyeState.SHOW})
SHOWN_PX: Final = 560


class NowPage(Page):
    """The mirror, and the two ways to end it."""

    def __init__(
        self,
        state: PupilState,
        tokens: Tokens,
        factor: float,
        last_sent: Callable[[], Sent | None],
        taken_s: Callable[[int], int],
    ) -> None:
        """Take where the last picture is found, and how boot time becomes wall time."""
        super().__init__(state, tokens, factor)
        self._last_sent, self._taken_s = last_sent, taken_s
        say = state.say
        self._stop = button(say("stop"), "stop", "", "stop", tokens.text)
        self._pause = button(say("pause"), "pause", "", "eye-paused", tokens.text)
        self._resume = button(say("resume"), "resume", "", "eye-open", tokens.text)
        for one in (self._stop, self._pause, self._resume):
            self.head_row.addWidget(one, 0, Qt.AlignmentFlag.AlignTop)
        self._stop.clicked.connect(lambda: self.act.emit("stop", None))
        self._pause.clicked.connect(lambda: self.act.emit("pause", None))
        self._resume.clicked.connect(lambda: self.act.emit("resume", None))
        self._picture = QLabel()
        self._picture.setSizePolicy(
            QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum
        )
        self._picture.setStyleSheet(f"border: 1px solid {tokens.line};")
        self._below = label("", "small")
        self.body.addWidget(self._picture)
        self.body.addWidget(self._below)
        self.body.addStretch(1)
        self.foot.addWidget(label(say("now.never"), "small"))

    def refresh(self) -> None:
        """Show who sees what now."""
        state, say = self.state, self.state.say
        eye = state.eye
        looks = eye.state in LOOKING
        paused = eye.state is EyeState.PAUSED
        self._stop.setVisible(looks)
        self._pause.setVisible(not paused and state.welcomed is not None)
        self._resume.setVisible(paused)
        if looks:
            teacher = say.teacher(eye.teacher)
            self.title.setText(say("now.sees", teacher=teacher))
            self.lead.setText(self._why())
        else:
            self.title.setText(say("now.nobody"))
            self.lead.setText(say("eye.paused") if paused else "")
        self.lead.setVisible(bool(self.lead.text()))
        self._show_picture(looks=looks)

    def _why(self) -> str:
        eye, say = self.state.eye, self.state.say
        why = say.why(eye.why)
        if not eye.until_s:
            return why
        return say("now.until", why=why, until=say.clock(eye.until_s))

    def _show_picture(self, *, looks: bool) -> None:
        say, sent = self.state.say, self._last_sent()
        self._picture.setVisible(looks and sent is not None)
        if not looks or sent is None:
            self._below.setText(say("now.wait") if looks else say("now.nothing"))
            return
        frame = sent.frame
        wide = min(self.px(SHOWN_PX), max(240, self.width() - self.px(72)))
        self._picture.setPixmap(
            QPixmap.fromImage(as_image(frame.data)).scaledToWidth(
                wide, Qt.TransformationMode.SmoothTransformation
            )
        )
        when = say.second(self._taken_s(frame.taken_ms))
        words = say("now.exactly", w=frame.width_px, h=frame.height_px, when=when)
        self._below.setText(words)
        self._picture.setAccessibleName(words)
