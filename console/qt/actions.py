# SPDX-License-Identifier: GPL-3.0-or-later
"""The named things a teacher can do in the window; a demo's script finds them by name.

An action may carry arguments in its data, once: then no chooser opens.
"""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from console.qt.window_state import WindowState

NAMES: Final = (
    "startLesson",
    "endLesson",
    "showScreens",
    "stopScreens",
    "look",
    "stopLooking",
    "attention",
    "attentionMenu",
    "endAttention",
    "message",
    "link",
    "seeHand",
    "log",
    "cover",
    "uncover",
)
KEYS: Final = {
    "cover": "Ctrl+B",
    "showScreens": "F6",
    "message": "F7",
    "link": "F8",
    "attention": "F9",
    "attentionMenu": "Shift+F9",
    "log": "Ctrl+L",
}

Args = Mapping[str, object]


class Actions:
    """All actions of one window, by name."""

    def __init__(self, parent: QObject) -> None:
        self._all = {name: _made(name, parent) for name in NAMES}

    def __getitem__(self, name: str) -> QAction:
        return self._all[name]

    def __contains__(self, name: str) -> bool:
        return name in self._all

    def all(self) -> tuple[QAction, ...]:
        """Give every action, so that a window can take their keys."""
        return tuple(self._all.values())

    def allow(self, state: WindowState) -> None:
        """Switch on what can be done now, and the rest off."""
        able = state.able()
        for name, action in self._all.items():
            action.setEnabled(name in able)

    def run(self, name: str, args: Args | None = None) -> None:
        """Trigger an action with arguments for this one time."""
        action = self._all[name]
        if action.isEnabled():
            action.setData(dict(args) if args is not None else None)
            action.trigger()


def take_args(action: QAction) -> Args | None:
    """Take the arguments out of an action, so that the next click has none."""
    args = action.data()
    action.setData(None)
    return args if isinstance(args, dict) else None


def _made(name: str, parent: QObject) -> QAction:
    action = QAction(parent)
    action.setObjectName(name)
    action.setEnabled(False)
    if name in KEYS:
        action.setShortcut(QKeySequence(KEYS[name]))
        action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
    return action
