# SPDX-License-Identifier: GPL-3.0-or-later
"""Read a text aloud with the voice this laptop has, if it has one."""

import shutil
import sys
from typing import Final

from PySide6.QtCore import QProcess

SPEAKERS: Final = (
    ("spd-say", ("--language", "{lang}", "--", "{words}")),
    ("espeak-ng", ("-v", "{lang}", "--", "{words}")),
    ("espeak", ("-v", "{lang}", "--", "{words}")),
)
MAC: Final = ("say", ("{words}",))


def speak(words: str, lang: str) -> bool:
    """Say it aloud; False when this laptop has no voice."""
    choices = (MAC,) if sys.platform == "darwin" else SPEAKERS
    for program, arguments in choices:
        found = shutil.which(program)
        if found is not None:
            filled = [part.format(lang=lang, words=words) for part in arguments]
            return bool(QProcess.startDetached(found, filled))
    return False
