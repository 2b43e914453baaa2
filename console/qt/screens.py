# SPDX-License-Identifier: GPL-3.0-or-later
"""Which screen something is on, without QWidget.screen().

What that gives belongs to the widget: the screen is gone for all of Python with it.
"""

from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


def screen_of(widget: QWidget) -> QScreen:
    """Give the screen a widget's middle is on, or the first one."""
    middle = widget.mapToGlobal(widget.rect().center())
    return QGuiApplication.screenAt(middle) or QGuiApplication.primaryScreen()
