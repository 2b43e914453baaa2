# SPDX-License-Identifier: GPL-3.0-or-later
"""Put the pupil's session together and run Qt's one thread."""

import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from agent.session.clicks import Clicks, Store
from agent.session.platform.base import Keeper, Platform
from agent.session.platform.choose import choose
from agent.session.pupil_state import PupilState
from agent.session.qt.acts import Acts
from agent.session.qt.bridge import Bridge
from agent.session.qt.conductor import Conductor, Parts
from agent.session.qt.curtain_keeper import CurtainKeeper
from agent.session.qt.heart import Heart
from agent.session.qt.indicator import Indicator
from agent.session.qt.ledger_window import Sources
from agent.session.qt.looking import Looking
from agent.session.qt.mark import draw_mark
from agent.session.qt.presser import Presser
from agent.session.qt.qt_words import speak
from agent.session.qt.script_diary import ScriptDiary
from agent.session.qt.script_shot import save_drawn
from agent.session.qt.windows import Windows
from agent.session.rest import Rest
from agent.session.script_lines import Script

ALONE_MS: Final = 600  # without a daemon's word by now the oogje shows all the same
REFUSED_CODE: Final = 5
SCREEN_GONE_CODE: Final = 1


@dataclass(frozen=True, slots=True)
class Setup:
    """What the composition root found out."""

    socket: Path
    platform: str
    profile: Path
    script: Script | None
    diary: ScriptDiary | None  # with a script, and only then
    store: Store
    pupil_pub: bytes
    sign: Callable[[bytes], bytes]
    clock: Callable[[], float]
    now_s: Callable[[], int]
    say_aloud: Callable[[str], None]
    leave: Callable[[int], None]  # end the process with this code


class Session:
    """Everything that lives as long as the process."""

    def __init__(self, app: QApplication, setup: Setup, platform: Platform) -> None:
        """Build the parts; nothing is shown or dialled yet."""
        self.app, self.setup, self.platform = app, setup, platform
        self.state = PupilState()
        self.keeper: Keeper = platform.keeper()
        self.indicator = Indicator(platform, self.keeper, setup.clock)
        self.bridge = Bridge(setup.socket)
        self.looking = Looking(
            platform,
            self.indicator,
            Rest(self.keeper.resting, setup.clock),
            setup.clock,
            self.bridge.send,
            draw_mark,
        )
        clicks = Clicks(setup.store)
        self.acts = Acts(
            self.state,
            clicks,
            self.looking,
            self.bridge.send,
            setup.sign,
            setup.now_s,
        )
        self.curtain = CurtainKeeper(platform, self.keeper, self.indicator, setup.clock)
        sources = Sources(lambda: self.looking.last_sent, self.taken_s, setup.now_s)
        self.windows = Windows(
            self.state, self.acts, platform, self.indicator, sources, setup.clock
        )
        parts = Parts(
            self.state,
            self.bridge,
            self.indicator,
            self.looking,
            self.curtain,
            self.windows,
            self.acts,
            clicks,
        )
        self.conductor = Conductor(
            parts, setup.pupil_pub, platform.number, setup.clock, setup.now_s
        )
        self.presser = self._presser()
        self._shown = False
        self._connect()

    def taken_s(self, taken_ms: int) -> int:
        """Turn boot time into wall time."""
        ago_s = self.setup.clock() - taken_ms / 1000
        return int(self.setup.now_s() - ago_s)

    def _presser(self) -> Presser | None:
        if self.setup.script is None or self.setup.diary is None:
            return None

        def pressing(now: bool) -> None:
            self.acts.by_script = now

        def shoot(path: str) -> None:
            save_drawn(self.platform, self.indicator.areas()[0].rect, path)

        presser = Presser(
            self.setup.script, self.setup.diary, self.setup.clock, pressing, shoot
        )
        self.conductor.happened.connect(presser.happened)
        return presser

    def _connect(self) -> None:
        self.conductor.welcomed.connect(self._welcomed)
        self.conductor.refused.connect(self._refused)
        self.looking.gone.connect(lambda: self.setup.leave(SCREEN_GONE_CODE))
        self.app.screenAdded.connect(self._screens_changed)
        self.app.screenRemoved.connect(self._screens_changed)
        self.app.paletteChanged.connect(self._recolour)
        self.indicator.placed.connect(self._keep_place)

    def start(self) -> None:
        """Dial first: a second session must not cover the pill of the first."""
        self.bridge.dial()
        wait_ms = ALONE_MS if self.bridge.is_open else 0
        QTimer.singleShot(wait_ms, self.conductor, self._show)

    def _show(self) -> None:
        if self._shown:
            return
        self._shown = True
        share, bottom = self._kept_place()
        self.indicator.place(share, bottom=bottom)
        self.conductor.show_eye()
        self.indicator.rebuild()

    def _welcomed(self) -> None:
        speak(self.app, self.state.say.lang)
        self._show()
        if self.presser is not None and self.state.demo:
            self.presser.begin()

    def _refused(self, sentence: str) -> None:
        if not self._shown:
            self.setup.say_aloud(sentence)
            self.setup.leave(REFUSED_CODE)

    def _screens_changed(self) -> None:
        """Say anew who we are: the daemon knows the screens from our Here."""
        self.looking.stop()
        self.curtain.lower()
        if self._shown:
            self.indicator.rebuild()
        self.bridge.hang_up()

    def _recolour(self) -> None:
        self.indicator.repaint()
        self.windows.rebuild()

    def _settings(self) -> QSettings:
        place = str(self.setup.profile / "oogje.ini")
        return QSettings(place, QSettings.Format.IniFormat)

    def _kept_place(self) -> tuple[float, bool]:
        kept = self._settings()
        try:
            share = float(str(kept.value("share", 0.5)))
        except ValueError:
            share = 0.5
        return share, str(kept.value("bottom", "false")).lower() == "true"

    def _keep_place(self, share: float, bottom: bool) -> None:
        kept = self._settings()
        kept.setValue("share", share)
        kept.setValue("bottom", bottom)
        self.indicator.place(share, bottom=bottom)

    def end(self) -> None:
        """Shut every door, in the order that keeps the pupil safe."""
        self.app.screenAdded.disconnect(self._screens_changed)
        self.app.screenRemoved.disconnect(self._screens_changed)
        self.app.paletteChanged.disconnect(self._recolour)
        self.conductor.end()
        self.looking.stop()
        self.curtain.lower()
        self.bridge.end()
        self.indicator.end()
        self.keeper.close()


def leave(code: int) -> None:
    """End Qt's loop, and so the process, with this code."""
    QApplication.exit(code)


def run(setup: Setup, beat: Callable[[], None]) -> int:
    """Run the session until it ends; give its exit code."""
    with contextlib.ExitStack() as stack:
        arguments = ["inzage-session"]
        if setup.platform == "synthetic":
            resource = files("agent.session.platform").joinpath("synthetic.json")
            drawn = stack.enter_context(as_file(resource))
            arguments += ["-platform", f"offscreen:configfile={drawn}"]
        app = QApplication(arguments)
        app.setQuitOnLastWindowClosed(False)
        app.setApplicationName("Inzage")
        QGuiApplication.setDesktopFileName("inzage-session")
        seed = sum(str(setup.socket).encode())
        platform = choose(setup.platform, os.environ, setup.clock, seed)
        session = Session(app, setup, platform)
        heart = Heart(beat, session.conductor.beat)
        heart.start()
        session.start()
        try:
            return app.exec()
        finally:
            session.end()
            heart.stop()
