# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays a script on the named actions of the window, in a demo school only."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from console.errors import REFUSED
from console.qt.main_window import MainWindow
from console.qt.script import Step
from console.qt.script_diary import ScriptDiary
from console.qt.script_shot import save_shot
from console.qt.script_waits import WAITS, Seen

LOOK_MS: Final = 50
DONE: Final = 0
NOT_SEEN: Final = 1


class Player(QObject):
    """Does one step after the other; each waits for its time, its event, its action."""

    finished = Signal(int, str)

    def __init__(
        self,
        window: MainWindow,
        steps: Sequence[Step],
        diary: ScriptDiary | None = None,
    ) -> None:
        super().__init__(window)
        self._window, self._steps, self._diary = window, list(steps), diary
        self._clock, self._waiting = QElapsedTimer(), QElapsedTimer()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin; nothing is done before the core said that this is a demo."""
        self._clock.start()
        self._timer.start()

    def _look(self) -> None:
        view = self._window.state.view
        if view is None:
            return
        if not view.demo:
            self._end(REFUSED, "A script is played in a demo school only.")
            return
        if not self._window.state.notice_read:
            self._window.notice.read.click()
        while self._steps and self._is_due(self._steps[0]):
            self._waiting.invalidate()
            self._try(self._steps.pop(0))
        if self._steps:
            self._give_up_late(self._steps[0])
        elif self._timer.isActive():
            self._end(DONE, "")

    def _is_due(self, step: Step) -> bool:
        if self._clock.elapsed() < step.at_s * 1000:
            return False
        if not self._waiting.isValid():
            self._waiting.start()
        if step.wait and not self._sees(step):
            return False
        return not step.act or self._window.actions_by_name[step.act].isEnabled()

    def _sees(self, step: Step) -> bool:
        view = self._window.state.view
        if view is None:
            return False
        seen = Seen(
            view,
            self._window.view_window.picture.has_picture(),
            self._window.log.model.rowCount(),
            bool(self._window.state.look.refused),
        )
        return WAITS[step.wait](seen, step)

    def _try(self, step: Step) -> None:
        try:
            if self._diary is not None:
                self._diary.note(step.number)
            self._do(step)
        except OSError as error:
            self._end(NOT_SEEN, f"Script line {step.number}: {error}")

    def _do(self, step: Step) -> None:
        if step.act:
            self._window.actions_by_name.run(step.act, step.args)
        if step.shot:
            target = self._window.view_window if step.of == "view" else self._window
            save_shot(target, step.shot)
        if step.quits:
            self._steps.clear()
            self._timer.stop()
            self.finished.emit(DONE, "")
            self._window.leave()

    def _give_up_late(self, step: Step) -> None:
        if self._waiting.isValid() and self._waiting.hasExpired(
            round(step.timeout_s * 1000)
        ):
            what = step.wait or step.act
            self._end(
                NOT_SEEN,
                f"Script line {step.number}: {what!r} did not come in "
                f"{step.timeout_s:g} s.",
            )

    def _end(self, code: int, sentence: str) -> None:
        self._timer.stop()
        self._steps.clear()
        self.finished.emit(code, sentence)
        if code != DONE:
            self._window.leave()
