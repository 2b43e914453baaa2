# SPDX-License-Identifier: GPL-3.0-or-later
"""The only code that may save what a window shows: for a script, in a demo school.

A test over the whole folder holds this. Source: docs/rights.md R-72.
"""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget


def save_shot(window: QWidget, path: str) -> None:
    """Save a picture of a window of made-up pupils, once its parts have their places.

    Raises:
        OSError: the file could not be written.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    if not window.grab().save(path, "PNG"):
        raise OSError(f"Could not write {path}; does its folder exist?")
