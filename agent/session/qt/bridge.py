# SPDX-License-Identifier: GPL-3.0-or-later
"""Join the local socket to Qt's one thread, and dial again when it is gone."""

from pathlib import Path
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from agent.session.daemon_port import DaemonPort, PortClosedError

REDIAL_MS: Final = 1000


class Bridge(QObject):
    """The line to the daemon, for as long as the session lives."""

    opened = Signal()
    heard = Signal(object)
    closed = Signal()

    def __init__(self, path: Path) -> None:
        """Take where the daemon listens; nothing is dialled yet."""
        super().__init__()
        self._path = path
        self._port: DaemonPort | None = None
        self._reading: QSocketNotifier | None = None
        self._writing: QSocketNotifier | None = None
        self._redial = QTimer(self)
        self._redial.setInterval(REDIAL_MS)
        self._redial.timeout.connect(self.dial)

    @property
    def is_open(self) -> bool:
        """Say whether the daemon is there."""
        return self._port is not None

    def dial(self) -> None:
        """Connect, now and then again until it works."""
        if self._port is not None:
            return
        try:
            self._port = DaemonPort(self._path)
        except PortClosedError:
            self._redial.start()
            return
        self._redial.stop()
        number = self._port.fileno()
        self._reading = QSocketNotifier(number, QSocketNotifier.Type.Read, self)
        self._reading.activated.connect(self._readable)
        self._writing = QSocketNotifier(number, QSocketNotifier.Type.Write, self)
        self._writing.setEnabled(False)
        self._writing.activated.connect(self._writable)
        self.opened.emit()

    def send(self, message: Struct) -> None:
        """Say one thing; without a daemon it is lost, and only a no is kept."""
        if self._port is None:
            return
        try:
            self._port.send(message)
        except PortClosedError:
            self.hang_up()
            return
        self._watch_writing()

    def _watch_writing(self) -> None:
        if self._port is not None and self._writing is not None:
            self._writing.setEnabled(self._port.unsent)

    def _writable(self) -> None:
        if self._port is None:
            return
        try:
            self._port.flush()
        except PortClosedError:
            self.hang_up()
            return
        self._watch_writing()

    def _readable(self) -> None:
        port = self._port
        if port is None:
            return
        try:
            messages = port.read()
        except PortClosedError:
            self.hang_up()
            return
        for message in messages:
            if self._port is not port:
                return
            self.heard.emit(message)

    def hang_up(self) -> None:
        """Let go of the socket and begin to dial again."""
        if self._port is None:
            return
        for notifier in (self._reading, self._writing):
            if notifier is not None:
                notifier.setEnabled(False)
                notifier.deleteLater()
        self._reading = self._writing = None
        self._port.close()
        self._port = None
        self._redial.start()
        self.closed.emit()

    def end(self) -> None:
        """Hang up for good."""
        self.hang_up()
        self._redial.stop()
