# SPDX-License-Identifier: GPL-3.0-or-later
"""Beside the wall: attention while it lasts, hands in order, the chosen pupil."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from console.qt.actions import Actions
from console.qt.attention_card import AttentionCard
from console.qt.hands_card import HandsCard
from console.qt.pupil_card import PupilCard
from console.qt.theme import Theme
from console.qt.wall_model import WallModel
from console.qt.window_state import WindowState
from console.qt.words.words import Words

PANEL_PX: Final = 308
SPACE_PX: Final = 12


class SidePanel(QScrollArea):
    """A column of cards that scrolls when the window is low."""

    closed = Signal()
    open_wanted = Signal()
    focus_lost = Signal()
    tabs_changed = Signal()

    def __init__(self, theme: Theme, words: Words, actions: Actions) -> None:
        super().__init__()
        self.setAccessibleName(words.panel)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its buttons have it
        self.setWidgetResizable(True)
        self.setFixedWidth(PANEL_PX)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.attention = AttentionCard(theme, words, actions)
        self.hands = HandsCard(theme, words, actions)
        self.pupil = PupilCard(theme, words, actions)
        self.hands.focus_lost.connect(self.focus_lost)
        self.hands.queue_changed.connect(self.tabs_changed)
        self.pupil.closed.connect(self.closed)
        self.pupil.open_wanted.connect(self.open_wanted)
        holder = QWidget()
        holder.setProperty("ground", "bg")
        column = self._column = QVBoxLayout(holder)
        column.setContentsMargins(4, 12, 20, 12)
        column.setSpacing(12)
        for card in (self.attention, self.hands, self.pupil):
            column.addWidget(card)
        column.addStretch(1)
        self.setWidget(holder)

    def be_drawer(self, drawer: bool) -> None:
        """Have an edge of its own over the wall, or lie open beside it.

        A drawer opens for who was chosen, so the card stands first in it.
        """
        self._column.removeWidget(self.pupil)
        self._column.insertWidget(0 if drawer else 2, self.pupil)
        self.setProperty("drawer", drawer)
        self.style().unpolish(self)
        self.style().polish(self)
        self.tabs_changed.emit()

    def bring_pupil(self) -> None:
        """Scroll to the chosen pupil's card, once it has its place."""
        QTimer.singleShot(0, self, self._show_pupil)

    def _show_pupil(self) -> None:
        self.ensureWidgetVisible(self.pupil, 0, SPACE_PX)

    def show_state(self, state: WindowState, model: WallModel, now: datetime) -> None:
        """Show what the window knows now."""
        view = state.view
        if view is None:
            return
        self.attention.show_view(view, now)
        self.hands.show_hands(state.hands(), now, covered=state.covered)
        tile = state.tile(state.chosen[0]) if len(state.chosen) == 1 else None
        self.pupil.setVisible(bool(state.chosen) and not state.covered)
        if tile is not None:
            # While attention is asked nobody looks, so nothing here may say otherwise.
            held = model.holds(tile.pupil) if view.attention is None else None
            refused = state.look.refused == tile.pupil
            self.pupil.show_pupil(tile, held, view.look, now, refused=refused)
        elif state.chosen:
            self.pupil.show_several(state.chosen)

    def refresh(self, state: WindowState, model: WallModel, now: datetime) -> None:
        """Let countdowns run."""
        self.show_state(state, model, now)
