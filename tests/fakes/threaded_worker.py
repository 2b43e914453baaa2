# SPDX-License-Identifier: GPL-3.0-or-later
"""The made-up class on a thread of its own, as the real worker is."""

from queue import Queue
from threading import Thread

from console.core.acts import TeacherAct
from console.core.ports import Screen
from console.core.view import WallView
from tests.fakes.worker import FakeWorker


class ThreadedWorker:
    """Answers from its thread; `stop` returns when the thread has ended."""

    def __init__(self, screen: Screen, first: WallView) -> None:
        self._queue: Queue[TeacherAct | None] = Queue()
        self.inner: FakeWorker | None = None
        self._thread = Thread(target=self._work, args=(screen, first))
        self._thread.start()

    def act(self, act: TeacherAct) -> None:
        """Take one act of the teacher."""
        self._queue.put(act)

    def stop(self) -> None:
        """End the thread."""
        self._queue.put(None)
        self._thread.join()

    @property
    def stopped(self) -> bool:
        """Say whether the thread has ended."""
        return not self._thread.is_alive()

    def _work(self, screen: Screen, first: WallView) -> None:
        self.inner = FakeWorker(screen, first)
        while (act := self._queue.get()) is not None:
            self.inner.act(act)
