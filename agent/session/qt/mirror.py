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
from protocol.messages.local import EyeState, Looks

LOOKING: Final = frozenset({EyeState.OVERVIEW, EyeState.VIEW, EyeState.SHOW})
READS: Final = {  # who can read what, in each state; nobody in the others
    EyeState.OVERVIEW: "now.read.overview",
    EyeState.NOTICE: "now.read.notice",
    EyeState.VIEW: "now.read.view",
    EyeState.SHOW: "now.read.show",
}
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
        self._reads = label("", "strong")
        self.above_foot.addWidget(self._reads)
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
        self.title.setText(self._title())
        self.lead.setText(say("eye.paused") if paused else self._why())
        self.lead.setVisible(bool(self.lead.text()))
        self._reads.setText(self._who_reads())
        self._show_picture(looks=looks or self._still_small())

    def _still_small(self) -> bool:
        """Say whether small pictures go on while a large one is announced."""
        sent = self._last_sent()
        noticed = self.state.eye.state is EyeState.NOTICE
        return noticed and sent is not None and sent.purpose is Looks.OVERVIEW

    def _title(self) -> str:
        eye, say = self.state.eye, self.state.say
        if eye.state is EyeState.NOTICE:
            return say("eye.notice", teacher=say.teacher(eye.teacher, first=True))
        if eye.state is EyeState.SHOW:
            return say("now.class")
        if eye.state in LOOKING:
            return say("now.sees", teacher=say.teacher(eye.teacher))
        return say("now.nobody")

    def _who_reads(self) -> str:
        """Say who can read the screen now, and so what the pupil types."""
        eye, say = self.state.eye, self.state.say
        first = eye.state is EyeState.VIEW
        teacher = say.teacher(eye.teacher, first=first)
        return say(READS.get(eye.state, "now.read.nobody"), teacher=teacher)

    def _why(self) -> str:
        eye, say = self.state.eye, self.state.say
        if eye.state not in READS:
            return ""
        why = say.why(eye.why)
        if not eye.until_s or eye.state is EyeState.NOTICE:
            return why
        return say("now.until", why=why, until=say.clock(eye.until_s))

    def _show_picture(self, *, looks: bool) -> None:
        say, sent = self.state.say, self._last_sent()
        self._picture.setVisible(looks and sent is not None)
        self._below.setVisible(looks)
        if not looks or sent is None:
            self._below.setText(say("now.wait"))
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
