# SPDX-License-Identifier: GPL-3.0-or-later
"""The window follows the platform between light and dark."""

import subprocess
import sys

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from console.qt.theme import Theme
from console.qt.tokens import LIGHT

DARK_PLATFORM = """
import sys
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from console.qt.theme import Theme
from console.qt.tokens import DARK
app = QApplication([])
palette = QPalette(QColor("#202020"))
palette.setColor(QPalette.ColorRole.WindowText, QColor("#f0f0f0"))
app.setPalette(palette)
sys.exit(0 if Theme(app).tokens is DARK else 1)
"""


def test_a_light_platform_gives_the_light_tokens(
    qapp: QApplication, theme: Theme
) -> None:
    assert theme.tokens is LIGHT
    assert theme.color("accent") == QColor("#0B6374")
    assert qapp.palette().window().color() == QColor(LIGHT.bg)
    assert LIGHT.accent in qapp.styleSheet()


def test_a_dark_platform_gives_the_dark_tokens() -> None:
    done = subprocess.run([sys.executable, "-c", DARK_PLATFORM], check=False)
    assert done.returncode == 0
