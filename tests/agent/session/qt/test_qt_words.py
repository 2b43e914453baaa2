# SPDX-License-Identifier: GPL-3.0-or-later
"""Qt's own windows speak the language of ours."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from agent.session.qt.qt_words import speak


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    speak(qapp, "en")


@pytest.mark.parametrize(
    ("language", "save"), [("nl", "Op&slaan"), ("fr", "&Enregistrer"), ("en", "&Save")]
)
def test_the_window_that_saves_a_file_speaks_it(
    app: QApplication, language: str, save: str
) -> None:
    speak(app, "nl")  # what was spoken before goes
    speak(app, language)
    assert QCoreApplication.translate("QFileDialog", "&Save") == save


def test_without_a_table_it_speaks_english(app: QApplication) -> None:
    speak(app, "nl")
    speak(app, "xx")
    assert QCoreApplication.translate("QFileDialog", "&Save") == "&Save"
