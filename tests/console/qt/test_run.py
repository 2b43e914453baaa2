# SPDX-License-Identifier: GPL-3.0-or-later
"""The window from opening to closing, with a worker on a thread of its own."""

import json
import os
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit

from console.core.acts import (
    EndAttention,
    EndLesson,
    LookAt,
    ReadLog,
    ShowScreens,
    StartLesson,
    StopLooking,
    WindowAlive,
)
from console.core.ports import Screen
from console.core.view import WallView
from console.qt.passphrase import PassphraseDialog
from console.qt.qt_words import speak
from console.qt.run import ask_passphrase, run_window
from tests.fakes.threaded_worker import ThreadedWorker
from tests.fakes.worker import view

pytestmark = [
    pytest.mark.qt_log_ignore("does not support", extend=True),
    pytest.mark.usefixtures("qapp"),
]
DEMO = replace(view(started=False), demo=True)


class School:
    """Keeps the worker that the window was connected to."""

    def __init__(self, first: WallView) -> None:
        self._first = first
        self.worker: ThreadedWorker

    def connect(self, screen: Screen) -> ThreadedWorker:
        self.worker = ThreadedWorker(screen, self._first)
        return self.worker

    def acts(self) -> list[object]:
        assert self.worker.inner is not None
        acts = self.worker.inner.acts
        return [act for act in acts if not isinstance(act, WindowAlive)]


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    def write(*steps: dict[str, object]) -> Path:
        path = tmp_path / "script.jsonl"
        path.write_text("\n".join(json.dumps(step) for step in steps))
        return path

    return write


def test_a_script_plays_a_lesson_and_takes_a_picture(
    tmp_path: Path, written: Callable[..., Path]
) -> None:
    shot, view_shot = tmp_path / "wall.png", tmp_path / "view.png"
    school = School(DEMO)
    script = written(
        {"wait": "slot", "act": "startLesson"},
        {"wait": "started", "act": "uncover"},
        {"act": "showScreens", "args": {"reason_code": "own_work"}},
        {"wait": "picture", "count": 20, "shot": str(shot)},
        {"act": "look", "args": {"pupil": "Amina B.", "reason_code": "help"}},
        {"wait": "large_picture", "shot": str(view_shot), "of": "view"},
        {"wait": "look", "act": "stopLooking"},
        {"wait": "no_look", "act": "attention", "args": {"reason_code": "board"}},
        {"wait": "attention", "count": 24, "act": "endAttention"},
        {"wait": "no_attention", "act": "log"},
        {"wait": "log", "count": 6, "act": "endLesson"},
        {"wait": "summary", "quit": True},
    )
    assert run_window(school.connect, script=script) == 0
    assert school.worker.stopped
    kinds = [type(act) for act in school.acts()]
    assert kinds[:3] == [StartLesson, ShowScreens, LookAt]
    assert kinds[3] is StopLooking
    assert kinds[5:] == [EndAttention, ReadLog, EndLesson]
    assert QImage(str(shot)).width() >= 720
    assert QImage(str(view_shot)).width() >= 720


def test_D16_a_script_is_refused_outside_a_demo_school(
    tmp_path: Path, written: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    shot = tmp_path / "wall.png"
    school = School(view(started=False))
    script = written({"act": "startLesson"}, {"shot": str(shot)})
    assert run_window(school.connect, script=script) == 5
    assert school.acts() == []
    assert not shot.exists()
    assert "demo school only" in capsys.readouterr().err


def test_a_moment_that_does_not_come_is_said(
    written: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    script = written({"wait": "picture", "timeout": 0.2})
    assert run_window(School(DEMO).connect, script=script) == 1
    assert "Script line 1: 'picture' did not come" in capsys.readouterr().err


def test_a_picture_that_cannot_be_written_is_said(
    written: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    script = written({"shot": "/nowhere/at/all/wall.png"})
    assert run_window(School(DEMO).connect, script=script) == 1
    assert "does its folder exist?" in capsys.readouterr().err


def test_an_unreadable_script_opens_no_window(
    tmp_path: Path, written: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    def never(_screen: Screen) -> ThreadedWorker:
        raise AssertionError("connected all the same")

    assert run_window(never, script=tmp_path / "absent.jsonl") == 2
    assert run_window(never, script=written({"act": "record"})) == 2
    assert "act 'record' is not one of" in capsys.readouterr().err


def test_a_signal_ends_the_lesson_and_the_window() -> None:
    school = School(replace(view(), demo=False))
    QTimer.singleShot(300, lambda: os.kill(os.getpid(), signal.SIGTERM))
    before = signal.getsignal(signal.SIGTERM)
    assert run_window(school.connect) == 130
    assert signal.getsignal(signal.SIGTERM) is before
    assert EndLesson() in school.acts()
    assert school.worker.stopped


def answer(text: str) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PassphraseDialog)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText(text)
    button = dialog.findChild(type(dialog.opens), "open")
    assert button is not None
    button.click()


def test_the_passphrase_is_asked_and_given() -> None:
    QTimer.singleShot(0, lambda: answer("vier losse woorden hier"))
    assert ask_passphrase() == "vier losse woorden hier"


def test_qts_own_windows_speak_the_windows_language() -> None:
    QTimer.singleShot(0, lambda: answer("vier losse woorden hier"))
    ask_passphrase(language="nl_BE")
    assert QCoreApplication.translate("QFileDialog", "&Save") == "Op&slaan"
    app = QApplication.instance()
    assert app is not None
    speak(app, "en")


def test_leaving_the_passphrase_gives_nothing() -> None:
    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PassphraseDialog)
        assert dialog.error.text() == "Die wachtzin past niet. Probeer het nog eens."
        dialog.opens.click()
        assert dialog.error.text() == "Schrijf eerst iets."
        dialog.reject()

    QTimer.singleShot(0, leave)
    assert ask_passphrase(wrong=True) is None
