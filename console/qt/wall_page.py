# SPDX-License-Identifier: GPL-3.0-or-later
"""The lesson's page: strip, wall and cover, and the side panel or its drawer."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.qt.actions import Actions
from console.qt.cover import CoverCard
from console.qt.labels import PlainLabel
from console.qt.overview_strip import OverviewStrip
from console.qt.side_panel import PANEL_PX, SidePanel
from console.qt.tab_order import order_tabs, stops_in
from console.qt.theme import Theme
from console.qt.wall_model import WallModel
from console.qt.wall_view import WallView
from console.qt.window_state import WindowState
from console.qt.words.words import Words

ABOVE_WALL_PX: Final = 4  # the strip above stays in sight, and says what is seen


class WallPage(QWidget):
    """Arranges the parts; the panel lies over the wall when there is no room beside.

    Tiles never move for it: who clicks twice meets the same pupil twice.
    """

    chosen_changed = Signal()
    open_wanted = Signal()

    def __init__(
        self, theme: Theme, words: Words, actions: Actions, model: WallModel
    ) -> None:
        super().__init__()
        self._model = model
        self._drawer, self._drawer_open = False, False
        self._on_left = False  # the drawer, where it would hide who was chosen
        self._shows_choice = False
        self.wall = WallView(theme, model, words)
        self.strip = OverviewStrip(theme, words, actions)
        self.panel = SidePanel(theme, words, actions)
        self._none = PlainLabel(words.search_none, "second")
        self._none.setContentsMargins(8, 0, 8, 0)
        self._none.hide()
        self.cover = CoverCard(theme, words, actions, self.wall)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addLayout(self._left(), 1)
        self._row.addWidget(self.panel)
        self.wall.chosen_changed.connect(self.chosen_changed)
        self.panel.open_wanted.connect(self.open_wanted)
        self.panel.closed.connect(self.leave_choice)
        self.panel.focus_lost.connect(self.wall.setFocus)
        self.panel.tabs_changed.connect(self.order_tabs)
        self.strip.left.connect(self._to_wall)

    def _left(self) -> QVBoxLayout:
        left = QVBoxLayout()
        left.setContentsMargins(0, 10, 0, 4)
        left.setSpacing(8)
        left.addWidget(self.strip)
        left.addWidget(self._none)
        left.addWidget(self.wall, 1)
        return left

    def show_state(self, state: WindowState, now: datetime) -> None:
        """Show what the window knows now."""
        view = state.view
        if view is None:
            return
        self.strip.show_view(view, now, covered=state.covered)
        self.panel.show_state(state, self._model, now)
        shows = self.cover.isVisibleTo(self.wall)
        self.cover.setVisible(state.covered)
        if state.covered and not shows:
            self._lay_cover()
        elif shows and not state.covered:
            self.show_choice(covered=False)
        self._none.setVisible(
            bool(self.strip.search.text()) and not self._model.rowCount()
        )

    def _lay_cover(self) -> None:
        self.strip.search.clear()
        self.shut_drawer()
        self.cover.centre()
        self.cover.open.be_new()
        self.cover.open.setFocus()

    def fold(self, *, drawer: bool) -> None:
        """Put the panel beside the wall, or over it."""
        if drawer == self._drawer:
            return
        self._drawer = drawer
        self.panel.be_drawer(drawer)
        if drawer:
            self._row.removeWidget(self.panel)
            self.panel.setParent(self)
            self.panel.raise_()
        else:
            self._row.addWidget(self.panel)
        self._drawer_open = bool(self.wall.chosen())
        self._place()

    def turn_drawer(self) -> None:
        """Open or shut the drawer."""
        self._drawer_open = not self._drawer_open
        self._place()

    def shut_drawer(self) -> None:
        """Shut the drawer, open or not."""
        self._drawer_open = False
        self._place()

    def show_choice(self, *, covered: bool) -> None:
        """Bring the chosen pupil's card into sight; nobody chosen shuts the drawer."""
        chosen = () if covered else self.wall.chosen()
        if chosen:
            self._dodge(self.wall.tile_rect(chosen[0]))
            self._drawer_open = True
            self.panel.bring_pupil()
        elif self._shows_choice:
            self._drawer_open = False
        self._shows_choice = bool(chosen)
        self._place()

    def _dodge(self, tile: QRect) -> None:
        """Lay the drawer on the other side when it would hide this tile."""
        tile = tile.translated(self.wall.viewport().mapTo(self, QPoint()))
        if tile.intersects(self._drawer_rect()):
            self._on_left = not self._on_left

    def _drawer_rect(self) -> QRect:
        left = 0 if self._on_left else self.width() - PANEL_PX
        top = self.wall.y() - ABOVE_WALL_PX
        return QRect(left, top, PANEL_PX, self.height() - top)

    def order_tabs(self) -> None:
        """Let Tab go from the strip to the wall, the question over it, the panel."""
        wall = [*stops_in(self.wall), self.cover.open]
        order_tabs([*stops_in(self.strip), *wall, *stops_in(self.panel)])

    def leave_choice(self) -> None:
        """Choose nobody."""
        self.wall.clearSelection()
        self.wall.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cover and the drawer where they belong."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self.cover.centre()
        if self._drawer:
            self.panel.setGeometry(self._drawer_rect())
        self.panel.setVisible(not self._drawer or self._drawer_open)

    def _to_wall(self) -> None:
        self.wall.setFocus()
        if self._model.rowCount() and not self.wall.currentIndex().isValid():
            self.wall.setCurrentIndex(self._model.index(0))
