# SPDX-License-Identifier: GPL-3.0-or-later
"""What happened to a demo's script, one line each, for who plays the demo.

Source: docs/spec/indicator.md "The script".
"""

import json
from collections.abc import Callable
from pathlib import Path


class ScriptDiary:
    """Writes beside the script; there is one in a demo school only."""

    def __init__(self, script: Path, now_s: Callable[[], float]) -> None:
        """Start a new one: SCRIPT.diary.

        Args:
            script: the script's file.
            now_s: seconds since 1970.
        """
        self._path, self._now_s = script.with_name(f"{script.name}.diary"), now_s
        self._path.write_text("", "utf-8")

    def happened(self, event: str) -> None:
        """Write that something a line may wait for happened."""
        self._write(what="event", name=event)

    def pressed(self, name: str) -> None:
        """Write that a widget was clicked by the script itself."""
        self._write(what="pressed", name=name)

    def point(self, name: str, x_px: int, y_px: int) -> None:
        """Write where a real pointer has to click, in px of the whole desktop."""
        self._write(what="point", name=name, x=x_px, y=y_px)

    def _write(self, **line: object) -> None:
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"t": self._now_s(), **line}) + "\n")
