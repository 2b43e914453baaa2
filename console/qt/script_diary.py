# SPDX-License-Identifier: GPL-3.0-or-later
"""What a demo's script has done so far, one line each, for who plays the demo.

Source: docs/spec/console-script.md "The diary".
"""

import json
from pathlib import Path

from PySide6.QtCore import QDateTime


class ScriptDiary:
    """Writes beside the script; there is one in a demo school only."""

    def __init__(self, script: Path) -> None:
        """Start a new one: SCRIPT.diary."""
        self._path = script.with_name(f"{script.name}.diary")
        self._path.write_text("", "utf-8")

    def note(self, number: int) -> None:
        """Write that a line of the script is done, and when (seconds since 1970)."""
        at_s = QDateTime.currentMSecsSinceEpoch() / 1000
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"t": at_s, "line": number}) + "\n")
