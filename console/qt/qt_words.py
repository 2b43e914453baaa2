# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of Qt's own windows, such as the one that asks where a file may lie."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator


def speak(app: QCoreApplication, language: str) -> None:
    """Let Qt speak this language; without a table it speaks English."""
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    words = QTranslator(app)
    place = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.load(f"qtbase_{language}", place):
        app.installTranslator(words)
