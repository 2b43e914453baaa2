# SPDX-License-Identifier: GPL-3.0-or-later
"""Open the teacher's window on the main thread and stay until it closes."""

import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Final

from PySide6.QtWidgets import QApplication

from console.core.ports import Screen, Worker
from console.qt.bridge import Bridge
from console.qt.main_window import MainWindow
from console.qt.memory import Memory, ShortMemory
from console.qt.passphrase import PassphraseDialog
from console.qt.player import Player
from console.qt.qt_words import speak
from console.qt.script import ScriptError, parse_script
from console.qt.script_diary import ScriptDiary
from console.qt.theme import Theme
from console.qt.words.choose import language_for, words_for

UNREADABLE: Final = 2
STOPPED: Final = 130


def run_window(
    connect: Callable[[Screen], Worker],
    *,
    script: Path | None = None,
    language: str = "nl",
    memory: Memory | None = None,
) -> int:
    """Show the window until it closes; then the worker is stopped.

    Args:
        connect: starts the worker, which may call the Screen from any thread.
        script: a demo's script; refused with code 5 outside a demo school.
        language: of the window's words.
        memory: where the window keeps its few words between openings.

    Returns:
        An exit code of docs/spec/commands.md: 0, 1 (a moment of the script did not
        come), 2 (unreadable script), 5 (script refused) or 130 (stopped).
    """
    try:
        steps = parse_script(script.read_text("utf-8")) if script else None
    except (OSError, UnicodeDecodeError, ScriptError) as error:
        sys.stderr.write(f"{error}\n")
        return UNREADABLE
    app = _application(language)
    bridge = Bridge()
    worker = connect(bridge)
    window = MainWindow(
        _theme(app), words_for(language), worker, bridge, memory or ShortMemory()
    )
    ending = _Ending(app, window)
    if script is not None and steps is not None:
        player = Player(window, steps, ScriptDiary(script))
        player.finished.connect(ending.note)
        player.start()
    window.show()
    try:
        with ending:
            app.exec()
    finally:
        bridge.close()
        worker.stop()
    window.hide()
    return ending.code


def ask_passphrase(*, language: str = "nl", wrong: bool = False) -> str | None:
    """Ask the passphrase of the teacher's key; None when the teacher leaves.

    Args:
        language: of the words.
        wrong: whether the one typed before did not fit.
    """
    app = _application(language)
    dialog = PassphraseDialog(_theme(app), words_for(language), wrong=wrong)
    dialog.exec()
    typed, dialog.typed = dialog.typed, ""
    return typed or None


class _Ending:
    """Gathers why the window ends; signals of the system end it too, in order."""

    def __init__(self, app: QApplication, window: MainWindow) -> None:
        self.code = 0
        self._app, self._window = app, window
        window.left.connect(self._exit)

    def _exit(self) -> None:
        # Not quit(): that asks each window first, and one in a lesson says no.
        self._app.exit()

    def note(self, code: int, sentence: str) -> None:
        """Take over what the script's player found."""
        self.code = self.code or code
        if sentence:
            sys.stderr.write(f"{sentence}\n")

    def __enter__(self) -> None:
        self._before = {
            number: signal.signal(number, self._on_signal)
            for number in (signal.SIGINT, signal.SIGTERM)
        }

    def __exit__(self, *_error: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self.code = STOPPED
        self._window.leave()


def _application(language: str) -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = _new_application()
    speak(app, language_for(language))
    return app


def _new_application() -> QApplication:
    made = QApplication(["inzage-console"])
    made.setApplicationName("Inzage")
    made.setDesktopFileName("inzage-console")
    made.setQuitOnLastWindowClosed(False)
    return made


def _theme(app: QApplication) -> Theme:
    return app.findChild(Theme) or Theme(app)
