# SPDX-License-Identifier: GPL-3.0-or-later
"""The teacher's window on a real screen, with a made-up class, for a hand outside.

Run as `python -m tests.fakes.shown_window`. Each line on standard output is one thing
a person would see or do: an act, where the focus is, and where buttons and tiles are.
"""

import json
import sys
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from console.core.acts import TeacherAct, WindowAlive
from console.core.ports import Screen
from console.core.view import WallView
from console.qt.main_window import MainWindow
from console.qt.run import run_window
from console.qt.wall_model import PUPIL_ROLE
from tests.fakes.threaded_worker import ThreadedWorker
from tests.fakes.worker import view

LOOK_MS = 50


def tell(**said: object) -> None:
    """Say one thing."""
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


class ToldWorker(ThreadedWorker):
    """Tells each act before it is done."""

    def act(self, act: TeacherAct) -> None:
        """Take one act of the teacher."""
        if not isinstance(act, WindowAlive):
            tell(act=repr(act))
        super().act(act)


@dataclass
class Eyes:
    """Tells what is seen, when it changed."""

    seen: dict[str, object] = field(default_factory=dict)

    def look(self) -> None:
        """Look at the focus, and at all that can be clicked."""
        here = QApplication.focusWidget()
        self.note("focus", here.accessibleName() if here else "")
        self.note("places", {**self.buttons(), **self.tiles()})

    def note(self, what: str, value: object) -> None:
        if self.seen.get(what) != value:
            self.seen[what] = value
            tell(**{what: value})

    def buttons(self) -> dict[str, list[int]]:
        """Give the middle of each button that can be clicked now."""
        over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        tops = [over] if over else QApplication.topLevelWidgets()
        shown = [b for top in tops for b in top.findChildren(QAbstractButton)]
        return {
            b.accessibleName(): middle(b, b.rect().center())
            for b in shown
            if b.isVisible() and b.isEnabled() and not getattr(b, "is_new", False)
        }

    def tiles(self) -> dict[str, list[int]]:
        """Give the middle of each tile."""
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.page.isVisible():
                wall, model = window.page.wall, window.model
                rows = [model.index(row) for row in range(model.rowCount())]
                return {
                    f"tile:{row.data()}": middle(
                        wall.viewport(), wall.tile_rect(row.data(PUPIL_ROLE)).center()
                    )
                    for row in rows
                }
        return {}


def middle(widget: QWidget, spot: QPoint) -> list[int]:
    """Give a place on the screen."""
    where = widget.mapToGlobal(spot)
    return [where.x(), where.y()]


def main() -> int:
    """Show the window before its first lesson; the notice was not read yet."""
    app = QApplication(["inzage-console"])
    app.setQuitOnLastWindowClosed(False)
    eyes, parent = Eyes(), QObject()
    timer = QTimer(parent, interval=LOOK_MS)
    timer.timeout.connect(eyes.look)
    timer.start()
    return run_window(worker)


def worker(screen: Screen) -> ToldWorker:
    """Start the made-up class."""
    first: WallView = view(started=False)
    return ToldWorker(screen, first)


if __name__ == "__main__":
    sys.exit(main())
