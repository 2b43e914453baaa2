# SPDX-License-Identifier: GPL-3.0-or-later
"""The wall: a list a screen reader knows, painted by hand, only where it changed.

Measured before it was chosen: painting the dirty tiles alone took a tenth of what a
delegate for every tile takes. Source: docs/adr/0070.
"""

from typing import Final

from PySide6.QtCore import (
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from console.qt.buttons import ENTER
from console.qt.deaf import Deaf
from console.qt.theme import Theme
from console.qt.tile_painter import (
    FOOT_PX,
    Marks,
    TilePainter,
    cell_height_px,
    picture_size,
)
from console.qt.wall_model import FACE_ROLE, PICTURE_ROLE, PUPIL_ROLE, WallModel
from console.qt.words.words import Words

SMALLEST_CELL_PX: Final = 120
SMALLEST_NAME_PX: Final = 104
LARGEST_CELL_PX: Final = 336
ZOOM_STEP: Final = 0.15
_WALKS: Final = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)
_LEFT_TO_WINDOW: Final = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Escape})


class WallView(QListView):
    """The tiles of the class."""

    chosen_changed = Signal()
    look_wanted = Signal(str)
    link_dropped = Signal(str, str)  # the address; the pupil, or nothing for the class

    def __init__(
        self, theme: Theme, model: WallModel, words: Words, *, foot_px: int = FOOT_PX
    ) -> None:
        super().__init__()
        self._wall, self._zoom, self._foot_px = model, 0, foot_px
        self._kept: tuple[str, ...] = ()
        self._walks = False  # by keyboard: only then the place of the focus is marked
        self._deaf = Deaf()  # after the tiles moved by themselves
        self._painter = TilePainter(theme)
        self.setModel(model)
        self._behave()
        self.setAccessibleName(words.wall_name)
        self.selectionModel().selectionChanged.connect(self._tell_chosen)
        self.activated.connect(self._want_look)
        model.modelAboutToBeReset.connect(self._before_reset)
        model.modelReset.connect(self._after_reset)
        theme.changed.connect(self.viewport().update)

    def _behave(self) -> None:
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(120)
        self.setItemDelegate(_CellSize(self))
        self.setAcceptDrops(True)

    # what the window tells and asks

    def zoom(self, steps: int) -> None:
        """Make tiles larger than the size at which all of them fit (0)."""
        self._zoom = steps
        self._fit()

    def chosen(self) -> tuple[str, ...]:
        """Give the chosen pupils, in the wall's order."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return tuple(self.model().index(row, 0).data(PUPIL_ROLE) for row in rows)

    def choose(self, pupil: str) -> None:
        """Choose one pupil, as a click on the tile does."""
        row = self._wall.row_of(pupil)
        if row is not None:
            self.setCurrentIndex(self._wall.index(row))

    def tile_rect(self, pupil: str) -> QRect:
        """Say where a tile is, on the viewport; nowhere when the search hides it."""
        row = self._wall.row_of(pupil)
        return QRect() if row is None else self.visualRect(self._wall.index(row))

    @property
    def just_moved(self) -> bool:
        """Say whether the tiles moved a moment ago, so that clicks go by."""
        return self._deaf.lasts

    # Qt's side

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tiles the dirty region touches, and no other."""
        painter = QPainter(self.viewport())
        region = event.region()
        for row in range(self.model().rowCount()):
            index = self.model().index(row, 0)
            if region.intersects(self.visualRect(index)):
                self._paint_tile(painter, index)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the tiles to the new size."""
        super().resizeEvent(event)
        self._deaf.begin()
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave cover and stop to the window; letters and arrows are the list's."""
        if event.key() in _LEFT_TO_WINDOW or event.text() == "\x02":
            event.ignore()
            return
        self._walks = True
        if event.isAutoRepeat() and event.key() in ENTER:
            return
        super().keyPressEvent(event)
        if event.key() in _WALKS and not self.chosen():
            self.setCurrentIndex(self.currentIndex())  # Qt stays at the first one

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose by mouse, which needs no mark of the focus.

        Where another tile stood a moment ago, a click meant that one.
        """
        self._walks = False
        if not self.just_moved:
            super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the place of the focus when the keyboard brought it here."""
        tabbed = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        self._walks = event.reason() in tabbed
        super().focusInEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take an address dragged from a browser; nothing else."""
        event.setAccepted(bool(_address_in(event.mimeData())))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Keep taking it, over a tile and beside one."""
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Offer the address to the pupil of the tile, or to the class."""
        pupil = self.indexAt(event.position().toPoint()).data(PUPIL_ROLE)
        self.link_dropped.emit(_address_in(event.mimeData()), pupil or "")
        event.acceptProposedAction()

    # how

    def _paint_tile(self, painter: QPainter, index: QModelIndex) -> None:
        marks = Marks(
            chosen=self.selectionModel().isSelected(index),
            current=self._walks and index == self.currentIndex() and self.hasFocus(),
        )
        self._painter.paint(
            painter,
            self.visualRect(index),
            index.data(FACE_ROLE),
            index.data(PICTURE_ROLE),
            marks,
        )

    def _fit(self) -> None:
        room = self.contentsRect().adjusted(0, 0, -1, 0)  # Qt breaks a row that is full
        count = max(1, self._wall.rowCount())
        cell = self._largest_cell_px(count, room)
        wanted = max(1, min(room.width(), round(cell * (1 + ZOOM_STEP * self._zoom))))
        width = room.width()
        columns = max(1, width // wanted)
        if self._scrolls(columns, width // columns):
            width -= self.verticalScrollBar().sizeHint().width()
            columns = max(1, width // min(wanted, width))
        cell = width // columns
        self._lay_out(QSize(cell, cell_height_px(cell, self._foot_px)), columns)

    def _largest_cell_px(self, count: int, room: QRect) -> int:
        """Find the widest tile at which the whole class fits without scrolling."""
        smallest = SMALLEST_CELL_PX if self._foot_px == FOOT_PX else SMALLEST_NAME_PX
        for columns in range(1, count + 1):
            cell = room.width() // columns
            height = -(-count // columns) * cell_height_px(cell, self._foot_px)
            if height <= room.height() or cell <= smallest:
                return max(smallest, min(LARGEST_CELL_PX, cell))
        return smallest

    def _scrolls(self, columns: int, cell_px: int) -> bool:
        rows = -(-max(1, self._wall.rowCount()) // columns)
        height = rows * cell_height_px(cell_px, self._foot_px)
        return height > self.contentsRect().height()

    def _lay_out(self, cell: QSize, columns: int) -> None:
        """Set the grid; without a scroll bar no room is kept for one."""
        policy = Qt.ScrollBarPolicy
        scrolls = self._scrolls(columns, cell.width())
        wanted = policy.ScrollBarAlwaysOn if scrolls else policy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != wanted:
            self.setVerticalScrollBarPolicy(wanted)
        if cell != self.gridSize():
            self.setGridSize(cell)
        if self._foot_px == FOOT_PX:
            picture = picture_size(cell.width())
            self._wall.fit_to(picture, self.devicePixelRatioF())

    def _tell_chosen(self) -> None:
        self.viewport().update()
        self.chosen_changed.emit()

    def _want_look(self, index: QModelIndex) -> None:
        """Ask for the pupil who is seen to be chosen, and for no other."""
        pupil = index.data(PUPIL_ROLE)
        if self.chosen() != (pupil,):
            self.choose(pupil)
        self.look_wanted.emit(pupil)

    def _before_reset(self) -> None:
        self._kept = self.chosen()

    def _after_reset(self) -> None:
        self._deaf.begin()
        self._fit()
        rows = [self._wall.row_of(pupil) for pupil in self._kept]
        select = QItemSelectionModel.SelectionFlag.Select
        for row in rows:
            if row is not None:
                self.selectionModel().select(self._wall.index(row), select)
        self.chosen_changed.emit()


def _address_in(data: QMimeData) -> str:
    urls = data.urls() if data.hasUrls() else []
    text = urls[0].toString() if urls else data.text().strip()
    return text if text.lower().startswith("https://") else ""


class _CellSize(QStyledItemDelegate):
    """Says that every tile fills its cell; painting is the view's own."""

    def sizeHint(
        self,
        _option: QStyleOptionViewItem,
        _index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        parent = self.parent()
        return parent.gridSize() if isinstance(parent, WallView) else QSize()
