# SPDX-License-Identifier: GPL-3.0-or-later
"""A real X server without a monitor, for tests that need real windows."""

import os
import shutil
import subprocess
from types import TracebackType
from typing import Self

XVFB = shutil.which("Xvfb")


class XServer:
    """Starts Xvfb on a free display and ends it by its own process."""

    def __init__(self, width: int = 1366, height: int = 768, *more: str) -> None:
        reading, writing = os.pipe()
        self._process = subprocess.Popen(
            [
                str(XVFB),
                "-displayfd",
                str(writing),
                "-screen",
                "0",
                f"{width}x{height}x24",
                "-nolisten",
                "tcp",
                "-noreset",
                *more,
            ],
            pass_fds=(writing,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        self.name = f":{number}"
        self.pid = self._process.pid

    def environment(self, **more: str) -> dict[str, str]:
        """Give what a program needs to appear on this screen."""
        kept = {
            key: value
            for key, value in os.environ.items()
            if key not in {"DBUS_SESSION_BUS_ADDRESS", "WAYLAND_DISPLAY"}
        }
        own = {"DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"}
        return {**kept, **own, "XDG_SESSION_TYPE": "x11", **more}

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
