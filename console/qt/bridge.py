# SPDX-License-Identifier: GPL-3.0-or-later
"""From the worker's thread to the window's: a queue, and one queued signal per burst.

Only the newest wall and the newest pixels of a pupil are kept, so a slow window
shows less, never late. A drop overtakes the pixels before it, in the queue too.
"""

from collections.abc import Callable
from threading import Lock
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from console.core.view import LogView, Pixels, WallView

BURST_MS: Final = 100  # pixels are shown at most ten times a second
TURN_MS: Final = 6  # of the 16 ms the window may take before it stutters

PixelKey = tuple[str, bool]


class Bridge(QObject):
    """A Screen for the worker; on the window's side four signals."""

    shown = Signal(object)
    pictured = Signal(object)
    dropped = Signal(str, bool)
    logged = Signal(object)
    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = Lock()
        self._awake = False
        self._view: WallView | None = None
        self._log: LogView | None = None
        self._drops: dict[PixelKey, None] = {}
        self._pixels: dict[PixelKey, Pixels] = {}
        self._spent = QElapsedTimer()
        self._beat = QTimer(self, singleShot=True, interval=BURST_MS)
        self._beat.timeout.connect(self.pour_pixels)
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self.pour_pixels)
        self._woken.connect(self._pour, Qt.ConnectionType.QueuedConnection)

    # the worker's side, any thread

    def show(self, view: WallView) -> None:
        """Paint this; only the newest counts."""
        with self._lock:
            self._view = view
        self._wake()

    def picture(self, pixels: Pixels) -> None:
        """Show new pixels; only the newest of a pupil count."""
        with self._lock:
            self._pixels[pixels.pupil, pixels.large] = pixels
        self._wake()

    def drop(self, pupil: str, large: bool) -> None:
        """Forget a pupil's pixels, waiting ones first."""
        with self._lock:
            self._pixels.pop((pupil, large), None)
            self._drops[pupil, large] = None
        self._wake()

    def log(self, view: LogView) -> None:
        """Show the teacher's own record."""
        with self._lock:
            self._log = view
        self._wake()

    def close(self) -> None:
        """Forget everything that waits; the window is going."""
        with self._lock:
            self._view, self._log = None, None
            self._pixels.clear()
            self._drops.clear()

    @property
    def waits(self) -> bool:
        """Say whether anything still waits to be shown."""
        with self._lock:
            return bool(self._awake or self._pixels)

    def _wake(self) -> None:
        with self._lock:
            wakes, self._awake = not self._awake, True
        if wakes:
            self._woken.emit()

    # the window's side

    def _pour(self) -> None:
        with self._lock:
            self._awake = False
            waiting = bool(self._pixels)
        self._pour_words()
        if waiting and not self._beat.isActive() and not self._more.isActive():
            self.pour_pixels()

    def _pour_words(self) -> None:
        with self._lock:
            view, self._view = self._view, None
            log, self._log = self._log, None
            drops, self._drops = self._drops, {}
        for pupil, large in drops:
            self.dropped.emit(pupil, large)
        _emit(self.shown.emit, view)
        _emit(self.logged.emit, log)

    def pour_pixels(self) -> None:
        """Show waiting pixels, as many as one turn of the window may take."""
        self._pour_words()  # pixels never come before the view that allows them
        self._spent.start()
        while self._spent.elapsed() < TURN_MS:
            pixels = self._next_pixels()
            if pixels is None:
                return
            self.pictured.emit(pixels)
            self._beat.start()
        self._beat.stop()
        self._more.start()

    def _next_pixels(self) -> Pixels | None:
        with self._lock:
            for key in self._pixels:
                return self._pixels.pop(key)
        return None


def _emit(emit: Callable[[object], None], value: object | None) -> None:
    if value is not None:
        emit(value)
