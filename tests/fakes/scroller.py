# SPDX-License-Identifier: GPL-3.0-or-later
"""A page that scrolls for ever: run it as a program on the screen to be measured."""

import sys

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

STEP_PX = 3
LINE_PX = 24
WORDS = "De leerling verandert de grafiek en tekent de top van de parabool. "


class Page(QWidget):
    """Text that moves up."""

    def __init__(self, each_ms: int) -> None:
        super().__init__(None, Qt.WindowType.BypassWindowManagerHint)
        self._offset = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        self._timer.start(each_ms)

    def _step(self) -> None:
        self._offset += STEP_PX
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#FFFFFF"))
        first = self._offset // LINE_PX
        for number in range(self.height() // LINE_PX + 2):
            y = number * LINE_PX - self._offset % LINE_PX
            painter.drawText(QPoint(40, y), f"{first + number}. {WORDS * 2}")


def main() -> int:
    """Fill the screen and scroll."""
    app = QApplication(sys.argv)
    page = Page(int(sys.argv[1]))
    page.setGeometry(app.primaryScreen().geometry())
    page.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
