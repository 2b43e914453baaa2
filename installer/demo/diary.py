# SPDX-License-Identifier: GPL-3.0-or-later
"""Follow what a program writes in its script's diary, line by line as it comes."""

import json
from pathlib import Path
from typing import Any


class Diary:
    """One growing file of JSON lines; half a line waits for its end."""

    def __init__(self, path: Path) -> None:
        """Read from the start; the file may not be there yet."""
        self._path, self._read = path, 0

    def news(self) -> list[dict[str, Any]]:
        """Give the lines that came since the last time."""
        try:
            with self._path.open("rb") as file:
                file.seek(self._read)
                data = file.read()
        except FileNotFoundError:
            return []
        whole = data[: data.rfind(b"\n") + 1]
        self._read += len(whole)
        return [json.loads(line) for line in whole.splitlines()]


def diary_of(script: Path) -> Path:
    """Name the diary of a script."""
    return script.with_name(script.name + ".diary")
